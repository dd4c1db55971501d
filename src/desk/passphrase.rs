//! Passphrases: hashed with Argon2id, checked slowly and one at a time, on a thread that may wait.
//!
//! A passphrase is never kept, and a wrong one costs as much time for an unknown officer as for a known one.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::Semaphore;

use crate::domain::Secret;

/// Memory of one hash in KiB, passes and lanes: what OWASP gives for machines with little memory.
const COST: (u32, u32, u32) = (12 * 1024, 3, 1);

/// The longest passphrase that is looked at, in bytes.
const LONGEST: usize = 1024;

/// Where passphrases are hashed and checked. Only one at a time: it is slow by intent, and the desk has other work.
pub struct Passphrases {
    turn: Semaphore,
    /// What is checked when the officer has no passphrase.
    nobody: tokio::sync::OnceCell<String>,
}

impl Default for Passphrases {
    fn default() -> Passphrases {
        Passphrases { turn: Semaphore::new(1), nobody: tokio::sync::OnceCell::new() }
    }
}

impl Passphrases {
    /// The hash to keep of a passphrase; none when the machine gives no random bytes or no memory.
    pub async fn hash(&self, passphrase: Secret) -> Option<String> {
        let _turn = self.turn.acquire().await.ok()?;
        tokio::task::spawn_blocking(move || hash_now(&passphrase)).await.ok().flatten()
    }

    /// Whether a passphrase is the one with this hash. An officer without one has never the right one.
    pub async fn check(&self, passphrase: Secret, hash: Option<String>) -> bool {
        let Ok(_turn) = self.turn.acquire().await else { return false };
        let known = hash.is_some();
        let hash = match hash {
            Some(hash) => hash,
            None => self.nobody.get_or_init(hash_of_nobody).await.clone(),
        };
        let right = tokio::task::spawn_blocking(move || matches(&passphrase, &hash)).await.unwrap_or(false);
        known && right
    }
}

async fn hash_of_nobody() -> String {
    let made = tokio::task::spawn_blocking(|| hash_now(&Secret::default())).await;
    made.ok().flatten().unwrap_or_default()
}

/// The hash to keep of a passphrase, made on this thread; none when the machine gives no random bytes or no memory.
pub fn hash_now(passphrase: &Secret) -> Option<String> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).ok()?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password(passphrase.0.as_bytes()).ok().map(|h| h.to_string())
}

fn matches(passphrase: &Secret, hash: &str) -> bool {
    passphrase.0.len() <= LONGEST && Argon2::default().verify_password(passphrase.0.as_bytes(), hash).is_ok()
}

/// How many wrong passphrases each account gave one after the other.
#[derive(Debug, Default)]
pub struct Attempts {
    wrong: HashMap<u32, u32>,
}

impl Attempts {
    /// How long the next attempt of an account has to wait: not at all for the first three, then twice as long each
    /// time, up to half a minute.
    pub fn wait(&self, uid: u32) -> Duration {
        let wrong = self.wrong.get(&uid).copied().unwrap_or(0);
        match wrong.checked_sub(3) {
            None => Duration::ZERO,
            Some(doubled) => Duration::from_secs(1 << doubled.min(5)).min(Duration::from_secs(30)),
        }
    }

    /// An attempt was made.
    pub fn made(&mut self, uid: u32, right: bool) {
        if right {
            self.wrong.remove(&uid);
        } else {
            let wrong = self.wrong.entry(uid).or_default();
            *wrong = wrong.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_known_by_its_hash_only() {
        let right = Secret("correct horse".into());
        let hash = hash_now(&right).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=12288,t=3,p=1$"), "{hash}");
        assert_ne!(hash_now(&right).unwrap(), hash);
        assert!(matches(&right, &hash));
        assert!(!matches(&Secret("correct horsE".into()), &hash));
        assert!(!matches(&Secret(String::new()), "no hash"));
    }

    #[test]
    fn wrong_attempts_wait_longer_and_a_right_one_is_forgiven() {
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            waits.push(attempts.wait(7).as_secs());
            attempts.made(7, false);
        }
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(attempts.wait(8), Duration::ZERO);
        attempts.made(7, true);
        assert_eq!(attempts.wait(7), Duration::ZERO);
    }
}

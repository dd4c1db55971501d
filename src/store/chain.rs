//! PURE. How journal entries are chained: commitments, hashes and their exact layout, as published in `docs/journal.md`.

use sha2::{Digest, Sha256};

/// The first byte under every hash; another layout gets another number.
pub const LAYOUT: u8 = 1;

/// A SHA-256.
pub type Hash = [u8; 32];

/// The random bytes that keep a short payload from being guessed from its commitment.
pub type Salt = [u8; 16];

/// What the first entry is chained to.
pub const NOTHING: Hash = [0; 32];

/// The last entry of a journal; of an empty one, number 0 and [`NOTHING`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
    /// When it was written, in milliseconds since 1970 UTC.
    pub at_ms: i64,
}

impl Head {
    /// The head of an empty journal.
    pub const EMPTY: Head = Head { seq: 0, hash: NOTHING, at_ms: 0 };

    /// The hash in hexadecimal.
    pub fn hex(&self) -> String {
        hex(&self.hash)
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Every column of an entry that its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// Its place in the journal.
    pub seq: u64,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// How often the desk had been started.
    pub boot: u64,
    /// The duty day, `2026-11-21`.
    pub duty_day: &'a str,
    /// Who.
    pub officer: &'a str,
    /// In which role.
    pub role: &'a str,
    /// Through which session.
    pub session: &'a str,
    /// The kind of fact.
    pub kind: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// The commitment to its payload.
    pub commitment: &'a [u8],
    /// The hash of the entry before.
    pub prev: &'a [u8],
}

/// The hash of an entry.
pub fn hash(link: &Link<'_>) -> Hash {
    let mut bytes = Vec::with_capacity(256);
    bytes.push(LAYOUT);
    let mut column = |text: &[u8]| {
        // A column of more than 4 GiB can't be stored in SQLite.
        bytes.extend_from_slice(&u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
        bytes.extend_from_slice(text);
    };
    column(&link.seq.to_be_bytes());
    column(&link.at_ms.to_be_bytes());
    column(&link.boot.to_be_bytes());
    column(link.duty_day.as_bytes());
    column(link.officer.as_bytes());
    column(link.role.as_bytes());
    column(link.session.as_bytes());
    column(link.kind.as_bytes());
    column(link.subject.as_bytes());
    column(link.commitment);
    column(link.prev);
    Sha256::digest(&bytes).into()
}

/// The commitment to a payload: what stays in the chain when the payload is erased.
pub fn commitment(salt: &[u8], body: &str) -> Hash {
    let mut sum = Sha256::new();
    sum.update(salt);
    sum.update(body.as_bytes());
    sum.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: Link<'_> = Link {
        seq: 1,
        at_ms: 2,
        boot: 3,
        duty_day: "2026-11-21",
        officer: "0142",
        role: "supervisor",
        session: "c1",
        kind: "report.accepted",
        subject: "R-20261121-001",
        commitment: &NOTHING,
        prev: &NOTHING,
    };

    #[test]
    fn the_layout_is_the_published_one() {
        let link = LINK;
        let made_by_hand = "d88ff4a48dbb2a0b5a77bdfc2362cc51e1c8b8dbe7dc786bf566ffe40e7a3315";
        assert_eq!(hex(&hash(&link)), made_by_hand);
    }

    #[test]
    fn moving_a_letter_from_one_column_to_the_next_changes_the_hash() {
        let link = LINK;
        let moved = Link { officer: "014", role: "2supervisor", ..link };
        assert_ne!(hash(&link), hash(&moved));
        assert_ne!(hash(&link), hash(&Link { at_ms: 3, ..link }));
    }
}

//! The journal's tables: adding entries to the chain and reading them back. It never changes an entry.

use super::chain::{self, Head, Link, Salt};
use super::error::StoreError;
use super::part::{self, Part};
use super::sql::{self, int};
use super::{anchor, meta};
use crate::domain::fact::Entry;
use crate::domain::{Fact, Happened, Moment, OfficerId, Private, Role, Subject};
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// The end of the journal that a store adds to.
#[derive(Debug)]
pub(crate) struct Journal {
    /// The last entry.
    pub(crate) head: Head,
    /// How often the desk was started, this time included.
    pub(crate) boot: u64,
    salts: Vec<Salt>,
}

impl Journal {
    /// The end of the journal as it stands; the start is counted when the first entry is written.
    pub(crate) fn at_end_of(conn: &Connection) -> Result<Journal, StoreError> {
        let before: Option<i64> = meta::get(conn, meta::name::BOOT)?;
        let boot = sql::count(before.unwrap_or(0)) + 1;
        Ok(Journal { head: head(conn)?, boot, salts: Vec::new() })
    }

    /// Adds an entry and says its place. The caller keeps [`meta::set_head`] in step.
    pub(crate) fn append(
        &mut self,
        conn: &Connection,
        moment: &Moment,
        happened: &Happened,
    ) -> Result<u64, StoreError> {
        let mut fact = happened.fact.clone();
        let parts = part::seal(&mut fact, || self.salt())?;
        let (salt, body) = (self.salt()?, sql::body(&fact)?);
        let subject = happened.subject.to_string();
        let duty_day = moment.duty_day.to_string();
        let commitment = chain::commitment(&salt, &body);
        let link = Link {
            seq: self.head.seq + 1,
            at_ms: moment.at.as_millisecond(),
            boot: self.boot,
            duty_day: &duty_day,
            officer: &moment.actor.officer.0,
            role: moment.actor.role.code(),
            session: &moment.actor.session,
            kind: happened.fact.kind(),
            subject: &subject,
            commitment: &commitment,
            prev: &self.head.hash,
        };
        let hash = chain::hash(&link);
        insert(conn, &link, &hash)?;
        sql::change(
            conn,
            "INSERT INTO payload (seq, salt, body) VALUES (?1, ?2, ?3)",
            params![int(link.seq), salt.as_slice(), body],
        )?;
        insert_parts(conn, link.seq, &parts)?;
        self.head = Head { seq: link.seq, hash, at_ms: link.at_ms };
        Ok(self.head.seq)
    }

    fn salt(&mut self) -> Result<Salt, StoreError> {
        if let Some(salt) = self.salts.pop() {
            return Ok(salt);
        }
        let mut bytes = [0_u8; 4096];
        let got = rustix::rand::getrandom(&mut bytes[..], rustix::rand::GetRandomFlags::empty())
            .map_err(|_| StoreError::Io { what: "reading random bytes".to_owned() })?;
        self.salts.extend(bytes[..got].as_chunks::<16>().0);
        self.salts.pop().ok_or_else(|| StoreError::Io { what: "reading random bytes".to_owned() })
    }
}

fn insert(conn: &Connection, link: &Link<'_>, hash: &[u8]) -> Result<(), StoreError> {
    let sql = "INSERT INTO fact (seq, at_ms, boot, duty_day, officer, role, session, kind, subject, \
               commitment, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let columns = params![
        int(link.seq),
        link.at_ms,
        int(link.boot),
        link.duty_day,
        link.officer,
        link.role,
        link.session,
        link.kind,
        link.subject,
        link.commitment,
        link.prev,
        hash,
    ];
    sql::change(conn, sql, columns).map(|_| ())
}

fn insert_parts(conn: &Connection, seq: u64, parts: &[Part]) -> Result<(), StoreError> {
    let sql = "INSERT INTO part (seq, n, about, salt, body) VALUES (?1, ?2, ?3, ?4, ?5)";
    for part in parts {
        let columns =
            params![int(seq), part.n, part.about.to_string(), part.salt.as_slice(), part.body.as_str()];
        sql::change(conn, sql, columns)?;
    }
    Ok(())
}

/// The last entry of the journal.
pub(crate) fn head(conn: &Connection) -> Result<Head, StoreError> {
    let sql = "SELECT seq, hash, at_ms FROM fact WHERE seq = (SELECT max(seq) FROM fact)";
    let last = sql::one(conn, sql, [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, i64>(2)?))
    })?;
    last.map_or(Ok(Head::EMPTY), |(seq, hash, at_ms)| {
        Ok(Head { seq: sql::count(seq), hash: meta::hash_of(&hash)?, at_ms })
    })
}

/// The columns of an entry and its payload, in the order that [`entry`] reads.
pub(crate) const COLUMNS: &str =
    "f.seq, f.at_ms, f.duty_day, f.officer, f.role, f.session, f.kind, f.subject, p.body";

/// An entry from its row; what it says is none when it was erased.
pub(crate) fn entry(conn: &Connection, row: &Row<'_>) -> Result<Entry, StoreError> {
    let seq = sql::count(row.get(0)?);
    let body: Option<String> = row.get(8)?;
    Ok(Entry {
        seq,
        at: sql::instant(row.get(1)?)?,
        duty_day: text(row, 2)?.parse().map_err(|_| StoreError::unreadable("a duty day"))?,
        officer: OfficerId(text(row, 3)?),
        role: role(&text(row, 4)?)?,
        session: text(row, 5)?,
        subject: text(row, 7)?.parse().map_err(|_| StoreError::unreadable("a subject"))?,
        kind: text(row, 6)?,
        fact: body.map(|body| fact(conn, seq, &body)).transpose()?,
    })
}

fn text(row: &Row<'_>, column: usize) -> Result<String, StoreError> {
    Ok(row.get(column)?)
}

/// A role from its code, the desk's own included.
pub(crate) fn role(code: &str) -> Result<Role, StoreError> {
    let desk = (code == Role::Desk.code()).then_some(Role::Desk);
    desk.or_else(|| Role::from_code(code)).ok_or_else(|| StoreError::unreadable("a role"))
}

/// A fact from its payload, with the words that it copied put back.
pub(crate) fn fact(conn: &Connection, seq: u64, body: &str) -> Result<Fact, StoreError> {
    let mut fact: Fact = sql::parsed(body, "a payload")?;
    if let Fact::Handover(_) = &fact {
        part::unseal(&mut fact, &words(conn, seq)?);
    }
    Ok(fact)
}

fn words(conn: &Connection, seq: u64) -> Result<BTreeMap<u32, Private>, StoreError> {
    let sql = "SELECT n, body FROM part WHERE seq = ?1 ORDER BY n";
    let words = sql::all(conn, sql, [int(seq)], |row| Ok((row.get(0)?, Private(row.get(1)?))))?;
    Ok(words.into_iter().collect())
}

/// Everything about a subject, oldest first.
pub(crate) fn about(conn: &Connection, subject: &Subject) -> Result<Vec<Entry>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM fact f INDEXED BY fact_about LEFT JOIN payload p ON p.seq = f.seq \
         WHERE f.subject = ?1 ORDER BY f.seq"
    );
    sql::all(conn, &sql, [subject.to_string()], |row| entry(conn, row))
}

/// How far apart entries can be out of order in time, in milliseconds: acts of two sessions are stamped when they
/// arrive and written in turn.
const OUT_OF_ORDER_MS: i64 = 60_000;

/// The first entry from an instant on: everything after it was written later, even where the desk's clock was set
/// back meanwhile. The number after the last entry when there is none.
pub(crate) fn first_since(conn: &Connection, since: Timestamp) -> Result<u64, StoreError> {
    let from = since.as_millisecond();
    let sql = "SELECT at_ms, seq FROM fact INDEXED BY fact_at WHERE at_ms >= ?1 ORDER BY at_ms, seq LIMIT 1";
    let first = sql::one(conn, sql, [from], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
    let Some((at, seq)) = first else { return Ok(head(conn)?.seq + 1) };
    // The entries of the next minute may have been written before the one with the lowest stamp.
    let sql = "SELECT min(seq) FROM fact INDEXED BY fact_at WHERE at_ms BETWEEN ?1 AND ?2";
    let lowest = sql::one(conn, sql, [at, at.saturating_add(OUT_OF_ORDER_MS)], |row| row.get(0))?;
    Ok(sql::count(lowest.unwrap_or(seq)))
}

/// Whether the anchor must be written after a fact: at every seal, start and stop.
pub(crate) fn anchors(kind: &str) -> bool {
    anchor::KINDS.contains(&kind)
}

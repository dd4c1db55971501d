//! Verifying a record: the chain, what it commits to, the anchor, the file itself, and whether the facts add up to the
//! rows (that part is in `replay`). It only reads.

use super::anchor::{self, Line};
use super::chain::{self, Head, Link};
use super::error::StoreError;
use super::finding::{FINDINGS_MAX, Finding, Progress, VerifyReport};
use super::{journal, meta, open, part, replay, sql};
use crate::domain::Fact;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::mpsc;
use std::thread;

/// Verifies the record of the desk in a folder against its own journal and its anchor. The desk may be running.
pub fn verify(folder: &Path, progress: impl FnMut(Progress)) -> Result<VerifyReport, StoreError> {
    let conn = open::reading(&open::record_file(folder))?;
    let state = conn.unchecked_transaction()?;
    // The anchor is read after the state is fixed: a line that is written meanwhile speaks of later entries.
    let head = journal::head(&state)?;
    let lines = anchor::read(folder)?;
    let mut report = examined(&state, head, progress)?;
    anchored(&state, &head, lines, &mut report)?;
    report.findings.sort();
    Ok(report)
}

/// Verifies a copy, which has no anchor.
pub(crate) fn verify_copy(file: &Path, progress: impl FnMut(Progress)) -> Result<VerifyReport, StoreError> {
    let conn = open::reading(file)?;
    let state = conn.unchecked_transaction()?;
    let head = journal::head(&state)?;
    let mut report = examined(&state, head, progress)?;
    report.findings.sort();
    Ok(report)
}

/// The chain and the file are walked here, while another thread, on a connection of its own, adds the facts up.
fn examined(
    conn: &Connection,
    head: Head,
    mut progress: impl FnMut(Progress),
) -> Result<VerifyReport, StoreError> {
    let path = conn.path().ok_or_else(|| StoreError::broken("a record without a file"))?;
    let mut report = VerifyReport::of(head);
    let total = head.seq.saturating_mul(2);
    let replayed = thread::scope(|threads| {
        let (sender, steps) = mpsc::channel();
        let replay = threads.spawn(move || replayed(Path::new(path), &sender));
        let mut chain = Chain::default();
        let mut added_up = 0;
        let walked = chain.walk(conn, &mut report, |done| {
            added_up = steps.try_iter().last().unwrap_or(added_up);
            progress(Progress { done: done + added_up, total });
        });
        noted(walked, &mut report)?;
        noted(kept_head(conn, &head, &mut report), &mut report)?;
        noted(parts(conn, &chain, &mut report), &mut report)?;
        noted(file(conn, &mut report), &mut report)?;
        steps.iter().for_each(|done| progress(Progress { done: (head.seq + done).min(total), total }));
        replay.join().unwrap_or_else(|_| Err(StoreError::broken("verifying fell over")))
    })?;
    replayed.findings.into_iter().for_each(|finding| report.find(finding));
    report.more += replayed.more;
    progress(Progress { done: total, total });
    Ok(report)
}

fn replayed(file: &Path, progress: &mpsc::Sender<u64>) -> Result<VerifyReport, StoreError> {
    let conn = open::reading(file)?;
    conn.pragma_update(None, "cache_size", -16 * 1024)?;
    let state = conn.unchecked_transaction()?;
    let mut report = VerifyReport::of(journal::head(&state)?);
    let replayed = replay::replay(&state, &mut report, |done| {
        // Whoever waits for this thread also listens.
        let _ = progress.send(done);
    });
    noted(replayed, &mut report)?;
    Ok(report)
}

/// A place that can't be read is a finding like any other, and what comes after it is looked at all the same.
fn noted(examined: Result<(), StoreError>, report: &mut VerifyReport) -> Result<(), StoreError> {
    match examined {
        Err(StoreError::Damaged { what }) => {
            report.find(Finding::Damaged { what });
            Ok(())
        }
        other => other,
    }
}

/// What the walk along the chain gathers.
#[derive(Default)]
struct Chain {
    /// For each subject with missing payloads: the first and the last of them, and the fact that erased it.
    gone: HashMap<String, (u64, u64)>,
    erased: HashMap<String, u64>,
    /// What signed handovers commit themselves to: entry, part, whose words, commitment.
    copied: Vec<(u64, u32, String, String)>,
}

impl Chain {
    fn walk(
        &mut self,
        conn: &Connection,
        report: &mut VerifyReport,
        mut progress: impl FnMut(u64),
    ) -> Result<(), StoreError> {
        let sql = "SELECT f.seq, f.at_ms, f.boot, f.duty_day, f.officer, f.role, f.session, f.kind, \
                   f.subject, f.commitment, f.prev, f.hash, p.salt, p.body \
                   FROM fact f NOT INDEXED LEFT JOIN payload p ON p.seq = f.seq ORDER BY f.seq";
        let mut statement = sql::prepared(conn, sql)?;
        let mut rows = statement.query([])?;
        let mut before = (0_u64, chain::NOTHING.to_vec());
        while let Some(row) = rows.next()? {
            let seq = sql::count(row.get(0)?);
            for missing in (before.0 + 1..seq).take(FINDINGS_MAX) {
                report.find(Finding::EntryMissing { seq: missing });
            }
            let hash = self.entry(row, seq, &before, report)?;
            before.0 = seq;
            before.1.clear();
            before.1.extend_from_slice(hash);
            report.facts += 1;
            if report.facts.is_multiple_of(4096) {
                progress(seq);
            }
        }
        self.missing_payloads(report);
        Ok(())
    }

    /// Looks at one entry, and gives the hash that it has.
    fn entry<'r>(
        &mut self,
        row: &'r Row<'_>,
        seq: u64,
        before: &(u64, Vec<u8>),
        report: &mut VerifyReport,
    ) -> Result<&'r [u8], StoreError> {
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(|_| StoreError::unreadable("an entry"));
        let blob = |at: usize| row.get_ref(at)?.as_blob().map_err(|_| StoreError::unreadable("an entry"));
        let (commitment, prev, hash) = (blob(9)?, blob(10)?, blob(11)?);
        let (kind, subject) = (text(7)?, text(8)?);
        let link = Link {
            seq,
            at_ms: row.get(1)?,
            boot: sql::count(row.get(2)?),
            duty_day: text(3)?,
            officer: text(4)?,
            role: text(5)?,
            session: text(6)?,
            kind,
            subject,
            commitment,
            prev,
        };
        if chain::hash(&link) != hash {
            report.find(Finding::EntryChanged { seq });
        } else if before.0 + 1 == seq && before.1 != prev {
            report.find(Finding::ChainBroken { seq });
        }
        if let rusqlite::types::ValueRef::Null = row.get_ref(13)? {
            let gone = self.gone.entry(subject.to_owned()).or_insert((seq, seq));
            gone.1 = seq;
        } else if chain::commitment(blob(12)?, text(13)?) != commitment {
            report.find(Finding::PayloadChanged { seq });
        } else {
            self.says(seq, kind, subject, text(13)?)?;
        }
        Ok(hash)
    }

    fn says(&mut self, seq: u64, kind: &str, subject: &str, body: &str) -> Result<(), StoreError> {
        match kind {
            erased if erased.ends_with(".erased") => {
                self.erased.insert(subject.to_owned(), seq);
            }
            "handover.signed" => {
                let mut fact: Fact = sql::parsed(body, "a payload")?;
                let parts = part::commitments(&mut fact).into_iter();
                self.copied.extend(parts.map(|(n, about, hash)| (seq, n, about.to_string(), hash)));
            }
            _ => {}
        }
        Ok(())
    }

    fn missing_payloads(&self, report: &mut VerifyReport) {
        for (subject, (first, last)) in &self.gone {
            if self.erased.get(subject).is_none_or(|by| last >= by) {
                report.find(Finding::PayloadMissing { seq: *first });
            }
        }
    }

    fn erased_after(&self, about: &str, seq: u64) -> bool {
        self.erased.get(about).is_some_and(|by| seq < *by)
    }
}

/// Every word that a handover copied is as it was, or was erased with its record.
fn parts(conn: &Connection, chain: &Chain, report: &mut VerifyReport) -> Result<(), StoreError> {
    let sql = "SELECT seq, n, about, salt, body FROM part ORDER BY seq, n";
    let mut there: BTreeMap<(u64, u32), (String, String)> = BTreeMap::new();
    let mut statement = sql::prepared(conn, sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, n): (i64, u32) = (row.get(0)?, row.get(1)?);
        let salt: Vec<u8> = row.get(3)?;
        let hash = chain::hex(&chain::commitment(&salt, &row.get::<_, String>(4)?));
        there.insert((sql::count(seq), n), (row.get(2)?, hash));
    }
    let mut wrong = BTreeSet::new();
    for (seq, n, about, hash) in &chain.copied {
        match there.remove(&(*seq, *n)) {
            Some((of, found)) if of == *about && found == *hash => {}
            None if chain.erased_after(about, *seq) => {}
            Some(_) | None => {
                wrong.insert(*seq);
            }
        }
    }
    wrong.extend(there.into_keys().map(|(seq, _)| seq));
    wrong.into_iter().for_each(|seq| report.find(Finding::PartChanged { seq }));
    Ok(())
}

/// The last entry is kept a second time in the record itself.
fn kept_head(conn: &Connection, head: &Head, report: &mut VerifyReport) -> Result<(), StoreError> {
    match meta::head(conn)? {
        Some((known, _)) if known > head.seq => report.find(Finding::TailCut { known, found: head.seq }),
        Some((known, hash)) if known < head.seq || hash != head.hash => {
            report.find(Finding::AnchorDiffers { seq: known });
        }
        Some(_) => {}
        None if *head == Head::EMPTY => {}
        None => report.find(Finding::AnchorMissing),
    }
    Ok(())
}

fn anchored(
    conn: &Connection,
    head: &Head,
    lines: Option<Vec<Line>>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let Some(lines) = lines else {
        if head.seq > 0 {
            report.find(Finding::AnchorMissing);
        }
        return Ok(());
    };
    let mut known = 0;
    for line in lines {
        match line {
            Line::Unreadable { line } => report.find(Finding::AnchorUnreadable { line }),
            Line::Entry { seq, .. } if seq > head.seq => known = known.max(seq),
            Line::Entry { seq, hash } => {
                let sql = "SELECT hash FROM fact WHERE seq = ?1";
                let found: Option<Vec<u8>> = sql::one(conn, sql, [sql::int(seq)], |row| row.get(0))?;
                if found.is_some_and(|found| chain::hex(&found) != hash) {
                    report.find(Finding::AnchorDiffers { seq });
                }
            }
        }
    }
    // Entries may have been written and anchored after this state of the record was fixed.
    let now = journal::head(&open_anew(conn)?)?;
    if known > now.seq {
        report.find(Finding::TailCut { known, found: now.seq });
    }
    Ok(())
}

fn open_anew(conn: &Connection) -> Result<Connection, StoreError> {
    let path = conn.path().ok_or_else(|| StoreError::broken("a record without a file"))?;
    open::reading(Path::new(path))
}

/// What SQLite itself says about the file.
fn file(conn: &Connection, report: &mut VerifyReport) -> Result<(), StoreError> {
    let mut check = conn.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let what: String = row.get(0)?;
        if what != "ok" {
            report.find(Finding::Damaged { what });
        }
    }
    let mut check = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        report.find(Finding::Damaged { what: format!("a row of {table} belongs to nothing") });
    }
    Ok(())
}

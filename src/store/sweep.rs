//! Sweeping what erased words leave behind in the file.
//!
//! SQLite's `secure_delete` overwrites a row that is deleted. But when rows had moved to another page before, because a
//! page was full, their old bytes still stand in the unused middle of the page that they left. So after an erasure every
//! page of the file is gone through once, and the bytes that SQLite itself never reads are made zero.
//!
//! It is done with nothing in the write-ahead log and the write lock held, a stretch at a time between other work. A page
//! that is torn by a power cut while it is swept is still the same page: only unused bytes differ.

use super::error::StoreError;
use super::execute::Store;
use super::{meta, open, sql};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// How far a sweep has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swept {
    /// There was nothing to sweep.
    Nothing,
    /// A stretch is done, there is more.
    More,
    /// Everything is done.
    Done,
    /// Someone is reading an older state of the record: try again in a moment.
    Later,
}

/// How many pages a stretch has: 16 MiB at 4 KiB.
const STRETCH: u64 = 4096;

impl Store {
    /// Whether an erasure has left something to sweep.
    pub fn must_sweep(&self) -> Result<bool, StoreError> {
        Ok(meta::get::<i64>(&self.conn, meta::name::SWEEP_FROM)?.is_some())
    }

    /// Sweeps the next stretch of the file.
    pub fn sweep(&mut self) -> Result<Swept, StoreError> {
        let Some(from) = meta::get::<i64>(&self.conn, meta::name::SWEEP_FROM)?.map(sql::count) else {
            return Ok(Swept::Nothing);
        };
        if !self.empty_log()? {
            return Ok(Swept::Later);
        }
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let swept = self.sweep_locked(from);
        self.conn.execute_batch("ROLLBACK")?;
        let Some(more) = swept? else { return Ok(Swept::Later) };
        if more {
            meta::set(&self.conn, meta::name::SWEEP_FROM, &sql::int(from + STRETCH))?;
            Ok(Swept::More)
        } else {
            meta::forget(&self.conn, meta::name::SWEEP_FROM)?;
            Ok(Swept::Done)
        }
    }

    /// Brings everything from the write-ahead log into the file; says whether that was possible.
    fn empty_log(&self) -> Result<bool, StoreError> {
        let busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }

    /// Sweeps with the write lock held; none when somebody wrote in between, otherwise whether there is more.
    fn sweep_locked(&mut self, from: u64) -> Result<Option<bool>, StoreError> {
        let file = open::record_file(&self.folder);
        let log = std::fs::metadata(open::beside(&file, "-wal")).map_or(0, |log| log.len());
        if log > 0 {
            return Ok(None);
        }
        // Pages that the connection remembers would bring the old bytes back when they are written next.
        self.conn.execute_batch("PRAGMA shrink_memory")?;
        if self.sweeping.is_none() {
            self.sweeping = Some(opened(&file)?);
        }
        let Some(handle) = &self.sweeping else { return Ok(None) };
        sweep_pages(handle, from, STRETCH).map(Some).map_err(|e| StoreError::file(&e, "sweeping", &file))
    }
}

/// Sweeps a whole file that nobody has open: a copy on its way to becoming a backup.
pub(crate) fn sweep_copy(file: &Path) -> Result<(), StoreError> {
    let handle = opened(file)?;
    let mut from = 1;
    while sweep_pages(&handle, from, STRETCH).map_err(|e| StoreError::file(&e, "sweeping", file))? {
        from += STRETCH;
    }
    Ok(())
}

fn opened(file: &Path) -> Result<File, StoreError> {
    OpenOptions::new().read(true).write(true).open(file).map_err(|e| StoreError::file(&e, "sweeping", file))
}

/// Sweeps pages from a number on, and says whether there are more.
fn sweep_pages(file: &File, from: u64, count: u64) -> std::io::Result<bool> {
    let mut head = [0_u8; 100];
    file.read_exact_at(&mut head, 0)?;
    let size = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        size => usize::from(size),
    };
    let usable = size.saturating_sub(usize::from(head[20]));
    let pages = if size == 0 { 0 } else { file.metadata()?.len() / size as u64 };
    let last = pages.min(from.saturating_add(count - 1));
    let mut page = vec![0_u8; size];
    let mut changed = false;
    for number in from.max(1)..=last {
        let at = (number - 1) * size as u64;
        file.read_exact_at(&mut page, at)?;
        if clear_unused(&mut page[..usable], if number == 1 { 100 } else { 0 }) {
            file.write_all_at(&page, at)?;
            changed = true;
        }
    }
    if changed {
        file.sync_data()?;
    }
    Ok(last < pages)
}

/// Makes the unused bytes of a b-tree page zero and says whether any were not. A page of another kind, or one that doesn't
/// make sense, is left alone: its first byte is the high byte of a page number, which is 0 in files below 64 GiB.
fn clear_unused(page: &mut [u8], header: usize) -> bool {
    let number =
        |page: &[u8], at: usize| page.get(at..at + 2).map(|b| usize::from(u16::from_be_bytes([b[0], b[1]])));
    let pointers = match page.get(header) {
        Some(2 | 5) => header + 12,
        Some(10 | 13) => header + 8,
        Some(_) | None => return false,
    };
    let (Some(cells), Some(content)) = (number(page, header + 3), number(page, header + 5)) else {
        return false;
    };
    let (gap, content) = (pointers + 2 * cells, if content == 0 { 65_536 } else { content });
    if gap > content || content > page.len() {
        return false;
    }
    let mut changed = clear(&mut page[gap..content]);
    let mut block = number(page, header + 1).unwrap_or(0);
    while block >= content {
        let (Some(next), Some(size)) = (number(page, block), number(page, block + 2)) else { break };
        if size < 4 || block + size > page.len() {
            break;
        }
        changed |= clear(&mut page[block + 4..block + size]);
        if next <= block {
            break;
        }
        block = next;
    }
    changed
}

fn clear(bytes: &mut [u8]) -> bool {
    let dirty = bytes.iter().any(|b| *b != 0);
    if dirty {
        bytes.fill(0);
    }
    dirty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_unused_middle_of_a_page_and_its_free_blocks_are_cleared() {
        let mut page = vec![7_u8; 64];
        page[..8].copy_from_slice(&[13, 0, 50, 0, 1, 0, 40, 0]);
        page[8..10].copy_from_slice(&[0, 40]);
        page[50..54].copy_from_slice(&[0, 0, 0, 10]);
        assert!(clear_unused(&mut page, 0));
        assert!(page[10..40].iter().all(|b| *b == 0), "the middle");
        assert!(page[40..50].iter().all(|b| *b == 7), "the cell");
        assert!(page[54..60].iter().all(|b| *b == 0), "the free block");
        assert!(page[60..].iter().all(|b| *b == 7), "the last cell");
        assert!(!clear_unused(&mut page, 0), "nothing is left");
    }

    #[test]
    fn a_page_that_makes_no_sense_is_left_alone() {
        for bytes in [[0_u8; 8], [13, 0, 0, 0xFF, 0xFF, 0, 40, 0], [13, 0, 0, 0, 1, 0, 200, 0]] {
            let mut page = vec![7_u8; 64];
            page[..8].copy_from_slice(&bytes);
            let before = page.clone();
            assert!(!clear_unused(&mut page, 0));
            assert_eq!(page, before);
        }
    }
}

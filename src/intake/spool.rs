//! The spool folder: `tmp` for producers, `new` for what is whole, `done/DAY` for what was taken, `bad` for what was
//! refused, with the reason beside it.
//!
//! It reads and moves files and hands out what is in them; it never puts a report in by itself. Only names in `new` count.

use super::complaint::{JsonFault, Refused, Why};
use super::file::{Told, examine};
use super::folder::{Folder, Look, Mark, file_name};
use super::parse::Rules;
use super::walk::{Step, Walk};
use super::watch::Arrivals;
use crate::domain::Station;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, VecDeque};
use std::ffi::{CStr, CString};
use std::fmt::Write as _;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The two clocks that the intake is told.
#[derive(Clone, Copy, Debug)]
pub struct Clocks {
    /// The desk's clock: what is in the future, which duty day it is.
    pub desk: Timestamp,
    /// The machine's clock: how long a file has been left alone.
    pub machine: Timestamp,
}

/// The spool of one desk.
pub struct Spool {
    path: PathBuf,
    folder: Option<Folder>,
    queue: VecDeque<CString>,
    /// The last name of this sweep; names after it are still to come.
    after: Option<CString>,
    swept: bool,
    /// Files that were dealt with but could not be moved away, with why they were refused; they must not be taken again.
    stuck: BTreeMap<Mark, Option<String>>,
    arrivals: Arrivals,
    waiting: bool,
}

/// A file of the spool and what is in it. One that is dropped stays in `new` and is found again by the next sweep.
pub struct Found {
    raw: CString,
    mark: Mark,
    day: String,
    /// Its name, made safe for logs, screens and the journal.
    pub name: String,
    /// What is in it.
    pub outcome: Outcome,
}

/// What is in a file.
pub enum Outcome {
    /// Reports, all of them right.
    Take(Box<Reports>),
    /// Something is wrong with it; none of it is taken.
    Refuse(Refused),
}

impl Outcome {
    /// Whether the file ends before its last report does.
    fn is_cut_off(&self) -> bool {
        let Outcome::Refuse(refused) = self else { return false };
        let ends_early = |why: &Why| matches!(why, Why::NotJson(JsonFault::End) | Why::OpenQuote);
        refused.complaints.last().is_some_and(|last| ends_early(&last.why))
    }
}

/// The reports of a file that is right, in its order.
pub struct Reports {
    walk: Walk<File>,
    rules: Rules,
    stem: String,
    mark: Mark,
    given: u64,
    total: u64,
}

impl Spool {
    /// The spool in this folder. Nothing is opened before the first sweep, so that a folder that can't be read keeps
    /// nobody from starting.
    pub fn open(path: &Path) -> Spool {
        Spool {
            path: path.to_owned(),
            folder: None,
            queue: VecDeque::new(),
            after: None,
            swept: true,
            stuck: BTreeMap::new(),
            arrivals: Arrivals::default(),
            waiting: false,
        }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the watch tells this spool.
    pub fn arrivals(&self) -> Arrivals {
        self.arrivals.clone()
    }

    /// Begins to go through `new` from its first name. Makes folders that are missing.
    ///
    /// # Errors
    ///
    /// When a folder can't be made or opened, or is a link.
    pub fn sweep(&mut self) -> io::Result<()> {
        self.queue.clear();
        self.after = None;
        self.waiting = false;
        self.swept = true;
        self.folder = None;
        self.folder = Some(Folder::open(&self.path)?);
        self.swept = false;
        Ok(())
    }

    /// The next file of this sweep, each at most once; none when the sweep is over.
    ///
    /// # Errors
    ///
    /// When the folder can't be read. The sweep is over then.
    pub fn next(&mut self, station: &Arc<Station>, clocks: Clocks) -> io::Result<Option<Found>> {
        let found = self.find(station, clocks);
        if found.is_err() {
            self.swept = true;
            self.queue.clear();
        }
        found
    }

    /// How soon to sweep again because a file may still be written; none when there is none such.
    pub fn look_again(&self) -> Option<Duration> {
        self.waiting.then_some(Duration::from_secs(2))
    }

    fn find(&mut self, station: &Arc<Station>, clocks: Clocks) -> io::Result<Option<Found>> {
        while let Some(raw) = self.next_name()? {
            let Some(folder) = &self.folder else { return Ok(None) };
            let moved_in = self.arrivals.take(&raw);
            let look = folder.look(&raw, clocks.machine.as_nanosecond(), moved_in)?;
            let day = station.watch(clocks.desk).day.to_string();
            let (mark, file) = match look {
                Look::Gone => continue,
                Look::Wait => {
                    self.waiting = true;
                    continue;
                }
                Look::Bad(why, mark) => (mark, Err(why)),
                Look::File { file, mark, may_go_on } => (mark, Ok((file, may_go_on))),
            };
            if let Some(why) = self.stuck.get(&mark) {
                if move_away(folder, &raw, &mark, &day, why.as_deref()).is_ok() {
                    self.stuck.remove(&mark);
                }
                continue;
            }
            let name = file_name(&raw);
            let outcome = match file {
                Err(why) => Outcome::Refuse(Refused::whole(why)),
                Ok((file, may_go_on)) => {
                    let outcome = open_file(file, mark, &name, Rules::new(station, clocks.desk));
                    if may_go_on && outcome.is_cut_off() {
                        self.waiting = true;
                        continue;
                    }
                    outcome
                }
            };
            return Ok(Some(Found { raw, mark, day, name, outcome }));
        }
        Ok(None)
    }

    fn next_name(&mut self) -> io::Result<Option<CString>> {
        if self.queue.is_empty() && !self.swept {
            let Some(folder) = &self.folder else { return Ok(None) };
            self.queue = folder.names_after(self.after.as_deref())?.into();
            self.after = self.queue.back().cloned();
            self.swept = self.queue.is_empty();
        }
        Ok(self.queue.pop_front())
    }

    /// Puts a file whose reports are all in the journal into `done/DAY/`.
    ///
    /// # Errors
    ///
    /// When it can't be moved; it isn't taken again all the same.
    pub fn done(&mut self, found: Found) -> io::Result<()> {
        self.settle(&found, None)
    }

    /// Puts a refused file into `bad/`, with the reason in `NAME.why` beside it; [`super::why_text`] writes it.
    ///
    /// # Errors
    ///
    /// When it can't be moved; it isn't told again all the same.
    pub fn refuse(&mut self, found: Found, why: &str) -> io::Result<()> {
        self.settle(&found, Some(why))
    }

    fn settle(&mut self, found: &Found, why: Option<&str>) -> io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let moved = move_away(folder, &found.raw, &found.mark, &found.day, why);
        if moved.is_err() {
            self.stuck.insert(found.mark, why.map(str::to_owned));
        }
        moved
    }
}

fn move_away(folder: &Folder, raw: &CStr, mark: &Mark, day: &str, why: Option<&str>) -> io::Result<()> {
    match why {
        None => folder.to_done(raw, mark, day),
        Some(why) => folder.to_bad(raw, mark, why),
    }
    // When something else has the name by now, that is looked at in its turn.
    .map(drop)
}

fn open_file(mut file: File, mark: Mark, name: &str, rules: Rules) -> Outcome {
    let refuse = |why| Outcome::Refuse(Refused::whole(why));
    let examined = match examine(&mut file, name, &rules, &mut |_, _| {}) {
        Ok(Ok(examined)) => examined,
        Ok(Err(refused)) => return Outcome::Refuse(refused),
        Err(_) => return refuse(Why::Unreadable),
    };
    let stem = stem(name, &mark, &examined.digest);
    match Walk::begin(file, examined.shape, examined.encoding) {
        Ok(Ok(walk)) => {
            Outcome::Take(Box::new(Reports { walk, rules, stem, mark, given: 0, total: examined.total }))
        }
        Ok(Err(why)) => refuse(why),
        Err(_) => refuse(Why::Unreadable),
    }
}

/// Names a file among all files. The time it was written belongs to it: an alarm button that drops the same text a second
/// time has been pressed a second time.
fn stem(name: &str, mark: &Mark, digest: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(digest);
    hash.update(mark.written.to_be_bytes());
    hash.update(name.as_bytes());
    let mut stem = String::from("file-");
    for byte in hash.finalize().iter().take(10) {
        let _ = write!(stem, "{byte:02x}");
    }
    stem
}

impl Reports {
    /// How many reports there are in all.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The next reports, at most `most`; none left when it is empty. A report without a source key has been given one.
    ///
    /// # Errors
    ///
    /// When the file was changed since it was examined: then it is to be refused with this.
    pub fn batch(&mut self, most: usize) -> Result<Vec<Told>, Refused> {
        let changed = Refused::whole(Why::Changed { taken: self.given });
        if !Mark::of(self.walk.file()).is_ok_and(|now| now == self.mark) {
            return Err(changed);
        }
        let mut batch = Vec::new();
        let mut refused = Refused::default();
        while batch.len() < most {
            match self.walk.step(&self.rules, &mut refused) {
                Ok(Step::Report(line, incoming)) => {
                    self.given += 1;
                    let key = format!("{}-{}", self.stem, self.given);
                    let mut incoming = *incoming;
                    incoming.source_key.get_or_insert_with(|| key.clone());
                    batch.push(Told { line, key, incoming });
                }
                Ok(Step::End) => break,
                Ok(Step::Complaint) | Err(_) => return Err(changed),
            }
        }
        Ok(batch)
    }
}

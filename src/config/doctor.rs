//! PURE. What `dutydesk doctor` makes of what the command line gathered: a finding each, good or not, as a sentence id. It
//! opens nothing and asks nobody; [`Probe`] says what to print and what to expect back.

use super::{Problem, Severity, Voice};
use crate::words::{Words, text};

/// How good a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// As it should be.
    Good,
    /// It works, but somebody should know.
    Mind,
    /// It doesn't work, or what is recorded is at risk.
    Bad,
}

impl Grade {
    /// The grade's code.
    pub const fn code(self) -> &'static str {
        match self {
            Grade::Good => "good",
            Grade::Mind => "mind",
            Grade::Bad => "bad",
        }
    }

    /// The grade in a word, to stand before the sentence.
    pub fn word(self, words: &Words) -> String {
        words.get(match self {
            Grade::Good => "doctor-good",
            Grade::Mind => "doctor-mind",
            Grade::Bad => "doctor-bad",
        })
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How good it is.
    pub grade: Grade,
    /// The word that says it.
    pub id: &'static str,
    /// The arguments of that word.
    pub args: Vec<(&'static str, String)>,
    /// The problem that stands in it as a sentence of its own.
    pub problem: Option<Box<Problem>>,
}

impl Finding {
    fn new(grade: Grade, id: &'static str) -> Finding {
        Finding { grade, id, args: Vec::new(), problem: None }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Finding {
        self.args.push((name, value.to_string()));
        self
    }

    fn said(mut self, problem: &Problem) -> Finding {
        self.problem = Some(Box::new(problem.clone()));
        self
    }

    /// The finding as a sentence, safe to print.
    pub fn sentence(&self, words: &Words) -> String {
        let mut args: Vec<_> = self.args.iter().map(|(name, value)| (*name, text::one_line(value))).collect();
        let safe = |part: &str| text::safe(part).into_owned();
        let voice = Voice { say: &|id, args| words.with(id, args), safe: &safe };
        let said = self.problem.as_ref().map(|problem| problem.sentence(&voice));
        args.extend(said.map(|sentence| ("sentence", sentence.into())));
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        words.with(self.id, &args)
    }
}

/// What stands at the place of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseState {
    /// There is none yet.
    None,
    /// It opens and its quick check holds.
    Sound,
    /// It opens, but the check finds damage.
    Damaged,
    /// It was made by a newer program.
    Newer,
    /// It is no database of the desk.
    Foreign,
    /// It can't be opened, perhaps for want of permission.
    Unreadable,
}

/// What was found out about the database.
#[derive(Clone, Debug)]
pub struct DatabaseSeen {
    /// Its path.
    pub path: String,
    /// What it is.
    pub state: DatabaseState,
    /// The version of SQLite in the program.
    pub sqlite: String,
}

/// The oldest SQLite that the desk runs with.
pub const SQLITE_MIN: (u32, u32, u32) = (3, 51, 3);

/// About the database.
pub fn database(seen: &DatabaseSeen) -> Vec<Finding> {
    let state = match seen.state {
        DatabaseState::None => Finding::new(Grade::Mind, "doctor-database-none"),
        DatabaseState::Sound => Finding::new(Grade::Good, "doctor-database-sound"),
        DatabaseState::Damaged => Finding::new(Grade::Bad, "doctor-database-damaged"),
        DatabaseState::Newer => Finding::new(Grade::Bad, "doctor-database-newer"),
        DatabaseState::Foreign => Finding::new(Grade::Bad, "doctor-database-foreign"),
        DatabaseState::Unreadable => Finding::new(Grade::Bad, "doctor-database-unreadable"),
    };
    let (grade, id) = match version(&seen.sqlite) {
        Some(found) if found >= SQLITE_MIN => (Grade::Good, "doctor-sqlite"),
        _ => (Grade::Bad, "doctor-sqlite-old"),
    };
    let (major, minor, patch) = SQLITE_MIN;
    let engine = Finding::new(grade, id)
        .with("version", &seen.sqlite)
        .with("wanted", format!("{major}.{minor}.{patch}"));
    vec![state.with("path", &seen.path), engine]
}

fn version(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// What kind of file system holds the desk's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSystem {
    /// On a disk of this machine.
    Local(&'static str),
    /// On another machine: SQLite's WAL needs memory that all its users share, so it must not lie there.
    Network(&'static str),
    /// In memory: gone with the power.
    Memory(&'static str),
    /// Without owners and permissions.
    NoOwners(&'static str),
    /// Some program behind FUSE, which may be anything.
    Fuse,
    /// None that is known here.
    Unknown,
}

/// The file system by the number that `statfs` gives as its type.
pub const fn file_system(number: u64) -> FileSystem {
    match number {
        0xEF53 => FileSystem::Local("ext"),
        0x5846_5342 => FileSystem::Local("xfs"),
        0x9123_683E => FileSystem::Local("btrfs"),
        0x2FC1_2FC1 => FileSystem::Local("zfs"),
        0xF2F5_2010 => FileSystem::Local("f2fs"),
        0x794C_7630 => FileSystem::Local("overlay"),
        0xCA45_1A4E => FileSystem::Local("bcachefs"),
        0x6969 => FileSystem::Network("NFS"),
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => FileSystem::Network("SMB"),
        0x0102_1997 => FileSystem::Network("9p"),
        0x5346_414F | 0x6B41_4653 => FileSystem::Network("AFS"),
        0x00C3_6400 => FileSystem::Network("Ceph"),
        0x7461_636F => FileSystem::Network("OCFS2"),
        0x0116_1970 => FileSystem::Network("GFS2"),
        0x0102_1994 => FileSystem::Memory("tmpfs"),
        0x8584_58F6 => FileSystem::Memory("ramfs"),
        0x4D44 => FileSystem::NoOwners("FAT"),
        0x2011_BAB0 => FileSystem::NoOwners("exFAT"),
        0x6573_5546 => FileSystem::Fuse,
        _ => FileSystem::Unknown,
    }
}

/// What was found out about the disk under the desk's folder.
#[derive(Clone, Debug)]
pub struct DiskSeen {
    /// The folder.
    pub path: String,
    /// Its file system.
    pub file_system: FileSystem,
    /// The block device's name, such as `sda` or `mmcblk0`, when known.
    pub device: Option<String>,
    /// Whether the device spins, when known.
    pub spins: Option<bool>,
    /// Free space for this account, in bytes.
    pub free: u64,
}

const MEGA: u64 = 1024 * 1024;

/// About the disk.
pub fn disk(seen: &DiskSeen) -> Vec<Finding> {
    let (grade, id, kind) = match seen.file_system {
        FileSystem::Local(kind) => (Grade::Good, disk_kind(seen), kind),
        FileSystem::Network(kind) => (Grade::Bad, "doctor-disk-network", kind),
        FileSystem::Memory(kind) => (Grade::Mind, "doctor-disk-memory", kind),
        FileSystem::NoOwners(kind) => (Grade::Bad, "doctor-disk-no-owners", kind),
        FileSystem::Fuse => (Grade::Mind, "doctor-disk-fuse", "FUSE"),
        FileSystem::Unknown => (Grade::Mind, "doctor-disk-unknown", ""),
    };
    let kind = Finding::new(grade, id).with("path", &seen.path).with("kind", kind);
    let (grade, id) = match seen.free / MEGA {
        0..100 => (Grade::Bad, "doctor-space-short"),
        100..1024 => (Grade::Mind, "doctor-space-little"),
        _ => (Grade::Good, "doctor-space"),
    };
    vec![kind, Finding::new(grade, id).with("free", seen.free / MEGA)]
}

fn disk_kind(seen: &DiskSeen) -> &'static str {
    let flash_card = seen.device.as_deref().is_some_and(|name| name.starts_with("mmcblk"));
    match seen.spins {
        _ if flash_card => "doctor-disk-card",
        Some(true) => "doctor-disk-spins",
        Some(false) => "doctor-disk-flash",
        None => "doctor-disk-local",
    }
}

/// What was found out about the spool.
#[derive(Clone, Debug)]
pub struct SpoolSeen {
    /// Its path.
    pub path: String,
    /// Whether its folders are there and can be written to; none when there are none yet.
    pub usable: Option<bool>,
    /// Files in `new` that wait.
    pub waiting: u64,
    /// Files in `bad`, reasons not counted.
    pub refused: u64,
    /// Whether the kernel gave a watch on it.
    pub watched: bool,
}

/// About the spool.
pub fn spool(seen: &SpoolSeen) -> Vec<Finding> {
    let about = |grade, id| Finding::new(grade, id).with("path", &seen.path);
    match seen.usable {
        None => return vec![about(Grade::Mind, "doctor-spool-none")],
        Some(false) => return vec![about(Grade::Bad, "doctor-spool-unusable")],
        Some(true) => {}
    }
    let mut findings = vec![about(Grade::Good, "doctor-spool")];
    if seen.waiting > 0 {
        findings.push(about(Grade::Mind, "doctor-spool-waiting").with("files", seen.waiting));
    }
    if seen.refused > 0 {
        findings.push(about(Grade::Mind, "doctor-spool-refused").with("files", seen.refused));
    }
    if !seen.watched {
        findings.push(Finding::new(Grade::Mind, "doctor-spool-unwatched"));
    }
    findings
}

/// About the locale: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set says how text is spelled.
pub fn locale(lc_all: Option<&str>, lc_ctype: Option<&str>, lang: Option<&str>) -> Finding {
    let set = [lc_all, lc_ctype, lang].into_iter().flatten().find(|value| !value.is_empty()).unwrap_or("C");
    let codeset = set.split_once('.').map_or("", |(_, rest)| rest).split('@').next().unwrap_or_default();
    let plain: String = codeset.chars().filter(char::is_ascii_alphanumeric).collect();
    let utf8 = plain.eq_ignore_ascii_case("utf8");
    let (grade, id) =
        if utf8 { (Grade::Good, "doctor-locale") } else { (Grade::Mind, "doctor-locale-not-utf8") };
    Finding::new(grade, id).with("locale", set)
}

/// Something that is printed to see how wide the terminal takes it to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// What the sentence about it is called.
    pub id: &'static str,
    /// What is printed.
    pub text: &'static str,
    /// How many cells it must take.
    pub cells: u16,
}

impl Probe {
    /// Every probe: Chinese, borders, a mark on a letter, and a sign that is narrow except where the terminal takes
    /// East-Asian ambiguous characters as wide.
    pub const ALL: [Probe; 4] = [
        Probe { id: "doctor-width-chinese", text: "值班台", cells: 6 },
        Probe { id: "doctor-width-borders", text: "┌─│┘", cells: 4 },
        Probe { id: "doctor-width-marks", text: "e\u{301}", cells: 1 },
        Probe { id: "doctor-width-ambiguous", text: "·", cells: 1 },
    ];

    /// What to write: from the first column, with the question where the cursor is, and the line wiped again.
    pub fn question(&self) -> String {
        format!("\r{}\u{1b}[6n\r\u{1b}[K", self.text)
    }

    /// What the terminal's answer says about it.
    pub fn finding(&self, answer: &[u8]) -> Finding {
        let Some(column) = cursor_column(answer) else {
            return Finding::new(Grade::Mind, "doctor-width-silent").with("text", self.text);
        };
        let found = column.saturating_sub(1);
        let wide_borders = self.id != "doctor-width-chinese";
        let (grade, id) = match (found == self.cells, wide_borders) {
            (true, _) => (Grade::Good, self.id),
            (false, true) => (Grade::Mind, "doctor-width-wrong"),
            (false, false) => (Grade::Bad, "doctor-width-wrong"),
        };
        Finding::new(grade, id).with("text", self.text).with("cells", self.cells).with("found", found)
    }
}

/// The column in the last cursor report `ESC [ row ; column R` among what the terminal sent.
pub fn cursor_column(answer: &[u8]) -> Option<u16> {
    let end = answer.iter().rposition(|b| *b == b'R')?;
    let start = answer.get(..end)?.windows(2).rposition(|two| two == b"\x1b[")? + 2;
    let report = str::from_utf8(answer.get(start..end)?).ok()?;
    let (row, column) = report.split_once(';')?;
    row.parse::<u16>().ok()?;
    column.parse().ok()
}

/// What was found out about the terminal.
#[derive(Clone, Debug)]
pub struct TerminalSeen {
    /// `TERM`.
    pub term: String,
    /// Columns and rows.
    pub size: (u16, u16),
}

/// About the terminal; the probes say the rest.
pub fn terminal(seen: &TerminalSeen) -> Vec<Finding> {
    let (grade, id) = match seen.term.as_str() {
        "" | "dumb" => (Grade::Bad, "doctor-term-dumb"),
        "linux" => (Grade::Mind, "doctor-term-linux"),
        _ => (Grade::Good, "doctor-term"),
    };
    let term = Finding::new(grade, id).with("term", &seen.term);
    let (grade, id) = match seen.size {
        (80.., 24..) => (Grade::Good, "doctor-size"),
        (60.., 16..) => (Grade::Mind, "doctor-size-small"),
        _ => (Grade::Bad, "doctor-size-too-small"),
    };
    vec![term, Finding::new(grade, id).with("columns", seen.size.0).with("rows", seen.size.1)]
}

/// About the keymap files.
pub fn keymap(problems: &[Problem]) -> Finding {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    match (errors, problems.len()) {
        (0, 0) => Finding::new(Grade::Good, "doctor-keymap"),
        (0, warnings) => Finding::new(Grade::Mind, "doctor-keymap-warnings").with("problems", warnings),
        (errors, _) => Finding::new(Grade::Mind, "doctor-keymap-errors").with("problems", errors),
    }
}

/// About the desk's own configuration.
pub fn desk_file(problems: &[Problem]) -> Vec<Finding> {
    if problems.is_empty() {
        return vec![Finding::new(Grade::Good, "doctor-desk-file")];
    }
    let told = |problem: &Problem| {
        let place = Finding::new(Grade::Bad, "doctor-desk-file-wrong");
        place.with("line", problem.line).with("column", problem.column).said(problem)
    };
    problems.iter().map(told).collect()
}

/// The worst of some findings.
pub fn worst(findings: &[Finding]) -> Grade {
    findings.iter().map(|finding| finding.grade).max().unwrap_or(Grade::Good)
}

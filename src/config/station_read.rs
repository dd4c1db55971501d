//! Reads the text of `station.toml`: the whole setup of a station, and every problem in it at once, each with its place.
//!
//! It never opens a file and knows nothing of what the desk has now; [`super::station_diff`] compares.

use super::encoding::{BadText, survey};
use super::entry::{Entry, Given};
use super::station_names::{Naming, check_names};
use super::{Problem, Severity, Source, nearest};
use crate::domain::never::never_kept;
use crate::domain::officer::Role;
use crate::domain::place::{Level, Place};
use crate::domain::report::Priority;
use crate::domain::setup::{Checklist, CodeEntry, CodeList, Head, Post, SetupItem, Unit};
use crate::domain::shift::Shift;
use crate::domain::{Code, Name, Officer, OfficerId};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The largest setup file that is read, in bytes.
pub const SETUP_MAX: usize = 1024 * 1024;

/// What a setup file says.
#[derive(Debug, Default)]
pub struct Setup {
    /// The items that can be used, in the order of the file.
    pub items: Vec<SetupItem>,
    /// What the file says about training; none when it says nothing, and then it stays as it is.
    pub training: Option<bool>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Setup {
    /// Whether the file can be applied: warnings don't keep it from that.
    pub fn is_usable(&self) -> bool {
        self.problems.iter().all(|p| p.severity == Severity::Warning)
    }
}

/// The text of a setup file: UTF-8 with or without a mark, or GB18030, with any line ends.
///
/// # Errors
///
/// The one problem of a file that is no such text, and a source to show it with.
pub fn setup_text(name: &str, bytes: &[u8]) -> Result<Source, Box<(Source, Problem)>> {
    let refuse = |word, line: u64, column: u64| {
        let source = Source::new(name, "");
        let mut problem = source.error(0..0, word).with("most", SETUP_MAX / (1024 * 1024));
        problem.line = usize::try_from(line).unwrap_or(1);
        problem.column = usize::try_from(column).unwrap_or(1);
        Err(Box::new((source, problem)))
    };
    if bytes.len() > SETUP_MAX {
        return refuse("setup-problem-too-large", 1, 1);
    }
    let bad = match survey(&mut Cursor::new(bytes)) {
        Ok(Ok(found)) => match found.encoding.text(bytes) {
            Some(text) => return Ok(Source::new(name, text)),
            None => BadText::Unknown(1, 1),
        },
        Ok(Err(bad)) => bad,
        Err(_) => BadText::Unknown(1, 1),
    };
    match bad {
        BadText::Utf16 => refuse("setup-problem-utf16", 1, 1),
        BadText::Nul => refuse("setup-problem-not-text-file", 1, 1),
        BadText::BrokenUtf8(line, column) => refuse("setup-problem-broken-utf8", line, column),
        BadText::Unknown(line, column) => refuse("setup-problem-unknown-encoding", line, column),
    }
}

/// Reads a setup file.
pub fn read_setup(source: &Source) -> Setup {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut reader = Reader { source, setup: Setup::default(), seen: BTreeMap::new(), namings: Vec::new() };
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        reader.tell(match error.message() {
            "duplicate key" => {
                let name = source.text().get(span.clone()).unwrap_or_default().to_owned();
                source.error(span, "setup-problem-named-twice").with("field", name)
            }
            detail => source.error(span, "setup-problem-syntax").with("detail", detail),
        });
    }
    reader.tables(table.get_ref());
    // What the parser made of broken lines is its guess: what seems missing may be there.
    if errors.is_empty() {
        check_names(source, &reader.seen, &reader.namings, &mut reader.setup);
        reader.check_whole();
    }
    reader.setup.problems.sort_by_key(|p| (p.span.start, p.key));
    reader.setup
}

/// What an item's table is, for the checks that need to see all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Station,
    Place,
    Officer,
    List(CodeList),
    Shift,
    Unit,
    Checklist,
    Post,
}

impl Table {
    fn all() -> impl Iterator<Item = Table> {
        [Table::Station, Table::Place, Table::Officer]
            .into_iter()
            .chain(CodeList::ALL.map(Table::List))
            .chain([Table::Shift, Table::Unit, Table::Checklist, Table::Post])
    }

    pub(super) const fn header(self) -> &'static str {
        match self {
            Table::Station => "station",
            Table::Place => "place",
            Table::Officer => "officer",
            Table::List(list) => list.code(),
            Table::Shift => "shift",
            Table::Unit => "unit",
            Table::Checklist => "checklist",
            Table::Post => "post",
        }
    }

    const fn fields(self) -> &'static [&'static str] {
        match self {
            Table::Station => &["code", "name", "zone", "training", "shared_uids"],
            Table::Place => &["code", "name", "level", "part_of", "officer", "outside"],
            Table::Officer => &["number", "name", "role", "uid"],
            Table::List(CodeList::IncidentType) => &["code", "name", "priority", "patterns"],
            Table::List(_) => &["code", "name"],
            Table::Shift => &["code", "name", "start", "end"],
            Table::Unit => &["code", "name", "beat"],
            Table::Checklist => &["code", "name", "items"],
            Table::Post => &["code", "name", "by", "place"],
        }
    }
}

struct Reader<'a> {
    source: &'a Source,
    setup: Setup,
    /// Every item's key in small letters, also of those that can't be used, and where it was first named.
    seen: BTreeMap<String, Range<usize>>,
    namings: Vec<Naming>,
}

impl Reader<'_> {
    fn tell(&mut self, problem: Problem) {
        self.setup.problems.push(problem);
    }

    fn tables(&mut self, file: &DeTable<'_>) {
        for (name, value) in file {
            let word = name.get_ref().as_ref();
            let Some(table) = Table::all().find(|t| t.header() == word) else {
                let meant = nearest(word, Table::all().map(Table::header));
                let problem =
                    self.source.error(name.span(), "setup-problem-unknown-table").with("table", word);
                self.tell(problem.meant(meant));
                continue;
            };
            match (table, value.get_ref()) {
                (Table::Station, DeValue::Table(content)) => self.entry(table, value, content),
                (Table::Station, _) => {
                    self.tell(self.source.error(name.span(), "setup-problem-not-one-table"));
                }
                (_, DeValue::Array(list)) => {
                    for value in list.iter() {
                        match value.get_ref() {
                            DeValue::Table(content) => self.entry(table, value, content),
                            _ => self.not_a_list(table, value.span()),
                        }
                    }
                }
                (_, _) => self.not_a_list(table, name.span()),
            }
        }
    }

    fn not_a_list(&mut self, table: Table, span: Range<usize>) {
        let problem = self.source.error(span, "setup-problem-not-tables").with("table", table.header());
        self.tell(problem);
    }

    fn entry<'i>(&mut self, table: Table, at: &Spanned<DeValue<'i>>, content: &DeTable<'i>) {
        let mut problems = std::mem::take(&mut self.setup.problems);
        let mut entry = Entry::open(self.source, &mut problems, table.header(), at, content, table.fields());
        let item = match table {
            Table::Station => self.station(&mut entry),
            Table::Place => self.place(&mut entry),
            Table::Officer => self.officer(&mut entry),
            Table::List(list) => self.code(&mut entry, list),
            Table::Shift => self.shift(&mut entry),
            Table::Unit => self.unit(&mut entry),
            Table::Checklist => self.checklist(&mut entry),
            Table::Post => self.post(&mut entry),
        };
        let bad = entry.bad;
        self.setup.problems = problems;
        self.setup.items.extend(item.filter(|_| !bad));
    }

    /// Notes the name of an item and tells a second one of the same name. Case doesn't tell codes apart: they are spoken.
    fn note(&mut self, entry: &mut Entry<'_, '_>, table: Table, code: &str, span: &Range<usize>) {
        let key = format!("{}/{}", table.header(), code.to_ascii_lowercase());
        if let Some(first) = self.seen.get(&key) {
            let (line, _) = self.source.place(first.start);
            let problem = entry.error(span.clone(), "setup-problem-duplicate").with("code", code);
            entry.tell(problem.with("table", table.header()).with("line", line));
        } else {
            self.seen.insert(key, span.clone());
        }
    }

    fn coded(&mut self, entry: &mut Entry<'_, '_>, table: Table, field: &'static str) -> Option<Code> {
        let Given { value, span } = entry.code(field)?;
        self.note(entry, table, &value.0, &span);
        Some(value)
    }

    fn station(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        self.seen.insert("station".to_owned(), entry.span());
        let code = entry.code("code");
        let name = entry.name("name");
        let zone = entry.text_wanted("zone");
        if let Some(zone) = zone.as_ref().filter(|zone| TimeZone::get(&zone.value).is_err()) {
            let problem = entry.error(zone.span.clone(), "setup-problem-bad-zone").with("value", &zone.value);
            entry.tell(problem);
        }
        self.setup.training = entry.flag("training");
        let shared = entry.uids("shared_uids");
        for uid in &shared {
            self.seen.insert(format!("shared/{}", uid.value), uid.span.clone());
        }
        Some(SetupItem::Station(Head {
            code: code?.value,
            name: name?.value,
            zone: zone?.value,
            training: self.setup.training.unwrap_or(false),
            shared_uids: shared.into_iter().map(|uid| uid.value).collect(),
        }))
    }

    fn place(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let code = self.coded(entry, Table::Place, "code");
        let name = entry.name("name");
        let level = entry.text_wanted("level");
        let level =
            entry.choice(level, "setup-problem-bad-level", &Level::ALL.map(Level::code), Level::from_code);
        let part_of = entry.text("part_of");
        let officer = entry.text("officer");
        if let Some(above) = &part_of {
            self.namings.push(Naming::Above { code: above.clone(), level });
        }
        match &officer {
            Some(number) => self.namings.push(Naming::Officer(number.clone())),
            None if level == Some(Level::Beat) && !entry.bad => {
                let problem = self.source.warning(entry.span(), "setup-problem-beat-alone");
                entry.warn(problem.with("code", code.clone().unwrap_or_default()));
            }
            None => {}
        }
        let part_of = part_of.map(|given| Code(given.value));
        let officer = officer.map(|given| OfficerId(given.value));
        let outside = entry.flag("outside").unwrap_or(false);
        if outside && level.is_some_and(|level| level != Level::Beat) {
            let problem = entry.error(entry.span_of("outside"), "setup-problem-outside-beats");
            entry.tell(problem);
        }
        Some(SetupItem::Place(Place {
            code: code?,
            name: name?.value,
            level: level?,
            part_of,
            officer,
            outside,
        }))
    }

    fn officer(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let number = self.coded(entry, Table::Officer, "number");
        let name = entry.name("name");
        let role = entry.text_wanted("role");
        let role =
            entry.choice(role, "setup-problem-bad-role", &Role::GIVEN.map(Role::code), Role::from_code);
        let uid = entry.uid("uid");
        if let Some(uid) = &uid {
            self.namings.push(Naming::Account(uid.clone()));
        }
        let uid = uid.map(|uid| uid.value);
        Some(SetupItem::Officer(Officer {
            number: OfficerId(number?.0),
            name: name?.value,
            role: role?,
            uid,
        }))
    }

    fn code(&mut self, entry: &mut Entry<'_, '_>, list: CodeList) -> Option<SetupItem> {
        let code = entry.code("code");
        if let Some(code) = &code {
            self.note(entry, Table::List(list), &code.value.0, &code.span);
        }
        let name = entry.name("name");
        refuse_never_kept(entry, code.as_ref(), name.as_ref());
        let priorities = Priority::ALL.map(Priority::code);
        let exact = |text: &str| Priority::ALL.into_iter().find(|p| p.code() == text);
        if list == CodeList::Priority {
            let given = code.as_ref().map(|c| Given { value: c.value.0.clone(), span: c.span.clone() });
            entry.choice(given, "setup-problem-bad-priority", &priorities, exact)?;
        }
        let usual = entry.text("priority");
        let priority = entry.choice(usual, "setup-problem-bad-priority", &priorities, exact);
        let patterns = entry.texts("patterns");
        Some(SetupItem::Code(CodeEntry { list, code: code?.value, name: name?.value, priority, patterns }))
    }

    fn shift(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let code = self.coded(entry, Table::Shift, "code");
        let (name, start, end) = (entry.name("name"), entry.time("start"), entry.time("end"));
        Some(SetupItem::Shift(Shift { code: code?, name: name?.value, start: start?, end: end? }))
    }

    fn unit(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let code = self.coded(entry, Table::Unit, "code");
        let name = entry.name("name");
        let beat = entry.text("beat");
        self.namings.extend(beat.clone().map(Naming::Beat));
        let beat = beat.map(|given| Code(given.value));
        Some(SetupItem::Unit(Unit { code: code?, name: name?.value, beat }))
    }

    fn checklist(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let code = self.coded(entry, Table::Checklist, "code");
        let (name, items) = (entry.name("name"), entry.names("items"));
        Some(SetupItem::Checklist(Checklist { code: code?, name: name?.value, items }))
    }

    fn post(&mut self, entry: &mut Entry<'_, '_>) -> Option<SetupItem> {
        let code = self.coded(entry, Table::Post, "code");
        let (name, by, place) = (entry.name("name"), entry.time("by"), entry.text("place"));
        self.namings.extend(place.clone().map(Naming::Place));
        let place = place.map(|given| Code(given.value));
        Some(SetupItem::Post(Post { code: code?, name: name?.value, by: by?, place }))
    }

    /// What only the whole file shows: who supervises, and lists that the work needs.
    fn check_whole(&mut self) {
        let end = self.source.text().len();
        let has = |start: &str| self.seen.keys().any(|key| key.starts_with(start));
        let mut told = Vec::new();
        if !self.seen.contains_key("station") {
            told.push(self.source.error(end..end, "setup-problem-no-station"));
        }
        let supervises =
            |item: &SetupItem| matches!(item, SetupItem::Officer(o) if o.role == Role::Supervisor);
        // An officer whose table can't be used may well be the supervisor.
        let officers_bad = self.setup.items.iter().filter(|i| matches!(i, SetupItem::Officer(_))).count()
            < self.seen.keys().filter(|key| key.starts_with("officer/")).count();
        if !officers_bad && !self.setup.items.iter().any(supervises) {
            told.push(self.source.error(end..end, "setup-problem-no-supervisor"));
        }
        let missing = |lists: &[CodeList]| -> Option<String> {
            let empty = lists.iter().filter(|list| !has(&format!("{}/", list.code())));
            let empty: Vec<&str> = empty.map(|list| list.code()).collect();
            (!empty.is_empty()).then(|| empty.join(", "))
        };
        if let Some(tables) = missing(&[CodeList::Disposition, CodeList::Answer]) {
            told.push(self.source.error(end..end, "setup-problem-no-closing").with("tables", tables));
        }
        if let Some(tables) = missing(&REASONS) {
            told.push(self.source.warning(end..end, "setup-problem-no-reasons").with("tables", tables));
        }
        if missing(&[CodeList::IncidentType]).is_some() {
            told.push(self.source.warning(end..end, "setup-problem-no-types"));
        }
        if !has("shift/") {
            told.push(self.source.warning(end..end, "setup-problem-no-shift"));
        }
        self.setup.problems.extend(told);
    }
}

/// The lists of reasons that the side exits, escalating and reopening need.
const REASONS: [CodeList; 5] = [
    CodeList::TransferReason,
    CodeList::CancelReason,
    CodeList::UnfoundedReason,
    CodeList::EscalationReason,
    CodeList::ReopenReason,
];

/// No code of a list may stand for what the desk never keeps, whatever it is called.
fn refuse_never_kept(entry: &mut Entry<'_, '_>, code: Option<&Given<Code>>, name: Option<&Given<Name>>) {
    let code = code.map(|code| (code.value.as_str(), code.span.clone()));
    let names =
        name.iter().flat_map(|name| name.value.texts().into_iter().map(|text| (text, name.span.clone())));
    let found = code.into_iter().chain(names).find_map(|(text, span)| Some((text, span, never_kept(text)?)));
    if let Some((text, span, kind)) = found {
        let problem = entry.error(span, "setup-problem-never-kept").with("name", text);
        entry.tell(problem.with("kind", kind.code()));
    }
}

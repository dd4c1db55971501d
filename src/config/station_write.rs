//! Writes a station's setup as a commented `station.toml` that reads back to the same items. Comments are in the language
//! of the words given. It never writes a passphrase: it has none.

use crate::domain::place::Level;
use crate::domain::setup::{CodeEntry, CodeList, Head, SetupItem};
use crate::domain::{Name, Station};
use crate::words::Words;
use std::fmt::Write as _;

/// A post as it is written, for a station that has none.
const POST_EXAMPLE: &str = "#\n#   [[post]]\n#   code = \"gate\"\n#   name = \"North gate\"\n#   by = \"22:00\"\n#   place = \"S1\"\n";

/// The setup file of a station. Retired items stand in it as comments only.
pub fn write_setup(station: &Station, words: &Words) -> String {
    let mut file = Writing { out: String::new(), words };
    file.comment("setup-file-head");
    let here = |item: &SetupItem| !matches!(item, SetupItem::Rules(_));
    let mut rest: Vec<&SetupItem> =
        station.items.values().filter(|s| !s.retired && here(&s.item)).map(|s| &s.item).collect();
    rest.sort_by_cached_key(|item| order(item));
    let mut section = None;
    for item in rest {
        let (header, comment) = section_of(item);
        if section.replace(header) != Some(header) {
            file.out.push('\n');
            file.comment(comment);
        }
        file.item(item, header);
    }
    if section != Some("post") {
        file.out.push('\n');
        file.comment("setup-file-post");
        file.out.push_str(POST_EXAMPLE);
    }
    let retired: Vec<&str> =
        station.items.iter().filter(|(_, s)| s.retired).map(|(key, _)| key.as_str()).collect();
    if !retired.is_empty() {
        file.out.push('\n');
        file.comment("setup-file-retired");
        for key in retired {
            let _ = writeln!(file.out, "#   {}", quoted(key).trim_matches('"'));
        }
    }
    file.out
}

/// Where an item stands in the file: by table, then as the officers think of it.
fn order(item: &SetupItem) -> (usize, String) {
    match item {
        SetupItem::Station(_) => (0, String::new()),
        SetupItem::Place(p) => {
            let depth = Level::ALL.iter().rev().position(|l| *l == p.level).unwrap_or(0);
            (1, format!("{depth}/{}", p.code))
        }
        SetupItem::Officer(o) => (2, o.number.0.clone()),
        SetupItem::Code(c) => {
            let list = CodeList::ALL.iter().position(|l| *l == c.list).unwrap_or(0);
            (3 + list, c.code.0.clone())
        }
        SetupItem::Shift(s) => (20, s.start.to_string()),
        SetupItem::Unit(u) => (21, u.code.0.clone()),
        SetupItem::Checklist(c) => (22, c.code.0.clone()),
        SetupItem::Post(p) => (23, p.code.0.clone()),
        SetupItem::Rules(_) => (24, String::new()),
    }
}

/// The table an item stands in, and the word of the comment above the first of them.
fn section_of(item: &SetupItem) -> (&'static str, &'static str) {
    match item {
        SetupItem::Station(_) => ("station", "setup-file-station"),
        SetupItem::Place(_) => ("place", "setup-file-place"),
        SetupItem::Officer(_) => ("officer", "setup-file-officer"),
        SetupItem::Code(entry) => (entry.list.code(), list_comment(entry.list)),
        SetupItem::Shift(_) => ("shift", "setup-file-shift"),
        SetupItem::Unit(_) => ("unit", "setup-file-unit"),
        SetupItem::Checklist(_) => ("checklist", "setup-file-checklist"),
        SetupItem::Post(_) => ("post", "setup-file-post"),
        SetupItem::Rules(_) => ("rules", "setup-rules"),
    }
}

const fn list_comment(list: CodeList) -> &'static str {
    match list {
        CodeList::IncidentType => "setup-file-incident-type",
        CodeList::Priority => "setup-file-priority",
        CodeList::Disposition => "setup-file-disposition",
        CodeList::Answer => "setup-file-answer",
        CodeList::TransferReason => "setup-file-transfer-reason",
        CodeList::CancelReason => "setup-file-cancel-reason",
        CodeList::UnfoundedReason => "setup-file-unfounded-reason",
        CodeList::EscalationReason => "setup-file-escalation-reason",
        CodeList::ReopenReason => "setup-file-reopen-reason",
    }
}

struct Writing<'a> {
    out: String,
    words: &'a Words,
}

impl Writing<'_> {
    fn comment(&mut self, id: &str) {
        for line in self.words.get(id).lines() {
            let line = format!("# {line}");
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.out, "{name} = {value}");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.field(name, &quoted(value));
    }

    fn text_if(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn item(&mut self, item: &SetupItem, header: &str) {
        match item {
            SetupItem::Station(_) => self.out.push_str("[station]\n"),
            _ => {
                let _ = writeln!(self.out, "\n[[{header}]]");
            }
        }
        match item {
            SetupItem::Station(head) => self.station(head),
            SetupItem::Place(place) => {
                self.text("code", place.code.as_str());
                self.field("name", &name(&place.name));
                self.text("level", place.level.code());
                self.text_if("part_of", place.part_of.as_ref().map(|c| c.as_str()));
                self.text_if("officer", place.officer.as_ref().map(|o| o.0.as_str()));
                if place.outside {
                    self.field("outside", "true");
                }
            }
            SetupItem::Officer(officer) => {
                self.text("number", &officer.number.0);
                self.field("name", &name(&officer.name));
                self.text("role", officer.role.code());
                if let Some(uid) = officer.uid {
                    self.field("uid", &uid.to_string());
                }
            }
            SetupItem::Code(entry) => self.code(entry),
            SetupItem::Shift(shift) => {
                self.text("code", shift.code.as_str());
                self.field("name", &name(&shift.name));
                self.text("start", &clock(shift.start));
                self.text("end", &clock(shift.end));
            }
            SetupItem::Unit(unit) => {
                self.text("code", unit.code.as_str());
                self.field("name", &name(&unit.name));
                self.text_if("beat", unit.beat.as_ref().map(|c| c.as_str()));
            }
            SetupItem::Checklist(checklist) => {
                self.text("code", checklist.code.as_str());
                self.field("name", &name(&checklist.name));
                self.field("items", &list(checklist.items.iter().map(name), true));
            }
            SetupItem::Post(post) => {
                self.text("code", post.code.as_str());
                self.field("name", &name(&post.name));
                self.text("by", &clock(post.by));
                self.text_if("place", post.place.as_ref().map(|c| c.as_str()));
            }
            // They have files of their own.
            SetupItem::Rules(_) => {}
        }
    }

    fn code(&mut self, entry: &CodeEntry) {
        self.text("code", entry.code.as_str());
        self.field("name", &name(&entry.name));
        self.text_if("priority", entry.priority.map(|p| p.code()));
        if !entry.patterns.is_empty() {
            self.field("patterns", &list(entry.patterns.iter().map(|p| quoted(p)), false));
        }
    }

    fn station(&mut self, head: &Head) {
        self.text("code", head.code.as_str());
        self.field("name", &name(&head.name));
        self.text("zone", &head.zone);
        if head.training {
            self.field("training", "true");
        }
        if !head.shared_uids.is_empty() {
            self.field("shared_uids", &list(head.shared_uids.iter().map(u32::to_string), false));
        }
    }
}

fn name(name: &Name) -> String {
    match name {
        Name::One(text) => quoted(text),
        Name::Both { en, zh } => format!("{{ en = {}, zh = {} }}", quoted(en), quoted(zh)),
    }
}

fn list(values: impl Iterator<Item = String>, one_a_line: bool) -> String {
    let values: Vec<String> = values.collect();
    if one_a_line {
        let lines: String = values.iter().map(|v| format!("    {v},\n")).collect();
        format!("[\n{lines}]")
    } else {
        format!("[{}]", values.join(", "))
    }
}

fn clock(time: jiff::civil::Time) -> String {
    match time.second() {
        0 => format!("{:02}:{:02}", time.hour(), time.minute()),
        second => format!("{:02}:{:02}:{second:02}", time.hour(), time.minute()),
    }
}

/// A text as TOML spells it; what a terminal would not show as it is stands as an escape.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || !crate::words::text::is_shown(c) => {
                let number = u32::from(c);
                let _ = if number > 0xFFFF {
                    write!(out, "\\U{number:08X}")
                } else {
                    write!(out, "\\u{number:04X}")
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

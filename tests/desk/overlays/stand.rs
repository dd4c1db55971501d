//! A stand for overlays: an invented station, a fixed clock, and keys pressed through the default keymap.

use crate::samples;
use dutydesk::domain::patrol::{UnitState, UnitStatus};
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::report::Priority;
use dutydesk::domain::row::UnitRow;
use dutydesk::domain::setup::{Checklist, CodeEntry, CodeList, SetupItem, Standing, Unit};
use dutydesk::domain::{Command, Lang, Name, RecordId, Station};
use dutydesk::keys::{self, Key, Keymap, Lookup};
use dutydesk::ui::form::Form;
use dutydesk::ui::overlay::{Look, Outcome, Overlay, Setting, Submitted};
use dutydesk::ui::theme::Theme;
use dutydesk::words::Words;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn name(en: &str, zh: &str) -> Name {
    Name::Both { en: en.to_owned(), zh: zh.to_owned() }
}

/// The station of the samples with more beats, types, units and things to count.
pub fn station() -> Station {
    let mut station = samples::station();
    let mut put = |item: SetupItem| {
        station.items.insert(item.key(), Standing { item, retired: false, rev: 1 });
    };
    let kind = |code: &str, en: &str, zh: &str, priority, patterns: &[&str]| {
        SetupItem::Code(CodeEntry {
            list: CodeList::IncidentType,
            code: code.into(),
            name: name(en, zh),
            priority: Some(priority),
            patterns: patterns.iter().map(|p| (*p).to_owned()).collect(),
        })
    };
    put(kind("fight", "Fight", "斗殴", Priority::P1, &["fight", "打架", "打人"]));
    put(kind("theft", "Theft", "盗窃", Priority::P3, &["stolen", "theft", "被偷"]));
    put(kind("noise", "Noise", "噪音扰民", Priority::P4, &["noise", "噪音"]));
    for (code, en, zh) in [("S1", "South 1", "南一网格"), ("C2", "Town 2", "城二网格")] {
        put(SetupItem::Place(Place {
            code: code.into(),
            name: name(en, zh),
            level: Level::Beat,
            part_of: None,
            officer: None,
            outside: false,
        }));
    }
    for (code, en, zh, beat) in
        [("patrol1", "Patrol One", "巡一", "S3"), ("patrol2", "Patrol Two", "巡二", "C2")]
    {
        put(SetupItem::Unit(Unit { code: code.into(), name: name(en, zh), beat: Some(beat.into()) }));
    }
    put(SetupItem::Checklist(Checklist {
        code: "equipment".into(),
        name: name("Equipment", "装备"),
        items: vec![
            name("Keys of the cells", "钥匙"),
            name("Radios (6)", "对讲机（6 台）"),
            name("Patrol car", "警车"),
        ],
    }));
    station
}

pub fn units() -> Vec<UnitRow> {
    let unit = |code: &str, status, on: Option<RecordId>, beat: Option<&str>| UnitRow {
        state: UnitState {
            code: code.into(),
            rev: 1,
            status,
            on,
            since: samples::by("0142"),
            last_check_in: None,
        },
        beat: beat.map(Into::into),
    };
    vec![
        unit("patrol1", UnitStatus::Available, None, Some("S3")),
        unit("patrol2", UnitStatus::OnScene, Some(samples::id("R-20261121-030")), Some("C2")),
        unit("south3", UnitStatus::Off, None, None),
    ]
}

/// An overlay on a screen of its own.
pub struct Stand {
    pub station: Station,
    pub words: Words,
    pub keymap: Keymap,
    pub now: Timestamp,
    pub size: (u16, u16),
    pub overlay: Option<Overlay>,
    /// What it submitted last.
    pub submitted: Option<Submitted>,
    pending: Vec<Key>,
}

impl Stand {
    pub fn new(lang: Lang) -> Stand {
        Stand {
            station: station(),
            words: Words::new(lang),
            keymap: keys::defaults(),
            now: samples::at(),
            size: (80, 24),
            overlay: None,
            submitted: None,
            pending: Vec::new(),
        }
    }

    /// With the form that this makes.
    pub fn with(lang: Lang, make: impl FnOnce(&Setting<'_>) -> Form) -> Stand {
        let mut stand = Stand::new(lang);
        let form = make(&stand.setting());
        stand.overlay = Some(Overlay::Form(Box::new(form)));
        stand
    }

    pub fn setting(&self) -> Setting<'_> {
        Setting {
            station: &self.station,
            words: &self.words,
            now: self.now,
            today: "2026-11-21".parse().unwrap(),
            columns: self.size.0,
        }
    }

    pub fn form(&self) -> &Form {
        self.overlay.as_ref().and_then(Overlay::form).expect("a form is open")
    }

    pub fn form_mut(&mut self) -> &mut Form {
        self.overlay.as_mut().and_then(Overlay::form_mut).expect("a form is open")
    }

    /// Presses keys: characters as they are, other keys by name as in `<tab>`.
    pub fn press(&mut self, keys: &str) -> &mut Stand {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (key, after) = match rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
                Some((name, after)) => (name.parse().expect("a key's name"), after),
                None => (Key::char(c), &rest[c.len_utf8()..]),
            };
            self.key(key);
            rest = after;
        }
        self
    }

    fn key(&mut self, key: Key) {
        let Some(mut overlay) = self.overlay.take() else { return };
        self.pending.push(key);
        let outcome = match self.keymap.lookup(overlay.layers(), &self.pending) {
            Lookup::Run(action) => overlay.action(action, &self.setting()),
            Lookup::Pending(_) => {
                self.overlay = Some(overlay);
                return;
            }
            Lookup::None => {
                let typed: String = self.pending.iter().filter_map(|key| key.typed()).collect();
                overlay.text(&typed, &self.setting())
            }
        };
        self.pending.clear();
        self.come_of(overlay, outcome);
    }

    /// Pastes a text as a whole.
    pub fn paste(&mut self, text: &str) -> &mut Stand {
        let mut overlay = self.overlay.take().expect("an overlay is open");
        let outcome = overlay.text(text, &self.setting());
        self.come_of(overlay, outcome);
        self
    }

    fn come_of(&mut self, overlay: Overlay, outcome: Outcome) {
        match outcome {
            Outcome::Close => {}
            Outcome::Stay | Outcome::Changed => self.overlay = Some(overlay),
            Outcome::Submit(submitted) => {
                self.submitted = Some(submitted);
                self.overlay = Some(overlay);
            }
        }
    }

    /// The command that was submitted.
    pub fn command(&self) -> &Command {
        match &self.submitted {
            Some(Submitted::Command(command)) => command,
            other => panic!("no command was submitted, but {other:?}\n{}", self.screen()),
        }
    }

    pub fn draw(&self) -> (Buffer, Option<Position>) {
        let area = Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 };
        let mut buffer = Buffer::empty(area);
        let look = Look { setting: self.setting(), theme: Theme::default(), keymap: &self.keymap };
        let caret = self.overlay.as_ref().and_then(|overlay| overlay.paint(&mut buffer, area, &look));
        (buffer, caret)
    }

    /// The screen as text, for messages of failed tests and for looking for words.
    pub fn screen(&self) -> String {
        let (buffer, _) = self.draw();
        lines(&buffer).join("\n")
    }
}

/// The rows of a buffer as text, without the second halves of wide characters.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width);
    let row = |cells: &[ratatui::buffer::Cell]| {
        let mut text = String::new();
        let mut skip = 0;
        for cell in cells {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            text.push_str(cell.symbol());
            skip = dutydesk::ui::text::width(cell.symbol()).saturating_sub(1);
        }
        text.trim_end().to_owned()
    };
    buffer.content.chunks(width).map(row).collect()
}

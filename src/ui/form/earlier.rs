//! What the desk knows of earlier reports from the place and the number, or between the two sides, that stand in the form
//! of a new report: when it is asked, and how it is told. It never takes the caret, and never the room of a field.
//!
//! It is asked when a field is left or the typing pauses, never for every key.

use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Form, Slot};
use crate::domain::earlier::{EarlierRow, History, has_history, phone_key, place_key};
use crate::domain::pair::{Side, between};
use crate::domain::query::Query;
use crate::domain::refusal::Field;
use crate::domain::report::Source;
use crate::domain::{Code, Private};
use crate::keys::{Action, Layer};
use crate::ui::overlay::menu::{Menu, Pick};
use crate::ui::overlay::sheet::{line, small};
use crate::ui::overlay::{Look, Outcome, Setting, Submitted};
use crate::ui::text::{one_line, pad, width};

/// How long nothing is typed before what stands in a field counts as typed.
pub const PAUSE: SignedDuration = SignedDuration::from_millis(600);

/// The rows that it has under the fields where there is room: a line of counts, and the last ones.
pub(super) const ROWS: usize = 5;

/// How many earlier reports are asked for.
const NAMED: u16 = 20;

/// The most cells of a column but the last.
const COLUMN_MAX: usize = 16;

/// What the desk is asked for, as it is compared; empty where nothing is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    place: Private,
    caller: Private,
    /// Both sides, when both are known.
    sides: Option<Box<[Side; 2]>>,
}

impl Keys {
    fn is_empty(&self) -> bool {
        self.place.is_empty() && self.caller.is_empty() && self.sides.is_none()
    }
}

/// What a form knows of earlier reports.
#[derive(Clone, Debug, Default)]
pub(super) struct Earlier {
    /// What it was told about last, or could not be told.
    of: Keys,
    history: History,
    /// The question on its way, and what it asks for.
    asked: Option<(u64, Keys)>,
    /// Something changed at the desk since.
    stale: bool,
}

impl Form {
    fn keys(&self) -> Keys {
        let source = Source::from_code(self.content(Slot::Source)).unwrap_or(Source::Phone);
        if !self.is_new_report() || !has_history(source) {
            return Keys::default();
        }
        let told = |field| self.content(Slot::Of(field));
        let side = |name, phone| Side {
            name: place_key(told(name)).unwrap_or_default().into(),
            phone: phone_key(told(phone)).unwrap_or_default().into(),
        };
        let caller = side(Field::CallerName, Field::CallerPhone);
        let other = side(Field::OtherName, Field::OtherPhone);
        let known = !between(&caller, &other).is_empty();
        Keys {
            place: place_key(told(Field::Place)).unwrap_or_default().into(),
            caller: caller.phone.clone(),
            sides: known.then(|| Box::new([caller, other])),
        }
    }

    /// Drops what it was told about other words than stand there now; `true` while there is something to ask for.
    pub fn wants_earlier(&mut self) -> bool {
        let keys = self.keys();
        let known = &mut self.earlier;
        let gone = |was: &Private, is: &Private, count: u32| count > 0 && was != is;
        if gone(&known.of.place, &keys.place, known.history.place)
            || gone(&known.of.caller, &keys.caller, known.history.caller)
            || known.of.sides.is_some() && known.of.sides != keys.sides
        {
            (known.of, known.history) = (Keys::default(), History::default());
        }
        known.asked.is_none() && !keys.is_empty() && (known.stale || known.of != keys)
    }

    /// When what is typed counts as typed; none when the officer has left what there is to ask for.
    pub fn typed_at(&self, last_key: Option<Timestamp>) -> Option<Timestamp> {
        let keys = self.keys();
        let known = &self.earlier.of;
        let typing = match self.focus() {
            Some(Slot::Of(Field::Place)) => keys.place != known.place,
            Some(Slot::Of(Field::CallerPhone)) => keys.caller != known.caller || keys.sides != known.sides,
            Some(Slot::Of(Field::CallerName | Field::OtherName | Field::OtherPhone)) => {
                keys.sides != known.sides
            }
            Some(_) | None => false,
        };
        last_key.filter(|_| typing)?.checked_add(PAUSE).ok()
    }

    /// The question, which goes to the desk under this number.
    pub fn ask_earlier(&mut self, id: u64) -> Query {
        let keys = self.keys();
        let alone = || [Side { phone: keys.caller.clone(), ..Side::default() }, Side::default()];
        let [caller, other] = keys.sides.as_deref().cloned().unwrap_or_else(alone);
        let query = Query::History { place: keys.place.clone(), caller, other, before: None, limit: NAMED };
        self.earlier.stale = false;
        self.earlier.asked = Some((id, keys));
        query
    }

    /// Takes the answer to question `id`, or nothing when there was none; an answer to another question is dropped.
    pub fn take_earlier(&mut self, id: u64, history: Option<History>) {
        let current = self.keys();
        let known = &mut self.earlier;
        let Some((_, keys)) = known.asked.take_if(|(asked, _)| *asked == id) else { return };
        if keys == current {
            (known.of, known.history) = (keys, history.unwrap_or_default());
        }
    }

    /// Something changed at the desk: what was told may be more by now.
    pub fn earlier_changed(&mut self) {
        self.earlier.stale = true;
    }

    /// The line was cut: no answer will come.
    pub fn forget_earlier_question(&mut self) {
        self.earlier.asked = None;
    }

    /// The whole list, to open one of the reports.
    pub fn earlier_menu(&self, setting: &Setting<'_>) -> Option<Menu> {
        let rows = &self.earlier.history.rows;
        (!rows.is_empty()).then(|| menu(rows, setting))
    }

    /// Whether there is a list to open.
    pub(super) fn shows_earlier(&self) -> bool {
        !self.earlier.history.is_empty()
    }

    /// The list is opened over the form, if there is one.
    pub(super) fn open_earlier(&self) -> Outcome {
        if self.shows_earlier() { Outcome::Submit(Submitted::Earlier) } else { Outcome::Stay }
    }

    /// Draws the counts and as many of the last reports as there is room for.
    pub(super) fn paint_earlier(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) {
        let history = &self.earlier.history;
        if area.height == 0 || history.is_empty() {
            return;
        }
        line(buf, Rect { height: 1, ..area }, &self.earlier_line(look), look.theme.heading());
        let rows: Vec<Vec<String>> = history.rows.iter().map(|row| columns(row, &look.setting)).collect();
        let shown = rows.iter().take(usize::from(area.height - 1));
        let wide = |at: usize| {
            let texts = shown.clone().filter_map(|row| row.get(at));
            texts.map(|text| width(text)).max().unwrap_or(0).min(COLUMN_MAX)
        };
        for (y, row) in (area.y + 1..area.bottom()).zip(shown.clone()) {
            let mut x = area.x + 2;
            for (at, text) in row.iter().enumerate() {
                let left = usize::from(area.right().saturating_sub(x));
                let cells = if at + 1 == row.len() { left } else { wide(at).min(left) };
                buf.set_string(x, y, pad(text, cells), look.theme.plain());
                x = x.saturating_add(small(cells + 1)).min(area.right());
            }
        }
    }

    /// The counts in one line, and the key of the list.
    pub(super) fn earlier_line(&self, look: &Look<'_>) -> String {
        let words = look.setting.words;
        let counts = words.earlier_counts(&self.earlier.history);
        let title = words.with("earlier-title", &[("counts", &counts)]);
        match look.keymap.hint(Action::FormEarlier, &[Layer::Form]) {
            Some(key) => format!("{title}  {key} {}", words.get(Action::FormEarlier.label())),
            None => title,
        }
    }
}

/// Earlier reports to choose from; choosing one opens it.
pub fn menu(rows: &[EarlierRow], setting: &Setting<'_>) -> Menu {
    let pick = |row: &EarlierRow| Pick {
        code: row.id.to_string(),
        columns: columns(row, setting),
        also: Vec::new(),
        then: Submitted::Open(row.id),
        reason: None,
    };
    Menu::new(setting.words.get("earlier-menu"), rows.iter().map(pick).collect())
}

/// Number, when, type, status, what it has in common, and what was told.
fn columns(row: &EarlierRow, setting: &Setting<'_>) -> Vec<String> {
    let words = setting.words;
    let code: Option<&Code> = row.incident_type.as_ref();
    vec![
        row.id.to_string(),
        words.clock(row.received_at, &setting.station.zone(), setting.now),
        one_line(&words.incident_type(code, setting.station)).into_owned(),
        words.status(row.status),
        words.earlier_by(&row.same),
        one_line(&row.gist).into_owned(),
    ]
}

//! How a form is drawn: labels and fields under one another, the open list over the fields below, and at the foot
//! what the officer is told.
//!
//! It never changes the form: what is scrolled out of sight follows from where the caret is.

mod field;
mod ticks;

use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::choice::Choice;
use super::earlier;
use super::spec::{Choices, Kind};
use super::{Entry, Form, Told, Value};
use crate::domain::RecordId;
use crate::keys::{Action, Layer};
use crate::ui::cover::cover;
use crate::ui::overlay::sheet::{self, hint_row, hints, line, small};
use crate::ui::overlay::{Look, Setting};
use crate::ui::text::{one_line, truncate, width, wrap};
use crate::ui::widget::field::Lines;
use crate::ui::widget::menu::{MenuList, MenuRow};

/// The most cells for the labels.
const LABEL_MAX: usize = 26;
/// How many rows a text of several lines has at least and at most.
const TEXT_ROWS: (usize, usize) = (3, 6);
/// How many choices are in sight at once.
const LIST_ROWS: usize = 7;
/// How much of what another officer wrote is quoted.
const THEIRS_CELLS: usize = 48;

/// Where the fields are drawn.
struct Layout {
    /// The room of all fields.
    fields: Rect,
    /// Cells of the labels, with the space behind.
    labels: usize,
    /// The first row of each field, counted from the top of all of them, and how many rows it has.
    rows: Vec<(usize, usize)>,
    /// How many rows are scrolled out of sight.
    above: usize,
}

impl Layout {
    /// The part of the screen that a field has, as far as it is in sight.
    fn field(&self, at: usize) -> Option<Rect> {
        let (start, high) = *self.rows.get(at)?;
        let (from, to) = (start.max(self.above), start + high);
        let room = usize::from(self.fields.height);
        if to <= from || from >= self.above + room {
            return None;
        }
        let high = to.min(self.above + room) - from;
        Some(Rect { y: self.fields.y + small(from - self.above), height: small(high), ..self.fields })
    }
}

impl Form {
    /// How many cells the text of a field has on this screen.
    pub(super) fn text_cells(&self, setting: &Setting<'_>) -> usize {
        let inner = usize::from(sheet::width_on(setting.columns).saturating_sub(4));
        inner.saturating_sub(self.label_cells(setting)).max(1)
    }

    fn label_cells(&self, setting: &Setting<'_>) -> usize {
        let widest = self.entries.iter().map(|entry| width(&label(entry, setting))).max().unwrap_or(0);
        // A star for what is required, and a space.
        widest.min(LABEL_MAX) + 2
    }

    /// The first row of each field and how many it has.
    fn rows(&self, cells: usize) -> Vec<(usize, usize)> {
        let mut next = 0;
        let place = |entry: &Entry| {
            let high = self.rows_of(entry, cells);
            next += high;
            (next - high, high)
        };
        self.entries.iter().map(place).collect()
    }

    fn rows_of(&self, entry: &Entry, cells: usize) -> usize {
        match (&entry.value, entry.spec.kind) {
            (Value::Text(field), Kind::Text(Lines::Many)) => {
                field.height(cells).clamp(TEXT_ROWS.0, TEXT_ROWS.1)
            }
            (Value::Ticks(_), _) => ticks::rows(&entry.spec.offers),
            (Value::Text(_) | Value::Choice(_) | Value::Flag(_), _) => 1,
        }
    }

    /// Draws the form; gives the caret's cell.
    pub(crate) fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        if self.is_quick() {
            return self.paint_quick(buf, area, look);
        }
        let setting = Setting { columns: area.width, ..look.setting };
        let rows = self.rows(self.text_cells(&setting));
        let total = rows.last().map_or(0, |(start, high)| start + high);
        // A short form with choices keeps room for its list.
        let list = if self.has_choices() { (LIST_ROWS + 1).saturating_sub(total) } else { 0 };
        let title = self.title(&setting);
        let earlier = if self.is_new_report() { earlier::ROWS } else { 0 };
        let room = sheet::open(buf, area, small(total + list + earlier + 3), &title, look.theme);
        if room.height < 4 {
            return None;
        }
        // Earlier reports have what the fields leave.
        let fields = Rect { height: small(total + list).min(room.height - 3), ..room };
        let above = self.scrolled(&rows, usize::from(fields.height));
        let layout = Layout { fields, labels: self.label_cells(&setting), rows, above };
        let look = Look { setting, ..*look };
        let mut caret = None;
        for at in 0..self.entries.len() {
            caret = self.paint_field(at, buf, &layout, &look).or(caret);
        }
        self.paint_scrolled(buf, &layout, &look);
        self.paint_list(buf, &layout, &look);
        let told = Rect { y: room.bottom() - 3, height: 2, ..room };
        let below = Rect { y: fields.bottom(), height: told.y - fields.bottom(), ..room };
        // The upper row of what is told is mostly free.
        let below = if below.height == 0 { Rect { height: 1, ..told } } else { below };
        self.paint_earlier(buf, below, &look);
        self.paint_told(buf, told, &look);
        let more = self.lines.is_some().then_some(Action::FormMore);
        let keys = [Action::FormSave, Action::FormNext, Action::FormChoose].into_iter().chain(more);
        let keys: Vec<Action> = keys.chain([Action::NewLine, Action::FormCancel]).collect();
        let hint = hints(&look, &[Layer::Form], &keys);
        hint_row(buf, Rect { y: room.bottom() - 1, height: 1, ..room }, &hint, look.theme);
        caret
    }

    fn has_choices(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.value, Value::Choice(_)))
    }

    fn title(&self, setting: &Setting<'_>) -> String {
        let about = self.purpose().about();
        let about = match about.parse::<RecordId>() {
            Ok(_) if self.is_on_several() => setting.words.count("form-marked", self.several),
            Ok(id) => id.told_on(setting.today),
            Err(_) => setting.station.unit_name(&about.as_str().into(), setting.words.lang()).to_owned(),
        };
        setting.words.with(&format!("form-title-{}", self.purpose().code()), &[("about", &about)])
    }

    /// How many rows are scrolled away so that the field with the caret is in sight as a whole, where there is room.
    fn scrolled(&self, rows: &[(usize, usize)], room: usize) -> usize {
        let (start, high) = rows.get(self.at).copied().unwrap_or((0, 1));
        (start + high).saturating_sub(room).min(start)
    }

    fn paint_scrolled(&self, buf: &mut Buffer, layout: &Layout, look: &Look<'_>) {
        let total = layout.rows.last().map_or(0, |(start, high)| start + high);
        let below = total.saturating_sub(layout.above + usize::from(layout.fields.height));
        let edge = Rect { x: layout.fields.right().saturating_sub(1), width: 1, ..layout.fields };
        edge_marks(buf, edge, layout.above, below, look.theme);
    }

    /// The open list, over the fields below the one with the caret, or above it where there is more room.
    fn paint_list(&self, buf: &mut Buffer, layout: &Layout, look: &Look<'_>) {
        let Some(Entry { value: Value::Choice(choosing), spec, .. }) = self.entries.get(self.at) else {
            return;
        };
        let Kind::Choice(of) = spec.kind else { return };
        let Some(field) = layout.field(self.at).filter(|_| choosing.is_open()) else { return };
        let found = choosing.found(of, &look.setting);
        let (over, under) = (field.y - layout.fields.y, layout.fields.bottom() - field.bottom());
        let high = small(found.len().clamp(1, LIST_ROWS));
        let y = if under >= high || under >= over { field.bottom() } else { field.y - high.min(over) };
        let room = if under >= high || under >= over { under } else { over };
        // The whole rows are covered: a label beside a choice would look as if the choice stood in its field.
        let rows = Rect { y, height: high.min(room), ..field };
        cover(buf, rows);
        let x = field.x + small(layout.labels).saturating_sub(2);
        let area = Rect { x, width: field.right().saturating_sub(x), ..rows };
        if found.is_empty() {
            line(buf, area, &look.setting.words.get("form-menu-nothing"), look.theme.quiet());
            return;
        }
        let rows: Vec<MenuRow> = found.iter().map(|choice| menu_row(choice, of)).collect();
        MenuList { rows: &rows, cursor: choosing.cursor, theme: look.theme }.draw(buf, area);
    }

    /// What the officer is told, in one row, or in two when one would cut it.
    fn paint_told(&self, buf: &mut Buffer, rows: Rect, look: &Look<'_>) {
        let (text, style) = self.to_tell(look);
        let text = one_line(&text);
        let mut parts = wrap(&text, usize::from(rows.width));
        let last = Rect { y: rows.bottom() - 1, height: 1, ..rows };
        if parts.len() < 2 {
            return line(buf, last, &text, style);
        }
        let first = parts.remove(0);
        cover(buf, Rect { height: 1, ..rows });
        line(buf, Rect { height: 1, ..rows }, &first, style);
        line(buf, last, text.get(first.len()..).unwrap_or_default().trim_start(), style);
    }

    pub(super) fn to_tell(&self, look: &Look<'_>) -> (String, Style) {
        let words = look.setting.words;
        match &self.told {
            Some(Told::Complaint(complaint)) => {
                let sentence = complaint.sentence(words, look.setting.station);
                (format!("! {sentence}"), look.theme.refusal())
            }
            Some(Told::LeftOut(count)) => {
                let count = u64::try_from(*count).unwrap_or(u64::MAX);
                (format!("! {}", words.count("form-left-out", count)), look.theme.refusal())
            }
            Some(Told::Unanswered) => (format!("! {}", words.get("form-unanswered")), look.theme.refusal()),
            Some(Told::Restored(at)) => (self.restored(*at, look), look.theme.quiet()),
            Some(Told::Emptied) => (words.get("form-emptied"), look.theme.quiet()),
            Some(Told::Waiting) => (words.get("form-waiting"), look.theme.quiet()),
            None => match self.made_by_another(&look.setting) {
                Some(text) => (format!("! {text}"), look.theme.refusal()),
                None => (self.advice(&look.setting), look.theme.quiet()),
            },
        }
    }

    /// When it was left, and the keys that empty it: the first one may only empty the field.
    fn restored(&self, at: Timestamp, look: &Look<'_>) -> String {
        let words = look.setting.words;
        let time = words.clock(at, &look.setting.station.zone(), look.setting.now);
        let key = look.keymap.hint(Action::EditClear, &[Layer::Form]).map(ToString::to_string);
        let Some(key) = key else { return words.with("form-restored", &[("time", &time)]) };
        let empty = self.entries.get(self.at).is_some_and(|entry| entry.content().is_empty());
        let keys = if empty { key } else { format!("{key} {key}") };
        words.with("form-restored-keys", &[("time", &time), ("keys", &keys)])
    }

    /// What another officer made of the field with the caret while this one typed.
    fn made_by_another(&self, setting: &Setting<'_>) -> Option<String> {
        let entry = self.entries.get(self.at).filter(|entry| self.theirs.contains(&entry.spec.slot))?;
        let words = setting.words;
        let text = match entry.spec.kind {
            Kind::Choice(_) => field::chosen_name(&entry.preset, entry, setting),
            Kind::Ticks => return None,
            Kind::Text(_) | Kind::Time | Kind::Ahead | Kind::ByDay | Kind::Money | Kind::YesNo => {
                entry.preset.clone()
            }
            Kind::Secret | Kind::ReportNumber | Kind::RecordNumber | Kind::OfficerNumber => return None,
        };
        let text = one_line(&text);
        let text = truncate(&text, THEIRS_CELLS);
        Some(match &self.by {
            Some(by) => words.with("form-theirs-by", &[("who", &by.0), ("text", &text)]),
            None => words.with("form-theirs", &[("text", &text)]),
        })
    }

    /// What can be typed into the field with the caret, else what is to be known of the record.
    fn advice(&self, setting: &Setting<'_>) -> String {
        let id = match self.entries.get(self.at).map(|entry| entry.spec.kind) {
            Some(Kind::Choice(Choices::Times)) => "form-advice-by-when",
            Some(Kind::Choice(Choices::Until)) => "due-advice-until",
            Some(Kind::Choice(Choices::Delays)) => "due-advice-delay",
            Some(Kind::Choice(_)) => "form-advice-choice",
            Some(Kind::Time) => "form-advice-time",
            Some(Kind::YesNo) => "form-advice-yes-no",
            Some(Kind::ReportNumber) => "form-advice-number",
            Some(Kind::Ahead) => "form-advice-ahead",
            Some(Kind::ByDay) => "form-advice-by-day",
            Some(Kind::Money) => "form-advice-money",
            Some(Kind::RecordNumber) => "form-advice-record",
            Some(Kind::Ticks) => "form-advice-ticks",
            Some(Kind::Text(_) | Kind::Secret | Kind::OfficerNumber) | None => {
                return self.beside.as_ref().map(|beside| beside.sentence(setting)).unwrap_or_default();
            }
        };
        setting.words.get(id)
    }
}

fn label(entry: &Entry, setting: &Setting<'_>) -> String {
    let words = setting.words;
    let spec = &entry.spec;
    match (&spec.name, spec.slot.line(), spec.label) {
        (Some(name), _, _) => one_line(name.of(words.lang())).into_owned(),
        (None, Some((name, n)), _) => format!("{n} {}", words.get(&format!("form-label-{name}"))),
        (None, None, Some(label)) => words.get(&format!("form-label-{label}")),
        (None, None, None) => words.get(&format!("form-label-{}", spec.slot.code())),
    }
}

fn menu_row(choice: &Choice, of: Choices) -> MenuRow {
    let columns = if choice.code_differs() && !of.takes_words() {
        vec![choice.code.clone(), choice.name.clone()]
    } else {
        vec![choice.name.clone()]
    };
    MenuRow { columns, open: true }
}

/// `^` and `v` at the right edge say that there is more above and below.
fn edge_marks(buf: &mut Buffer, area: Rect, above: usize, below: usize, theme: crate::ui::theme::Theme) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    if above > 0 {
        buf.set_string(area.right() - 1, area.top(), "^", theme.quiet());
    }
    if below > 0 {
        buf.set_string(area.right() - 1, area.bottom() - 1, "v", theme.quiet());
    }
}

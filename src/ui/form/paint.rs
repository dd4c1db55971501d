//! How a form is drawn: labels and fields under one another, the open list over the fields below, and at the foot
//! what the officer is told.
//!
//! It never changes the form: what is scrolled out of sight follows from where the caret is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::choice::{Choice, Choosing, choices};
use super::spec::{Choices, Kind, Slot};
use super::{Entry, Form, Told, Value, time};
use crate::domain::OfficerId;
use crate::domain::refusal::Field;
use crate::keys::{Action, Layer};
use crate::ui::cover::cover;
use crate::ui::overlay::sheet::{self, hint_row, hints, line, small};
use crate::ui::overlay::{Look, Setting};
use crate::ui::text::{one_line, pad, truncate, width};
use crate::ui::widget::field::Lines;
use crate::ui::widget::menu::{MenuList, MenuRow};

/// The most cells for the labels.
const LABEL_MAX: usize = 26;
/// How many rows a text of several lines has at least and at most.
const TEXT_ROWS: (usize, usize) = (3, 6);
/// How many choices are in sight at once.
const LIST_ROWS: usize = 7;
/// Cells of a field behind which it says what its value means.
const NOTED_CELLS: usize = 26;

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

    fn rows_of(&self, entry: &Entry, cells: usize) -> usize {
        match (&entry.value, entry.spec.kind) {
            (Value::Text(field), Kind::Text(Lines::Many)) => {
                field.height(cells).clamp(TEXT_ROWS.0, TEXT_ROWS.1)
            }
            (Value::Text(_) | Value::Choice(_) | Value::Flag(_), _) => 1,
        }
    }

    /// Draws the form; gives the caret's cell.
    pub(crate) fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let setting = Setting { columns: area.width, ..look.setting };
        let cells = self.text_cells(&setting);
        let mut rows = Vec::new();
        let mut total = 0;
        for entry in &self.entries {
            let high = self.rows_of(entry, cells);
            rows.push((total, high));
            total += high;
        }
        let list = if self.has_choices() { (LIST_ROWS + 1).saturating_sub(total) } else { 0 };
        let title = setting.words.with(
            &format!("form-title-{}", self.purpose().code()),
            &[("about", &self.title_about(&setting))],
        );
        let room = sheet::open(buf, area, small(total + list + 3), &title, look.theme);
        if room.height < 4 {
            return None;
        }
        let fields = Rect { height: room.height - 3, ..room };
        let above = self.scrolled(&rows, usize::from(fields.height));
        let layout = Layout { fields, labels: self.label_cells(&setting), rows, above };
        let look = Look { setting, ..*look };
        let mut caret = None;
        for at in 0..self.entries.len() {
            caret = self.paint_field(at, buf, &layout, &look).or(caret);
        }
        self.paint_scrolled(buf, &layout, &look);
        self.paint_list(buf, &layout, &look);
        let told = Rect { y: room.bottom() - 2, height: 1, ..room };
        self.paint_told(buf, told, &look);
        let hint = hints(
            &look,
            &[Layer::Form],
            &[Action::FormSave, Action::FormNext, Action::FormChoose, Action::NewLine, Action::FormCancel],
        );
        hint_row(buf, Rect { y: room.bottom() - 1, height: 1, ..room }, &hint, look.theme);
        caret
    }

    fn has_choices(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.value, Value::Choice(_)))
    }

    /// The record or unit that it is about, as the title names it.
    fn title_about(&self, setting: &Setting<'_>) -> String {
        let about = self.purpose().about();
        match about.parse::<crate::domain::RecordId>() {
            Ok(id) => id.short(),
            Err(_) => setting.station.unit_name(&about.as_str().into(), setting.words.lang()).to_owned(),
        }
    }

    /// How many rows are scrolled away so that the field with the caret is in sight as a whole, where there is room.
    fn scrolled(&self, rows: &[(usize, usize)], room: usize) -> usize {
        let (start, high) = rows.get(self.at).copied().unwrap_or((0, 1));
        (start + high).saturating_sub(room).min(start)
    }

    fn paint_field(&self, at: usize, buf: &mut Buffer, layout: &Layout, look: &Look<'_>) -> Option<Position> {
        let entry = self.entries.get(at)?;
        let area = layout.field(at)?;
        let focus = at == self.at;
        let theme = look.theme;
        let style = if focus { theme.focus() } else { theme.heading() };
        let text = label(entry, &look.setting);
        let text = pad(&text, layout.labels.saturating_sub(2));
        let star = if entry.spec.required { "*" } else { " " };
        let mark = if focus { ">" } else { star };
        buf.set_string(area.x, area.y, format!("{text}{mark}"), style);
        let x = area.x + small(layout.labels);
        let value = Rect { x, width: area.right().saturating_sub(x), ..area };
        match &entry.value {
            Value::Text(field) => {
                let hidden = entry.spec.kind == Kind::Secret;
                let note = self.note(entry, &look.setting);
                let cells = usize::from(value.width);
                let cells = if note.is_some() { cells.min(NOTED_CELLS) } else { cells };
                let shown = field.shown(cells.max(1), usize::from(value.height), hidden);
                for (y, row) in (value.y..value.bottom()).zip(&shown.rows) {
                    buf.set_string(value.x, y, row, theme.plain());
                }
                if let Some(note) = note {
                    let x = value.x + small(cells) + 1;
                    let row = Rect { x, width: value.right().saturating_sub(x), ..value };
                    line(buf, row, &note, theme.quiet());
                }
                edge_marks(buf, value, shown.above, shown.below, theme);
                let caret = Position { x: value.x + shown.caret.0, y: value.y + shown.caret.1 };
                (focus && caret.y < value.bottom()).then_some(caret)
            }
            Value::Choice(choosing) => {
                let caret = self.paint_choice(entry, choosing, buf, value, look);
                focus.then_some(caret)
            }
            Value::Flag(flag) => {
                paint_flag(*flag, buf, value, look);
                focus.then_some(Position { x: value.x, y: value.y })
            }
        }
    }

    /// A chosen value as code and name, a proposal behind a `~`, or what is being typed.
    fn paint_choice(
        &self,
        entry: &Entry,
        choosing: &Choosing,
        buf: &mut Buffer,
        area: Rect,
        look: &Look<'_>,
    ) -> Position {
        let Kind::Choice(of) = entry.spec.kind else { return area.as_position() };
        if !choosing.typed.is_empty() {
            let shown = choosing.typed.shown(usize::from(area.width).max(1), 1, false);
            for row in &shown.rows {
                buf.set_string(area.x, area.y, row, look.theme.plain());
            }
            return Position { x: area.x + shown.caret.0, y: area.y };
        }
        let name = |code: &str| chosen_name(code, of, &look.setting);
        let (text, style) = match (&choosing.chosen, self.proposed(entry, &look.setting)) {
            (Some(code), _) => (name(code), look.theme.plain()),
            (None, Some(code)) => {
                let proposal = [("choice", name(&code))];
                let [(id, text)] = &proposal;
                (look.setting.words.with("form-proposed", &[(*id, text)]), look.theme.quiet())
            }
            (None, None) if entry.must_choose() => (String::new(), look.theme.plain()),
            (None, None) if is_to_be_set(entry) => {
                (look.setting.words.get("form-to-be-set"), look.theme.quiet())
            }
            (None, None) => (String::new(), look.theme.plain()),
        };
        line(buf, area, &text, style);
        area.as_position()
    }

    /// What a typed value means: the time that is read, the report, the officer's name.
    fn note(&self, entry: &Entry, setting: &Setting<'_>) -> Option<String> {
        let content = entry.content();
        match entry.spec.kind {
            Kind::Time => Some(match time::read(content, setting.now, &setting.station.zone()) {
                Ok(Some(at)) => format!("= {}", setting.words.moment(at, &setting.station.zone())),
                Ok(None) => setting.words.get("form-time-now"),
                Err(_) => setting.words.get("form-time-how"),
            }),
            Kind::ReportNumber => {
                let this = self.purpose().about().parse().ok()?;
                Some(format!("= {}", super::report_number(content, this)?))
            }
            Kind::OfficerNumber => {
                let number = OfficerId::from(content.trim());
                let known = setting.station.officer(&number)?;
                Some(known.name.of(setting.words.lang()).to_owned())
            }
            Kind::Text(_) | Kind::Secret | Kind::Choice(_) | Kind::YesNo => None,
        }
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
        let rows: Vec<MenuRow> = found.iter().map(menu_row).collect();
        MenuList { rows: &rows, cursor: choosing.cursor, theme: look.theme }.draw(buf, area);
    }

    fn paint_told(&self, buf: &mut Buffer, row: Rect, look: &Look<'_>) {
        let words = look.setting.words;
        let (text, style) = match &self.told {
            Some(Told::Complaint(complaint)) => {
                let sentence = complaint.sentence(words, look.setting.station);
                (format!("! {sentence}"), look.theme.refusal())
            }
            Some(Told::LeftOut(count)) => {
                let count = u64::try_from(*count).unwrap_or(u64::MAX);
                (format!("! {}", words.count("form-left-out", count)), look.theme.refusal())
            }
            Some(Told::Unanswered) => (format!("! {}", words.get("form-unanswered")), look.theme.refusal()),
            Some(Told::Restored) => (words.get("form-restored"), look.theme.quiet()),
            Some(Told::Emptied) => (words.get("form-emptied"), look.theme.quiet()),
            Some(Told::Waiting) => (words.get("form-waiting"), look.theme.quiet()),
            None => (self.advice(words), look.theme.quiet()),
        };
        line(buf, row, &text, style);
    }

    /// What can be typed into the field with the caret.
    fn advice(&self, words: &crate::words::Words) -> String {
        let id = match self.entries.get(self.at).map(|entry| entry.spec.kind) {
            Some(Kind::Choice(_)) => "form-advice-choice",
            Some(Kind::Time) => "form-advice-time",
            Some(Kind::YesNo) => "form-advice-yes-no",
            Some(Kind::ReportNumber) => "form-advice-number",
            Some(Kind::Text(_) | Kind::Secret | Kind::OfficerNumber) | None => return String::new(),
        };
        words.get(id)
    }
}

fn label(entry: &Entry, setting: &Setting<'_>) -> String {
    match &entry.spec.name {
        Some(name) => one_line(name.of(setting.words.lang())).into_owned(),
        None => setting.words.get(&format!("form-label-{}", entry.spec.slot.code())),
    }
}

/// Whether the field counts as to be set while nothing is chosen.
fn is_to_be_set(entry: &Entry) -> bool {
    matches!(entry.spec.slot, Slot::Of(Field::Type | Field::Priority | Field::Beat))
}

fn chosen_name(code: &str, of: Choices, setting: &Setting<'_>) -> String {
    let known = choices(of, setting).into_iter().find(|choice| choice.code == code);
    known.map_or_else(|| code.to_owned(), |choice| choice.shown())
}

fn menu_row(choice: &Choice) -> MenuRow {
    let columns = if choice.name == choice.code {
        vec![choice.code.clone()]
    } else {
        vec![choice.code.clone(), choice.name.clone()]
    };
    MenuRow { columns, open: true }
}

fn paint_flag(flag: Option<bool>, buf: &mut Buffer, area: Rect, look: &Look<'_>) {
    let mark = |is: bool| if flag == Some(is) { "x" } else { " " };
    let words = look.setting.words;
    let text = format!(
        "[{}] y {}   [{}] n {}",
        mark(true),
        words.get("form-yes"),
        mark(false),
        words.get("form-no")
    );
    buf.set_string(area.x, area.y, truncate(&text, usize::from(area.width)), look.theme.plain());
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

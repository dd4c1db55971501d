//! How one field is drawn: its label, what stands in it, and what that means.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::by_when;
use super::super::choice::{Choosing, THE_DESK};
use super::super::fill::record_number;
use super::super::spec::{Choices, Kind, Slot};
use super::super::{Entry, Form, Value, read, report_number, time, until};
use super::{Layout, edge_marks, label};
use crate::domain::OfficerId;
use crate::domain::refusal::Field;
use crate::ui::overlay::sheet::{line, small};
use crate::ui::overlay::{Look, Setting};
use crate::ui::text::{pad, truncate};
use crate::ui::widget::field::TextField;
use jiff::Timestamp;

/// Cells of a field behind which it says what its value means.
const NOTED_CELLS: usize = 26;

impl Form {
    /// Draws the field at a place in the form; gives the caret's cell when it stands there.
    pub(super) fn paint_field(
        &self,
        at: usize,
        buf: &mut Buffer,
        layout: &Layout,
        look: &Look<'_>,
    ) -> Option<Position> {
        let entry = self.entries.get(at)?;
        let area = layout.field(at)?;
        let focus = at == self.at;
        let theme = look.theme;
        let style = if focus { theme.focus() } else { theme.heading() };
        let text = label(entry, &look.setting);
        let text = pad(&text, layout.labels.saturating_sub(2));
        let star = if entry.spec.required { "*" } else { " " };
        let theirs = self.theirs.contains(&entry.spec.slot);
        let mark = if focus {
            ">"
        } else if theirs {
            "!"
        } else {
            star
        };
        buf.set_string(area.x, area.y, format!("{text}{mark}"), style);
        let x = area.x + small(layout.labels);
        let value = Rect { x, width: area.right().saturating_sub(x), ..area };
        match &entry.value {
            Value::Text(field) => {
                let caret = self.paint_text(entry, field, buf, value, look);
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
            Value::Ticks(ticks) => {
                let caret = super::ticks::paint(ticks, &entry.spec.offers, buf, value, look);
                (focus && caret.y < value.bottom()).then_some(caret)
            }
        }
    }

    /// The text, and behind a short one what it means.
    fn paint_text(
        &self,
        entry: &Entry,
        field: &TextField,
        buf: &mut Buffer,
        area: Rect,
        look: &Look<'_>,
    ) -> Position {
        let note = self.note(entry, &look.setting);
        let cells = usize::from(area.width);
        let cells = if note.is_some() { cells.min(NOTED_CELLS) } else { cells };
        let shown = field.shown(cells.max(1), usize::from(area.height), entry.spec.kind == Kind::Secret);
        for (y, row) in (area.y..area.bottom()).zip(&shown.rows) {
            buf.set_string(area.x, y, row, look.theme.plain());
        }
        if let Some(note) = note {
            let x = area.x + small(cells) + 1;
            let row = Rect { x, width: area.right().saturating_sub(x), ..area };
            line(buf, row, &note, look.theme.quiet());
        }
        edge_marks(buf, area, shown.above, shown.below, look.theme);
        Position { x: area.x + shown.caret.0, y: area.y + shown.caret.1 }
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
            if of == Choices::Until {
                let note = until::note(choosing.typed.text(), &look.setting);
                let x = area.x + small(NOTED_CELLS);
                let row = Rect { x, width: area.right().saturating_sub(x), ..area };
                line(buf, row, &note, look.theme.quiet());
            }
            return Position { x: area.x + shown.caret.0, y: area.y };
        }
        let name = |code: &str| chosen_name(code, entry, &look.setting);
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
                Some(format!("= {}", report_number(content, this)?))
            }
            Kind::OfficerNumber => {
                let number = OfficerId::from(content.trim());
                let known = setting.station.officer(&number)?;
                Some(known.name.of(setting.words.lang()).to_owned())
            }
            Kind::Ahead => Some(to_come(
                time::ahead(content, setting.now, &setting.station.zone()),
                "form-ahead-how",
                setting,
            )),
            Kind::ByDay => Some(to_come(
                time::by_day(content, setting.now, &setting.station.zone()),
                "form-by-day-how",
                setting,
            )),
            Kind::Money => Some(match read::money(content) {
                Some(amount) => format!("= {}", setting.words.money(amount)),
                None => setting.words.get("form-money-how"),
            }),
            Kind::RecordNumber => Some(format!("= {}", record_number(content, setting.today)?)),
            Kind::Text(_) | Kind::Secret | Kind::Choice(_) | Kind::YesNo | Kind::Ticks => None,
        }
    }
}

/// The time that is read, or how one is typed.
fn to_come(read: Option<Timestamp>, how: &str, setting: &Setting<'_>) -> String {
    match read {
        Some(at) => format!("= {}", setting.words.moment(at, &setting.station.zone())),
        None => setting.words.get(how),
    }
}

/// Whether the field counts as to be set while nothing is chosen.
fn is_to_be_set(entry: &Entry) -> bool {
    matches!(entry.spec.slot, Slot::Of(Field::Type | Field::Priority | Field::Beat))
}

/// What a choice is called once it is chosen.
pub(super) fn chosen_name(code: &str, entry: &Entry, setting: &Setting<'_>) -> String {
    let (Value::Choice(choosing), Kind::Choice(of)) = (&entry.value, entry.spec.kind) else {
        return String::new();
    };
    let known = choosing.all(of, setting).into_iter().find(|choice| choice.code == code);
    match known {
        // P1 to P4 is what the desk says and every list shows.
        Some(choice) if of == Choices::Priorities && choice.code_differs() => {
            format!("{} {}", choice.code, choice.name)
        }
        Some(choice) if of == Choices::Answerers && choice.code != THE_DESK => {
            format!("{} {}", choice.code, choice.name)
        }
        Some(choice) if matches!(of, Choices::Officers | Choices::Own) => {
            format!("{} {}", choice.code, choice.name)
        }
        Some(choice) => choice.name,
        None => by_when::in_words(code, setting).unwrap_or_else(|| code.to_owned()),
    }
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

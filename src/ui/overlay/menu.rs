//! A picker: rows that narrow as one types, one of them under the cursor.
//!
//! Each row carries what choosing it submits, or why it can't be chosen. A row that can't is shown all the same.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sheet::{self, hint_row, hints, line, small};
use super::{Does, Look, Outcome, Setting, Submitted};
use crate::domain::command::{ReportCommand, UnitCommand};
use crate::domain::name::folded;
use crate::domain::patrol::UnitStatus;
use crate::domain::row::UnitRow;
use crate::domain::{Code, Command, RecordId};
use crate::keys::{Action, Layer};
use crate::ui::text::width;
use crate::ui::widget::field::{Edit, Lines, TextField, Took};
use crate::ui::widget::menu::{MenuList, MenuRow, matched, narrowed};

/// The most characters that one types to narrow a list.
const FILTER_MAX: u32 = 60;
/// How many rows a page key moves.
const PAGE: usize = 10;
/// How many rows of choices a picker shows at most.
const ROWS_MAX: usize = 18;

/// One row of a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its code: typing it exactly puts the row first.
    pub code: String,
    /// What is shown, column by column; all of it can be typed to find the row.
    pub columns: Vec<String>,
    /// Further texts to find the row by, such as its name in the other language.
    pub also: Vec<String>,
    /// What choosing it submits.
    pub then: Submitted,
    /// Why it can't be chosen; none when it can.
    pub reason: Option<String>,
}

/// A picker.
#[derive(Clone, Debug)]
pub struct Menu {
    title: String,
    rows: Vec<Pick>,
    filter: TextField,
    cursor: usize,
    /// Whether rows that can be chosen, and those whose first column begins as typed, stand before better matches.
    ready_first: bool,
    /// What the officer is told: a sentence of the chosen row, or that the filter is full.
    told: Option<Told>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Reason(String),
    Full(u32),
}

impl Menu {
    /// A picker with a title.
    pub fn new(title: String, rows: Vec<Pick>) -> Menu {
        Menu {
            title,
            rows,
            filter: TextField::new(Lines::One, FILTER_MAX),
            cursor: 0,
            ready_first: false,
            told: None,
        }
    }

    /// The same, with these rows in front.
    pub fn after(self, first: Vec<Pick>) -> Menu {
        Menu { rows: first.into_iter().chain(self.rows).collect(), ..self }
    }

    /// While one types, rows that can be chosen come first. Not for units: the one typed must not give way to another.
    pub(super) fn ready_first(self) -> Menu {
        Menu { ready_first: true, ..self }
    }

    /// Which unit is sent to a report: each with what it does and what it is on; the free ones first, and of
    /// those the ones of the report's beat.
    pub fn dispatch(id: RecordId, beat: Option<&Code>, units: &[UnitRow], setting: &Setting<'_>) -> Menu {
        let mut rows: Vec<(u8, Pick)> = units
            .iter()
            .map(|unit| {
                let code = unit.state.code.clone();
                let then = Command::Report(ReportCommand::Dispatch { id, unit: code });
                let reason = why_not_sent(unit, id, setting);
                let own = beat.is_some() && unit.beat.as_ref() == beat;
                let rank = u8::from(reason.is_some()) * 2 + u8::from(!own);
                (rank, unit_pick(unit, Submitted::Command(Box::new(then)), reason, setting))
            })
            .collect();
        rows.sort_by_key(|(rank, _)| *rank);
        let title = setting.words.with("form-menu-dispatch", &[("id", &id.told_on(setting.today))]);
        Menu::new(title, rows.into_iter().map(|(_, pick)| pick).collect())
    }

    /// Which of the units on their way has come on scene.
    pub fn arrive(id: RecordId, under_way: &[Code], units: &[UnitRow], setting: &Setting<'_>) -> Menu {
        let rows = units
            .iter()
            .filter(|unit| under_way.contains(&unit.state.code))
            .map(|unit| {
                let code = unit.state.code.clone();
                let then = Command::Report(ReportCommand::Arrive { id, unit: Some(code) });
                unit_pick(unit, Submitted::Command(Box::new(then)), None, setting)
            })
            .collect();
        Menu::new(setting.words.with("form-menu-arrive", &[("id", &id.told_on(setting.today))]), rows)
    }

    /// What a unit is doing now: the statuses that an officer sets by hand.
    pub fn unit_status(unit: &UnitRow, setting: &Setting<'_>) -> Menu {
        let code = &unit.state.code;
        let busy = unit
            .state
            .on
            .map(|on| setting.words.with("form-menu-busy", &[("id", &on.told_on(setting.today))]));
        let rows = [UnitStatus::Available, UnitStatus::Returning, UnitStatus::Off]
            .into_iter()
            .map(|status| {
                let then = Command::Unit(UnitCommand::Status { unit: code.clone(), status });
                let same = (unit.state.status == status).then(|| setting.words.get("form-menu-same-status"));
                Pick {
                    code: status.code().to_owned(),
                    columns: vec![setting.words.unit_status(status)],
                    also: Vec::new(),
                    then: Submitted::Command(Box::new(then)),
                    reason: busy.clone().or(same),
                }
            })
            .collect();
        let name = setting.station.unit_name(code, setting.words.lang());
        Menu::new(setting.words.with("form-menu-unit-status", &[("unit", name)]), rows)
    }

    /// The rows that match, as places in the list, best first.
    fn found(&self) -> Vec<usize> {
        let typed = self.filter.text();
        let mut found = narrowed(self.rows.iter().map(|row| {
            let texts: Vec<&str> = row.columns.iter().chain(&row.also).map(String::as_str).collect();
            matched(typed, &row.code, &texts)
        }));
        if self.ready_first && !typed.trim().is_empty() {
            let typed = folded(typed);
            let begins =
                |row: &Pick| row.columns.first().is_some_and(|it| folded(it).starts_with(typed.trim()));
            found.sort_by_key(|at| self.rows.get(*at).map(|row| (row.reason.is_some(), !begins(row))));
        }
        found
    }

    /// The row under the cursor.
    pub fn under_cursor(&self) -> Option<&Pick> {
        self.found().get(self.cursor).and_then(|at| self.rows.get(*at))
    }

    pub(super) fn text(&mut self, text: &str) -> Outcome {
        self.told = match self.filter.insert(text) {
            Took::Full(max) => Some(Told::Full(max)),
            Took::All | Took::Without(_) | Took::Nothing => None,
        };
        self.cursor = 0;
        Outcome::Changed
    }

    pub(super) fn does(&mut self, does: Does) -> Outcome {
        match does {
            Does::Cancel => Outcome::Close,
            Does::Choose | Does::Save => self.choose(),
            Does::Up | Does::Previous => self.go(self.cursor.saturating_sub(1)),
            Does::Down | Does::Next => self.go(self.cursor.saturating_add(1)),
            Does::PageUp => self.go(self.cursor.saturating_sub(PAGE)),
            Does::PageDown => self.go(self.cursor.saturating_add(PAGE)),
            Does::Edit(edit) => self.edit(edit),
            Does::NewLine | Does::Earlier | Does::More => Outcome::Stay,
        }
    }

    fn go(&mut self, to: usize) -> Outcome {
        let last = self.found().len().saturating_sub(1);
        self.cursor = to.min(last);
        self.told = None;
        Outcome::Changed
    }

    fn edit(&mut self, edit: Edit) -> Outcome {
        let before = self.filter.text().len();
        if !self.filter.edit(edit, 0) {
            return Outcome::Stay;
        }
        if self.filter.text().len() != before {
            self.cursor = 0;
        }
        self.told = None;
        Outcome::Changed
    }

    fn choose(&mut self) -> Outcome {
        let Some(pick) = self.under_cursor() else { return Outcome::Stay };
        match &pick.reason {
            None => Outcome::Submit(pick.then.clone()),
            Some(reason) => {
                self.told = Some(Told::Reason(reason.clone()));
                Outcome::Changed
            }
        }
    }

    pub(super) fn paint(&self, buf: &mut Buffer, area: Rect, look: &Look<'_>) -> Option<Position> {
        let found = self.found();
        let rows: Vec<MenuRow> = found
            .iter()
            .filter_map(|at| self.rows.get(*at))
            .map(|row| MenuRow { columns: row.columns.clone(), open: row.reason.is_none() })
            .collect();
        let high = small(self.rows.len().clamp(1, ROWS_MAX)) + 3;
        let room = sheet::open(buf, area, high, &self.title, look.theme);
        if room.height < 4 {
            return None;
        }
        let caret = self.paint_filter(buf, Rect { height: 1, ..room }, look);
        let list = Rect { y: room.y + 1, height: room.height - 3, ..room };
        if rows.is_empty() {
            line(buf, list, &look.setting.words.get("form-menu-nothing"), look.theme.quiet());
        }
        MenuList { rows: &rows, cursor: Some(self.cursor), theme: look.theme }.draw(buf, list);
        let foot = Rect { y: room.bottom() - 2, height: 1, ..room };
        self.paint_told(buf, foot, look);
        let hint = hints(look, &[Layer::Menu], &[Action::MenuAccept, Action::MenuCancel]);
        hint_row(buf, Rect { y: room.bottom() - 1, height: 1, ..room }, &hint, look.theme);
        Some(caret)
    }

    fn paint_filter(&self, buf: &mut Buffer, row: Rect, look: &Look<'_>) -> Position {
        let label = look.setting.words.get("form-menu-filter");
        buf.set_string(row.x, row.y, &label, look.theme.quiet());
        let x = row.x + small(width(&label) + 1);
        let cells = usize::from(row.right().saturating_sub(x)).max(1);
        let shown = self.filter.shown(cells, 1, false);
        for text in &shown.rows {
            buf.set_string(x, row.y, text, look.theme.plain());
        }
        Position { x: x + shown.caret.0, y: row.y }
    }

    fn paint_told(&self, buf: &mut Buffer, row: Rect, look: &Look<'_>) {
        let standing = self.under_cursor().and_then(|pick| pick.reason.as_deref());
        let text = match (&self.told, standing) {
            (Some(Told::Reason(reason)), _) => Some(format!("! {reason}")),
            (Some(Told::Full(max)), _) => Some(format!(
                "! {}",
                look.setting.words.with("form-wrong-full", &[("max", &max.to_string())])
            )),
            (None, Some(reason)) => Some(format!("- {reason}")),
            (None, None) => None,
        };
        let style = if self.told.is_some() { look.theme.refusal() } else { look.theme.quiet() };
        if let Some(text) = text {
            line(buf, row, &text, style);
        }
    }
}

fn unit_pick(unit: &UnitRow, then: Submitted, reason: Option<String>, setting: &Setting<'_>) -> Pick {
    let code = &unit.state.code;
    let lang = setting.words.lang();
    let name = setting.station.unit_name(code, lang).to_owned();
    let beat = unit.beat.as_ref().map_or("", |beat| setting.station.place_name(beat, lang)).to_owned();
    let on = unit.state.on.map(|on| on.told_on(setting.today)).unwrap_or_default();
    let doing = setting.words.unit_status(unit.state.status);
    let known = setting.station.units().find(|known| known.code == *code);
    let also = known.map(|known| known.name.texts().into_iter().map(str::to_owned).collect());
    Pick {
        code: code.0.clone(),
        columns: vec![code.0.clone(), name, doing, on, beat],
        also: also.unwrap_or_default(),
        then,
        reason,
    }
}

fn why_not_sent(unit: &UnitRow, id: RecordId, setting: &Setting<'_>) -> Option<String> {
    match (unit.state.status, unit.state.on) {
        (UnitStatus::Off, _) => Some(setting.words.get("form-menu-off")),
        (_, Some(on)) if on == id => Some(setting.words.get("form-menu-sent")),
        (_, Some(on)) => Some(setting.words.with("form-menu-busy", &[("id", &on.told_on(setting.today))])),
        (_, None) => None,
    }
}

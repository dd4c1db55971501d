//! From what stands in a form to what is asked of the desk: a pure function, and the first complaint when there is one.
//!
//! It checks what a form can know; the desk's rules have the last word.

use super::by_when;
use super::choice::THE_DESK;
use super::complaint::{FieldComplaint, Wrong};
use super::read::Filled;
use super::spec::{Kind, Slot};
use super::{Form, Purpose, Value, until};
use crate::domain::command::{
    Amendment, DeadlineCommand, EscalationCommand, HandoverCommand, Incoming, ReportCommand,
    SupervisionCommand, SweepCommand, UnitCommand, ZeroCommand,
};
use crate::domain::name::folded;
use crate::domain::place::Level;
use crate::domain::refusal::Field;
use crate::domain::report::{Priority, Source, Telling};
use crate::domain::{Code, Command, Kind as RecordKind, OfficerId, Private, RecordId, Secret};
use crate::ui::overlay::{Setting, Submitted};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;

impl Form {
    /// What the form asks for, or the first thing that keeps it from being saved.
    pub fn submitted(&self, setting: &Setting<'_>) -> Filled<Submitted> {
        self.complete(setting)?;
        let text = |field| self.prose(field);
        let reason = || self.code(Field::Reason);
        let disposition = || self.code_if_any(Field::Disposition);
        let command = match &self.purpose {
            Purpose::NewReport => report(ReportCommand::Receive(Box::new(self.incoming(setting)?))),
            Purpose::Quick => report(ReportCommand::Receive(Box::new(self.quick_entry(setting).incoming()))),
            Purpose::Amend { id, was, event_at } => {
                let changes = Box::new(self.changes(was, *event_at, setting)?);
                report(ReportCommand::Amend { id: *id, changes })
            }
            Purpose::Resolve { id } => {
                let (result, disposition) = (text(Field::Result), disposition());
                report(ReportCommand::Resolve { id: *id, result, disposition })
            }
            Purpose::Close { id } => {
                let (disposition, answer) = (disposition(), self.code_if_any(Field::Answer));
                report(ReportCommand::Close { id: *id, disposition, answer })
            }
            Purpose::Transfer { id } => {
                report(ReportCommand::Transfer { id: *id, to: text(Field::To), reason: reason() })
            }
            Purpose::Duplicate { id } => {
                report(ReportCommand::MarkDuplicate { id: *id, of: self.other_report(*id)? })
            }
            Purpose::Cancel { id } => report(ReportCommand::Cancel { id: *id, reason: reason() }),
            Purpose::Unfounded { id } => report(ReportCommand::MarkUnfounded { id: *id, reason: reason() }),
            Purpose::Reopen { id } => report(ReportCommand::Reopen { id: *id, reason: reason() }),
            Purpose::Note { id } => report(ReportCommand::Note { id: *id, text: text(Field::Note) }),
            Purpose::Escalate { id } => self.raise(*id)?,
            Purpose::Acknowledge { id } => {
                Command::Escalation(EscalationCommand::Acknowledge { id: *id, reply: text(Field::Reply) })
            }
            Purpose::AnswerEscalation { id } => {
                Command::Escalation(EscalationCommand::Answer { id: *id, text: text(Field::Reply) })
            }
            Purpose::Decline { id } => {
                report(ReportCommand::DeclineProposal { id: *id, reason: text(Field::Reason) })
            }
            Purpose::TakeOver { id } => {
                report(ReportCommand::TakeOver { id: *id, reason: text(Field::Reason) })
            }
            Purpose::IssueOrder { on } => Command::Supervision(SupervisionCommand::Issue {
                on: *on,
                to: self.answerer(),
                text: text(Field::Instruction),
                due_at: self.by_when(setting)?,
            }),
            Purpose::AnswerOrder { id } => {
                Command::Supervision(SupervisionCommand::Answer { id: *id, text: text(Field::Reply) })
            }
            Purpose::SendBackOrder { id } => Command::Supervision(SupervisionCommand::SendBack {
                id: *id,
                reason: text(Field::Reason),
                due_at: self.by_when(setting)?,
            }),
            Purpose::WithdrawOrder { id } => {
                Command::Supervision(SupervisionCommand::Withdraw { id: *id, reason: text(Field::Reason) })
            }
            Purpose::ZeroReport { id, .. } => {
                Command::Zero(ZeroCommand::File { id: *id, text: text(Field::Note) })
            }
            Purpose::Sweep { id, .. } => Command::Sweep(SweepCommand::Answer {
                id: *id,
                found: self.found()?,
                text: text(Field::Note),
            }),
            Purpose::Snooze { id, rule } => {
                let (on, rule, until, reason) = (*id, rule.clone(), self.until(setting)?, self.why(setting));
                Command::Deadline(DeadlineCommand::Snooze { on, rule, until, reason })
            }
            Purpose::Extend { id, rule, .. } => {
                let (on, rule, days, reason) = (*id, rule.clone(), self.days()?, self.why(setting));
                let agreed = self.content(Slot::Agreed) == "yes";
                Command::Deadline(DeadlineCommand::Extend { on, rule, days, reason, agreed })
            }
            Purpose::Pause { id, rule } => {
                let (on, rule, reason) = (*id, rule.clone(), self.why(setting));
                Command::Deadline(DeadlineCommand::Pause { on, rule, reason })
            }
            Purpose::CheckIn { unit } => {
                Command::Unit(UnitCommand::CheckIn { unit: unit.clone(), place: text(Field::Place) })
            }
            Purpose::Sign { remarks } => self.sign_off(remarks, setting),
            Purpose::AcceptHandover { id, read_back } => Command::Handover(HandoverCommand::Accept {
                id: *id,
                officer: self.officer(),
                passphrase: self.secret(),
                read_back: read_back.clone(),
                reservations: text(Field::Reservations),
            }),
            Purpose::Addendum { id } => {
                Command::Handover(HandoverCommand::Add { id: *id, text: text(Field::Note) })
            }
            Purpose::Remark { on } => {
                return Ok(Submitted::Remark { on: *on, text: text(Field::Remark) });
            }
            Purpose::Dispute(form) => self.dispute_command(form, setting)?,
            Purpose::SignIn => {
                return Ok(Submitted::SignIn { officer: self.officer(), passphrase: self.secret() });
            }
        };
        Ok(Submitted::Command(Box::new(command)))
    }

    fn raise(&self, on: RecordId) -> Filled<Command> {
        let to = Level::from_code(self.content(Slot::Level));
        let to = to.ok_or(FieldComplaint::new(Slot::Level, Wrong::NotAChoice))?;
        let (reason, note) = (self.code(Field::Reason), self.prose(Field::Note));
        Ok(Command::Escalation(EscalationCommand::Raise { on, to, reason, note }))
    }

    /// Who must answer; nobody by name is the desk.
    fn answerer(&self) -> Option<OfficerId> {
        Some(self.content(Slot::Answerer)).filter(|code| *code != THE_DESK).map(OfficerId::from)
    }

    fn by_when(&self, setting: &Setting<'_>) -> Filled<Timestamp> {
        let at = by_when::instant(self.content(Slot::ByWhen), setting);
        at.ok_or(FieldComplaint::new(Slot::ByWhen, Wrong::NotAhead))
    }

    fn until(&self, setting: &Setting<'_>) -> Filled<Timestamp> {
        let at = until::until(self.content(Slot::Until), setting);
        at.ok_or(FieldComplaint::new(Slot::Until, Wrong::NoUntil))
    }

    /// Why, in words: those that are offered are recorded as the officer saw them.
    fn why(&self, setting: &Setting<'_>) -> Private {
        let given = self.content(Slot::Why).trim();
        let offered = until::delays(setting).into_iter().find(|choice| choice.code == given);
        Private(offered.map_or_else(|| given.to_owned(), |choice| choice.name))
    }

    /// How many disputes a beat found.
    fn found(&self) -> Filled<u32> {
        let slot = Slot::Of(Field::Found);
        let found = folded(self.content(slot)).trim().parse().ok();
        found.ok_or(FieldComplaint::new(slot, Wrong::NotFound))
    }

    pub(super) fn days(&self) -> Filled<u16> {
        let days = folded(self.content(Slot::Days)).trim().parse().ok().filter(|days| *days > 0);
        days.ok_or(FieldComplaint::new(Slot::Days, Wrong::NotDays))
    }

    fn sign_off(&self, remarks: &BTreeMap<RecordId, Private>, setting: &Setting<'_>) -> Command {
        let lang = setting.words.lang();
        let equipment = self.entries.iter().filter_map(|entry| match (&entry.value, &entry.spec.name) {
            (Value::Flag(Some(there)), Some(name)) => Some((name.of(lang).to_owned(), *there)),
            (Value::Flag(_) | Value::Text(_) | Value::Choice(_) | Value::Ticks(_), _) => None,
        });
        Command::Handover(HandoverCommand::Sign {
            officer: self.officer(),
            passphrase: self.secret(),
            remarks: remarks.clone(),
            words: self.prose(Field::Words),
            equipment: equipment.collect(),
        })
    }

    /// Nothing that is required is empty, nothing typed is left without a choice.
    fn complete(&self, setting: &Setting<'_>) -> Filled<()> {
        if self.is_quick() && self.quick_entry(setting).telling.narrative.is_empty() {
            return Err(FieldComplaint::new(Slot::Of(Field::Narrative), Wrong::NoWords));
        }
        for entry in &self.entries {
            let slot = entry.spec.slot;
            let empty = entry.content().trim().is_empty();
            let wrong = match &entry.value {
                Value::Choice(choosing)
                    if !choosing.typed.text().trim().is_empty() && !entry.takes_words() =>
                {
                    let Kind::Choice(of) = entry.spec.kind else { continue };
                    Some(Wrong::none_of(of))
                }
                Value::Flag(None) if entry.spec.required => Some(Wrong::Blank),
                Value::Choice(_) if self.proposed(entry, setting).is_some() => None,
                Value::Text(_) | Value::Choice(_) | Value::Flag(_) | Value::Ticks(_) => {
                    (entry.spec.required && empty).then_some(Wrong::Empty)
                }
            };
            if let Some(wrong) = wrong {
                return Err(FieldComplaint::new(slot, wrong));
            }
        }
        Ok(())
    }

    /// A chosen code, or what is proposed for it.
    fn chosen(&self, field: Field, setting: &Setting<'_>) -> Option<Code> {
        let entry = self.entry(Slot::Of(field))?;
        let proposed = || self.proposed(entry, setting);
        let code = Some(entry.content().to_owned()).filter(|code| !code.is_empty()).or_else(proposed);
        code.map(Code)
    }

    fn code(&self, field: Field) -> Code {
        Code::from(self.content(Slot::Of(field)))
    }

    fn code_if_any(&self, field: Field) -> Option<Code> {
        Some(self.code(field)).filter(|code| !code.as_str().is_empty())
    }

    fn prose(&self, field: Field) -> Private {
        Private::from(self.content(Slot::Of(field)).trim())
    }

    fn officer(&self) -> OfficerId {
        OfficerId::from(folded(self.content(Slot::Officer)).trim())
    }

    /// A passphrase is taken as it is, spaces and all.
    fn secret(&self) -> Secret {
        Secret(self.content(Slot::Of(Field::Passphrase)).to_owned())
    }

    fn event_time(&self, setting: &Setting<'_>) -> Filled<Option<Timestamp>> {
        self.time_of(Slot::Of(Field::EventTime), setting)
    }

    fn incoming(&self, setting: &Setting<'_>) -> Filled<Incoming> {
        let priority = self.chosen(Field::Priority, setting);
        Ok(Incoming {
            source: Source::from_code(self.content(Slot::Source)).unwrap_or(Source::Phone),
            source_key: None,
            event_at: self.event_time(setting)?,
            telling: Telling {
                narrative: self.prose(Field::Narrative),
                place: self.prose(Field::Place),
                caller_name: self.prose(Field::CallerName),
                caller_phone: self.prose(Field::CallerPhone),
                other_name: self.prose(Field::OtherName),
                other_phone: self.prose(Field::OtherPhone),
                incident_type: self.chosen(Field::Type, setting),
                priority: priority.and_then(|code| Priority::from_code(code.as_str())),
                beat: self.code_if_any(Field::Beat),
                unknown: Default::default(),
            },
        })
    }

    /// What was changed, and only that: what another officer changes meanwhile stays.
    fn changes(&self, was: &Telling, event_at: Timestamp, setting: &Setting<'_>) -> Filled<Amendment> {
        let text = |field: Field, before: &Private| {
            let touched = self.entry(Slot::Of(field)).is_some_and(|entry| !entry.is_untouched());
            Some(self.prose(field)).filter(|now| touched && now != before)
        };
        let changes = Amendment {
            narrative: text(Field::Narrative, &was.narrative),
            place: text(Field::Place, &was.place),
            caller_name: text(Field::CallerName, &was.caller_name),
            caller_phone: text(Field::CallerPhone, &was.caller_phone),
            other_name: text(Field::OtherName, &was.other_name),
            other_phone: text(Field::OtherPhone, &was.other_phone),
            incident_type: self.changed_code(Field::Type)?,
            priority: self.changed_code(Field::Priority)?.and_then(|code| Priority::from_code(code.as_str())),
            beat: self.changed_code(Field::Beat)?,
            event_at: self.changed_time(setting)?.filter(|now| *now != event_at),
        };
        if changes == Amendment::default() {
            return Err(FieldComplaint { slot: None, wrong: Wrong::Unchanged });
        }
        Ok(changes)
    }

    fn changed_code(&self, field: Field) -> Filled<Option<Code>> {
        let slot = Slot::Of(field);
        match self.entry(slot) {
            Some(entry) if !entry.is_untouched() => match self.code_if_any(field) {
                Some(code) => Ok(Some(code)),
                None => Err(FieldComplaint::new(slot, Wrong::CantBeEmptied)),
            },
            Some(_) | None => Ok(None),
        }
    }

    fn changed_time(&self, setting: &Setting<'_>) -> Filled<Option<Timestamp>> {
        match self.entry(Slot::Of(Field::EventTime)) {
            Some(entry) if !entry.is_untouched() => self.event_time(setting),
            Some(_) | None => Ok(None),
        }
    }

    fn other_report(&self, this: RecordId) -> Filled<RecordId> {
        let complain = |wrong| FieldComplaint::new(Slot::DuplicateOf, wrong);
        let of = report_number(self.content(Slot::DuplicateOf), this);
        match of.ok_or_else(|| complain(Wrong::NotANumber))? {
            of if of == this && self.several < 2 => Err(complain(Wrong::ItsOwnNumber)),
            of => Ok(of),
        }
    }
}

/// The number of the other report: in full, or its end as read out on the radio, then of the same duty day as `this`, or
/// as the screen shows one of another duty day.
///
/// ```
/// use dutydesk::ui::form::report_number;
/// let this = "R-20261121-031".parse().unwrap();
/// assert_eq!(report_number("7", this), "R-20261121-007".parse().ok());
/// assert_eq!(report_number("r-20261120-112", this), "R-20261120-112".parse().ok());
/// assert_eq!(report_number("20/R-112", this), "R-20261120-112".parse().ok());
/// assert_eq!(report_number("10-31/5", this), "R-20261031-005".parse().ok());
/// assert_eq!(report_number("seven", this), None);
/// ```
pub fn report_number(typed: &str, this: RecordId) -> Option<RecordId> {
    record_number(typed, this.day).filter(|id| id.kind == RecordKind::Report)
}

/// The number of a report or a dispute, as [`report_number`] reads one: without a letter it is a report's.
pub(super) fn record_number(typed: &str, today: Date) -> Option<RecordId> {
    let typed = folded(typed).trim().to_ascii_uppercase();
    if let Ok(id) = typed.parse::<RecordId>() {
        return matches!(id.kind, RecordKind::Report | RecordKind::Dispute).then_some(id);
    }
    let (day, typed) = match typed.split_once('/') {
        Some((day, number)) => (day_near(day, today)?, number),
        None => (today, typed.as_str()),
    };
    let kind = if typed.starts_with('D') { RecordKind::Dispute } else { RecordKind::Report };
    let number = typed.strip_prefix(['R', 'D']).unwrap_or(typed);
    let number = number.strip_prefix('-').unwrap_or(number);
    let digits = !number.is_empty() && number.len() <= 9 && number.bytes().all(|b| b.is_ascii_digit());
    let number = number.parse().ok().filter(|number| digits && *number > 0)?;
    Some(RecordId { kind, day, number })
}

/// The day that `21` or `10-31` means: the nearest one to `this`.
fn day_near(typed: &str, this: Date) -> Option<Date> {
    let (month, day) = match typed.split_once('-') {
        Some((month, day)) => (Some(month.parse::<i8>().ok()?), day),
        None => (None, typed),
    };
    let day: i8 = day.parse().ok()?;
    let around = |months: i64| this.first_of_month().checked_add(months.months()).ok();
    let near = (-11..=11).filter_map(around).filter(|date| month.is_none_or(|month| date.month() == month));
    let days = near.filter_map(|date| Date::new(date.year(), date.month(), day).ok());
    days.min_by_key(|date| this.until(*date).map_or(i32::MAX, |span| span.get_days()).saturating_abs())
}

fn report(command: ReportCommand) -> Command {
    Command::Report(command)
}

//! Why a rule said no, as a sentence that says what to do next.
//!
//! A refusal names records, codes and officers, never what was told about anyone.

use super::Words;
use crate::domain::limits::UNDO_WITHIN_S;
use crate::domain::moment::Stamp;
use crate::domain::refusal::Field;
use crate::domain::report::{Status, Step};
use crate::domain::setup::CodeList;
use crate::domain::{Code, RecordId, Refusal, Role, Station};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

mod dispute;

/// The most choices that a sentence names.
const CHOICES_MAX: usize = 12;

impl Words {
    /// Why a command or a query was refused, and what to do next. Clock times are in `zone`.
    pub fn refusal(&self, refusal: &Refusal, station: &Station, zone: &TimeZone) -> String {
        Refuser { words: self, station, zone }.say(refusal)
    }
}

struct Refuser<'a> {
    words: &'a Words,
    station: &'a Station,
    zone: &'a TimeZone,
}

impl Refuser<'_> {
    fn say(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NotFound { what } => self.with("refusal-not-found", &[("what", what)]),
            Refusal::RoleMayNot { role, asked } => self.role_may_not(*role, asked),
            Refusal::NotSignedIn => self.words.get("refusal-not-signed-in"),
            Refusal::NoOfficer { uid } => self.with("refusal-no-officer", &[("uid", &uid.to_string())]),
            Refusal::WrongStep { id, status, step } => self.wrong_step(*id, *status, *step),
            Refusal::NoProposal { id } => self.on("refusal-no-proposal", *id),
            Refusal::AlreadyAccepted { id, by } => self.stamped("refusal-already-accepted", *id, by),
            Refusal::AlreadyDone { id, step, by } => {
                self.after_that("refusal-already-done", *id, Some(*step), by)
            }
            Refusal::ChangedSince { id, step, by } => {
                self.after_that("refusal-changed-since", *id, *step, by)
            }
            Refusal::OwnWork { id } => self.on("refusal-own-work", *id),
            Refusal::NeedsDisposition { id } => self.on("refusal-needs-disposition", *id),
            Refusal::NeedsAnswer { id } => self.on("refusal-needs-answer", *id),
            Refusal::UnknownCode { list, code } => self.unknown_code(*list, code),
            Refusal::UnknownBeat { code } => self.unknown_beat(code),
            Refusal::UnknownUnit { code } => self.unknown_unit(code),
            Refusal::UnitOff { unit } => self.with("refusal-unit-off", &[("unit", self.unit(unit))]),
            Refusal::UnitAlreadySent { unit, by } => self.already_sent(unit, by),
            Refusal::UnitBusy { unit, on } => {
                self.with("refusal-unit-busy", &[("unit", self.unit(unit)), ("on", &on.to_string())])
            }
            Refusal::UnitNotOnItsWay { unit, id } => self
                .with("refusal-unit-not-on-its-way", &[("unit", self.unit(unit)), ("id", &id.to_string())]),
            Refusal::WhichUnit { units } => self.which_unit(units),
            Refusal::Empty { field } => self.with("refusal-empty", &[("field", &self.words.field(*field))]),
            Refusal::TooLong { field, max } => self.too_long(*field, *max),
            Refusal::BadValue { field, value } => self.bad_value(*field, value),
            Refusal::EventInFuture => self.words.get("refusal-event-in-future"),
            Refusal::NotADuplicateOf { of } => {
                self.with("refusal-not-a-duplicate-of", &[("of", &of.to_string())])
            }
            Refusal::NothingToUndo { id } => self.nothing_to_undo(*id),
            Refusal::AlreadyAcknowledged { id, by } => self.stamped("refusal-already-acknowledged", *id, by),
            Refusal::OwnEscalation { id } => self.on("refusal-own-escalation", *id),
            Refusal::EscalationWaiting { id } => self.on("refusal-escalation-waiting", *id),
            Refusal::StillOpen { id } => self.on("refusal-still-open", *id),
            Refusal::Dispute(refusal) => self.dispute(refusal),
            Refusal::NotOwed { id, rule } => self.ruled("refusal-not-owed", Some(*id), rule),
            Refusal::SnoozePast => self.words.get("refusal-snooze-past"),
            Refusal::SnoozeTooLong { hours } => {
                let span = self.words.age(SignedDuration::from_hours(i64::from(*hours)));
                self.with("refusal-snooze-too-long", &[("span", &span)])
            }
            Refusal::SnoozeUrgent { id } => self.on("refusal-snooze-urgent", *id),
            Refusal::NotSnoozed { id, rule } => self.ruled("refusal-not-snoozed", Some(*id), rule),
            Refusal::NotExtendable { rule, days: 0, .. } => self.ruled("refusal-no-extension", None, rule),
            Refusal::NotExtendable { rule, days, times } => {
                let (days, times) = (self.words.count("span-days", u64::from(*days)), times.to_string());
                let rule = self.words.rule(rule, self.station);
                self.with("refusal-extended", &[("rule", &rule), ("days", &days), ("times", &times)])
            }
            Refusal::NeedsConsent { rule } => self.ruled("refusal-needs-consent", None, rule),
            Refusal::NotPausable { rule } => self.ruled("refusal-not-pausable", None, rule),
            Refusal::AlreadyPaused { id, by } => self.stamped("refusal-already-paused", *id, by),
            Refusal::NotPaused { id, rule } => self.ruled("refusal-not-paused", Some(*id), rule),
            Refusal::AlreadyAnswered { id, by } => self.stamped("refusal-already-answered", *id, by),
            Refusal::AlreadyYours { id } => self.on("refusal-already-yours", *id),
            Refusal::DuePast => self.words.get("refusal-due-past"),
            Refusal::NotAnswered { id } => self.on("refusal-not-answered", *id),
            Refusal::UnknownPost { code } => {
                let choices = self.choices(self.station.posts().map(|post| &post.code));
                self.with("refusal-unknown-post", &[("code", &code.0), ("choices", &choices)])
            }
            Refusal::PassphraseWrong { officer } => {
                let officer = self.words.officer(officer, self.station);
                self.with("refusal-passphrase-wrong", &[("officer", &officer)])
            }
            Refusal::PassphraseShort { min } => {
                self.with("refusal-passphrase-short", &[("min", &min.to_string())])
            }
            Refusal::SameOfficer => self.words.get("refusal-same-officer"),
            Refusal::HandoverWaiting { id } => self.on("refusal-handover-waiting", *id),
            Refusal::NotReadBack { items } => self.not_read_back(items),
            Refusal::EquipmentBlank => self.words.get("refusal-equipment-blank"),
            Refusal::Sealed { id } => self.on("refusal-sealed", *id),
            Refusal::NotSealed { id } => self.on("refusal-not-sealed", *id),
            Refusal::NotYours { id, whose } => {
                let officer = self.words.officer(whose, self.station);
                self.with("refusal-not-yours", &[("id", &id.to_string()), ("officer", &officer)])
            }
            Refusal::TrainingOnly => self.words.get("refusal-training-only"),
            Refusal::ClockBackward => self.words.get("refusal-clock-backward"),
            Refusal::TrainingIsFixed => self.words.get("refusal-training-is-fixed"),
            Refusal::Dangling { key, names } => {
                self.with("refusal-dangling", &[("key", key), ("names", names)])
            }
            Refusal::LastSupervisor => self.words.get("refusal-last-supervisor"),
            Refusal::NoticeNotOpen { id } => self.with("refusal-notice-not-open", &[("id", &id.to_string())]),
            Refusal::InUse { key, by } if by == "desk" => self.words.get("refusal-in-use-desk"),
            Refusal::InUse { key, by } => self.with("refusal-in-use", &[("key", key), ("by", by)]),
        }
    }

    fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.words.with(id, args)
    }

    fn on(&self, id: &str, record: RecordId) -> String {
        self.with(id, &[("id", &record.to_string())])
    }

    /// A sentence about a deadline rule.
    fn ruled(&self, id: &str, record: Option<RecordId>, rule: &Code) -> String {
        let rule = self.words.rule(rule, self.station);
        let record = record.map(|record| record.to_string()).unwrap_or_default();
        self.with(id, &[("id", &record), ("rule", &rule)])
    }

    /// The day stands with the time: whoever reads this may sit at a console on another day than the act.
    fn when(&self, by: &Stamp) -> String {
        self.day_and_time(by.at)
    }

    fn day_and_time(&self, at: Timestamp) -> String {
        let date = self.zone.to_datetime(at).date();
        let time = self.words.clock(at, self.zone, at);
        format!("{} {time}", self.words.day(date))
    }

    fn stamped(&self, id: &str, record: RecordId, by: &Stamp) -> String {
        let who = self.words.officer(&by.by, self.station);
        self.with(id, &[("id", &record.to_string()), ("who", &who), ("when", &self.when(by))])
    }

    /// A sentence that begins with what was done, by whom and when.
    fn after_that(&self, id: &str, record: RecordId, step: Option<Step>, by: &Stamp) -> String {
        let done = step.map_or_else(|| "done-changed".to_owned(), |s| format!("done-{}", s.code()));
        self.with(id, &[("done", &self.stamped(&done, record, by))])
    }

    fn role_may_not(&self, role: Role, asked: &str) -> String {
        let (role, asked) = (self.words.role(role), self.words.asked(asked));
        self.with("refusal-role-may-not", &[("role", &role), ("asked", &asked)])
    }

    fn wrong_step(&self, id: RecordId, status: Status, step: Step) -> String {
        let next = if step == Step::Reopen && status.is_open() { "still-open" } else { status.code() };
        let cannot = self.on(&format!("cannot-{}", step.code()), id);
        let next = self.words.get(&format!("next-{next}"));
        let status = self.words.status(status);
        self.with("refusal-wrong-step", &[("cannot", &cannot), ("status", &status), ("next", &next)])
    }

    fn unknown_code(&self, list: CodeList, code: &Code) -> String {
        let choices = self.choices(self.station.codes(list).map(|entry| &entry.code));
        let list = self.words.list(list);
        self.with("refusal-unknown-code", &[("code", &code.0), ("list", &list), ("choices", &choices)])
    }

    fn unknown_beat(&self, code: &Code) -> String {
        let choices = self.choices(self.station.beats().map(|beat| &beat.code));
        self.with("refusal-unknown-beat", &[("code", &code.0), ("choices", &choices)])
    }

    fn unknown_unit(&self, code: &Code) -> String {
        let choices = self.choices(self.station.units().map(|unit| &unit.code));
        self.with("refusal-unknown-unit", &[("code", &code.0), ("choices", &choices)])
    }

    fn choices<'a>(&self, codes: impl Iterator<Item = &'a Code>) -> String {
        let codes: Vec<&str> = codes.map(Code::as_str).collect();
        let shown = self.words.join(codes.get(..CHOICES_MAX).unwrap_or(&codes));
        match codes.len().checked_sub(CHOICES_MAX) {
            _ if codes.is_empty() => self.words.get("refusal-no-choices"),
            None | Some(0) => self.with("refusal-choices", &[("choices", &shown)]),
            Some(more) => {
                let args = [("choices", &*shown), ("more", &*more.to_string())];
                self.with("refusal-choices-and-more", &args)
            }
        }
    }

    fn unit<'a>(&'a self, code: &'a Code) -> &'a str {
        self.station.unit_name(code, self.words.lang())
    }

    fn already_sent(&self, unit: &Code, by: &Stamp) -> String {
        let who = self.words.officer(&by.by, self.station);
        let args = [("unit", self.unit(unit)), ("who", &who), ("when", &self.when(by))];
        self.with("refusal-unit-already-sent", &args)
    }

    fn which_unit(&self, units: &[Code]) -> String {
        let units: Vec<&str> = units.iter().map(|u| self.unit(u)).collect();
        self.with("refusal-which-unit", &[("units", &self.words.join(&units))])
    }

    fn too_long(&self, field: Field, max: u32) -> String {
        self.with("refusal-too-long", &[("field", &self.words.field(field)), ("max", &max.to_string())])
    }

    fn bad_value(&self, field: Field, value: &str) -> String {
        let hint = format!("value-{}", field.code());
        let hint = if self.words.has(&hint) { self.words.get(&hint) } else { self.words.get("value-other") };
        let field = self.words.field(field);
        self.with("refusal-bad-value", &[("value", value), ("field", &field), ("hint", &hint)])
    }

    fn nothing_to_undo(&self, id: RecordId) -> String {
        let span = self.words.span(SignedDuration::from_secs(UNDO_WITHIN_S));
        self.with("refusal-nothing-to-undo", &[("id", &id.to_string()), ("span", &span)])
    }

    fn not_read_back(&self, items: &[RecordId]) -> String {
        let items: Vec<String> = items.iter().map(ToString::to_string).collect();
        self.with("refusal-not-read-back", &[("items", &self.words.join(&items))])
    }
}

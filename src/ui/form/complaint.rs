//! What keeps a form from being saved, and the field that it is about.
//!
//! A complaint carries nothing that was typed.

use super::spec::{Choices, Kind, Slot};
use super::{Form, Told, Value};
use crate::domain::refusal::Field;
use crate::domain::setup::CodeList;
use crate::domain::{Refusal, Station};
use crate::words::Words;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It must be filled in.
    Empty,
    /// Nothing in the line says what happened.
    NoWords,
    /// What is typed is none of the choices.
    NotAChoice,
    /// What is typed matches several of the choices.
    Several,
    /// It is no time.
    NotATime,
    /// It is no time that is still to come.
    NotAhead,
    /// The event lies ahead of the clock.
    Ahead,
    /// It is no day and no time that is still to come.
    NoDayAhead,
    /// It is no amount of money.
    NotMoney,
    /// It is the number of no report and no dispute.
    NoRecordNumber,
    /// Nothing was agreed.
    NothingAgreed,
    /// There are as many lines as a form can have.
    NoMoreLines {
        /// How many.
        most: u16,
    },
    /// It is no time to put something off to.
    NoUntil,
    /// It is no number of days.
    NotDays,
    /// It is not how many disputes were found.
    NotFound,
    /// It is no report number.
    NotANumber,
    /// It is its own number.
    ItsOwnNumber,
    /// Yes or no is missing.
    Blank,
    /// It had a value and can be changed, not emptied.
    CantBeEmptied,
    /// Nothing was changed.
    Unchanged,
    /// It would be too long.
    Full {
        /// The most characters that it takes.
        max: u32,
    },
    /// The desk refused it.
    Refused(Refusal),
}

/// A complaint about a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldComplaint {
    /// The field; none when it is about the form as a whole.
    pub slot: Option<Slot>,
    /// What is wrong.
    pub wrong: Wrong,
}

impl FieldComplaint {
    pub(super) const fn new(slot: Slot, wrong: Wrong) -> FieldComplaint {
        FieldComplaint { slot: Some(slot), wrong }
    }

    /// The complaint as a sentence.
    pub fn sentence(&self, words: &Words, station: &Station) -> String {
        match &self.wrong {
            Wrong::Empty => words.get("form-wrong-empty"),
            Wrong::NoWords => words.get("form-wrong-no-words"),
            Wrong::NotAChoice => words.get("form-wrong-choice"),
            Wrong::Several => words.get("form-wrong-several"),
            Wrong::NotATime => words.get("form-wrong-time"),
            Wrong::NotAhead => words.get("form-wrong-not-ahead"),
            Wrong::NoDayAhead => words.get("form-wrong-day-ahead"),
            Wrong::NotMoney => words.get("form-wrong-money"),
            Wrong::NoRecordNumber => words.get("form-wrong-record"),
            Wrong::NothingAgreed => words.get("form-wrong-nothing-agreed"),
            Wrong::NoMoreLines { most } => words.with("form-wrong-lines", &[("most", &most.to_string())]),
            Wrong::Ahead => words.get("form-wrong-ahead"),
            Wrong::NoUntil => words.get("due-wrong-until"),
            Wrong::NotDays => words.get("due-wrong-days"),
            Wrong::NotFound => words.get("form-wrong-found"),
            Wrong::NotANumber => words.get("form-wrong-number"),
            Wrong::ItsOwnNumber => words.get("form-wrong-own-number"),
            Wrong::Blank => words.get("form-wrong-blank"),
            Wrong::CantBeEmptied => words.get("form-wrong-cant-empty"),
            Wrong::Unchanged => words.get("form-wrong-unchanged"),
            Wrong::Full { max } => words.with("form-wrong-full", &[("max", &max.to_string())]),
            Wrong::Refused(refusal) => words.refusal(refusal, station, &station.zone()),
        }
    }
}

impl Wrong {
    /// What is typed is none of these choices.
    pub(super) const fn none_of(of: Choices) -> Wrong {
        match of {
            Choices::Times => Wrong::NotAhead,
            Choices::Until => Wrong::NoUntil,
            Choices::Codes(_)
            | Choices::Beats
            | Choices::Priorities
            | Choices::Levels
            | Choices::Sources
            | Choices::Answerers
            | Choices::Delays
            | Choices::Officers
            | Choices::Listed(_)
            | Choices::Own => Wrong::NotAChoice,
        }
    }
}

impl Form {
    /// The desk refused it: the form opens again, with the caret in the field that the refusal is about.
    pub fn refuse(&mut self, refusal: &Refusal) {
        self.waiting = false;
        let of_part = self.dispute_slots(refusal);
        let slot = of_part.into_iter().chain(slots_of(refusal)).find(|slot| self.entry(*slot).is_some());
        let slot = slot.or_else(|| self.list_of(refusal));
        if matches!(refusal, Refusal::PassphraseWrong { .. }) {
            self.forget_passphrase();
        }
        self.complain(FieldComplaint { slot, wrong: Wrong::Refused(refusal.clone()) });
    }

    /// The desk's answer didn't come: the form can be saved again, under the same key.
    pub fn unanswered(&mut self) {
        self.waiting = false;
        self.told = Some(Told::Unanswered);
    }

    fn forget_passphrase(&mut self) {
        for entry in self.entries.iter_mut().filter(|entry| entry.spec.kind == Kind::Secret) {
            if let Value::Text(field) = &mut entry.value {
                field.set("");
            }
        }
    }

    /// The choice from a code list that a refusal names.
    fn list_of(&self, refusal: &Refusal) -> Option<Slot> {
        let Refusal::UnknownCode { list, .. } = refusal else { return None };
        let from = |kind: Kind| match kind {
            Kind::Choice(Choices::Codes(of)) => of == *list,
            Kind::Choice(Choices::Priorities) => *list == CodeList::Priority,
            Kind::Choice(_) | Kind::Text(_) | Kind::Secret | Kind::Time | Kind::Ahead | Kind::ByDay => false,
            Kind::YesNo | Kind::ReportNumber | Kind::OfficerNumber | Kind::Ticks => false,
            Kind::Money | Kind::RecordNumber => false,
        };
        self.entries.iter().find(|entry| from(entry.spec.kind)).map(|entry| entry.spec.slot)
    }
}

/// The fields that a refusal can be about.
fn slots_of(refusal: &Refusal) -> Vec<Slot> {
    if let Refusal::Empty { field } | Refusal::TooLong { field, .. } | Refusal::BadValue { field, .. } =
        refusal
    {
        return vec![Slot::Of(*field)];
    }
    let until = Refusal::SnoozePast;
    let about = [
        (*refusal == until || matches!(refusal, Refusal::SnoozeTooLong { .. }), Slot::Until),
        (matches!(refusal, Refusal::NotExtendable { .. }), Slot::Days),
        (matches!(refusal, Refusal::NeedsConsent { .. }), Slot::Agreed),
        (matches!(refusal, Refusal::EventInFuture), Slot::Of(Field::EventTime)),
        (matches!(refusal, Refusal::UnknownBeat { .. }), Slot::Of(Field::Beat)),
        (matches!(refusal, Refusal::NeedsDisposition { .. }), Slot::Of(Field::Disposition)),
        (matches!(refusal, Refusal::NeedsAnswer { .. }), Slot::Of(Field::Answer)),
        (matches!(refusal, Refusal::PassphraseWrong { .. }), Slot::Of(Field::Passphrase)),
        (matches!(refusal, Refusal::SameOfficer), Slot::Officer),
        (matches!(refusal, Refusal::DuePast), Slot::ByWhen),
        (matches!(refusal, Refusal::EquipmentBlank), Slot::Equipment(0)),
        (matches!(refusal, Refusal::NotADuplicateOf { .. } | Refusal::NotFound { .. }), Slot::DuplicateOf),
    ];
    about.into_iter().filter(|(is, _)| *is).map(|(_, slot)| slot).collect()
}

//! What each form asks: its fields as data, in the order in which they are filled in.
//!
//! It never holds what was typed.

use super::Purpose;
use super::choice::{Choice, ClosedList};
use crate::domain::Station;
use crate::domain::limits::{NAME_MAX, max_of};
use crate::domain::name::Name;
use crate::domain::refusal::Field;
use crate::domain::setup::CodeList;
use crate::ui::widget::field::Lines;

/// The code of the checklist that is asked at every handover.
const EQUIPMENT: &str = "equipment";

/// What names a field within its form, in drafts, labels and complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A field that the desk's rules can point at.
    Of(Field),
    /// How a report reached the desk.
    Source,
    /// To which level something is escalated.
    Level,
    /// The report that this one is a duplicate of.
    DuplicateOf,
    /// Until when something is put off.
    Until,
    /// By how many days something is extended.
    Days,
    /// Whether every party agrees to that.
    Agreed,
    /// Why, in words.
    Why,
    /// An officer's number.
    Officer,
    /// Who must answer a supervision order.
    Answerer,
    /// By when.
    ByWhen,
    /// An item of the equipment checklist, by its place.
    Equipment(usize),
    /// A field that only forms of one part have.
    Own(&'static str),
    /// A field of a line that a form has several of, and the number of the line, from 1.
    Line(&'static str, u16),
}

impl Slot {
    /// Its name in a draft and in word ids.
    pub fn code(self) -> String {
        match self {
            Slot::Of(field) => field.code().to_owned(),
            Slot::Source => "source".to_owned(),
            Slot::Level => "level".to_owned(),
            Slot::DuplicateOf => "duplicate-of".to_owned(),
            Slot::Until => "until".to_owned(),
            Slot::Days => "days".to_owned(),
            Slot::Agreed => "agreed".to_owned(),
            Slot::Why => "why".to_owned(),
            Slot::Officer => "officer".to_owned(),
            Slot::Answerer => "answerer".to_owned(),
            Slot::ByWhen => "by-when".to_owned(),
            Slot::Equipment(at) => format!("equipment-{at}"),
            Slot::Own(name) => name.to_owned(),
            Slot::Line(name, n) => format!("{name}-{n}"),
        }
    }

    /// The line that it belongs to, when there are several.
    pub(super) const fn line(self) -> Option<(&'static str, u16)> {
        if let Slot::Line(name, n) = self { Some((name, n)) } else { None }
    }
}

/// What a choice is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    /// A code list of the station.
    Codes(CodeList),
    /// The beats.
    Beats,
    /// P1 to P4.
    Priorities,
    /// The levels that something can be escalated to.
    Levels,
    /// The sources of a report.
    Sources,
    /// The desk and every officer.
    Answerers,
    /// Times that are still to come: the usual ones, or one that is typed.
    Times,
    /// Until when something can be put off, or another time as typed.
    Until,
    /// Why something is put off, or other words as typed.
    Delays,
    /// The officers in use.
    Officers,
    /// A closed list of the product.
    Listed(ClosedList),
    /// What the field brings with it: things of the record that the form is about.
    Own,
}

impl Choices {
    /// Whether what is typed counts as it stands, and doesn't have to be one of the choices.
    pub const fn takes_words(self) -> bool {
        matches!(self, Choices::Until | Choices::Delays)
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text(Lines),
    /// Text that nobody shall see, and that no draft keeps.
    Secret,
    /// One of a list.
    Choice(Choices),
    /// A time: empty for now, `22:10`, `-10`, or in full.
    Time,
    /// Yes or no.
    YesNo,
    /// The number of a report, in full or the end of it.
    ReportNumber,
    /// The number of an officer.
    OfficerNumber,
    /// A time that is still to come: `14:00`, `11-25 14:00`, `2h`; empty is none.
    Ahead,
    /// A day or a time that is still to come: `12-31`, `30d`, `11-25 14:00`; empty is none.
    ByDay,
    /// Any of the things that the field brings with it.
    Ticks,
    /// An amount of money; empty is none.
    Money,
    /// The number of a report or a dispute, in full or the end of it.
    RecordNumber,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// What names it.
    pub slot: Slot,
    /// What the station calls it; none has a label of the product.
    pub name: Option<Name>,
    /// What it takes.
    pub kind: Kind,
    /// Whether the form can't be saved without it.
    pub required: bool,
    /// The most characters it takes, when its slot doesn't say.
    pub most: Option<u32>,
    /// What is chosen or ticked from, when the field brings it with it.
    pub offers: Vec<Choice>,
    /// The word of its label, when it is another than the slot's.
    pub label: Option<&'static str>,
    /// Whether its list opens by itself though nothing must be chosen.
    pub opens: bool,
}

impl FieldSpec {
    pub(super) const fn new(slot: Slot, kind: Kind, required: bool) -> FieldSpec {
        FieldSpec {
            slot,
            name: None,
            kind,
            required,
            most: None,
            offers: Vec::new(),
            label: None,
            opens: false,
        }
    }

    /// The same for so many characters.
    pub(super) const fn of_most(mut self, most: u32) -> FieldSpec {
        self.most = Some(most);
        self
    }

    /// The same with what it is chosen from.
    pub(super) fn offering(self, offers: &[Choice]) -> FieldSpec {
        FieldSpec { offers: offers.to_vec(), ..self }
    }

    /// The same under another label.
    pub(super) const fn labelled(mut self, label: &'static str) -> FieldSpec {
        self.label = Some(label);
        self
    }

    /// The same with a list that opens by itself.
    pub(super) const fn opening(mut self) -> FieldSpec {
        self.opens = true;
        self
    }

    /// The most characters it takes.
    pub const fn max(&self) -> u32 {
        if let Some(most) = self.most {
            return most;
        }
        match self.slot {
            Slot::Of(field) => max_of(field),
            Slot::Source | Slot::Level | Slot::DuplicateOf | Slot::Officer | Slot::Until => NAME_MAX,
            Slot::Answerer | Slot::ByWhen => NAME_MAX,
            Slot::Why => max_of(Field::Note),
            Slot::Days => 3,
            Slot::Equipment(_) | Slot::Agreed => 1,
            Slot::Own(_) | Slot::Line(..) => NAME_MAX,
        }
    }
}

pub(super) const fn text(field: Field, lines: Lines, required: bool) -> FieldSpec {
    FieldSpec::new(Slot::Of(field), Kind::Text(lines), required)
}

pub(super) const fn choice(field: Field, of: Choices, required: bool) -> FieldSpec {
    FieldSpec::new(Slot::Of(field), Kind::Choice(of), required)
}

const fn codes(field: Field, list: CodeList, required: bool) -> FieldSpec {
    choice(field, Choices::Codes(list), required)
}

const BY_WHEN: FieldSpec = FieldSpec::new(Slot::ByWhen, Kind::Choice(Choices::Times), true);
const OFFICER: FieldSpec = FieldSpec::new(Slot::Officer, Kind::OfficerNumber, true);
const PASSPHRASE: FieldSpec = FieldSpec::new(Slot::Of(Field::Passphrase), Kind::Secret, true);

/// The fields of a form.
pub fn fields(purpose: &Purpose, station: &Station) -> Vec<FieldSpec> {
    match purpose {
        Purpose::NewReport => report_fields(true),
        Purpose::Quick => vec![text(Field::Narrative, Lines::One, true)],
        Purpose::Amend { .. } => report_fields(false),
        Purpose::Resolve { .. } => vec![
            text(Field::Result, Lines::Many, false),
            codes(Field::Disposition, CodeList::Disposition, false),
        ],
        Purpose::Close { .. } => vec![
            codes(Field::Disposition, CodeList::Disposition, true),
            codes(Field::Answer, CodeList::Answer, true),
        ],
        Purpose::Transfer { .. } => {
            vec![text(Field::To, Lines::One, true), codes(Field::Reason, CodeList::TransferReason, true)]
        }
        Purpose::Duplicate { .. } => vec![FieldSpec::new(Slot::DuplicateOf, Kind::ReportNumber, true)],
        Purpose::Cancel { .. } => vec![codes(Field::Reason, CodeList::CancelReason, true)],
        Purpose::Unfounded { .. } => vec![codes(Field::Reason, CodeList::UnfoundedReason, true)],
        Purpose::Reopen { .. } => vec![codes(Field::Reason, CodeList::ReopenReason, true)],
        Purpose::Note { .. } => vec![text(Field::Note, Lines::Many, true)],
        Purpose::Escalate { .. } => vec![
            FieldSpec::new(Slot::Level, Kind::Choice(Choices::Levels), true),
            codes(Field::Reason, CodeList::EscalationReason, true),
            text(Field::Note, Lines::Many, false),
        ],
        Purpose::Acknowledge { .. } => vec![text(Field::Reply, Lines::Many, false)],
        Purpose::AnswerEscalation { .. } | Purpose::AnswerOrder { .. } => {
            vec![text(Field::Reply, Lines::Many, true)]
        }
        Purpose::TakeOver { .. } | Purpose::Decline { .. } | Purpose::WithdrawOrder { .. } => {
            vec![text(Field::Reason, Lines::One, true)]
        }
        Purpose::IssueOrder { .. } => vec![
            FieldSpec::new(Slot::Answerer, Kind::Choice(Choices::Answerers), true),
            text(Field::Instruction, Lines::Many, true),
            BY_WHEN,
        ],
        Purpose::SendBackOrder { .. } => vec![text(Field::Reason, Lines::Many, true), BY_WHEN],
        Purpose::ZeroReport { .. } => vec![text(Field::Note, Lines::One, false)],
        Purpose::Sweep { .. } => {
            vec![text(Field::Found, Lines::One, true).labelled("swept"), text(Field::Note, Lines::One, false)]
        }
        Purpose::Snooze { .. } => vec![
            FieldSpec::new(Slot::Until, Kind::Choice(Choices::Until), true),
            FieldSpec::new(Slot::Why, Kind::Choice(Choices::Delays), true),
        ],
        Purpose::Extend { consent, .. } => extend_fields(*consent),
        Purpose::Pause { .. } => vec![FieldSpec::new(Slot::Why, Kind::Text(Lines::Many), true)],
        Purpose::CheckIn { .. } => vec![text(Field::Place, Lines::One, true)],
        Purpose::Sign { .. } => sign_fields(station),
        Purpose::Remark { .. } => vec![text(Field::Remark, Lines::Many, false)],
        Purpose::AcceptHandover { .. } => {
            // Not last: a caret that starts in a text in the clear invites a passphrase into it.
            vec![OFFICER, PASSPHRASE, text(Field::Reservations, Lines::Many, false)]
        }
        Purpose::Addendum { .. } => vec![text(Field::Note, Lines::Many, true)],
        Purpose::SignIn => vec![OFFICER, PASSPHRASE],
        Purpose::Dispute(form) => form.bare_fields(),
    }
}

/// Whether every party agrees is asked only where the rule wants to know.
fn extend_fields(consent: bool) -> Vec<FieldSpec> {
    let days = FieldSpec::new(Slot::Days, Kind::Text(Lines::One), true);
    let why = FieldSpec::new(Slot::Why, Kind::Text(Lines::Many), true);
    let agreed = FieldSpec::new(Slot::Agreed, Kind::YesNo, true);
    if consent { vec![days, agreed, why] } else { vec![days, why] }
}

fn report_fields(new: bool) -> Vec<FieldSpec> {
    let mut fields = vec![
        text(Field::Narrative, Lines::Many, true),
        text(Field::Place, Lines::One, false),
        choice(Field::Beat, Choices::Beats, false),
        codes(Field::Type, CodeList::IncidentType, false),
        choice(Field::Priority, Choices::Priorities, false),
        text(Field::CallerName, Lines::One, false),
        text(Field::CallerPhone, Lines::One, false),
        text(Field::OtherName, Lines::One, false),
        text(Field::OtherPhone, Lines::One, false),
    ];
    if new {
        fields.push(FieldSpec::new(Slot::Source, Kind::Choice(Choices::Sources), true));
    }
    fields.push(FieldSpec::new(Slot::Of(Field::EventTime), Kind::Time, !new));
    fields
}

/// The equipment comes first, so that the passphrase is the last thing typed and Enter signs.
fn sign_fields(station: &Station) -> Vec<FieldSpec> {
    let list = station.checklists().find(|list| list.code.as_str() == EQUIPMENT);
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let mut fields: Vec<FieldSpec> = items
        .iter()
        .enumerate()
        .map(|(at, name)| FieldSpec {
            name: Some(name.clone()),
            ..FieldSpec::new(Slot::Equipment(at), Kind::YesNo, true)
        })
        .collect();
    fields.push(text(Field::Words, Lines::Many, false));
    fields.extend([OFFICER, PASSPHRASE]);
    fields
}

//! What the forms on disputes ask, in the order in which they are filled in.
//!
//! Where the hand goes first stands first: the words while somebody talks, the number of who came, of the obligation.

use super::super::choice::{Choice, ClosedList};
use super::super::spec::{Choices, FieldSpec, Kind, Slot, choice, text};
use super::DisputeForm;
use super::known::Known;
use crate::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, ObligationState, PartyRole, Severity, WithdrawReason,
};
use crate::domain::limits::{NAME_MAX, PHONE_MAX, PLACE_MAX, TEXT_MAX};
use crate::domain::refusal::Field;
use crate::ui::widget::field::Lines;
use crate::words::{Listed, Words};

pub(super) const CATEGORY: Slot = Slot::Own("category");
pub(super) const SEVERITY: Slot = Slot::Own("severity");
pub(super) const APPLICANT: Slot = Slot::Own("applicant");
pub(super) const APPLICANT_PHONE: Slot = Slot::Own("applicant-phone");
pub(super) const RESPONDENT: Slot = Slot::Own("respondent");
pub(super) const RESPONDENT_PHONE: Slot = Slot::Own("respondent-phone");
pub(super) const VIOLENT: Slot = Slot::Own("violent");
pub(super) const LEAD: Slot = Slot::Own("lead");
pub(super) const DEADLINE: Slot = Slot::Own("deadline");
pub(super) const ANSWERS_FOR: Slot = Slot::Own("answers-for");
pub(super) const ROLE: Slot = Slot::Own("role");
pub(super) const ADDRESS: Slot = Slot::Own("address");
pub(super) const SPEAKER: Slot = Slot::Own("speaker");
pub(super) const SPEAKER_PHONE: Slot = Slot::Own("speaker-phone");
pub(super) const SPEAKER_AS: Slot = Slot::Own("speaker-as");
pub(super) const IS_OFFICER: Slot = Slot::Own("is-officer");
pub(super) const NAMESAKE: Slot = Slot::Own("namesake");
pub(super) const AT: Slot = Slot::Own("at");
pub(super) const CAME: Slot = Slot::Own("came");
pub(super) const NEXT_AT: Slot = Slot::Own("next-at");
pub(super) const NEXT_PLACE: Slot = Slot::Own("next-place");
pub(super) const BEGAN: Slot = Slot::Own("began");
pub(super) const OTHERS: Slot = Slot::Own("others");
pub(super) const AGREED_HOW: Slot = Slot::Own("agreed-how");
pub(super) const ASSENTS: Slot = Slot::Own("assents");
pub(super) const OBLIGATION: Slot = Slot::Of(Field::Obligation);
pub(super) const STATE: Slot = Slot::Own("state");
pub(super) const ASKING: Slot = Slot::Own("asking");
pub(super) const OUTCOME: Slot = Slot::Own("outcome");
pub(super) const FOLLOWED_BY: Slot = Slot::Own("followed-by");
pub(super) const FOUND: Slot = Slot::Own("found");
pub(super) const PATH: Slot = Slot::Own("path");
pub(super) const CONSENTS: Slot = Slot::Own("consents");
pub(super) const LINK_TO: Slot = Slot::Own("link-to");
pub(super) const INVOLVED_AS: Slot = Slot::Own("involved-as");
pub(super) const RESPONSIBLE: Slot = Slot::Own("responsible");
pub(super) const RESULT_BY: Slot = Slot::Own("result-by");

/// The fields of a further side of a new dispute, which is the third at least.
pub(super) const SIDE: &str = "side";
/// What that one is in it.
pub(super) const SIDE_ROLE: &str = "side-role";
/// How to reach that one.
pub(super) const SIDE_PHONE: &str = "side-phone";
/// An officer who mediated.
pub(super) const MEDIATOR: &str = "mediator";
/// Who promises.
pub(super) const WHO: &str = "who";
/// What is promised.
pub(super) const WHAT: &str = "what";
/// By when.
pub(super) const DUE: &str = "due";
/// How much money.
pub(super) const AMOUNT: &str = "amount";

/// The number of the first side that is added to a new dispute.
pub(super) const FIRST_SIDE: u16 = 3;

/// Lines that a form has several of.
pub(super) struct LinesOf {
    /// The fields of one.
    pub(super) template: Vec<FieldSpec>,
    /// In front of which field they stand.
    pub(super) before: Slot,
    /// The number of the first.
    pub(super) first: u16,
    /// How many there are at once.
    pub(super) at_least: u16,
}

const fn words(slot: Slot, most: u32, required: bool) -> FieldSpec {
    FieldSpec::new(slot, Kind::Text(Lines::One), required).of_most(most)
}

const fn listed<L: Listed>(slot: Slot, required: bool) -> FieldSpec {
    FieldSpec::new(slot, Kind::Choice(Choices::Listed(ClosedList::of::<L>())), required)
}

const fn officer(slot: Slot, required: bool) -> FieldSpec {
    FieldSpec::new(slot, Kind::Choice(Choices::Officers), required)
}

fn ticks(slot: Slot, offers: &[Choice]) -> FieldSpec {
    FieldSpec::new(slot, Kind::Ticks, true).offering(offers)
}

/// A reason in words.
const WHY: FieldSpec =
    FieldSpec::new(Slot::Of(Field::Reason), Kind::Text(Lines::Many), true).of_most(TEXT_MAX);
const NOTE: FieldSpec = text(Field::Note, Lines::Many, false);

/// How an obligation can be settled: it is open until somebody says so.
const SETTLED: ClosedList = ClosedList { name: "settled", entries: settled };

fn settled(words: &Words) -> Vec<(&'static str, String)> {
    let settles = |state: &&ObligationState| !matches!(state, ObligationState::Open);
    ObligationState::ALL.iter().filter(settles).map(|state| (state.code(), words.name(*state))).collect()
}

impl DisputeForm {
    /// The fields, with what the record offers; none of the lines that there are several of.
    pub(super) fn fields(&self, known: &Known) -> Vec<FieldSpec> {
        match self {
            DisputeForm::New { .. } => new_fields(),
            DisputeForm::Assign { .. } => vec![
                officer(LEAD, true),
                text(Field::Measure, Lines::Many, false),
                FieldSpec::new(DEADLINE, Kind::ByDay, false),
                officer(ANSWERS_FOR, true),
            ],
            DisputeForm::Amend { .. } => matter_fields(),
            DisputeForm::AddParty { .. } | DisputeForm::AmendParty { .. } => party_fields(),
            DisputeForm::Plan { .. } => {
                vec![FieldSpec::new(AT, Kind::Ahead, true), text(Field::Place, Lines::One, false)]
            }
            DisputeForm::Sit { .. } => sit_fields(known),
            DisputeForm::Agree { .. } => vec![
                text(Field::Terms, Lines::Many, false),
                listed::<AgreementForm>(AGREED_HOW, true),
                ticks(ASSENTS, &known.parties),
            ],
            DisputeForm::Settle { .. } => vec![
                choice(Field::Obligation, Choices::Own, true).offering(&known.obligations),
                FieldSpec::new(STATE, Kind::Choice(Choices::Listed(SETTLED)), true),
                NOTE,
            ],
            DisputeForm::Reopen { .. } => vec![reason::<DisputeReopenReason>(), NOTE],
            DisputeForm::SeekConfirmation { .. } => {
                vec![text(Field::Court, Lines::One, true), ticks(ASKING, &known.parties)]
            }
            DisputeForm::DecideConfirmation { .. } => {
                vec![listed::<ConfirmationOutcome>(OUTCOME, true), NOTE]
            }
            DisputeForm::LeaveConfirmation { .. }
            | DisputeForm::MarkViolent { .. }
            | DisputeForm::Calm { .. } => vec![WHY],
            DisputeForm::FollowUp { .. } => {
                vec![listed::<FollowUpBy>(FOLLOWED_BY, true), listed::<FollowUpOutcome>(FOUND, true), NOTE]
            }
            DisputeForm::Close { .. } => vec![NOTE],
            DisputeForm::Fail { .. } => {
                vec![listed::<FailPath>(PATH, true), reason::<FailReason>(), NOTE]
            }
            DisputeForm::Withdraw { .. } => vec![reason::<WithdrawReason>(), NOTE],
            DisputeForm::Extend { .. } => vec![
                FieldSpec::new(Slot::Days, Kind::Text(Lines::One), true),
                ticks(CONSENTS, &known.parties),
                WHY,
            ],
            DisputeForm::Contact { .. } => vec![text(Field::Note, Lines::Many, true).labelled("contact")],
            DisputeForm::Note { .. } => vec![text(Field::Note, Lines::Many, true)],
            DisputeForm::Link { .. } => vec![FieldSpec::new(LINK_TO, Kind::RecordNumber, true)],
            DisputeForm::Involve { .. } => {
                vec![listed::<InvolvedAs>(INVOLVED_AS, true), text(Field::Name, Lines::One, true)]
            }
            DisputeForm::DrawUp { .. } => vec![
                text(Field::Measure, Lines::Many, true),
                officer(RESPONSIBLE, true),
                FieldSpec::new(RESULT_BY, Kind::ByDay, true),
            ],
            DisputeForm::Conclude { .. } => vec![text(Field::Result, Lines::Many, true)],
        }
    }

    /// The lines that it has several of.
    pub(super) fn lines(&self, known: &Known) -> Option<LinesOf> {
        if matches!(self, DisputeForm::New { .. }) {
            return Some(sides());
        }
        if matches!(self, DisputeForm::Sit { .. }) {
            return Some(LinesOf {
                template: vec![officer(Slot::Line(MEDIATOR, 1), false)],
                before: OTHERS,
                first: 1,
                at_least: 1,
            });
        }
        matches!(self, DisputeForm::Agree { .. }).then(|| obligations(known))
    }
}

/// Whoever else stands in it.
fn sides() -> LinesOf {
    LinesOf {
        template: vec![
            words(Slot::Line(SIDE, 1), NAME_MAX, false),
            listed::<PartyRole>(Slot::Line(SIDE_ROLE, 1), false).opening(),
            words(Slot::Line(SIDE_PHONE, 1), PHONE_MAX, false),
        ],
        before: VIOLENT,
        first: FIRST_SIDE,
        at_least: 0,
    }
}

fn obligations(known: &Known) -> LinesOf {
    let who = FieldSpec::new(Slot::Line(WHO, 1), Kind::Choice(Choices::Own), false);
    LinesOf {
        template: vec![
            who.offering(&known.parties).opening(),
            words(Slot::Line(WHAT, 1), TEXT_MAX, false),
            FieldSpec::new(Slot::Line(DUE, 1), Kind::ByDay, false),
            FieldSpec::new(Slot::Line(AMOUNT, 1), Kind::Money, false),
        ],
        before: Slot::Of(Field::Terms),
        first: 1,
        at_least: 1,
    }
}

const fn reason<L: Listed>() -> FieldSpec {
    listed::<L>(Slot::Of(Field::Reason), true)
}

fn matter_fields() -> Vec<FieldSpec> {
    vec![
        text(Field::Narrative, Lines::Many, true).labelled("quarrel"),
        text(Field::Place, Lines::One, false),
        choice(Field::Beat, Choices::Beats, false),
        listed::<Category>(CATEGORY, true),
        listed::<Severity>(SEVERITY, true),
    ]
}

fn new_fields() -> Vec<FieldSpec> {
    let mut fields = matter_fields();
    fields.extend([
        words(APPLICANT, NAME_MAX, true),
        words(APPLICANT_PHONE, PHONE_MAX, false),
        words(RESPONDENT, NAME_MAX, true),
        words(RESPONDENT_PHONE, PHONE_MAX, false),
        words(VIOLENT, TEXT_MAX, false),
    ]);
    fields
}

fn party_fields() -> Vec<FieldSpec> {
    vec![
        text(Field::Name, Lines::One, true),
        listed::<PartyRole>(ROLE, true),
        text(Field::CallerPhone, Lines::One, false),
        words(ADDRESS, PLACE_MAX, false),
        words(SPEAKER, NAME_MAX, false),
        words(SPEAKER_PHONE, PHONE_MAX, false),
        words(SPEAKER_AS, NAME_MAX, false),
        officer(IS_OFFICER, false),
        FieldSpec::new(NAMESAKE, Kind::YesNo, false),
    ]
}

fn sit_fields(known: &Known) -> Vec<FieldSpec> {
    vec![
        ticks(CAME, &known.parties),
        text(Field::Said, Lines::Many, true),
        FieldSpec::new(NEXT_AT, Kind::Ahead, false),
        words(NEXT_PLACE, PLACE_MAX, false),
        FieldSpec::new(BEGAN, Kind::Time, false),
        text(Field::Place, Lines::One, false),
        words(OTHERS, TEXT_MAX, false),
    ]
}

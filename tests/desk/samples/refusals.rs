//! One of every refusal.

use super::{by, disputes, e2, h1, notice_id, r31, variants};
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::{Status, Step};
use dutydesk::domain::setup::CodeList;
use dutydesk::domain::{Refusal, Role};

variants!(refusal, REFUSALS, Refusal: NotFound RoleMayNot NotSignedIn NoOfficer NoProposal WrongStep AlreadyAccepted
    AlreadyDone ChangedSince OwnWork NeedsDisposition NeedsAnswer UnknownCode UnknownBeat UnknownUnit UnitOff
    UnitAlreadySent UnitBusy UnitNotOnItsWay WhichUnit Empty TooLong BadValue EventInFuture NotADuplicateOf
    NothingToUndo AlreadyAcknowledged OwnEscalation EscalationWaiting StillOpen PassphraseWrong PassphraseShort
    SameOfficer HandoverWaiting NotReadBack EquipmentBlank Sealed NotSealed NotYours TrainingOnly ClockBackward
    TrainingIsFixed Dangling LastSupervisor NoticeNotOpen InUse
    NotOwed SnoozePast SnoozeTooLong SnoozeUrgent NotSnoozed NotExtendable NeedsConsent NotPausable AlreadyPaused
    NotPaused AlreadyAnswered AlreadyYours DuePast NotAnswered UnknownPost Dispute);

/// Every refusal; several of those whose sentence differs within the variant.
pub fn refusals() -> Vec<Refusal> {
    let mut all = on_reports();
    all.extend(on_fields_and_units());
    all.extend(on_the_rest());
    all.extend(disputes::refusals().into_iter().map(|refusal| Refusal::Dispute(Box::new(refusal))));
    all
}

fn on_reports() -> Vec<Refusal> {
    let id = r31();
    vec![
        Refusal::NotFound { what: "R-20261121-999".to_owned() },
        Refusal::RoleMayNot { role: Role::Reviewer, asked: "report.accept".to_owned() },
        Refusal::NotSignedIn,
        Refusal::NoOfficer { uid: 1003 },
        Refusal::WrongStep { id, status: Status::InProgress, step: Step::Close },
        Refusal::WrongStep { id, status: Status::Accepted, step: Step::Reopen },
        Refusal::AlreadyAccepted { id, by: by("0156") },
        Refusal::AlreadyDone { id, step: Step::Resolve, by: by("0156") },
        Refusal::ChangedSince { id, step: Some(Step::Dispatch), by: by("0156") },
        Refusal::ChangedSince { id, step: None, by: by("0156") },
        Refusal::NoProposal { id },
        Refusal::OwnWork { id },
        Refusal::NeedsDisposition { id },
        Refusal::NeedsAnswer { id },
        Refusal::NotADuplicateOf { of: id },
        Refusal::NothingToUndo { id },
        Refusal::StillOpen { id },
    ]
}

fn on_fields_and_units() -> Vec<Refusal> {
    let unit = || "south3".into();
    let bad = |field| Refusal::BadValue { field, value: "x y".to_owned() };
    vec![
        Refusal::UnknownCode { list: CodeList::IncidentType, code: "fihgt".into() },
        Refusal::UnknownCode { list: CodeList::Priority, code: "P9".into() },
        Refusal::UnknownBeat { code: "S9".into() },
        Refusal::UnknownUnit { code: "north1".into() },
        Refusal::UnitOff { unit: unit() },
        Refusal::UnitAlreadySent { unit: unit(), by: by("0156") },
        Refusal::UnitBusy { unit: unit(), on: r31() },
        Refusal::UnitNotOnItsWay { unit: unit(), id: r31() },
        Refusal::WhichUnit { units: vec![unit(), "city2".into()] },
        Refusal::Empty { field: Field::Narrative },
        Refusal::TooLong { field: Field::Narrative, max: 10_000 },
        bad(Field::Zone),
        bad(Field::Code),
        bad(Field::Priority),
        bad(Field::EventTime),
        bad(Field::Status),
        bad(Field::To),
        bad(Field::Found),
        Refusal::EventInFuture,
    ]
}

fn on_the_rest() -> Vec<Refusal> {
    vec![
        Refusal::NotOwed { id: r31(), rule: "accept".into() },
        Refusal::SnoozePast,
        Refusal::SnoozeTooLong { hours: 24 },
        Refusal::SnoozeUrgent { id: r31() },
        Refusal::NotSnoozed { id: r31(), rule: "accept".into() },
        Refusal::NotExtendable { rule: "accept".into(), days: 0, times: 0 },
        Refusal::NotExtendable { rule: "letter-answer".into(), days: 30, times: 1 },
        Refusal::NeedsConsent { rule: "letter-answer".into() },
        Refusal::NotPausable { rule: "accept".into() },
        Refusal::AlreadyPaused { id: r31(), by: by("0156") },
        Refusal::NotPaused { id: r31(), rule: "letter-answer".into() },
        Refusal::AlreadyAnswered { id: e2(), by: by("0156") },
        Refusal::AlreadyYours { id: r31() },
        Refusal::DuePast,
        Refusal::NotAnswered { id: e2() },
        Refusal::UnknownPost { code: "brigde".into() },
        Refusal::AlreadyAcknowledged { id: e2(), by: by("0156") },
        Refusal::OwnEscalation { id: e2() },
        Refusal::EscalationWaiting { id: e2() },
        Refusal::PassphraseWrong { officer: "0142".into() },
        Refusal::PassphraseShort { min: 8 },
        Refusal::SameOfficer,
        Refusal::HandoverWaiting { id: h1() },
        Refusal::NotReadBack { items: vec![r31(), e2()] },
        Refusal::EquipmentBlank,
        Refusal::Sealed { id: h1() },
        Refusal::NotSealed { id: h1() },
        Refusal::NotYours { id: h1(), whose: "0142".into() },
        Refusal::TrainingOnly,
        Refusal::ClockBackward,
        Refusal::TrainingIsFixed,
        Refusal::Dangling { key: "unit/south3".to_owned(), names: "place/S9".to_owned() },
        Refusal::LastSupervisor,
        Refusal::NoticeNotOpen { id: notice_id() },
        Refusal::InUse { key: "place/S3".to_owned(), by: "unit/south3".to_owned() },
        Refusal::InUse { key: "station".to_owned(), by: "desk".to_owned() },
    ]
}

//! One of every fact.

use super::answers::earlier_ids;
use super::disputes::{self, d1};
use super::{
    amendment, at, by, canary, draft, e2, h1, incoming, items, notice_id, r31, s1, sweeps, variants, z1,
};
use dutydesk::domain::earlier::{Repeat, Same};
use dutydesk::domain::fact::{
    DeadlineFact, DeskFact, Entry, EscalationFact, Fact, Figures, HandoverFact, ReportFact, SetupFact,
    SupervisionFact, UnitFact, ZeroFact,
};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::Level;
use dutydesk::domain::report::{Priority, Source, Status, Step};
use dutydesk::domain::rules::Target;
use dutydesk::domain::speed::Took;
use dutydesk::domain::{Role, Subject};
use jiff::SignedDuration;

variants!(report_fact, REPORT_FACTS, ReportFact: Received Resent Accepted Dispatched Arrived Resolved Verified
    Closed Transferred MarkedDuplicate Cancelled MarkedUnfounded Reopened Noted Amended Undone Escalated
    TakenOver Supervised Carried Repeated Proposed ProposalDeclined Linked Erased);
variants!(escalation_fact, ESCALATION_FACTS, EscalationFact: Raised Acknowledged Expired Answered Erased);
variants!(deadline_fact, DEADLINE_FACTS, DeadlineFact: Amber Overdue Told Snoozed Returned Extended Paused Resumed);
variants!(supervision_fact, SUPERVISION_FACTS, SupervisionFact: Issued Answered SentBack Withdrawn Erased);
variants!(zero_fact, ZERO_FACTS, ZeroFact: Expected Filed);
variants!(unit_fact, UNIT_FACTS, UnitFact: StatusChanged CheckedIn);
variants!(handover_fact, HANDOVER_FACTS, HandoverFact: Signed Accepted Withdrawn Added);
variants!(setup_fact, SETUP_FACTS, SetupFact: Set Retired PassphraseSet);
variants!(desk_fact, DESK_FACTS, DeskFact: Started Stopped ClockSet FileRefused Denied NoticeDead NoticeRetried
    NoticeDropped NoticeTested ClockStepped);

pub fn fact(fact: &Fact) -> &'static str {
    match fact {
        Fact::Report(f) => report_fact(f),
        Fact::Escalation(f) => escalation_fact(f),
        Fact::Deadline(f) => deadline_fact(f),
        Fact::Supervision(f) => supervision_fact(f),
        Fact::Zero(f) => zero_fact(f),
        Fact::Sweep(f) => sweeps::sweep_fact(f),
        Fact::Dispute(f) => disputes::dispute_fact(f),
        Fact::Unit(f) => unit_fact(f),
        Fact::Handover(f) => handover_fact(f),
        Fact::Setup(f) => setup_fact(f),
        Fact::Desk(f) => desk_fact(f),
    }
}

pub fn fact_variants() -> Vec<&'static str> {
    [
        REPORT_FACTS,
        ESCALATION_FACTS,
        DEADLINE_FACTS,
        SUPERVISION_FACTS,
        ZERO_FACTS,
        sweeps::SWEEP_FACTS,
        disputes::DISPUTE_FACTS,
        UNIT_FACTS,
        HANDOVER_FACTS,
        SETUP_FACTS,
        DESK_FACTS,
    ]
    .concat()
}

/// Every fact.
pub fn facts() -> Vec<Fact> {
    let mut all: Vec<Fact> = report_facts().into_iter().map(Fact::Report).collect();
    all.extend(owing_facts());
    all.extend(disputes::facts().into_iter().map(Fact::Dispute));
    all.extend(other_facts());
    all
}

fn figures() -> Figures {
    Figures {
        status: Status::Closed,
        source: Source::Phone,
        event_at: at(),
        received: by("0142"),
        incident_type: Some("fight".into()),
        priority: Some(Priority::P1),
        beat: Some("S3".into()),
        disposition: Some("settled".into()),
        took: Took { accept: Some(SignedDuration::from_secs(12)), ..Took::default() },
        rev: 9,
        reason: canary(),
    }
}

fn report_facts() -> Vec<ReportFact> {
    vec![
        ReportFact::Received(Box::new(incoming())),
        ReportFact::Resent,
        ReportFact::Accepted,
        ReportFact::Dispatched { unit: "south3".into() },
        ReportFact::Arrived { unit: "south3".into() },
        ReportFact::Resolved { result: canary(), disposition: Some("settled".into()) },
        ReportFact::Resolved { result: "".into(), disposition: None },
        ReportFact::Verified,
        ReportFact::Closed { disposition: "settled".into(), answer: "by-phone".into() },
        ReportFact::Transferred { to: canary(), reason: "not-ours".into() },
        ReportFact::MarkedDuplicate { of: "R-20261121-028".parse().unwrap() },
        ReportFact::Cancelled { reason: "called-off".into() },
        ReportFact::MarkedUnfounded { reason: "nothing".into() },
        ReportFact::Reopened { reason: "again".into() },
        ReportFact::Noted { text: canary() },
        ReportFact::Amended(Box::new(amendment())),
        ReportFact::Undone { step: Step::Arrive },
        ReportFact::Escalated { escalation: e2(), to: Level::Town, reason: "help".into() },
        ReportFact::TakenOver { reason: canary() },
        ReportFact::Supervised { order: s1() },
        ReportFact::Carried { handover: h1() },
        ReportFact::Repeated(Repeat { by: Same::Place, days: 30, earlier: earlier_ids() }),
        ReportFact::Repeated(Repeat { by: Same::Caller, days: 30, earlier: earlier_ids() }),
        ReportFact::Repeated(Repeat { by: Same::Sides, days: 30, earlier: earlier_ids() }),
        ReportFact::Proposed { calls: earlier_ids(), dispute: None },
        ReportFact::Proposed { calls: earlier_ids(), dispute: Some(d1()) },
        ReportFact::ProposalDeclined { reason: canary() },
        ReportFact::Linked { dispute: d1() },
        ReportFact::Erased(figures()),
    ]
}

fn owing_facts() -> Vec<Fact> {
    let (rule, from) = (|| "accept".into(), at());
    let told = |time| DeadlineFact::Told { rule: rule(), from, rung: 0, time, to: Target::BeatOfficer };
    let extended = |agreed| DeadlineFact::Extended { rule: rule(), from, days: 10, reason: canary(), agreed };
    let deadline = [
        DeadlineFact::Amber { rule: rule(), from },
        DeadlineFact::Overdue { rule: rule(), from },
        told(0),
        told(1),
        DeadlineFact::Snoozed { rule: rule(), from, until: at(), reason: canary() },
        DeadlineFact::Returned { rule: rule(), from },
        extended(true),
        extended(false),
        DeadlineFact::Paused { rule: rule(), from, reason: canary() },
        DeadlineFact::Resumed { rule: rule(), from },
    ];
    let issued = SupervisionFact::Issued {
        on: r31(),
        priority: Some(Priority::P1),
        beat: None,
        to: Some("0142".into()),
        text: canary(),
        due_at: at(),
    };
    let supervision = [
        issued,
        SupervisionFact::Answered { text: canary() },
        SupervisionFact::SentBack { reason: canary(), due_at: at() },
        SupervisionFact::Withdrawn { reason: canary() },
        SupervisionFact::Erased { on: r31(), issued: by("0101"), due_at: at(), rev: 3 },
    ];
    let zero = [
        ZeroFact::Expected { post: "bridge".into(), by: at() },
        ZeroFact::Filed { text: "".into() },
        ZeroFact::Filed { text: canary() },
    ];
    let deadline = deadline.into_iter().map(Fact::Deadline);
    let supervision = supervision.into_iter().map(Fact::Supervision);
    let zero = zero.into_iter().map(Fact::Zero);
    deadline.chain(supervision).chain(zero).chain(sweeps::facts().map(Fact::Sweep)).collect()
}

fn other_facts() -> Vec<Fact> {
    let raised = EscalationFact::Raised {
        on: r31(),
        to: Level::District,
        reason: "help".into(),
        note: canary(),
        priority: Some(Priority::P1),
        beat: None,
    };
    let erased = EscalationFact::Erased {
        on: r31(),
        to: Level::Town,
        reason: "help".into(),
        raised: by("0142"),
        acknowledged: None,
        rev: 2,
    };
    let signed = HandoverFact::Signed {
        draft: Box::new(draft()),
        remarks: [(r31(), canary())].into(),
        words: canary(),
        equipment: vec![("Keys".to_owned(), true)],
        officer: "0142".into(),
    };
    let accepted = |reservations| HandoverFact::Accepted {
        read_back: vec![r31()],
        reservations,
        officer: "0156".into(),
    };
    let refused = |line| DeskFact::FileRefused { file: "a.json".to_owned(), why: "empty".to_owned(), line };
    vec![
        Fact::Escalation(raised),
        Fact::Escalation(EscalationFact::Acknowledged { reply: canary() }),
        Fact::Escalation(EscalationFact::Expired),
        Fact::Escalation(EscalationFact::Answered { text: canary() }),
        Fact::Escalation(EscalationFact::Answered { text: "".into() }),
        Fact::Escalation(erased),
        Fact::Unit(UnitFact::StatusChanged { status: UnitStatus::OnScene, on: Some(r31()) }),
        Fact::Unit(UnitFact::StatusChanged { status: UnitStatus::Available, on: None }),
        Fact::Unit(UnitFact::CheckedIn { place: canary() }),
        Fact::Handover(signed),
        Fact::Handover(accepted("".into())),
        Fact::Handover(accepted(canary())),
        Fact::Handover(HandoverFact::Withdrawn),
        Fact::Handover(HandoverFact::Added { text: canary() }),
        Fact::Setup(SetupFact::Set(Box::new(items().remove(1)))),
        Fact::Setup(SetupFact::Retired),
        Fact::Setup(SetupFact::PassphraseSet),
        Fact::Desk(DeskFact::Started { version: "0.1.0".to_owned() }),
        Fact::Desk(DeskFact::Stopped),
        Fact::Desk(DeskFact::ClockSet { to: at() }),
        Fact::Desk(refused(None)),
        Fact::Desk(refused(Some(3))),
        Fact::Desk(DeskFact::Denied { asked: "report.accept".to_owned() }),
        Fact::Desk(DeskFact::NoticeDead { id: notice_id(), tries: 8 }),
        Fact::Desk(DeskFact::NoticeRetried { id: notice_id() }),
        Fact::Desk(DeskFact::NoticeDropped { id: notice_id() }),
        Fact::Desk(DeskFact::NoticeTested),
        Fact::Desk(DeskFact::ClockStepped { by_s: 3600 }),
    ]
}

/// A fact as the journal gives it back.
pub fn entry(fact: Fact) -> Entry {
    let subject = match &fact {
        Fact::Report(_) => Subject::Record(r31()),
        Fact::Deadline(_) => Subject::Record(r31()),
        Fact::Supervision(_) => Subject::Record(s1()),
        Fact::Zero(_) => Subject::Record(z1()),
        Fact::Sweep(_) => Subject::Record(sweeps::w1()),
        Fact::Escalation(_) => Subject::Record(e2()),
        Fact::Dispute(_) => Subject::Record(d1()),
        Fact::Unit(_) => Subject::Unit("south3".into()),
        Fact::Handover(_) => Subject::Record(h1()),
        Fact::Setup(_) => Subject::Setup("officer/0156".to_owned()),
        Fact::Desk(_) => Subject::Desk,
    };
    Entry {
        seq: 7,
        at: at(),
        duty_day: jiff::civil::date(2026, 11, 21),
        officer: "0142".into(),
        role: Role::DutyOfficer,
        session: "s1".to_owned(),
        subject,
        kind: fact.kind().to_owned(),
        fact: Some(fact),
    }
}

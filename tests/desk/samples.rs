//! One of everything that can be asked, can happen or can be refused, with a canary in every private text.
//!
//! The lists of variants match exhaustively, so a new variant does not compile until it stands here, and the tests
//! that walk the samples fail until it has a sample.

mod answers;
mod disputes;
mod facts;
mod refusals;
mod sweeps;

pub use answers::{
    answers, clocks, draft, due, escalation, escalation_row, handover, messages, notice, owed, report,
    report_row, supervision, unit,
};
pub use disputes::{d1, dispute};
pub use facts::{entry, facts};
pub use refusals::refusals;

use dutydesk::domain::command::{
    Amendment, DeadlineCommand, DeskCommand, EscalationCommand, HandoverCommand, Incoming, ReportCommand,
    SetupCommand, SupervisionCommand, UnitCommand, ZeroCommand,
};
use dutydesk::domain::notice::NoticeId;
use dutydesk::domain::officer::Officer;
use dutydesk::domain::pair::Side;
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::query::{
    DisputeFilter, DisputeView, DueView, From, JournalFilter, Page, Query, ReportFilter,
};
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::setup::{Checklist, CodeEntry, CodeList, Head, SetupItem, Standing, Unit};
use dutydesk::domain::shift::Shift;
use dutydesk::domain::{Command, Name, Private, RecordId, Role, Secret, Stamp, Station};
use jiff::Timestamp;
use jiff::civil::time;

/// Stands in every private text of the samples.
pub const CANARY: &str = "canary-7731-金丝雀";

/// A function that names the variant of a value, and the list of all names. It matches exhaustively.
macro_rules! variants {
    ($name:ident, $all:ident, $t:ident: $($v:ident)+) => {
        pub const $all: &[&str] = &[$(concat!(stringify!($t), "::", stringify!($v))),+];
        pub fn $name(x: &$t) -> &'static str {
            match x { $($t::$v { .. } => concat!(stringify!($t), "::", stringify!($v))),+ }
        }
    };
}
pub(crate) use variants;

variants!(report_command, REPORT_COMMANDS, ReportCommand: Receive Accept Dispatch Arrive Resolve Verify Close
    Transfer MarkDuplicate Cancel MarkUnfounded Reopen Note Amend TakeOver DeclineProposal Undo Erase);
variants!(escalation_command, ESCALATION_COMMANDS, EscalationCommand: Raise Acknowledge Answer);
variants!(deadline_command, DEADLINE_COMMANDS, DeadlineCommand: Tell Snooze Return Extend Pause Resume);
variants!(supervision_command, SUPERVISION_COMMANDS, SupervisionCommand: Issue Answer SendBack Withdraw);
variants!(zero_command, ZERO_COMMANDS, ZeroCommand: Expect File);
variants!(unit_command, UNIT_COMMANDS, UnitCommand: Status CheckIn);
variants!(handover_command, HANDOVER_COMMANDS, HandoverCommand: Sign Accept Withdraw Add);
variants!(setup_command, SETUP_COMMANDS, SetupCommand: Set Retire Apply SetPassphrase);
variants!(desk_command, DESK_COMMANDS, DeskCommand: SetClock Start Stop RefuseFile Deny NoticeDead RetryNotice
    DropNotice TestNotice ClockStepped);
variants!(query, QUERIES, Query: Board Reports Report History Between Escalations Due Owed Supervisions ZeroReports Units Disputes
    Dispute Allowances Sweeps Sweep People Journal HandoverDraft Handovers Handover Station Status Drafts Outbox);

pub fn id(text: &str) -> RecordId {
    text.parse().unwrap()
}

pub fn r31() -> RecordId {
    id("R-20261121-031")
}

pub fn e2() -> RecordId {
    id("E-20261121-002")
}

pub fn h1() -> RecordId {
    id("H-20261121-001")
}

pub fn s1() -> RecordId {
    id("S-20261121-001")
}

pub fn z1() -> RecordId {
    id("Z-20261121-001")
}

pub fn notice_id() -> NoticeId {
    NoticeId { seq: 7, n: 1 }
}

pub fn at() -> Timestamp {
    "2026-11-21T22:47:03+08:00".parse().unwrap()
}

pub fn by(officer: &str) -> Stamp {
    Stamp { at: at(), by: officer.into() }
}

pub fn canary() -> Private {
    CANARY.into()
}

pub fn secret() -> Secret {
    Secret(CANARY.to_owned())
}

fn both(en: &str, zh: &str) -> Name {
    Name::Both { en: en.to_owned(), zh: zh.to_owned() }
}

/// The setup of the invented station South River.
pub fn items() -> Vec<SetupItem> {
    let officer = |number: &str, en: &str, zh: &str, role| {
        SetupItem::Officer(Officer { number: number.into(), name: both(en, zh), role, uid: None })
    };
    let code = |list, code: &str, en: &str, zh: &str| {
        let (priority, patterns) = (None, vec![]);
        SetupItem::Code(CodeEntry { list, code: code.into(), name: both(en, zh), priority, patterns })
    };
    vec![
        SetupItem::Station(Head {
            code: "NH".into(),
            name: both("South River", "南河所"),
            zone: "Asia/Shanghai".into(),
            training: false,
            shared_uids: vec![],
        }),
        officer("0142", "Li Qiang", "李强", Role::DutyOfficer),
        officer("0156", "Zhou Min", "周敏", Role::ShiftLeader),
        SetupItem::Place(Place {
            code: "S3".into(),
            name: both("South 3", "南三网格"),
            level: Level::Beat,
            part_of: None,
            officer: None,
            outside: false,
        }),
        SetupItem::Unit(Unit { code: "south3".into(), name: both("South Three", "南3"), beat: None }),
        SetupItem::Shift(Shift {
            code: "night".into(),
            name: both("Night", "夜班"),
            start: time(20, 0, 0, 0),
            end: time(8, 0, 0, 0),
        }),
        SetupItem::Checklist(Checklist {
            code: "equipment".into(),
            name: both("Equipment", "装备"),
            items: vec![both("Keys", "钥匙")],
        }),
        code(CodeList::IncidentType, "fight", "Fight", "斗殴"),
        code(CodeList::Disposition, "settled", "Settled", "当场化解"),
        code(CodeList::Answer, "by-phone", "by phone", "电话"),
        code(CodeList::TransferReason, "not-ours", "not ours", "非本所管辖"),
        code(CodeList::CancelReason, "called-off", "called off", "报警人撤回"),
        code(CodeList::UnfoundedReason, "nothing", "nothing found", "查无此事"),
        code(CodeList::EscalationReason, "help", "more hands needed", "需要增援"),
        code(CodeList::ReopenReason, "again", "it happened again", "再次发生"),
        SetupItem::Rules(Box::new(dutydesk::config::rules_shipped())),
    ]
}

/// The invented station South River.
pub fn station() -> Station {
    let mut station = Station::default();
    for item in items() {
        station.items.insert(item.key(), Standing { item, retired: false, rev: 1 });
    }
    station
}

pub fn telling() -> Telling {
    Telling {
        narrative: canary(),
        place: canary(),
        caller_name: canary(),
        caller_phone: canary(),
        other_name: canary(),
        other_phone: canary(),
        incident_type: Some("fight".into()),
        priority: Some(Priority::P1),
        beat: None,
        unknown: [("beat".to_owned(), canary())].into(),
    }
}

pub fn incoming() -> Incoming {
    let source_key = Some("110-20261121-000123".to_owned());
    Incoming { source: Source::Hotline, source_key, event_at: Some(at()), telling: telling() }
}

/// Somebody on one side.
pub fn side() -> Side {
    Side { name: canary(), phone: canary() }
}

pub fn amendment() -> Amendment {
    Amendment {
        narrative: Some(canary()),
        place: Some(canary()),
        caller_name: Some(canary()),
        caller_phone: Some(canary()),
        other_name: Some(canary()),
        other_phone: Some(canary()),
        incident_type: Some("fight".into()),
        priority: Some(Priority::P2),
        beat: Some("S3".into()),
        event_at: Some(at()),
    }
}

/// Every command that can be asked.
pub fn commands() -> Vec<Command> {
    let mut all: Vec<Command> = report_commands().into_iter().map(Command::Report).collect();
    all.extend(disputes::commands().into_iter().map(Command::Dispute));
    all.extend(other_commands());
    all
}

fn report_commands() -> Vec<ReportCommand> {
    let (id, unit) = (r31(), "south3".into());
    vec![
        ReportCommand::Receive(Box::new(incoming())),
        ReportCommand::Accept { id },
        ReportCommand::Dispatch { id, unit },
        ReportCommand::Arrive { id, unit: None },
        ReportCommand::Resolve { id, result: canary(), disposition: None },
        ReportCommand::Verify { id },
        ReportCommand::Close { id, disposition: None, answer: Some("by-phone".into()) },
        ReportCommand::Transfer { id, to: canary(), reason: "not-ours".into() },
        ReportCommand::MarkDuplicate { id, of: r31() },
        ReportCommand::Cancel { id, reason: "called-off".into() },
        ReportCommand::MarkUnfounded { id, reason: "nothing".into() },
        ReportCommand::Reopen { id, reason: "again".into() },
        ReportCommand::Note { id, text: canary() },
        ReportCommand::Amend { id, changes: Box::new(amendment()) },
        ReportCommand::TakeOver { id, reason: canary() },
        ReportCommand::DeclineProposal { id, reason: canary() },
        ReportCommand::Undo { id },
        ReportCommand::Erase { id, reason: canary() },
    ]
}

fn other_commands() -> Vec<Command> {
    let raise =
        EscalationCommand::Raise { on: r31(), to: Level::Town, reason: "help".into(), note: canary() };
    let sign = HandoverCommand::Sign {
        officer: "0142".into(),
        passphrase: secret(),
        remarks: [(r31(), canary())].into(),
        words: canary(),
        equipment: vec![("Keys".to_owned(), true)],
    };
    let accept = HandoverCommand::Accept {
        id: h1(),
        officer: "0156".into(),
        passphrase: secret(),
        read_back: vec![r31()],
        reservations: canary(),
    };
    let refuse =
        DeskCommand::RefuseFile { file: "a.json".to_owned(), why: "empty".to_owned(), line: Some(3) };
    let status = UnitStatus::Available;
    let mut all = owing_commands();
    all.extend([
        Command::Escalation(raise),
        Command::Escalation(EscalationCommand::Acknowledge { id: e2(), reply: canary() }),
        Command::Escalation(EscalationCommand::Answer { id: e2(), text: canary() }),
        Command::Unit(UnitCommand::Status { unit: "south3".into(), status }),
        Command::Unit(UnitCommand::CheckIn { unit: "south3".into(), place: canary() }),
        Command::Handover(sign),
        Command::Handover(accept),
        Command::Handover(HandoverCommand::Withdraw { id: h1() }),
        Command::Handover(HandoverCommand::Add { id: h1(), text: canary() }),
        Command::Setup(SetupCommand::Set(Box::new(items().remove(0)))),
        Command::Setup(SetupCommand::Retire { key: "officer/0142".to_owned() }),
        Command::Setup(SetupCommand::Apply { changes: vec![SetupCommand::Set(Box::new(items().remove(0)))] }),
        Command::Setup(SetupCommand::SetPassphrase { officer: "0142".into(), passphrase: secret() }),
        Command::Desk(DeskCommand::SetClock { to: at() }),
        Command::Desk(DeskCommand::Start { version: "1".to_owned() }),
        Command::Desk(DeskCommand::Stop),
        Command::Desk(refuse),
        Command::Desk(DeskCommand::Deny { asked: "report.accept".to_owned() }),
        Command::Desk(DeskCommand::NoticeDead { id: notice_id(), tries: 8 }),
        Command::Desk(DeskCommand::RetryNotice { id: notice_id() }),
        Command::Desk(DeskCommand::DropNotice { id: notice_id() }),
        Command::Desk(DeskCommand::TestNotice),
        Command::Desk(DeskCommand::ClockStepped { by_s: -3600 }),
    ]);
    all
}

fn owing_commands() -> Vec<Command> {
    let (on, rule) = (r31(), || "letter-answer".into());
    let deadline = [
        DeadlineCommand::Tell { on },
        DeadlineCommand::Snooze { on, rule: rule(), until: at(), reason: canary() },
        DeadlineCommand::Return { on, rule: rule() },
        DeadlineCommand::Extend { on, rule: rule(), days: 10, reason: canary(), agreed: true },
        DeadlineCommand::Pause { on, rule: rule(), reason: canary() },
        DeadlineCommand::Resume { on, rule: rule() },
    ];
    let supervision = [
        SupervisionCommand::Issue { on, to: Some("0142".into()), text: canary(), due_at: at() },
        SupervisionCommand::Answer { id: s1(), text: canary() },
        SupervisionCommand::SendBack { id: s1(), reason: canary(), due_at: at() },
        SupervisionCommand::Withdraw { id: s1(), reason: canary() },
    ];
    let zero =
        [ZeroCommand::Expect { post: "bridge".into() }, ZeroCommand::File { id: z1(), text: canary() }];
    let deadline = deadline.into_iter().map(Command::Deadline);
    let supervision = supervision.into_iter().map(Command::Supervision);
    let zero = zero.into_iter().map(Command::Zero);
    deadline.chain(supervision).chain(zero).chain(sweeps::commands().map(Command::Sweep)).collect()
}

/// Every question that can be asked.
pub fn queries() -> Vec<Query> {
    let page = Page { from: From::Top, limit: 1 };
    vec![
        Query::Board,
        Query::Reports { filter: ReportFilter::default(), page },
        Query::Report { id: r31() },
        Query::History { place: canary(), caller: side(), other: side(), before: Some(r31()), limit: 5 },
        Query::Between { people: vec![side(), side()], limit: 5 },
        Query::Escalations { waiting: true, page },
        Query::Due { view: DueView::Mine, page },
        Query::Owed { id: d1() },
        Query::Supervisions { open: true, page },
        Query::ZeroReports { open: true, page },
        Query::Units,
        Query::Disputes { filter: DisputeFilter::of(DisputeView::Mine), page },
        Query::Dispute { id: d1() },
        Query::Allowances { since: Some(at()), until: None },
        Query::Sweeps { open: true, page },
        Query::Sweep { id: sweeps::w1() },
        Query::People { page },
        Query::Journal { filter: JournalFilter::default(), page },
        Query::HandoverDraft,
        Query::Handovers { page },
        Query::Handover { id: h1() },
        Query::Station,
        Query::Status,
        Query::Drafts,
        Query::Outbox { open: true, page },
    ]
}

/// The name of a command's variant.
pub fn command(command: &Command) -> &'static str {
    match command {
        Command::Report(c) => report_command(c),
        Command::Escalation(c) => escalation_command(c),
        Command::Deadline(c) => deadline_command(c),
        Command::Supervision(c) => supervision_command(c),
        Command::Zero(c) => zero_command(c),
        Command::Sweep(c) => sweeps::sweep_command(c),
        Command::Dispute(c) => disputes::dispute_command(c),
        Command::Unit(c) => unit_command(c),
        Command::Handover(c) => handover_command(c),
        Command::Setup(c) => setup_command(c),
        Command::Desk(c) => desk_command(c),
    }
}

/// The names of all variants of commands.
pub fn command_variants() -> Vec<&'static str> {
    [
        REPORT_COMMANDS,
        ESCALATION_COMMANDS,
        DEADLINE_COMMANDS,
        SUPERVISION_COMMANDS,
        ZERO_COMMANDS,
        sweeps::SWEEP_COMMANDS,
        disputes::DISPUTE_COMMANDS,
        UNIT_COMMANDS,
        HANDOVER_COMMANDS,
        SETUP_COMMANDS,
        DESK_COMMANDS,
    ]
    .concat()
}

/// Fails unless every variant has a sample.
pub fn assert_complete(all: &[&'static str], sampled: impl Iterator<Item = &'static str>) {
    let sampled: std::collections::BTreeSet<_> = sampled.collect();
    let missing: Vec<_> = all.iter().filter(|name| !sampled.contains(**name)).collect();
    assert!(missing.is_empty(), "these have no sample in tests/desk/samples: {missing:?}");
}

#[test]
fn every_command_question_fact_and_refusal_has_a_sample() {
    assert_complete(&command_variants(), commands().iter().map(command));
    assert_complete(QUERIES, queries().iter().map(query));
    assert_complete(&facts::fact_variants(), facts().iter().map(facts::fact));
    assert_complete(refusals::REFUSALS, refusals().iter().map(refusals::refusal));
    assert_complete(disputes::DISPUTE_ACTS, disputes::acts().iter().map(disputes::dispute_act));
    let on_disputes = disputes::refusals();
    assert_complete(disputes::DISPUTE_REFUSALS, on_disputes.iter().map(disputes::dispute_refusal));
    assert_complete(&answers::message_variants(), messages().iter().map(answers::message));
    assert_complete(answers::ANSWERS, answers().iter().map(answers::answer));
}

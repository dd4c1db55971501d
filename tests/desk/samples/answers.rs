//! Records, rows, answers and what a client sends, with a canary in every private text.

use super::{
    at, by, canary, commands, d1, e2, h1, notice_id, r31, s1, secret, station, telling, variants, z1,
};
use super::{disputes, entry, facts, sweeps};
use dutydesk::domain::clocks::{Clock, Clocks, Snooze};
use dutydesk::domain::command::Order;
use dutydesk::domain::desk::{Board, DeskStatus, DraftForm, DueLine};
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::terms::Category;
use dutydesk::domain::due::{Due, Light, Owed, WaitsFor};
use dutydesk::domain::earlier::{EarlierDispute, EarlierRow, History, Repeat, Same};
use dutydesk::domain::escalation::Escalation;
use dutydesk::domain::handover::{Addendum, Draft, Ground, Handover, HandoverStatus, Item, Tally};
use dutydesk::domain::notice::{NotDelivered, Notice, NoticeRow, NoticeState, NoticeWhy};
use dutydesk::domain::pair::Proposal;
use dutydesk::domain::patrol::{CheckIn, UnitState, UnitStatus};
use dutydesk::domain::place::Level;
use dutydesk::domain::query::{Answer, Query, ReportDetail, Rows};
use dutydesk::domain::report::{
    Closing, Dispatch, Exit, LastStep, Priority, Resolution, Source, Status, Step,
};
use dutydesk::domain::row::{
    EscalationRow, HandoverRow, PersonRow, ReportRow, SupervisionRow, UnitRow, ZeroReportRow,
};
use dutydesk::domain::rules::Target;
use dutydesk::domain::shift::Watch;
use dutydesk::domain::speed::{Speed, SpeedTally};
use dutydesk::domain::supervision::{Reply, Supervision, SupervisionStatus};
use dutydesk::domain::zero_report::ZeroReport;
use dutydesk::domain::{Lang, RecordId, Report};
use dutydesk::wire::message::{Client, ToDesk};
use jiff::civil::date;

variants!(answer, ANSWERS, Answer: Board Reports Report History Escalations Due Owed Supervisions ZeroReports Units
    Disputes Dispute Allowances Sweeps Sweep People Journal HandoverDraft Handovers Handover Station Status Drafts Outbox);
variants!(message, MESSAGES, ToDesk: Hello SignIn Execute Ask Keep Stop Backup);

pub fn message_variants() -> Vec<&'static str> {
    MESSAGES.to_vec()
}

/// A report on which everything happened that can stand on one.
pub fn report() -> Report {
    let last = LastStep { step: Step::Close, stamp: by("0156") };
    Report {
        id: r31(),
        rev: 7,
        status: Status::Closed,
        source: Source::Hotline,
        source_key: Some("110-20261121-000123".to_owned()),
        resends: 1,
        event_at: at(),
        received: by("0142"),
        telling: telling(),
        first_handler: Some("0142".into()),
        accepted: Some(by("0142")),
        dispatches: vec![Dispatch { unit: "south3".into(), sent: by("0142"), arrived: Some(by("0142")) }],
        resolved: Some(Resolution { stamp: by("0142"), result: canary() }),
        disposition: Some("settled".into()),
        verified: Some(by("0156")),
        closed: Some(Closing { stamp: by("0156"), answer: "by-phone".into() }),
        exit: Some(Exit {
            stamp: by("0156"),
            reason: Some("not-ours".into()),
            to: Some(canary()),
            duplicate_of: None,
        }),
        reopened: 0,
        escalations: vec![e2()],
        supervisions: vec![s1()],
        carried: 2,
        clocks: clocks(),
        notes: 2,
        repeats: vec![Repeat { by: Same::Place, days: 30, earlier: earlier_ids() }],
        proposal: Some(Proposal { calls: earlier_ids(), dispute: Some(d1()), declined: Some(said()) }),
        disputes: vec![d1()],
        first_took: None,
        opened: last.clone(),
        last_step: last.clone(),
        last_change: last,
    }
}

/// The numbers of two earlier reports.
pub fn earlier_ids() -> Vec<RecordId> {
    ["R-20261120-017", "R-20261109-004"].map(|id| id.parse().unwrap()).to_vec()
}

fn history() -> History {
    let row = |id| EarlierRow {
        id,
        received_at: at(),
        incident_type: Some("fight".into()),
        status: Status::Closed,
        gist: canary(),
        same: Same::ALL.to_vec(),
    };
    let dispute = EarlierDispute {
        id: d1(),
        found_at: at(),
        category: Category::Neighbours,
        status: DisputeStatus::Closed,
        names: canary(),
        gist: canary(),
    };
    let rows = earlier_ids().into_iter().map(row).collect();
    History { place: 2, caller: 1, sides: 1, rows, disputes: vec![dispute] }
}

/// What is owed.
pub fn owed() -> Owed {
    Owed { at: at(), amber: at(), rule: "accept".into(), rests: false }
}

/// A report as its list shows it.
pub fn report_row() -> ReportRow {
    ReportRow {
        key: 1,
        id: r31(),
        rev: 7,
        status: Status::Accepted,
        source: Source::Hotline,
        priority: Some(Priority::P1),
        incident_type: Some("fight".into()),
        beat: Some("S3".into()),
        place: canary(),
        gist: canary(),
        event_at: at(),
        received_at: at(),
        accepted_at: Some(at()),
        sent_at: None,
        arrived_at: None,
        handler: Some("0142".into()),
        unit: Some("south3".into()),
        resends: 0,
        call: 3,
        proposed: true,
        escalations_waiting: 1,
        orders_open: 1,
        owed: Some(owed()),
    }
}

/// An escalation as its list shows it.
pub fn escalation_row() -> EscalationRow {
    EscalationRow {
        key: 1,
        id: e2(),
        rev: 2,
        on: r31(),
        priority: Some(Priority::P1),
        place: canary(),
        to: Level::Town,
        reason: "help".into(),
        note: canary(),
        raised: by("0142"),
        acknowledged: Some(by("0156")),
        reply: canary(),
        came_back: 1,
        answered: Some(said()),
        owed: Some(owed()),
    }
}

/// An escalation that was acknowledged.
pub fn escalation() -> Escalation {
    Escalation {
        id: e2(),
        rev: 2,
        on: r31(),
        priority: Some(Priority::P1),
        beat: Some("S3".into()),
        to: Level::Town,
        reason: "help".into(),
        note: canary(),
        raised: by("0142"),
        acknowledged: Some(by("0156")),
        reply: canary(),
        returned: Some(at()),
        came_back: 1,
        answered: Some(said()),
        clocks: clocks(),
    }
}

/// What a clock of every kind of fact left behind.
pub fn clocks() -> Clocks {
    let mut clock = Clock::new(at());
    clock.light = Light::Red;
    clock.rungs = [(0, 1)].into();
    clock.snooze = Some(Snooze { until: at(), stamp: by("0142"), reason: canary() });
    Clocks([("accept".into(), clock)].into())
}

fn said() -> Reply {
    Reply { stamp: by("0156"), text: canary() }
}

/// Something owed that was put off.
pub fn due() -> Due {
    Due {
        about: r31(),
        on: None,
        owed: owed(),
        from: at(),
        priority: Some(Priority::P1),
        beat: Some("S3".into()),
        waits_for: WaitsFor::Officer("0142".into()),
        snoozed: Some(at()),
        paused: None,
        gist: canary(),
        next: Some(at()),
    }
}

/// A supervision order whose answer was sent back.
pub fn supervision() -> Supervision {
    Supervision {
        id: s1(),
        rev: 3,
        status: SupervisionStatus::Open,
        on: r31(),
        priority: Some(Priority::P1),
        beat: None,
        to: Some("0142".into()),
        text: canary(),
        due_at: at(),
        issued: by("0101"),
        replies: vec![said()],
        sent_back: vec![said()],
        clocks: clocks(),
    }
}

/// A zero report that says something.
pub fn zero_report() -> ZeroReport {
    ZeroReport {
        id: z1(),
        rev: 2,
        post: "bridge".into(),
        by: at(),
        expected: by("desk"),
        filed: Some(said()),
        clocks: clocks(),
    }
}

/// A unit on scene.
pub fn unit() -> UnitState {
    let check_in = CheckIn { stamp: by("0142"), place: canary() };
    UnitState {
        code: "south3".into(),
        rev: 3,
        status: UnitStatus::OnScene,
        on: Some(r31()),
        since: by("0142"),
        last_check_in: Some(check_in),
    }
}

/// What a night hands over: a critical report, an escalation on it, and a report without an owner.
pub fn draft() -> Draft {
    let item = |id, ground, critical, priority, status| Item {
        id,
        on: None,
        ground,
        critical,
        priority,
        incident_type: Some("fight".into()),
        status: Some(status),
        dispute: None,
        place: canary(),
        summary: canary(),
        owner: Some("0142".into()),
        due_at: Some(at()),
        rule: Some("feedback".into()),
        call: 0,
        put_off: Some(at()),
        paused: Some(at()),
        waits_for: Some(WaitsFor::Officer("0142".into())),
        carried: 2,
    };
    let p1 = Some(Priority::P1);
    let mut unowned =
        item("R-20261121-032".parse().unwrap(), Ground::StillOpen, false, None, Status::Received);
    unowned.owner = None;
    unowned.waits_for = None;
    unowned.due_at = None;
    unowned.incident_type = None;
    unowned.rule = Some("accept".into());
    let mut escalated = item(e2(), Ground::Unacknowledged, true, p1, Status::InProgress);
    escalated.on = Some(r31());
    escalated.rule = Some("acknowledge".into());
    escalated.waits_for = Some(WaitsFor::Level(Level::Town));
    Draft {
        watch: Watch {
            shift: "night".into(),
            day: date(2026, 11, 21),
            from: "2026-11-21T20:00:00+08:00".parse().unwrap(),
            until: "2026-11-22T08:00:00+08:00".parse().unwrap(),
        },
        collected_at: "2026-11-22T07:40:00+08:00".parse().unwrap(),
        items: vec![item(r31(), Ground::OpenUrgent, true, p1, Status::InProgress), escalated, unowned],
        left_out: 4,
        numbers: Some(("R-20261121-014".parse().unwrap(), "R-20261121-032".parse().unwrap(), 19)),
        tallies: vec![
            Tally { kind: "report.received".to_owned(), count: 19 },
            Tally { kind: "report.accepted".to_owned(), count: 17 },
        ],
        journal: Some((4101, 4377)),
    }
}

/// A sealed handover with everything that can stand in one.
pub fn handover() -> Handover {
    Handover {
        id: h1(),
        rev: 3,
        status: HandoverStatus::Sealed,
        draft: draft(),
        remarks: [(r31(), canary())].into(),
        words: canary(),
        equipment: vec![("Keys".to_owned(), true), ("Radios".to_owned(), false)],
        signed: by("0142"),
        read_back: vec![r31(), e2()],
        reservations: canary(),
        accepted: Some(by("0156")),
        addenda: vec![Addendum { stamp: by("0142"), text: canary() }],
    }
}

fn rows<T>(row: T) -> Rows<T> {
    Rows { rows: vec![row], ..Rows::default() }
}

fn status() -> DeskStatus {
    DeskStatus {
        pid: 1,
        version: "0.1.0".to_owned(),
        started_at: at(),
        now: at(),
        training: false,
        sessions: 1,
        consoles: 1,
        journal_head: 1,
        journal_hash: "00".to_owned(),
        files_taken: 0,
        files_refused: 0,
        dead_letters: 0,
        trouble: vec![],
    }
}

/// A notice of an escalation.
pub fn notice() -> Notice {
    let why = NoticeWhy::Escalated { escalation: e2(), level: Level::Town, reason: "help".into() };
    Notice {
        id: notice_id(),
        at: at(),
        about: Some(r31()),
        why,
        to: Target::Town,
        officers: vec!["0156".into()],
        units: vec![],
        priority: Some(Priority::P1),
        incident_type: Some("fight".into()),
        beat: Some("S3".into()),
    }
}

fn notice_row() -> NoticeRow {
    let (state, error) = (NoticeState::Dead, Some(NotDelivered::Exit));
    NoticeRow { key: 1, id: notice_id(), state, tries: 8, error, notice: Some(notice()) }
}

/// Every answer.
pub fn answers() -> Vec<Answer> {
    let due = DueLine { key: 1, due: due() };
    let speeds = Speed::ALL.map(|speed| SpeedTally { speed, buckets: [9, 2, 1, 0] }).to_vec();
    let detail = ReportDetail {
        report: report(),
        key: 1,
        escalations: vec![escalation_row()],
        earlier: history(),
        supervisions: vec![supervision()],
        due: vec![self::due()],
        timeline: facts().into_iter().map(entry).collect(),
    };
    let handover_row = HandoverRow {
        key: 1,
        id: h1(),
        rev: 3,
        status: HandoverStatus::Sealed,
        day: date(2026, 11, 21),
        shift: "night".into(),
        signed: by("0142"),
        accepted: Some(by("0156")),
        items: 3,
        critical: 2,
    };
    let person =
        PersonRow { key: 1, id: "P-20261101-004".parse().unwrap(), colour: "red".into(), due_at: None };
    vec![
        Answer::Board(Box::new(Board { due: vec![due], speeds, ..Board::default() })),
        Answer::Reports(rows(report_row())),
        Answer::Report(Box::new(detail)),
        Answer::History(Box::new(history())),
        Answer::Escalations(rows(escalation_row())),
        Answer::Due(rows(DueLine { key: 1, due: self::due() })),
        Answer::Owed(vec![self::due()]),
        Answer::Supervisions(rows(SupervisionRow { key: 1, order: supervision() })),
        Answer::ZeroReports(rows(ZeroReportRow { key: 1, zero: zero_report() })),
        Answer::Units(vec![UnitRow { state: unit(), beat: Some("S3".into()) }]),
        Answer::Disputes(rows(disputes::row())),
        Answer::Dispute(Box::new(disputes::detail())),
        Answer::Allowances(Box::new(sweeps::sheet())),
        Answer::Sweeps(rows(sweeps::row())),
        Answer::Sweep(Box::new(sweeps::detail())),
        Answer::People(rows(person)),
        Answer::Journal(Rows { rows: facts().into_iter().map(entry).collect(), ..Rows::default() }),
        Answer::HandoverDraft(Box::new(draft())),
        Answer::Handovers(rows(handover_row)),
        Answer::Handover(Box::new(handover())),
        Answer::Station(Box::new(station())),
        Answer::Status(Box::new(status())),
        Answer::Drafts(vec![DraftForm { form: "report-new".to_owned(), body: canary(), at: at() }]),
        Answer::Outbox(rows(notice_row())),
    ]
}

/// Every message of a client.
pub fn messages() -> Vec<ToDesk> {
    let order = |command| Order { key: "k1".to_owned(), seen: Some(7), command };
    let mut all: Vec<ToDesk> =
        commands().into_iter().map(|c| ToDesk::Execute { id: 1, order: order(c) }).collect();
    all.extend([
        ToDesk::Hello {
            version: "0.1.0".to_owned(),
            client: Client::Console,
            act_as: Some("0142".into()),
            lang: Lang::En,
        },
        ToDesk::SignIn { id: 1, officer: "0142".into(), passphrase: secret() },
        ToDesk::Ask { id: 1, query: Query::Board },
        ToDesk::Keep { id: 1, form: "report-new".to_owned(), body: Some(canary()) },
        ToDesk::Stop { id: 1 },
        ToDesk::Backup { id: 1, file: "/backup/desk.db".to_owned() },
    ]);
    all
}

//! What SQLite means to do for every statement that a screen or a command asks: it must go by an index, without sorting.
//!
//! Every statement of the store is prepared by one function, which notes it here while tests run. So no list of
//! statements is kept: what is asked is looked at.

mod disputes;

use super::sample::{Desk, now, receive};
use crate::domain::command::{
    Command, DeadlineCommand, EscalationCommand, HandoverCommand, ReportCommand, SupervisionCommand,
    SweepCommand, UnitCommand, ZeroCommand,
};
use crate::domain::desk::DraftForm;
use crate::domain::due::Rank;
use crate::domain::pair::Side;
use crate::domain::patrol::UnitStatus;
use crate::domain::place::Level;
use crate::domain::query::{Answer, DueView, From, JournalFilter, Page, Query, ReportFilter, ReportView};
use crate::domain::report::Priority;
use crate::domain::{Code, Private, RecordId, Role, Subject};
use crate::store::{Asked, Keep, Reader, open};
use jiff::{SignedDuration, Timestamp};
use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    static NOTED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes a statement that was prepared on this thread.
pub(crate) fn note(sql: &str) {
    NOTED.with_borrow_mut(|noted| {
        noted.insert(sql.to_owned());
    });
}

fn noted() -> BTreeSet<String> {
    NOTED.with_borrow_mut(std::mem::take)
}

/// Tables that are small by their nature and always read as a whole.
const WHOLE: [&str; 2] = ["SCAN unit", "SCAN setup"];

/// Whether a step of a plan is one that costs the same however much there is.
fn goes_by_index(step: &str, sql: &str, partial: &[String]) -> bool {
    let through_short_list =
        sql.contains("LIMIT") && partial.iter().any(|i| step.ends_with(&format!("INDEX {i}")));
    !step.contains("TEMP B-TREE")
        && (!step.starts_with("SCAN")
            || WHOLE.contains(&step)
            // The search index, which is asked for words, in the order of its rows.
            || step.starts_with("SCAN g VIRTUAL TABLE INDEX")
            // The list of a partial index is what is wanted itself.
            || through_short_list
            || step == "SCAN CONSTANT ROW")
}

fn assert_plans(folder: &std::path::Path, statements: &BTreeSet<String>) {
    let conn = open::reading(&open::record_file(folder)).unwrap();
    conn.pragma_update(None, "query_only", false).unwrap();
    let mut names =
        conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'").unwrap();
    let partial: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(partial.len() > 8);
    for sql in statements {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let count = plan.parameter_count();
        let none = vec![rusqlite::types::Value::Null; count];
        let mut rows = plan.query(rusqlite::params_from_iter(none)).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let step: String = row.get(3).unwrap();
            assert!(goes_by_index(&step, sql, &partial), "{step}\n  for: {sql}");
        }
    }
}

/// Every kind of command, and what each makes of the record.
fn a_night(desk: &mut Desk) {
    let id = desk.duty(receive("x-1")).unwrap();
    desk.duty(receive("x-1"));
    desk.duty(Command::Unit(UnitCommand::Status { unit: "car1".into(), status: UnitStatus::Available }));
    desk.duty(Command::Report(ReportCommand::Dispatch { id, unit: "car1".into() }));
    desk.duty(Command::Report(ReportCommand::Note { id, text: "a note".into() }));
    let raise =
        EscalationCommand::Raise { on: id, to: Level::Town, reason: "one".into(), note: "help".into() };
    let escalation = desk.duty(Command::Escalation(raise)).unwrap();
    let sign = HandoverCommand::Sign {
        officer: "0103".into(),
        passphrase: Default::default(),
        remarks: [(id, "may flare up".into())].into(),
        words: "".into(),
        equipment: vec![],
    };
    let handover = desk.duty(Command::Handover(sign)).unwrap();
    desk.duty(Command::Handover(HandoverCommand::Withdraw { id: handover }));
    let acknowledge = EscalationCommand::Acknowledge { id: escalation, reply: "coming".into() };
    desk.ask(Role::Supervisor, "0101", Command::Escalation(acknowledge));
    desk.duty(Command::Report(ReportCommand::Cancel { id, reason: "one".into() }));
    desk.ask(
        Role::Supervisor,
        "0101",
        Command::Report(ReportCommand::Erase { id, reason: "retention date".into() }),
    );
    desk.duty(receive("x-2"));
    owing(desk);
    disputes::happen(desk);
}

/// Everything that can be done about what is owed; afterwards one thing is late, one has time and one was put off.
fn owing(desk: &mut Desk) {
    desk.pass(10);
    let on = desk.duty(receive("x-3")).unwrap();
    desk.pass(2);
    let tell = |on| Command::Deadline(DeadlineCommand::Tell { on });
    desk.ask(Role::Desk, "desk", tell(on));
    desk.duty(Command::Report(ReportCommand::TakeOver { id: on, reason: "nearer".into() }));
    let (rule, until) = (Code::from("look"), now() + SignedDuration::from_hours(1));
    let reason = || Private::from("later");
    let deadlines = [
        DeadlineCommand::Snooze { on, rule: rule.clone(), until, reason: reason() },
        DeadlineCommand::Return { on, rule: rule.clone() },
        DeadlineCommand::Pause { on, rule: rule.clone(), reason: reason() },
        DeadlineCommand::Resume { on, rule: rule.clone() },
        DeadlineCommand::Extend { on, rule: rule.clone(), days: 1, reason: reason(), agreed: true },
        DeadlineCommand::Snooze { on, rule, until, reason: reason() },
    ];
    for command in deadlines {
        desk.ask(Role::Supervisor, "0101", Command::Deadline(command));
    }
    let raised: RecordId = "E-20261121-002".parse().unwrap();
    let acknowledge = || EscalationCommand::Acknowledge { id: raised, reply: "seen".into() };
    desk.ask(Role::Supervisor, "0101", Command::Escalation(acknowledge()));
    desk.pass(2);
    desk.ask(Role::Desk, "desk", tell(raised));
    desk.ask(Role::Supervisor, "0101", Command::Escalation(acknowledge()));
    let answer = EscalationCommand::Answer { id: raised, text: "coming".into() };
    desk.ask(Role::Supervisor, "0101", Command::Escalation(answer));
    orders(desk, on, until);
}

fn orders(desk: &mut Desk, on: RecordId, due_at: Timestamp) {
    let issue = || SupervisionCommand::Issue { on, to: Some("0103".into()), text: "go".into(), due_at };
    let id = desk.ask(Role::Supervisor, "0101", Command::Supervision(issue())).unwrap();
    desk.duty(Command::Supervision(SupervisionCommand::Answer { id, text: "done".into() }));
    let back = SupervisionCommand::SendBack { id, reason: "and then?".into(), due_at };
    desk.ask(Role::Supervisor, "0101", Command::Supervision(back));
    let withdraw = SupervisionCommand::Withdraw { id, reason: "settled".into() };
    desk.ask(Role::Supervisor, "0101", Command::Supervision(withdraw));
    desk.ask(Role::Supervisor, "0101", Command::Supervision(issue()));
    let expect = ZeroCommand::Expect { post: "gate".into() };
    let zero = desk.ask(Role::Desk, "desk", Command::Zero(expect)).unwrap();
    desk.duty(Command::Zero(ZeroCommand::File { id: zero, text: "".into() }));
    let expect = SweepCommand::Expect { beat: "B1".into() };
    let sweep = desk.ask(Role::Desk, "desk", Command::Sweep(expect)).unwrap();
    desk.duty(Command::Sweep(SweepCommand::Answer { id: sweep, found: 2, text: "".into() }));
    let sign = HandoverCommand::Sign {
        officer: "0103".into(),
        passphrase: Default::default(),
        remarks: Default::default(),
        words: "".into(),
        equipment: vec![],
    };
    let id = desk.duty(Command::Handover(sign)).unwrap();
    let reader = Reader::open(desk.folder.path()).unwrap();
    let signed = reader.answer(&Query::Handover { id }, &"0103".into(), desk.at).unwrap();
    let Answer::Handover(signed) = signed else { panic!("another answer") };
    let accept = HandoverCommand::Accept {
        id,
        officer: "0101".into(),
        passphrase: Default::default(),
        read_back: signed.draft.items.iter().map(|item| item.id).collect(),
        reservations: Private::default(),
    };
    desk.duty(Command::Handover(accept));
}

fn every_question() -> Vec<Query> {
    let froms = [From::Top, From::Bottom, From::After(3), From::Before(0), From::At(1)];
    let pages: Vec<Page> = froms.map(|from| Page { from, limit: 2 }).to_vec();
    let mut asked = vec![
        Query::Board,
        Query::Units,
        Query::HandoverDraft,
        Query::Station,
        Query::Status,
        Query::Drafts,
        Query::Report { id: "R-20261121-002".parse().unwrap() },
        Query::History {
            place: "Mill Road 12".into(),
            caller: Side { name: "Wu Ping".into(), phone: "13800001111".into() },
            other: Side { name: "Ma Rui".into(), phone: Private::default() },
            before: "R-20261121-002".parse().ok(),
            limit: 5,
        },
        Query::Between {
            people: [("Wu Ping", ""), ("Ma Rui", ""), ("Mill Co", "")]
                .map(|(name, phone)| Side { name: name.into(), phone: phone.into() })
                .to_vec(),
            limit: 5,
        },
        Query::Handover { id: "H-20261121-001".parse().unwrap() },
        Query::Sweep { id: "W-20261121-001".parse().unwrap() },
        Query::Allowances { since: None, until: None },
        Query::Allowances { since: Some(now()), until: Some(now()) },
    ];
    asked.extend(disputes::questions(&pages));
    let subject = Some(Subject::Unit("car1".into()));
    for page in pages {
        for open in [true, false] {
            asked.extend([Query::Supervisions { open, page }, Query::ZeroReports { open, page }]);
            asked.push(Query::Sweeps { open, page });
        }
        asked.extend([
            Query::Escalations { waiting: true, page },
            Query::Escalations { waiting: false, page },
            Query::People { page },
            Query::Handovers { page },
            Query::Journal { filter: JournalFilter::default(), page },
            Query::Journal { filter: JournalFilter { since: Some(now()), subject: None }, page },
            Query::Journal { filter: JournalFilter { since: Some(now()), subject: subject.clone() }, page },
        ]);
        for view in ReportView::ALL {
            for (priority, beat) in [
                (None, None),
                (Some(Priority::P1), None),
                (None, Some("B1")),
                (Some(Priority::P1), Some("B1")),
            ] {
                for find in ["", "R-002", "R-20261121-002", "depot", "a", "31"] {
                    let (beat, find) = (beat.map(Into::into), find.to_owned());
                    let filter = ReportFilter { view, priority, beat, find };
                    asked.push(Query::Reports { filter, page });
                }
            }
        }
    }
    asked
}

/// The queue in every view, from a line of each of its parts and both ways.
fn whole_queue(reader: &Reader, at: Timestamp) {
    let ask = |view, from, limit| {
        let query = Query::Due { view, page: Page { from, limit } };
        match reader.answer(&query, &"0103".into(), at).unwrap() {
            Answer::Due(rows) => rows.rows,
            other => panic!("{other:?}"),
        }
    };
    for view in DueView::ALL {
        let lines = [ask(view, From::Top, 500), ask(view, From::Bottom, 500)].concat();
        let ranks: BTreeSet<Rank> = lines.iter().map(|line| line.due.rank(at)).collect();
        assert_eq!(ranks.len(), if view == DueView::All { 3 } else { 2 }, "{view:?}");
        for rank in ranks {
            let key = lines.iter().find(|line| line.due.rank(at) == rank).unwrap().key;
            for from in [From::After(key), From::Before(key), From::At(key)] {
                ask(view, from, 2);
            }
        }
    }
}

#[test]
fn every_statement_of_a_screen_goes_by_an_index_and_sorts_nothing() {
    let mut desk = Desk::new();
    a_night(&mut desk);
    let keep = Keep { officer: "0103".into(), form: "f".to_owned(), body: Some("{}".into()), at: now() };
    desk.store.keep_form(keep).unwrap();
    // More than are read through without asking the index.
    let many = (0..1100).map(|n| desk.asked(Role::DutyOfficer, "0103", receive(&format!("many-{n}"))));
    let many: Vec<Asked> = many.collect();
    assert!(desk.store.execute_batch(many).iter().all(Result::is_ok));
    disputes::many(&mut desk);
    noted();
    let reader = Reader::open(desk.folder.path()).unwrap();
    for query in every_question() {
        reader.answer(&query, &"0103".into(), now()).unwrap();
    }
    whole_queue(&reader, desk.at);
    disputes::by_deadline(&reader);
    reader.next_to_tell().unwrap();
    reader.outbox().unwrap();
    reader.notices_on_their_way().unwrap();
    reader.to_tell(now(), 5).unwrap();
    let drafts = reader.answer(&Query::Drafts, &"0103".into(), now()).unwrap();
    let expected = DraftForm { form: "f".to_owned(), body: "{}".into(), at: now() };
    assert_eq!(drafts, Answer::Drafts(vec![expected]));
    let statements = noted();
    for grams in ["gram", "dispute_gram"] {
        assert!(statements.iter().any(|sql| sql.contains(&format!("g.{grams} MATCH"))));
    }
    assert!(statements.len() > 150, "{}", statements.len());
    assert_plans(desk.folder.path(), &statements);
}

#[test]
fn every_statement_of_a_command_goes_by_an_index_and_sorts_nothing() {
    let mut desk = Desk::new();
    noted();
    a_night(&mut desk);
    let statements: BTreeSet<String> = noted()
        .into_iter()
        // Erasing is rare: what names the record is looked for in all half-filled forms and kept answers.
        .filter(|sql| !sql.starts_with("DELETE FROM draft_form WHERE instr"))
        .filter(|sql| !sql.starts_with("DELETE FROM receipt WHERE json_extract"))
        .collect();
    assert!(statements.len() > 30, "{}", statements.len());
    assert_plans(desk.folder.path(), &statements);
}

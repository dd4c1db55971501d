//! Calls between the same two sides: what they propose, once, and what becomes of it. Asked of a real store, whose record
//! must verify after all of it.

use crate::store::{Desk, refusal};
use dutydesk::domain::command::{Amendment, Command, Incoming, ReportCommand, SetupCommand};
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::refusal::DisputeRefusal;
use dutydesk::domain::dispute::said::{Finding, Matter, Party};
use dutydesk::domain::dispute::terms::{Category, PartyRole, Severity, WithdrawReason};
use dutydesk::domain::earlier::{History, Same};
use dutydesk::domain::pair::Side;
use dutydesk::domain::query::{Answer, DisputeDetail, Page, Query, ReportFilter, ReportView};
use dutydesk::domain::report::{Source, Telling};
use dutydesk::domain::rules::{Repeats, Rules};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{RecordId, Refusal, Report};
use dutydesk::store::{Finding as Found, record_file, verify};
use rusqlite::Connection;

const DAY: i64 = 24 * 3600;

/// Two neighbours, and somebody else.
const WU: (&str, &str) = ("Wu Ping", "138-0000-1111");
const MA: (&str, &str) = ("Ma Rui", "139 0000 2222");
const HE: (&str, &str) = ("He Tao", "137-0000-3333");

fn side((name, phone): (&str, &str)) -> Side {
    Side { name: name.into(), phone: phone.into() }
}

fn between(source: Source, caller: (&str, &str), other: (&str, &str)) -> ReportCommand {
    let telling = Telling {
        narrative: "they quarrel over the wall again".into(),
        caller_name: caller.0.into(),
        caller_phone: caller.1.into(),
        other_name: other.0.into(),
        other_phone: other.1.into(),
        ..Telling::default()
    };
    ReportCommand::Receive(Box::new(Incoming { source, source_key: None, event_at: None, telling }))
}

fn party((name, phone): (&str, &str), role: PartyRole) -> Party {
    let (name, phone, address) = (name.into(), phone.into(), "".into());
    Party { name, role, phone, address, represented_by: None, officer: None, namesake: false }
}

fn finding(parties: [(&str, &str); 2], reports: Vec<RecordId>) -> Finding {
    let matter = Matter {
        narrative: "the wall between the yards".into(),
        place: "".into(),
        category: Category::Neighbours,
        severity: Severity::General,
        beat: None,
    };
    let [one, other] = parties;
    let parties = vec![party(one, PartyRole::Applicant), party(other, PartyRole::Respondent)];
    Finding { matter, parties, violent: None, reports, earlier: vec![], sweep: None }
}

impl Desk {
    /// A desk that takes the third call in thirty days for repeated.
    fn of_three() -> Desk {
        let mut desk = Desk::new();
        let rules = Rules { repeats: Some(Repeats { calls: 3, days: 30 }), ..Rules::none() };
        let set = SetupCommand::Set(Box::new(SetupItem::Rules(Box::new(rules))));
        desk.ask("desk", Command::Setup(set)).unwrap();
        desk
    }

    fn quarrel(&mut self, caller: (&str, &str), other: (&str, &str)) -> RecordId {
        self.pass(60);
        self.on("0103", between(Source::Phone, caller, other)).unwrap().id.unwrap()
    }

    fn three(&mut self) -> [RecordId; 3] {
        [self.quarrel(WU, MA), self.quarrel(MA, WU), self.quarrel(WU, MA)]
    }

    fn decline(&mut self, id: RecordId) {
        let reason = "settled between themselves".into();
        self.on("0103", ReportCommand::DeclineProposal { id, reason }).unwrap();
    }

    fn correct(&mut self, id: RecordId, changes: Amendment) -> Report {
        self.on("0103", ReportCommand::Amend { id, changes: Box::new(changes) }).unwrap();
        self.report(id)
    }

    fn find(&mut self, finding: Finding) -> RecordId {
        let find = DisputeCommand::Find(Box::new(finding));
        self.ask("0103", Command::Dispute(find)).unwrap().id.unwrap()
    }

    fn link(&mut self, id: RecordId, to: RecordId) -> dutydesk::store::Outcome {
        self.ask("0103", Command::Dispute(DisputeCommand::Act { id, act: DisputeAct::Link { to } }))
    }

    fn dispute(&self, id: RecordId) -> DisputeDetail {
        let Answer::Dispute(detail) = self.read(&Query::Dispute { id }) else { panic!("another answer") };
        *detail
    }

    /// The reports on which a proposal waits, as their list has them.
    fn waiting(&self) -> Vec<RecordId> {
        let filter = ReportFilter { view: ReportView::Proposed, ..ReportFilter::default() };
        let query = Query::Reports { filter, page: Page::top(100) };
        let Answer::Reports(rows) = self.read(&query) else { panic!("another answer") };
        assert_eq!(rows.total, Some(rows.rows.len() as u64));
        assert!(rows.rows.iter().all(|row| row.proposed));
        rows.rows.iter().map(|row| row.id).collect()
    }

    fn proposed(&self, id: RecordId) -> (Vec<RecordId>, Option<RecordId>) {
        let report = self.report(id);
        let proposal = report.proposes().expect("a proposal waits");
        (proposal.calls.clone(), proposal.dispute)
    }

    fn between(&self, people: &[(&str, &str)]) -> History {
        let people = people.iter().map(|who| side(*who)).collect();
        let Answer::History(history) = self.read(&Query::Between { people, limit: 10 }) else {
            panic!("another answer")
        };
        *history
    }
}

#[test]
fn three_calls_between_the_same_two_propose_a_dispute_once() {
    let mut desk = Desk::of_three();
    let (first, second) = (desk.quarrel(WU, MA), desk.quarrel(MA, WU));
    assert!(desk.report(second).repeats.is_empty() && desk.waiting().is_empty());
    // By the number of the one and the name of the other, however they are written.
    let third = desk.quarrel(("", "+86 13800001111"), (" ma  RUI", ""));
    let report = desk.report(third);
    assert_eq!(report.repeats.iter().map(|r| (r.by, r.call())).collect::<Vec<_>>(), [(Same::Sides, 3)]);
    assert_eq!(report.repeats[0].earlier, [second, first]);
    assert_eq!(desk.proposed(third), (vec![second, first], None));
    assert_eq!(desk.waiting(), [third]);
    desk.assert_sound();
}

#[test]
fn whoever_is_named_with_somebody_else_is_not_the_same_two() {
    let mut desk = Desk::of_three();
    desk.quarrel(WU, MA);
    desk.quarrel(WU, HE);
    desk.quarrel(WU, ("", ""));
    desk.quarrel(WU, WU);
    let last = desk.quarrel(WU, MA);
    assert!(desk.waiting().is_empty());
    assert!(desk.report(last).repeats.iter().all(|repeat| repeat.by != Same::Sides));
    desk.assert_sound();
}

#[test]
fn another_call_joins_what_waits_and_hinders_nobody() {
    let mut desk = Desk::of_three();
    let [first, second, third] = desk.three();
    let rev = desk.report(third).rev;
    let fourth = desk.quarrel(MA, WU);
    assert_eq!(desk.waiting(), [third]);
    assert_eq!(desk.proposed(third), (vec![fourth, second, first], None));
    assert_eq!(desk.report(third).rev, rev);
    assert_eq!(desk.report(fourth).repeats[0].earlier, [third, second, first]);
    desk.assert_sound();
}

#[test]
fn what_was_declined_stays_so_until_there_is_a_new_call() {
    let mut desk = Desk::of_three();
    let [first, second, third] = desk.three();
    desk.decline(third);
    assert!(desk.waiting().is_empty());
    let report = desk.report(third);
    let declined = report.proposal.unwrap().declined.unwrap();
    assert_eq!(
        (declined.text.as_str(), declined.stamp.by.0.as_str()),
        ("settled between themselves", "0103")
    );
    // Nothing that is corrected on what was known makes it new.
    for id in [first, second, third] {
        desk.correct(id, Amendment { other_phone: Some("".into()), ..Amendment::default() });
        desk.correct(id, Amendment { place: Some("Depot".into()), ..Amendment::default() });
    }
    assert!(desk.waiting().is_empty());
    let again = ReportCommand::DeclineProposal { id: third, reason: "again".into() };
    assert_eq!(refusal(desk.on("0103", again)), Refusal::NoProposal { id: third });
    let fourth = desk.quarrel(WU, MA);
    assert_eq!(desk.waiting(), [fourth]);
    assert_eq!(desk.proposed(fourth), (vec![third, second, first], None));
    desk.assert_sound();
}

#[test]
fn declining_needs_a_reason_and_somebody_who_mediates() {
    let mut desk = Desk::of_three();
    let [first, _, third] = desk.three();
    let decline = |id, reason: &str| ReportCommand::DeclineProposal { id, reason: reason.into() };
    assert!(matches!(refusal(desk.on("0103", decline(third, " "))), Refusal::Empty { .. }));
    assert_eq!(refusal(desk.on("0103", decline(first, "no"))), Refusal::NoProposal { id: first });
    desk.on("0106", decline(third, "they have a lawyer each")).unwrap();
    desk.assert_sound();
}

#[test]
fn the_dispute_made_of_it_is_linked_to_every_call_and_settles_it() {
    let mut desk = Desk::of_three();
    let [first, second, third] = desk.three();
    let fourth = desk.quarrel(WU, MA);
    // Whichever of the calls it is made from.
    let dispute = desk.find(finding([WU, MA], vec![second]));
    let detail = desk.dispute(dispute);
    assert_eq!(detail.dispute.reports.len(), 4);
    assert!([first, second, third, fourth].iter().all(|id| detail.dispute.reports.contains(id)));
    for id in [first, second, third, fourth] {
        assert_eq!(desk.report(id).disputes, [dispute]);
    }
    assert!(desk.waiting().is_empty() && desk.report(third).proposal.is_none());
    // What comes later is proposed to be linked to it, and nothing else.
    let fifth = desk.quarrel(MA, WU);
    assert_eq!(desk.proposed(fifth), (vec![], Some(dispute)));
    desk.link(dispute, fifth).unwrap();
    assert!(desk.waiting().is_empty());
    assert_eq!(desk.dispute(dispute).dispute.reports.len(), 5);
    let twice = DisputeRefusal::AlreadyLinked { id: dispute, to: fifth };
    assert_eq!(refusal(desk.link(dispute, fifth)), Refusal::Dispute(Box::new(twice)));
    desk.correct(fifth, Amendment { caller_phone: Some("".into()), ..Amendment::default() });
    assert!(desk.waiting().is_empty());
    desk.assert_sound();
}

#[test]
fn linking_one_call_to_a_dispute_takes_the_others_along() {
    let mut desk = Desk::of_three();
    let dispute = desk.find(finding([MA, WU], vec![]));
    let [first, second, third] = desk.three();
    assert_eq!(desk.proposed(third), (vec![second, first], Some(dispute)));
    let stranger = desk.quarrel(HE, MA);
    desk.link(dispute, first).unwrap();
    assert_eq!(desk.dispute(dispute).dispute.reports, [first, second, third]);
    assert_eq!(desk.report(second).disputes, [dispute]);
    assert!(desk.waiting().is_empty() && desk.report(stranger).disputes.is_empty());
    desk.assert_sound();
}

#[test]
fn a_dispute_knows_the_earlier_ones_of_the_same_two() {
    let mut desk = Desk::of_three();
    let before = desk.find(finding([WU, MA], vec![]));
    desk.find(finding([WU, HE], vec![]));
    let act = DisputeAct::Withdraw { reason: WithdrawReason::SettledThemselves, note: "".into() };
    desk.ask("0103", Command::Dispute(DisputeCommand::Act { id: before, act })).unwrap();
    desk.pass(400 * DAY);
    let [first, second, third] = desk.three();
    // One that is over is no dispute to link to.
    assert_eq!(desk.proposed(third), (vec![second, first], None));
    let Answer::Report(detail) = desk.read(&Query::Report { id: third }) else { panic!("another answer") };
    assert_eq!(detail.earlier.disputes.iter().map(|d| d.id).collect::<Vec<_>>(), [before]);
    let after = desk.find(finding(
        [("", MA.1), ("Wu Ping", "")].map(|who| match who {
            ("", phone) => ("Ma R.", phone),
            known => known,
        }),
        vec![third],
    ));
    assert_eq!(desk.dispute(after).dispute.earlier, [before]);
    desk.assert_sound();
}

#[test]
fn letters_visits_duplicates_and_resends_never_count() {
    let mut desk = Desk::of_three();
    desk.quarrel(WU, MA);
    let second = desk.quarrel(WU, MA);
    let letter = desk.on("0103", between(Source::LetterOrVisit, WU, MA)).unwrap().id.unwrap();
    assert!(desk.report(letter).repeats.is_empty() && desk.waiting().is_empty());
    desk.correct(letter, Amendment { other_name: Some("Ma Rui".into()), ..Amendment::default() });
    assert!(desk.waiting().is_empty());
    let twice = desk.quarrel(WU, MA);
    assert_eq!(desk.waiting(), [twice]);
    desk.on("0103", ReportCommand::MarkDuplicate { id: twice, of: second }).unwrap();
    assert!(desk.waiting().is_empty());
    let third = desk.quarrel(MA, WU);
    assert_eq!(desk.waiting(), [third]);
    desk.on("0103", ReportCommand::Undo { id: twice }).unwrap();
    assert_eq!(desk.waiting(), [third]);
    desk.assert_sound();
}

#[test]
fn erased_calls_are_between_nobody_and_are_linked_to_nothing() {
    let mut desk = Desk::of_three();
    let [first, second, third] = desk.three();
    desk.on("0103", ReportCommand::Cancel { id: first, reason: "one".into() }).unwrap();
    desk.on("0101", ReportCommand::Erase { id: first, reason: "retention date".into() }).unwrap();
    assert_eq!(desk.between(&[WU, MA]).sides, 2);
    let dispute = desk.find(finding([WU, MA], vec![third]));
    assert_eq!(desk.dispute(dispute).dispute.reports, [third, second]);
    assert_eq!(refusal(desk.link(dispute, first)), Refusal::NotFound { what: first.to_string() });
    desk.on("0103", ReportCommand::Cancel { id: third, reason: "one".into() }).unwrap();
    desk.on("0101", ReportCommand::Erase { id: third, reason: "retention date".into() }).unwrap();
    assert!(desk.report(third).proposal.is_none() && desk.report(third).disputes.is_empty());
    desk.assert_sound();
}

#[test]
fn what_is_corrected_is_looked_at_again_also_when_it_is_an_older_call() {
    let mut desk = Desk::of_three();
    let first = desk.quarrel(WU, ("", ""));
    let (second, third) = (desk.quarrel(WU, MA), desk.quarrel(MA, WU));
    assert!(desk.waiting().is_empty());
    let other = |name: &str| Amendment { other_name: Some(name.into()), ..Amendment::default() };
    let report = desk.correct(first, other("Ma Rui"));
    assert!(report.repeats.is_empty(), "no call was before it");
    assert_eq!(desk.proposed(first), (vec![third, second], None));
    desk.correct(first, other("somebody"));
    assert!(desk.waiting().is_empty());
    desk.correct(first, other("Ma Rui"));
    assert_eq!(desk.waiting(), [first]);
    // A call from before the window proposes nothing any more.
    desk.decline(first);
    desk.pass(31 * DAY);
    desk.quarrel(WU, MA);
    desk.correct(first, other("Ma  Rui"));
    assert!(desk.waiting().is_empty());
    desk.assert_sound();
}

#[test]
fn nothing_is_proposed_without_a_rule_or_for_calls_that_lie_far_apart() {
    let mut desk = Desk::new();
    let rules = SetupCommand::Set(Box::new(SetupItem::Rules(Box::new(Rules::none()))));
    desk.ask("desk", Command::Setup(rules)).unwrap();
    desk.three();
    assert!(desk.waiting().is_empty());
    let mut desk = Desk::of_three();
    for _ in 0..4 {
        desk.quarrel(WU, MA);
        desk.pass(20 * DAY);
    }
    assert!(desk.waiting().is_empty());
    desk.assert_sound();
}

#[test]
fn what_is_between_people_is_told_for_any_two_of_them() {
    let mut desk = Desk::of_three();
    let [first, second, third] = desk.three();
    let other = desk.quarrel(HE, MA);
    let dispute = desk.find(finding([WU, HE], vec![]));
    let history = desk.between(&[WU, MA, HE]);
    assert_eq!((history.place, history.caller, history.sides), (0, 0, 4));
    assert_eq!(history.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [other, third, second, first]);
    assert!(history.rows.iter().all(|row| row.same == [Same::Sides]));
    assert_eq!(history.disputes.iter().map(|d| d.id).collect::<Vec<_>>(), [dispute]);
    assert_eq!(desk.between(&[WU]), History::default());
    assert_eq!(desk.between(&[("Ma Rui", ""), ("He Tao", "")]).sides, 1);
    // A party that is added later stands against all others.
    let act = DisputeAct::AddParty(Box::new(party(MA, PartyRole::ThirdParty)));
    desk.ask("0103", Command::Dispute(DisputeCommand::Act { id: dispute, act })).unwrap();
    assert_eq!(desk.between(&[WU, MA]).disputes.len(), 1);
    desk.assert_sound();
}

#[test]
fn a_pair_that_is_missing_or_that_nobody_can_explain_is_found() {
    let mut desk = Desk::of_three();
    let [first, ..] = desk.three();
    desk.assert_sound();
    let tampered = |sql: &str| {
        let conn = Connection::open(record_file(&desk.folder)).unwrap();
        conn.execute_batch(sql).unwrap();
        verify(&desk.folder, |_| {}).unwrap().findings
    };
    let found = tampered("INSERT INTO pair VALUES (zeroblob(16), 'R', 1, 1)");
    assert_eq!(found, [Found::PairDiffers { subject: "pair".to_owned() }]);
    let found = tampered("DELETE FROM pair WHERE key = 1 AND at_ms = 1");
    assert!(found.is_empty());
    let found =
        tampered("UPDATE pair SET key = 99 WHERE (pair, at_ms) = (SELECT pair, min(at_ms) FROM pair)");
    assert_eq!(found, [Found::PairDiffers { subject: first.to_string() }]);
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn whatever_is_done_one_proposal_at_a_time_waits_between_the_same_two() {
    for seed in 0..6 {
        let (mut desk, mut dice) = (Desk::of_three(), Dice(seed));
        let people = [WU, MA, HE, ("Wu Ping", ""), ("", "13900002222"), ("", "")];
        let (mut reports, mut disputes): (Vec<RecordId>, Vec<RecordId>) = (vec![], vec![]);
        for _ in 0..60 {
            let (one, other) = (people[dice.throw(people.len())], people[dice.throw(people.len())]);
            let id = reports.get(dice.throw(reports.len() + 1)).copied();
            // What the rules refuse is not done; nobody minds.
            match (dice.throw(8), id) {
                (0, Some(id)) => {
                    let reason = "no".into();
                    let _ = desk.on("0103", ReportCommand::DeclineProposal { id, reason });
                }
                (1, Some(id)) => {
                    let (name, phone) = (Some(other.0.into()), Some(other.1.into()));
                    let changes = Amendment { other_name: name, other_phone: phone, ..Amendment::default() };
                    let _ = desk.on("0103", ReportCommand::Amend { id, changes: Box::new(changes) });
                }
                (2, Some(id)) => disputes.push(desk.find(finding([WU, MA], vec![id]))),
                (3, Some(id)) => {
                    let of = reports[0];
                    let _ = desk.on("0103", ReportCommand::MarkDuplicate { id, of });
                }
                (4, Some(id)) => drop(desk.on("0103", ReportCommand::Undo { id })),
                (5, Some(to)) if !disputes.is_empty() => {
                    let dispute = disputes[dice.throw(disputes.len())];
                    let _ = desk.link(dispute, to);
                }
                (_, _) => reports.push(desk.quarrel(one, other)),
            }
        }
        let waiting: Vec<Report> = desk.waiting().into_iter().map(|id| desk.report(id)).collect();
        for (at, one) in waiting.iter().enumerate() {
            let pairs = dutydesk::domain::pair::of_report(one);
            assert!(!pairs.is_empty(), "seed {seed}: {} proposes nothing about two", one.id);
            assert!(one.disputes.is_empty(), "seed {seed}: {} belongs to a dispute", one.id);
            let others = waiting.iter().skip(at + 1).map(dutydesk::domain::pair::of_report);
            assert!(others.into_iter().all(|other| pairs != other), "seed {seed}: {} waits twice", one.id);
        }
        desk.assert_sound();
    }
}

//! Earlier reports from the same place and number, calls that repeat, and the three speeds: asked of a real store, whose
//! record must verify after all of it.

use crate::store::Desk;
use dutydesk::domain::command::{Amendment, Command, Incoming, ReportCommand, SetupCommand};
use dutydesk::domain::earlier::{COUNT_MAX, History, Same};
use dutydesk::domain::pair::Side;
use dutydesk::domain::query::{Answer, Query, ReportFilter, ReportView};
use dutydesk::domain::report::{Source, Telling};
use dutydesk::domain::rules::{Repeats, Rules};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::speed::Speed;
use dutydesk::domain::{RecordId, Report};

const DAY: i64 = 24 * 3600;

impl Desk {
    fn with_rule(calls: u16, days: u16) -> Desk {
        let mut desk = Desk::new();
        let rules = Rules { repeats: Some(Repeats { calls, days }), ..Rules::none() };
        let set = SetupCommand::Set(Box::new(SetupItem::Rules(Box::new(rules))));
        desk.ask("desk", Command::Setup(set)).unwrap();
        desk
    }

    fn call(&mut self, place: &str, phone: &str) -> RecordId {
        self.told_by(Source::Phone, place, phone)
    }

    fn told_by(&mut self, source: Source, place: &str, phone: &str) -> RecordId {
        let telling = Telling {
            narrative: "the music again".into(),
            place: place.into(),
            caller_phone: phone.into(),
            ..Telling::default()
        };
        let incoming = Incoming { source, source_key: None, event_at: None, telling };
        self.on("0103", ReportCommand::Receive(Box::new(incoming))).unwrap().id.unwrap()
    }

    fn amend(&mut self, id: RecordId, changes: Amendment) -> Report {
        self.on("0103", ReportCommand::Amend { id, changes: Box::new(changes) }).unwrap();
        self.report(id)
    }

    fn history(&self, place: &str, phone: &str) -> History {
        self.history_before(place, phone, None)
    }

    fn history_before(&self, place: &str, phone: &str, before: Option<RecordId>) -> History {
        let (caller, other) = (Side { phone: phone.into(), ..Side::default() }, Side::default());
        let query = Query::History { place: place.into(), caller, other, before, limit: 10 };
        let Answer::History(history) = self.read(&query) else { panic!("another answer") };
        *history
    }

    fn buckets(&self, speed: Speed) -> [u64; 4] {
        let Answer::Board(board) = self.read(&Query::Board) else { panic!("another answer") };
        board.speeds.iter().find(|tally| tally.speed == speed).unwrap().buckets
    }
}

fn ids(history: &History) -> Vec<RecordId> {
    history.rows.iter().map(|row| row.id).collect()
}

#[test]
fn the_same_place_and_number_are_known_however_they_are_written() {
    let mut desk = Desk::new();
    let first = desk.call("粮站 3号", "138-0000-1111");
    desk.pass(60);
    let second = desk.call("Mill  Road 12.", "+86 13800001111");
    let history = desk.history("  粮站３号。", "１３８００００１１１１");
    assert_eq!((history.place, history.caller), (1, 2));
    assert_eq!(ids(&history), [second, first]);
    assert_eq!(history.rows[0].same, [Same::Caller]);
    assert_eq!(history.rows[1].same, [Same::Place, Same::Caller]);
    assert_eq!(desk.history("mill road 12", "").place, 1);
    assert_eq!(desk.history("millroad 12", "").place, 0);
    assert_eq!(desk.history("?", "-"), History::default());
    desk.assert_sound();
}

#[test]
fn history_ends_before_the_report_and_a_year_ago() {
    let mut desk = Desk::new();
    let old = desk.call("Depot", "");
    desk.pass(100 * DAY);
    let middle = desk.call("depot", "");
    desk.pass(1);
    let last = desk.call("DEPOT", "");
    assert_eq!(ids(&desk.history("depot", "")), [last, middle, old]);
    assert_eq!(ids(&desk.history_before("depot", "", Some(last))), [middle, old]);
    desk.pass(265 * DAY);
    assert_eq!(ids(&desk.history("depot", "")), [last, middle]);
    // What stood a year before the report still does.
    let Answer::Report(detail) = desk.read(&Query::Report { id: last }) else { panic!("another answer") };
    assert_eq!(ids(&detail.earlier), [middle, old]);
}

#[test]
fn letters_duplicates_and_erased_reports_stand_in_no_history() {
    let mut desk = Desk::with_rule(2, 30);
    let letter = desk.told_by(Source::LetterOrVisit, "Depot", "555 0100");
    let call = desk.call("Depot", "555 0100");
    assert!(desk.report(call).repeats.is_empty());
    let letters = desk.told_by(Source::LetterOrVisit, "Depot", "555 0100");
    assert!(desk.report(letters).repeats.is_empty());
    assert_eq!(desk.history_before("Depot", "555 0100", Some(letters)), History::default());
    assert_eq!(ids(&desk.history("Depot", "555 0100")), [call]);
    let moved = Amendment { place: Some("Depot, back door".into()), ..Amendment::default() };
    assert!(desk.amend(letter, moved).repeats.is_empty());
    // The same call twice is one.
    let twice = desk.call("Depot", "555 0100");
    desk.on("0103", ReportCommand::MarkDuplicate { id: twice, of: call }).unwrap();
    assert_eq!(ids(&desk.history("Depot", "555 0100")), [call]);
    desk.on("0103", ReportCommand::Undo { id: twice }).unwrap();
    assert_eq!(ids(&desk.history("Depot", "555 0100")), [twice, call]);
    desk.on("0103", ReportCommand::Cancel { id: call, reason: "one".into() }).unwrap();
    desk.on("0101", ReportCommand::Erase { id: call, reason: "retention date".into() }).unwrap();
    assert_eq!(ids(&desk.history("Depot", "555 0100")), [twice]);
    desk.assert_sound();
}

#[test]
fn a_busy_place_is_counted_no_further_than_is_said() {
    let mut desk = Desk::with_rule(3, 30);
    for _ in 0..COUNT_MAX + 20 {
        desk.call("Station square", "");
    }
    let last = desk.call("Station square", "");
    assert_eq!(desk.history("station square", "").place, COUNT_MAX as u32);
    assert_eq!(desk.history("station square", "").rows.len(), 10);
    assert_eq!(desk.report(last).repeats[0].earlier.len(), 10);
}

#[test]
fn the_third_call_within_the_window_is_told_and_names_the_ones_before() {
    let mut desk = Desk::with_rule(3, 30);
    let first = desk.call("Depot", "555 0100");
    desk.pass(20 * DAY);
    let second = desk.call("depot", "");
    assert!(desk.report(second).repeats.is_empty());
    let third = desk.call("DEPOT", "555 0100");
    let report = desk.report(third);
    assert_eq!(report.repeats.len(), 1);
    let repeat = &report.repeats[0];
    assert_eq!((repeat.by, repeat.days, repeat.call()), (Same::Place, 30, 3));
    assert_eq!(repeat.earlier, [second, first]);
    assert_eq!(report.rev, 2);
    // The officer's own next step is not in the way of what the desk noticed.
    assert_eq!(report.last_change.step, dutydesk::domain::report::Step::Receive);
    let filter = ReportFilter { view: ReportView::All, ..ReportFilter::default() };
    let page = dutydesk::domain::query::Page::top(5);
    let Answer::Reports(rows) = desk.read(&Query::Reports { filter, page }) else { panic!("another answer") };
    assert_eq!(rows.rows.iter().map(|row| row.call).collect::<Vec<_>>(), [3, 0, 0]);
    desk.pass(15 * DAY);
    let fourth = desk.call("depot", "");
    assert_eq!(desk.report(fourth).repeats[0].earlier, [third, second]);
    desk.pass(31 * DAY);
    let late = desk.call("depot", "555 0100");
    assert!(desk.report(late).repeats.is_empty());
    desk.assert_sound();
}

#[test]
fn correcting_the_place_or_the_number_looks_again() {
    let mut desk = Desk::with_rule(2, 30);
    let first = desk.call("Depot", "555 0100");
    let second = desk.call("", "");
    assert!(desk.report(second).repeats.is_empty());
    let place = |place: &str| Amendment { place: Some(place.into()), ..Amendment::default() };
    let number = Amendment { caller_phone: Some("5550100".into()), ..Amendment::default() };
    assert_eq!(desk.amend(second, place("depot")).repeats[0].earlier, [first]);
    let both = desk.amend(second, number);
    assert_eq!(both.repeats.iter().map(|repeat| repeat.by).collect::<Vec<_>>(), [Same::Place, Same::Caller]);
    let moved = desk.amend(second, place("Bridge"));
    assert_eq!(moved.repeats.iter().map(|repeat| repeat.by).collect::<Vec<_>>(), [Same::Caller]);
    // Only what came before counts, though it is corrected later.
    assert!(desk.amend(first, place("Bridge")).repeats.is_empty());
    desk.assert_sound();
}

#[test]
fn nothing_repeats_without_a_rule_and_a_resend_is_no_call() {
    let mut desk = Desk::new();
    desk.call("Depot", "");
    let second = desk.call("Depot", "");
    assert!(desk.report(second).repeats.is_empty());
    let mut desk = Desk::with_rule(2, 30);
    let telling = Telling { narrative: "a fight".into(), place: "Depot".into(), ..Telling::default() };
    let source_key = Some("x-1".to_owned());
    let incoming = Incoming { source: Source::Hotline, source_key, event_at: None, telling };
    let receive = || ReportCommand::Receive(Box::new(incoming.clone()));
    let id = desk.on("0103", receive()).unwrap().id.unwrap();
    let again = desk.on("0103", receive()).unwrap();
    assert_eq!(again.kinds, ["report.resent"]);
    let report = desk.report(id);
    assert_eq!((report.resends, report.repeats.len()), (1, 0));
    assert_eq!(desk.history("depot", "").place, 1);
    desk.assert_sound();
}

#[test]
fn each_speed_stands_in_its_bucket_until_its_step_is_taken_back() {
    let mut desk = Desk::new();
    let unit = || "car1".into();
    let id = desk.call("Depot", "");
    desk.pass(30);
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [1, 0, 0, 0]);
    desk.on("0103", ReportCommand::Undo { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [0; 4]);
    desk.pass(31);
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [0, 0, 1, 0]);
    desk.pass(600);
    desk.on("0103", ReportCommand::Dispatch { id, unit: unit() }).unwrap();
    assert_eq!(desk.buckets(Speed::Dispatch), [0, 1, 0, 0]);
    desk.on("0103", ReportCommand::Arrive { id, unit: Some(unit()) }).unwrap();
    desk.pass(5400);
    let resolve = || ReportCommand::Resolve { id, result: "".into(), disposition: None };
    desk.on("0103", resolve()).unwrap();
    assert_eq!(desk.buckets(Speed::Feedback), [0, 0, 1, 0]);
    desk.on("0103", ReportCommand::Undo { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Feedback), [0; 4]);
    desk.assert_sound();
}

#[test]
fn a_report_opened_again_or_erased_keeps_its_first_measures_and_letters_have_none() {
    let mut desk = Desk::new();
    let letter = desk.told_by(Source::LetterOrVisit, "Depot", "");
    desk.on("0103", ReportCommand::Accept { id: letter }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [0; 4]);
    let id = desk.call("Depot", "");
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    desk.on("0103", ReportCommand::Cancel { id, reason: "one".into() }).unwrap();
    desk.pass(700);
    desk.on("0103", ReportCommand::Reopen { id, reason: "one".into() }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [1, 0, 0, 0]);
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [1, 0, 0, 0]);
    desk.on("0103", ReportCommand::Cancel { id, reason: "one".into() }).unwrap();
    desk.on("0101", ReportCommand::Erase { id, reason: "retention date".into() }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [1, 0, 0, 0]);
    desk.assert_sound();
}

#[test]
fn the_next_shift_begins_with_empty_buckets() {
    let mut desk = Desk::new();
    let id = desk.call("Depot", "");
    desk.on("0103", ReportCommand::Accept { id }).unwrap();
    assert_eq!(desk.buckets(Speed::Accept), [1, 0, 0, 0]);
    // Without shifts the day is the shift; it is 22:00.
    desk.pass(3 * 3600);
    assert_eq!(desk.buckets(Speed::Accept), [0; 4]);
}

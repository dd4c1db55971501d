//! Several reports marked and acted on together.

use super::night::Night;
use super::{Console, scene};
use dutydesk::domain::command::ReportCommand;
use dutydesk::domain::report::{Priority, Status};
use dutydesk::domain::{Command, RecordId};
use dutydesk::keys::Action;
use dutydesk::ui::{Available, Effect, Msg, available};

/// A night with so many calls about noise that nobody has accepted.
fn noisy(calls: usize) -> (Console, Vec<RecordId>) {
    let mut night = Night::new();
    let call = |number| night.receive(Some(Priority::P3), "noise", &format!("Mill Rd {number}"), "Drilling");
    let ids = (1..=calls).map(call).collect();
    (Console::on(night), ids)
}

fn statuses(console: &Console, ids: &[RecordId]) -> Vec<Status> {
    ids.iter().map(|id| console.night.report(*id).status).collect()
}

/// The lines of the screen that have a mark's sign.
fn marked(console: &Console) -> Vec<String> {
    let sign = |line: &&str| line.trim_start_matches('|').chars().nth(2) == Some('+') && line.contains("R-0");
    console.screen().lines().filter(sign).map(str::to_owned).collect()
}

#[test]
fn space_marks_and_goes_on_and_one_key_acts_on_all() {
    let (mut console, ids) = noisy(4);
    console.press("   ").shows("Reports 4 | 3 marked");
    assert_eq!(marked(&console).len(), 3);
    let before = console.sent();
    console.press("a").says("3 reports accepted").lacks("marked");
    assert_eq!(console.sent() - before, 3);
    let accepted = statuses(&console, &ids).iter().filter(|status| **status == Status::Accepted).count();
    assert_eq!(accepted, 3);
    assert_eq!(
        console.night.report(ids[0]).status,
        Status::Received,
        "the one under the cursor was not marked"
    );
}

#[test]
fn each_order_has_a_key_and_a_rev_of_its_own() {
    let (mut console, ids) = noisy(3);
    console.press("<end>a").press("<home>+");
    console.effects.clear();
    console.press("mSame caller<ctrl-s>").says("3 reports noted");
    let orders: Vec<_> = console
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Execute { order, .. } = effect { Some(order) } else { None })
        .collect();
    let keys: std::collections::BTreeSet<&str> = orders.iter().map(|order| order.key.as_str()).collect();
    assert_eq!(keys.len(), 3);
    assert_eq!(orders.iter().map(|order| order.seen).collect::<Vec<_>>(), [Some(2), Some(1), Some(1)]);
    assert!(ids.iter().all(|id| console.night.report(*id).rev >= 2));
}

#[test]
fn what_is_refused_is_told_in_one_line_and_stays_marked() {
    let (mut console, ids) = noisy(4);
    console.press("+");
    console.answering = false;
    console.press("a");
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Accept { id: ids[1] })).unwrap();
    });
    console.answer_all();
    console.says("3 reports accepted; 1 refused: R-002 (Zhou Min has it)");
    console.shows("Reports 4 | 1 marked");
    let rows = marked(&console);
    assert!(rows.len() == 1 && rows[0].contains("R-002"), "{rows:?}");
}

#[test]
fn several_refusals_name_the_others() {
    let (mut console, ids) = noisy(6);
    console.press("+").answering = false;
    console.press("a");
    console.elsewhere("0156", |night| {
        for id in &ids[1..] {
            night.act(Command::Report(ReportCommand::Accept { id: *id })).unwrap();
        }
    });
    console.answer_all();
    console.says("1 report accepted; 5 refused: R-002, R-003, R-004, R-005 +1 (Zhou Min has it)");
    assert_eq!(marked(&console).len(), 5);
}

#[test]
fn each_reason_is_told_with_the_reports_that_it_is_about() {
    let (mut console, ids) = noisy(4);
    console.press("+").answering = false;
    console.press("a");
    for (officer, id) in [("0142", ids[0]), ("0156", ids[2])] {
        console.elsewhere(officer, |night| {
            night.act(Command::Report(ReportCommand::Accept { id })).unwrap();
        });
    }
    console.answer_all();
    console.says("2 reports accepted; 2 refused: R-001 (yours already); R-003 (Zhou Min has it)");
}

#[test]
fn act_that_is_for_none_of_them_says_why_and_sends_nothing() {
    let (mut console, _) = noisy(3);
    console.press("+v").says("! ");
    assert_eq!(console.sent(), 0);
    assert!(matches!(available(&console.model, Action::ReportVerify), Available::No(_)));
    assert_eq!(available(&console.model, Action::ReportAccept), Available::Yes);
    console.press("<end>:acc").shows("accept (3 marked)");
}

#[test]
fn acts_for_one_report_at_a_time_say_so() {
    let (mut console, _) = noisy(2);
    console.press("+");
    console.press("d").says("A unit is on one report at a time");
    console.press("s").says("recorded report by report");
    console.press("E").says("corrected one by one");
    console.press("u").says("take them back one by one");
    console.press("<esc>").lacks("marked").press("d").shows("Patrol One");
}

#[test]
fn whole_loop_runs_on_marked_reports() {
    let (mut console, ids) = noisy(3);
    console.press("+a").says("3 reports accepted");
    console.press("+r").shows("3 marked reports");
    console.press("All quiet<ctrl-s>").says("3 reports resolved");
    console.welcome(Some("0156"));
    console.press("+v").says("3 reports verified");
    console.press("+c").shows("Close 3 marked reports").press("settled<enter>by-phone<enter>");
    console.says("3 reports closed");
    assert_eq!(statuses(&console, &ids), [Status::Closed; 3]);
}

#[test]
fn side_exits_and_escalation_run_on_marked_reports() {
    for (keys, said) in [
        ("xtTown 2<enter>not-ours<enter>", "2 reports transferred"),
        ("xccalled-off<enter>", "2 reports cancelled"),
        ("xunothing<enter>", "2 reports marked as unfounded"),
        ("ehelp<enter><ctrl-s>", "2 reports handed up"),
    ] {
        let (mut console, _) = noisy(2);
        console.press("+").press(keys).says(said).lacks("marked report");
    }
}

#[test]
fn duplicates_of_one_of_the_marked_leave_that_one_alone() {
    let (mut console, ids) = noisy(3);
    console.press("+xd1<enter>").says("2 reports marked as duplicate").lacks("1 marked").lacks("3 marked");
    assert_eq!(statuses(&console, &ids), [Status::Received, Status::Duplicate, Status::Duplicate]);
}

#[test]
fn marks_stay_through_arrivals_screens_pages_and_new_orders() {
    let (mut console, ids) = noisy(60);
    console.press("<end> ").shows("1 marked");
    console.elsewhere("0156", |night| {
        night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    });
    console.press("2").shows("1 marked").press("<home><pagedown><pagedown> ").shows("2 marked");
    console.press("1<home>").shows("2 marked").press("a").says("2 reports accepted");
    assert_eq!(console.night.report(ids[0]).status, Status::Accepted);
}

#[test]
fn marked_report_that_changed_out_of_sight_is_not_acted_on_blindly() {
    let (mut console, ids) = noisy(60);
    console.press("2<end> <home>").shows("1 marked");
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Note { id: ids[0], text: "again".into() })).unwrap();
    });
    console.press(" a").says("1 report accepted; 1 refused: R-001: 0156 Zhou Min").shows("1 marked");
    assert_eq!(console.night.report(ids[0]).status, Status::Received);
    console.press("<end>").press("a").says("1 report accepted");
}

#[test]
fn mark_all_is_what_is_shown_and_once_more_clears() {
    let (mut console, _) = noisy(40);
    console.press("+");
    let shown = marked(&console).len();
    console.shows(&format!("{shown} marked"));
    assert!(shown > 5 && shown < 40);
    console.press("+").lacks("marked").press(" +").shows(&format!("{shown} marked"));
    console.press("<esc>").lacks("marked");
}

#[test]
fn open_record_is_acted_on_alone() {
    let (mut console, ids) = noisy(3);
    console.press("  <end><enter>a").says("R-001 accepted");
    assert_eq!(statuses(&console, &ids), [Status::Accepted, Status::Received, Status::Received]);
    console.press(" ").says("Marks are for the rows of a list");
    console.press("<esc>").shows("2 marked");
}

#[test]
fn another_officer_finds_no_marks() {
    let (mut console, _) = noisy(3);
    console.press("+").shows("3 marked");
    console.welcome(Some("0156"));
    console.lacks("marked");
}

#[test]
fn form_whose_orders_are_all_refused_keeps_its_text() {
    let (mut console, ids) = noisy(2);
    console.press("+a").press("+rAll quiet").answering = false;
    console.elsewhere("0156", |night| {
        for id in &ids {
            night
                .act(Command::Report(ReportCommand::Cancel { id: *id, reason: "called-off".into() }))
                .unwrap();
        }
    });
    console.press("<ctrl-s>");
    console.answer_all();
    console.shows("All quiet").shows("2 marked");
    console.press("<esc>").says("The draft is kept");
}

#[test]
fn rest_of_a_form_is_done_with_the_draft_that_it_left() {
    let (mut console, ids) = noisy(2);
    console.press("+mSame caller").answering = false;
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Accept { id: ids[0] })).unwrap();
    });
    console.press("<ctrl-s>");
    console.answer_all();
    console.says("1 report noted; 1 refused").shows("1 marked");
    console.press("m").shows("Same caller").press("<ctrl-s>").says("1 report noted");
    console.press("m").lacks("Same caller");
}

#[test]
fn outcome_is_told_once_the_line_is_back() {
    let (mut console, ids) = noisy(2);
    console.press("+").answering = false;
    console.press("a");
    console.waiting.clear();
    console.send(Msg::Disconnected);
    console.answering = true;
    console.welcome(Some("0142"));
    console.says("2 reports accepted");
    assert_eq!(statuses(&console, &ids), [Status::Accepted; 2]);
}

#[test]
fn busy_screen_keeps_its_signs_beside_marks() {
    let mut console = Console::on(scene::busy());
    console.press("<down><down> ");
    let row = console
        .screen()
        .lines()
        .find(|line| line.starts_with('|') && line.contains("R-004"))
        .map(str::to_owned);
    assert!(row.is_some_and(|row| row.contains("!+")), "late and marked");
}

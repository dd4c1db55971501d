//! Numbers of several duty days on one screen, and rows that have left their list.

use super::night::{self, Night};
use super::{Console, PLAIN};
use dutydesk::domain::command::{ReportCommand, UnitCommand};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::report::Priority;
use dutydesk::domain::{Command, Lang};

/// A morning on which the night's first report is still open and the day has its own first one.
pub fn morning() -> Night {
    let mut night = Night::new();
    let status = UnitCommand::Status { unit: "patrol1".into(), status: UnitStatus::Available };
    night.act(Command::Unit(status)).unwrap();
    let first = night.receive(Some(Priority::P2), "fight", "North St 12", "Two men fighting");
    night.act(Command::Report(ReportCommand::Accept { id: first })).unwrap();
    night.act(Command::Report(ReportCommand::Dispatch { id: first, unit: "patrol1".into() })).unwrap();
    night::pass(&mut night, 10 * 3600);
    night.new_day();
    night.receive(Some(Priority::P3), "noise", "Mill Rd 3", "Drilling since seven");
    night
}

#[test]
fn number_of_another_duty_day_says_of_which_day_everywhere() {
    for lang in [Lang::En, Lang::Zh] {
        for size in [(80, 24), (120, 40)] {
            let mut console = Console::open(lang, size, PLAIN, morning());
            let screen = console.screen();
            let lines: Vec<&str> = screen.lines().filter(|line| line.contains("R-001")).collect();
            let of_the_night: Vec<&&str> = lines.iter().filter(|line| line.contains("21/R-001")).collect();
            // The strip, the list and the unit that is on it.
            assert_eq!(of_the_night.len(), 3, "{screen}");
            assert!(lines.iter().any(|line| line.contains(" R-001 ")), "{screen}");
            console.press("2").shows("21/R-001");
            console.press("4").shows("21/R-001");
            console.press("8").shows("21/R-001");
            console.press("7").shows("21/R-001");
            console.press("1<end>m").shows("21/R-001");
        }
    }
}

#[test]
fn messages_and_pickers_say_the_day_too() {
    let mut console = Console::on(morning());
    console.press("<end>mStill shouting<ctrl-s>").says("Note on 21/R-001 recorded");
    console.press("<home>a").says("R-001 accepted").lacks("21/R-001 accepted");
    console.press("d").shows("on 21/R-001");
}

#[test]
fn number_is_typed_as_the_screen_shows_it() {
    let mut console = Console::on(morning());
    console.press("<home>xd21/R-001<enter>").says("R-001 marked as duplicate");
    let of = console.night.reports().find_map(|report| report.exit.as_ref()?.duplicate_of);
    assert_eq!(of.map(|id| id.to_string()).as_deref(), Some("R-20261121-001"));
}

#[test]
fn pane_gives_no_room_to_days_while_all_numbers_are_of_this_one() {
    let mut night = Night::new();
    night.receive(Some(Priority::P2), "fight", "North St 12", "Two men fighting");
    Console::on(night).shows("R-001  North St");
    Console::on(morning()).shows("21/R-001  Nort").shows("R-001     Mill");
}

#[test]
fn row_that_has_left_its_list_shows_no_deadline() {
    let mut night = Night::new();
    let id = night.receive(Some(Priority::P2), "fight", "North St 12", "Two men fighting");
    let mut console = Console::on(night);
    console.pass(60).shows("accept late");
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Cancel { id, reason: "called-off".into() })).unwrap();
    });
    let row = console.screen().lines().find(|line| line.contains("R-001")).unwrap().to_owned();
    assert!(row.contains(">-") && row.contains("left this list"), "{row}");
    console.lacks("accept late");
}

//! Lists that show what they have: nothing hidden beside empty lines, the row kept, ages that are no times of day, what is
//! looked for found in all of them, the most urgent first.

use super::night::{Night, pass};
use super::{Console, scene};
use dutydesk::domain::Lang;
use dutydesk::domain::command::ReportCommand;
use dutydesk::domain::report::Priority;
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{Command, Name, RecordId};
use dutydesk::ui::Msg;
use dutydesk::ui::theme::Theme;

#[test]
fn new_row_stands_in_sight_while_there_are_empty_lines() {
    let mut console = Console::on(scene::crowded(3));
    console.press("<down>");
    console.elsewhere("0156", |night| {
        night.receive(Some(Priority::P2), "fight", "Mill Lane", "Somebody calls");
    });
    console.shows("*22:47 P2 R-004").shows("|>! 22:45 P3 R-002").lacks("* P2 R-004");
}

#[test]
fn rows_fill_the_pane_before_any_hides_above() {
    let mut console = Console::on(scene::crowded(7));
    console.press("<down>");
    for place in ["Mill Lane", "Bridge Square", "North St 12"] {
        console.elsewhere("0156", |night| {
            night.receive(Some(Priority::P2), "fight", place, "Somebody calls");
        });
    }
    console.shows("R-009").shows("R-002").shows("|>! 22:45 P3 R-006").shows("* P2 R-010");
}

#[test]
fn cursor_goes_to_the_report_just_entered_on_both_screens() {
    for screen in ["1", "2"] {
        let mut console = Console::on(scene::crowded(3));
        console.press(screen).press("<down>nA man lies in the road<ctrl-s>").shows(">  22:47 ?  R-004");
    }
}

#[test]
fn long_spans_never_look_like_a_time_of_day() {
    let mut night = scene::crowded(1);
    night.act(Command::Report(ReportCommand::Accept { id: id(1) })).unwrap();
    let console = Console::on(night);
    let strip = console.line(2);
    assert!(!strip.contains(':'), "{strip}");
    let mut console = Console::on(scene::busy());
    console.shows("feedback 22h ").press("<end><enter>").lacks("took 0").lacks("22h15");
}

#[test]
fn next_officer_stays_on_the_screen_and_the_row() {
    let mut console = Console::on(scene::crowded(100));
    console.press("2<pagedown><pagedown><down>");
    let rows = |console: &Console| console.screen().lines().skip(2).take(20).collect::<Vec<_>>().join("|");
    let before = rows(&console);
    console.send(Msg::Disconnected);
    console.welcome(Some("0156"));
    assert_eq!(rows(&console), before);
    console.press("a").says("R-065 accepted").lacks("* P3");
}

#[test]
fn next_officer_finds_the_open_record_still_open() {
    let mut console = Console::on(scene::busy());
    console.press("<end><enter>").shows("R-20261121-002");
    console.answering = false;
    console.send(Msg::Disconnected);
    console.waiting.clear();
    console.welcome(Some("0156"));
    console.lacks("Both sides calm");
    console.answer_all();
    console.shows("R-20261121-002").shows("0156");
}

#[test]
fn who_acts_is_never_cut_from_the_title() {
    let console = Console::on(Night::new());
    assert!(console.line(0).starts_with("South River | Night 20:00-08:00 | 0142 Li Qiang "));
    for (name, title) in [
        ("South River Town Police Station", "South River Town Police Station | Night | 0142 Li Qiang "),
        (
            "South River Town Police Station of Riverside",
            "South River Town Police Station of Riverside | 0142 Li",
        ),
        ("South River Town Police Station of the Riverside District", " | 0142 Li Qiang "),
    ] {
        let mut night = Night::new();
        if let Some(SetupItem::Station(head)) = night.station.items.get_mut("station").map(|s| &mut s.item) {
            head.name = Name::One(name.into());
        }
        let console = Console::open(Lang::En, (80, 24), Theme::default(), night);
        assert!(console.line(0).contains(title), "{}", console.line(0));
        assert!(console.line(0).ends_with("Sat 11-21 22:47"));
    }
}

#[test]
fn what_is_looked_for_is_found_whatever_view_was_shown() {
    let mut console = Console::on(scene::busy());
    console.press("2").shows("[open 5]").lacks("R-001").press("/Bridge");
    console.shows("R-001").shows("[all").lacks("[open").lacks("5]");
    console.press("<enter>").shows("found: Bridge").shows("R-001");
    console.press("<esc>").shows("[open 5]").lacks("R-001");
}

#[test]
fn next_view_ends_the_finding() {
    let mut console = Console::on(scene::busy());
    console.press("2/Bridge<enter>f").lacks("found:").lacks("[all");
}

#[test]
fn strip_names_late_danger_to_life_first() {
    let mut night = Night::new();
    night.now -= jiff::SignedDuration::from_mins(90);
    for priority in [Priority::P3, Priority::P3, Priority::P1] {
        night.receive(Some(priority), "fight", "North St 12", "Somebody calls");
        pass(&mut night, 60 * 20);
    }
    night.now = super::start();
    let console = Console::on(night);
    let strip = console.line(2);
    assert!(strip.starts_with("due !P1 R-003 accept, late by "), "{strip}");
    assert!(strip.contains("| !P3 R-001 accept, late by 1h"), "{strip}");
}

fn id(number: u32) -> RecordId {
    format!("R-20261121-{number:03}").parse().unwrap()
}

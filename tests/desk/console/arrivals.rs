//! New arrivals: marked, never moving a row under the officer's hand, never missed.

use super::night::Night;
use super::{Console, scene};
use dutydesk::domain::report::Priority;
use dutydesk::ui::Effect;

fn arrives(console: &mut Console, priority: Priority, place: &str) {
    console.elsewhere("0156", |night| {
        night.receive(Some(priority), "fight", place, "Somebody calls");
    });
}

#[test]
fn arrival_stands_on_an_untouched_console_at_once_and_is_marked() {
    let mut console = Console::on(scene::crowded(3));
    arrives(&mut console, Priority::P2, "Mill Lane");
    console.shows("|  *22:47 P2 R-004");
    console.shows("|>! 22:46 P3 R-003");
}

#[test]
fn arrival_moves_no_row_while_the_hand_is_on_the_keys_and_comes_into_view_after() {
    let mut console = Console::on(scene::crowded(30));
    console.press("<down><down>");
    let before: Vec<String> = console.screen().lines().skip(4).take(8).map(str::to_owned).collect();
    arrives(&mut console, Priority::P1, "Mill Lane");
    arrives(&mut console, Priority::P3, "Bridge Square");
    let after: Vec<String> = console.screen().lines().skip(4).take(8).map(str::to_owned).collect();
    assert_eq!(before, after);
    console.shows("* P3 R-032 +1");
    console.pass(15).shows("*22:47 P3 R-032").shows("*22:47 P1 R-031").lacks("+1");
    console.shows("|>! 22:44 P3 R-028");
}

#[test]
fn arrival_in_a_list_scrolled_far_down_moves_nothing_even_later() {
    let mut console = Console::on(scene::crowded(100));
    console.press("2<pagedown><pagedown><pagedown>");
    let rows = |console: &Console| -> Vec<String> {
        console
            .screen()
            .lines()
            .skip(4)
            .take(18)
            .map(|line| line.get(..30).unwrap_or(line).to_owned())
            .collect()
    };
    let before = rows(&console);
    arrives(&mut console, Priority::P1, "Mill Lane");
    assert_eq!(rows(&console), before);
    console.pass(20);
    assert_eq!(rows(&console), before);
}

#[test]
fn mark_goes_when_the_cursor_has_been_on_the_row() {
    let mut console = Console::on(scene::crowded(3));
    arrives(&mut console, Priority::P2, "Mill Lane");
    console.press("<up>").shows("|>  22:47 P2 R-004").press("<down>").lacks("*22:47");
}

#[test]
fn danger_to_life_rings_the_bell_and_a_question_does_not() {
    let mut console = Console::on(Night::new());
    arrives(&mut console, Priority::P3, "Mill Lane");
    assert!(!console.effects.contains(&Effect::Bell));
    arrives(&mut console, Priority::P1, "North St 12");
    assert!(console.effects.contains(&Effect::Bell));
}

#[test]
fn panes_without_the_cursor_show_the_newest() {
    let mut console = Console::on(scene::crowded(30));
    console.press("<tab><tab>").shows(">Patrol");
    arrives(&mut console, Priority::P2, "Mill Lane");
    console.shows("*22:47 P2 R-031").lacks("+1");
    console.press("<backtab><backtab>").shows("|> *22:47 P2 R-031");
}

#[test]
fn first_page_is_no_arrival_and_neither_is_another_view() {
    let mut console = Console::on(scene::crowded(30));
    console.lacks("*22:").press("2").lacks("*22:").press("f").lacks("*22:").press("ffff").lacks("*22:");
    console.press("<end><home>").lacks("*22:");
}

#[test]
fn cursor_goes_to_the_report_that_was_just_entered_here() {
    let mut console = Console::on(scene::crowded(30));
    console.press("<down><down>nA man lies in the road<ctrl-s>");
    console.says("R-031 entered").shows("|>  22:47 ?  R-031").press("a").says("R-031 accepted");
}

#[test]
fn cursor_stays_where_a_key_has_put_it_before_the_new_row_came() {
    let mut console = Console::on(scene::crowded(30));
    console.press("nA man lies in the road");
    console.answering = false;
    console.press("<ctrl-s>");
    console.answer_next();
    console.answer_next();
    console.press("<down>");
    console.answer_all();
    console.shows("|>! 22:45 P3 R-029");
}

#[test]
fn flood_shows_the_newest_once_the_hand_is_off_the_keys() {
    let mut console = Console::on(scene::crowded(30));
    console.press("<down><up>");
    for number in 0..60 {
        arrives(&mut console, Priority::P3, &format!("Mill Lane {number}"));
    }
    console.shows("|>! 22:46 P3 R-030").shows("* P3 R-");
    console.pass(12).shows("22:47 P3 R-090").lacks("R-030");
    // Nobody touches the keys while the next flood comes.
    console.elsewhere("0156", |night| {
        for number in 0..60 {
            night.receive(Some(Priority::P3), "fight", &format!("Mill Lane {number}"), "Somebody calls");
        }
    });
    console.shows("|> *22:47 P3 R-150");
}

//! Moving about: cursors, pages, panes, screens, views, finding, languages, windows that are too small.

use super::{Console, scene};
use dutydesk::domain::Lang;
use dutydesk::keys::{Action, Layer};
use dutydesk::ui::place::Screen;
use dutydesk::ui::{Effect, Msg};

fn long() -> Console {
    let mut console = Console::on(scene::crowded(600));
    console.press("2");
    console
}

#[test]
fn cursor_moves_ask_the_desk_nothing() {
    let mut console = long();
    let asked = console.asked();
    console.press("<down><down><up><down>").shows(">! 22:44 P3 R-598");
    assert_eq!(console.asked(), asked);
}

#[test]
fn whole_list_is_reached_by_pages_and_never_held_at_once() {
    let mut console = long();
    for _ in 0..40 {
        console.press("<pagedown>");
        assert!(console.model.rows_held() <= 320, "{}", console.model.rows_held());
    }
    console.shows(">! 12:47 P3 R-001");
    for _ in 0..40 {
        console.press("<pageup>");
    }
    console.shows(">! 22:46 P3 R-600");
}

#[test]
fn ends_of_a_long_list_are_one_key_away() {
    let mut console = long();
    console.press("<end>").shows(">! 12:47 P3 R-001").press("<up>").shows(">! 12:48 P3 R-002");
    console.press("gg").shows(">! 22:46 P3 R-600");
}

#[test]
fn pages_pressed_before_the_rows_are_here_are_gone_through_when_they_come() {
    let mut console = long();
    console.answering = false;
    for _ in 0..10 {
        console.press("<pagedown>");
    }
    console.answer_all();
    let mut other = long();
    for _ in 0..10 {
        other.press("<pagedown>");
    }
    assert_eq!(console.screen(), other.screen());
}

#[test]
fn tab_goes_through_the_panes_and_zoom_gives_one_the_whole_screen() {
    let mut console = Console::on(scene::busy());
    for pane in [">Disputes", ">Patrol", ">People", ">Reports"] {
        console.press("<tab>").shows(pane);
    }
    console.press("<backtab>").shows(">People").press("<tab>");
    console.press("z").shows(">Reports").lacks("Patrol 3").shows("Mill Lane: Asks when");
    console.press("z").shows("Patrol 3");
    console.press("2z").says("Only the desk screen has panes");
}

#[test]
fn escape_goes_one_step_back_each_time() {
    let mut console = Console::on(scene::busy());
    console.press("2/Mill<enter><enter>").shows("R-20261121-006");
    console.press("<esc>").shows("found: Mill");
    console.press("<esc>").lacks("found: Mill");
    assert_eq!(console.model.screen(), Screen::Reports);
    console.press("<esc>");
    assert_eq!(console.model.screen(), Screen::Desk);
}

#[test]
fn finding_narrows_while_one_types_and_the_newest_question_wins() {
    let mut console = Console::on(scene::busy());
    console.answering = false;
    console.press("/Mi");
    console.press("ll");
    console.answer_all();
    console.shows("find: Mill").shows("R-006").lacks("R-005");
    console.press("<ctrl-u>北京").shows("Nothing found");
    console.press("<esc>").lacks("find:").shows("R-005");
}

#[test]
fn reports_are_found_by_number_and_kept_as_a_filter() {
    let mut console = Console::on(scene::busy());
    console.press("4/003<enter>").shows("found: 003").shows("R-003").lacks("R-006");
    console.press("<enter>").shows("R-20261121-003").press("<esc>").shows("found: 003");
}

#[test]
fn language_changes_at_once_and_keeps_everything_where_it_was() {
    let mut console = Console::on(scene::busy());
    console.press("<down>v").says("can't be verified").press("L").shows("警情 5").shows(">  22:42 P1 R-005");
    assert_eq!(console.model.lang(), Lang::Zh);
    console.press("v").press("<esc>").press("mabc").shows("备注");
    console.press("<ctrl-l>").shows("abc");
    assert!(console.effects.contains(&Effect::Repaint));
}

#[test]
fn message_is_told_in_the_language_that_is_chosen_after_it() {
    let mut console = Console::on(scene::busy());
    console.press("9").says("not part of this version").press("L");
    console.lacks("not part of this version");
    console.press("9").says("还没有统计屏");
}

#[test]
fn window_that_is_too_small_keeps_everything_and_what_is_typed() {
    let mut console = Console::on(scene::busy());
    console.press("nA man lies");
    for size in [(59, 24), (80, 15), (1, 1), (0, 0)] {
        console.size = size;
        console.send(Msg::Resize(size.0, size.1));
        console.press(" in<esc>");
        console.screen();
    }
    console.size = (70, 10);
    console.send(Msg::Resize(70, 10));
    console.shows("too small").shows("60 columns and 16 rows");
    console.size = (80, 24);
    console.send(Msg::Resize(80, 24));
    console.shows("A man lies in in in in").press("<esc>").shows(">Reports");
}

#[test]
fn every_size_that_is_large_enough_is_drawn() {
    let mut console = Console::on(scene::busy());
    for (columns, rows) in [(60, 16), (61, 17), (80, 24), (100, 30), (160, 50), (300, 100), (500, 200)] {
        console.size = (columns, rows);
        console.send(Msg::Resize(columns, rows));
        for screen in ["1", "z", "z", "2", "3", "4", "5", "6", "7", "8"] {
            console.press(screen).shows("South River");
        }
        console.press("2<enter>").shows("The three speeds").press("<esc>");
    }
}

#[test]
fn keys_of_every_layer_do_something_or_say_why() {
    for screen in [
        Action::ScreenDesk,
        Action::ScreenReports,
        Action::ScreenDisputes,
        Action::ScreenPatrol,
        Action::ScreenPeople,
        Action::ScreenEscalations,
        Action::ScreenHandover,
        Action::ScreenJournal,
    ] {
        let keymap = dutydesk::keys::defaults();
        let here = Console::on(scene::busy()).act(screen).model.layers();
        // Those of the desk are the same on every screen.
        let counts = |layer| here.contains(&layer) && (layer != Layer::Desk || screen == Action::ScreenDesk);
        for binding in keymap.bindings().iter().filter(|binding| counts(binding.layer)) {
            let mut console = Console::on(scene::busy());
            console.act(screen);
            let before = (console.screen(), console.effects.len());
            for key in binding.keys.keys() {
                console.send(Msg::Key(*key));
            }
            let moved = matches!(
                binding.action,
                Action::Up | Action::PageUp | Action::Top | Action::Back | Action::Down | Action::PageDown
            ) || matches!(binding.action, Action::Bottom)
                || binding.action == screen;
            assert!(
                moved || before != (console.screen(), console.effects.len()),
                "{screen:?}: {} did nothing and said nothing",
                binding.keys
            );
        }
    }
}

#[test]
fn paste_outside_a_field_runs_no_keys() {
    let mut console = Console::on(scene::busy());
    console.send(Msg::Paste("aaaqqq".to_owned()));
    console.says("no field to paste into");
    assert_eq!(console.sent(), 0);
    console.press("n");
    console.send(Msg::Paste("pasted\ntext".to_owned()));
    console.shows("pasted");
}

#[test]
fn sequence_of_keys_is_shown_while_it_waits_and_escape_ends_it() {
    let mut console = Console::on(scene::busy());
    console.press("x").shows("transfer").shows("unfounded");
    console.press("<esc>").lacks("unfounded").press("xz").says("'x z' does nothing here");
}

#[test]
fn record_that_is_open_follows_what_others_do() {
    let mut console = Console::on(scene::busy());
    console.press("<end><enter>").shows("R-20261121-002");
    console.elsewhere("0156", |night| {
        let id = "R-20261121-002".parse().unwrap();
        let text = "Owner is here now".into();
        night
            .act(dutydesk::domain::Command::Report(dutydesk::domain::command::ReportCommand::Note {
                id,
                text,
            }))
            .unwrap();
    });
    console.press("<end>").shows("Owner is here now");
}

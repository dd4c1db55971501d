//! The line to the desk: cut, back, refused; what was asked when it was cut.

use super::night::Night;
use super::{Console, scene, signed_in};
use dutydesk::domain::Lang;
use dutydesk::domain::desk::Trouble;
use dutydesk::domain::report::{Priority, Status};
use dutydesk::ui::msg::Parting;
use dutydesk::ui::theme::Theme;
use dutydesk::ui::{Effect, Msg, next_wake};

fn console() -> Console {
    let mut night = Night::new();
    night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    Console::on(night)
}

fn keys_of_orders(console: &Console) -> Vec<String> {
    let key = |effect: &Effect| match effect {
        Effect::Execute { order, .. } => Some(order.key.clone()),
        _ => None,
    };
    console.effects.iter().filter_map(key).collect()
}

#[test]
fn act_whose_answer_was_lost_is_asked_again_with_its_key_and_done_once() {
    let mut console = console();
    console.answering = false;
    console.press("a");
    // The desk does it, but its answer never arrives.
    let effect = console.waiting.pop_front().unwrap();
    console.night.take(&effect);
    console.waiting.clear();
    console.send(Msg::Disconnected);
    console.shows("1 not confirmed").shows("No line to the desk since 22:47");
    console.answering = true;
    console.welcome(Some("0142"));
    console.lacks("not confirmed").says("R-001 accepted");
    let keys = keys_of_orders(&console);
    assert_eq!(keys.len(), 2);
    assert_eq!(keys[0], keys[1]);
    let report = console.night.reports().next().unwrap();
    assert_eq!((report.status, report.rev), (Status::Accepted, 2));
}

#[test]
fn half_typed_form_stands_through_a_cut_line_and_goes_out_when_it_is_back() {
    let mut console = console();
    console.press("nA man lies in");
    console.send(Msg::Disconnected);
    console.press(" the road").shows("A man lies in the road").shows("What you type is kept");
    console.press("<ctrl-s>").shows("1 not confirmed").shows("A man lies in the road");
    console.welcome(Some("0142"));
    console.says("R-002 entered 22:47").lacks("New report");
    assert_eq!(console.night.reports().count(), 2);
}

#[test]
fn nothing_is_sent_as_another_officer() {
    let mut console = console();
    console.answering = false;
    console.press("a");
    console.send(Msg::Disconnected);
    console.waiting.clear();
    console.answering = true;
    console.welcome(Some("0156"));
    console.shows("1 not confirmed");
    assert_eq!(console.night.reports().next().unwrap().status, Status::Received);
    console.send(Msg::Disconnected);
    console.welcome(Some("0142"));
    console.lacks("not confirmed");
    assert_eq!(console.night.reports().next().unwrap().status, Status::Accepted);
}

#[test]
fn act_of_unknown_outcome_is_settled_by_the_clock() {
    let mut console = console();
    console.night.fails = Some(Msg::Failed { id: 0, trouble: "write-failed".into(), unknown: true });
    console.press("a").says("Not confirmed").says("asks again by itself");
    console.pass(6).says("R-001 accepted").lacks("1 not confirmed");
    assert_eq!(keys_of_orders(&console).len(), 2);
}

#[test]
fn acts_wait_for_the_line_and_forms_can_be_begun() {
    let mut console = console();
    console.send(Msg::Disconnected);
    console.press("a").says("There is no line to the desk");
    console.press("d").says("There is no line to the desk");
    console.press("m").shows("Note on R-001").press("<esc>");
    console.press("e").shows("Escalate R-001");
    assert_eq!(console.sent(), 0);
}

#[test]
fn every_question_is_asked_anew_after_a_cut() {
    let mut console = console();
    console.answering = false;
    console.press("2");
    console.waiting.clear();
    console.send(Msg::Disconnected);
    console.answering = true;
    console.welcome(Some("0142"));
    console.shows("North St 12");
    console.elsewhere("0156", |night| {
        night.receive(Some(Priority::P4), "noise", "Mill Lane", "A question");
    });
    console.shows("*22:47 P4 R-002").shows("Mill Lane");
}

#[test]
fn officer_who_must_sign_in_does_so_before_anything_is_shown() {
    let mut console = Console::closed(Lang::En, (80, 24), Theme::default(), Night::new());
    console.shows("Connecting to the desk");
    console.welcome(None);
    console.shows("Sign in").lacks("Reports");
    console.press("0142<enter>open sesame<enter>").shows("Reports 0");
    assert_eq!(console.night.officer, Some(signed_in("0142")));
}

#[test]
fn leaving_the_sign_in_says_how_to_come_back_to_it() {
    let mut console = Console::closed(Lang::En, (80, 24), Theme::default(), Night::new());
    console.welcome(None);
    console.press("<esc>").shows("Nobody is signed in at this console");
    console.press("2").says("sign in first").press("O").shows("Passphrase");
}

#[test]
fn next_officer_finds_nothing_of_the_one_before() {
    let mut console = console();
    console.press("mHe said he would call back");
    console.send(Msg::Disconnected);
    console.welcome(Some("0156"));
    console.lacks("He said he would").press("m").lacks("He said he would");
    console.press("<esc>");
    console.send(Msg::Disconnected);
    console.welcome(Some("0142"));
    console.press("m").shows("He said he would call back");
}

#[test]
fn trouble_at_the_desk_is_told_on_every_screen_until_it_is_over() {
    let mut console = console();
    console.night.trouble = vec![Trouble::DiskFull];
    let now = console.now;
    let changed = |now| Msg::Changed { head: 1, topics: vec![dutydesk::domain::Topic::Desk], now };
    console.send(changed(now));
    for screen in ["1", "2", "4", "6", "7", "8"] {
        console.press(screen).shows("! The disk is full");
    }
    console.night.trouble.clear();
    console.send(changed(now));
    console.lacks("The disk is full");
}

#[test]
fn parting_of_the_desk_is_told_in_its_own_words() {
    for (parting, said) in [
        (Parting::DeskStops, "The desk was stopped"),
        (Parting::OtherVersion { desk: "9.9.9".into() }, "version 9.9.9"),
        (Parting::Full, "as many consoles as it takes"),
        (Parting::Cut, "The desk cut the line"),
    ] {
        let mut console = console();
        console.send(Msg::Ended(parting));
        console.send(Msg::Disconnected);
        console.shows(said);
    }
}

#[test]
fn idle_console_wakes_once_a_minute_and_when_a_light_changes() {
    let mut night = Night::new();
    night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    let mut console = Console::on(night);
    // Accepting is owed within 30 s; amber begins in the last fifth of that.
    let mut wakes = Vec::new();
    while let Some(wake) =
        next_wake(&console.model).filter(|wake| wake.as_second() < super::start().as_second() + 180)
    {
        wakes.push(wake.duration_since(super::start()).as_secs());
        let step = wake.duration_since(console.now).as_millis() as i64;
        console.now = wake;
        console.night.now = wake;
        console.send(Msg::Clock(wake));
        assert!(step > 0);
    }
    // Started at 22:47:03: amber at +24 s, red just after +30 s, then only minutes.
    assert_eq!(wakes, [24, 30, 57, 117, 177]);
    console.shows("|>! 22:47 P1 R-001");
}

#[test]
fn screen_changes_only_with_the_minute_while_nothing_happens() {
    let mut console = Console::on(scene::busy());
    console.pass(60);
    let before = console.draw().0;
    console.pass(40);
    assert_eq!(console.draw().0, before);
    console.pass(20);
    assert_ne!(console.draw().0, before);
}

#[test]
fn dead_line_at_the_start_shows_no_clock_of_1970() {
    let mut console = Console::closed(Lang::Zh, (80, 24), Theme::default(), Night::new());
    assert_eq!(next_wake(&console.model), None);
    console.send(Msg::Disconnected);
    console.lacks("1970").shows("正在重连");
}

#[test]
fn officer_who_leaves_is_told_of_acts_that_are_not_confirmed() {
    let mut console = console();
    console.answering = false;
    console.press("a");
    console.send(Msg::Disconnected);
    console.press("q").says("One act is not confirmed yet. Press q again");
    assert!(!console.effects.contains(&Effect::Quit));
    console.press("<down>q").says("One act is not confirmed yet");
    console.press("q");
    assert!(console.effects.contains(&Effect::Quit));
}

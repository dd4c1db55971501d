//! A report in one line, from key to receipt, over whatever is shown.

use super::night::Night;
use super::{Console, scene};
use dutydesk::domain::Lang;
use dutydesk::domain::report::Priority;
use dutydesk::keys::Action;
use dutydesk::ui::theme::Theme;

fn last(console: &Console) -> dutydesk::domain::Report {
    console.night.reports().next_back().unwrap().clone()
}

#[test]
fn call_is_entered_in_one_line_and_the_cursor_goes_to_it() {
    let mut console = Console::on(scene::busy());
    console.press("op2 fight @S3 two men with bottles").shows("P2 | Fight | South 3 | two men with bottles");
    console.press("<enter>").says("entered 22:47").lacks("Report in one line");
    let told = last(&console).telling;
    assert_eq!(told.priority, Some(Priority::P2));
    assert_eq!(told.narrative.as_str(), "two men with bottles");
    assert_eq!((told.incident_type, told.beat), (Some("fight".into()), Some("S3".into())));
    console.press("a").says("accepted 22:47");
    assert!(last(&console).accepted.is_some(), "the next key is meant for it");
}

#[test]
fn it_opens_over_every_screen_and_leaves_it_as_it_was() {
    for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "1<enter>"] {
        let mut console = Console::on(scene::busy());
        let before = console.press(screen).screen();
        console.press("o").shows("Report in one line");
        let under: Vec<String> = before.lines().take(16).map(str::to_owned).collect();
        let now: Vec<String> = console.screen().lines().take(16).map(str::to_owned).collect();
        assert_eq!(under, now, "on {screen}");
        console.press("<esc>");
        assert_eq!(console.screen(), before, "on {screen}");
    }
}

#[test]
fn it_opens_over_a_half_typed_form_which_stays() {
    let mut console = Console::on(scene::busy());
    console.press("nA long story<ctrl-o>").shows("Report in one line");
    console.press("p1 two men<enter>").says("entered").shows("A long story");
    console.press(", and so on<ctrl-s>").says("entered");
    assert_eq!(last(&console).telling.narrative.as_str(), "A long story, and so on");
}

#[test]
fn what_is_proposed_has_a_sign_and_what_is_missing_is_said() {
    let mut console = Console::new();
    console.press("o").shows("priority to be set | type to be set | beat to be set");
    console.press("they fight").shows("~P1 | ~Fight | beat to be set | they fight");
    console.press(" p3").shows("P3 | ~Fight").lacks("~P3");
    console.press("<enter>");
    assert_eq!(last(&console).telling.priority, Some(Priority::P3), "the officer's choice stands");
}

#[test]
fn unknown_beat_is_said_at_once_and_the_report_is_entered_all_the_same() {
    let mut console = Console::new();
    console.press("op2 @XX two men").shows("The station has no beat 'XX'").shows("beat to be set");
    console.press("<enter>").says("R-001 entered");
    let told = last(&console).telling;
    assert_eq!(told.beat, None);
    assert_eq!(told.unknown.get("beat").map(|given| given.as_str()), Some("XX"));
}

#[test]
fn esc_keeps_the_line_and_the_status_line_says_how_to_go_on() {
    let mut console = Console::new();
    console.press("op2 two men<esc>").says("The draft is kept");
    console.press("<down>").says("Half-typed one-line report from 22:47: o continues it.");
    console.press("o with bottles<enter>").says("entered");
    assert_eq!(last(&console).telling.narrative.as_str(), "two men with bottles");
    console.press("<down>").lacks("Half-typed").press("o").lacks("> p2");
}

#[test]
fn line_without_words_is_refused_and_stays() {
    let mut console = Console::new();
    console.press("op2 @S3<enter>").shows("Say in a few words what happened.").shows("> p2 @S3");
    console.press(" two men<enter>").says("R-001 entered");
    assert_eq!(console.sent(), 1);
}

#[test]
fn refusal_of_the_desk_says_its_sentence_and_keeps_the_text() {
    let mut console = Console::new();
    let place = "x".repeat(201);
    console.press(&format!("otwo men #{place}<enter>")).shows("may have at most 200 characters");
    console.shows("Report in one line");
    assert_eq!(console.night.reports().count(), 0);
    assert!(console.night.drafts.values().any(|draft| draft.form == "report-quick"));
}

#[test]
fn line_waits_for_the_line_to_the_desk() {
    let mut console = Console::new();
    console.send(dutydesk::ui::Msg::Disconnected);
    console.press("op2 two men<enter>").says("Not sent yet");
    console.welcome(Some("0142"));
    assert_eq!(console.night.reports().count(), 1);
    console.lacks("Report in one line");
}

#[test]
fn chinese_goes_in_without_spaces_and_the_caret_is_where_it_goes_on() {
    let mut console = Console::open(Lang::Zh, (80, 24), Theme::default(), Night::new());
    console.press("oＰ２斗殴＠S3两名男子").shows("P2 | 斗殴 | ");
    let caret = console.draw().1.expect("a caret");
    let line = console.line(usize::from(caret.y));
    assert!(line.contains("Ｐ２斗殴＠S3两名男子"), "{line}");
    assert_eq!(caret.x, 4 + 20, "two cells of border, the prompt, and twenty of text");
    console.press("<enter>");
    assert_eq!(last(&console).telling.narrative.as_str(), "两名男子");
}

#[test]
fn reviewer_is_told_why_not() {
    let mut console = Console::new();
    console.welcome(Some("0160"));
    console.act(Action::ReportQuick).says("As reviewer you may not").lacks("Report in one line");
}

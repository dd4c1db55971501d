//! Drafts of forms: kept by the desk while one types, offered again, forgotten when they have served.

use super::night::Night;
use super::{Console, start};
use dutydesk::domain::Lang;
use dutydesk::domain::report::Priority;
use dutydesk::ui::theme::Theme;
use dutydesk::ui::{Effect, Msg};
use jiff::SignedDuration;

fn kept(console: &Console) -> Vec<String> {
    console.night.drafts.keys().map(|(_, form)| form.clone()).collect()
}

fn keeps(console: &Console) -> usize {
    console.effects.iter().filter(|effect| matches!(effect, Effect::Keep { .. })).count()
}

#[test]
fn what_is_typed_is_kept_and_a_new_console_offers_it_again() {
    let mut console = Console::new();
    console.press("nA man lies in the road");
    assert_eq!(kept(&console), ["report-new"]);
    // The console dies. Another one is opened later.
    let mut night = Night::new();
    night.drafts = console.night.drafts.clone();
    night.now = start() + SignedDuration::from_mins(7);
    let mut console = Console::open(Lang::En, (80, 24), Theme::default(), night);
    console.says("Half-typed new report from 22:47: n continues it");
    console.press("n").shows("A man lies in the road").press("<ctrl-s>").says("R-001 entered 22:54");
    assert!(kept(&console).is_empty());
    console.press("n").lacks("A man lies").press("<esc>").lacks("Half-typed");
}

#[test]
fn one_draft_is_on_its_way_at_a_time_and_the_last_state_wins() {
    let mut console = Console::new();
    console.answering = false;
    console.press("nabcdefgh");
    assert_eq!(keeps(&console), 1);
    console.answer_all();
    assert_eq!(keeps(&console), 2);
    let body = console.night.drafts.values().next().unwrap().body.clone();
    assert!(body.contains("abcdefgh"));
}

#[test]
fn form_left_by_escape_is_kept_and_an_emptied_one_is_forgotten() {
    let mut night = Night::new();
    night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    let mut console = Console::on(night);
    console.press("mHe limps<esc>").says("The draft is kept");
    assert_eq!(kept(&console), ["report-note R-20261121-001"]);
    console.says("Note on R-001").press("<down>").lacks("half-typed").lacks("draft is kept").shows("? help");
    let night = std::mem::replace(&mut console.night, Night::new());
    let mut console = Console::on(night);
    console.says("One half-typed form is kept: Note on R-001.").press("<down>").lacks("half-typed");
    console.press("m").shows("He limps").press("<ctrl-u><esc>");
    assert!(kept(&console).is_empty());
}

#[test]
fn passphrase_is_in_no_draft_and_no_debug() {
    let mut console = Console::new();
    console.press("7s").press("<tab><tab><tab><tab><tab>opensesame");
    console.press("<backtab>0142<tab>opensesame");
    let drafts: Vec<String> = console.night.drafts.values().map(|draft| draft.body.0.clone()).collect();
    assert!(drafts.iter().all(|body| !body.contains("opensesame")), "{drafts:?}");
    assert!(!format!("{:?}", console.model).contains("opensesame"));
}

#[test]
fn what_was_typed_while_the_line_was_cut_is_kept_when_it_is_back() {
    let mut console = Console::new();
    console.press("nA man");
    console.send(Msg::Disconnected);
    console.press(" lies in the road");
    console.welcome(Some("0142"));
    let body = console.night.drafts.values().next().unwrap().body.clone();
    assert!(body.contains("A man lies in the road"));
}

/// Saving in `console` has an unknown outcome, and the form is left.
fn save_into_the_unknown(console: &mut Console) {
    console.night.fails = Some(Msg::Failed { id: 0, trouble: "disk-full".into(), unknown: true });
    console.press("<ctrl-s>").press("<esc>").says("Don't enter it a second time");
}

#[test]
fn report_that_is_settled_after_its_form_was_left_is_not_offered_again() {
    let mut console = Console::new();
    console.press("nA man lies in the road");
    save_into_the_unknown(&mut console);
    console.press("n").lacks("A man lies").press("<esc>");
    console.pass(10).says("R-001 entered");
    assert!(kept(&console).is_empty());
    console.press("n").lacks("A man lies").press("<esc>");
    assert_eq!(console.night.reports().count(), 1);
}

#[test]
fn next_call_typed_while_a_save_is_pending_is_kept_when_that_is_settled() {
    let mut console = Console::new();
    console.press("nA man lies in the road");
    save_into_the_unknown(&mut console);
    console.press("nA dog barks<esc>").pass(10);
    assert_eq!(console.night.reports().count(), 1);
    console.press("n").shows("A dog barks").press("<ctrl-s>").says("R-002 entered");
    assert!(kept(&console).is_empty());
}

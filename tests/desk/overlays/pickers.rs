//! Pickers, the palette, help and the typed confirmation.

use super::stand::{Stand, units};
use crate::samples::r31;
use dutydesk::domain::command::{ReportCommand, UnitCommand};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::{Command, Lang};
use dutydesk::keys::{Action, Layer};
use dutydesk::ui::overlay::{Confirm, Help, Menu, Overlay, PaletteRow, Submitted};

fn dispatch(lang: Lang) -> Stand {
    let mut stand = Stand::new(lang);
    let beat = "S3".into();
    let menu = Menu::dispatch(r31(), Some(&beat), &units(), &stand.setting());
    stand.overlay = Some(Overlay::Menu(Box::new(menu)));
    stand
}

fn sent(unit: &str) -> Command {
    Command::Report(ReportCommand::Dispatch { id: r31(), unit: unit.into() })
}

#[test]
fn free_unit_of_the_beat_is_sent_with_one_key() {
    let mut stand = dispatch(Lang::En);
    stand.press("<enter>");
    assert_eq!(*stand.command(), sent("patrol1"));
}

#[test]
fn unit_that_cant_be_sent_is_shown_with_its_reason() {
    let mut stand = dispatch(Lang::En);
    stand.press("two");
    assert!(stand.screen().contains("- This unit is on R-030."), "{}", stand.screen());
    stand.press("<enter>");
    assert!(stand.submitted.is_none());
    assert!(stand.screen().contains("! This unit is on R-030."), "{}", stand.screen());
    stand.press("<ctrl-u>off<enter>");
    assert!(stand.screen().contains("! This unit is off duty."), "{}", stand.screen());
    assert!(stand.submitted.is_none());
}

#[test]
fn unit_is_found_by_its_name_in_either_language() {
    for typed in ["巡一", "one", "PATROL1"] {
        let mut stand = dispatch(Lang::En);
        stand.press(typed).press("<enter>");
        assert_eq!(*stand.command(), sent("patrol1"), "{typed}");
    }
}

#[test]
fn nothing_that_matches_is_said_and_enter_does_nothing() {
    let mut stand = dispatch(Lang::Zh);
    stand.press("没有这个<enter><down><up><pagedown>");
    assert!(stand.submitted.is_none());
    assert!(stand.screen().contains("没有相符的"), "{}", stand.screen());
    stand.press("<esc>");
    assert!(stand.overlay.is_none());
}

#[test]
fn unit_that_arrived_and_status_of_a_unit_are_picked() {
    let mut stand = Stand::new(Lang::Zh);
    let menu = Menu::arrive(r31(), &["patrol1".into(), "patrol2".into()], &units(), &stand.setting());
    stand.overlay = Some(Overlay::Menu(Box::new(menu)));
    stand.press("<down><enter>");
    let arrive = ReportCommand::Arrive { id: r31(), unit: Some("patrol2".into()) };
    assert_eq!(*stand.command(), Command::Report(arrive));
    let menu = Menu::unit_status(&units()[0], &stand.setting());
    stand.overlay = Some(Overlay::Menu(Box::new(menu)));
    stand.press("<enter>");
    assert!(stand.screen().contains("! 已经是这个状态"), "{}", stand.screen());
    stand.press("<down><down><enter>");
    let status = UnitCommand::Status { unit: "patrol1".into(), status: UnitStatus::Off };
    assert_eq!(*stand.command(), Command::Unit(status));
}

#[test]
fn palette_runs_an_action_and_says_why_another_cant_run() {
    let mut stand = Stand::new(Lang::En);
    let rows = [Action::ReportAccept, Action::ReportVerify, Action::Quit].map(|action| PaletteRow {
        action,
        label: stand.words.get(action.label()),
        keys: "x".to_owned(),
        reason: (action == Action::ReportVerify).then(|| "It is not resolved yet.".to_owned()),
    });
    stand.overlay = Some(Overlay::palette(rows.into(), &stand.setting()));
    stand.press("verify<enter>");
    assert!(stand.submitted.is_none());
    assert!(stand.screen().contains("! It is not resolved yet."), "{}", stand.screen());
    stand.press("<ctrl-u>quit<enter>");
    assert_eq!(stand.submitted, Some(Submitted::Run(Action::Quit)));
}

#[test]
fn help_lists_every_bound_action_of_the_layers_and_stops_at_its_end() {
    let mut stand = Stand::new(Lang::En);
    stand.size = (80, 200);
    let layers = [Layer::Report, Layer::List, Layer::Desk];
    stand.overlay = Some(Overlay::Help(Box::new(Help::new(&layers, &stand.keymap))));
    let screen = stand.screen();
    for action in Action::ALL.iter().filter(|action| layers.iter().any(|layer| action.belongs_to(*layer))) {
        let bound = layers.iter().any(|layer| stand.keymap.keys_of(*action, *layer).next().is_some());
        let help: String = stand.words.get(action.help()).chars().take(40).collect();
        assert_eq!(screen.contains(&help), bound, "{}\n{screen}", action.id());
    }
    stand.size = (80, 24);
    for _ in 0..20 {
        stand.press("<pagedown>");
    }
    assert!(stand.screen().contains("ctrl-l"), "{}", stand.screen());
    stand.press("<pageup>");
    stand.press("<esc>");
    assert!(stand.overlay.is_none());
}

#[test]
fn what_cant_be_undone_is_typed_first() {
    let mut stand = Stand::new(Lang::Zh);
    let then = Submitted::Run(Action::HandoverWithdraw);
    let confirm = Confirm::new("签字将被撤回。".to_owned(), "撤回".to_owned(), then.clone());
    stand.overlay = Some(Overlay::Confirm(Box::new(confirm)));
    stand.press("<enter>");
    assert!(stand.submitted.is_none());
    assert!(stand.screen().contains("什么都没有做"), "{}", stand.screen());
    stand.press("撤<enter>");
    assert!(stand.submitted.is_none());
    stand.press("回<enter>");
    assert_eq!(stand.submitted, Some(then));
}

#[test]
fn cursor_never_leaves_the_list_and_stays_in_sight() {
    let mut stand = Stand::new(Lang::En);
    let rows = Action::ALL.iter().map(|action| PaletteRow {
        action: *action,
        label: stand.words.get(action.label()),
        keys: String::new(),
        reason: None,
    });
    stand.overlay = Some(Overlay::palette(rows.collect(), &stand.setting()));
    for keys in [
        "<up>",
        "<pagedown><pagedown>",
        "<down>",
        "<pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown>",
    ] {
        stand.press(keys);
        assert!(stand.screen().contains("> "), "{}", stand.screen());
        stand.press("<enter>");
        assert!(stand.submitted.is_some());
    }
    assert_eq!(stand.submitted, Some(Submitted::Run(Action::MenuCancel)));
}

#[test]
fn what_can_run_comes_first_in_the_palette_and_so_what_begins_as_typed() {
    let mut stand = Stand::new(Lang::En);
    let actions = [Action::ReportVerify, Action::Quit, Action::ReportEscalate];
    let rows = actions.map(|action| PaletteRow {
        action,
        label: stand.words.get(action.label()),
        keys: "esc".to_owned(),
        reason: (action == Action::ReportVerify).then(|| "It is not resolved yet.".to_owned()),
    });
    stand.overlay = Some(Overlay::palette(rows.into(), &stand.setting()));
    stand.press("esc<enter>");
    assert_eq!(stand.submitted, Some(Submitted::Run(Action::ReportEscalate)));
}

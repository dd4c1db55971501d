//! From keys pressed to actions, and why.

use dutydesk::keys::{
    self, Action, BadKey, BadSequence, Found, Key, KeyCode, Keymap, Layer, Lookup, Next, Overlay, Sequence,
    Then,
};
use proptest::prelude::*;

const ON_REPORT: [Layer; 3] = [Layer::Report, Layer::List, Layer::Desk];
const IN_FORM: [Layer; 2] = [Layer::Form, Layer::Desk];

fn press(keymap: &Keymap, layers: &[Layer], keys: &str) -> Lookup {
    keymap.lookup(layers, keys.parse::<Sequence>().unwrap().keys())
}

#[test]
fn a_key_runs_the_action_of_the_topmost_layer_that_knows_it() {
    let keymap = keys::defaults();
    let cases = [
        (&ON_REPORT[..], "a", Lookup::Run(Action::ReportAccept)),
        (&ON_REPORT, "down", Lookup::Run(Action::Down)),
        (&ON_REPORT, "q", Lookup::Run(Action::Quit)),
        (&ON_REPORT, "g g", Lookup::Run(Action::Top)),
        (&ON_REPORT, "x t", Lookup::Run(Action::ReportTransfer)),
        (&ON_REPORT, "x q", Lookup::None),
        (&ON_REPORT, "y", Lookup::None),
        (&ON_REPORT, "a a", Lookup::None),
        (&[Layer::Unit, Layer::List, Layer::Desk], "s", Lookup::Run(Action::UnitStatus)),
        (&[Layer::Handover, Layer::List, Layer::Desk], "a", Lookup::Run(Action::HandoverAccept)),
        (&[Layer::Handover, Layer::List, Layer::Desk], "space", Lookup::Run(Action::HandoverReadBack)),
        (&[Layer::List, Layer::Desk], "a", Lookup::None),
        (&IN_FORM, "esc", Lookup::Run(Action::FormCancel)),
        (&[Layer::Desk], "esc", Lookup::Run(Action::Back)),
        (&IN_FORM, "ctrl-l", Lookup::Run(Action::Repaint)),
    ];
    for (layers, keys, wanted) in cases {
        assert_eq!(press(&keymap, layers, keys), wanted, "{keys} in {layers:?}");
    }
}

#[test]
fn no_key_pressed_is_nothing() {
    assert_eq!(keys::defaults().lookup(&ON_REPORT, &[]), Lookup::None);
}

#[test]
fn a_letter_typed_into_a_form_never_reaches_the_layers_below() {
    let keymap = keys::defaults();
    for c in "q?:/n1O警？：".chars() {
        assert_eq!(keymap.lookup(&IN_FORM, &[Key::char(c)]), Lookup::None, "{c}");
        assert_eq!(
            keymap.lookup(&[Layer::Menu, Layer::Report, Layer::Desk], &[Key::char(c)]),
            Lookup::None,
            "{c}"
        );
    }
}

#[test]
fn full_width_signs_of_a_chinese_input_method_are_the_keys_they_stand_for() {
    let keymap = keys::defaults();
    let cases = [
        ('？', Action::Help),
        ('：', Action::Palette),
        ('／', Action::Find),
        ('、', Action::Find),
        ('１', Action::ScreenDesk),
        ('ａ', Action::ReportAccept),
        ('Ｇ', Action::Bottom),
        ('ｑ', Action::Quit),
    ];
    for (typed, action) in cases {
        assert_eq!(keymap.lookup(&ON_REPORT, &[Key::char(typed)]), Lookup::Run(action), "{typed}");
    }
    let handover = [Layer::Handover, Layer::Desk];
    assert_eq!(keymap.lookup(&handover, &[Key::char('\u{3000}')]), Lookup::Run(Action::HandoverReadBack));
    assert_eq!(keymap.lookup(&handover, &[Key::char('＋')]), Lookup::Run(Action::HandoverAddendum));
    assert_eq!(
        keymap.lookup(&ON_REPORT, &[Key::char('ｘ'), Key::char('ｔ')]),
        Lookup::Run(Action::ReportTransfer)
    );
}

#[test]
fn after_a_prefix_the_keys_that_may_follow_are_listed_in_order() {
    let wanted: Vec<Next> = [
        ('c', Action::ReportCancel),
        ('d', Action::ReportDuplicate),
        ('p', Action::ReportDecline),
        ('t', Action::ReportTransfer),
        ('u', Action::ReportUnfounded),
    ]
    .into_iter()
    .map(|(c, action)| Next { key: Key::char(c), then: Then::Run(action) })
    .collect();
    assert_eq!(press(&keys::defaults(), &ON_REPORT, "x"), Lookup::Pending(wanted));
}

#[test]
fn layers_that_wait_for_the_same_prefix_are_listed_together() {
    let own = dutydesk::config::Source::new(
        "own.toml",
        "[report]\nreport-note = [\"g n\"]\nreport-amend = [\"g g\"]\nreport-close = [\"g c c\", \"g c d\"]\n",
    );
    let (keymap, _) = keys::load(&[], &[own]);
    let next = |c, then| Next { key: Key::char(c), then };
    assert_eq!(
        press(&keymap, &ON_REPORT, "g"),
        Lookup::Pending(vec![
            next('c', Then::More(2)),
            next('g', Then::Run(Action::ReportAmend)),
            next('n', Then::Run(Action::ReportNote)),
        ])
    );
    assert_eq!(press(&keymap, &ON_REPORT, "g g"), Lookup::Run(Action::ReportAmend));
    assert_eq!(press(&keymap, &[Layer::Unit, Layer::List], "g g"), Lookup::Run(Action::Top));
}

#[test]
fn vim_keys_move_and_acknowledging_makes_room() {
    let (keymap, _) = keys::load(&[Overlay::Vim], &[]);
    let layers = [Layer::Escalation, Layer::List, Layer::Desk];
    let cases = [
        ("j", Action::Down),
        ("k", Action::Up),
        ("h", Action::PreviousPane),
        ("l", Action::NextPane),
        ("ctrl-d", Action::PageDown),
        ("ctrl-u", Action::PageUp),
        ("g g", Action::Top),
        ("G", Action::Bottom),
        ("K", Action::EscalationAcknowledge),
        ("down", Action::Down),
        ("q", Action::Quit),
    ];
    for (keys, action) in cases {
        assert_eq!(press(&keymap, &layers, keys), Lookup::Run(action), "{keys}");
    }
}

#[test]
fn function_keys_come_first_in_hints_and_the_letters_still_work() {
    let (keymap, _) = keys::load(&[Overlay::FKeys], &[]);
    let hint = |action, layers: &[Layer]| keymap.hint(action, layers).unwrap().to_string();
    assert_eq!(hint(Action::Help, &[Layer::Desk]), "F1");
    assert_eq!(hint(Action::ReportDispatch, &ON_REPORT), "F5");
    assert_eq!(hint(Action::Quit, &ON_REPORT), "F10");
    assert_eq!(press(&keymap, &ON_REPORT, "a"), Lookup::Run(Action::ReportAccept));
    assert_eq!(keymap.hint(Action::ReportAccept, &[Layer::Desk]), None);
    assert_eq!(keymap.hint(Action::ReloadKeys, &[Layer::Desk]), None);
}

#[test]
fn the_key_of_an_action_in_two_layers_is_the_one_of_the_topmost() {
    let keymap = keys::defaults();
    let keys: Vec<String> = keymap.keys_of(Action::EditHome, Layer::Menu).map(ToString::to_string).collect();
    assert_eq!(keys, ["home", "ctrl-a"]);
}

#[test]
fn key_names_are_read_in_any_case_and_written_in_one() {
    let cases = [
        ("a", "a"),
        ("A", "A"),
        ("shift-a", "A"),
        ("Ctrl-S", "ctrl-s"),
        ("ctrl-alt-x", "ctrl-alt-x"),
        ("alt-X", "alt-X"),
        ("alt-enter", "alt-enter"),
        ("shift-f5", "shift-F5"),
        ("F12", "F12"),
        ("PageUp", "pageup"),
        ("shift-tab", "backtab"),
        ("space", "space"),
        ("ctrl-space", "ctrl-space"),
        ("-", "-"),
        ("ctrl--", ""),
        ("alt--", "alt--"),
        ("+", "+"),
        ("警", "警"),
        ("ctrl-i", "tab"),
        ("ctrl-m", "enter"),
        ("ctrl-h", "backspace"),
        ("ctrl-alt-m", "alt-enter"),
        ("ctrl-alt-[", ""),
        ("ctrl-[", "esc"),
        ("ctrl-shift-up", "ctrl-shift-up"),
        ("ctrl-alt-delete", "ctrl-alt-delete"),
    ];
    for (name, shown) in cases {
        let read = name.parse::<Key>().map(|key| key.to_string()).unwrap_or_default();
        assert_eq!(read, shown, "{name}");
    }
}

#[test]
fn names_that_are_no_keys_and_keys_that_no_terminal_sends_are_told_apart() {
    for name in ["", "enterr", "f0", "f13", "ctrl-", "hyper-x", "ab", "\u{1b}", "\u{200b}", "\t", "shift-"] {
        assert_eq!(name.parse::<Key>(), Err(BadKey::Unknown), "{name:?}");
    }
    for name in
        ["ctrl-enter", "shift-enter", "ctrl-1", "shift-1", "ctrl-警", "shift-esc", "ctrl-tab", "ctrl-shift-a"]
    {
        assert_eq!(name.parse::<Key>(), Err(BadKey::Unsendable), "{name:?}");
    }
}

#[test]
fn sequences_have_one_to_four_keys() {
    assert_eq!("  ".parse::<Sequence>(), Err(BadSequence::Empty));
    assert_eq!("a b c d e".parse::<Sequence>(), Err(BadSequence::TooLong));
    assert_eq!(" g   g ".parse::<Sequence>().unwrap().to_string(), "g g");
    assert_eq!("？".parse::<Sequence>(), "?".parse::<Sequence>());
}

#[test]
fn why_names_the_layer_that_answers_and_the_line_it_stands_in() {
    let own = dutydesk::config::Source::new("own.toml", "[report]\nreport-note = [\"q\", \"a\"]\n");
    let (keymap, _) = keys::load(&[], &[own]);
    let reasons = keys::why(&keymap, &ON_REPORT, &[Key::char('q')]);
    let told: Vec<_> = reasons.iter().map(|reason| (reason.layer, reason.reached)).collect();
    assert_eq!(told, [(Layer::Report, true), (Layer::List, false), (Layer::Desk, false)]);
    let Found::Runs { action, origin } = &reasons[0].found else { panic!("{:?}", reasons[0]) };
    assert_eq!((*action, &*origin.file, origin.line), (Action::ReportNote, "own.toml", 2));
    assert_eq!(reasons[1].found, Found::Unbound);
    let Found::Runs { action, origin } = &reasons[2].found else { panic!("{:?}", reasons[2]) };
    assert_eq!((*action, &*origin.file), (Action::Quit, "keymaps/default.toml"));

    let reasons = keys::why(&keymap, &ON_REPORT, &[Key::char('ａ')]);
    let before: Vec<_> =
        reasons[0].before.iter().map(|lost| (lost.binding.action, &*lost.to.file, lost.to.line)).collect();
    assert_eq!(before, [(Action::ReportAccept, "own.toml", 2)]);
}

#[test]
fn why_tells_text_and_prefixes_from_nothing() {
    let keymap = keys::defaults();
    assert_eq!(keys::why(&keymap, &IN_FORM, &[Key::char('q')])[0].found, Found::Types);
    assert!(!keys::why(&keymap, &IN_FORM, &[Key::char('q')])[1].reached);
    let Found::Waits(next) = &keys::why(&keymap, &ON_REPORT, &[Key::char('x')])[0].found else { panic!() };
    assert_eq!(next.len(), 5);
    assert_eq!(keys::why(&keymap, &ON_REPORT, &[Key::char('y')])[0].found, Found::Unbound);
}

fn any_key() -> impl Strategy<Value = Key> {
    let named = Key::names().collect::<Vec<_>>();
    let base = prop_oneof![
        prop::sample::select(named).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[ -~]".prop_map(String::from),
    ];
    (base, any::<[bool; 3]>()).prop_filter_map("not a key", |(base, held)| {
        let held: String = ["ctrl-", "alt-", "shift-"]
            .iter()
            .zip(held)
            .filter(|(_, held)| *held)
            .map(|(name, _)| *name)
            .collect();
        format!("{held}{base}").parse().ok()
    })
}

proptest! {
    #[test]
    fn every_key_is_read_back_from_its_name(key in any_key()) {
        prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
    }

    #[test]
    fn folding_twice_changes_nothing_more(c in any::<char>()) {
        let once = Key::char(c).folded();
        prop_assert_eq!(once.folded(), once);
        prop_assert!(matches!(once.code, KeyCode::Char(_)));
    }

    #[test]
    fn no_text_is_too_odd_for_a_key_name(text in any::<String>()) {
        let _ = text.parse::<Sequence>();
    }
}

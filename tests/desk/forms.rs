//! Forms: what is filled in becomes a command; what is missing is said where it is missing.

use crate::overlays::stand::Stand;
use crate::samples::{self, e2, h1, r31};
use dutydesk::domain::command::{Amendment, EscalationCommand, HandoverCommand, ReportCommand, UnitCommand};
use dutydesk::domain::place::Level;
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::{Priority, Source};
use dutydesk::domain::{Command, Lang, Refusal, Secret};
use dutydesk::ui::form::{Form, Purpose, Slot};
use dutydesk::ui::overlay::Submitted;

fn open(purpose: Purpose) -> Stand {
    Stand::with(Lang::En, |setting| Form::new(purpose, setting))
}

fn new_report() -> Stand {
    Stand::with(Lang::En, Form::new_report)
}

fn report(stand: &Stand) -> &ReportCommand {
    match stand.command() {
        Command::Report(command) => command,
        other => panic!("{other:?}"),
    }
}

fn incoming(stand: &Stand) -> &dutydesk::domain::command::Incoming {
    match report(stand) {
        ReportCommand::Receive(incoming) => incoming,
        other => panic!("{other:?}"),
    }
}

#[test]
fn call_is_logged_with_the_narrative_alone() {
    let mut stand = new_report();
    stand.press("一人在粮站门口<ctrl-s>");
    let incoming = incoming(&stand);
    assert_eq!(incoming.telling.narrative.as_str(), "一人在粮站门口");
    assert_eq!((incoming.source, incoming.event_at), (Source::Phone, None));
    assert!(incoming.telling.incident_type.is_none() && incoming.telling.beat.is_none());
}

#[test]
fn whole_intake_goes_by_enter_and_the_last_field_saves() {
    let mut stand = new_report();
    stand.press("loud music<enter>North St 12<enter>s3<enter>noise<enter>4<enter>");
    stand.press("Wang<enter>5550123<enter>Mill Co<enter>5550124<enter>hot<enter>-10<enter>");
    let told = &incoming(&stand).telling;
    assert_eq!((told.place.as_str(), told.beat.as_ref().unwrap().as_str()), ("North St 12", "S3"));
    assert_eq!(told.incident_type.as_ref().unwrap().as_str(), "noise");
    assert_eq!(told.priority, Some(Priority::P4));
    assert_eq!((told.caller_name.as_str(), told.caller_phone.as_str()), ("Wang", "5550123"));
    assert_eq!((told.other_name.as_str(), told.other_phone.as_str()), ("Mill Co", "5550124"));
    assert_eq!(incoming(&stand).source, Source::Hotline);
    assert_eq!(incoming(&stand).event_at, "2026-11-21T22:37:03+08:00".parse().ok());
}

#[test]
fn type_and_priority_are_proposed_and_taken_when_the_officer_leaves_them() {
    let mut stand = new_report();
    stand.press("bicycle STOLEN");
    assert!(stand.screen().contains("~ Theft"), "{}", stand.screen());
    assert!(stand.screen().contains("~ P3"), "{}", stand.screen());
    stand.press("<ctrl-s>");
    assert_eq!(incoming(&stand).telling.incident_type, Some("theft".into()));
    assert_eq!(incoming(&stand).telling.priority, Some(Priority::P3));
}

#[test]
fn proposal_never_overrides_what_the_officer_chose() {
    let mut stand = new_report();
    stand.press("<tab><tab><tab>noise<tab>2<tab><backtab><backtab><backtab><backtab><backtab>");
    stand.press("two men fight, bicycle stolen<ctrl-s>");
    assert_eq!(incoming(&stand).telling.incident_type, Some("noise".into()));
    assert_eq!(incoming(&stand).telling.priority, Some(Priority::P2));
}

#[test]
fn proposal_that_is_deleted_stays_away() {
    let mut stand = new_report();
    stand.press("two men fight<tab><tab><tab><backspace>");
    assert!(!stand.screen().contains('~'), "{}", stand.screen());
    stand.press("<backtab><backtab><backtab> and bicycle stolen<ctrl-s>");
    assert_eq!(incoming(&stand).telling.incident_type, None);
    assert_eq!(incoming(&stand).telling.priority, None);
}

#[test]
fn most_urgent_of_several_types_is_proposed_with_the_priority_of_a_chosen_type() {
    let mut stand = new_report();
    stand.press("noise, and now they fight");
    assert!(stand.screen().contains("~ Fight"), "{}", stand.screen());
    stand.press("<tab><tab><tab>theft<tab>");
    assert!(stand.screen().contains("~ P3"), "{}", stand.screen());
}

#[test]
fn choice_is_found_by_code_and_by_name_in_either_language() {
    for typed in ["theft", "THE", "盗", "窃", "ｔｈｅｆｔ"] {
        let mut stand = new_report();
        stand.press("x<tab><tab><tab>").press(typed).press("<ctrl-s>");
        assert_eq!(incoming(&stand).telling.incident_type, Some("theft".into()), "{typed}");
    }
}

#[test]
fn typed_choice_that_matches_nothing_stays_and_is_complained_about() {
    let mut stand = new_report();
    stand.press("x<tab><tab>zz<tab>");
    assert!(stand.screen().contains("none of the choices"), "{}", stand.screen());
    assert_eq!(stand.form().content(Slot::Of(Field::Beat)), "zz");
    stand.press("<ctrl-s>");
    assert!(stand.submitted.is_none());
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Beat)));
    stand.press("<esc><ctrl-s>");
    assert_eq!(incoming(&stand).telling.beat, None);
}

#[test]
fn list_opens_by_enter_moves_by_arrows_and_closes_by_esc_before_the_form() {
    let mut stand = new_report();
    stand.press("x<tab><tab><enter>");
    assert!(stand.screen().contains("South 1"), "{}", stand.screen());
    stand.press("<down><down><enter>");
    assert_eq!(stand.form().content(Slot::Of(Field::Beat)), "S1");
    stand.press("<backtab><enter>");
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Type)), "a chosen value is gone over by Enter");
    stand.press("<enter>");
    assert!(stand.screen().contains("Noise"), "{}", stand.screen());
    stand.press("<esc>");
    assert!(stand.overlay.is_some());
    stand.press("<esc>");
    assert!(stand.overlay.is_none());
}

#[test]
fn arrows_walk_through_the_lines_of_the_narrative_then_to_the_next_field() {
    let mut stand = new_report();
    stand.press("one<alt-enter>two<up>");
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Narrative)));
    stand.press("!<down><down>");
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Place)));
    assert_eq!(stand.form().content(Slot::Of(Field::Narrative)), "one!\ntwo");
    stand.press("<alt-enter>");
    assert_eq!(stand.form().content(Slot::Of(Field::Place)), "");
}

#[test]
fn empty_narrative_is_asked_for_where_it_is_missing() {
    let mut stand = new_report();
    stand.press("<tab>North St<ctrl-s>");
    assert!(stand.submitted.is_none());
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Narrative)));
    assert!(stand.screen().contains("! This must be filled in."), "{}", stand.screen());
}

#[test]
fn time_is_read_as_it_is_typed_and_bad_ones_are_told() {
    let mut stand = new_report();
    stand.press("x<backtab>23:10");
    assert!(stand.screen().contains("= "), "{}", stand.screen());
    stand.press("<ctrl-s>");
    assert_eq!(
        incoming(&stand).event_at,
        "2026-11-20T23:10:00+08:00".parse().ok(),
        "the last 23:10 was yesterday"
    );
    for (typed, word) in [("soon", "is no time"), ("2026-11-22 08:00", "ahead of the clock")] {
        let mut stand = new_report();
        stand.press("x<backtab>").press(typed).press("<ctrl-s>");
        assert!(stand.submitted.is_none() && stand.screen().contains(word), "{}", stand.screen());
    }
}

#[test]
fn full_width_time_of_an_input_method_is_read() {
    let mut stand = new_report();
    stand.press("x<backtab>２２：１０<ctrl-s>");
    assert_eq!(incoming(&stand).event_at, "2026-11-21T22:10:00+08:00".parse().ok());
}

#[test]
fn amendment_carries_only_what_was_changed() {
    let mut before = samples::report();
    before.telling.narrative = "a fight".into();
    let open = || Stand::with(Lang::En, |setting| Form::amend(&before, setting));
    let mut stand = open();
    stand.press("<ctrl-s>");
    assert!(stand.screen().contains("Nothing was changed"), "{}", stand.screen());
    stand.press(", two men<tab><tab>s1<tab><tab>2<ctrl-s>");
    let changes = Amendment {
        narrative: Some("a fight, two men".into()),
        beat: Some("S1".into()),
        priority: Some(Priority::P2),
        ..Amendment::default()
    };
    assert_eq!(*report(&stand), ReportCommand::Amend { id: r31(), changes: Box::new(changes) });
    let mut stand = open();
    stand.press("<tab><tab><tab><ctrl-u><ctrl-s>");
    assert!(stand.screen().contains("not emptied"), "{}", stand.screen());
}

#[test]
fn report_forms_become_their_commands() {
    let id = r31();
    let cases = [
        (Purpose::Note { id }, "called back<enter>", ReportCommand::Note { id, text: "called back".into() }),
        (
            Purpose::Resolve { id },
            "parted<enter>settled<enter>",
            ReportCommand::Resolve { id, result: "parted".into(), disposition: Some("settled".into()) },
        ),
        (
            Purpose::Transfer { id },
            "Traffic<enter>not<enter>",
            ReportCommand::Transfer { id, to: "Traffic".into(), reason: "not-ours".into() },
        ),
        (
            Purpose::Duplicate { id },
            "30<enter>",
            ReportCommand::MarkDuplicate { id, of: samples::id("R-20261121-030") },
        ),
        (Purpose::Cancel { id }, "<down><enter>", ReportCommand::Cancel { id, reason: "called-off".into() }),
        (
            Purpose::Unfounded { id },
            "not<enter>",
            ReportCommand::MarkUnfounded { id, reason: "nothing".into() },
        ),
        (Purpose::Reopen { id }, "again<enter>", ReportCommand::Reopen { id, reason: "again".into() }),
    ];
    for (purpose, keys, command) in cases {
        let mut stand = open(purpose);
        stand.press(keys);
        assert_eq!(*report(&stand), command);
    }
}

#[test]
fn closing_asks_only_for_the_answer_when_the_disposition_is_given() {
    let given = "settled".into();
    let mut stand = Stand::with(Lang::En, |setting| Form::close(r31(), Some(&given), setting));
    stand.press("<down><enter>");
    let (disposition, answer) = (Some("settled".into()), Some("by-phone".into()));
    assert_eq!(*report(&stand), ReportCommand::Close { id: r31(), disposition, answer });
}

#[test]
fn duplicate_of_itself_or_of_nothing_readable_is_told() {
    for (typed, word) in
        [("31", "duplicate of itself"), ("E-20261121-002", "no report number"), ("x", "no report number")]
    {
        let mut stand = open(Purpose::Duplicate { id: r31() });
        stand.press(typed).press("<ctrl-s>");
        assert!(stand.submitted.is_none() && stand.screen().contains(word), "{}", stand.screen());
    }
}

#[test]
fn escalation_goes_one_level_up_with_a_reason() {
    let raise = |reached| {
        let mut stand = Stand::with(Lang::En, |setting| Form::escalate(r31(), reached, setting));
        stand.press("help<enter>two hurt<enter>");
        stand.command().clone()
    };
    let to = |to| {
        Command::Escalation(EscalationCommand::Raise {
            on: r31(),
            to,
            reason: "help".into(),
            note: "two hurt".into(),
        })
    };
    assert_eq!(raise(None), to(Level::Town));
    assert_eq!(raise(Some(Level::Town)), to(Level::District));
}

#[test]
fn acknowledgement_and_check_in_forms_become_their_commands() {
    let mut stand = open(Purpose::Acknowledge { id: e2() });
    stand.press("on my way<enter>");
    let reply = EscalationCommand::Acknowledge { id: e2(), reply: "on my way".into() };
    assert_eq!(*stand.command(), Command::Escalation(reply));
    let mut stand = open(Purpose::CheckIn { unit: "patrol1".into() });
    stand.press("三桥<enter>");
    let check_in = UnitCommand::CheckIn { unit: "patrol1".into(), place: "三桥".into() };
    assert_eq!(*stand.command(), Command::Unit(check_in));
}

#[test]
fn handover_is_signed_only_without_blanks() {
    let remarks: std::collections::BTreeMap<_, _> = [(r31(), "may come back".into())].into();
    let signs = |lang| Stand::with(lang, |setting| Form::sign(&"0142".into(), remarks.clone(), setting));
    let mut stand = signs(Lang::Zh);
    stand.press("yn<ctrl-s>");
    assert_eq!(stand.form().focus(), Some(Slot::Equipment(2)));
    assert!(stand.submitted.is_none());
    stand.press("是平安<enter><enter>my passphrase<enter>");
    let sign = HandoverCommand::Sign {
        officer: "0142".into(),
        passphrase: Secret("my passphrase".to_owned()),
        remarks: remarks.clone(),
        words: "平安".into(),
        equipment: vec![
            ("钥匙".to_owned(), true),
            ("对讲机（6 台）".to_owned(), false),
            ("警车".to_owned(), true),
        ],
    };
    assert_eq!(*stand.command(), Command::Handover(sign));
}

#[test]
fn handover_is_accepted_read_back_and_added_to() {
    let mut stand = open(Purpose::AcceptHandover { id: h1(), read_back: vec![r31()] });
    assert_eq!(stand.form().focus(), Some(Slot::Officer));
    stand.press("0156<enter>");
    assert!(stand.screen().contains("Zhou Min"), "{}", stand.screen());
    stand.press("secret words<enter>radio 4 missing<enter>");
    let accept = HandoverCommand::Accept {
        id: h1(),
        officer: "0156".into(),
        passphrase: Secret("secret words".to_owned()),
        read_back: vec![r31()],
        reservations: "radio 4 missing".into(),
    };
    assert_eq!(*stand.command(), Command::Handover(accept));
    let mut stand = open(Purpose::Addendum { id: h1() });
    stand.press("found it<enter>");
    assert_eq!(
        *stand.command(),
        Command::Handover(HandoverCommand::Add { id: h1(), text: "found it".into() })
    );
}

#[test]
fn remark_goes_to_the_console_and_may_be_emptied() {
    let mut stand = Stand::with(Lang::En, |setting| Form::remark(r31(), "before", setting));
    stand.press("<ctrl-u><enter>");
    assert_eq!(stand.submitted, Some(Submitted::Remark { on: r31(), text: "".into() }));
}

#[test]
fn sign_in_hides_the_passphrase_everywhere() {
    let mut stand = open(Purpose::SignIn);
    stand.press("０１４２<tab>open sesame");
    assert!(
        !stand.screen().contains("sesame") && stand.screen().contains("***********"),
        "{}",
        stand.screen()
    );
    assert!(!format!("{:?}", stand.overlay).contains("sesame"));
    assert_eq!(stand.form().draft(), None);
    assert_eq!(stand.form().to_body().unwrap().as_str(), "{\"officer\":\"０１４２\"}");
    stand.press("<enter>");
    let passphrase = Secret("open sesame".to_owned());
    assert_eq!(stand.submitted, Some(Submitted::SignIn { officer: "0142".into(), passphrase }));
}

#[test]
fn debug_of_a_form_shows_nothing_that_was_typed() {
    let mut stand = new_report();
    stand.press("CANARY<tab>CANARY<tab>CANARY");
    assert!(!format!("{:?}", stand.overlay).contains("CANARY"));
    let stand = Stand::with(Lang::En, |setting| Form::amend(&samples::report(), setting));
    assert!(!format!("{:?}", stand.overlay).contains(samples::CANARY));
}

#[test]
fn refusal_points_at_its_field() {
    let mut stand = new_report();
    stand.press("x<ctrl-s>");
    assert!(stand.form().is_waiting());
    stand.press("lost?");
    assert_eq!(
        stand.form().content(Slot::Of(Field::Narrative)),
        "x",
        "nothing is typed while the desk has it"
    );
    stand.form_mut().refuse(&Refusal::UnknownBeat { code: "S9".into() });
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Beat)));
    assert!(stand.screen().contains("S9"), "{}", stand.screen());
    stand.press("s1<ctrl-s>");
    assert_eq!(incoming(&stand).telling.beat, Some("S1".into()));
}

#[test]
fn wrong_passphrase_is_typed_anew() {
    let mut stand = open(Purpose::SignIn);
    stand.press("0142<tab>not the one<enter>");
    stand.form_mut().refuse(&Refusal::PassphraseWrong { officer: "0142".into() });
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Passphrase)));
    assert_eq!(stand.form().content(Slot::Of(Field::Passphrase)), "");
    assert_eq!(stand.form().content(Slot::Officer), "0142");
}

#[test]
fn refusal_about_no_field_is_told_at_the_foot() {
    let mut stand = open(Purpose::Note { id: r31() });
    stand.press("x<ctrl-s>");
    stand.form_mut().refuse(&Refusal::NotFound { what: "R-20261121-031".to_owned() });
    assert!(stand.screen().contains("! "), "{}", stand.screen());
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Note)));
}

#[test]
fn too_long_a_text_is_refused_plainly() {
    let mut stand = new_report();
    stand.press("<tab>").paste(&"长".repeat(201));
    assert!(stand.screen().contains("at most 200 characters"), "{}", stand.screen());
    assert_eq!(stand.form().content(Slot::Of(Field::Place)), "");
    stand.paste("North\u{1b}[0m St");
    assert!(stand.screen().contains("One control character was left out"), "{}", stand.screen());
}

#[test]
fn space_opens_the_list_also_where_something_is_proposed() {
    let mut stand = new_report();
    stand.press("bicycle stolen<tab><tab><tab> ");
    assert!(stand.screen().contains("Noise"), "{}", stand.screen());
    stand.press("<down><enter>");
    assert_eq!(stand.form().content(Slot::Of(Field::Type)), "fight");
}

#[test]
fn english_pattern_is_found_only_where_a_word_begins() {
    for (narrative, proposed) in [("a firefight", false), ("Fighting outside", true), ("门口打架了", true)]
    {
        let mut stand = new_report();
        stand.press(narrative);
        assert_eq!(stand.screen().contains("~ Fight"), proposed, "{}", stand.screen());
    }
}

#[test]
fn form_waits_for_the_desk_and_can_be_saved_again_when_no_answer_came() {
    let mut stand = open(Purpose::Note { id: r31() });
    stand.press("x<ctrl-s>");
    stand.submitted = None;
    stand.press("<ctrl-s><enter>");
    assert!(stand.submitted.is_none(), "a second press sends nothing twice");
    stand.form_mut().unanswered();
    assert!(stand.screen().contains("Not confirmed"), "{}", stand.screen());
    stand.press("<ctrl-s>");
    assert!(stand.submitted.is_some());
}

#[test]
fn several_matches_are_never_taken_by_guess() {
    let mut stand = new_report();
    stand.press("x<tab><tab>south<tab>");
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Beat)), "{}", stand.screen());
    assert!(stand.screen().contains("Several match"), "{}", stand.screen());
    stand.press("<ctrl-s>");
    assert!(stand.submitted.is_none());
    stand.press(" 1<tab>");
    assert_eq!(stand.form().content(Slot::Of(Field::Beat)), "S1", "one match is left");
    stand.press("<backtab>south<down><tab><ctrl-s>");
    assert!(incoming(&stand).telling.beat.is_some(), "one of them was gone to");
}

#[test]
fn taken_over_by_who_sits_here_unless_it_is_the_one_who_signed() {
    let open = |sits: &str| {
        let (sits, signed) = (sits.into(), "0142".into());
        Stand::with(Lang::En, |setting| {
            let purpose = Purpose::AcceptHandover { id: h1(), read_back: vec![] };
            Form::accept_handover(purpose, Some(&sits), Some(&signed), setting)
        })
    };
    assert_eq!(open("0142").form().focus(), Some(Slot::Officer));
    let other = open("0156");
    assert_eq!(other.form().focus(), Some(Slot::Of(Field::Passphrase)));
    assert_eq!(other.form().content(Slot::Officer), "0156");
}

#[test]
fn draft_of_a_take_over_never_leaves_the_caret_in_the_clear() {
    let purpose = || Purpose::AcceptHandover { id: h1(), read_back: vec![] };
    let mut stand = open(purpose());
    stand.press("0156<tab>secret<tab>radio 4 missing");
    let body = stand.form().to_body().unwrap();
    let mut form = open(purpose()).form().clone();
    assert!(form.from_body(&body, stand.now, &stand.setting()));
    assert_eq!(form.focus(), Some(Slot::Of(Field::Passphrase)));
}

#[test]
fn text_with_control_characters_is_corrected_elsewhere_without_touching_it() {
    let mut before = samples::report();
    before.telling.narrative = "the \u{1b}[31mred".into();
    let open = || Stand::with(Lang::En, |setting| Form::amend(&before, setting));
    let shown = open().screen();
    assert!(shown.contains("the <ESC>[31mred"), "{shown}");
    let mut stand = open();
    stand.press("<tab><tab>s1<ctrl-s>");
    let ReportCommand::Amend { changes, .. } = report(&stand) else { panic!("{:?}", stand.submitted) };
    assert_eq!(changes.narrative, None);
    assert_eq!(changes.beat, Some("S1".into()));
}

#[test]
fn what_is_chosen_is_called_by_its_name_and_the_code_stands_in_the_list() {
    let mut stand = new_report();
    stand.press("<tab><tab>s1");
    assert!(stand.screen().contains("> S1"), "{}", stand.screen());
    stand.press("<tab>noi");
    assert!(!stand.screen().contains("S1 ") && stand.screen().contains("South 1"), "{}", stand.screen());
    assert!(!stand.screen().contains("noise Noise"), "{}", stand.screen());
}

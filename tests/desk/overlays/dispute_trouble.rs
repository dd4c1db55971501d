//! Forms on disputes when something is wrong: bad input and refusals at their field, drafts, nothing told of anybody.

use super::disputed::{agreed, d7, mediating, open};
use super::stand::Stand;
use dutydesk::domain::dispute::DisputeStep;
use dutydesk::domain::dispute::refusal::DisputeRefusal;
use dutydesk::domain::refusal::Field;
use dutydesk::domain::{Lang, Refusal};
use dutydesk::ui::form::{DisputeForm, Form, Purpose, Slot};

fn own(name: &'static str) -> Slot {
    Slot::Own(name)
}

fn new_dispute() -> Stand {
    Stand::with(Lang::En, |setting| Form::dispute(DisputeForm::New { from: None }, None, setting))
}

#[test]
fn bad_input_is_told_at_its_field() {
    let line = |name, n| Slot::Line(name, n);
    let (id, rest) = (d7(), "<tab>x<tab>oral<enter>123<ctrl-s>");
    let cases: Vec<(DisputeForm, String, Slot, &str)> = vec![
        (DisputeForm::Sit { id }, "<tab>x<ctrl-s>".into(), own("came"), "must be filled in"),
        (DisputeForm::Sit { id }, "1<tab>x<tab>soon<ctrl-s>".into(), own("next-at"), "no time to come"),
        (
            DisputeForm::Sit { id },
            "1<tab>x<tab><tab>Hall<ctrl-s>".into(),
            own("next-at"),
            "must be filled in",
        ),
        (DisputeForm::Sit { id }, "1<tab>x<tab><tab><tab>23:59 x<ctrl-s>".into(), own("began"), "no time"),
        (
            DisputeForm::Sit { id },
            "1<tab>x<tab><tab><tab><tab><tab><backspace><ctrl-s>".into(),
            line("mediator", 1),
            "must be filled in",
        ),
        (DisputeForm::Plan { id }, "2026-11-20 14:00<ctrl-s>".into(), own("at"), "no time to come"),
        (
            DisputeForm::Agree { id },
            format!("<tab>pays<tab><tab>{rest}"),
            line("who", 1),
            "must be filled in",
        ),
        (DisputeForm::Agree { id }, format!("1<tab><tab><tab>{rest}"), line("what", 1), "must be filled in"),
        (DisputeForm::Agree { id }, format!("1<tab>x<tab>20-20<tab>{rest}"), line("due", 1), "no day"),
        (DisputeForm::Agree { id }, format!("1<tab>x<tab><tab>1.234{rest}"), line("amount", 1), "no amount"),
        (
            DisputeForm::Agree { id },
            "<tab><tab><tab><tab><tab>oral<enter>123<ctrl-s>".into(),
            line("who", 1),
            "Nothing is agreed",
        ),
        (DisputeForm::Extend { id }, "ten<tab>123<tab>x<ctrl-s>".into(), Slot::Days, "days"),
        (DisputeForm::Extend { id }, "10<tab><tab>x<ctrl-s>".into(), own("consents"), "must be filled in"),
        (DisputeForm::Link { id }, "E-20261121-002<ctrl-s>".into(), own("link-to"), "no number"),
        (DisputeForm::DrawUp { id }, "x<tab>0156<tab>never<ctrl-s>".into(), own("result-by"), "no day"),
        (
            DisputeForm::AddParty { id },
            "Zhao<tab>third<tab><tab><tab><tab>5550199<ctrl-s>".into(),
            own("speaker"),
            "must be filled in",
        ),
    ];
    for (form, keys, slot, word) in cases {
        let mut stand = open(Lang::En, form.clone(), &mediating());
        stand.press(&keys);
        assert!(stand.submitted.is_none(), "{form:?} {keys}");
        assert_eq!(stand.form().focus(), Some(slot), "{form:?} {keys}\n{}", stand.screen());
        assert!(stand.screen().contains(word), "{form:?} {keys}\n{}", stand.screen());
    }
    let mut stand = new_dispute();
    stand.press("x<tab><tab><tab>land<tab><tab>Wang<tab><tab>Li<ctrl-n>Zhao<ctrl-s>");
    assert_eq!(stand.form().focus(), Some(line("side-role", 3)), "{}", stand.screen());
}

#[test]
fn refusal_of_the_desk_stands_at_the_field_that_it_is_about() {
    let id = d7();
    let missing = DisputeRefusal::NeedsAssent { id, step: DisputeStep::Agree, missing: vec![3] };
    let cannot = DisputeRefusal::CannotMediate { officer: "0156".into() };
    let unknown = Refusal::NotFound { what: "0156".to_owned() };
    let no = |refusal| Refusal::Dispute(Box::new(refusal));
    let agreement = "1<tab>x<tab><tab><tab><tab>oral<enter>12<backtab><backtab><ctrl-s>";
    let cases = [
        (DisputeForm::Agree { id }, agreement, no(missing), own("assents")),
        (
            DisputeForm::Sit { id },
            "1<tab>x<ctrl-n>0156<ctrl-s>",
            no(cannot.clone()),
            Slot::Line("mediator", 2),
        ),
        (DisputeForm::Assign { id }, "<ctrl-s>", no(cannot), own("answers-for")),
        (DisputeForm::DrawUp { id }, "x<tab>0156<tab>30d<ctrl-s>", unknown, own("responsible")),
        (DisputeForm::Note { id }, "x<ctrl-s>", Refusal::Empty { field: Field::Note }, Slot::Of(Field::Note)),
    ];
    for (form, keys, refusal, slot) in cases {
        let mut stand = open(Lang::En, form, &mediating());
        stand.press(keys);
        assert!(stand.submitted.is_some(), "{}", stand.screen());
        stand.form_mut().refuse(&refusal);
        assert_eq!(stand.form().focus(), Some(slot), "{}", stand.screen());
        assert!(!stand.form().is_waiting());
    }
}

#[test]
fn nobody_is_ticked_but_by_the_officer() {
    let id = d7();
    let forms = [
        (DisputeForm::Sit { id }, "came"),
        (DisputeForm::Agree { id }, "assents"),
        (DisputeForm::SeekConfirmation { id }, "asking"),
        (DisputeForm::Extend { id }, "consents"),
    ];
    for (form, name) in forms {
        let stand = open(Lang::En, form, &agreed());
        assert_eq!(stand.form().content(own(name)), "");
    }
}

#[test]
fn half_filled_agreement_comes_back_with_all_its_lines() {
    let mut stand = open(Lang::Zh, DisputeForm::Agree { id: d7() }, &mediating());
    stand.press("2<enter>赔偿<enter>12-31<enter>3000<ctrl-n><tab>only what<ctrl-n>1<tab><tab><tab><tab>又<tab>书面<tab>13");
    let draft = stand.form().draft().unwrap();
    assert_eq!(draft.form, "dispute-agree D-20261121-007");
    let mut again = open(Lang::Zh, DisputeForm::Agree { id: d7() }, &mediating());
    let mut form = again.form().clone();
    assert!(form.from_body(&draft.body.clone().unwrap(), again.now, &again.setting()));
    *again.form_mut() = form;
    assert_eq!(again.form().draft().unwrap(), draft);
    assert_eq!(again.form().content(Slot::Line("who", 3)), "1");
    assert_eq!(again.form().content(own("assents")), "1,3");
    // Emptied as a whole and brought back, lines and all.
    again.press("<backtab><backtab><ctrl-u><ctrl-u>");
    assert_eq!(again.form().to_body(), None);
    assert_eq!(again.form().content(Slot::Line("who", 3)), "");
    again.press("<ctrl-u>");
    assert_eq!(again.form().content(Slot::Line("who", 3)), "1");
    assert_eq!(again.form().content(Slot::Line("what", 2)), "only what");
}

#[test]
fn what_was_typed_about_one_obligation_is_no_draft_for_another() {
    let name = |n| Purpose::Dispute(DisputeForm::Settle { id: d7(), n }).draft_name();
    assert_eq!(name(Some(2)).unwrap(), "dispute-settle D-20261121-007 2");
    assert!(name(Some(2)) != name(Some(3)) && name(None) != name(Some(2)));
}

#[test]
fn debug_shows_nobody() {
    let mut stand = open(Lang::En, DisputeForm::Settle { id: d7(), n: None }, &agreed());
    stand.press("2<enter>kept<enter>CANARY");
    let shown = format!("{:?} {:?}", stand.form(), stand.overlay);
    for hidden in ["王芳", "Li Na", "fence", "CANARY"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
}

//! Drafts: what the desk keeps of a form, and how it comes back.

use super::stand::Stand;
use crate::samples::{self, r31};
use dutydesk::domain::refusal::Field;
use dutydesk::domain::{Lang, Private};
use dutydesk::ui::form::{Form, Purpose, Slot};
use proptest::prelude::*;

fn restored(body: &Private) -> Stand {
    let mut stand = Stand::with(Lang::Zh, Form::new_report);
    let mut form = stand.form().clone();
    assert!(form.from_body(body, stand.now, &stand.setting()));
    *stand.form_mut() = form;
    stand
}

#[test]
fn half_filled_form_comes_back_as_it_was_left() {
    let mut stand = Stand::with(Lang::Zh, Form::new_report);
    stand.press("北街有人\n打架<tab>粮站<tab>s3<tab>zz<tab><backspace><tab>王某");
    let draft = stand.form().draft().unwrap();
    assert_eq!(draft.form, "report-new");
    let again = restored(&draft.body.clone().unwrap());
    assert_eq!(again.form().draft().unwrap(), draft);
    assert_eq!(
        again.form().focus(),
        Some(Slot::Of(Field::CallerName)),
        "the caret stands where it was filled in last"
    );
    assert_eq!(again.form().content(Slot::Of(Field::Type)), "zz");
    assert!(
        again.screen().contains("22:47 留存的草稿。按 ctrl-u ctrl-u 清空整张表单。"),
        "{}",
        again.screen()
    );
}

#[test]
fn form_that_nothing_was_typed_into_leaves_no_draft() {
    for purpose in [Purpose::NewReport, Purpose::Note { id: r31() }] {
        let stand = Stand::with(Lang::En, |setting| Form::new(purpose, setting));
        assert_eq!(stand.form().draft().unwrap().body, None);
        assert_eq!(stand.form().parting(), None);
    }
    let stand = Stand::with(Lang::En, |setting| Form::amend(&samples::report(), setting));
    assert_eq!(stand.form().draft().unwrap().body, None);
}

#[test]
fn leaving_keeps_the_draft_and_says_so() {
    let mut stand = Stand::with(Lang::En, |setting| Form::new(Purpose::Note { id: r31() }, setting));
    stand.press("half a no");
    assert_eq!(stand.form().draft().unwrap().form, "report-note R-20261121-031");
    assert_eq!(stand.form().parting(), Some("form-draft-kept"));
    stand.press("<esc>");
    assert!(stand.overlay.is_none());
}

#[test]
fn draft_of_another_version_is_read_as_far_as_its_fields_are_there() {
    let body = r#"{"narrative":"x","mood":"bad","type":{"code":"theft"},"priority":"P9","place":7,"~declined":"all"}"#;
    let stand = restored(&body.into());
    assert_eq!(stand.form().content(Slot::Of(Field::Narrative)), "x");
    assert_eq!(stand.form().content(Slot::Of(Field::Type)), "");
    assert_eq!(
        stand.form().content(Slot::Of(Field::Priority)),
        "P9",
        "what the station doesn't know is kept as typed"
    );
    let mut form = stand.form().clone();
    for broken in ["", "[]", "7", "{\"narrative\":"] {
        assert!(!form.from_body(&broken.into(), stand.now, &stand.setting()), "{broken}");
    }
    assert_eq!(form.content(Slot::Of(Field::Narrative)), "x");
}

#[test]
fn passphrase_is_never_in_a_draft() {
    for purpose in [
        Purpose::SignIn,
        Purpose::Sign { remarks: Default::default() },
        Purpose::AcceptHandover { id: samples::h1(), read_back: vec![] },
    ] {
        let mut stand = Stand::with(Lang::En, |setting| Form::new(purpose, setting));
        while stand.form().focus() != Some(Slot::Of(Field::Passphrase)) {
            stand.press("<tab>");
        }
        stand.press("open sesame");
        assert_eq!(stand.form().content(Slot::Of(Field::Passphrase)), "open sesame");
        assert!(stand.form().to_body().is_none_or(|body| !body.contains("sesame")));
    }
}

#[test]
fn clearing_an_empty_field_empties_the_form_and_once_more_brings_it_back() {
    let mut stand = Stand::with(Lang::En, Form::new_report);
    stand.press("old call<tab>North St<tab>");
    let before = stand.form().to_body();
    stand.press("<ctrl-u>");
    assert_eq!(stand.form().to_body(), None);
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Narrative)));
    stand.press("<ctrl-u>");
    assert_eq!(stand.form().to_body(), before);
    stand.press("<ctrl-u><ctrl-u>new call<ctrl-u>");
    assert_eq!(stand.form().content(Slot::Of(Field::Narrative)), "");
}

#[test]
fn every_form_can_be_named_for_its_draft_and_no_two_share_a_name() {
    let id = r31();
    let purposes = [
        Purpose::NewReport,
        Purpose::Quick,
        Purpose::Resolve { id },
        Purpose::Close { id },
        Purpose::Transfer { id },
        Purpose::Duplicate { id },
        Purpose::Cancel { id },
        Purpose::Unfounded { id },
        Purpose::Reopen { id },
        Purpose::Note { id },
        Purpose::Escalate { id },
        Purpose::Acknowledge { id: samples::e2() },
        Purpose::CheckIn { unit: "south3".into() },
        Purpose::Sign { remarks: Default::default() },
        Purpose::Remark { on: id },
        Purpose::AcceptHandover { id: samples::h1(), read_back: vec![] },
        Purpose::Addendum { id: samples::h1() },
    ];
    let names: std::collections::BTreeSet<String> =
        purposes.iter().map(|purpose| purpose.draft_name().unwrap()).collect();
    assert_eq!(names.len(), purposes.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_a_draft_brings_it_back(texts in prop::collection::vec(any::<String>(), 1..9)) {
        let mut stand = Stand::with(Lang::Zh, Form::new_report);
        for text in &texts {
            stand.paste(text).press("<tab>");
        }
        if let Some(body) = stand.form().to_body() {
            let again = restored(&body);
            prop_assert_eq!(again.form().to_body(), Some(body));
        }
    }

    #[test]
    fn whatever_body_is_read_the_form_stands_and_can_be_drawn(body in any::<String>(), value in any::<String>()) {
        let stand = Stand::with(Lang::En, Form::new_report);
        let mut form = stand.form().clone();
        form.from_body(&body.as_str().into(), stand.now, &stand.setting());
        let fields = serde_json::json!({ "narrative": value, "beat": value, "event-time": value, "source": value });
        form.from_body(&fields.to_string().into(), stand.now, &stand.setting());
        let mut stand = Stand::with(Lang::En, |_| form);
        stand.size = (60, 16);
        let (_, caret) = stand.draw();
        prop_assert!(caret.is_some_and(|caret| caret.x < 60 && caret.y < 16));
    }
}

//! How the forms on disputes look half filled in, in both languages, on a small and on an ordinary screen.

use super::disputed::{agreed, d7, mediating, open};
use super::screens::looks;
use super::stand::Stand;
use dutydesk::ui::form::{DisputeForm, Form};

#[test]
fn new_dispute_form() {
    looks("dispute_new", |lang| {
        let new = DisputeForm::New { from: None };
        let mut stand = Stand::with(lang, |setting| Form::dispute(new, None, setting));
        stand.press(
            "The fence between 12 and 14 was moved by a metre; 双方各执一词<tab>North St 12<tab>s3<tab>",
        );
        stand.press("land<tab><tab>王芳<tab>555 0101<tab>Li Na<tab>555 0102<ctrl-n>居委会<tab>");
        stand
    });
}

#[test]
fn form_of_a_sitting() {
    looks("dispute_sit", |lang| {
        let mut stand = open(lang, DisputeForm::Sit { id: d7() }, &mediating());
        stand.press("12<tab>Both want the fence; 都愿意再谈<tab>11-25 14:00");
        stand
    });
}

#[test]
fn form_of_an_agreement_with_a_second_obligation() {
    looks("dispute_agree", |lang| {
        let mut stand = open(lang, DisputeForm::Agree { id: d7() }, &mediating());
        stand.press(
            "2<enter>pays for the fence 赔偿<enter>12-31<enter>3,000<ctrl-n>1<enter>moves the shed<enter>30d",
        );
        stand
    });
}

#[test]
fn form_of_an_agreement_begins_with_who_promises() {
    looks("dispute_agree_open", |lang| open(lang, DisputeForm::Agree { id: d7() }, &mediating()));
}

#[test]
fn form_that_settles_an_obligation() {
    looks("dispute_settle", |lang| open(lang, DisputeForm::Settle { id: d7(), n: None }, &agreed()));
}

#[test]
fn form_of_a_follow_up() {
    looks("dispute_follow_up", |lang| {
        let mut stand = open(lang, DisputeForm::FollowUp { id: d7() }, &agreed());
        stand.press("visit<enter>");
        stand
    });
}

#[test]
fn form_of_a_mediation_that_failed() {
    looks("dispute_fail", |lang| {
        let mut stand = open(lang, DisputeForm::Fail { id: d7() }, &mediating());
        stand.press("court<enter>no-agreement<enter>Neither gives way 互不相让");
        stand
    });
}

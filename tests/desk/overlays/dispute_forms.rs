//! Forms on disputes by keys: each act's command exactly as it was typed.

use super::disputed::{agreed, d7, found, mediating, open, party};
use super::stand::Stand;
use crate::samples::{self, id, r31};
use dutydesk::domain::dispute::Dispute;
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::said::{
    Asking, Finding, FourFixed, Involved, Matter, MatterChange, Measures, Party, Planned, Promise,
    Representative, Sat, Terms,
};
use dutydesk::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, ObligationState, PartyRole, Severity, WithdrawReason,
};
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::Report;
use dutydesk::domain::{Command, Lang};
use dutydesk::ui::form::{DisputeForm, Form, Purpose, Slot};

fn time(text: &str) -> jiff::Timestamp {
    format!("{text}:00+08:00").parse().unwrap()
}

fn act(stand: &Stand) -> &DisputeAct {
    match stand.command() {
        Command::Dispute(DisputeCommand::Act { id, act }) if *id == d7() => act,
        other => panic!("{other:?}"),
    }
}

fn finding(stand: &Stand) -> &Finding {
    match stand.command() {
        Command::Dispute(DisputeCommand::Find(finding)) => finding,
        other => panic!("{other:?}"),
    }
}

fn new_dispute() -> Stand {
    Stand::with(Lang::En, |setting| Form::dispute(DisputeForm::New { from: None }, None, setting))
}

fn own(name: &'static str) -> Slot {
    Slot::Own(name)
}

fn cases(dispute: &Dispute, cases: Vec<(DisputeForm, &str, DisputeAct)>) {
    for (form, keys, expected) in cases {
        let mut stand = open(Lang::En, form, dispute);
        stand.press(keys);
        assert_eq!(*act(&stand), expected);
    }
}

#[test]
fn new_dispute_begins_with_what_happened_and_takes_further_sides() {
    let mut stand = new_dispute();
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Narrative)));
    stand.press("fence moved<tab>Hill St<tab>s3<tab>land<tab><tab>Wang<tab>5550101<tab>Li Na<tab>5550102");
    stand.press(
        "<ctrl-n>Zhao<tab>third<tab>5550103<ctrl-n>Old Hu<tab>respondent<tab><tab>has a knife<ctrl-s>",
    );
    let expected = Finding {
        matter: Matter {
            narrative: "fence moved".into(),
            place: "Hill St".into(),
            category: Category::Land,
            severity: Severity::General,
            beat: Some("S3".into()),
        },
        parties: vec![
            party("Wang", PartyRole::Applicant, "5550101"),
            party("Li Na", PartyRole::Respondent, "5550102"),
            party("Zhao", PartyRole::ThirdParty, "5550103"),
            party("Old Hu", PartyRole::Respondent, ""),
        ],
        violent: Some("has a knife".into()),
        reports: vec![],
        earlier: vec![],
        sweep: None,
    };
    assert_eq!(*finding(&stand), expected);
}

#[test]
fn dispute_made_from_a_report_takes_what_was_told_there() {
    let mut report: Report = samples::report();
    let told = &mut report.telling;
    (told.narrative, told.place) = ("they quarrel about a fence".into(), "North St 12".into());
    (told.caller_name, told.caller_phone) = ("Wang".into(), "5550101".into());
    (told.other_name, told.other_phone) = ("Li Na".into(), "5550102".into());
    told.beat = Some("S3".into());
    let mut stand = Stand::with(Lang::En, |setting| Form::new_dispute(&report, setting));
    assert_eq!(stand.form().focus(), Some(own("category")), "what is still to be said");
    assert_eq!(stand.form().to_body(), None, "what is proposed is no draft");
    stand.press("land<enter><ctrl-s>");
    let finding = finding(&stand);
    assert_eq!(finding.matter.narrative.as_str(), "they quarrel about a fence");
    assert_eq!(finding.matter.beat, Some("S3".into()));
    assert_eq!(finding.parties[0], party("Wang", PartyRole::Applicant, "5550101"));
    assert_eq!(finding.parties[1], party("Li Na", PartyRole::Respondent, "5550102"));
    assert_eq!(finding.reports, [report.id]);
    assert_eq!(stand.form().draft_name().unwrap(), format!("dispute-new-from {}", report.id));
}

#[test]
fn four_fixed_are_typed_with_numbers_or_names() {
    let mut stand = open(Lang::En, DisputeForm::Assign { id: d7() }, &found());
    stand.press("0142<enter>talk to both<enter>12-20<enter>zhou<enter>");
    let fixed = FourFixed {
        lead: "0142".into(),
        measure: "talk to both".into(),
        deadline: Some(time("2026-12-20T23:59")),
        answers: "0156".into(),
    };
    assert_eq!(*act(&stand), DisputeAct::Assign(fixed.clone()));
    let mut stand = open(Lang::En, DisputeForm::Assign { id: d7() }, &mediating());
    stand.press("<ctrl-s>");
    let fixed = FourFixed { deadline: Some(time("2026-12-20T18:00")), ..fixed };
    assert_eq!(*act(&stand), DisputeAct::Assign(fixed), "what stands there is proposed");
}

#[test]
fn correction_carries_only_what_was_changed() {
    let amend = || open(Lang::En, DisputeForm::Amend { id: d7() }, &found());
    let mut stand = amend();
    stand.press(" again<tab><ctrl-u><tab><tab><tab>major<ctrl-s>");
    let change = MatterChange {
        narrative: Some("The fence between 12 and 14 was moved again".into()),
        place: Some("".into()),
        severity: Some(Severity::Major),
        ..MatterChange::default()
    };
    assert_eq!(*act(&stand), DisputeAct::Amend(Box::new(change)));
    let mut stand = amend();
    stand.press("<ctrl-s>");
    assert!(stand.screen().contains("Nothing was changed"), "{}", stand.screen());
    stand.press("<tab><tab><ctrl-u><ctrl-s>");
    assert!(stand.screen().contains("not emptied"), "{}", stand.screen());
    assert_eq!(stand.form().focus(), Some(Slot::Of(Field::Beat)));
}

#[test]
fn whoever_stands_in_it_is_added_and_corrected() {
    let zhao = Party {
        represented_by: Some(Representative {
            name: "Ms Hu".into(),
            phone: "5550199".into(),
            capacity: "lawyer".into(),
        }),
        address: "Hill St 3".into(),
        namesake: true,
        ..party("Zhao", PartyRole::ThirdParty, "5550103")
    };
    let add = "Zhao<enter>third<enter>5550103<enter>Hill St 3<enter>Ms Hu<enter>5550199<enter>lawyer<enter><tab>y<enter>";
    let li_na = Party { officer: Some("0156".into()), ..party("Li Na", PartyRole::Respondent, "555 01029") };
    cases(
        &found(),
        vec![
            (DisputeForm::AddParty { id: d7() }, add, DisputeAct::AddParty(Box::new(zhao))),
            (
                DisputeForm::AmendParty { id: d7(), n: 2 },
                "<tab><tab>9<tab><tab><tab><tab><tab>0156<ctrl-s>",
                DisputeAct::AmendParty { n: 2, party: Box::new(li_na) },
            ),
        ],
    );
}

#[test]
fn sitting_is_recorded_by_numbers_with_its_words_and_the_next_one() {
    let next = Planned { at: time("2026-11-25T14:00"), place: "Hall 2".into() };
    let sat = Sat {
        at: samples::at(),
        place: "".into(),
        mediators: vec!["0142".into()],
        others: vec![],
        came: vec![1, 2],
        said: "both calm".into(),
        next: Some(next.clone()),
    };
    let long = Sat {
        at: time("2026-11-21T21:00"),
        place: "Hall 1".into(),
        mediators: vec!["0142".into(), "0156".into()],
        others: vec!["Old Zhao".into(), "胡律师".into()],
        came: vec![2, 3],
        said: "nothing new".into(),
        next: None,
    };
    let all =
        "23<tab>nothing new<tab><tab><tab>21:00<tab>Hall 1<tab><ctrl-n>0156<tab>Old Zhao、胡律师<ctrl-s>";
    cases(
        &mediating(),
        vec![
            (DisputeForm::Plan { id: d7() }, "11-25 14:00<enter>Hall 2<enter>", DisputeAct::Plan(next)),
            (
                DisputeForm::Sit { id: d7() },
                "12<tab>both calm<tab>11-25 14:00<tab>Hall 2<ctrl-s>",
                DisputeAct::Sit(Box::new(sat)),
            ),
            (DisputeForm::Sit { id: d7() }, all, DisputeAct::Sit(Box::new(long))),
        ],
    );
}

#[test]
fn sitting_that_was_set_is_proposed_as_the_one_that_was_held() {
    let planned = Planned { at: time("2026-11-21T20:00"), place: "Hall 1".into() };
    let dispute = Dispute { planned: Some((samples::by("0142"), planned)), ..mediating() };
    let mut stand = open(Lang::En, DisputeForm::Sit { id: d7() }, &dispute);
    stand.press("1<tab>came alone<ctrl-s>");
    let DisputeAct::Sit(sat) = act(&stand) else { panic!("no sitting") };
    assert_eq!((sat.at, sat.place.as_str()), (time("2026-11-21T20:00"), "Hall 1"));
}

fn promise(by: u16, what: &str, due: Option<&str>, amount: Option<&str>) -> Promise {
    Promise {
        by,
        what: what.into(),
        due: due.map(time),
        amount: amount.map(|amount| amount.parse().unwrap()),
    }
}

#[test]
fn agreement_takes_obligation_after_obligation_and_every_assent() {
    let mut stand = open(Lang::En, DisputeForm::Agree { id: d7() }, &mediating());
    assert_eq!(stand.form().focus(), Some(Slot::Line("who", 1)));
    stand.press("2<enter>pays back<enter>12-31<enter>3,000.50元<enter>");
    stand.press("<ctrl-n>1<enter>moves the shed<enter>30d<ctrl-n>li<enter>apologises");
    stand.press("<tab><tab><tab>no further claims<tab>written<enter>1 3<ctrl-s>");
    assert_eq!(stand.form().content(own("assents")), "3", "the space unticks where the cursor stands");
    let mut again = open(Lang::En, DisputeForm::Agree { id: d7() }, &mediating());
    again.press("2<enter>pays back<enter>12-31<enter>3,000.50元<enter>");
    again.press("<ctrl-n>1<enter>moves the shed<enter>30d<ctrl-n>li<enter>apologises");
    again.press("<tab><tab><tab>no further claims<tab>written<enter> <down> <down> <ctrl-s>");
    let terms = Terms {
        form: AgreementForm::Written,
        text: "no further claims".into(),
        promises: vec![
            promise(2, "pays back", Some("2026-12-31T23:59"), Some("3000.50")),
            promise(1, "moves the shed", Some("2026-12-21T23:59"), None),
            promise(2, "apologises", None, None),
        ],
        assents: vec![1, 2, 3],
    };
    assert_eq!(*act(&again), DisputeAct::Agree(Box::new(terms)));
}

#[test]
fn agreement_holds_many_obligations_and_its_caret_stays_in_sight() {
    let mut stand = open(Lang::Zh, DisputeForm::Agree { id: d7() }, &mediating());
    for n in 1..=12 {
        if n > 1 {
            stand.press("<ctrl-n>");
        }
        stand.press("1<enter>").press(&format!("promise {n}"));
        assert_eq!(stand.form().focus(), Some(Slot::Line("what", n)));
        let (buffer, caret) = stand.draw();
        let caret = caret.expect("the caret is in sight");
        let row = super::stand::lines(&buffer).swap_remove(usize::from(caret.y));
        assert!(row.contains(&format!("promise {n}")), "{}", stand.screen());
    }
    stand.press("<ctrl-n><ctrl-n>");
    assert_eq!(stand.form().focus(), Some(Slot::Line("who", 13)), "an empty line is used, not doubled");
    stand.press("<tab><tab><tab><tab><tab>oral<enter>123<ctrl-s>");
    let DisputeAct::Agree(terms) = act(&stand) else { panic!("no agreement") };
    assert_eq!(terms.promises.len(), 12);
    assert_eq!(terms.promises[11].what.as_str(), "promise 12");
}

#[test]
fn obligation_is_settled_by_its_number() {
    let settle = |n| DisputeForm::Settle { id: d7(), n };
    let kept =
        |obligation| DisputeAct::Settle { obligation, state: ObligationState::Kept, note: "paid".into() };
    cases(
        &agreed(),
        vec![
            (settle(None), "3<enter>kept<enter>paid<enter>", kept(3)),
            (settle(Some(2)), "kept<enter>paid<enter>", kept(2)),
        ],
    );
    let stand = open(Lang::En, settle(None), &agreed());
    let screen = stand.screen();
    assert!(screen.contains("pays for the new fence"), "{screen}");
    assert!(!screen.contains("apologises"), "what is kept is not offered: {screen}");
    let mut stand = open(Lang::En, settle(Some(2)), &agreed());
    assert!(!stand.press("o").screen().contains("open"), "nobody settles one as open");
}

#[test]
fn courts_confirmation_is_asked_for_answered_or_left() {
    let (id, court) = (d7(), "County court".into());
    cases(
        &agreed(),
        vec![
            (
                DisputeForm::SeekConfirmation { id },
                "County court<enter>123<enter>",
                DisputeAct::SeekConfirmation { court, parties: vec![1, 2, 3] },
            ),
            (
                DisputeForm::DecideConfirmation { id },
                "confirmed<enter>No. 12<enter>",
                DisputeAct::DecideConfirmation {
                    outcome: ConfirmationOutcome::Confirmed,
                    note: "No. 12".into(),
                },
            ),
            (
                DisputeForm::LeaveConfirmation { id },
                "both see no need<enter>",
                DisputeAct::LeaveConfirmation { reason: "both see no need".into() },
            ),
        ],
    );
}

#[test]
fn endings_and_what_comes_after_become_their_acts() {
    let id = d7();
    let words = |text: &str| text.into();
    let asking =
        Asking { by: FollowUpBy::Visit, outcome: FollowUpOutcome::Satisfied, text: "all well".into() };
    cases(
        &agreed(),
        vec![
            (
                DisputeForm::FollowUp { id },
                "visit<enter>satisfied<enter>all well<enter>",
                DisputeAct::FollowUp(asking),
            ),
            (DisputeForm::Close { id }, "done<enter>", DisputeAct::Close { note: words("done") }),
            (
                DisputeForm::Fail { id },
                "court<enter>no-agreement<enter>both sue<enter>",
                DisputeAct::Fail {
                    path: FailPath::Court,
                    reason: FailReason::NoAgreement,
                    note: words("both sue"),
                },
            ),
            (
                DisputeForm::Withdraw { id },
                "settled-themselves<enter><enter>",
                DisputeAct::Withdraw { reason: WithdrawReason::SettledThemselves, note: words("") },
            ),
            (
                DisputeForm::Reopen { id },
                "agreement<enter>fence is back<enter>",
                DisputeAct::Reopen {
                    reason: DisputeReopenReason::AgreementBroken,
                    note: words("fence is back"),
                },
            ),
            (
                DisputeForm::Extend { id },
                "10<enter>123<enter>an expert is late<enter>",
                DisputeAct::Extend { days: 10, reason: words("an expert is late"), parties: vec![1, 2, 3] },
            ),
        ],
    );
}

#[test]
fn what_goes_on_beside_the_mediation_becomes_its_act() {
    let id = d7();
    let words = |text: &str| text.into();
    let measures = Measures {
        measures: "keep them apart".into(),
        responsible: "0156".into(),
        by: time("2026-11-30T23:59"),
    };
    let lawyer = Involved { role: InvolvedAs::Lawyer, name: "Ms Hu".into() };
    cases(
        &mediating(),
        vec![
            (
                DisputeForm::MarkViolent { id },
                "a knife<enter>",
                DisputeAct::MarkViolent { reason: words("a knife") },
            ),
            (DisputeForm::Calm { id }, "moved out<enter>", DisputeAct::Calm { reason: words("moved out") }),
            (
                DisputeForm::Contact { id },
                "Wang: calm<enter>",
                DisputeAct::Contact { text: words("Wang: calm") },
            ),
            (DisputeForm::Link { id }, "31<enter>", DisputeAct::Link { to: r31() }),
            (
                DisputeForm::Link { id },
                "d-20260302-002<enter>",
                DisputeAct::Link { to: samples::id("D-20260302-002") },
            ),
            (DisputeForm::Involve { id }, "lawyer<enter>Ms Hu<enter>", DisputeAct::Involve(lawyer)),
            (
                DisputeForm::DrawUp { id },
                "keep them apart<enter>0156<enter>11-30<enter>",
                DisputeAct::DrawUp(measures),
            ),
            (DisputeForm::Conclude { id }, "calm<enter>", DisputeAct::Conclude { result: words("calm") }),
            (DisputeForm::Note { id }, "called<enter>", DisputeAct::Note { text: words("called") }),
        ],
    );
}

#[test]
fn every_form_on_disputes_has_its_words_and_can_be_drawn_without_a_record() {
    let d = d7();
    let forms = [
        DisputeForm::New { from: None },
        DisputeForm::New { from: Some(id("R-20261121-031")) },
        DisputeForm::Assign { id: d },
        DisputeForm::Amend { id: d },
        DisputeForm::AddParty { id: d },
        DisputeForm::AmendParty { id: d, n: 1 },
        DisputeForm::Plan { id: d },
        DisputeForm::Sit { id: d },
        DisputeForm::Agree { id: d },
        DisputeForm::Settle { id: d, n: None },
        DisputeForm::Reopen { id: d },
        DisputeForm::SeekConfirmation { id: d },
        DisputeForm::DecideConfirmation { id: d },
        DisputeForm::LeaveConfirmation { id: d },
        DisputeForm::FollowUp { id: d },
        DisputeForm::Close { id: d },
        DisputeForm::Fail { id: d },
        DisputeForm::Withdraw { id: d },
        DisputeForm::Extend { id: d },
        DisputeForm::MarkViolent { id: d },
        DisputeForm::Calm { id: d },
        DisputeForm::Contact { id: d },
        DisputeForm::Link { id: d },
        DisputeForm::Involve { id: d },
        DisputeForm::DrawUp { id: d },
        DisputeForm::Conclude { id: d },
        DisputeForm::Note { id: d },
    ];
    let mut names = std::collections::BTreeSet::new();
    for form in forms {
        names.insert(Purpose::Dispute(form.clone()).draft_name().unwrap());
        for lang in [Lang::En, Lang::Zh] {
            let mut stand = Stand::with(lang, |setting| Form::new(Purpose::Dispute(form.clone()), setting));
            stand.size = (60, 16);
            let screen = stand.press("<ctrl-n>").screen();
            assert!(!screen.contains("form-"), "{screen}");
        }
    }
    assert_eq!(names.len(), 27);
}

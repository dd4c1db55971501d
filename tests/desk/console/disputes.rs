//! Disputes on the console: their list, their record, and every act by its key.

use super::night::{Night, finding, pass};
use super::{Console, scene, signed_in};
use dutydesk::domain::dispute::act::DisputeAct;
use dutydesk::domain::dispute::said::{
    Asking, FourFixed, Measures, Planned, Promise, Representative, Sat, Terms,
};
use dutydesk::domain::dispute::terms::{
    AgreementForm, Category, FailPath, FailReason, FollowUpBy, FollowUpOutcome, ObligationState, Severity,
};
use dutydesk::domain::dispute::{DisputeStatus, DisputeStep};
use dutydesk::domain::report::Priority;
use dutydesk::domain::{Private, RecordId};
use dutydesk::keys::{Action, Group, Layer};
use dutydesk::ui::place::Screen;
use dutydesk::ui::{Available, available};
use jiff::SignedDuration;

fn sat(night: &Night, said: &str) -> DisputeAct {
    DisputeAct::Sit(Box::new(Sat {
        at: night.now,
        place: "Station, room 2".into(),
        mediators: vec!["0142".into()],
        others: vec!["Committee of Mill Lane".into()],
        came: vec![1, 2],
        said: said.into(),
        next: Some(Planned { at: night.now + SignedDuration::from_hours(72), place: "Mill Lane 4".into() }),
    }))
}

fn promise(night: &Night, by: u16, what: &str, days: i64) -> Promise {
    let due = Some(night.now + SignedDuration::from_hours(24 * days));
    Promise { by, what: what.into(), due, amount: (by == 2).then(|| "1200.50".parse().unwrap()) }
}

fn agree(night: &Night) -> DisputeAct {
    DisputeAct::Agree(Box::new(Terms {
        form: AgreementForm::Written,
        text: "Neither speaks ill of the other.".into(),
        promises: vec![
            promise(night, 1, "takes the old wall down", 3),
            promise(night, 2, "pays for the stones", 10),
            promise(night, 1, "builds the new wall", 20),
        ],
        assents: vec![1, 2],
    }))
}

/// A wall between two yards, which may turn violent; agreed, one promise kept.
fn wall(night: &mut Night) -> RecordId {
    let report = night.receive(Some(Priority::P3), "noise", "Mill Lane 4", "Shouting about a wall");
    let mut told = finding(
        Category::Neighbours,
        Severity::Larger,
        ["Wei Dashan", "Sun Lihua"],
        "The wall between their yards leans; each says that the other has to mend it.",
    );
    told.reports = vec![report];
    told.parties[1].represented_by =
        Some(Representative { name: "Sun Lei".into(), phone: "".into(), capacity: "son".into() });
    let id = night.find(told);
    night.on_dispute(id, DisputeAct::Accept { measure: "Look at the wall together".into() });
    night.on_dispute(id, DisputeAct::MarkViolent { reason: "He bought a sledgehammer".into() });
    night.on_dispute(id, DisputeAct::Contact { text: "Wei on the telephone, is calm".into() });
    pass(night, 600);
    let act = sat(night, "Both want the wall to stand; who pays is open.");
    night.on_dispute(id, act);
    pass(night, 600);
    let act = agree(night);
    night.on_dispute(id, act);
    let (obligation, note) = (1, "Seen by the beat officer".into());
    night.on_dispute(id, DisputeAct::Settle { obligation, state: ObligationState::Kept, note });
    id
}

/// An evening with disputes in every state.
pub fn several() -> Night {
    let mut night = Night::new();
    night.now -= SignedDuration::from_secs(7200);
    wall(&mut night);
    let names = ["赵国强", "南河粮站"];
    let pay =
        night.find(finding(Category::Labour, Severity::Major, names, "拖欠工资，工人聚集在粮站门口讨要。"));
    let lead = FourFixed {
        lead: "0142".into(),
        measure: "Talk to the owner of the grain store".into(),
        deadline: Some(night.now + SignedDuration::from_hours(24 * 9)),
        answers: "0156".into(),
    };
    night.on_dispute(pay, DisputeAct::Assign(lead));
    let by = night.now + SignedDuration::from_hours(48);
    let measures =
        Measures { measures: "Wages counted by the labour office".into(), responsible: "0156".into(), by };
    night.on_dispute(pay, DisputeAct::DrawUp(measures));
    let late = finding(Category::Debt, Severity::General, ["Lin Fang", "Wu Gang"], "A loan among cousins");
    let late = night.find(late);
    night.on_dispute(late, DisputeAct::Accept { measure: Private::default() });
    let act = sat(&night, "He has nothing, she wants all of it.");
    night.on_dispute(late, act);
    let reason = FailReason::NoAgreement;
    night.on_dispute(late, DisputeAct::Fail { path: FailPath::Court, reason, note: Private::default() });
    let done = finding(Category::Family, Severity::General, ["孙秀英", "孙伟"], "赡养母亲，兄妹各执一词。");
    let done = night.find(done);
    night.on_dispute(done, DisputeAct::Accept { measure: Private::default() });
    let act = sat(&night, "商定轮流照顾。");
    night.on_dispute(done, act);
    let terms = Terms {
        form: AgreementForm::Oral,
        text: "按月轮流".into(),
        promises: Vec::new(),
        assents: vec![1, 2],
    };
    night.on_dispute(done, DisputeAct::Agree(Box::new(terms)));
    let asked =
        Asking { by: FollowUpBy::Call, outcome: FollowUpOutcome::Satisfied, text: "两人都满意".into() };
    night.on_dispute(done, DisputeAct::FollowUp(asked));
    pass(&mut night, 3600);
    let fresh =
        finding(Category::Consumer, Severity::General, ["Chen Mei", "Bridge Bakery"], "A cake for a wedding");
    night.find(fresh);
    night.now = super::start();
    night
}

/// So many disputes that no screen holds them.
pub fn many() -> Night {
    let mut night = several();
    for number in 1..=60 {
        let names = [format!("Wei {number}"), format!("Sun {number}")];
        let names = [names[0].as_str(), names[1].as_str()];
        night.find(finding(Category::Land, Severity::Larger, names, "The ditch between their fields"));
    }
    night
}

fn at(id: &str) -> RecordId {
    id.parse().unwrap()
}

fn on(console: &Console, number: u32) -> DisputeStatus {
    console.night.dispute(at(&format!("D-20261121-{number:03}"))).status
}

#[test]
fn new_dispute_is_entered_by_keyboard_and_the_cursor_goes_to_it() {
    let mut console = Console::on(several());
    console.press("3N").shows("New dispute");
    console.press(
        "They quarrel about a tree<tab>Tea Street 2<tab><tab>neigh<tab><tab>Gao Yun<tab><tab>Ma Ping<ctrl-s>",
    );
    console.says("Done on D-006").shows("Gao Yun / Ma Ping").press("a").says("accept");
    assert_eq!(on(&console, 6), DisputeStatus::Accepted);
}

#[test]
fn dispute_is_made_from_the_report_under_the_cursor_and_linked_to_it() {
    let mut console = Console::on(scene::busy());
    console.press("2<end>").act(Action::DisputeNew).shows("New dispute from R-002").shows("城二 3 栋");
    console.press("neigh<tab><tab><tab><tab>李某<ctrl-s>").says("Done on D-001");
    let dispute = console.night.dispute(at("D-20261121-001"));
    assert_eq!(dispute.reports, [at("R-20261121-002")]);
    console.press("3<enter>").shows("R-20261121-002").press("<enter>").shows("R-20261121-002 P3");
    console.press("<esc>").shows("D-20261121-001").press("<esc>");
    assert_eq!(console.model.screen(), Screen::Disputes);
    console
        .press("2<end><enter>")
        .shows("D-20261121-001")
        .press("<enter>")
        .shows("D-20261121-001 neighbours");
    console.press("<esc>").shows("R-20261121-002 P3");
}

#[test]
fn accepting_is_one_key_and_a_second_officer_is_told_who_did() {
    let mut console = Console::on(several());
    console.press("3");
    console.answering = false;
    console.elsewhere("0156", |night| {
        night.on_dispute(at("D-20261121-005"), DisputeAct::Accept { measure: Private::default() });
    });
    console.press("a");
    console.answer_all();
    console.says("0156");
    assert_eq!(console.night.dispute(at("D-20261121-005")).lead(), Some(&"0156".into()));
}

#[test]
fn acts_in_a_list_wait_for_the_whole_dispute_and_lose_no_key() {
    let mut console = Console::on(several());
    console.press("3a");
    console.answering = false;
    console.press("s1");
    console.answer_all();
    console.shows("Sitting on D-005").shows("[x] 1 Chen Mei");
}

#[test]
fn list_of_acts_has_what_comes_next_first_and_every_act_with_its_key() {
    let mut console = Console::on(several());
    console.press("3 ").shows("Acts on D-005 (found)").shows("> * a");
    let listed = Action::ALL.iter().filter(|action| action.group() == Group::Dispute);
    for action in listed.filter(|action| **action != Action::DisputeActs && **action != Action::DisputeNarrow)
    {
        console.press("<ctrl-u>").press(action.id()).lacks("Nothing matches");
    }
    console.press("<ctrl-u>accept<enter>").says("accept");
    assert_eq!(on(&console, 5), DisputeStatus::Accepted);
}

#[test]
fn act_that_cannot_be_done_says_why_and_never_reaches_the_desk() {
    let mut console = Console::on(several());
    console.press("3");
    for (action, why) in [
        (Action::DisputeClose, "stands at 'found'"),
        (Action::DisputeSit, "stands at 'found'"),
        (Action::DisputeCalm, "shift leader"),
        (Action::Undo, "aren't taken back"),
    ] {
        let Available::No(say) = available(&console.model, action) else { panic!("{action:?}") };
        let said = say.text(&console.model.reading());
        assert!(said.contains(why) || !said.is_empty(), "{said}");
    }
    let sent = console.sent();
    console.press("c");
    assert_eq!(console.sent(), sent);
}

#[test]
fn major_dispute_is_ended_by_a_supervisor_only() {
    let mut console = Console::on(several());
    console.press("3<down><down><enter>").shows("D-20261121-002").press("xf").says("supervisor");
    console.welcome(Some("0101"));
    console.press("xf").shows("Mediation of D-002 failed");
}

#[test]
fn every_step_of_the_rules_has_an_action() {
    let by_nobody = [
        DisputeStep::Find,
        DisputeStep::Escalate,
        DisputeStep::Supervise,
        DisputeStep::Carry,
        DisputeStep::Erase,
    ];
    let actions = Action::ALL.iter().filter(|action| action.belongs_to(Layer::Dispute)).count();
    // Beside the steps: the list of acts, narrowing, escalating, and four on supervision orders.
    assert_eq!(actions, DisputeStep::ALL.len() - by_nobody.len() + 7);
}

#[test]
fn one_that_may_turn_violent_is_told_by_word_and_sign_and_never_as_a_priority() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut console = Console::open(dutydesk::domain::Lang::En, (columns, rows), super::PLAIN, several());
        console.shows("!violent").press("3").shows("!violent").press("<end>");
        console.press("0");
        let lines: Vec<String> = console.screen().lines().map(str::to_owned).collect();
        let ours = lines.iter().filter(|line| line.contains("D-00"));
        for line in ours {
            assert!(!line.contains(" P1 ") && !line.contains(" P2 ") && !line.contains(" P3 "), "{line}");
            assert!(line.contains("!violent") == line.contains(" ! "), "{line}");
        }
    }
}

#[test]
fn views_and_filters_narrow_the_list_and_escape_gives_it_back() {
    let mut console = Console::on(several());
    console.press("3").shows("[unresolved 4]").press("ff").shows("[mine 3]").lacks("Chen Mei");
    console.press("f").shows("[may turn violent 1]").shows("Wei Dashan").lacks("赵国强");
    console.press("f").shows("[major 1]").shows("赵国强").press("f").shows("[all 5]").shows("Lin Fang");
    console.press("tfailed<enter>").shows("<failed>").shows("Lin Fang").lacks("Chen Mei");
    console.press("<esc>").lacks("<failed>").shows("Chen Mei");
    console.press("tdebt<enter>").shows("<debt>").shows("Lin Fang").lacks("赵国强");
}

#[test]
fn disputes_are_found_by_word_and_from_anywhere_by_number() {
    let mut console = Console::on(several());
    console
        .press("3/Lin")
        .shows("[all 1]")
        .shows("Lin Fang")
        .lacks("Chen Mei")
        .press("<esc>")
        .shows("Chen Mei");
    console.press("1/D-003<enter>").shows("found: D-003").shows("Lin Fang").lacks("Chen Mei");
    assert_eq!(console.model.screen(), Screen::Disputes);
    console.press("<enter>").shows("D-20261121-003").shows("court").press("<esc>").shows("found: D-003");
}

#[test]
fn due_line_and_journal_line_open_their_dispute() {
    let mut console = Console::on(several());
    console.press("0");
    while console.model.owed_here().first().is_none_or(|due| due.about != at("D-20261121-001")) {
        console.press("<down>");
    }
    console.press("p<enter><enter>").says("put off").press("<enter>").shows("D-20261121-001 !violent");
    console.press("8<enter>").shows("D-20261121-001 !violent");
}

#[test]
fn record_follows_what_others_do_and_tells_it() {
    let mut console = Console::on(several());
    console.press("3<enter>").shows("| found").press("mFirst half of a note");
    console.elsewhere("0156", |night| {
        night.on_dispute(at("D-20261121-005"), DisputeAct::Accept { measure: Private::default() });
    });
    console.press("<ctrl-s>");
    console.shows("First half of a note").press("<ctrl-s>").says("note");
    console.shows("| accepted");
}

#[test]
fn draft_of_a_form_on_a_dispute_is_kept() {
    let mut console = Console::on(several());
    console
        .press("3mShe calls every hour<esc>")
        .says("Note on D-005")
        .press("m")
        .shows("She calls every hour");
}

#[test]
fn escalating_and_ordering_go_through_the_house_as_on_reports() {
    let mut console = Console::on(several());
    console
        .press("3e")
        .shows("Escalate D-005")
        .press("help<enter>Two families in the street<ctrl-s>")
        .says("D-005");
    console.shows("D-005^").press("6").shows("D-005").press("<enter>").shows("D-20261121-005");
    console.welcome(Some("0101"));
    console.press("<esc>3<enter>S").shows("D-005");
}

#[test]
fn party_is_corrected_by_its_number() {
    let mut console = Console::on(several());
    console.press("3xp").shows("Which side of D-005").shows("Bridge Bakery").press("<down><enter>");
    console.shows("Correct who stands in D-005").press("<ctrl-u>Bridge Street Bakery<ctrl-s>").says("D-005");
    assert_eq!(console.night.dispute(at("D-20261121-005")).parties[1].name.0, "Bridge Street Bakery");
}

#[test]
fn whole_list_is_reached_by_pages() {
    let mut console = Console::on(many());
    console.press("3<end>").shows("D-001").press("<home>").shows("D-065").press("<pagedown><pagedown>");
    console.lacks("D-065");
    assert_eq!(signed_in("0142").officer, "0142".into());
}

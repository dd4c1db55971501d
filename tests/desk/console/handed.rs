//! What goes up and what comes down: escalations with their answers, taking over, supervision orders, zero reports.

use super::night::{Night, pass};
use super::{Console, signed_in};
use dutydesk::domain::command::{
    DeadlineCommand, EscalationCommand, ReportCommand, SupervisionCommand, ZeroCommand,
};
use dutydesk::domain::place::Level;
use dutydesk::domain::report::Priority;
use dutydesk::domain::setup::{Post, SetupItem, Standing};
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::{Command, RecordId, Role};
use dutydesk::keys::Action;
use dutydesk::ui::{Available, Effect, available};
use jiff::SignedDuration;
use jiff::civil::time;

/// A quiet night with two posts and one fight that 0142 has.
fn night() -> Night {
    begun(0)
}

/// The same, so many minutes ago.
fn begun(minutes: i64) -> Night {
    let mut night = Night::new();
    night.now -= SignedDuration::from_mins(minutes);
    for (code, en, zh, by) in [
        ("weir", "Weir post", "拦河坝值守点", time(22, 0, 0, 0)),
        ("bridge", "North bridge", "北桥卡点", time(23, 30, 0, 0)),
    ] {
        let name = crate::overlays::stand::name(en, zh);
        let item = SetupItem::Post(Post { code: code.into(), name, by, place: None });
        night.station.items.insert(item.key(), Standing { item, retired: false, rev: 1 });
    }
    let id = night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    night.act(Command::Report(ReportCommand::Accept { id })).unwrap();
    night
}

fn id(text: &str) -> RecordId {
    text.parse().unwrap()
}

fn by_desk(night: &mut Night, command: Command) {
    night.act_as(&"desk".into(), Role::Desk, command, None).unwrap();
}

fn as_officer(night: &mut Night, officer: &str, command: Command) {
    let who = signed_in(officer);
    night.act_as(&who.officer, who.role, command, None).unwrap();
}

fn raise(night: &mut Night, note: &str) {
    let on = id("R-20261121-001");
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "help".into(), note: note.into() };
    as_officer(night, "0142", Command::Escalation(raise));
}

fn issue(night: &mut Night, on: &str, text: &str, minutes: i64) {
    let due_at = night.now + SignedDuration::from_mins(minutes);
    let issue = SupervisionCommand::Issue { on: id(on), to: None, text: text.into(), due_at };
    as_officer(night, "0101", Command::Supervision(issue));
}

fn expect_posts(night: &mut Night) {
    for post in ["weir", "bridge"] {
        by_desk(night, Command::Zero(ZeroCommand::Expect { post: post.into() }));
    }
}

/// An evening with every standing that an escalation, an order and a zero report can have.
pub fn evening() -> Night {
    let mut night = begun(90);
    let second = night.receive(Some(Priority::P2), "noise", "城二 3 栋", "深夜装修，双方口角");
    expect_posts(&mut night);
    raise(&mut night, "Two more officers are needed");
    let first = id("E-20261121-001");
    let acknowledge =
        |id| Command::Escalation(EscalationCommand::Acknowledge { id, reply: "Looking for a unit".into() });
    as_officer(&mut night, "0156", acknowledge(first));
    issue(&mut night, "R-20261121-002", "查明施工许可，答复住户", 60);
    issue(&mut night, "R-20261121-001", "Keep both men apart until the van comes", 100);
    issue(&mut night, "R-20261121-002", "Tell the owner in writing", 30);
    let answer = |id, text: &str| Command::Supervision(SupervisionCommand::Answer { id, text: text.into() });
    as_officer(&mut night, "0142", answer(id("S-20261121-001"), "有许可，已告知住户"));
    as_officer(&mut night, "0142", answer(id("S-20261121-003"), "Done"));
    pass(&mut night, 60 * 31);
    by_desk(&mut night, Command::Deadline(DeadlineCommand::Tell { on: first }));
    let back = SupervisionCommand::SendBack {
        id: id("S-20261121-003"),
        reason: "Say when, and by whom".into(),
        due_at: night.now + SignedDuration::from_mins(30),
    };
    as_officer(&mut night, "0101", Command::Supervision(back));
    let up = EscalationCommand::Raise {
        on: second,
        to: Level::District,
        reason: "help".into(),
        note: "夜间执法需支援".into(),
    };
    as_officer(&mut night, "0142", Command::Escalation(up));
    as_officer(&mut night, "0156", acknowledge(id("E-20261121-002")));
    let answer = EscalationCommand::Answer { id: id("E-20261121-002"), text: "派一组支援".into() };
    as_officer(&mut night, "0156", Command::Escalation(answer));
    let file = ZeroCommand::File { id: id("Z-20261121-001"), text: "".into() };
    as_officer(&mut night, "0142", Command::Zero(file));
    night.now = super::start();
    night
}

/// An escalation that waits.
pub fn handed_up() -> Night {
    let mut night = night();
    raise(&mut night, "Two more officers are needed");
    night
}

fn console(night: Night, officer: &str) -> Console {
    let mut console = Console::on(night);
    console.welcome(Some(officer));
    console
}

#[test]
fn escalating_takes_target_reason_and_enter() {
    let mut console = Console::on(night());
    console.press("e").shows("Escalate R-001").shows("the station");
    console.press("help<enter><enter>").says("R-001 handed up as E-001").shows("R-001^");
}

#[test]
fn acknowledging_says_by_when_an_answer_is_owed_and_what_happens_else() {
    let mut console = console(handed_up(), "0156");
    console.press("6").shows("waits, ").press("k").shows("An answer is owed by 23:17");
    console.press("On it<ctrl-s>").says("E-001 acknowledged").shows("until 23:17 Zhou Min");
}

#[test]
fn escalation_without_an_answer_comes_back_in_words_and_with_a_sign() {
    let mut console = console(handed_up(), "0156");
    console.press("6kOn it<ctrl-s>");
    console.pass(60 * 31);
    console.elsewhere("0156", |night| {
        by_desk(night, Command::Deadline(DeadlineCommand::Tell { on: id("E-20261121-001") }));
    });
    console.shows("E-001<").shows("back 1x");
    console.press("<enter>").shows("Came back once, because no answer came");
}

#[test]
fn answer_travels_back_to_the_one_who_raised_it() {
    let mut console = console(handed_up(), "0156");
    console.press("6A").shows("Answer E-001").shows("Handed up:");
    console.press("Patrol Two comes<ctrl-s>").says("E-001 answered").shows("answered 22:47 Zhou Min");
    console.press("A").says("Zhou Min settled E-20261121-001");
    console.welcome(Some("0142"));
    console.press("2<enter>").shows("Answered 22:47 0156 Zhou Min. Patrol Two comes");
    console.press("<end>").shows("E-001: 0156 Zhou Min answered it");
}

#[test]
fn own_escalation_is_answered_by_somebody_else() {
    let mut night = night();
    let on = id("R-20261121-001");
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason: "help".into(), note: "".into() };
    as_officer(&mut night, "0156", Command::Escalation(raise));
    let mut console = console(night, "0156");
    console
        .press("6A")
        .says("You raised E-20261121-001 yourself")
        .press("k")
        .says("You raised E-20261121-001");
    console.welcome(Some("0142"));
    console.press("A").says("As duty officer you may not");
}

#[test]
fn report_is_taken_over_with_a_reason_and_that_settles_its_escalation() {
    let mut console = console(handed_up(), "0156");
    console.press("t").shows("Take over R-001");
    console.press("<enter>").shows("This must be filled in");
    console.press("I am there<enter>").says("R-001");
    let by = console.night.report(id("R-20261121-001")).accepted.clone().unwrap().by;
    assert_eq!(by.0, "0156");
    console.press("t").says("R-20261121-001 is yours already");
    console.press("6").shows("taken over Zhou Min");
    console.press("<enter>").shows("who took the report over");
}

#[test]
fn report_is_taken_over_from_its_escalation() {
    let mut console = console(handed_up(), "0156");
    console.press("6t").shows("Take over R-001").press("I am there<enter>");
    let by = console.night.report(id("R-20261121-001")).accepted.clone().unwrap().by;
    assert_eq!(by.0, "0156");
}

#[test]
fn order_goes_from_the_supervisor_to_the_desk_and_its_answer_back() {
    let mut console = console(night(), "0101");
    console.press("S").shows("Supervision order on R-001").shows("0142 Li Qiang");
    console.press("Keep them apart<enter>").shows("1 h from now").shows("Tomorrow 09:00");
    console.press("1h<enter>").says("S-001 on R-001 given").shows("R-001#");
    console.welcome(Some("0142"));
    console.press("2").shows("#order").press("S").says("As duty officer you may not");
    console.press("D").shows("[orders]").shows("Keep them apart").shows("by 23:47, 1h00 left");
    console.press("A").shows("Ordered: Keep them apart").press("They are<ctrl-s>").says("S-001 answered");
    console.press("f").shows("answered 22:47 Li Qiang");
    console.press("B").says("As duty officer you may not");
    console.welcome(Some("0101"));
    console.press("B").shows("Answered: They are");
    console.press("Where?<enter>").press("2330<enter>").says("S-001 sent back");
    console.shows("(sent back) Keep").shows("by 23:30, 43m left");
    console.press("W").press("No longer needed<enter>").says("S-001 withdrawn").shows("withdrawn");
    console.press("A").says("settled S-20261121-001");
    console.press("<enter><end>").shows("S-001: 0101").press("<home>").shows("Sent back 22:47");
}

#[test]
fn order_is_answered_from_the_report_it_is_on() {
    let mut night = night();
    issue(&mut night, "R-20261121-001", "Second in time", 60);
    issue(&mut night, "R-20261121-001", "First in time", 30);
    let mut console = Console::on(night);
    console.press("A").shows("Ordered: First in time").press("Yes<ctrl-s>").says("S-002 answered");
    console.press("<enter>A").shows("Ordered: Second in time").press("Yes<ctrl-s>").says("S-001 answered");
    console.press("A").says("No supervision order on R-001 waits");
}

#[test]
fn time_that_is_gone_or_no_time_is_complained_of_where_it_stands() {
    let mut console = console(night(), "0101");
    console.press("SDo it<enter>soon<enter>").shows("This is no time to come");
    console.press("<esc>+90<enter>").says("S-001 on R-001 given");
    console.press("D").shows("by 00:17, 1h30 left");
}

#[test]
fn second_supervisor_is_told_who_settled_the_order_first() {
    let mut night = night();
    issue(&mut night, "R-20261121-001", "Keep them apart", 60);
    let mut console = console(night, "0102");
    console.press("DWNot needed");
    console.answering = false;
    console.press("<enter>");
    console.elsewhere("0142", |night| {
        let answer = SupervisionCommand::Answer { id: id("S-20261121-001"), text: "Done".into() };
        as_officer(night, "0142", Command::Supervision(answer));
    });
    console.answer_all();
    console.shows("0142 Li Qiang settled S-20261121-001");
    let order = console.night.records.values().find_map(|record| match record {
        dutydesk::domain::Record::Supervision(order) => Some(order.status),
        _ => None,
    });
    assert_eq!(order, Some(SupervisionStatus::Answered));
}

#[test]
fn zero_report_is_put_in_with_two_keys_and_the_missing_one_stands_out() {
    let mut night = night();
    expect_posts(&mut night);
    let mut console = Console::on(night);
    console.press("Z").shows("[zero reports]").shows("today 0 of 2");
    console.shows("NOT IN, late 47m").shows("not in, 43m left");
    console.press("<end><enter>").shows("Weir post: empty means nothing to report");
    console.press("<enter>").says("is in 22:47").shows("today 1 of 2").shows("nothing to report");
    console.press("<enter>").says("settled Z-20261121-001");
    console.press("<home>i").press("Lamp is broken<enter>").shows("Lamp is broken").shows("today 2 of 2");
}

#[test]
fn half_typed_orders_and_answers_are_kept_by_the_desk() {
    let mut console = console(night(), "0101");
    console.press("SKeep them ap<esc>").says("The draft is kept");
    let night = std::mem::replace(&mut console.night, Night::new());
    let mut again = self::console(night, "0101");
    again.press("S").shows("Keep them ap");
}

#[test]
fn every_act_says_why_it_cannot_be_done() {
    let mut console = Console::on(night());
    for action in [Action::OrderAnswer, Action::OrderSendBack, Action::OrderWithdraw, Action::OrderIssue] {
        assert!(matches!(available(&console.model, action), Available::No(_)), "{action:?}");
    }
    console.press("4");
    for action in [Action::EscalationAnswer, Action::ReportTakeOver, Action::ZeroReportFile] {
        assert!(matches!(available(&console.model, action), Available::No(_)), "{action:?}");
    }
    assert!(!console.effects.iter().any(|effect| matches!(effect, Effect::Execute { .. })));
}

#[test]
fn key_of_the_escalations_shows_them_after_orders_and_zero_reports() {
    let mut console = console(night(), "0101");
    for keys in ["D6", "Z6"] {
        console.press(keys).shows("[escalations]");
    }
}

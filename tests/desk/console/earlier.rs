//! Earlier reports while a new one is entered, and on the record: asked rarely, told without taking anything away.

use super::night::{Night, pass};
use super::{Console, start};
use dutydesk::domain::Lang;
use dutydesk::domain::command::{Incoming, ReportCommand};
use dutydesk::domain::query::Query;
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::rules::{Repeats, Rules};
use dutydesk::domain::setup::{SetupItem, Standing};
use dutydesk::domain::{Command, RecordId};
use dutydesk::ui::theme::Theme;
use dutydesk::ui::{Effect, Msg};
use jiff::SignedDuration;

const PLACE: &str = "North St 12";
const PHONE: &str = "138-0000-1111";

fn call(night: &mut Night, place: &str, phone: &str, narrative: &str) -> RecordId {
    let telling = Telling {
        narrative: narrative.into(),
        place: place.into(),
        caller_phone: phone.into(),
        incident_type: Some("noise".into()),
        priority: Some(Priority::P3),
        beat: Some("S3".into()),
        ..Telling::default()
    };
    let incoming = Incoming { source: Source::Phone, source_key: None, event_at: None, telling };
    night.enter(incoming)
}

/// A night in which the same neighbours call for the third time.
pub fn neighbours() -> Night {
    let mut night = Night::new();
    let repeats = Some(Repeats { calls: 3, days: 30 });
    let rules = Rules { repeats, ..night.station.rules().clone() };
    let item = SetupItem::Rules(Box::new(rules));
    night.station.items.insert("rules".to_owned(), Standing { item, retired: false, rev: 1 });
    night.now -= SignedDuration::from_secs(7200);
    let first = call(&mut night, PLACE, PHONE, "楼上又在装修，吵得没法睡");
    pass(&mut night, 20);
    night.act(Command::Report(ReportCommand::Accept { id: first })).unwrap();
    pass(&mut night, 1800);
    call(&mut night, PLACE, "", "Shouting on the stairs, the two families from yesterday");
    pass(&mut night, 1800);
    call(&mut night, "north st 12.", PHONE, "Again the drill, now somebody bangs on the door");
    night.now = start();
    night
}

fn asks(console: &Console) -> usize {
    let asked = |effect: &&Effect| matches!(effect, Effect::Ask { query: Query::History { .. }, .. });
    console.effects.iter().filter(asked).count()
}

#[test]
fn the_desk_is_asked_when_the_field_is_left_and_not_for_every_key() {
    let mut console = Console::on(neighbours());
    console.press("nNoise<tab>North St 12");
    assert_eq!(asks(&console), 0);
    console.lacks("Earlier within").press("<tab>").shows("Earlier within a year: this place 3");
    assert_eq!(asks(&console), 1);
    console.shows("R-20261121-003").shows("Again the drill");
    // What was answered is not asked again, however long the form stands.
    console.pass(600);
    assert_eq!(asks(&console), 1);
}

#[test]
fn the_desk_is_asked_when_the_typing_pauses() {
    let mut console = Console::on(neighbours());
    console.press("nNoise<tab>North St 1").pass(1);
    assert_eq!(asks(&console), 1);
    console.lacks("Earlier within").press("2").pass(1).shows("this place 3");
    assert_eq!(asks(&console), 2);
    // The caret stays where the officer types.
    console.press("x").lacks("Earlier within").shows("North St 12x");
}

#[test]
fn an_answer_about_other_words_is_dropped() {
    let mut console = Console::on(neighbours());
    console.press("nNoise<tab>North St 12");
    console.answering = false;
    console.press("<tab><backtab>3");
    console.answer_all();
    console.lacks("Earlier within").press("<backspace><tab>").shows("this place 3");
}

#[test]
fn a_letter_calls_up_no_history() {
    let mut console = Console::on(neighbours());
    console.press("nA letter<tab><tab><tab><tab><tab><tab><tab><tab><tab>letter<enter>");
    console.press("<backtab><backtab><backtab><backtab>1380000").press("1111<tab>").pass(2);
    assert_eq!(asks(&console), 0);
    console.lacks("Earlier within");
}

#[test]
fn no_field_leaves_the_smallest_screen_for_the_history() {
    let mut console = Console::on(neighbours());
    let long = "long ".repeat(120);
    console.press("n").send(Msg::Paste(long));
    console.press("<tab>North St 12<tab>").shows("this place 3").shows("Happened at").shows("Source");
    let mut console = Console::open(Lang::En, (60, 16), Theme::default(), neighbours());
    console.press("nNoise<tab>North St 12<tab>").shows("North St 12");
}

#[test]
fn the_list_opens_over_the_form_and_a_report_of_it_leaves_the_draft() {
    let mut console = Console::on(neighbours());
    console.press("nNoise<tab>North St 12<tab><ctrl-r>").shows("Earlier reports from this place");
    console.press("<esc>").shows("New report").press("<ctrl-r><down><enter>");
    console.says("The draft is kept (New report)").shows("R-20261121-002").shows("Shouting on the stairs");
    console.press("<esc>n").shows("North St 12");
}

#[test]
fn the_third_call_is_marked_in_words_and_leads_to_the_ones_before() {
    let mut console = Console::on(neighbours());
    console.shows("call 3:").press("<enter>").shows("call 3 from this place in 30 days");
    console.shows("consider a dispute").press("<enter>").shows("Earlier reports from this place");
    console.press("<down><enter>").shows("R-20261121-001").lacks("consider a dispute");
    console.press("<esc>").shows("consider a dispute").press("<esc>").shows("Patrol");
}

#[test]
fn what_another_officer_enters_from_there_is_told_at_once() {
    let mut console = Console::on(neighbours());
    console.press("nNoise<tab>North St 12<tab>").shows("this place 3");
    console.elsewhere("0156", |night| {
        call(night, PLACE, "", "Now they fight");
    });
    console.shows("this place 4").shows("Now they fight");
}

#[test]
fn the_line_that_is_cut_is_asked_again_when_it_is_back() {
    let mut console = Console::on(neighbours());
    console.answering = false;
    console.press("nNoise<tab>North St 12<tab>");
    console.send(Msg::Disconnected);
    console.waiting.clear();
    console.answering = true;
    console.welcome(Some("0142"));
    console.shows("this place 3");
}

/// A night in which two families call about each other for the third time.
fn families() -> Night {
    let mut night = Night::new();
    let repeats = Some(Repeats { calls: 3, days: 30 });
    let rules = Rules { repeats, ..night.station.rules().clone() };
    let item = SetupItem::Rules(Box::new(rules));
    night.station.items.insert("rules".to_owned(), Standing { item, retired: false, rev: 1 });
    night.now -= SignedDuration::from_secs(7200);
    for (caller, other) in [("Wu Ping", "Ma Rui"), ("Ma Rui", "Wu Ping"), ("wu ping", "MA RUI")] {
        let telling = Telling {
            narrative: "The wall between the yards".into(),
            caller_name: caller.into(),
            other_name: other.into(),
            ..Telling::default()
        };
        night.enter(Incoming { source: Source::Phone, source_key: None, event_at: None, telling });
        pass(&mut night, 1800);
    }
    night.now = start();
    night
}

#[test]
fn the_third_call_between_the_same_two_proposes_a_dispute_that_can_be_declined() {
    let mut console = Console::on(families());
    console.shows("dispute?").press("<enter>").shows("call 3 between the same two in 30 days");
    console.shows("A dispute between the two is proposed").shows("x p decline");
    console.press("xp").shows("Decline the dispute proposed").press("They talk again<enter>");
    console
        .lacks("x p decline")
        .shows("They talk again")
        .press("xp")
        .shows("No dispute is proposed because of");
    console.press("<esc><esc>").lacks("dispute?");
}

#[test]
fn what_was_between_the_two_is_told_while_the_next_call_is_entered() {
    let mut console = Console::on(families());
    console.press("nAgain<tab><tab><tab><tab><tab>Ma Rui<tab><tab>").lacks("these two");
    console.press("Wu Ping<tab>").pass(2).shows("these two 3").shows("same two");
}

//! The due queue on the console: its order, acts on what is owed, and the line of a notice.

use super::night::{Night, pass};
use super::{Console, scene};
use dutydesk::domain::command::{Incoming, ReportCommand};
use dutydesk::domain::due::{Due, Rank};
use dutydesk::domain::notice::{NoticeLine, NoticeWhy};
use dutydesk::domain::query::DueView;
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::rules::{Rule, Target};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{Command, RecordId};
use dutydesk::keys::Action;
use dutydesk::ui::{Available, Effect, Msg, available};
use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use std::collections::BTreeSet;

/// The line under the cursor: record and rule.
fn under(console: &Console) -> (RecordId, String) {
    let owed = console.model.owed_here();
    let due = owed.first().expect("a line is under the cursor");
    (due.about, due.owed.rule.0.clone())
}

fn line(console: &Console, of: &(RecordId, String)) -> Due {
    let queue = console.night.due(DueView::All);
    let found = queue.into_iter().find(|line| line.due.about == of.0 && line.due.owed.rule.0 == of.1);
    found.expect("it is still owed").due
}

/// An instant to the minute, as the station's clocks show it.
fn minute(at: Option<Timestamp>) -> String {
    let at = at.expect("it was put off").to_zoned(TimeZone::fixed(offset(8)));
    at.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

/// Changes the rules of the station.
fn with_rules(night: &mut Night, change: impl Fn(&mut Rule)) {
    if let Some(standing) = night.station.items.get_mut("rules")
        && let SetupItem::Rules(rules) = &mut standing.item
    {
        rules.rules.iter_mut().for_each(change);
    }
}

/// A night with one letter, which owes two things.
fn letter(consent: bool) -> (Night, RecordId) {
    let mut night = Night::new();
    with_rules(&mut night, |rule| {
        if rule.code.as_str() == "letter-answer" {
            (rule.active, rule.pausable) = (true, true);
            rule.extension = rule.extension.map(|e| dutydesk::domain::rules::Extension { consent, ..e });
        }
    });
    let telling = Telling { narrative: "Asks about the noise".into(), ..Telling::default() };
    let incoming = Incoming { source: Source::LetterOrVisit, source_key: None, event_at: None, telling };
    let id = night.enter(incoming);
    (night, id)
}

#[test]
fn half_an_hour_is_three_keys_and_the_line_comes_back_by_one() {
    let mut console = Console::on(scene::busy());
    console.press("0");
    let first = under(&console);
    console.press("p<enter><enter>").says("put off until 23:17");
    let due = line(&console, &first);
    assert_eq!(minute(due.snoozed), "2026-11-21T23:17+08:00");
    assert_eq!(under(&console), first, "the cursor stays with its line");
    console.shows("put off").shows("until 23:17").press("P").says("taken up again");
    assert_eq!(line(&console, &first).snoozed, None);
    assert_eq!(under(&console), first);
}

#[test]
fn other_times_are_chosen_or_typed_with_reasons_of_ones_own() {
    for (keys, until) in [
        ("p<up><enter><enter>", "2026-11-21T23:02+08:00"),
        ("p<down><enter><enter>", "2026-11-21T23:47+08:00"),
        ("p<down><down><enter><enter>", "2026-11-22T08:00+08:00"),
        ("p45<enter><enter>", "2026-11-21T23:32+08:00"),
        ("p1h30<enter>waits for his sister<enter>", "2026-11-22T00:17+08:00"),
        ("p06:00<tab><down><ctrl-s>", "2026-11-22T06:00+08:00"),
    ] {
        let mut console = Console::on(scene::busy());
        console.press("0");
        let first = under(&console);
        console.press(keys).says("put off until");
        assert_eq!(minute(line(&console, &first).snoozed), until, "{keys}");
    }
    let mut console = Console::on(scene::busy());
    console.press("0psoon<enter><enter>").shows("This is no time").press("<esc><esc>").lacks("Put off R");
}

#[test]
fn danger_to_life_that_nobody_has_taken_is_not_put_off() {
    let mut night = Night::new();
    let id = night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    let mut console = Console::on(night);
    console.press("0p").lacks("Until");
    let Available::No(why) = available(&console.model, Action::DueSnooze) else { panic!("it was allowed") };
    assert!(format!("{why:?}").contains("SnoozeUrgent"), "{why:?} on {id}");
    assert_eq!(console.sent(), 0);
}

#[test]
fn record_that_owes_several_things_asks_which() {
    let (night, id) = letter(false);
    let mut console = Console::on(night);
    console.press("<enter>p").shows("which step").press("<down><enter>").shows("Put off R-001");
    console.press("<enter><enter>").says("put off until");
    let off: Vec<_> = console.night.due(DueView::All).into_iter().filter(|l| l.due.rests()).collect();
    assert_eq!((off.len(), off[0].due.about), (1, id));
    // Only one of them was put off: nothing to ask.
    console.press("P").says("taken up again");
}

#[test]
fn more_days_are_given_by_the_leader_where_the_rule_allows_it() {
    let (night, _) = letter(true);
    let mut console = Console::on(night);
    console.press("0<end>M").says("duty officer");
    console.welcome(Some("0156"));
    console.press("0<end>M").shows("All sides agree").press("30<tab>nThe survey is not here yet<ctrl-s>");
    console.shows("agree").press("y<ctrl-s>").says("extended by 30 days");
    console.press("<enter>M").lacks("More time for").press("<esc>");
    assert!(matches!(available(&console.model, Action::DueExtend), Available::Yes), "the list can't know");
}

#[test]
fn clock_is_stopped_with_a_reason_and_goes_on_with_the_same_key() {
    let (night, id) = letter(false);
    let mut console = Console::on(night);
    console.press("0<end>");
    let of = under(&console);
    assert_eq!(of, (id, "letter-answer".to_owned()));
    console.press("TThe survey office answers<ctrl-s>").says("the clock stands still").shows("stopped");
    assert!(line(&console, &of).paused.is_some());
    console.press("T").says("the clock goes on");
    assert!(line(&console, &of).paused.is_none());
    console.press("<home>T");
    assert!(matches!(available(&console.model, Action::DueClock), Available::No(_)));
}

#[test]
fn line_that_becomes_late_goes_up_and_the_cursor_with_it() {
    let mut night = Night::new();
    let slow = night.receive(Some(Priority::P3), "theft", "Mill Lane", "A bicycle is gone");
    night.act(Command::Report(ReportCommand::Accept { id: slow })).unwrap();
    pass(&mut night, 200);
    let next = night.receive(Some(Priority::P2), "noise", "North St", "Shouting");
    night.act(Command::Report(ReportCommand::Accept { id: next })).unwrap();
    let mut console = Console::on(night);
    console.press("0<down>");
    assert_eq!(under(&console).0, next);
    console.shows("in time");
    console.pass(600);
    assert_eq!(under(&console).0, next, "the cursor stays with its line");
    let ranks: Vec<Rank> = console.night.due(DueView::All).iter().map(|l| l.due.rank(console.now)).collect();
    assert_eq!(ranks, [Rank::Late, Rank::Late]);
    // P2 stands before P3 once both are late.
    assert!(console.line(5).contains("R-002") || console.line(4).contains("R-002"));
}

#[test]
fn enter_opens_the_report_that_an_escalation_is_on() {
    let mut console = Console::on(scene::busy());
    console.press("0");
    for _ in 0..12 {
        if under(&console).0.to_string().starts_with("E-20261121-002") {
            break;
        }
        console.press("<down>");
    }
    console.press("<enter>").shows("R-20261121-005").press("<esc>").shows("E-002");
}

#[test]
fn strip_tells_what_does_not_fit_and_what_was_put_off() {
    let mut console = Console::on(scene::busy());
    console.shows("more");
    console.press("0p<enter><enter>1").shows("1 put off");
    console.press("0").shows("1 put off");
}

#[test]
fn empty_queue_says_so_in_both_views() {
    let mut console = Console::on(Night::new());
    console.press("0").shows("Nothing is owed.").press("f").shows("Nothing waits for you.");
    console.press("p").says("nothing owed under the cursor");
}

#[test]
fn long_queue_keeps_the_cursor_on_its_line_whatever_others_do() {
    let mut console = Console::on(scene::crowded(400));
    console.press("0<pagedown><pagedown><pagedown><pagedown><down>");
    let mut side: usize = 7;
    for turn in 0..120 {
        let before = under(&console);
        side = side.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
        let open: Vec<RecordId> = console
            .night
            .reports()
            .filter(|r| r.accepted.is_none() && r.status.is_open())
            .map(|r| r.id)
            .collect();
        let Some(id) = open.get(side % open.len().max(1)).copied() else { break };
        console.elsewhere("0156", |night| {
            let command = match side % 2 {
                0 => ReportCommand::Accept { id },
                _ => ReportCommand::Cancel { id, reason: "called-off".into() },
            };
            night.act(Command::Report(command)).unwrap();
        });
        assert_eq!(under(&console), before, "turn {turn}");
        match side % 5 {
            0 => drop(console.press("<pagedown>")),
            1 => drop(console.press("<pageup>")),
            2 => drop(console.press("<down>")),
            3 => drop(console.press("<end>")),
            _ => drop(console.pass(30)),
        }
        let screen = console.screen();
        let shown: Vec<&str> = screen.lines().filter_map(|line| line.get(15..23)).collect();
        let numbers: Vec<&str> = shown.iter().copied().filter(|n| n.starts_with("R-")).collect();
        assert!(!numbers.is_empty(), "turn {turn}");
    }
}

#[test]
fn line_settled_by_another_stays_under_the_cursor_until_it_moves() {
    let mut console = Console::on(scene::crowded(300));
    console.press("0<pagedown><pagedown><down>");
    let (id, _) = under(&console);
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Cancel { id, reason: "called-off".into() })).unwrap();
    });
    assert_eq!(under(&console).0, id);
    console.shows("left").press("<down>");
    assert_ne!(under(&console).0, id);
}

fn notice(console: &mut Console, seq: u64) {
    let why = NoticeWhy::Late { rule: "accept".into(), late_s: 120, time: 1 };
    let about = Some("R-20261121-004".parse().unwrap());
    let line = NoticeLine { seq, at: console.now, about, why, to: Target::ShiftLeader };
    console.night.notice = Some(line);
    let topics = [dutydesk::domain::Topic::Reports].into();
    console.send(Msg::Changed { head: seq, topics, now: console.now });
}

fn bells(console: &Console) -> usize {
    console.effects.iter().filter(|effect| matches!(effect, Effect::Bell)).count()
}

#[test]
fn notice_stands_in_a_line_of_its_own_and_rings_once() {
    let mut console = Console::on(scene::busy());
    assert_eq!(bells(&console), 0);
    notice(&mut console, 40);
    console.shows("! R-004 accept late by 2m; told: ");
    assert_eq!(bells(&console), 1);
    notice(&mut console, 40);
    assert_eq!(bells(&console), 1, "the same notice is heard once");
    console.press("<down>").shows("R-004 accept late by");
    console.pass(3).press("<down>").lacks("R-004 accept late by");
}

#[test]
fn old_notices_are_never_rung_after_a_cut_line_and_not_shown_to_a_new_console() {
    let mut console = Console::on(scene::busy());
    notice(&mut console, 40);
    console.pass(3).press("<down>").lacks("late by 2m");
    console.send(Msg::Disconnected);
    console.night.notice.as_mut().unwrap().seq = 41;
    console.welcome(Some("0142"));
    console.shows("! R-004 accept late by");
    assert_eq!(bells(&console), 1);
    let mut night = scene::busy();
    night.notice = console.night.notice.clone();
    let mut other = Console::on(night);
    other.lacks("! R-004 accept late by");
    assert_eq!(bells(&other), 0);
}

#[test]
fn queue_is_in_one_order_without_a_line_twice() {
    let console = Console::on(scene::busy());
    let queue = console.night.due(DueView::All);
    let names: BTreeSet<_> = queue.iter().map(|l| (l.due.about, l.due.owed.rule.clone())).collect();
    assert_eq!(names.len(), queue.len());
}

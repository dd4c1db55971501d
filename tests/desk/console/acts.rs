//! Acts on the record under the cursor, from key to receipt.

use super::night::Night;
use super::{Console, scene, signed_in};
use dutydesk::domain::command::{Amendment, ReportCommand, UnitCommand};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::report::{Priority, Status};
use dutydesk::domain::{Command, Kind, RecordId, Subject};
use dutydesk::keys::Action;
use dutydesk::ui::{Available, Effect, Msg, available};

/// A night with one fight and three units of which two are out.
fn fight() -> (Console, RecordId) {
    let mut night = Night::new();
    for unit in ["patrol1", "patrol2"] {
        let status = UnitCommand::Status { unit: unit.into(), status: UnitStatus::Available };
        night.act(Command::Unit(status)).unwrap();
    }
    let id = night.receive(Some(Priority::P1), "fight", "North St 12", "Two men fighting");
    (Console::on(night), id)
}

fn status(console: &Console, id: RecordId) -> Status {
    console.night.report(id).status
}

#[test]
fn call_is_accepted_with_one_key_and_the_receipt_says_when() {
    let (mut console, id) = fight();
    console.press("a").says("R-001 accepted 22:47");
    assert_eq!(status(&console, id), Status::Accepted);
}

#[test]
fn report_goes_the_whole_way_by_keyboard() {
    let (mut console, id) = fight();
    console.press("d<enter>").says("R-001: Patrol One sent 22:47");
    console.pass(240).press("s").says("R-001: Patrol One on scene 22:51");
    console
        .press("rBoth parted and cautioned.<ctrl-s>")
        .says("R-001 resolved 22:51; another officer verifies it");
    console.press("<enter>").shows("Both parted and cautioned.");
    console.press("v").says("You resolved");
    console.welcome(Some("0156"));
    console.press("v").says("R-001 verified 22:51");
    console.press("c").shows("Close R-001");
    console.press("settled<enter>by-phone<enter>").says("R-001 closed 22:51");
    assert_eq!(status(&console, id), Status::Closed);
}

#[test]
fn second_officer_is_told_who_accepted_first_and_when() {
    let (mut console, id) = fight();
    console.answering = false;
    console.press("a");
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Accept { id })).unwrap();
    });
    console.answer_all();
    console.says("Zhou Min").says("22:47");
    let by = console.night.report(id).accepted.clone().unwrap().by;
    assert_eq!(by.0, "0156");
}

#[test]
fn which_unit_is_asked_only_when_several_are_on_their_way() {
    let (mut console, id) = fight();
    console.press("d<enter>").press("d<enter>").press("s").shows("Patrol Two");
    console.press("two<enter>").says("R-001: Patrol Two on scene");
    let report = console.night.report(id);
    let arrived: Vec<bool> = report.dispatches.iter().map(|sent| sent.arrived.is_some()).collect();
    assert_eq!(arrived, [false, true]);
}

#[test]
fn report_is_escalated_with_a_reason_and_the_leader_acknowledges() {
    let (mut console, _) = fight();
    console.press("e").shows("Escalate R-001");
    console.press("help<enter><ctrl-s>").says("R-001 handed up as E-001 22:47").shows("R-001^");
    console.press("6k").says("As duty officer you may not acknowledge").lacks("Acknowledge E");
    console.welcome(Some("0156"));
    console.press("6kOn my way<ctrl-s>").says("E-001 acknowledged 22:47").shows("until 23:17 Zhou Min");
}

#[test]
fn note_and_correction_stand_in_the_timeline() {
    let (mut console, id) = fight();
    console.press("mOne of them limps<ctrl-s>").says("Note on R-001 recorded");
    console.press("E<end>, a third one runs<ctrl-s>").says("R-001 corrected");
    assert_eq!(console.night.report(id).telling.narrative.as_str(), "Two men fighting, a third one runs");
    console.press("<enter>").shows("One of them limps").shows("a third one runs");
}

#[test]
fn side_exits_take_a_coded_reason_and_can_be_taken_back() {
    for (keys, after, said) in [
        ("xtTown 2<enter>not-ours<enter>", Status::Transferred, "R-001 transferred"),
        ("xccalled-off<enter>", Status::Cancelled, "R-001 cancelled"),
        ("xunothing<enter>", Status::Unfounded, "R-001 marked as unfounded"),
    ] {
        let (mut console, id) = fight();
        console.press(keys).says(said);
        assert_eq!(status(&console, id), after, "{keys}");
        console.press("u").says("R-001: last step taken back");
        assert_eq!(status(&console, id), Status::Received, "{keys}");
    }
}

#[test]
fn duplicate_names_the_other_and_an_ended_report_is_opened_again() {
    let (mut console, first) = fight();
    console.elsewhere("0142", |night| {
        night.receive(Some(Priority::P1), "fight", "North St 12", "They fight again");
    });
    console.press("<home>xd1<enter>").says("R-002 marked as duplicate");
    let id = RecordId { number: 2, ..first };
    assert_eq!(console.night.report(id).exit.clone().unwrap().duplicate_of, Some(first));
    console.press("2fffff<home>Ragain<enter>").says("R-002 open again");
    assert_eq!(status(&console, id), Status::Received);
}

#[test]
fn unit_is_set_and_checked_in_from_its_row() {
    let (mut console, _) = fight();
    console.press("4").shows("Patrol One").press("<home>s").shows("What is Patrol One doing");
    console.press("returning<enter>").says("Patrol One: returning 22:47");
    console.press("iGrain store<enter>").says("Patrol One checked in 22:47").shows("22:47 Grain store");
}

#[test]
fn new_call_is_logged_from_any_screen_and_saved_from_any_field() {
    let (mut console, _) = fight();
    for screen in ["1", "2", "4", "6", "8"] {
        console.press(screen).press("nA man lies in the road<ctrl-s>").says("entered 22:47");
    }
    assert_eq!(console.night.reports().count(), 6);
}

#[test]
fn every_act_that_cannot_be_done_says_why() {
    let (mut console, _) = fight();
    console.press("v").says("can't be verified: it is not accepted");
    console.press("c").says("can't be closed");
    console.press("k").says("'k' does nothing here");
    console.press("9").says("not part of this version");
    console.press("3a").says("No dispute under the cursor");
    console.press("1<tab>a").says("No dispute under the cursor");
    console.press("8<end><enter>").says("about nothing that can be opened");
}

#[test]
fn reviewer_reads_and_is_told_that_reviewers_do_not_write() {
    let mut console = Console::on(scene::busy());
    console.welcome(Some("0160"));
    console.press("<home>a").says("reviewer");
    console.press("n").says("reviewer").lacks("What happened");
    console.press("<enter>").shows("Timeline");
    assert_eq!(console.sent(), 0);
}

#[test]
fn two_acts_in_one_burst_do_not_trip_over_each_other() {
    let (mut console, id) = fight();
    console.answering = false;
    console.press("av").says("The last act on R-001 is not answered yet");
    console.answer_all();
    assert_eq!(status(&console, id), Status::Accepted);
    // The list is asked again only after the receipt, and the next act already knows the new rev.
    console.press("rdone<ctrl-s>").says("R-001 resolved");
}

#[test]
fn keys_pressed_while_a_record_is_on_its_way_go_into_its_form() {
    let (mut console, id) = fight();
    console.answering = false;
    console.press("ehelp<enter>").lacks("Escalate R");
    console.answer_all();
    console.shows("Escalate R-001").press("<ctrl-s>").says("handed up");
    assert_eq!(console.night.report(id).escalations.len(), 1);
}

#[test]
fn act_follows_the_record_when_its_list_is_sorted_anew() {
    let (mut console, id) = fight();
    console.elsewhere("0156", |night| {
        night.receive(Some(Priority::P4), "noise", "Mill Lane", "A question");
    });
    console.press("a").says("R-001 accepted");
    assert_eq!(status(&console, id), Status::Accepted);
}

#[test]
fn row_that_leaves_the_list_stays_under_the_cursor_until_it_moves() {
    let (mut console, id) = fight();
    console.elsewhere("0156", |night| {
        night.receive(Some(Priority::P4), "noise", "Mill Lane", "A question");
    });
    console.press("<home>").press("<down>").elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Cancel { id, reason: "called-off".into() })).unwrap();
    });
    console.shows(">- 22:47 P1 R-001").press("a").says("0156 Zhou Min cancelled R-20261121-001");
    assert_eq!(console.night.reports().filter(|r| r.accepted.is_some()).count(), 0);
    console.press("<up>").lacks("R-001  North");
}

#[test]
fn palette_runs_what_can_be_run_and_says_why_the_rest_cannot() {
    let (mut console, id) = fight();
    console.press(":figures").shows("not part of this version");
    console.press("<ctrl-u>report-verify<enter>").shows("it is not accepted");
    console.press("<ctrl-u>report-accept<enter>").says("R-001 accepted");
    assert_eq!(status(&console, id), Status::Accepted);
}

#[test]
fn what_the_console_refuses_the_desk_would_refuse_too() {
    let mut console = Console::on(scene::busy());
    console.press("2fffff<home>");
    let reports = console.night.reports().count();
    for _ in 0..reports {
        let id = console.model.under_report().expect("a report is under the cursor");
        for (action, command) in [
            (Action::ReportAccept, ReportCommand::Accept { id }),
            (Action::ReportVerify, ReportCommand::Verify { id }),
            (Action::ReportCancel, ReportCommand::Cancel { id, reason: "called-off".into() }),
            (Action::ReportReopen, ReportCommand::Reopen { id, reason: "again".into() }),
        ] {
            let mut night = scene::busy();
            let rule = night.act(Command::Report(command));
            let here = available(&console.model, action);
            assert_eq!(here == Available::Yes, rule.is_ok(), "{action:?} on {id}: {here:?} {rule:?}");
        }
        console.press("<down>");
    }
}

#[test]
fn failed_act_says_what_broke_and_the_form_keeps_its_text() {
    let (mut console, id) = fight();
    console.night.fails = Some(Msg::Failed { id: 0, trouble: "disk-full".into(), unknown: false });
    console
        .press("mOne of them limps<ctrl-s>")
        .says("Not recorded. The disk is full")
        .shows("One of them limps");
    console.press("<ctrl-s>").says("Note on R-001 recorded");
    assert_eq!(console.night.report(id).notes, 1);
}

#[test]
fn leader_in_the_wings_changes_nothing_until_signed_in() {
    let (mut console, _) = fight();
    console.press("O0156<enter>wrong<enter>").shows("passphrase");
    assert_eq!(console.model.who().unwrap().0, "0142");
    console.press("open sesame<enter>").says("Zhou Min is at this console now");
    assert_eq!(console.model.who().unwrap().0, "0156");
    let who = console.effects.iter().filter(|effect| matches!(effect, Effect::SignIn { .. })).count();
    assert_eq!(who, 2);
    assert_eq!(console.night.officer, Some(signed_in("0156")));
}

#[test]
fn subjects_of_every_kind_open_their_report() {
    let mut console = Console::on(scene::busy());
    console.press("6<enter>").shows("R-20261121-005").press("<esc>").shows("E-002");
    console.press("4<end><enter>").shows("R-20261121-005");
    console.press("8<end><enter>").says("about nothing that can be opened");
    console.press("<home><enter>").shows("R-20261121-006");
    assert!(
        console.night.records.keys().any(|s| matches!(s, Subject::Record(id) if id.kind == Kind::Report))
    );
}

/// Somebody else does something to the report before what this console sent arrives.
fn meanwhile(console: &mut Console, command: ReportCommand) {
    console.answering = false;
    console.press("<ctrl-s>");
    console.elsewhere("0156", |night| drop(night.act(Command::Report(command)).unwrap()));
    console.answer_all();
}

fn amendment(id: RecordId, place: &str) -> ReportCommand {
    let changes = Amendment { place: Some(place.into()), ..Amendment::default() };
    ReportCommand::Amend { id, changes: Box::new(changes) }
}

#[test]
fn correction_is_not_held_up_by_a_note_or_by_a_correction_of_another_field() {
    for other in [0, 1] {
        let (mut console, id) = fight();
        let command = match other {
            0 => ReportCommand::Note { id, text: "Witness waits".into() },
            _ => amendment(id, "South St 3"),
        };
        console.act(Action::ReportAmend).press(", one hurt");
        meanwhile(&mut console, command);
        console.says("R-001 corrected").lacks("Correct R-001");
        let telling = &console.night.report(id).telling;
        assert_eq!(telling.narrative.as_str(), "Two men fighting, one hurt");
        assert_eq!(telling.place.as_str(), if other == 0 { "North St 12" } else { "South St 3" });
        assert!(console.night.drafts.is_empty());
    }
}

#[test]
fn correction_of_the_same_field_shows_the_others_words_before_it_replaces_them() {
    let (mut console, id) = fight();
    console.act(Action::ReportAmend).press("<tab> rear");
    meanwhile(&mut console, amendment(id, "South St 3"));
    console.shows("Correct R-001").shows("0156 made this 'South St 3' meanwhile");
    assert_eq!(console.night.report(id).telling.place.as_str(), "South St 3");
    console.press("<ctrl-s>").says("R-001 corrected");
    assert_eq!(console.night.report(id).telling.place.as_str(), "North St 12 rear");
}

#[test]
fn correction_kept_as_a_draft_shows_what_another_made_of_the_field_since() {
    let (mut console, id) = fight();
    console.act(Action::ReportAmend).press("<tab> rear<esc>");
    console.elsewhere("0156", |night| drop(night.act(Command::Report(amendment(id, "South St 3"))).unwrap()));
    console.act(Action::ReportAmend).shows("0156 made this 'South St 3' meanwhile");
    console.press("<ctrl-u><ctrl-s>");
    let narrative = &console.night.report(id).telling.narrative;
    assert_eq!(narrative.as_str(), "Two men fighting", "what was not touched is not sent");
}

#[test]
fn officer_who_was_told_of_a_change_can_save_knowing_it() {
    let (mut console, id) = fight();
    console.press("xccalled");
    console.elsewhere("0156", |night| {
        night.act(Command::Report(ReportCommand::Accept { id })).unwrap();
    });
    console.press("-off<ctrl-s>").shows("0156 Zhou Min accepted");
    assert_eq!(status(&console, id), Status::Accepted);
    console.press("<ctrl-s>").says("R-001 cancelled");
}

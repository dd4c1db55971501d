//! Who one is, and what each role may do: trials F30 and F31 on the raw socket.

use super::live::{
    Live, PASSPHRASE, Raw, entries, execute, founding, hello, kinds, officer_of, receive, report, reports,
};
use crate::samples;
use dutydesk::desk::Options;
use dutydesk::domain::command::{HandoverCommand, SetupCommand};
use dutydesk::domain::fact::{DeskFact, Fact};
use dutydesk::domain::handover::HandoverStatus;
use dutydesk::domain::query::{Answer, Page, Query};
use dutydesk::domain::{Command, Lang, OfficerId, Refusal, Role, Secret, access};
use dutydesk::wire::message::{Ended, ToClient, ToDesk};
use dutydesk::wire::{Caller, Hello, VERSION, WireError};
use std::collections::BTreeMap;

fn secret(text: &str) -> Secret {
    Secret(text.to_owned())
}

/// What was denied, by whom, as the journal has it.
fn denials(caller: &mut Caller) -> BTreeMap<(OfficerId, String), usize> {
    let mut denials = BTreeMap::new();
    for entry in entries(caller) {
        if let Some(Fact::Desk(DeskFact::Denied { asked })) = entry.fact {
            *denials.entry((entry.officer, asked)).or_default() += 1;
        }
    }
    denials
}

#[test]
fn every_role_is_refused_what_it_may_not_do_and_that_is_recorded() {
    let desk = Live::training();
    let mut expected: BTreeMap<(OfficerId, String), usize> = BTreeMap::new();
    let mut reviewer = desk.acting_as(officer_of(Role::Reviewer));
    let before = entries(&mut reviewer).len();
    for role in Role::GIVEN {
        let officer = officer_of(role);
        let mut raw = Raw::hello(&desk.paths, Some(&officer.0));
        let denied: Vec<Command> =
            samples::commands().into_iter().filter(|c| !access::may(role, c)).collect();
        for (id, command) in (1..).zip(denied) {
            let asked = command.code();
            let refusal = Refusal::RoleMayNot { role, asked: asked.to_owned() };
            let answer = raw.ask(&execute(id, &format!("{role:?}-{id}"), command));
            assert_eq!(answer, ToClient::Refused { id, refusal });
            *expected.entry((officer.clone(), asked.to_owned())).or_default() += 1;
        }
        for query in samples::queries().into_iter().filter(|q| !access::may_ask(role, q)) {
            let asked = query.code();
            let refusal = Refusal::RoleMayNot { role, asked: asked.to_owned() };
            assert_eq!(raw.ask(&ToDesk::Ask { id: 1, query }), ToClient::Refused { id: 1, refusal });
            *expected.entry((officer.clone(), asked.to_owned())).or_default() += 1;
        }
        if role != Role::Supervisor {
            let refusal = Refusal::RoleMayNot { role, asked: "desk.backup".to_owned() };
            let backup = ToDesk::Backup { id: 3, file: "/nowhere/desk.db".to_owned() };
            assert_eq!(raw.ask(&backup), ToClient::Refused { id: 3, refusal });
            *expected.entry((officer.clone(), "desk.backup".to_owned())).or_default() += 1;
        }
    }
    assert!(expected.len() > 60, "{}", expected.len());
    assert_eq!(denials(&mut reviewer), expected);
    let denied: usize = expected.values().sum();
    assert_eq!(entries(&mut reviewer).len(), before + denied, "nothing else has happened");
}

#[test]
fn nobody_says_who_they_are_on_a_real_desk() {
    let desk = Live::real();
    let mut raw = Raw::connect(&desk.paths);
    raw.send(&hello(VERSION, Some("0142")));
    assert_eq!(raw.ended(), Ended::Refused(Refusal::TrainingOnly));
    // Fields that no message has change nothing.
    let mut raw = Raw::connect(&desk.paths);
    let line = format!(
        "{{\"hello\":{{\"version\":\"{VERSION}\",\"client\":\"command\",\"lang\":\"en\",\"officer\":\"0142\",\"uid\":0,\"role\":\"desk\"}}}}\n"
    );
    std::io::Write::write_all(&mut raw.stream, line.as_bytes()).unwrap();
    match raw.next() {
        ToClient::Welcome { who: Some(who), .. } => assert_eq!(who.officer, "0100".into()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_shared_account_signs_in_and_may_change_officer() {
    let desk = Live::made(&founding(false, true)).on_thread(Options::default());
    let mut caller = desk.caller();
    assert_eq!(caller.welcome().who, None);
    assert!(matches!(caller.execute(report("x"), None), Err(WireError::Refused(Refusal::NotSignedIn))));
    assert!(matches!(caller.ask(Query::Board), Err(WireError::Refused(Refusal::NotSignedIn))));
    let duty = officer_of(Role::DutyOfficer);
    let wrong = caller.sign_in(duty.clone(), secret("not this one"));
    assert!(
        matches!(wrong, Err(WireError::Refused(Refusal::PassphraseWrong { officer })) if officer == duty)
    );
    let unknown = caller.sign_in("9999".into(), secret(PASSPHRASE));
    assert!(matches!(unknown, Err(WireError::Refused(Refusal::PassphraseWrong { .. }))));
    assert!(matches!(caller.execute(report("x"), None), Err(WireError::Refused(Refusal::NotSignedIn))));
    assert_eq!(caller.sign_in(duty.clone(), secret(PASSPHRASE)).unwrap().role, Role::DutyOfficer);
    receive(&mut caller, "a dog barks");
    let reviewer = officer_of(Role::Reviewer);
    caller.sign_in(reviewer, secret(PASSPHRASE)).unwrap();
    assert!(matches!(
        caller.execute(report("y"), None),
        Err(WireError::Refused(Refusal::RoleMayNot { role: Role::Reviewer, .. }))
    ));
    // A wrong attempt leaves the officer who sits there.
    assert!(caller.sign_in(duty.clone(), secret("no")).is_err());
    assert!(matches!(caller.ask(Query::HandoverDraft), Ok(Answer::HandoverDraft(_))));
    let received = entries(&mut caller).into_iter().find(|e| e.kind == "report.received").unwrap();
    assert_eq!(received.officer, duty);
}

#[test]
fn the_role_is_the_one_that_the_setup_gives_now() {
    let desk = Live::training();
    let mut duty = desk.acting_as(officer_of(Role::DutyOfficer));
    receive(&mut duty, "a dog barks");
    let mut chief = desk.acting_as("0100");
    let retire = SetupCommand::Retire { key: format!("officer/{}", officer_of(Role::DutyOfficer)) };
    chief.execute(Command::Setup(retire), None).unwrap();
    assert!(matches!(duty.execute(report("x"), None), Err(WireError::Refused(Refusal::NotSignedIn))));
    let gone =
        Caller::open(&desk.paths, Hello::command(Lang::En).acting_as(Some(officer_of(Role::DutyOfficer))));
    assert!(matches!(gone, Err(WireError::Ended(Ended::Refused(Refusal::NotFound { .. })))));
    assert_eq!(reports(&mut chief).len(), 1);
}

#[test]
fn a_handover_takes_two_passphrases_and_no_wrong_one() {
    let desk = Live::real();
    let mut chief = desk.caller();
    let (out, into) = (officer_of(Role::DutyOfficer), officer_of(Role::ShiftLeader));
    let sign = |passphrase| {
        Command::Handover(HandoverCommand::Sign {
            officer: out.clone(),
            passphrase: secret(passphrase),
            remarks: BTreeMap::new(),
            words: "quiet".into(),
            equipment: vec![("Keys".to_owned(), true)],
        })
    };
    let before = kinds(&mut chief);
    let wrong = chief.execute(sign("wrong"), None);
    assert!(matches!(wrong, Err(WireError::Refused(Refusal::PassphraseWrong { officer })) if officer == out));
    assert_eq!(kinds(&mut chief), before);
    let id = chief.execute(sign(PASSPHRASE), None).unwrap().id.unwrap();
    let accept = HandoverCommand::Accept {
        id,
        officer: into.clone(),
        passphrase: secret(PASSPHRASE),
        read_back: vec![],
        reservations: "".into(),
    };
    chief.execute(Command::Handover(accept), None).unwrap();
    match chief.ask(Query::Handovers { page: Page::top(1) }).unwrap() {
        Answer::Handovers(rows) => {
            assert_eq!(rows.rows[0].status, HandoverStatus::Sealed);
            assert_eq!(rows.rows[0].accepted.as_ref().unwrap().by, into);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_passphrase_counts_and_the_old_one_does_not() {
    let desk = Live::made(&founding(false, true)).on_thread(Options::default());
    let mut caller = desk.caller();
    let duty = officer_of(Role::DutyOfficer);
    caller.sign_in(duty.clone(), secret(PASSPHRASE)).unwrap();
    let set = |passphrase: &str| {
        Command::Setup(SetupCommand::SetPassphrase { officer: duty.clone(), passphrase: secret(passphrase) })
    };
    let short = caller.execute(set("short"), None);
    assert!(matches!(short, Err(WireError::Refused(Refusal::PassphraseShort { .. }))), "{short:?}");
    caller.execute(set("a longer passphrase"), None).unwrap();
    assert!(caller.sign_in(duty.clone(), secret(PASSPHRASE)).is_err());
    caller.sign_in(duty.clone(), secret("a longer passphrase")).unwrap();
    let file = std::fs::read(desk.paths.db()).unwrap();
    let wal = std::fs::read(desk.paths.dir().join("desk.db-wal")).unwrap_or_default();
    let holds = |bytes: &[u8]| bytes.windows(19).any(|w| w == b"a longer passphrase");
    assert!(!holds(&file) && !holds(&wal), "a passphrase is kept nowhere");
}

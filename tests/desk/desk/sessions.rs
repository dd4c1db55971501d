//! Hello, requests and their answers; what a bad client does to itself and to nobody else.

use super::live::{Live, Raw, execute, hello, kinds, receive, report, reports};
use crate::real::wait_until;
use dutydesk::desk::Options;
use dutydesk::domain::command::ReportCommand;
use dutydesk::domain::query::{Answer, Page, Query, ReportFilter};
use dutydesk::domain::{Command, Lang, Private, Refusal, Role};
use dutydesk::wire::codec::encode;
use dutydesk::wire::connect::WireError;
use dutydesk::wire::message::{Ended, LINE_MAX, ToClient, ToDesk};
use dutydesk::wire::{Caller, Hello, VERSION};
use std::io::Write;
use std::time::Duration;

#[test]
fn the_desk_says_who_one_is_and_what_time_it_is() {
    let desk = Live::real();
    let caller = desk.caller();
    let who = caller.welcome().who.clone().unwrap();
    assert_eq!((who.officer, who.role), ("0100".into(), Role::Supervisor));
    assert!(caller.welcome().session.starts_with('s'));
}

#[test]
fn another_version_is_told_so() {
    let desk = Live::real();
    let mut raw = Raw::connect(&desk.paths);
    raw.send(&hello("0.0.0-other", None));
    assert_eq!(raw.ended(), Ended::OtherVersion { desk: VERSION.into() });
}

#[test]
fn a_session_begins_with_hello_and_says_it_once() {
    let desk = Live::real();
    let mut raw = Raw::connect(&desk.paths);
    raw.send(&ToDesk::Stop { id: 1 });
    assert_eq!(raw.ended(), Ended::NoHello);
    let mut raw = Raw::hello(&desk.paths, None);
    raw.send(&hello(VERSION, None));
    assert_eq!(raw.ended(), Ended::Malformed { why: "a second hello".into() });
}

#[test]
fn a_bad_line_ends_its_own_session_and_nothing_else() {
    let desk = Live::real();
    let mut other = desk.caller();
    for bad in [&b"{\"execute\":\n"[..], b"\xff\n", b"{\"shutdown\":{}}\n", b"\n"] {
        let mut raw = Raw::hello(&desk.paths, None);
        raw.stream.write_all(bad).unwrap();
        assert!(matches!(raw.ended(), Ended::Malformed { .. }), "{bad:?}");
    }
    let mut raw = Raw::hello(&desk.paths, None);
    let piece = vec![b'x'; 64 * 1024];
    // The desk may close before all of it is written.
    for _ in 0..=LINE_MAX / piece.len() {
        if raw.stream.write_all(&piece).is_err() {
            break;
        }
    }
    assert_eq!(raw.ended(), Ended::TooLong { max: LINE_MAX as u64 });
    assert_eq!(reports(&mut other), []);
    receive(&mut other, "all is well");
}

#[test]
fn the_second_officer_is_told_who_accepted_first() {
    let desk = Live::training();
    let mut first = desk.acting_as("0142");
    let id = receive(&mut first, "two men are fighting at the north gate").id.unwrap();
    let accept = Command::Report(ReportCommand::Accept { id });
    first.execute(accept.clone(), Some(1)).unwrap();
    let mut second = desk.acting_as("0156");
    match second.execute(accept, Some(1)) {
        Err(WireError::Refused(Refusal::AlreadyAccepted { id: of, by })) => {
            assert_eq!((of, by.by), (id, "0142".into()));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn requests_of_one_session_are_done_in_order_and_answered_by_number() {
    let desk = Live::training();
    let mut raw = Raw::hello(&desk.paths, Some("0142"));
    let lines: Vec<u8> = (1..=300)
        .flat_map(|n| encode(&execute(n, &format!("k{n}"), report(&n.to_string()))).unwrap())
        .collect();
    raw.stream.write_all(&lines).unwrap();
    let mut numbers = Vec::new();
    for n in 1..=300 {
        match raw.next() {
            ToClient::Done { id, receipt } => {
                assert_eq!(id, n);
                numbers.push(receipt.id.unwrap().number);
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(numbers.is_sorted());
}

#[test]
fn a_lost_answer_asked_for_again_under_its_key_is_done_once() {
    let desk = Live::training();
    let mut raw = Raw::hello(&desk.paths, Some("0142"));
    raw.send(&execute(1, "the-same-key", report("a window is broken")));
    drop(raw);
    let mut again = Raw::hello(&desk.paths, Some("0142"));
    let mut reader = desk.acting_as("0142");
    wait_until("the first is done", || reports(&mut reader).len() == 1);
    match again.ask(&execute(7, "the-same-key", report("a window is broken"))) {
        ToClient::Done { id: 7, receipt } => assert!(receipt.repeated && receipt.id.is_some()),
        other => panic!("{other:?}"),
    }
    assert_eq!(reports(&mut reader).len(), 1);
}

#[test]
fn a_client_that_does_not_read_is_cut_and_nobody_else_waits() {
    let options = Options { unread_at_most: Duration::from_millis(300), ..Options::default() };
    let desk = Live::made(&super::live::founding(true, false)).on_thread(options);
    let mut slow = Raw::hello(&desk.paths, Some("0142"));
    slow.stream.set_nonblocking(true).unwrap();
    // Whole requests, so that nothing but its not reading can end the session.
    let ask = encode(&ToDesk::Ask { id: 1, query: Query::Station }).unwrap();
    let mut other = desk.acting_as("0156");
    let mut rest: &[u8] = &ask;
    wait_until("the slow client is cut", || {
        receive(&mut other, "meanwhile");
        loop {
            match slow.stream.write(rest) {
                Ok(n) if n == rest.len() => rest = &ask,
                Ok(n) => rest = &rest[n..],
                Err(e) => return e.kind() == std::io::ErrorKind::BrokenPipe,
            }
        }
    });
    match other.ask(Query::Status).unwrap() {
        Answer::Status(status) => assert_eq!(status.sessions, 1),
        other => panic!("{other:?}"),
    }
}

#[test]
fn half_filled_forms_are_kept_for_their_officer() {
    let desk = Live::made(&super::live::founding(true, false)).in_process();
    let mut officer = desk.acting_as("0142");
    officer.keep("report-new", Some(Private::from("{\"narrative\":\"a man w\"}"))).unwrap();
    let desk = desk.kill().in_process();
    let drafts = |officer: &str| match desk.acting_as(officer).ask(Query::Drafts).unwrap() {
        Answer::Drafts(drafts) => drafts.into_iter().map(|d| (d.form, d.body.0)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(drafts("0142"), [("report-new".to_owned(), "{\"narrative\":\"a man w\"}".to_owned())]);
    assert_eq!(drafts("0156"), []);
    desk.acting_as("0142").keep("report-new", None).unwrap();
    assert_eq!(drafts("0142"), []);
    let mut officer = desk.acting_as("0142");
    let long = Private::from("x".repeat(300 * 1024));
    assert!(matches!(
        officer.keep("report-new", Some(long)),
        Err(WireError::Refused(Refusal::TooLong { .. }))
    ));
}

#[test]
fn a_desk_takes_so_many_sessions_and_says_when_it_is_full() {
    let desk = Live::training();
    let mut held: Vec<Raw> = (0..128).map(|_| Raw::hello(&desk.paths, None)).collect();
    assert_eq!(Raw::connect(&desk.paths).ended(), Ended::Full { max: 128 });
    held.pop();
    wait_until("there is room again", || Caller::open(&desk.paths, Hello::command(Lang::En)).is_ok());
    drop(held);
    wait_until("they are gone", || {
        let Ok(mut caller) = Caller::open(&desk.paths, Hello::command(Lang::En)) else { return false };
        matches!(caller.ask(Query::Status), Ok(Answer::Status(s)) if s.sessions == 1)
    });
}

#[test]
fn what_the_record_does_not_have_is_refused_and_too_much_is_not_asked_for() {
    let desk = Live::training();
    let mut caller = desk.acting_as("0142");
    let id = "R-20261121-031".parse().unwrap();
    let missing = caller.ask(Query::Report { id });
    assert!(matches!(missing, Err(WireError::Refused(Refusal::NotFound { .. }))), "{missing:?}");
    let page = Page::top(u16::MAX);
    match caller.ask(Query::Reports { filter: ReportFilter::default(), page }).unwrap() {
        Answer::Reports(rows) => assert!(rows.rows.is_empty()),
        other => panic!("{other:?}"),
    }
    assert_eq!(kinds(&mut caller).last().map(String::as_str), Some("desk.started"));
}

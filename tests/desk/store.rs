//! The store: one door for writing, its receipts, and what a refusal or a full disk leaves behind.

use crate::paper::{OFFICERS, id, items, told};
use dutydesk::domain::command::{Command, Incoming, Order, ReportCommand, SetupCommand};
use dutydesk::domain::query::{Answer, Query};
use dutydesk::domain::report::{Source, Telling};
use dutydesk::domain::{Actor, Code, Moment, OfficerId, Receipt, RecordId, Refusal, Report, Role, Secret};
use dutydesk::store::{Asked, Keep, NotDone, Outcome, Reader, Store, verify};
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A desk in a temporary folder, with the invented station of the rules' tests set up.
pub struct Desk {
    pub store: Store,
    pub now: Timestamp,
    pub folder: PathBuf,
    asked: u64,
    _kept: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let kept = TempDir::new().unwrap();
        let folder = kept.path().join("desk");
        let store = Store::create(&folder).unwrap();
        let now = "2026-11-21T22:00:00Z".parse().unwrap();
        let mut desk = Desk { store, now, folder, asked: 0, _kept: kept };
        for item in items() {
            desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(item)))).unwrap();
        }
        desk
    }

    pub fn pass(&mut self, seconds: i64) {
        self.now = self.now.saturating_add(SignedDuration::from_secs(seconds)).unwrap();
    }

    pub fn moment(&self, officer: &str) -> Moment {
        let role = OFFICERS.iter().find(|(n, _)| *n == officer).map_or(Role::Desk, |(_, role)| *role);
        let actor = Actor { officer: officer.into(), role, session: "s1".to_owned() };
        let watch = self.store.station().watch(self.now);
        Moment { at: self.now, actor, duty_day: watch.day, shift: watch.shift, proved: None }
    }

    /// An order under a key of its own; a signature is taken as proved.
    pub fn asked(&mut self, officer: &str, command: Command) -> Asked {
        self.asked += 1;
        let proved = command.proof().map(|(who, _)| who.clone());
        let moment = Moment { proved, ..self.moment(officer) };
        let hash = matches!(command, Command::Setup(SetupCommand::SetPassphrase { .. }));
        Asked {
            order: Order { key: format!("k{}", self.asked), seen: None, command },
            moment,
            passphrase_hash: hash.then(|| "$argon2id$invented".to_owned()),
        }
    }

    pub fn ask(&mut self, officer: &str, command: Command) -> Outcome {
        let asked = self.asked(officer, command);
        self.store.execute(asked)
    }

    pub fn on(&mut self, officer: &str, command: ReportCommand) -> Outcome {
        self.ask(officer, Command::Report(command))
    }

    pub fn receive(&mut self, narrative: &str) -> RecordId {
        self.ask("0103", told(narrative)).unwrap().id.unwrap()
    }

    pub fn read(&self, query: &Query) -> Answer {
        let reader = Reader::open(&self.folder).unwrap();
        reader.answer(query, &"0103".into(), self.now).unwrap()
    }

    pub fn report(&self, id: RecordId) -> Report {
        let Answer::Report(detail) = self.read(&Query::Report { id }) else { panic!("another answer") };
        detail.report
    }

    /// Nothing is wrong with the record.
    pub fn assert_sound(&mut self) {
        self.store.anchor_now().unwrap();
        let report = verify(&self.folder, |_| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
        assert_eq!(report.facts, self.store.head().seq);
    }
}

pub fn refusal(outcome: Outcome) -> Refusal {
    match outcome {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_report_gets_the_next_number_of_its_duty_day() {
    let mut desk = Desk::new();
    assert_eq!(desk.receive("a fight"), id("R-20261121-001"));
    assert_eq!(desk.receive("noise"), id("R-20261121-002"));
    desk.pass(4 * 3600);
    assert_eq!(desk.receive("after midnight, with no shift set"), id("R-20261122-001"));
    desk.assert_sound();
}

#[test]
fn the_same_key_of_the_same_officer_is_answered_and_not_done_again() {
    let mut desk = Desk::new();
    let asked = desk.asked("0103", told("a fight"));
    let first = desk.store.execute(asked.clone()).unwrap();
    let head = desk.store.head();
    let again = desk.store.execute(asked.clone()).unwrap();
    assert_eq!(again, Receipt { repeated: true, ..first });
    assert_eq!(desk.store.head(), head);
    let other = Asked { moment: desk.moment("0104"), ..asked };
    assert_eq!(desk.store.execute(other).unwrap().id, Some(id("R-20261121-002")));
}

#[test]
fn a_repeat_within_one_batch_is_done_once() {
    let mut desk = Desk::new();
    let asked = desk.asked("0103", told("a fight"));
    let outcomes = desk.store.execute_batch(vec![asked.clone(), asked]);
    assert!(!outcomes[0].as_ref().unwrap().repeated);
    assert!(outcomes[1].as_ref().unwrap().repeated);
    desk.assert_sound();
}

#[test]
fn a_source_key_that_is_known_is_counted_on_the_report_that_has_it() {
    let mut desk = Desk::new();
    let telling = Telling { narrative: "a fight".into(), ..Telling::default() };
    let incoming = Incoming {
        source: Source::Hotline,
        source_key: Some("110-000123".to_owned()),
        event_at: None,
        telling,
    };
    let receive = Command::Report(ReportCommand::Receive(Box::new(incoming)));
    let first = desk.ask("desk", receive.clone()).unwrap();
    let again = desk.ask("desk", receive).unwrap();
    assert_eq!(again.id, first.id);
    assert_eq!(again.kinds, ["report.resent"]);
    assert_eq!(desk.report(first.id.unwrap()).resends, 1);
    desk.assert_sound();
}

#[test]
fn the_second_officer_is_told_who_accepted_first() {
    let mut desk = Desk::new();
    let report = desk.receive("a fight");
    let accept = |desk: &mut Desk, officer: &str| {
        let mut asked = desk.asked(officer, Command::Report(ReportCommand::Accept { id: report }));
        asked.order.seen = Some(1);
        asked
    };
    let (one, two) = (accept(&mut desk, "0103"), accept(&mut desk, "0104"));
    let mut outcomes = desk.store.execute_batch(vec![one, two]);
    let second = outcomes.pop().unwrap();
    outcomes.pop().unwrap().unwrap();
    let Refusal::AlreadyAccepted { by, .. } = refusal(second) else { panic!("another refusal") };
    assert_eq!(by.by, "0103".into());
    desk.assert_sound();
}

#[test]
fn an_act_on_an_older_state_is_told_what_changed_and_changes_nothing() {
    let mut desk = Desk::new();
    let report = desk.receive("a fight");
    desk.on("0104", ReportCommand::Note { id: report, text: "caller rang again".into() }).unwrap();
    let head = desk.store.head();
    let mut asked = desk.asked("0103", Command::Report(ReportCommand::Accept { id: report }));
    asked.order.seen = Some(1);
    let Refusal::ChangedSince { id, step, by } = refusal(desk.store.execute(asked)) else {
        panic!("another refusal")
    };
    assert_eq!((id, step), (report, Some(dutydesk::domain::report::Step::Note)));
    assert_eq!(by.by, "0104".into());
    assert_eq!(desk.store.head(), head);
    assert_eq!(desk.report(report).rev, 2);
}

#[test]
fn a_refusal_in_the_middle_of_a_batch_leaves_no_trace() {
    let mut desk = Desk::new();
    let report = desk.receive("a fight");
    let orders = vec![
        desk.asked("0103", told("noise")),
        desk.asked("0103", Command::Report(ReportCommand::Verify { id: report })),
        desk.asked("0103", told("a lost dog")),
    ];
    let outcomes = desk.store.execute_batch(orders);
    assert!(outcomes[0].is_ok() && outcomes[1].is_err() && outcomes[2].is_ok());
    assert_eq!(outcomes[2].as_ref().unwrap().id, Some(id("R-20261121-003")));
    let (Ok(first), Ok(last)) = (&outcomes[0], &outcomes[2]) else { panic!("not done") };
    assert_eq!(last.entries.unwrap().0, first.entries.unwrap().1 + 1, "no gap where the refusal was");
    desk.assert_sound();
}

#[test]
fn instants_finer_than_a_millisecond_are_not_kept() {
    let mut desk = Desk::new();
    desk.now = desk.now.saturating_add(SignedDuration::from_nanos(1_234_567)).unwrap();
    let report = desk.receive("a fight");
    assert_eq!(desk.report(report).received.at.as_nanosecond() % 1_000_000, 0);
    desk.assert_sound();
}

#[test]
fn a_passphrase_is_kept_beside_the_journal() {
    let mut desk = Desk::new();
    let set = SetupCommand::SetPassphrase {
        officer: "0103".into(),
        passphrase: Secret("river-lantern".to_owned()),
    };
    desk.ask("0103", Command::Setup(set)).unwrap();
    let reader = Reader::open(&desk.folder).unwrap();
    assert_eq!(reader.passphrase_of(&"0103".into()).unwrap().as_deref(), Some("$argon2id$invented"));
    assert_eq!(reader.passphrase_of(&"0104".into()).unwrap(), None);
    assert!(!holds(&desk.folder, "river-lantern"), "the passphrase itself is nowhere");
    desk.assert_sound();
}

#[test]
fn a_half_filled_form_is_kept_for_its_officer_until_it_is_given_up() {
    let mut desk = Desk::new();
    let officer: OfficerId = "0103".into();
    let mut keep = Keep {
        officer: officer.clone(),
        form: "report-new".to_owned(),
        body: Some("{\"narrative\":\"a fi\"}".into()),
        at: desk.now,
    };
    desk.store.keep_form(keep.clone()).unwrap();
    let Answer::Drafts(forms) = desk.read(&Query::Drafts) else { panic!("another answer") };
    assert_eq!(forms.len(), 1);
    assert_eq!(forms[0].form, "report-new");
    keep.body = None;
    desk.store.keep_form(keep).unwrap();
    assert_eq!(desk.read(&Query::Drafts), Answer::Drafts(vec![]));
}

#[test]
fn a_closed_record_opens_with_everything_that_was_acknowledged() {
    let mut desk = Desk::new();
    let report = desk.receive("a fight");
    let (head, boot) = (desk.store.head(), desk.store.boot());
    let folder = desk.folder.clone();
    let Desk { store, .. } = desk;
    store.close().unwrap();
    let store = Store::open(&folder).unwrap();
    assert_eq!(store.head(), head);
    assert_eq!(store.boot(), boot + 1);
    assert!(store.station().has_unit(&Code("car1".to_owned())));
    let reader = Reader::open(&folder).unwrap();
    assert!(reader.answer(&Query::Report { id: report }, &"0103".into(), Timestamp::UNIX_EPOCH).is_ok());
}

/// Whether any file below a folder holds these bytes.
pub fn holds(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, text);
        }
        String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(text)
    })
}

//! Random commands by several officers, in batches, with the record closed and opened in between: the store answers as the
//! rules do on paper, keeps the same records, and verifies.

use crate::paper::{OFFICERS, Paper};
use crate::rules_random::command;
use crate::store::Desk;
use dutydesk::domain::query::{Answer, Query};
use dutydesk::domain::{Command, Moment, Record, RecordId, Refusal, Report, Subject};
use dutydesk::store::{Asked, NotDone, Outcome, Reader, Store, verify};
use proptest::prelude::*;

struct Step {
    officer: &'static str,
    command: Command,
}

/// The same night on paper and at a desk.
struct Both {
    paper: Paper,
    desk: Desk,
    waiting: Vec<(Asked, Result<usize, Refusal>)>,
}

impl Both {
    fn new() -> Both {
        Both { paper: Paper::new(), desk: Desk::new(), waiting: Vec::new() }
    }

    fn ask(&mut self, step: Step) {
        self.desk.now = self.paper.now;
        let asked = self.desk.asked(step.officer, step.command.clone());
        let moment = Moment { duty_day: "2026-11-21".parse().unwrap(), ..asked.moment };
        let on_paper = self.paper.ask(step.officer, &step.command).map(|facts| facts.len());
        self.waiting.push((Asked { moment, ..asked }, on_paper));
    }

    fn commit(&mut self) {
        let (orders, expected): (Vec<Asked>, Vec<_>) = self.waiting.drain(..).unzip();
        let outcomes = self.desk.store.execute_batch(orders);
        assert_eq!(outcomes.into_iter().map(facts).collect::<Vec<_>>(), expected);
    }

    /// As after a restart: nothing that was kept in memory is left.
    fn open_again(&mut self) {
        self.commit();
        self.desk.store = Store::open(&self.desk.folder).unwrap();
    }

    fn assert_same(&mut self) {
        self.commit();
        self.desk.store.anchor_now().unwrap();
        let report = verify(&self.desk.folder, |_| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
        let reader = Reader::open(&self.desk.folder).unwrap();
        for expected in self.paper.reports() {
            assert_eq!(stored(&reader, expected.id), *expected);
        }
        let Ok(Answer::Units(units)) = reader.answer(&Query::Units, &"0103".into(), self.desk.now) else {
            panic!("no units")
        };
        for unit in units {
            let on_paper = self.paper.records.get(&Subject::Unit(unit.state.code.clone()));
            assert!(on_paper.is_none_or(|record| *record == Record::Unit(Box::new(unit.state.clone()))));
        }
    }
}

fn facts(outcome: Outcome) -> Result<usize, Refusal> {
    match outcome {
        Ok(receipt) => Ok(receipt.kinds.len()),
        Err(NotDone::Refused(refusal)) => Err(refusal),
        Err(failed) => panic!("{failed:?}"),
    }
}

fn stored(reader: &Reader, id: RecordId) -> Report {
    match reader.answer(&Query::Report { id }, &"0103".into(), jiff::Timestamp::UNIX_EPOCH) {
        Ok(Answer::Report(detail)) => detail.report,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_store_answers_as_the_rules_do_on_paper_and_its_record_verifies(
        steps in proptest::collection::vec((0..OFFICERS.len(), command(), 0..200_i64, 0..12_u8), 1..90)
    ) {
        let mut both = Both::new();
        for (who, command, seconds, then) in steps {
            both.paper.pass(seconds);
            both.ask(Step { officer: OFFICERS[who].0, command });
            match then {
                0..=3 => both.commit(),
                4 => both.open_again(),
                _ => {}
            }
        }
        both.assert_same();
    }
}

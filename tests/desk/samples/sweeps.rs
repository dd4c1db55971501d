//! Sweeps and what mediators are paid: every command and fact, a sweep that was answered, a sheet.

use super::{at, by, canary, clocks, disputes, entry, id, variants};
use dutydesk::domain::RecordId;
use dutydesk::domain::command::SweepCommand;
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::allowance::{Paid, Sheet};
use dutydesk::domain::dispute::terms::Severity;
use dutydesk::domain::fact::{Fact, SweepFact};
use dutydesk::domain::query::SweepDetail;
use dutydesk::domain::row::SweepRow;
use dutydesk::domain::sweep::{Campaign, Period, Sweep, SweepAnswer};

variants!(sweep_command, SWEEP_COMMANDS, SweepCommand: Expect Answer);
variants!(sweep_fact, SWEEP_FACTS, SweepFact: Expected Answered);

pub fn w1() -> RecordId {
    id("W-20261116-001")
}

pub fn commands() -> impl Iterator<Item = SweepCommand> {
    let answer = |found| SweepCommand::Answer { id: w1(), found, text: canary() };
    [SweepCommand::Expect { beat: "S3".into() }, answer(0), answer(2)].into_iter()
}

pub fn facts() -> impl Iterator<Item = SweepFact> {
    let answered = |found| SweepFact::Answered { found, text: canary() };
    let expected = SweepFact::Expected { beat: "S3".into(), period: period(), by: at() };
    [expected, answered(0), answered(2), SweepFact::Answered { found: 1, text: "".into() }].into_iter()
}

fn period() -> Period {
    Period { from: "2026-11-16".parse().unwrap(), to: "2026-11-22".parse().unwrap() }
}

/// A sweep that found something.
pub fn sweep() -> Sweep {
    Sweep {
        id: w1(),
        rev: 2,
        beat: "S3".into(),
        period: period(),
        by: at(),
        expected: by("desk"),
        answer: Some(SweepAnswer { stamp: by("0142"), found: 2, text: canary() }),
        clocks: clocks(),
    }
}

pub fn row() -> SweepRow {
    let campaign = Campaign { period: period(), found: 3, disputes: 5, nothing: 6, missing: 1 };
    SweepRow { key: 1, sweep: sweep(), entered: 1, campaign }
}

pub fn detail() -> SweepDetail {
    let timeline = facts().map(|fact| entry(Fact::Sweep(fact))).collect();
    SweepDetail { row: row(), disputes: vec![disputes::row()], due: vec![], timeline }
}

pub fn sheet() -> Sheet {
    let paid = Paid {
        id: super::d1(),
        lead: "0142".into(),
        severity: Severity::Larger,
        status: DisputeStatus::Closed,
        at: at(),
        amount: "200".parse().unwrap(),
    };
    Sheet { disputes: vec![paid], more: true }
}

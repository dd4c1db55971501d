//! The demo's live night: calls come in through the spool, units check in, officers at other consoles act.
//!
//! It knows the desk only as any other client does, and ends when it is told to.

use super::history::{Cast, Dice};
use super::tales::DOORS;
use super::tales::TALES;
use crate::config::Paths;
use crate::domain::command::{Command, EscalationCommand, ReportCommand, UnitCommand};
use crate::domain::place::Level;
use crate::domain::query::{Answer, Page, Query, ReportFilter, ReportView};
use crate::domain::report::{Priority, Status};
use crate::domain::row::ReportRow;
use crate::domain::setup::CodeList;
use crate::domain::{OfficerId, Private};
use crate::wire::{Caller, Hello};
use serde_json::json;
use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// Between two things that happen.
const EVERY: Duration = Duration::from_secs(6);

/// Lets the night go on until `ended` speaks or is dropped. `player` is the officer at the console: nobody else acts
/// in that name.
pub(super) fn go_on(paths: &Paths, cast: &Cast, player: &OfficerId, ended: &Receiver<()>) {
    let mut dice = Dice::new(7);
    let mut told = 0_u64;
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(EVERY) {
        let turn = dice.below(12);
        // A night that stumbles goes on: the demo's console shows what stands.
        let _ = match turn {
            0 => {
                told += 1;
                call_in(paths, cast, &mut dice, told)
            }
            1 | 2 => check_in(paths, cast, &mut dice),
            3 => escalate(paths, cast, &mut dice, player),
            _ => somebody_works(paths, cast, &mut dice, player),
        };
    }
}

/// A call reaches the desk as a file, as from any other system.
fn call_in(paths: &Paths, cast: &Cast, dice: &mut Dice, n: u64) -> Option<()> {
    let tale = dice.one(&TALES)?;
    let (narrative, place) = (tale.told(cast.lang).0, tale.at_door(cast.lang, 1 + dice.below(DOORS)));
    let report = json!({
        "source_key": format!("demo-{n:06}"),
        "source": tale.source,
        "type": cast.code(CodeList::IncidentType, tale.kind),
        "priority": tale.priority,
        "beat": dice.one(&cast.beats)?,
        "place": place,
        "narrative": narrative,
    });
    let name = format!("demo-{n:06}.json");
    let (tmp, new) = (paths.spool().join("tmp").join(&name), paths.spool().join("new").join(&name));
    let mut file = std::fs::File::create_new(&tmp).ok()?;
    file.write_all(report.to_string().as_bytes()).ok()?;
    file.sync_all().ok()?;
    std::fs::rename(tmp, new).ok()
}

fn as_officer(paths: &Paths, cast: &Cast, officer: &OfficerId) -> Option<Caller> {
    Caller::open(paths, Hello::command(cast.lang).acting_as(Some(officer.clone()))).ok()
}

fn other_keeper(cast: &Cast, dice: &mut Dice, player: &OfficerId) -> Option<OfficerId> {
    let others: Vec<&OfficerId> = cast.keepers.iter().map(|k| &k.0).filter(|k| *k != player).collect();
    dice.one(&others).map(|k| (*k).clone())
}

fn check_in(paths: &Paths, cast: &Cast, dice: &mut Dice) -> Option<()> {
    let unit = dice.one(&cast.units)?.clone();
    let place = Private::from(dice.one(&TALES)?.told(cast.lang).1);
    let mut caller = as_officer(paths, cast, &cast.keepers.first()?.0)?;
    caller.execute(Command::Unit(UnitCommand::CheckIn { unit, place }), None).ok().map(drop)
}

fn open_reports(caller: &mut Caller) -> Vec<ReportRow> {
    let filter = ReportFilter { view: ReportView::Open, ..ReportFilter::default() };
    match caller.ask(Query::Reports { filter, page: Page::top(40) }) {
        Ok(Answer::Reports(page)) => page.rows,
        Ok(_) | Err(_) => Vec::new(),
    }
}

fn escalate(paths: &Paths, cast: &Cast, dice: &mut Dice, player: &OfficerId) -> Option<()> {
    let mut caller = as_officer(paths, cast, &other_keeper(cast, dice, player)?)?;
    let urgent = |r: &&ReportRow| r.priority <= Some(Priority::P2) && r.escalations_waiting == 0;
    let rows = open_reports(&mut caller);
    let on = rows.iter().filter(urgent).map(|r| r.id).next()?;
    let reason = cast.code(CodeList::EscalationReason, "need-people");
    let raise = EscalationCommand::Raise { on, to: Level::Town, reason, note: Private::default() };
    caller.execute(Command::Escalation(raise), None).ok().map(drop)
}

/// Somebody at another console takes the next step on the oldest report that waits; the newest is left to the player.
fn somebody_works(paths: &Paths, cast: &Cast, dice: &mut Dice, player: &OfficerId) -> Option<()> {
    let officer = other_keeper(cast, dice, player)?;
    let mut caller = as_officer(paths, cast, &officer)?;
    let rows = open_reports(&mut caller);
    let row = rows.iter().skip(1).rfind(|r| r.status < Status::Resolved)?;
    let id = row.id;
    let step = match row.status {
        Status::Received => ReportCommand::Accept { id },
        Status::Accepted => ReportCommand::Dispatch { id, unit: dice.one(&cast.units)?.clone() },
        Status::Dispatched => ReportCommand::Arrive { id, unit: row.unit.clone() },
        Status::InProgress
        | Status::Resolved
        | Status::Verified
        | Status::Closed
        | Status::Transferred
        | Status::Duplicate
        | Status::Cancelled
        | Status::Unfounded
        | Status::Erased => {
            let disposition = Some(cast.code(CodeList::Disposition, "settled"));
            ReportCommand::Resolve { id, result: Private::default(), disposition }
        }
    };
    caller.execute(Command::Report(step), None).ok().map(drop)
}

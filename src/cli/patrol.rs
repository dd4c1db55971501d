//! `dutydesk unit ...`: what each unit is doing.

use super::args::UnitCmd;
use super::context::{Call, Context};
use super::failure::Failure;
use super::print;
use crate::domain::command::{Command, UnitCommand};
use crate::domain::patrol::UnitStatus;
use crate::domain::query::{Answer, Query};
use crate::domain::{Code, Private};
use serde_json::json;

/// Runs `dutydesk unit ...`.
pub(super) fn unit(context: &Context, command: &UnitCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    match command {
        UnitCmd::List => {}
        UnitCmd::Status { unit, status } => {
            let status = UnitStatus::from_code(status).ok_or_else(|| {
                let known: Vec<&str> = UnitStatus::ALL.iter().map(|s| s.code()).collect();
                let args = [("value", status.as_str()), ("known", &known.join(", "))];
                Failure::usage(call.words().with("cli-no-such-status", &args))
            })?;
            let unit = Code::from(unit.as_str());
            call.execute(Command::Unit(UnitCommand::Status { unit, status }), None)?;
        }
        UnitCmd::CheckIn { unit, place } => {
            let (unit, place) = (Code::from(unit.as_str()), Private::from(place.as_str()));
            call.execute(Command::Unit(UnitCommand::CheckIn { unit, place }), None)?;
        }
    }
    list_units(&mut call)
}

fn list_units(call: &mut Call<'_>) -> Result<(), Failure> {
    let Answer::Units(units) = call.ask(Query::Units)? else { return Err(call.nonsense()) };
    let zone = call.station.zone();
    if call.context.json {
        let all: Vec<_> = units
            .iter()
            .map(|u| {
                let last = u.state.last_check_in.as_ref();
                json!({
                    "unit": u.state.code,
                    "status": u.state.status,
                    "on": u.state.on,
                    "beat": u.beat,
                    "since_time": (u.state.rev > 0).then(|| super::time::rfc3339(u.state.since.at, &zone)),
                    "check_in_time": last.map(|c| super::time::rfc3339(c.stamp.at, &zone)),
                    "check_in_place": last.map(|c| &c.place),
                })
            })
            .collect();
        return print::json(&all, call.words());
    }
    let words = call.words();
    let rows: Vec<Vec<String>> = units
        .iter()
        .map(|u| {
            let last = u.state.last_check_in.as_ref();
            vec![
                u.state.code.to_string(),
                call.station.unit_name(&u.state.code, words.lang()).to_owned(),
                words.unit_status(u.state.status),
                u.state.on.map(|id| id.to_string()).unwrap_or_default(),
                last.map(|c| words.clock(c.stamp.at, &zone, call.now())).unwrap_or_default(),
                last.map(|c| c.place.0.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    let heads = ["code", "unit", "status", "report", "check-in", "place"];
    let heads: Vec<String> = heads.iter().map(|h| words.get(&format!("cli-head-{h}"))).collect();
    print::table(&heads, &rows, words)
}

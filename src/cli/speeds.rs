//! `dutydesk speeds`: how many reports of the shift were accepted, dispatched and answered in time.

use super::context::Context;
use super::failure::Failure;
use super::print;
use crate::domain::query::{Answer, Query};
use crate::domain::speed::SpeedTally;
use serde_json::{Value, json};

pub(super) fn run(context: &Context) -> Result<(), Failure> {
    let mut call = context.call()?;
    let Answer::Board(board) = call.ask(Query::Board)? else { return Err(call.nonsense()) };
    let words = call.words();
    if context.json {
        let all: Vec<Value> = board.speeds.iter().map(one).collect();
        return print::json(&all, words);
    }
    board.speeds.iter().try_for_each(|tally| print::line(&words.speed(tally), words))
}

/// The upper end of each bucket in seconds; the last has none.
fn one(tally: &SpeedTally) -> Value {
    let ends = tally.speed.ends().map(|end| Some(end.as_secs())).into_iter().chain([None]);
    let buckets: Vec<Value> = ends
        .zip(tally.buckets)
        .map(|(within_s, reports)| json!({ "within_s": within_s, "reports": reports }))
        .collect();
    json!({
        "speed": tally.speed,
        "measured": tally.measured(),
        "in_time_percent": tally.in_time_percent(),
        "buckets": buckets,
    })
}

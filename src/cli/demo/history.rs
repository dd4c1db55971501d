//! A month of invented history for the demo: acts in the order of their times, put through the same door as real ones.
//!
//! It is the same month for every start at the same time of day: nothing in it is drawn from chance.

use super::tales::{DOORS, TALES, Tale};
use crate::domain::command::{
    Command, EscalationCommand, HandoverCommand, Incoming, ReportCommand, UnitCommand,
};
use crate::domain::patrol::UnitStatus;
use crate::domain::place::Level;
use crate::domain::report::Telling;
use crate::domain::setup::CodeList;
use crate::domain::{Actor, Code, Kind, Lang, Moment, OfficerId, Private, RecordId, Role, Secret, Station};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// How many days the demo's record goes back.
const DAYS: i64 = 30;

/// One act of the past: who, when, what.
pub(super) struct Act {
    pub(super) command: Command,
    pub(super) moment: Moment,
}

/// A small generator of numbers that look drawn: the same seed gives the same night.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed | 1)
    }

    /// A number below `n`; 0 when `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(n).unwrap_or(0)
    }

    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// The station's people and codes, sorted for the stage.
pub(super) struct Cast {
    pub(super) station: Station,
    pub(super) lang: Lang,
    pub(super) keepers: Vec<(OfficerId, Role)>,
    pub(super) beats: Vec<Code>,
    pub(super) units: Vec<Code>,
}

impl Cast {
    pub(super) fn new(station: Station, lang: Lang) -> Cast {
        let with = |roles: &[Role]| -> Vec<(OfficerId, Role)> {
            station
                .officers()
                .filter(|o| roles.contains(&o.role))
                .map(|o| (o.number.clone(), o.role))
                .collect()
        };
        let keepers = with(&[Role::DutyOfficer, Role::ShiftLeader]);
        let beats = station.beats().map(|p| p.code.clone()).collect();
        let units = station.units().map(|u| u.code.clone()).collect();
        Cast { station, lang, keepers, beats, units }
    }

    /// A code of a list: the wanted one, or the list's first.
    pub(super) fn code(&self, list: CodeList, wanted: &str) -> Code {
        let code = Code::from(wanted);
        if self.station.has_code(list, &code) {
            return code;
        }
        self.station.codes(list).next().map_or(code, |entry| entry.code.clone())
    }

    /// A report as told in a tale.
    pub(super) fn told(&self, tale: &Tale, beat: Option<Code>, door: usize) -> Incoming {
        let (narrative, place) = (tale.told(self.lang).0, tale.at_door(self.lang, door));
        let telling = Telling {
            narrative: Private::from(narrative),
            place: Private(place),
            incident_type: Some(self.code(CodeList::IncidentType, tale.kind)),
            priority: Some(tale.priority),
            beat,
            ..Telling::default()
        };
        Incoming { source: tale.source, source_key: None, event_at: None, telling }
    }

    /// A moment of the first keeper of the desk.
    pub(super) fn by_keeper(&self, at: Timestamp) -> Moment {
        match self.keepers.first() {
            Some(keeper) => self.moment(keeper, at),
            None => self.by_desk(at),
        }
    }

    /// A moment of the desk itself.
    pub(super) fn by_desk(&self, at: Timestamp) -> Moment {
        let watch = self.station.watch(at);
        Moment { at, actor: Actor::desk("history"), duty_day: watch.day, shift: watch.shift, proved: None }
    }

    pub(super) fn moment(&self, who: &(OfficerId, Role), at: Timestamp) -> Moment {
        let watch = self.station.watch(at);
        let actor = Actor { officer: who.0.clone(), role: who.1, session: "history".to_owned() };
        Moment { at, actor, duty_day: watch.day, shift: watch.shift, proved: Some(who.0.clone()) }
    }
}

/// Every act of the month before `now`, in order.
pub(super) fn month(cast: &Cast, now: Timestamp) -> Vec<Act> {
    let mut dice = Dice::new(20_261_121);
    let mut calls: Vec<(Timestamp, usize)> = Vec::new();
    for hour in 0..DAYS * 24 {
        let begun = now.saturating_sub(SignedDuration::from_hours(hour + 1)).unwrap_or(now);
        // Nights are busier than mornings.
        let local = cast.station.zone().to_datetime(begun).hour();
        let most = if (6..15).contains(&local) { 2 } else { 3 };
        for _ in 0..dice.below(most) {
            let minute = i64::try_from(dice.below(58)).unwrap_or(0);
            calls.push((
                begun.saturating_add(SignedDuration::from_mins(minute)).unwrap_or(now),
                dice.below(TALES.len()),
            ));
        }
    }
    calls.sort_unstable();
    let mut acts = Vec::new();
    let mut numbers: BTreeMap<(Kind, Date), u32> = BTreeMap::new();
    for (at, tale) in calls {
        if let Some(tale) = TALES.get(tale) {
            one_report(cast, &mut dice, &mut numbers, (at, tale), now, &mut acts);
        }
    }
    acts.extend(super::quarrels::acts(cast, now));
    handovers(cast, now, &mut acts);
    acts.sort_by_key(|act| act.moment.at);
    acts.retain(|act| act.moment.at <= now);
    let tonight = tonight(cast, &acts, now);
    acts.extend(tonight);
    acts.sort_by_key(|act| act.moment.at);
    acts
}

fn next(numbers: &mut BTreeMap<(Kind, Date), u32>, kind: Kind, day: Date) -> RecordId {
    let number = numbers.entry((kind, day)).or_default();
    *number += 1;
    RecordId { kind, day, number: *number }
}

/// A report from the call to the closing; whatever lies after now hasn't happened yet.
fn one_report(
    cast: &Cast,
    dice: &mut Dice,
    numbers: &mut BTreeMap<(Kind, Date), u32>,
    (at, tale): (Timestamp, &Tale),
    now: Timestamp,
    acts: &mut Vec<Act>,
) {
    let Some(taker) = dice.one(&cast.keepers).cloned() else { return };
    let checker = cast.keepers.iter().find(|k| k.0 != taker.0).unwrap_or(&taker).clone();
    let id = next(numbers, Kind::Report, cast.station.watch(at).day);
    let door = 1 + dice.below(DOORS);
    let told = cast.told(tale, dice.one(&cast.beats).cloned(), door);
    let mut clock = at;
    let mut act = |who: &(OfficerId, Role), seconds: usize, command: Command| {
        let later = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(0));
        clock = clock.saturating_add(later).unwrap_or(now);
        acts.push(Act { command, moment: cast.moment(who, clock) });
    };
    act(&taker, 0, Command::Report(ReportCommand::Receive(Box::new(told))));
    act(&taker, 5 + dice.below(40), Command::Report(ReportCommand::Accept { id }));
    if dice.below(14) == 0 {
        let reason = cast.code(CodeList::CancelReason, "by-reporter");
        return act(&taker, 200, Command::Report(ReportCommand::Cancel { id, reason }));
    }
    if tale.priority < crate::domain::report::Priority::P4
        && let Some(unit) = dice.one(&cast.units).cloned()
    {
        act(
            &taker,
            40 + dice.below(300),
            Command::Report(ReportCommand::Dispatch { id, unit: unit.clone() }),
        );
        act(&taker, 240 + dice.below(900), Command::Report(ReportCommand::Arrive { id, unit: Some(unit) }));
    }
    let disposition = Some(cast.code(CodeList::Disposition, tale.disposition));
    let result = Private::from(tale.done(cast.lang));
    act(&taker, 500 + dice.below(2_000), Command::Report(ReportCommand::Resolve { id, result, disposition }));
    act(&checker, 600 + dice.below(20_000), Command::Report(ReportCommand::Verify { id }));
    let answer = Some(cast.code(CodeList::Answer, "phone"));
    act(
        &taker,
        300 + dice.below(30_000),
        Command::Report(ReportCommand::Close { id, disposition: None, answer }),
    );
}

/// Every watch before the one that stands is handed over in writing.
fn handovers(cast: &Cast, now: Timestamp, acts: &mut Vec<Act>) {
    let mut watch = cast.station.watch(now);
    let every_report: Vec<(Timestamp, RecordId)> = received(acts);
    for _ in 0..DAYS * 2 - 1 {
        let minute = SignedDuration::from_mins(4);
        let signed_at = watch.from.saturating_sub(minute).unwrap_or(now);
        watch = cast.station.watch(signed_at);
        let [outgoing, incoming, ..] = cast.keepers.as_slice() else { return };
        let id =
            RecordId { kind: Kind::Handover, day: watch.day, number: number_of(cast, watch.from, watch.day) };
        let sign = HandoverCommand::Sign {
            officer: outgoing.0.clone(),
            passphrase: Secret::default(),
            remarks: BTreeMap::new(),
            words: Private::default(),
            equipment: equipment(&cast.station),
        };
        let earliest = signed_at.saturating_sub(SignedDuration::from_hours(96)).unwrap_or(signed_at);
        let known = every_report.iter().filter(|(at, _)| (earliest..signed_at).contains(at));
        let accept = HandoverCommand::Accept {
            id,
            officer: incoming.0.clone(),
            passphrase: Secret::default(),
            read_back: known.map(|(_, id)| *id).chain(super::quarrels::numbers(cast, now)).collect(),
            reservations: Private::default(),
        };
        let read_at = signed_at.saturating_add(SignedDuration::from_mins(3)).unwrap_or(signed_at);
        acts.push(Act { command: Command::Handover(sign), moment: cast.moment(outgoing, signed_at) });
        acts.push(Act { command: Command::Handover(accept), moment: cast.moment(incoming, read_at) });
    }
}

/// The first handover of a duty day is that of its first watch.
fn number_of(cast: &Cast, from: Timestamp, day: Date) -> u32 {
    let before = from.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(from);
    if cast.station.watch(before).day == day { 2 } else { 1 }
}

/// The number that each report of the acts will get.
fn received(acts: &[Act]) -> Vec<(Timestamp, RecordId)> {
    let mut numbers = BTreeMap::new();
    let calls = acts.iter().filter(|a| matches!(a.command, Command::Report(ReportCommand::Receive(_))));
    calls.map(|a| (a.moment.at, next(&mut numbers, Kind::Report, a.moment.duty_day))).collect()
}

/// The equipment list, everything there.
pub(super) fn equipment(station: &Station) -> Vec<(String, bool)> {
    let list = station.checklists().find(|c| c.code.as_str() == "equipment");
    let items = list.map(|c| c.items.as_slice()).unwrap_or_default();
    items.iter().map(|name| (name.of(Lang::En).to_owned(), true)).collect()
}

/// What the last hour has left for the one who sits down: an escalation and a supervision order that wait, a unit off,
/// check-ins.
fn tonight(cast: &Cast, past: &[Act], now: Timestamp) -> Vec<Act> {
    let mut acts = Vec::new();
    let Some(keeper) = cast.keepers.first() else { return acts };
    let ago = |minutes| now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
    let dispatched = past.iter().rev().find_map(|act| match act.command {
        Command::Report(ReportCommand::Dispatch { id, .. }) if act.moment.at < ago(4) => Some(id),
        _ => None,
    });
    if let Some(on) = dispatched {
        let note = match cast.lang {
            Lang::En => "A second unit is needed, none is free.",
            Lang::Zh => "需要第二个巡组，目前没有空闲。",
        };
        let reason = cast.code(CodeList::EscalationReason, "need-people");
        let raise = EscalationCommand::Raise { on, to: Level::Town, reason, note: Private::from(note) };
        // Not by the one who sits at the console: nobody acknowledges what is one's own.
        let other = cast.keepers.get(1).unwrap_or(keeper);
        acts.push(Act { command: Command::Escalation(raise), moment: cast.moment(other, ago(4)) });
    }
    acts.extend(super::handed::acts(cast, dispatched, now));
    if let Some(unit) = cast.units.last() {
        let off = UnitCommand::Status { unit: unit.clone(), status: UnitStatus::Off };
        acts.push(Act { command: Command::Unit(off), moment: cast.moment(keeper, ago(3)) });
    }
    for (unit, tale) in cast.units.iter().zip(TALES.iter().skip(1).step_by(4)) {
        let place = Private::from(tale.told(cast.lang).1);
        let check_in = UnitCommand::CheckIn { unit: unit.clone(), place };
        acts.push(Act { command: Command::Unit(check_in), moment: cast.moment(keeper, ago(2)) });
    }
    acts
}

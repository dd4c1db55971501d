//! What is owed, by when, why, and whom it waits for: one queue over every kind of record.
//!
//! A part joins the queue by saying what has happened to its records ([`Clocked`]); how long that gives is in the
//! station's rules. Whether something is late is a matter of the reader's clock, so it is never stored; the instant is.

use super::calendar::ends;
use super::clocks::{Clock, Clocks};
use super::id::{Code, OfficerId, RecordId};
use super::place::Level;
use super::private::Private;
use super::record::Record;
use super::report::{Priority, Source};
use super::rules::{Ladder, Mark, Only, Rule, Within};
use super::station::Station;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// A record that clocks run on.
pub trait Clocked {
    /// Its number.
    fn id(&self) -> RecordId;
    /// The record that it is on, when it is on another.
    fn on(&self) -> Option<RecordId> {
        None
    }
    /// What has happened to it so far that clocks start or stop with, and when; what a later step implies has happened,
    /// too. A mark that is not named has not been reached.
    fn passed(&self) -> Vec<(Mark, Timestamp)>;
    /// What it owes one by one where a rule starts with this mark, each with a clock of its own; then the mark itself
    /// is not among those passed.
    fn parts(&self, _starts: Mark) -> Vec<Part> {
        Vec::new()
    }
    /// How urgent it is; none is to be set.
    fn priority(&self) -> Option<Priority>;
    /// How it reached the desk.
    fn source(&self) -> Option<Source> {
        None
    }
    /// Its beat.
    fn beat(&self) -> Option<&Code>;
    /// The instant that it names itself for what starts with this mark.
    fn given(&self, _starts: Mark) -> Option<Timestamp> {
        None
    }
    /// What its clocks have told, and what was put off.
    fn clocks(&self) -> &Clocks;
    /// Whom the step that a mark stands for waits for.
    fn waits_for(&self, stops: Mark) -> WaitsFor;
    /// What it is about, in a few words.
    fn gist(&self) -> Private;
}

/// One of several things of a kind that a record owes, such as an obligation of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number on the record, from 1.
    pub n: u16,
    /// What started its clock.
    pub from: Timestamp,
    /// The instant that it names itself.
    pub given: Option<Timestamp>,
}

/// Whom something waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    /// Whoever is at the desk.
    Desk,
    /// An officer.
    Officer(OfficerId),
    /// A unit.
    Unit(Code),
    /// Whoever answers for a level.
    Level(Level),
    /// A post.
    Post(Code),
    /// A beat that no officer answers for.
    Beat(Code),
}

/// By when something is owed, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Owed {
    /// The instant it is owed.
    pub at: Timestamp,
    /// From when on it is due soon.
    pub amber: Timestamp,
    /// The code of the rule that says so; for a part of a record with its number: `obligation.2`.
    pub rule: Code,
    /// Whether it was put off, or its clock stands still.
    #[serde(default)]
    pub rests: bool,
}

/// How a deadline stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// There is time.
    #[default]
    Green,
    /// Due soon.
    Amber,
    /// Overdue.
    Red,
}

impl Light {
    /// Every light, the calmest first.
    pub const ALL: [Light; 3] = [Light::Green, Light::Amber, Light::Red];

    /// The light's code.
    pub const fn code(self) -> &'static str {
        match self {
            Light::Green => "green",
            Light::Amber => "amber",
            Light::Red => "red",
        }
    }
}

impl Owed {
    /// The light, seen at `now`; what rests troubles nobody in a list.
    pub fn light(&self, now: Timestamp) -> Light {
        if self.rests { Light::Green } else { self.stands(now) }
    }

    fn stands(&self, now: Timestamp) -> Light {
        if self.at <= now {
            Light::Red
        } else if self.amber <= now {
            Light::Amber
        } else {
            Light::Green
        }
    }
}

/// One thing that is owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// On which record.
    pub about: RecordId,
    /// The record that this one is on, when it is on another: an escalation or an order is on a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<RecordId>,
    /// By when, and by which rule.
    pub owed: Owed,
    /// What started the clock.
    pub from: Timestamp,
    /// How urgent the record is.
    pub priority: Option<Priority>,
    /// Its beat.
    pub beat: Option<Code>,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// Put off until then by an officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed: Option<Timestamp>,
    /// The clock stands still since then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Timestamp>,
    /// What the record is about, in a few words.
    pub gist: Private,
    /// When the desk has to tell somebody something about it; none when everything was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Timestamp>,
}

/// The place of something owed in the queue: see [`Due::urgency`].
pub type Urgency = (Rank, Priority, Timestamp, String, Code);

/// The three parts of the queue, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// Past its time.
    Late,
    /// Its time is still to come.
    Ahead,
    /// Snoozed or paused: it comes back by itself.
    Rests,
}

impl Due {
    /// The record that its priority is of: the one that it is on, when it is on another.
    pub fn concerns(&self) -> RecordId {
        self.on.unwrap_or(self.about)
    }

    /// Whether it was put off and has not come back, or its clock stands still.
    pub fn rests(&self) -> bool {
        self.paused.is_some() || self.snoozed.is_some()
    }

    /// The light, seen at `now`: a clock that stands still keeps the one it was stopped with.
    pub fn light(&self, now: Timestamp) -> Light {
        self.owed.stands(self.paused.map_or(now, |since| since.min(now)))
    }

    /// The part of the queue it stands in at `now`.
    pub fn rank(&self, now: Timestamp) -> Rank {
        if self.rests() {
            Rank::Rests
        } else if self.owed.at <= now {
            Rank::Late
        } else {
            Rank::Ahead
        }
    }

    /// When it comes back; the end of time while its clock stands still.
    pub fn returns_at(&self) -> Timestamp {
        match (self.paused, self.snoozed) {
            (None, Some(until)) => until,
            (Some(_), _) | (None, None) => Timestamp::MAX,
        }
    }

    /// The one order of the queue: what is late before what is not, among what is late danger to life first, then what
    /// is late longest; what was put off comes last, what returns first before. No priority counts as P2.
    pub fn urgency(&self, now: Timestamp) -> Urgency {
        let rank = self.rank(now);
        let priority = match rank {
            Rank::Late => self.priority.unwrap_or(Priority::P2),
            Rank::Ahead | Rank::Rests => Priority::P1,
        };
        let at = match rank {
            Rank::Late | Rank::Ahead => self.owed.at,
            Rank::Rests => self.returns_at(),
        };
        (rank, priority, at, self.about.to_string(), self.owed.rule.clone())
    }
}

/// Everything that is owed on a record, in the order of the rules.
pub fn owed(record: &dyn Clocked, station: &Station) -> Vec<Due> {
    let passed = record.passed();
    let when = |mark: Mark| passed.iter().find(|(reached, _)| *reached == mark).map(|(_, at)| *at);
    let mut steps: Vec<(Mark, Mark)> = Vec::new();
    let mut found = Vec::new();
    for rule in in_force(record, station) {
        let step = (rule.starts, rule.stops);
        if steps.contains(&step) || when(rule.stops).is_some() {
            continue;
        }
        let whole = when(rule.starts).map(|from| Started { from, n: None, given: record.given(rule.starts) });
        let parts = record.parts(rule.starts).into_iter();
        let parts = parts.map(|part| Started { from: part.from, n: Some(part.n), given: part.given });
        let before = found.len();
        found
            .extend(whole.into_iter().chain(parts).filter_map(|started| due(record, rule, started, station)));
        if found.len() > before {
            steps.push(step);
        }
    }
    found
}

/// Everything that is owed on a record of any kind.
pub fn owed_on(record: &Record, station: &Station) -> Vec<Due> {
    record.clocked().map(|clocked| owed(clocked, station)).unwrap_or_default()
}

/// What is owed first on a record; what rests comes last.
pub fn owed_first(record: &dyn Clocked, station: &Station) -> Option<Due> {
    owed(record, station).into_iter().min_by_key(|due| (due.rests(), due.owed.clone()))
}

/// The rules in force that fit a record.
fn in_force<'a>(record: &'a dyn Clocked, station: &'a Station) -> impl Iterator<Item = &'a Rule> {
    let kind = record.id().kind;
    let fitting = move |rule: &&Rule| rule.active && rule.on == kind && fits(&rule.only, record, station);
    station.rules().rules.iter().filter(fitting)
}

/// The rule for a step on a record, whether its clock runs or not.
pub fn rule_for<'a>(
    record: &'a dyn Clocked,
    starts: Mark,
    stops: Mark,
    station: &'a Station,
) -> Option<&'a Rule> {
    in_force(record, station).find(|rule| (rule.starts, rule.stops) == (starts, stops))
}

fn fits(only: &Only, record: &dyn Clocked, station: &Station) -> bool {
    let priority = record.priority().unwrap_or(Priority::P2);
    (only.priorities.is_empty() || only.priorities.contains(&priority))
        && (only.sources.is_empty() || record.source().is_some_and(|s| only.sources.contains(&s)))
        && only.outside.is_none_or(|outside| outside == station.is_outside(record.beat()))
}

/// What started a clock: of the record as a whole, or of a part of it.
struct Started {
    from: Timestamp,
    n: Option<u16>,
    given: Option<Timestamp>,
}

fn due(record: &dyn Clocked, rule: &Rule, started: Started, station: &Station) -> Option<Due> {
    let code = started.n.map_or_else(|| rule.code.clone(), |n| rule.of_part(n));
    let clock = record.clocks().of(&code, started.from);
    let owed = owed_by(rule, code, &started, &clock, station)?;
    let mut due = Due {
        about: record.id(),
        on: record.on(),
        owed,
        from: started.from,
        priority: record.priority(),
        beat: record.beat().cloned(),
        waits_for: held_by(record.waits_for(rule.stops), station),
        snoozed: clock.snooze.as_ref().map(|s| s.until),
        paused: clock.paused.as_ref().map(|s| s.at),
        gist: record.gist(),
        next: None,
    };
    due.next = clock.next(&due, ladder(&due, rule, station));
    Some(due)
}

/// What waits for a beat waits for the officer who answers for it now.
fn held_by(waits_for: WaitsFor, station: &Station) -> WaitsFor {
    let WaitsFor::Beat(code) = &waits_for else { return waits_for };
    let officer = station.beats().find(|beat| beat.code == *code).and_then(|beat| beat.officer.clone());
    officer.map_or(waits_for, WaitsFor::Officer)
}

/// The ladder of something owed.
pub fn ladder<'a>(due: &Due, rule: &Rule, station: &'a Station) -> Option<&'a Ladder> {
    station.rules().ladder(rule, due.priority)
}

fn owed_by(rule: &Rule, code: Code, started: &Started, clock: &Clock, station: &Station) -> Option<Owed> {
    let (rules, from) = (station.rules(), started.from);
    let end = match rule.within {
        Within::Given => started.given?,
        Within::Span(_) | Within::Days(_) | Within::WorkingDays(_) | Within::Months(_) => {
            // Past the end of time nothing is owed.
            ends(rule.within, from, &station.zone(), &rules.calendar)?
        }
    };
    // Days given are days of the wall clock: the end of a day stays one where the clocks change.
    let given = end.to_zoned(station.zone()).checked_add(i64::from(clock.extended_days).days());
    let end = given.map_or(end, |zoned| zoned.timestamp());
    let at = end.saturating_add(SignedDuration::from_millis(clock.paused_ms)).unwrap_or(end);
    let rests = clock.snooze.is_some() || clock.paused.is_some();
    Some(Owed { at, amber: amber(from, at), rule: code, rests })
}

/// Due soon is the last fifth of the time, but at most an hour of a day and at most three days of longer times.
fn amber(from: Timestamp, at: Timestamp) -> Timestamp {
    let day = SignedDuration::from_hours(24);
    let span = at.duration_since(from);
    let most = if span <= day { SignedDuration::from_hours(1) } else { day * 3 };
    let soon = (span / 5).min(most).max(SignedDuration::ZERO);
    // In whole milliseconds, as everything that the desk wakes for.
    let soon = SignedDuration::from_millis(i64::try_from(soon.as_millis()).unwrap_or(0));
    at.saturating_sub(soon).unwrap_or(at)
}

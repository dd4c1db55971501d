//! The deadline rules of a station as data: what a clock starts with and stops with, how long it gives, and who is told
//! when it runs out.
//!
//! A station edits them in a file; here they are only values. What they mean on a record is in `due`.

use super::calendar::Calendar;
use super::dispute::terms::Severity;
use super::id::{Code, Kind};
pub use super::mark::Mark;
use super::money::Money;
use super::name::Name;
use super::place::Level;
use super::report::{Priority, Source};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How long a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// Seconds, minutes or hours, to the second; at most 366 days.
    Span(SignedDuration),
    /// Calendar days: the day it starts on is not counted, the last one counts whole. 1 to 3660.
    Days(u16),
    /// Working days of the station's calendar, counted alike. 1 to 3660.
    WorkingDays(u16),
    /// Months: until the end of the day with the same number, or of the month's last day. 1 to 120.
    Months(u16),
    /// The instant that the record itself names.
    Given,
}

/// What a rule is limited to. An empty list is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Only {
    /// These priorities; one that is to be set counts as P2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// These sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Only outside the town, or only in it; a beat that is to be set counts as in town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<bool>,
}

/// By how much a deadline may be put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// At most so many days in all.
    pub days: u16,
    /// At most so often.
    pub times: u16,
    /// Whether every party must have agreed.
    #[serde(default)]
    pub consent: bool,
}

/// One deadline rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its code, unique among the rules.
    pub code: Code,
    /// What it is called: what is to be done, such as "accept".
    pub name: Name,
    /// The kind of record it is about.
    pub on: Kind,
    /// What starts its clock.
    pub starts: Mark,
    /// What stops it.
    pub stops: Mark,
    /// What it is limited to.
    #[serde(default)]
    pub only: Only,
    /// How long it gives.
    pub within: Within,
    /// By how much it may be put off; not at all when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// Whether its clock may be paused while the desk waits for somebody else.
    #[serde(default)]
    pub pausable: bool,
    /// Where the rule comes from, in words.
    pub source: Name,
    /// Whether somebody has checked it against that source.
    pub verified: bool,
    /// Whether it is in force.
    pub active: bool,
}

impl Rule {
    /// The code of what is owed by it for one part of a record, such as the second obligation of an agreement:
    /// `obligation.2`. No rule's own code has a dot.
    pub fn of_part(&self, n: u16) -> Code {
        Code(format!("{}.{n}", self.code))
    }
}

/// The code of a rule, and the number of the part where what is owed is one of several.
///
/// ```
/// use dutydesk::domain::rules::part_of;
/// assert_eq!(part_of("obligation.2"), ("obligation", Some(2)));
/// assert_eq!(part_of("accept"), ("accept", None));
/// ```
pub fn part_of(code: &str) -> (&str, Option<u16>) {
    match code.rsplit_once('.').map(|(rule, n)| (rule, n.parse())) {
        Some((rule, Ok(n))) => (rule, Some(n)),
        Some((_, Err(_))) | None => (code, None),
    }
}

/// Who is told, or takes over, when something is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// The units on the record.
    Unit,
    /// The officer who has the record; the desk while nobody has it.
    Handler,
    /// The officer who answers for the beat.
    BeatOfficer,
    /// The shift leaders.
    ShiftLeader,
    /// The supervisors.
    Supervisor,
    /// The town: the record is escalated there.
    Town,
    /// The district: the record is escalated there.
    District,
}

impl Target {
    /// Every target, the nearest first.
    pub const ALL: [Target; 7] = [
        Target::Unit,
        Target::Handler,
        Target::BeatOfficer,
        Target::ShiftLeader,
        Target::Supervisor,
        Target::Town,
        Target::District,
    ];

    /// The target's code, as in the rules file.
    pub const fn code(self) -> &'static str {
        match self {
            Target::Unit => "unit",
            Target::Handler => "handler",
            Target::BeatOfficer => "beat-officer",
            Target::ShiftLeader => "shift-leader",
            Target::Supervisor => "supervisor",
            Target::Town => "town",
            Target::District => "district",
        }
    }

    /// The target with this code.
    pub fn from_code(code: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|t| t.code() == code)
    }

    /// The level that a record is escalated to; none when somebody is only told.
    pub const fn level(self) -> Option<Level> {
        match self {
            Target::Town => Some(Level::Town),
            Target::District => Some(Level::District),
            Target::Unit
            | Target::Handler
            | Target::BeatOfficer
            | Target::ShiftLeader
            | Target::Supervisor => None,
        }
    }
}

/// One step of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// How long after the deadline; zero is at the deadline itself.
    pub after: SignedDuration,
    /// Who is told.
    pub to: Target,
    /// How often it is told again after the first time.
    #[serde(default)]
    pub repeat: u16,
    /// How long between two times; at least a minute when it is told again.
    #[serde(default)]
    pub every: SignedDuration,
}

/// Who is told when something is late, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The kind of record.
    pub on: Kind,
    /// Only these priorities; every one when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// Only these rules; every one when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Code>,
    /// Its steps, in order of time.
    pub rungs: Vec<Rung>,
}

/// When calls are taken for repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeats {
    /// How many calls, this one included.
    pub calls: u16,
    /// Within how many days.
    pub days: u16,
}

/// What an item that is handed over again and again comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarryOver {
    /// After so many handovers it is escalated by itself; 0 is never.
    pub handovers: u16,
    /// To whom.
    pub to: Target,
}

/// What a mediator is paid for a dispute that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// For disputes this grave.
    pub severity: Severity,
    /// When the parties agreed and kept it.
    pub fulfilled: Money,
    /// When mediation failed.
    pub failed: Money,
}

/// How often every beat is asked what disputes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SweepEvery {
    /// Every week, on this day: 1 is Monday, 7 is Sunday.
    Week(u8),
    /// On the 1st and the 16th of every month.
    HalfMonth,
}

/// Sweeps for disputes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sweeps {
    /// How often.
    pub every: SweepEvery,
    /// Within how many days a beat answers, 1 to 14.
    pub days: u16,
}

/// Everything a station lays down about time and rates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The rules. Of several that fit a record and have the same start and stop, the first counts.
    pub rules: Vec<Rule>,
    /// The ladders. The first that fits counts.
    pub ladders: Vec<Ladder>,
    /// Holidays and working days.
    pub calendar: Calendar,
    /// When calls are taken for repeated; never when there is none.
    #[serde(default)]
    pub repeats: Option<Repeats>,
    /// What carrying over comes to; nothing when there is none.
    #[serde(default)]
    pub carry_over: Option<CarryOver>,
    /// What mediators are paid; nothing for what is not named.
    #[serde(default)]
    pub allowances: Vec<Allowance>,
    /// The sweeps for disputes; none when there is none.
    #[serde(default)]
    pub sweeps: Option<Sweeps>,
}

impl Rules {
    /// No rules at all: nothing is ever owed, and Monday to Friday are worked.
    pub const fn none() -> Rules {
        Rules {
            rules: Vec::new(),
            ladders: Vec::new(),
            calendar: Calendar::none(),
            repeats: None,
            carry_over: None,
            allowances: Vec::new(),
            sweeps: None,
        }
    }

    /// The rule that something is owed by, also one that is not in force; a number of a part is left aside.
    pub fn rule(&self, code: &Code) -> Option<&Rule> {
        let (code, _) = part_of(&code.0);
        self.rules.iter().find(|rule| rule.code.0 == code)
    }

    /// The ladder of something that a rule says is owed.
    pub fn ladder(&self, rule: &Rule, priority: Option<Priority>) -> Option<&Ladder> {
        let priority = priority.unwrap_or(Priority::P2);
        self.ladders.iter().find(|ladder| {
            ladder.on == rule.on
                && (ladder.priorities.is_empty() || ladder.priorities.contains(&priority))
                && (ladder.rules.is_empty() || ladder.rules.contains(&rule.code))
        })
    }
}

//! A sweep: a beat is asked what disputes there are, and answers, also when there is nothing. The answer that is missing is
//! the alarm.

use super::clocks::Clocks;
use super::due::{Clocked, WaitsFor};
use super::id::{Code, RecordId, Rev, Subject};
use super::moment::Stamp;
use super::private::Private;
use super::record::Recorded;
use super::report::Priority;
use super::rules::{Mark, SweepEvery, Sweeps};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// The most disputes that one beat can have found in a sweep.
pub const FOUND_MAX: u32 = 9999;

/// The days that a sweep is about, both of them counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// The last day on which a beat that is asked on `day` may answer: the day itself isn't counted, and it is never
    /// later than the period.
    pub fn answered_by(self, day: Date, sweeps: Sweeps) -> Date {
        let last = day.checked_add(i64::from(sweeps.days).days()).unwrap_or(self.to);
        last.min(self.to)
    }
}

impl Sweeps {
    /// The period that a day is in.
    ///
    /// ```
    /// use dutydesk::domain::rules::{SweepEvery, Sweeps};
    /// let weekly = Sweeps { every: SweepEvery::Week(1), days: 3 };
    /// let period = weekly.period("2026-11-22".parse().unwrap());
    /// assert_eq!((period.from.to_string(), period.to.to_string()), ("2026-11-16".into(), "2026-11-22".into()));
    /// let half = Sweeps { every: SweepEvery::HalfMonth, days: 5 };
    /// let period = half.period("2026-11-22".parse().unwrap());
    /// assert_eq!((period.from.to_string(), period.to.to_string()), ("2026-11-16".into(), "2026-11-30".into()));
    /// ```
    pub fn period(self, day: Date) -> Period {
        let shifted = |from: Date, days: i64| from.checked_add(days.days()).unwrap_or(from);
        match self.every {
            SweepEvery::Week(first) => {
                let back =
                    (day.weekday().to_monday_one_offset() - first.clamp(1, 7).cast_signed()).rem_euclid(7);
                let from = shifted(day, -i64::from(back));
                Period { from, to: shifted(from, 6) }
            }
            SweepEvery::HalfMonth if day.day() < 16 => {
                let from = day.first_of_month();
                Period { from, to: shifted(from, 14) }
            }
            SweepEvery::HalfMonth => {
                Period { from: shifted(day.first_of_month(), 15), to: day.last_of_month() }
            }
        }
    }
}

/// What a beat answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepAnswer {
    /// Who put it in and when.
    pub stamp: Stamp,
    /// How many disputes were found, as the beat says; zero is "nothing found".
    pub found: u32,
    /// In words.
    #[serde(default)]
    pub text: Private,
}

/// The sweep of a beat in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sweep {
    /// Its number.
    pub id: RecordId,
    /// How often it changed.
    pub rev: Rev,
    /// The beat.
    pub beat: Code,
    /// What it is about.
    #[serde(flatten)]
    pub period: Period,
    /// By when the beat answers.
    pub by: Timestamp,
    /// Since when it is expected; the desk itself expects it.
    pub expected: Stamp,
    /// What the beat answered.
    #[serde(default)]
    pub answer: Option<SweepAnswer>,
    /// What its clocks have told.
    #[serde(default)]
    pub clocks: Clocks,
}

impl Recorded for Sweep {
    fn subject(&self) -> Subject {
        Subject::Record(self.id)
    }

    fn rev(&self) -> Rev {
        self.rev
    }

    fn last_hand(&self) -> Stamp {
        self.answer.as_ref().map_or(&self.expected, |answer| &answer.stamp).clone()
    }

    fn clocked(&self) -> Option<&dyn Clocked> {
        Some(self)
    }

    fn clocks_mut(&mut self) -> Option<(&mut Clocks, &mut Rev)> {
        Some((&mut self.clocks, &mut self.rev))
    }
}

impl Clocked for Sweep {
    fn id(&self) -> RecordId {
        self.id
    }

    fn passed(&self) -> Vec<(Mark, Timestamp)> {
        let answered = self.answer.as_ref().map(|answer| (Mark::Filed, answer.stamp.at));
        std::iter::once((Mark::Expected, self.expected.at)).chain(answered).collect()
    }

    fn priority(&self) -> Option<Priority> {
        Some(Priority::P4)
    }

    fn beat(&self) -> Option<&Code> {
        Some(&self.beat)
    }

    fn given(&self, _: Mark) -> Option<Timestamp> {
        Some(self.by)
    }

    fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    fn waits_for(&self, _: Mark) -> WaitsFor {
        WaitsFor::Beat(self.beat.clone())
    }

    fn gist(&self) -> Private {
        Private::default()
    }
}

/// How a campaign stands: the sweeps of all beats in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Which period.
    #[serde(flatten)]
    pub period: Period,
    /// Beats that found something.
    pub found: u32,
    /// How many disputes they found in all, as they say.
    pub disputes: u32,
    /// Beats that found nothing.
    pub nothing: u32,
    /// Beats that have not answered.
    pub missing: u32,
}

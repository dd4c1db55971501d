//! The desk's clock: the machine's, and on a training desk so much ahead of it as its clock was set forward.
//!
//! It never waits and never wakes anybody: it looks when it is asked.

use jiff::{SignedDuration, Timestamp};
use std::cell::Cell;

/// How far the machine's clock may go back before it is called trouble.
const BACK_AT_MOST: SignedDuration = SignedDuration::from_secs(2);

/// The desk's clock.
#[derive(Debug)]
pub struct Clock {
    ahead: Cell<SignedDuration>,
    highest: Cell<Timestamp>,
    back: Cell<bool>,
}

impl Clock {
    /// A clock `ahead` of the machine's, of a desk whose journal was last written when its clock showed `last`.
    pub fn new(ahead: SignedDuration, last: Option<Timestamp>) -> Clock {
        let highest = last.and_then(|t| t.checked_sub(ahead).ok()).unwrap_or(Timestamp::MIN);
        Clock { ahead: Cell::new(ahead), highest: Cell::new(highest), back: Cell::new(false) }
    }

    /// The time at the desk.
    pub fn now(&self) -> Timestamp {
        self.look(Timestamp::now())
    }

    /// The time at the desk when the machine's clock shows this. Remembers the highest that it ever showed: a clock
    /// behind that has gone back, until it has passed it again.
    pub fn look(&self, machine: Timestamp) -> Timestamp {
        let highest = self.highest.get();
        let behind = highest.duration_since(machine);
        self.back.set(behind > BACK_AT_MOST || (self.back.get() && behind.is_positive()));
        self.highest.set(highest.max(machine));
        machine.saturating_add(self.ahead.get()).unwrap_or(machine)
    }

    /// Whether the machine's clock has gone back, as of the last look.
    pub fn went_back(&self) -> bool {
        self.back.get()
    }

    /// The clock was set, to be so much ahead of the machine's. It only ever goes forward.
    pub fn be_ahead(&self, ahead: SignedDuration) {
        self.ahead.set(self.ahead.get().max(ahead));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn a_clock_that_goes_back_is_trouble_until_it_has_passed() {
        let clock = Clock::new(SignedDuration::ZERO, None);
        for (machine, back) in
            [(1000, false), (998, false), (997, true), (999, true), (1000, false), (1001, false), (10, true)]
        {
            assert_eq!(clock.look(at(machine)), at(machine));
            assert_eq!(clock.went_back(), back, "at {machine}");
        }
    }

    #[test]
    fn a_machine_that_wakes_in_the_past_is_told_by_the_journal() {
        let clock = Clock::new(SignedDuration::from_hours(1), Some(at(10_000)));
        clock.look(at(10_000 - 3600));
        assert!(!clock.went_back());
        clock.look(at(0));
        assert!(clock.went_back());
    }

    #[test]
    fn a_training_clock_only_goes_forward() {
        let clock = Clock::new(SignedDuration::ZERO, None);
        clock.be_ahead(SignedDuration::from_secs(60));
        assert_eq!(clock.look(at(100)), at(160));
        clock.be_ahead(SignedDuration::from_secs(20));
        assert_eq!(clock.look(at(100)), at(160));
        assert!(!clock.went_back());
    }
}

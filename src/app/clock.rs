//! Owns how far the desk's clock is from the machine's: on a training desk it was set forward.

use jiff::{SignedDuration, Timestamp};

/// The desk's clock as a console knows it.
#[derive(Clone, Copy, Debug)]
pub struct DeskClock {
    machine: fn() -> Timestamp,
    ahead: SignedDuration,
}

impl DeskClock {
    /// A clock that shows what the machine's shows, until a desk says otherwise.
    pub fn new(machine: fn() -> Timestamp) -> DeskClock {
        DeskClock { machine, ahead: SignedDuration::ZERO }
    }

    /// What the desk's clock shows now.
    pub fn now(&self) -> Timestamp {
        let machine = (self.machine)();
        machine.checked_add(self.ahead).unwrap_or(machine)
    }

    /// A new line stands: this is what the desk's clock showed a moment ago.
    pub fn set(&mut self, shown: Timestamp) {
        self.ahead = shown.duration_since((self.machine)());
    }

    /// The desk's clock showed this when it sent a message. How long that was under way isn't known, so it can only
    /// tell that the clock is further ahead than was thought: a desk's clock is never set back.
    pub fn learn(&mut self, shown: Timestamp) {
        self.ahead = self.ahead.max(shown.duration_since((self.machine)()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local!(static MACHINE: Cell<i64> = const { Cell::new(0) });

    fn machine() -> Timestamp {
        Timestamp::from_millisecond(MACHINE.get()).unwrap()
    }

    #[test]
    fn a_message_that_was_long_under_way_does_not_put_the_clock_back() {
        let at = |ms| Timestamp::from_millisecond(ms).unwrap();
        MACHINE.set(100_000);
        let mut clock = DeskClock::new(machine);
        clock.set(at(99_990));
        MACHINE.set(130_000);
        clock.learn(at(101_000));
        assert_eq!(clock.now(), at(129_990));
        clock.learn(at(3_730_000));
        assert_eq!(clock.now(), at(3_730_000));
        MACHINE.set(131_000);
        assert_eq!(clock.now(), at(3_731_000));
        clock.set(at(131_000));
        assert_eq!(clock.now(), at(131_000));
    }
}

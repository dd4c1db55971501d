//! The desk's clock: the machine's time of day at the start, and from then on the time that really went by, sleep included;
//! on a training desk so much ahead of it as its clock was set forward.
//!
//! A machine whose time of day is set while the desk runs must not make everything late at once, nor give everybody an
//! hour more: the desk follows a small step slowly and takes no large one by itself. It never waits and never wakes
//! anybody: it looks when it is asked.

use jiff::{SignedDuration, Timestamp};
use rustix::time::{ClockId, clock_gettime};
use std::cell::Cell;

/// How far the machine's clock may be set without a word.
const UNSAID: SignedDuration = SignedDuration::from_secs(2);
/// How far it may be set for the desk to follow.
const FOLLOWED: SignedDuration = SignedDuration::from_hours(1);
/// The desk follows by one part in so many of the time that goes by: five minutes an hour.
const SLOWLY: i32 = 12;
/// So close they agree: the two clocks of a machine are not read in one instant.
const AGREED: SignedDuration = SignedDuration::from_millis(50);

/// What a machine's clocks show at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its time of day, which may be set.
    pub wall: Timestamp,
    /// The time since it was started, sleep included; nobody can set it.
    pub up: SignedDuration,
}

impl Seen {
    /// This machine, now.
    pub fn now() -> Seen {
        let up = clock_gettime(ClockId::Boottime);
        let nanos = i32::try_from(up.tv_nsec).unwrap_or(0);
        Seen { wall: Timestamp::now(), up: SignedDuration::new(up.tv_sec, nanos) }
    }
}

/// How the desk's clock stands to the machine's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They agree.
    Agreed,
    /// The machine's was set back: the desk's is ahead of it, or the journal is.
    Back,
    /// The machine's was set forward: the desk's is behind it.
    Forward,
}

#[derive(Clone, Copy, Debug)]
struct State {
    seen: Seen,
    /// What the desk's clock shows, without what it is ahead for training.
    shows: Timestamp,
    standing: Standing,
}

/// The desk's clock.
#[derive(Debug)]
pub struct Clock {
    ahead: Cell<SignedDuration>,
    state: Cell<State>,
    /// What the journal's last entry says, without what the clock is ahead for training.
    written: Timestamp,
    /// By how much the machine's clock was set since anybody asked.
    stepped: Cell<SignedDuration>,
}

impl Clock {
    /// A clock `ahead` of the machine's, of a desk whose journal was last written when its clock showed `last`. It goes on
    /// where the journal ends when the machine is less than an hour behind that.
    pub fn new(ahead: SignedDuration, last: Option<Timestamp>, seen: Seen) -> Clock {
        let written = last.and_then(|t| t.checked_sub(ahead).ok()).unwrap_or(Timestamp::MIN);
        let behind = written.duration_since(seen.wall);
        let shows = if behind <= FOLLOWED { seen.wall.max(written) } else { seen.wall };
        let standing = if behind > UNSAID { Standing::Back } else { Standing::Agreed };
        let state = Cell::new(State { seen, shows, standing });
        Clock { ahead: Cell::new(ahead), state, written, stepped: Cell::default() }
    }

    /// The time at the desk.
    pub fn now(&self) -> Timestamp {
        self.look(Seen::now())
    }

    /// The time at the desk when the machine's clocks show this.
    pub fn look(&self, seen: Seen) -> Timestamp {
        let before = self.state.get();
        let passed = (seen.up - before.seen.up).max(SignedDuration::ZERO);
        let step = seen.wall.duration_since(before.seen.wall) - passed;
        if step.abs() > UNSAID {
            self.stepped.set(self.stepped.get().saturating_add(step));
        }
        let shows = self.follow(before.shows, passed, seen.wall);
        let standing = self.standing_at(before.standing, shows, seen.wall);
        self.state.set(State { seen, shows, standing });
        shows.saturating_add(self.ahead.get()).unwrap_or(shows)
    }

    /// What the clock shows when so much time has passed and the machine's shows `wall`.
    fn follow(&self, showed: Timestamp, passed: SignedDuration, wall: Timestamp) -> Timestamp {
        let steady = showed.saturating_add(passed).unwrap_or(showed);
        let off = wall.duration_since(steady);
        let part = passed / SLOWLY;
        // A clock behind its own journal was wrong before: what sets it forward is right.
        let cured = steady < self.written && off.is_positive();
        if off.abs() <= part || cured {
            wall
        } else if off.abs() > FOLLOWED {
            steady
        } else if off.is_positive() {
            steady.saturating_add(part).unwrap_or(steady)
        } else {
            steady.saturating_sub(part).unwrap_or(steady)
        }
    }

    fn standing_at(&self, before: Standing, shows: Timestamp, wall: Timestamp) -> Standing {
        let off = wall.duration_since(shows);
        let enough = if before == Standing::Agreed { UNSAID } else { AGREED };
        let behind_journal = self.written.duration_since(shows);
        if off < -enough || behind_journal > enough {
            Standing::Back
        } else if off > enough {
            Standing::Forward
        } else {
            Standing::Agreed
        }
    }

    /// How it stands to the machine's, as of the last look.
    pub fn standing(&self) -> Standing {
        self.state.get().standing
    }

    /// By how much the machine's clock was set since this was asked last; zero when it was not.
    pub fn take_step(&self) -> SignedDuration {
        self.stepped.take()
    }

    /// The clock was set, to be so much ahead of the machine's. It only ever goes forward.
    pub fn be_ahead(&self, ahead: SignedDuration) {
        self.ahead.set(self.ahead.get().max(ahead));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_000_000;

    /// A machine that has been up for so many seconds, and whose clock is off by so many.
    fn seen(up: i64, off: i64) -> Seen {
        Seen { wall: at(up + off), up: SignedDuration::from_secs(up) }
    }

    fn at(up: i64) -> Timestamp {
        Timestamp::from_second(START + up).unwrap()
    }

    fn clock() -> Clock {
        Clock::new(SignedDuration::ZERO, None, seen(0, 0))
    }

    #[test]
    fn a_machine_set_forward_by_an_hour_makes_nothing_late_at_once() {
        let clock = clock();
        assert_eq!(clock.look(seen(60, 0)), at(60));
        assert_eq!(clock.take_step(), SignedDuration::ZERO);
        // Half a minute by the machine's steady clock is half a minute and a twelfth of it at most.
        let now = clock.look(seen(90, 3600)).duration_since(at(90)).as_millis();
        assert_eq!(now, 2500);
        assert_eq!(clock.standing(), Standing::Forward);
        assert_eq!(clock.take_step(), SignedDuration::from_hours(1));
        assert_eq!(clock.take_step(), SignedDuration::ZERO, "told once");
        // Twelve hours later it has caught up, and stays.
        for hour in 1..=12 {
            clock.look(seen(90 + hour * 3600, 3600));
        }
        assert_eq!(clock.look(seen(100_000, 3600)), at(103_600));
        assert_eq!((clock.standing(), clock.take_step()), (Standing::Agreed, SignedDuration::ZERO));
    }

    #[test]
    fn a_machine_set_back_gives_nobody_an_hour_more_and_the_clock_never_goes_back() {
        let clock = clock();
        let mut before = clock.look(seen(60, 0));
        for up in (61..90_000).step_by(7) {
            let now = clock.look(seen(up, -3600));
            assert!(now > before, "at {up}");
            let slow = SignedDuration::from_secs(7).as_millis() * 11 / 12;
            assert!(now.duration_since(before).as_millis() >= slow.min(916), "at {up}");
            before = now;
        }
        assert_eq!((before, clock.standing()), (at(89_999 - 3600 - (89_999 - 61) % 7), Standing::Agreed));
    }

    #[test]
    fn a_step_of_a_second_is_followed_without_a_word() {
        let clock = clock();
        clock.look(seen(10, 2));
        assert_eq!((clock.standing(), clock.take_step()), (Standing::Agreed, SignedDuration::ZERO));
        assert_eq!(clock.look(seen(60, 2)), at(62));
    }

    #[test]
    fn a_step_of_a_day_is_told_and_not_taken() {
        for (off, standing) in [(86_400, Standing::Forward), (-86_400, Standing::Back)] {
            let clock = clock();
            for up in [10, 20, 100_000] {
                assert_eq!(clock.look(seen(up, off)), at(up), "{off}");
                assert_eq!(clock.standing(), standing);
            }
            assert_eq!(clock.take_step(), SignedDuration::from_secs(off));
            assert_eq!(clock.look(seen(100_001, 0)), at(100_001));
            assert_eq!(clock.standing(), Standing::Agreed, "set right again");
        }
    }

    #[test]
    fn a_machine_that_slept_has_not_stepped() {
        let clock = clock();
        assert_eq!(clock.look(seen(8 * 3600, 0)), at(8 * 3600));
        assert_eq!((clock.standing(), clock.take_step()), (Standing::Agreed, SignedDuration::ZERO));
    }

    #[test]
    fn a_desk_that_wakes_in_the_past_is_told_by_the_journal_and_takes_the_right_time_at_once() {
        let ahead = SignedDuration::from_hours(1);
        let clock = Clock::new(ahead, Some(at(3600 + 90_000)), seen(10, 0));
        assert_eq!((clock.look(seen(10, 0)), clock.standing()), (at(3610), Standing::Back));
        assert_eq!(clock.look(seen(40, 90_000)), at(90_040 + 3600));
        assert_eq!(clock.standing(), Standing::Agreed);
    }

    #[test]
    fn a_desk_started_a_little_before_its_journal_goes_on_where_that_ends() {
        let clock = Clock::new(SignedDuration::ZERO, Some(at(600)), seen(0, 0));
        assert_eq!((clock.look(seen(0, 0)), clock.standing()), (at(600), Standing::Back));
        assert_eq!(clock.look(seen(12, 0)), at(611));
        assert_eq!(clock.look(seen(7300, 0)), at(7300));
        assert_eq!(clock.standing(), Standing::Agreed);
    }

    #[test]
    fn a_training_clock_only_goes_forward() {
        let clock = clock();
        clock.be_ahead(SignedDuration::from_secs(60));
        assert_eq!(clock.look(seen(100, 0)), at(160));
        clock.be_ahead(SignedDuration::from_secs(20));
        assert_eq!(clock.look(seen(101, 0)), at(161));
        assert_eq!(clock.standing(), Standing::Agreed);
    }
}

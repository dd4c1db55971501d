//! What clocks start and stop with: the marks that a record passes, whatever its kind.

use super::coded::coded;
use super::id::Kind;

coded! {
    /// Something that happens to a record and that clocks start and stop with; the code is that of the rules file.
    Mark {
        /// A report was entered; opening it again does not move this.
        Received = "received",
        /// The loop that a report is in began: entered, or opened again.
        Opened = "opened",
        /// A report was taken.
        Accepted = "accepted",
        /// The first unit was sent.
        Dispatched = "dispatched",
        /// The first unit came on scene.
        Arrived = "arrived",
        /// A report was dealt with.
        Resolved = "resolved",
        /// Another officer checked it.
        Verified = "verified",
        /// A report or a dispute was closed, or left by a side exit.
        Closed = "closed",
        /// An escalation was raised, and has not come back since.
        Raised = "raised",
        /// An escalation came back because its acknowledgement expired.
        Returned = "returned",
        /// An escalation was acknowledged.
        Acknowledged = "acknowledged",
        /// An escalation or a supervision order was answered.
        Answered = "answered",
        /// A supervision order was issued.
        Issued = "issued",
        /// A zero report was expected of a post, or the answer to a sweep of a beat.
        Expected = "expected",
        /// A post has sent its zero report, or a beat has answered.
        Filed = "filed",
        /// A dispute was found.
        Found = "found",
        /// Somebody was named to mediate it.
        Assigned = "assigned",
        /// Its mediation was taken up.
        Mediating = "mediating",
        /// Its mediation ended, with an agreement or without.
        Ended = "ended",
        /// Its parties agreed.
        Agreed = "agreed",
        /// The court's confirmation of the agreement was asked for, or nobody asks for it.
        ConfirmationSought = "confirmation-sought",
        /// The next sitting of a dispute was set; gone again when it was held.
        SittingPlanned = "sitting-planned",
        /// A sitting was held. Never left behind: with the next one the clock starts anew.
        Sat = "sat",
        /// An obligation was promised: each has a clock of its own.
        Promised = "promised",
        /// An obligation is kept, broken or waived.
        Settled = "settled",
        /// An obligation of the agreement that stands is broken.
        Breached = "breached",
        /// What was broken is taken up: mediated again, kept after all, or failed. Never left behind.
        TakenUp = "taken-up",
        /// Every obligation is settled.
        Fulfilled = "fulfilled",
        /// The follow-up of a dispute reached somebody.
        FollowedUp = "followed-up",
        /// A dispute may turn violent; moved by every contact, gone when the mark is taken off.
        MarkedViolent = "marked-violent",
        /// Somebody was spoken to. Never left behind: with the next one the clock starts anew.
        Contacted = "contacted",
        /// A dispute is a major one.
        Major = "major",
        /// The package of a major dispute was drawn up.
        PackageDrawn = "package-drawn",
        /// The package of a major dispute has a result.
        PackageConcluded = "package-concluded",
    }
}

impl Mark {
    /// The kinds of record that have this mark.
    pub const fn belongs_to(self, kind: Kind) -> bool {
        match self {
            Mark::Received
            | Mark::Opened
            | Mark::Accepted
            | Mark::Dispatched
            | Mark::Arrived
            | Mark::Resolved
            | Mark::Verified => matches!(kind, Kind::Report),
            Mark::Closed => matches!(kind, Kind::Report | Kind::Dispute),
            Mark::Raised | Mark::Returned | Mark::Acknowledged => matches!(kind, Kind::Escalation),
            Mark::Answered => matches!(kind, Kind::Escalation | Kind::Supervision),
            Mark::Issued => matches!(kind, Kind::Supervision),
            Mark::Expected | Mark::Filed => matches!(kind, Kind::ZeroReport | Kind::Sweep),
            Mark::Found
            | Mark::Assigned
            | Mark::Mediating
            | Mark::Ended
            | Mark::Agreed
            | Mark::ConfirmationSought
            | Mark::SittingPlanned
            | Mark::Sat
            | Mark::Promised
            | Mark::Settled
            | Mark::Breached
            | Mark::TakenUp
            | Mark::Fulfilled
            | Mark::FollowedUp
            | Mark::MarkedViolent
            | Mark::Contacted
            | Mark::Major
            | Mark::PackageDrawn
            | Mark::PackageConcluded => matches!(kind, Kind::Dispute),
        }
    }
}

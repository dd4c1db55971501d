//! The closed loop as one table: which step a report may take from where it stands. The rules decide by it, and the
//! console says by it why a step can't be taken.

use super::report::{Status, Step};

/// Whether a step fits where a report stands.
///
/// ```
/// use dutydesk::domain::closed_loop::fits;
/// use dutydesk::domain::report::{Status, Step};
/// assert!(fits(Step::Dispatch, Status::Received));
/// assert!(!fits(Step::Close, Status::Resolved));
/// ```
pub const fn fits(step: Step, status: Status) -> bool {
    use Status::{Accepted, Dispatched, Erased, InProgress, Received, Resolved, Verified};
    match step {
        Step::Accept => matches!(status, Received),
        // At 03:00 nobody should press two keys to send a car: dispatching takes a report that nobody took.
        Step::Dispatch | Step::Transfer | Step::MarkDuplicate | Step::Cancel | Step::MarkUnfounded => {
            matches!(status, Received | Accepted | Dispatched | InProgress)
        }
        Step::Arrive => matches!(status, Dispatched | InProgress),
        Step::Resolve => matches!(status, Accepted | Dispatched | InProgress),
        Step::Verify => matches!(status, Resolved),
        Step::Close => matches!(status, Verified),
        Step::Reopen => !matches!(status, Received | Accepted | Dispatched | InProgress | Erased),
        Step::Escalate | Step::Amend | Step::TakeOver | Step::Supervise | Step::Carry => status.is_open(),
        Step::Receive | Step::Note | Step::Resend | Step::Undo | Step::Erase => !matches!(status, Erased),
        Step::Link | Step::DeclineProposal => !matches!(status, Erased),
    }
}

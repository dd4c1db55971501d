//! Acts on the record under the cursor, from key to receipt.

use super::Console;
use super::night::Night;
use dutydesk::domain::report::{Priority, Status};

#[test]
fn call_is_accepted_with_one_key_and_the_receipt_says_when() {
    let mut night = Night::new();
    let id = night.receive(Some(Priority::P2), "fight", "North St 12", "Two men fighting");
    let mut console = Console::on(night);
    console.press("a").says("R-001 accepted 22:47");
    assert_eq!(console.night.report(id).status, Status::Accepted);
}

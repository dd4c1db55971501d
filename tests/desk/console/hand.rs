//! The shift is handed over in writing, with two names.

use super::night::Night;
use super::{Console, scene};
use dutydesk::domain::handover::HandoverStatus;
use dutydesk::ui::Effect;

fn sign(console: &mut Console) {
    console.press("7s").shows("Sign the handover");
    console.press("yyn").press("quiet night<enter><enter>open sesame<enter>");
}

#[test]
fn shift_is_signed_read_back_accepted_and_sealed() {
    let mut console = Console::on(scene::busy());
    console.press("7").shows("[this shift]").shows("5 items, 3 critical").shows("R-001 to R-006 (6)");
    console.press("<home>mKnives are still there; call Zhou if he comes back<ctrl-s>");
    console.shows("Knives are still there");
    sign(&mut console);
    console.says("H-001 signed").shows("signed, not accepted").shows("May go wrong: Knives are still there");
    console.press("a").says("R-20261121-003").says("read back");
    console.press("   ").shows("[x] R-003").shows("[x] R-005");
    console.press("a").shows("Take over H-001");
    console.press("0156<enter>open sesame<enter><enter>").says("H-001 accepted and sealed 22:47");
    let handover = console.night.handovers().next().unwrap();
    assert_eq!(handover.status, HandoverStatus::Sealed);
    assert_eq!(handover.read_back.len(), 3);
    assert_eq!(handover.equipment.iter().filter(|(_, there)| *there).count(), 2);
    console.press("+The radio was in the car<ctrl-s>").says("Addendum to H-001 recorded");
    console.press("<end>").shows("The radio was in the car");
}

#[test]
fn signature_is_taken_back_only_by_the_one_who_gave_it() {
    let mut console = Console::on(scene::busy());
    sign(&mut console);
    console.welcome(Some("0156"));
    console.press("w").says("0142 Li Qiang");
    console.welcome(Some("0142"));
    console.press("w").says("H-001 withdrawn");
    console.press("a").says("was withdrawn");
}

#[test]
fn handover_is_written_out_for_the_file() {
    let mut console = Console::on(scene::busy());
    sign(&mut console);
    console.press("x");
    assert!(console.effects.iter().any(|effect| matches!(effect, Effect::Export { .. })));
    console.send(dutydesk::ui::Msg::Exported(Ok("handover-H-20261121-001.txt".to_owned())));
    console.says("Written to handover-H-20261121-001.txt");
}

#[test]
fn same_officer_does_not_hand_over_to_himself() {
    let mut console = Console::on(Night::new());
    sign(&mut console);
    console.press("a0142<enter>open sesame<enter><enter>").shows("Take over H-001");
    assert_eq!(console.night.handovers().next().unwrap().status, HandoverStatus::Signed);
}

#[test]
fn list_of_handovers_opens_each_of_them() {
    let mut console = Console::on(scene::busy());
    sign(&mut console);
    console.press("<esc>").says("H-001, signed 22:47 by Li Qiang, waits to be accepted");
    console.press("f").shows("[handovers]").shows("H-001").shows("Li Qiang");
    console.press("<enter>").shows("H-20261121-001").press("<esc>").shows("[handovers]");
}

#[test]
fn remarks_and_read_back_outlive_the_console() {
    let mut console = Console::on(scene::busy());
    console.press("7<home>mKnives are still there<ctrl-s>");
    let mut night = scene::busy();
    night.drafts = console.night.drafts.clone();
    let mut console = Console::on(night);
    console.lacks("half-typed").press("7<home>").shows("Knives are still there");
    sign(&mut console);
    console.press("  ").shows("[x] R-003").shows("[x] R-004").shows("[ ] R-005");
    let night = std::mem::replace(&mut console.night, Night::new());
    let mut console = Console::on(night);
    console.press("7f<enter>").shows("[x] R-003").shows("[x] R-004").shows("[ ] R-005");
}

//! Windows of every size, and that what is on the screen is what should be.

use super::fake_desk::FakeDesk;
use super::stage::Stage;
use super::{at, standing};
use std::time::{Duration, Instant};

/// Paints the whole screen again and compares it, cell by cell, with what was there.
fn assert_a_repaint_changes_nothing(stage: &mut Stage) {
    stage.settle();
    let before = stage.seen().cells();
    let clears = stage.seen().clears();
    stage.send(b"\x0c");
    stage.wait_until("the repaint", |seen| seen.clears() > clears);
    stage.wait_for_picture("the same picture after the repaint", &before);
}

#[test]
fn a_forced_repaint_shows_the_same_after_an_hour_of_use() {
    let desk = FakeDesk::with_reports(300);
    let mut stage = standing(&at(&desk));
    let used: [(&[u8], &str, bool); 12] = [
        (b"\x1b[B\x1b[B\x1b[B", "|>  20:04 P4 R-300", false),
        (b"z", "+- 纠纷", false),
        (b"\x1b[6~\x1b[6~", "R-297", false),
        (b"z", "+- 纠纷", true),
        (b"2", "[未结 300]", true),
        (b"\x1b[6~\x1b[B\x1b[B\x1b[B\x1b[A\x1b[6~\x1b[6~", "R-300", false),
        (b"?", "+- 按键 -", true),
        (b"\x1b", "+- 按键 -", false),
        (b":", "+- 命令 -", true),
        (b"\x1b", "+- 命令 -", false),
        (b"5", "需走访的关爱对象", true),
        (b"1", "+- 纠纷", true),
    ];
    for (keys, text, there) in used {
        stage.send(keys);
        stage.wait_until(text, |seen| seen.text().contains(text) == there);
    }
    assert_a_repaint_changes_nothing(&mut stage);
}

#[test]
fn the_last_of_a_thousand_sizes_is_shown_right() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    let mut side: u32 = 7;
    for _ in 0..1_000 {
        // Sizes without any order, 0 and large ones among them.
        side = side.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        let (columns, rows) = ((side >> 16) % 501, (side >> 8) % 201);
        stage.resize(u16::try_from(columns).unwrap(), u16::try_from(rows).unwrap());
    }
    for (columns, rows) in [(0, 0), (1, 1), (500, 200), (100, 30)] {
        stage.resize(columns, rows);
    }
    stage.wait_until("the Desk screen at 100x30", |seen| {
        seen.row(29).starts_with("n 新警情") && seen.row(0).trim_end().ends_with("22:46")
    });
    assert_a_repaint_changes_nothing(&mut stage);
}

#[test]
fn a_window_that_is_too_small_says_so_and_keeps_everything() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.send(b"\x1b[B\x1b[B");
    stage.wait_until("cursor", |seen| seen.cursor_row().is_some_and(|row| row.contains("R-098")));
    stage.resize(50, 10);
    stage.wait_for("60");
    stage.resize(80, 24);
    stage.wait_until("the same row", |seen| seen.cursor_row().is_some_and(|row| row.contains("R-098")));
}

#[test]
fn a_terminal_that_stops_reading_for_a_while_shows_the_right_picture_afterwards() {
    let desk = FakeDesk::with_reports(300);
    let mut stage = standing(&at(&desk));
    stage.pause();
    // Sixty screens are more than any terminal's buffer holds: the console comes to wait in the middle of one.
    for number in 0..60 {
        let heard = desk.inside().heard.len();
        stage.send(if number % 2 == 0 { b"2" } else { b"1" });
        let until = Instant::now() + Duration::from_millis(50);
        while desk.inside().heard.len() == heard && Instant::now() < until {
            std::thread::yield_now();
        }
    }
    assert_eq!(desk.inside().welcomed, 1);
    stage.send(b"1?");
    stage.go_on();
    stage.wait_for("+- 按键 -");
    stage.send(b"\x1b");
    stage.wait_until("the Desk screen", |seen| !seen.text().contains("+- 按键 -"));
    assert_a_repaint_changes_nothing(&mut stage);
}

//! The budgets in bytes: over a line of 9,600 baud each of them is a millisecond.

use super::fake_desk::FakeDesk;
use super::stage::Stage;
use super::{at, standing};
use dutydesk::wire::message::ToDesk;

const DOWN: &[u8] = b"\x1b[B";
const PAGE_DOWN: &[u8] = b"\x1b[6~";

/// What is written until a state has come about.
fn written(stage: &mut Stage, keys: &[u8], what: &str, is_so: impl Fn(&super::stage::Seen) -> bool) -> usize {
    let before = stage.written();
    stage.send(keys);
    stage.wait_until(what, is_so);
    stage.written() - before
}

fn cursor_is_on(number: &str) -> impl Fn(&super::stage::Seen) -> bool {
    move |seen| seen.cursor_row().is_some_and(|row| row.contains(number))
}

#[test]
fn the_first_frame_fits_into_a_slow_line() {
    let desk = FakeDesk::with_reports(100);
    for (columns, rows, most) in [(120, 40, 6_500), (80, 24, 3_200)] {
        for (lang, title) in [("zh", "警情 100"), ("en", "Reports 100")] {
            let stage = standing(&at(&desk).size(columns, rows).var("ASKED", lang));
            stage.wait_for(title);
            let bytes = stage.written();
            println!("first frame {columns}x{rows} {lang}: {bytes} bytes");
            assert!(bytes <= most, "{bytes} bytes at {columns}x{rows}, {lang}");
        }
    }
}

#[test]
fn the_cursor_moves_in_few_bytes_and_the_desk_hears_nothing_of_it() {
    let desk = FakeDesk::with_reports(100);
    for lang in ["zh", "en"] {
        let mut stage = standing(&at(&desk).var("ASKED", lang));
        let heard = desk.inside().heard.len();
        for number in (90..100).rev() {
            let bytes = written(&mut stage, DOWN, "cursor", cursor_is_on(&format!("R-{number:03}")));
            assert!(bytes <= 60, "{bytes} bytes to R-{number}, {lang}");
        }
        assert_eq!(desk.inside().heard.len(), heard);
    }
}

#[test]
fn scrolling_paging_and_going_to_another_screen_keep_their_budgets() {
    let desk = FakeDesk::with_reports(500);
    for lang in ["zh", "en"] {
        let mut stage = standing(&at(&desk).var("ASKED", lang));
        let bytes = written(&mut stage, b"2", "the Reports screen", |seen| {
            cursor_is_on("R-500")(seen) && seen.row(37).contains("R-467")
        });
        println!("switch screen {lang}: {bytes} bytes");
        assert!(bytes <= 5_000, "{bytes} bytes for another screen, {lang}");
        let top = first_number(&stage.seen());
        let bytes = written(&mut stage, PAGE_DOWN, "the next page", |seen| {
            first_number(seen) + 20 < top && seen.cursor_row().is_some() && seen.row(37).contains("R-434")
        });
        println!("page down {lang}: {bytes} bytes");
        assert!(bytes <= 4_300, "{bytes} bytes for a page, {lang}");

        let (mut scrolled, mut worst) = (0, 0);
        for _ in 0..60 {
            let before = stage.seen().cells();
            let top = first_number(&stage.seen());
            let bytes = written(&mut stage, DOWN, "a step", |seen| seen.cells() != before);
            if first_number(&stage.seen()) == top - 1 {
                (scrolled, worst) = (scrolled + 1, worst.max(bytes));
            }
        }
        println!("scroll one row {lang}: {worst} bytes, {scrolled} times");
        assert!(scrolled > 10 && worst <= 400, "{worst} bytes at worst, {scrolled} times, {lang}");
    }
}

/// The number of the first report that is shown.
fn first_number(seen: &super::stage::Seen) -> u32 {
    let text = seen.text();
    let at = text.find("R-").unwrap() + 2;
    text[at..at + 3].parse().unwrap()
}

#[test]
fn two_thousand_pasted_keys_are_drawn_a_few_times() {
    let desk = FakeDesk::with_reports(3_000);
    let mut stage = standing(&at(&desk));
    let keys = [&DOWN.repeat(2_000)[..], b"?"].concat();
    let bytes = written(&mut stage, &keys, "help, after 2000 keys", |seen| seen.text().contains("+- 按键 -"));
    println!("2000 keys: {bytes} bytes");
    assert!(bytes <= 16_000, "{bytes} bytes");
}

#[test]
fn nothing_is_written_while_nothing_changes() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    let asked = |inside: &super::fake_desk::Inside| {
        inside.heard.iter().filter(|m| matches!(m, ToDesk::Ask { .. })).count()
    };
    let before = stage.written();
    for _ in 0..20 {
        let so_far = asked(&desk.inside());
        desk.push_changed();
        desk.wait_until("the console asks again", |inside| asked(inside) > so_far);
    }
    // What was drawn for the changes, if anything, stands before the cursor has moved.
    let bytes = written(&mut stage, DOWN, "cursor", cursor_is_on("R-099"));
    assert!(bytes <= 60, "{bytes} bytes");
    let all = String::from_utf8_lossy(&stage.seen().bytes[before..]).into_owned();
    assert_eq!(all.len(), bytes, "{all:?}");
}

#[test]
fn a_minute_is_a_few_bytes() {
    let desk = FakeDesk::with_reports(100);
    desk.inside().now = "2026-11-21T22:46:58+08:00".parse().unwrap();
    let stage = standing(&at(&desk));
    let before = stage.written();
    stage.wait_until("the next minute", |seen| seen.row(0).trim_end().ends_with("22:47"));
    let bytes = stage.written() - before;
    println!("a minute: {bytes} bytes {:?}", String::from_utf8_lossy(&stage.seen().bytes[before..]));
    assert!(bytes <= 60, "{bytes} bytes");
}

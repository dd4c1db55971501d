//! Terminals that can't show everything: refused with a reason, or used as far as they go.

use super::fake_desk::FakeDesk;
use super::stage::Stage;
use super::{at, standing};

#[test]
fn a_terminal_that_cannot_place_its_cursor_is_refused_in_a_sentence() {
    let desk = FakeDesk::with_reports(1);
    for term in ["dumb", ""] {
        let mut stage = Stage::start(&at(&desk).var("TERM", term));
        let (status, _) = stage.wait_for_end();
        assert_eq!(status.exit_code(), 3);
        stage.wait_until("the sentence", |seen| seen.before.contains("dutydesk report list"));
        assert_eq!(stage.written(), 0);
    }
}

#[test]
fn the_linux_console_is_spoken_to_in_english_and_told_why() {
    let desk = FakeDesk::with_reports(100);
    let stage = Stage::start(&at(&desk).var("TERM", "linux"));
    stage.wait_for("This terminal can't show Chinese");
    stage.wait_for("Reports 100");
    let asks = stage.seen().bytes.windows(4).any(|bytes| bytes == b"2026");
    assert!(!asks, "the Linux console shows part of the question");
    let stage = standing(&at(&desk).var("TERM", "linux").var("ASKED", "zh"));
    stage.wait_for("警情 100");
}

#[test]
fn without_colours_only_plain_signs_are_written() {
    let desk = FakeDesk::with_reports(100);
    let stage = standing(&at(&desk).var("NO_COLOR", "1"));
    let seen = stage.seen();
    let coloured = seen.cells().into_iter().find(|cell| cell.contains("Idx") || cell.contains("Rgb"));
    assert_eq!(coloured, None);
}

#[test]
fn a_terminal_that_reads_no_utf8_gets_none() {
    let desk = FakeDesk::with_reports(100);
    let stage = standing(&at(&desk).var("LANG", "en_GB.ISO-8859-1"));
    assert!(stage.seen().bytes.is_ascii());
    let stage = standing(&at(&desk).var("LANG", "C").var("ASKED", "en"));
    stage.wait_for("北街99号");
}

#[test]
fn an_answer_of_the_terminal_is_no_key() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    let before = stage.seen().cells();
    stage.send(b"\x1b[?2026;2$y");
    stage.send(b"\x1b[B\x1b[A");
    stage.wait_for_picture("nothing but the cursor moved", &before);
    stage.send(b"2");
    stage.wait_until("a frame between marks", |seen| {
        seen.bytes.windows(8).any(|bytes| bytes == b"\x1b[?2026h")
    });
}

#[test]
fn an_officers_preferences_count_and_what_is_wrong_with_them_is_told() {
    let desk = FakeDesk::with_reports(100);
    let own = desk.folder().join(".config/dutydesk");
    std::fs::create_dir_all(&own).unwrap();
    let preferences = "lang = \"en\"\nborders = \"lines\"\ncolours = \"pink\"\nkeymaps = [\"vim\"]\n";
    std::fs::write(own.join("console.toml"), preferences).unwrap();
    let mut stage = Stage::start(&at(&desk));
    stage.wait_for("dutydesk keys check");
    stage.wait_for("┌");
    stage.send(b"j");
    stage.wait_until("cursor", |seen| seen.text().lines().any(|l| l.contains('>') && l.contains("R-099")));
}

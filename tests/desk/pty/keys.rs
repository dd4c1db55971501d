//! Keys as lines really bring them, and keymaps that change while the console runs.

use super::fake_desk::FakeDesk;
use super::{at, standing};
use std::time::{Duration, Instant};

fn cursor_is_on(number: &'static str) -> impl Fn(&super::stage::Seen) -> bool {
    move |seen| seen.cursor_row().is_some_and(|row| row.contains(number))
}

#[test]
fn an_arrow_that_comes_in_two_parts_is_still_an_arrow() {
    let desk = FakeDesk::with_reports(100);
    // Over a network the console is more patient, so a busy machine doesn't spoil the test.
    let mut stage = standing(&at(&desk).var("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22"));
    for number in ["R-099", "R-098", "R-097"] {
        stage.send(b"\x1b");
        let then = Instant::now() + Duration::from_millis(1);
        while Instant::now() < then {
            std::hint::spin_loop();
        }
        stage.send(b"[B");
        stage.wait_until(number, cursor_is_on(number));
    }
}

#[test]
fn escape_alone_is_escape_after_a_moment() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    let desk_screen = stage.seen().cells();
    stage.send(b"?");
    stage.wait_until("help", |seen| seen.cells() != desk_screen);
    stage.send(b"\x1b");
    stage.wait_for_picture("the Desk screen again", &desk_screen);
}

#[test]
fn a_pasted_text_runs_no_keys() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.send(b"n");
    stage.wait_for("警情内容>");
    stage.send("\x1b[200~北街12号有人打架 q a d\x1b[201~".as_bytes());
    stage.wait_for("北街12号有人打架 q a d");
}

#[test]
fn keys_are_read_again_when_their_file_changes() {
    let desk = FakeDesk::with_reports(100);
    let own = desk.folder().join(".config/dutydesk");
    std::fs::create_dir_all(&own).unwrap();
    let mut stage = standing(&at(&desk));
    // As editors do it: beside the file, then in its place.
    std::fs::write(own.join("new"), "[list]\ndown = [\"ctrl-n\"]\n").unwrap();
    std::fs::rename(own.join("new"), own.join("keys.toml")).unwrap();
    stage.wait_for("已重新读取按键文件");
    stage.send(b"\x0e");
    stage.wait_until("the new key", cursor_is_on("R-099"));

    std::fs::write(own.join("keys.toml"), "[list]\ndown = [\"no such key\"]\nup = \"j\"\n").unwrap();
    stage.wait_for("按键文件有 2 处问题");
    stage.send(b"\x1b[B");
    stage.wait_until("the usual key is back", cursor_is_on("R-098"));
}

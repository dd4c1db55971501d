//! How a console ends, or is stopped: the terminal is as before, and nothing spins.

use super::fake_desk::FakeDesk;
use super::stage::Stage;
use super::{CANARY, at, program, standing};
use rustix::process::Signal;
use std::time::Duration;

#[test]
fn a_signal_to_leave_gives_the_terminal_back() {
    let desk = FakeDesk::with_reports(100);
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT] {
        let mut stage = standing(&at(&desk));
        stage.signal(signal);
        let (status, _) = stage.wait_for_end();
        assert!(status.success(), "{status:?}");
        stage.wait_until("the shell's screen", |seen| !seen.is_inside() && !seen.screen().hide_cursor());
        assert!(!stage.seen().text().contains("R-100"));
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_nothing_about_anybody() {
    let desk = FakeDesk::with_reports(100);
    // The clock is looked at several times while the screen comes up; it breaks soon after.
    let mut stage = Stage::start(&at(&desk).var("BREAKS_AT", "12"));
    let mut tries = 0;
    while tries < 50 && !stage.seen().text().contains("pty.rs") {
        stage.send(b"\x1b[B");
        tries += 1;
        stage.wait_until("something", |seen| !seen.bytes.is_empty());
    }
    let (status, _) = stage.wait_for_end();
    assert_eq!(status.exit_code(), 5);
    stage.wait_until("the sentence", |seen| !seen.is_inside() && seen.text().contains("pty.rs"));
    let seen = stage.seen();
    assert!(!String::from_utf8_lossy(&seen.bytes).contains(CANARY), "{}", seen.text());
    assert!(!seen.screen().hide_cursor());
}

#[test]
fn a_terminal_that_is_gone_ends_the_console_at_once() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.hang_up();
    let (_, after) = stage.wait_for_end();
    assert!(after <= Duration::from_secs(3), "{after:?}");
}

#[test]
fn a_terminal_that_is_gone_ends_the_console_even_if_it_was_told_to_ignore_that() {
    let desk = FakeDesk::with_reports(100);
    let mut setup = at(&desk);
    let ignoring = "trap '' HUP; exec \"$@\"";
    setup.program = ["/bin/sh", "-c", ignoring, "sh"].map(ToString::to_string).to_vec();
    setup.program.extend(program());
    let mut stage = standing(&setup);
    let ticks = stage.ticks();
    stage.hang_up();
    let until = std::time::Instant::now() + Duration::from_secs(3);
    let mut spent = 0;
    while stage.state() != 'Z' {
        assert!(std::time::Instant::now() < until, "still there");
        spent = stage.ticks() - ticks;
    }
    assert!(spent <= 5, "{spent} ticks of processor time after the end of the line");
    stage.wait_for_end();
}

#[test]
fn a_console_that_is_stopped_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let desk = FakeDesk::with_reports(100);
    let mut setup = at(&desk);
    let shell = "set -m; \"$@\"; echo halted; read line; echo \"read $line\"; fg; echo \"ended $?\"";
    setup.program = ["/bin/sh", "-c", shell, "sh"].map(ToString::to_string).to_vec();
    setup.program.extend(program());
    let mut stage = standing(&setup);
    let before = stage.seen().cells();
    let console = desk.inside().pids[0];
    rustix::process::kill_process(console, Signal::TSTP).unwrap();
    stage.wait_until("the shell", |seen| !seen.is_inside() && seen.text().contains("halted"));
    stage.send(b"go on\n");
    // The shell reads lines, shows what is typed, and hears the end of a line: its terminal is as before.
    stage.wait_until("the console again", |seen| seen.is_inside());
    stage.wait_for_picture("the console again", &before);
    stage.send(b"\x1b[B");
    stage.wait_until("cursor", |seen| seen.cursor_row().is_some_and(|row| row.contains("R-099")));
    rustix::process::kill_process(console, Signal::TERM).unwrap();
    stage.wait_until("the end", |seen| !seen.is_inside() && seen.text().contains("ended 0"));
    assert!(stage.seen().text().contains("read go on"), "{}", stage.seen().text());
}

#[test]
fn a_console_that_nobody_could_continue_does_not_stop() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.signal(Signal::TSTP);
    // Signals and keys are taken in no fixed order: after several keys the signal was taken too.
    for _ in 0..5 {
        stage.settle();
    }
    assert!(stage.seen().is_inside());
}

#[test]
fn after_a_stop_from_outside_everything_is_painted_again_in_the_new_size() {
    let desk = FakeDesk::with_reports(100);
    let mut stage = standing(&at(&desk));
    stage.signal(Signal::STOP);
    stage.wait_for_state('T');
    stage.resize(100, 30);
    let clears = stage.seen().clears();
    stage.signal(Signal::CONT);
    stage.wait_until("the Desk screen at 100x30", |seen| {
        seen.clears() > clears && seen.row(29).starts_with("n 新警情")
    });
}

//! Taking a terminal over and giving it back, and what its surroundings say about it.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::fd::OwnedFd;

use dutydesk::app::backend::Colours;
use dutydesk::app::terminal::{Look, Surroundings, Tty, Unfit, last_words, usable_size};
use dutydesk::domain::Lang;
use dutydesk::words::Words;
use portable_pty::{MasterPty, PtySize, native_pty_system};
use ratatui::layout::Size;
use rustix::termios::{LocalModes, OutputModes, Termios, tcgetattr};

fn surroundings(term: &str, locale: &str) -> Surroundings {
    Surroundings { term: Some(term.to_owned()), locale: Some(locale.to_owned()), ..Surroundings::default() }
}

#[test]
fn a_terminal_is_judged_by_its_surroundings() {
    let look = Look::of(&surroundings("xterm-256color", "zh_CN.UTF-8")).unwrap();
    assert!(look.chinese && look.ask_sync && !look.remote && look.caps.scroll_regions && !look.caps.ascii);
    assert_eq!(look.caps.colours, Colours::Sixteen);
    assert!(!look.caps.sync, "it is on only after the terminal said so");

    let console = Look::of(&surroundings("linux", "zh_CN.UTF-8")).unwrap();
    assert!(!console.chinese && !console.ask_sync);
    assert_eq!(console.language(Lang::Zh), (Lang::En, Some("terminal-no-chinese")));
    assert_eq!(console.language(Lang::En), (Lang::En, None));
    assert_eq!(look.language(Lang::Zh), (Lang::Zh, None));
    assert_eq!(console.caps.colours, Colours::Sixteen);

    for locale in ["C", "POSIX", "C.UTF-8", "en_GB.utf8", "zh_CN"] {
        let look = Look::of(&surroundings("xterm", locale)).unwrap();
        assert!(!look.caps.ascii && look.chinese, "{locale}");
    }
    for locale in ["zh_CN.GB18030", "zh_CN.GBK", "de_DE.ISO-8859-15@euro"] {
        let look = Look::of(&surroundings("xterm", locale)).unwrap();
        assert!(look.caps.ascii && !look.chinese, "{locale}");
    }
}

#[test]
fn colours_are_left_out_when_asked_or_when_there_are_none() {
    let mut asked = surroundings("xterm", "C.UTF-8");
    asked.no_color = Some("1".to_owned());
    assert_eq!(Look::of(&asked).unwrap().caps.colours, Colours::None);
    asked.no_color = Some(String::new());
    assert_eq!(Look::of(&asked).unwrap().caps.colours, Colours::Sixteen);
    for term in ["vt100", "vt220", "xterm-mono", "linux-m"] {
        assert_eq!(Look::of(&surroundings(term, "C")).unwrap().caps.colours, Colours::None, "{term}");
    }
    assert!(!Look::of(&surroundings("vt100", "C")).unwrap().caps.scroll_regions);
}

#[test]
fn a_terminal_that_cannot_show_a_screen_is_refused_in_a_sentence() {
    assert_eq!(Look::of(&Surroundings::default()), Err(Unfit::NoTerm));
    assert_eq!(Look::of(&surroundings("dumb", "C")), Err(Unfit::Dumb("dumb".to_owned())));
    for lang in [Lang::En, Lang::Zh] {
        let words = Words::new(lang);
        for unfit in [Unfit::NotATerminal, Unfit::NoTerm, Unfit::Dumb("du\u{1b}[2Jmb".to_owned())] {
            let sentence = unfit.say(&words);
            assert!(sentence.contains("dutydesk report list"), "{sentence}");
            assert!(!sentence.contains('\u{1b}'), "{sentence}");
        }
    }
}

#[test]
fn a_size_nobody_knows_is_the_usual_one() {
    assert_eq!(usable_size(0, 0), Size::new(80, 24));
    assert_eq!(usable_size(120, 0), Size::new(120, 24));
    assert_eq!(usable_size(500, 200), Size::new(500, 200));
    assert_eq!(usable_size(u16::MAX, u16::MAX), Size::new(1000, 500));
}

#[test]
fn the_last_words_name_the_place_and_no_folder() {
    let said = last_words("It ended.", Some(std::panic::Location::caller()));
    assert!(said.starts_with("It ended. (terminal.rs:"), "{said}");
    assert_eq!(last_words("It ended.", None), "It ended.");
}

/// A pseudo-terminal: the end that a terminal program holds, and the device.
struct Line {
    master: Box<dyn MasterPty + Send>,
    screen: Box<dyn Read + Send>,
    device: File,
    // The device stays open on this side, as a shell keeps it.
    _slave: Box<dyn portable_pty::SlavePty + Send>,
}

impl Line {
    fn open(rows: u16, cols: u16) -> Line {
        let pair = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        let device = OpenOptions::new().read(true).write(true).open(pair.master.tty_name().unwrap()).unwrap();
        let screen = pair.master.try_clone_reader().unwrap();
        Line { master: pair.master, screen, device, _slave: pair.slave }
    }

    fn tty(&self, look: &Look) -> Tty {
        let end = || OwnedFd::from(self.device.try_clone().unwrap());
        Tty::on(end(), end(), look).unwrap()
    }

    fn read(&mut self) -> String {
        let mut bytes = [0; 4096];
        let n = self.screen.read(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..n]).into_owned()
    }

    fn settings(&self) -> String {
        shown(&tcgetattr(&self.device).unwrap())
    }
}

fn shown(t: &Termios) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        t.input_modes, t.output_modes, t.control_modes, t.local_modes, t.special_codes
    )
}

#[test]
fn the_terminal_is_given_back_exactly_as_it_was() {
    let mut line = Line::open(30, 100);
    let before = line.settings();
    let look = Look::of(&surroundings("xterm", "C.UTF-8")).unwrap();
    let mut tty = line.tty(&look);
    assert_eq!(line.settings(), before, "opening changes nothing");
    assert_eq!(tty.size(), Size::new(100, 30));

    tty.enter().unwrap();
    let raw = tcgetattr(&line.device).unwrap();
    assert!(!raw.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG));
    assert!(!raw.output_modes.contains(OutputModes::OPOST));
    let entered = line.read();
    assert!(
        entered.starts_with("\u{1b}[?1049h") && entered.contains("?2004h") && entered.contains("?2026$p")
    );

    tty.leave().unwrap();
    assert_eq!(line.settings(), before);
    let left = line.read();
    assert!(left.contains("?25h") && left.contains("?2004l") && left.ends_with("\u{1b}[?1049l"), "{left:?}");
    assert!(left.contains("\u{1b}[H\u{1b}[J"), "no record stays on a terminal without a second screen");

    tty.resume().unwrap();
    assert_ne!(line.settings(), before);
    drop(tty);
    assert_eq!(line.settings(), before, "dropping gives it back too");
}

#[test]
fn a_terminal_that_would_show_the_question_is_not_asked() {
    let mut line = Line::open(0, 0);
    let mut tty = line.tty(&Look::of(&surroundings("linux", "C.UTF-8")).unwrap());
    assert_eq!(tty.size(), Size::new(80, 24));
    tty.enter().unwrap();
    assert!(!line.read().contains("2026"));
    line.master.resize(PtySize { rows: 50, cols: 200, ..PtySize::default() }).unwrap();
    assert_eq!(tty.size(), Size::new(200, 50));
}

/// Set for the parts of tests that run in a process of their own; without it they do nothing.
const PART: &str = "DUTYDESK_TEST_PART";

/// Runs one of the parts below in a process of its own on a terminal of its own; returns what the terminal saw.
fn alone(part: &str, line: Line) -> String {
    let mut command = portable_pty::CommandBuilder::new(std::env::current_exe().unwrap());
    command.env(PART, "1");
    command.args(["--exact", part, "--ignored", "--nocapture", "--test-threads=1"]);
    let Line { screen, device, _slave: slave, master } = line;
    let mut child = slave.spawn_command(command).unwrap();
    drop((slave, device));
    let mut screen = screen;
    let mut seen = Vec::new();
    let mut piece = [0; 4096];
    // The end of the last process on the line reads as an error on Linux.
    while let Ok(n @ 1..) = screen.read(&mut piece) {
        seen.extend_from_slice(&piece[..n]);
    }
    child.wait().unwrap();
    drop(master);
    String::from_utf8_lossy(&seen).into_owned()
}

#[test]
#[ignore = "a part of the test below, run in a process of its own"]
fn part_that_panics() {
    if std::env::var_os(PART).is_none() {
        return;
    }
    let mut tty = Tty::open(&Look::of(&surroundings("xterm", "C.UTF-8")).unwrap()).unwrap();
    tty.restore_on_panic(&Words::new(Lang::En)).unwrap();
    tty.enter().unwrap();
    panic!("record of Zhao 13900000000");
}

#[test]
fn a_panic_restores_the_terminal_and_tells_nothing_of_the_record() {
    let seen = alone("terminal::part_that_panics", Line::open(24, 80));
    let (_, after) = seen.split_once("\u{1b}[?1049l").expect("the terminal was given back");
    let sentence = Words::new(Lang::En).get("terminal-panic");
    assert!(after.starts_with(&format!("{sentence} (terminal.rs:")), "{after:?}");
    assert!(after.contains("\r\n"), "lines end as they did before: {after:?}");
    assert!(!seen.contains("Zhao") && !seen.contains("139"), "{seen:?}");
}

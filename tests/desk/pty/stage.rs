//! A console as a process of its own on a pseudo-terminal: what it writes is shown by a terminal in memory, and every
//! byte is counted. It waits for named states, with a deadline, and never just for time to pass.

use crate::real::PATIENCE;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What the terminal has seen.
pub struct Seen {
    terminal: vt100::Parser,
    /// Everything written since the console took the terminal, in order.
    pub bytes: Vec<u8>,
    /// What was written before that: a refusal, or the test program's own lines.
    pub before: String,
    entered: bool,
    over: bool,
    hang_up: bool,
    paused: bool,
}

impl Seen {
    /// The picture that the terminal shows.
    pub fn screen(&self) -> &vt100::Screen {
        self.terminal.screen()
    }

    /// The text of the screen, row by row.
    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// Whether the console's own screen is shown, not the shell's.
    pub fn is_inside(&self) -> bool {
        self.screen().alternate_screen()
    }

    /// The row of the list that the cursor's marker stands in.
    pub fn cursor_row(&self) -> Option<String> {
        self.screen().rows(0, u16::MAX).find(|row| row.starts_with("|>") || row.starts_with('>'))
    }

    /// The number of the report that the cursor's marker stands at; none as long as only a part of that row has come. What
    /// else the row says may change by itself.
    pub fn cursor_number(&self) -> Option<String> {
        let row = self.cursor_row()?;
        let number = row.split_whitespace().find(|word| word.starts_with("R-"))?;
        let (_, behind) = row.split_once(number)?;
        (!behind.trim().is_empty()).then(|| number.to_owned())
    }

    /// The row of this number, from 0.
    pub fn row(&self, number: u16) -> String {
        self.screen().rows(0, u16::MAX).nth(usize::from(number)).unwrap_or_default()
    }

    /// Every cell with its looks, and where the caret stands.
    pub fn cells(&self) -> Vec<String> {
        let screen = self.screen();
        let (rows, columns) = screen.size();
        let cell = |row, column| {
            let cell = screen.cell(row, column).unwrap();
            let (text, ground) =
                (cell.contents().trim_end(), (cell.bgcolor(), cell.inverse(), cell.underline()));
            // The ink of a cell without a sign isn't seen.
            let ink = (!text.is_empty() || cell.inverse()).then(|| (cell.fgcolor(), cell.bold()));
            format!("{row},{column} '{text}' {ground:?} {ink:?}")
        };
        let mut cells: Vec<String> =
            (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| cell(row, column))).collect();
        // Where a hidden caret stands is nobody's business.
        cells.extend((!screen.hide_cursor()).then(|| format!("caret {:?}", screen.cursor_position())));
        cells
    }

    /// How often the whole screen was cleared.
    pub fn clears(&self) -> usize {
        self.bytes.windows(6).filter(|bytes| bytes == b"\x1b[H\x1b[J").count()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.terminal.process(bytes);
        if self.entered {
            self.bytes.extend_from_slice(bytes);
            return;
        }
        self.before.push_str(&String::from_utf8_lossy(bytes));
        if let Some(at) = self.before.find("\u{1b}[?1049h") {
            self.entered = true;
            self.bytes = self.before.split_off(at).into_bytes();
        }
    }
}

/// How a console is started.
pub struct Setup {
    pub columns: u16,
    pub rows: u16,
    pub vars: Vec<(&'static str, String)>,
    /// The program and its arguments.
    pub program: Vec<String>,
}

impl Setup {
    pub fn size(mut self, columns: u16, rows: u16) -> Setup {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub fn var(mut self, name: &'static str, value: impl Into<String>) -> Setup {
        self.vars.retain(|(known, _)| *known != name);
        self.vars.push((name, value.into()));
        self
    }
}

/// A console and the terminal it runs on.
pub struct Stage {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    watch: Option<JoinHandle<()>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Stage {
    pub fn start(setup: &Setup) -> Stage {
        let size = PtySize { rows: setup.rows, cols: setup.columns, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(&setup.program[0]);
        command.args(&setup.program[1..]);
        command.env_clear();
        command.cwd("/");
        for (name, value) in &setup.vars {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen = Seen {
            terminal: vt100::Parser::new(cells(setup.rows), cells(setup.columns), 0),
            bytes: Vec::new(),
            before: String::new(),
            entered: false,
            over: false,
            hang_up: false,
            paused: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        let watch = Some(std::thread::spawn(move || watch(reader, &shared)));
        let keys = pair.master.take_writer().unwrap();
        Stage { master: Some(pair.master), keys: Some(keys), watch, child, seen }
    }

    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// Waits until the terminal has seen something.
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !is_so(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.over {
                let said = format!("never came: {what}\n{}\n{}", seen.before, seen.text());
                drop(seen);
                panic!("{said}");
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until the terminal shows exactly this picture.
    pub fn wait_for_picture(&self, what: &str, picture: &[String]) {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        loop {
            let cells = seen.cells();
            let other: Vec<_> = cells.iter().zip(picture).filter(|(is, was)| is != was).take(8).collect();
            if other.is_empty() && cells.len() == picture.len() {
                return;
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.over {
                let said = format!("never came: {what}\n{other:#?}\n{}", seen.text());
                drop(seen);
                panic!("{said}");
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until the screen shows this text.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |seen| seen.text().contains(text));
    }

    /// Waits until everything that the console was about to write is written: its cursor has gone down and up again.
    pub fn settle(&mut self) {
        self.wait_until("a cursor", |seen| seen.cursor_number().is_some());
        let here = self.seen().cursor_number();
        self.send(b"\x1b[B");
        self.wait_until("the cursor down", |seen| {
            seen.cursor_number().is_some_and(|number| Some(number) != here)
        });
        self.send(b"\x1b[A");
        self.wait_until("the cursor up", |seen| seen.cursor_number() == here);
    }

    pub fn send(&mut self, keys: &[u8]) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys).unwrap();
        writer.flush().unwrap();
    }

    /// How many bytes were written since the console took the terminal.
    pub fn written(&self) -> usize {
        self.seen().bytes.len()
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        // First the picture, then the word to the console: what it writes for the new size must find it.
        self.seen().terminal.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, ..PtySize::default() };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub fn pid(&self) -> rustix::process::Pid {
        let pid = self.child.process_id().unwrap();
        rustix::process::Pid::from_raw(i32::try_from(pid).unwrap()).unwrap()
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// What the kernel says of the process: running, sleeping, stopped.
    pub fn state(&self) -> char {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).unwrap();
        stat.rsplit_once(") ").unwrap().1.chars().next().unwrap()
    }

    /// Waits until the kernel says that the process is in this state.
    pub fn wait_for_state(&self, wanted: char) {
        let until = Instant::now() + PATIENCE;
        while self.state() != wanted {
            assert!(Instant::now() < until, "never came: process state {wanted}");
            std::thread::yield_now();
        }
    }

    /// The processor time that the process has taken, in clock ticks.
    pub fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).unwrap();
        let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    }

    /// The terminal stops reading, as over a line that stalls; what was on its way still comes.
    pub fn pause(&self) {
        self.seen().paused = true;
    }

    /// The terminal reads on.
    pub fn go_on(&self) {
        self.seen().paused = false;
        self.seen.1.notify_all();
    }

    /// Takes the terminal away, as when a line drops.
    pub fn hang_up(&mut self) {
        self.seen().hang_up = true;
        // The last keys make the console write once more, so that nobody is left reading.
        self.keys = None;
        self.watch.take().unwrap().join().unwrap();
        self.master = None;
    }

    /// Waits until the process has ended, and says how and after how long.
    pub fn wait_for_end(&mut self) -> (ExitStatus, Duration) {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, since.elapsed());
            }
            assert!(since.elapsed() < PATIENCE, "never came: the end of the process\n{}", self.seen().text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A size that the terminal in memory takes.
fn cells(side: u16) -> NonZero<u16> {
    NonZero::new(side).unwrap_or(NonZero::<u16>::MIN)
}

fn watch(mut reader: Box<dyn Read + Send>, shared: &(Mutex<Seen>, Condvar)) {
    let mut piece = [0_u8; 16 * 1024];
    loop {
        let count = reader.read(&mut piece).unwrap_or(0);
        let mut seen = shared.0.lock().unwrap();
        if count == 0 {
            seen.over = true;
        }
        seen.take(&piece[..count]);
        shared.1.notify_all();
        if count == 0 || seen.hang_up {
            return;
        }
        drop(shared.1.wait_while(seen, |seen| seen.paused).unwrap());
    }
}

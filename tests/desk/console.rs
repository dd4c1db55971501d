//! A console on paper: keys in, effects out, a desk of real rules behind it, and the screen to look at.
//!
//! When a test fails the screen is printed.

mod acts;
mod arrivals;
mod bytes;
mod days;
mod disputes;
mod drafts;
mod due;
mod earlier;
mod hand;
mod handed;
mod line;
mod lists;
mod marks;
pub mod night;
mod quick;
pub mod scene;
mod screens;
mod shown;
mod travel;

use crate::overlays::stand;
use crate::samples;
use dutydesk::domain::{Lang, OfficerId, Role, SignedIn};
use dutydesk::keys::{self, Action, Key};
use dutydesk::ui::theme::{Borders, Colours, Theme};
use dutydesk::ui::{Effect, Model, Msg, Options, next_wake, update, view};
use jiff::{SignedDuration, Timestamp};
use night::Night;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::collections::VecDeque;

/// A console and the desk behind it.
pub struct Console {
    pub model: Model,
    pub night: Night,
    pub size: (u16, u16),
    pub now: Timestamp,
    /// Whether the desk answers at once.
    pub answering: bool,
    /// What the desk has not answered yet.
    pub waiting: VecDeque<Effect>,
    /// Every effect so far.
    pub effects: Vec<Effect>,
    sessions: u32,
}

impl Drop for Console {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.screen());
        }
    }
}

impl Console {
    /// A console on a quiet night, signed in as 0142.
    pub fn new() -> Console {
        Console::open(Lang::En, (80, 24), Theme::default(), Night::new())
    }

    /// A console on this night, signed in as 0142.
    pub fn on(night: Night) -> Console {
        Console::open(Lang::En, (80, 24), Theme::default(), night)
    }

    pub fn open(lang: Lang, size: (u16, u16), theme: Theme, night: Night) -> Console {
        let mut console = Console::closed(lang, size, theme, night);
        console.welcome(Some("0142"));
        console
    }

    /// A console without a line to the desk.
    pub fn closed(lang: Lang, size: (u16, u16), theme: Theme, night: Night) -> Console {
        let options = Options { lang, theme, keymap: keys::defaults(), size };
        let now = night.now;
        Console {
            model: Model::new(options),
            night,
            size,
            now,
            answering: true,
            waiting: VecDeque::new(),
            effects: Vec::new(),
            sessions: 0,
        }
    }

    /// The session stands.
    pub fn welcome(&mut self, officer: Option<&str>) {
        self.sessions += 1;
        let who = officer.map(signed_in);
        self.night.officer = officer.map(signed_in);
        let session = format!("s{}", self.sessions);
        self.send(Msg::Welcome { session, who, now: self.now });
    }

    /// Gives a message and lets the desk answer what follows from it.
    pub fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.take(effects);
        self.settle();
    }

    fn take(&mut self, effects: Vec<Effect>) {
        self.effects.extend(effects.iter().cloned());
        self.waiting.extend(effects);
    }

    /// The desk answers everything that waits.
    fn settle(&mut self) {
        while self.answering && self.answer_next() {}
    }

    /// The desk answers the oldest thing that waits.
    pub fn answer_next(&mut self) -> bool {
        let Some(effect) = self.waiting.pop_front() else { return false };
        for msg in self.night.take(&effect) {
            let effects = update(&mut self.model, msg);
            self.take(effects);
        }
        true
    }

    /// The desk answers again.
    pub fn answer_all(&mut self) {
        self.answering = true;
        self.settle();
    }

    /// Presses keys: characters as they are, other keys by name as in `<tab>`.
    pub fn press(&mut self, keys: &str) -> &mut Console {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (key, after) = match rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
                Some((name, after)) => (name.parse().expect("a key's name"), after),
                None => (Key::char(c), &rest[c.len_utf8()..]),
            };
            self.send(Msg::Key(key));
            rest = after;
        }
        self
    }

    /// Presses the keys that the keymap has for an action here.
    pub fn act(&mut self, action: Action) -> &mut Console {
        let sequence = keys::defaults().hint(action, &self.model.layers()).cloned();
        let sequence = sequence.unwrap_or_else(|| panic!("no key for {action:?} here"));
        for key in sequence.keys() {
            self.send(Msg::Key(*key));
        }
        self
    }

    /// Lets time pass and tells the console, as the shell does when the console asked to be woken.
    pub fn pass(&mut self, seconds: i64) -> &mut Console {
        let until = self.now + SignedDuration::from_secs(seconds);
        while let Some(wake) = next_wake(&self.model).filter(|wake| *wake < until) {
            assert!(wake > self.now, "the console asks to be woken in the past");
            self.clock(wake);
        }
        self.clock(until);
        self
    }

    fn clock(&mut self, now: Timestamp) {
        self.now = now;
        self.night.now = now;
        self.send(Msg::Clock(now));
    }

    /// Somebody else does something; the console hears of it.
    pub fn elsewhere(&mut self, officer: &str, act: impl FnOnce(&mut Night)) -> &mut Console {
        let me = self.night.officer.replace(signed_in(officer));
        act(&mut self.night);
        self.night.officer = me;
        let now = self.now;
        for msg in self.night.changes(now) {
            self.send(msg);
        }
        self
    }

    /// The screen as drawn.
    pub fn draw(&self) -> (Buffer, Option<Position>) {
        let (columns, rows) = self.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut caret = None;
        terminal
            .draw(|frame| {
                view(&self.model, frame);
            })
            .unwrap();
        if terminal.backend().cursor_visible() {
            caret = Some(terminal.backend().cursor_position());
        }
        (terminal.backend().buffer().clone(), caret)
    }

    /// The glyphs of the screen.
    pub fn screen(&self) -> String {
        if self.size.0 == 0 {
            return String::new();
        }
        stand::lines(&self.draw().0).join("\n")
    }

    /// One line of the screen, from the top.
    pub fn line(&self, y: usize) -> String {
        self.screen().lines().nth(y).unwrap_or_default().to_owned()
    }

    /// The status line, and the line below where a long sentence goes on.
    pub fn status(&self) -> String {
        let rows = usize::from(self.size.1);
        format!("{} {}", self.line(rows - 2), self.line(rows - 1))
    }

    /// Fails unless the screen has this text.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Console {
        assert!(self.screen().contains(text), "the screen lacks '{text}'");
        self
    }

    /// Fails if the screen has this text.
    #[track_caller]
    pub fn lacks(&mut self, text: &str) -> &mut Console {
        assert!(!self.screen().contains(text), "the screen has '{text}'");
        self
    }

    /// Fails unless the status line begins so.
    #[track_caller]
    pub fn says(&mut self, text: &str) -> &mut Console {
        let status = self.status();
        assert!(status.contains(text), "the status line is '{}'", status.trim_end());
        self
    }

    /// How many acts were sent to the desk.
    pub fn sent(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::Execute { .. })).count()
    }

    /// How many questions were asked.
    pub fn asked(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::Ask { .. })).count()
    }
}

/// Who an officer of the invented station is.
pub fn signed_in(number: &str) -> SignedIn {
    let officer = OfficerId(number.to_owned());
    let role = match number {
        "0156" => Role::ShiftLeader,
        "0160" => Role::Reviewer,
        "0101" | "0102" => Role::Supervisor,
        _ => Role::DutyOfficer,
    };
    SignedIn { officer, role }
}

/// The plainest looks: no colours, ASCII borders.
pub const PLAIN: Theme = Theme { colours: Colours::None, borders: Borders::Ascii, high_contrast: false };

/// The invented night's clock.
pub fn start() -> Timestamp {
    samples::at()
}

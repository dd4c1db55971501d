//! The console's one loop: what the terminal, the desk, the kernel and the clock bring becomes messages, `update` says
//! what to do, and the screen is drawn once for all that came together.
//!
//! It decides nothing about the desk and draws nothing itself. It never waits for one of its sources while another has
//! something; only the terminal may keep it waiting when it is written to.

use super::clock::DeskClock;
use super::input::{Answer, Input};
use super::keyboard::{Gone, Keyboard};
use super::line::{DeskLine, FromLine};
use super::manner::Manner;
use super::options::{AppError, ConsoleOptions};
use super::own::{self, Own};
use super::screen::Screen;
use super::signal::{self, Caught, Signals};
use super::terminal::{Look, Surroundings, Tty};
use super::translate::{self, Addressed};
use super::watch::FileWatch;
use crate::ui::{Effect, Model, Msg, Options, next_wake, update};
use crate::wire::Hello;
use crate::wire::message::ToDesk;
use std::collections::{BTreeSet, VecDeque};
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, UnboundedSender};
use tokio::time::{Instant, sleep, sleep_until, timeout};

/// How long a drawing waits for the answers to questions just asked, so that a list is drawn once and not twice.
const ANSWERS_WITHIN: Duration = Duration::from_millis(15);
/// The same for the first drawing, when the whole screen is asked for.
const FIRST_WITHIN: Duration = Duration::from_millis(250);
/// How long the console stays for what it still has to tell the desk when the officer leaves.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// The shortest time between two looks at the clock that nothing but the clock asked for.
const CLOCK_REST: Duration = Duration::from_millis(20);

/// Runs a console on this process's terminal until the officer leaves or the terminal is gone.
///
/// # Errors
/// [`AppError`]: before anything is on the screen, or when something broke; the terminal is as before.
pub fn console(options: ConsoleOptions) -> Result<(), AppError> {
    let look = Look::of(&Surroundings::read())?;
    let tty = Tty::open(&look)?;
    let own = Own::read(&options.paths, options.home.as_ref());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .thread_keep_alive(Duration::from_secs(1))
        .enable_all()
        .build()
        .map_err(AppError::machine("runtime"))?;
    let hook = std::panic::take_hook();
    let session = run(options, &look, own, tty);
    let ended = std::panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(session)));
    std::panic::set_hook(hook);
    // A desk that is being started goes on starting without this console.
    runtime.shutdown_background();
    ended.unwrap_or(Err(AppError::Broken))
}

async fn run(options: ConsoleOptions, look: &Look, own: Own, tty: Tty) -> Result<(), AppError> {
    let manner = Manner::of(options.lang, options.locale, look, &own.preferences);
    let hello = Hello::console(manner.lang).acting_as(options.act_as.clone());
    let (mut line, told) = DeskLine::new(options.paths.clone(), hello, options.start);
    let first = line.open().await?;
    let mut console = Console::open(options, look, manner, own, tty, told)?;
    console.awaits_first = first.is_some();
    let keep = line.keep(first);
    tokio::pin!(keep);
    let over = tokio::select! {
        over = console.attend() => over,
        () = &mut keep => Over::Left,
    };
    // A terminal that is gone needs nothing back.
    let _ = console.tty.leave();
    if over == Over::Left && console.to_desk.is_some() {
        // A form half filled in a moment ago may not be lost.
        let rest = async {
            tokio::select! {
                () = console.finish() => {}
                () = &mut keep => return,
            }
            keep.await;
        };
        let _ = timeout(LAST_WORDS, rest).await;
    }
    Ok(())
}

/// How a console ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    /// The officer leaves, or a signal asks for it.
    Left,
    /// The terminal is gone.
    Gone,
}

impl From<Gone> for Over {
    fn from(_: Gone) -> Over {
        Over::Gone
    }
}

/// What the loop woke up for.
enum Woken {
    Keys(Vec<Input>),
    Line(FromLine),
    Signal(Caught),
    Files,
    Time,
}

/// A running console.
struct Console {
    options: ConsoleOptions,
    model: Model,
    clock: DeskClock,
    tty: Tty,
    screen: Screen,
    keyboard: Keyboard,
    signals: Signals,
    files: FileWatch,
    told: Receiver<FromLine>,
    to_desk: Option<UnboundedSender<ToDesk>>,
    bell: bool,
    /// Questions that the desk has not answered.
    asked: BTreeSet<u64>,
    /// Forms that the desk was given and has not confirmed to keep.
    keeping: BTreeSet<u64>,
    /// The line is there, but its welcome was not taken yet.
    awaits_first: bool,
    /// The screen may no longer show what the model says.
    changed: bool,
    /// Until when a drawing waits for answers.
    held_until: Option<Instant>,
    /// The console is stopped, and the terminal is somebody else's.
    stopped: bool,
    leaving: bool,
}

impl Console {
    fn open(
        options: ConsoleOptions,
        look: &Look,
        manner: Manner,
        own: Own,
        mut tty: Tty,
        told: Receiver<FromLine>,
    ) -> Result<Console, AppError> {
        let size = tty.size();
        let model = Model::new(Options {
            lang: manner.lang,
            theme: manner.theme,
            keymap: crate::keys::Keymap::default(),
            size: (size.width, size.height),
        });
        tty.restore_on_panic(model.reading().words).map_err(AppError::machine("descriptor"))?;
        let input = tty.input().try_clone_to_owned().map_err(AppError::machine("descriptor"))?;
        let output = tty.output().map_err(AppError::machine("descriptor"))?;
        let keyboard = Keyboard::on(input, look.remote).map_err(AppError::machine("terminal"))?;
        let signals = Signals::take().map_err(AppError::machine("signals"))?;
        let screen = Screen::on(output, manner.caps, size).map_err(AppError::machine("terminal"))?;
        tty.enter().map_err(AppError::machine("terminal"))?;
        let mut console = Console {
            files: FileWatch::on(&own::files(&options.paths, options.home.as_ref())),
            clock: DeskClock::new(options.now),
            bell: own.preferences.bell,
            held_until: Some(Instant::now() + FIRST_WITHIN),
            asked: BTreeSet::new(),
            keeping: BTreeSet::new(),
            to_desk: None,
            awaits_first: false,
            changed: true,
            stopped: false,
            leaving: false,
            options,
            model,
            tty,
            screen,
            keyboard,
            signals,
            told,
        };
        console.take(Msg::Keymap(Box::new(own.keymap), own.problems));
        if let Some(notice) = manner.notice {
            console.take(Msg::Notice(notice));
        }
        Ok(console)
    }

    /// Attends to everything until it is over.
    async fn attend(&mut self) -> Over {
        loop {
            if self.is_time_to_draw() && self.draw().is_err() {
                return Over::Gone;
            }
            let woken = match self.wait().await {
                Ok(woken) => woken,
                Err(Gone) => return Over::Gone,
            };
            let handled = self.handle(woken).and_then(|()| self.handle_what_waits());
            match handled {
                Ok(()) if self.leaving => return Over::Left,
                Ok(()) => {}
                Err(Gone) => return Over::Gone,
            }
        }
    }

    /// Stays until the desk keeps every form as it was left, then ends the line.
    async fn finish(&mut self) {
        while !self.keeping.is_empty()
            && let Some(told) = self.told.recv().await
        {
            self.line_told(told);
        }
        self.to_desk = None;
    }

    async fn wait(&mut self) -> Result<Woken, Gone> {
        let wake = next_wake(&self.model).map(|at| {
            let left = at.duration_since(self.clock.now());
            Duration::try_from(left).unwrap_or(Duration::ZERO).max(CLOCK_REST)
        });
        let held_until = self.held_until.filter(|_| self.changed && !self.stopped);
        tokio::select! {
            inputs = self.keyboard.next() => inputs.map(Woken::Keys),
            Some(told) = self.told.recv() => Ok(Woken::Line(told)),
            caught = self.signals.next() => Ok(Woken::Signal(caught)),
            () = self.files.changed() => Ok(Woken::Files),
            () = sleep(wake.unwrap_or_default()), if wake.is_some() => Ok(Woken::Time),
            () = sleep_until(held_until.unwrap_or_else(Instant::now)), if held_until.is_some() => Ok(Woken::Time),
        }
    }

    fn handle(&mut self, woken: Woken) -> Result<(), Gone> {
        match woken {
            Woken::Keys(inputs) => self.typed(inputs),
            Woken::Line(told) => self.line_told(told),
            Woken::Signal(caught) => self.caught(caught)?,
            Woken::Files => self.read_keymap(),
            Woken::Time => self.take_time(),
        }
        Ok(())
    }

    /// Takes whatever else has come meanwhile, so that it is drawn together.
    fn handle_what_waits(&mut self) -> Result<(), Gone> {
        while let Ok(told) = self.told.try_recv() {
            self.line_told(told);
        }
        let inputs = if self.stopped { Vec::new() } else { self.keyboard.take()? };
        self.typed(inputs);
        Ok(())
    }

    fn typed(&mut self, inputs: Vec<Input>) {
        if inputs.is_empty() {
            return;
        }
        self.take_time();
        for input in inputs {
            match input {
                Input::Key(key) => self.take(Msg::Key(key)),
                Input::Paste(text) => self.take(Msg::Paste(text)),
                Input::Answer(Answer::Sync(known)) => self.screen.set_sync(known),
                Input::Answer(Answer::Attributes) => {}
            }
        }
    }

    fn line_told(&mut self, told: FromLine) {
        self.awaits_first = false;
        match told {
            FromLine::Up(welcome, to_desk) => {
                self.forget_questions();
                self.to_desk = Some(to_desk);
                let msg = translate::welcome(welcome, &mut self.clock);
                self.take_time();
                self.take(msg);
            }
            FromLine::Said(message) => {
                let msg = translate::to_msg(message, &mut self.clock);
                self.take_time();
                self.take(msg);
            }
            FromLine::Down(why) => {
                self.forget_questions();
                self.to_desk = None;
                self.take_time();
                if let Some(why) = why {
                    self.take(Msg::Ended(translate::parting(why)));
                }
                self.take(Msg::Disconnected);
            }
        }
    }

    fn caught(&mut self, caught: Caught) -> Result<(), Gone> {
        match caught {
            Caught::Leave => self.leaving = true,
            Caught::Resized => self.measure(),
            Caught::Stop if signal::can_be_continued() => {
                self.stopped = true;
                self.tty.leave().map_err(|_| Gone)?;
                // Going on is told by a signal of its own, as after a stop that nobody asked for.
                signal::stop().map_err(|_| Gone)?;
            }
            Caught::Stop => {}
            Caught::Continued => {
                self.stopped = false;
                self.tty.resume().map_err(|_| Gone)?;
                self.screen.repaint();
                self.measure();
            }
        }
        Ok(())
    }

    fn measure(&mut self) {
        let size = self.tty.size();
        self.screen.resize(size);
        self.take_time();
        self.take(Msg::Resize(size.width, size.height));
    }

    fn read_keymap(&mut self) {
        self.take_time();
        let keymap = self.own_keymap();
        self.take(keymap);
    }

    /// The officer's files as they are now. Language and looks stay as they were at the start.
    fn own_keymap(&mut self) -> Msg {
        let own = Own::read(&self.options.paths, self.options.home.as_ref());
        self.bell = own.preferences.bell;
        Msg::Keymap(Box::new(own.keymap), own.problems)
    }

    fn take_time(&mut self) {
        self.take(Msg::Clock(self.clock.now()));
    }

    /// Gives a message to the model and does what it asks for.
    fn take(&mut self, msg: Msg) {
        let mut waiting = VecDeque::from([msg]);
        while let Some(msg) = waiting.pop_front() {
            self.note_answer(&msg);
            self.changed = true;
            for effect in update(&mut self.model, msg) {
                waiting.extend(self.perform(effect));
            }
        }
    }

    /// Does what the model asks for; what comes of it at once is a message again.
    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        let effect = match translate::address(effect) {
            Addressed::Desk(message) => {
                self.send(message);
                return None;
            }
            Addressed::Shell(effect) => effect,
        };
        match effect {
            Effect::Export { handover, station, lang } => {
                let text = (self.options.paper)(&handover, &station, lang);
                let written = super::export::write(&self.options.exports, handover.id, &text);
                return Some(Msg::Exported(written));
            }
            Effect::ReloadKeys => {
                // A folder that wasn't there at the start may be there now.
                self.files = FileWatch::on(&own::files(&self.options.paths, self.options.home.as_ref()));
                return Some(self.own_keymap());
            }
            Effect::Repaint => self.screen.repaint(),
            Effect::Bell if self.bell => self.screen.ring(),
            Effect::Quit => self.leaving = true,
            // The rest is for the desk, and was sent above.
            Effect::Bell
            | Effect::Execute { .. }
            | Effect::Ask { .. }
            | Effect::SignIn { .. }
            | Effect::Keep { .. } => {}
        }
        None
    }

    fn send(&mut self, message: ToDesk) {
        // Without a line there is nobody to send to, and the model asks again after the next welcome.
        let Some(to_desk) = &self.to_desk else { return };
        match &message {
            ToDesk::Ask { id, .. } => {
                self.asked.insert(*id);
                self.held_until.get_or_insert_with(|| Instant::now() + ANSWERS_WITHIN);
            }
            ToDesk::Keep { id, .. } => {
                self.keeping.insert(*id);
            }
            ToDesk::Hello { .. }
            | ToDesk::SignIn { .. }
            | ToDesk::Execute { .. }
            | ToDesk::Stop { .. }
            | ToDesk::Backup { .. } => {}
        }
        let _ = to_desk.send(message);
    }

    fn note_answer(&mut self, msg: &Msg) {
        if let Msg::Answer { id, .. } | Msg::Refused { id, .. } | Msg::Failed { id, .. } | Msg::Kept { id } =
            msg
        {
            self.asked.remove(id);
            self.keeping.remove(id);
        }
    }

    fn forget_questions(&mut self) {
        self.asked.clear();
        self.keeping.clear();
    }

    fn is_time_to_draw(&self) -> bool {
        let complete = self.asked.is_empty() && !self.awaits_first;
        self.changed
            && !self.stopped
            && (complete || self.held_until.is_none_or(|until| Instant::now() >= until))
    }

    fn draw(&mut self) -> Result<(), Gone> {
        self.changed = false;
        self.held_until = None;
        self.screen.draw(&self.model)
    }
}

//! Owns the terminal as a device: taking it over, giving it back exactly as it was, its size, its suspension.
//!
//! It never writes what is on the screen (the backend does) and never reads (the loop does). Whatever ends the
//! console, a panic among it, ends with the terminal as before and no record left on it.

mod look;

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::layout::Size;
use rustix::termios::{
    OptionalActions, QueueSelector, SpecialCodeIndex, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};

use crate::words::Words;
pub use look::{Look, Surroundings, Unfit};

/// The other screen, pastes in brackets, no wrapping at the last column.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?7l";
/// Asks whether synchronized output is known. Some terminals never answer; the answer comes in as input.
const ASK_SYNC: &[u8] = b"\x1b[?2026$p";
/// Plain writing on the whole, empty screen (a terminal without a second screen would go on showing records),
/// then everything that [`ENTER`] and the backend changed.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Larger windows than this are used in part, so that no number from outside decides about memory.
const LARGEST: Size = Size { width: 1000, height: 500 };
/// What a terminal that does not know its size has always been.
const USUAL: Size = Size { width: 80, height: 24 };

/// The terminal that the console runs on. Dropping it gives the terminal back.
pub struct Tty {
    input: OwnedFd,
    way_back: WayBack,
    ask_sync: bool,
}

/// What it takes to give the terminal back, also from a panic hook.
struct WayBack {
    output: File,
    before: Termios,
    inside: Arc<AtomicBool>,
}

impl WayBack {
    fn try_clone(&self) -> io::Result<WayBack> {
        let output = self.output.try_clone()?;
        Ok(WayBack { output, before: self.before.clone(), inside: Arc::clone(&self.inside) })
    }

    /// Gives the terminal back if it is taken. Each step is tried whatever became of the one before.
    fn give_back(&mut self) -> io::Result<()> {
        if !self.inside.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        let written = self.output.write_all(LEAVE);
        let set = tcsetattr(&self.output, OptionalActions::Now, &self.before);
        // Keys and answers that came too late for the console are not for the shell.
        let flushed = tcflush(&self.output, QueueSelector::IFlush);
        written.and(set.map_err(io::Error::from)).and(flushed.map_err(io::Error::from))
    }
}

impl Tty {
    /// The terminal on standard input and output; nothing is changed yet.
    ///
    /// # Errors
    ///
    /// [`Unfit::NotATerminal`] when one of them is none.
    pub fn open(look: &Look) -> Result<Tty, Unfit> {
        let (input, output) = (io::stdin(), io::stdout());
        if !input.is_terminal() || !output.is_terminal() {
            return Err(Unfit::NotATerminal);
        }
        let input = input.as_fd().try_clone_to_owned().map_err(|_| Unfit::NotATerminal)?;
        let output = output.as_fd().try_clone_to_owned().map_err(|_| Unfit::NotATerminal)?;
        Tty::on(input, output, look)
    }

    /// The terminal behind two descriptors.
    ///
    /// # Errors
    ///
    /// [`Unfit::NotATerminal`] when its settings can't be read.
    pub fn on(input: OwnedFd, output: OwnedFd, look: &Look) -> Result<Tty, Unfit> {
        let before = tcgetattr(&output).map_err(|_| Unfit::NotATerminal)?;
        let way_back = WayBack { output: File::from(output), before, inside: Arc::default() };
        Ok(Tty { input, way_back, ask_sync: look.ask_sync })
    }

    /// Takes the terminal over: every key comes at once and unchanged, on a screen of our own. The backend must
    /// paint everything after it.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn enter(&mut self) -> io::Result<()> {
        let mut raw = self.way_back.before.clone();
        raw.make_raw();
        raw.special_codes[SpecialCodeIndex::VMIN] = 1;
        raw.special_codes[SpecialCodeIndex::VTIME] = 0;
        // From here on something is to be given back, even if the rest fails.
        self.way_back.inside.store(true, Ordering::SeqCst);
        tcsetattr(&self.way_back.output, OptionalActions::Now, &raw)?;
        self.way_back.output.write_all(ENTER)?;
        if self.ask_sync {
            self.way_back.output.write_all(ASK_SYNC)?;
        }
        Ok(())
    }

    /// Gives the terminal back as it was. A second call does nothing.
    ///
    /// # Errors
    ///
    /// When the terminal is gone; what could be restored is.
    pub fn leave(&mut self) -> io::Result<()> {
        self.way_back.give_back()
    }

    /// Takes the terminal again after the console was stopped from outside and continued.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn resume(&mut self) -> io::Result<()> {
        self.enter()
    }

    /// The window's size in cells; 80x24 where the terminal does not know it.
    pub fn size(&self) -> Size {
        match tcgetwinsize(&self.way_back.output) {
            Ok(size) => usable_size(size.ws_col, size.ws_row),
            Err(_) => USUAL,
        }
    }

    /// What keys are read from.
    pub fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    /// What the backend writes to.
    ///
    /// # Errors
    ///
    /// When the process has no descriptor left.
    pub fn output(&self) -> io::Result<File> {
        self.way_back.output.try_clone()
    }

    /// From now on a panic gives the terminal back and says this one sentence, with the place in the program and
    /// without the panic's own message: that may hold a record.
    ///
    /// # Errors
    ///
    /// When the process has no descriptor left.
    pub fn restore_on_panic(&self, words: &Words) -> io::Result<()> {
        let sentence = words.get("terminal-panic");
        let way_back = std::sync::Mutex::new(self.way_back.try_clone()?);
        std::panic::set_hook(Box::new(move |panic| {
            // A second thread that panics meanwhile finds the terminal given back already.
            if let Ok(mut way_back) = way_back.try_lock() {
                let _ = way_back.give_back();
            }
            let _ = writeln!(io::stderr(), "{}", last_words(&sentence, panic.location()));
        }));
        Ok(())
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.leave();
    }
}

/// The sentence with the place in the program, by its file name only: the folders are those of the build machine.
pub fn last_words(sentence: &str, place: Option<&Location<'_>>) -> String {
    match place {
        Some(place) => {
            let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{sentence} ({file}:{})", place.line())
        }
        None => sentence.to_owned(),
    }
}

/// The size to use when the terminal says this one.
pub fn usable_size(columns: u16, rows: u16) -> Size {
    let side = |said: u16, usual: u16, largest: u16| if said == 0 { usual } else { said.min(largest) };
    Size {
        width: side(columns, USUAL.width, LARGEST.width),
        height: side(rows, USUAL.height, LARGEST.height),
    }
}

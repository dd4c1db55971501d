//! Owns the drawing side of the terminal: the model's picture through the lean backend, written in one piece.

use super::backend::{Caps, LeanBackend};
use super::keyboard::Gone;
use crate::ui::{Model, view};
use ratatui::Terminal;
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, poll};
use std::fs::File;
use std::io::{self, Write};

/// The drawing side of the terminal.
pub(super) struct Screen {
    terminal: Terminal<LeanBackend<Patient>>,
}

impl Screen {
    /// A screen of this size, of which nothing is known; the first drawing paints all of it.
    pub(super) fn on(output: File, caps: Caps, size: Size) -> io::Result<Screen> {
        Ok(Screen { terminal: Terminal::new(LeanBackend::new(Patient(output), caps, size))? })
    }

    /// Draws the model. Nothing is written when nothing changed.
    pub(super) fn draw(&mut self, model: &Model) -> Result<(), Gone> {
        self.terminal.draw(|frame| view(model, frame)).map(|_| ()).map_err(|_| Gone)
    }

    /// The window has this size now.
    pub(super) fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size);
    }

    /// The next drawing paints every cell.
    pub(super) fn repaint(&mut self) {
        self.terminal.backend_mut().repaint();
    }

    /// The next drawing rings the bell.
    pub(super) fn ring(&mut self) {
        self.terminal.backend_mut().ring();
    }

    /// The terminal has said whether it knows synchronized output.
    pub(super) fn set_sync(&mut self, known: bool) {
        self.terminal.backend_mut().set_sync(known);
    }
}

/// Writes to a terminal that another program may have told not to block: then it waits here for room.
struct Patient(File);

impl Write for Patient {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.0.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None)?;
                }
                other => return other,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

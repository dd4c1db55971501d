//! Owns what is written to the terminal: the smallest change from what it shows to what it should show.
//!
//! It stands under ratatui's `Backend` trait and keeps two grids, the screen as the terminal shows it and the
//! screen as it is wanted. `draw` only changes the wanted one; `flush` writes the difference in one piece, and
//! nothing at all when there is none. It never reads from the terminal and never asks it anything. Written by hand
//! because over a line of 9,600 baud each byte is a millisecond, and the common backends move the cursor before
//! every Chinese character.

mod cell;
mod grid;
mod pen;
mod row;
mod scroll;
mod travel;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::layout::{Position, Size};
use ratatui::{CompletedFrame, Frame, Terminal};

use crate::ui::cover::settle;
pub use crate::ui::theme::Colours;
use crate::words::text::is_shown;
use cell::{Clusters, Glyph, Style};
use grid::Grid;
use pen::Pen;
use travel::Spot;

/// A change of fewer bytes is written without hiding the cursor and without marks around it: it stands at once.
const SMALL: usize = 160;

/// What the terminal can do, and what the officer wants it to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Caps {
    /// How many colours are used.
    pub colours: Colours,
    /// The terminal said that it knows synchronized output (mode 2026).
    pub sync: bool,
    /// Bands of rows may be moved by the terminal.
    pub scroll_regions: bool,
    /// The terminal does not read UTF-8: what is not ASCII is shown as question marks, so that columns hold.
    pub ascii: bool,
}

impl Default for Caps {
    fn default() -> Self {
        Caps { colours: Colours::Sixteen, sync: false, scroll_regions: true, ascii: false }
    }
}

/// The backend under ratatui.
pub struct LeanBackend<W: Write> {
    writer: W,
    caps: Caps,
    size: Size,
    shown: Grid,
    wanted: Grid,
    clusters: Clusters,
    pen: Pen,
    /// What the terminal shows is not known.
    lost: bool,
    /// A cell was put since the last flush.
    touched: bool,
    caret: Caret,
    bell: bool,
    written: u64,
}

/// The text cursor: where it is wanted, whether it is wanted, and whether the terminal shows it (if known).
struct Caret {
    at: Position,
    wanted: bool,
    shown: Option<bool>,
}

/// Draws one frame. The loop draws through this and not through ratatui alone, which would leave the second halves
/// of wide characters as the view left them.
///
/// # Errors
///
/// When the terminal is gone.
pub fn paint<W: Write>(
    terminal: &mut Terminal<LeanBackend<W>>,
    view: impl FnOnce(&mut Frame<'_>),
) -> io::Result<CompletedFrame<'_>> {
    terminal.draw(|frame| {
        view(frame);
        settle(frame.buffer_mut());
    })
}

impl<W: Write> LeanBackend<W> {
    /// A backend that writes to `writer` and knows nothing of what is on the terminal: the first flush clears it.
    pub fn new(writer: W, caps: Caps, size: Size) -> LeanBackend<W> {
        LeanBackend {
            writer,
            caps,
            size,
            shown: Grid::new(size),
            wanted: Grid::new(size),
            clusters: Clusters::default(),
            pen: Pen::new(),
            lost: true,
            touched: false,
            caret: Caret { at: Position::ORIGIN, wanted: false, shown: None },
            bell: false,
            written: 0,
        }
    }

    /// What it takes the terminal to be able to do.
    pub fn caps(&self) -> Caps {
        self.caps
    }

    /// Says whether the terminal knows synchronized output, once it has answered.
    pub fn set_sync(&mut self, known: bool) {
        self.caps.sync = known;
    }

    /// Everything written since the start, in bytes.
    pub fn bytes_written(&self) -> u64 {
        self.written
    }

    /// What it writes to.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    /// Forgets what the terminal shows, so that the next flush writes the whole screen again.
    pub fn repaint(&mut self) {
        self.lost = true;
        // Whoever had the terminal meanwhile may have shown or hidden the text cursor.
        self.caret.shown = None;
    }

    /// Takes the terminal's new size; the next flush writes the whole screen again. Sizes that come and go before
    /// the next draw leave no trace.
    pub fn resize(&mut self, size: Size) {
        // What the terminal cut off or moved is its own secret.
        self.lost |= size != self.size;
        self.size = size;
    }

    /// Makes the grids as large as the terminal, once ratatui is about to draw for that size.
    fn adopt_size(&mut self) {
        if self.wanted.size() != self.size {
            self.shown = Grid::new(self.size);
            self.wanted = Grid::new(self.size);
        }
    }

    /// Rings the bell with the next flush.
    pub fn ring(&mut self) {
        self.bell = true;
    }

    fn put(&mut self, x: u16, y: u16, cell: &ratatui::buffer::Cell) {
        let style = Style::of(cell, self.caps.colours == Colours::Sixteen);
        let symbol = cell.symbol();
        let width = cell::width(symbol);
        self.touched = true;
        if symbol.chars().all(is_shown) && width > 0 && (symbol.is_ascii() || !self.caps.ascii) {
            let glyph = self.clusters.glyph(symbol);
            return self.wanted.put(x, y, glyph, style, width);
        }
        // A view should have made this text safe; here is the last place where it can be stopped.
        let stand_in = if symbol.is_empty() || width == 0 { ' ' } else { '?' };
        for cell in 0..width.clamp(1, 2) {
            self.wanted.put(x.saturating_add(cell), y, Glyph::of(stand_in), style, 1);
        }
    }

    fn blank(&mut self, from: u16, to: u16, y: u16) {
        self.touched = true;
        for x in from..to {
            self.wanted.put(x, y, Glyph::BLANK, Style::PLAIN, 1);
        }
    }

    /// Writes the change of the cells into the pen.
    fn compose(&mut self) {
        if self.clusters.is_full() {
            self.renew_clusters();
        }
        if self.lost {
            // Plain colours, no scroll region, everything empty. The shown grid agrees with that.
            self.pen.forget();
            self.pen.reset();
            self.pen.raw(b"\x1b[r\x1b[H\x1b[J");
            self.pen.at = Spot::at(0, 0);
            self.shown.clear();
        } else if !self.touched {
            return;
        }
        if self.caps.scroll_regions && !self.lost {
            self.scroll();
        }
        for y in 0..self.size.height {
            row::change(&mut self.pen, &self.clusters, y, self.shown.row_mut(y), self.wanted.row(y));
        }
    }

    fn scroll(&mut self) {
        let Some(scroll) = scroll::find(&self.shown, &self.wanted) else { return };
        self.shown.scroll(scroll.top, scroll.bottom, scroll.rows);
        let to_the_end = scroll.bottom + 1 == self.size.height;
        let pen = &mut self.pen;
        // New rows may be filled with the current background.
        pen.dress(cell::Cell::BLANK);
        if !to_the_end {
            let region = travel::Bytes::of(format_args!("\x1b[{};{}r", scroll.top + 1, scroll.bottom + 1));
            pen.raw(region.as_slice());
            // Most terminals go to the first cell then, some to the first of the region.
            pen.at = Spot::default();
        }
        pen.go(0, scroll.top);
        // Deleting and inserting lines is understood where scrolling by a count is not: on the Linux console.
        let way = if scroll.rows > 0 { 'M' } else { 'L' };
        let lines = match scroll.rows.unsigned_abs() {
            1 => travel::Bytes::of(format_args!("\x1b[{way}")),
            rows => travel::Bytes::of(format_args!("\x1b[{rows}{way}")),
        };
        pen.raw(lines.as_slice());
        if !to_the_end {
            pen.raw(b"\x1b[r");
            pen.at = Spot::default();
        }
    }

    /// Starts the table of clusters anew with those that are still wanted, and paints everything again.
    fn renew_clusters(&mut self) {
        let old = std::mem::take(&mut self.clusters);
        for y in 0..self.size.height {
            for cell in self.wanted.row_mut(y).iter_mut().filter(|cell| !cell.is_tail()) {
                let mut text = Vec::new();
                old.write(cell.glyph(), &mut text);
                let glyph = self.clusters.glyph(std::str::from_utf8(&text).unwrap_or(" "));
                *cell = cell::Cell::new(glyph, cell.style());
            }
        }
        self.lost = true;
    }

    /// Everything that one flush has to write, in order.
    fn message(&mut self) -> Vec<u8> {
        self.compose();
        let caret = &mut self.caret;
        let body = self.pen.out.len();
        let hide = caret.shown != Some(false) && (!caret.wanted || body > SMALL);
        let mut message = Vec::with_capacity(body + 48);
        let marks = self.caps.sync && body > SMALL;
        if marks {
            message.extend_from_slice(b"\x1b[?2026h");
        }
        if hide {
            message.extend_from_slice(b"\x1b[?25l");
            caret.shown = Some(false);
        }
        if caret.wanted {
            let x = caret.at.x.min(self.size.width.saturating_sub(1));
            let y = caret.at.y.min(self.size.height.saturating_sub(1));
            self.pen.go(x, y);
        }
        message.append(&mut self.pen.out);
        if caret.wanted && caret.shown != Some(true) {
            message.extend_from_slice(b"\x1b[?25h");
            caret.shown = Some(true);
        }
        if std::mem::take(&mut self.bell) {
            message.push(0x07);
        }
        if marks {
            message.extend_from_slice(b"\x1b[?2026l");
        }
        message
    }
}

impl<W: Write> Backend for LeanBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a ratatui::buffer::Cell)>,
    {
        self.adopt_size();
        for (x, y, cell) in content {
            self.put(x, y, cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.caret.wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.caret.wanted = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.caret.at)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.caret.at = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.adopt_size();
        let (Position { x, y }, Size { width, height }) = (self.caret.at, self.size);
        self.touched = true;
        match clear_type {
            ClearType::All => self.wanted.clear(),
            ClearType::CurrentLine => self.blank(0, width, y),
            ClearType::UntilNewLine => self.blank(x, width, y),
            ClearType::AfterCursor => {
                self.blank(x, width, y);
                (y.saturating_add(1)..height).for_each(|y| self.blank(0, width, y));
            }
            ClearType::BeforeCursor => {
                (0..y).for_each(|y| self.blank(0, width, y));
                self.blank(0, x.saturating_add(1), y);
            }
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.adopt_size();
        let message = self.message();
        self.lost = false;
        self.touched = false;
        if message.is_empty() {
            return Ok(());
        }
        let result = self.writer.write_all(&message).and_then(|()| self.writer.flush());
        match &result {
            Ok(()) => self.written += message.len() as u64,
            // How much of it arrived is not known.
            Err(_) => {
                self.lost = true;
                self.caret.shown = None;
            }
        }
        result
    }
}

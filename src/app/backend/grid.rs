//! Owns a screenful of cells in which a wide character and the cell behind it are never torn apart.
//!
//! Two of them stand against each other: what the terminal shows and what it should show.

use ratatui::layout::Size;

use super::cell::{Cell, Glyph, Style};

/// A screenful of cells.
pub(super) struct Grid {
    cells: Vec<Cell>,
    size: Size,
}

impl Grid {
    pub fn new(size: Size) -> Grid {
        Grid { cells: vec![Cell::BLANK; usize::from(size.width) * usize::from(size.height)], size }
    }

    pub fn size(&self) -> Size {
        self.size
    }

    pub fn row(&self, y: u16) -> &[Cell] {
        let (start, end) = self.bounds(y);
        self.cells.get(start..end).unwrap_or_default()
    }

    pub fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        let (start, end) = self.bounds(y);
        self.cells.get_mut(start..end).unwrap_or_default()
    }

    fn bounds(&self, y: u16) -> (usize, usize) {
        let width = usize::from(self.size.width);
        (usize::from(y) * width, (usize::from(y) + 1) * width)
    }

    /// Makes every cell empty.
    pub fn clear(&mut self) {
        self.cells.fill(Cell::BLANK);
    }

    /// Puts a glyph that takes so many cells; what it cuts in two becomes empty. One that does not fit into
    /// the row is left out.
    pub fn put(&mut self, x: u16, y: u16, glyph: Glyph, style: Style, width: u16) {
        if x >= self.size.width || y >= self.size.height {
            return;
        }
        let (x, width) = (usize::from(x), usize::from(width.max(1)));
        let row = self.row_mut(y);
        let (glyph, width) = if x + width > row.len() { (Glyph::BLANK, 1) } else { (glyph, width) };
        release(row, x);
        release_from(row, x + width);
        // What cannot be seen on an empty cell must not make it differ from another.
        let style = if glyph == Glyph::BLANK { style.on_blank() } else { style };
        let (head, tails) = row[x..x + width].split_at_mut(1);
        head[0] = Cell::new(glyph, style);
        // The second half of a wide character has no look of its own, so that it never differs by itself.
        tails.fill(Cell::new(Glyph::TAIL, Style::PLAIN));
    }

    /// Moves the rows `top..=bottom` up by some rows (down if `rows` is negative); the rows that come in are empty.
    pub fn scroll(&mut self, top: u16, bottom: u16, rows: i32) {
        let (start, _) = self.bounds(top);
        let (_, end) = self.bounds(bottom);
        let distance = rows.unsigned_abs() as usize * usize::from(self.size.width);
        let Some(band) = self.cells.get_mut(start..end) else { return };
        let distance = distance.min(band.len());
        if rows > 0 {
            band.rotate_left(distance);
            let kept = band.len() - distance;
            band[kept..].fill(Cell::BLANK);
        } else {
            band.rotate_right(distance);
            band[..distance].fill(Cell::BLANK);
        }
    }
}

/// Empties the character whose second half stands at `x`, and its halves behind `x`.
fn release(row: &mut [Cell], x: usize) {
    if row[x].is_tail() {
        let head = (0..x).rev().find(|i| !row[*i].is_tail()).unwrap_or(0);
        let blank = Cell::new(Glyph::BLANK, row[head].style().on_blank());
        row[head..x].fill(blank);
    }
    release_from(row, x + 1);
}

/// Empties halves from `x` on that lose their character. They keep its colours: that is what ratatui believes of
/// them, and it does not name them again unless their colours change.
fn release_from(row: &mut [Cell], x: usize) {
    let Some(head) = (0..x.min(row.len())).rev().find(|i| !row[*i].is_tail()) else { return };
    let blank = Cell::new(Glyph::BLANK, row[head].style().on_blank());
    for cell in row.iter_mut().skip(x).take_while(|cell| cell.is_tail()) {
        *cell = blank;
    }
}

/// How many cells the character at `x` takes.
pub(super) fn unit(row: &[Cell], x: usize) -> usize {
    1 + row.iter().skip(x + 1).take_while(|cell| cell.is_tail()).count()
}

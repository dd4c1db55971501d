//! Owns the cheapest way from one row as shown to the row as wanted.
//!
//! It writes from left to right and never leaves half a wide character behind: a half that loses its other half
//! differs from what is wanted and is written again.

use super::cell::{Cell, Clusters};
use super::grid::unit;
use super::pen::Pen;

/// Erasing to the end of the line takes this many bytes.
const ERASE: usize = 3;
/// A row with fewer changed characters is not worth trying to erase first.
const WORTH_ERASING: usize = 8;
/// A gap of more unchanged cells is jumped over without counting.
const GAP: usize = 12;

/// Changes row `y` from `shown` to `wanted`. Both are equally long.
pub(super) fn change(pen: &mut Pen, clusters: &Clusters, y: u16, shown: &mut [Cell], wanted: &[Cell]) {
    let Some(first) = (0..wanted.len()).find(|x| shown[*x] != wanted[*x]) else { return };
    let start = pen.mark();
    let changed = write(pen, clusters, y, shown, wanted);
    let first = (0..=first).rev().find(|x| !wanted[*x].is_tail()).unwrap_or(0);
    if changed >= WORTH_ERASING {
        let after = pen.mark();
        let direct = pen.take_back(start);
        pen.go(cell_number(first), y);
        pen.erase_to_end();
        shown[first..].fill(Cell::BLANK);
        write(pen, clusters, y, shown, wanted);
        if start.written(pen) >= direct.len() {
            pen.take_back(start);
            pen.put_back(&direct, after);
        }
    }
    shown.copy_from_slice(wanted);
}

/// Writes the difference and says how many characters that were.
fn write(pen: &mut Pen, clusters: &Clusters, y: u16, shown: &[Cell], wanted: &[Cell]) -> usize {
    let width = cell_number(wanted.len());
    let erase_from = erasable(shown, wanted);
    let end = erase_from.unwrap_or(wanted.len());
    let mut changed = 0;
    let mut x = 0;
    while x < end {
        let cells = unit(wanted, x);
        if shown[x..x + cells] != wanted[x..x + cells] {
            approach(pen, clusters, wanted, x, y);
            pen.put(wanted[x], cell_number(cells), width, clusters);
            changed += 1;
        }
        x += cells;
    }
    if let Some(x) = erase_from {
        approach(pen, clusters, wanted, x, y);
        pen.erase_to_end();
        changed += 1;
    }
    changed
}

/// Where to erase from, if the wanted row ends in empty cells and erasing is shorter than writing them.
fn erasable(shown: &[Cell], wanted: &[Cell]) -> Option<usize> {
    let end = wanted.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |last| last + 1);
    let first = end + shown[end..].iter().position(|cell| *cell != Cell::BLANK)?;
    let last = shown.iter().rposition(|cell| *cell != Cell::BLANK)?;
    (last - first >= ERASE).then_some(first)
}

/// Brings the cursor to `x`, either by moving it or by writing the few unchanged cells before it once more.
fn approach(pen: &mut Pen, clusters: &Clusters, wanted: &[Cell], x: usize, y: u16) {
    let target = cell_number(x);
    let gap = match (pen.at.x, pen.at.y) {
        (Some(from), Some(row)) if row == y && from < target => usize::from(from)..x,
        _ => return pen.go(target, y),
    };
    let same = |cell: &Cell| cell.is_tail() || (cell.glyph().is_sure() && pen.fits(*cell));
    if gap.len() > GAP || wanted[gap.start].is_tail() || !wanted[gap.clone()].iter().all(same) {
        return pen.go(target, y);
    }
    let bytes: usize = wanted[gap.clone()].iter().map(|cell| clusters.len(cell.glyph())).sum();
    if bytes > pen.way(target, y) {
        return pen.go(target, y);
    }
    for cell in &wanted[gap] {
        clusters.write(cell.glyph(), &mut pen.out);
    }
    pen.at.x = Some(target);
}

fn cell_number(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

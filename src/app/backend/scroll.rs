//! Owns finding out that a band of rows moved up or down, so that the terminal can move it by itself.
//!
//! It weighs rows by blocks of cells, not exactly: a wrong guess costs bytes, never correctness.

use super::cell::Cell;
use super::grid::Grid;

/// Cells compared at once.
const BLOCK: usize = 8;
/// What a block that differs costs to write, in bytes.
const BLOCK_COST: i32 = 12;
/// What the sequences for one scroll cost.
const SCROLL_COST: i32 = 24;
/// With fewer changed rows nothing has scrolled.
const ROWS: usize = 3;

/// A band of whole rows that moves: the terminal's rows `top..=bottom` scroll up by `rows`, down if negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    pub top: u16,
    pub bottom: u16,
    pub rows: i32,
}

/// The scroll that saves most, if any is worth it.
pub(super) fn find(shown: &Grid, wanted: &Grid) -> Option<Scroll> {
    let height = i32::from(wanted.size().height);
    let stays: Vec<i32> = (0..height).map(|y| cost(row(shown, y), row(wanted, y))).collect();
    if stays.iter().filter(|cost| **cost > 0).count() < ROWS {
        return None;
    }
    let empty: Vec<i32> = (0..height).map(|y| cost(&[], row(wanted, y))).collect();
    let mut best = (SCROLL_COST, None);
    // A band that moved further than half the screen is a page, and little of it is left.
    let furthest = height / 2;
    for rows in (-furthest..=furthest).filter(|rows| *rows != 0) {
        let gain = |y: i32| {
            let from = y + rows;
            let inside = (0..height).contains(&from);
            inside.then(|| stays[y as usize] - cost(row(shown, from), row(wanted, y)))
        };
        let Some((saved, first, last)) = best_run(height, gain) else { continue };
        // The rows that come in are empty and must be written whole.
        let incoming = if rows > 0 { last + 1..last + 1 + rows } else { first + rows..first };
        let lost: i32 = incoming.map(|y| empty[y as usize] - stays[y as usize]).sum();
        if saved - lost > best.0 {
            let (top, bottom) = (first.min(first + rows), last.max(last + rows));
            best = (saved - lost, Some(Scroll { top: top as u16, bottom: bottom as u16, rows }));
        }
    }
    best.1
}

/// The run of rows with the greatest sum of gains; rows without a gain end a run.
fn best_run(height: i32, gain: impl Fn(i32) -> Option<i32>) -> Option<(i32, i32, i32)> {
    let mut best: Option<(i32, i32, i32)> = None;
    let (mut sum, mut first) = (0, 0);
    for y in 0..height {
        let Some(gain) = gain(y) else {
            (sum, first) = (0, y + 1);
            continue;
        };
        if sum <= 0 {
            (sum, first) = (0, y);
        }
        sum += gain;
        if sum > best.map_or(0, |(sum, ..)| sum) {
            best = Some((sum, first, y));
        }
    }
    best
}

fn row(grid: &Grid, y: i32) -> &[Cell] {
    u16::try_from(y).map(|y| grid.row(y)).unwrap_or_default()
}

/// About how many bytes it takes to make `wanted` out of `shown`; an empty slice is an empty row.
fn cost(shown: &[Cell], wanted: &[Cell]) -> i32 {
    let blocks = wanted.chunks(BLOCK).enumerate().filter(|(i, block)| {
        let start = i * BLOCK;
        match shown.get(start..start + block.len()) {
            Some(other) => other != *block,
            None => block.iter().any(|cell| *cell != Cell::BLANK),
        }
    });
    i32::try_from(blocks.count()).unwrap_or(i32::MAX / 1024) * BLOCK_COST
}

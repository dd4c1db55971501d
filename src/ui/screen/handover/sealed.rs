//! One handover as it was signed: its items with their read-back, words, equipment, the journal in figures, addenda.

use super::items;
use crate::domain::handover::{Handover, HandoverStatus, Item};
use crate::domain::{RecordId, Stamp};
use crate::ui::reading::Reading;
use crate::ui::screen::record::{field, label_cells};
use crate::ui::screen::rows;
use crate::ui::widget::doc::Doc;
use crate::ui::widget::ink::{Piece, piece};
use std::ops::Range;

/// The line above the text.
pub(super) fn heading(handover: &Handover, reading: &Reading<'_>) -> String {
    let watch = &handover.draft.watch;
    reading.words.with(
        "ui-handover-heading",
        &[
            ("id", &handover.id.to_string()),
            ("shift", reading.station.shift_name(&watch.shift, reading.lang())),
            ("day", &reading.words.date(watch.day)),
            ("status", &reading.words.handover_status(handover.status)),
        ],
    )
}

/// The handover as lines, and which of them each item takes. `read` are the items that the incoming officer at this
/// console has read back so far.
pub(super) fn doc(
    handover: &Handover,
    read: &[RecordId],
    at: usize,
    cells: u16,
    reading: &Reading<'_>,
) -> (Doc, Vec<Range<usize>>) {
    let mut doc = Doc::new(cells, label_cells(reading));
    signatures(&mut doc, handover, reading);
    field(&mut doc, reading, "ui-label-items", &items::summary(&handover.draft, reading));
    let mut places = Vec::new();
    for (place, item) in handover.draft.items.iter().enumerate() {
        let first = doc.len();
        let marked = handover.read_back.contains(&item.id) || read.contains(&item.id);
        let remark = handover.remarks.get(&item.id).map(|remark| remark.as_str());
        add_item(&mut doc, item, remark, marked, place == at, reading);
        places.push(first..doc.len());
    }
    doc.gap();
    if !handover.words.trim().is_empty() {
        field(&mut doc, reading, "ui-label-words", &handover.words);
    }
    equipment(&mut doc, handover, reading);
    let reservations = handover.reservations.trim();
    if !reservations.is_empty() {
        field(&mut doc, reading, "ui-label-reservations", reservations);
    }
    journal(&mut doc, handover, reading);
    for addendum in &handover.addenda {
        let text = format!("{}  {}", stamp(&addendum.stamp, reading), addendum.text.as_str());
        field(&mut doc, reading, "ui-label-addendum", &text);
    }
    (doc, places)
}

fn stamp(stamp: &Stamp, reading: &Reading<'_>) -> String {
    format!("{} {}", reading.clock(stamp.at), reading.words.officer(&stamp.by, reading.station))
}

fn signatures(doc: &mut Doc, handover: &Handover, reading: &Reading<'_>) {
    field(doc, reading, "ui-label-outgoing", &stamp(&handover.signed, reading));
    let incoming = match (&handover.accepted, handover.status) {
        (Some(accepted), _) => stamp(accepted, reading),
        (None, HandoverStatus::Withdrawn) => reading.words.handover_status(HandoverStatus::Withdrawn),
        (None, HandoverStatus::Signed | HandoverStatus::Sealed) => {
            let critical = handover.draft.items.iter().filter(|item| item.critical).count();
            reading.words.count("ui-handover-waits", u64::try_from(critical).unwrap_or(u64::MAX))
        }
    };
    field(doc, reading, "ui-label-incoming", &incoming);
}

/// The item: whether it was read back, what it is, who has it and by when, what may go wrong.
fn add_item(
    doc: &mut Doc,
    item: &Item,
    remark: Option<&str>,
    read: bool,
    cursor: bool,
    reading: &Reading<'_>,
) {
    let theme = reading.theme;
    let mark = match (read, item.critical) {
        (true, _) => "[x]",
        (false, true) => "[ ]",
        (false, false) => "   ",
    };
    let number = if cursor { theme.cursor() } else { theme.heading() };
    let rank = rows::rank(item.concerns(), item.priority, reading);
    let mut front: Vec<Piece> = vec![
        piece(if cursor { ">" } else { " " }, theme.heading()),
        piece(format!("{mark} "), theme.plain()),
        piece(reading.number(item.id), number),
        piece(format!(" {} ", rank.text), theme.plain()),
    ];
    if item.critical {
        front.push(piece(format!("{} ", reading.words.get("ui-critical")), theme.red_light()));
    }
    front.push(piece(reading.words.stands(item), theme.plain()));
    front.push(piece(format!("  {}", reading.words.ground(item.ground)), theme.quiet()));
    doc.line(front);
    doc.item(Vec::new(), 5, &items::what(item, reading), theme.plain());
    let owner = reading.words.holder(item.owner.as_ref(), reading.station);
    let due = item.due_at.map(|at| reading.clock(at)).unwrap_or_default();
    let next = reading.words.with("ui-handover-next", &[("owner", &owner), ("due", &due)]);
    doc.item(Vec::new(), 5, &next, theme.plain());
    if let Some(remark) = remark {
        let text = reading.words.with("ui-handover-remark", &[("remark", remark)]);
        doc.item(Vec::new(), 5, &text, theme.plain());
    }
}

fn equipment(doc: &mut Doc, handover: &Handover, reading: &Reading<'_>) {
    for (item, there) in &handover.equipment {
        let word = if *there { "ui-equipment-there" } else { "ui-equipment-missing" };
        let style = if *there { reading.theme.plain() } else { reading.theme.red_light() };
        let text = reading.words.with(word, &[("item", item)]);
        let label = piece(reading.words.get("ui-label-equipment"), reading.theme.quiet());
        doc.field(label, &text, style);
    }
}

fn journal(doc: &mut Doc, handover: &Handover, reading: &Reading<'_>) {
    let tallies: Vec<String> = handover
        .draft
        .tallies
        .iter()
        .map(|tally| format!("{} {}", reading.words.kind(&tally.kind), tally.count))
        .collect();
    if !tallies.is_empty() {
        field(doc, reading, "ui-label-tallies", &reading.words.join(&tallies));
    }
    if let Some((first, last)) = handover.draft.journal {
        let text = reading
            .words
            .with("ui-handover-journal", &[("first", &first.to_string()), ("last", &last.to_string())]);
        field(doc, reading, "ui-label-journal", &text);
    }
}

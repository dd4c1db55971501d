//! The ledger of reports: a row a report, for paper and for spreadsheets.

use super::block::{Block, Form, Table, write};
use crate::domain::Station;
use crate::domain::row::ReportRow;
use crate::words::Words;
use jiff::Timestamp;

/// The columns, in their order: ids below `ledger-`.
const COLUMNS: [&str; 17] = [
    "ledger-station",
    "ledger-id",
    "ledger-status",
    "ledger-priority",
    "ledger-type",
    "ledger-beat",
    "ledger-place",
    "ledger-source",
    "ledger-event",
    "ledger-received",
    "ledger-accepted",
    "ledger-sent",
    "ledger-arrived",
    "ledger-handler",
    "ledger-unit",
    "ledger-resends",
    "ledger-gist",
];

/// The columns that a line of plain text has room for: number, entered, priority, type, status, unit; below them the gist.
const SHORT: [usize; 7] = [1, 9, 3, 4, 2, 14, 16];

/// The ledger as CSV: UTF-8 with its mark, no live formula, every row naming the station and whether it is for training.
pub fn csv(rows: &[ReportRow], station: &Station, words: &Words) -> String {
    super::csv::write(&table(rows, station, words))
}

/// The ledger as plain text, at most 80 columns wide.
pub fn text(rows: &[ReportRow], station: &Station, words: &Words) -> String {
    document(rows, station, words, Form::Plain)
}

/// The ledger as Markdown, with every column.
pub fn markdown(rows: &[ReportRow], station: &Station, words: &Words) -> String {
    document(rows, station, words, Form::Markdown)
}

fn document(rows: &[ReportRow], station: &Station, words: &Words, form: Form) -> String {
    let title = words.with("ledger-title", &[("station", station_name(station, words))]);
    let count = words.count("ledger-count", u64::try_from(rows.len()).unwrap_or(u64::MAX));
    let blocks =
        vec![Block::Title(title), Block::Paragraph(count), Block::Table(table(rows, station, words))];
    write(blocks, None, station, words, form)
}

fn station_name<'a>(station: &'a Station, words: &Words) -> &'a str {
    station.head().map(|head| head.name.of(words.lang())).unwrap_or_default()
}

fn table(rows: &[ReportRow], station: &Station, words: &Words) -> Table {
    let name = station_name(station, words);
    let name = match station.training() {
        true => words.with("ledger-training", &[("station", name)]),
        false => name.to_owned(),
    };
    Table {
        heads: COLUMNS.iter().map(|id| words.get(id)).collect(),
        rows: rows.iter().map(|row| cells(row, &name, station, words)).collect(),
        short: SHORT.to_vec(),
    }
}

fn cells(row: &ReportRow, name: &str, station: &Station, words: &Words) -> Vec<String> {
    let zone = station.zone();
    let at = |at: Timestamp| words.exact(at, &zone);
    let perhaps = |when: Option<Timestamp>| when.map(at).unwrap_or_default();
    let handler = row.handler.as_ref().map(|number| words.officer(number, station));
    let unit = row.unit.as_ref().map(|code| station.unit_name(code, words.lang()).to_owned());
    vec![
        name.to_owned(),
        row.id.to_string(),
        words.status(row.status),
        words.priority(row.priority),
        words.incident_type(row.incident_type.as_ref(), station),
        words.beat(row.beat.as_ref(), station),
        row.place.0.clone(),
        words.source(row.source),
        at(row.event_at),
        at(row.received_at),
        perhaps(row.accepted_at),
        perhaps(row.sent_at),
        perhaps(row.arrived_at),
        handler.unwrap_or_default(),
        unit.unwrap_or_default(),
        row.resends.to_string(),
        row.gist.0.clone(),
    ]
}

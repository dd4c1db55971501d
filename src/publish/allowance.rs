//! What mediators are paid for the disputes that ended: a sum an officer, with every dispute that stands behind it.

use super::block::{Block, Form, Table, write};
use crate::domain::Station;
use crate::domain::dispute::allowance::{Paid, PaidTo, Sheet};
use crate::words::Words;

/// The columns of CSV, in their order.
const COLUMNS: [&str; 7] = [
    "allowance-number",
    "allowance-lead",
    "allowance-dispute",
    "allowance-severity",
    "allowance-ended",
    "allowance-at",
    "allowance-amount",
];

/// The columns below an officer's name: the dispute, how grave, how it ended, when, how much.
const BELOW: usize = 2;

/// The sheet as CSV: UTF-8 with its mark, no live formula, a row a dispute.
pub fn csv(sheet: &Sheet, station: &Station, words: &Words) -> String {
    let row = |paid: &Paid| cells(paid, station, words);
    let rows = sheet.by_lead().iter().flat_map(|to| &to.disputes).map(|paid| row(paid)).collect();
    super::csv::write(&Table { heads: heads(words), rows, short: Vec::new() })
}

/// The sheet as plain text, at most 80 columns wide. `span` says which days it is about.
pub fn text(sheet: &Sheet, span: &str, station: &Station, words: &Words) -> String {
    let title = words.with("allowance-title", &[("span", span)]);
    let mut blocks = vec![Block::Title(title)];
    blocks.extend(sheet.by_lead().iter().flat_map(|to| of_one(to, station, words)));
    let total = words.money(sheet.total());
    let count = words.count("allowance-disputes", count(sheet.disputes.len()));
    blocks.push(Block::Heading(words.with("allowance-total", &[("amount", &total), ("disputes", &count)])));
    let more = sheet.more.then(|| Block::Paragraph(words.get("allowance-more")));
    blocks.extend(more);
    write(blocks, None, station, words, Form::Plain)
}

fn of_one(to: &PaidTo<'_>, station: &Station, words: &Words) -> [Block; 2] {
    let args = [
        ("who", words.officer(to.lead, station)),
        ("amount", words.money(to.amount)),
        ("disputes", words.count("allowance-disputes", count(to.disputes.len()))),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let below = |row: Vec<String>| row.into_iter().skip(BELOW).collect::<Vec<_>>();
    let heads = below(heads(words));
    let rows: Vec<Vec<String>> = to.disputes.iter().map(|paid| below(cells(paid, station, words))).collect();
    let short = (0..heads.len()).collect();
    [Block::Heading(words.with("allowance-of", &args)), Block::Table(Table { heads, rows, short })]
}

fn heads(words: &Words) -> Vec<String> {
    COLUMNS.iter().map(|id| words.get(id)).collect()
}

fn cells(paid: &Paid, station: &Station, words: &Words) -> Vec<String> {
    vec![
        paid.lead.to_string(),
        words.officer(&paid.lead, station),
        paid.id.to_string(),
        words.name(paid.severity),
        words.name(paid.status),
        words.exact(paid.at, &station.zone()),
        paid.amount.to_string(),
    ]
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

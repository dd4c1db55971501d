//! Lists, pages and search: from every place the same as reading everything.

use crate::store::Desk;
use dutydesk::domain::command::{Amendment, Command, Incoming, ReportCommand};
use dutydesk::domain::desk::DueLine;
use dutydesk::domain::query::{
    Answer, From, JournalFilter, Page, Query, ReportFilter, ReportView, RowKey, Rows,
};
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::row::ReportRow;
use dutydesk::domain::{OfficerId, RecordId, Report};
use dutydesk::store::{Asked, Reader, fold};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What is known of a report without asking the store's lists.
#[derive(Clone, Debug)]
struct Known {
    key: RowKey,
    report: Report,
    notes: Vec<String>,
}

const WORDS: [&str; 12] = [
    "打架",
    "粮站",
    "李建国",
    "南桥",
    "噪音",
    "fight",
    "depot",
    "Bridge",
    "ＡＢ１２３",
    "139-5550-0199",
    "夜里",
    "shop",
];

fn telling(n: usize) -> Telling {
    let word = |step: usize| WORDS[(n * step + n / 7) % WORDS.len()];
    Telling {
        narrative: format!("{}{}有人{} {}", word(1), word(5), word(3), word(7)).into(),
        place: format!("{} {}", word(2), n % 50).into(),
        caller_name: if n.is_multiple_of(3) { "李建国".into() } else { "Ana Lopez".into() },
        caller_phone: format!("139-{:04}", n * 37 % 10_000).into(),
        other_name: ["", "夜里 shop", "Grain Depot", "ＡＢ１２３"][n % 4].into(),
        other_phone: if n.is_multiple_of(4) { "555-0177".into() } else { "".into() },
        priority: [None, Some(Priority::P1), Some(Priority::P2), Some(Priority::P3)][n % 4],
        beat: if n.is_multiple_of(5) { None } else { Some("B1".into()) },
        ..Telling::default()
    }
}

/// A desk with more reports than are read through without the index, and what is known of them.
fn full_desk() -> (Desk, Vec<Known>) {
    let mut desk = Desk::new();
    let incoming =
        |n| Incoming { source: Source::Phone, source_key: None, event_at: None, telling: telling(n) };
    for chunk in 0..6 {
        let orders: Vec<Asked> = (chunk * 250..(chunk + 1) * 250)
            .map(|n| desk.asked("0103", Command::Report(ReportCommand::Receive(Box::new(incoming(n))))))
            .collect();
        assert!(desk.store.execute_batch(orders).iter().all(Result::is_ok));
        desk.pass(60);
    }
    let all: Vec<RecordId> = (1..=1500).map(|number| RecordId { number, ..first() }).collect();
    let mut notes: BTreeMap<RecordId, Vec<String>> = BTreeMap::new();
    let mut acts = Vec::new();
    for (n, id) in all.iter().enumerate() {
        let mut act = |officer: &str, act| acts.push(desk.asked(officer, Command::Report(act)));
        if n % 11 == 0 {
            let text = format!("来电者称{}又来了", WORDS[n % WORDS.len()]);
            act("0104", ReportCommand::Note { id: *id, text: text.clone().into() });
            notes.entry(*id).or_default().push(text);
        }
        if n % 13 == 0 {
            let changes = Amendment { narrative: Some("改为 quiet talk".into()), ..Amendment::default() };
            act("0104", ReportCommand::Amend { id: *id, changes: Box::new(changes) });
        }
        if n % 3 != 0 {
            act("0103", ReportCommand::Accept { id: *id });
        }
        if n % 2 == 0 {
            act("0104", ReportCommand::Cancel { id: *id, reason: "one".into() });
        }
    }
    assert!(desk.store.execute_batch(acts).iter().all(Result::is_ok));
    let reader = Reader::open(&desk.folder).unwrap();
    let known = all.iter().map(|id| {
        let Ok(Answer::Report(detail)) = reader.answer(&Query::Report { id: *id }, &asker(), desk.now) else {
            panic!("no such report")
        };
        Known { key: detail.key, report: detail.report, notes: notes.remove(id).unwrap_or_default() }
    });
    let known = known.collect();
    (desk, known)
}

fn first() -> RecordId {
    "R-20261121-001".parse().unwrap()
}

fn asker() -> OfficerId {
    "0103".into()
}

/// Reading everything: the rule of each view in the words of the product.
fn stands_in(report: &Report, filter: &ReportFilter) -> bool {
    let open = report.status.is_open();
    let view = match filter.view {
        ReportView::Open => open,
        ReportView::Mine => open && report.accepted.as_ref().is_some_and(|s| s.by == asker()),
        ReportView::Waiting => report.accepted.is_none() && open,
        ReportView::Proposed => report.proposes().is_some(),
        ReportView::ToBeSet => open && report.to_be_set(),
        ReportView::All => true,
    };
    let priority = filter.priority.is_none() || filter.priority == report.telling.priority;
    let beat = filter.beat.is_none() || filter.beat == report.telling.beat;
    view && priority && beat
}

fn found(known: &Known, find: &str) -> bool {
    let number = fold(find).trim_start_matches("r-").parse::<u32>().ok();
    if number == Some(known.report.id.number) || find == known.report.id.to_string() {
        return true;
    }
    let t = &known.report.telling;
    let told = [&t.narrative, &t.place, &t.caller_name, &t.caller_phone, &t.other_name, &t.other_phone];
    let mut texts: Vec<String> = told.map(|text| fold(text)).to_vec();
    texts.extend(known.notes.iter().map(|note| fold(note)));
    fold(find).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

fn slow(known: &[Known], filter: &ReportFilter) -> Vec<RowKey> {
    let wanted =
        |k: &&Known| stands_in(&k.report, filter) && (filter.find.is_empty() || found(k, &filter.find));
    known.iter().filter(wanted).map(|k| k.key).rev().collect()
}

/// The page of a list that was read through.
fn slow_page(all: &[RowKey], page: Page) -> (Vec<RowKey>, bool, bool) {
    let limit = usize::from(page.limit);
    let begin = match page.from {
        From::Top => 0,
        From::Bottom => all.len().saturating_sub(limit),
        From::After(key) => all.iter().position(|k| *k < key).unwrap_or(all.len()),
        From::At(key) => all.iter().position(|k| *k <= key).unwrap_or(all.len()),
        From::Before(key) => {
            let end = all.iter().position(|k| *k <= key).unwrap_or(all.len());
            let begin = end.saturating_sub(limit);
            return (all[begin..end].to_vec(), begin > 0, end < all.len());
        }
    };
    let end = (begin + limit).min(all.len());
    (all[begin..end].to_vec(), begin > 0, end < all.len())
}

fn ask(reader: &Reader, desk: &Desk, filter: &ReportFilter, page: Page) -> Rows<ReportRow> {
    let query = Query::Reports { filter: filter.clone(), page };
    let Ok(Answer::Reports(rows)) = reader.answer(&query, &asker(), desk.now) else { panic!("no list") };
    rows
}

fn places() -> impl Strategy<Value = From> {
    prop_oneof![
        Just(From::Top),
        Just(From::Bottom),
        (0..1520_i64).prop_map(From::After),
        (0..1520_i64).prop_map(From::Before),
        (0..1520_i64).prop_map(From::At),
    ]
}

fn filters() -> impl Strategy<Value = ReportFilter> {
    let priority = proptest::sample::select(vec![None, None, Some(Priority::P1), Some(Priority::P3)]);
    let beat = proptest::sample::select(vec![None, None, Some("B1".into())]);
    (proptest::sample::select(ReportView::ALL.to_vec()), priority, beat)
        .prop_map(|(view, priority, beat)| ReportFilter { view, priority, beat, find: String::new() })
}

/// Whole words, pieces from the middle of one, several at once, numbers, and what is nowhere.
fn questions() -> impl Strategy<Value = String> {
    let piece =
        (proptest::sample::select(WORDS.to_vec()), 0..4_usize, 1..5_usize).prop_map(|(word, from, count)| {
            let piece: String = word.chars().skip(from).take(count).collect();
            if piece.is_empty() { word.to_owned() } else { piece }
        });
    prop_oneof![
        4 => proptest::collection::vec(piece, 1..3).prop_map(|words| words.join(" ")),
        1 => (1..1600_u32).prop_map(|n| n.to_string()),
        1 => (1..1600_u32).prop_map(|n| format!("R-{n:03}")),
        1 => (1..1600_u32).prop_map(|n| format!("R-20261121-{n:03}")),
        1 => proptest::sample::select(vec!["国", "a", "-", "9-", "又来", "QUIET", "没有这样的话", "b1"]).prop_map(str::to_owned),
    ]
}

#[test]
fn every_page_of_every_list_and_every_search_is_what_reading_everything_gives() {
    let config = ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let questions = prop_oneof![2 => Just(String::new()), 3 => questions()];
    let all = (filters(), places(), 1..60_u16, questions);
    let (desk, known) = full_desk();
    let reader = Reader::open(&desk.folder).unwrap();
    runner
        .run(&all, |(filter, from, limit, find)| {
            let filter = ReportFilter { find, ..filter };
            let page = Page { from, limit };
            let expected = slow(&known, &filter);
            let rows = ask(&reader, &desk, &filter, page);
            let keys: Vec<RowKey> = rows.rows.iter().map(|row| row.key).collect();
            prop_assert_eq!((keys, rows.more_before, rows.more_after), slow_page(&expected, page));
            if filter.find.is_empty() {
                prop_assert_eq!(rows.total, Some(u64::try_from(expected.len()).unwrap()));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_board_and_the_journal_count_what_reading_everything_counts() {
    let (desk, known) = full_desk();
    let reader = Reader::open(&desk.folder).unwrap();
    let Ok(Answer::Board(board)) = reader.answer(&Query::Board, &asker(), desk.now) else {
        panic!("no board")
    };
    let station = reader.station().unwrap();
    let open = known.iter().filter(|k| k.report.status.is_open());
    let mut due: Vec<DueLine> = open
        .clone()
        .filter_map(|k| {
            let due = dutydesk::domain::due::owed_first(&k.report, &station)?;
            Some(DueLine { key: 0, due })
        })
        .collect();
    due.sort_by_key(|line| line.due.urgency(desk.now));
    let count = |n: usize| u64::try_from(n).unwrap();
    assert_eq!(board.counts.reports, count(open.clone().count()));
    let p1 = open.filter(|k| k.report.telling.priority == Some(Priority::P1)).count();
    assert_eq!(board.counts.p1_open, count(p1));
    assert_eq!(board.counts.overdue, count(due.iter().filter(|line| line.due.owed.at <= desk.now).count()));
    let urgency = |lines: &[DueLine]| lines.iter().map(|l| l.due.urgency(desk.now)).collect::<Vec<_>>();
    assert_eq!(urgency(&board.due), urgency(&due[..20]));
    journal_is_cut_at(&desk, &reader);
}

fn journal_is_cut_at(desk: &Desk, reader: &Reader) {
    let since = "2026-11-21T22:03:00Z".parse().unwrap();
    let filter = JournalFilter { since: Some(since), subject: None };
    let query = Query::Journal { filter, page: Page { from: From::Bottom, limit: 3 } };
    let Ok(Answer::Journal(rows)) = reader.answer(&query, &asker(), desk.now) else { panic!("no journal") };
    assert!(rows.more_before && !rows.more_after);
    assert_eq!(rows.rows.last().unwrap().at, since);
    let head = desk.store.head().seq;
    assert_eq!(rows.total, Some(head + 1 - rows.rows.last().unwrap().seq));
    assert!(rows.rows.windows(2).all(|pair| pair[0].seq == pair[1].seq + 1));
}

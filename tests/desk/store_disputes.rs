//! Disputes in the store: every page of every view with every filter and every search is what reading everything gives.

mod harm;
mod random;

use crate::store::Desk;
use dutydesk::domain::command::{Command, DeadlineCommand, SetupCommand};
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::said::{Finding, Matter, Party, Representative, Sat};
use dutydesk::domain::dispute::terms::{Category, FailPath, FailReason, PartyRole, Severity, WithdrawReason};
use dutydesk::domain::dispute::{Dispute, DisputeStatus};
use dutydesk::domain::due::owed_first;
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::query::{Answer, DisputeFilter, DisputeView, From, Page, Query, RowKey, Rows};
use dutydesk::domain::row::DisputeRow;
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{OfficerId, Private, RecordId, Station};
use dutydesk::store::{Asked, Reader, fold, record_file};
use jiff::SignedDuration;
use proptest::prelude::*;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;

/// What is known of a dispute without asking the store's lists.
#[derive(Clone, Debug)]
pub struct Known {
    key: RowKey,
    dispute: Dispute,
    notes: Vec<String>,
}

const WORDS: [&str; 12] = [
    "土地边界",
    "邻里",
    "李建国",
    "南桥",
    "噪音",
    "fence",
    "depot",
    "Bridge",
    "ＡＢ１２３",
    "139-5550-0199",
    "夜里",
    "shop",
];

fn asker() -> OfficerId {
    "0103".into()
}

pub fn numbered(number: u32) -> RecordId {
    RecordId { number, ..crate::paper::id("D-20261121-001") }
}

pub fn act(id: RecordId, act: DisputeAct) -> Command {
    Command::Dispute(DisputeCommand::Act { id, act })
}

pub fn party(name: &str, phone: &str, role: PartyRole) -> Party {
    Party {
        name: name.into(),
        role,
        phone: phone.into(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    }
}

fn finding(n: usize) -> Finding {
    let word = |step: usize| WORDS[(n * step + n / 7) % WORDS.len()];
    let mut first = party(
        if n.is_multiple_of(3) { "李建国" } else { "Ana Lopez" },
        &format!("139-{:04}", n * 37 % 10_000),
        PartyRole::Applicant,
    );
    first.address = if n.is_multiple_of(4) { "Mill Lane 9".into() } else { "".into() };
    let mut second =
        party(["夜里 shop", "Grain Depot", "ＡＢ１２３", "欧阳雪"][n % 4], "", PartyRole::Respondent);
    second.represented_by = n.is_multiple_of(5).then(|| Representative {
        name: "Advocate Quill".into(),
        phone: "555-0177".into(),
        capacity: "a lawyer".into(),
    });
    Finding {
        matter: Matter {
            narrative: format!("{}{}争执 {} {}", word(1), word(5), word(3), word(7)).into(),
            place: format!("{} {}", word(2), n % 50).into(),
            category: Category::ALL[n % 7 % Category::ALL.len()],
            severity: Severity::ALL[usize::from(n.is_multiple_of(9)) * 2],
            beat: [None, Some("B1".into()), Some("B2".into())][n % 3].clone(),
        },
        parties: vec![first, second],
        violent: n.is_multiple_of(13).then(|| "had a knife".into()),
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    }
}

pub fn find(finding: Finding) -> Command {
    Command::Dispute(DisputeCommand::Find(Box::new(finding)))
}

pub fn accept() -> DisputeAct {
    DisputeAct::Accept { measure: Private::default() }
}

pub fn sat(at: jiff::Timestamp, mediator: &str) -> DisputeAct {
    DisputeAct::Sit(Box::new(Sat {
        at,
        place: Private::default(),
        mediators: vec![mediator.into()],
        others: Vec::new(),
        came: vec![1, 2],
        said: "both spoke".into(),
        next: None,
    }))
}

/// A desk with the shipped rules and a second beat.
pub fn ruled_desk() -> Desk {
    let mut desk = Desk::new();
    let beat = Place {
        code: "B2".into(),
        name: "B2".into(),
        level: Level::Beat,
        part_of: Some("T1".into()),
        officer: None,
        outside: false,
    };
    desk.ask("desk", Command::Setup(SetupCommand::Set(Box::new(SetupItem::Place(beat))))).unwrap();
    desk.ask("desk", crate::deadlines::set(dutydesk::config::rules_shipped())).unwrap();
    desk
}

/// A desk with more unresolved disputes than are read through without the index, and what is known of them.
fn full_desk() -> (Desk, Vec<Known>) {
    let mut desk = ruled_desk();
    for chunk in 0..6 {
        let orders: Vec<Asked> =
            (chunk * 250..(chunk + 1) * 250).map(|n| desk.asked("0103", find(finding(n)))).collect();
        assert!(desk.store.execute_batch(orders).iter().all(Result::is_ok));
        desk.pass(60);
    }
    let mut notes: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut acts = Vec::new();
    for number in 1..=1500_u32 {
        let id = numbered(number);
        let at = desk.now;
        let mut ask = |officer: &str, asked| acts.push(desk.asked(officer, act(id, asked)));
        if number % 11 == 0 {
            let text = format!("一方称{}又来了", WORDS[number as usize % WORDS.len()]);
            ask("0104", DisputeAct::Note { text: text.clone().into() });
            notes.entry(number).or_default().push(text);
        }
        let lead = ["0103", "0104", "0106"][number as usize % 3];
        if number % 4 != 0 {
            ask(lead, accept());
        }
        if number % 8 == 1 {
            ask(lead, sat(at, lead));
        }
        if number % 17 == 0 {
            ask("0104", DisputeAct::MarkViolent { reason: "threw stones".into() });
        }
        if number % 19 == 0 {
            let party = party("Quiet Tern", "555-0155", PartyRole::Applicant);
            ask("0104", DisputeAct::AmendParty { n: 1, party: Box::new(party) });
        }
        if number % 10 == 7 {
            let reason = WithdrawReason::NoDispute;
            ask("0104", DisputeAct::Withdraw { reason, note: Private::default() });
        }
        if number % 10 == 9 && number % 4 != 0 {
            let reason = FailReason::NoAgreement;
            ask("0101", DisputeAct::Fail { path: FailPath::Court, reason, note: Private::default() });
        }
    }
    let outcomes = desk.store.execute_batch(acts);
    assert!(outcomes.iter().filter(|outcome| outcome.is_err()).count() < outcomes.len() / 10);
    put_off(&mut desk);
    let known = known(&desk, notes);
    (desk, known)
}

/// Everything that is owed on some of them is put off.
fn put_off(desk: &mut Desk) {
    let reader = Reader::open(&desk.folder).unwrap();
    let mut snoozes = Vec::new();
    for number in (1..=1500_u32).filter(|n| n % 6 == 0) {
        let on = numbered(number);
        let Ok(Answer::Owed(owed)) = reader.answer(&Query::Owed { id: on }, &asker(), desk.now) else {
            panic!("another answer")
        };
        for due in owed {
            let until = desk.now + SignedDuration::from_mins(10);
            let (rule, reason) = (due.owed.rule, "later".into());
            let snooze = DeadlineCommand::Snooze { on, rule, until, reason };
            snoozes.push(desk.asked("0103", Command::Deadline(snooze)));
        }
    }
    assert!(desk.store.execute_batch(snoozes).iter().all(Result::is_ok));
}

fn known(desk: &Desk, mut notes: BTreeMap<u32, Vec<String>>) -> Vec<Known> {
    in_file(desk)
        .into_iter()
        .map(|(key, dispute)| {
            let notes = notes.remove(&dispute.id.number).unwrap_or_default();
            Known { key, dispute, notes }
        })
        .collect()
}

/// The disputes in the file, read past the store.
pub fn in_file(desk: &Desk) -> Vec<(RowKey, Dispute)> {
    let conn =
        Connection::open_with_flags(record_file(&desk.folder), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut all = conn.prepare("SELECT key, body FROM dispute ORDER BY key").unwrap();
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).unwrap();
    rows.map(|row| row.map(|(key, body)| (key, serde_json::from_str(&body).unwrap())).unwrap()).collect()
}

/// Reading everything: the rule of each view in the words of the product.
fn stands_in(dispute: &Dispute, filter: &DisputeFilter) -> bool {
    let open = dispute.status.is_unresolved();
    let view = match filter.view {
        DisputeView::Unresolved | DisputeView::ByDeadline => open,
        DisputeView::Mine => open && dispute.fixed.as_ref().is_some_and(|fixed| fixed.lead == asker()),
        DisputeView::Violent => open && dispute.violent.is_some(),
        DisputeView::Major => open && dispute.matter.severity == Severity::Major,
        DisputeView::All => true,
    };
    view && filter.status.is_none_or(|status| status == dispute.status)
        && filter.category.is_none_or(|category| category == dispute.matter.category)
        && (filter.beat.is_none() || filter.beat == dispute.matter.beat)
}

fn found(known: &Known, find: &str) -> bool {
    let number = fold(find).trim_start_matches("d-").parse::<u32>().ok();
    if number == Some(known.dispute.id.number) || find == known.dispute.id.to_string() {
        return true;
    }
    let matter = &known.dispute.matter;
    let mut texts = vec![fold(&matter.narrative), fold(&matter.place)];
    for party in &known.dispute.parties {
        texts.extend([&party.name, &party.phone, &party.address].map(|text| fold(text)));
        texts.extend(party.represented_by.iter().flat_map(|one| [fold(&one.name), fold(&one.phone)]));
    }
    texts.extend(known.notes.iter().map(|note| fold(note)));
    fold(find).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Where a row stands in the order of its view.
pub type Stand = (u8, i64, RowKey);

pub fn place(key: RowKey, dispute: Option<&Dispute>, view: DisputeView, station: &Station) -> Option<Stand> {
    if view != DisputeView::ByDeadline {
        return Some((0, 0, -key));
    }
    let dispute = dispute.filter(|dispute| dispute.status.is_unresolved())?;
    Some(match owed_first(dispute, station) {
        Some(due) => (u8::from(due.rests()), due.owed.at.as_millisecond(), key),
        None => (2, 0, key),
    })
}

/// The page of a list of places that was read through; `here` is the place of the row that is named in it.
pub fn slow_page(all: &[Stand], from: From, here: Option<Stand>, limit: u16) -> (Vec<RowKey>, bool, bool) {
    let limit = usize::from(limit);
    let (begin, end) = match (from, here) {
        (From::Bottom, _) => (all.len().saturating_sub(limit), all.len()),
        (From::Top, _) | (_, None) => (0, limit),
        (From::After(_), Some(here)) => {
            let begin = all.iter().position(|place| *place > here).unwrap_or(all.len());
            (begin, begin + limit)
        }
        (From::At(_), Some(here)) => {
            let begin = all.iter().position(|place| *place >= here).unwrap_or(all.len());
            (begin, begin + limit)
        }
        (From::Before(_), Some(here)) => {
            let end = all.iter().position(|place| *place >= here).unwrap_or(all.len());
            (end.saturating_sub(limit), end)
        }
    };
    let end = end.min(all.len());
    (all[begin..end].iter().map(|place| place.2.abs()).collect(), begin > 0, end < all.len())
}

pub fn ask(reader: &Reader, desk: &Desk, filter: &DisputeFilter, page: Page) -> Rows<DisputeRow> {
    let query = Query::Disputes { filter: filter.clone(), page };
    let Ok(Answer::Disputes(rows)) = reader.answer(&query, &asker(), desk.now) else { panic!("no list") };
    rows
}

pub fn named(from: From) -> Option<RowKey> {
    match from {
        From::Top | From::Bottom => None,
        From::After(key) | From::Before(key) | From::At(key) => Some(key),
    }
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

fn filters() -> impl Strategy<Value = DisputeFilter> {
    let one_of = |all: &[DisputeStatus]| all.iter().copied().map(Some).collect::<Vec<_>>();
    let status = proptest::sample::select([vec![None; 12], one_of(DisputeStatus::ALL)].concat());
    let categories = Category::ALL.iter().copied().map(Some).collect::<Vec<_>>();
    let category = proptest::sample::select([vec![None; 10], categories].concat());
    let beat = proptest::sample::select(vec![None, None, None, Some("B1".into()), Some("B2".into())]);
    (proptest::sample::select(DisputeView::ALL.to_vec()), status, category, beat).prop_map(
        |(view, status, category, beat)| DisputeFilter { status, category, beat, ..DisputeFilter::of(view) },
    )
}

/// Whole words, pieces from the middle of one, several at once, numbers, and what is nowhere.
fn questions() -> impl Strategy<Value = String> {
    let piece =
        (proptest::sample::select(WORDS.to_vec()), 0..4_usize, 1..5_usize).prop_map(|(word, from, count)| {
            let piece: String = word.chars().skip(from).take(count).collect();
            if piece.is_empty() { word.to_owned() } else { piece }
        });
    let others =
        ["国", "a", "-", "9-", "又来", "QUIET", "没有这样的话", "quill 0177", "mill lane", "欧阳雪", "R-003"];
    prop_oneof![
        4 => proptest::collection::vec(piece, 1..3).prop_map(|words| words.join(" ")),
        1 => (1..1600_u32).prop_map(|n| n.to_string()),
        1 => (1..1600_u32).prop_map(|n| format!("D-{n:03}")),
        1 => (1..1600_u32).prop_map(|n| format!("D-20261121-{n:03}")),
        2 => proptest::sample::select(others.to_vec()).prop_map(str::to_owned),
    ]
}

#[test]
fn every_page_of_every_list_of_disputes_and_every_search_is_what_reading_everything_gives() {
    let config = ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let questions = prop_oneof![2 => Just(String::new()), 2 => questions()];
    let all = (filters(), places(), 1..60_u16, questions);
    let (desk, known) = full_desk();
    let reader = Reader::open(&desk.folder).unwrap();
    let station = desk.store.station();
    let unresolved = known.iter().filter(|k| k.dispute.status.is_unresolved()).count();
    assert!(unresolved > 1000, "{unresolved} are read through without the index");
    runner
        .run(&all, |(filter, from, limit, find)| {
            let filter = DisputeFilter { find, ..filter };
            let all = known.iter().filter(|k| stands_in(&k.dispute, &filter));
            let all = all.filter(|k| filter.find.is_empty() || found(k, &filter.find));
            let place_of = |k: &Known| place(k.key, Some(&k.dispute), filter.view, station);
            let mut expected: Vec<Stand> = all.filter_map(place_of).collect();
            expected.sort_unstable();
            let here = named(from).and_then(|key| {
                let dispute = known.iter().find(|k| k.key == key).map(|k| &k.dispute);
                place(key, dispute, filter.view, station)
            });
            let rows = ask(&reader, &desk, &filter, Page { from, limit });
            let keys: Vec<RowKey> = rows.rows.iter().map(|row| row.key).collect();
            prop_assert_eq!(
                (keys, rows.more_before, rows.more_after),
                slow_page(&expected, from, here, limit)
            );
            let total = filter.find.is_empty().then(|| u64::try_from(expected.len()).unwrap());
            prop_assert_eq!(rows.total, total);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_status_that_ended_has_nothing_unresolved() {
    let (desk, _) = full_desk();
    let reader = Reader::open(&desk.folder).unwrap();
    let withdrawn = DisputeFilter { status: Some(DisputeStatus::Withdrawn), ..DisputeFilter::default() };
    let nothing = Rows { total: Some(0), ..Rows::default() };
    assert_eq!(ask(&reader, &desk, &withdrawn, Page::top(10)), nothing);
    let all = DisputeFilter { view: DisputeView::All, ..withdrawn };
    assert_eq!(ask(&reader, &desk, &all, Page::top(10)).rows.len(), 10);
}

#[test]
fn words_of_a_dispute_are_not_found_among_reports_nor_the_other_way_round() {
    let mut desk = ruled_desk();
    let report = desk.receive("a quarrel about a fence");
    desk.ask("0103", find(finding(1))).unwrap();
    let noted = desk.ask("0104", act(numbered(1), DisputeAct::Note { text: "spoke of herons".into() }));
    noted.unwrap();
    let reader = Reader::open(&desk.folder).unwrap();
    let disputes = |find: &str| {
        let filter = DisputeFilter { find: find.to_owned(), ..DisputeFilter::of(DisputeView::All) };
        ask(&reader, &desk, &filter, Page::top(10)).rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let reports = |find: &str| {
        let filter = dutydesk::domain::query::ReportFilter {
            view: dutydesk::domain::query::ReportView::All,
            find: find.to_owned(),
            ..Default::default()
        };
        let Answer::Reports(rows) = desk.read(&Query::Reports { filter, page: Page::top(10) }) else {
            panic!("another answer")
        };
        rows.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    for words in ["lopez", "herons", "D-001", "d001", "D-20261121-001"] {
        assert_eq!((disputes(words), reports(words)), (vec![numbered(1)], vec![]), "{words}");
    }
    for words in ["quarrel", "R-001", "R-20261121-001"] {
        assert_eq!((disputes(words), reports(words)), (vec![], vec![report]), "{words}");
    }
}

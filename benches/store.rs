//! What the store costs on a desk that has been kept for years: prints figures, and beside each the floor that plain
//! SQLite has for the same rows in the same run. `STORE_REPORTS` says how many reports (100,000 when it doesn't).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/disputes.rs"]
mod disputes;

use dutydesk::domain::command::{Command, Incoming, Order, ReportCommand, SetupCommand};
use dutydesk::domain::officer::Officer;
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::query::{Answer, DueView, From, Page, Query, ReportFilter, ReportView};
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::setup::{CodeEntry, CodeList, Head, SetupItem};
use dutydesk::domain::{Actor, Moment, RecordId, Role};
use dutydesk::store::{Asked, Reader, Store, record_file, verify};
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

/// Of so many nights one is left open.
const OPEN_OF: u64 = 20;

const PLACES: [&str; 8] =
    ["南桥北路", "粮站东巷", "河滨小区", "三里店", "老车站", "学府街", "菜市场", "工业二路"];
const HAPPENED: [&str; 8] =
    ["有人打架", "噪音扰民", "丢失钱包", "老人走失", "车辆剐蹭", "邻里纠纷", "疑似诈骗电话", "门锁被撬"];
const NAMES: [&str; 8] = ["李建国", "王秀英", "周敏", "赵强", "魏珂", "孙丽华", "陈海", "欧阳雪"];

struct Filler {
    store: Store,
    now: Timestamp,
    asked: u64,
}

impl Filler {
    fn asked(&mut self, officer: &str, role: Role, command: Command) -> Asked {
        self.asked += 1;
        let watch = self.store.station().watch(self.now);
        let actor = Actor { officer: officer.into(), role, session: "c7".to_owned() };
        let moment = Moment { at: self.now, actor, duty_day: watch.day, shift: watch.shift, proved: None };
        Asked {
            order: Order { key: format!("bench-{}", self.asked), seen: None, command },
            moment,
            passphrase_hash: None,
        }
    }

    fn set_up(&mut self) {
        let head = Head {
            code: "QF".into(),
            name: "Quiet Ford".into(),
            zone: "Asia/Shanghai".into(),
            training: true,
            shared_uids: vec![],
        };
        let officer = |number: &str, role| {
            SetupItem::Officer(Officer { number: number.into(), name: number.into(), role, uid: None })
        };
        let mut items = vec![
            SetupItem::Station(head),
            officer("0101", Role::Supervisor),
            officer("0103", Role::DutyOfficer),
        ];
        for n in 0..9 {
            let (code, name) = (format!("B{n}"), format!("第{n}网格"));
            items.push(SetupItem::Place(Place {
                code: code.as_str().into(),
                name: name.as_str().into(),
                level: Level::Beat,
                part_of: None,
                officer: None,
                outside: false,
            }));
        }
        items.push(SetupItem::Rules(Box::new(dutydesk::config::rules_shipped())));
        items.push(SetupItem::Code(CodeEntry {
            list: CodeList::CancelReason,
            code: "called-off".into(),
            name: "called off".into(),
            priority: None,
            patterns: vec![],
        }));
        for item in items {
            let asked = self.asked("desk", Role::Desk, Command::Setup(SetupCommand::Set(Box::new(item))));
            self.store.execute(asked).unwrap();
        }
    }

    /// A batch of reports, all but a few of them closed by their side exit.
    fn night(&mut self, from: u64, count: u64, leave_open: bool) -> Vec<RecordId> {
        let orders = (from..from + count).map(|n| {
            self.now = self.now.saturating_add(SignedDuration::from_secs(7)).unwrap();
            self.asked(
                "0103",
                Role::DutyOfficer,
                Command::Report(ReportCommand::Receive(Box::new(incoming(n)))),
            )
        });
        let orders: Vec<Asked> = orders.collect();
        let ids: Vec<RecordId> =
            self.store.execute_batch(orders).into_iter().map(|o| o.unwrap().id.unwrap()).collect();
        if !leave_open {
            self.each(&ids, |id| ReportCommand::Cancel { id, reason: "called-off".into() });
        }
        ids
    }

    fn each(&mut self, ids: &[RecordId], command: impl Fn(RecordId) -> ReportCommand) {
        let orders = ids.iter().map(|id| Command::Report(command(*id)));
        let orders: Vec<Asked> =
            orders.map(|command| self.asked("0103", Role::DutyOfficer, command)).collect();
        assert!(self.store.execute_batch(orders).iter().all(Result::is_ok));
    }
}

/// One of eight words.
fn pick(from: &[&'static str; 8], n: u64) -> &'static str {
    from[usize::try_from(n % 8).unwrap()]
}

fn incoming(n: u64) -> Incoming {
    let pick = |from: &[&'static str; 8], step: u64| pick(from, n / step);
    let narrative = format!(
        "{}报警称在{}{}号附近{}，对方约{}人，其中一人自称{}，请求民警到场处理。",
        pick(&NAMES, 3),
        pick(&PLACES, 1),
        n % 97,
        pick(&HAPPENED, 5),
        n % 6 + 1,
        pick(&NAMES, 11),
    );
    let telling = Telling {
        narrative: narrative.into(),
        place: format!("{}{}号", pick(&PLACES, 1), n % 97).into(),
        caller_name: pick(&NAMES, 3).into(),
        caller_phone: format!("139{:08}", n * 7919 % 100_000_000).into(),
        priority: Some(Priority::ALL[usize::try_from(n % 4).unwrap()]),
        beat: Some(format!("B{}", n % 9).as_str().into()),
        ..Telling::default()
    };
    Incoming { source: Source::Phone, source_key: None, event_at: None, telling }
}

/// What this thread has used of the processor: on a busy machine the only figure that can be compared.
fn worked() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}

/// The median of a few runs by the clock, their mean by the processor, and the worst.
type Figures = (Duration, Duration, Duration);

fn timed(runs: usize, mut run: impl FnMut(usize)) -> Figures {
    let before = worked();
    let mut took: Vec<Duration> = (0..runs)
        .map(|n| {
            let begun = Instant::now();
            run(n);
            begun.elapsed()
        })
        .collect();
    let used = (worked() - before) / u32::try_from(runs).unwrap();
    took.sort();
    (took[runs / 2], used, took[runs - 1])
}

fn told(what: &str, (median, used, worst): Figures) {
    println!("{what:<54} median {median:>10.2?}  processor {used:>10.2?}  worst {worst:>10.2?}");
}

fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("").to_owned()
}

/// A desk of so many reports; one night of so many is left open, and everything on it is owed.
fn filled(folder: &Path, reports: u64, open_of: u64) -> Filler {
    let store = Store::create(folder).unwrap();
    let mut desk = Filler { store, now: "2020-01-01T00:00:00Z".parse().unwrap(), asked: 0 };
    desk.set_up();
    for from in (0..reports).step_by(250) {
        let leave_open = (from / 250) % open_of == open_of - 1;
        let ids = desk.night(from, 250, leave_open);
        if leave_open {
            // Of what is open one half waits for the desk and one for an officer.
            desk.each(&ids[..125], |id| ReportCommand::Accept { id });
        }
    }
    desk.night(reports, 60, true);
    desk
}

fn main() {
    let reports: u64 = std::env::var("STORE_REPORTS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let kept = tempfile::TempDir::new().unwrap();
    let small = kept.path().join("small");
    let few = owing(&filled(&small, 10_000, OPEN_OF), &small);
    let folder = kept.path().join("desk");
    let (begun, before) = (Instant::now(), worked());
    let mut desk = filled(&folder, reports, OPEN_OF);
    let (took, used, acts) = (begun.elapsed(), worked() - before, desk.asked);
    println!(
        "filled: {reports} reports, {acts} acts in {took:.1?}: {:.0} acts a second, {:.0} of processor",
        acts as f64 / took.as_secs_f64(),
        acts as f64 / used.as_secs_f64()
    );
    println!(
        "file: {} MB, {}",
        std::fs::metadata(record_file(&folder)).unwrap().len() / 1_000_000,
        resident()
    );

    told(
        "one act, synced by itself",
        timed(200, |n| {
            let id = Command::Report(ReportCommand::Receive(Box::new(incoming(n as u64))));
            let asked = desk.asked("0103", Role::DutyOfficer, id);
            desk.store.execute(asked).unwrap();
        }),
    );
    let (batch, used, _) = timed(20, |n| {
        desk.night(n as u64 * 256, 256, true);
    });
    println!(
        "reports received in batches of 256: {:.0} a second, {:.0} of processor",
        256.0 / batch.as_secs_f64(),
        256.0 / used.as_secs_f64()
    );
    questions(&desk, &folder);
    for ((what, few), (_, many)) in few.into_iter().zip(owing(&desk, &folder)) {
        told(what, many);
        let ratio = many.1.as_secs_f64() / few.1.as_secs_f64();
        println!("{:<54} {ratio:.2} times what it costs at 10,000 reports ({:.2?})", "", few.1);
    }
    floor(&folder);
    quarrels(&mut desk, &folder, kept.path());
    desk.store.anchor_now().unwrap();
    let (begun, before) = (Instant::now(), worked());
    let report = verify(&folder, |_| {}).unwrap();
    let (took, used, facts) = (begun.elapsed(), worked() - before, report.facts as f64);
    println!(
        "verify: {facts} facts, {} findings in {took:.1?}: {:.0} facts a second, the chain and the file {:.0} of \
         processor; {}",
        report.findings.len(),
        facts / took.as_secs_f64(),
        facts / used.as_secs_f64(),
        resident()
    );
}

/// What disputes cost beside the reports, and on a desk of few of both.
fn quarrels(desk: &mut Filler, folder: &Path, kept: &Path) {
    let many: u64 = std::env::var("STORE_DISPUTES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let small = kept.join("few-disputes");
    let mut other = filled(&small, disputes::FEW, OPEN_OF);
    disputes::fill(&mut other, disputes::FEW);
    let few = disputes::cost(&mut other, &small);
    disputes::fill(desk, many);
    println!("{}", resident());
    disputes::compared(few, disputes::cost(desk, folder));
}

/// What the due queue costs; some of it is late and the rest has time.
fn owing(desk: &Filler, folder: &Path) -> Vec<(&'static str, Figures)> {
    let reader = Reader::open(folder).unwrap();
    let officer = "0103".into();
    let now = desk.now;
    let ask = |query: &Query| reader.answer(query, &officer, now).unwrap();
    let page = |view, from, limit| match ask(&Query::Due { view, page: Page { from, limit } }) {
        Answer::Due(rows) => rows,
        other => panic!("{other:?}"),
    };
    let total = page(DueView::All, From::Top, 1).total.unwrap();
    let mut middle = None;
    let mut left = total / 2;
    while left > 0 {
        let limit = u16::try_from(left.min(500)).unwrap();
        let rows = page(DueView::All, middle.map_or(From::Top, From::After), limit).rows;
        left -= rows.len() as u64;
        middle = rows.last().map(|line| line.key);
    }
    let middle = From::After(middle.unwrap());
    println!("owed: {total} things");
    vec![
        ("board with its counts and the head of the queue", timed(200, |_| drop(ask(&Query::Board)))),
        ("due queue, first page of 40", timed(200, |_| drop(page(DueView::All, From::Top, 40)))),
        ("due queue, a page from the middle", timed(200, |_| drop(page(DueView::All, middle, 40)))),
        ("due queue, last page of 40", timed(200, |_| drop(page(DueView::All, From::Bottom, 40)))),
        ("due queue of one officer", timed(200, |_| drop(page(DueView::Mine, From::Top, 40)))),
        ("what is to be told next", timed(200, |_| assert!(reader.next_to_tell().unwrap().is_some()))),
    ]
}

fn questions(desk: &Filler, folder: &Path) {
    let begun = Instant::now();
    let reader = Reader::open(folder).unwrap();
    let officer = "0103".into();
    let ask = |query: &Query| drop(reader.answer(query, &officer, desk.now).unwrap());
    ask(&Query::Board);
    println!("opened and first board: {:.2?}", begun.elapsed());
    told("board", timed(100, |_| ask(&Query::Board)));
    let list = |view, find: &str, from, limit| {
        let filter = ReportFilter { view, find: find.to_owned(), ..ReportFilter::default() };
        Query::Reports { filter, page: Page { from, limit } }
    };
    told("open reports, first page of 40", timed(100, |_| ask(&list(ReportView::Open, "", From::Top, 40))));
    told("all reports, first page of 40", timed(100, |_| ask(&list(ReportView::All, "", From::Top, 40))));
    told(
        "all reports, a page from anywhere",
        timed(100, |n| {
            ask(&list(ReportView::All, "", From::After(n as i64 * 977 % 90_000 + 100), 40));
        }),
    );
    for words in
        ["打架", "粮站 打架", "欧阳雪", "魏珂 门锁被撬", "13900007919", "7919", "国", "珂", "没有的话", "9"]
    {
        told(
            &format!("search all '{words}', first page"),
            timed(50, |_| ask(&list(ReportView::All, words, From::Top, 40))),
        );
        told(
            &format!("search all '{words}', from the middle"),
            timed(20, |_| {
                ask(&list(ReportView::All, words, From::After(50_000), 40));
            }),
        );
    }
    told("search open '打架'", timed(20, |_| ask(&list(ReportView::Open, "打架", From::Top, 40))));
    told("handover draft", timed(10, |_| ask(&Query::HandoverDraft)));
    told(
        "journal, first page of 100",
        timed(50, |_| {
            ask(&Query::Journal { filter: Default::default(), page: Page::top(100) });
        }),
    );
    println!("{}", resident());
}

/// The same rows, asked of SQLite without anything around it.
fn floor(folder: &Path) {
    let conn = Connection::open(record_file(folder)).unwrap();
    let mut page =
        conn.prepare("SELECT key, body FROM report WHERE key < ?1 ORDER BY key DESC LIMIT 40").unwrap();
    told(
        "floor: plain SQLite, 40 bodies from anywhere",
        timed(100, |n| {
            let mut rows = page.query([n as i64 * 977 % 90_000 + 100]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let _: String = row.get(1).unwrap();
            }
        }),
    );
}

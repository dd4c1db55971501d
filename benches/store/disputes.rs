//! What disputes cost: every view from its first, a middle and its last page, with filters, by words, one by itself, an
//! act; each beside what it costs on a desk of few disputes. `STORE_DISPUTES` says how many there are (20,000 when it
//! doesn't), of which one in ten is unresolved.

use super::{Figures, Filler, HAPPENED, PLACES, pick, timed, told};
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::said::{Finding, Matter, Party};
use dutydesk::domain::dispute::terms::{Category, PartyRole, Severity, WithdrawReason};
use dutydesk::domain::query::{Answer, DisputeFilter, DisputeView, From, Page, Query, RowKey};
use dutydesk::domain::{Command, Private, RecordId, Role};
use dutydesk::store::{Asked, Reader};
use jiff::SignedDuration;
use std::path::Path;
use std::time::Instant;

/// How many disputes the desk has that the other is compared with.
pub const FEW: u64 = 2_000;

/// One dispute in so many may turn violent.
const VIOLENT_OF: u64 = 23;
/// Of so many disputes one is unresolved.
const UNRESOLVED_OF: u64 = 10;

const FAMILY: [&str; 40] = [
    "李", "王", "周", "赵", "魏", "孙", "陈", "欧阳", "吴", "郑", "冯", "褚", "卫", "蒋", "沈", "韩", "杨",
    "朱", "秦", "尤", "许", "何", "吕", "施", "张", "孔", "曹", "严", "华", "金", "陶", "姜", "戚", "谢",
    "邹", "喻", "柏", "水", "窦", "章",
];
const GIVEN: [&str; 40] = [
    "建国", "秀英", "敏", "强", "珂", "丽华", "海", "雪", "志远", "小梅", "国庆", "春花", "大山", "玉兰",
    "铁柱", "红", "德胜", "淑芬", "永福", "桂香", "明", "芳", "伟", "静", "磊", "娜", "军", "燕", "勇", "霞",
    "涛", "玲", "超", "云", "杰", "萍", "辉", "琴", "斌", "兰",
];

fn name(n: u64) -> String {
    let at = |from: u64| usize::try_from(from % 40).unwrap();
    format!("{}{}", FAMILY[at(n * 7)], GIVEN[at(n / 40 + n * 11)])
}

fn finding(n: u64) -> Finding {
    let party = |n: u64, role| Party {
        name: name(n).as_str().into(),
        role,
        phone: format!("138{:08}", n * 6271 % 100_000_000).into(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    };
    let narrative = format!(
        "{}与{}因{}在{}{}号发生纠纷，双方多次协商不成，请求调解处理。",
        name(n),
        name(n * 3 + 1),
        pick(&HAPPENED, n / 5),
        pick(&PLACES, n),
        n % 97,
    );
    Finding {
        matter: Matter {
            narrative: narrative.into(),
            place: format!("{}{}号", pick(&PLACES, n), n % 97).into(),
            category: Category::ALL[usize::try_from(n % 7 * (n % 3) % 10).unwrap()],
            severity: if n.is_multiple_of(29) { Severity::Major } else { Severity::General },
            beat: Some(format!("B{}", n % 9).as_str().into()),
        },
        parties: vec![party(n, PartyRole::Applicant), party(n * 3 + 1, PartyRole::Respondent)],
        violent: n.is_multiple_of(VIOLENT_OF).then(|| "扬言要动手".into()),
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    }
}

fn act(id: RecordId, act: DisputeAct) -> Command {
    Command::Dispute(DisputeCommand::Act { id, act })
}

impl Filler {
    fn all(&mut self, officer: &str, role: Role, commands: Vec<Command>) -> Vec<Option<RecordId>> {
        let orders: Vec<Asked> = commands.into_iter().map(|asked| self.asked(officer, role, asked)).collect();
        self.store.execute_batch(orders).into_iter().map(|outcome| outcome.unwrap().id).collect()
    }

    /// Enters disputes; all but one in ten are over.
    pub fn mediate(&mut self, from: u64, count: u64) {
        for from in (from..from + count).step_by(250) {
            self.now = self.now.saturating_add(SignedDuration::from_hours(1)).unwrap();
            let find = |n| Command::Dispute(DisputeCommand::Find(Box::new(finding(n))));
            let found = self.all("0103", Role::DutyOfficer, (from..from + 250).map(find).collect());
            let found: Vec<(u64, RecordId)> = (from..).zip(found.into_iter().flatten()).collect();
            let open = |n: u64| (n / 7).is_multiple_of(UNRESOLVED_OF);
            let accept = |id| act(id, DisputeAct::Accept { measure: Private::default() });
            let withdraw = |id| {
                let reason = WithdrawReason::SettledThemselves;
                act(id, DisputeAct::Withdraw { reason, note: Private::default() })
            };
            let taken =
                found.iter().filter(|(n, _)| open(*n) && n % 2 == 0).map(|(_, id)| accept(*id)).collect();
            self.all("0103", Role::DutyOfficer, taken);
            let violent = found.iter().filter(|(n, _)| !open(*n) && n.is_multiple_of(VIOLENT_OF));
            let calm = |id| act(id, DisputeAct::Calm { reason: "双方已冷静".into() });
            self.all("0101", Role::Supervisor, violent.map(|(_, id)| calm(*id)).collect());
            let over = found.iter().filter(|(n, _)| !open(*n)).map(|(_, id)| withdraw(*id)).collect();
            self.all("0101", Role::Supervisor, over);
        }
    }
}

/// Enters so many disputes, and says how fast.
pub fn fill(desk: &mut Filler, disputes: u64) {
    let (begun, asked) = (Instant::now(), desk.asked);
    desk.mediate(0, disputes);
    let (took, acts) = (begun.elapsed(), desk.asked - asked);
    println!(
        "{disputes} disputes, {acts} acts in {took:.1?}: {:.0} acts a second",
        acts as f64 / took.as_secs_f64()
    );
}

fn filters() -> Vec<(&'static str, DisputeFilter)> {
    let of = DisputeFilter::of;
    let (beat, category) = (Some("B4".into()), Some(Category::Consumer));
    let mut filters: Vec<(&'static str, DisputeFilter)> =
        DisputeView::ALL.iter().map(|view| (view.code(), of(*view))).collect();
    filters.extend([
        ("all, withdrawn", DisputeFilter { status: Some(DisputeStatus::Withdrawn), ..of(DisputeView::All) }),
        ("all, accepted", DisputeFilter { status: Some(DisputeStatus::Accepted), ..of(DisputeView::All) }),
        ("all, of a category", DisputeFilter { category, ..of(DisputeView::All) }),
        ("all, of a beat", DisputeFilter { beat: beat.clone(), ..of(DisputeView::All) }),
        (
            "all, accepted, of a category and a beat",
            DisputeFilter {
                status: Some(DisputeStatus::Accepted),
                category,
                beat: beat.clone(),
                ..of(DisputeView::All)
            },
        ),
        ("unresolved, of a category", DisputeFilter { category, ..of(DisputeView::Unresolved) }),
        ("unresolved, of a beat", DisputeFilter { beat: beat.clone(), ..of(DisputeView::Unresolved) }),
        (
            "unresolved, found, of a category and a beat",
            DisputeFilter {
                status: Some(DisputeStatus::Found),
                category,
                beat: beat.clone(),
                ..of(DisputeView::Unresolved)
            },
        ),
        ("by deadline, of a category", DisputeFilter { category, ..of(DisputeView::ByDeadline) }),
        ("by deadline, of a beat", DisputeFilter { beat, ..of(DisputeView::ByDeadline) }),
    ]);
    filters
}

/// What questions and an act cost on a desk.
pub fn cost(desk: &mut Filler, folder: &Path) -> Vec<(String, Figures)> {
    let reader = Reader::open(folder).unwrap();
    let officer = "0103".into();
    let now = desk.now;
    let ask = |query: &Query| reader.answer(query, &officer, now).unwrap();
    let page = |filter: &DisputeFilter, from, limit| match ask(&Query::Disputes {
        filter: filter.clone(),
        page: Page { from, limit },
    }) {
        Answer::Disputes(rows) => rows,
        other => panic!("{other:?}"),
    };
    let middle = |filter: &DisputeFilter, total: u64| {
        let (mut left, mut last): (u64, Option<RowKey>) = (total / 2, None);
        while left > 0 {
            let limit = u16::try_from(left.min(500)).unwrap();
            let rows = page(filter, last.map_or(From::Top, From::After), limit).rows;
            left = left.saturating_sub(rows.len().max(1) as u64);
            last = rows.last().map(|row| row.key).or(last);
        }
        last.map_or(From::Top, From::After)
    };
    let mut figures = Vec::new();
    for (what, filter) in filters() {
        let total = page(&filter, From::Top, 1).total.unwrap();
        let middle = middle(&filter, total);
        for (which, from) in
            [("first page", From::Top), ("a middle page", middle), ("last page", From::Bottom)]
        {
            let shown = page(&filter, from, 40).rows.len();
            let what = format!("{what} ({total}): {which} of {shown}");
            figures.push((what, timed(50, |_| drop(page(&filter, from, 40)))));
        }
    }
    let rare = name(1234);
    let views = [DisputeView::Unresolved, DisputeView::ByDeadline, DisputeView::All];
    for view in views {
        for find in [rare.as_str(), "粮站 打架", "13800006271", "D-003", "敏", "没有的话"] {
            let filter = DisputeFilter { find: find.to_owned(), ..DisputeFilter::of(view) };
            let found = page(&filter, From::Top, 40).rows.len();
            let what = format!("{} with '{find}': first page of {found}", view.code());
            figures.push((what, timed(30, |_| drop(page(&filter, From::Top, 40)))));
        }
    }
    let rows = page(&DisputeFilter::of(DisputeView::Unresolved), From::Top, 200).rows;
    let at = |n: usize| rows[n % rows.len()].id;
    figures.push((
        "one dispute with everything".into(),
        timed(50, |n| drop(ask(&Query::Dispute { id: at(n) }))),
    ));
    figures.push(("what is owed on one".into(), timed(50, |n| drop(ask(&Query::Owed { id: at(n) })))));
    figures.push(("board".into(), timed(100, |_| drop(ask(&Query::Board)))));
    figures.push(("handover draft".into(), timed(10, |_| drop(ask(&Query::HandoverDraft)))));
    let noted = timed(100, |n| {
        let note = act(at(n), DisputeAct::Note { text: format!("第{n}次联系双方").into() });
        let asked = desk.asked("0103", Role::DutyOfficer, note);
        desk.store.execute(asked).unwrap();
    });
    figures.push(("a note, synced by itself".into(), noted));
    let marked = timed(100, |n| {
        let reason = "扬言要动手".into();
        let marks = if n % 2 == 0 { DisputeAct::MarkViolent { reason } } else { DisputeAct::Calm { reason } };
        let asked = desk.asked("0101", Role::Supervisor, act(at(n / 2 * 3 + 1), marks));
        let _ = desk.store.execute(asked);
    });
    figures.push(("a mark that moves what is owed, synced".into(), marked));
    figures
}

/// Prints what many cost beside what few cost.
pub fn compared(few: Vec<(String, Figures)>, many: Vec<(String, Figures)>) {
    for ((_, few), (what, many)) in few.into_iter().zip(many) {
        told(&what, many);
        let ratio = many.1.as_secs_f64() / few.1.as_secs_f64();
        println!("{:<54} {ratio:.2} times what it costs at {FEW} disputes ({:.2?})", "", few.1);
    }
}

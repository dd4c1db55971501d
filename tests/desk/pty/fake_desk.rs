//! A desk that answers from memory: it speaks the wire's messages on a socket in a temporary folder, remembers what it
//! was told, and does what a test asks of it.

use crate::real::PATIENCE;
use crate::samples;
use dutydesk::config::Paths;
use dutydesk::domain::desk::{Board, Counts};
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::terms::{Category, Severity};
use dutydesk::domain::notice::NoticeLine;
use dutydesk::domain::officer::SignedIn;
use dutydesk::domain::patrol::UnitState;
use dutydesk::domain::query::{Answer, From, Page, Query, Rows};
use dutydesk::domain::report::{Priority, Source, Status};
use dutydesk::domain::row::{DisputeRow, PersonRow, ReportRow, UnitRow};
use dutydesk::domain::{Refusal, Role, Topic};
use dutydesk::wire::codec::{Lines, decode, encode};
use dutydesk::wire::message::{ToClient, ToDesk};
use jiff::Timestamp;
use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Instant;

/// What the desk knows and was told.
pub struct Inside {
    /// What its clock shows while it stands still.
    pub now: Timestamp,
    pub reports: Vec<ReportRow>,
    /// The newest notice.
    pub notice: Option<NoticeLine>,
    /// Everything that clients sent, in order.
    pub heard: Vec<ToDesk>,
    /// The processes of the clients, in the order in which they came.
    pub pids: Vec<rustix::process::Pid>,
    /// Whether orders stay without an answer.
    pub deaf: bool,
    sessions: Vec<UnixStream>,
    open: bool,
    /// Sessions since the start.
    pub welcomed: usize,
}

type Shared = Arc<(Mutex<Inside>, Condvar)>;

/// A desk that answers from memory.
pub struct FakeDesk {
    folder: tempfile::TempDir,
    inside: Shared,
}

impl FakeDesk {
    /// A desk with so many open reports.
    pub fn with_reports(count: i64) -> FakeDesk {
        let folder = tempfile::tempdir().unwrap();
        let inside = Inside {
            now: "2026-11-21T22:46:30+08:00".parse().unwrap(),
            reports: (0..count).rev().map(report_row).collect(),
            notice: None,
            heard: Vec::new(),
            pids: Vec::new(),
            deaf: false,
            sessions: Vec::new(),
            open: true,
            welcomed: 0,
        };
        let desk = FakeDesk { folder, inside: Arc::new((Mutex::new(inside), Condvar::new())) };
        desk.listen();
        desk
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn paths(&self) -> Paths {
        Paths::of(self.folder(), self.folder(), 0)
    }

    pub fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.0.lock().unwrap()
    }

    fn listen(&self) {
        let listener = UnixListener::bind(self.paths().socket()).unwrap();
        let inside = Arc::clone(&self.inside);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let inside = Arc::clone(&inside);
                if !inside.0.lock().unwrap().open {
                    return;
                }
                std::thread::spawn(move || serve(stream, &inside));
            }
        });
    }

    /// Goes away as after a kill: every line is cut, and nobody listens.
    pub fn die(&self) {
        self.inside().open = false;
        // Wakes the listener, so that it sees that the desk is closed.
        let _ = UnixStream::connect(self.paths().socket());
        let _ = std::fs::remove_file(self.paths().socket());
        for session in self.inside().sessions.drain(..) {
            let _ = session.shutdown(std::net::Shutdown::Both);
        }
    }

    /// Comes back after [`FakeDesk::die`].
    pub fn come_back(&self) {
        self.inside().open = true;
        self.listen();
    }

    /// Says something to every console.
    pub fn push(&self, message: &ToClient) {
        let line = encode(message).unwrap();
        for session in &mut self.inside().sessions {
            let _ = session.write_all(&line);
        }
    }

    /// Says that something changed.
    pub fn push_changed(&self) {
        let now = self.inside().now;
        self.push(&ToClient::Changed { head: 1, topics: vec![Topic::Reports, Topic::Units], now });
    }

    /// Waits until the desk has heard or seen something.
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&Inside) -> bool) {
        let until = Instant::now() + PATIENCE;
        let mut inside = self.inside();
        while !is_so(&inside) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let said = format!("never came: {what}\n{:#?}", inside.heard);
                drop(inside);
                panic!("{said}");
            }
            inside = self.inside.1.wait_timeout(inside, left).unwrap().0;
        }
    }

    /// Waits until so many sessions were welcomed since the start.
    pub fn wait_for_sessions(&self, count: usize) {
        self.wait_until("session", |inside| inside.welcomed >= count);
    }
}

impl Drop for FakeDesk {
    fn drop(&mut self) {
        self.die();
    }
}

fn serve(mut stream: UnixStream, shared: &Shared) {
    let mut lines = Lines::default();
    let mut piece = [0_u8; 16 * 1024];
    loop {
        let count = stream.read(&mut piece).unwrap_or(0);
        if count == 0 {
            return;
        }
        lines.feed(&piece[..count]);
        while let Some(line) = lines.next_line().unwrap() {
            let message: ToDesk = decode(line).unwrap();
            let mut inside = shared.0.lock().unwrap();
            if let Some(answer) = inside.answer(&message) {
                let _ = stream.write_all(&encode(&answer).unwrap());
            }
            if matches!(message, ToDesk::Hello { .. }) {
                inside.sessions.push(stream.try_clone().unwrap());
                inside.welcomed += 1;
                inside.pids.push(rustix::net::sockopt::socket_peercred(&stream).unwrap().pid);
            }
            inside.heard.push(message);
            shared.1.notify_all();
        }
    }
}

impl Inside {
    fn answer(&mut self, message: &ToDesk) -> Option<ToClient> {
        let who = SignedIn { officer: "0142".into(), role: Role::ShiftLeader };
        match message {
            ToDesk::Hello { .. } => {
                let session = format!("s{}", self.welcomed + 1);
                Some(ToClient::Welcome { session, who: Some(who), now: self.now })
            }
            ToDesk::SignIn { id, .. } => Some(ToClient::SignedIn { id: *id, who }),
            ToDesk::Ask { id, query: Query::Report { id: report } } => {
                let refusal = Refusal::NotFound { what: report.to_string() };
                Some(ToClient::Refused { id: *id, refusal })
            }
            ToDesk::Ask { id, query } => Some(ToClient::Answer { id: *id, answer: self.look_up(query) }),
            ToDesk::Execute { id, order } if !self.deaf => Some(ToClient::Done {
                id: *id,
                receipt: dutydesk::domain::Receipt {
                    id: order.command.subject().and_then(|s| match s {
                        dutydesk::domain::Subject::Record(id) => Some(id),
                        _ => None,
                    }),
                    rev: Some(2),
                    entries: Some((1, 1)),
                    kinds: vec![],
                    repeated: false,
                },
            }),
            ToDesk::Execute { .. } => None,
            ToDesk::Keep { id, .. } | ToDesk::Stop { id } | ToDesk::Backup { id, .. } => {
                Some(ToClient::Ok { id: *id })
            }
        }
    }

    fn look_up(&self, query: &Query) -> Answer {
        match query {
            Query::Board => Answer::Board(Box::new(self.board())),
            Query::Reports { page, .. } => Answer::Reports(paged(&self.reports, *page)),
            Query::History { .. } | Query::Between { .. } => Answer::History(Box::default()),
            Query::Escalations { .. } => Answer::Escalations(Rows::default()),
            Query::Due { .. } => Answer::Due(Rows::default()),
            Query::Supervisions { .. } => Answer::Supervisions(Rows::default()),
            Query::ZeroReports { .. } => Answer::ZeroReports(Rows::default()),
            Query::Sweeps { .. } => Answer::Sweeps(Rows::default()),
            Query::Allowances { .. } => Answer::Allowances(Box::default()),
            Query::Units => Answer::Units(UNITS.map(unit_row).to_vec()),
            Query::Disputes { page, .. } => Answer::Disputes(some(dispute_row, *page)),
            Query::People { page } => Answer::People(some(person_row, *page)),
            Query::Journal { .. } => Answer::Journal(Rows::default()),
            Query::Handovers { .. } => Answer::Handovers(Rows::default()),
            Query::Station => Answer::Station(Box::new(samples::station())),
            Query::Drafts => Answer::Drafts(Vec::new()),
            Query::Report { .. }
            | Query::Dispute { .. }
            | Query::Sweep { .. }
            | Query::Owed { .. }
            | Query::HandoverDraft
            | Query::Handover { .. }
            | Query::Status
            | Query::Outbox { .. } => {
                panic!("not asked in these tests: {query:?}")
            }
        }
    }

    fn board(&self) -> Board {
        let reports = u64::try_from(self.reports.len()).unwrap();
        let counts =
            Counts { reports, p1_open: 1, disputes: 40, people: 40, units_out: 12, ..Counts::default() };
        let latest_notice = self.notice.clone();
        Board { counts, online: vec!["0142".into()], latest_notice, ..Board::default() }
    }
}

/// A page of the reports, newest first.
fn paged(all: &[ReportRow], page: Page) -> Rows<ReportRow> {
    let limit = usize::from(page.limit);
    let (first, last) = match page.from {
        From::Top => (0, limit),
        From::Bottom => (all.len().saturating_sub(limit), all.len()),
        From::After(key) => {
            let first = all.iter().position(|row| row.key < key).unwrap_or(all.len());
            (first, first + limit)
        }
        From::At(key) => {
            let first = all.iter().position(|row| row.key <= key).unwrap_or(all.len());
            (first, first + limit)
        }
        From::Before(key) => {
            let last = all.iter().position(|row| row.key <= key).unwrap_or(all.len());
            (last.saturating_sub(limit), last)
        }
    };
    let last = last.min(all.len());
    let total = Some(u64::try_from(all.len()).unwrap());
    Rows { rows: all[first..last].to_vec(), more_before: first > 0, more_after: last < all.len(), total }
}

const UNITS: [&str; 12] =
    ["城1", "城2", "城3", "南1", "南2", "south3", "北1", "北2", "北3", "东1", "东2", "河边联防"];

fn unit_row(code: &str) -> UnitRow {
    let state = UnitState { code: code.into(), ..samples::unit() };
    UnitRow { state, beat: Some("S3".into()) }
}

fn dispute_row(key: i64) -> DisputeRow {
    let id = format!("D-20261101-{:03}", key + 1).parse().unwrap();
    DisputeRow {
        key,
        id,
        rev: 1,
        status: DisputeStatus::Accepted,
        category: Category::Land,
        severity: Severity::General,
        violent: false,
        beat: Some("S3".into()),
        names: "Wei / Sun".into(),
        gist: "the wall between two yards".into(),
        lead: Some("0143".into()),
        found_at: report_row(key).received_at,
        sittings: 0,
        obligations: (0, 0),
        escalations_waiting: 0,
        orders_open: 0,
        owed: None,
    }
}

fn person_row(key: i64) -> PersonRow {
    let id = format!("P-20261101-{:03}", key + 1).parse().unwrap();
    PersonRow { key, id, colour: "red".into(), due_at: Some(report_row(key).received_at) }
}

/// The first rows of a list of forty.
fn some<T>(row: impl Fn(i64) -> T, page: Page) -> Rows<T> {
    let count = i64::from(page.limit).min(40);
    Rows {
        rows: (0..count).rev().map(row).collect(),
        more_before: false,
        more_after: count < 40,
        total: Some(40),
    }
}

/// An open report, different from its neighbours in every column.
pub fn report_row(key: i64) -> ReportRow {
    let received_at: Timestamp = "2026-11-21T20:00:00+08:00".parse().unwrap();
    let received_at = received_at + jiff::SignedDuration::from_secs(key);
    ReportRow {
        proposed: false,
        key,
        id: format!("R-20261121-{:03}", key + 1).parse().unwrap(),
        rev: 1,
        status: if key % 3 == 0 { Status::Received } else { Status::Accepted },
        source: Source::Hotline,
        priority: Priority::ALL.get(usize::try_from(key % 4).unwrap()).copied(),
        incident_type: Some("fight".into()),
        beat: Some("S3".into()),
        place: format!("北街{key}号").into(),
        gist: format!("粮站门口有人打架，第{key}次报警").into(),
        event_at: received_at,
        received_at,
        accepted_at: (key % 3 != 0).then_some(received_at),
        sent_at: None,
        arrived_at: None,
        handler: (key % 3 != 0).then(|| "0142".into()),
        unit: None,
        resends: 0,
        call: 0,
        escalations_waiting: 0,
        orders_open: 0,
        owed: None,
    }
}

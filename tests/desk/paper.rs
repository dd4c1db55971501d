//! A desk on paper for the tests of the rules: records in a map, decided and applied by the real functions.

use dutydesk::domain::command::{Command, HandoverCommand, Incoming, ReportCommand, SetupCommand};
use dutydesk::domain::earlier;
use dutydesk::domain::fact::Happened;
use dutydesk::domain::handover::{Draft, Ground, HandoverStatus, Item};
use dutydesk::domain::id::Kind;
use dutydesk::domain::notice::NoticeState;
use dutydesk::domain::officer::Officer;
use dutydesk::domain::pair::{self, Pair};
use dutydesk::domain::place::{Level, Place};
use dutydesk::domain::record::OfKind;
use dutydesk::domain::report::{Source, Telling};
use dutydesk::domain::setup::{Checklist, CodeEntry, CodeList, Head, SetupItem, Unit};
use dutydesk::domain::{
    Actor, Moment, OfficerId, RecordId, Refusal, Report, Role, Stamp, Station, Subject, apply, decide,
};
use dutydesk::domain::{Dispute, Loaded, Need, Record};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A night at an invented station.
pub struct Paper {
    pub records: BTreeMap<Subject, Record>,
    pub facts: Vec<(Happened, Stamp)>,
    pub now: Timestamp,
    /// The duty day that stands.
    pub day: jiff::civil::Date,
    /// Where every notice stands.
    pub notice: Option<NoticeState>,
    next: BTreeMap<Kind, u32>,
}

pub const OFFICERS: [(&str, Role); 6] = [
    ("0101", Role::Supervisor),
    ("0102", Role::ShiftLeader),
    ("0103", Role::DutyOfficer),
    ("0104", Role::DutyOfficer),
    ("0105", Role::Reviewer),
    ("0106", Role::Mediator),
];

/// The setup of the invented station.
pub fn items() -> Vec<SetupItem> {
    let head = Head {
        code: "QX".into(),
        name: "Quiet Ford".into(),
        zone: "UTC".into(),
        training: true,
        shared_uids: vec![],
    };
    let mut items = vec![SetupItem::Station(head)];
    for (number, role) in OFFICERS {
        let name = format!("Officer {number}");
        items.push(SetupItem::Officer(Officer {
            number: number.into(),
            name: name.as_str().into(),
            role,
            uid: None,
        }));
    }
    let place = |code: &str, level, part_of: Option<&str>| {
        let part_of = part_of.map(Into::into);
        SetupItem::Place(Place {
            code: code.into(),
            name: code.into(),
            level,
            part_of,
            officer: None,
            outside: false,
        })
    };
    items.push(place("T1", Level::Town, None));
    items.push(place("B1", Level::Beat, Some("T1")));
    for unit in ["car1", "car2"] {
        items.push(SetupItem::Unit(Unit { code: unit.into(), name: unit.into(), beat: None }));
    }
    for list in CodeList::ALL {
        let code = if list == CodeList::Priority { "P1" } else { "one" };
        let (priority, patterns) = (None, vec![]);
        items.push(SetupItem::Code(CodeEntry {
            list,
            code: code.into(),
            name: code.into(),
            priority,
            patterns,
        }));
    }
    items.push(SetupItem::Rules(Box::new(dutydesk::config::rules_shipped())));
    let equipment = vec!["Keys".into(), "Radios".into()];
    items.push(SetupItem::Checklist(Checklist {
        code: "equipment".into(),
        name: "Kit".into(),
        items: equipment,
    }));
    items
}

pub fn id(text: &str) -> RecordId {
    text.parse().unwrap()
}

/// A report as a caller would tell it.
pub fn told(narrative: &str) -> Command {
    let telling = Telling { narrative: narrative.into(), ..Telling::default() };
    let incoming = Incoming { source: Source::Phone, source_key: None, event_at: None, telling };
    Command::Report(ReportCommand::Receive(Box::new(incoming)))
}

/// What came before a report, or before now, read through every report as slowly as that is.
pub fn earlier_of(
    reports: &[&Report],
    disputes: &[&Dispute],
    (place, phone): (&str, &str),
    pairs: &BTreeSet<Pair>,
    report: Option<RecordId>,
) -> earlier::Before {
    let ids = |is: &dyn Fn(&Report) -> bool| -> Vec<RecordId> {
        reports.iter().rev().filter(|r| is(r)).map(|r| r.id).take(10).collect()
    };
    let before = |r: &Report| report.is_none_or(|of| r.id < of);
    let (place, phone) = (earlier::place_key(place), earlier::phone_key(phone));
    let same = |r: &Report| !pairs.is_disjoint(&pair::of_report(r));
    let unresolved = |d: &&&Dispute| d.status.is_unresolved() && !pairs.is_disjoint(&pair::of_dispute(d));
    earlier::Before {
        place: ids(&|r| before(r) && place.is_some() && earlier::place_of(r) == place),
        caller: ids(&|r| before(r) && phone.is_some() && earlier::caller_of(r) == phone),
        sides: ids(&|r| before(r) && same(r)),
        between: ids(&|r| Some(r.id) != report && same(r)),
        dispute: disputes.iter().rev().find(unresolved).map(|d| d.id),
    }
}

impl Paper {
    pub fn new() -> Paper {
        let now = "2026-11-21T22:00:00Z".parse().unwrap();
        let day = "2026-11-21".parse().unwrap();
        let mut paper =
            Paper { records: BTreeMap::new(), facts: vec![], now, day, notice: None, next: BTreeMap::new() };
        for item in items() {
            let set = Command::Setup(SetupCommand::Set(Box::new(item)));
            paper.ask_as("desk", Role::Desk, &set, None).unwrap();
        }
        paper
    }

    pub fn station(&self) -> Arc<Station> {
        let mut station = Station::default();
        for (subject, record) in &self.records {
            if let (Subject::Setup(key), Record::Setup(standing)) = (subject, record) {
                station.items.insert(key.clone(), (**standing).clone());
            }
        }
        Arc::new(station)
    }

    pub fn pass(&mut self, seconds: i64) {
        self.now = self.now.saturating_add(SignedDuration::from_secs(seconds)).unwrap();
    }

    /// Asks as one of the invented officers; a signature is taken as proved.
    pub fn ask(&mut self, officer: &str, command: &Command) -> Result<Vec<Happened>, Refusal> {
        let role = OFFICERS.iter().find(|(n, _)| *n == officer).unwrap().1;
        let proved = command.proof().map(|(who, _)| who.clone());
        self.ask_as(officer, role, command, proved)
    }

    pub fn ask_as(
        &mut self,
        officer: &str,
        role: Role,
        command: &Command,
        proved: Option<OfficerId>,
    ) -> Result<Vec<Happened>, Refusal> {
        let loaded = self.load(command);
        let actor = Actor { officer: officer.into(), role, session: "s1".to_owned() };
        let moment = Moment { at: self.now, actor, duty_day: self.day, shift: "night".into(), proved };
        let facts = decide(&loaded, command, &moment)?;
        for happened in &facts {
            let stamp = moment.stamp();
            let before = self.records.remove(&happened.subject);
            if before.is_none()
                && let Subject::Record(id) = happened.subject
            {
                *self.next.entry(id.kind).or_default() += 1;
            }
            if let Some(after) = apply(before, &happened.subject, &happened.fact, &stamp) {
                self.records.insert(happened.subject.clone(), after);
            }
            self.facts.push((happened.clone(), stamp));
        }
        Ok(facts)
    }

    fn load(&self, command: &Command) -> Loaded {
        let mut loaded =
            Loaded { station: self.station(), records: self.records.clone(), ..Loaded::default() };
        for need in command.needs() {
            match need {
                Need::Record(_) => {}
                Need::Next(kind) => {
                    let number = self.next.get(&kind).copied().unwrap_or(0) + 1;
                    loaded.next.insert(kind, RecordId { kind, day: self.day, number });
                }
                Need::SourceKey(key) => {
                    let same = self.reports().find(|r| r.source_key.as_ref() == Some(&key));
                    loaded.same_source = same.map(|r| r.id);
                }
                Need::Before { place, caller_phone, sides, report } => {
                    let of = report.map(|id| self.reports().find(|r| r.id == id).unwrap());
                    let told = (place.as_str(), caller_phone.as_str());
                    let all: Vec<&Report> = self.reports().collect();
                    let disputes: Vec<&Dispute> = loaded.all().collect();
                    loaded.before = earlier_of(&all, &disputes, told, &sides.pairs(of), report);
                }
                // Every record is loaded.
                Need::Calls(_) => {}
                Need::Disputes(people) => {
                    let pairs = pair::among(&people);
                    let between = |d: &&Dispute| !pairs.is_disjoint(&pair::of_dispute(d));
                    loaded.disputes = loaded.all().filter(between).map(|d| d.id).collect();
                }
                Need::ItemsOf(_) => {}
                Need::ZeroReport(post) => {
                    loaded.zero_report = self.records.values().find_map(|r| match r {
                        Record::ZeroReport(z) if z.post == post => Some(z.id),
                        _ => None,
                    });
                }
                Need::Sweep(beat) => {
                    loaded.sweep = self.records.values().find_map(|r| match r {
                        Record::Sweep(s) if s.beat == beat && s.period.to >= self.day => Some(s.id),
                        _ => None,
                    });
                }
                Need::Draft => loaded.draft = Some(self.draft()),
                Need::OpenHandover => loaded.open_handover = self.open_handover(),
                Need::Notice(_) => loaded.notice = self.notice,
            }
        }
        loaded
    }

    pub fn get<T: OfKind>(&self, about: RecordId) -> Option<&T> {
        self.records.get(&Subject::Record(about)).and_then(T::of)
    }

    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.records.values().filter_map(|r| if let Record::Report(r) = r { Some(&**r) } else { None })
    }

    pub fn report(&self, text: &str) -> &Report {
        self.reports().find(|r| r.id == id(text)).unwrap()
    }

    fn open_handover(&self) -> Option<RecordId> {
        self.records.values().find_map(|r| match r {
            Record::Handover(h) if h.status == HandoverStatus::Signed => Some(h.id),
            _ => None,
        })
    }

    fn draft(&self) -> Draft {
        let items = self.reports().filter(|r| r.status.is_open()).map(|r| Item {
            id: r.id,
            on: None,
            ground: Ground::OpenUrgent,
            critical: true,
            priority: r.telling.priority,
            incident_type: None,
            status: Some(r.status),
            dispute: None,
            place: r.telling.place.clone(),
            summary: r.telling.narrative.clone(),
            owner: None,
            due_at: None,
            call: r.call(),
            rule: None,
            put_off: None,
            paused: None,
            waits_for: None,
            carried: r.carried,
        });
        let watch = self.station().watch(self.now);
        let (numbers, tallies, journal) = (None, vec![], None);
        let items = items.collect();
        Draft { watch, collected_at: self.now, items, left_out: 0, numbers, tallies, journal }
    }

    /// Signs the shift over as `officer`, with all equipment there.
    pub fn sign(&self, officer: &str) -> Command {
        Command::Handover(HandoverCommand::Sign {
            officer: officer.into(),
            passphrase: Default::default(),
            remarks: BTreeMap::new(),
            words: "quiet".into(),
            equipment: vec![("Keys".into(), true), ("Radios".into(), false)],
        })
    }
}

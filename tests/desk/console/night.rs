//! The desk behind a console on paper: records in a map, changed by the product's own rules, pages as the store gives
//! them.

mod disputes;
mod earlier;
mod pages;

pub use disputes::finding;
pub use pages::paged;

use crate::overlays::stand;
use crate::paper::earlier_of;
use dutydesk::domain::command::{Incoming, Order, ReportCommand};
use dutydesk::domain::desk::{Board, Counts, DraftForm, DueLine, Trouble};
use dutydesk::domain::due::{Due, Rank, WaitsFor, owed_first, owed_on};
use dutydesk::domain::fact::Entry;
use dutydesk::domain::handover::{Draft, Ground, Handover, HandoverStatus, Item};
use dutydesk::domain::id::Kind;
use dutydesk::domain::notice::NoticeLine;
use dutydesk::domain::patrol::{UnitState, UnitStatus};
use dutydesk::domain::query::DueView;
use dutydesk::domain::report::{Priority, Source, Telling};
use dutydesk::domain::{
    Actor, Command, Happened, Moment, OfficerId, Private, Receipt, RecordId, Refusal, Report, Rev, Role,
    SignedIn, Station, Subject, Topic, apply, decide,
};
use dutydesk::domain::{Loaded, Need, Record};
use dutydesk::ui::{Effect, Msg};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A night at the desk.
pub struct Night {
    pub station: Station,
    pub now: Timestamp,
    pub officer: Option<SignedIn>,
    pub records: BTreeMap<Subject, Record>,
    pub journal: Vec<Entry>,
    pub drafts: BTreeMap<(OfficerId, String), DraftForm>,
    pub trouble: Vec<Trouble>,
    /// The newest notice.
    pub notice: Option<NoticeLine>,
    pub files_refused: u64,
    pub online: Vec<OfficerId>,
    /// Acts that were done, by their key.
    pub done: BTreeMap<String, Receipt>,
    /// What the next act is answered with instead.
    pub fails: Option<Msg>,
    next: BTreeMap<Kind, u32>,
    touched: BTreeSet<Topic>,
}

impl Night {
    /// A night on which nothing has happened.
    pub fn new() -> Night {
        Night {
            station: stand::station(),
            now: super::start(),
            officer: Some(super::signed_in("0142")),
            records: BTreeMap::new(),
            journal: Vec::new(),
            drafts: BTreeMap::new(),
            trouble: Vec::new(),
            notice: None,
            files_refused: 0,
            online: vec!["0142".into(), "0156".into()],
            done: BTreeMap::new(),
            fails: None,
            next: BTreeMap::new(),
            touched: BTreeSet::new(),
        }
    }

    /// Enters a report; gives its number.
    pub fn receive(
        &mut self,
        priority: Option<Priority>,
        kind: &str,
        place: &str,
        narrative: &str,
    ) -> RecordId {
        let telling = Telling {
            narrative: narrative.into(),
            place: place.into(),
            incident_type: (!kind.is_empty()).then(|| kind.into()),
            priority,
            beat: (!kind.is_empty()).then(|| "S3".into()),
            ..Telling::default()
        };
        let incoming = Incoming { source: Source::Phone, source_key: None, event_at: None, telling };
        self.enter(incoming)
    }

    pub fn enter(&mut self, incoming: Incoming) -> RecordId {
        let receipt = self.act(Command::Report(ReportCommand::Receive(Box::new(incoming)))).unwrap();
        receipt.id.unwrap()
    }

    /// Another duty day begins: numbers begin at 1 again.
    pub fn new_day(&mut self) {
        self.next.clear();
    }

    /// Acts as the officer who sits here.
    pub fn act(&mut self, command: Command) -> Result<Receipt, Refusal> {
        let who = self.officer.clone().expect("somebody sits here");
        self.act_as(&who.officer, who.role, command, None)
    }

    /// Acts as somebody, on a record that was seen at this rev.
    pub fn act_as(
        &mut self,
        officer: &OfficerId,
        role: Role,
        command: Command,
        seen: Option<Rev>,
    ) -> Result<Receipt, Refusal> {
        if let (Some(seen), Some(record)) = (seen, command.subject().and_then(|s| self.records.get(&s)))
            && record.rev() != seen
            && let Subject::Record(id) = record.subject()
            && matches!(record, Record::Report(_) | Record::Dispute(_))
        {
            let (step, by) = record.last_change();
            return Err(Refusal::ChangedSince { id, step, by });
        }
        let actor = Actor { officer: officer.clone(), role, session: "s1".to_owned() };
        let moment = Moment {
            at: self.now,
            actor,
            duty_day: self.station.watch(self.now).day,
            shift: "night".into(),
            proved: command.proof().map(|(who, _)| who.clone()),
        };
        let happened = decide(&self.load(&command), &command, &moment)?;
        let entries = self.record(&happened, &moment);
        let subject = happened.first().map(|h| h.subject.clone()).or(command.subject());
        let id = match subject {
            Some(Subject::Record(id)) => Some(id),
            _ => None,
        };
        let rev = id.and_then(|id| self.records.get(&Subject::Record(id))).map(Record::rev);
        let kinds = happened.iter().map(|h| h.fact.kind().to_owned()).collect();
        Ok(Receipt { id, rev, entries, kinds, repeated: false })
    }

    fn record(&mut self, happened: &[Happened], moment: &Moment) -> Option<(u64, u64)> {
        let first = self.journal.len() as u64 + 1;
        for h in happened {
            let before = self.records.remove(&h.subject);
            if before.is_none()
                && let Subject::Record(id) = h.subject
            {
                *self.next.entry(id.kind).or_default() += 1;
            }
            if let Some(after) = apply(before, &h.subject, &h.fact, &moment.stamp()) {
                self.records.insert(h.subject.clone(), after);
            }
            self.touched.insert(topic(&h.subject));
            if matches!(h.subject, Subject::Record(RecordId { kind: Kind::Supervision, .. })) {
                self.touched.extend([Topic::Reports, Topic::Disputes]);
            }
            self.journal.push(Entry {
                seq: self.journal.len() as u64 + 1,
                at: self.now,
                duty_day: moment.duty_day,
                officer: moment.actor.officer.clone(),
                role: moment.actor.role,
                session: moment.actor.session.clone(),
                subject: h.subject.clone(),
                kind: h.fact.kind().to_owned(),
                fact: Some(h.fact.clone()),
            });
        }
        (!happened.is_empty()).then_some((first, self.journal.len() as u64))
    }

    /// The pushes about what changed since they were last asked for.
    pub fn changes(&mut self, now: Timestamp) -> Vec<Msg> {
        let topics: Vec<Topic> = std::mem::take(&mut self.touched).into_iter().collect();
        if topics.is_empty() {
            return Vec::new();
        }
        vec![Msg::Changed { head: self.journal.len() as u64, topics, now }]
    }

    /// What the desk answers to an effect.
    pub fn take(&mut self, effect: &Effect) -> Vec<Msg> {
        match effect {
            Effect::Execute { id, order } => self.execute(*id, order),
            Effect::Ask { id, query } => vec![self.answered(*id, query)],
            Effect::SignIn { id, officer, passphrase } if passphrase.0 == "open sesame" => {
                let who = super::signed_in(&officer.0);
                self.officer = Some(who.clone());
                vec![Msg::SignedIn { id: *id, who }]
            }
            Effect::SignIn { id, officer, .. } => {
                vec![Msg::Refused { id: *id, refusal: Refusal::PassphraseWrong { officer: officer.clone() } }]
            }
            Effect::Keep { id, form, body } => {
                self.keep(form, body.as_ref());
                vec![Msg::Kept { id: *id }]
            }
            Effect::Export { .. } | Effect::ReloadKeys | Effect::Repaint | Effect::Bell | Effect::Quit => {
                Vec::new()
            }
        }
    }

    fn execute(&mut self, id: u64, order: &Order) -> Vec<Msg> {
        match self.fails.take() {
            Some(Msg::Failed { trouble, unknown, .. }) => return vec![Msg::Failed { id, trouble, unknown }],
            Some(other) => panic!("{other:?}"),
            None => {}
        }
        if let Some(receipt) = self.done.get(&order.key) {
            return vec![Msg::Done { id, receipt: Receipt { repeated: true, ..receipt.clone() } }];
        }
        let who = self.officer.clone().expect("somebody sits here");
        match self.act_as(&who.officer, who.role, order.command.clone(), order.seen) {
            Ok(receipt) => {
                self.done.insert(order.key.clone(), receipt.clone());
                let mut answers = vec![Msg::Done { id, receipt }];
                answers.extend(self.changes(self.now));
                answers
            }
            Err(refusal) => vec![Msg::Refused { id, refusal }],
        }
    }

    fn keep(&mut self, form: &str, body: Option<&Private>) {
        let officer = self.officer.clone().expect("somebody sits here").officer;
        let key = (officer, form.to_owned());
        match body {
            Some(body) => {
                let draft = DraftForm { form: form.to_owned(), body: body.clone(), at: self.now };
                self.drafts.insert(key, draft);
            }
            None => drop(self.drafts.remove(&key)),
        }
    }

    fn load(&self, command: &Command) -> Loaded {
        let station = Arc::new(self.station.clone());
        let mut loaded = Loaded { station, records: self.records.clone(), ..Loaded::default() };
        for need in command.needs() {
            match need {
                Need::Record(_) | Need::Notice(_) => {}
                Need::Next(kind) => {
                    let number = self.next.get(&kind).copied().unwrap_or(0) + 1;
                    let day = self.station.watch(self.now).day;
                    loaded.next.insert(kind, RecordId { kind, day, number });
                }
                Need::SourceKey(key) => {
                    let same = self.reports().find(|r| r.source_key.as_ref() == Some(&key));
                    loaded.same_source = same.map(|r| r.id);
                }
                Need::Before { place, caller_phone, sides, report } => {
                    let of = report.map(|id| self.reports().find(|r| r.id == id).unwrap());
                    let (reports, disputes) = (self.reports().collect::<Vec<_>>(), Vec::new());
                    let told = (place.as_str(), caller_phone.as_str());
                    loaded.before = earlier_of(&reports, &disputes, told, &sides.pairs(of), report);
                }
                Need::Calls(_) | Need::Disputes(_) => {}
                Need::ItemsOf(_) => {}
                Need::ZeroReport(post) => {
                    let day = self.station.watch(self.now).day;
                    loaded.zero_report = self.records.values().find_map(|r| match r {
                        Record::ZeroReport(z) if z.post == post && z.id.day == day => Some(z.id),
                        _ => None,
                    });
                }
                Need::Sweep(beat) => {
                    let day = self.station.watch(self.now).day;
                    loaded.sweep = self.records.values().find_map(|r| match r {
                        Record::Sweep(s) if s.beat == beat && s.period.to >= day => Some(s.id),
                        _ => None,
                    });
                }
                Need::Draft => loaded.draft = Some(self.draft()),
                Need::OpenHandover => {
                    let open = self.handovers().find(|h| h.status == HandoverStatus::Signed);
                    loaded.open_handover = open.map(|h| h.id);
                }
            }
        }
        loaded
    }

    pub fn reports(&self) -> impl DoubleEndedIterator<Item = &Report> {
        self.records.values().filter_map(|r| if let Record::Report(r) = r { Some(&**r) } else { None })
    }

    pub fn handovers(&self) -> impl DoubleEndedIterator<Item = &Handover> {
        self.records.values().filter_map(|r| if let Record::Handover(h) = r { Some(&**h) } else { None })
    }

    pub fn report(&self, id: RecordId) -> &Report {
        self.reports().find(|report| report.id == id).expect("the report is there")
    }

    fn unit_state(&self, code: &dutydesk::domain::Code) -> UnitState {
        match self.records.get(&Subject::Unit(code.clone())) {
            Some(Record::Unit(state)) => (**state).clone(),
            _ => UnitState {
                code: code.clone(),
                rev: 0,
                status: UnitStatus::Off,
                on: None,
                since: dutydesk::domain::Stamp { at: Timestamp::UNIX_EPOCH, by: "desk".into() },
                last_check_in: None,
            },
        }
    }

    fn draft(&self) -> Draft {
        let now = self.now;
        let item = |report: &Report| {
            let urgent = report.telling.priority.is_none_or(|p| p <= Priority::P2);
            let owed = owed_first(report, &self.station).map(|due| due.owed);
            Item {
                id: report.id,
                on: None,
                ground: if urgent { Ground::OpenUrgent } else { Ground::StillOpen },
                critical: urgent || owed.as_ref().is_some_and(|owed| owed.at <= now),
                priority: report.telling.priority,
                incident_type: report.telling.incident_type.clone(),
                status: Some(report.status),
                dispute: None,
                place: report.telling.place.clone(),
                summary: report.telling.narrative.clone(),
                owner: report.accepted.as_ref().map(|stamp| stamp.by.clone()),
                due_at: owed.as_ref().map(|owed| owed.at),
                call: report.call(),
                rule: owed.map(|owed| owed.rule),
                put_off: None,
                paused: None,
                waits_for: None,
                carried: report.carried,
            }
        };
        let mut items: Vec<Item> = self.reports().filter(|r| r.status.is_open()).map(item).collect();
        items.sort_by_key(|item| (!item.critical, item.due_at));
        let ids: Vec<RecordId> = self.reports().map(|r| r.id).collect();
        Draft {
            watch: self.station.watch(now),
            collected_at: now,
            items,
            numbers: ids.first().zip(ids.last()).map(|(a, b)| (*a, *b, ids.len() as u32)),
            tallies: Vec::new(),
            journal: (!self.journal.is_empty()).then_some((1, self.journal.len() as u64)),
            left_out: 0,
        }
    }

    /// The due queue.
    pub fn due(&self, view: DueView) -> Vec<DueLine> {
        let me = self.officer.clone().map(|who| who.officer);
        let owed = self.records.values().flat_map(|record| owed_on(record, &self.station));
        let mut due: Vec<DueLine> = owed.map(|due| DueLine { key: due_key(&due), due }).collect();
        due.retain(|line| match (view, &line.due.waits_for) {
            (DueView::All, _) => true,
            (DueView::Mine, WaitsFor::Officer(officer)) => Some(officer) == me.as_ref(),
            (DueView::Mine, _) => false,
        });
        due.sort_by_key(|line| line.due.urgency(self.now));
        due
    }

    fn board(&self) -> Board {
        let open: Vec<&Report> = self.reports().filter(|r| r.status.is_open()).collect();
        let mut due = self.due(DueView::All);
        let late = due.iter().filter(|line| line.due.rank(self.now) == Rank::Late).count() as u64;
        let rests = due.iter().filter(|line| line.due.rests()).count() as u64;
        let waiting = self.records.values().filter(|r| matches!(r, Record::Escalation(e) if e.waits()));
        let out =
            self.records.values().filter(|r| matches!(r, Record::Unit(u) if u.status != UnitStatus::Off));
        let counts = Counts {
            p1_open: open.iter().filter(|r| r.telling.priority == Some(Priority::P1)).count() as u64,
            overdue: late,
            due: due.len() as u64 - rests,
            put_off: rests,
            to_acknowledge: waiting.count() as u64,
            reports: open.len() as u64,
            disputes: self.disputes().filter(|d| d.status.is_unresolved()).count() as u64,
            units_out: out.count() as u64,
            files_refused: self.files_refused,
            ..Counts::default()
        };
        due.truncate(20);
        Board {
            counts,
            due,
            speeds: self.speeds(),
            online: self.online.clone(),
            trouble: self.trouble.clone(),
            latest_notice: self.notice.clone(),
        }
    }
}

/// A key that stays while the same thing is owed.
fn due_key(due: &Due) -> i64 {
    let id = due.about;
    let kind = Kind::ALL.iter().position(|kind| *kind == id.kind).unwrap_or(0) as i64;
    let rule = due.owed.rule.0.bytes().fold(7_i64, |sum, byte| (sum * 31 + i64::from(byte)) % 9973);
    ((kind * 1000 + i64::from(id.day.day())) * 100_000 + i64::from(id.number)) * 10_000 + rule
}

fn topic(subject: &Subject) -> Topic {
    match subject {
        Subject::Record(id) => match id.kind {
            Kind::Report | Kind::Person => Topic::Reports,
            Kind::Dispute => Topic::Disputes,
            Kind::Supervision | Kind::ZeroReport | Kind::Sweep => Topic::Orders,
            Kind::Escalation => Topic::Escalations,
            Kind::Handover => Topic::Handovers,
        },
        Subject::Unit(_) => Topic::Units,
        Subject::Setup(_) => Topic::Setup,
        Subject::Desk => Topic::Desk,
    }
}

/// Time passes on a night without a console.
pub fn pass(night: &mut Night, seconds: i64) {
    night.now += SignedDuration::from_secs(seconds);
}

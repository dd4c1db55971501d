//! Which facts give which notices, and to whom.

use super::{Notice, NoticeId, NoticeWhy};
use crate::domain::dispute::act::DisputeFact;
use crate::domain::due::{WaitsFor, owed_on};
use crate::domain::escalation::Escalation;
use crate::domain::fact::{DeadlineFact, DeskFact, EscalationFact, Fact, ReportFact, SupervisionFact};
use crate::domain::id::{Code, Kind, OfficerId, RecordId};
use crate::domain::moment::Stamp;
use crate::domain::officer::Role;
use crate::domain::place::Level;
use crate::domain::record::{OfKind, Record};
use crate::domain::report::{Priority, Report};
use crate::domain::rules::Target;
use crate::domain::supervision::Supervision;
use crate::domain::{Happened, Station, Subject};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A fact at the moment of its being recorded.
#[derive(Clone, Copy, Debug)]
pub struct Cause<'a> {
    /// Its place in the journal.
    pub seq: u64,
    /// Who and when.
    pub stamp: &'a Stamp,
    /// What happened.
    pub happened: &'a Happened,
}

/// The notices that a fact gives. `records` are those at hand, as the fact leaves them.
pub fn notices(cause: &Cause<'_>, records: &BTreeMap<Subject, Record>, station: &Station) -> Vec<Notice> {
    let giving = Giving { cause, records, station };
    let told = match &cause.happened.subject {
        Subject::Record(id) => giving.on_record(*id, &cause.happened.fact),
        Subject::Unit(_) | Subject::Setup(_) => None,
        Subject::Desk => giving.on_desk(&cause.happened.fact),
    };
    told.map(|told| giving.notice(told, 1)).into_iter().collect()
}

/// A notice before it has its number and what stands on the record.
struct Told {
    about: Option<RecordId>,
    why: NoticeWhy,
    to: Target,
    officers: Vec<OfficerId>,
}

struct Giving<'a> {
    cause: &'a Cause<'a>,
    records: &'a BTreeMap<Subject, Record>,
    station: &'a Station,
}

impl Giving<'_> {
    fn by_the_desk(&self) -> bool {
        self.cause.stamp.by.0 == "desk"
    }

    fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&Subject::Record(id))
    }

    fn get<T: OfKind>(&self, id: RecordId) -> Option<&T> {
        self.record(id).and_then(T::of)
    }

    fn report(&self, id: RecordId) -> Option<&Report> {
        self.get(id)
    }

    fn told(&self, about: RecordId, why: NoticeWhy, to: Target) -> Told {
        Told { about: Some(about), why, to, officers: self.officers(to, about) }
    }

    fn on_record(&self, about: RecordId, fact: &Fact) -> Option<Told> {
        if let Fact::Report(ReportFact::Escalated { escalation, to, reason }) = fact {
            return self.escalated(about, *escalation, *to, reason);
        }
        if let Fact::Dispute(fact) = fact {
            return self.in_dispute(about, fact);
        }
        if let Fact::Escalation(EscalationFact::Answered { .. }) = fact {
            return self.answered(about);
        }
        if let Fact::Supervision(fact) = fact {
            return self.supervised(about, fact);
        }
        if let Fact::Deadline(fact) = fact {
            return self.owed(about, fact);
        }
        None
    }

    fn in_dispute(&self, about: RecordId, fact: &DisputeFact) -> Option<Told> {
        if let DisputeFact::Escalated { escalation, to, reason } = fact {
            return self.escalated(about, *escalation, *to, reason);
        }
        let (why, to) = (NoticeWhy::MayTurnViolent, Target::ShiftLeader);
        fact.warns().then(|| Told { about: Some(about), why, to, officers: self.leaders() })
    }

    fn on_desk(&self, fact: &Fact) -> Option<Told> {
        let Fact::Desk(DeskFact::NoticeTested) = fact else { return None };
        let officers = vec![self.cause.stamp.by.clone()];
        Some(Told { about: None, why: NoticeWhy::DeskTest, to: Target::Handler, officers })
    }

    fn owed(&self, about: RecordId, fact: &DeadlineFact) -> Option<Told> {
        if let DeadlineFact::Told { rule, from, time, to, .. } = fact {
            let late_s = self.late_s(about, rule, *from);
            let why = NoticeWhy::Late { rule: rule.clone(), late_s, time: time.saturating_add(1) };
            return Some(self.told(about, why, *to));
        }
        let DeadlineFact::Returned { rule, .. } = fact else { return None };
        let why = NoticeWhy::Returned { rule: rule.clone() };
        self.by_the_desk().then(|| self.told(about, why, Target::Handler))
    }

    /// An escalation by a ladder gives none: the rung that raised it tells the same people of the same thing.
    fn escalated(&self, about: RecordId, escalation: RecordId, level: Level, reason: &Code) -> Option<Told> {
        if self.by_the_desk() && reason.0 == "overdue" {
            return None;
        }
        let why = NoticeWhy::Escalated { escalation, level, reason: reason.clone() };
        Some(Told { about: Some(about), why, to: target(level), officers: self.leaders() })
    }

    /// The answer goes back to the one who raised it; when that was the desk, to whoever has the report.
    fn answered(&self, escalation: RecordId) -> Option<Told> {
        let answered: &Escalation = self.get(escalation)?;
        let raised_by = &answered.raised.by;
        let officers = if raised_by.0 == "desk" {
            self.officers(Target::Handler, answered.on)
        } else {
            vec![raised_by.clone()]
        };
        let officers: Vec<OfficerId> = officers.into_iter().filter(|o| *o != self.cause.stamp.by).collect();
        let why = NoticeWhy::Answered { escalation };
        let told = Told { about: Some(answered.on), why, to: Target::Handler, officers };
        (!told.officers.is_empty()).then_some(told)
    }

    /// An order and its way back are for whoever must answer, the answer is for whoever issued it. Nobody is told of what
    /// they did themselves.
    fn supervised(&self, id: RecordId, fact: &SupervisionFact) -> Option<Told> {
        let order: &Supervision = self.get(id)?;
        let (why, officer) = match fact {
            SupervisionFact::Issued { due_at, .. } => {
                let why = NoticeWhy::Ordered { order: id, due_at: *due_at };
                (why, order.to.clone().or_else(|| self.handler(order.on)))
            }
            SupervisionFact::SentBack { due_at, .. } => {
                let why = NoticeWhy::SentBack { order: id, due_at: *due_at };
                (why, order.to.clone().or_else(|| answered_by(order)))
            }
            SupervisionFact::Answered { .. } => {
                (NoticeWhy::OrderAnswered { order: id }, Some(order.issued.by.clone()))
            }
            SupervisionFact::Withdrawn { .. } | SupervisionFact::Erased { .. } => return None,
        };
        if officer.as_ref() == Some(&self.cause.stamp.by) {
            return None;
        }
        let officers = officer.into_iter().collect();
        Some(Told { about: Some(order.on), why, to: Target::Handler, officers })
    }

    /// How many seconds something is late at the moment of the fact.
    fn late_s(&self, about: RecordId, rule: &Code, from: Timestamp) -> i64 {
        let owed = self.record(about).map(|record| owed_on(record, self.station)).unwrap_or_default();
        let due = owed.into_iter().find(|due| due.owed.rule == *rule && due.from == from);
        due.map_or(0, |due| self.cause.stamp.at.duration_since(due.owed.at).as_secs())
    }

    /// The officers that a target means at the station; nobody where it is somebody else.
    fn officers(&self, to: Target, about: RecordId) -> Vec<OfficerId> {
        match to {
            Target::Unit => Vec::new(),
            Target::Handler => self.handler(about).into_iter().collect(),
            Target::BeatOfficer => self.beat_officer(about).into_iter().collect(),
            Target::ShiftLeader => self.with_role(Role::ShiftLeader),
            Target::Supervisor => self.with_role(Role::Supervisor),
            Target::Town | Target::District => self.leaders(),
        }
    }

    /// The units that are on the report.
    fn units(&self, about: Option<RecordId>) -> Vec<Code> {
        let report = about.and_then(|id| self.report(id));
        report.map(|r| r.dispatches.iter().map(|d| d.unit.clone()).collect()).unwrap_or_default()
    }

    fn handler(&self, about: RecordId) -> Option<OfficerId> {
        let owed = self.record(about).map(|record| owed_on(record, self.station)).unwrap_or_default();
        let waits_for = owed.into_iter().find_map(|due| match due.waits_for {
            WaitsFor::Officer(officer) => Some(officer),
            WaitsFor::Desk
            | WaitsFor::Unit(_)
            | WaitsFor::Level(_)
            | WaitsFor::Post(_)
            | WaitsFor::Beat(_) => None,
        });
        waits_for.or_else(|| self.report(about)?.accepted.as_ref().map(|stamp| stamp.by.clone()))
    }

    fn beat_officer(&self, about: RecordId) -> Option<OfficerId> {
        let (_, _, beat) = self.standing(Some(about));
        let beat = beat?;
        self.station.beats().find(|place| place.code == beat).and_then(|place| place.officer.clone())
    }

    fn with_role(&self, role: Role) -> Vec<OfficerId> {
        self.station.officers().filter(|o| o.role == role).map(|o| o.number.clone()).collect()
    }

    /// The shift leaders and supervisors, but not the one who did it.
    fn leaders(&self) -> Vec<OfficerId> {
        let all = [self.with_role(Role::ShiftLeader), self.with_role(Role::Supervisor)].concat();
        all.into_iter().filter(|officer| *officer != self.cause.stamp.by).collect()
    }

    /// Priority, type and beat: those of the report, otherwise those that stand on the record of the fact itself.
    fn standing(&self, about: Option<RecordId>) -> (Option<Priority>, Option<Code>, Option<Code>) {
        if let Some(report) = about.and_then(|id| self.report(id)) {
            let telling = &report.telling;
            return (telling.priority, telling.incident_type.clone(), telling.beat.clone());
        }
        let about = about.and_then(|id| self.record(id)).and_then(Record::clocked);
        let record = about.or_else(|| self.records.get(&self.cause.happened.subject)?.clocked());
        record.map_or((None, None, None), |r| (r.priority(), None, r.beat().cloned()))
    }

    fn notice(&self, told: Told, n: u16) -> Notice {
        let (priority, incident_type, beat) = self.standing(told.about);
        // A dispute has no priority: how it ranks is no word for a telephone.
        let priority = priority.filter(|_| told.about.is_none_or(|about| about.kind != Kind::Dispute));
        let units = if told.to == Target::Unit { self.units(told.about) } else { Vec::new() };
        Notice {
            id: NoticeId { seq: self.cause.seq, n },
            at: self.cause.stamp.at,
            about: told.about,
            why: told.why,
            to: told.to,
            officers: told.officers,
            units,
            priority,
            incident_type,
            beat,
        }
    }
}

fn answered_by(order: &Supervision) -> Option<OfficerId> {
    order.replies.last().map(|reply| reply.stamp.by.clone())
}

fn target(level: Level) -> Target {
    match level {
        Level::Beat | Level::Community => Target::BeatOfficer,
        Level::Town => Target::Town,
        Level::District => Target::District,
    }
}

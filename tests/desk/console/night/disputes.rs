//! The disputes of a night: their rows and pages as the store gives them.

use super::Night;
use super::pages::key;
use dutydesk::domain::dispute::act::{DisputeAct, DisputeCommand};
use dutydesk::domain::dispute::said::{Finding, Matter, Party};
use dutydesk::domain::dispute::terms::{Category, PartyRole, Severity};
use dutydesk::domain::due::{owed, owed_first};
use dutydesk::domain::query::{DisputeDetail, DisputeFilter, DisputeView};
use dutydesk::domain::report::Priority;
use dutydesk::domain::row::DisputeRow;
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::{Command, Dispute, Private, Record, RecordId, Subject};

/// A dispute between two people, as it is entered.
pub fn finding(category: Category, severity: Severity, names: [&str; 2], narrative: &str) -> Finding {
    let roles = [PartyRole::Applicant, PartyRole::Respondent];
    let party = |(name, role): (&str, PartyRole)| Party {
        name: name.into(),
        role,
        phone: Private::default(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    };
    Finding {
        matter: Matter {
            narrative: narrative.into(),
            place: "Mill Lane 4".into(),
            category,
            severity,
            beat: Some("S3".into()),
        },
        parties: names.into_iter().zip(roles).map(party).collect(),
        violent: None,
        reports: Vec::new(),
        earlier: Vec::new(),
        sweep: None,
    }
}

impl Night {
    /// Enters a dispute; gives its number.
    pub fn find(&mut self, finding: Finding) -> RecordId {
        let receipt = self.act(Command::Dispute(DisputeCommand::Find(Box::new(finding)))).unwrap();
        receipt.id.unwrap()
    }

    /// Does something on a dispute.
    pub fn on_dispute(&mut self, id: RecordId, act: DisputeAct) {
        self.act(Command::Dispute(DisputeCommand::Act { id, act })).unwrap();
    }

    pub fn disputes(&self) -> impl DoubleEndedIterator<Item = &Dispute> {
        self.records.values().filter_map(|r| if let Record::Dispute(d) = r { Some(&**d) } else { None })
    }

    pub fn dispute(&self, id: RecordId) -> &Dispute {
        self.disputes().find(|dispute| dispute.id == id).expect("the dispute is there")
    }

    pub(super) fn dispute_rows(&self, filter: &DisputeFilter) -> Vec<DisputeRow> {
        let me = self.officer.clone().map(|who| who.officer);
        let in_view = |dispute: &&Dispute| match filter.view {
            DisputeView::Unresolved | DisputeView::ByDeadline => dispute.status.is_unresolved(),
            DisputeView::Mine => dispute.status.is_unresolved() && dispute.lead() == me.as_ref(),
            DisputeView::Violent => dispute.status.is_unresolved() && dispute.violent.is_some(),
            DisputeView::Major => dispute.status.is_unresolved() && dispute.is_major(),
            DisputeView::All => true,
        };
        let chosen = |dispute: &&Dispute| {
            let matter = &dispute.matter;
            filter.status.is_none_or(|status| dispute.status == status)
                && filter.category.is_none_or(|category| matter.category == category)
                && filter.beat.as_ref().is_none_or(|beat| matter.beat.as_ref() == Some(beat))
        };
        let found = |dispute: &&Dispute| {
            let told = [dispute.id.to_string(), dispute.names().0, dispute.matter.narrative.0.clone()];
            let short = format!("D-{:03}", dispute.id.number);
            let text = format!("{} {short}", told.join(" "));
            filter.find.split_whitespace().all(|word| text.contains(word))
        };
        let all = self.disputes().rev().filter(in_view).filter(chosen).filter(found);
        all.map(|dispute| self.dispute_row(dispute)).collect()
    }

    fn dispute_row(&self, dispute: &Dispute) -> DisputeRow {
        let waiting = self.escalations().filter(|e| e.on == dispute.id && e.waits()).count();
        let open = |status| status == SupervisionStatus::Open;
        let orders = self.supervisions().into_iter().map(|row| row.order);
        let orders = orders.filter(|o| o.on == dispute.id && open(o.status)).count();
        let owed = owed_first(dispute, &self.station).map(|due| due.owed);
        dispute.row(key(dispute.id), waiting as u32, orders as u32, owed)
    }

    pub(super) fn dispute_detail(&self, id: RecordId) -> Option<DisputeDetail> {
        let dispute = self.disputes().find(|dispute| dispute.id == id)?.clone();
        let about: Vec<RecordId> =
            dispute.escalations.iter().chain(&dispute.supervisions).copied().chain([id]).collect();
        let ours = |subject: &Subject| about.iter().any(|id| *subject == Subject::Record(*id));
        let orders = self.supervisions().into_iter().map(|row| row.order);
        Some(DisputeDetail {
            key: key(id),
            reports: dispute.reports.iter().map(|id| self.report_row(self.report(*id))).collect(),
            earlier: dispute.earlier.iter().map(|id| self.dispute_row(self.dispute(*id))).collect(),
            escalations: self.escalations().filter(|e| e.on == id).map(|e| self.escalation_row(e)).collect(),
            supervisions: orders.filter(|order| order.on == id).collect(),
            due: owed(&dispute, &self.station),
            timeline: self.journal.iter().filter(|entry| ours(&entry.subject)).cloned().collect(),
            dispute,
        })
    }

    /// How urgent a record is that was handed up, and where.
    pub(super) fn handed_up(&self, on: RecordId) -> (Option<Priority>, Private) {
        if let Some(dispute) = self.disputes().find(|dispute| dispute.id == on) {
            return (Some(dispute.ranks()), dispute.matter.place.clone());
        }
        let telling = &self.report(on).telling;
        (telling.priority, telling.place.clone())
    }
}

//! What happens to a dispute, one line each. Those who stand in it are told by number, but for the act that names them.

use super::Teller;
use crate::domain::dispute::act::{DisputeAct, DisputeFact};
use crate::domain::dispute::said::{
    Finding, FourFixed, MatterChange, Measures, Party, Planned, Promise, Sat, Terms,
};
use crate::domain::refusal::Field;
use crate::domain::setup::CodeList;
use crate::domain::{OfficerId, RecordId};
use jiff::Timestamp;

impl Teller<'_> {
    pub(super) fn dispute(&self, fact: &DisputeFact) -> String {
        match fact {
            DisputeFact::Found(finding) => self.dispute_found(finding),
            DisputeFact::Done(act) => self.dispute_act(act),
            DisputeFact::Allowed { allowance } => {
                self.words.with("fact-dispute-allowed", &[("amount", &self.words.money(*allowance))])
            }
            DisputeFact::Fulfilled => self.words.get("fact-dispute-fulfilled"),
            DisputeFact::Escalated { escalation, to, reason } => {
                let (escalation, target) = (escalation.to_string(), self.words.target(*to));
                let args = [("escalation", &*escalation), ("target", &*target)];
                let escalated = self.say("fact-dispute-escalated", &args);
                self.with(escalated, &[self.code(CodeList::EscalationReason, reason)])
            }
            DisputeFact::Supervised { order } => {
                self.say("fact-dispute-supervised", &[("order", &order.to_string())])
            }
            DisputeFact::Carried { handover } => {
                self.words.with("fact-dispute-carried", &[("handover", &handover.to_string())])
            }
            DisputeFact::Erased(left) => self.detailed("fact-dispute-erased", &[&left.reason]),
        }
    }

    fn dispute_act(&self, act: &DisputeAct) -> String {
        match act {
            DisputeAct::Accept { measure } => self.detailed("fact-dispute-accepted", &[measure]),
            DisputeAct::Assign(fixed) => self.assigned(fixed),
            DisputeAct::Amend(changes) => self.matter_amended(changes),
            DisputeAct::AddParty(party) => self.party("fact-dispute-party-added", None, party),
            DisputeAct::AmendParty { n, party } => self.party("fact-dispute-party-amended", Some(*n), party),
            DisputeAct::Plan(planned) => {
                let planned_for = self.say("fact-dispute-planned", &[("when", &self.moment(planned.at))]);
                self.with(planned_for, &[&planned.place])
            }
            DisputeAct::Sit(sat) => self.sat(sat),
            DisputeAct::Agree(terms) => self.agreed(terms),
            DisputeAct::Settle { obligation, state, note } => {
                let settled = self.say("fact-dispute-settled", &[("n", &obligation.to_string())]);
                self.with(settled, &[&self.words.name(*state), note])
            }
            DisputeAct::Reopen { reason, note } => {
                self.detailed("fact-dispute-reopened", &[&self.words.name(*reason), note])
            }
            DisputeAct::SeekConfirmation { court, parties } => {
                let parties = self.words.parties(parties);
                let sought = self.say("fact-dispute-confirmation-sought", &[("parties", &parties)]);
                self.with(sought, &[court])
            }
            DisputeAct::DecideConfirmation { outcome, note } => {
                self.detailed("fact-dispute-confirmation-decided", &[&self.words.name(*outcome), note])
            }
            DisputeAct::LeaveConfirmation { reason } => {
                self.detailed("fact-dispute-confirmation-left", &[reason])
            }
            DisputeAct::FollowUp(asking) => {
                let asked = self.say("fact-dispute-followed-up", &[("by", &self.words.name(asking.by))]);
                self.with(asked, &[&self.words.name(asking.outcome), &asking.text])
            }
            DisputeAct::Close { note } => self.detailed("fact-dispute-closed", &[note]),
            DisputeAct::Fail { path, reason, note } => {
                let failed = self.say("fact-dispute-failed", &[("path", &self.words.name(*path))]);
                self.with(failed, &[&self.words.name(*reason), note])
            }
            DisputeAct::Withdraw { reason, note } => {
                self.detailed("fact-dispute-withdrawn", &[&self.words.name(*reason), note])
            }
            DisputeAct::Extend { days, reason, parties } => {
                let days = self.words.count("span-days", u64::from(*days));
                let args = [("days", days.as_str()), ("parties", &self.words.parties(parties))];
                self.with(self.say("fact-dispute-extended", &args), &[reason])
            }
            DisputeAct::MarkViolent { reason } => self.detailed("fact-dispute-marked-violent", &[reason]),
            DisputeAct::Calm { reason } => self.detailed("fact-dispute-calmed", &[reason]),
            DisputeAct::Contact { text } => self.detailed("fact-dispute-contacted", &[text]),
            DisputeAct::Link { to } => self.say("fact-dispute-linked", &[("to", &to.to_string())]),
            DisputeAct::Involve(involved) => {
                let role = self.words.name(involved.role);
                self.with(self.say("fact-dispute-involved", &[("role", &role)]), &[&involved.name])
            }
            DisputeAct::DrawUp(measures) => self.package(measures),
            DisputeAct::Conclude { result } => self.detailed("fact-dispute-package-concluded", &[result]),
            DisputeAct::Note { text } => self.detailed("fact-dispute-noted", &[text]),
            DisputeAct::Erase { reason } => self.detailed("fact-dispute-erased", &[reason]),
        }
    }

    fn moment(&self, at: Timestamp) -> String {
        self.words.moment(at, &self.station.zone())
    }

    fn officer(&self, officer: &OfficerId) -> String {
        self.words.officer(officer, self.station)
    }

    /// A detail with one variable; nothing when there is nothing to say.
    fn detail(&self, id: &str, name: &str, value: &str) -> String {
        if value.is_empty() { String::new() } else { self.words.with(id, &[(name, value)]) }
    }

    fn records(&self, id: &str, records: &[RecordId]) -> String {
        let ids: Vec<String> = records.iter().map(ToString::to_string).collect();
        self.detail(id, "ids", &self.words.join(&ids))
    }

    fn dispute_found(&self, finding: &Finding) -> String {
        let matter = &finding.matter;
        let (category, severity) = (self.words.name(matter.category), self.words.name(matter.severity));
        let found = self.say("fact-dispute-found", &[("category", &category), ("severity", &severity)]);
        let parties = u64::try_from(finding.parties.len()).unwrap_or(u64::MAX);
        let violent = finding
            .violent
            .as_ref()
            .map(|reason| self.words.with("fact-dispute-found-violent", &[("reason", reason)]));
        let sweep = finding.sweep.map(|sweep| sweep.to_string()).unwrap_or_default();
        let details = [
            matter.narrative.0.clone(),
            self.words.count("fact-dispute-found-parties", parties),
            violent.unwrap_or_default(),
            self.records("fact-dispute-found-reports", &finding.reports),
            self.records("fact-dispute-found-earlier", &finding.earlier),
            self.detail("fact-dispute-found-sweep", "sweep", &sweep),
        ];
        self.with(found, &details.each_ref().map(String::as_str))
    }

    fn assigned(&self, fixed: &FourFixed) -> String {
        let (lead, answers) = (self.officer(&fixed.lead), self.officer(&fixed.answers));
        let assigned = self.say("fact-dispute-assigned", &[("lead", &lead), ("answers", &answers)]);
        let by = fixed.deadline.map(|at| self.moment(at)).unwrap_or_default();
        let deadline = self.detail("fact-dispute-assigned-deadline", "by", &by);
        self.with(assigned, &[&fixed.measure, &deadline])
    }

    /// The fields that a correction changes, with the new value where it is a code.
    fn matter_amended(&self, changes: &MatterChange) -> String {
        let texts = [
            changes.narrative.as_ref().map(|_| self.words.get("fact-dispute-amended-narrative")),
            changes.place.as_ref().map(|_| self.words.field(Field::Place)),
        ];
        let texts = texts.into_iter().flatten();
        let coded = [
            changes.category.map(|c| ("fact-dispute-amended-category", self.words.name(c))),
            changes.severity.map(|s| ("fact-dispute-amended-severity", self.words.name(s))),
        ];
        let coded = coded.into_iter().flatten().map(|(id, value)| self.detail(id, "value", &value));
        let beat = changes.beat.as_ref().map(|beat| {
            let (field, value) = (self.words.field(Field::Beat), self.words.beat(Some(beat), self.station));
            self.words.with("fact-report-amended-value", &[("field", &field), ("value", &value)])
        });
        let changed: Vec<String> = texts.chain(coded).chain(beat).collect();
        self.detailed("fact-dispute-amended", &[&self.words.join(&changed)])
    }

    fn party(&self, id: &str, n: Option<u16>, party: &Party) -> String {
        let (role, n) = (self.words.name(party.role), n.map(|n| n.to_string()).unwrap_or_default());
        let representative = party.represented_by.as_ref().map_or("", |by| by.name.as_str());
        let officer = party.officer.as_ref().map(|officer| self.officer(officer)).unwrap_or_default();
        let namesake = party.namesake.then(|| self.words.get("fact-dispute-party-namesake"));
        let details = [
            self.detail("fact-dispute-party-represented", "name", representative),
            self.detail("fact-dispute-party-officer", "officer", &officer),
            namesake.unwrap_or_default(),
        ];
        let [represented, officer, namesake] = details.each_ref().map(String::as_str);
        let entered = self.say(id, &[("role", &role), ("n", &n)]);
        self.with(entered, &[&party.name, represented, officer, namesake])
    }

    fn sat(&self, sat: &Sat) -> String {
        let officers = sat.mediators.iter().map(|officer| self.officer(officer));
        let mediators: Vec<String> = officers.chain(sat.others.iter().map(|name| name.0.clone())).collect();
        let next = sat.next.as_ref().map(|next| self.next_sitting(next)).unwrap_or_default();
        let details = [
            sat.place.0.clone(),
            self.detail("fact-dispute-sat-mediators", "mediators", &self.words.join(&mediators)),
            self.detail("fact-dispute-sat-came", "parties", &self.words.parties(&sat.came)),
            sat.said.0.clone(),
            next,
        ];
        let held = self.say("fact-dispute-sat", &[("when", &self.moment(sat.at))]);
        self.with(held, &details.each_ref().map(String::as_str))
    }

    fn next_sitting(&self, next: &Planned) -> String {
        let when = self.detail("fact-dispute-sat-next", "when", &self.moment(next.at));
        if next.place.is_empty() { when } else { self.words.join(&[when.as_str(), &next.place]) }
    }

    fn agreed(&self, terms: &Terms) -> String {
        let (form, parties) = (self.words.name(terms.form), self.words.parties(&terms.assents));
        let agreed = self.say("fact-dispute-agreed", &[("form", &form), ("parties", &parties)]);
        let promises: Vec<String> = terms.promises.iter().map(|promise| self.promise(promise)).collect();
        let mut details = vec![terms.text.as_str()];
        details.extend(promises.iter().map(String::as_str));
        self.with(agreed, &details)
    }

    fn promise(&self, promise: &Promise) -> String {
        let by = match promise.due {
            Some(due) => self.detail("fact-dispute-promise-by", "when", &self.moment(due)),
            None => self.words.get("fact-dispute-promise-now"),
        };
        let n = promise.by.to_string();
        let args = [("n", n.as_str()), ("by", by.as_str()), ("what", promise.what.as_str())];
        match promise.amount {
            Some(amount) => {
                let amount = self.words.money(amount);
                let all = [args.as_slice(), &[("amount", amount.as_str())]].concat();
                self.words.with("fact-dispute-promise-amount", &all)
            }
            None => self.words.with("fact-dispute-promise", &args),
        }
    }

    fn package(&self, measures: &Measures) -> String {
        let (responsible, by) = (self.officer(&measures.responsible), self.moment(measures.by));
        let args = [("responsible", responsible.as_str()), ("by", by.as_str())];
        self.with(self.say("fact-dispute-package-drawn-up", &args), &[&measures.measures])
    }
}

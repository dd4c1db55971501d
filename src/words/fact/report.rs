//! What happens to a report, one line each.

use super::{Teller, corrected};
use crate::domain::Code;
use crate::domain::fact::ReportFact;
use crate::domain::setup::CodeList;

impl Teller<'_> {
    pub(super) fn report(&self, fact: &ReportFact) -> String {
        match fact {
            ReportFact::Received(told) => {
                let source = self.words.source(told.source);
                let entered = self.say("fact-report-received", &[("source", &source)]);
                self.with(entered, &[&told.telling.narrative])
            }
            ReportFact::Resent => self.say("fact-report-resent", &[]),
            ReportFact::Accepted => self.say("fact-report-accepted", &[]),
            ReportFact::Dispatched { unit } => self.of_unit("fact-report-dispatched", unit),
            ReportFact::Arrived { unit } => self.of_unit("fact-report-arrived", unit),
            ReportFact::Resolved { result, disposition } => {
                let outcome = disposition.as_ref().map(|d| self.code(CodeList::Disposition, d));
                self.detailed("fact-report-resolved", &[outcome.unwrap_or_default(), result])
            }
            ReportFact::Verified => self.say("fact-report-verified", &[]),
            ReportFact::Closed { disposition, answer } => self.closed(disposition, answer),
            ReportFact::Transferred { to, reason } => {
                let transferred = self.say("fact-report-transferred", &[("to", to)]);
                self.with(transferred, &[self.code(CodeList::TransferReason, reason)])
            }
            ReportFact::MarkedDuplicate { of } => {
                self.say("fact-report-marked-duplicate", &[("of", &of.to_string())])
            }
            ReportFact::Cancelled { reason } => {
                self.reasoned("fact-report-cancelled", CodeList::CancelReason, reason)
            }
            ReportFact::MarkedUnfounded { reason } => {
                self.reasoned("fact-report-marked-unfounded", CodeList::UnfoundedReason, reason)
            }
            ReportFact::Reopened { reason } => {
                self.reasoned("fact-report-reopened", CodeList::ReopenReason, reason)
            }
            ReportFact::Noted { text } => self.detailed("fact-report-noted", &[text]),
            ReportFact::Amended(changes) => {
                self.detailed("fact-report-amended", &[&self.words.join(&corrected(self, changes))])
            }
            ReportFact::TakenOver { reason } => self.detailed("fact-report-taken-over", &[reason]),
            ReportFact::Supervised { order } => {
                self.say("fact-report-supervised", &[("order", &order.to_string())])
            }
            ReportFact::Carried { handover } => {
                self.words.with("fact-report-carried", &[("handover", &handover.to_string())])
            }
            ReportFact::Undone { step } => self.detailed("fact-report-undone", &[&self.words.step(*step)]),
            ReportFact::Escalated { escalation, to, reason } => {
                let (escalation, target) = (escalation.to_string(), self.words.target(*to));
                let args = [("escalation", &*escalation), ("target", &*target)];
                let escalated = self.say("fact-report-escalated", &args);
                self.with(escalated, &[self.code(CodeList::EscalationReason, reason)])
            }
            ReportFact::Repeated(repeat) => self.words.repeated(repeat),
            ReportFact::Proposed { calls, dispute } => self.words.proposed(calls, *dispute),
            ReportFact::ProposalDeclined { reason } => {
                self.detailed("fact-report-proposal-declined", &[reason])
            }
            ReportFact::Linked { dispute } => {
                self.say("fact-report-linked", &[("dispute", &dispute.to_string())])
            }
            ReportFact::Erased(figures) => self.detailed("fact-report-erased", &[&figures.reason]),
        }
    }

    fn of_unit(&self, id: &str, unit: &Code) -> String {
        self.say(id, &[("unit", self.unit_name(unit))])
    }

    fn reasoned(&self, id: &str, list: CodeList, reason: &Code) -> String {
        self.detailed(id, &[self.code(list, reason)])
    }

    fn closed(&self, disposition: &Code, answer: &Code) -> String {
        let answer = self.code(CodeList::Answer, answer);
        let answered = self.say("fact-report-answered", &[("answer", answer)]);
        self.detailed("fact-report-closed", &[self.code(CodeList::Disposition, disposition), &answered])
    }
}

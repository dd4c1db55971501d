//! Why a rule on disputes said no. Those who stand in one are named by number only.

use super::Refuser;
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::{DisputeStatus, DisputeStep};
use crate::domain::{RecordId, Stamp};

impl Refuser<'_> {
    pub(super) fn dispute(&self, refusal: &DisputeRefusal) -> String {
        use DisputeRefusal as No;
        match refusal {
            No::WrongStep { id, status, step } => self.wrong_dispute_step(*id, *status, *step),
            No::AlreadyAccepted { id, by } => self.stamped("refusal-dispute-already-accepted", *id, by),
            No::NeedsParties => self.words.get("refusal-dispute-needs-parties"),
            No::NoSuchParty { n } => self.numbered("refusal-dispute-no-such-party", *n),
            No::NeedsAssent { id, step, missing } => self.needs_assent(*id, *step, missing),
            No::IsParty { id, officer } => {
                let (id, officer) = (id.to_string(), self.words.officer(officer, self.station));
                self.with("refusal-dispute-is-party", &[("id", &id), ("officer", &officer)])
            }
            No::NobodyCame => self.words.get("refusal-dispute-nobody-came"),
            No::NobodyMediated => self.words.get("refusal-dispute-nobody-mediated"),
            No::EmptyAgreement => self.words.get("refusal-dispute-empty-agreement"),
            No::NoSuchObligation { n } => self.numbered("refusal-dispute-no-such-obligation", *n),
            No::ObligationSettled { n, by } => self.obligation_settled(*n, by),
            No::ObligationReplaced { n } => self.numbered("refusal-dispute-obligation-replaced", *n),
            No::NeedsFollowUp { id } => self.on("refusal-dispute-needs-follow-up", *id),
            No::NotSettled { id } => self.on("refusal-dispute-not-settled", *id),
            No::NeedsSupervisor { id } => self.on("refusal-dispute-needs-supervisor", *id),
            No::NeedsPackage { id, drawn_up: false } => self.on("refusal-dispute-needs-package", *id),
            No::NeedsPackage { id, drawn_up: true } => self.on("refusal-dispute-needs-result", *id),
            No::NeedsWriting { id } => self.on("refusal-dispute-needs-writing", *id),
            No::WindowOver { id, ended } => {
                let (id, when) = (id.to_string(), self.day_and_time(*ended));
                self.with("refusal-dispute-window-over", &[("id", &id), ("when", &when)])
            }
            No::ConfirmationSettled { id, by } => {
                self.stamped("refusal-dispute-confirmation-settled", *id, by)
            }
            No::NotSought { id } => self.on("refusal-dispute-not-sought", *id),
            No::CourtWaits { id } => self.on("refusal-dispute-court-waits", *id),
            No::ExtendOnDispute { id } => self.on("refusal-dispute-extend-on-dispute", *id),
            No::AlreadyViolent { id, by } => self.stamped("refusal-dispute-already-violent", *id, by),
            No::StillViolent { id } => self.on("refusal-dispute-still-violent", *id),
            No::NotViolent { id } => self.on("refusal-dispute-not-violent", *id),
            No::AlreadyLinked { id, to } => {
                let (id, to) = (id.to_string(), to.to_string());
                self.with("refusal-dispute-already-linked", &[("id", &id), ("to", &to)])
            }
            No::CannotLink { to } => self.with("refusal-dispute-cannot-link", &[("to", &to.to_string())]),
            No::NoPackage { id } => self.on("refusal-dispute-no-package", *id),
            No::PackageConcluded { id, by } => self.stamped("refusal-dispute-package-concluded", *id, by),
            No::TimePast => self.words.get("refusal-dispute-time-past"),
            No::TimeAhead => self.words.get("refusal-dispute-time-ahead"),
            No::TooMany { most } => self.with("refusal-dispute-too-many", &[("most", &most.to_string())]),
            No::CannotMediate { officer } => {
                let officer = self.words.officer(officer, self.station);
                self.with("refusal-dispute-cannot-mediate", &[("officer", &officer)])
            }
        }
    }

    fn wrong_dispute_step(&self, id: RecordId, status: DisputeStatus, step: DisputeStep) -> String {
        let still_open = step == DisputeStep::Reopen && status.is_unresolved();
        let next = if still_open { "still-open" } else { status.code() };
        let cannot = self.on(&format!("dispute-cannot-{}", step.code()), id);
        let next = self.words.get(&format!("dispute-next-{next}"));
        let args = [("cannot", &*cannot), ("status", &self.words.name(status)), ("next", &next)];
        self.with("refusal-dispute-wrong-step", &args)
    }

    fn needs_assent(&self, id: RecordId, step: DisputeStep, missing: &[u16]) -> String {
        let (id, missing) = (id.to_string(), self.words.parties(missing));
        let args = [("id", id.as_str()), ("missing", missing.as_str())];
        let to_what = [
            (DisputeStep::Agree, "refusal-dispute-needs-assent-agree"),
            (DisputeStep::Extend, "refusal-dispute-needs-assent-extend"),
            (DisputeStep::SeekConfirmation, "refusal-dispute-needs-assent-confirmation"),
        ];
        let named = to_what.iter().find(|(asked, _)| *asked == step);
        self.with(named.map_or("refusal-dispute-needs-assent", |(_, sentence)| sentence), &args)
    }

    fn numbered(&self, id: &str, n: u16) -> String {
        self.with(id, &[("n", &n.to_string())])
    }

    fn obligation_settled(&self, n: u16, by: &Stamp) -> String {
        let who = self.words.officer(&by.by, self.station);
        let args = [("n", &*n.to_string()), ("who", &who), ("when", &self.when(by))];
        self.with("refusal-dispute-obligation-settled", &args)
    }
}

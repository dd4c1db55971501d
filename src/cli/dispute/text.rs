//! A dispute as people read it at a shell: what it is, who stands in it, what is owed, what was agreed and kept, and
//! what happened; every line at most as wide as the terminal.

use crate::cli::context::Call;
use crate::cli::print::terminal_columns;
use crate::domain::dispute::said::{Party, Planned};
use crate::domain::dispute::terms::{DisputeReopenReason, FailReason, WithdrawReason};
use crate::domain::dispute::{Agreement, Confirmation, Dispute, DisputeStatus, Ending, Obligation, Sitting};
use crate::domain::query::DisputeDetail;
use crate::domain::{Code, OfficerId, Stamp, Subject};
use crate::words::text::{one_line, safe_lines, wrap};
use jiff::{SignedDuration, Timestamp};

/// How wide lines are made where no terminal says.
const COLUMNS: usize = 80;
/// How far what belongs to a line stands in.
const INDENT: usize = 4;

/// Those who stand in it, by number.
pub(super) fn parties(call: &Call<'_>, dispute: &Dispute) -> Vec<String> {
    let page = Page::of(call);
    let numbered = (1u16..).zip(&dispute.parties);
    numbered.flat_map(|(n, party)| page.party(n, party)).collect()
}

/// All of it.
pub(super) fn whole(call: &Call<'_>, detail: &DisputeDetail) -> String {
    let (page, dispute) = (Page::of(call), &detail.dispute);
    let mut parts = vec![page.head(dispute)];
    if dispute.status != DisputeStatus::Erased {
        parts.push(parties(call, dispute));
        parts.push(page.wrapped(&dispute.matter.narrative, 0));
    }
    parts.push(page.owed(detail));
    parts.push(page.sittings(dispute));
    let agreements = (1u16..).zip(&dispute.agreements);
    parts.extend(agreements.map(|(n, agreement)| page.agreement(dispute, n, agreement)));
    parts.push(page.afterwards(dispute));
    parts.push(page.major(dispute));
    parts.push(page.links(detail));
    parts.push(page.timeline(detail));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(|part| part.join("\n")).collect::<Vec<_>>().join("\n\n")
}

/// What every line needs.
struct Page<'a> {
    call: &'a Call<'a>,
    columns: usize,
}

impl Page<'_> {
    fn of<'a>(call: &'a Call<'a>) -> Page<'a> {
        Page { call, columns: terminal_columns().unwrap_or(COLUMNS).max(INDENT * 4) }
    }

    /// A text in lines, so far in.
    fn wrapped(&self, text: &str, indent: usize) -> Vec<String> {
        let safe = safe_lines(text.trim_end());
        let lines = safe.lines().flat_map(|line| wrap(line, self.columns - indent));
        lines.map(|line| format!("{:indent$}{line}", "")).collect()
    }

    /// A line whose further lines stand in.
    fn line(&self, text: &str) -> Vec<String> {
        let mut lines = wrap(&one_line(text), self.columns - INDENT).into_iter();
        let first = lines.next().unwrap_or_default().to_string();
        std::iter::once(first).chain(lines.map(|line| format!("{:INDENT$}{line}", ""))).collect()
    }

    /// `Head: text`; nothing where there is no text.
    fn field(&self, id: &str, text: &str) -> Vec<String> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        self.line(
            &self
                .call
                .words()
                .with("cli-dispute-field", &[("head", &self.call.words().get(id)), ("text", text)]),
        )
    }

    fn moment(&self, at: Timestamp) -> String {
        self.call.words().moment(at, &self.call.station.zone())
    }

    /// The last day that counts whole before an instant.
    fn last_day(&self, end: Timestamp) -> String {
        let last = end.checked_sub(SignedDuration::from_secs(1)).unwrap_or(end);
        self.call.words().date(self.call.station.zone().to_datetime(last).date())
    }

    fn officer(&self, officer: &OfficerId) -> String {
        self.call.words().officer(officer, &self.call.station)
    }

    fn stamped(&self, stamp: &Stamp) -> String {
        format!("{}  {}", self.moment(stamp.at), self.officer(&stamp.by))
    }

    /// What there is of several things, one after another.
    fn join(&self, parts: Vec<String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        parts.join(&self.call.words().get("fact-between"))
    }

    fn head(&self, dispute: &Dispute) -> Vec<String> {
        let (words, station, matter) = (self.call.words(), &self.call.station, &dispute.matter);
        let kind = words.join(&[words.name(matter.category), words.name(matter.severity)]);
        let mut lines = vec![format!("{}  {}  {kind}", dispute.id, words.name(dispute.status))];
        if let Some(marked) = &dispute.violent {
            let why = words.with("cli-dispute-violent", &[("reason", &marked.text)]);
            lines.extend(self.line(&format!("! {why}")));
        }
        lines.extend(self.field("field-beat", &words.beat(matter.beat.as_ref(), station)));
        lines.extend(self.field("field-place", &matter.place));
        lines.extend(self.field("cli-dispute-found", &self.stamped(&dispute.found)));
        let accepted = dispute.accepted.as_ref().map(|stamp| self.stamped(stamp)).unwrap_or_default();
        lines.extend(self.field("cli-dispute-accepted", &accepted));
        if let Some(fixed) = dispute.fixed.as_ref().filter(|_| dispute.status != DisputeStatus::Erased) {
            lines.extend(self.field("cli-dispute-lead", &self.officer(&fixed.lead)));
            lines.extend(self.field("cli-dispute-measure", &fixed.measure));
            let deadline = fixed.deadline.map(|at| self.moment(at)).unwrap_or_default();
            lines.extend(self.field("cli-dispute-deadline", &deadline));
            lines.extend(self.field("cli-dispute-answers", &self.officer(&fixed.answers)));
        }
        lines
    }

    fn party(&self, n: u16, party: &Party) -> Vec<String> {
        let words = self.call.words();
        let told = self.join(vec![
            words.name(party.role),
            party.phone.0.clone(),
            party.address.0.clone(),
            party.officer.as_ref().map(|officer| self.officer(officer)).unwrap_or_default(),
        ]);
        let told = words.with("cli-dispute-party", &[("name", &party.name), ("told", &told)]);
        let mut lines = self.line(&format!("{n:>3} {told}"));
        if let Some(speaks) = &party.represented_by {
            let told =
                self.join(vec![speaks.name.0.clone(), speaks.capacity.0.clone(), speaks.phone.0.clone()]);
            lines.extend(self.wrapped(&words.with("cli-dispute-represented", &[("name", &told)]), INDENT));
        }
        lines
    }

    fn owed(&self, detail: &DisputeDetail) -> Vec<String> {
        let (words, now) = (self.call.words(), self.call.now());
        let owed = detail.due.iter().flat_map(|due| {
            let when = words.clock(due.owed.at, &self.call.station.zone(), now);
            let light = format!("{} {when}", words.light(due.light(now)));
            let why = words.why_due(due, &self.call.station);
            self.line(&words.with("cli-dispute-field", &[("head", &light), ("text", &why)]))
        });
        owed.collect()
    }

    fn sittings(&self, dispute: &Dispute) -> Vec<String> {
        let mut lines: Vec<String> =
            (1u16..).zip(&dispute.sittings).flat_map(|(n, sitting)| self.sitting(n, sitting)).collect();
        if let Some((_, planned)) = &dispute.planned {
            lines.extend(self.field("cli-dispute-next", &self.planned(planned)));
        }
        lines
    }

    fn planned(&self, planned: &Planned) -> String {
        self.join(vec![self.moment(planned.at), planned.place.0.clone()])
    }

    fn sitting(&self, n: u16, sitting: &Sitting) -> Vec<String> {
        let (words, sat) = (self.call.words(), &sitting.sat);
        let mediators = sat.mediators.iter().map(|officer| self.officer(officer));
        let mediators: Vec<String> = mediators.chain(sat.others.iter().map(|name| name.0.clone())).collect();
        let told = words.with(
            "cli-dispute-sitting",
            &[
                ("n", &n.to_string()),
                ("when", &self.join(vec![self.moment(sat.at), sat.place.0.clone()])),
                ("mediators", &words.join(&mediators)),
                ("parties", &words.parties(&sat.came)),
            ],
        );
        [self.line(&told), self.wrapped(&sat.said, INDENT)].concat()
    }

    fn agreement(&self, dispute: &Dispute, n: u16, agreement: &Agreement) -> Vec<String> {
        let words = self.call.words();
        let told = words.with(
            "cli-dispute-agreement",
            &[
                ("n", &n.to_string()),
                ("when", &self.stamped(&agreement.stamp)),
                ("form", &words.name(agreement.form)),
                ("parties", &words.parties(&agreement.assents)),
            ],
        );
        let mut lines = [self.line(&told), self.wrapped(&agreement.text, INDENT)].concat();
        lines.extend(agreement.obligations.iter().flat_map(|one| self.obligation(one)));
        lines.extend(agreement.confirmation.iter().flat_map(|one| self.confirmation(one)));
        let stands = usize::from(n) == dispute.agreements.len();
        let asks = stands && agreement.confirmation.is_none() && dispute.status == DisputeStatus::Agreed;
        let window = super::window_end(self.call, dispute).filter(|_| asks);
        let window = window.map(|end| self.last_day(end)).unwrap_or_default();
        lines.extend(self.field("cli-dispute-confirmation-until", &window));
        lines
    }

    fn obligation(&self, obligation: &Obligation) -> Vec<String> {
        let (words, promise) = (self.call.words(), &obligation.promise);
        let told = self.join(vec![
            promise.what.0.clone(),
            promise.amount.map(|amount| words.money(amount)).unwrap_or_default(),
            promise
                .due
                .map(|due| words.with("cli-dispute-by", &[("when", &self.moment(due))]))
                .unwrap_or_default(),
        ]);
        let (n, state, by) = (obligation.n, words.name(obligation.state), words.parties(&[promise.by]));
        let told = words.with("cli-dispute-field", &[("head", &by), ("text", &told)]);
        let mut lines = self.line(&format!("{n:>3} {state}  {told}"));
        if let Some(settled) = &obligation.settled {
            let said = format!("{}  {}", self.stamped(&settled.stamp), settled.text.as_str());
            lines.extend(self.wrapped(&said, INDENT));
        }
        lines
    }

    fn confirmation(&self, confirmation: &Confirmation) -> Vec<String> {
        let words = self.call.words();
        let (state, said, stamp) = match confirmation {
            Confirmation::Sought { court, stamp } => (words.get("cli-dispute-sought"), vec![court], stamp),
            Confirmation::Decided { court, outcome, note, stamp } => {
                (words.name(*outcome), vec![court, note], stamp)
            }
            Confirmation::Left { reason, stamp } => (words.get("cli-dispute-left"), vec![reason], stamp),
        };
        let said = said.into_iter().map(|text| text.0.clone());
        let told = self.join(std::iter::once(state).chain(said).chain([self.stamped(stamp)]).collect());
        self.field("cli-dispute-confirmation", &told)
    }

    /// What came after the agreement: fulfilled, asked, opened again, ended.
    fn afterwards(&self, dispute: &Dispute) -> Vec<String> {
        let words = self.call.words();
        let mut lines = Vec::new();
        for again in &dispute.reopened {
            let why = DisputeReopenReason::from_code(&again.reason.0).map(|reason| words.name(reason));
            let told =
                self.join(vec![self.stamped(&again.stamp), why.unwrap_or_default(), again.note.0.clone()]);
            lines.extend(self.field("cli-dispute-reopened", &told));
        }
        let fulfilled = dispute.fulfilled.as_ref().map(|stamp| self.stamped(stamp)).unwrap_or_default();
        lines.extend(self.field("cli-dispute-fulfilled", &fulfilled));
        for follow_up in &dispute.follow_ups {
            let asking = &follow_up.asking;
            let (by, outcome) = (words.name(asking.by), words.name(asking.outcome));
            let told = self.join(vec![self.stamped(&follow_up.stamp), by, outcome, asking.text.0.clone()]);
            lines.extend(self.field("cli-dispute-followed", &told));
        }
        lines.extend(dispute.ending.iter().flat_map(|ending| self.ending(ending)));
        lines
    }

    fn ending(&self, ending: &Ending) -> Vec<String> {
        let words = self.call.words();
        let named = |code: &Code| match FailReason::from_code(&code.0).filter(|_| ending.path.is_some()) {
            Some(reason) => words.name(reason),
            None => WithdrawReason::from_code(&code.0).map(|reason| words.name(reason)).unwrap_or_default(),
        };
        let told = self.join(vec![
            words.name(ending.status),
            self.stamped(&ending.stamp),
            ending.path.map(|path| words.name(path)).unwrap_or_default(),
            ending.reason.as_ref().map(named).unwrap_or_default(),
            ending.note.0.clone(),
        ]);
        let allowance = ending.allowance.map(|amount| words.money(amount)).unwrap_or_default();
        [self.field("cli-dispute-ended", &told), self.field("cli-dispute-allowance", &allowance)].concat()
    }

    /// What a grave dispute has besides: contacts, others who take part, its package, and more time.
    fn major(&self, dispute: &Dispute) -> Vec<String> {
        let words = self.call.words();
        let mut lines = Vec::new();
        for contact in &dispute.contacts {
            let told = self.join(vec![self.stamped(&contact.stamp), contact.text.0.clone()]);
            lines.extend(self.field("cli-dispute-contact", &told));
        }
        for involved in &dispute.involved {
            let told = self.join(vec![words.name(involved.role), involved.name.0.clone()]);
            lines.extend(self.field("cli-dispute-involved", &told));
        }
        for consent in &dispute.consents {
            let days = words.count("span-days", u64::from(consent.days));
            let told = self.join(vec![self.stamped(&consent.stamp), days, words.parties(&consent.parties)]);
            lines.extend(self.field("cli-dispute-extended", &told));
        }
        if let Some(package) = &dispute.package {
            let laid = &package.measures;
            let by = words.with("cli-dispute-by", &[("when", &self.moment(laid.by))]);
            let told = self.join(vec![laid.measures.0.clone(), self.officer(&laid.responsible), by]);
            lines.extend(self.field("cli-dispute-package", &told));
            let result = package.result.as_ref();
            let result = result.map(|one| self.join(vec![one.text.0.clone(), self.stamped(&one.stamp)]));
            lines.extend(self.field("cli-dispute-result", &result.unwrap_or_default()));
        }
        lines
    }

    fn links(&self, detail: &DisputeDetail) -> Vec<String> {
        let words = self.call.words();
        let mut lines = Vec::new();
        for report in &detail.reports {
            let status = words.status(report.status);
            lines.extend(self.line(&format!("{}  {status}  {}", report.id, report.gist.as_str())));
        }
        for earlier in &detail.earlier {
            let status = words.name(earlier.status);
            lines.extend(self.line(&format!("{}  {status}  {}", earlier.id, earlier.gist.as_str())));
        }
        for order in &detail.supervisions {
            let status = words.supervision_status(order.status);
            lines.extend(self.line(&format!("{}  {status}  {}", order.id, order.text.as_str())));
        }
        lines
    }

    fn timeline(&self, detail: &DisputeDetail) -> Vec<String> {
        let (words, station) = (self.call.words(), &self.call.station);
        let lines = detail.timeline.iter().flat_map(|entry| {
            let fact = words.fact(entry, station);
            let fact = match &entry.subject {
                Subject::Record(about) if *about != detail.dispute.id => {
                    words.with("ui-about-record", &[("id", &about.to_string()), ("fact", &fact)])
                }
                Subject::Record(_) | Subject::Unit(_) | Subject::Setup(_) | Subject::Desk => fact,
            };
            self.line(&format!("{}  {fact}", words.exact(entry.at, &station.zone())))
        });
        lines.collect()
    }
}

//! `dutydesk dispute ...`: disputes entered, listed and mediated, from the first quarrel to the follow-up.
//!
//! It holds no rule: what may follow where a dispute stands, the desk decides.

mod acts;
mod allowance;
pub(super) mod coded;
mod document;
mod list;
mod pieces;
mod read;
mod text;

use super::args::{DisputeCmd, ListArgs, NewDispute, OnDispute};
use super::context::{Call, Context};
use super::failure::Failure;
use super::{dispute_json, earlier, print, report};
use crate::domain::Command;
use crate::domain::calendar::ends;
use crate::domain::dispute::Dispute;
use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::said::{Finding, Matter};
use crate::domain::dispute::terms::{AgreementForm, Category, PartyRole, Severity};
use crate::domain::due::rule_for;
use crate::domain::pair;
use crate::domain::query::{Answer, DisputeDetail, Query, ReportView};
use crate::domain::rules::Mark;
use crate::domain::{Code, Private, Receipt, RecordId, Rev};
use jiff::Timestamp;
use serde_json::json;

/// Runs `dutydesk dispute ...`.
pub(super) fn run(context: &Context, command: &DisputeCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    let call = &mut call;
    match command {
        DisputeCmd::New(args) => new(call, args),
        DisputeCmd::List(args) => list::run(call, args),
        DisputeCmd::Allowance(args) => allowance::run(call, args),
        DisputeCmd::Show { id } => show(call, id),
        DisputeCmd::Proposals { limit } => proposals(call, *limit),
        DisputeCmd::Between { people, named } => between(call, people, *named),
        DisputeCmd::Escalate { on, up } => {
            let id = call.record_id(&on.id)?;
            let receipt = report::raise(call, id, on.seen, up)?;
            told(call, id, &receipt)
        }
        DisputeCmd::Agreement(args) => document::run(call, args),
        DisputeCmd::Accept { .. }
        | DisputeCmd::Assign { .. }
        | DisputeCmd::Amend { .. }
        | DisputeCmd::Party(_)
        | DisputeCmd::Plan { .. }
        | DisputeCmd::Sit { .. }
        | DisputeCmd::Agree { .. }
        | DisputeCmd::Keep(_)
        | DisputeCmd::Break(_)
        | DisputeCmd::Waive(_)
        | DisputeCmd::Reopen { .. }
        | DisputeCmd::Confirmation(_)
        | DisputeCmd::FollowUp { .. }
        | DisputeCmd::Close { .. }
        | DisputeCmd::Fail { .. }
        | DisputeCmd::Withdraw { .. }
        | DisputeCmd::Extend { .. }
        | DisputeCmd::Violent(_)
        | DisputeCmd::Calm(_)
        | DisputeCmd::Contact { .. }
        | DisputeCmd::Link { .. }
        | DisputeCmd::Involve { .. }
        | DisputeCmd::Package(_)
        | DisputeCmd::Note { .. }
        | DisputeCmd::Erase(_) => acts::run(call, command),
    }
}

/// The reports on which a proposed dispute waits.
fn proposals(call: &mut Call<'_>, limit: Option<usize>) -> Result<(), Failure> {
    let view = ReportView::Proposed.code().to_owned();
    report::list(call, &ListArgs { view, all: false, priority: None, beat: None, find: None, limit })
}

/// What there was between any two of these people.
fn between(call: &mut Call<'_>, people: &[String], limit: u16) -> Result<(), Failure> {
    let read = |told: &String| read::party(call, "PEOPLE", told, Some(PartyRole::ThirdParty));
    let parties = people.iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    earlier::told(call, Query::Between { people: pair::people(&parties), limit })
}

/// The record as an act finds it. When the act says something about what stands on it, such as who everybody is, it is
/// done only if nobody changed that meanwhile.
struct Seen {
    id: RecordId,
    seen: Option<Rev>,
}

impl Seen {
    fn of(call: &Call<'_>, on: &OnDispute) -> Result<Seen, Failure> {
        Ok(Seen { id: call.record_id(&on.id)?, seen: on.seen })
    }

    /// Reads the dispute, and holds the act to what was read.
    fn look(&mut self, call: &mut Call<'_>) -> Result<DisputeDetail, Failure> {
        let detail = detail(call, self.id)?;
        self.seen.get_or_insert(detail.dispute.rev);
        Ok(detail)
    }

    fn act(self, call: &mut Call<'_>, act: DisputeAct) -> Result<(), Failure> {
        let receipt = call.execute(Command::Dispute(DisputeCommand::Act { id: self.id, act }), self.seen)?;
        told(call, self.id, &receipt)
    }
}

/// A dispute with everything about it.
fn detail(call: &mut Call<'_>, id: RecordId) -> Result<DisputeDetail, Failure> {
    match call.ask(Query::Dispute { id })? {
        Answer::Dispute(detail) => Ok(*detail),
        _ => Err(call.nonsense()),
    }
}

/// After an act the dispute as it stands now: as JSON in full, for people in a few lines.
fn told(call: &mut Call<'_>, id: RecordId, receipt: &Receipt) -> Result<(), Failure> {
    let dispute = detail(call, id)?.dispute;
    let made = receipt.id.filter(|made| *made != id);
    if call.context.json {
        let mut object = dispute_json::dispute(call, &dispute);
        if let Some(made) = made {
            object["escalation"] = json!(made);
        }
        return print::json(&object, call.words());
    }
    let words = call.words();
    let (id, status) = (id.to_string(), words.name(dispute.status));
    let sentence = match made {
        Some(made) => words.with("cli-report-escalated", &[("id", &id), ("escalation", &made.to_string())]),
        None => words.with("cli-report-now", &[("id", &id), ("status", &status)]),
    };
    print::line(&sentence, words)
}

/// Until when a court may be asked to confirm what was agreed in writing last; none without a rule in force.
pub(super) fn window_end(call: &Call<'_>, dispute: &Dispute) -> Option<Timestamp> {
    let station = &call.station;
    let agreement = dispute.agreement().filter(|agreement| agreement.form == AgreementForm::Written)?;
    let rule = rule_for(dispute, Mark::Agreed, Mark::ConfirmationSought, station)?;
    ends(rule.within, agreement.stamp.at, &station.zone(), &station.rules().calendar)
}

fn show(call: &mut Call<'_>, id: &str) -> Result<(), Failure> {
    let id = call.record_id(id)?;
    let detail = detail(call, id)?;
    if call.context.json {
        return print::json(&dispute_json::detail(call, &detail), call.words());
    }
    print::lines(&text::whole(call, &detail), call.words())
}

fn new(call: &mut Call<'_>, args: &NewDispute) -> Result<(), Failure> {
    let finding = finding(call, args)?;
    let command = Command::Dispute(DisputeCommand::Find(Box::new(finding)));
    let receipt = call.execute(command, None)?;
    let id = receipt.id.ok_or_else(|| call.nonsense())?;
    told(call, id, &receipt)?;
    if call.context.json {
        return Ok(());
    }
    // Later acts name those concerned by number.
    let dispute = detail(call, id)?.dispute;
    print::lines(&text::parties(call, &dispute).join("\n"), call.words())
}

fn finding(call: &Call<'_>, args: &NewDispute) -> Result<Finding, Failure> {
    let told = &args.matter;
    let text = |text: &Option<String>| Private::from(text.as_deref().unwrap_or_default());
    let category = coded::entry_of(call, "--category", told.category.as_ref())?;
    let severity = coded::entry_of(call, "--severity", told.severity.as_ref())?;
    let matter = Matter {
        narrative: text(&told.narrative),
        place: text(&told.place),
        category: category.unwrap_or(Category::Other),
        severity: severity.unwrap_or(Severity::General),
        beat: told.beat.as_deref().map(Code::from),
    };
    let mut parties = Vec::new();
    let lists = [
        ("--party", None, &args.parties),
        ("--applicant", Some(PartyRole::Applicant), &args.applicants),
        ("--respondent", Some(PartyRole::Respondent), &args.respondents),
        ("--third-party", Some(PartyRole::ThirdParty), &args.third_parties),
    ];
    for (flag, role, texts) in lists {
        for text in texts {
            parties.push(read::party(call, flag, text, role)?);
        }
    }
    let ids = |texts: &[String]| texts.iter().map(|id| call.record_id(id)).collect::<Result<Vec<_>, _>>();
    Ok(Finding {
        matter,
        parties,
        violent: args.violent.as_deref().map(Private::from),
        reports: ids(&args.reports)?,
        earlier: ids(&args.earlier)?,
        sweep: args.sweep.as_deref().map(|id| call.record_id(id)).transpose()?,
    })
}

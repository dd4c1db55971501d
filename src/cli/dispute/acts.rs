//! What the commands on a dispute ask of the desk: one command is one act.

use super::Seen;
use super::coded::{entry, entry_of};
use super::read::{by_when, everyone, numbers, party, party_again, promise, sitting_at};
use crate::cli::args::{
    AgreeArgs, AssignArgs, Because, ConfirmationCmd, DisputeCmd, MatterArgs, OnDispute, OnObligation,
    PackageCmd, PartyCmd, SitArgs,
};
use crate::cli::context::Call;
use crate::cli::failure::Failure;
use crate::cli::time::read_time;
use crate::domain::dispute::act::DisputeAct;
use crate::domain::dispute::refusal::DisputeRefusal;
use crate::domain::dispute::said::{
    Asking, FourFixed, Involved, MatterChange, Measures, Planned, Sat, Terms,
};
use crate::domain::dispute::terms::ObligationState;
use crate::domain::{Code, OfficerId, Private, Refusal};
use crate::words::text::one_line;
use jiff::Timestamp;

/// Does what a command asks, when it is an act on a dispute.
pub(super) fn run(call: &mut Call<'_>, command: &DisputeCmd) -> Result<(), Failure> {
    let act = match command {
        DisputeCmd::Party(command) => return on_party(call, command),
        DisputeCmd::Sit { on, sat } => return sit(call, on, sat),
        DisputeCmd::Agree { on, terms } => return agree(call, on, terms),
        DisputeCmd::Extend { why, days, consent } => return extend(call, why, *days, consent),
        DisputeCmd::Confirmation(ConfirmationCmd::Seek { on, court, together }) => {
            return seek(call, on, court, together);
        }
        command => act(call, command)?,
    };
    match act {
        Some((on, act)) => Seen::of(call, on)?.act(call, act),
        None => Ok(()),
    }
}

/// The acts for which the record need not be read before; none for what is no act.
fn act<'a>(call: &Call<'_>, command: &'a DisputeCmd) -> Result<Option<(&'a OnDispute, DisputeAct)>, Failure> {
    Ok(Some(match command {
        DisputeCmd::Accept { on, measure } => (on, DisputeAct::Accept { measure: told(measure) }),
        DisputeCmd::Assign { on, fixed } => (on, DisputeAct::Assign(four_fixed(call, fixed)?)),
        DisputeCmd::Amend { on, matter } => (on, DisputeAct::Amend(Box::new(change(call, matter)?))),
        DisputeCmd::Plan { on, at, place } => (on, DisputeAct::Plan(planned(call, at, place)?)),
        DisputeCmd::Keep(args) => settle(args, ObligationState::Kept),
        DisputeCmd::Break(args) => settle(args, ObligationState::Broken),
        DisputeCmd::Waive(args) => settle(args, ObligationState::Waived),
        DisputeCmd::Reopen { on, reopen_reason, note } => {
            (on, DisputeAct::Reopen { reason: entry(call, "--reason", reopen_reason)?, note: told(note) })
        }
        DisputeCmd::Confirmation(command) => return confirmation(call, command),
        DisputeCmd::FollowUp { on, follow_up_by, follow_up_outcome, text } => {
            let by = entry(call, "--by", follow_up_by)?;
            let outcome = entry(call, "--outcome", follow_up_outcome)?;
            (on, DisputeAct::FollowUp(Asking { by, outcome, text: told(text) }))
        }
        DisputeCmd::Close { on, note } => (on, DisputeAct::Close { note: told(note) }),
        DisputeCmd::Fail { on, fail_path, fail_reason, note } => {
            let path = entry(call, "--path", fail_path)?;
            let reason = entry(call, "--reason", fail_reason)?;
            (on, DisputeAct::Fail { path, reason, note: told(note) })
        }
        DisputeCmd::Withdraw { on, withdraw_reason, note } => {
            let reason = entry(call, "--reason", withdraw_reason)?;
            (on, DisputeAct::Withdraw { reason, note: told(note) })
        }
        DisputeCmd::Violent(Because { on, because }) => {
            (on, DisputeAct::MarkViolent { reason: told(because) })
        }
        DisputeCmd::Calm(Because { on, because }) => (on, DisputeAct::Calm { reason: told(because) }),
        DisputeCmd::Contact { on, spoken } => (on, DisputeAct::Contact { text: told(spoken) }),
        DisputeCmd::Link { on, link_to } => (on, DisputeAct::Link { to: call.record_id(link_to)? }),
        DisputeCmd::Involve { on, involved_as, name } => {
            let role = entry(call, "--role", involved_as)?;
            (on, DisputeAct::Involve(Involved { role, name: told(name) }))
        }
        DisputeCmd::Package(command) => package(call, command)?,
        DisputeCmd::Note { on, text } => (on, DisputeAct::Note { text: told(text) }),
        DisputeCmd::Erase(Because { on, because }) => (on, DisputeAct::Erase { reason: told(because) }),
        DisputeCmd::New(_)
        | DisputeCmd::List(_)
        | DisputeCmd::Allowance(_)
        | DisputeCmd::Show { .. }
        | DisputeCmd::Proposals { .. }
        | DisputeCmd::Between { .. }
        | DisputeCmd::Escalate { .. }
        | DisputeCmd::Agreement(_)
        | DisputeCmd::Party(_)
        | DisputeCmd::Sit { .. }
        | DisputeCmd::Agree { .. }
        | DisputeCmd::Extend { .. } => return Ok(None),
    }))
}

fn told(text: &str) -> Private {
    Private::from(text)
}

/// The one who leads answers for it when nobody else is named.
fn four_fixed(call: &Call<'_>, args: &AssignArgs) -> Result<FourFixed, Failure> {
    let deadline = args.deadline.as_deref().map(|text| by_when(call, "--deadline", text)).transpose()?;
    let answers = OfficerId::from(args.answers.as_deref().unwrap_or(&args.lead));
    let (lead, measure) = (OfficerId::from(args.lead.as_str()), told(&args.measure));
    Ok(FourFixed { lead, measure, deadline, answers })
}

fn change(call: &Call<'_>, args: &MatterArgs) -> Result<MatterChange, Failure> {
    Ok(MatterChange {
        narrative: args.narrative.as_deref().map(Private::from),
        place: args.place.as_deref().map(Private::from),
        category: entry_of(call, "--category", args.category.as_ref())?,
        severity: entry_of(call, "--severity", args.severity.as_ref())?,
        beat: args.beat.as_deref().map(Code::from),
    })
}

fn planned(call: &Call<'_>, at: &str, place: &str) -> Result<Planned, Failure> {
    Ok(Planned { at: sitting_at(call, at)?, place: told(place) })
}

fn settle(args: &OnObligation, state: ObligationState) -> (&OnDispute, DisputeAct) {
    (&args.on, DisputeAct::Settle { obligation: args.obligation, state, note: told(&args.note) })
}

fn confirmation<'a>(
    call: &Call<'_>,
    command: &'a ConfirmationCmd,
) -> Result<Option<(&'a OnDispute, DisputeAct)>, Failure> {
    Ok(match command {
        ConfirmationCmd::Seek { .. } => None,
        ConfirmationCmd::Decide { on, court_outcome, note } => {
            let outcome = entry(call, "--outcome", court_outcome)?;
            Some((on, DisputeAct::DecideConfirmation { outcome, note: told(note) }))
        }
        ConfirmationCmd::Leave(Because { on, because }) => {
            Some((on, DisputeAct::LeaveConfirmation { reason: told(because) }))
        }
    })
}

fn package<'a>(call: &Call<'_>, command: &'a PackageCmd) -> Result<(&'a OnDispute, DisputeAct), Failure> {
    Ok(match command {
        PackageCmd::DrawUp { on, measures, responsible, result_by } => {
            let by = by_when(call, "--by", result_by)?;
            let responsible = OfficerId::from(responsible.as_str());
            (on, DisputeAct::DrawUp(Measures { measures: told(measures), responsible, by }))
        }
        PackageCmd::Conclude { on, came_of_it } => (on, DisputeAct::Conclude { result: told(came_of_it) }),
    })
}

/// What is not told anew about a party stays as it is read here.
fn on_party(call: &mut Call<'_>, command: &PartyCmd) -> Result<(), Failure> {
    match command {
        PartyCmd::Add { on, told } => {
            let party = party(call, "NAME", told, None)?;
            Seen::of(call, on)?.act(call, DisputeAct::AddParty(Box::new(party)))
        }
        PartyCmd::Amend { on, n, told } => {
            let mut seen = Seen::of(call, on)?;
            let dispute = seen.look(call)?.dispute;
            let before = dispute.party(*n).cloned().ok_or_else(|| {
                let none = DisputeRefusal::NoSuchParty { n: *n };
                Failure::refused(&Refusal::Dispute(Box::new(none)), call.words(), &call.station)
            })?;
            let party = party_again(call, "NAME", told, before)?;
            seen.act(call, DisputeAct::AmendParty { n: *n, party: Box::new(party) })
        }
    }
}

/// A sitting is of now, and mediated by the one who enters it, unless something else is said.
fn sit(call: &mut Call<'_>, on: &OnDispute, args: &SitArgs) -> Result<(), Failure> {
    let mut seen = Seen::of(call, on)?;
    let came = those(call, &mut seen, "--came", &args.came)?;
    let at = match &args.sat_at {
        // In whole milliseconds, as every stamp is.
        None => Timestamp::from_millisecond(call.now().as_millisecond()).unwrap_or(call.now()),
        Some(text) => read_time(text, &call.station.zone(), call.now())
            .ok_or_else(|| Failure::usage(call.words().with("cli-no-time", &[("value", &one_line(text))])))?,
    };
    let next = match &args.next {
        None => None,
        Some(text) => Some(planned(call, text, &args.next_place)?),
    };
    let own = call.caller.welcome().who.as_ref().map(|who| who.officer.clone());
    let named = args.mediators.iter().map(|number| OfficerId::from(number.as_str()));
    let mediators = if args.mediators.is_empty() { own.into_iter().collect() } else { named.collect() };
    let others = args.others.iter().map(|name| told(name)).collect();
    let (place, said) = (told(&args.place), told(&args.said));
    let sat = Sat { at, place, mediators, others, came, said, next };
    seen.act(call, DisputeAct::Sit(Box::new(sat)))
}

fn agree(call: &mut Call<'_>, on: &OnDispute, args: &AgreeArgs) -> Result<(), Failure> {
    let form = entry(call, "--form", &args.form)?;
    let promises = args.promises.iter().map(|text| promise(call, text)).collect::<Result<Vec<_>, _>>()?;
    let mut seen = Seen::of(call, on)?;
    let assents = those(call, &mut seen, "--assent", &args.assent)?;
    let terms = Terms { form, text: told(&args.agreed_text), promises, assents };
    seen.act(call, DisputeAct::Agree(Box::new(terms)))
}

fn extend(call: &mut Call<'_>, why: &Because, days: u16, consent: &str) -> Result<(), Failure> {
    let mut seen = Seen::of(call, &why.on)?;
    let parties = those(call, &mut seen, "--consent", consent)?;
    seen.act(call, DisputeAct::Extend { days, reason: told(&why.because), parties })
}

fn seek(call: &mut Call<'_>, on: &OnDispute, court: &str, together: &str) -> Result<(), Failure> {
    let mut seen = Seen::of(call, on)?;
    let parties = those(call, &mut seen, "--together", together)?;
    seen.act(call, DisputeAct::SeekConfirmation { court: told(court), parties })
}

/// Those whom a flag names. Who everybody is, is read from the record, and must still be so when the act is done.
fn those(call: &mut Call<'_>, seen: &mut Seen, flag: &str, text: &str) -> Result<Vec<u16>, Failure> {
    match numbers(call, flag, text)? {
        Some(numbers) => Ok(numbers),
        None => Ok(everyone(&seen.look(call)?.dispute)),
    }
}

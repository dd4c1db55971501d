//! Owns whether an action can be run now, and if not, the sentence that says why. Nothing is hidden and nothing is silent.
//!
//! It says no only where the console can know it; the desk's rules have the last word.

mod dispute;
mod handover;
mod order;
mod owed;
mod report;

pub(super) use dispute::ACTS as ACTS_ON_DISPUTE;
pub(super) use owed::why_not as why_not_owed;

use crate::domain::command::{
    EscalationCommand, HandoverCommand, ReportCommand, SupervisionCommand, SweepCommand, UnitCommand,
    ZeroCommand,
};
use crate::domain::place::Level;
use crate::domain::{Code, Command, Kind, OfficerId, Private, RecordId, Refusal, access};
use crate::keys::{Action, Group};
use crate::ui::model::{Model, ReportUnder, Under};
use crate::ui::place::Screen;
use crate::ui::say::{Arg, Say};
use jiff::Timestamp;
use jiff::civil::Date;

/// Whether an action can be run now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Available {
    /// It can.
    Yes,
    /// It can't, and why.
    No(Say),
}

impl Available {
    fn no(id: &'static str) -> Available {
        Available::No(Say::word(id))
    }

    fn unless(reason: Option<Say>) -> Available {
        reason.map_or(Available::Yes, Available::No)
    }
}

/// Whether an action can be run now.
pub fn available(model: &Model, action: Action) -> Available {
    match action.group() {
        Group::Desk => on_desk(model, action),
        Group::List => in_list(model, action),
        Group::Report if [Action::ReportMark, Action::ReportMarkAll].contains(&action) => marks(model),
        Group::Dispute if action == Action::DisputeNarrow => narrows(model),
        Group::Report
        | Group::Dispute
        | Group::Due
        | Group::Patrol
        | Group::Escalation
        | Group::Order
        | Group::Handover => act(model, action),
        Group::Form => in_form(model),
        Group::Menu => in_menu(model),
    }
}

/// What can be done anywhere: looking needs an officer, the console itself nobody.
fn on_desk(model: &Model, action: Action) -> Available {
    let always =
        [Action::Help, Action::Palette, Action::Language, Action::Repaint, Action::ReloadKeys, Action::Quit];
    let acts = [Action::Undo, Action::ReportNew, Action::ReportQuick, Action::DisputeNew];
    if always.contains(&action) || action == Action::Back && goes_back(model) {
        Available::Yes
    } else if action == Action::Back {
        Available::no("ui-no-back")
    } else if action == Action::ScreenFigures {
        Available::no("ui-no-figures")
    } else if action == Action::SignIn {
        on_line(model)
    } else if acts.contains(&action) {
        act(model, action)
    } else {
        signed_in(model)
    }
}

fn in_list(model: &Model, action: Action) -> Available {
    if action == Action::Open {
        opens(model)
    } else if [Action::Zoom, Action::NextPane, Action::PreviousPane].contains(&action) {
        on_desk_screen(model)
    } else if [Action::NextView, Action::PreviousView].contains(&action) {
        has_views(model)
    } else {
        Available::Yes
    }
}

fn on_line(model: &Model) -> Available {
    if model.line.is_up() { Available::Yes } else { Available::no("ui-no-line") }
}

fn signed_in(model: &Model) -> Available {
    if model.who.is_some() { Available::Yes } else { Available::no("ui-no-officer") }
}

/// The Desk screen with nothing open is where every way back ends.
fn goes_back(model: &Model) -> bool {
    model.screen != Screen::Desk || model.open.is_some() || model.zoomed || model.shows_marks()
}

fn marks(model: &Model) -> Available {
    match (model.focused(), model.report_row()) {
        (Some(_), Some(_)) => Available::Yes,
        (Some(_), None) => Available::no("ui-no-report"),
        (None, _) => Available::no("ui-no-mark-here"),
    }
}

fn on_desk_screen(model: &Model) -> Available {
    let here = model.screen == Screen::Desk && model.open.is_none();
    if here { Available::Yes } else { Available::no("ui-no-panes") }
}

fn narrows(model: &Model) -> Available {
    let here = model.screen == Screen::Disputes && model.open.is_none();
    if here { Available::Yes } else { Available::no("ui-no-narrow") }
}

fn has_views(model: &Model) -> Available {
    let here = matches!(
        model.screen,
        Screen::Reports | Screen::Disputes | Screen::Escalations | Screen::Handover | Screen::Due
    );
    if here && model.open.is_none() { Available::Yes } else { Available::no("ui-no-views") }
}

fn in_form(model: &Model) -> Available {
    let form = model.overlays.last().is_some_and(|laid| laid.overlay.form().is_some());
    if form { Available::Yes } else { Available::no("ui-no-form") }
}

fn in_menu(model: &Model) -> Available {
    let menu =
        model.find.is_some() || model.overlays.last().is_some_and(|laid| laid.overlay.form().is_none());
    if menu { Available::Yes } else { Available::no("ui-no-menu") }
}

fn opens(model: &Model) -> Available {
    if model.shows_earlier() || model.names_others() {
        return Available::Yes;
    }
    if model.open.is_some() && !matches!(model.under(), Under::Handover(_)) {
        return Available::no("ui-no-open-here");
    }
    match model.under() {
        Under::Report(_)
        | Under::Dispute(_)
        | Under::Escalation(_)
        | Under::Order(_)
        | Under::Handover(_)
        | Under::Due(_) => Available::Yes,
        Under::Post(_) => act(model, Action::ZeroReportFile),
        Under::Sweep(_) => act(model, Action::SweepAnswer),
        Under::Unit(unit) if unit.state.on.is_some() => Available::Yes,
        Under::Unit(_) => Available::no("ui-no-open-unit"),
        Under::Draft if model.handing.items.under().is_some() => Available::Yes,
        Under::Draft => Available::no("ui-no-row"),
        Under::Nothing if model.journal_record().is_some() => Available::Yes,
        Under::Nothing if model.lists.journal.under().is_some() && model.screen == Screen::Journal => {
            Available::no("ui-no-open-entry")
        }
        Under::Nothing => Available::no("ui-no-row"),
    }
}

/// An act: first what holds for all of them, then what its record says.
fn act(model: &Model, action: Action) -> Available {
    let Some(who) = &model.who else { return Available::no("ui-no-officer") };
    if !model.line.is_up() && !BEGIN_WITH_A_FORM.contains(&action) {
        return Available::no("ui-no-line");
    }
    if let Some(command) = sample(action)
        && !access::may(who.role, &command)
    {
        let asked = command.code().to_owned();
        return Available::No(Say::Refused(Refusal::RoleMayNot { role: who.role, asked }));
    }
    if model.acts_on_marked(action) {
        return on_marked(model, action, &who.officer);
    }
    match (action, model.under()) {
        (Action::ReportNew | Action::ReportQuick | Action::DisputeNew, _) => Available::Yes,
        (Action::UnitStatus | Action::UnitCheckIn, Under::Unit(_)) => Available::Yes,
        (Action::UnitStatus | Action::UnitCheckIn, _) => Available::no("ui-no-unit"),
        (Action::EscalationAcknowledge | Action::EscalationAnswer, under) => {
            order::escalation(model, action, under, &who.officer)
        }
        (Action::OrderAnswer | Action::OrderSendBack | Action::OrderWithdraw, under) => {
            order::order(model, action, under)
        }
        (Action::ZeroReportFile, under) => order::zero_report(model, under),
        (Action::SweepAnswer, under) => order::sweep(model, under),
        (Action::ReportTakeOver, under) => order::take_over(model, under, &who.officer),
        (action, Under::Dispute(of)) if dispute::is_on(action) => {
            let why = dispute::why_not(action, &of, who);
            Available::unless(unanswered(model, of.id).or(why))
        }
        (Action::Undo, Under::Dispute(_)) => Available::no("ui-no-undo-dispute"),
        (Action::DisputeActs, Under::Dispute(_)) => Available::Yes,
        (action, _) if action.group() == Group::Dispute => Available::no("ui-no-dispute"),
        (action, under) if action.group() == Group::Handover => handover::available(model, action, under),
        (action, _) if action.group() == Group::Due => owed::available(model, action),
        (_, Under::Report(report)) => {
            let step = report::why_not(action, &report, &who.officer).map(Say::Refused);
            Available::unless(unanswered(model, report.id).or(step))
        }
        (_, _) => Available::no("ui-no-report"),
    }
}

/// An act on all marked reports: possible when it is for one of them, the others are then refused by the desk.
fn on_marked(model: &Model, action: Action, who: &OfficerId) -> Available {
    let one_by_one = [
        (Action::ReportDispatch, "ui-no-marked-dispatch"),
        (Action::ReportArrive, "ui-no-marked-arrive"),
        (Action::ReportAmend, "ui-no-marked-amend"),
        (Action::Undo, "ui-no-marked-undo"),
        (Action::OrderIssue, "ui-no-marked-order"),
        (Action::OrderAnswer, "ui-no-marked-order"),
        (Action::OrderSendBack, "ui-no-marked-order"),
        (Action::OrderWithdraw, "ui-no-marked-order"),
    ];
    if let Some((_, why)) = one_by_one.into_iter().find(|(of, _)| *of == action) {
        return Available::no(why);
    }
    let why_not = |row| {
        let report = ReportUnder::row(row);
        unanswered(model, report.id).or_else(|| report::why_not(action, &report, who).map(Say::Refused))
    };
    let reasons: Vec<Option<Say>> = model.marks.rows().map(why_not).collect();
    let none = reasons.iter().all(Option::is_some);
    Available::unless(reasons.into_iter().flatten().next().filter(|_| none))
}

/// An act on a record whose last act is not answered could only be refused.
fn unanswered(model: &Model, id: RecordId) -> Option<Say> {
    let waits = model.orders.waits_on(id);
    waits.then(|| Say::with("ui-no-unanswered", [("id", Arg::Record(id))]))
}

/// Acts that begin with a form: they can be begun while the line is down, because what is typed is kept.
const BEGIN_WITH_A_FORM: [Action; 21] = [
    Action::DueSnooze,
    Action::DueExtend,
    Action::ReportQuick,
    Action::ReportNew,
    Action::ReportResolve,
    Action::ReportEscalate,
    Action::ReportNote,
    Action::ReportTransfer,
    Action::ReportDuplicate,
    Action::ReportCancel,
    Action::ReportUnfounded,
    Action::ReportReopen,
    Action::ReportDecline,
    Action::ReportTakeOver,
    Action::UnitCheckIn,
    Action::ZeroReportFile,
    Action::SweepAnswer,
    Action::EscalationAnswer,
    Action::OrderIssue,
    Action::HandoverReadBack,
    Action::HandoverRemark,
];

/// A command of the kind that an action leads to, to ask what a role may do.
fn sample(action: Action) -> Option<Command> {
    let id = RecordId { kind: Kind::Report, day: Date::ZERO, number: 1 };
    if action == Action::DisputeNew || action.group() == Group::Dispute {
        return dispute::sample(action);
    }
    match action.group() {
        Group::Desk if matches!(action, Action::ReportNew | Action::ReportQuick) => {
            Some(Command::Report(ReportCommand::Receive(Box::new(report::empty()))))
        }
        Group::Report if action == Action::ReportEscalate => {
            let (reason, note) = (Code::default(), Private::default());
            Some(Command::Escalation(EscalationCommand::Raise { on: id, to: Level::Town, reason, note }))
        }
        Group::Report if action == Action::ReportNote => {
            Some(Command::Report(ReportCommand::Note { id, text: Private::default() }))
        }
        Group::Report if action == Action::ReportDecline => {
            Some(Command::Report(ReportCommand::DeclineProposal { id, reason: Private::default() }))
        }
        Group::Report if action == Action::ReportTakeOver => {
            Some(Command::Report(ReportCommand::TakeOver { id, reason: Private::default() }))
        }
        Group::Report | Group::Desk => Some(Command::Report(ReportCommand::Accept { id })),
        Group::Due => Some(Command::Deadline(owed::sample(action, id))),
        Group::Patrol if action == Action::ZeroReportFile => {
            Some(Command::Zero(ZeroCommand::File { id, text: Private::default() }))
        }
        Group::Patrol if action == Action::SweepAnswer => {
            Some(Command::Sweep(SweepCommand::Answer { id, found: 0, text: Private::default() }))
        }
        Group::Patrol => {
            Some(Command::Unit(UnitCommand::CheckIn { unit: Code::default(), place: Private::default() }))
        }
        Group::Escalation => {
            Some(Command::Escalation(EscalationCommand::Acknowledge { id, reply: Private::default() }))
        }
        Group::Order => Some(Command::Supervision(order_sample(action, id))),
        // Anybody who may see a handover may write it out.
        Group::Handover if action == Action::HandoverExport => None,
        Group::Handover => Some(Command::Handover(HandoverCommand::Withdraw { id })),
        Group::Dispute | Group::List | Group::Form | Group::Menu => None,
    }
}

fn order_sample(action: Action, id: RecordId) -> SupervisionCommand {
    let (text, due_at) = (Private::default(), Timestamp::UNIX_EPOCH);
    if action == Action::OrderAnswer {
        SupervisionCommand::Answer { id, text }
    } else if action == Action::OrderSendBack {
        SupervisionCommand::SendBack { id, reason: text, due_at }
    } else if action == Action::OrderWithdraw {
        SupervisionCommand::Withdraw { id, reason: text }
    } else {
        SupervisionCommand::Issue { on: id, to: None, text, due_at }
    }
}

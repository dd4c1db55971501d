//! The commands about disputes and their flags. It holds no rule: which step fits when, the desk says.

use super::HandUp;
use crate::cli::dispute::coded::CodeOf;
use crate::domain::dispute::DisputeStatus;
use crate::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, Severity, WithdrawReason,
};
use crate::domain::query::DisputeView;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The dispute that an act is on, and the rev that the officer saw.
#[derive(Args, Debug)]
pub(in crate::cli) struct OnDispute {
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    #[arg(long, value_name = "REV")]
    pub(in crate::cli) seen: Option<u64>,
}

/// What a dispute is about.
#[derive(Args, Debug, Default)]
pub(in crate::cli) struct MatterArgs {
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) narrative: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) place: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = CodeOf::<Category>::list())]
    pub(in crate::cli) category: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = CodeOf::<Severity>::list())]
    pub(in crate::cli) severity: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) beat: Option<String>,
}

/// A dispute as it is entered.
#[derive(Args, Debug)]
pub(in crate::cli) struct NewDispute {
    #[command(flatten)]
    pub(in crate::cli) matter: MatterArgs,
    #[arg(long = "party", value_name = "NAME; role=CODE; phone=..")]
    pub(in crate::cli) parties: Vec<String>,
    #[arg(long = "applicant", value_name = "NAME")]
    pub(in crate::cli) applicants: Vec<String>,
    #[arg(long = "respondent", value_name = "NAME")]
    pub(in crate::cli) respondents: Vec<String>,
    #[arg(long = "third-party", value_name = "NAME")]
    pub(in crate::cli) third_parties: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) violent: Option<String>,
    #[arg(long = "report", value_name = "ID")]
    pub(in crate::cli) reports: Vec<String>,
    #[arg(long = "earlier", value_name = "ID")]
    pub(in crate::cli) earlier: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) sweep: Option<String>,
}

/// Which disputes are listed.
#[derive(Args, Debug)]
pub(in crate::cli) struct DisputeListArgs {
    #[arg(long = "view", value_name = "VIEW", default_value = "unresolved", value_parser = CodeOf::<DisputeView>::list())]
    pub(in crate::cli) dispute_view: String,
    #[arg(long, conflicts_with = "dispute_view")]
    pub(in crate::cli) all: bool,
    #[arg(long = "status", value_name = "CODE", value_parser = CodeOf::<DisputeStatus>::list())]
    pub(in crate::cli) dispute_status: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = CodeOf::<Category>::list())]
    pub(in crate::cli) category: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) beat: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) find: Option<String>,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) limit: Option<usize>,
}

/// Which days a sheet of allowances is about, and whether it is for a spreadsheet.
#[derive(Args, Debug)]
pub(in crate::cli) struct AllowanceArgs {
    #[arg(id = "paid-since", long = "since", value_name = "DATE")]
    pub(in crate::cli) since: Option<String>,
    #[arg(id = "paid-until", long = "until", value_name = "DATE")]
    pub(in crate::cli) until: Option<String>,
    #[arg(long)]
    pub(in crate::cli) csv: bool,
}

/// The four fixed.
#[derive(Args, Debug)]
pub(in crate::cli) struct AssignArgs {
    #[arg(long, value_name = "OFFICER")]
    pub(in crate::cli) lead: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(in crate::cli) measure: String,
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) deadline: Option<String>,
    #[arg(long, value_name = "OFFICER")]
    pub(in crate::cli) answers: Option<String>,
}

/// A sitting that was held.
#[derive(Args, Debug)]
pub(in crate::cli) struct SitArgs {
    #[arg(long = "at", value_name = "TIME")]
    pub(in crate::cli) sat_at: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(in crate::cli) place: String,
    #[arg(long = "mediator", value_name = "OFFICER")]
    pub(in crate::cli) mediators: Vec<String>,
    #[arg(long = "other", value_name = "NAME")]
    pub(in crate::cli) others: Vec<String>,
    #[arg(long, value_name = "1,2|all")]
    pub(in crate::cli) came: String,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) said: String,
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) next: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", requires = "next")]
    pub(in crate::cli) next_place: String,
}

/// An agreement as it is made.
#[derive(Args, Debug)]
pub(in crate::cli) struct AgreeArgs {
    #[arg(long, value_name = "CODE", value_parser = CodeOf::<AgreementForm>::list())]
    pub(in crate::cli) form: String,
    #[arg(long = "text", value_name = "TEXT", default_value = "")]
    pub(in crate::cli) agreed_text: String,
    #[arg(long = "promise", value_name = "N: WHAT; by=DATE; amount=N")]
    pub(in crate::cli) promises: Vec<String>,
    #[arg(long, value_name = "1,2|all")]
    pub(in crate::cli) assent: String,
}

/// An obligation by its number.
#[derive(Args, Debug)]
pub(in crate::cli) struct OnObligation {
    #[command(flatten)]
    pub(in crate::cli) on: OnDispute,
    #[arg(value_name = "N")]
    pub(in crate::cli) obligation: u16,
    #[arg(long, visible_alias = "reason", value_name = "TEXT", default_value = "")]
    pub(in crate::cli) note: String,
}

/// An act that needs its reason in words.
#[derive(Args, Debug)]
pub(in crate::cli) struct Because {
    #[command(flatten)]
    pub(in crate::cli) on: OnDispute,
    #[arg(long = "reason", value_name = "WORDS")]
    pub(in crate::cli) because: String,
}

/// The document of an agreement.
#[derive(Args, Debug)]
pub(in crate::cli) struct AgreementArgs {
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) agreement: Option<u16>,
    #[arg(long, value_name = "text|markdown", default_value = "text")]
    pub(in crate::cli) format: String,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) file: Option<PathBuf>,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum DisputeCmd {
    New(NewDispute),
    List(DisputeListArgs),
    Allowance(AllowanceArgs),
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Proposals {
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    Between {
        #[arg(value_name = "NAME; phone=NUMBER", required = true, num_args = 2..)]
        people: Vec<String>,
        #[arg(long = "limit", value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=500))]
        named: u16,
    },
    Accept {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long, value_name = "TEXT", default_value = "")]
        measure: String,
    },
    Assign {
        #[command(flatten)]
        on: OnDispute,
        #[command(flatten)]
        fixed: AssignArgs,
    },
    Amend {
        #[command(flatten)]
        on: OnDispute,
        #[command(flatten)]
        matter: MatterArgs,
    },
    #[command(subcommand)]
    Party(PartyCmd),
    Plan {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long, value_name = "TIME")]
        at: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        place: String,
    },
    Sit {
        #[command(flatten)]
        on: OnDispute,
        #[command(flatten)]
        sat: SitArgs,
    },
    Agree {
        #[command(flatten)]
        on: OnDispute,
        #[command(flatten)]
        terms: AgreeArgs,
    },
    Keep(OnObligation),
    Break(OnObligation),
    Waive(OnObligation),
    Reopen {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "reason", value_name = "CODE", value_parser = CodeOf::<DisputeReopenReason>::list())]
        reopen_reason: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    #[command(subcommand)]
    Confirmation(ConfirmationCmd),
    FollowUp {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "by", value_name = "CODE", value_parser = CodeOf::<FollowUpBy>::list())]
        follow_up_by: String,
        #[arg(long = "outcome", value_name = "CODE", value_parser = CodeOf::<FollowUpOutcome>::list())]
        follow_up_outcome: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        text: String,
    },
    Close {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    Fail {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "path", value_name = "CODE", value_parser = CodeOf::<FailPath>::list())]
        fail_path: String,
        #[arg(long = "reason", value_name = "CODE", value_parser = CodeOf::<FailReason>::list())]
        fail_reason: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    Withdraw {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "reason", value_name = "CODE", value_parser = CodeOf::<WithdrawReason>::list())]
        withdraw_reason: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    Extend {
        #[command(flatten)]
        why: Because,
        #[arg(long, value_name = "N")]
        days: u16,
        #[arg(long, value_name = "1,2|all")]
        consent: String,
    },
    Violent(Because),
    Calm(Because),
    Contact {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "text", value_name = "TEXT")]
        spoken: String,
    },
    Link {
        #[command(flatten)]
        on: OnDispute,
        #[arg(value_name = "REPORT|DISPUTE")]
        link_to: String,
    },
    Involve {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "role", value_name = "CODE", value_parser = CodeOf::<InvolvedAs>::list())]
        involved_as: String,
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    #[command(subcommand)]
    Package(PackageCmd),
    Note {
        #[command(flatten)]
        on: OnDispute,
        #[arg(value_name = "TEXT")]
        text: String,
    },
    Escalate {
        #[command(flatten)]
        on: OnDispute,
        #[command(flatten)]
        up: HandUp,
    },
    Erase(Because),
    Agreement(AgreementArgs),
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum PartyCmd {
    Add {
        #[command(flatten)]
        on: OnDispute,
        #[arg(value_name = "NAME; role=CODE; phone=..")]
        told: String,
    },
    Amend {
        #[command(flatten)]
        on: OnDispute,
        #[arg(value_name = "N")]
        n: u16,
        #[arg(value_name = "[NAME]; role=CODE; phone=..")]
        told: String,
    },
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum ConfirmationCmd {
    Seek {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long, value_name = "NAME")]
        court: String,
        #[arg(long, value_name = "1,2|all")]
        together: String,
    },
    Decide {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "outcome", value_name = "CODE", value_parser = CodeOf::<ConfirmationOutcome>::list())]
        court_outcome: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    Leave(Because),
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum PackageCmd {
    DrawUp {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long, value_name = "TEXT")]
        measures: String,
        #[arg(long, value_name = "OFFICER")]
        responsible: String,
        #[arg(long = "by", value_name = "DATE")]
        result_by: String,
    },
    Conclude {
        #[command(flatten)]
        on: OnDispute,
        #[arg(long = "result", value_name = "TEXT")]
        came_of_it: String,
    },
}

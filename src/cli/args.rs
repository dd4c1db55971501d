//! The commands and their flags. What each is for stands in `words`, so that both languages come from one list.

mod dispute;
mod owing;

use clap::{Args, Parser, Subcommand};
pub(super) use dispute::{
    AgreeArgs, AgreementArgs, AllowanceArgs, AssignArgs, Because, ConfirmationCmd, DisputeCmd,
    DisputeListArgs, MatterArgs, NewDispute, OnDispute, OnObligation, PackageCmd, PartyCmd, SitArgs,
};
pub(super) use owing::{
    AnswerBy, DueArgs, DueCmd, DueListArgs, EscalationCmd, OnDue, SupervisionCmd, SweepCmd, ZeroCmd,
};
use std::path::PathBuf;

/// Everything the command line can say.
#[derive(Parser, Debug)]
#[command(name = "dutydesk", version, disable_help_subcommand = true)]
pub(super) struct Line {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Cmd>,
}

/// What every command takes.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "en|zh")]
    pub(super) lang: Option<String>,
    #[arg(long = "as", global = true, value_name = "OFFICER")]
    pub(super) act_as: Option<String>,
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Subcommand, Debug)]
pub(super) enum Cmd {
    Demo,
    Init(Box<InitArgs>),
    Serve(ServeArgs),
    Status,
    Stop,
    Speeds,
    #[command(subcommand)]
    Report(Box<ReportCmd>),
    #[command(subcommand)]
    Dispute(Box<DisputeCmd>),
    Due(DueArgs),
    #[command(subcommand)]
    Escalation(EscalationCmd),
    #[command(subcommand)]
    Supervision(SupervisionCmd),
    #[command(subcommand)]
    Zero(ZeroCmd),
    #[command(subcommand)]
    Sweep(SweepCmd),
    #[command(subcommand)]
    Unit(UnitCmd),
    #[command(subcommand)]
    Officer(OfficerCmd),
    #[command(subcommand)]
    Setup(SetupCmd),
    #[command(subcommand)]
    Handover(HandoverCmd),
    Journal(JournalArgs),
    Search(SearchArgs),
    #[command(subcommand)]
    Intake(IntakeCmd),
    #[command(subcommand)]
    Outbox(OutboxCmd),
    #[command(subcommand)]
    Clock(ClockCmd),
    Verify,
    Backup(FileArg),
    Restore(FileArg),
    #[command(subcommand)]
    Rules(RulesCmd),
    #[command(subcommand)]
    Keys(KeysCmd),
    Doctor,
    Completions(CompletionsArgs),
    Man,
}

#[derive(Args, Debug)]
pub(super) struct FileArg {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Args, Debug, Default)]
pub(super) struct InitArgs {
    #[arg(long, value_name = "CODE")]
    pub(super) station: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(super) officer: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) officer_name: Option<String>,
    #[arg(long, value_name = "ROLE", default_value = "supervisor")]
    pub(super) role: String,
    #[arg(long, value_name = "ZONE")]
    pub(super) zone: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    #[arg(long)]
    pub(super) training: bool,
}

#[derive(Args, Debug)]
pub(super) struct ServeArgs {
    #[arg(long, hide = true)]
    pub(super) detached: bool,
    #[arg(long, hide = true)]
    pub(super) throw_away: bool,
    #[arg(long)]
    pub(super) group: bool,
}

/// The fields of a report, under the names of the report format.
#[derive(Args, Debug, Default)]
pub(super) struct TellingArgs {
    #[arg(long, value_name = "TEXT")]
    pub(super) narrative: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "TEXT", alias = "caller_name")]
    pub(super) caller_name: Option<String>,
    #[arg(long, value_name = "NUMBER", alias = "caller_phone")]
    pub(super) caller_phone: Option<String>,
    #[arg(long, value_name = "TEXT", alias = "other_name")]
    pub(super) other_name: Option<String>,
    #[arg(long, value_name = "NUMBER", alias = "other_phone")]
    pub(super) other_phone: Option<String>,
    #[arg(long = "type", value_name = "CODE")]
    pub(super) incident_type: Option<String>,
    #[arg(long, value_name = "P1..P4")]
    pub(super) priority: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) beat: Option<String>,
    #[arg(long, value_name = "TIME", alias = "event_time")]
    pub(super) event_time: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct NewArgs {
    #[command(flatten)]
    pub(super) telling: TellingArgs,
    #[arg(long, value_name = "SOURCE")]
    pub(super) source: Option<String>,
    #[arg(long, value_name = "KEY", alias = "source_key")]
    pub(super) source_key: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "VIEW", default_value = "open")]
    pub(super) view: String,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "P1..P4")]
    pub(super) priority: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) beat: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(super) find: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

/// The report that an act is on, and the rev that the officer saw.
#[derive(Args, Debug)]
pub(super) struct OnReport {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long, value_name = "REV")]
    pub(super) seen: Option<u64>,
}

#[derive(Args, Debug)]
pub(super) struct WithUnit {
    #[command(flatten)]
    pub(super) on: OnReport,
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Option<String>,
}

/// To whom a record is handed up, and why.
#[derive(Args, Debug)]
pub(super) struct HandUp {
    #[arg(long, value_name = "LEVEL", default_value = "town")]
    pub(super) to: String,
    #[arg(long = "reason", value_name = "CODE|WORDS")]
    pub(super) why: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) note: String,
}

#[derive(Args, Debug)]
pub(super) struct WithReason {
    #[command(flatten)]
    pub(super) on: OnReport,
    #[arg(long, value_name = "CODE")]
    pub(super) reason: String,
}

#[derive(Subcommand, Debug)]
pub(super) enum ReportCmd {
    New(NewArgs),
    Quick {
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
    },
    List(ListArgs),
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    History(super::earlier::HistoryArgs),
    Accept(OnReport),
    TakeOver {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    Decline {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    Dispatch(WithUnit),
    Arrive(WithUnit),
    Resolve {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "TEXT", default_value = "")]
        result: String,
        #[arg(long, value_name = "CODE")]
        disposition: Option<String>,
    },
    Verify(OnReport),
    Close {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "CODE")]
        disposition: Option<String>,
        #[arg(long, value_name = "CODE", alias = "answered")]
        answer: Option<String>,
    },
    Escalate {
        #[command(flatten)]
        on: OnReport,
        #[command(flatten)]
        up: HandUp,
    },
    Transfer {
        #[command(flatten)]
        with: WithReason,
        #[arg(long, value_name = "WHOM")]
        to: String,
    },
    Duplicate {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "ID")]
        of: String,
    },
    Cancel(WithReason),
    Unfounded(WithReason),
    Reopen(WithReason),
    Note {
        #[command(flatten)]
        on: OnReport,
        #[arg(value_name = "TEXT")]
        text: String,
    },
    Amend {
        #[command(flatten)]
        on: OnReport,
        #[command(flatten)]
        telling: TellingArgs,
    },
    Undo(OnReport),
    Erase {
        #[command(flatten)]
        on: OnReport,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Subcommand, Debug)]
pub(super) enum UnitCmd {
    List,
    Status {
        #[arg(value_name = "UNIT")]
        unit: String,
        #[arg(value_name = "STATUS")]
        status: String,
    },
    CheckIn {
        #[arg(value_name = "UNIT")]
        unit: String,
        #[arg(value_name = "PLACE")]
        place: String,
    },
}

#[derive(Subcommand, Debug)]
pub(super) enum OfficerCmd {
    Add {
        #[arg(value_name = "NUMBER")]
        number: String,
        #[arg(long, value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "ROLE", default_value = "duty-officer")]
        role: String,
        #[arg(long, value_name = "UID")]
        uid: Option<u32>,
    },
    List,
    Retire {
        #[arg(value_name = "NUMBER")]
        number: String,
    },
    Passphrase {
        #[arg(value_name = "NUMBER")]
        number: Option<String>,
    },
}

#[derive(Subcommand, Debug)]
pub(super) enum SetupCmd {
    Export {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Check(FileArg),
    Apply {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        yes: bool,
        #[arg(long)]
        retire: bool,
    },
}

#[derive(Subcommand, Debug)]
pub(super) enum HandoverCmd {
    Draft,
    Sign {
        #[arg(long, value_name = "NUMBER")]
        officer: Option<String>,
        #[arg(long, value_name = "TEXT", default_value = "")]
        words: String,
        #[arg(long = "missing", value_name = "ITEM")]
        missing: Vec<String>,
    },
    Accept {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "NUMBER")]
        officer: Option<String>,
        #[arg(long = "read-back", value_name = "ID")]
        read_back: Vec<String>,
        #[arg(long, value_name = "TEXT", default_value = "")]
        reservations: String,
    },
    Withdraw {
        #[arg(value_name = "ID")]
        id: String,
    },
    Add {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(value_name = "TEXT")]
        text: String,
    },
    List,
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Export {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "text|markdown", default_value = "text")]
        format: String,
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

#[derive(Args, Debug)]
pub(super) struct JournalArgs {
    #[arg(long, value_name = "12h")]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(super) about: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Args, Debug)]
pub(super) struct SearchArgs {
    #[arg(value_name = "WORDS", required = true)]
    pub(super) words: Vec<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Subcommand, Debug)]
pub(super) enum IntakeCmd {
    Check(FileArg),
}

#[derive(Subcommand, Debug)]
pub(super) enum OutboxCmd {
    List {
        #[arg(long)]
        all: bool,
    },
    Retry {
        #[arg(value_name = "ID")]
        id: String,
    },
    Drop {
        #[arg(value_name = "ID")]
        id: String,
    },
    Test,
}

#[derive(Subcommand, Debug)]
pub(super) enum ClockCmd {
    Set {
        #[arg(value_name = "TIME")]
        time: String,
    },
    Advance {
        #[arg(value_name = "SPAN")]
        by: String,
    },
}

#[derive(Subcommand, Debug)]
pub(super) enum RulesCmd {
    Show,
    Check {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Write,
}

#[derive(Subcommand, Debug)]
pub(super) enum KeysCmd {
    List,
    Check {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Why {
        #[arg(value_name = "KEYS", required = true)]
        keys: Vec<String>,
    },
}

#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

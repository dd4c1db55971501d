//! The commands about what is owed: the due queue, supervision orders, zero reports, escalations.

use clap::{Args, Subcommand};

/// `dutydesk due`: the queue itself when no command follows.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(in crate::cli) struct DueArgs {
    #[command(flatten)]
    pub(in crate::cli) list: DueListArgs,
    #[command(subcommand)]
    pub(in crate::cli) command: Option<DueCmd>,
}

#[derive(Args, Debug, Default)]
pub(in crate::cli) struct DueListArgs {
    #[arg(long)]
    pub(in crate::cli) mine: bool,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) limit: Option<usize>,
}

/// The thing owed that an act is on. The rule may be left out where only one fits.
#[derive(Args, Debug)]
pub(in crate::cli) struct OnDue {
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    #[arg(long, value_name = "RULE")]
    pub(in crate::cli) rule: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum DueCmd {
    Snooze {
        #[command(flatten)]
        on: OnDue,
        #[arg(
            long = "for",
            value_name = "SPAN",
            required_unless_present = "until",
            conflicts_with = "until"
        )]
        span: Option<String>,
        #[arg(long, value_name = "TIME")]
        until: Option<String>,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    Return(OnDue),
    Extend {
        #[command(flatten)]
        on: OnDue,
        #[arg(long, value_name = "N")]
        days: u16,
        #[arg(long, value_name = "WORDS")]
        reason: String,
        #[arg(long)]
        agreed: bool,
    },
    Pause {
        #[command(flatten)]
        on: OnDue,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    Resume(OnDue),
}

/// By when something must be answered.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(in crate::cli) struct AnswerBy {
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) due: Option<String>,
    #[arg(long, value_name = "SPAN")]
    pub(in crate::cli) within: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum SupervisionCmd {
    Issue {
        #[arg(value_name = "REPORT")]
        report: String,
        #[arg(value_name = "TEXT")]
        text: String,
        #[command(flatten)]
        by: AnswerBy,
        #[arg(long = "officer", value_name = "NUMBER")]
        officer: Option<String>,
    },
    Answer {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(value_name = "TEXT")]
        text: String,
    },
    SendBack {
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        by: AnswerBy,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    Withdraw {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    List {
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum ZeroCmd {
    List {
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    File {
        #[arg(value_name = "ID|POST")]
        post: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        text: String,
    },
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum SweepCmd {
    List {
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    Answer {
        #[arg(id = "swept", value_name = "ID|BEAT")]
        beat: String,
        #[arg(long, value_name = "N")]
        found: u32,
        #[arg(long, value_name = "TEXT", default_value = "")]
        text: String,
    },
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum EscalationCmd {
    List {
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Acknowledge {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "TEXT", default_value = "")]
        reply: String,
    },
    Answer {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(value_name = "TEXT")]
        text: String,
    },
}

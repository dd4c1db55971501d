//! `dutydesk dispute agreement`: what was agreed as a document that everyone signs.

use crate::cli::args::AgreementArgs;
use crate::cli::context::Call;
use crate::cli::failure::{Exit, Failure};
use crate::cli::{dispute_json, file, print};
use crate::domain::dispute::{Agreement, Dispute};
use crate::publish::agreement;
use crate::words::text::one_line;

/// Prints the document, or writes it into a new file.
pub(super) fn run(call: &mut Call<'_>, args: &AgreementArgs) -> Result<(), Failure> {
    let id = call.record_id(&args.id)?;
    let dispute = super::detail(call, id)?.dispute;
    let (n, agreed) = wanted(call, &dispute, args.agreement)?;
    let (station, words) = (&call.station, call.words());
    let text = match args.format.as_str() {
        "text" => agreement::text(&dispute, agreed, station, words),
        "markdown" => agreement::markdown(&dispute, agreed, station, words),
        other => {
            let args = [("value", one_line(other)), ("known", "text, markdown".into())];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_ref())).collect();
            return Err(Failure::usage(words.with("cli-no-such-format", &args)));
        }
    };
    match &args.file {
        None if call.context.json => print::json(&dispute_json::agreement(call, &dispute, n, agreed), words),
        None => print::lines(&text, words),
        Some(path) => file::write_new(words, path, text.as_bytes()),
    }
}

/// The agreement of this number; the one that stands when none is named.
fn wanted<'a>(
    call: &Call<'_>,
    dispute: &'a Dispute,
    asked: Option<u16>,
) -> Result<(u16, &'a Agreement), Failure> {
    let all = (1u16..).zip(&dispute.agreements);
    let found = match asked {
        Some(asked) => all.into_iter().find(|(n, _)| *n == asked),
        None => all.last(),
    };
    found.ok_or_else(|| {
        let (id, n) = (dispute.id.to_string(), asked.unwrap_or_default().to_string());
        let which = match asked {
            Some(_) => "cli-dispute-no-agreement",
            None => "cli-dispute-not-agreed",
        };
        Failure::new(Exit::Refused, call.words().with(which, &[("id", &id), ("n", &n)]))
    })
}

//! How the flags of disputes are read: numbers of those concerned, days, and what several values of one flag mean.
//!
//! It only reads what was typed; whether it may be done, the desk's rules say.

use super::coded::entry;
use super::pieces::{self, Pieces};
use crate::cli::context::Call;
use crate::cli::due::at_time;
use crate::cli::failure::Failure;
use crate::domain::Private;
use crate::domain::dispute::Dispute;
use crate::domain::dispute::said::{Party, Promise, Representative};
use crate::domain::dispute::terms::PartyRole;
use crate::domain::money::Money;
use crate::words::text::one_line;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// What may be told about a party beside its name.
const OF_A_PARTY: &[&str] =
    &["name", "role", "phone", "address", "represented-by", "representative-phone", "capacity", "namesake"];
/// What may be told about a promise beside who does what.
const OF_A_PROMISE: &[&str] = &["by", "amount"];
/// The end of a day, as it is said.
const LAST_MINUTE: Time = Time::constant(23, 59, 0, 0);
/// Every party, in one word.
const EVERY: &[&str] = &["all", "全部"];

/// The numbers in `1,2`, `1、2` or `1 2`; `all` stands for everyone concerned, which only the dispute knows.
pub(super) fn numbers(call: &Call<'_>, flag: &str, text: &str) -> Result<Option<Vec<u16>>, Failure> {
    let trimmed = text.trim();
    if EVERY.contains(&trimmed) {
        return Ok(None);
    }
    let parts = trimmed.split([',', '，', '、', ' ', '+']).map(str::trim).filter(|part| !part.is_empty());
    let read = parts.map(|part| part.parse::<u16>().ok().filter(|n| *n > 0)).collect::<Option<Vec<_>>>();
    let mut read = read.ok_or_else(|| wrong(call, "cli-no-numbers", flag, text))?;
    read.sort_unstable();
    read.dedup();
    Ok(Some(read))
}

/// The numbers of everyone concerned.
pub(super) fn everyone(dispute: &Dispute) -> Vec<u16> {
    (1u16..).take(dispute.parties.len()).collect()
}

/// By when something is to be done: a date is the end of that day; a clock time is the next one.
pub(super) fn by_when(call: &Call<'_>, flag: &str, text: &str) -> Result<Timestamp, Failure> {
    match date(text) {
        Some(date) => {
            let end = call.station.zone().to_ambiguous_zoned(date.to_datetime(LAST_MINUTE));
            let end = end.compatible().map(|zoned| zoned.timestamp());
            end.map_err(|_| wrong(call, "cli-no-date", flag, text))
        }
        None => at_time(call, text).map_err(|_| wrong(call, "cli-no-date", flag, text)),
    }
}

/// When a sitting is to come: it needs a time of the day.
pub(super) fn sitting_at(call: &Call<'_>, text: &str) -> Result<Timestamp, Failure> {
    match date(text) {
        Some(_) => Err(wrong(call, "cli-no-time", "", text)),
        None => at_time(call, text),
    }
}

fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let only_a_date = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    text.parse().ok().filter(|_| only_a_date)
}

/// An amount of money.
fn money(call: &Call<'_>, flag: &str, text: &str) -> Result<Money, Failure> {
    text.parse().map_err(|_| wrong(call, "cli-no-amount", flag, text))
}

/// A promise: `1: pays for the wall; by=2026-12-01; amount=3000`.
pub(super) fn promise(call: &Call<'_>, text: &str) -> Result<Promise, Failure> {
    let flag = "--promise";
    let pieces = parted(call, flag, text, OF_A_PROMISE)?;
    let digits = pieces.front.find(|c: char| !c.is_ascii_digit()).unwrap_or(pieces.front.len());
    let (by, what) = pieces.front.split_at(digits);
    let what = what.trim_start().trim_start_matches([':', '：', ';', '；', '、']).trim();
    let by = by.parse().ok().filter(|n| *n > 0).filter(|_| !what.is_empty());
    let by: u16 = by.ok_or_else(|| untold(call, "cli-no-promise", flag))?;
    let mut promise = Promise { by, what: Private::from(what), due: None, amount: None };
    for (name, value) in pieces.named {
        let value = value.filter(|v| !v.is_empty()).ok_or_else(|| valueless(call, flag, name))?;
        if name == "by" {
            promise.due = Some(by_when(call, flag, value)?);
        } else {
            promise.amount = Some(money(call, flag, value)?);
        }
    }
    Ok(promise)
}

/// A party as it is told: `Wei Dashan; role=applicant; phone=..; address=..`.
pub(super) fn party(
    call: &Call<'_>,
    flag: &str,
    text: &str,
    role: Option<PartyRole>,
) -> Result<Party, Failure> {
    let blank = Party {
        name: Private::default(),
        role: role.unwrap_or(PartyRole::Applicant),
        phone: Private::default(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    };
    let pieces = parted(call, flag, text, OF_A_PARTY)?;
    let told = role.is_some() || pieces.named.iter().any(|(name, _)| *name == "role");
    if told { amended(call, flag, &pieces, blank) } else { Err(untold(call, "cli-no-role", flag)) }
}

/// A party with what is told anew; a name without a value takes away what stood there.
pub(super) fn party_again(call: &Call<'_>, flag: &str, text: &str, before: Party) -> Result<Party, Failure> {
    let pieces = parted(call, flag, text, OF_A_PARTY)?;
    // Whether it is an officer, the desk finds out anew.
    amended(call, flag, &pieces, Party { officer: None, ..before })
}

fn amended(call: &Call<'_>, flag: &str, pieces: &Pieces<'_>, before: Party) -> Result<Party, Failure> {
    let mut party = before;
    if !pieces.front.is_empty() {
        party.name = Private::from(pieces.front);
    }
    let mut speaks = party.represented_by.take().unwrap_or_default();
    for (name, value) in &pieces.named {
        let text = || value.map(Private::from).ok_or_else(|| valueless(call, flag, name));
        match *name {
            "name" => party.name = text()?,
            "role" => party.role = entry(call, "role=", value.unwrap_or_default())?,
            "phone" => party.phone = text()?,
            "address" => party.address = text()?,
            "represented-by" => speaks.name = text()?,
            "representative-phone" => speaks.phone = text()?,
            "capacity" => speaks.capacity = text()?,
            _ => party.namesake = yes(call, flag, name, *value)?,
        }
    }
    if speaks.name.is_empty() && speaks != Representative::default() {
        let told = pieces.named.iter().any(|(name, _)| *name == "represented-by");
        if !told {
            return Err(valueless(call, flag, "represented-by"));
        }
        speaks = Representative::default();
    }
    party.represented_by = Some(speaks).filter(|speaks| !speaks.name.is_empty());
    Ok(party)
}

fn yes(call: &Call<'_>, flag: &str, name: &str, value: Option<&str>) -> Result<bool, Failure> {
    match value {
        None | Some("yes") => Ok(true),
        Some("no") => Ok(false),
        Some(_) => Err(valueless(call, flag, name)),
    }
}

fn parted<'a>(call: &Call<'_>, flag: &str, text: &'a str, known: &[&str]) -> Result<Pieces<'a>, Failure> {
    pieces::read(text, known).map_err(|pieces::Unknown(name)| {
        let args = [("flag", flag), ("value", &one_line(name)), ("known", &known.join(", "))];
        Failure::usage(call.words().with("cli-no-such-piece", &args))
    })
}

fn valueless(call: &Call<'_>, flag: &str, name: &str) -> Failure {
    Failure::usage(call.words().with("cli-piece-empty", &[("flag", flag), ("name", name)]))
}

/// Something is missing in what was typed. That may name people, so it is not repeated.
fn untold(call: &Call<'_>, id: &str, flag: &str) -> Failure {
    Failure::usage(call.words().with(id, &[("flag", flag)]))
}

/// A number or a time that makes no sense.
fn wrong(call: &Call<'_>, id: &str, flag: &str, text: &str) -> Failure {
    Failure::usage(call.words().with(id, &[("flag", flag), ("value", &one_line(text))]))
}

//! How long each field may be, in characters. Forms, files and commands are all held to these.

use super::private::Private;
use super::refusal::{Field, Refusal};

/// A narrative, what was said at a sitting, what was agreed.
pub const NARRATIVE_MAX: u32 = 10_000;
/// A note, a result, a measure, an obligation, a remark, a reply, the outgoing officer's words, reservations.
pub const TEXT_MAX: u32 = 4_000;
/// A place, a court, or whom something is handed to.
pub const PLACE_MAX: u32 = 200;
/// A name.
pub const NAME_MAX: u32 = 100;
/// A telephone number.
pub const PHONE_MAX: u32 = 40;
/// A number given by a source.
pub const SOURCE_KEY_MAX: u32 = 100;
/// A code in the setup.
pub const CODE_MAX: u32 = 32;
/// The fewest characters of a passphrase.
pub const PASSPHRASE_MIN: u32 = 8;
/// How far an event may lie ahead of the desk's clock, in seconds: clocks of other systems differ.
pub const EVENT_AHEAD_S: i64 = 300;
/// How long after a step it can be taken back, in seconds.
pub const UNDO_WITHIN_S: i64 = 600;
/// How long something about danger to life may be put off, in hours.
pub const SNOOZE_URGENT_HOURS: u32 = 1;
/// How long something may be put off when it has less than a day, in hours.
pub const SNOOZE_HOURS: u32 = 24;
/// How long something may be put off when it has days, in hours.
pub const SNOOZE_LONG_HOURS: u32 = 24 * 30;

/// The most characters a field may have.
pub const fn max_of(field: Field) -> u32 {
    match field {
        Field::Narrative | Field::Said | Field::Terms => NARRATIVE_MAX,
        Field::Result
        | Field::Note
        | Field::Reply
        | Field::Instruction
        | Field::Remark
        | Field::Measure
        | Field::Obligation
        | Field::Words
        | Field::Reservations => TEXT_MAX,
        Field::Place | Field::To | Field::Court | Field::Passphrase => PLACE_MAX,
        Field::CallerName | Field::OtherName | Field::Name | Field::Zone => NAME_MAX,
        Field::CallerPhone | Field::OtherPhone | Field::EventTime => PHONE_MAX,
        Field::SourceKey => SOURCE_KEY_MAX,
        Field::Type
        | Field::Priority
        | Field::Beat
        | Field::Disposition
        | Field::Answer
        | Field::Reason
        | Field::Code
        | Field::Found
        | Field::Status => CODE_MAX,
    }
}

/// Refuses a text that is too long for its field.
pub fn fits(field: Field, text: &str) -> Result<(), Refusal> {
    let max = max_of(field);
    let fits = usize::try_from(max).is_ok_and(|max| text.len() <= max || text.chars().count() <= max);
    if fits { Ok(()) } else { Err(Refusal::TooLong { field, max }) }
}

/// Refuses a text that is empty or too long for its field.
pub fn filled(field: Field, text: &Private) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Empty { field }) } else { fits(field, text) }
}

/// Refuses a reason in words that is empty or too long. Coded reasons are short; this one may be a sentence.
pub fn reasoned(reason: &Private) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        Err(Refusal::Empty { field: Field::Reason })
    } else {
        fits(Field::Note, reason)
    }
}

/// Whether a text can be a code: they are typed on a bad line and stand in files, so letters, digits, `-` and `_` only.
pub fn is_code(text: &str) -> bool {
    let fits = usize::try_from(CODE_MAX).is_ok_and(|max| (1..=max).contains(&text.len()));
    fits && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

//! A sentence to the officer, kept as a value and put into words when it is shown: the language may change in between.
//!
//! It never holds a rendered text of our own, only the id of one; what stands in it from outside is made safe where it
//! is drawn.

use super::reading::Reading;
use crate::domain::{Code, OfficerId, RecordId, Refusal};
use jiff::Timestamp;

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say {
    /// A text of the console with its variables.
    Word {
        /// The text's id.
        id: &'static str,
        /// Its variables.
        args: Vec<(&'static str, Arg)>,
    },
    /// A rule said no.
    Refused(Refusal),
}

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// As it is.
    Text(String),
    /// Another text of the console.
    Word(String),
    /// A record, by its short number.
    Record(RecordId),
    /// Several records, by their short numbers.
    Records(Vec<RecordId>),
    /// Another sentence.
    Say(Box<Say>),
    /// An officer, by name.
    Officer(OfficerId),
    /// A unit, by name.
    Unit(Code),
    /// A deadline rule, by name.
    Rule(Code),
    /// A form, by the name under which the desk keeps its draft: its title.
    Form(String),
    /// A time of day at the station.
    Clock(Timestamp),
    /// A number of things, with its plural forms; the variable is called `count`.
    Count(u64),
}

impl Say {
    /// A text without variables.
    pub const fn word(id: &'static str) -> Say {
        Say::Word { id, args: Vec::new() }
    }

    /// A text with variables.
    pub fn with(id: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Say {
        Say::Word { id, args: args.into_iter().collect() }
    }

    /// The sentence in words.
    pub fn text(&self, reading: &Reading<'_>) -> String {
        match self {
            Say::Word { id, args } => in_words(id, args, reading),
            Say::Refused(refusal) => reading.words.refusal(refusal, reading.station, reading.zone),
        }
    }
}

impl Arg {
    fn text(&self, reading: &Reading<'_>) -> String {
        let (station, lang) = (reading.station, reading.lang());
        match self {
            Arg::Text(text) => text.clone(),
            Arg::Word(id) => reading.words.get(id),
            Arg::Record(id) => reading.number(*id),
            Arg::Records(ids) => ids.iter().map(|id| reading.number(*id)).collect::<Vec<_>>().join(", "),
            Arg::Say(say) => say.text(reading),
            Arg::Officer(id) => station.officer_name(id, lang).to_owned(),
            Arg::Unit(code) => station.unit_name(code, lang).to_owned(),
            Arg::Rule(code) => reading.words.rule(code, station),
            Arg::Form(draft) => form_title(draft, reading),
            Arg::Clock(at) => reading.clock(*at),
            Arg::Count(count) => count.to_string(),
        }
    }
}

fn form_title(draft: &str, reading: &Reading<'_>) -> String {
    let mut parts = draft.split(' ');
    let (code, about) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let about = match about.parse::<RecordId>() {
        Ok(id) => reading.number(id),
        Err(_) => reading.station.unit_name(&about.into(), reading.lang()).to_owned(),
    };
    let title = format!("form-title-{code}");
    // A draft of another version of the program may be of a form that this one doesn't have.
    if reading.words.has(&title) {
        reading.words.with(&title, &[("about", &about)])
    } else {
        draft.to_owned()
    }
}

fn in_words(id: &str, args: &[(&'static str, Arg)], reading: &Reading<'_>) -> String {
    let texts: Vec<(&str, String)> = args.iter().map(|(name, arg)| (*name, arg.text(reading))).collect();
    let named: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let count = args.iter().find_map(|(_, arg)| if let Arg::Count(n) = arg { Some(*n) } else { None });
    match count {
        Some(count) => reading.words.count_with(id, count, &named),
        None => reading.words.with(id, &named),
    }
}

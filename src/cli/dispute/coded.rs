//! The closed lists of disputes on the command line: what a flag takes is told from the list itself, in help, in
//! completions and in the sentence about a code that is not in it.

use crate::cli::context::Call;
use crate::cli::failure::Failure;
use crate::words::Listed;
use crate::words::text::one_line;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command};
use std::ffi::OsStr;
use std::marker::PhantomData;

/// Takes any text as the value of a flag, and knows what the list has: a wrong code is told later, in the language of
/// the one who typed it.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct CodeOf<T>(PhantomData<T>);

impl<T: Listed> CodeOf<T> {
    /// The values of a list.
    pub(in crate::cli) const fn list() -> CodeOf<T> {
        CodeOf(PhantomData)
    }
}

impl<T: Listed + Send + Sync> TypedValueParser for CodeOf<T> {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(T::ENTRIES.iter().map(|entry| PossibleValue::new(entry.entry_code()))))
    }
}

/// The entry of a list that a flag names.
pub(super) fn entry<T: Listed>(call: &Call<'_>, flag: &str, text: &str) -> Result<T, Failure> {
    let found = T::ENTRIES.iter().copied().find(|entry| entry.entry_code() == text.trim());
    found.ok_or_else(|| {
        let known: Vec<&str> = T::ENTRIES.iter().map(|entry| entry.entry_code()).collect();
        let args = [("flag", flag), ("value", &one_line(text)), ("known", &known.join(", "))];
        Failure::usage(call.words().with("cli-no-such-code", &args))
    })
}

/// The same for a flag that may be left out.
pub(super) fn entry_of<T: Listed>(
    call: &Call<'_>,
    flag: &str,
    text: Option<&String>,
) -> Result<Option<T>, Failure> {
    text.map(|text| entry(call, flag, text)).transpose()
}

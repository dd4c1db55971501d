//! Owns the texts of one language as a process holds them: a list of ids, and each text read when it is first said.
//!
//! A console says a third of all texts, and read texts are ten times as large as written ones; with twenty consoles on a
//! small machine that counts. The texts are the same for everybody, so a process has one shelf for each language.

use super::ROOMS;
use crate::domain::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};
use unic_langid::LanguageIdentifier;

/// The texts of one language.
pub(super) struct Shelf {
    /// The written text of every id.
    written: HashMap<&'static str, &'static str>,
    /// The texts that were read.
    read: RwLock<FluentBundle<FluentResource>>,
}

/// The shelf of a language.
pub(super) fn shelf(lang: Lang) -> &'static Shelf {
    static EN: OnceLock<Shelf> = OnceLock::new();
    static ZH: OnceLock<Shelf> = OnceLock::new();
    match lang {
        Lang::En => EN.get_or_init(|| Shelf::new(lang, "en")),
        Lang::Zh => ZH.get_or_init(|| Shelf::new(lang, "zh")),
    }
}

impl Shelf {
    fn new(lang: Lang, tag: &str) -> Shelf {
        let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut read = FluentBundle::new_concurrent(vec![tag]);
        // The marks that Fluent puts around arguments are invisible characters, which the screens show as signs.
        read.set_use_isolating(false);
        let written = ROOMS.iter().flat_map(|room| texts(room.of(lang))).collect();
        Shelf { written, read: RwLock::new(read) }
    }

    /// Whether there is a text with this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.written.contains_key(id)
    }

    /// The text with this id and its variables; none when there is no such text, or it can't be read.
    pub(super) fn say(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        if let Some(said) = said(&self.read.read().unwrap_or_else(PoisonError::into_inner), id, args) {
            return Some(said);
        }
        let mut read = self.read.write().unwrap_or_else(PoisonError::into_inner);
        self.take_down(id, &mut read);
        said(&read, id, args)
    }

    /// Reads a text, and those that it is made of.
    fn take_down(&self, id: &str, read: &mut FluentBundle<FluentResource>) {
        let Some(written) = self.written.get(id).filter(|_| !read.has_message(id)) else { return };
        // A text that can't be read is left out; the tests read every text strictly.
        let text = FluentResource::try_new((*written).to_owned()).unwrap_or_else(|(text, _)| text);
        let _ = read.add_resource(text);
        for part in named_in(written) {
            self.take_down(part, read);
        }
    }
}

fn said(read: &FluentBundle<FluentResource>, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = read.get_message(id)?.value()?;
    // A variable that was not given is shown by its name; what else could be said then?
    Some(read.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

/// The texts of a file by their ids. A text begins with its id at the begin of a line and goes on over the lines below
/// that begin with neither an id nor a comment.
fn texts(file: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    let parts = starts.iter().zip(ends).filter_map(|(start, end)| file.get(*start..end));
    parts
        .filter_map(|part| Some((part.split_once('=')?.0.trim_end(), part)))
        .filter(|(id, _)| is_id(id))
        .collect()
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The ids of other texts that stand in braces.
fn named_in(written: &str) -> impl Iterator<Item = &str> {
    let in_braces = written.split('{').skip(1).filter_map(|rest| rest.split(['}', '\n']).next());
    in_braces.map(str::trim).filter(|name| is_id(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_parted_at_its_ids() {
        let file = "# About.\n\none = First\n    and more\n# Two\ntwo-b = { $n ->\n    [one] { one }\n   *[other] {one}s\n}\n\n";
        let found = texts(file);
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["one", "two-b"]);
        assert!(found[0].1.ends_with("and more\n"), "{found:?}");
        assert!(found[1].1.contains("[other]") && found[1].1.contains("\n}"), "{found:?}");
        assert_eq!(named_in(found[1].1).collect::<Vec<_>>(), ["one", "one"]);
    }

    #[test]
    fn a_text_made_of_others_is_whole_and_only_what_is_said_is_read() {
        let shelf = Shelf::new(Lang::Zh, "zh");
        assert_eq!(shelf.say("no-such-id", None), None);
        for id in shelf.written.keys() {
            let said = shelf.say(id, None).unwrap_or_default();
            assert!(!said.contains("{never") && !said.is_empty(), "{id}: {said}");
        }
    }
}

//! PURE. The two languages of the desk: Fluent texts embedded in the program, one function per kind of text, and
//! what text may look like on a screen or in a document.
//!
//! Nothing here reads the environment, a file or a clock. Texts from outside (narratives, names, notes) go into a
//! sentence as they are: whoever puts the sentence on a screen or into a document makes the whole of it safe there,
//! once, with the functions of [`text`].

mod dispute;
mod earlier;
mod fact;
mod locale;
mod names;
mod notice;
mod refusal;
mod rules;
mod shelf;
mod speed;
mod sweep;
pub mod text;
mod time;

pub use dispute::Listed;
pub use locale::lang_of;

use crate::domain::Lang;
use fluent_bundle::{FluentArgs, FluentValue};
use shelf::{Shelf, shelf};
use std::borrow::Cow;
use std::fmt;

/// The texts of one room in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The room's name: `src/words/en/NAME.ftl` and `src/words/zh/NAME.ftl`.
    pub name: &'static str,
    /// Its texts in English.
    pub en: &'static str,
    /// Its texts in Chinese.
    pub zh: &'static str,
}

impl Room {
    /// Its texts in a language.
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

macro_rules! rooms {
    ($($name:literal),* $(,)?) => {
        [$(Room {
            name: $name,
            en: include_str!(concat!("en/", $name, ".ftl")),
            zh: include_str!(concat!("zh/", $name, ".ftl")),
        }),*]
    };
}

/// Every room's texts: the one list. A room that is not in it has no words.
pub const ROOMS: &[Room] = &rooms! {
    "app",
    "dispute",
    "dispute-form",
    "dispute-cli",
    "dispute-screen",
    "doctor",
    "due",
    "cli",
    "earlier",
    "facts",
    "handed",
    "help",
    "intake",
    "form",
    "keys",
    "kinds",
    "names",
    "outbox",
    "publish",
    "refusals",
    "rules",
    "terminal",
    "setup",
    "speed",
    "sweep",
    "time",
    "ui",
};

/// The words of one language. All that a process has share the texts that were read.
pub struct Words {
    lang: Lang,
    shelf: &'static Shelf,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language.
    ///
    /// ```
    /// use dutydesk::{domain::Lang, words::Words};
    /// assert_eq!(Words::new(Lang::Zh).lang(), Lang::Zh);
    /// assert_eq!(Words::new(Lang::En).get("no-such-id"), "no-such-id");
    /// ```
    pub fn new(lang: Lang) -> Words {
        Words { lang, shelf: shelf(lang) }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a text with this id.
    pub fn has(&self, id: &str) -> bool {
        self.shelf.has(id)
    }

    /// The text with this id; the id itself when there is none.
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The text with this id and its variables. Numbers are given as text, so they are shown as they are.
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.format(id, Some(&args_of(args)))
    }

    /// The text with this id for a number of things: its variable `count` has plural forms.
    pub fn count(&self, id: &str, count: u64) -> String {
        self.count_with(id, count, &[])
    }

    /// The same with further variables.
    pub fn count_with(&self, id: &str, count: u64, args: &[(&str, &str)]) -> String {
        let mut args = args_of(args);
        args.set("count", FluentValue::from(count));
        self.format(id, Some(&args))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.shelf.say(id, args).unwrap_or_else(|| id.to_owned())
    }
}

fn args_of<'a>(args: &'a [(&str, &str)]) -> FluentArgs<'a> {
    args.iter()
        .map(|(name, value)| (Cow::Borrowed(*name), FluentValue::String(Cow::Borrowed(*value))))
        .collect()
}

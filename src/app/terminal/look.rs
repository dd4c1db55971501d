//! Owns what can be said about a terminal from the environment, before anything is written to it.
//!
//! It asks the terminal nothing and guesses as little as it can.

use crate::app::backend::{Caps, Colours};
use crate::domain::Lang;
use crate::words::Words;
use crate::words::text::{safe, truncate};

/// What the environment says about the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `TERM`.
    pub term: Option<String>,
    /// `NO_COLOR`.
    pub no_color: Option<String>,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub locale: Option<String>,
    /// The line goes over SSH.
    pub remote: bool,
}

impl Surroundings {
    /// Reads the environment of this process.
    pub fn read() -> Surroundings {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Surroundings {
            term: set("TERM"),
            no_color: set("NO_COLOR"),
            locale: set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")),
            remote: set("SSH_CONNECTION").is_some() || set("SSH_TTY").is_some(),
        }
    }
}

/// How the console has to treat its terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// What the backend may use.
    pub caps: Caps,
    /// Chinese can be shown. The bare Linux console can't, it has room for 512 glyphs.
    pub chinese: bool,
    /// The terminal may be asked for synchronized output. The Linux console would show part of the question.
    pub ask_sync: bool,
    /// The line goes over SSH: the parts of one key may come apart.
    pub remote: bool,
}

/// Why the console can't run here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Standard input or output is a file, a pipe or nothing.
    #[error("input or output is not a terminal")]
    NotATerminal,
    /// `TERM` is not set.
    #[error("TERM is not set")]
    NoTerm,
    /// `TERM` names a terminal that can't place its cursor.
    #[error("the terminal '{0}' can't place its cursor")]
    Dumb(String),
}

impl Unfit {
    /// The refusal as a sentence, with what to do instead.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Unfit::NotATerminal => words.get("terminal-not-one"),
            Unfit::NoTerm => words.get("terminal-no-term"),
            Unfit::Dumb(term) => words.with("terminal-dumb", &[("term", &truncate(&safe(term), 40))]),
        }
    }
}

/// Terminals that can't place their cursor.
const DUMB: [&str; 5] = ["dumb", "unknown", "network", "dialup", "tty33"];
/// The old terminals without colour.
const COLOURLESS: [&str; 6] = ["vt100", "vt102", "vt220", "vt320", "vt420", "vt510"];

impl Look {
    /// How to treat the terminal in these surroundings.
    ///
    /// # Errors
    ///
    /// [`Unfit`] when no screen can be drawn on it.
    pub fn of(surroundings: &Surroundings) -> Result<Look, Unfit> {
        let term = surroundings.term.as_deref().filter(|term| !term.is_empty()).ok_or(Unfit::NoTerm)?;
        if DUMB.contains(&term) {
            return Err(Unfit::Dumb(term.to_owned()));
        }
        let linux = term == "linux" || term.starts_with("linux-");
        let family = term.split('-').next().unwrap_or(term);
        let mono = COLOURLESS.contains(&family) || term.ends_with("-m") || term.ends_with("-mono");
        let colourless = mono || surroundings.no_color.as_deref().is_some_and(|value| !value.is_empty());
        let ascii = surroundings.locale.as_deref().is_some_and(names_another_charset);
        let caps = Caps {
            colours: if colourless { Colours::None } else { Colours::Sixteen },
            sync: false,
            // The first of them could not delete or insert a line yet.
            scroll_regions: family != "vt100",
            ascii,
        };
        Ok(Look { caps, chinese: !linux && !ascii, ask_sync: !linux, remote: surroundings.remote })
    }

    /// The language to show when this one was asked for, and the id of what to say when it is another.
    pub const fn language(&self, asked: Lang) -> (Lang, Option<&'static str>) {
        match asked {
            Lang::Zh if !self.chinese => (Lang::En, Some("terminal-no-chinese")),
            Lang::Zh | Lang::En => (asked, None),
        }
    }
}

/// Whether a locale says that the terminal reads something else than UTF-8. One that says nothing (`C`, `POSIX`)
/// counts as UTF-8: hardly a terminal is left that is not, and a wrong guess would hide all Chinese text.
fn names_another_charset(locale: &str) -> bool {
    let charset = locale.split('@').next().and_then(|l| l.split_once('.')).map(|(_, charset)| charset);
    charset.is_some_and(|charset| {
        let plain: String = charset.chars().filter(char::is_ascii_alphanumeric).collect();
        !plain.eq_ignore_ascii_case("utf8")
    })
}

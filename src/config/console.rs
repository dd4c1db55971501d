//! Owns an officer's own preferences: what `console.toml` may say, and everything that is wrong with it, at once.
//!
//! Pure: it is handed the text. A bad line costs only itself, never the console; what a keymap is called is told by the
//! caller, and what a terminal can show is decided elsewhere.

use super::{Problem, Source, nearest};
use crate::domain::Lang;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The longest preferences file that is read, in bytes.
pub const MOST_BYTES: usize = 16 * 1024;

/// What borders are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Borders {
    /// Box-drawing lines.
    Lines,
    /// `+`, `-` and `|`.
    Ascii,
}

/// How many colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// The 16 that every colour terminal has.
    Sixteen,
    /// None.
    None,
}

/// What an officer wants of the console. What is none is left to the terminal and the locale.
///
/// ```
/// use dutydesk::config::{Source, console::{Borders, Preferences}};
/// let source = Source::new("console.toml", "borders = \"lines\"\nbel = false\n");
/// let (preferences, problems) = Preferences::read(&source, &["vim"]);
/// assert_eq!(preferences.borders, Some(Borders::Lines));
/// assert_eq!((problems[0].line, problems[0].suggestion.as_deref()), (2, Some("bell")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// `lang = "en"` or `"zh"`.
    pub lang: Option<Lang>,
    /// `borders = "lines"` or `"ascii"`.
    pub borders: Option<Borders>,
    /// `colours = "16"` or `"none"`.
    pub colours: Option<Colours>,
    /// `contrast = "high"`: the row under the cursor is painted as a whole. Otherwise `"normal"`.
    pub high_contrast: bool,
    /// `bell = true` or `false`.
    pub bell: bool,
    /// `keymaps = ["vim", "fkeys"]`: the shipped keymaps laid over the default one, in this order.
    pub keymaps: Vec<String>,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            lang: None,
            borders: None,
            colours: None,
            high_contrast: false,
            bell: true,
            keymaps: Vec::new(),
        }
    }
}

/// The names that the file may use.
const NAMES: [&str; 6] = ["lang", "borders", "colours", "contrast", "bell", "keymaps"];

impl Preferences {
    /// The preferences in a text, and what is wrong with it, in the order of its lines. `keymaps` are the names of the
    /// shipped keymaps.
    pub fn read(source: &Source, keymaps: &[&str]) -> (Preferences, Vec<Problem>) {
        let mut reader = Reader { source, keymaps, found: Preferences::default(), problems: Vec::new() };
        if source.text().len() > MOST_BYTES {
            let problem = source.error(0..0, "app-problem-too-large").with("most", MOST_BYTES / 1024);
            return (reader.found, vec![problem]);
        }
        let (table, errors) = DeTable::parse_recoverable(source.text());
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            reader.tell(span, "app-problem-syntax");
        }
        // The parser makes something of a broken line too; what it guesses isn't what is written.
        let broken: Vec<usize> = reader.problems.iter().map(|problem| problem.line).collect();
        for (name, value) in table.get_ref() {
            let lines = source.place(name.span().start).0..=source.place(value.span().end).0;
            if !broken.iter().any(|line| lines.contains(line)) {
                reader.line(name.get_ref(), name.span(), value);
            }
        }
        let Reader { found, mut problems, .. } = reader;
        problems.sort_by_key(|problem| problem.span.start);
        // A line that is no TOML is told once, however often the parser stumbles on it.
        problems.dedup_by_key(|problem| (problem.line, problem.key));
        (found, problems)
    }
}

struct Reader<'a> {
    source: &'a Source,
    keymaps: &'a [&'a str],
    found: Preferences,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn tell(&mut self, span: Range<usize>, key: &'static str) {
        self.problems.push(self.source.error(span, key));
    }

    fn line(&mut self, name: &str, span: Range<usize>, value: &Spanned<DeValue<'_>>) {
        match name {
            "lang" => {
                self.found.lang = self.one_of(name, value, [("en", Lang::En), ("zh", Lang::Zh)]);
            }
            "borders" => {
                let known = [("lines", Borders::Lines), ("ascii", Borders::Ascii)];
                self.found.borders = self.one_of(name, value, known);
            }
            "colours" => {
                let known = [("16", Colours::Sixteen), ("none", Colours::None)];
                self.found.colours = self.one_of(name, value, known);
            }
            "contrast" => {
                let high = self.one_of(name, value, [("high", true), ("normal", false)]);
                self.found.high_contrast = high.unwrap_or(false);
            }
            "bell" => match value.get_ref() {
                DeValue::Boolean(bell) => self.found.bell = *bell,
                _ => {
                    self.problems.push(self.not_one_of(name, value.span(), "true, false"));
                }
            },
            "keymaps" => self.keymaps(value),
            _ => {
                let problem = self.source.error(span, "app-problem-unknown-name");
                let problem = problem.with("name", name).with("names", NAMES.join(", "));
                self.problems.push(problem.meant(nearest(name, NAMES)));
            }
        }
    }

    fn not_one_of(&self, name: &str, span: Range<usize>, known: &str) -> Problem {
        self.source.error(span, "app-problem-bad-value").with("name", name).with("known", known)
    }

    fn one_of<T: Copy, const N: usize>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        known: [(&'static str, T); N],
    ) -> Option<T> {
        let words = known.map(|(word, _)| word);
        let text = value.get_ref().as_str();
        let found = known.iter().find(|(word, _)| Some(*word) == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let quoted = words.map(|word| format!("\"{word}\"")).join(", ");
            let meant = text.and_then(|text| nearest(text, words)).map(|word| format!("\"{word}\""));
            self.problems.push(self.not_one_of(name, value.span(), &quoted).meant(meant));
        }
        found
    }

    fn keymaps(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(items) = value.get_ref().as_array() else {
            return self.tell(value.span(), "app-problem-keymaps-list");
        };
        let mut chosen: Vec<String> = Vec::new();
        for item in items {
            let name = item.get_ref().as_str().unwrap_or_default();
            if !self.keymaps.contains(&name) {
                let problem = self.source.error(item.span(), "app-problem-unknown-keymap");
                let problem = problem.with("name", name).with("names", self.keymaps.join(", "));
                self.problems.push(problem.meant(nearest(name, self.keymaps.iter().copied())));
            } else if !chosen.iter().any(|known| known == name) {
                chosen.push(name.to_owned());
            }
        }
        self.found.keymaps = chosen;
    }
}

//! A complaint about configuration, pointing into the user's own text.
//!
//! It holds no sentence of its own: what it says is a word and its arguments, spoken in the reader's
//! language by whoever shows it. It never reads a file.

use std::ops::Range;
use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The line is not used as written.
    Error,
    /// The line is used, but perhaps not as meant.
    Warning,
}

/// A configuration text and the name it is known by.
#[derive(Clone)]
pub struct Source {
    name: Arc<str>,
    text: String,
    line_starts: Vec<usize>,
}

/// Names the file only: configuration holds officers' names.
impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Source {
    /// A text with the file name to show for it. A byte order mark is dropped.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<String>) -> Source {
        let mut text = text.into();
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(ends).collect();
        Source { name: name.into(), text, line_starts }
    }

    /// The file name.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The text, without a byte order mark. Spans count in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub fn place(&self, byte: usize) -> (usize, usize) {
        let byte = self.whole(byte);
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        (line, self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1)
    }

    /// The nearest byte at or before this one that begins a character.
    fn whole(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        (0..=byte).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// The bytes of a line, counted from 1, without its line end.
    fn line_span(&self, line: usize) -> Range<usize> {
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// An error at `span`, said with the word `key`.
    pub fn error(&self, span: Range<usize>, key: &'static str) -> Problem {
        self.problem(Severity::Error, span, key)
    }

    /// A warning at `span`, said with the word `key`.
    pub fn warning(&self, span: Range<usize>, key: &'static str) -> Problem {
        self.problem(Severity::Warning, span, key)
    }

    fn problem(&self, severity: Severity, span: Range<usize>, key: &'static str) -> Problem {
        let (line, column) = self.place(span.start);
        let file = Arc::clone(&self.name);
        Problem { file, span, line, column, key, args: Vec::new(), suggestion: None, severity }
    }
}

/// One complaint about one place of a configuration text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file.
    pub file: Arc<str>,
    /// The bytes it is about.
    pub span: Range<usize>,
    /// The line it starts in, from 1.
    pub line: usize,
    /// The column it starts in, from 1, in characters.
    pub column: usize,
    /// The word that says it.
    pub key: &'static str,
    /// The arguments of that word.
    pub args: Vec<(&'static str, String)>,
    /// What was probably meant.
    pub suggestion: Option<String>,
    /// How bad it is.
    pub severity: Severity,
}

/// Says a word with its arguments.
pub type Say<'a> = dyn Fn(&str, &[(&str, &str)]) -> String + 'a;

/// How the reader of a problem is spoken to.
///
/// ```
/// use dutydesk::{config::Voice, domain::Lang, words::{Words, text}};
/// let words = Words::new(Lang::Zh);
/// let voice = Voice { say: &|id, args| words.with(id, args), safe: &|part| text::safe(part).into_owned() };
/// assert_eq!((voice.say)("keys-layer-desk", &[]), "任何地方");
/// ```
pub struct Voice<'a> {
    /// The sentence of a word with its arguments, in the reader's language.
    pub say: &'a Say<'a>,
    /// Outside text made safe to print: control and invisible characters as signs, no line breaks.
    pub safe: &'a dyn Fn(&str) -> String,
}

impl Problem {
    /// The same problem with one more argument for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Problem {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same problem with what was probably meant.
    #[must_use]
    pub fn meant(mut self, suggestion: Option<impl Into<String>>) -> Problem {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// The sentence alone.
    pub fn sentence(&self, voice: &Voice<'_>) -> String {
        let shown = |value: &String| first_cells(&(voice.safe)(value), WIDEST);
        let args: Vec<(&str, String)> = self.args.iter().map(|(name, value)| (*name, shown(value))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        (voice.say)(self.key, &args)
    }

    /// The whole complaint as plain text: sentence, place, the line itself and a caret under the words meant.
    /// `source` is the text that the problem was found in. Ends with a line break.
    pub fn render(&self, source: &Source, voice: &Voice<'_>) -> String {
        let severity = match self.severity {
            Severity::Error => "problem-error",
            Severity::Warning => "problem-warning",
        };
        let head = (voice.say)(severity, &[("sentence", &self.sentence(voice))]);
        let label = self.suggestion.as_ref().map_or_else(String::new, |meant| {
            format!(" {}", (voice.say)("problem-did-you-mean", &[("word", &(voice.safe)(meant))]))
        });
        let (file, line, column) = ((voice.safe)(&self.file), self.line, self.column);
        let gutter = " ".repeat(line.to_string().len());
        let Excerpt { text, indent, carets } = self.excerpt(source, voice);
        let caret = format!("{}{}", " ".repeat(indent), "^".repeat(carets));
        format!("{head}\n{gutter}--> {file}:{line}:{column}\n{line} | {text}\n{gutter} | {caret}{label}\n")
    }

    fn excerpt(&self, source: &Source, voice: &Voice<'_>) -> Excerpt {
        let line = source.line_span(self.line);
        let start = source.whole(self.span.start.clamp(line.start, line.end));
        let end = source.whole(self.span.end.clamp(start, line.end));
        let part = |range: Range<usize>| source.text.get(range).unwrap_or_default();
        let before = (voice.safe)(last_chars(part(line.start..start), WIDEST));
        let marked = first_cells(&(voice.safe)(first_chars(part(start..end), WIDEST)), WIDEST);
        let after = (voice.safe)(first_chars(part(end..line.end), WIDEST));
        // The words before the mark keep half the width, and what the words behind it leave free.
        let room = WIDEST.saturating_sub(marked.width()).max(MARGIN);
        let before = last_cells(&before, room.saturating_sub(after.width()).max(room / 2));
        let after = first_cells(&after, room.saturating_sub(before.width()).max(MARGIN));
        Excerpt {
            indent: before.width(),
            carets: marked.width().max(1),
            text: format!("{before}{marked}{after}").trim_end().to_owned(),
        }
    }
}

/// The widest that a shown source line or an argument may be, in cells. A longer one is cut.
const WIDEST: usize = 90;
/// What is shown on each side of a mark that takes the whole width, in cells.
const MARGIN: usize = 8;
const CUT: &str = "..";

struct Excerpt {
    text: String,
    indent: usize,
    carets: usize,
}

fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most + 1).map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

fn last_chars(text: &str, most: usize) -> &str {
    text.char_indices().rev().nth(most).map_or(text, |(at, _)| text.get(at..).unwrap_or(text))
}

fn first_cells(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if kept.width() + c.to_string().width() + CUT.len() > most {
            break;
        }
        kept.push(c);
    }
    kept + CUT
}

fn last_cells(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut kept = text;
    while kept.width() + CUT.len() > most {
        let mut chars = kept.chars();
        chars.next();
        kept = chars.as_str();
    }
    format!("{CUT}{kept}")
}

/// The candidate that was probably meant by `word`: at most a third of it has to change.
///
/// ```
/// use dutydesk::config::nearest;
/// assert_eq!(nearest("report-acept", ["report-note", "report-accept"]), Some("report-accept"));
/// assert_eq!(nearest("lamp", ["report-note", "report-accept"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LONGEST_WORD + 1).flat_map(char::to_lowercase).collect();
    if word.is_empty() || word.len() > LONGEST_WORD {
        return None;
    }
    let far = |candidate: &str| {
        let candidate: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        let most = (word.len().max(candidate.len()) / 3).max(1);
        let steps = steps_between(&word, &candidate);
        // A word of one or two letters is near to everything short.
        (steps <= most && steps < candidate.len()).then_some(steps)
    };
    candidates
        .into_iter()
        .filter_map(|candidate| far(candidate).map(|steps| (steps, candidate)))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, candidate)| candidate)
}

/// No name in any configuration is longer.
const LONGEST_WORD: usize = 64;

/// Letters to insert, delete, change or swap with their neighbour to come from one word to the other.
fn steps_between(from: &[char], to: &[char]) -> usize {
    let mut two_back: Vec<usize> = Vec::new();
    let mut back: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = Vec::with_capacity(to.len() + 1);
        row.push(i + 1);
        for (j, b) in to.iter().enumerate() {
            let changed = back[j] + usize::from(a != b);
            let mut best = changed.min(back[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(two_back[j - 1] + 1);
            }
            row.push(best);
        }
        two_back = std::mem::replace(&mut back, row);
    }
    back.last().copied().unwrap_or(0)
}

//! Parts a keymap text that is not TOML into statements and leaves out the broken ones, so that they cost only
//! themselves. To a TOML parser a bracket left open swallows everything behind it.
//!
//! It never looks at what a statement says.

use std::ops::Range;

use toml::de::DeTable;

/// A statement that is not TOML.
#[derive(Debug)]
pub(super) struct Broken {
    /// Where it goes wrong.
    pub(super) span: Range<usize>,
    /// Whether it is the heading of a table. Nothing below it can be used then: nobody knows where it belongs.
    pub(super) heading: bool,
}

/// The text with every broken statement blanked out, byte for byte, and the broken statements.
pub(super) fn mend(text: &str) -> (String, Vec<Broken>) {
    let mut mended = String::with_capacity(text.len());
    let mut broken = Vec::new();
    let mut lost = false;
    for statement in statements(text) {
        let part = text.get(statement.clone()).unwrap_or_default();
        let heading = part.trim_start().starts_with('[');
        let trouble = trouble(part).map(|at| statement.start + at.start..statement.start + at.end);
        lost = if heading { trouble.is_some() } else { lost };
        if lost || trouble.is_some() {
            mended.extend(part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            mended.push_str(part);
        }
        broken.extend(trouble.map(|span| Broken { span, heading }));
    }
    (mended, broken)
}

/// Where a statement goes wrong, if it does.
fn trouble(part: &str) -> Option<Range<usize>> {
    let (_, errors) = DeTable::parse_recoverable(part);
    let span = errors.iter().find_map(toml::de::Error::span).or((!errors.is_empty()).then_some(0..0))?;
    // What is missing at the end is missed on the line itself, not on the next one.
    let end = part.trim_end().len();
    Some(span.start.min(end)..span.end.clamp(span.start.min(end), end))
}

/// A statement has the lines up to the one that begins the next.
fn statements(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && begins_one(line.trim_start()) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether a line begins with a word, a bracket or a quoted name. A quote alone may be an element of a list that goes
/// over several lines.
fn begins_one(line: &str) -> bool {
    match line.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let after =
                line.get(1..).and_then(|rest| rest.split_once(quote)).map(|(_, after)| after.trim_start());
            after.is_some_and(|after| after.starts_with(['=', '.']))
        }
        Some(c) => c.is_alphanumeric() || c == '[',
        None => false,
    }
}

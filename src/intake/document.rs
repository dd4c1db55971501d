//! PURE. Walks over one JSON document: a single report, or a list of them. It holds the text and nothing of the reports.

use super::complaint::Refused;
use super::json::Reader;
use super::parse::{self, Place, Rules};
use super::walk::{Step, up_to};

/// A document and how far it was read.
pub(super) struct Document {
    text: String,
    at: usize,
    lines: Lines,
    inside: Inside,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Nothing was read yet.
    Nothing,
    /// The list is open.
    List,
    /// There is nothing more to read.
    Ended,
}

impl Document {
    pub(super) fn new(text: String) -> Document {
        Document { text, at: 0, lines: Lines::default(), inside: Inside::Nothing }
    }

    /// The next report.
    pub(super) fn step(&mut self, rules: &Rules, refused: &mut Refused) -> Step {
        let mut reader = Reader::new(&self.text, self.at);
        let first = self.inside == Inside::Nothing;
        if self.inside == Inside::Ended || (first && reader.peek().is_none()) {
            return Step::End;
        }
        let listed = !first || reader.eat(b'[');
        self.inside = if listed { Inside::List } else { Inside::Ended };
        reader.peek();
        let (line, _) = self.lines.place(&self.text, reader.at());
        let mut of = |at| self.lines.place(&self.text, at);
        let place = &mut Place { refused, of: &mut of };
        if first && listed && reader.peek() == Some(b']') {
            reader.eat(b']');
            self.inside = Inside::Ended;
            return if parse::end(&mut reader, place) { Step::End } else { Step::Complaint };
        }
        let (incoming, readable) = if reader.peek() == Some(b'{') {
            parse::object(&mut reader, rules, place)
        } else {
            (None, parse::not_an_object(&mut reader, place))
        };
        let after = if readable { after(&mut reader, listed, place) } else { After::Broken };
        self.at = reader.at();
        if after != After::Another {
            self.inside = Inside::Ended;
        }
        let incoming = incoming.filter(|_| after != After::Broken);
        incoming.map_or(Step::Complaint, |i| Step::Report(line, Box::new(i)))
    }
}

/// What comes behind a report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Another,
    End,
    Broken,
}

fn after(reader: &mut Reader<'_>, listed: bool, place: &mut Place<'_>) -> After {
    match if listed { parse::another(reader, place) } else { Some(false) } {
        Some(true) => After::Another,
        Some(false) if parse::end(reader, place) => After::End,
        Some(false) | None => After::Broken,
    }
}

/// Lines and columns of a document, counted on from the last place asked for.
#[derive(Default)]
struct Lines {
    at: usize,
    line: u64,
    start: usize,
}

impl Lines {
    fn place(&mut self, text: &str, at: usize) -> (u64, u64) {
        if at < self.at {
            *self = Lines::default();
        }
        let at = up_to(text, at).len();
        for (found, _) in text.get(self.at..at).unwrap_or_default().match_indices('\n') {
            self.line += 1;
            self.start = self.at + found + 1;
        }
        self.at = at;
        let before = text.get(self.start..at).unwrap_or_default();
        (self.line + 1, before.chars().count() as u64 + 1)
    }
}

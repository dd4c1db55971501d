//! PURE. What searching means: how texts are folded, which pieces of them are indexed, and when a report is found.
//!
//! A record is found when every word of the question stands somewhere in it as it was typed, wherever a word may begin or
//! end: half a plate, the end of a telephone number, one character of a name. The index only proposes; [`Find::matches`]
//! decides, so the answer is what reading every record would give.

pub use crate::domain::fold::fold;
use crate::domain::id::Kind;
use crate::domain::{Dispute, Private, RecordId, Report};
use std::collections::BTreeSet;

/// The most pieces of a question that the index is asked for; more can only find the same.
const PIECES_MAX: usize = 24;

/// The words of a report that search looks into, folded; its notes are added by the store.
pub(crate) fn told(report: &Report) -> String {
    let told = &report.telling;
    let people = [&told.caller_name, &told.caller_phone, &told.other_name, &told.other_phone];
    folded(people.into_iter().chain([&told.place, &told.narrative]))
}

/// The same of a dispute: who stands in it, who speaks for them, where, and what it is about.
pub(crate) fn told_of_dispute(dispute: &Dispute) -> String {
    let people = dispute.parties.iter().flat_map(|party| {
        let speaks = party.represented_by.iter().flat_map(|one| [&one.name, &one.phone]);
        [&party.name, &party.phone, &party.address].into_iter().chain(speaks)
    });
    folded(people.chain([&dispute.matter.place, &dispute.matter.narrative]))
}

fn folded<'a>(fields: impl Iterator<Item = &'a Private>) -> String {
    let texts: Vec<String> = fields.filter(|f| !f.is_empty()).map(|f| fold(f)).collect();
    texts.join("\n")
}

/// Every piece of a folded text: from each character on, as many as a piece has, fewer only before a space.
pub(crate) fn pieces(folded: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in folded.split_whitespace() {
        let chars: Vec<char> = word.chars().collect();
        for (at, first) in chars.iter().enumerate() {
            let end = (at + length(*first)).min(chars.len());
            found.insert(token(&chars[at..end]));
        }
    }
    found
}

/// How many characters a piece has: four letters or digits tell as much as two Chinese characters.
const fn length(first: char) -> usize {
    if first.is_ascii() { 4 } else { 2 }
}

/// A piece as one word of the index. Its tokenizer takes ASCII signs for spaces, so they go in as the full-width forms,
/// which folded text doesn't have.
fn token(piece: &[char]) -> String {
    piece.iter().map(|c| wide(*c)).collect()
}

fn wide(c: char) -> char {
    match c {
        c if c.is_ascii_alphanumeric() || !c.is_ascii() => c,
        '\u{21}'..='\u{7E}' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        other => char::from_u32(u32::from(other) + 0xE000).unwrap_or(other),
    }
}

/// What an officer looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// The folded words; each must stand in the record.
    words: Vec<String>,
    /// The number that the whole question may be.
    number: Option<Number>,
}

/// A record's number as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// With its day: one record.
    Whole(RecordId),
    /// Without: the record of every duty day that has it.
    Short(u32),
}

impl Find {
    /// Reads a question about records of a kind; none when it is empty.
    pub fn read(kind: Kind, text: &str) -> Option<Find> {
        let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
        let number = match words.as_slice() {
            [] => return None,
            [only] => number(kind, only),
            _ => None,
        };
        Some(Find { words, number })
    }

    /// Whether a record with this number and these folded texts is found.
    pub fn matches<'a>(&self, id: RecordId, texts: impl IntoIterator<Item = &'a str> + Clone) -> bool {
        let numbered = match self.number {
            Some(Number::Whole(whole)) => whole == id,
            Some(Number::Short(number)) => id.number == number,
            None => false,
        };
        numbered || self.in_texts(texts)
    }

    /// Whether every word stands in the folded texts.
    pub(crate) fn in_texts<'a>(&self, texts: impl IntoIterator<Item = &'a str> + Clone) -> bool {
        self.words.iter().all(|word| texts.clone().into_iter().any(|text| text.contains(word.as_str())))
    }

    /// The number that is looked for.
    pub(crate) fn number(&self) -> Option<Number> {
        self.number
    }

    /// What the index is asked: every record that is found has all these pieces.
    pub(crate) fn asked(&self) -> Asked {
        let mut whole = BTreeSet::new();
        let mut begun = BTreeSet::new();
        for word in &self.words {
            let chars: Vec<char> = word.chars().collect();
            let full = chars.iter().enumerate().filter(|(at, c)| at + length(**c) <= chars.len());
            let before = whole.len();
            whole.extend(full.map(|(at, c)| token(&chars[at..at + length(*c)])));
            if whole.len() == before {
                begun.insert(token(&chars));
            }
        }
        match whole.is_empty() {
            true => Asked::Begun(begun.iter().map(|t| format!("\"{t}\"*")).collect::<Vec<_>>().join(" ")),
            false => {
                let quoted = whole.iter().take(PIECES_MAX).map(|t| format!("\"{t}\""));
                Asked::Whole(quoted.collect::<Vec<_>>().join(" "))
            }
        }
    }
}

/// A question to the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Pieces that must be there.
    Whole(String),
    /// Only beginnings of pieces: the index must gather every piece that begins so.
    Begun(String),
}

fn number(kind: Kind, word: &str) -> Option<Number> {
    let upper = word.to_ascii_uppercase();
    if let Ok(id) = upper.parse::<RecordId>() {
        return (id.kind == kind).then_some(Number::Whole(id));
    }
    let after_letter = upper.strip_prefix(kind.letter()).unwrap_or(&upper);
    let digits = after_letter.strip_prefix('-').filter(|_| after_letter != upper).unwrap_or(after_letter);
    let short = !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten().map(Number::Short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_pieces_of_two_chinese_characters_or_four_letters() {
        let got: Vec<String> = pieces("粮站abcde 12-34").into_iter().collect();
        assert_eq!(
            got,
            ["12－3", "2－34", "34", "4", "abcd", "bcde", "cde", "de", "e", "站a", "粮站", "－34"]
        );
    }

    #[test]
    fn numbers_are_read_as_they_are_said() {
        assert_eq!(Find::read(Kind::Report, "r-031").and_then(|f| f.number()), Some(Number::Short(31)));
        assert_eq!(Find::read(Kind::Report, "０３１").and_then(|f| f.number()), Some(Number::Short(31)));
        assert_eq!(Find::read(Kind::Report, "031 fight").and_then(|f| f.number()), None);
        let id: RecordId = "R-20261121-031".parse().unwrap();
        assert_eq!(
            Find::read(Kind::Report, " R-20261121-031 ").and_then(|f| f.number()),
            Some(Number::Whole(id))
        );
        assert_eq!(Find::read(Kind::Report, "  "), None);
        assert_eq!(Find::read(Kind::Dispute, "d-031").and_then(|f| f.number()), Some(Number::Short(31)));
        for other in ["r-031", "r031", "-031", "R-20261121-031"] {
            assert_eq!(Find::read(Kind::Dispute, other).and_then(|f| f.number()), None, "{other}");
        }
    }

    #[test]
    fn short_words_ask_for_beginnings_only_when_nothing_longer_is_asked() {
        assert_eq!(
            Find::read(Kind::Report, "李").map(|f| f.asked()),
            Some(Asked::Begun("\"李\"*".to_owned()))
        );
        assert_eq!(
            Find::read(Kind::Report, "李 粮站").map(|f| f.asked()),
            Some(Asked::Whole("\"粮站\"".to_owned()))
        );
        assert_eq!(
            Find::read(Kind::Report, "a8").map(|f| f.asked()),
            Some(Asked::Begun("\"a8\"*".to_owned()))
        );
    }
}

//! What several values of one flag are written like: `Wei Dashan; role=applicant; phone=13800000000`.
//!
//! Pieces are parted by semicolons, ASCII or full-width, and only where a known name and `=` follow: an address, or
//! what was promised, may hold commas and semicolons of its own.

/// The text in front and the named pieces behind it, in order. A piece may be named alone, without `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pieces<'a> {
    /// What stands in front of the first named piece.
    pub(super) front: &'a str,
    /// The named pieces and their values; none when only the name was written.
    pub(super) named: Vec<(&'a str, Option<&'a str>)>,
}

/// A piece with `=` whose name is none of those that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown<'a>(pub(super) &'a str);

/// Reads pieces.
pub(super) fn read<'a>(text: &'a str, known: &[&str]) -> Result<Pieces<'a>, Unknown<'a>> {
    let mut starts: Vec<usize> = Vec::new();
    for (at, mark) in std::iter::once((0, "")).chain(text.match_indices([';', '；'])) {
        let begin = at + mark.len();
        let rest = text.get(begin..).unwrap_or_default();
        match name_of(rest.split([';', '；']).next().unwrap_or_default(), known) {
            Named::Known => starts.push(begin),
            Named::Unknown(name) => return Err(Unknown(name)),
            Named::Not => {}
        }
    }
    let ends = starts.iter().skip(1).map(|start| Some(*start)).chain([None]);
    let named = starts.iter().zip(ends).map(|(start, end)| {
        let piece = text.get(*start..end.unwrap_or(text.len())).unwrap_or_default();
        parted(bare(piece))
    });
    let front = text.get(..starts.first().copied().unwrap_or(text.len())).unwrap_or_default();
    Ok(Pieces { front: bare(front), named: named.collect() })
}

enum Named<'a> {
    Known,
    Unknown(&'a str),
    Not,
}

/// Whether a piece is named: by a known word alone, or by any word in front of `=`.
fn name_of<'a>(piece: &'a str, known: &[&str]) -> Named<'a> {
    let (name, value) = parted(piece.trim());
    let is_word = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if known.contains(&name) {
        Named::Known
    } else if value.is_some() && is_word {
        Named::Unknown(name)
    } else {
        Named::Not
    }
}

fn parted(piece: &str) -> (&str, Option<&str>) {
    match piece.split_once(['=', '＝']) {
        Some((name, value)) => (name.trim(), Some(value.trim())),
        None => (piece, None),
    }
}

/// Without blanks around it and without the semicolon that ends it.
fn bare(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix([';', '；']).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::{Pieces, Unknown, read};

    const KNOWN: &[&str] = &["by", "amount", "namesake"];

    #[test]
    fn a_text_keeps_its_own_commas_and_semicolons() {
        type Named = &'static [(&'static str, Option<&'static str>)];
        let cases: [(&str, &str, Named); 6] = [
            ("pays; at once", "pays; at once", &[]),
            (
                "付款，分两次；先付一半；by=2026-12-01；amount=3,000",
                "付款，分两次；先付一半",
                &[("by", Some("2026-12-01")), ("amount", Some("3,000"))],
            ),
            ("Wei Dashan; namesake", "Wei Dashan", &[("namesake", None)]),
            ("amount = 5 ;", "", &[("amount", Some("5"))]),
            ("x; by=; amount=1; 2", "x", &[("by", Some("")), ("amount", Some("1; 2"))]),
            ("", "", &[]),
        ];
        for (text, front, named) in cases {
            assert_eq!(read(text, KNOWN), Ok(Pieces { front, named: named.to_vec() }), "{text}");
        }
    }

    #[test]
    fn a_name_that_is_not_known_is_told_and_not_swallowed() {
        assert_eq!(read("pays; amuont=3000", KNOWN), Err(Unknown("amuont")));
        assert_eq!(read("a＝b", KNOWN), Err(Unknown("a")));
        assert!(read("1 + 1 = 2", KNOWN).is_ok(), "no word stands in front of that");
    }
}

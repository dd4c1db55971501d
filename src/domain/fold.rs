//! How texts are folded before they are compared: search and the history of places and callers fold alike.
//!
//! What is shown is never folded.

/// Folds a text: small letters, and the full-width forms of Latin letters, digits and signs as the plain ones.
///
/// ```
/// use dutydesk::domain::fold::fold;
/// assert_eq!(fold("Ｎｏ．３　MILL Road"), "no.3 mill road");
/// ```
pub fn fold(text: &str) -> String {
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

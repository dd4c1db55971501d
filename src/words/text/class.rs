//! Owns the table of which characters may be shown, and the short names of those that may not.
//!
//! It looks at one character at a time and never at its neighbours.

use unicode_width::UnicodeWidthChar;

/// What one character is to the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Shown as it is; it takes one cell or two.
    Base,
    /// Shown on the character before it; it takes no cell.
    Mark,
    /// A space of some odd width: shown as a space.
    Blank,
    /// Tab, line feed or carriage return.
    Break,
    /// A variation selector.
    Variation,
    /// The zero-width joiner.
    Joiner,
    /// An emoji skin tone.
    Skin,
    /// A regional indicator, half of a flag.
    Flag,
    /// Never shown as it is.
    Sign,
}

/// Characters that are shown as they are whatever stands around them: most of every text, so it is asked first.
pub(super) fn is_quiet(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
        | '\u{370}'..='\u{377}' | '\u{384}'..='\u{482}' | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}'
        | '\u{2100}'..='\u{218B}' | '\u{2190}'..='\u{23FF}' | '\u{2500}'..='\u{25FF}'
        | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}'
        | '\u{3105}'..='\u{312F}' | '\u{3200}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FA6D}' | '\u{FE30}'..='\u{FE52}' | '\u{FE54}'..='\u{FE66}' | '\u{FF01}'..='\u{FF9D}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{2A6DF}' | '\u{2A700}'..='\u{2FA1D}'
        | '\u{30000}'..='\u{323AF}')
}

/// Classes of the characters that are not quiet; the quiet ones are `Base`.
pub(super) fn class(c: char) -> Class {
    match c {
        _ if is_quiet(c) => Class::Base,
        '\t' | '\n' | '\r' => Class::Break,
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => Class::Variation,
        '\u{200D}' => Class::Joiner,
        '\u{1F3FB}'..='\u{1F3FF}' => Class::Skin,
        '\u{1F1E6}'..='\u{1F1FF}' => Class::Flag,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => Class::Blank,
        _ if is_hidden(c) => Class::Sign,
        _ => match c.width() {
            None => Class::Sign,
            Some(0) => Class::Mark,
            Some(_) => Class::Base,
        },
    }
}

/// Emoji and the dingbats that emoji sequences are made of.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1F1E5}' | '\u{1F200}'..='\u{1F3FA}'
        | '\u{1F400}'..='\u{1FAFF}')
}

/// Ordinary signs of which an emoji form exists.
pub(super) fn is_narrow_emoji(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '#' | '*' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
    )
}

/// Tag characters: text that nobody sees, used to smuggle words past a reader.
pub(super) fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Controls, bidirectional controls, invisible and format characters, fillers, private use, and characters
/// whose width terminals and tables do not agree on.
fn is_hidden(c: char) -> bool {
    let code = u32::from(c);
    let noncharacter = code & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}');
    noncharacter
        || c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}'
            | '\u{8E2}' | '\u{115F}'..='\u{1160}' | '\u{17A4}' | '\u{17B4}'..='\u{17B5}' | '\u{17D8}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{2800}' | '\u{2D7F}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FF9E}'..='\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1345F}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

/// The short names of the controls below the space.
const CONTROLS: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS",
    "US",
];

/// The short name of a character that is shown as a sign; without one it is shown by its number.
pub(super) fn name(c: char) -> Option<&'static str> {
    match c {
        '\0'..='\u{1F}' => CONTROLS.get(c as usize).copied(),
        '\u{7F}' => Some("DEL"),
        '\u{9B}' => Some("CSI"),
        '\u{9D}' => Some("OSC"),
        '\u{AD}' => Some("SHY"),
        '\u{200B}' => Some("ZWSP"),
        '\u{200C}' => Some("ZWNJ"),
        '\u{200D}' => Some("ZWJ"),
        '\u{FEFF}' => Some("BOM"),
        _ => None,
    }
}

//! Names that the station itself gives: one text for both languages, or one for each.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
}

/// A station-defined name: `"North beat"`, or `{ en = "North beat", zh = "北网格" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Name {
    /// One text for every language.
    One(String),
    /// A text for each language.
    Both {
        /// In English.
        en: String,
        /// In Chinese.
        zh: String,
    },
}

impl Name {
    /// The name in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match (self, lang) {
            (Name::One(text), _) => text,
            (Name::Both { en, .. }, Lang::En) => en,
            (Name::Both { zh, .. }, Lang::Zh) => zh,
        }
    }

    /// Whether it is this text in one of the languages.
    pub fn is_called(&self, text: &str) -> bool {
        self.texts().iter().any(|name| folded(name) == folded(text))
    }

    /// Every text of the name.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Name::One(text) => vec![text],
            Name::Both { en, zh } => vec![en, zh],
        }
    }
}

impl Default for Name {
    fn default() -> Name {
        Name::One(String::new())
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::One(text.to_owned())
    }
}

/// A full-width sign as the one of the keyboard: with an input method on, `１` is typed for `1`.
pub fn narrow(c: char) -> char {
    match u32::from(c) {
        0x3000 => ' ',
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A text as names are compared: small letters, full-width signs as the ones of the keyboard.
///
/// ```
/// assert_eq!(dutydesk::domain::name::folded("Ｐ２ 南Ｓ３"), "p2 南s3");
/// ```
pub fn folded(text: &str) -> String {
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

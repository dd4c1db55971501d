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

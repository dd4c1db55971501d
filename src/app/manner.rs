//! Decides how a console looks and speaks: from what was asked for, the officer's preferences and what the terminal can
//! show. It reads and writes nothing.

use super::backend::{Caps, Colours as BackendColours};
use super::terminal::Look;
use crate::config::console::{Borders, Colours, Preferences};
use crate::domain::Lang;
use crate::ui::theme::{self, Theme};

/// How a console looks and speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    /// The language to begin with.
    pub(super) lang: Lang,
    /// The looks.
    pub(super) theme: Theme,
    /// What the backend may use.
    pub(super) caps: Caps,
    /// What the officer is told about it: the id of a text.
    pub(super) notice: Option<&'static str>,
}

impl Manner {
    /// The manner of a console: `asked` with a flag, else the preferences, else the locale.
    pub(super) fn of(asked: Option<Lang>, locale: Lang, look: &Look, preferences: &Preferences) -> Manner {
        let (lang, notice) = match asked {
            Some(asked) => (asked, None),
            None => look.language(preferences.lang.unwrap_or(locale)),
        };
        // Who asks for Chinese knows better than the locale what the terminal reads.
        let ascii = look.caps.ascii && asked != Some(Lang::Zh);
        let colours = match preferences.colours {
            Some(Colours::Sixteen) => BackendColours::Sixteen,
            Some(Colours::None) => BackendColours::None,
            None => look.caps.colours,
        };
        let lines = preferences.borders == Some(Borders::Lines) && !ascii;
        let theme = Theme {
            colours: match colours {
                BackendColours::Sixteen => theme::Colours::Sixteen,
                BackendColours::None => theme::Colours::None,
            },
            borders: if lines { theme::Borders::Lines } else { theme::Borders::Ascii },
            high_contrast: preferences.high_contrast,
        };
        let caps = Caps { colours, ascii, ..look.caps };
        Manner { lang, theme, caps, notice }
    }
}

#[cfg(test)]
mod tests {
    use super::super::terminal::Surroundings;
    use super::*;

    fn look(term: &str, locale: &str) -> Look {
        let surroundings = Surroundings {
            term: Some(term.to_owned()),
            locale: Some(locale.to_owned()),
            ..Surroundings::default()
        };
        Look::of(&surroundings).unwrap()
    }

    fn manner(asked: Option<Lang>, locale: Lang, look: &Look) -> (Lang, bool, bool) {
        let manner = Manner::of(asked, locale, look, &Preferences::default());
        (manner.lang, manner.caps.ascii, manner.notice.is_some())
    }

    #[test]
    fn chinese_is_shown_where_it_can_be_or_was_asked_for() {
        let (here, linux) = (look("xterm", "zh_CN.UTF-8"), look("linux", "zh_CN.UTF-8"));
        let (gbk, plain) = (look("xterm", "zh_CN.GBK"), look("xterm", "C"));
        assert_eq!(manner(None, Lang::Zh, &here), (Lang::Zh, false, false));
        assert_eq!(manner(None, Lang::Zh, &linux), (Lang::En, false, true));
        assert_eq!(manner(Some(Lang::Zh), Lang::En, &linux), (Lang::Zh, false, false));
        assert_eq!(manner(None, Lang::Zh, &gbk), (Lang::En, true, true));
        assert_eq!(manner(Some(Lang::Zh), Lang::Zh, &gbk), (Lang::Zh, false, false));
        assert_eq!(manner(None, Lang::En, &plain), (Lang::En, false, false));
        assert_eq!(manner(Some(Lang::Zh), Lang::En, &plain), (Lang::Zh, false, false));
    }

    #[test]
    fn an_officers_preferences_count_before_the_surroundings() {
        let mut wants = Preferences {
            lang: Some(Lang::Zh),
            borders: Some(Borders::Lines),
            colours: Some(Colours::None),
            high_contrast: true,
            ..Preferences::default()
        };
        let manner = Manner::of(None, Lang::En, &look("xterm", "C"), &wants);
        assert_eq!((manner.lang, manner.caps.colours), (Lang::Zh, BackendColours::None));
        assert_eq!(
            manner.theme,
            Theme { colours: theme::Colours::None, borders: theme::Borders::Lines, high_contrast: true }
        );
        wants.colours = Some(Colours::Sixteen);
        let manner = Manner::of(Some(Lang::En), Lang::En, &look("vt220", "en_US.ISO-8859-1"), &wants);
        assert_eq!((manner.lang, manner.caps.colours), (Lang::En, BackendColours::Sixteen));
        assert_eq!(manner.theme.borders, theme::Borders::Ascii);
    }
}

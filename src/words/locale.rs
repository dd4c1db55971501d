//! Which language a locale asks for. It is handed the values and never reads the environment.

use crate::domain::Lang;

/// The language that the locale variables `LC_ALL`, `LC_MESSAGES` and `LANG` ask for, in the order in which they
/// count. An empty value counts as not set, as POSIX says; any locale but a Chinese one gives English.
///
/// ```
/// use dutydesk::{domain::Lang, words::lang_of};
/// assert_eq!(lang_of(None, Some("zh_CN.UTF-8"), Some("en_GB.UTF-8")), Lang::Zh);
/// assert_eq!(lang_of(Some("C"), None, Some("zh_CN.UTF-8")), Lang::En);
/// ```
pub fn lang_of(lc_all: Option<&str>, lc_messages: Option<&str>, lang: Option<&str>) -> Lang {
    let locale = [lc_all, lc_messages, lang].into_iter().flatten().find(|value| !value.is_empty());
    let language = locale.and_then(|l| l.split(['_', '.', '@', '-']).next()).unwrap_or_default();
    if language.eq_ignore_ascii_case("zh") { Lang::Zh } else { Lang::En }
}

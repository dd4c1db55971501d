//! What a table of a configuration file holds beside texts and names: numbers within bounds, and lists whose items are told
//! one by one. It knows no table by name.

use super::entry::{Entry, Given};
use toml::de::DeArray;

impl<'a, 'i> Entry<'a, 'i> {
    /// A whole number from `least` to `most` that must be there.
    pub(super) fn number(&mut self, field: &'static str, least: u16, most: u16) -> Option<u16> {
        let value = self.value(field);
        let value = self.wanted(field, value)?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|n| u16::from_str_radix(n.as_str(), n.radix()).ok());
        let number = number.filter(|n| (least..=most).contains(n));
        if number.is_none() {
            let problem = self.error(value.span(), "setup-problem-bad-number").with("field", field);
            self.tell(problem.with("least", least).with("most", most));
        }
        number
    }

    /// A list that must be there.
    pub(super) fn list_wanted(&mut self, field: &'static str) -> Option<&'a DeArray<'i>> {
        let list = self.list(field);
        self.wanted(field, list)
    }

    /// A list of texts with their places, if the field is there.
    pub(super) fn given_texts(&mut self, field: &'static str) -> Vec<Given<String>> {
        if !self.has(field) {
            return Vec::new();
        }
        let Some(list) = self.list(field) else { return Vec::new() };
        let mut texts = Vec::new();
        for value in list.iter() {
            match value.get_ref().as_str().map(str::trim) {
                Some("") => self.wrong(value.span(), "setup-problem-empty", field),
                Some(text) => texts.push(Given { value: text.to_owned(), span: value.span() }),
                None => self.wrong(value.span(), "setup-problem-not-text", field),
            }
        }
        texts
    }

    /// A list of words, each out of a closed list, if the field is there. A word that stands twice counts once.
    pub(super) fn chosen<T: PartialEq>(
        &mut self,
        field: &'static str,
        word: &'static str,
        choices: &[&'static str],
        of: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut chosen = Vec::new();
        for given in self.given_texts(field) {
            let one = self.choice(Some(given), word, choices, &of);
            chosen.extend(one.filter(|one| !chosen.contains(one)));
        }
        chosen
    }
}

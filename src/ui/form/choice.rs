//! The choices of a field: what the station and the product offer, and how typing narrows them.

use super::by_when;
use super::spec::Choices;
use super::until;
use crate::domain::Lang;
use crate::domain::name::{Name, folded};
use crate::domain::officer::Officer;
use crate::domain::place::Level;
use crate::domain::report::{Priority, Source};
use crate::domain::setup::CodeList;
use crate::ui::overlay::Setting;
use crate::ui::widget::field::{Lines, TextField};
use crate::ui::widget::menu::{matched, narrowed};
use crate::words::{Listed, Words};
use std::fmt;

/// The most characters that one types to find a choice.
const TYPED_MAX: u32 = 60;

/// One thing to choose. `Debug` shows its code only: it may be a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its code: what a command carries.
    pub code: String,
    /// What it is called in the console's language.
    pub name: String,
    /// What else it is called.
    pub also: Vec<String>,
}

impl fmt::Debug for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Choice({})", self.code)
    }
}

/// A closed list of the product that a field is chosen from.
#[derive(Clone, Copy)]
pub struct ClosedList {
    /// What tells it from other lists.
    pub name: &'static str,
    /// Its entries: codes, and what they are called.
    pub entries: fn(&Words) -> Vec<(&'static str, String)>,
}

impl fmt::Debug for ClosedList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClosedList({})", self.name)
    }
}

impl PartialEq for ClosedList {
    fn eq(&self, other: &ClosedList) -> bool {
        self.name == other.name
    }
}

impl Eq for ClosedList {}

impl ClosedList {
    /// The whole of a list that has names.
    pub const fn of<L: Listed>() -> ClosedList {
        ClosedList { name: L::FAMILY, entries: entries::<L> }
    }
}

fn entries<L: Listed>(words: &Words) -> Vec<(&'static str, String)> {
    L::ENTRIES.iter().map(|entry| (entry.entry_code(), words.name(*entry))).collect()
}

impl Choice {
    fn named(code: &str, name: &Name, lang: Lang) -> Choice {
        Choice {
            code: code.to_owned(),
            name: name.of(lang).to_owned(),
            also: name.texts().into_iter().map(str::to_owned).collect(),
        }
    }

    pub(super) fn fixed(code: &str, name: String) -> Choice {
        Choice { code: code.to_owned(), name, also: Vec::new() }
    }

    /// Whether the code says more than the name does.
    pub fn code_differs(&self) -> bool {
        folded(&self.name) != folded(&self.code)
    }
}

/// Everything that can be chosen, in the station's order or the product's.
pub fn choices(of: Choices, setting: &Setting<'_>) -> Vec<Choice> {
    let (station, words) = (setting.station, setting.words);
    let lang = words.lang();
    match of {
        Choices::Codes(list) => {
            station.codes(list).map(|entry| Choice::named(entry.code.as_str(), &entry.name, lang)).collect()
        }
        Choices::Beats => {
            station.beats().map(|beat| Choice::named(beat.code.as_str(), &beat.name, lang)).collect()
        }
        Choices::Priorities => Priority::ALL
            .into_iter()
            .map(|priority| {
                let entry =
                    station.codes(CodeList::Priority).find(|entry| entry.code.as_str() == priority.code());
                match entry {
                    Some(entry) => Choice::named(priority.code(), &entry.name, lang),
                    None => Choice::fixed(priority.code(), words.get(priority_word(priority))),
                }
            })
            .collect(),
        Choices::Levels => Level::ALL.map(|level| Choice::fixed(level.code(), words.target(level))).into(),
        Choices::Answerers => answerers(setting),
        Choices::Times => by_when::offers(setting),
        Choices::Until => until::offers(setting),
        Choices::Delays => until::delays(setting),
        Choices::Sources => Source::ALL.map(|it| Choice::fixed(it.code(), words.source(it))).into(),
        Choices::Officers => officers(setting),
        Choices::Listed(list) => {
            (list.entries)(words).into_iter().map(|(code, name)| Choice::fixed(code, name)).collect()
        }
        Choices::Own => Vec::new(),
    }
}

/// The code of the desk among those who may have to answer.
pub const THE_DESK: &str = "desk";

/// The desk, and every officer in use.
fn answerers(setting: &Setting<'_>) -> Vec<Choice> {
    let desk = Choice::fixed(THE_DESK, setting.words.get("the-desk"));
    std::iter::once(desk).chain(officers(setting)).collect()
}

fn officers(setting: &Setting<'_>) -> Vec<Choice> {
    let lang = setting.words.lang();
    let named = |officer: &Officer| Choice::named(&officer.number.0, &officer.name, lang);
    setting.station.officers().map(named).collect()
}

/// What a priority is called at a station that gives it no name of its own.
const fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::P1 => "form-priority-p1",
        Priority::P2 => "form-priority-p2",
        Priority::P3 => "form-priority-p3",
        Priority::P4 => "form-priority-p4",
    }
}

/// What stands in a choice field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosing {
    /// The code that was chosen.
    pub chosen: Option<String>,
    /// What is typed to find another one.
    pub typed: TextField,
    /// The choice under the cursor, among those that match.
    pub cursor: Option<usize>,
    /// Whether the officer moved the cursor there; else it stands on the best match by itself.
    pub picked: bool,
    /// Whether the list was opened without typing.
    pub opened: bool,
    /// Whether the officer doesn't want what is proposed.
    pub declined: bool,
    /// What the field brings with it to choose from.
    own: Vec<Choice>,
}

impl Choosing {
    /// Nothing chosen, from what the field brings with it or from a list.
    pub fn empty(own: Vec<Choice>) -> Choosing {
        Choosing {
            chosen: None,
            typed: TextField::new(Lines::One, TYPED_MAX),
            cursor: None,
            picked: false,
            opened: false,
            declined: false,
            own,
        }
    }

    /// Everything that can be chosen.
    pub fn all(&self, of: Choices, setting: &Setting<'_>) -> Vec<Choice> {
        if of == Choices::Own { self.own.clone() } else { choices(of, setting) }
    }

    /// Whether a code can be chosen.
    fn is_known(&self, code: &str, of: Choices, setting: &Setting<'_>) -> bool {
        let listed = || self.all(of, setting).iter().any(|choice| choice.code == code);
        of == Choices::Times && by_when::is_instant(code) || listed()
    }

    /// Whether the list of choices is in sight.
    pub fn is_open(&self) -> bool {
        self.opened || !self.typed.is_empty()
    }

    /// The choices that match what is typed, best first.
    pub fn found(&self, of: Choices, setting: &Setting<'_>) -> Vec<Choice> {
        if of.takes_words() {
            return self.all(of, setting);
        }
        let mut all: Vec<Option<Choice>> = self.all(of, setting).into_iter().map(Some).collect();
        if of == Choices::Times {
            all.extend(by_when::typed(self.typed.text(), setting).map(Some));
        }
        let places = narrowed(all.iter().map(|choice| {
            let choice = choice.as_ref()?;
            let mut names: Vec<&str> = choice.also.iter().map(String::as_str).collect();
            names.push(&choice.name);
            matched(self.typed.text(), &choice.code, &names)
        }));
        places.into_iter().filter_map(|at| all.get_mut(at).and_then(Option::take)).collect()
    }

    /// Takes the choice under the cursor and closes the list. With text typed that matches nothing the text stays, so
    /// that it can be mended; says whether the field is settled.
    pub fn settle(&mut self, of: Choices, setting: &Setting<'_>) -> bool {
        if !self.is_open() {
            return true;
        }
        if of.takes_words() && self.cursor.is_none() && !self.typed.is_empty() {
            self.opened = false;
            return true;
        }
        let picked = self.cursor.and_then(|at| self.found(of, setting).into_iter().nth(at));
        if picked.is_none() && !self.typed.text().trim().is_empty() {
            return false;
        }
        if let Some(choice) = picked {
            self.chosen = Some(choice.code);
        }
        self.shut();
        true
    }

    /// Whether several choices match what is typed and the officer hasn't gone to one of them: taking the first would
    /// be a guess.
    pub fn is_undecided(&self, of: Choices, setting: &Setting<'_>) -> bool {
        if self.picked || self.typed.is_empty() || of.takes_words() {
            return false;
        }
        let typed = folded(self.typed.text());
        let typed = typed.trim();
        let found = self.found(of, setting);
        let just_so = |choice: &Choice| {
            let names = choice.also.iter().chain([&choice.code, &choice.name]);
            names.into_iter().any(|name| folded(name) == typed)
        };
        // A name shared by several choices decides nothing.
        found.len() > 1 && found.iter().filter(|choice| just_so(choice)).count() != 1
    }

    /// Closes the list and forgets what was typed.
    pub fn shut(&mut self) {
        self.typed.set("");
        self.cursor = None;
        self.picked = false;
        self.opened = false;
    }

    /// Chooses a code, or keeps it as typed text when the station doesn't know it.
    pub fn restore(&mut self, code: &str, of: Choices, setting: &Setting<'_>) {
        self.shut();
        self.chosen = None;
        if self.is_known(code, of, setting) {
            self.chosen = Some(code.to_owned());
            if of.takes_words() {
                self.cursor = self.all(of, setting).iter().position(|choice| choice.code == code);
            }
        } else {
            self.typed.set(code);
        }
    }
}

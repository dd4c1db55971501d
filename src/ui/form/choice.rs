//! The choices of a field: what the station and the product offer, and how typing narrows them.

use super::by_when;
use super::spec::Choices;
use super::until;
use crate::domain::Lang;
use crate::domain::name::{Name, folded};
use crate::domain::place::Level;
use crate::domain::report::{Priority, Source};
use crate::domain::setup::CodeList;
use crate::ui::overlay::Setting;
use crate::ui::widget::field::{Lines, TextField};
use crate::ui::widget::menu::{matched, narrowed};

/// The most characters that one types to find a choice.
const TYPED_MAX: u32 = 60;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code: what a command carries.
    pub code: String,
    /// What it is called in the console's language.
    pub name: String,
    /// What else it is called.
    pub also: Vec<String>,
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
    }
}

/// The code of the desk among those who may have to answer.
pub const THE_DESK: &str = "desk";

/// The desk, and every officer in use.
fn answerers(setting: &Setting<'_>) -> Vec<Choice> {
    let (station, lang) = (setting.station, setting.words.lang());
    let desk = Choice::fixed(THE_DESK, setting.words.get("the-desk"));
    let officers = station.officers().map(|officer| Choice::named(&officer.number.0, &officer.name, lang));
    std::iter::once(desk).chain(officers).collect()
}

/// Whether a code can be chosen.
fn is_known(code: &str, of: Choices, setting: &Setting<'_>) -> bool {
    let listed = || choices(of, setting).iter().any(|choice| choice.code == code);
    of == Choices::Times && by_when::is_instant(code) || listed()
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
}

impl Choosing {
    /// Nothing chosen.
    pub fn empty() -> Choosing {
        Choosing {
            chosen: None,
            typed: TextField::new(Lines::One, TYPED_MAX),
            cursor: None,
            picked: false,
            opened: false,
            declined: false,
        }
    }

    /// Whether the list of choices is in sight.
    pub fn is_open(&self) -> bool {
        self.opened || !self.typed.is_empty()
    }

    /// The choices that match what is typed, best first.
    pub fn found(&self, of: Choices, setting: &Setting<'_>) -> Vec<Choice> {
        if of.takes_words() {
            return choices(of, setting);
        }
        let mut all: Vec<Option<Choice>> = choices(of, setting).into_iter().map(Some).collect();
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
        if is_known(code, of, setting) {
            self.chosen = Some(code.to_owned());
            if of.takes_words() {
                self.cursor = choices(of, setting).iter().position(|choice| choice.code == code);
            }
        } else {
            self.typed.set(code);
        }
    }
}

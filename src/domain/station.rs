//! The station as set up: every place, officer, code, shift and unit, looked up by code.
//!
//! It is the sum of the setup items and never changes by itself.

use super::fact::SetupFact;
use super::id::{Code, OfficerId};
use super::name::{Lang, Name};
use super::officer::{Officer, Role};
use super::place::{Level, Place};
use super::rules::Rules;
use super::setup::{Checklist, CodeEntry, CodeList, Head, Post, SetupItem, Standing, Unit};
use super::shift::{Shift, Watch, watch_at};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The station as set up; retired items included, because old records name them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    /// Every item, by key.
    pub items: std::collections::BTreeMap<String, Standing>,
}

/// The rules of a station that has none: nothing is ever owed.
static NO_RULES: Rules = Rules::none();

impl Station {
    /// Takes a fact of the setup, as `apply` would on the item's record.
    pub fn take(&mut self, key: &str, fact: &SetupFact) {
        match fact {
            SetupFact::Set(item) => {
                let rev = self.items.get(key).map_or(1, |s| s.rev + 1);
                self.items.insert(key.to_owned(), Standing { item: (**item).clone(), retired: false, rev });
            }
            SetupFact::Retired => {
                if let Some(standing) = self.items.get_mut(key) {
                    standing.retired = true;
                    standing.rev += 1;
                }
            }
            SetupFact::PassphraseSet => {}
        }
    }

    /// What the station is; none on a desk that was never made.
    pub fn head(&self) -> Option<&Head> {
        match self.items.get("station").map(|s| &s.item) {
            Some(SetupItem::Station(head)) => Some(head),
            _ => None,
        }
    }

    /// Whether this is a training desk.
    pub fn training(&self) -> bool {
        self.head().is_some_and(|h| h.training)
    }

    /// The station's time zone; UTC when none is known on this machine.
    pub fn zone(&self) -> TimeZone {
        self.head().and_then(|h| TimeZone::get(&h.zone).ok()).unwrap_or(TimeZone::UTC)
    }

    /// The shift and duty day that stand at an instant.
    pub fn watch(&self, at: Timestamp) -> Watch {
        let shifts: Vec<Shift> = self.shifts().cloned().collect();
        watch_at(&shifts, &self.zone(), at)
    }

    fn in_use(&self) -> impl Iterator<Item = &SetupItem> {
        self.items.values().filter(|s| !s.retired).map(|s| &s.item)
    }

    /// The shifts in use.
    pub fn shifts(&self) -> impl Iterator<Item = &Shift> {
        self.in_use().filter_map(|i| if let SetupItem::Shift(s) = i { Some(s) } else { None })
    }

    /// The units in use.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.in_use().filter_map(|i| if let SetupItem::Unit(u) = i { Some(u) } else { None })
    }

    /// The officers in use.
    pub fn officers(&self) -> impl Iterator<Item = &Officer> {
        self.in_use().filter_map(|i| if let SetupItem::Officer(o) = i { Some(o) } else { None })
    }

    /// The places in use.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.in_use().filter_map(|i| if let SetupItem::Place(p) = i { Some(p) } else { None })
    }

    /// The beats in use.
    pub fn beats(&self) -> impl Iterator<Item = &Place> {
        self.places().filter(|p| p.level == Level::Beat)
    }

    /// The entries of a code list that are in use.
    pub fn codes(&self, list: CodeList) -> impl Iterator<Item = &CodeEntry> {
        self.in_use()
            .filter_map(move |i| if let SetupItem::Code(c) = i { Some(c) } else { None })
            .filter(move |c| c.list == list)
    }

    /// The checklists in use.
    pub fn checklists(&self) -> impl Iterator<Item = &Checklist> {
        self.in_use().filter_map(|i| if let SetupItem::Checklist(c) = i { Some(c) } else { None })
    }

    /// The posts in use.
    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.in_use().filter_map(|i| if let SetupItem::Post(p) = i { Some(p) } else { None })
    }

    /// The deadline rules in force; none at all on a desk that was never given any.
    pub fn rules(&self) -> &Rules {
        match self.items.get("rules").filter(|s| !s.retired).map(|s| &s.item) {
            Some(SetupItem::Rules(rules)) => rules,
            _ => &NO_RULES,
        }
    }

    /// Whether a beat lies outside the town; one that is to be set or unknown does not.
    pub fn is_outside(&self, beat: Option<&Code>) -> bool {
        let place = beat.and_then(|code| self.items.get(&format!("place/{code}")));
        matches!(place.map(|s| &s.item), Some(SetupItem::Place(place)) if place.outside)
    }

    /// A time of the wall clock on a duty day: the first one at or after the start of the day's first shift.
    pub fn on_duty_day(&self, day: Date, time: Time) -> Option<Timestamp> {
        let first = self.shifts().map(|shift| shift.start).min();
        let day = if first.is_some_and(|first| time < first) { day.tomorrow().ok()? } else { day };
        self.zone().to_timestamp(day.to_datetime(time)).ok()
    }

    /// Whether a code of a list may be used in a new act.
    pub fn has_code(&self, list: CodeList, code: &Code) -> bool {
        self.items.get(&format!("{}/{code}", list.code())).is_some_and(|s| !s.retired)
    }

    /// Whether a beat may be used in a new act.
    pub fn has_beat(&self, code: &Code) -> bool {
        self.beats().any(|p| p.code == *code)
    }

    /// Whether a unit may be sent.
    pub fn has_unit(&self, code: &Code) -> bool {
        self.items.get(&format!("unit/{code}")).is_some_and(|s| !s.retired)
    }

    /// An officer in use.
    pub fn officer(&self, number: &OfficerId) -> Option<&Officer> {
        self.items.get(&format!("officer/{number}")).filter(|s| !s.retired).and_then(|s| match &s.item {
            SetupItem::Officer(o) => Some(o),
            _ => None,
        })
    }

    /// Whether some officer other than `number` is a supervisor: a desk never loses its last one.
    pub fn other_supervisor(&self, number: &OfficerId) -> bool {
        self.officers().any(|o| o.role == Role::Supervisor && o.number != *number)
    }

    /// What an item is called, retired or not; its code when the desk doesn't know it.
    pub fn name_of<'a>(&'a self, key: &str, code: &'a str, lang: Lang) -> &'a str {
        let name: Option<&Name> = self.items.get(key).and_then(|s| match &s.item {
            SetupItem::Station(h) => Some(&h.name),
            SetupItem::Place(p) => Some(&p.name),
            SetupItem::Officer(o) => Some(&o.name),
            SetupItem::Code(c) => Some(&c.name),
            SetupItem::Shift(s) => Some(&s.name),
            SetupItem::Unit(u) => Some(&u.name),
            SetupItem::Checklist(c) => Some(&c.name),
            SetupItem::Post(p) => Some(&p.name),
            SetupItem::Rules(_) => None,
        });
        name.map_or(code, |n| n.of(lang))
    }

    /// An officer's name, or the number when unknown.
    pub fn officer_name<'a>(&'a self, number: &'a OfficerId, lang: Lang) -> &'a str {
        self.name_of(&format!("officer/{number}"), &number.0, lang)
    }

    /// The name of a code, or the code itself.
    pub fn code_name<'a>(&'a self, list: CodeList, code: &'a Code, lang: Lang) -> &'a str {
        self.name_of(&format!("{}/{code}", list.code()), &code.0, lang)
    }

    /// A place's name, or its code.
    pub fn place_name<'a>(&'a self, code: &'a Code, lang: Lang) -> &'a str {
        self.name_of(&format!("place/{code}"), &code.0, lang)
    }

    /// A unit's name, or its code.
    pub fn unit_name<'a>(&'a self, code: &'a Code, lang: Lang) -> &'a str {
        self.name_of(&format!("unit/{code}"), &code.0, lang)
    }

    /// A post's name, or its code.
    pub fn post_name<'a>(&'a self, code: &'a Code, lang: Lang) -> &'a str {
        self.name_of(&format!("post/{code}"), &code.0, lang)
    }

    /// A shift's name, or its code.
    pub fn shift_name<'a>(&'a self, code: &'a Code, lang: Lang) -> &'a str {
        self.name_of(&format!("shift/{code}"), &code.0, lang)
    }
}

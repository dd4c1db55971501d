//! What stands in single fields, as the values that commands carry, or what is wrong with it.

use super::complaint::{FieldComplaint, Wrong};
use super::{Form, Slot, time};
use crate::domain::money::Money;
use crate::domain::name::folded;
use crate::domain::{Code, OfficerId, Private};
use crate::ui::overlay::Setting;
use crate::words::Listed;
use jiff::Timestamp;

pub(super) type Filled<T> = Result<T, FieldComplaint>;

/// What may stand behind an amount of money.
const CURRENCIES: [&str; 3] = ["元", "块", "yuan"];

/// Reads an amount of money as it is typed at a desk.
pub(super) fn money(typed: &str) -> Option<Money> {
    let typed = folded(typed);
    let typed = typed.trim();
    let bare = CURRENCIES.iter().find_map(|currency| typed.strip_suffix(currency)).unwrap_or(typed);
    bare.trim().parse().ok()
}

impl Form {
    /// What is typed, without the spaces around it.
    pub(super) fn typed(&self, slot: Slot) -> Private {
        Private::from(self.content(slot).trim())
    }

    /// What is typed, unless nothing is.
    pub(super) fn typed_if_any(&self, slot: Slot) -> Option<Private> {
        Some(self.typed(slot)).filter(|text| !text.is_empty())
    }

    /// The entry of a closed list that is chosen.
    pub(super) fn listed<L: Listed>(&self, slot: Slot) -> Filled<L> {
        let chosen = L::ENTRIES.iter().copied().find(|entry| entry.entry_code() == self.content(slot));
        chosen.ok_or(FieldComplaint::new(slot, Wrong::Empty))
    }

    /// The officer who is chosen.
    pub(super) fn officer_in(&self, slot: Slot) -> OfficerId {
        OfficerId::from(self.content(slot))
    }

    /// The code that is chosen, if any.
    pub(super) fn code_in(&self, slot: Slot) -> Option<Code> {
        Some(Code::from(self.content(slot))).filter(|code| !code.as_str().is_empty())
    }

    /// The numbers that are ticked.
    pub(super) fn numbers(&self, slot: Slot) -> Vec<u16> {
        self.content(slot).split(',').filter_map(|n| n.parse().ok()).collect()
    }

    /// The number that is chosen.
    pub(super) fn number(&self, slot: Slot) -> Filled<u16> {
        self.content(slot).parse().map_err(|_| FieldComplaint::new(slot, Wrong::Empty))
    }

    /// A time that has been; none when nothing is typed.
    pub(super) fn time_of(&self, slot: Slot, setting: &Setting<'_>) -> Filled<Option<Timestamp>> {
        time::read(self.content(slot), setting.now, &setting.station.zone()).map_err(|bad| {
            let wrong = match bad {
                time::BadTime::Unreadable => Wrong::NotATime,
                time::BadTime::Ahead => Wrong::Ahead,
            };
            FieldComplaint::new(slot, wrong)
        })
    }

    /// A time that is still to come; none when nothing is typed.
    pub(super) fn ahead_in(&self, slot: Slot, setting: &Setting<'_>) -> Filled<Option<Timestamp>> {
        let typed = self.content(slot);
        let at = time::ahead(typed, setting.now, &setting.station.zone());
        some_if_typed(typed, at, FieldComplaint::new(slot, Wrong::NotAhead))
    }

    /// A day or a time that is still to come; none when nothing is typed.
    pub(super) fn by_day_in(&self, slot: Slot, setting: &Setting<'_>) -> Filled<Option<Timestamp>> {
        let typed = self.content(slot);
        let at = time::by_day(typed, setting.now, &setting.station.zone());
        some_if_typed(typed, at, FieldComplaint::new(slot, Wrong::NoDayAhead))
    }

    /// An amount of money; none when nothing is typed.
    pub(super) fn money_in(&self, slot: Slot) -> Filled<Option<Money>> {
        let typed = self.content(slot);
        some_if_typed(typed, money(typed), FieldComplaint::new(slot, Wrong::NotMoney))
    }

    /// What was changed in a text; none while it is as it was.
    pub(super) fn changed_text(&self, slot: Slot) -> Option<Private> {
        self.is_touched(slot).then(|| self.typed(slot))
    }

    /// What was chosen anew; it can't be emptied.
    pub(super) fn chosen_anew(&self, slot: Slot) -> Filled<Option<Code>> {
        match (self.is_touched(slot), self.code_in(slot)) {
            (false, _) => Ok(None),
            (true, Some(code)) => Ok(Some(code)),
            (true, None) => Err(FieldComplaint::new(slot, Wrong::CantBeEmptied)),
        }
    }

    fn is_touched(&self, slot: Slot) -> bool {
        self.entry(slot).is_some_and(|entry| !entry.is_untouched())
    }
}

fn some_if_typed<T>(typed: &str, read: Option<T>, complaint: FieldComplaint) -> Filled<Option<T>> {
    match read {
        Some(value) => Ok(Some(value)),
        None if typed.trim().is_empty() => Ok(None),
        None => Err(complaint),
    }
}

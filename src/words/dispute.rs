//! What the closed lists of disputes are called, who stands in one, and how one ranks among all that is late.
//!
//! A name's id is the family of its list and the entry's code, so a new entry is a new line in `dispute.ftl`.

use super::Words;
use crate::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, ObligationState, PartyRole, Severity, WithdrawReason,
};
use crate::domain::dispute::{DisputeStatus, DisputeStep, grave_as};
use crate::domain::id::{Kind, RecordId};
use crate::domain::money::Money;
use crate::domain::query::DisputeView;
use crate::domain::report::Priority;

/// A closed list of the product whose entries have names.
pub trait Listed: Copy + 'static {
    /// What the ids of the names begin with.
    const FAMILY: &'static str;
    /// Every entry, in the order of the list.
    const ENTRIES: &'static [Self];
    /// The entry's code.
    fn entry_code(self) -> &'static str;
}

macro_rules! listed {
    ($($list:ident: $family:literal),+ $(,)?) => {$(
        impl Listed for $list {
            const FAMILY: &'static str = $family;
            const ENTRIES: &'static [$list] = $list::ALL;
            fn entry_code(self) -> &'static str {
                self.code()
            }
        }
    )+};
}

listed! {
    Category: "dispute-category",
    Severity: "dispute-severity",
    DisputeStatus: "dispute-status",
    DisputeView: "dispute-view",
    DisputeStep: "dispute-step",
    PartyRole: "dispute-role",
    FailPath: "dispute-path",
    FailReason: "dispute-fail",
    WithdrawReason: "dispute-withdraw",
    DisputeReopenReason: "dispute-reopen",
    AgreementForm: "dispute-form",
    ObligationState: "dispute-obligation",
    ConfirmationOutcome: "dispute-confirmation",
    FollowUpBy: "dispute-follow-by",
    FollowUpOutcome: "dispute-follow",
    InvolvedAs: "dispute-involved",
}

impl Words {
    /// What an entry of a closed list is called.
    ///
    /// ```
    /// use dutydesk::{domain::{Lang, dispute::terms::{PartyRole, Severity}}, words::Words};
    /// assert_eq!(Words::new(Lang::En).name(Severity::Larger), "larger");
    /// assert_eq!(Words::new(Lang::Zh).name(PartyRole::Respondent), "被申请人");
    /// ```
    pub fn name<L: Listed>(&self, entry: L) -> String {
        self.named(L::FAMILY, entry.entry_code())
    }

    /// Those who stand in a dispute, by their numbers on it: `parties 1, 2`.
    ///
    /// ```
    /// use dutydesk::{domain::Lang, words::Words};
    /// assert_eq!(Words::new(Lang::En).parties(&[2]), "party 2");
    /// assert_eq!(Words::new(Lang::Zh).parties(&[1, 2]), "当事人 1、2");
    /// ```
    pub fn parties(&self, numbers: &[u16]) -> String {
        let count = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
        let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
        self.count_with("dispute-parties", count, &[("numbers", &self.join(&numbers))])
    }

    /// An amount of money.
    ///
    /// ```
    /// use dutydesk::{domain::Lang, words::Words};
    /// assert_eq!(Words::new(Lang::Zh).money("1200.50".parse().unwrap()), "1200.50 元");
    /// ```
    pub fn money(&self, amount: Money) -> String {
        self.with("dispute-money", &[("amount", &amount.to_string())])
    }

    /// How urgent something about a record is: `P1` to `P4`, or that it is to be set; for a dispute how grave it is, or
    /// that it may turn violent.
    ///
    /// ```
    /// use dutydesk::{domain::{Lang, report::Priority}, words::Words};
    /// let words = Words::new(Lang::En);
    /// let rank = |id: &str| words.rank(id.parse().unwrap(), Some(Priority::P1));
    /// assert_eq!(rank("R-20261121-031"), "P1");
    /// assert_eq!(rank("D-20261121-001"), "may turn violent");
    /// ```
    pub fn rank(&self, about: RecordId, priority: Option<Priority>) -> String {
        match priority.filter(|_| about.kind == Kind::Dispute).map(grave_as) {
            Some(Some(severity)) => self.name(severity),
            Some(None) => self.get("dispute-violent"),
            None if about.kind == Kind::Dispute => String::new(),
            None => self.priority(priority),
        }
    }
}

//! Amounts of money, in hundredths of the station's currency: never a fraction, never rounded.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The largest amount: far above any agreement, far below what sums could overflow with.
const MOST: i64 = 10_000_000_000_000;

/// An amount of money, zero or more; written with a point and two digits when there are hundredths.
///
/// ```
/// use dutydesk::domain::money::Money;
/// let rent: Money = "1200.50".parse().unwrap();
/// assert_eq!((rent.hundredths(), rent.to_string()), (120_050, "1200.50".to_owned()));
/// assert_eq!("3,000".parse::<Money>().unwrap().to_string(), "3000");
/// assert!("-5".parse::<Money>().is_err());
/// assert!("1.234".parse::<Money>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// An amount of so many hundredths; none when it is below zero or beyond any agreement.
    pub const fn of_hundredths(hundredths: i64) -> Option<Money> {
        if hundredths < 0 || hundredths > MOST { None } else { Some(Money(hundredths)) }
    }

    /// How many hundredths.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Both together; the largest amount when it is more.
    pub const fn and(self, other: Money) -> Money {
        let sum = self.0.saturating_add(other.0);
        if sum > MOST { Money(MOST) } else { Money(sum) }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            rest => write!(f, "{}.{rest:02}", self.0 / 100),
        }
    }
}

/// A text that is no amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an amount; they look like 1200 or 1200.50")]
pub struct NoMoney(pub String);

impl FromStr for Money {
    type Err = NoMoney;

    fn from_str(text: &str) -> Result<Money, NoMoney> {
        parsed(text.trim()).ok_or_else(|| NoMoney(text.to_owned()))
    }
}

fn parsed(text: &str) -> Option<Money> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = whole.replace([',', '_'], "");
    if !digits(&whole) || !digits(rest) || rest.len() > 2 {
        return None;
    }
    let hundredths = rest.parse::<i64>().ok()? * if rest.len() == 1 { 10 } else { 1 };
    Money::of_hundredths(whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(hundredths)?)
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Money, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

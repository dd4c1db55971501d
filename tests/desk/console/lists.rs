//! Lists under random use: rows come and go, answers are late, keys are pressed in between.

use super::night::paged;
use dutydesk::domain::query::{Page, RowKey};
use dutydesk::ui::list::{List, Row};
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A row that is nothing but its place.
#[derive(Clone, Debug, PartialEq)]
struct Place(RowKey);

impl Row for Place {
    type Id = RowKey;
    type Place = Reverse<RowKey>;
    const ARRIVES: bool = true;

    fn id(&self) -> RowKey {
        self.0
    }

    fn key(&self) -> RowKey {
        self.0
    }

    fn place(&self) -> Reverse<RowKey> {
        Reverse(self.0)
    }
}

/// What can happen.
#[derive(Clone, Debug)]
enum Turn {
    Step(i8),
    Page(bool),
    Top,
    Bottom,
    Arrives,
    Leaves(u8),
    Answer,
    Fit(u8),
    Settle,
    Anew,
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        4 => any::<i8>().prop_map(|by| Turn::Step(by % 4)),
        2 => any::<bool>().prop_map(Turn::Page),
        1 => Just(Turn::Top),
        1 => Just(Turn::Bottom),
        3 => Just(Turn::Arrives),
        3 => any::<u8>().prop_map(Turn::Leaves),
        6 => Just(Turn::Answer),
        1 => (1u8..30).prop_map(Turn::Fit),
        1 => Just(Turn::Settle),
        1 => Just(Turn::Anew),
    ]
}

/// The list and the desk's idea of it.
struct Both {
    list: List<Place>,
    desk: BTreeSet<RowKey>,
    newest: RowKey,
    asked: Option<(u64, Page)>,
    last: u64,
}

impl Both {
    fn new(rows: RowKey) -> Both {
        let mut list = List::default();
        list.fit(10);
        Both { list, desk: (1..=rows).collect(), newest: rows, asked: None, last: 0 }
    }

    fn ask(&mut self) {
        if let Some(page) = self.list.wanted() {
            assert!(self.asked.is_none(), "two questions are on their way");
            self.last += 1;
            self.list.ask_as(self.last);
            self.asked = Some((self.last, page));
        }
    }

    fn answer(&mut self, hold: bool) {
        if let Some((id, page)) = self.asked.take() {
            let rows: Vec<Place> = self.desk.iter().rev().copied().map(Place).collect();
            self.list.take(id, paged(rows, page), hold);
            self.list.focus();
        }
    }

    /// Does one thing; says whether it was the officer's hand that moved the cursor.
    fn turn(&mut self, turn: &Turn) -> bool {
        match turn {
            Turn::Step(by) => self.list.step(isize::from(*by)),
            Turn::Page(down) => self.list.page(if *down { 1 } else { -1 }),
            Turn::Top => self.list.to_top(),
            Turn::Bottom => self.list.to_bottom(),
            Turn::Arrives => {
                self.newest += 1;
                self.desk.insert(self.newest);
                self.list.turn_stale();
            }
            Turn::Leaves(at) => {
                let gone = self.desk.iter().nth(usize::from(*at) % self.desk.len().max(1)).copied();
                gone.map(|key| self.desk.remove(&key));
                self.list.turn_stale();
            }
            Turn::Answer => self.answer(true),
            Turn::Fit(height) => self.list.fit(usize::from(*height)),
            Turn::Settle => self.list.settle(),
            Turn::Anew => self.list.begin_anew(),
        }
        let by_hand = matches!(turn, Turn::Step(_) | Turn::Page(_) | Turn::Top | Turn::Bottom | Turn::Anew);
        // Settling is for when the hand is off the keys.
        by_hand || matches!(turn, Turn::Settle)
    }
}

fn cursor(list: &List<Place>) -> Option<RowKey> {
    list.under().map(Row::id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn only_the_officers_hand_moves_the_cursor_to_another_row(
        rows in 0i64..120,
        turns in prop::collection::vec(turn(), 1..80),
    ) {
        let mut both = Both::new(rows);
        both.ask();
        both.answer(false);
        both.list.focus();
        let mut travelling = false;
        for turn in &turns {
            let before = cursor(&both.list);
            let by_hand = both.turn(turn);
            // A leap to an end of the list, or over rows that are not here yet, arrives with its answer.
            travelling |= by_hand;
            both.ask();
            if !travelling && before.is_some() {
                prop_assert_eq!(cursor(&both.list), before, "{:?}", turn);
            }
            if both.asked.is_none() {
                travelling = false;
            }
            let held: Vec<RowKey> = both.list.rows().iter().map(Row::id).collect();
            prop_assert!(held.windows(2).all(|pair| pair[0] > pair[1]), "{:?}", held);
            prop_assert!(held.len() <= 400);
            if both.list.under().is_some() {
                prop_assert!(both.list.shown().any(|(_, cursor)| cursor), "the cursor is off the screen: {:?}", turn);
            }
        }
    }

    #[test]
    fn list_shows_what_the_desk_has_once_everything_is_answered(
        rows in 0i64..120,
        turns in prop::collection::vec(turn(), 1..60),
    ) {
        let mut both = Both::new(rows);
        for turn in &turns {
            both.turn(turn);
            both.ask();
        }
        both.list.turn_stale();
        for _ in 0..40 {
            both.ask();
            both.answer(false);
        }
        prop_assert!(both.asked.is_none(), "the list never stops asking");
        let held: Vec<RowKey> = both.list.rows().iter().map(Row::id).collect();
        let gone = |key: &RowKey| both.list.is_gone(&Place(*key));
        prop_assert!(held.iter().all(|key| both.desk.contains(key) || gone(key)), "{:?}", held);
        // No row of the desk is missing between those that are held.
        if let (Some(first), Some(last)) = (held.first(), held.last()) {
            let between: Vec<RowKey> = both.desk.range(*last..=*first).rev().copied().collect();
            let mine: Vec<RowKey> = held.iter().copied().filter(|key| !gone(key)).collect();
            prop_assert_eq!(mine, between);
        } else {
            prop_assert!(both.desk.is_empty());
        }
    }
}

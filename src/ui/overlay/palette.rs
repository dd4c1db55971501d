//! The palette: every action by its name, with its keys and, when it can't run now, why.

use super::menu::{Menu, Pick};
use super::{Overlay, Setting, Submitted};
use crate::keys::Action;

/// One action as the palette shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteRow {
    /// The action.
    pub action: Action,
    /// What it is called.
    pub label: String,
    /// Its keys, as the hints show them; empty when it has none.
    pub keys: String,
    /// Why it can't run now; none when it can.
    pub reason: Option<String>,
}

impl Overlay {
    /// The palette with these rows, in this order.
    pub fn palette(rows: Vec<PaletteRow>, setting: &Setting<'_>) -> Overlay {
        let picks = rows.into_iter().map(|row| Pick {
            code: row.action.id().to_owned(),
            columns: vec![
                row.label,
                row.keys,
                row.reason.clone().unwrap_or_else(|| setting.words.get(row.action.help())),
            ],
            also: Vec::new(),
            then: Submitted::Run(row.action),
            reason: row.reason,
        });
        let menu = Menu::new(setting.words.get("form-palette"), picks.collect());
        Overlay::Palette(Box::new(menu.ready_first()))
    }
}

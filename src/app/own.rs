//! Owns the reading of an officer's own files: preferences, and the keymap that they and the keys files make. It tells
//! what is wrong and goes on with the rest.

use crate::config::console::Preferences;
use crate::config::{ConsoleHome, Paths, Problem, Source, home};
use crate::keys::{Keymap, Overlay, load};
use std::path::PathBuf;

/// An officer's own files as read, and what is wrong with them.
#[derive(Debug)]
pub struct Own {
    /// The preferences.
    pub preferences: Preferences,
    /// The keys.
    pub keymap: Keymap,
    /// The texts of the keymap files, for showing where a problem is.
    pub sources: Vec<Source>,
    /// What is wrong with the files.
    pub problems: Vec<Problem>,
}

impl Own {
    /// Reads the officer's files and the desk's keymap.
    pub fn read(desk: &Paths, home: Option<&ConsoleHome>) -> Own {
        let (preferences, mut problems) = preferences(home);
        let overlays: Vec<Overlay> =
            preferences.keymaps.iter().filter_map(|name| Overlay::from_id(name)).collect();
        let (sources, mut unread) = home::keymap_sources(desk, home);
        problems.append(&mut unread);
        let (keymap, mut wrong) = load(&overlays, &sources);
        problems.append(&mut wrong);
        Own { preferences, keymap, sources, problems }
    }
}

fn preferences(home: Option<&ConsoleHome>) -> (Preferences, Vec<Problem>) {
    match home.map(|home| home::read(&home.preferences())) {
        Some(Ok(Some(source))) => Preferences::read(&source, &Overlay::ALL.map(Overlay::id)),
        Some(Err(problem)) => (Preferences::default(), vec![*problem]),
        Some(Ok(None)) | None => (Preferences::default(), Vec::new()),
    }
}

/// The files that [`Own::read`] reads; those that aren't there too.
pub(super) fn files(desk: &Paths, home: Option<&ConsoleHome>) -> Vec<PathBuf> {
    let own = home.into_iter().flat_map(|home| [home.keys(), home.preferences()]);
    std::iter::once(desk.keys()).chain(own).collect()
}

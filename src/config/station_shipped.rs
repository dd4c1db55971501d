//! The stations that the program brings along: one to start from, and the training station. Both are read by the same
//! reader as an officer's own file.

use super::Source;
use super::station_read::{Setup, read_setup};
use crate::domain::officer::Role;
use crate::domain::setup::{Head, SetupItem};
use crate::domain::{Code, Name, Officer, OfficerId};

const LISTS: &str = include_str!("station/lists.toml");
const STARTER: &str = include_str!("station/starter.toml");
const DEMO: &str = include_str!("station/demo.toml");

/// What is asked for when a desk is made.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The station's code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// Its time zone, an IANA name.
    pub zone: String,
    /// Whether it is a training desk.
    pub training: bool,
    /// Accounts that several officers share.
    pub shared_uids: Vec<u32>,
    /// The first officer's number.
    pub officer: OfficerId,
    /// The first officer's name.
    pub officer_name: Name,
    /// What the first officer is.
    pub role: Role,
    /// The first officer's own account.
    pub uid: Option<u32>,
}

/// The setup of a new station: its head and first officer as given, three beats and units to rename, and the code lists.
pub fn starter_setup(founding: &Founding) -> Setup {
    let mut setup = shipped("starter.toml", STARTER);
    setup.training = Some(founding.training);
    for item in &mut setup.items {
        match item {
            SetupItem::Station(head) => {
                *head = Head {
                    code: founding.code.clone(),
                    name: founding.name.clone(),
                    zone: founding.zone.clone(),
                    training: founding.training,
                    shared_uids: founding.shared_uids.clone(),
                };
            }
            SetupItem::Officer(officer) => {
                *officer = Officer {
                    number: founding.officer.clone(),
                    name: founding.officer_name.clone(),
                    role: founding.role,
                    uid: founding.uid,
                };
            }
            SetupItem::Place(place) => {
                place.officer = place.officer.as_ref().map(|_| founding.officer.clone());
            }
            SetupItem::Code(_)
            | SetupItem::Shift(_)
            | SetupItem::Unit(_)
            | SetupItem::Checklist(_)
            | SetupItem::Post(_)
            | SetupItem::Rules(_) => {}
        }
    }
    setup
}

/// The setup of the training station: 12 officers, 9 beats in 3 communities, 5 units.
pub fn demo_setup() -> Setup {
    shipped("demo.toml", DEMO)
}

fn shipped(name: &str, text: &str) -> Setup {
    read_setup(&Source::new(name, format!("{text}\n{LISTS}")))
}

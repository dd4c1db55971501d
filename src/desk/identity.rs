//! Who an account of the machine is at this desk. The kernel names the account; nothing a client says counts, except on
//! a training desk.

use crate::domain::{Actor, OfficerId, Refusal, Station};

/// Whom a new session acts for: an officer, or none until one signs in.
///
/// An account that exactly one officer has is that officer. A shared account, or one of several officers, signs in with
/// number and passphrase, and so does the account that keeps the desk when it is no officer itself.
///
/// # Errors
/// [`Refusal::NoOfficer`] for any other account, [`Refusal::TrainingOnly`] for acting as somebody on a real desk.
pub fn admit(
    station: &Station,
    uid: u32,
    keeper: u32,
    act_as: Option<&OfficerId>,
) -> Result<Option<OfficerId>, Refusal> {
    let shared = station.head().is_some_and(|h| h.shared_uids.contains(&uid));
    let mut same = station.officers().filter(|o| o.uid == Some(uid)).map(|o| &o.number);
    let (first, more) = (same.next(), same.next().is_some());
    if !shared && first.is_none() && uid != keeper {
        return Err(Refusal::NoOfficer { uid });
    }
    if let Some(number) = act_as {
        if !station.training() {
            return Err(Refusal::TrainingOnly);
        }
        let officer =
            station.officer(number).ok_or_else(|| Refusal::NotFound { what: number.to_string() })?;
        return Ok(Some(officer.number.clone()));
    }
    Ok(if shared || more { None } else { first.cloned() })
}

/// The officer of a session as an actor, with the role that the setup gives now.
///
/// # Errors
/// [`Refusal::NotSignedIn`] for a session without an officer, or whose officer was retired since.
pub fn actor(station: &Station, officer: Option<&OfficerId>, session: &str) -> Result<Actor, Refusal> {
    let officer = officer.and_then(|number| station.officer(number)).ok_or(Refusal::NotSignedIn)?;
    Ok(Actor { officer: officer.number.clone(), role: officer.role, session: session.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setup::{Head, SetupItem, Standing};
    use crate::domain::{Officer, Role};

    const KEEPER: u32 = 900;

    fn station(training: bool) -> Station {
        let head = Head {
            code: "NH".into(),
            name: "South River".into(),
            zone: "Asia/Shanghai".into(),
            training,
            shared_uids: vec![500, 1003],
        };
        let officer = |number: &str, uid| {
            SetupItem::Officer(Officer {
                number: number.into(),
                name: number.into(),
                role: Role::DutyOfficer,
                uid,
            })
        };
        let items = [
            SetupItem::Station(head),
            officer("0001", Some(1001)),
            officer("0002", Some(1002)),
            officer("0003", Some(1002)),
            officer("0004", Some(1003)),
            officer("0005", None),
        ];
        let items = items.into_iter().map(|item| (item.key(), Standing { item, retired: false, rev: 1 }));
        Station { items: items.collect() }
    }

    #[test]
    fn an_account_is_the_one_officer_that_has_it() {
        let desk = station(false);
        let cases: [(u32, Result<Option<OfficerId>, Refusal>); 6] = [
            (1001, Ok(Some("0001".into()))),
            (1002, Ok(None)),
            (1003, Ok(None)),
            (500, Ok(None)),
            (KEEPER, Ok(None)),
            (1004, Err(Refusal::NoOfficer { uid: 1004 })),
        ];
        for (uid, expected) in cases {
            assert_eq!(admit(&desk, uid, KEEPER, None), expected, "uid {uid}");
        }
    }

    #[test]
    fn a_retired_officers_account_is_nobody() {
        let mut desk = station(false);
        desk.items.get_mut("officer/0001").unwrap().retired = true;
        assert_eq!(admit(&desk, 1001, KEEPER, None), Err(Refusal::NoOfficer { uid: 1001 }));
        assert_eq!(actor(&desk, Some(&"0001".into()), "s1"), Err(Refusal::NotSignedIn));
    }

    #[test]
    fn acting_as_another_is_for_training_desks_and_known_accounts() {
        let other: OfficerId = "0005".into();
        assert_eq!(admit(&station(false), 1001, KEEPER, Some(&other)), Err(Refusal::TrainingOnly));
        assert_eq!(admit(&station(true), 1001, KEEPER, Some(&other)), Ok(Some(other.clone())));
        assert_eq!(admit(&station(true), KEEPER, KEEPER, Some(&other)), Ok(Some(other.clone())));
        assert_eq!(admit(&station(true), 7, KEEPER, Some(&other)), Err(Refusal::NoOfficer { uid: 7 }));
        let nobody = Refusal::NotFound { what: "0009".into() };
        assert_eq!(admit(&station(true), 1001, KEEPER, Some(&"0009".into())), Err(nobody));
    }
}

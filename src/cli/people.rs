//! `dutydesk officer ...`: who is at the desk.

use super::args::OfficerCmd;
use super::context::{Call, Context};
use super::failure::Failure;
use super::{passphrase, print};
use crate::domain::command::{Command, SetupCommand};
use crate::domain::setup::SetupItem;
use crate::domain::{Name, Officer, OfficerId, Role};
use serde_json::json;

/// Runs `dutydesk officer ...`.
pub(super) fn run(context: &Context, command: &OfficerCmd) -> Result<(), Failure> {
    let mut call = context.call()?;
    match command {
        OfficerCmd::Add { number, name, role, uid } => {
            let role = read_role(context, role)?;
            let number = OfficerId::from(number.trim());
            let officer = Officer { number, name: Name::One(name.trim().to_owned()), role, uid: *uid };
            let item = Box::new(SetupItem::Officer(officer));
            call.execute(Command::Setup(SetupCommand::Set(item)), None)?;
            call.refresh_station()?;
        }
        OfficerCmd::List => {}
        OfficerCmd::Retire { number } => {
            let key = format!("officer/{}", number.trim());
            call.execute(Command::Setup(SetupCommand::Retire { key }), None)?;
            call.refresh_station()?;
        }
        OfficerCmd::Passphrase { number } => return set_passphrase(&mut call, number.as_deref()),
    }
    list(&call)
}

/// Reads a role by its code.
pub(super) fn read_role(context: &Context, text: &str) -> Result<Role, Failure> {
    Role::from_code(text).ok_or_else(|| {
        let known: Vec<&str> = Role::GIVEN.iter().map(|r| r.code()).collect();
        let args = [("value", text), ("known", &known.join(", "))];
        Failure::usage(context.words.with("cli-no-such-role", &args))
    })
}

fn set_passphrase(call: &mut Call<'_>, number: Option<&str>) -> Result<(), Failure> {
    let own = call.caller.welcome().who.as_ref().map(|w| w.officer.clone());
    let officer = number.map(OfficerId::from).or(own);
    let officer = officer.ok_or_else(|| Failure::usage(call.words().get("cli-which-officer")))?;
    let passphrase = passphrase::read_new(call.words(), &officer)?;
    call.execute(Command::Setup(SetupCommand::SetPassphrase { officer, passphrase }), None)?;
    print::line(&call.words().get("cli-passphrase-set"), call.words())
}

fn list(call: &Call<'_>) -> Result<(), Failure> {
    let words = call.words();
    if call.context.json {
        let all: Vec<_> = call
            .station
            .officers()
            .map(|o| json!({ "number": o.number, "name": o.name.of(words.lang()), "role": o.role, "uid": o.uid }))
            .collect();
        return print::json(&all, words);
    }
    let row = |o: &Officer| {
        let uid = o.uid.map(|u| u.to_string()).unwrap_or_default();
        vec![o.number.to_string(), o.name.of(words.lang()).to_owned(), words.role(o.role), uid]
    };
    let rows: Vec<Vec<String>> = call.station.officers().map(row).collect();
    let heads = ["number", "name", "role", "account"].map(|h| words.get(&format!("cli-head-{h}")));
    print::table(&heads, &rows, words)
}

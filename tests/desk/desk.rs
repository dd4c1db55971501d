//! The running desk over its socket: who is let in, what is done once, what is refused, and how it ends.

mod ends;
mod identity;
mod live;
mod pushes;
mod sessions;

use dutydesk::desk::{Options, serve};
use live::{FOLDER, paths_of};

/// Not a test: the desk that other tests start, kill and start again.
#[test]
#[ignore = "started by other tests as a process of its own"]
fn a_desk_in_a_process_of_its_own() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let options = Options { own_process: true, ..Options::default() };
    match serve(&paths_of(folder.as_ref()), &options) {
        Ok(()) => std::process::exit(0),
        Err(error) => std::process::exit(error.exit_code().into()),
    }
}

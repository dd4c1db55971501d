//! The watch: a hint for what arrives, renewed when the folders are made again.

use crate::real::PATIENCE;
use dutydesk::intake::{Spool, Watch};
use std::sync::mpsc::{Receiver, channel};
use tempfile::TempDir;

fn watched() -> (TempDir, Spool, Watch, Receiver<()>) {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(&folder.path().join("spool"));
    spool.sweep().unwrap();
    let (wake, woken) = channel();
    let watch = Watch::start(&spool, move || wake.send(()).unwrap_or_default());
    (folder, spool, watch, woken)
}

#[test]
fn a_file_renamed_into_new_wakes_the_desk_and_counts_as_whole() {
    let (folder, mut spool, _watch, woken) = watched();
    let at = |name: &str| folder.path().join("spool").join(name);
    std::fs::write(at("tmp/a.json"), br#"{"narrative":"x"}"#).unwrap();
    std::fs::rename(at("tmp/a.json"), at("new/a.json")).unwrap();
    woken.recv_timeout(PATIENCE).expect("the desk is woken");
    spool.sweep().unwrap();
    let machine = jiff::Timestamp::now();
    let clocks = dutydesk::intake::Clocks { desk: machine, machine };
    assert!(spool.next(&super::station(), clocks).unwrap().is_some());
}

#[test]
fn a_folder_that_is_made_again_is_watched_again() {
    let (folder, mut spool, mut watch, woken) = watched();
    let at = |name: &str| folder.path().join("spool").join(name);
    std::fs::remove_dir_all(at("new")).unwrap();
    woken.recv_timeout(PATIENCE).expect("the loss wakes the desk");
    spool.sweep().unwrap();
    assert!(watch.renew());
    while woken.try_recv().is_ok() {}
    std::fs::write(at("tmp/b.json"), br#"{"narrative":"x"}"#).unwrap();
    std::fs::rename(at("tmp/b.json"), at("new/b.json")).unwrap();
    woken.recv_timeout(PATIENCE).expect("the new folder wakes the desk");
}

#[test]
fn a_spool_that_is_not_there_yet_starts_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(&folder.path().join("not/yet"));
    let mut watch = Watch::start(&spool, || {});
    assert!(!watch.renew());
    spool.sweep().unwrap();
    assert!(watch.renew());
    drop(spool);
}

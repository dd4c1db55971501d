//! Files: a desk's record and what only looks like one, copies and putting them back, the writer's thread.

use crate::paper::told;
use crate::store::Desk;
use dutydesk::domain::RecordId;
use dutydesk::domain::command::{Command, DeskCommand, ReportCommand};
use dutydesk::domain::query::Query;
use dutydesk::store::{
    APPLICATION_ID, Job, JobDone, KNOWN, Keep, NotTaken, Reader, Restored, Store, StoreError, Writer,
    anchor_file, backup, record_file, restore, verify,
};
use rusqlite::Connection;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_record_is_for_nobody_else_to_read() {
    let kept = TempDir::new().unwrap();
    let folder = kept.path().join("a").join("desk");
    let mut store = Store::create(&folder).unwrap();
    store.anchor_now().unwrap();
    assert_eq!(mode(&folder), 0o700);
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    assert_eq!(Store::create(&folder).err(), Some(StoreError::Exists { file: record_file(&folder) }));
}

#[test]
fn a_folder_without_a_record_is_no_desk() {
    let kept = TempDir::new().unwrap();
    let folder = kept.path().to_owned();
    assert_eq!(Store::open(&folder).err(), Some(StoreError::NoDesk { folder: folder.clone() }));
    assert_eq!(Reader::open(&folder).err(), Some(StoreError::NoDesk { folder: folder.clone() }));
    assert_eq!(verify(&folder, |_| {}).err(), Some(StoreError::NoDesk { folder }));
}

/// Files that are not a desk's record, each with what is said of it.
fn strangers(folder: &Path) -> Vec<(&'static str, Vec<u8>, StoreError)> {
    let file = record_file(folder);
    let not = StoreError::NotADesk { file: file.clone() };
    let made = |pragmas: &str| {
        let path = folder.join("made");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(&format!("CREATE TABLE song (bird TEXT); {pragmas}")).unwrap();
        conn.close().unwrap();
        let bytes = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        bytes
    };
    let newer = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {}", KNOWN + 1);
    vec![
        ("nothing", Vec::new(), not.clone()),
        ("a letter", b"Dear station, this is no database at all, it is a letter.\n".repeat(9), not.clone()),
        ("half a header", b"SQLite format 3\0half".to_vec(), not.clone()),
        ("somebody else's database", made(""), not.clone()),
        ("another program's", made("PRAGMA application_id = 77"), not),
        ("a newer desk's", made(&newer), StoreError::Newer { found: KNOWN + 1, known: KNOWN }),
    ]
}

#[test]
fn a_file_that_is_not_ours_is_named_and_left_as_it_is() {
    let kept = TempDir::new().unwrap();
    for (what, bytes, error) in strangers(kept.path()) {
        fs::write(record_file(kept.path()), &bytes).unwrap();
        assert_eq!(Store::open(kept.path()).err(), Some(error.clone()), "{what}");
        assert_eq!(files(kept.path()), ["desk.db"], "{what}");
        assert_eq!(Reader::open(kept.path()).err(), Some(error), "{what}");
        assert_eq!(fs::read(record_file(kept.path())).unwrap(), bytes, "{what}");
    }
}

#[test]
fn a_damaged_record_is_told_in_words_and_never_by_a_panic() {
    let desk = Desk::new();
    let Desk { store, folder, .. } = desk;
    store.close().unwrap();
    let whole = fs::read(record_file(&folder)).unwrap();
    let mut worst = 0;
    for at in (100..whole.len()).step_by(997) {
        let mut bytes = whole.clone();
        bytes[at..(at + 24).min(whole.len())].iter_mut().for_each(|b| *b = !*b);
        fs::write(record_file(&folder), &bytes).unwrap();
        for beside in ["desk.db-wal", "desk.db-shm"] {
            let _ = fs::remove_file(folder.join(beside));
        }
        if let Err(error) = Store::open(&folder) {
            worst += 1;
            assert!(matches!(error, StoreError::Damaged { .. } | StoreError::Broken { .. }), "{error:?}");
        }
    }
    assert!(worst > 0, "some of it must show when it is opened");
}

#[test]
fn a_backup_is_a_whole_record_in_one_file_and_never_overwrites() {
    let mut desk = Desk::new();
    let report = desk.receive("a fight");
    let file = desk.folder.with_file_name("copy.db");
    let mut steps = 0;
    backup(&desk.folder, &file, |_| steps += 1).unwrap();
    assert!(steps > 0);
    assert_eq!(files(file.parent().unwrap()), ["copy.db", "desk"]);
    assert_eq!(mode(&file), 0o600);
    assert_eq!(backup(&desk.folder, &file, |_| {}).err(), Some(StoreError::Exists { file: file.clone() }));
    let other = desk.folder.with_file_name("other");
    let Restored::Done { aside } = restore(&file, &other, false, |_| {}).unwrap() else { panic!("unsound") };
    assert_eq!(aside, Vec::<PathBuf>::new());
    assert!(verify(&other, |_| {}).unwrap().is_sound());
    let store = Store::open(&other).unwrap();
    assert_eq!(store.head(), desk.store.head());
    let reader = Reader::open(&other).unwrap();
    assert!(reader.answer(&Query::Report { id: report }, &"0103".into(), desk.now).is_ok());
}

#[test]
fn an_interrupted_backup_leaves_nothing_that_the_next_one_trips_over() {
    let desk = Desk::new();
    let file = desk.folder.with_file_name("copy.db");
    fs::write(desk.folder.with_file_name("copy.db.partial"), "half a copy").unwrap();
    backup(&desk.folder, &file, |_| {}).unwrap();
    assert_eq!(files(file.parent().unwrap()), ["copy.db", "desk"]);
}

#[test]
fn a_copy_is_put_back_only_over_a_record_that_may_be_moved_aside() {
    let mut desk = Desk::new();
    let file = desk.folder.with_file_name("copy.db");
    backup(&desk.folder, &file, |_| {}).unwrap();
    desk.receive("after the copy");
    desk.store.anchor_now().unwrap();
    let Desk { store, folder, .. } = desk;
    store.close().unwrap();
    let there = record_file(&folder);
    assert_eq!(
        restore(&file, &folder, false, |_| {}).err(),
        Some(StoreError::Exists { file: there.clone() })
    );
    for n in 1..=2 {
        let Restored::Done { aside } = restore(&file, &folder, true, |_| {}).unwrap() else {
            panic!("unsound")
        };
        assert_eq!(aside[0], folder.join(format!("desk.db.before-restore-{n}")));
        assert!(aside.contains(&folder.join(format!("anchor.before-restore-{n}"))));
        assert!(verify(&folder, |_| {}).unwrap().is_sound());
    }
    assert!(anchor_file(&folder).exists());
}

#[test]
fn an_unsound_copy_changes_nothing() {
    let mut desk = Desk::new();
    desk.receive("a fight");
    let file = desk.folder.with_file_name("copy.db");
    backup(&desk.folder, &file, |_| {}).unwrap();
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch("UPDATE fact SET officer = '0104' WHERE seq = 3").unwrap();
    conn.close().unwrap();
    let before = files(&desk.folder);
    let Ok(Restored::Unsound(report)) = restore(&file, &desk.folder, true, |_| {}) else {
        panic!("put back")
    };
    assert!(!report.is_sound());
    assert_eq!(files(&desk.folder), before);
}

#[test]
fn the_writer_does_what_is_queued_and_tells_each_ticket_once() {
    let mut desk = Desk::new();
    let mut jobs: Vec<Job> = Vec::new();
    for n in 0..40 {
        jobs.push(Job::Execute(Box::new(desk.asked("0103", told(&format!("call {n}"))))));
        let form = format!("form {n}");
        let keep = Keep { officer: "0103".into(), form, body: Some("{}".into()), at: desk.now };
        jobs.push(Job::Keep(keep));
    }
    jobs.push(Job::Anchor);
    let before = fs::read(anchor_file(&desk.folder)).unwrap_or_default();
    let Desk { store, folder, now, .. } = desk;
    let (writer, outcomes) = Writer::spawn(store, 200).unwrap();
    for (ticket, job) in jobs.iter().enumerate() {
        writer.submit(ticket, job.clone()).unwrap();
    }
    writer.finish().unwrap();
    let told: Vec<(usize, JobDone)> = outcomes.iter().collect();
    assert_eq!(
        told.iter().map(|(ticket, _)| *ticket).collect::<Vec<_>>(),
        (0..jobs.len()).collect::<Vec<_>>()
    );
    let numbers: Vec<RecordId> = told
        .iter()
        .filter_map(|(_, done)| match done {
            JobDone::Executed(outcome) => outcome.as_ref().unwrap().id,
            JobDone::Kept(kept) | JobDone::Delivered(kept) => kept.clone().map(|()| None).unwrap(),
            JobDone::Anchored(anchored) => anchored.clone().map(|()| None).unwrap(),
        })
        .collect();
    assert!(numbers.windows(2).all(|pair| pair[1].number == pair[0].number + 1));
    assert!(fs::read(anchor_file(&folder)).unwrap().len() > before.len());
    assert!(verify(&folder, |_| {}).unwrap().is_sound());
    assert!(Reader::open(&folder).unwrap().answer(&Query::Board, &"0103".into(), now).is_ok());
}

#[test]
fn a_full_queue_says_so_and_an_ended_writer_too() {
    let mut desk = Desk::new();
    let job = Job::Execute(Box::new(desk.asked("0103", told("a fight"))));
    let Desk { store, folder, .. } = desk;
    // The write lock is held by somebody else, so the writer can't empty its queue.
    let other = Connection::open(record_file(&folder)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (writer, outcomes) = Writer::spawn(store, 1).unwrap();
    let full = (0..1000).find_map(|ticket| writer.submit(ticket, job.clone()).err());
    assert_eq!(full, Some(NotTaken::Full));
    other.execute_batch("COMMIT").unwrap();
    assert!(outcomes.recv().is_ok());
    writer.finish().unwrap();
}

#[test]
fn the_writer_sweeps_by_itself_after_an_erasure() {
    let mut desk = Desk::new();
    let id = desk.receive("the secret of the yellow bird");
    desk.on("0103", ReportCommand::Cancel { id, reason: "one".into() }).unwrap();
    let erase = ReportCommand::Erase { id, reason: "retention date".into() };
    let job = Job::Execute(Box::new(desk.asked("0101", Command::Report(erase))));
    let stop = Job::Execute(Box::new(desk.asked("desk", Command::Desk(DeskCommand::Stop))));
    let Desk { store, folder, .. } = desk;
    let (writer, outcomes) = Writer::spawn(store, 8).unwrap();
    writer.submit(1, job).unwrap();
    outcomes.recv().unwrap();
    let reader = Connection::open(record_file(&folder)).unwrap();
    let waits = || {
        let sql = "SELECT count(*) FROM meta WHERE name = 'sweep_from'";
        reader.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    while waits() > 0 {
        std::thread::yield_now();
    }
    assert!(!crate::store::holds(&folder, "yellow bird"));
    writer.submit(2, stop).unwrap();
    writer.finish().unwrap();
    assert!(verify(&folder, |_| {}).unwrap().is_sound());
}

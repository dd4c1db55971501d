//! The spool folder: whole files once, hostile ones aside, nothing outside it touched.

use super::{now, station};
use dutydesk::domain::Lang;
use dutydesk::intake::{Clocks, Found, Outcome, Spool, Told, why_text};
use dutydesk::words::Words;
use jiff::{SignedDuration, Timestamp};
use rustix::fs::{CWD, FileType, Mode, Timespec, Timestamps, UTIME_NOW, mknodat, utimensat};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A spool in a folder of its own, with clocks that a test sets.
struct Desk {
    folder: TempDir,
    spool: Spool,
    later: SignedDuration,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let mut spool = Spool::open(&folder.path().join("spool"));
        spool.sweep().unwrap();
        Desk { folder, spool, later: SignedDuration::ZERO }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("spool").join(name)
    }

    /// Does what a producer does: writes to `tmp`, renames into `new`. The file looks as if written a minute ago, so that
    /// no two times are the same by chance.
    fn drop_file(&self, name: &str, content: &[u8]) {
        let tmp = self.path("tmp").join(name);
        std::fs::write(&tmp, content).unwrap();
        age(&tmp, 60);
        std::fs::rename(tmp, self.path("new").join(name)).unwrap();
    }

    fn clocks(&self) -> Clocks {
        Clocks { desk: now(), machine: Timestamp::now().checked_add(self.later).unwrap() }
    }

    fn next(&mut self) -> Option<Found> {
        let clocks = self.clocks();
        self.spool.next(&station(), clocks).unwrap()
    }

    /// One sweep as the desk does it: every report that was put in, with its key, and the files refused with their codes.
    fn sweep(&mut self) -> (Vec<Told>, Vec<(String, &'static str)>) {
        self.spool.sweep().unwrap();
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        while let Some(mut found) = self.next() {
            let why = match &mut found.outcome {
                Outcome::Refuse(why) => Some(std::mem::take(why)),
                Outcome::Take(reports) => loop {
                    match reports.batch(3) {
                        Ok(batch) if batch.is_empty() => break None,
                        Ok(batch) => taken.extend(batch),
                        Err(why) => break Some(why),
                    }
                },
            };
            match why {
                None => self.spool.done(found).unwrap(),
                Some(why) => {
                    refused.push((found.name.clone(), why.code()));
                    let text = why_text(&why, &found.name, &[&Words::new(Lang::En)], &station());
                    self.spool.refuse(found, &text).unwrap();
                }
            }
        }
        (taken, refused)
    }

    /// Every name below the spool.
    fn names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut folders = vec![self.path("")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                } else {
                    let below = path.strip_prefix(self.path("")).unwrap();
                    names.insert(below.to_string_lossy().into_owned());
                }
            }
        }
        names
    }
}

fn age(path: &Path, seconds: i64) {
    let at = Timespec { tv_sec: Timestamp::now().as_second() - seconds, tv_nsec: 0 };
    let same = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    utimensat(
        CWD,
        path,
        &Timestamps { last_access: same, last_modification: at },
        rustix::fs::AtFlags::empty(),
    )
    .unwrap();
}

fn narratives(taken: &[Told]) -> Vec<&str> {
    taken.iter().map(|told| told.incoming.telling.narrative.as_str()).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_file_is_taken_once_and_kept_under_its_duty_day() {
    let mut desk = Desk::new();
    desk.drop_file("a.json", br#"{"narrative":"one"}"#);
    let (taken, refused) = desk.sweep();
    assert_eq!((narratives(&taken), refused.len()), (vec!["one"], 0));
    assert_eq!(desk.names(), set(&["done/2026-11-21/a.json"]));
    assert_eq!(desk.sweep().0.len(), 0);
}

#[test]
fn a_refused_file_lies_beside_its_reason_in_both_languages() {
    let mut desk = Desk::new();
    desk.drop_file("a.json", br#"{"narrative":"x","colour":"red"}"#);
    assert_eq!(desk.sweep().1, [("a.json".to_owned(), "unknown-field")]);
    assert_eq!(desk.names(), set(&["bad/a.json", "bad/a.json.why"]));
    let why = std::fs::read_to_string(desk.path("bad/a.json.why")).unwrap();
    assert!(why.contains("line 1, column 18: There is no field 'colour'."), "{why}");
}

#[test]
fn files_come_in_the_order_of_their_names_and_reports_in_the_order_of_the_file() {
    let mut desk = Desk::new();
    desk.drop_file(
        "b.jsonl",
        b"{\"narrative\":\"b1\"}\n{\"narrative\":\"b2\"}\n{\"narrative\":\"b3\"}\n{\"narrative\":\"b4\"}\n",
    );
    desk.drop_file("a.json", br#"{"narrative":"a"}"#);
    desk.drop_file("c.csv", b"narrative\nc\n");
    assert_eq!(narratives(&desk.sweep().0), ["a", "b1", "b2", "b3", "b4", "c"]);
}

#[test]
fn a_crash_between_taking_and_moving_repeats_with_the_same_keys() {
    let mut desk = Desk::new();
    desk.drop_file("a.jsonl", b"{\"narrative\":\"x\"}\n{\"narrative\":\"x\",\"source_key\":\"110-1\"}\n");
    let mut keys = Vec::new();
    for _ in 0..2 {
        desk.spool.sweep().unwrap();
        let Some(Found { outcome: Outcome::Take(mut reports), .. }) = desk.next() else { panic!() };
        assert_eq!(reports.total(), 2);
        keys.push(reports.batch(10).unwrap());
    }
    assert_eq!(keys[0], keys[1]);
    let own: Vec<_> = keys[0].iter().map(|t| t.incoming.source_key.clone().unwrap()).collect();
    assert_eq!(own, [keys[0][0].key.clone(), "110-1".to_owned()]);
    assert_ne!(keys[0][0].key, keys[0][1].key);
    assert!(own[0].len() < 100);
}

#[test]
fn the_same_words_in_a_later_file_are_another_report() {
    let mut desk = Desk::new();
    desk.drop_file("alarm.json", br#"{"source":"alarm-phone","narrative":"Button pressed"}"#);
    let first = desk.sweep().0.remove(0);
    let tmp = desk.path("tmp/alarm.json");
    std::fs::write(&tmp, br#"{"source":"alarm-phone","narrative":"Button pressed"}"#).unwrap();
    age(&tmp, 30);
    std::fs::rename(tmp, desk.path("new/alarm.json")).unwrap();
    let second = desk.sweep().0.remove(0);
    assert_ne!((&first.key, &first.incoming.source_key), (&second.key, &second.incoming.source_key));
    assert_eq!(desk.names(), set(&["done/2026-11-21/alarm.json", "done/2026-11-21/alarm.json.2"]));
}

#[test]
fn names_that_are_there_already_are_numbered_and_never_overwritten() {
    let mut desk = Desk::new();
    for word in ["first", "second", "third"] {
        desk.drop_file("a.json", word.as_bytes());
        desk.sweep();
    }
    let names = ["a.json", "a.json.why", "a.json.2", "a.json.2.why", "a.json.3", "a.json.3.why"];
    assert_eq!(desk.names(), names.iter().map(|n| format!("bad/{n}")).collect());
    assert_eq!(std::fs::read(desk.path("bad/a.json")).unwrap(), b"first");
    assert_eq!(std::fs::read(desk.path("bad/a.json.3")).unwrap(), b"third");
}

#[test]
fn links_pipes_folders_and_second_names_go_aside_without_being_followed() {
    let mut desk = Desk::new();
    let outside = desk.folder.path().join("outside.json");
    std::fs::write(&outside, br#"{"narrative":"not yours"}"#).unwrap();
    age(&outside, 60);
    let new = desk.path("new");
    symlink(&outside, new.join("a_link.json")).unwrap();
    symlink("/dev/zero", new.join("b_device_link")).unwrap();
    symlink("../../outside.json", new.join("c_upwards.json")).unwrap();
    std::fs::hard_link(&outside, new.join("d_second_name.json")).unwrap();
    mknodat(CWD, new.join("e_pipe"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    std::fs::create_dir(new.join("f_folder")).unwrap();
    std::fs::write(new.join("f_folder/inside.json"), br#"{"narrative":"x"}"#).unwrap();
    let socket = std::os::unix::net::UnixListener::bind(new.join("g_socket")).unwrap();
    desk.later = SignedDuration::from_secs(60);
    let (taken, refused) = desk.sweep();
    assert_eq!(taken, []);
    let codes: Vec<_> = refused.iter().map(|(_, code)| *code).collect();
    assert_eq!(codes, ["link", "link", "link", "hard-link", "not-a-file", "not-a-file", "not-a-file"]);
    assert_eq!(std::fs::read(&outside).unwrap(), br#"{"narrative":"not yours"}"#);
    assert_eq!(std::fs::read_dir(&new).unwrap().count(), 0);
    assert!(desk.path("bad/a_link.json").is_symlink());
    assert_eq!(desk.sweep().1, []);
    drop(socket);
}

#[test]
fn hostile_names_are_made_safe_and_stay_inside() {
    let mut desk = Desk::new();
    let long = "n".repeat(255);
    let names: [&[u8]; 7] = [
        b"a\x1b[2J.json",
        b"b\n..\nc.json",
        b"-rf.json",
        b"..json",
        b"x\xff\xfe.json",
        "夜\u{202e}班.json".as_bytes(),
        long.as_bytes(),
    ];
    for name in names {
        let path = desk.path("new").join(OsStr::from_bytes(name));
        std::fs::write(&path, br#"{"narrative":"x"}"#).unwrap();
        age(&path, 60);
    }
    let (taken, refused) = desk.sweep();
    assert_eq!((taken.len(), refused.len()), (6, 0));
    let cut = "n".repeat(200);
    let kept = ["-rf.json", "a__2J.json", "b_.._c.json", cut.as_str(), "x__.json", "夜_班.json"];
    let mut expected: BTreeSet<String> = kept.iter().map(|n| format!("done/2026-11-21/{n}")).collect();
    // A name that begins with a dot is a copying program's own.
    expected.insert("new/..json".to_owned());
    assert_eq!(desk.names(), expected);
}

#[test]
fn a_file_that_may_still_be_written_waits_until_it_is_left_alone() {
    let mut desk = Desk::new();
    let path = desk.path("new/slow.jsonl");
    std::fs::write(&path, b"{\"narrative\":\"first\"}\n").unwrap();
    assert_eq!(desk.sweep(), (vec![], vec![]));
    assert!(desk.spool.look_again().is_some());
    let mut whole = std::fs::read(&path).unwrap();
    whole.extend_from_slice(b"{\"narrative\":\"second\"}\n");
    std::fs::write(&path, whole).unwrap();
    assert_eq!(desk.sweep().0, []);
    desk.later = SignedDuration::from_secs(3);
    assert_eq!(narratives(&desk.sweep().0), ["first", "second"]);
    assert_eq!(desk.spool.look_again(), None);
}

#[test]
fn a_file_written_in_place_that_is_cut_off_is_waited_for_and_then_refused() {
    let mut desk = Desk::new();
    let path = desk.path("new/slow.json");
    std::fs::write(&path, br#"{"narrative":"ha"#).unwrap();
    desk.later = SignedDuration::from_secs(30);
    assert_eq!(desk.sweep(), (vec![], vec![]));
    assert!(desk.spool.look_again().is_some());
    std::fs::write(&path, br#"{"narrative":"half and whole"}"#).unwrap();
    assert_eq!(narratives(&desk.sweep().0), ["half and whole"]);
    std::fs::write(&path, br#"{"narrative":"ha"#).unwrap();
    desk.later = SignedDuration::from_secs(61);
    assert_eq!(desk.sweep().1, [("slow.json".to_owned(), "json-end")]);
}

#[test]
fn what_lies_in_tmp_is_never_touched_and_a_killed_producer_leaves_nothing_half() {
    let mut desk = Desk::new();
    std::fs::write(desk.path("tmp/half.json"), br#"{"narrative":"ha"#).unwrap();
    desk.later = SignedDuration::from_hours(1);
    assert_eq!(desk.sweep(), (vec![], vec![]));
    assert_eq!(desk.names(), set(&["tmp/half.json"]));
}

#[test]
fn a_file_changed_while_it_is_taken_is_refused_and_says_how_much_was_taken() {
    let mut desk = Desk::new();
    desk.drop_file("a.jsonl", &b"{\"narrative\":\"x\"}\n".repeat(10));
    desk.spool.sweep().unwrap();
    let Some(mut found) = desk.next() else { panic!() };
    let Outcome::Take(reports) = &mut found.outcome else { panic!() };
    assert_eq!(reports.batch(4).unwrap().len(), 4);
    std::fs::write(desk.path("new/a.jsonl"), b"{\"narrative\":\"other\"}\n").unwrap();
    let refused = reports.batch(4).unwrap_err();
    assert_eq!(refused.code(), "changed");
    let said = why_text(&refused, &found.name, &[&Words::new(Lang::En)], &station());
    assert!(said.contains("4 reports had been taken"), "{said}");
    desk.spool.refuse(found, &said).unwrap();
    assert_eq!(desk.names(), set(&["bad/a.jsonl", "bad/a.jsonl.why"]));
}

#[test]
fn a_file_swapped_under_our_feet_is_left_for_its_own_turn() {
    let mut desk = Desk::new();
    desk.drop_file("a.json", br#"{"narrative":"old"}"#);
    desk.spool.sweep().unwrap();
    let Some(mut found) = desk.next() else { panic!() };
    desk.drop_file("a.json", br#"{"narrative":"new one"}"#);
    let Outcome::Take(reports) = &mut found.outcome else { panic!() };
    assert_eq!(narratives(&reports.batch(4).unwrap()), ["old"]);
    desk.spool.done(found).unwrap();
    assert_eq!(desk.names(), set(&["new/a.json"]));
    assert_eq!(narratives(&desk.sweep().0), ["new one"]);
}

#[test]
fn a_file_that_cannot_be_moved_is_not_taken_twice() {
    let mut desk = Desk::new();
    desk.drop_file("a.json", br#"{"narrative":"x"}"#);
    std::fs::write(desk.path("done/2026-11-21"), b"in the way").unwrap();
    desk.spool.sweep().unwrap();
    let Some(found) = desk.next() else { panic!() };
    assert!(desk.spool.done(found).is_err());
    assert_eq!(desk.sweep(), (vec![], vec![]));
    std::fs::remove_file(desk.path("done/2026-11-21")).unwrap();
    assert_eq!(desk.sweep(), (vec![], vec![]));
    assert_eq!(desk.names(), set(&["done/2026-11-21/a.json"]));
}

#[test]
fn folders_that_are_missing_are_made_and_one_that_is_a_link_is_not_used() {
    let mut desk = Desk::new();
    std::fs::remove_dir_all(desk.path("")).unwrap();
    desk.spool.sweep().unwrap();
    desk.drop_file("a.json", br#"{"narrative":"x"}"#);
    assert_eq!(desk.sweep().0.len(), 1);
    let elsewhere = desk.folder.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    std::fs::write(elsewhere.join("b.json"), br#"{"narrative":"x"}"#).unwrap();
    std::fs::remove_dir_all(desk.path("new")).unwrap();
    symlink(&elsewhere, desk.path("new")).unwrap();
    assert!(desk.spool.sweep().is_err());
    assert!(desk.next().is_none());
    assert!(elsewhere.join("b.json").exists());
}

#[test]
fn a_folder_of_many_files_is_gone_through_in_pieces_each_file_once() {
    let mut desk = Desk::new();
    let many = 4_500;
    for number in 0..many {
        let path = desk.path("new").join(format!("{number:05}.json"));
        std::fs::write(&path, b"{\"narrative\":\"x\"}").unwrap();
    }
    desk.later = SignedDuration::from_secs(60);
    desk.spool.sweep().unwrap();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut last = String::new();
    while let Some(found) = desk.next() {
        assert!(found.name > last);
        last = found.name.clone();
        *seen.entry(found.name.clone()).or_default() += 1;
        // Every second file stays where it is, as when nothing can be written.
        if seen.len().is_multiple_of(2) {
            desk.spool.done(found).unwrap();
        }
    }
    assert_eq!((seen.len(), seen.values().max()), (many, Some(&1)));
}

#[test]
fn a_huge_file_is_refused_by_its_size_alone() {
    let mut desk = Desk::new();
    let path = desk.path("tmp/huge.jsonl");
    std::fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    age(&path, 60);
    std::fs::rename(path, desk.path("new/huge.jsonl")).unwrap();
    assert_eq!(desk.sweep().1, [("huge.jsonl".to_owned(), "too-large")]);
}

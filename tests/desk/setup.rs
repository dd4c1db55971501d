//! The setup file: what is read, what is complained about, what is written back, and what applying it would change.

use dutydesk::config::{
    Change, Founding, Setup, Severity, Source, Voice, demo_setup, diff, read_setup, setup_text,
    starter_setup, write_setup,
};
use dutydesk::domain::command::SetupCommand;
use dutydesk::domain::never::{NeverKept, never_kept};
use dutydesk::domain::officer::Role;
use dutydesk::domain::setup::{CodeList, SetupItem, Standing};
use dutydesk::domain::{Actor, Command, Fact, Happened, Lang, Loaded, Moment, Name, Station, apply, decide};
use dutydesk::domain::{Record, fact::SetupFact};
use dutydesk::words::{Words, text};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/station").join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn source_of(path: &Path) -> Source {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    setup_text(&name, &std::fs::read(path).unwrap()).unwrap()
}

fn complaints(setup: &Setup, source: &Source, lang: Lang) -> String {
    let words = Words::new(lang);
    let voice = Voice { say: &|id, args| words.with(id, args), safe: &|part| text::safe(part).into_owned() };
    setup.problems.iter().map(|problem| problem.render(source, &voice)).collect()
}

fn founding() -> Founding {
    Founding {
        code: "NH".into(),
        name: "South River".into(),
        zone: "Asia/Shanghai".to_owned(),
        training: true,
        shared_uids: Vec::new(),
        officer: "0142".into(),
        officer_name: "Li Qiang".into(),
        role: Role::Supervisor,
        uid: Some(1000),
    }
}

/// Asks the rule for each command in turn, as the desk does, and gives the station that comes out.
fn applied(changes: &[Change], mut station: Station) -> Station {
    let at = moment();
    for change in changes {
        let command = Command::Setup(change.command());
        let loaded = Loaded { station: Arc::new(station.clone()), ..Loaded::default() };
        let facts =
            decide(&loaded, &command, &at).unwrap_or_else(|refusal| panic!("{refusal:?}: {change:?}"));
        for Happened { subject, fact } in facts {
            let key = change.item().key();
            let before = station.items.get(&key).cloned().map(|s| Record::Setup(Box::new(s)));
            assert!(matches!(&fact, Fact::Setup(SetupFact::Set(_) | SetupFact::Retired)));
            let Some(Record::Setup(after)) = apply(before, &subject, &fact, &at.stamp()) else { panic!() };
            station.items.insert(key, *after);
        }
    }
    station
}

fn moment() -> Moment {
    Moment {
        at: "2026-11-21T22:46:00+08:00".parse().unwrap(),
        actor: Actor::desk("test"),
        duty_day: "2026-11-21".parse().unwrap(),
        shift: "night".into(),
        proved: None,
    }
}

fn made(setup: &Setup) -> Station {
    applied(&diff(setup, &Station::default()), Station::default())
}

#[test]
fn good_files_have_no_problems_at_all() {
    for path in fixtures("good") {
        let source = source_of(&path);
        let setup = read_setup(&source);
        assert_eq!(complaints(&setup, &source, Lang::En), "", "{path:?}");
        assert!(setup.is_usable());
    }
}

#[test]
fn every_bad_file_gets_exactly_the_complaints_beside_it_in_both_languages() {
    for path in fixtures("bad") {
        let source = source_of(&path);
        let setup = read_setup(&source);
        assert!(!setup.is_usable(), "{path:?}");
        for (lang, tag) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            let said = complaints(&setup, &source, lang);
            assert!(!said.contains("open sesame"), "a secret in a file is not shown again");
            let beside = path.with_extension(format!("{tag}.expected"));
            if std::env::var_os("EXPECT").is_some() {
                std::fs::write(&beside, &said).unwrap();
            }
            assert_eq!(said, std::fs::read_to_string(&beside).unwrap_or_default(), "{beside:?}");
        }
    }
}

#[test]
fn what_is_written_reads_back_to_the_same_items_in_both_languages() {
    for setup in [starter_setup(&founding()), demo_setup()] {
        let station = made(&setup);
        for lang in [Lang::En, Lang::Zh] {
            let written = write_setup(&station, &Words::new(lang));
            let source = Source::new("station.toml", written.clone());
            let again = read_setup(&source);
            assert_eq!(complaints(&again, &source, lang), "");
            assert_eq!(diff(&again, &station), Vec::new(), "{written}");
            assert_eq!(write_setup(&made(&again), &Words::new(lang)), written);
            assert!(written.contains("[[post]]"), "a station without posts sees how one is written");
        }
    }
}

#[test]
fn the_shipped_stations_are_whole() {
    let demo = demo_setup();
    assert_eq!(demo.problems, Vec::new());
    let station = made(&demo);
    assert!(station.training());
    assert_eq!(station.officers().count(), 12);
    assert_eq!(station.beats().count(), 9);
    assert_eq!(station.units().count(), 5);
    let both = |name: &Name| matches!(name, Name::Both { .. });
    assert!(station.officers().all(|o| both(&o.name)) && station.places().all(|p| both(&p.name)));
    let starter = starter_setup(&founding());
    assert_eq!(starter.problems, Vec::new());
    let station = made(&starter);
    assert_eq!(station.head().unwrap().code.as_str(), "NH");
    assert_eq!(station.shifts().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["day", "night"]);
    assert_eq!(station.checklists().next().unwrap().code.as_str(), "equipment");
    for list in CodeList::ALL {
        assert!(station.codes(list).count() >= 3, "{list:?}");
        assert!(station.codes(list).all(|c| both(&c.name)));
    }
}

#[test]
fn taking_an_item_out_retires_it_and_putting_it_back_returns_it() {
    let demo = demo_setup();
    let station = made(&demo);
    let mut smaller = demo_setup();
    smaller.items.retain(|item| !item.key().ends_with("/T2") && item.key() != "unit/U4");
    let changes = diff(&smaller, &station);
    let keys: Vec<String> = changes.iter().map(|c| format!("{:?}", c.command())).collect();
    assert!(matches!(&changes[0], Change::Retire(item) if item.key() == "unit/U4"), "{keys:?}");
    assert!(matches!(&changes[1], Change::Retire(item) if item.key() == "place/T2"), "{keys:?}");
    assert_eq!(changes.len(), 2);
    let without = applied(&changes, station.clone());
    assert!(without.items["place/T2"].retired && !without.has_unit(&"U4".into()));
    assert_eq!(without.place_name(&"T2".into(), Lang::Zh), "城二网格");
    let again = diff(&demo, &without);
    assert!(again.iter().all(|c| matches!(c, Change::Return { what, .. } if what.is_empty())));
    let back = applied(&again, without);
    assert_eq!(diff(&demo, &back), Vec::new());
}

#[test]
fn the_last_supervisor_can_be_replaced_in_one_file() {
    let station = made(&demo_setup());
    let mut other = demo_setup();
    for item in &mut other.items {
        if let SetupItem::Officer(officer) = item {
            match officer.number.0.as_str() {
                "0100" => officer.role = Role::Reviewer,
                "0195" => officer.role = Role::Supervisor,
                _ => {}
            }
        }
    }
    let after = applied(&diff(&other, &station), station);
    assert_eq!(after.officer(&"0195".into()).unwrap().role, Role::Supervisor);
    other.items.retain(|item| item.key() != "officer/0100");
    let dangling = read_setup(&Source::new("x", write_setup(&made_unchecked(&other), &Words::new(Lang::En))));
    assert!(dangling.problems.iter().any(|p| p.key == "setup-problem-no-officer"));
}

fn made_unchecked(setup: &Setup) -> Station {
    let standing = |item: &SetupItem| Standing { item: item.clone(), retired: false, rev: 1 };
    Station { items: setup.items.iter().map(|item| (item.key(), standing(item))).collect() }
}

#[test]
fn places_can_be_turned_around_in_one_file() {
    let station = made(&demo_setup());
    let mut other = demo_setup();
    for item in &mut other.items {
        if let SetupItem::Place(place) = item {
            if place.code.as_str() == "NHS" {
                place.level = dutydesk::domain::place::Level::Town;
                place.part_of = Some("QY".into());
            }
            if place.code.as_str() == "S1" {
                place.level = dutydesk::domain::place::Level::Community;
            }
        }
    }
    // The beat that a unit names has become a community: the file itself says so before anything is asked.
    other.items.retain(|item| item.key() != "unit/U1");
    let after = applied(&diff(&other, &station), station);
    assert_eq!(diff(&other, &after), Vec::new());
}

#[test]
fn a_change_is_told_field_by_field() {
    let station = made(&demo_setup());
    let mut other = demo_setup();
    for item in &mut other.items {
        match item {
            SetupItem::Unit(unit) if unit.code.as_str() == "M1" => unit.beat = Some("N3".into()),
            SetupItem::Place(place) if place.code.as_str() == "S1" => place.officer = Some("0163".into()),
            _ => {}
        }
    }
    other.items.push(SetupItem::Unit(dutydesk::domain::setup::Unit {
        code: "U9".into(),
        name: "Patrol\u{202e} 9".into(),
        beat: None,
    }));
    let mut told = String::new();
    for lang in [Lang::En, Lang::Zh] {
        for change in diff(&other, &station) {
            writeln!(told, "{}", change.line(&Words::new(lang))).unwrap();
        }
    }
    let expected = "\
~ place/S1 (South 1)
      officer: '0142' becomes '0163'
~ unit/M1 (Motorcycle 1)
      beat: 'N3' is added
+ unit/U9 (Patrol<U+202E> 9)
~ place/S1（南一网格）
      officer：'0142'改为'0163'
~ unit/M1（摩托一组）
      beat：增加'N3'
+ unit/U9（Patrol<U+202E> 9）
";
    assert_eq!(told, expected);
}

#[test]
fn a_file_that_says_nothing_about_training_leaves_it_as_it_is() {
    let mut setup = demo_setup();
    let station = made(&setup);
    let mut other = read_setup(&Source::new("x", "[station]\ncode = \"NH\"\nname = \"N\"\nzone = \"UTC\"\n"));
    assert_eq!(other.training, None);
    setup.items.retain(|item| item.key() != "station");
    other.items.append(&mut setup.items);
    let after = applied(&diff(&other, &station), station);
    assert!(after.training());
    assert_eq!(after.head().unwrap().zone, "UTC");
}

#[test]
fn files_from_windows_are_read_as_they_were_meant() {
    let text = std::fs::read_to_string(&fixtures("good")[0]).unwrap();
    let plain = read_setup(&Source::new("x", text.clone())).items;
    let crlf = text.replace('\n', "\r\n");
    let marked = [b"\xEF\xBB\xBF", crlf.as_bytes()].concat();
    assert_eq!(read_setup(&setup_text("x", &marked).unwrap()).items, plain);
    let (gb, _, bad) = encoding_rs::GB18030.encode(&crlf);
    assert!(!bad);
    assert_eq!(read_setup(&setup_text("x", &gb).unwrap()).items, plain);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let broken = [text.as_bytes(), b"# \xE9\x95\n"].concat();
    for (bytes, word, line) in [
        (utf16.as_slice(), "setup-problem-utf16", 1),
        (b"a = \"\0\"".as_slice(), "setup-problem-not-text-file", 1),
        (b"# caf\xE9 \xFF\n".as_slice(), "setup-problem-unknown-encoding", 1),
        (broken.as_slice(), "setup-problem-broken-utf8", text.lines().count() + 1),
        (vec![b'#'; 2 * 1024 * 1024].as_slice(), "setup-problem-too-large", 1),
    ] {
        let refused = setup_text("station.toml", bytes).unwrap_err();
        assert_eq!((refused.1.key, refused.1.line), (word, line));
        for lang in [Lang::En, Lang::Zh] {
            let words = Words::new(lang);
            let voice =
                Voice { say: &|id, args| words.with(id, args), safe: &|s| text::safe(s).into_owned() };
            assert_ne!(refused.1.sentence(&voice), word);
        }
    }
}

#[test]
fn words_for_what_is_never_kept_are_known_and_others_let_through() {
    for (name, kind) in [
        ("ethnicity", Some(NeverKept::Ethnicity)),
        ("caller_ethnicity", Some(NeverKept::Ethnicity)),
        ("民族", Some(NeverKept::Ethnicity)),
        ("Religion", Some(NeverKept::Religion)),
        ("political-opinion", Some(NeverKept::Politics)),
        ("petition_history", Some(NeverKept::Petition)),
        ("信访重点人员", Some(NeverKept::Petition)),
        ("union", Some(NeverKept::Union)),
        ("family planning", Some(NeverKept::Reproduction)),
        ("fingerprint", Some(NeverKept::Biometrics)),
        ("phone.imsi", Some(NeverKept::Tracking)),
        ("score", Some(NeverKept::Score)),
        ("party-noise", None),
        ("street race", None),
        ("pregnant-help", None),
        ("letter-or-visit", None),
        ("信访事项", None),
        ("union-street-fight", None),
        ("scorecard-printer", None),
        ("narrative", None),
        ("", None),
    ] {
        assert_eq!(never_kept(name), kind, "{name}");
    }
    for kind in NeverKept::ALL {
        assert_eq!(never_kept(kind.code()), Some(kind), "its own code gives it away");
        for lang in [Lang::En, Lang::Zh] {
            assert!(Words::new(lang).has(&format!("never-kept-{}", kind.code())));
        }
    }
}

#[test]
fn hostile_names_are_written_as_escapes_and_read_back_unchanged() {
    let mut setup = starter_setup(&founding());
    for (number, hostile) in super::text::hostile().into_iter().enumerate() {
        let name = format!("x{}x", hostile.chars().take(60).collect::<String>());
        setup.items.push(SetupItem::Unit(dutydesk::domain::setup::Unit {
            code: dutydesk::domain::Code(format!("H{number}")),
            name: Name::One(name),
            beat: None,
        }));
    }
    let station = made_unchecked(&setup);
    let written = write_setup(&station, &Words::new(Lang::En));
    assert!(written.chars().all(|c| c == '\n' || text::is_shown(c)));
    let again = read_setup(&Source::new("x", written));
    assert_eq!(again.problems, Vec::new());
    assert_eq!(diff(&again, &station), Vec::new());
}

#[test]
fn every_problem_of_a_station_is_an_error_or_a_warning_on_purpose() {
    let bare = read_setup(&source_of(&fixtures("good")[0].with_file_name("small.toml")));
    assert_eq!(bare.problems, Vec::new());
    let nothing = read_setup(&Source::new("x", ""));
    let count = |severity| nothing.problems.iter().filter(|p| p.severity == severity).count();
    assert_eq!((count(Severity::Error), count(Severity::Warning)), (3, 3));
}

#[test]
fn commands_never_carry_a_passphrase() {
    let commands: Vec<SetupCommand> =
        diff(&demo_setup(), &Station::default()).iter().map(Change::command).collect();
    assert!(commands.iter().all(|c| !matches!(c, SetupCommand::SetPassphrase { .. })));
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,400}") {
        let _ = read_setup(&Source::new("x", text));
    }

    #[test]
    fn any_mangled_station_is_read_without_a_panic(cuts in prop::collection::vec((0.0f64..1.0, "\\PC{0,6}"), 0..6)) {
        let mut text = std::fs::read_to_string(&fixtures("good")[0]).unwrap();
        for (at, with) in cuts {
            let at = text.floor_char_boundary((at * text.len() as f64) as usize);
            let end = text.floor_char_boundary((at + with.len() * 2).min(text.len()));
            text.replace_range(at..end.max(at), &with);
        }
        let source = Source::new("x", text);
        let setup = read_setup(&source);
        let _ = complaints(&setup, &source, Lang::Zh);
        let _ = diff(&setup, &made_unchecked(&setup));
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = setup_text("x", &bytes).map(|source| read_setup(&source));
    }
}

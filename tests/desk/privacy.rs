//! What the desk never keeps about anyone, and what never leaves a record by accident.

use crate::samples::{self, CANARY};
use crate::words::scan;
use dutydesk::domain::dispute::DisputeStatus;
use dutydesk::domain::dispute::terms::Severity;
use dutydesk::domain::escalation::Escalation;
use dutydesk::domain::handover::HandoverStatus;
use dutydesk::domain::id::Kind;
use dutydesk::domain::never::{NeverKept, never_kept};
use dutydesk::domain::report::Status;
use dutydesk::domain::{Actor, Command, Lang, Moment, Refusal, Role, decide};
use dutydesk::domain::{Loaded, Record};
use dutydesk::words::{ROOMS, Words};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

/// Beginnings of words that no field, variant or code of the product may have.
const STEMS: &[&str] = &[
    "ethnic",
    "race",
    "racial",
    "religio",
    "faith",
    "belie",
    "politic",
    "petition",
    "union",
    "press",
    "journalis",
    "reproduc",
    "pregnan",
    "biometr",
    "fingerprint",
    "face",
    "dna",
    "iris",
    "gene",
    "track",
    "traject",
    "gps",
    "imei",
    "geoloc",
    "score",
    "scoring",
    "rating",
    "blacklist",
    "suspect",
];

/// Files that may hold such words, and why.
const ALLOWED_FILES: &[(&str, &str)] = &[
    ("src/domain/never.rs", "it is the list itself"),
    ("src/intake/", "it refuses fields by that list, and `NeverKept` is its word for them"),
    ("src/config/", "it refuses codes and names of the setup by that list"),
];

/// Names that begin like a forbidden word and mean something else.
const ALLOWED_NAMES: &[(&str, &str)] = &[
    ("pressed", "a key"),
    ("press", "a key"),
    ("presses", "keys"),
    ("general", "a kind of refusal or text"),
    ("General", "how grave a dispute is: the least"),
    ("generation", "of a view that was asked for"),
    ("generations", "of backups"),
    ("generic", "not special"),
    ("generate", "a completion script or a page of the manual"),
    ("generator", "of an invented night"),
    ("union", "of two styles"),
    ("party", "one who stands in a dispute, by number: a role in that one record, erased with it"),
    ("Party", "the same"),
];

/// Words that are also names of what is never kept, and mean something else in a sentence.
const ALLOWED_WORDS: &[(&str, &str)] = &[
    ("press", "a key"),
    (
        "party",
        "one who stands in a dispute: no text means a political one, and no file may have such a field or code",
    ),
];

/// Texts that say what is never kept: parts of their ids.
const ALLOWED_TEXTS: &[(&str, &str)] = &[
    ("never-kept", "what a file or the setup is refused for"),
    ("setup-file-head", "what the head of a station.toml says that no code may stand for"),
];

fn parts(identifier: &str) -> Vec<String> {
    let mut spaced = String::new();
    for c in identifier.chars() {
        if c.is_uppercase() || c == '_' {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase().filter(|c| *c != '_'));
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn forbidden(name: &str) -> bool {
    let begins = |part: &String| STEMS.iter().any(|stem| part.starts_with(stem));
    let harmless = ALLOWED_NAMES.iter().any(|(allowed, _)| name == *allowed);
    !harmless && (parts(name).iter().any(begins) || never_kept(name).is_some())
}

fn identifiers(source: &str) -> Vec<&str> {
    let code = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    let words = code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'));
    words.filter(|word| !word.is_empty()).collect()
}

#[test]
fn no_field_and_no_variant_is_there_for_what_is_never_kept() {
    let mut found = Vec::new();
    for (path, source) in scan::sources("src") {
        if ALLOWED_FILES.iter().any(|(allowed, _)| path.starts_with(allowed)) {
            continue;
        }
        let bad = identifiers(&source).into_iter().filter(|name| forbidden(name));
        found.extend(bad.map(|name| format!("{path}: '{name}'")));
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_search_for_such_names_finds_them() {
    for name in
        ["caller_ethnicity", "Religion", "face_id", "FaceId", "track_phone", "riskScore", "民族", "信访人"]
    {
        assert!(forbidden(name), "{name}");
    }
    for name in ["surface", "interface", "expression", "letter_or_visit", "pressed", "community"] {
        assert!(!forbidden(name), "{name}");
    }
    assert_eq!(identifiers("let a_b = C; // ethnicity"), ["let", "a_b", "C"]);
}

#[test]
fn no_text_of_the_product_asks_for_what_is_never_kept() {
    for room in ROOMS {
        for lang in [Lang::En, Lang::Zh] {
            for text in scan::texts(room.of(lang)) {
                let names_it = ALLOWED_TEXTS.iter().any(|(id, _)| text.id.contains(id));
                let kept = never_kept(&text.id).or_else(|| in_text(&text.value, ALLOWED_WORDS));
                assert!(names_it || kept.is_none(), "'{}' of '{}': {kept:?}", text.id, room.name);
            }
        }
    }
}

#[test]
fn no_file_that_comes_with_the_program_has_a_code_for_what_is_never_kept() {
    let mut folders = vec![scan::root()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let shipped = !name.starts_with('.') && name != "target" && name != "tests";
            if path.is_dir() && shipped {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml" || e == "sql" || e == "json") {
                let text = std::fs::read_to_string(&path).unwrap();
                let kept = in_text(&text, &[]);
                assert!(kept.is_none(), "{}: {kept:?}", path.display());
            }
        }
    }
}

/// What of the never-kept stands in a text, but for these words. Comments may say what the desk does not keep.
fn in_text(text: &str, allowed: &[(&str, &str)]) -> Option<NeverKept> {
    let said = text.lines().filter(|line| !line.trim_start().starts_with(['#', '-']));
    let mut words = said.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_'));
    let harmless = |word: &str| allowed.iter().any(|(other, _)| word.eq_ignore_ascii_case(other));
    words.find_map(|word| if harmless(word) { None } else { never_kept(word) })
}

#[test]
fn a_field_or_code_that_is_called_party_is_still_refused_in_every_file() {
    let (station, now) = (Arc::new(samples::station()), samples::at());
    let told = dutydesk::intake::check(br#"{"narrative":"x","party":"y"}"#, "a.json", &station, now);
    assert_eq!(told.refused.map(|refused| refused.code().to_owned()).as_deref(), Some("never-kept"));
    for entry in ["code = \"party\"\nname = \"X\"", "code = \"x\"\nname = \"X\"\nparty = \"y\""] {
        let file = format!("[[incident-type]]\n{entry}\n");
        let source = dutydesk::config::setup_text("station.toml", file.as_bytes()).unwrap();
        let setup = dutydesk::config::read_setup(&source);
        let never = setup.problems.iter().find(|problem| problem.key.contains("never"));
        assert!(never.is_some_and(|problem| problem.severity == dutydesk::config::Severity::Error), "{file}");
    }
}

#[test]
fn every_kind_of_what_is_never_kept_has_its_word() {
    for words in [Words::new(Lang::En), Words::new(Lang::Zh)] {
        for kind in NeverKept::ALL {
            assert!(words.has(&format!("never-kept-{}", kind.code())), "{kind:?}");
        }
    }
}

fn assert_silent(what: &impl Debug) {
    for shown in [format!("{what:?}"), format!("{what:#?}")] {
        for private in [CANARY, "7731", "金丝雀", "Li Qiang", "李强"] {
            assert!(!shown.contains(private), "'{private}' in {shown}");
        }
    }
}

#[test]
fn what_is_printed_for_a_programmer_holds_nothing_private() {
    samples::commands().iter().for_each(assert_silent);
    samples::facts().into_iter().map(samples::entry).for_each(|entry| assert_silent(&entry));
    samples::answers().iter().for_each(assert_silent);
    samples::messages().iter().for_each(assert_silent);
    assert_silent(&samples::report());
    assert_silent(&samples::handover());
    assert_silent(&samples::dispute());
}

/// What could be loaded for the samples' commands: every record there is, the report in one status.
fn loaded(status: Status, escalation: Option<Escalation>, handover: HandoverStatus) -> Loaded {
    let mut report = samples::report();
    report.status = status;
    let mut waiting = samples::handover();
    waiting.status = handover;
    let mut records = vec![
        Record::Report(Box::new(report)),
        Record::Unit(Box::new(samples::unit())),
        Record::Handover(Box::new(waiting)),
    ];
    records.extend(escalation.map(|e| Record::Escalation(Box::new(e))));
    Loaded {
        station: Arc::new(samples::station()),
        records: records.into_iter().map(|r| (r.subject(), r)).collect(),
        next: Kind::ALL.iter().map(|k| (*k, samples::h1())).collect::<BTreeMap<_, _>>(),
        draft: Some(samples::draft()),
        open_handover: (handover == HandoverStatus::Signed).then(samples::h1),
        ..Loaded::default()
    }
}

/// Every refusal that the rules give to the samples' commands.
fn given() -> Vec<Refusal> {
    let states = Status::ALL.into_iter().flat_map(|status| {
        HandoverStatus::ALL.into_iter().flat_map(move |handover| {
            [None, Some(samples::escalation())].map(|escalation| loaded(status, escalation, handover))
        })
    });
    states.flat_map(|loaded| refused_of(&loaded, |command| !matches!(command, Command::Dispute(_)))).collect()
}

/// The refusals of those of the samples' commands.
fn refused_of(loaded: &Loaded, asked: impl Fn(&Command) -> bool) -> Vec<Refusal> {
    let mut given = vec![];
    for command in samples::commands().into_iter().filter(asked) {
        for (officer, role) in [("0142", Role::DutyOfficer), ("0199", Role::Supervisor)] {
            let actor = Actor { officer: officer.into(), role, session: "s1".to_owned() };
            let proved = command.proof().map(|(who, _)| who.clone());
            let duty_day = jiff::civil::date(2026, 11, 21);
            let moment = Moment { at: samples::at(), actor, duty_day, shift: "night".into(), proved };
            given.extend(decide(loaded, &command, &moment).err());
        }
    }
    given
}

/// Every refusal that the rules give to the samples' commands on disputes, wherever the dispute stands.
fn given_on_disputes() -> Vec<Refusal> {
    let states = DisputeStatus::ALL.iter().flat_map(|status| {
        [Severity::General, Severity::Major].map(|severity| {
            let mut dispute = samples::dispute();
            (dispute.status, dispute.matter.severity) = (*status, severity);
            let record = Record::Dispute(Box::new(dispute));
            let mut loaded = loaded(Status::Closed, None, HandoverStatus::Sealed);
            loaded.records.insert(record.subject(), record);
            loaded
        })
    });
    states.flat_map(|loaded| refused_of(&loaded, |command| matches!(command, Command::Dispute(_)))).collect()
}

#[test]
fn no_refusal_carries_what_was_told_about_anyone() {
    let (station, words) = (samples::station(), [Words::new(Lang::En), Words::new(Lang::Zh)]);
    let zone = station.zone();
    let (mut given, mut on_disputes) = (given(), given_on_disputes());
    on_disputes.dedup();
    assert!(on_disputes.len() > 100, "the rules on disputes refused only {} times", on_disputes.len());
    given.append(&mut on_disputes);
    given.dedup();
    assert!(given.len() > 100, "the rules refused only {} times", given.len());
    given.extend(samples::refusals());
    for refusal in given {
        assert_silent(&refusal);
        let json = serde_json::to_string(&refusal).unwrap();
        let sentences = words.each_ref().map(|w| w.refusal(&refusal, &station, &zone));
        for said in sentences.iter().chain([&json]) {
            assert!(!said.contains("7731") && !said.contains("金丝雀"), "{said}");
        }
    }
}

#[test]
fn a_letter_or_visit_is_a_report_like_any_other() {
    let words = [Words::new(Lang::En), Words::new(Lang::Zh)];
    let source = dutydesk::domain::report::Source::LetterOrVisit;
    assert_eq!(words.map(|w| w.source(source)), ["letter or visit", "信访"]);
    assert_eq!(never_kept(source.code()), None);
}

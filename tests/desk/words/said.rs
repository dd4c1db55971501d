//! What is said: names of every code, a sentence for every refusal, a line for every fact, times and ages.

use crate::samples::{self, CANARY};
use dutydesk::domain::desk::Trouble;
use dutydesk::domain::dispute::terms::{
    AgreementForm, Category, ConfirmationOutcome, DisputeReopenReason, FailPath, FailReason, FollowUpBy,
    FollowUpOutcome, InvolvedAs, ObligationState, PartyRole, Severity, WithdrawReason,
};
use dutydesk::domain::dispute::{DisputeStatus, DisputeStep};
use dutydesk::domain::due::{Due, Light, Owed, WaitsFor};
use dutydesk::domain::earlier::Same;
use dutydesk::domain::fact::Fact;
use dutydesk::domain::handover::{Ground, HandoverStatus};
use dutydesk::domain::patrol::UnitStatus;
use dutydesk::domain::place::Level;
use dutydesk::domain::query::{DisputeView, ReportView};
use dutydesk::domain::refusal::Field;
use dutydesk::domain::report::{Source, Status, Step};
use dutydesk::domain::rules::Target;
use dutydesk::domain::setup::CodeList;
use dutydesk::domain::speed::Speed;
use dutydesk::domain::supervision::SupervisionStatus;
use dutydesk::domain::{Lang, Role};
use dutydesk::words::{Listed, Words};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

const FIELDS: [Field; 33] = [
    Field::Narrative,
    Field::Place,
    Field::CallerName,
    Field::CallerPhone,
    Field::OtherName,
    Field::OtherPhone,
    Field::Type,
    Field::Priority,
    Field::Beat,
    Field::EventTime,
    Field::SourceKey,
    Field::Result,
    Field::Note,
    Field::Disposition,
    Field::Answer,
    Field::Reason,
    Field::To,
    Field::Reply,
    Field::Instruction,
    Field::Remark,
    Field::Words,
    Field::Reservations,
    Field::Name,
    Field::Code,
    Field::Passphrase,
    Field::Zone,
    Field::Status,
    Field::Measure,
    Field::Said,
    Field::Terms,
    Field::Obligation,
    Field::Court,
    Field::Found,
];

/// Every id that `src/words` builds from a code.
pub fn built_ids() -> BTreeSet<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut family = |name: &str, codes: Vec<&str>| {
        ids.extend(codes.into_iter().map(|code| format!("{name}-{}", code.replace('.', "-"))));
    };
    family("status", Status::ALL.map(Status::code).to_vec());
    family("next", Status::ALL.map(Status::code).to_vec());
    family("next", vec!["still-open"]);
    for name in ["step", "cannot", "done"] {
        family(name, Step::ALL.map(Step::code).to_vec());
    }
    family("role", [Role::GIVEN.as_slice(), &[Role::Desk]].concat().iter().map(|r| r.code()).collect());
    family("source", Source::ALL.map(Source::code).to_vec());
    family("level", Level::ALL.map(Level::code).to_vec());
    family("target", Level::ALL.map(Level::code).to_vec());
    family("told", Target::ALL.map(Target::code).to_vec());
    family("light", vec![Light::Green.code(), Light::Amber.code(), Light::Red.code()]);
    family("view", ReportView::ALL.map(ReportView::code).to_vec());
    family("unit-status", UnitStatus::ALL.map(UnitStatus::code).to_vec());
    family("handover-status", HandoverStatus::ALL.map(HandoverStatus::code).to_vec());
    family("supervision-status", SupervisionStatus::ALL.map(SupervisionStatus::code).to_vec());
    family("ground", Ground::ALL.map(Ground::code).to_vec());
    family("list", CodeList::ALL.map(CodeList::code).to_vec());
    family("field", FIELDS.map(Field::code).to_vec());
    family("value", vec!["priority", "event-time", "code", "zone", "status"]);
    family("trouble", Trouble::ALL.map(Trouble::code).to_vec());
    family("trouble", vec!["broken"]);
    family("weekday", vec!["1", "2", "3", "4", "5", "6", "7"]);
    family("speed", Speed::ALL.map(Speed::code).to_vec());
    for name in ["earlier", "earlier-by", "repeat"] {
        family(name, Same::ALL.map(Same::code).to_vec());
    }
    ids.extend(listed());
    let mut family = |name: &str, codes: Vec<&str>| {
        ids.extend(codes.into_iter().map(|code| format!("{name}-{}", code.replace('.', "-"))));
    };
    family("dispute-cannot", DisputeStep::ALL.iter().map(|step| step.code()).collect());
    family("dispute-next", DisputeStatus::ALL.iter().map(|status| status.code()).collect());
    family("dispute-next", vec!["still-open"]);
    family("kind", samples::facts().iter().map(Fact::kind).collect());
    family("asked", samples::commands().iter().map(|c| c.code()).collect());
    family("asked", samples::queries().iter().map(|q| q.code()).collect());
    // The desk's own door asks for this one, which is no command of the rules.
    family("asked", vec!["desk.backup"]);
    ids.into_iter().collect()
}

/// The ids of the names of an entry of every closed list that has them.
fn listed() -> Vec<String> {
    fn of<L: Listed>() -> impl Iterator<Item = String> {
        L::ENTRIES.iter().map(|entry| format!("{}-{}", L::FAMILY, entry.entry_code()))
    }
    let matter = of::<Category>().chain(of::<Severity>()).chain(of::<PartyRole>()).chain(of::<InvolvedAs>());
    let course = of::<DisputeStatus>().chain(of::<DisputeView>()).chain(of::<DisputeStep>());
    let agreed = of::<AgreementForm>().chain(of::<ObligationState>()).chain(of::<ConfirmationOutcome>());
    let ends = of::<FailPath>().chain(of::<FailReason>()).chain(of::<WithdrawReason>());
    let after = of::<DisputeReopenReason>().chain(of::<FollowUpBy>()).chain(of::<FollowUpOutcome>());
    matter.chain(course).chain(agreed).chain(ends).chain(after).collect()
}

fn both() -> [Words; 2] {
    [Words::new(Lang::En), Words::new(Lang::Zh)]
}

#[test]
fn every_refusal_is_a_sentence_that_says_what_to_do_next() {
    let (station, zone) = (samples::station(), samples::station().zone());
    let [en, zh] = both();
    let mut said = String::new();
    for refusal in samples::refusals() {
        for words in [&en, &zh] {
            let sentence = words.refusal(&refusal, &station, &zone);
            assert!(!sentence.contains('{') && !sentence.contains("refusal-"), "{refusal:?}: {sentence}");
            let stops = sentence.matches(['.', '?', '\u{3002}']).count();
            let parts = stops + sentence.matches('\u{ff0c}').count() + sentence.matches('\u{ff1b}').count();
            assert!(parts >= 2, "no next step in: {sentence}");
            assert!(sentence.ends_with(['.', '\u{3002}']), "no full stop: {sentence}");
            said += &format!("{sentence}\n");
        }
    }
    insta::assert_snapshot!("refusals", said);
}

#[test]
fn every_fact_is_a_line_that_says_who() {
    let station = samples::station();
    let [en, zh] = both();
    let mut said = String::new();
    for fact in samples::facts() {
        let entry = samples::entry(fact);
        for words in [&en, &zh] {
            let line = words.fact(&entry, &station);
            assert!(!line.contains('{') && !line.contains("fact-"), "{line}");
            said += &format!("{}\n", line.replace(CANARY, "(told)"));
        }
    }
    insta::assert_snapshot!("facts", said);
}

#[test]
fn an_erased_entry_says_so_and_still_says_what_kind_of_thing_happened() {
    let station = samples::station();
    for fact in samples::facts() {
        let mut entry = samples::entry(fact);
        entry.fact = None;
        for words in both() {
            let line = words.fact(&entry, &station);
            assert!(line.contains(&words.kind(&entry.kind)), "{line}");
            assert!(line.contains("erased") || line.contains("已清除"), "{line}");
            assert!(!line.contains(CANARY));
        }
    }
}

#[test]
fn who_is_an_officer_by_number_and_name_and_the_desk_itself_by_its_name() {
    let (station, [en, zh]) = (samples::station(), both());
    assert_eq!(en.officer(&"0142".into(), &station), "0142 Li Qiang");
    assert_eq!(zh.officer(&"0142".into(), &station), "0142 李强");
    assert_eq!(en.officer(&"9999".into(), &station), "9999");
    assert_eq!(en.officer(&"desk".into(), &station), "the desk");
    assert_eq!(zh.holder(None, &station), "值班台");
    assert_eq!(zh.incident_type(None, &station), "待定");
    assert_eq!(en.incident_type(Some(&"fight".into()), &station), "Fight");
    assert_eq!(en.kind("something.new"), "something.new");
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_clock_time_carries_its_day_and_year_only_when_they_are_others() {
    let (words, zone) = (Words::new(Lang::En), TimeZone::get("Asia/Shanghai").unwrap());
    let now = at("2026-11-21T23:10:00+08:00");
    assert_eq!(words.clock(at("2026-11-21T22:47:59+08:00"), &zone, now), "22:47");
    assert_eq!(words.clock(at("2026-11-20T22:47:00+08:00"), &zone, now), "11-20 22:47");
    assert_eq!(words.clock(at("2025-11-21T22:47:00+08:00"), &zone, now), "2025-11-21 22:47");
    assert_eq!(words.clock(at("2026-11-22T00:05:00+08:00"), &zone, now), "11-22 00:05");
    assert_eq!(words.exact(at("2026-11-21T22:47:03+08:00"), &zone), "2026-11-21 22:47:03");
    assert_eq!(words.weekday(jiff::civil::date(2026, 11, 21)), "Sat");
    assert_eq!(Words::new(Lang::Zh).weekday(jiff::civil::date(2026, 11, 22)), "日");
}

#[test]
fn an_age_means_the_same_in_both_languages_and_is_never_like_a_time_of_day() {
    let cases = [
        (-5, "<1 min", "<1 分"),
        (0, "<1 min", "<1 分"),
        (60, "1 min", "1 分"),
        (59 * 60 + 59, "59 min", "59 分"),
        (3600, "1 h 00", "1 时 00 分"),
        (73 * 60, "1 h 13", "1 时 13 分"),
        (86_399, "23 h", "23 小时"),
        (86_400, "24 h", "24 小时"),
        (86_400 * 2, "2 d", "2 天"),
        (86_400 * 365, "365 d", "365 天"),
    ];
    let [english, chinese] = both();
    for (seconds, en, zh) in cases {
        let age = SignedDuration::from_secs(seconds);
        assert_eq!((english.age(age), chinese.age(age)), (en.to_owned(), zh.to_owned()));
        for words in [&english, &chinese] {
            assert!(!words.age(age).contains(':'));
        }
    }
}

#[test]
fn a_deadline_says_what_is_left_or_how_late_it_is_and_why() {
    let [en, zh] = both();
    let owed = Owed {
        at: at("2026-11-21T22:50:00+08:00"),
        amber: at("2026-11-21T22:49:54+08:00"),
        rule: "accept".into(),
        rests: false,
    };
    assert_eq!(en.due(&owed, at("2026-11-21T22:48:00+08:00")), "2 min left");
    assert_eq!(zh.due(&owed, at("2026-11-21T22:48:00+08:00")), "还有 2 分");
    assert_eq!(en.due(&owed, at("2026-11-22T00:03:00+08:00")), "late by 1 h 13");
    assert_eq!(en.span(SignedDuration::ZERO), "0 s");
    assert_eq!(zh.due(&owed, at("2026-11-22T22:50:00+08:00")), "超时 24 小时");
    let station = samples::station();
    let rule = |code: &str| station.rules().rule(&code.into()).unwrap();
    assert_eq!(en.within(rule("close")), "close within 72 h");
    assert_eq!(zh.within(rule("accept")), "30 秒内签收");
    let due = Due { snoozed: None, waits_for: WaitsFor::Desk, ..samples::due() };
    assert_eq!(en.why_due(&due, &station), "accept within 30 s (P1, station policy); waiting for: the desk");
}

//! The rules files: what is read, what is kept when something in them is wrong, and what is complained about.

use dutydesk::config::{
    HOLIDAYS_FILE, Problem, RULES_FILE, RulesRead, Severity, Source, Voice, demo_setup, diff, read_rules,
    rules_shipped, write_setup,
};
use dutydesk::domain::command::SetupCommand;
use dutydesk::domain::dispute::terms::Severity as Grave;
use dutydesk::domain::id::Kind;
use dutydesk::domain::report::{Priority, Source as From};
use dutydesk::domain::rules::{
    Allowance, Extension, Mark, Only, Rule, Rules, SweepEvery, Sweeps, Target, Within,
};
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{
    Actor, Command, Fact, Happened, Lang, Loaded, Moment, Name, Refusal, Station, Subject, decide,
};
use dutydesk::words::{Words, text};
use jiff::SignedDuration;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
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
    Source::new(name, std::fs::read_to_string(path).unwrap())
}

fn rules_in(text: &str) -> RulesRead {
    read_rules(Some(&Source::new("rules.toml", text)), None)
}

fn calendar_in(source: &Source) -> RulesRead {
    read_rules(None, Some(source))
}

fn said(problems: &[Problem], source: &Source, lang: Lang) -> String {
    let words = Words::new(lang);
    let voice = Voice { say: &|id, args| words.with(id, args), safe: &|part| text::safe(part).into_owned() };
    problems.iter().map(|problem| problem.render(source, &voice)).collect()
}

fn holds_beside(path: &Path, source: &Source, problems: &[Problem]) {
    assert!(!problems.is_empty(), "{path:?}");
    for (lang, tag) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let said = said(problems, source, lang);
        let beside = path.with_extension(format!("{tag}.expected"));
        if std::env::var_os("EXPECT").is_some() {
            std::fs::write(&beside, &said).unwrap();
        }
        assert_eq!(said, std::fs::read_to_string(&beside).unwrap_or_default(), "{beside:?}");
    }
}

#[test]
fn the_shipped_files_have_no_problems_and_are_what_a_desk_without_files_has() {
    let rules = Source::new("rules.toml", RULES_FILE);
    let holidays = Source::new("holidays.toml", HOLIDAYS_FILE);
    let read = read_rules(Some(&rules), Some(&holidays));
    assert_eq!(said(&read.problems, &rules, Lang::En), "");
    assert_eq!(read.rules, rules_shipped());
    assert_eq!(read_rules(None, None).rules, rules_shipped());
    assert!(read.rules.calendar.holidays.is_empty(), "no official calendar is made up");
}

#[test]
fn good_files_have_no_problems_at_all() {
    for path in fixtures("rules/good") {
        let source = source_of(&path);
        let read = read_rules(Some(&source), None);
        assert_eq!(said(&read.problems, &source, Lang::En), "", "{path:?}");
    }
    for path in fixtures("holidays/good") {
        let source = source_of(&path);
        assert_eq!(said(&calendar_in(&source).problems, &source, Lang::En), "", "{path:?}");
    }
}

#[test]
fn every_bad_file_gets_exactly_the_complaints_beside_it_in_both_languages() {
    for path in fixtures("rules/bad") {
        let source = source_of(&path);
        holds_beside(&path, &source, &read_rules(Some(&source), None).problems);
    }
    for path in fixtures("holidays/bad") {
        let source = source_of(&path);
        holds_beside(&path, &source, &calendar_in(&source).problems);
    }
}

/// What an officer is told of a file must never cost a clock: every shipped rule is still there, and sound.
#[test]
fn a_bad_file_keeps_every_shipped_rule_and_every_kind_of_ladder() {
    for path in fixtures("rules/bad") {
        let read = read_rules(Some(&source_of(&path)), None);
        for shipped in rules_shipped().rules {
            assert!(read.rules.rule(&shipped.code).is_some(), "{path:?} lost '{}'", shipped.code);
        }
        for kind in [Kind::Report, Kind::Escalation, Kind::Supervision] {
            assert!(read.rules.ladders.iter().any(|l| l.on == kind && !l.rungs.is_empty()), "{path:?}");
        }
        sound(&read.rules);
    }
}

/// Sound rules are taken into the setup, and come out of the journal as they went in.
fn sound(rules: &Rules) {
    let item = SetupItem::Rules(Box::new(rules.clone()));
    let text = serde_json::to_string(&item).unwrap();
    assert_eq!(serde_json::from_str::<SetupItem>(&text).unwrap(), item);
    assert_eq!(taken(rules).err(), None);
    let mut codes: Vec<&str> = rules.rules.iter().map(|rule| rule.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), rules.rules.len(), "a code stands for one rule");
    for rule in &rules.rules {
        assert!(rule.starts.belongs_to(rule.on) && rule.stops.belongs_to(rule.on), "{}", rule.code);
        assert_ne!(rule.starts, rule.stops, "{}", rule.code);
    }
    for ladder in &rules.ladders {
        assert!(ladder.rungs.windows(2).all(|pair| pair[0].after <= pair[1].after));
        let minute = SignedDuration::from_mins(1);
        assert!(ladder.rungs.iter().all(|rung| rung.repeat == 0 || rung.every >= minute));
        assert!(ladder.rules.iter().all(|code| rules.rule(code).is_some_and(|rule| rule.on == ladder.on)));
    }
}

/// What the desk says to rules that are set.
fn taken(rules: &Rules) -> Result<Station, Refusal> {
    let command = Command::Setup(SetupCommand::Set(Box::new(SetupItem::Rules(Box::new(rules.clone())))));
    let moment = Moment {
        at: "2026-11-21T22:46:00+08:00".parse().unwrap(),
        actor: Actor::desk("test"),
        duty_day: "2026-11-21".parse().unwrap(),
        shift: "night".into(),
        proved: None,
    };
    let facts = decide(&Loaded::default(), &command, &moment)?;
    let mut station = Station::default();
    for Happened { subject, fact } in facts {
        let (Subject::Setup(key), Fact::Setup(fact)) = (&subject, &fact) else { panic!("{subject}") };
        station.take(key, fact);
    }
    assert_eq!(station.rules(), rules);
    Ok(station)
}

#[test]
fn rules_that_contradict_themselves_are_refused_whoever_sends_them() {
    type Spoil = fn(&mut Rules);
    let spoilt: [(&str, Spoil); 14] = [
        ("twice", |r| r.rules.push(r.rules[0].clone())),
        ("case", |r| r.rules.extend([Rule { code: "ACCEPT".into(), ..r.rules[0].clone() }])),
        ("mark", |r| r.rules[0].starts = Mark::Raised),
        ("same", |r| r.rules[0].starts = r.rules[0].stops),
        ("nothing", |r| r.rules[0].within = Within::Span(SignedDuration::ZERO)),
        ("long", |r| r.rules[0].within = Within::Months(121)),
        ("code", |r| r.rules[0].code = "no code".into()),
        ("name", |r| r.rules[0].name = "".into()),
        ("named", |r| r.ladders[0].rules.push("nobody".into())),
        ("order", |r| r.ladders[0].rungs.reverse()),
        ("paid", |r| r.allowances.push(r.allowances[0])),
        ("day", |r| r.sweeps = Some(Sweeps { every: SweepEvery::Week(8), days: 3 })),
        ("slow", |r| r.sweeps = Some(Sweeps { every: SweepEvery::HalfMonth, days: 15 })),
        ("often", |r| r.ladders[3].rungs[0].every = SignedDuration::from_secs(1)),
    ];
    for (what, spoil) in spoilt {
        let mut rules = rules_shipped();
        spoil(&mut rules);
        assert!(matches!(taken(&rules), Err(Refusal::BadValue { .. })), "{what}");
    }
    let station = taken(&rules_shipped()).unwrap();
    let retire = SetupCommand::Retire { key: "rules".to_owned() };
    let loaded = Loaded { station: std::sync::Arc::new(station.clone()), ..Loaded::default() };
    let moment = Moment {
        at: "2026-11-21T22:46:00+08:00".parse().unwrap(),
        actor: Actor::desk("test"),
        duty_day: "2026-11-21".parse().unwrap(),
        shift: "night".into(),
        proved: None,
    };
    assert!(matches!(decide(&loaded, &Command::Setup(retire), &moment), Err(Refusal::InUse { .. })));
    // The setup file says nothing of rules, so applying one, even with everything it lacks retired, leaves them.
    let changes = diff(&demo_setup(), &station);
    assert!(changes.iter().all(|change| change.item().key() != "rules"));
    assert!(!write_setup(&station, &Words::new(Lang::En)).contains("rule"));
}

#[test]
fn case_does_not_make_another_rule_of_a_shipped_one() {
    let text = "[[rule]]\ncode = \"Accept\"\nactive = false\n\n[[ladder]]\non = \"report\"\nrules = [\"DISPATCH\"]\nsteps = [{ after = \"1 h\", to = \"handler\" }]\n";
    let read = rules_in(text);
    assert_eq!(read.problems, Vec::new());
    assert!(!rule(&read.rules, "accept").active);
    assert_eq!(read.rules.ladders[0].rules, ["dispatch".into()]);
    sound(&read.rules);
}

#[test]
fn a_ladder_for_a_rule_that_could_not_be_used_climbs_for_nobody_and_the_shipped_ones_stay() {
    let text = "[[rule]]\ncode = \"mine\"\nname = \"mine\"\n\n[[ladder]]\non = \"report\"\nrules = [\"mine\"]\nsteps = [{ after = \"1 h\", to = \"handler\" }]\n";
    let read = rules_in(text);
    assert!(read.problems.iter().all(|p| p.key == "setup-problem-missing-field"), "told once, at the rule");
    assert_eq!(read.rules.ladders, rules_shipped().ladders);
    let moved = "[[rule]]\ncode = \"verify\"\non = \"escalation\"\nstarts = \"raised\"\nstops = \"answered\"\nverified = true\n\n[[rule]]\ncode = \"accept\"\non = \"escalation\"\nstarts = \"raised\"\nstops = \"answered\"\nsources = []\nverified = true\n";
    sound(&rules_in(moved).rules);
}

fn rule<'a>(rules: &'a Rules, code: &str) -> &'a Rule {
    rules.rule(&code.into()).unwrap_or_else(|| panic!("there is a rule '{code}'"))
}

#[test]
fn a_part_of_a_shipped_rule_can_be_changed_and_the_rest_of_it_stays() {
    let read = read_rules(Some(&source_of(&fixtures("rules/good")[1])), None);
    let shipped = rules_shipped();
    let mut accept = rule(&shipped, "accept").clone();
    accept.within = Within::Span(SignedDuration::from_mins(1));
    assert_eq!(rule(&read.rules, "accept"), &accept);
    assert!(!rule(&read.rules, "letter-answer").active);
    assert_eq!(
        rule(&read.rules, "arrive-p2").extension,
        Some(Extension { days: 1, times: 2, consent: false })
    );
    assert_eq!(rule(&read.rules, "dispatch"), rule(&shipped, "dispatch"));
    let note = Rule {
        code: "patrol-note".into(),
        name: Name::Both { en: "note of a patrol".into(), zh: "巡逻登记".into() },
        on: Kind::Report,
        starts: Mark::Received,
        stops: Mark::Closed,
        only: Only {
            priorities: vec![Priority::P3, Priority::P4],
            sources: vec![From::Patrol],
            outside: Some(true),
        },
        within: Within::WorkingDays(10),
        extension: None,
        pausable: true,
        source: "order of the station".into(),
        verified: true,
        active: true,
    };
    assert_eq!(rule(&read.rules, "patrol-note"), &note);
    assert_eq!((read.rules.repeats, read.rules.carry_over.unwrap().handovers), (None, 2));
    let on_reports: Vec<_> = read.rules.ladders.iter().filter(|l| l.on == Kind::Report).collect();
    assert_eq!(on_reports.len(), 1, "the file's ladders of a kind replace all that were shipped");
    assert!(read.rules.ladders.iter().any(|l| l.on == Kind::Escalation));
    sound(&read.rules);
}

#[test]
fn a_bad_entry_leaves_the_shipped_rule_and_the_good_ones_beside_it_count() {
    let text = "[[rule]]\ncode = \"accept\"\nwithin = \"soon\"\n\n[[rule]]\ncode = \"close\"\nwithin = \"5 days\"\nverified = true\n";
    let read = rules_in(text);
    assert_eq!(read.problems.iter().map(|p| (p.line, p.column)).collect::<Vec<_>>(), [(3, 10)]);
    assert_eq!(rule(&read.rules, "accept"), rule(&rules_shipped(), "accept"));
    assert_eq!(rule(&read.rules, "close").within, Within::Days(5));
    let broken = rules_in(
        "[[rule]]\ncode = \"close\"\nwithin = 5 days\n\n[[rule]]\ncode = \"verify\"\nactive = false\n",
    );
    assert_eq!(rule(&broken.rules, "close"), rule(&rules_shipped(), "close"));
    assert!(!rule(&broken.rules, "verify").active);
}

#[test]
fn a_ladder_that_cannot_be_used_leaves_the_shipped_ones_of_its_kind_behind_the_good_ones() {
    let good = "[[ladder]]\non = \"report\"\npriorities = [\"P4\"]\nsteps = [{ after = \"1 h\", to = \"handler\" }]\n";
    let bad = "[[ladder]]\non = \"report\"\nsteps = [{ after = \"1 h\", to = \"nobody\" }]\n";
    let only_good = rules_in(good);
    let both = rules_in(&format!("{good}\n{bad}"));
    let reports = |rules: &Rules| rules.ladders.iter().filter(|l| l.on == Kind::Report).count();
    assert_eq!(reports(&only_good.rules), 1);
    assert_eq!(reports(&both.rules), 1 + reports(&rules_shipped()));
    assert_eq!(both.rules.ladders[0].priorities, [Priority::P4]);
}

#[test]
fn an_unverified_rule_of_the_stations_own_is_a_warning_and_is_in_force() {
    let read = rules_in("[[rule]]\ncode = \"letter-answer\"\nwithin = \"90 days\"\n");
    let problem = &read.problems[0];
    assert_eq!((problem.severity, problem.key), (Severity::Warning, "rules-problem-not-verified"));
    let answer = rule(&read.rules, "letter-answer");
    assert!(answer.active && !answer.verified, "what was checked is no longer what the rule says");
}

#[test]
fn the_shipped_rules_are_those_that_were_agreed() {
    let rules = rules_shipped();
    let mins = |m| Within::Span(SignedDuration::from_mins(m));
    let hours = |h| Within::Span(SignedDuration::from_hours(h));
    for (code, starts, stops, within) in [
        ("accept", Mark::Opened, Mark::Accepted, Within::Span(SignedDuration::from_secs(30))),
        ("dispatch", Mark::Accepted, Mark::Dispatched, mins(5)),
        ("arrive-p1", Mark::Dispatched, Mark::Arrived, mins(10)),
        ("arrive-p1-outside", Mark::Dispatched, Mark::Arrived, mins(20)),
        ("arrive-p2", Mark::Dispatched, Mark::Arrived, mins(30)),
        ("arrive-p3", Mark::Dispatched, Mark::Arrived, hours(24)),
        ("feedback", Mark::Arrived, Mark::Resolved, mins(30)),
        ("feedback-p3", Mark::Arrived, Mark::Resolved, hours(24)),
        ("feedback-p4", Mark::Accepted, Mark::Resolved, hours(24)),
        ("verify", Mark::Resolved, Mark::Verified, hours(24)),
        ("close", Mark::Verified, Mark::Closed, hours(72)),
        ("letter-register", Mark::Received, Mark::Accepted, Within::Days(15)),
        ("letter-answer", Mark::Received, Mark::Closed, Within::Days(60)),
        ("acknowledge", Mark::Raised, Mark::Acknowledged, mins(10)),
        ("acknowledge-again", Mark::Returned, Mark::Acknowledged, mins(5)),
        ("answer-escalation", Mark::Acknowledged, Mark::Answered, mins(30)),
        ("supervision", Mark::Issued, Mark::Answered, Within::Given),
        ("zero-report", Mark::Expected, Mark::Filed, Within::Given),
        ("assign-high-risk", Mark::Found, Mark::Assigned, hours(1)),
        ("assign", Mark::Found, Mark::Assigned, hours(3)),
        ("mediate", Mark::Mediating, Mark::Ended, Within::Months(1)),
        ("deadline", Mark::Assigned, Mark::Ended, Within::Given),
        ("sitting", Mark::SittingPlanned, Mark::Sat, Within::Given),
        ("obligation", Mark::Promised, Mark::Settled, Within::Given),
        ("judicial-confirmation", Mark::Agreed, Mark::ConfirmationSought, Within::Days(30)),
        ("follow-up", Mark::Fulfilled, Mark::FollowedUp, Within::Days(7)),
        ("close-dispute", Mark::FollowedUp, Mark::Closed, Within::Days(3)),
        ("contact", Mark::MarkedViolent, Mark::Contacted, hours(24)),
        ("package", Mark::Major, Mark::PackageDrawn, hours(24)),
        ("package-result", Mark::PackageDrawn, Mark::PackageConcluded, Within::Given),
    ] {
        let rule = rule(&rules, code);
        assert_eq!((rule.starts, rule.stops, rule.within), (starts, stops, within), "{code}");
    }
    let answer = rule(&rules, "letter-answer");
    assert_eq!(answer.extension, Some(Extension { days: 30, times: 1, consent: false }));
    let mediate = rule(&rules, "mediate");
    assert_eq!(mediate.extension, Some(Extension { days: 31, times: 1, consent: true }));
    assert!(["mediate", "judicial-confirmation"].iter().all(|code| rule(&rules, code).active));
    assert_eq!(rules.sweeps, None, "a station begins with them when it wants to");
    assert_eq!(rules.allowances.len(), Grave::ALL.len(), "every severity has a rate");
    assert!(rules.rules.iter().all(|r| r.verified || !r.active), "what nobody checked ships switched off");
    let both = |name: &Name| matches!(name, Name::Both { .. });
    assert!(rules.rules.iter().all(|rule| both(&rule.name) && both(&rule.source)));
}

#[test]
fn every_report_owes_exactly_one_thing_from_each_start_to_each_stop() {
    let rules = rules_shipped();
    let on_reports = || rules.rules.iter().filter(|rule| rule.active && rule.on == Kind::Report);
    for priority in Priority::ALL {
        for source in From::ALL {
            for outside in [false, true] {
                let fits = |only: &Only| {
                    (only.priorities.is_empty() || only.priorities.contains(&priority))
                        && (only.sources.is_empty() || only.sources.contains(&source))
                        && only.outside.is_none_or(|wanted| wanted == outside)
                };
                let mut pairs: Vec<_> =
                    on_reports().filter(|r| fits(&r.only)).map(|r| (r.starts, r.stops)).collect();
                let all = pairs.len();
                pairs.sort_unstable();
                pairs.dedup();
                assert_eq!(pairs.len(), all, "{priority:?} {source:?}: no rule hides another");
                let accepts = pairs.iter().filter(|(_, stops)| *stops == Mark::Accepted).count();
                assert_eq!(accepts, 1, "{priority:?} {source:?}: somebody must take it");
            }
        }
    }
}

#[test]
fn every_clock_that_ships_has_a_ladder_and_the_urgent_ones_reach_the_district() {
    let rules = rules_shipped();
    for rule in &rules.rules {
        for priority in Priority::ALL {
            let ladder = rules.ladder(rule, Some(priority)).unwrap_or_else(|| panic!("{}", rule.code));
            assert!(!ladder.rungs.is_empty(), "{}", rule.code);
        }
    }
    let top = |code: &str, priority| {
        let ladder = rules.ladder(rule(&rules, code), Some(priority)).unwrap();
        ladder.rungs.iter().map(|rung| (rung.after.as_mins(), rung.to, rung.repeat)).collect::<Vec<_>>()
    };
    assert_eq!(
        top("accept", Priority::P1),
        [
            (0, Target::Unit, 0),
            (0, Target::Handler, 0),
            (2, Target::BeatOfficer, 0),
            (5, Target::ShiftLeader, 2),
            (15, Target::Town, 0),
            (30, Target::District, 0),
        ]
    );
    let above = |code, priority| top(code, priority).iter().any(|(_, to, _)| to.level().is_some());
    assert!(above("dispatch", Priority::P2) && !above("dispatch", Priority::P3));
    assert!(!above("close", Priority::P1), "what is left to do at a desk is nobody's alarm above");
}

fn rate(severity: Grave, fulfilled: &str, failed: &str) -> Allowance {
    Allowance { severity, fulfilled: fulfilled.parse().unwrap(), failed: failed.parse().unwrap() }
}

#[test]
fn a_stations_rates_lie_over_the_shipped_ones_and_false_pays_nothing() {
    let read = rules_in(
        "[allowance]\ngeneral = { fulfilled = 80, failed = \"1,040.5\" }\nmajor = false\n\n[sweeps]\nevery = \"half-month\"\ndays = 14\n",
    );
    assert_eq!(read.problems, Vec::new());
    let larger = rules_shipped().allowances[1];
    assert_eq!(read.rules.allowances, [rate(Grave::General, "80", "1040.50"), larger]);
    assert_eq!(read.rules.sweeps, Some(Sweeps { every: SweepEvery::HalfMonth, days: 14 }));
    assert_eq!(rules_in("[sweeps]\nevery = \"never\"\n").rules.sweeps, None);
    sound(&read.rules);
}

#[test]
fn rates_and_sweeps_that_cannot_be_used_leave_the_shipped_ones() {
    let read = rules_in(
        "[allowance]\ngeneral = { fulfilled = \"-1\", failed = \"5\" }\nlarger = { fulfilled = \"9\", failed = \"5\" }\n\n[sweeps]\nevery = \"week\"\nday = \"friday\"\ndays = 7\n",
    );
    assert_eq!(read.problems.iter().map(|p| (p.line, p.column)).collect::<Vec<_>>(), [(2, 25), (8, 8)]);
    let shipped = rules_shipped();
    assert_eq!((&read.rules.allowances, read.rules.sweeps), (&shipped.allowances, shipped.sweeps));
}

#[test]
fn a_disputes_ladders_reach_the_leaders_at_once_where_it_may_turn_violent_or_is_major() {
    let rules = rules_shipped();
    let at = |code: &str, priority: Priority, to: Target| {
        let ladder = rules.ladder(rule(&rules, code), Some(priority)).unwrap();
        ladder.rungs.iter().find(|rung| rung.to == to).map(|rung| rung.after.as_mins())
    };
    assert_eq!(at("contact", Priority::P1, Target::ShiftLeader), Some(0));
    assert_eq!(at("contact", Priority::P1, Target::Supervisor), Some(60));
    assert_eq!(at("package", Priority::P2, Target::Supervisor), Some(0));
    assert_eq!(at("mediate", Priority::P2, Target::Supervisor), Some(0));
    assert_eq!(at("mediate", Priority::P4, Target::ShiftLeader), Some(24 * 60));
}

#[test]
fn a_years_holidays_are_read_with_their_ranges() {
    let calendar = calendar_in(&source_of(&fixtures("holidays/good")[0])).rules.calendar;
    let days: Vec<String> = calendar.holidays.iter().map(ToString::to_string).collect();
    assert_eq!(
        days,
        ["2027-03-03", "2027-03-04", "2027-05-01", "2027-05-02", "2027-05-03", "2027-05-04", "2027-05-05"]
    );
    assert_eq!(calendar.worked.len(), 3);
    assert!(!calendar.is_working("2027-05-04".parse().unwrap()));
    assert!(calendar.is_working("2027-05-08".parse().unwrap()));
    let bad = calendar_in(&source_of(&fixtures("holidays/bad")[0])).rules.calendar;
    assert_eq!((bad.holidays.len(), bad.worked.len()), (3, 2), "good dates are kept beside bad ones");
}

#[test]
fn a_file_can_never_hold_more_than_a_desk_can_carry() {
    let many: String = (0..300).map(|n| format!("[[rule]]\ncode = \"r{n}\"\nname = \"n\"\non = \"report\"\nstarts = \"opened\"\nstops = \"closed\"\nwithin = \"1 h\"\nsource = \"s\"\nactive = false\n")).collect();
    let read = rules_in(&many);
    assert_eq!(read.problems.iter().map(|p| p.key).collect::<Vec<_>>(), ["rules-problem-too-many"]);
    assert_eq!(read.rules.rules.len(), 200 + rules_shipped().rules.len());
    let ranges: Vec<String> = (1900..2100).map(|y| format!("\"{y}-01-01..{y}-02-28\"")).collect();
    let file = format!("holidays = [{}]", ranges.join(",\n"));
    let read = calendar_in(&Source::new("holidays.toml", file));
    assert!(read.rules.calendar.holidays.len() <= 3000);
    assert!(
        read.problems.iter().all(|p| p.key == "rules-problem-too-many-days") && !read.problems.is_empty()
    );
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,400}") {
        let source = Source::new("x", text);
        let read = read_rules(Some(&source), Some(&source));
        sound(&read.rules);
    }

    #[test]
    fn any_mangled_rules_file_is_read_without_a_panic_and_gives_sound_rules(
        cuts in prop::collection::vec((0.0f64..1.0, "\\PC{0,6}"), 0..6)
    ) {
        let mut text = RULES_FILE.to_owned();
        for (at, with) in cuts {
            let at = text.floor_char_boundary((at * text.len() as f64) as usize);
            let end = text.floor_char_boundary((at + with.len() * 2).min(text.len()));
            text.replace_range(at..end.max(at), &with);
        }
        let source = Source::new("x", text);
        let read = read_rules(Some(&source), None);
        let _ = said(&read.problems, &source, Lang::Zh);
        sound(&read.rules);
    }
}

//! The command line against a real desk: what scripts and officers at a shell rely on.

use crate::real::{Real, wait_until};

#[test]
fn a_report_goes_through_the_whole_loop_by_command_line() {
    let desk = Real::new();
    let id = desk.report("Two men shouting at the gate");
    assert!(id.starts_with("R-") && id.ends_with("-001"), "{id}");
    let step = |args: &[&str], status: &str| {
        let after = desk.json(args);
        assert_eq!(after["status"], status, "{args:?}");
        after
    };
    step(&["report", "accept", &id], "accepted");
    step(&["report", "dispatch", &id], "dispatched");
    step(&["report", "arrive", &id], "in-progress");
    let bogus = desk.run(&["report", "escalate", &id, "--reason", "bogus"]);
    assert!(bogus.code == 1 && bogus.err.contains("'bogus'") && bogus.err.contains("other"), "{}", bogus.err);
    let escalated = step(&["report", "escalate", &id, "--reason", "knives were seen"], "in-progress");
    assert!(escalated["escalation"].as_str().unwrap().starts_with("E-"), "words are a reason too");
    step(&["report", "resolve", &id, "--result", "parted"], "resolved");
    step(&["--as", "0143", "report", "verify", &id], "verified");
    let outcome = desk.run(&["report", "close", &id]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    let disposition = first_code(&desk, "disposition");
    let answer = first_code(&desk, "answer");
    step(&["report", "close", &id, "--disposition", &disposition, "--answer", &answer], "closed");
    let shown = desk.json(&["report", "show", &id]);
    let kinds: Vec<&str> =
        shown["timeline"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    let (handed_up, of_loop): (Vec<&str>, Vec<&str>) =
        kinds.into_iter().partition(|kind| kind.starts_with("escalation."));
    let loop_kinds =
        ["received", "accepted", "dispatched", "arrived", "escalated", "resolved", "verified", "closed"];
    assert_eq!(of_loop, loop_kinds.map(|k| format!("report.{k}")));
    assert_eq!(handed_up, ["escalation.raised"], "what happened to its escalation stands there, too");
    assert_eq!(shown["verified_by"], "0143");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

fn first_code(desk: &Real, list: &str) -> String {
    let setup = desk.run(&["setup", "export"]);
    assert_eq!(setup.code, 0, "{}", setup.err);
    let after = setup.out.split(&format!("[[{list}]]")).nth(1).unwrap();
    after.split("code = \"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn illegal_steps_are_refused_in_both_languages_and_change_nothing() {
    let desk = Real::new();
    let id = desk.report("noise on the roof");
    desk.json(&["report", "accept", &id]);
    let before = desk.json(&["report", "show", &id]);
    let cases: [&[&str]; 5] = [
        &["report", "close", &id],
        &["report", "verify", &id],
        &["report", "accept", &id],
        &["--as", "0145", "report", "note", &id, "x"],
        &["report", "show", "R-20200101-001"],
    ];
    for args in cases {
        for lang in ["en", "zh"] {
            let ran = desk.run(&[&["--lang", lang], args].concat());
            assert_eq!(ran.code, 1, "{args:?}: {}", ran.err);
            let chinese = ran.err.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(chinese, lang == "zh", "{args:?}: {}", ran.err);
            assert!(ran.out.is_empty() && ran.err.trim_end().ends_with(['.', '。']), "{args:?}: {}", ran.err);
        }
    }
    assert_eq!(desk.json(&["report", "show", &id]), before);
    desk.json(&["report", "resolve", &id]);
    assert_eq!(desk.run(&["report", "verify", &id]).code, 1, "one's own work");
}

#[test]
fn the_second_officer_is_told_who_accepted_and_an_old_rev_overwrites_nothing() {
    let desk = Real::new();
    let id = desk.report("a cow on the road");
    desk.json(&["--as", "0143", "report", "accept", &id]);
    let late = desk.run(&["--as", "0144", "report", "accept", &id]);
    assert_eq!(late.code, 1);
    assert!(late.err.contains("Wang Fang"), "{}", late.err);
    let old = desk.run(&["--as", "0144", "report", "resolve", &id, "--seen", "1"]);
    assert_eq!(old.code, 1);
    assert!(old.err.contains("Wang Fang"), "{}", old.err);
}

#[test]
fn a_file_in_the_spool_becomes_a_report_once_and_a_bad_one_is_kept_with_its_reason() {
    let desk = Real::new();
    desk.json(&["report", "list"]);
    desk.drop_file(
        "a.json",
        br#"{"source_key":"110-1","narrative":"smoke","type":"dragon","priority":"P1"}"#,
    );
    wait_until("the report of the file", || desk.json(&["report", "list"]).as_array().unwrap().len() == 1);
    desk.drop_file(
        "b.json",
        br#"{"source_key":"110-1","narrative":"smoke","type":"dragon","priority":"P1"}"#,
    );
    wait_until("the resend is counted", || desk.json(&["report", "list"])[0]["resends"] == 1);
    desk.drop_file("c.json", br#"{"narrative":"x","colour":"red"}"#);
    wait_until("the bad file is kept", || desk.dir().join("spool/bad/c.json.why").exists());
    let why = std::fs::read_to_string(desk.dir().join("spool/bad/c.json.why")).unwrap();
    assert!(why.contains("colour"), "{why}");
    let id = desk.json(&["report", "list"])[0]["id"].as_str().unwrap().to_owned();
    let report = desk.json(&["report", "show", &id]);
    assert!(report["type"].is_null(), "an unknown type is to be set");
    assert_eq!(report["unknown"]["type"], "dragon");
    wait_until("the refusal is a fact", || {
        let journal = desk.json(&["journal"]);
        journal.as_array().unwrap().iter().any(|e| e["kind"] == "desk.file-refused")
    });
}

#[test]
fn the_clock_of_a_training_desk_moves_and_nothing_else_does() {
    let desk = Real::new();
    let before = desk.json(&["status"])["now"].as_str().unwrap().to_owned();
    let after = desk.json(&["clock", "advance", "36h"])["now"].as_str().unwrap().to_owned();
    let hours = |a: &str, b: &str| {
        let parse = |t: &str| t.parse::<jiff::Timestamp>().unwrap();
        parse(b).duration_since(parse(a)).as_secs() as f64 / 3600.0
    };
    assert!((hours(&before, &after) - 36.0).abs() < 0.1, "{before} {after}");
    assert_eq!(desk.run(&["clock", "set", "2020-01-01T00:00"]).code, 1, "never back");
    for time in ["10:17", "22:40", "10:17"] {
        let now = desk.json(&["clock", "set", time])["now"].as_str().unwrap().to_owned();
        assert!(now.contains(&format!("T{time}:00")), "{now}");
    }
}

#[test]
fn exit_codes_tell_usage_configuration_and_no_desk_apart() {
    let desk = Real::nowhere();
    let cases: [(&[&str], i32); 6] = [
        (&["report", "list"], 4),
        (&["status"], 4),
        (&["frobnicate"], 2),
        (&["report", "show", "nonsense"], 4),
        (&["init"], 2),
        (&["--help"], 0),
    ];
    for (args, code) in cases {
        let ran = desk.run(args);
        assert_eq!(ran.code, code, "{args:?}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn every_command_and_flag_is_explained_in_both_languages() {
    let desk = Real::nowhere();
    let page = |lang: &str| desk.run(&["--lang", lang, "man"]).out;
    for lang in ["en", "zh"] {
        let page = page(lang);
        assert!(page.len() > 1_000, "{page}");
        assert!(!page.contains("cli-"), "an id instead of words");
        for family in [
            "report",
            "dispute",
            "handover",
            "setup",
            "rules",
            "keys",
            "officer",
            "unit",
            "escalation",
            "intake",
            "clock",
        ] {
            let help = desk.run(&["--lang", lang, family, "--help"]);
            assert_eq!(help.code, 0, "{}", help.err);
            assert!(!help.out.contains("cli-"), "{family}: {}", help.out);
        }
    }
    assert_ne!(page("en"), page("zh"));
}

#[test]
fn a_shift_is_handed_over_by_two_officers_and_exported() {
    let desk = Real::new();
    let id = desk.report("smoke from the canteen");
    desk.json(&["report", "amend", &id, "--priority", "P1"]);
    for officer in ["0142", "0143"] {
        let set = desk.run_with(&["officer", "passphrase", officer], "quiet night");
        assert_eq!(set.code, 0, "{}", set.err);
    }
    let draft = desk.json(&["handover", "draft"]);
    assert_eq!(draft["items"][0]["id"], *id);
    assert_eq!(draft["items"][0]["critical"], true);
    assert_eq!(desk.run_with(&["handover", "sign"], "wrong words").code, 1);
    let signed = desk.run_with(&["handover", "sign", "--json"], "quiet night").json();
    let handover = signed["id"].as_str().unwrap().to_owned();
    let accept = ["handover", "accept", &handover, "--officer", "0143", "--json"];
    let unread = desk.run_with(&accept, "quiet night");
    assert_eq!(unread.code, 1);
    assert!(unread.err.contains(&id[id.len() - 3..]), "{}", unread.err);
    let same = ["handover", "accept", &handover, "--officer", "0142", "--read-back", &id];
    assert_eq!(desk.run_with(&same, "quiet night").code, 1, "two officers");
    let sealed = desk.run_with(&[&accept[..], &["--read-back", &id]].concat(), "quiet night").json();
    assert_eq!(sealed["status"], "sealed");
    assert_eq!(desk.run(&["handover", "withdraw", &handover]).code, 1, "sealed");
    for format in ["text", "markdown"] {
        let text = desk.run(&["handover", "export", &handover, "--format", format]);
        assert_eq!(text.code, 0, "{}", text.err);
        for name in ["Li Qiang", "Wang Fang", "smoke from the canteen"] {
            assert!(text.out.contains(name), "{format} without {name}: {}", text.out);
        }
    }
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_backup_is_restored_and_what_stood_there_is_moved_aside() {
    let desk = Real::new();
    let id = desk.report("first");
    let copy = desk.home().join("copy.db");
    let made = desk.run(&["backup", copy.to_str().unwrap()]);
    assert_eq!(made.code, 0, "{}", made.err);
    desk.report("second");
    assert_eq!(desk.run(&["restore", copy.to_str().unwrap()]).code, 4, "not while the desk runs");
    assert_eq!(desk.run(&["stop"]).code, 0);
    let restored = desk.run(&["restore", copy.to_str().unwrap()]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    let list = desk.json(&["report", "list"]);
    assert_eq!((list.as_array().unwrap().len(), list[0]["id"].as_str().unwrap()), (1, id.as_str()));
}

#[test]
fn nothing_acknowledged_is_lost_when_the_desk_is_killed() {
    let desk = Real::new();
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        for n in 0..4 {
            acknowledged.push(desk.report(&format!("call {round} {n}")));
        }
        desk.kill();
    }
    let list = desk.json(&["report", "list"]);
    let mut ids: Vec<&str> = list.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, acknowledged);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn hostile_text_reaches_the_terminal_as_signs_only() {
    let desk = Real::new();
    let hostile = "a\u{1b}]52;c;aGk=\u{7}b\u{202e}c\u{200b}d\u{9b}31m";
    let id = desk.report(hostile);
    for args in [&["report", "list"][..], &["report", "show", &id], &["journal"], &["handover", "draft"]] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let bad = |c: char| (c.is_control() && c != '\n') || ['\u{202e}', '\u{200b}'].contains(&c);
        assert!(!ran.out.chars().any(bad), "{args:?}: {:?}", ran.out);
    }
    assert_eq!(desk.json(&["report", "show", &id])["narrative"], hostile, "what is stored is what was told");
}

#[test]
fn a_slip_while_a_desk_is_made_leaves_nothing_behind() {
    let desk = Real::nowhere();
    let init = |station: &str, zone: &str| {
        let flags = ["init", "--station", station, "--name", "South River", "--officer", "0142"];
        desk.run(&[&flags[..], &["--officer-name", "Li Qiang", "--zone", zone]].concat())
    };
    for (station, zone, code) in [("\u{5357}", "UTC", 2), ("NH", "Nowhere/Town", 1)] {
        let ran = init(station, zone);
        assert_eq!(ran.code, code, "{}", ran.err);
        assert!(!desk.dir().exists(), "{station} {zone}");
    }
    assert_eq!(init("NH", "Asia/Shanghai").code, 0);
}

#[test]
fn an_older_setup_file_retires_nobody_unless_it_is_told_to() {
    let desk = Real::new();
    let file = desk.dir().join("station.toml");
    let file = file.to_str().unwrap();
    let applied = desk.run(&["setup", "apply", file]);
    assert_eq!(applied.code, 0, "{}", applied.err);
    let officers = || desk.json(&["officer", "list"]).as_array().unwrap().len();
    assert_eq!(officers(), 4, "{}", applied.out);
    assert_eq!(desk.run(&["setup", "apply", file, "--retire"]).code, 0);
    assert_eq!(officers(), 1);
}

#[test]
fn a_short_number_is_of_the_duty_day_that_stands() {
    let desk = Real::new();
    let id = desk.report("a dog on the playground");
    let short = format!("r-{}", id.rsplit('-').next().unwrap());
    assert_eq!(desk.json(&["report", "show", &short.to_uppercase()])["id"], *id);
    assert_eq!(desk.run(&["report", "show", "R-999"]).code, 1);
}

#[test]
fn a_new_desk_has_rules_with_their_sources_and_files_to_change_them() {
    let desk = Real::new();
    let shown = desk.json(&["rules", "show"]);
    let rules = shown["rules"].as_array().unwrap();
    let rule = |code: &str| rules.iter().find(|rule| rule["code"] == code).unwrap();
    assert_eq!((&rule("accept")["within"], &rule("accept")["active"]), (&"30 s".into(), &true.into()));
    assert!(rule("letter-answer")["source"]["en"].as_str().unwrap().contains("art. 34"));
    assert!(rules.iter().all(|rule| rule["verified"].is_boolean() && rule["source"].is_object()));
    for lang in ["en", "zh"] {
        let table = desk.run(&["--lang", lang, "rules", "show"]);
        assert!(table.code == 0 && table.out.contains("letter-answer"), "{}{}", table.out, table.err);
        assert!(!table.out.contains("rules-") && !table.out.contains("cli-"), "{}", table.out);
    }
    assert_eq!(desk.run(&["rules", "check"]).code, 0);
    let file = desk.dir().join("rules.toml");
    let shipped = std::fs::read_to_string(&file).unwrap();
    assert_eq!(desk.run(&["rules", "write"]).code, 1, "never over a file");
    std::fs::write(&file, shipped.replace("within = \"30 s\"", "within = \"30 sx\"")).unwrap();
    let checked = desk.run(&["--lang", "en", "rules", "check"]);
    assert_eq!(checked.code, 3);
    assert!(
        checked.out.contains("rules.toml:") && checked.out.contains("'30 sx' is no length"),
        "{}",
        checked.out
    );
    let holidays = desk.dir().join("holidays.toml");
    std::fs::write(&holidays, "worked = [\"2027-05-04\"]\n").unwrap();
    let warned = desk.run(&["--lang", "en", "rules", "check", holidays.to_str().unwrap()]);
    assert!(warned.code == 0 && warned.out.contains("neither a Saturday nor a Sunday"), "{}", warned.out);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(desk.run(&["rules", "write"]).code, 0);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), shipped);
}

#[test]
fn a_desk_is_made_with_the_rules_that_lie_in_its_folder_or_not_at_all() {
    let desk = Real::nowhere();
    let init = || {
        let flags = ["init", "--station", "NH", "--name", "South River", "--officer", "0142"];
        desk.run(&[&flags[..], &["--officer-name", "Li Qiang", "--zone", "UTC"]].concat())
    };
    std::fs::create_dir_all(desk.dir()).unwrap();
    let file = desk.dir().join("rules.toml");
    std::fs::write(&file, "[[rule]]\ncode = \"close\"\nwithin = \"sooner\"\n").unwrap();
    assert_eq!(init().code, 3);
    assert!(!desk.dir().join("desk.db").exists());
    let own = "[[rule]]\ncode = \"close\"\nwithin = \"5 days\"\nverified = true\n";
    std::fs::write(&file, own).unwrap();
    let made = init();
    assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    let shown = desk.json(&["rules", "show"]);
    let close = shown["rules"].as_array().unwrap().iter().find(|rule| rule["code"] == "close").unwrap();
    assert_eq!(close["within"], "5 days");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), own, "a file that is there stays");
    assert!(desk.dir().join("holidays.toml").exists());
}

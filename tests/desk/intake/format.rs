//! The report format: what is taken, what is refused, and where the complaint points.

use super::{now, station};
use dutydesk::domain::Lang;
use dutydesk::domain::command::Incoming;
use dutydesk::domain::report::{Priority, Source};
use dutydesk::intake::{CheckReport, Complaint, FILE_MAX, Why, check, check_file, why_text};
use dutydesk::words::Words;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/spool").join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|e| e != "expected"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn checked(path: &Path) -> CheckReport {
    check_file(path, &station(), now()).unwrap()
}

fn of(text: &str, name: &str) -> CheckReport {
    check(text.as_bytes(), name, &station(), now())
}

fn one(text: &str) -> Incoming {
    let mut report = of(text, "x.json");
    assert_eq!(report.refused, None);
    report.shown.remove(0).1
}

fn first_why(bytes: &[u8], name: &str) -> Complaint {
    check(bytes, name, &station(), now()).refused.unwrap().complaints.remove(0)
}

/// Compares with the file beside; `EXPECT=1` writes it.
fn matches_file_beside(path: &Path, said: &str) {
    let beside = PathBuf::from(format!("{}.expected", path.display()));
    if std::env::var_os("EXPECT").is_some() {
        std::fs::write(&beside, said).unwrap();
    }
    assert_eq!(said, std::fs::read_to_string(&beside).unwrap_or_default(), "{beside:?}");
}

#[test]
fn good_files_give_the_reports_beside_them() {
    for path in fixtures("good") {
        let report = checked(&path);
        assert_eq!(report.refused, None, "{path:?}");
        assert_eq!(report.taken, report.shown.len() as u64);
        let (encoding, shape) = report.shape.unwrap();
        let mut said = format!("{} {}\n", encoding.code(), shape.code());
        for (line, incoming) in &report.shown {
            writeln!(said, "{line} {}", serde_json::to_string(incoming).unwrap()).unwrap();
        }
        matches_file_beside(&path, &said);
    }
}

#[test]
fn bad_files_get_exactly_the_complaints_beside_them_in_both_languages() {
    let languages = [Words::new(Lang::En), Words::new(Lang::Zh)];
    for path in fixtures("bad") {
        let report = checked(&path);
        assert_eq!((report.taken, report.shape), (0, None), "{path:?}");
        let name = path.file_name().unwrap().to_string_lossy();
        let refused = report.refused.unwrap_or_else(|| panic!("{path:?} was taken"));
        matches_file_beside(&path, &why_text(&refused, &name, &languages.each_ref(), &station()));
    }
}

#[test]
fn only_the_narrative_is_needed_and_the_rest_is_left_open() {
    let report = one(r#"{"narrative":"x"}"#);
    assert_eq!((report.source, report.source_key, report.event_at), (Source::FileDrop, None, None));
    assert_eq!(report.telling.priority, None);
    assert!(report.telling.unknown.is_empty());
}

#[test]
fn what_the_desk_does_not_know_is_kept_and_never_drops_a_report() {
    let report = one(r#"{"narrative":"x","type":"Umbrella","beat":"S3","priority":"P9"}"#);
    assert_eq!(report.telling.incident_type, None);
    assert_eq!(report.telling.beat, Some("S3".into()));
    let unknown: Vec<_> = report.telling.unknown.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(unknown, [("priority", "P9"), ("type", "Umbrella")]);
    let report = one(r#"{"narrative":"x","type":"FIGHT","beat":"s3","priority":"p1"}"#);
    assert_eq!(report.telling.incident_type, Some("fight".into()));
    assert_eq!((report.telling.beat, report.telling.priority), (Some("S3".into()), Some(Priority::P1)));
}

#[test]
fn the_same_words_come_out_of_every_encoding() {
    let text = "{\"narrative\":\"老人走失，穿蓝色外套\",\"place\":\"粮站门口\"}\n";
    let plain = of(text, "a.json").shown;
    let (gb, _, bad) = encoding_rs::GB18030.encode(text);
    assert!(!bad);
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for bytes in [gb.as_ref(), &marked, text.replace('\n', "\r\n").as_bytes()] {
        let report = check(bytes, "a.json", &station(), now());
        assert_eq!((report.refused, &report.shown), (None, &plain));
    }
}

#[test]
fn broken_text_is_never_taken_as_nonsense() {
    // Every cut of one byte out of Chinese UTF-8 could pass as GB18030, as other characters.
    let text = "{\"narrative\":\"粮站门口两人打架，一人受伤，请速来\"}\n";
    for cut in text.char_indices().filter(|(_, c)| c.len_utf8() == 3).map(|(at, _)| at) {
        for lost in [cut, cut + 1, cut + 2] {
            let mut bytes = text.as_bytes().to_vec();
            bytes.remove(lost);
            assert_eq!(first_why(&bytes, "a.json").why, Why::BrokenUtf8, "without byte {lost}");
        }
    }
    assert_eq!(first_why(b"{\"narrative\":\"d\xE9j\xE0 vu\"}", "a").why, Why::UnknownEncoding);
    assert_eq!(first_why(b"{\"narrative\":\"\xFF\"}", "a").why, Why::UnknownEncoding);
}

#[test]
fn the_caps_are_counted_in_characters() {
    let of_length = |n: usize| format!("{{\"narrative\":\"{}\"}}", "警".repeat(n));
    assert_eq!(of(&of_length(10_000), "x").refused, None);
    let Why::TooLong { field, max } = first_why(of_length(10_001).as_bytes(), "x").why else { panic!() };
    assert_eq!((field, max), ("narrative", 10_000));
}

#[test]
fn line_and_column_count_from_one_in_characters() {
    let text = "[\n {\"narrative\":\"粮站\",\n  \"place\": 3}\n]";
    let complaint = first_why(text.as_bytes(), "x.json");
    assert_eq!((complaint.line, complaint.column), (Some(3), Some(12)));
    let complaint =
        first_why("{\"narrative\":\"a\"}\n{\"narrative\":\"粮站\", \"x\": 1}\n".as_bytes(), "x.jsonl");
    assert_eq!((complaint.line, complaint.column), (Some(2), Some(20)));
    let complaint = first_why(b"narrative,source\na,phone\n\"b\nb\",fone\n", "x.csv");
    assert_eq!((complaint.line, complaint.column), (Some(3), Some(2)));
}

#[test]
fn at_most_a_hundred_complaints_are_told() {
    let refused = of(&"{}\n".repeat(250), "x.jsonl").refused.unwrap();
    assert_eq!((refused.complaints.len(), refused.more), (100, true));
    let said = why_text(&refused, "x.jsonl", &[&Words::new(Lang::En)], &station());
    assert!(said.ends_with("There are more complaints than are listed here.\n"));
}

#[test]
fn one_bad_line_keeps_the_whole_file_out_and_every_bad_line_is_told() {
    let text = "{\"narrative\":\"a\"}\n{\"narrative\":\"\"}\n{\"narrative\":\"b\"}\nnothing\n";
    let report = of(text, "x.jsonl");
    assert_eq!((report.taken, report.shown.len()), (0, 2));
    let lines: Vec<_> = report.refused.unwrap().complaints.iter().map(|c| c.line.unwrap()).collect();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn long_lines_deep_nesting_and_large_files_are_refused_where_they_stand() {
    let long = format!("{{\"narrative\":\"a\"}}\n{{\"narrative\":\"{}\"}}\n", "x".repeat(10 * 1024 * 1024));
    let complaint = first_why(long.as_bytes(), "x.jsonl");
    assert_eq!((complaint.line, complaint.why), (Some(2), Why::LineTooLong { max_kb: 1024 }));
    let deep = format!("{{\"narrative\":{}", "[".repeat(1_000_000));
    assert_eq!(first_why(deep.as_bytes(), "x.json").why, Why::TooDeep);
    let deep = format!("{{\"narrative\":{}", "{\"a\":".repeat(100_000));
    assert_eq!(first_why(deep.as_bytes(), "x.json").why, Why::TooDeep);
    let document = format!("[{}{{}}]", " ".repeat(9 * 1024 * 1024));
    assert_eq!(first_why(document.as_bytes(), "x.json").why, Why::TooLarge { max_mb: 8 });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.jsonl");
    std::fs::File::create(&path).unwrap().set_len(FILE_MAX + 1).unwrap();
    let why = checked(&path).refused.unwrap().complaints.remove(0).why;
    assert_eq!(why, Why::TooLarge { max_mb: 64 });
    assert_eq!(checked(folder.path()).refused.unwrap().complaints[0].why, Why::NotAFile);
}

#[test]
fn every_reason_is_said_in_both_languages_and_nothing_of_the_report_is_in_its_debug() {
    let report = one(r#"{"narrative":"secret words","caller_name":"Wu Ping"}"#);
    let shown = format!("{report:?}");
    assert!(!shown.contains("secret") && !shown.contains("Wu"));
    let complaint = first_why(br#"{"narrative":"x","event_time":"Wu Ping, 000-0142"}"#, "x");
    assert!(!format!("{complaint:?}").contains("Wu"));
}

#[test]
fn outside_text_in_a_complaint_is_shown_as_signs() {
    for hostile in super::super::text::hostile() {
        let key = serde_json::to_string(&hostile).unwrap();
        let report = of(&format!("{{\"narrative\":\"x\",{key}:\"y\"}}"), "x.json");
        let said = why_text(&report.refused.unwrap(), "x.json", &[&Words::new(Lang::En)], &station());
        assert!(said.chars().all(|c| c == '\n' || dutydesk::words::text::is_shown(c)), "{said:?}");
    }
}

fn json_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        (-1e6f64..1e6).prop_map(Into::into),
        "\\PC{0,8}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map("\\PC{0,4}", inner, 0..4)
                .prop_map(|m| serde_json::Value::Object(m.into_iter().collect())),
        ]
    })
}

/// Whether the complaint is about the JSON itself and not about what stands in it.
fn is_about_json(why: &Why) -> bool {
    matches!(why, Why::NotJson(_) | Why::TooDeep)
}

proptest! {
    #[test]
    fn any_bytes_are_taken_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        name in prop::sample::select(vec!["a.json", "a.jsonl", "a.csv", "a"]),
    ) {
        let report = check(&bytes, name, &station(), now());
        prop_assert_eq!(report.taken == 0, report.refused.is_some());
    }

    #[test]
    fn mangled_reports_are_taken_or_refused(at in 0.0f64..1.0, with in "[\\PC\"\\\\,{}\\[\\]\r\n]{0,4}") {
        let mut text = "[{\"narrative\":\"粮站\\n\\u00e9\",\"place\":\"x\",\"event_time\":\"2026-11-21T22:46:00+08:00\"}]"
            .to_owned();
        let at = text.floor_char_boundary((at * text.len() as f64) as usize);
        let end = text.floor_char_boundary((at + with.len()).min(text.len())).max(at);
        text.replace_range(at..end, &with);
        for name in ["a.json", "a.jsonl"] {
            let report = of(&text, name);
            prop_assert_eq!(report.taken == 0, report.refused.is_some());
            let ours = report.refused.is_none_or(|r| !r.complaints.iter().any(|c| is_about_json(&c.why)));
            if ours && name == "a.json" {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{}", text);
            }
        }
    }

    #[test]
    fn exactly_what_json_takes_is_taken_as_json(value in json_value(), at in 0.0f64..1.0, cut in any::<bool>()) {
        let mut text = serde_json::json!({ "narrative": "x", "place": value }).to_string();
        if cut {
            let at = text.floor_char_boundary((at * text.len() as f64) as usize);
            text.remove(at);
        }
        let theirs = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text).is_ok();
        let ours = of(&text, "a.json").refused.is_none_or(|r| !r.complaints.iter().any(|c| is_about_json(&c.why)));
        prop_assert_eq!(ours, theirs, "{}", text);
    }

    #[test]
    fn texts_come_through_json_and_csv_unchanged(texts in prop::collection::vec("[^\u{0}]{1,40}", 1..6)) {
        prop_assume!(texts.iter().all(|t| !t.trim().is_empty() && !t.starts_with('\u{FEFF}')));
        let mut lines = String::new();
        let mut sheet = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        sheet.write_record(["narrative", "place"]).unwrap();
        for text in &texts {
            lines += &(serde_json::json!({ "narrative": text }).to_string() + "\n");
            sheet.write_record([text.as_str(), "p"]).unwrap();
        }
        for (bytes, name) in [(lines.into_bytes(), "a.jsonl"), (sheet.into_inner().unwrap(), "a.csv")] {
            let report = check(&bytes, name, &station(), now());
            prop_assert_eq!(&report.refused, &None);
            let told: Vec<&str> = report.shown.iter().map(|(_, i)| i.telling.narrative.as_str()).collect();
            prop_assert_eq!(told, texts.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    #[test]
    fn chinese_in_gb18030_reads_as_in_utf8(words in prop::collection::vec(prop::sample::select(
        vec!["打架", "粮站", "老人走失", "三桥", "噪音扰民", "，", "。", " ", "x", "12"]), 1..30)) {
        let text = words.concat();
        prop_assume!(!text.trim().is_empty());
        let json = serde_json::json!({ "narrative": text }).to_string();
        let (gb, _, bad) = encoding_rs::GB18030.encode(&json);
        prop_assert!(!bad);
        let report = check(&gb, "a.json", &station(), now());
        prop_assert_eq!(&report.refused, &None);
        prop_assert_eq!(report.shown[0].1.telling.narrative.as_str(), text);
    }
}

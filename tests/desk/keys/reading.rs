//! Keymap files: the good ones, the bad ones with what is said about them, and that nothing locks an officer in.

use std::path::PathBuf;

use dutydesk::config::{Problem, Severity, Source, Voice, nearest};
use dutydesk::domain::Lang;
use dutydesk::keys::{self, Action, Keymap, Layer, Lookup, Overlay, Sequence};
use dutydesk::words::{Words, text};
use proptest::prelude::*;

fn fixtures(folder: &str) -> Vec<(PathBuf, Source)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keymaps").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    assert!(!paths.is_empty());
    let source = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        (path, Source::new(name, text))
    };
    paths.into_iter().map(source).collect()
}

/// Each line `#= LAYER KEYS ACTION` of a fixture says what the keys run there in the end; `-` is nothing.
fn holds_what_it_promises(source: &Source, keymap: &Keymap) {
    let promises: Vec<&str> = source.text().lines().filter_map(|line| line.strip_prefix("#= ")).collect();
    assert!(!promises.is_empty(), "{} promises nothing", source.name());
    for promise in promises {
        let (layer, rest) = promise.trim().split_once(' ').unwrap();
        let (keys, action) = rest.rsplit_once(' ').unwrap();
        let found =
            keymap.lookup(&[Layer::from_id(layer).unwrap()], keys.parse::<Sequence>().unwrap().keys());
        let runs = match &found {
            Lookup::Run(action) => action.id(),
            Lookup::Pending(_) | Lookup::None => "-",
        };
        assert_eq!(runs, action, "{}: {promise}: {found:?}", source.name());
    }
}

fn rendered(problems: &[Problem], source: &Source, words: &Words) -> String {
    let voice = Voice { say: &|id, args| words.with(id, args), safe: &|part| text::safe(part).into_owned() };
    for problem in problems {
        assert!(words.has(problem.key), "there is no word '{}'", problem.key);
        assert!(!problem.sentence(&voice).contains("{$"), "an argument is missing: {problem:?}");
    }
    problems.iter().map(|problem| problem.render(source, &voice)).collect::<Vec<_>>().join("\n")
}

/// Without the line numbers of the default keymap, which change whenever an action is added to it.
fn settled(rendered: &str) -> String {
    let mut parts = rendered.split("keymaps/default.toml");
    let mut settled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_at(part.find([')', '）']).unwrap_or(0));
        settled.push_str("keymaps/default.toml");
        settled.extend(place.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }));
        settled.push_str(rest);
    }
    settled.replace("##", "#")
}

#[test]
fn good_keymaps_are_read_without_a_word() {
    for (_, source) in fixtures("good") {
        let (keymap, problems) = keys::load(&[], std::slice::from_ref(&source));
        assert_eq!(rendered(&problems, &source, &Words::new(Lang::En)), "", "{}", source.name());
        holds_what_it_promises(&source, &keymap);
    }
}

#[test]
fn bad_keymaps_are_complained_of_in_both_languages_and_used_as_far_as_they_go() {
    for (path, source) in fixtures("bad") {
        let (keymap, problems) = keys::load(&[], std::slice::from_ref(&source));
        assert!(!problems.is_empty(), "{}", source.name());
        assert!(problems.iter().all(|problem| problem.file == *source.name()), "{problems:?}");
        holds_what_it_promises(&source, &keymap);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for (language, words) in [("en", Words::new(Lang::En)), ("zh", Words::new(Lang::Zh))] {
            insta::with_settings!({
                snapshot_path => "../../fixtures/keymaps/bad",
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, {
                insta::assert_snapshot!(format!("{name}.{language}"), settled(&rendered(&problems, &source, &words)));
            });
        }
    }
}

#[test]
fn a_file_that_is_far_too_long_is_not_read() {
    let source = Source::new("long.toml", "# night\n".repeat(keys::MOST_BYTES));
    let (keymap, problems) = keys::load(&[], &[source]);
    assert_eq!(problems.iter().map(|problem| problem.key).collect::<Vec<_>>(), ["keys-problem-too-large"]);
    assert_eq!(keymap.bindings(), keys::defaults().bindings());
}

#[test]
fn deeply_nested_text_is_a_problem_and_not_a_crash() {
    let source = Source::new("deep.toml", format!("[desk]\nquit = {}", "[".repeat(20_000)));
    let (keymap, problems) = keys::load(&[], &[source]);
    assert_eq!(problems.iter().map(|problem| problem.key).collect::<Vec<_>>(), ["keys-problem-syntax"]);
    assert_eq!(keymap.bindings(), keys::defaults().bindings());
}

#[test]
fn later_files_override_earlier_ones_and_complaints_stay_with_their_file() {
    let station = Source::new("station.toml", "[report]\nreport-note = [\"b\"]\nreport-lamp = [\"l\"]\n");
    let own = Source::new("own.toml", "[report]\nreport-note = [\"Q\"]\n\n[list]\nzoom = [\"j\"]\n");
    let (keymap, problems) = keys::load(&[Overlay::Vim], &[station, own]);
    let told: Vec<_> = problems.iter().map(|p| (&*p.file, p.line, p.key, p.severity)).collect();
    assert_eq!(
        told,
        [
            ("station.toml", 3, "keys-problem-unknown-action", Severity::Error),
            ("own.toml", 5, "keys-problem-taken", Severity::Warning),
        ]
    );
    let keys: Vec<String> =
        keymap.keys_of(Action::ReportNote, Layer::Report).map(ToString::to_string).collect();
    assert_eq!(keys, ["Q"]);
    let keys: Vec<String> = keymap.keys_of(Action::Down, Layer::List).map(ToString::to_string).collect();
    assert_eq!(keys, ["down"]);
}

#[test]
fn columns_are_counted_in_characters_and_lines_from_one() {
    let source = Source::new("x", "\u{FEFF}一二 = 三\r\nab = c");
    assert_eq!(source.place(0), (1, 1));
    assert_eq!(source.place("一二".len()), (1, 3));
    assert_eq!(source.place("一二 = 三\r\nab".len()), (2, 3));
    assert_eq!(source.place(10_000), (2, 7));
    assert_eq!(Source::new("x", "").place(0), (1, 1));
}

#[test]
fn the_text_of_a_configuration_is_never_in_its_debug_form() {
    let source = Source::new("station.toml", "name = \"Chen Wei\"");
    assert!(!format!("{source:?}").contains("Chen"));
}

#[test]
fn the_nearest_word_is_offered_only_when_it_is_near() {
    let words = ["report-accept", "report-note", "quit", "up", "pagedown"];
    let cases = [
        ("report-acept", Some("report-accept")),
        ("Report-Note", Some("report-note")),
        ("reprot-note", Some("report-note")),
        ("qiut", Some("quit")),
        ("page-down", Some("pagedown")),
        ("x", None),
        ("", None),
        ("kettle", None),
    ];
    for (word, near) in cases {
        assert_eq!(nearest(word, words), near, "{word}");
    }
    assert_eq!(nearest(&"a".repeat(1_000_000), words), None);
}

fn any_line() -> impl Strategy<Value = String> {
    let action = prop::sample::select(Action::ALL.iter().map(|action| action.id()).collect::<Vec<_>>());
    let key = prop::sample::select(vec![
        "q", "?", "a", "x", "x t", "g", "g g", ":", "esc", "enter", "up", "down", "ctrl-s", "tab", "？",
        "f1", "kk",
    ]);
    let line =
        (action, prop::collection::vec(key, 0..4)).prop_map(|(action, keys)| format!("{action} = {keys:?}"));
    prop_oneof![12 => line, 1 => "[ -~]{0,12}".prop_map(String::from), 1 => any::<String>()]
}

fn any_keymap() -> impl Strategy<Value = String> {
    let layer = prop::sample::select(Layer::ALL.map(Layer::id).to_vec());
    let table = (layer, prop::collection::vec(any_line(), 0..12))
        .prop_map(|(layer, lines)| format!("[{layer}]\n{}\n", lines.join("\n")));
    prop::collection::vec(table, 0..8).prop_map(|tables| tables.concat())
}

proptest! {
    #[test]
    fn whatever_a_keymap_says_no_officer_is_locked_in(texts in prop::collection::vec(any_keymap(), 1..3)) {
        let sources: Vec<Source> = texts.iter().map(|text| Source::new("own.toml", text.as_str())).collect();
        let (keymap, problems) = keys::load(&[], &sources);
        for action in Action::ALL.iter().filter(|action| action.is_essential()) {
            for layer in action.layers() {
                prop_assert!(keymap.keys_of(*action, *layer).next().is_some(), "{} in {}", action.id(), layer.id());
            }
        }
        for binding in keymap.bindings() {
            let found = keymap.lookup(&[binding.layer], binding.keys.keys());
            prop_assert_eq!(found, Lookup::Run(binding.action), "{}", &binding.keys);
        }
        for problem in &problems {
            prop_assert!(problem.line >= 1 && problem.column >= 1);
        }
    }

    #[test]
    fn every_complaint_can_be_shown_in_one_screen_line_for_each_part(texts in any_keymap()) {
        let source = Source::new("own.toml", texts);
        let (_, problems) = keys::load(&[], std::slice::from_ref(&source));
        let own: Vec<Problem> = problems.into_iter().filter(|problem| problem.file == *source.name()).collect();
        for words in [Words::new(Lang::En), Words::new(Lang::Zh)] {
            for problem in &own {
                let shown = rendered(std::slice::from_ref(problem), &source, &words);
                prop_assert_eq!(shown.lines().count(), 4, "{}", shown);
                prop_assert!(shown.chars().all(|c| c == '\n' || text::is_shown(c)), "{:?}", shown);
            }
        }
    }
}

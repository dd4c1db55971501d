//! The two languages: complete, alike, used, and fit for any terminal.

mod said;
pub mod scan;

use dutydesk::domain::Lang;
use dutydesk::words::{ROOMS, Words, lang_of};
use scan::{literals_after, sources, texts};
use std::collections::{BTreeMap, BTreeSet};

/// Ids that are built from a code while the program runs, beside those in `said.rs`, and who checks them.
const BUILT: &[(&str, &str)] = &[
    ("action-", "from the table of actions; tests/desk/keys compares them"),
    ("keys-group-", "from the groups of that table; tests/desk/keys compares them"),
    ("keys-layer-", "from the layers of that table; tests/desk/keys compares them"),
    ("cli-arg-", "from the flags; tests/desk/command_line reads every page of help"),
    ("cli-cmd-", "from the commands; the same"),
    ("cli-found-", "from what verifying finds"),
    ("cli-head-", "from the columns of tables"),
    ("cli-store-", "from what can be wrong with a record"),
    ("file-refused-", "from the intake's reasons for refusing a file"),
    ("intake-why-", "from the same reasons; tests/desk/intake says each of them"),
    ("notice-state-", "from where a notice stands; tests/desk/outbox says each of them"),
    ("not-delivered-", "from why it was not delivered; the same"),
    ("told-", "from whom it goes to; the same"),
    ("form-title-", "from the purposes of forms"),
    ("form-label-", "from the slots of forms"),
    ("never-kept-", "from the kinds of what is never kept; tests/desk/privacy compares them"),
];

fn every_id(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    ROOMS.iter().flat_map(|room| texts(room.of(lang))).map(|t| (t.id, t.variables)).collect()
}

#[test]
fn every_text_can_be_read_and_stands_once() {
    for lang in [Lang::En, Lang::Zh] {
        let mut seen = BTreeMap::new();
        for room in ROOMS {
            let read = fluent_bundle::FluentResource::try_new(room.of(lang).to_owned());
            assert!(read.is_ok(), "{} in {lang:?}: {:?}", room.name, read.err().map(|(_, e)| e));
            for text in texts(room.of(lang)) {
                let other = seen.insert(text.id.clone(), room.name);
                assert_eq!(other, None, "'{}' stands in '{}' too", text.id, room.name);
            }
        }
        let words = Words::new(lang);
        for id in seen.keys() {
            assert!(words.has(id), "'{id}' was lost in {lang:?}");
        }
    }
}

#[test]
fn both_languages_have_the_same_ids_with_the_same_variables() {
    for room in ROOMS {
        let (en, zh) = (texts(room.en), texts(room.zh));
        let ids = |texts: &[scan::Text]| texts.iter().map(|t| t.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&en), ids(&zh), "the ids of '{}', in their order", room.name);
        for (en, zh) in en.iter().zip(&zh) {
            assert_eq!(en.variables, zh.variables, "the variables of '{}'", en.id);
        }
    }
}

#[test]
fn every_room_with_texts_is_in_the_list() {
    for lang in ["en", "zh"] {
        let folder = scan::root().join("src/words").join(lang);
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| f.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        let listed: BTreeSet<String> = ROOMS.iter().map(|r| r.name.to_owned()).collect();
        assert_eq!(files, listed, "the files in src/words/{lang}");
    }
}

#[test]
fn every_id_that_the_program_asks_for_is_there() {
    let ids = every_id(Lang::En);
    let families: BTreeSet<&str> = ids.keys().filter_map(|id| id.split('-').next()).collect();
    let mut missing = Vec::new();
    for (path, source) in sources("src") {
        for call in ["get", "with", "count", "count_with", "error", "warning", "say"] {
            for asked in literals_after(&source, call) {
                let family = asked.split('-').next().unwrap_or_default();
                let meant = asked.contains('-') && families.contains(family);
                if meant && scan::is_id(&asked) && !ids.contains_key(&asked) {
                    missing.push(format!("{path}: '{asked}'"));
                }
            }
        }
        for asked in literals_after(&source, "words.get").iter().chain(&literals_after(&source, "words.with"))
        {
            if !ids.contains_key(asked) {
                missing.push(format!("{path}: '{asked}'"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_text_stands_there_for_nothing() {
    let program: String = sources("src").into_iter().map(|(_, source)| source).collect();
    let built: BTreeSet<String> = said::built_ids();
    let unused: Vec<String> = every_id(Lang::En)
        .into_keys()
        .filter(|id| !program.contains(&format!("\"{id}\"")))
        .filter(|id| !built.contains(id) && !BUILT.iter().any(|(family, _)| id.starts_with(family)))
        .collect();
    assert!(unused.is_empty(), "nothing asks for these: {unused:#?}");
}

#[test]
fn every_id_built_from_a_code_is_there() {
    let ids = every_id(Lang::En);
    let missing: Vec<String> = said::built_ids().into_iter().filter(|id| !ids.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_text_holds_a_glyph_whose_width_depends_on_the_terminal() {
    use unicode_width::UnicodeWidthChar;
    for room in ROOMS {
        for lang in [Lang::En, Lang::Zh] {
            for text in texts(room.of(lang)) {
                for c in text.value.chars() {
                    assert_eq!(c.width(), c.width_cjk(), "{c:?} in '{}' of '{}'", text.id, room.name);
                    assert!(c == '\n' || dutydesk::words::text::is_shown(c), "{c:?} in '{}'", text.id);
                }
            }
        }
    }
}

/// Codes and names of techniques that are the same in Chinese.
const SAME_IN_CHINESE: &[&str] = &[
    "dutydesk", "JSON", "CSV", "UTF", "UTF-8", "GB", "GB18030", "TOML", "SSH", "KiB", "UTC", "NUL", "BOM",
    "P", "T", "Asia", "Shanghai", "why", "z", "a", "b", "ctrl", "alt", "SQLite", "CJK", "ASCII", "UID",
    "uid", "Enter", "Esc", "Tab", "Ctrl", "Alt", "SIGTERM", "WAL", "MB", "KB", "kB", "toml", "station",
    "Markdown", "y", "n", "R", "Y", "N",
];

#[test]
fn no_english_is_left_in_chinese_texts() {
    let mut left = Vec::new();
    for room in ROOMS {
        for text in texts(room.zh) {
            // What stands in single quotes or looks like an option is a code, and so is `a.b` or `a/b`.
            let said = scan::without_codes(&text.value);
            let words = said.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty());
            let english: Vec<&str> = words.filter(|w| !SAME_IN_CHINESE.contains(w)).collect();
            if !english.is_empty() {
                left.push(format!("'{}': {english:?}", text.id));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn no_text_of_one_language_was_left_in_the_other() {
    for room in ROOMS {
        for text in texts(room.en) {
            assert!(text.value.is_ascii(), "'{}' of '{}' is not plain English", text.id, room.name);
        }
    }
}

#[test]
fn the_locale_decides_as_posix_says() {
    assert_eq!(lang_of(None, None, None), Lang::En);
    assert_eq!(lang_of(Some(""), Some(""), Some("zh_CN.GB18030")), Lang::Zh);
    assert_eq!(lang_of(Some("zh"), Some("en_GB"), None), Lang::Zh);
    assert_eq!(lang_of(Some("en_US.UTF-8"), None, Some("zh_CN.UTF-8")), Lang::En);
    assert_eq!(lang_of(None, None, Some("zhx_XX")), Lang::En);
    assert_eq!(lang_of(None, None, Some("C.UTF-8")), Lang::En);
}

#[test]
fn a_missing_id_shows_itself_and_a_missing_variable_its_name() {
    let words = Words::new(Lang::En);
    assert_eq!(words.get("no-such-text"), "no-such-text");
    assert_eq!(words.get("due-left"), "{$age} left");
    assert_eq!(words.with("due-left", &[("age", "3 min")]), "3 min left");
    assert_eq!(words.with("due-left", &[("age", "\u{202e}{$x}")]), "\u{202e}{$x} left");
}

#[test]
fn the_scanner_sees_what_it_looks_for() {
    let found =
        texts("a-b = one { $x }\n    two { $y ->\n   *[other] three\n}\n# c-d = no\nc-d = { \"x\" }\n");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].variables, BTreeSet::from(["x".to_owned(), "y".to_owned()]));
    assert_eq!(literals_after("w.get(\"a-b\"); w\n.with(\n  \"c-d\", &[]); // w.get(\"e\")", "get"), ["a-b"]);
    assert_eq!(literals_after("w\n.with(\n  \"c-d\", &[])", "with"), ["c-d"]);
    assert_eq!(literals_after("source.error(span.clone(), \"k-x\")", "error"), ["k-x"]);
    assert_eq!(scan::without_codes("用 'a b' 和 --json 及 a.b"), "用  和  及 ");
}

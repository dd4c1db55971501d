//! The table of actions, the shipped keymaps and the words of both languages belong together.

use std::collections::BTreeSet;

use dutydesk::domain::Lang;
use dutydesk::keys::{self, Action, Group, Keymap, Layer, Overlay};
use dutydesk::words::Words;
use unicode_width::UnicodeWidthStr;

const EN: &str = include_str!("../../../src/words/en/keys.ftl");
const ZH: &str = include_str!("../../../src/words/zh/keys.ftl");

fn ids(ftl: &str) -> Vec<&str> {
    let named = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    ftl.lines().filter(|line| named(line)).filter_map(|line| line.split(" = ").next()).collect()
}

fn placeables(ftl: &str, id: &str) -> BTreeSet<String> {
    let line = ftl.lines().find(|line| line.split(" = ").next() == Some(id)).unwrap();
    line.split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
        .map(|name| name.trim().to_owned())
        .collect()
}

#[test]
fn both_languages_have_the_same_words_in_the_same_order_with_the_same_arguments() {
    assert_eq!(ids(EN), ids(ZH));
    for id in ids(EN) {
        assert_eq!(placeables(EN, id), placeables(ZH, id), "{id}");
    }
}

#[test]
fn no_word_is_missing_and_none_is_left_over() {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for action in Action::ALL {
        wanted.extend([action.label().to_owned(), action.help().to_owned()]);
    }
    wanted.extend(Group::ALL.map(|group| group.word().to_owned()));
    wanted.extend(Layer::ALL.map(|layer| layer.word().to_owned()));
    for source in [
        include_str!("../../../src/keys/read.rs"),
        include_str!("../../../src/keys/merge.rs"),
        include_str!("../../../src/keys/check.rs"),
        include_str!("../../../src/config/problem.rs"),
    ] {
        let quoted = source.split('"').filter(|part| {
            part.starts_with("keys-problem-")
                || ["problem-error", "problem-warning", "problem-did-you-mean"].contains(part)
        });
        wanted.extend(quoted.map(str::to_owned));
    }
    let here: BTreeSet<String> = ids(EN).into_iter().map(str::to_owned).collect();
    assert_eq!(wanted.difference(&here).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in keys.ftl");
    assert_eq!(here.difference(&wanted).collect::<Vec<_>>(), Vec::<&String>::new(), "unused in keys.ftl");
    assert_eq!(ids(EN).len(), here.len(), "a word stands twice in keys.ftl");
}

#[test]
fn labels_fit_the_hint_bar() {
    for (words, most) in [(Words::new(Lang::En), 12), (Words::new(Lang::Zh), 8)] {
        for action in Action::ALL {
            let label = words.get(action.label());
            assert!(
                (1..=most).contains(&label.width()),
                "'{label}' for {} is {} cells",
                action.id(),
                label.width()
            );
        }
    }
}

#[test]
fn help_lines_are_one_sentence_of_a_screen_width() {
    for (words, stop) in [(Words::new(Lang::En), '.'), (Words::new(Lang::Zh), '。')] {
        for action in Action::ALL {
            let help = words.get(action.help());
            assert!(help.ends_with(stop) && help.width() <= 76, "'{help}' for {}", action.id());
        }
    }
}

#[test]
fn actions_that_look_alike_in_one_layer_have_different_labels() {
    for words in [Words::new(Lang::En), Words::new(Lang::Zh)] {
        for layer in Layer::ALL {
            let mut seen = BTreeSet::new();
            for action in Action::ALL.iter().filter(|action| action.belongs_to(layer)) {
                assert!(seen.insert(words.get(action.label())), "{} in {}", action.id(), layer.id());
            }
        }
    }
}

#[test]
fn names_of_actions_are_unique_and_found_again() {
    for action in Action::ALL {
        assert_eq!(Action::from_id(action.id()), Some(*action));
        assert!(action.id().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", action.id());
    }
    assert_eq!(Action::from_id("report"), None);
    for layer in Layer::ALL {
        assert_eq!(Layer::from_id(layer.id()), Some(layer));
    }
    for overlay in Overlay::ALL {
        assert_eq!(Overlay::from_id(overlay.id()), Some(overlay));
    }
}

#[test]
fn default_keymap_names_every_action_once_in_each_of_its_layers() {
    let text = keys::default_source().text().to_owned();
    let mut layer = None;
    let mut named = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            layer = Layer::from_id(name);
        } else if let Some((name, _)) = line.split_once(" = ") {
            named.push((layer.unwrap(), Action::from_id(name).unwrap_or_else(|| panic!("{name}"))));
        }
    }
    let in_layer =
        |layer: Layer| Action::ALL.iter().map(move |a| (layer, *a)).filter(|(l, a)| a.belongs_to(*l));
    let mut wanted: Vec<_> = Layer::ALL.into_iter().flat_map(in_layer).collect();
    wanted.sort();
    named.sort();
    assert_eq!(named, wanted);
}

#[test]
fn shipped_keymaps_have_no_problem_alone_or_together() {
    let every = [&[][..], &[Overlay::Vim], &[Overlay::FKeys], &[Overlay::FKeys, Overlay::Vim]];
    for overlays in every {
        let (_, problems) = keys::load(overlays, &[]);
        assert_eq!(problems, [], "{overlays:?}");
    }
}

#[test]
fn only_reload_keys_is_without_a_default_key() {
    let without: Vec<&str> = keys::table(&keys::defaults())
        .iter()
        .filter(|row| row.keys.is_empty())
        .map(|row| row.action.id())
        .collect();
    assert_eq!(without, ["reload-keys"]);
}

#[test]
fn key_table_has_every_action_in_the_order_of_help() {
    let rows = keys::table(&keys::defaults());
    let groups: Vec<Group> = rows.iter().map(|row| row.action.group()).collect();
    assert!(groups.is_sorted());
    assert_eq!(rows.len(), Action::ALL.iter().map(|action| action.layers().len()).sum::<usize>());
    let text: Vec<String> = rows
        .iter()
        .map(|row| {
            let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
            format!("{:<11} {:<23} {}", row.layer.id(), row.action.id(), keys.join(", "))
                .trim_end()
                .to_owned()
        })
        .collect();
    insta::with_settings!({ snapshot_path => "../../fixtures/keymaps", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("default_table", text.join("\n"));
    });
}

#[test]
fn keymap_written_out_reads_back_the_same() {
    for overlays in [&[][..], &[Overlay::Vim], &[Overlay::FKeys]] {
        let (keymap, _) = keys::load(overlays, &[]);
        let source = dutydesk::config::Source::new("out.toml", keymap.to_toml());
        let (again, problems) = Keymap::of(&[source]);
        assert_eq!(problems, []);
        let plain = |keymap: &Keymap| -> Vec<_> {
            keymap.bindings().iter().map(|b| (b.layer, b.action, b.keys.clone())).collect()
        };
        assert_eq!(plain(&keymap), plain(&again));
    }
}

//! The README stays true: its key table is made from the keymap, its checks are those of CI, its files are there.

use dutydesk::domain::Lang;
use dutydesk::keys::{Layer, defaults, table};
use dutydesk::words::Words;
use std::path::Path;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

fn part(readme: &str, name: &str) -> String {
    let (begin, end) = (format!("<!-- {name}: begin -->\n"), format!("<!-- {name}: end -->"));
    let after = readme.split_once(&begin).unwrap().1;
    after.split_once(&end).unwrap().0.trim().to_owned()
}

/// The keys outside text, a row a layer, in the order of help.
fn key_table() -> String {
    let words = Words::new(Lang::En);
    let rows = table(&defaults());
    let mut text = "| where | keys |\n| --- | --- |\n".to_owned();
    for layer in Layer::ALL.into_iter().filter(|layer| !layer.takes_text()) {
        let keys = rows.iter().filter(|row| row.layer == layer && !row.keys.is_empty()).map(|row| {
            let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{keys}`")).collect();
            format!("{} {}", keys.join(" "), words.get(row.action.label()))
        });
        let name = words.get(&format!("keys-layer-{}", layer.id()));
        text.push_str(&format!("| {name} | {} |\n", keys.collect::<Vec<_>>().join(", ")));
    }
    text.trim().to_owned()
}

#[test]
fn the_key_table_is_that_of_the_keymap() {
    assert_eq!(part(&readme(), "keys"), key_table(), "put this into README.md:\n{}", key_table());
}

#[test]
fn the_checks_of_the_readme_are_those_of_ci() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ci = std::fs::read_to_string(root.join(".ci/run")).unwrap();
    let checks =
        ["cargo fmt --check", "cargo clippy --all-targets", "cargo test --locked", "cargo doc --no-deps"];
    for text in [ci, readme()] {
        let places: Vec<usize> = checks.iter().map(|check| text.rfind(check).unwrap()).collect();
        assert!(places.is_sorted(), "in another order: {places:?}");
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let readme = readme();
    let named = readme.split('`').filter(|name| name.starts_with("docs/") || name.starts_with("packaging/"));
    for name in named {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(name).exists(), "{name}");
    }
}

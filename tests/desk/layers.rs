//! Who may import whom, and how a source file is kept: the rules of `docs/architecture.md`, held here.

mod checker;

use crate::words::scan;
use checker::complaints;

#[test]
fn every_source_file_keeps_the_rules_of_the_house() {
    let found: Vec<String> =
        scan::sources("src").iter().flat_map(|(path, source)| complaints(path, source)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_document_shows_the_same_table_as_the_checker() {
    let document = std::fs::read_to_string(scan::root().join("docs/architecture.md")).unwrap();
    for row in checker::table() {
        assert!(document.contains(&row), "docs/architecture.md lacks this line:\n{row}");
    }
}

fn first(path: &str, source: &str) -> String {
    complaints(path, &format!("//! x\n{source}")).into_iter().next().unwrap_or_default()
}

#[test]
fn a_room_that_imports_what_it_may_not_is_named() {
    assert_eq!(first("src/ui/a.rs", "use crate::domain::Report;"), "");
    assert_eq!(first("src/ui/a.rs", "use crate::store::Store;"), "src/ui/a.rs: 'ui' may not import 'store'");
    assert_eq!(
        first("src/ui/a.rs", "use crate::{domain::X, desk};"),
        "src/ui/a.rs: 'ui' may not import 'desk'"
    );
    assert_eq!(
        first("src/words/a.rs", "use crate::{\n    domain::{A, B},\n    wire::message as m,\n};"),
        "src/words/a.rs: 'words' may not import 'wire'"
    );
    assert_eq!(
        first("src/domain/a.rs", "fn f() -> crate::words::Words { w() }"),
        "src/domain/a.rs: 'domain' may not import 'words'"
    );
    assert_eq!(
        first("src/ui/a/b.rs", "use super::super::super::store::S;"),
        "src/ui/a/b.rs: leaves its room by 'super'"
    );
    assert_eq!(first("src/ui/a/b.rs", "use super::super::model::M;"), "");
    assert_eq!(first("src/ui/a.rs", "/// See [`crate::store`].\nfn f() {} // crate::store::x"), "");
    assert_eq!(
        first("src/keys/a.rs", "use crate::config::Paths;"),
        "src/keys/a.rs: only problems of 'config' may be imported, not 'Paths'"
    );
    assert_eq!(first("src/keys/a.rs", "use crate::config::{Problem, Severity};"), "");
    assert_eq!(first("src/new/a.rs", "fn f() {}"), "src/new/a.rs: 'new' is no room of the house");
    assert_eq!(first("src/main.rs", "use dutydesk::desk::run;"), "src/main.rs: main may only call 'cli'");
}

#[test]
fn a_library_in_the_wrong_room_is_named() {
    assert_eq!(first("src/store/a.rs", "use rusqlite::Connection;"), "");
    assert_eq!(first("src/desk/a.rs", "use rusqlite::Connection;"), "src/desk/a.rs: 'rusqlite' is for store");
    assert_eq!(
        first("src/cli/a.rs", "fn f(b: ratatui::Buffer) {}"),
        "src/cli/a.rs: 'ratatui' is for ui, app"
    );
    assert_eq!(
        first("src/store/a.rs", "use tokio::sync;"),
        "src/store/a.rs: 'tokio' is for desk, wire, app, main"
    );
    assert_eq!(first("src/cli/a.rs", "/// As ratatui::x does.\nfn f() {}"), "");
}

#[test]
fn a_clock_or_a_file_in_a_pure_room_is_named() {
    let clock = "fn f() { jiff::Timestamp::now(); }";
    assert_eq!(first("src/desk/a.rs", clock), "");
    assert_eq!(first("src/app/run.rs", clock), "");
    assert_eq!(first("src/wire/a.rs", "fn f() { Instant::now(); }"), "");
    assert_eq!(first("src/app/a.rs", clock), "src/app/a.rs: reads the clock by 'Timestamp::now'");
    assert_eq!(
        first("src/keys/a.rs", "use std::time::Instant;\nfn f() { Instant::now(); }"),
        "src/keys/a.rs: reads the clock by 'Instant::now'"
    );
    assert_eq!(
        first("src/publish/a.rs", "use std::fs;"),
        "src/publish/a.rs: a pure room may not use 'std::fs'"
    );
    assert_eq!(
        first("src/ui/a.rs", "use std::{collections, env};"),
        "src/ui/a.rs: a pure room may not use 'std::env'"
    );
    assert_eq!(first("src/cli/a.rs", "use std::fs;"), "");
}

#[test]
fn a_file_that_is_too_long_or_badly_named_or_says_nothing_is_named() {
    let long = "fn f() {}\n".repeat(500);
    assert_eq!(first("src/ui/a.rs", &long), "src/ui/a.rs: 501 lines, 500 are the most");
    let tests = format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
    assert_eq!(first("src/ui/a.rs", &tests), "");
    assert_eq!(
        complaints("src/ui/a.rs", "fn f() {}"),
        ["src/ui/a.rs: its first line doesn't say what it owns"]
    );
    assert_eq!(first("src/ui/utils.rs", ""), "src/ui/utils.rs: 'utils' is no name for a module");
    assert_eq!(first("src/ui/common/a.rs", ""), "src/ui/common/a.rs: 'common' is no name for a module");
    assert_eq!(first("src/ui/a.rs", "mod helpers { }"), "src/ui/a.rs: 'helpers' is no name for a module");
    assert_eq!(
        first("src/ui/a.rs", "pub struct KeyEvent {"),
        "src/ui/a.rs: 'KeyEvent' is no name for a type of ours"
    );
    assert_eq!(first("src/ui/a.rs", "enum Eventual { A }"), "");
}

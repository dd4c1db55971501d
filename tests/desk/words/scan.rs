//! Reads texts and sources for the tests of the words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One text of a Fluent file.
#[derive(Debug)]
pub struct Text {
    pub id: String,
    pub value: String,
    pub variables: BTreeSet<String>,
}

/// The texts of a Fluent file, in their order.
pub fn texts(file: &str) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for line in file.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        match (begins, line.split_once(" =")) {
            (true, Some((id, value))) => texts.push(Text {
                id: id.to_owned(),
                value: value.trim_start().to_owned(),
                variables: [].into(),
            }),
            (true, None) => panic!("'{line}' begins like a text but has no value"),
            (false, _) if line.starts_with('#') => {}
            (false, _) => {
                if let Some(text) = texts.last_mut().filter(|_| !line.is_empty()) {
                    text.value.push('\n');
                    text.value.push_str(line);
                }
            }
        }
    }
    for text in &mut texts {
        let parts = text.value.split("{ $").skip(1);
        let name = |p: &str| {
            p.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().map(str::to_owned)
        };
        // `{ $count ->` ends in a blank, so an arrow never joins the name.
        text.variables = parts.filter_map(name).collect();
    }
    texts
}

/// Whether a literal can be the id of a text.
pub fn is_id(literal: &str) -> bool {
    literal.starts_with(|c: char| c.is_ascii_lowercase())
        && literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every Rust file below a folder: its path from the root, and its text.
pub fn sources(folder: &str) -> Vec<(String, String)> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The first literal in each call of this name, when nothing but blanks or a first argument without quotes stands
/// before it. Comments are left out.
pub fn literals_after(source: &str, call: &str) -> Vec<String> {
    let code: Vec<&str> = source.lines().map(|l| l.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    let open = format!("{}{call}(", if call.contains('.') { "" } else { "." });
    let calls = code.split(&open).skip(1);
    calls.filter_map(|rest| first_literal(rest, matches!(call, "error" | "warning"))).collect()
}

fn first_literal(rest: &str, second_too: bool) -> Option<String> {
    let (before, from) = rest.split_once('"')?;
    let plain =
        before.trim().is_empty() || (second_too && before.trim_end().ends_with(',') && before.len() < 60);
    let (literal, _) = from.split_once('"')?;
    plain.then(|| literal.to_owned())
}

/// A text without what stands in single quotes, without options, and without words with a dot or a slash in them.
pub fn without_codes(value: &str) -> String {
    let unquoted: String =
        value.split('\'').enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, part)| part).collect();
    let mut plain = unquoted;
    while let Some((before, after)) = plain.split_once('{') {
        let after = after.split_once('}').map_or("", |(_, rest)| rest).to_owned();
        plain = before.to_owned() + &after;
    }
    let is_code = |word: &&str| word.starts_with("--") || word.contains(['.', '/', '_', ':', '[']);
    plain.split(' ').map(|w| if is_code(&w) { "" } else { w }).collect::<Vec<_>>().join(" ")
}

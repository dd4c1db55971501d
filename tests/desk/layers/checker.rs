//! The checker: a source file's path and text in, complaints out.

/// Each room and the rooms it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("words", &["domain"]),
    ("publish", &["words", "domain"]),
    ("keys", &["config", "words", "domain"]),
    ("ui", &["keys", "config", "words", "domain"]),
    ("config", &["words", "domain"]),
    ("wire", &["config", "domain"]),
    ("store", &["domain"]),
    ("intake", &["config", "words", "domain"]),
    ("desk", &["store", "intake", "wire", "config", "words", "domain"]),
    ("app", &["ui", "keys", "wire", "config", "words", "domain"]),
    ("cli", &["app", "desk", "store", "publish", "intake", "keys", "wire", "config", "words", "domain"]),
];

/// Measures how long something takes, never what time it is: waiting for an answer needs it, a pure room never does.
const STOPWATCH: &str = "Instant::now";

/// Rooms that do no I/O and read no clock.
const PURE: &[&str] = &["domain", "words", "publish", "keys", "ui"];

/// What pure rooms may take from `config`: problems and the texts they are about, never paths.
const PROBLEMS: &[&str] = &["Problem", "Severity", "Source", "Voice", "Say", "nearest"];

/// Libraries that are kept to some rooms.
const KEPT: &[(&str, &[&str])] =
    &[("rusqlite", &["store"]), ("ratatui", &["ui", "app"]), ("tokio", &["desk", "wire", "app", "main"])];

/// Ways of reading the time of day, and who may. The console's one loop shows it.
const CLOCKS: &[&str] = &["Timestamp::now", "SystemTime::now", "Zoned::now", "Utc::now"];
const CLOCK_ROOMS: &[&str] = &["desk", "cli"];
const CLOCK_FILES: &[&str] = &["src/app/run.rs"];

const OUTSIDE: &[&str] = &["fs", "net", "env", "process"];

const NO_MODULE: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "types", "manager"];
const NO_TYPE: &[&str] =
    &["Event", "Manager", "Handler", "Service", "Helper", "Util", "Utils", "Data", "Info"];

const LINES_MAX: usize = 500;

/// The table of rooms as lines of the document.
pub fn table() -> Vec<String> {
    let line = |(room, may): &(&str, &[&str])| match may.is_empty() {
        true => format!("| `{room}` | nothing |"),
        false => format!("| `{room}` | {} |", may.join(", ")),
    };
    ROOMS.iter().map(line).collect()
}

/// What is wrong with a source file.
pub fn complaints(path: &str, source: &str) -> Vec<String> {
    let product = without_tests(source);
    let code = without_comments(product);
    let mut found = Vec::new();
    if !source.starts_with("//! ") {
        found.push("its first line doesn't say what it owns".to_owned());
    }
    if product.lines().count() > LINES_MAX {
        found.push(format!("{} lines, {LINES_MAX} are the most", product.lines().count()));
    }
    found.extend(names(path, &code));
    found.extend(imports(path, &code));
    found.extend(libraries(path, &code));
    found.extend(clocks_and_files(path, &code));
    found.into_iter().map(|complaint| format!("{path}: {complaint}")).collect()
}

/// A module of tests stands last in its file.
fn without_tests(source: &str) -> &str {
    source.split_once("#[cfg(test)]\nmod tests {").map_or(source, |(product, _)| product)
}

fn without_comments(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split_once('/').map_or(inside.trim_end_matches(".rs"), |(room, _)| room)
}

fn names(path: &str, code: &str) -> Vec<String> {
    let mut modules: Vec<&str> = path.split(['/', '.']).collect();
    modules.extend(code.split("mod ").skip(1).map(identifier));
    let bad = modules.into_iter().filter(|m| NO_MODULE.contains(m));
    let mut found: Vec<String> = bad.map(|m| format!("'{m}' is no name for a module")).collect();
    for keyword in ["struct ", "enum ", "trait ", "type "] {
        for name in code.split(keyword).skip(1).map(identifier) {
            if NO_TYPE.iter().any(|bad| name.ends_with(bad)) {
                found.push(format!("'{name}' is no name for a type of ours"));
            }
        }
    }
    found
}

fn imports(path: &str, code: &str) -> Vec<String> {
    match room(path) {
        "lib" => return Vec::new(),
        "main" => {
            let others = code.split("dutydesk::").skip(1).map(identifier).any(|room| room != "cli");
            return if others { vec!["main may only call 'cli'".to_owned()] } else { Vec::new() };
        }
        _ => {}
    }
    let room = room(path);
    let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("'{room}' is no room of the house")];
    };
    let mut found = Vec::new();
    for import in below(code, "crate::") {
        let (target, rest) = import.split_once("::").unwrap_or((import.as_str(), ""));
        if target != room && !may.contains(&target) {
            found.push(format!("'{room}' may not import '{target}'"));
        }
        if target == "config" && PURE.contains(&room) {
            let part = identifier(rest.trim_start_matches("problem::"));
            if !PROBLEMS.contains(&part) {
                found.push(format!("only problems of 'config' may be imported, not '{part}'"));
            }
        }
    }
    if leaves_by_super(path, code) {
        found.push("leaves its room by 'super'".to_owned());
    }
    found
}

/// Every path below a prefix, groups in braces taken apart: `crate::{a::b, c}` gives `a::b` and `c`.
fn below(code: &str, prefix: &str) -> Vec<String> {
    let starts = code.match_indices(prefix).filter(|(at, _)| {
        !code.get(..*at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    });
    starts.flat_map(|(at, _)| paths(code.get(at + prefix.len()..).unwrap_or_default())).collect()
}

fn paths(text: &str) -> Vec<String> {
    let head: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect();
    match text.get(head.len()..).unwrap_or_default().strip_prefix('{') {
        Some(group) => parts(group).iter().flat_map(|part| paths(part)).map(|p| head.clone() + &p).collect(),
        None => vec![head],
    }
}

/// The parts of a group up to its closing brace, split at the commas that stand in no inner group.
fn parts(group: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth) = (Vec::new(), String::new(), 0);
    for c in group.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                part.push(c);
            }
        }
    }
    parts.push(part);
    parts.retain(|p| !p.is_empty());
    parts
}

fn leaves_by_super(path: &str, code: &str) -> bool {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = inside.split('/').count();
    code.contains(&"super::".repeat(depth))
}

fn libraries(path: &str, code: &str) -> Vec<String> {
    let used = |library: &str| {
        below_word(code, &format!("{library}::")) || code.contains(&format!("use {library};"))
    };
    let wrong = KEPT.iter().filter(|(library, rooms)| !rooms.contains(&room(path)) && used(library));
    wrong.map(|(library, rooms)| format!("'{library}' is for {}", rooms.join(", "))).collect()
}

fn below_word(code: &str, word: &str) -> bool {
    let stands_alone = |at: usize| {
        !code.get(..at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    };
    code.match_indices(word).any(|(at, _)| stands_alone(at))
}

fn clocks_and_files(path: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !CLOCK_ROOMS.contains(&room(path)) && !CLOCK_FILES.contains(&path) {
        let read = CLOCKS.iter().filter(|clock| code.contains(**clock));
        found.extend(read.map(|clock| format!("reads the clock by '{clock}'")));
    }
    if PURE.contains(&room(path)) {
        if code.contains(STOPWATCH) {
            found.push(format!("reads the clock by '{STOPWATCH}'"));
        }
        for used in below(code, "std::") {
            let part = identifier(&used);
            if OUTSIDE.contains(&part) {
                found.push(format!("a pure room may not use 'std::{part}'"));
            }
        }
    }
    found
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

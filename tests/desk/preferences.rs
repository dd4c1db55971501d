//! An officer's own preferences: what is read, and that every bad line is told with its place and costs only itself.

use dutydesk::config::console::{Borders, Colours, MOST_BYTES, Preferences};
use dutydesk::config::home::{self, ConsoleHome, GivenHome};
use dutydesk::config::{Paths, Problem, Source, Voice};
use dutydesk::domain::Lang;
use dutydesk::words::{Words, text};

fn read(text: &str) -> (Preferences, Vec<Problem>) {
    Preferences::read(&Source::new("console.toml", text), &["vim", "fkeys"])
}

#[test]
fn every_preference_is_read() {
    let (found, problems) = read(
        "\u{feff}lang = \"zh\"\nborders = \"lines\"\ncolours = \"none\"\ncontrast = \"high\"\nbell = false\n\
         keymaps = [\n  \"fkeys\",\n  \"vim\", \"fkeys\"\n]\n",
    );
    assert_eq!(problems, []);
    let wanted = Preferences {
        lang: Some(Lang::Zh),
        borders: Some(Borders::Lines),
        colours: Some(Colours::None),
        high_contrast: true,
        bell: false,
        keymaps: vec!["fkeys".to_owned(), "vim".to_owned()],
    };
    assert_eq!(found, wanted);
    assert_eq!(read(""), (Preferences::default(), Vec::new()));
}

#[test]
fn every_problem_is_told_with_its_place_and_costs_only_its_line() {
    let text = "langue = \"zh\"\nborders = \"asci\"\ncolours = 16\ncontrast = true\nbell = \"no\"\n\
                keymaps = [\"vim\", \"emacs\"]\nlang = \"en\"\n";
    let (found, problems) = read(text);
    let told: Vec<_> =
        problems.iter().map(|p| (p.line, p.column, p.key, p.suggestion.as_deref().unwrap_or(""))).collect();
    assert_eq!(
        told,
        [
            (1, 1, "app-problem-unknown-name", "lang"),
            (2, 11, "app-problem-bad-value", "\"ascii\""),
            (3, 11, "app-problem-bad-value", ""),
            (4, 12, "app-problem-bad-value", ""),
            (5, 8, "app-problem-bad-value", ""),
            (6, 19, "app-problem-unknown-keymap", ""),
        ]
    );
    let kept =
        Preferences { lang: Some(Lang::En), keymaps: vec!["vim".to_owned()], ..Preferences::default() };
    assert_eq!(found, kept);
}

#[test]
fn text_that_is_no_toml_leaves_the_other_lines() {
    let (found, problems) = read("lang = zh\nbell = false\nborders \"lines\"\n");
    assert!(!found.bell);
    assert_eq!(found.lang, None);
    let told: Vec<_> = problems.iter().map(|p| (p.line, p.key)).collect();
    assert_eq!(told, [(1, "app-problem-syntax"), (3, "app-problem-syntax")]);
    let (_, problems) = read("[keys]\nhelp = [\"f1\"]\n");
    assert_eq!(
        problems.iter().map(|p| (p.line, p.key)).collect::<Vec<_>>(),
        [(1, "app-problem-unknown-name")]
    );
    let (all, problems) = read(&"#".repeat(MOST_BYTES + 1));
    assert_eq!((all, problems.len()), (Preferences::default(), 1));
}

#[test]
fn problems_are_said_in_both_languages() {
    for (lang, part) in [(Lang::En, "'borders' can be \"lines\", \"ascii\""), (Lang::Zh, "'borders' 只能取")]
    {
        let words = Words::new(lang);
        let voice =
            Voice { say: &|id, args| words.with(id, args), safe: &|part| text::safe(part).into_owned() };
        let source = Source::new("console.toml", "borders = \"\u{202e}asci\"\n");
        let (_, problems) = Preferences::read(&source, &[]);
        let shown = problems[0].render(&source, &voice);
        assert!(shown.contains(part), "{shown}");
        assert!(!shown.contains('\u{202e}'), "{shown}");
    }
}

#[test]
fn the_config_home_is_found_from_what_is_given() {
    let home = |xdg: Option<&str>, home: Option<&str>| {
        let given = GivenHome { xdg_config_home: xdg.map(Into::into), home: home.map(Into::into) };
        ConsoleHome::find(&given).map(|h| h.keys().display().to_string())
    };
    assert_eq!(home(Some("/etc/x"), Some("/home/a")).as_deref(), Some("/etc/x/dutydesk/keys.toml"));
    assert_eq!(home(Some("x"), Some("/home/a")).as_deref(), Some("/home/a/.config/dutydesk/keys.toml"));
    assert_eq!(home(Some(""), None), None);
}

#[test]
fn files_that_are_missing_say_nothing_and_files_that_are_broken_say_why() {
    let dir = tempfile::tempdir().unwrap();
    let desk = Paths::of(&dir.path().join("desk"), dir.path(), 0);
    let given = GivenHome { home: Some(dir.path().into()), ..GivenHome::default() };
    let own = ConsoleHome::find(&given).unwrap();
    assert_eq!(home::read(&own.preferences()).unwrap().map(|s| s.text().to_owned()), None);
    assert_eq!(home::keymap_sources(&desk, Some(&own)).1, []);

    std::fs::create_dir_all(desk.dir()).unwrap();
    std::fs::create_dir_all(own.dir()).unwrap();
    std::fs::write(desk.keys(), "[desk]\nhelp = [\"f1\"]\n").unwrap();
    std::fs::write(own.keys(), b"[desk]\nhelp = [\"\xff\"]\n").unwrap();
    let (sources, problems) = home::keymap_sources(&desk, Some(&own));
    assert_eq!(sources.len(), 1);
    assert_eq!(
        problems.iter().map(|p| (p.line, p.column, p.key)).collect::<Vec<_>>(),
        [(2, 10, "app-problem-not-utf8")]
    );

    // A pipe would never end: it is refused before it is opened.
    std::fs::remove_file(own.keys()).unwrap();
    std::fs::create_dir(own.keys()).unwrap();
    let (_, problems) = home::keymap_sources(&desk, Some(&own));
    assert_eq!(problems.iter().map(|p| p.key).collect::<Vec<_>>(), ["app-problem-unreadable"]);
}

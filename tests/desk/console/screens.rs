//! How the screens look: glyphs and styles, in both languages, on a small and on an ordinary screen.

use super::night::Night;
use super::{Console, PLAIN, scene};
use dutydesk::domain::Lang;
use dutydesk::ui::theme::Theme;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Compares the screen with what was seen before, at both sizes in both languages.
fn looks(name: &str, night: impl Fn() -> Night, keys: &str) {
    for lang in [Lang::En, Lang::Zh] {
        for size in SIZES {
            let mut console = Console::open(lang, size, Theme::default(), night());
            console.press(keys);
            compare(name, lang, &console);
        }
    }
}

fn compare(name: &str, lang: Lang, console: &Console) {
    let (buffer, caret) = console.draw();
    let (columns, rows) = console.size;
    let lang = if lang == Lang::En { "en" } else { "zh" };
    insta::with_settings!({ omit_expression => true }, {
        let name = format!("{name}_{lang}_{columns}x{rows}");
        insta::assert_snapshot!(name, format!("caret {caret:?}\n{buffer:?}"));
    });
}

#[test]
fn desk_screen_looks_as_it_should() {
    looks("desk", scene::busy, "");
}

#[test]
fn reports_screen_looks_as_it_should() {
    looks("reports", scene::busy, "2fff<end>");
}

#[test]
fn record_looks_as_it_should() {
    looks("record", scene::busy, "<end><enter>");
}

#[test]
fn end_of_a_record_looks_as_it_should() {
    looks("record-end", scene::busy, "<end><enter><end>");
}

#[test]
fn record_of_hostile_text_looks_as_it_should() {
    looks("hostile", scene::busy, "<down><down><enter>");
}

#[test]
fn patrol_screen_looks_as_it_should() {
    looks("patrol", scene::busy, "4");
}

#[test]
fn escalations_screen_looks_as_it_should() {
    looks("escalations", scene::busy, "6");
}

#[test]
fn draft_of_a_handover_looks_as_it_should() {
    looks("handover-draft", scene::busy, "7<down>");
}

#[test]
fn journal_looks_as_it_should() {
    looks("journal", scene::busy, "8");
}

#[test]
fn empty_lists_say_what_would_stand_there() {
    for (screen, key) in [("disputes", "3"), ("people", "5"), ("no-escalations", "6"), ("no-handover", "7")] {
        looks(screen, Night::new, key);
    }
}

#[test]
fn plain_terminal_shows_everything_without_colours() {
    let console = Console::open(Lang::En, (80, 24), PLAIN, scene::busy());
    compare("plain", Lang::En, &console);
}

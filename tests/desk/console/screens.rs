//! How the screens look: glyphs and styles, in both languages, on a small and on an ordinary screen.

use super::night::Night;
use super::{Console, PLAIN, scene};
use dutydesk::domain::Lang;
use dutydesk::domain::desk::Trouble;
use dutydesk::domain::setup::SetupItem;
use dutydesk::ui::Msg;
use dutydesk::ui::text::{is_shown, width};
use dutydesk::ui::theme::{Borders, Colours, Theme};
use unicode_width::UnicodeWidthChar;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Compares the screen with what was seen before, at both sizes in both languages.
fn looks(name: &str, night: impl Fn() -> Night, keys: &str) {
    looks_to("0142", name, night, keys);
}

/// The same for another officer.
fn looks_to(officer: &str, name: &str, night: impl Fn() -> Night, keys: &str) {
    for lang in [Lang::En, Lang::Zh] {
        for size in SIZES {
            let mut console = Console::open(lang, size, Theme::default(), night());
            if officer != "0142" {
                console.welcome(Some(officer));
            }
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
fn desk_screen_of_a_morning_looks_as_it_should() {
    looks("morning", super::days::morning, "");
}

#[test]
fn marked_reports_look_as_they_should() {
    looks("marked", scene::busy, " <down>  ");
    looks("marked-form", scene::busy, "2  m");
}

#[test]
fn line_of_a_quick_report_looks_as_it_should() {
    looks("quick", scene::busy, "op2 @XX #North St 12, two men fight");
    looks("quick-zh", scene::busy, "oＰ２ 斗殴＠S3两名男子持酒瓶");
}

#[test]
fn earlier_reports_look_as_they_should() {
    let typed = "nLoud again<tab>North St 12<tab><tab><tab><tab><tab>13800001111<tab>";
    looks("earlier-form", super::earlier::neighbours, typed);
    looks("earlier-record", super::earlier::neighbours, "<enter>");
    looks("earlier-list", super::earlier::neighbours, "<enter><enter>");
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
fn due_screen_looks_as_it_should() {
    looks("due", scene::busy, "0");
    looks("due-put-off", scene::busy, "0p<enter><enter><end>");
    looks("over-snooze", scene::busy, "0p");
}

#[test]
fn orders_and_zero_reports_look_as_they_should() {
    looks("orders", super::handed::evening, "D");
    looks("orders-all", super::handed::evening, "Df");
    looks("zero-reports", super::handed::evening, "Z<down>");
    looks("handed-up", super::handed::evening, "6");
    looks("record-orders", super::handed::evening, "2<end><enter><pagedown>");
    looks_to("0101", "over-order", super::handed::evening, "2<end>SSee that nobody is hurt<enter>");
    looks_to("0156", "over-acknowledge", super::handed::handed_up, "6k");
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
fn disputes_look_as_they_should() {
    looks("disputes-several", super::disputes::several, "3");
    looks("disputes-many", super::disputes::many, "3<pagedown>");
    looks("disputes-violent", super::disputes::several, "3fff");
    looks("disputes-find", super::disputes::several, "3/Lin");
    looks("disputes-pane", super::disputes::several, "<tab>");
    looks("disputes-acts", super::disputes::several, "3 ");
    looks("disputes-due", super::disputes::several, "0");
}

#[test]
fn records_of_disputes_look_as_they_should() {
    let records = [("found", "1"), ("agreed", "5"), ("major", "4"), ("failed", "3"), ("fulfilled", "2")];
    for (name, from_top) in records {
        let down = "<down>".repeat(from_top.parse::<usize>().unwrap() - 1);
        looks(&format!("dispute-{name}"), super::disputes::several, &format!("3fffff{down}<enter>"));
    }
    looks("dispute-agreed-end", super::disputes::several, "3fffff<end><enter><end>");
}

#[test]
fn plain_terminal_shows_everything_without_colours() {
    let console = Console::open(Lang::En, (80, 24), PLAIN, scene::busy());
    compare("plain", Lang::En, &console);
}

/// The same night on a training desk.
fn training() -> Night {
    let mut night = scene::busy();
    if let Some(standing) = night.station.items.get_mut("station")
        && let SetupItem::Station(head) = &mut standing.item
    {
        head.training = true;
    }
    night
}

#[test]
fn training_desk_says_so_on_every_screen() {
    looks("training", training, "2");
    for (lang, word) in [(Lang::En, "TRAINING"), (Lang::Zh, "演练")] {
        let mut console = Console::open(lang, (80, 24), Theme::default(), training());
        for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "2<enter>"] {
            console.press(screen).shows(word);
        }
    }
}

#[test]
fn cut_line_is_told_on_every_screen_and_hides_nothing() {
    for lang in [Lang::En, Lang::Zh] {
        let mut console = Console::open(lang, (80, 24), Theme::default(), scene::busy());
        console.press("a");
        console.press("mOne of them");
        console.send(Msg::Disconnected);
        compare("disconnected", lang, &console);
    }
}

#[test]
fn trouble_stands_under_the_title() {
    for lang in [Lang::En, Lang::Zh] {
        let mut night = scene::busy();
        night.trouble = vec![Trouble::DiskFull, Trouble::SpoolUnreadable];
        compare("trouble", lang, &Console::open(lang, (80, 24), Theme::default(), night));
    }
}

#[test]
fn many_rows_look_as_they_should() {
    looks("many", || scene::crowded(60), "2<pagedown><down>");
}

#[test]
fn signed_handover_looks_as_it_should() {
    looks(
        "handover-open",
        scene::busy,
        "7<home>mKnives are still there<ctrl-s>syyn夜里平静<enter><enter>open sesame<enter> ",
    );
}

#[test]
fn overlays_lie_over_the_screen_and_leave_title_and_message_in_sight() {
    looks("over-new-report", scene::busy, "n北街粮站门口两男子打架");
    looks("over-dispatch", scene::busy, "<down>d");
    looks("over-palette", scene::busy, ":rep");
    looks("over-keys", scene::busy, "x");
    looks("over-help", scene::busy, "?<pagedown><pagedown><pagedown><pagedown><pagedown>");
}

#[test]
fn long_refusal_has_both_lines_at_the_bottom() {
    looks("refusal", scene::busy, "<end>v");
}

#[test]
fn finding_looks_as_it_should() {
    looks("finding", scene::busy, "/南河");
}

#[test]
fn small_and_large_windows_look_as_they_should() {
    for lang in [Lang::En, Lang::Zh] {
        for size in [(60, 16), (160, 50), (40, 10)] {
            compare("desk", lang, &Console::open(lang, size, Theme::default(), scene::busy()));
        }
    }
}

#[test]
fn lines_and_high_contrast_look_as_they_should() {
    let theme = Theme { colours: Colours::Sixteen, borders: Borders::Lines, high_contrast: true };
    compare("contrast", Lang::Zh, &Console::open(Lang::Zh, (80, 24), theme, scene::busy()));
}

#[test]
fn console_nobody_is_signed_in_at_shows_no_record() {
    for lang in [Lang::En, Lang::Zh] {
        let mut console = Console::closed(lang, (80, 24), Theme::default(), scene::busy());
        console.welcome(None);
        console.press("<esc>");
        compare("nobody", lang, &console);
    }
}

/// Terminals disagree about the width of some signs; outside lines for borders none of them may stand on a screen.
#[test]
fn no_sign_of_doubtful_width_stands_on_any_screen() {
    for lang in [Lang::En, Lang::Zh] {
        for keys in
            ["1", "2", "3", "4", "5", "6", "7", "8", "2<enter>", "n", "<down>d", ":", "?", "x", "O", "v"]
        {
            let mut console = Console::open(lang, (120, 40), Theme::default(), scene::crowded(5));
            console.press(keys);
            for c in console.screen().chars().filter(|c| *c != '\n') {
                assert_eq!(UnicodeWidthChar::width(c), UnicodeWidthChar::width_cjk(c), "'{c}' after {keys}");
            }
        }
    }
}

/// What no terminal may get from a text: whatever is not shown as itself.
#[test]
fn hostile_texts_reach_no_cell_of_any_screen() {
    for lang in [Lang::En, Lang::Zh] {
        for keys in ["1", "2", "8", "7<down>", "2<down><down><enter>", "2<down><down><enter><end>"] {
            let mut console = Console::open(lang, (120, 40), Theme::default(), scene::busy());
            console.press(keys);
            let (buffer, _) = console.draw();
            for cell in &buffer.content {
                let base = cell.symbol();
                assert!(base.chars().all(is_shown), "{base:?} after {keys}");
                assert!(width(base) <= 2);
            }
        }
    }
}

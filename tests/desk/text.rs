//! Outside text on the screen: trial F22's hostile strings, widths, cutting and wrapping.

use std::borrow::Cow;

use dutydesk::ui::text::{is_shown, one_line, pad, pad_left, safe, safe_lines, truncate, width, wrap};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// The strings of trial F22: each way of hiding or breaking something, in several places of a text.
pub fn hostile() -> Vec<String> {
    let attacks = [
        "\u{1b}[2J",
        "\u{1b}[31m",
        "\u{1b}]52;c;ZXZpbA==\u{7}",
        "\u{1b}]0;title\u{7}",
        "\u{1b}]8;;http://x\u{1b}\\link",
        "\u{1b}P$qm\u{1b}\\",
        "\u{1b}[6n",
        "\u{1b}[?1049l",
        "\u{1b}c",
        "\u{1b}[5;10r",
        "\u{9b}2J",
        "\u{9d}0;x\u{9c}",
        "\u{90}q\u{9c}",
        "\u{0}",
        "\u{7}\u{7}\u{7}",
        "\u{8}\u{8}\u{8}X",
        "\r overwritten",
        "\n\n\n",
        "\t\t",
        "\u{b}\u{c}",
        "\u{7f}",
        "\u{85}",
        "\u{e}\u{f}",
        "\u{202e}gnp.exe",
        "\u{202a}\u{202b}\u{202c}\u{202d}",
        "\u{2066}a\u{2069}",
        "\u{2067}\u{2068}",
        "\u{200e}\u{200f}\u{61c}",
        "\u{200b}\u{200b}",
        "a\u{200c}b\u{200d}c",
        "\u{2060}\u{2061}\u{2062}",
        "\u{2063}\u{2064}\u{206a}",
        "\u{feff}",
        "\u{ad}soft",
        "\u{e0041}\u{e0042}\u{e007f}",
        "\u{2028}\u{2029}",
        "\u{fe0f}\u{fe0f}",
        "x\u{e0100}\u{e0101}\u{e0102}",
        "\u{180e}\u{180b}",
        "\u{115f}\u{1160}\u{3164}\u{ffa0}",
        "\u{fff9}a\u{fffa}b\u{fffb}",
        "\u{34f}\u{34f}",
        "\u{e000}\u{f0000}\u{10fffd}",
        "\u{fffe}\u{10ffff}\u{fdd0}",
        "\u{301}\u{301}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "\u{1f44d}\u{1f3fd}",
        "\u{1f1e8}\u{1f1f3}\u{1f1e8}",
        "\u{2764}\u{fe0f}\u{200d}\u{1f525}",
        "1\u{fe0f}\u{20e3}",
        "\u{fdfd}\u{12031}",
        "\u{644}\u{627}\u{64e}",
        "\u{0e33}\u{0e01}\u{0e33}",
        "\u{1100}\u{1161}\u{11a8}\u{1161}",
        "\u{915}\u{94d}\u{937}\u{93f}",
        "=cmd|'/c calc'!A1",
        "\u{2800}\u{2800}",
        "\u{1d173}\u{1d17a}",
        "\u{605}\u{6dd}\u{70f}\u{110bd}",
        "%s%n{0}$(id)`id`",
        "\u{ff9e}\u{ff9f}",
        "\u{16d63}\u{16d67}\u{16d67}",
        "\u{17d2}\u{1780}",
        "../../etc/passwd",
        "<ESC><U+202E>",
        "\u{1f3ff}\u{1f3ff}",
    ];
    let marks = [
        "\u{301}".repeat(500),
        format!("e{}", "\u{20dd}".repeat(500)),
        format!("中{}x", "\u{334}".repeat(500)),
    ];
    let mut all: Vec<String> = marks.into();
    for attack in attacks {
        all.extend([attack.to_owned(), format!("南河\u{6cb3}{attack}北街 12"), format!("e{attack}")]);
    }
    all
}

/// What no shown text may hold.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}')
}

fn assert_holds(text: &str) {
    let shown = safe(text);
    assert!(!shown.chars().any(is_forbidden), "{text:?} is shown as {shown:?}");
    assert!(shown.chars().all(is_shown), "{text:?} is shown as {shown:?}");
    for g in shown.graphemes(true) {
        let by_character: usize = g.chars().filter_map(UnicodeWidthChar::width).sum();
        let in_ratatui = usize::from(ratatui::buffer::CellWidth::cell_width(g));
        assert_eq!(in_ratatui, by_character, "{g:?} of {shown:?}");
        assert_ne!(in_ratatui, 0, "{g:?} of {shown:?} would be dropped");
        // Some scripts join several letters in one cluster; each of them may have its marks.
        let (marks, letters): (Vec<char>, Vec<char>) = g.chars().partition(|c| c.width() == Some(0));
        assert!(marks.len() <= 3 * letters.len(), "{g:?}");
    }
    let cells: usize = shown.chars().filter_map(UnicodeWidthChar::width).sum();
    assert_eq!(width(&shown), cells);
    assert_eq!(safe(&shown), shown, "safe text stays as it is");
}

#[test]
fn two_hundred_hostile_strings_are_shown_as_signs() {
    let all = hostile();
    assert!(all.len() >= 200, "{}", all.len());
    for text in &all {
        assert_holds(text);
        let line = one_line(text);
        assert!(!line.chars().any(is_forbidden), "{line:?}");
        let lines = safe_lines(text);
        assert!(!lines.chars().any(|c| c != '\n' && is_forbidden(c)), "{lines:?}");
    }
}

#[test]
fn a_terminal_moves_as_far_as_we_say() {
    for text in hostile() {
        let mut screen = vt100::Parser::new(2.try_into().unwrap(), 4000.try_into().unwrap(), 0);
        screen.process(safe(&text).as_bytes());
        assert_eq!(usize::from(screen.screen().cursor_position().1), width(&safe(&text)), "{text:?}");
    }
}

#[test]
fn signs_say_what_was_there() {
    let cases = [
        ("a\u{1b}[31mb", "a<ESC>[31mb"),
        ("x\u{202e}y", "x<U+202E>y"),
        ("\u{feff}报告", "<BOM>报告"),
        ("\u{200b}\u{200b}\u{200b}", "<ZWSP*3>"),
        ("a\nb\tc", "a<LF>b<TAB>c"),
        ("e\u{301}", "e\u{301}"),
        ("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", "\u{1f468}\u{1f469}\u{1f467}"),
        ("\u{2764}\u{fe0f}", "\u{2764}"),
        ("\u{1f44d}\u{1f3fd}!", "\u{1f44d}!"),
        ("\u{1f1e8}\u{1f1f3}", "<FLAG:CN>"),
        ("\u{e0041}\u{e0042}", "<TAG*2>"),
        ("葛\u{e0100}", "葛"),
        ("葛\u{e0100}\u{e0101}", "葛<VS*2>"),
        ("\u{9b}2J", "<CSI>2J"),
        ("\u{e5e5}", "<U+E5E5>"),
    ];
    for (text, expected) in cases {
        assert_eq!(safe(text), expected, "{text:?}");
    }
    assert_eq!(safe(&format!("e{}", "\u{301}".repeat(500))), format!("e{}<+497>", "\u{301}".repeat(3)));
    assert_eq!(safe("\u{301}\u{301}x"), "<+2>x");
}

#[test]
fn ordinary_text_is_not_copied() {
    for text in
        ["", "plain", "南河派出所 22:47", "“北街”…——粮站（东）", "Ünïcode Ж Ω", "┌─┐│└┘", "한국어 かな カナ"]
    {
        assert!(matches!(safe(text), Cow::Borrowed(_)), "{text}");
    }
    assert!(matches!(safe_lines("一\n二"), Cow::Borrowed(_)));
}

#[test]
fn line_breaks_are_signs_or_spaces_or_kept() {
    assert_eq!(one_line("a\r\n\r\nb\tc"), "a b c");
    assert_eq!(safe_lines("a\r\nb\tc\rd"), "a\nb    c<CR>d");
}

#[test]
fn cutting_counts_cells_and_shows_the_cut() {
    assert_eq!(truncate("北街粮站", 8), "北街粮站");
    assert_eq!(truncate("北街粮站", 7), "北街..");
    assert_eq!(truncate("北街粮站", 6), "北街..");
    assert_eq!(truncate("北街粮站", 5), "北..");
    assert_eq!(truncate("abcdef", 1), ".");
    assert_eq!(truncate("abcdef", 0), "");
    assert_eq!(pad("北街", 6), "北街  ");
    assert_eq!(pad("北街粮站", 7), "北街.. ");
    assert_eq!(pad_left("42", 5), "   42");
}

#[test]
fn chinese_and_english_wrap_where_readers_expect_it() {
    assert_eq!(
        wrap("报警人称北街有人打架，两人受伤。", 10),
        ["报警人称北", "街有人打", "架，两人受", "伤。"]
    );
    assert_eq!(wrap("the caller waits at the gate", 10), ["the caller", "waits at", "the gate"]);
    assert_eq!(wrap("Li Qiang报告（见附件）", 10), ["Li Qiang报", "告（见附", "件）"]);
    assert_eq!(wrap("abcdefghijkl", 5), ["abcde", "fghij", "kl"]);
    assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    assert_eq!(wrap("", 5), [""]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_comes_in_holds_its_width(text in ".{0,40}") {
        assert_holds(&text);
    }

    #[test]
    fn marks_and_joiners_in_any_order_hold_their_width(text in "[\u{300}-\u{305}\u{200c}-\u{200f}\u{fe0e}\u{fe0f}\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}\u{1f440}-\u{1f450}\u{2764}中a1\u{1100}\u{1161}\u{11a8}\u{915}\u{94d}\u{93f}\u{e0030}\u{600}\u{d4e}\u{644}\u{627}\u{16d63}\u{16d67}\u{a8fa} \n]{0,24}") {
        assert_holds(&text);
    }

    #[test]
    fn a_cut_text_is_never_wider_than_asked(text in ".{0,30}", cells in 0usize..40) {
        let text = safe(&text);
        prop_assert!(width(&truncate(&text, cells)) <= cells);
        prop_assert_eq!(width(&pad(&text, cells)), cells);
        prop_assert_eq!(width(&pad_left(&text, cells)), cells);
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_spaces(text in "[a-d,. 中文报警（），。“”\u{1f600}]{0,60}", cells in 2usize..20) {
        let lines = wrap(&text, cells);
        for line in &lines {
            prop_assert!(width(line) <= cells, "{:?} in {}", line, cells);
        }
        let solid = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(solid(&lines.concat()), solid(&text));
    }
}

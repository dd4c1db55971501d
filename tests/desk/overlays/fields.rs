//! Text fields: graphemes, wide characters, the caret, limits.

use dutydesk::ui::text::width;
use dutydesk::ui::widget::field::{Edit, Lines, TextField, Took};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const EDITS: [Edit; 8] = [
    Edit::Left,
    Edit::Right,
    Edit::Home,
    Edit::End,
    Edit::Backspace,
    Edit::Delete,
    Edit::WordBack,
    Edit::Clear,
];

fn field(lines: Lines, text: &str) -> TextField {
    let mut field = TextField::new(lines, 10_000);
    field.insert(text);
    field
}

#[test]
fn backspace_takes_a_whole_grapheme_away() {
    for (text, left) in [("北街", "北"), ("e\u{301}", ""), ("a👨‍👩‍👧", "a"), ("🇨🇳🇨🇳", "🇨🇳"), ("👍🏽", "")]
    {
        let mut field = field(Lines::One, text);
        assert!(field.edit(Edit::Backspace, 20));
        assert_eq!(field.text(), left);
    }
}

#[test]
fn caret_stands_behind_two_cells_for_a_chinese_character() {
    let mut field = field(Lines::One, "北街12");
    assert_eq!(field.shown(20, 1, false).caret, (6, 0));
    field.edit(Edit::Home, 20);
    field.edit(Edit::Right, 20);
    assert_eq!(field.shown(20, 1, false).caret, (2, 0));
    assert_eq!(field.insert("x"), Took::All);
    assert_eq!(field.text(), "北x街12");
}

#[test]
fn combining_mark_typed_by_itself_joins_the_character_before_it() {
    let mut field = field(Lines::One, "e");
    field.insert("\u{301}");
    assert_eq!(field.shown(10, 1, false).caret, (1, 0));
    field.edit(Edit::Left, 10);
    assert_eq!(field.caret(), 0);
}

#[test]
fn control_characters_never_enter_and_are_counted() {
    let mut one = TextField::new(Lines::One, 100);
    assert_eq!(one.insert("a\u{1b}[31m\u{7}b\r\n\tc"), Took::Without(2));
    assert_eq!(one.text(), "a[31mb c");
    let mut many = TextField::new(Lines::Many, 100);
    assert_eq!(many.insert("a\r\nb\rc\td\u{9b}"), Took::Without(1));
    assert_eq!(many.text(), "a\nb\nc d");
}

#[test]
fn what_is_hostile_is_kept_as_typed_and_shown_as_signs() {
    let field = field(Lines::One, "a\u{202e}b");
    assert_eq!(field.text(), "a\u{202e}b");
    let shown = field.shown(40, 1, false);
    assert_eq!(shown.rows, ["a<U+202E>b"]);
    assert_eq!(shown.caret, (10, 0));
}

#[test]
fn text_that_does_not_fit_is_refused_as_a_whole() {
    let mut field = TextField::new(Lines::One, 3);
    assert_eq!(field.insert("北街1"), Took::All);
    assert_eq!(field.insert("2"), Took::Full(3));
    assert_eq!(field.text(), "北街1");
}

#[test]
fn word_back_takes_an_english_word_or_a_chinese_character() {
    let mut english = field(Lines::One, "North Street  ");
    english.edit(Edit::WordBack, 40);
    assert_eq!(english.text(), "North ");
    let mut chinese = field(Lines::One, "北街粮站");
    chinese.edit(Edit::WordBack, 40);
    assert_eq!(chinese.text(), "北街粮");
}

#[test]
fn long_line_moves_sideways_and_says_so() {
    let mut field = field(Lines::One, "0123456789abcdefghij");
    let shown = field.shown(10, 1, false);
    assert_eq!(shown.rows, ["<ghij"]);
    assert_eq!(shown.caret, (5, 0));
    field.edit(Edit::Home, 10);
    let shown = field.shown(10, 1, false);
    assert_eq!(shown.rows, ["012345678>"]);
    assert_eq!(shown.caret, (0, 0));
}

#[test]
fn wrapped_text_breaks_at_words_and_between_chinese_characters() {
    let field = field(Lines::Many, "two men fight 北街粮站门口有人打架，一人受伤");
    let shown = field.shown(16, 9, false);
    assert_eq!(shown.rows, ["two men fight", "北街粮站门口有", "人打架，一人受", "伤"]);
    assert_eq!(shown.caret, (2, 3));
}

#[test]
fn up_and_down_keep_the_column_over_a_short_line() {
    let mut field = field(Lines::Many, "abcdef\nab\nabcdef");
    assert!(field.step_line(false, 20));
    assert_eq!(field.shown(20, 5, false).caret, (2, 1));
    assert!(field.step_line(false, 20));
    assert_eq!(field.shown(20, 5, false).caret, (6, 0));
    assert!(!field.step_line(false, 20));
    assert!(field.step_line(true, 20) && field.step_line(true, 20));
    assert_eq!(field.caret(), field.text().len());
}

#[test]
fn only_the_rows_around_the_caret_are_in_sight() {
    let mut field = field(Lines::Many, "1\n2\n3\n4\n5");
    let shown = field.shown(10, 3, false);
    assert_eq!((shown.rows, shown.above, shown.below), (vec!["3".into(), "4".into(), "5".into()], 2, 0));
    for _ in 0..4 {
        field.step_line(false, 10);
    }
    let shown = field.shown(10, 3, false);
    assert_eq!((shown.rows.len(), shown.above, shown.below), (3, 0, 2));
}

#[test]
fn hidden_text_is_as_many_stars_as_characters() {
    let field = field(Lines::One, "pass 口令👨‍👩‍👧");
    assert_eq!(field.shown(20, 1, true).rows, ["********"]);
    assert_eq!(format!("{field:?}"), format!("TextField(<{} bytes>)", field.text().len()));
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "word ",
        "北",
        "街，",
        "。",
        "\n",
        "\t",
        "👨‍👩‍👧",
        "👍🏽",
        "🇨🇳",
        "🇨",
        "e\u{301}",
        "\u{301}\u{302}\u{303}\u{304}",
        "\u{200d}",
        "\u{202e}",
        "\u{1b}[2J",
        "\u{feff}",
        "ｱ",
        "ﾞ",
        "한",
        "\u{1100}",
        "\u{1161}",
        "\u{e0041}",
        "  ",
        "，",
        "\u{fe0f}",
        "ก็",
        "क्षि",
        "\r\n",
        "\u{ad}",
        "﷽",
    ];
    prop_oneof![
        4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ]
}

#[derive(Clone, Debug)]
enum Do {
    Type(String),
    Edit(Edit),
    Line(bool),
}

fn doings() -> impl Strategy<Value = Vec<Do>> {
    let one = prop_oneof![
        3 => typed().prop_map(Do::Type),
        2 => prop::sample::select(EDITS.to_vec()).prop_map(Do::Edit),
        1 => any::<bool>().prop_map(Do::Line),
    ];
    prop::collection::vec(one, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_caret_is_inside_and_no_row_is_too_wide(
        doings in doings(),
        many in any::<bool>(),
        hidden in any::<bool>(),
        cells in 1usize..40,
        rows in 1usize..6,
        max in 0u32..60,
    ) {
        let mut field = TextField::new(if many { Lines::Many } else { Lines::One }, max);
        for doing in doings {
            match doing {
                Do::Type(text) => { field.insert(&text); }
                Do::Edit(edit) => { field.edit(edit, cells); }
                Do::Line(down) => { field.step_line(down, cells); }
            }
            let text = field.text();
            prop_assert!(u32::try_from(text.chars().count()).unwrap() <= max);
            prop_assert!(!text.chars().any(|c| c.is_control() && !(many && c == '\n')));
            let boundary = field.caret() == text.len()
                || text.grapheme_indices(true).any(|(at, _)| at == field.caret());
            prop_assert!(boundary, "the caret cuts a grapheme");
            let shown = field.shown(cells, rows, hidden);
            prop_assert!(usize::from(shown.caret.0) < cells);
            prop_assert!(usize::from(shown.caret.1) < shown.rows.len());
            let most = if many { rows } else { 1 };
            prop_assert!(shown.rows.len() <= most);
            for row in &shown.rows {
                prop_assert!(width(row) <= cells, "{row:?} is wider than {cells}");
                prop_assert_eq!(&*dutydesk::ui::text::safe(row), row.as_str());
            }
            prop_assert_eq!(shown.above + shown.rows.len() + shown.below, field.height(cells));
        }
    }

    #[test]
    fn moving_through_the_whole_text_and_back_visits_every_character(text in typed(), more in typed()) {
        let mut field = field(Lines::Many, &format!("{text}{more}"));
        let count = field.text().graphemes(true).count();
        field.edit(Edit::Clear, 20);
        field.insert(&format!("{text}{more}"));
        let mut steps = 0;
        while field.edit(Edit::Left, 20) {
            steps += 1;
        }
        prop_assert_eq!(steps, count);
        while field.edit(Edit::Delete, 20) {}
        prop_assert!(field.is_empty());
    }
}

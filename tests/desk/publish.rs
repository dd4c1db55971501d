//! Documents: complete, in both languages, as wide as paper, and with nothing alive in them.

mod agreement;

use crate::samples::{self, CANARY};
use crate::text::hostile;
use dutydesk::domain::handover::{Handover, HandoverStatus};
use dutydesk::domain::query::Answer;
use dutydesk::domain::row::ReportRow;
use dutydesk::domain::setup::SetupItem;
use dutydesk::domain::{Lang, Private, Station};
use dutydesk::publish::{handover, ledger};
use dutydesk::words::Words;
use dutydesk::words::text::{is_shown, width};

fn both() -> [(&'static str, Words); 2] {
    [("en", Words::new(Lang::En)), ("zh", Words::new(Lang::Zh))]
}

fn training() -> Station {
    let mut station = samples::station();
    if let SetupItem::Station(head) = &mut station.items.get_mut("station").unwrap().item {
        head.training = true;
    }
    station
}

/// The sealed sample, with words as officers write them.
fn written() -> Handover {
    let mut handover = samples::handover();
    for item in &mut handover.draft.items {
        item.place = "North St 12, 粮站东侧第二个门".into();
        item.summary = "两名男子在粮站门口推搡，报警人称其中一人手持木棍，巡组到场后双方已分开，仍在争吵；wife of one called again at 22:58".into();
    }
    let risk = "May come back after midnight.\nThen: send South Three at once, call 0156.";
    handover.remarks = [(samples::r31(), risk.into())].into();
    handover.words = "Quiet after 23:00.\n\nRadio 4 fails on channel 2.".into();
    handover.reservations = "Radio 4 not taken over.".into();
    handover.addenda[0].text = "Key of the store was with 0156 all night.".into();
    handover
}

fn rows() -> Vec<ReportRow> {
    let page = samples::answers().into_iter().find_map(|a| match a {
        Answer::Reports(page) => Some(page.rows),
        _ => None,
    });
    page.unwrap()
}

/// Every document that can be written, by name.
fn documents(handover: &Handover, rows: &[ReportRow], station: &Station, words: &Words) -> Vec<String> {
    vec![
        handover::text(handover, station, words),
        handover::draft_text(&handover.draft, station, words),
        ledger::text(rows, station, words),
        handover::markdown(handover, station, words),
        handover::draft_markdown(&handover.draft, station, words),
        ledger::markdown(rows, station, words),
        ledger::csv(rows, station, words),
    ]
}

#[test]
fn a_sealed_handover_reads_like_this() {
    for (lang, words) in both() {
        let station = samples::station();
        insta::assert_snapshot!(
            format!("handover_text_{lang}"),
            handover::text(&written(), &station, &words)
        );
        let markdown = handover::markdown(&written(), &station, &words);
        insta::assert_snapshot!(format!("handover_markdown_{lang}"), markdown);
        let draft = handover::draft_text(&written().draft, &training(), &words);
        insta::assert_snapshot!(format!("draft_text_{lang}"), draft);
    }
}

#[test]
fn a_ledger_reads_like_this() {
    for (lang, words) in both() {
        let (mut rows, station) = (rows(), samples::station());
        rows[0].place = "North St 12".into();
        rows[0].gist = "两名男子在粮站门口推搡".into();
        insta::assert_snapshot!(format!("ledger_csv_{lang}"), ledger::csv(&rows, &station, &words));
        insta::assert_snapshot!(format!("ledger_text_{lang}"), ledger::text(&rows, &station, &words));
    }
}

#[test]
fn plain_text_is_at_most_eighty_columns_wide() {
    for (_, words) in both() {
        for station in [samples::station(), training()] {
            for document in documents(&written(), &rows(), &station, &words).iter().take(3) {
                let wide: Vec<&str> = document.lines().filter(|line| width(line) > 80).collect();
                assert!(wide.is_empty(), "{wide:#?}");
                assert!(document.ends_with('\n') && !document.ends_with("\n\n"));
            }
        }
    }
}

fn first_and_last(document: &str) -> (&str, &str) {
    let lines: Vec<&str> = document.lines().filter(|l| !l.trim().is_empty()).collect();
    (lines[0], lines[lines.len() - 1])
}

#[test]
fn a_training_desk_says_so_at_the_top_and_at_the_bottom_of_every_document() {
    for (_, words) in both() {
        let said = words.get("doc-training");
        for document in documents(&written(), &rows(), &training(), &words).iter().take(6) {
            assert!(first_and_last(document).0.contains(&said), "{document}");
            assert!(document.trim_end().lines().rev().take(3).any(|l| l.contains(&said)), "{document}");
        }
        for document in documents(&written(), &rows(), &samples::station(), &words) {
            assert!(!document.contains(&said), "{document}");
        }
        let csv = ledger::csv(&rows(), &training(), &words);
        let name = words.with("ledger-training", &[("station", "")]);
        let mark = name.trim().to_owned();
        assert!(csv.lines().skip(1).all(|row| row.contains(&mark)), "{csv}");
    }
}

#[test]
fn what_is_not_sealed_says_so_at_the_top_and_at_the_bottom() {
    let station = samples::station();
    for (_, words) in both() {
        let states =
            [(HandoverStatus::Signed, "doc-draft-signed"), (HandoverStatus::Withdrawn, "doc-withdrawn")];
        for (status, id) in states {
            let mut handover = written();
            handover.status = status;
            handover.accepted = None;
            let text = handover::text(&handover, &station, &words);
            let (top, bottom) = first_and_last(&text);
            assert!(top.contains(&words.get(id)) && bottom.contains(&words.get(id)), "{text}");
            assert!(text.contains(&words.get("doc-open-signature")), "{text}");
        }
        let draft = handover::draft_text(&written().draft, &station, &words);
        let (top, bottom) = first_and_last(&draft);
        let said = words.get("doc-draft-unsigned");
        assert!(top.contains(&said) && bottom.contains(&said), "{draft}");
        let sealed = handover::text(&written(), &station, &words);
        assert!(!sealed.contains("DRAFT") && !sealed.contains("草稿"), "{sealed}");
    }
}

#[test]
fn both_names_with_their_times_and_every_item_stand_in_the_document() {
    let (station, words) = (samples::station(), Words::new(Lang::En));
    let text = handover::text(&written(), &station, &words);
    for part in [
        "0142 Li Qiang, signed 2026-11-21 22:47",
        "0156 Zhou Min, accepted 2026-11-21 22:47",
        "R-20261121-031",
        "E-20261121-002",
        "R-20261121-032",
        "acknowledge; the station; by 2026-11-21 22:47 (late by 8 h 52)",
        "accept; the desk; no time set",
        "R-20261121-014 to R-20261121-032, 19 in all",
        "Radio 4 not taken over.",
        "Key of the store was with 0156 all night.",
        "4 more open reports",
    ] {
        assert!(text.contains(part), "'{part}' is missing in:\n{text}");
    }
}

/// The sample with a text in every place that anyone may write in.
fn filled_with(text: &str) -> (Handover, Vec<ReportRow>) {
    let told = || Private::from(text);
    let mut handover = samples::handover();
    for item in &mut handover.draft.items {
        item.place = told();
        item.summary = told();
        item.incident_type = Some(text.into());
    }
    handover.remarks = [(samples::r31(), told())].into();
    handover.words = told();
    handover.reservations = told();
    handover.equipment = vec![(text.to_owned(), true)];
    handover.addenda[0].text = told();
    let mut rows = rows();
    rows[0].place = told();
    rows[0].gist = told();
    rows[0].unit = Some(text.into());
    (handover, rows)
}

#[test]
fn hostile_text_is_shown_as_signs_in_every_document() {
    let station = samples::station();
    for (_, words) in both() {
        for text in hostile() {
            let (handover, rows) = filled_with(&text);
            for (at, document) in documents(&handover, &rows, &station, &words).iter().enumerate() {
                let own = |c: char| c == '\n' || (at == 6 && matches!(c, '\r' | '\u{feff}'));
                let bad = document.chars().find(|c| !own(*c) && !is_shown(*c));
                assert_eq!(bad, None, "from {text:?} in document {at}");
                let wide = document.lines().find(|line| at < 3 && width(line) > 80);
                assert_eq!(wide, None, "from {text:?} in document {at}");
            }
        }
    }
}

/// The cells of a CSV line that holds no line breaks in cells.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn no_cell_of_a_ledger_is_a_formula() {
    let (station, words) = (samples::station(), Words::new(Lang::En));
    let formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u{a0}=1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "\"=1\",=2",
        "＝1+1",
        "=cmd|' /C calc'!A0",
        "\u{3000}=1",
    ];
    for formula in formulas {
        let (_, rows) = filled_with(formula);
        let csv = ledger::csv(&rows, &station, &words);
        let lines: Vec<&str> = csv.strip_prefix('\u{feff}').unwrap().split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 2, "{csv}");
        assert_eq!(cells(lines[0]).len(), cells(lines[1]).len(), "{csv}");
        for cell in cells(lines[1]) {
            let begin = cell.trim_start().chars().next();
            assert!(!begin.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{cell:?} from {formula:?}");
        }
    }
}

#[test]
fn what_was_told_is_no_markup() {
    let (station, words) = (samples::station(), Words::new(Lang::En));
    let marked = [
        ("# big", "\\# big"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("<script>x</script>", "\\<script\\>x\\</script\\>"),
        ("[a](http://x)", "\\[a\\](http\\://x)"),
        ("a | b", "a \\| b"),
        ("**x** `y` ![z]", "\\*\\*x\\*\\* \\`y\\` \\!\\[z\\]"),
        ("see www.example.org", "see www\\.example.org"),
        ("---", "\\---"),
        ("a\n# b\n\n> c", "a\\\n  \\# b\\\n  \\> c"),
    ];
    for (told, shown) in marked {
        let (handover, rows) = filled_with(told);
        let markdown = handover::markdown(&handover, &station, &words);
        assert!(markdown.contains(shown), "{told:?} became:\n{markdown}");
        assert!(!markdown.contains(&format!("** {told}")), "{told:?} stands raw in:\n{markdown}");
        let table = ledger::markdown(&rows, &station, &words);
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        let lines: Vec<usize> = table.lines().filter(|l| l.starts_with('|')).map(bars).collect();
        assert_eq!(lines, [18, 18, 18], "{table}");
    }
}

#[test]
fn nothing_private_is_left_out_or_added() {
    let (station, words) = (samples::station(), Words::new(Lang::En));
    let (handover, rows) = filled_with(CANARY);
    let text = handover::text(&handover, &station, &words);
    // Three items with place, summary and type; one remark; words, reservations, equipment and an addendum.
    assert_eq!(text.matches(CANARY).count(), 3 * 3 + 5);
    assert_eq!(ledger::csv(&rows, &station, &words).matches(CANARY).count(), 3);
}

//! The lean backend against a terminal: the same cells, few bytes.

use std::num::NonZeroU16;

use dutydesk::app::backend::{Caps, Colours, LeanBackend, paint};
use dutydesk::ui::cover::cover;
use dutydesk::ui::text::{pad, safe};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};

/// A backend whose bytes go into a terminal.
struct Desk {
    terminal: Terminal<LeanBackend<Vec<u8>>>,
    screen: vt100::Parser,
    colours: bool,
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Desk {
    fn new(width: u16, height: u16, caps: Caps) -> Desk {
        let backend = LeanBackend::new(Vec::new(), caps, Size::new(width, height));
        let mut screen = vt100::Parser::new(cells(height), cells(width), 0);
        // What stood there before must not shine through.
        screen.process("\x1b[41;1m旧 old text \x1b[3;7r".repeat(40).as_bytes());
        let colours = caps.colours == Colours::Sixteen;
        Desk { terminal: Terminal::new(backend).unwrap(), screen, colours }
    }

    /// Draws a frame and returns the bytes it took; the terminal shows exactly the frame then.
    fn draw(&mut self, caret: Option<(u16, u16)>, view: impl FnOnce(&mut Buffer)) -> Vec<u8> {
        let drawn = paint(&mut self.terminal, |frame| {
            view(frame.buffer_mut());
            if let Some(caret) = caret {
                frame.set_cursor_position(caret);
            }
        });
        let wanted = drawn.unwrap().buffer.clone();
        let bytes = std::mem::take(self.terminal.backend_mut().writer_mut());
        self.screen.process(&bytes);
        let wrong = difference(&wanted, self.screen.screen(), self.colours);
        assert_eq!(wrong, Vec::<String>::new(), "after {:?}", String::from_utf8_lossy(&bytes));
        assert_eq!(self.screen.screen().hide_cursor(), caret.is_none());
        if let Some((x, y)) = caret {
            assert_eq!(self.screen.screen().cursor_position(), (y, x));
        }
        bytes
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.screen.screen_mut().set_size(cells(height), cells(width));
        self.terminal.backend_mut().resize(Size::new(width, height));
    }
}

/// Every cell in which the terminal differs from what was drawn.
fn difference(wanted: &Buffer, screen: &vt100::Screen, colours: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for y in 0..wanted.area.height {
        let mut x = 0;
        while x < wanted.area.width {
            let (want, have) = (&wanted[(x, y)], screen.cell(y, x).unwrap());
            let (want, have) = (seen_in_buffer(want, colours), seen_on_screen(have));
            if want != have {
                wrong.push(format!("{x},{y}: wanted {want:?}, the terminal shows {have:?}"));
            }
            x += wanted[(x, y)].cell_width().max(1);
        }
    }
    wrong
}

type Seen = (String, Color, Color, [bool; 4]);

/// Only what an eye can see: on an empty cell, colour and weight count where there is a line or reversal.
fn seen(text: &str, fg: Color, bg: Color, [bold, dim, line, reversed]: [bool; 4]) -> Seen {
    if text.trim_matches(' ').is_empty() && !line && !reversed {
        return (" ".to_owned(), Color::Reset, bg, [false; 4]);
    }
    (text.to_owned(), fg, bg, [bold, dim, line, reversed])
}

fn seen_in_buffer(cell: &ratatui::buffer::Cell, colours: bool) -> Seen {
    let has = |m| cell.modifier.contains(m);
    let dim = has(Modifier::DIM) && !has(Modifier::BOLD);
    let attrs = [has(Modifier::BOLD), dim, has(Modifier::UNDERLINED), has(Modifier::REVERSED)];
    let colour = |c| if colours { c } else { Color::Reset };
    seen(cell.symbol(), colour(cell.fg), colour(cell.bg), attrs)
}

fn seen_on_screen(cell: &vt100::Cell) -> Seen {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let colour = |c| match c {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(n) => NAMED[usize::from(n)],
        vt100::Color::Rgb(..) => panic!("only the 16 colours are written"),
    };
    let attrs = [cell.bold(), cell.dim(), cell.underline(), cell.inverse()];
    let text = if cell.has_contents() { cell.contents() } else { " " };
    seen(text, colour(cell.fgcolor()), colour(cell.bgcolor()), attrs)
}

const ROADS: [&str; 6] =
    ["北街粮站门口", "南三桥东侧", "城西二巷", "河沿老供销社", "镇政府对面", "火车站广场"];
const CALLS: [&str; 6] =
    ["两人争吵推搡", "夜间噪音扰民", "电动车被盗", "老人走失求助", "交通事故无人伤", "酒后滋事"];

/// A list row as the console shows them: number, time, priority, place, what happened, state, officer. Rows are mixed,
/// so that no two pages are alike.
fn report_row(n: usize, width: usize) -> String {
    let mix = n.wrapping_mul(0x9E37_79B9) >> 7;
    let row = format!(
        "{:02}:{:02} P{} R-{n:03} {} {} {} {} {}",
        mix % 24,
        mix % 60,
        mix % 4 + 1,
        pad(ROADS[mix % 6], 12),
        pad(CALLS[mix / 6 % 6], 14),
        pad(["未派", "已派", "在途", "处置中"][mix / 36 % 4], 6),
        ["周敏", "李强", "王小东", "赵建国"][mix / 144 % 4],
        ROADS[mix / 576 % 6],
    );
    pad(&row, width)
}

struct List {
    first: usize,
    cursor: u16,
}

/// One list over the whole width between a head and a foot line, with a marker cursor.
fn list(buffer: &mut Buffer, list: &List) {
    let Rect { width, height, .. } = buffer.area;
    let head = pad("值班台 南河所 · 夜班 20:00-08:00 · 带班 周敏 · 0142 李强", usize::from(width));
    buffer.set_string(0, 0, head, Style::new().add_modifier(Modifier::REVERSED));
    for y in 1..height - 1 {
        let n = list.first + usize::from(y);
        let at_cursor = y == list.cursor;
        let style = if at_cursor { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        buffer.set_string(0, y, format!("{}{n:5} ", if at_cursor { '>' } else { ' ' }), style);
        let red = if n.is_multiple_of(5) { Style::new().fg(Color::Red) } else { Style::new() };
        buffer.set_string(7, y, report_row(n, usize::from(width) - 7), red);
    }
    buffer.set_string(
        0,
        height - 1,
        "n 新警情  a 签收  d 派警  e 上报  / 查找  : 命令  ? 帮助",
        Style::new(),
    );
}

/// Four panes with borders under a head line: the shape of the Desk screen, every row of it full.
fn four_panes(buffer: &mut Buffer) {
    let Rect { width, height, .. } = buffer.area;
    let (middle, half) = (width / 2, height / 2);
    buffer.set_string(
        0,
        0,
        pad("值班台 南河所 夜班 20:00-08:00 带班 周敏 0142 李强", usize::from(width)),
        Style::new(),
    );
    for (x, y, w, h) in [
        (0, 1, middle, half),
        (middle, 1, width - middle, half),
        (0, half + 1, middle, height - half - 2),
        (middle, half + 1, width - middle, height - half - 2),
    ] {
        buffer.set_string(x, y, format!("+- 警情 18 {:-<1$}+", "", usize::from(w) - 12), Style::new());
        for row in 1..h - 1 {
            buffer.set_string(x, y + row, "|", Style::new());
            let text = report_row(usize::from(row) * 3 + usize::from(x), usize::from(w) - 2);
            let style = if row % 4 == 0 { Style::new().fg(Color::Red) } else { Style::new() };
            buffer.set_string(x + 1, y + row, text, style);
            buffer.set_string(x + w - 1, y + row, "|", Style::new());
        }
        buffer.set_string(x, y + h - 1, format!("+{:-<1$}+", "", usize::from(w) - 2), Style::new());
    }
    buffer.set_string(
        0,
        height - 1,
        "n 新警情  a 签收  d 派警  e 上报  / 查找  : 命令  ? 帮助",
        Style::new(),
    );
}

#[test]
fn the_first_frame_in_chinese_keeps_its_budget() {
    for (width, height, budget) in [(120, 40, 6500), (80, 24, 3200)] {
        let mut desk = Desk::new(width, height, Caps::default());
        let bytes = desk.draw(None, four_panes).len();
        println!("first frame {width}x{height}, four panes: {bytes} bytes");
        assert!(bytes <= budget, "{bytes}");
        let mut desk = Desk::new(width, height, Caps::default());
        let bytes = desk.draw(None, |b| list(b, &List { first: 100, cursor: 5 })).len();
        println!("first frame {width}x{height}, list: {bytes} bytes");
        assert!(bytes <= budget, "{bytes}");
    }
}

#[test]
fn nothing_changed_is_nothing_written() {
    let mut desk = Desk::new(120, 40, Caps::default());
    desk.draw(None, four_panes);
    assert_eq!(desk.draw(None, four_panes), b"");
    desk.draw(Some((4, 4)), four_panes);
    assert_eq!(desk.draw(Some((4, 4)), four_panes), b"");
}

#[test]
fn a_cursor_move_costs_a_few_bytes() {
    let mut desk = Desk::new(120, 40, Caps { sync: true, ..Caps::default() });
    desk.draw(None, |b| list(b, &List { first: 100, cursor: 5 }));
    for cursor in [6, 7, 8, 7, 30] {
        let bytes = desk.draw(None, |b| list(b, &List { first: 100, cursor }));
        println!("cursor to {cursor}: {} bytes", bytes.len());
        assert!(bytes.len() <= 60, "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn scrolling_one_row_costs_one_row() {
    let mut desk = Desk::new(120, 40, Caps::default());
    desk.draw(None, |b| list(b, &List { first: 100, cursor: 38 }));
    for first in [101, 102, 101, 100, 99] {
        let bytes = desk.draw(None, |b| list(b, &List { first, cursor: 38 }));
        println!("scrolled to {first}: {} bytes", bytes.len());
        assert!(bytes.len() <= 400, "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_page_and_another_screen_keep_their_budgets() {
    let mut desk = Desk::new(120, 40, Caps::default());
    desk.draw(None, |b| list(b, &List { first: 100, cursor: 5 }));
    let page = desk.draw(None, |b| list(b, &List { first: 138, cursor: 5 })).len();
    let screen = desk.draw(None, four_panes).len();
    let back = desk.draw(None, |b| list(b, &List { first: 138, cursor: 5 })).len();
    println!("page {page}, to the panes {screen}, back {back} bytes");
    assert!(page <= 4300, "{page}");
    assert!(screen <= 6500 && back <= 5000, "{screen} {back}");
}

#[test]
fn a_typed_letter_costs_a_letter() {
    let mut desk = Desk::new(80, 24, Caps::default());
    let mut text = String::from("报警");
    desk.draw(Some((4, 5)), |b| {
        b.set_string(0, 5, &text, Style::new());
    });
    for (letter, at) in [("人", 6), ("a", 7), ("中", 9)] {
        text.push_str(letter);
        let bytes = desk.draw(Some((at, 5)), |b| {
            b.set_string(0, 5, &text, Style::new());
        });
        assert_eq!(bytes, letter.as_bytes());
    }
}

#[test]
fn colours_are_the_plain_sixteen_and_none_without_colour() {
    let view = |b: &mut Buffer| {
        b.set_string(0, 0, "red", Style::new().fg(Color::Red));
        b.set_string(
            4,
            0,
            "white on blue",
            Style::new().fg(Color::White).bg(Color::Blue).add_modifier(Modifier::BOLD),
        );
    };
    let mut desk = Desk::new(80, 24, Caps::default());
    let bytes = String::from_utf8(desk.draw(None, view)).unwrap();
    assert!(bytes.contains("\x1b[31mred") && bytes.contains("1;97;44m"), "{bytes:?}");
    let mut desk = Desk::new(80, 24, Caps { colours: Colours::None, ..Caps::default() });
    let bytes = String::from_utf8(desk.draw(None, view)).unwrap();
    assert!(bytes.contains("\x1b[1mwhite on blue") && !bytes.contains("31m"), "{bytes:?}");
}

#[test]
fn a_large_change_stands_between_marks_only_where_the_terminal_knows_them() {
    let mut desk = Desk::new(120, 40, Caps { sync: true, ..Caps::default() });
    let bytes = desk.draw(None, four_panes);
    assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
    let mut desk = Desk::new(120, 40, Caps::default());
    let bytes = String::from_utf8(desk.draw(None, four_panes)).unwrap();
    assert!(!bytes.contains("2026"));
}

#[test]
fn a_terminal_that_reads_no_utf8_gets_question_marks_of_the_same_width() {
    let backend = LeanBackend::new(Vec::new(), Caps { ascii: true, ..Caps::default() }, Size::new(20, 3));
    let mut terminal = Terminal::new(backend).unwrap();
    terminal.draw(|f| f.buffer_mut().set_string(0, 0, "P1 北街 x", Style::new())).unwrap();
    let bytes = std::mem::take(terminal.backend_mut().writer_mut());
    assert!(bytes.is_ascii());
    assert!(String::from_utf8_lossy(&bytes).contains("P1 ???? x"));
}

#[test]
fn no_escape_reaches_the_terminal_even_when_a_view_forgot_to_make_text_safe() {
    for text in crate::text::hostile() {
        let backend = LeanBackend::new(Vec::new(), Caps::default(), Size::new(60, 2));
        let mut terminal = Terminal::new(backend).unwrap();
        let drawn = terminal.draw(|f| {
            for (x, c) in (0..60).zip(text.chars()) {
                f.buffer_mut()[(x, 0)].set_symbol(if c.is_ascii_control() {
                    "\u{1b}]52;c;eA==\u{7}"
                } else {
                    " "
                });
                if !c.is_ascii_control() {
                    f.buffer_mut()[(x, 0)].set_char(c);
                }
            }
        });
        drawn.unwrap();
        let bytes = String::from_utf8(std::mem::take(terminal.backend_mut().writer_mut())).unwrap();
        let ours = bytes.replace("\x1b[", "");
        let hidden = |c: char| {
            (c.is_control() && c != '\r' && c != '\n' && c != '\u{8}')
                || ('\u{202a}'..='\u{202e}').contains(&c)
        };
        assert!(!ours.chars().any(hidden), "{text:?} gave {bytes:?}");
    }
}

#[test]
fn after_a_failed_write_everything_is_written_again() {
    /// Fails once, then takes everything.
    struct Line(bool, Vec<u8>);
    impl std::io::Write for Line {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if std::mem::take(&mut self.0) {
                return Err(std::io::ErrorKind::BrokenPipe.into());
            }
            self.1.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let backend = LeanBackend::new(Line(true, Vec::new()), Caps::default(), Size::new(20, 3));
    let mut terminal = Terminal::new(backend).unwrap();
    let view = |f: &mut ratatui::Frame| {
        f.buffer_mut().set_string(0, 0, "once", Style::new());
    };
    assert!(terminal.draw(view).is_err());
    terminal.draw(view).unwrap();
    assert!(String::from_utf8_lossy(&terminal.backend_mut().writer_mut().1).contains("once"));
}

#[test]
fn a_size_that_came_and_went_leaves_the_screen_whole() {
    let mut desk = Desk::new(80, 24, Caps::default());
    desk.draw(None, four_panes);
    desk.resize(40, 20);
    desk.resize(80, 24);
    desk.draw(None, four_panes);
    desk.resize(130, 41);
    desk.draw(None, four_panes);
    desk.terminal.backend_mut().repaint();
    assert!(!desk.draw(None, four_panes).is_empty());
}

#[test]
fn the_bell_rings_once() {
    let mut desk = Desk::new(20, 5, Caps::default());
    desk.draw(None, |_| {});
    desk.terminal.backend_mut().ring();
    assert_eq!(desk.draw(None, |_| {}), b"\x07");
    assert_eq!(desk.draw(None, |_| {}), b"");
}

#[test]
fn written_bytes_are_counted() {
    let mut desk = Desk::new(20, 5, Caps::default());
    let first = desk.draw(None, |_| {}).len();
    assert_eq!(desk.terminal.backend().bytes_written(), first as u64);
    assert_eq!(desk.terminal.backend().size().unwrap(), Size::new(20, 5));
}

/// One thing that happens to a screen between two frames.
#[derive(Clone, Debug)]
enum Change {
    Row(u16, Vec<(u16, String, Style)>),
    Tint(Rect, Style),
    Scroll(i32),
    Popup(Option<Rect>, String),
    Caret(Option<(u16, u16)>),
    Resize(u16, u16),
    Repaint,
    Nothing,
}

#[derive(Default)]
struct Picture {
    rows: std::collections::BTreeMap<i32, Vec<(u16, String, Style)>>,
    tints: Vec<(Rect, Style)>,
    popup: Option<(Rect, String)>,
    first: i32,
}

impl Picture {
    fn paint(&self, buffer: &mut Buffer) {
        let Rect { width, height, .. } = buffer.area;
        for y in 0..height {
            let Some(pieces) = self.rows.get(&(i32::from(y) + self.first)) else { continue };
            let mut x = 0;
            for (gap, text, style) in pieces {
                x += gap;
                if x >= width {
                    break;
                }
                x = buffer.set_stringn(x, y, safe(text), usize::from(width - x), *style).0;
            }
        }
        for (area, style) in &self.tints {
            buffer.set_style(area.intersection(buffer.area), *style);
        }
        if let Some((area, text)) = &self.popup {
            cover(buffer, *area);
            let area = area.intersection(buffer.area);
            for y in area.top()..area.bottom() {
                buffer.set_stringn(
                    area.x,
                    y,
                    safe(text),
                    usize::from(area.width),
                    Style::new().bg(Color::Blue),
                );
            }
        }
    }
}

fn style() -> impl Strategy<Value = Style> {
    let colours = [Color::Reset, Color::Red, Color::White, Color::Black, Color::LightYellow, Color::Gray];
    let colour = proptest::sample::select(colours.to_vec());
    (colour.clone(), colour, 0u8..16).prop_map(|(fg, bg, bits)| {
        let all = [Modifier::BOLD, Modifier::DIM, Modifier::UNDERLINED, Modifier::REVERSED];
        let modifier =
            (0..4).filter(|i| bits & bits >> 1 & (1 << i) != 0).fold(Modifier::empty(), |m, i| m | all[i]);
        Style::new().fg(fg).bg(bg).add_modifier(modifier)
    })
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,12}",
        "[中文报警值班街]{1,8}",
        "[a中 “”…é\u{1f600}\u{1f468}┌─]{1,8}",
        "(e\u{301}|中\u{302}|한|か|x\u{1b}){1,4}",
        Just(" ".to_owned()),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let area = (0u16..30, 0u16..12, 1u16..20, 1u16..6).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h));
    let plain = prop_oneof![3 => Just(Style::new()), 2 => style()];
    let row = proptest::collection::vec((0u16..6, words(), plain), 0..6);
    prop_oneof![
        6 => (0u16..14, row).prop_map(|(y, row)| Change::Row(y, row)),
        1 => (area.clone(), style()).prop_map(|(area, style)| Change::Tint(area, style)),
        3 => (-4i32..5).prop_map(Change::Scroll),
        1 => (proptest::option::of(area), words()).prop_map(|(area, text)| Change::Popup(area, text)),
        1 => proptest::option::of((0u16..20, 0u16..6)).prop_map(Change::Caret),
        1 => (20u16..44, 6u16..14).prop_map(|(w, h)| Change::Resize(w, h)),
        1 => Just(Change::Repaint),
        1 => Just(Change::Nothing),
    ]
}

fn play(changes: Vec<Change>, caps: Caps) {
    let mut desk = Desk::new(40, 12, caps);
    let mut picture = Picture::default();
    let mut caret = None;
    for change in changes {
        match change {
            Change::Row(y, row) => _ = picture.rows.insert(i32::from(y) + picture.first, row),
            Change::Tint(area, style) => {
                picture.tints.push((area, style));
                if picture.tints.len() > 3 {
                    picture.tints.clear();
                }
            }
            Change::Scroll(by) => picture.first += by,
            Change::Popup(area, text) => picture.popup = area.map(|area| (area, text)),
            Change::Caret(at) => caret = at,
            Change::Resize(width, height) => desk.resize(width, height),
            Change::Repaint => desk.terminal.backend_mut().repaint(),
            Change::Nothing => {}
        }
        desk.draw(caret, |buffer| picture.paint(buffer));
    }
    let before = desk.screen.screen().contents_formatted();
    desk.terminal.backend_mut().repaint();
    desk.draw(caret, |buffer| picture.paint(buffer));
    assert_eq!(desk.draw(caret, |buffer| picture.paint(buffer)), b"");
    assert!(before.len() < 1 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_drawn_is_what_the_terminal_shows(
        changes in proptest::collection::vec(change(), 1..40),
        sync in any::<bool>(),
        scroll_regions in any::<bool>(),
        mono in any::<bool>(),
    ) {
        let colours = if mono { Colours::None } else { Colours::Sixteen };
        play(changes, Caps { colours, sync, scroll_regions, ascii: false });
    }
}

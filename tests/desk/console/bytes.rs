//! What the screens cost on a slow line: bytes written through the console's own backend, with a busy night on it.

use super::night::Night;
use super::{Console, scene};
use dutydesk::app::backend::{Caps, LeanBackend};
use dutydesk::domain::Lang;
use dutydesk::domain::report::Priority;
use dutydesk::ui::theme::Theme;
use dutydesk::ui::view;
use ratatui::Terminal;
use ratatui::layout::Size;

/// A terminal that counts.
struct Slow {
    console: Console,
    terminal: Terminal<LeanBackend<Vec<u8>>>,
}

impl Slow {
    fn new(lang: Lang, size: (u16, u16), night: Night) -> Slow {
        let console = Console::open(lang, size, Theme::default(), night);
        let backend = LeanBackend::new(Vec::new(), Caps::default(), Size::new(size.0, size.1));
        Slow { console, terminal: Terminal::new(backend).unwrap() }
    }

    /// Draws, and gives the bytes that this took.
    fn bytes(&mut self) -> usize {
        self.terminal.backend_mut().writer_mut().clear();
        self.terminal.draw(|frame| view(&self.console.model, frame)).unwrap();
        self.terminal.backend_mut().writer_mut().len()
    }

    fn pressed(&mut self, keys: &str) -> usize {
        self.console.press(keys);
        self.bytes()
    }
}

/// Fails when something takes more than its budget; says how much it took.
#[track_caller]
fn within(budget: usize, what: &str, bytes: usize) {
    println!("{what}: {bytes} of {budget} bytes");
    assert!(bytes <= budget, "{what} takes {bytes} bytes, more than {budget}");
}

/// A night of reports in Chinese, of the length that they usually have.
fn chinese(reports: usize) -> Night {
    let mut night = Night::new();
    night.now -= jiff::SignedDuration::from_mins(reports as i64);
    for number in 1..=reports {
        let place = format!("南河路 {number} 号");
        let told =
            ["楼上深夜装修", "两人因停车争吵", "电动车被偷，昨晚停在楼下", "有人醉倒在门口"][number % 4];
        let kind = ["noise", "fight", "theft", "noise"][number % 4];
        night.receive(Some(Priority::P3), kind, &place, told);
        super::night::pass(&mut night, 60);
    }
    night.now = super::start();
    night
}

#[test]
fn first_frame_of_the_desk_screen_keeps_to_its_budget() {
    within(3_200, "first frame, zh, 80x24", Slow::new(Lang::Zh, (80, 24), chinese(40)).bytes());
    within(6_500, "first frame, zh, 120x40", Slow::new(Lang::Zh, (120, 40), chinese(40)).bytes());
    within(3_200, "first frame, en, 80x24", Slow::new(Lang::En, (80, 24), scene::crowded(40)).bytes());
    within(6_500, "first frame, en, 120x40", Slow::new(Lang::En, (120, 40), scene::crowded(40)).bytes());
}

#[test]
fn cursor_move_costs_next_to_nothing_on_every_list() {
    for lang in [Lang::En, Lang::Zh] {
        for screen in ["1", "2", "4", "8"] {
            let mut slow = Slow::new(lang, (120, 40), chinese(100));
            slow.pressed(screen);
            within(60, &format!("cursor down, screen {screen}, {lang:?}"), slow.pressed("<down>"));
            within(60, &format!("cursor up, screen {screen}, {lang:?}"), slow.pressed("<up>"));
        }
    }
}

#[test]
fn mark_costs_no_more_than_a_cursor_move() {
    for lang in [Lang::En, Lang::Zh] {
        for screen in ["1", "2"] {
            let mut slow = Slow::new(lang, (120, 40), chinese(100));
            slow.pressed(screen);
            slow.pressed(" ");
            for mark in 2..6 {
                within(60, &format!("mark {mark}, screen {screen}, {lang:?}"), slow.pressed(" "));
            }
        }
    }
}

#[test]
fn scrolling_a_list_by_one_row_keeps_to_its_budget() {
    let mut slow = Slow::new(Lang::Zh, (120, 40), chinese(200));
    slow.pressed("2");
    for _ in 0..33 {
        slow.pressed("<down>");
    }
    for step in 0..20 {
        within(400, &format!("scroll {step}"), slow.pressed("<down>"));
    }
}

#[test]
fn pages_and_screens_keep_to_their_budgets() {
    let mut slow = Slow::new(Lang::Zh, (120, 40), chinese(200));
    slow.pressed("");
    within(5_000, "to reports", slow.pressed("2"));
    within(4_300, "page down", slow.pressed("<pagedown>"));
    within(4_300, "page down", slow.pressed("<pagedown>"));
    for screen in ["8", "6", "7", "1", "4", "2"] {
        within(5_000, &format!("to screen {screen}"), slow.pressed(screen));
    }
}

#[test]
fn clock_of_an_idle_console_costs_next_to_nothing_and_a_repeat_nothing() {
    let mut slow = Slow::new(Lang::Zh, (80, 24), Night::new());
    slow.bytes();
    slow.console.pass(60);
    within(60, "a minute", slow.bytes());
    within(0, "nothing changed", slow.bytes());
}

#[test]
fn pasted_keys_are_drawn_once() {
    let mut slow = Slow::new(Lang::Zh, (120, 40), chinese(600));
    slow.pressed("2");
    let keys = "<down>".repeat(2_000);
    within(16_000, "2000 keys", slow.pressed(&keys));
}

//! The top of every screen: station, shift, officer and clock; what is wrong; the lights.

use crate::domain::desk::Counts;
use crate::ui::model::Model;
use crate::ui::model::line::Line;
use crate::ui::msg::Parting;
use crate::ui::place::Places;
use crate::ui::reading::Reading;
use crate::ui::say::{Arg, Say};
use crate::ui::text::{one_line, safe_lines, truncate, wrap};
use crate::ui::widget::ink::{Piece, piece, pieces_width, put, put_pieces, put_right};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What stands between two things of a line.
pub(super) const BETWEEN: &str = " | ";

/// The most lines that what is wrong may take from a screen.
const BANNER_MAX: usize = 4;

/// Draws the top of the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, places: &Places) {
    title(model, buf, places.title);
    buf.set_style(places.banner, model.theme.banner());
    for (y, text) in (places.banner.top()..places.banner.bottom()).zip(banner(model)) {
        put(buf, Rect { y, height: 1, ..places.banner }, &text, model.theme.banner());
    }
    if let Some(board) = model.board.get() {
        put_pieces(buf, places.lights, &lights(&board.counts, &model.reading()));
    }
}

fn title(model: &Model, buf: &mut Buffer, row: Rect) {
    let reading = model.reading();
    let Some(head) = reading.station.head() else { return };
    let local = reading.zone.to_datetime(reading.now);
    let clock = reading.words.with(
        "ui-title-clock",
        &[
            ("weekday", &reading.words.weekday(local.date())),
            ("day", &reading.words.day(local.date())),
            ("time", &hour_minute(&reading, reading.now)),
        ],
    );
    let left = put_right(buf, row, &[piece(clock, model.theme.heading())]);
    let officer = model.who().map(|who| reading.words.officer(who, reading.station));
    let line =
        fitting(&reading, head.name.of(reading.lang()), head.training, officer, left.saturating_sub(1));
    put_pieces(buf, Rect { width: left.saturating_sub(1), ..row }, &line);
}

/// The station, the shift and who acts, in so many cells. Who acts is never cut: first the hours of the shift go, then
/// the shift, then the end of the station's name.
fn fitting(
    reading: &Reading<'_>,
    name: &str,
    training: bool,
    officer: Option<String>,
    cells: u16,
) -> Vec<Piece> {
    let theme = reading.theme;
    let mut first: Vec<Piece> = Vec::new();
    if training {
        first.push(piece(format!(" {} ", reading.words.get("ui-training")), theme.training()));
        first.push(piece(" ", theme.plain()));
    }
    let station = reading.words.with("ui-title-station", &[("station", name)]);
    let last: Vec<Piece> =
        officer.map(|officer| piece(format!("{BETWEEN}{officer}"), theme.plain())).into_iter().collect();
    let room = cells.saturating_sub(pieces_width(&first) + pieces_width(&last));
    let middle = [with_hours(reading), shift_name(reading), String::new()];
    let middle = middle.map(|text| match text.as_str() {
        "" => piece("", theme.plain()),
        text => piece(format!("{BETWEEN}{text}"), theme.plain()),
    });
    let station = piece(one_line(&station), theme.heading());
    for shift in &middle {
        let both = [station.clone(), shift.clone()];
        if pieces_width(&both) <= room {
            return first.into_iter().chain(both).chain(last).collect();
        }
    }
    let short = piece(truncate(&station.text, usize::from(room)), theme.heading());
    first.into_iter().chain([short]).chain(last).collect()
}

fn shift_name(reading: &Reading<'_>) -> String {
    if reading.station.shifts().next().is_none() {
        return String::new();
    }
    let watch = reading.station.watch(reading.now);
    reading.station.shift_name(&watch.shift, reading.lang()).to_owned()
}

fn with_hours(reading: &Reading<'_>) -> String {
    if reading.station.shifts().next().is_none() {
        return String::new();
    }
    let watch = reading.station.watch(reading.now);
    reading.words.with(
        "ui-title-shift",
        &[
            ("shift", reading.station.shift_name(&watch.shift, reading.lang())),
            ("from", &hour_minute(reading, watch.from)),
            ("until", &hour_minute(reading, watch.until)),
        ],
    )
}
fn hour_minute(reading: &Reading<'_>, at: jiff::Timestamp) -> String {
    let time = reading.zone.to_datetime(at).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// What is wrong, as lines: the line to the desk, otherwise the desk's troubles.
pub fn banner(model: &Model) -> Vec<String> {
    let room = usize::from(model.size.0.saturating_sub(3));
    let wrapped = |text: &String| wrap(&safe_lines(text), room);
    let mut lines: Vec<String> = wrong(model).iter().flat_map(wrapped).collect();
    lines.truncate(BANNER_MAX);
    lines.iter().map(|line| format!(" ! {line}")).collect()
}

fn wrong(model: &Model) -> Vec<String> {
    let reading = model.reading();
    let say = match &model.line {
        Line::Up => None,
        Line::Opening => Some(Say::word("ui-line-opening")),
        Line::Down { parting: Some(parting), .. } => Some(parted(parting)),
        Line::Down { since: Some(since), .. } => {
            Some(Say::with("ui-line-down-since", [("time", Arg::Clock(*since))]))
        }
        Line::Down { since: None, .. } => Some(Say::word("ui-line-down")),
    };
    if let Some(say) = say {
        return vec![say.text(&reading)];
    }
    let troubles = model.board.get().map(|board| board.trouble.as_slice()).unwrap_or_default();
    troubles.iter().map(|trouble| reading.words.trouble(*trouble)).collect()
}

fn parted(parting: &Parting) -> Say {
    match parting {
        Parting::DeskStops => Say::word("ui-parting-desk-stops"),
        Parting::OtherVersion { desk } => {
            Say::with("ui-parting-other-version", [("desk", Arg::Text(desk.clone()))])
        }
        Parting::Full => Say::word("ui-parting-full"),
        Parting::Cut => Say::word("ui-parting-cut"),
        Parting::Refused(refusal) => Say::Refused(refusal.clone()),
    }
}

/// The line of lights: words and numbers, a sign in front of what is not in order.
pub(super) fn lights(counts: &Counts, reading: &Reading<'_>) -> Vec<Piece> {
    let theme = reading.theme;
    let lights = [
        ("ui-light-p1", counts.p1_open, "! ", theme.red_light()),
        ("ui-light-overdue", counts.overdue, "! ", theme.red_light()),
        ("ui-light-to-acknowledge", counts.to_acknowledge, "~ ", theme.amber_light()),
        ("ui-light-missed", counts.missed_check_ins, "! ", theme.red_light()),
        ("ui-light-contacts", counts.contacts_due, "~ ", theme.amber_light()),
    ];
    let mut line = Vec::new();
    for (word, count, sign, style) in lights {
        if !line.is_empty() {
            line.push(piece(BETWEEN, theme.plain()));
        }
        let text = reading.words.with(word, &[("count", &count.to_string())]);
        match count {
            0 => line.push(piece(text, theme.plain())),
            _ => line.push(piece(format!("{sign}{text}"), style)),
        }
    }
    line
}

//! The bottom of every screen: what the last act came to, how the desk is, and the keys.

use super::head::BETWEEN;
use super::{notice, useful};
use crate::domain::desk::Trouble;
use crate::domain::handover::HandoverStatus;
use crate::keys::{Action, Layer};
use crate::ui::model::Model;
use crate::ui::model::message::Tone;
use crate::ui::place::{Places, Screen};
use crate::ui::say::{Arg, Say};
use crate::ui::text::{one_line, wrap};
use crate::ui::widget::hints::Hints;
use crate::ui::widget::ink::{Piece, piece, pieces_width, put, put_pieces, put_right};
use ratatui::buffer::Buffer;

/// Draws the bottom of the screen.
pub(super) fn draw(model: &Model, buf: &mut Buffer, places: &Places) {
    let (condition, message) = (condition(model), message(model));
    let room = places.status.width.saturating_sub(pieces_width(&condition) + 2);
    if pieces_width(&message) <= room {
        put_right(buf, places.status, &condition);
        put_pieces(buf, places.status, &message);
        if !notice::draw(model, buf, places.hints) {
            hints(model).draw(buf, places.hints, model.theme);
        }
    } else {
        long_message(buf, places, &message);
        notice::draw(model, buf, places.lights);
    }
}

/// A sentence that doesn't fit beside how the desk is has both lines, until the next key.
fn long_message(buf: &mut Buffer, places: &Places, message: &[Piece]) {
    let text: String = message.iter().map(|piece| piece.text.as_str()).collect();
    let style = message.last().map(|piece| piece.style).unwrap_or_default();
    let lines = wrap(&one_line(&text), usize::from(places.status.width));
    let rest = lines.get(1..).unwrap_or_default().join(" ");
    let first = lines.into_iter().next().unwrap_or_default();
    for (row, line) in [(places.status, first), (places.hints, rest)] {
        put(buf, row, &line, style);
    }
}

/// What the last act came to; otherwise what waits to be gone on with.
fn message(model: &Model) -> Vec<Piece> {
    let (theme, reading) = (model.theme, model.reading());
    if let Some(message) = &model.message {
        let text = message.say.text(&reading);
        return match message.tone {
            Tone::Receipt => vec![piece(text, theme.receipt())],
            Tone::Refusal => vec![piece("! ", theme.refusal()), piece(text, theme.refusal())],
            Tone::Notice => vec![piece(text, theme.plain())],
        };
    }
    if !model.overlays.is_empty() || model.who.is_none() {
        return Vec::new();
    }
    if let Some(say) = handover_waits(model) {
        return vec![piece(say.text(&reading), theme.plain())];
    }
    let kept = half_typed(model, Action::ReportNew, "ui-draft-report-new")
        .or_else(|| half_typed(model, Action::ReportQuick, "ui-draft-report-quick"));
    kept.map(|say| piece(say.text(&reading), theme.plain())).into_iter().collect()
}

/// A report that was begun and left, and the key that goes on with it.
fn half_typed(model: &Model, action: Action, word: &'static str) -> Option<Say> {
    let draft = model.drafts.of(action.id())?;
    let key = model.keymap.hint(action, &[Layer::Desk]);
    let key = key.map(ToString::to_string).unwrap_or_default();
    Some(Say::with(word, [("time", Arg::Clock(draft.at)), ("key", Arg::Text(key))]))
}

/// Whoever looks at this shift's handover must see that one is waiting already.
fn handover_waits(model: &Model) -> Option<Say> {
    if model.screen != Screen::Handover || !model.handing.on_draft || model.open.is_some() {
        return None;
    }
    let rows = model.lists.handovers.rows();
    let row = rows.iter().find(|row| row.status == HandoverStatus::Signed)?;
    Some(Say::with(
        "ui-handover-waiting",
        [
            ("id", Arg::Record(row.id)),
            ("time", Arg::Clock(row.signed.at)),
            ("officer", Arg::Officer(row.signed.by.clone())),
        ],
    ))
}

/// How the desk is: acts without an answer, the intake, who else is here.
fn condition(model: &Model) -> Vec<Piece> {
    let (theme, words) = (model.theme, &model.words);
    let mut parts: Vec<Piece> = Vec::new();
    let open = u64::try_from(model.orders.not_confirmed()).unwrap_or(u64::MAX);
    if open > 0 {
        parts.push(piece(format!("! {}", words.count("ui-not-confirmed-count", open)), theme.refusal()));
    }
    if !model.line.is_up() {
        parts.push(piece(words.get("ui-no-line-short"), theme.refusal()));
    } else if let Some(board) = model.board.get() {
        let refused = board.counts.files_refused;
        if board.trouble.contains(&Trouble::SpoolUnreadable) {
            parts.push(piece(format!("! {}", words.get("ui-intake-stopped")), theme.red_light()));
        } else if refused > 0 {
            parts
                .push(piece(format!("~ {}", words.count("ui-intake-refused", refused)), theme.amber_light()));
        } else {
            parts.push(piece(words.get("ui-intake-ok"), theme.plain()));
        }
        let online = u64::try_from(board.online.len()).unwrap_or(u64::MAX);
        parts.push(piece(words.count("ui-online", online), theme.plain()));
    }
    let mut line = Vec::new();
    for part in parts {
        if !line.is_empty() {
            line.push(piece(BETWEEN, theme.plain()));
        }
        line.push(part);
    }
    line
}

/// The keys that matter here. They stay the same while the cursor moves: which of them can't be used now is said when
/// one is pressed.
fn hints(model: &Model) -> Hints {
    if !model.overlays.is_empty() {
        return Hints { keys: Vec::new(), last: None };
    }
    let layers = model.layers();
    let hint = |action: &Action| {
        let keys = model.keymap.hint(*action, &layers)?;
        Some((keys.to_string(), model.words.get(action.label())))
    };
    let last = if model.find.is_some() { None } else { hint(&Action::Help) };
    Hints { keys: useful::actions(model).iter().filter_map(hint).collect(), last }
}

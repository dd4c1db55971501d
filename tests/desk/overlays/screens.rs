//! How overlays look: glyphs and styles, in both languages, on a small and on an ordinary screen.

use super::stand::{Stand, lines, units};
use crate::samples::{self, r31};
use dutydesk::domain::Lang;
use dutydesk::domain::Refusal;
use dutydesk::keys::{Action, Key, Layer, Lookup};
use dutydesk::ui::form::{Form, Purpose};
use dutydesk::ui::overlay::{Confirm, Help, Look, Menu, Overlay, PaletteRow, Submitted, which};
use dutydesk::ui::text::width;
use dutydesk::ui::theme::{Borders, Colours, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Compares the screen with what was seen before, at both sizes in both languages.
pub fn looks(name: &str, open: impl Fn(Lang) -> Stand) {
    for lang in [Lang::En, Lang::Zh] {
        for size in SIZES {
            let mut stand = open(lang);
            stand.size = size;
            let (buffer, caret) = stand.draw();
            let (columns, rows) = size;
            let lang = if lang == Lang::En { "en" } else { "zh" };
            insta::with_settings!({ omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), format!("caret {caret:?}\n{buffer:?}"));
            });
        }
    }
}

fn busy_report(lang: Lang) -> Stand {
    let mut stand = Stand::with(lang, Form::new_report);
    stand.press(
        "北街粮站门口两男子打架，one of them has a knife; 围观的人多，报警人说有人头部流血，要求快来。",
    );
    stand.press("<tab>North St 12 粮站<tab>s3<tab>");
    stand
}

fn palette(lang: Lang) -> Stand {
    let mut stand = Stand::new(lang);
    let rows =
        Action::ALL.iter().filter(|action| action.layers() == [Layer::Report]).map(|action| PaletteRow {
            action: *action,
            label: stand.words.get(action.label()),
            keys: stand.keymap.hint(*action, &[Layer::Report]).map(ToString::to_string).unwrap_or_default(),
            reason: (*action == Action::ReportVerify).then(|| {
                let refusal = Refusal::OwnWork { id: r31() };
                stand.words.refusal(&refusal, &stand.station, &stand.station.zone())
            }),
        });
    stand.overlay = Some(Overlay::palette(rows.collect(), &stand.setting()));
    stand.press("<down>");
    stand
}

#[test]
fn new_report_form_with_a_proposal() {
    looks("new_report", busy_report);
}

#[test]
fn new_report_form_with_an_open_list() {
    looks("open_list", |lang| {
        let mut stand = busy_report(lang);
        stand.press(" <down><down>");
        stand
    });
}

#[test]
fn escalation_form() {
    looks("escalate", |lang| Stand::with(lang, |setting| Form::escalate(r31(), None, setting)));
}

#[test]
fn signing_form_with_a_complaint() {
    looks("sign", |lang| {
        let mut stand = Stand::with(lang, |setting| Form::sign(&"0142".into(), Default::default(), setting));
        stand.press("yn<ctrl-s>");
        stand
    });
}

#[test]
fn sign_in_form() {
    looks("sign_in", |lang| {
        let mut stand = Stand::with(lang, |setting| Form::new(Purpose::SignIn, setting));
        stand.press("0142<tab>secret");
        stand
    });
}

#[test]
fn dispatch_picker() {
    looks("dispatch", |lang| {
        let mut stand = Stand::new(lang);
        let menu = Menu::dispatch(r31(), Some(&"S3".into()), &units(), &stand.setting());
        stand.overlay = Some(Overlay::Menu(Box::new(menu)));
        stand.press("<down>");
        stand
    });
}

#[test]
fn palette_with_an_action_that_cant_run() {
    looks("palette", palette);
}

#[test]
fn help_on_a_report() {
    looks("help", |lang| {
        let mut stand = Stand::new(lang);
        let help = Help::new(&[Layer::Report, Layer::List, Layer::Desk], &stand.keymap);
        stand.overlay = Some(Overlay::Help(Box::new(help)));
        stand
    });
}

#[test]
fn typed_confirmation() {
    looks("confirm", |lang| {
        let mut stand = Stand::new(lang);
        let sentence = stand.words.get("action-handover-withdraw-help");
        let confirm = Confirm::new(sentence, "H-001".to_owned(), Submitted::Run(Action::HandoverWithdraw));
        stand.overlay = Some(Overlay::Confirm(Box::new(confirm)));
        stand.press("h<enter>");
        stand
    });
}

fn popup(lang: Lang, size: (u16, u16), theme: Theme) -> Buffer {
    let stand = Stand::new(lang);
    let area = Rect { x: 0, y: 0, width: size.0, height: size.1 };
    let mut buffer = Buffer::empty(area);
    let look = Look { setting: stand.setting(), theme, keymap: &stand.keymap };
    let pressed = [Key::char('x')];
    let Lookup::Pending(next) = stand.keymap.lookup(&[Layer::Report, Layer::List, Layer::Desk], &pressed)
    else {
        panic!("x begins longer sequences");
    };
    which::paint(&mut buffer, area, &pressed, &next, &look);
    buffer
}

#[test]
fn which_key_popup() {
    for (lang, name) in [(Lang::En, "which_en"), (Lang::Zh, "which_zh")] {
        let buffer = popup(lang, (80, 24), Theme::default());
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{buffer:?}"));
        });
    }
}

#[test]
fn every_row_is_as_wide_as_the_screen_and_every_glyph_has_one_width() {
    let stands = [busy_report(Lang::Zh), palette(Lang::Zh), busy_report(Lang::En)];
    for mut stand in stands {
        for size in [(60, 16), (80, 24), (81, 25), (300, 100)] {
            stand.size = size;
            let (buffer, _) = stand.draw();
            for line in lines(&buffer) {
                assert!(width(&line) <= usize::from(size.0), "{line:?}");
                assert!(
                    line.chars().all(|c| unicode_width::UnicodeWidthChar::width(c)
                        == unicode_width::UnicodeWidthChar::width_cjk(c)),
                    "a glyph of ambiguous width: {line:?}"
                );
            }
        }
    }
}

#[test]
fn nothing_panics_on_a_screen_of_any_size() {
    for lang in [Lang::En, Lang::Zh] {
        let mut list = busy_report(lang);
        list.press("<tab><enter>");
        let mut menu = Stand::new(lang);
        menu.overlay = Some(Overlay::Menu(Box::new(Menu::dispatch(r31(), None, &units(), &menu.setting()))));
        let mut help = Stand::new(lang);
        help.overlay = Some(Overlay::Help(Box::new(Help::new(&Layer::ALL, &help.keymap))));
        let mut confirm = Stand::new(lang);
        let asks =
            Confirm::new("这件事不能撤销 at all".repeat(9), "x".to_owned(), Submitted::Run(Action::Quit));
        confirm.overlay = Some(Overlay::Confirm(Box::new(asks)));
        let sign = Stand::with(lang, |setting| Form::sign(&"0142".into(), Default::default(), setting));
        for stand in &mut [list, menu, help, confirm, sign, palette(lang)] {
            for size in (0..130).step_by(7).flat_map(|w| (0..45).step_by(4).map(move |h| (w, h))) {
                stand.size = size;
                let (_, caret) = stand.draw();
                assert!(caret.is_none_or(|caret| caret.x < size.0 && caret.y < size.1), "{size:?} {caret:?}");
            }
        }
        for size in [(0, 0), (1, 1), (9, 3), (20, 2), (30, 4)] {
            popup(lang, size, Theme::default());
        }
    }
}

#[test]
fn without_colours_the_same_can_be_read() {
    let mono = Theme { colours: Colours::None, borders: Borders::Ascii, high_contrast: false };
    let plain = lines(&popup(Lang::Zh, (80, 24), mono));
    assert_eq!(plain, lines(&popup(Lang::Zh, (80, 24), Theme::default())));
    assert!(plain.iter().all(|line| !line.contains('│')));
}

#[test]
fn amended_report_shows_hostile_text_as_signs() {
    let mut report = samples::report();
    report.telling.narrative = "a\u{202e}b\u{1b}[2J\u{200b}".into();
    report.telling.place = "x\u{2066}y".into();
    let stand = Stand::with(Lang::En, |setting| Form::amend(&report, setting));
    let screen = stand.screen();
    assert!(screen.contains("a<U+202E>b<ESC>[2J") && screen.contains("x<U+2066>y"), "{screen}");
    assert!(!screen.contains('\u{202e}') && !screen.contains('\u{1b}'));
}

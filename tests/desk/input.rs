//! From the bytes of many terminals to keys: whole, in pieces, late, and garbage.

use dutydesk::app::input::{Answer, Input, Parser};
use dutydesk::keys::{Key, KeyCode};
use proptest::prelude::*;

fn all(bytes: &[u8]) -> Vec<Input> {
    let mut parser = Parser::new();
    let mut out = parser.feed(bytes);
    out.extend(silence(&mut parser));
    out
}

/// So many silences that nothing can be unfinished any more.
fn silence(parser: &mut Parser) -> Vec<Input> {
    (0..400).flat_map(|_| parser.timeout()).collect()
}

fn one(bytes: &[u8]) -> Key {
    match all(bytes).as_slice() {
        [Input::Key(key)] => *key,
        other => panic!("{:?} gave {other:?}", String::from_utf8_lossy(bytes)),
    }
}

fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

fn with(code: KeyCode, held: &str) -> Key {
    Key { code, ctrl: held.contains('c'), alt: held.contains('a'), shift: held.contains('s') }
}

#[test]
fn keys_of_the_known_terminals_are_read() {
    use KeyCode::*;
    let cases: &[(&[u8], Key)] = &[
        (b"a", Key::char('a')),
        (b"A", Key::char('A')),
        ("值".as_bytes(), Key::char('值')),
        ("\u{1f600}".as_bytes(), Key::char('\u{1f600}')),
        (b"\r", plain(Enter)),
        (b"\n", Key::ctrl('j')),
        (b"\t", plain(Tab)),
        (b"\x7f", plain(Backspace)),
        (b"\x08", plain(Backspace)),
        (b"\x03", Key::ctrl('c')),
        (b"\x1a", Key::ctrl('z')),
        (b"\0", Key::ctrl(' ')),
        (b"\x1c", Key::ctrl('\\')),
        (b"\x1f", Key::ctrl('_')),
        (b"\x1b", plain(Esc)),
        (b"\x1b[A", plain(Up)),
        (b"\x1b[B", plain(Down)),
        (b"\x1b[C", plain(Right)),
        (b"\x1b[D", plain(Left)),
        (b"\x1b[H", plain(Home)),
        (b"\x1b[F", plain(End)),
        (b"\x1b[1~", plain(Home)),
        (b"\x1b[4~", plain(End)),
        (b"\x1b[7~", plain(Home)),
        (b"\x1b[8~", plain(End)),
        (b"\x1b[2~", plain(Insert)),
        (b"\x1b[3~", plain(Delete)),
        (b"\x1b[5~", plain(PageUp)),
        (b"\x1b[6~", plain(PageDown)),
        (b"\x1bOA", plain(Up)),
        (b"\x1bOH", plain(Home)),
        (b"\x1bOP", plain(F(1))),
        (b"\x1bOS", plain(F(4))),
        (b"\x1bOM", plain(Enter)),
        (b"\x1bOq", Key::char('1')),
        (b"\x1bOk", Key::char('+')),
        (b"\x1b[11~", plain(F(1))),
        (b"\x1b[15~", plain(F(5))),
        (b"\x1b[17~", plain(F(6))),
        (b"\x1b[21~", plain(F(10))),
        (b"\x1b[23~", plain(F(11))),
        (b"\x1b[24~", plain(F(12))),
        (b"\x1b[[A", plain(F(1))),
        (b"\x1b[[E", plain(F(5))),
        (b"\x1b[25~", with(F(1), "s")),
        (b"\x1b[34~", with(F(8), "s")),
        (b"\x1b[Z", plain(BackTab)),
        (b"\x1b[1;5A", with(Up, "c")),
        (b"\x1b[1;2B", with(Down, "s")),
        (b"\x1b[1;3C", with(Right, "a")),
        (b"\x1b[1;7D", with(Left, "ca")),
        (b"\x1b[3;5~", with(Delete, "c")),
        (b"\x1b[1;2P", with(F(1), "s")),
        (b"\x1bO5P", with(F(1), "c")),
        (b"\x1bO1;5Q", with(F(2), "c")),
        (b"\x1b[a", with(Up, "s")),
        (b"\x1bOa", with(Up, "c")),
        (b"\x1b\x1b[A", with(Up, "a")),
        (b"\x1b\x1bOB", with(Down, "a")),
        (b"\x1bx", with(Char('x'), "a")),
        (b"\x1b\r", with(Enter, "a")),
        (b"\x1b\x7f", with(Backspace, "a")),
        (b"\x1b\x01", with(Char('a'), "ca")),
        ("\x1b中".as_bytes(), with(Char('中'), "a")),
        (b"\x1b[", with(Char('['), "a")),
        (b"\x1bO", with(Char('O'), "a")),
        (b"\x1b]", with(Char(']'), "a")),
        (b"\x1b[97;5u", Key::ctrl('a')),
        (b"\x1b[97;2u", Key::char('A')),
        (b"\x1b[13;2u", with(Enter, "s")),
        (b"\x1b[27u", plain(Esc)),
        (b"\x1b[27;5;9~", with(Tab, "c")),
        (b"\x1b[27;2;9~", plain(BackTab)),
        (b"\x1b[97;1:1u", Key::char('a')),
    ];
    for (bytes, key) in cases {
        assert_eq!(one(bytes), *key, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn sequences_that_are_no_keys_are_swallowed_whole() {
    let quiet: &[&[u8]] = &[
        b"\x1b[97;1:3u",
        b"\x1b[57358u",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[<0;10;10M",
        b"\x1b[M !!",
        b"\x1b]11;rgb:ff/ff/ff\x07",
        b"\x1b]11;rgb:ff/ff/ff\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[?2027;0$y",
        b"\x1b[201~",
        b"\x1b[99~",
        b"\x1b[>0;276;0c",
        b"\x1b[1;2",
        b"\x1b[9999999999999999999~",
        "\u{85}".as_bytes(),
        b"\x1b[E",
    ];
    for bytes in quiet {
        assert_eq!(all(bytes), [], "{:?}", String::from_utf8_lossy(bytes));
        let after = [*bytes, b"\x18".as_slice(), b"j"].concat();
        assert_eq!(
            all(&after).last(),
            Some(&Input::Key(Key::char('j'))),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn an_arrow_that_arrives_in_pieces_is_still_an_arrow() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b"), []);
    assert!(parser.waiting());
    assert_eq!(parser.feed(b"[B"), [Input::Key(plain(KeyCode::Down))]);
    assert!(!parser.waiting());
    assert_eq!(parser.feed(b"\x1b["), []);
    assert_eq!(parser.timeout(), [], "a sequence that has begun waits longer than a lone Escape");
    assert_eq!(parser.feed(b"B"), [Input::Key(plain(KeyCode::Down))]);
}

#[test]
fn a_lone_escape_is_the_escape_key_after_one_silence() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b"), []);
    assert_eq!(parser.timeout(), [Input::Key(plain(KeyCode::Esc))]);
    assert!(!parser.waiting());
    assert_eq!(parser.timeout(), []);
    assert_eq!(parser.feed(b"\x1b\x1b"), []);
    assert_eq!(parser.timeout(), [Input::Key(plain(KeyCode::Esc)), Input::Key(plain(KeyCode::Esc))]);
    let esc = Input::Key(plain(KeyCode::Esc));
    assert_eq!(all(b"\x1b\x1b\x1b\x1b[A"), [esc.clone(), esc, Input::Key(with(KeyCode::Up, "a"))]);
}

#[test]
fn a_character_split_between_reads_is_one_character() {
    let mut parser = Parser::new();
    let bytes = "警".as_bytes();
    assert_eq!(parser.feed(&bytes[..1]), []);
    assert_eq!(parser.feed(&bytes[1..2]), []);
    assert_eq!(parser.feed(&bytes[2..]), [Input::Key(Key::char('警'))]);
}

#[test]
fn bytes_in_another_encoding_are_seen_to_be_wrong() {
    // GB18030 for two characters, as a terminal set to Chinese legacy encoding sends them.
    let keys = all(b"\xb4\xf2x");
    assert!(keys.contains(&Input::Key(Key::char('\u{fffd}'))), "{keys:?}");
    assert_eq!(keys.last(), Some(&Input::Key(Key::char('x'))));
    assert_eq!(all("\u{e9}".as_bytes()[..1].as_ref()), [Input::Key(Key::char('\u{fffd}'))]);
}

#[test]
fn a_paste_is_one_text_and_no_keys() {
    let pasted = b"\x1b[200~line 1\r\nline 2\rq\x1b[31m\xe4\xb8\xad\x1b[201~x";
    assert_eq!(
        all(pasted),
        [Input::Paste("line 1\nline 2\nq\x1b[31m中".to_owned()), Input::Key(Key::char('x'))]
    );
}

#[test]
fn a_paste_that_stalls_does_not_turn_into_keys() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b[200~dd"), []);
    for _ in 0..100 {
        assert_eq!(parser.timeout(), []);
    }
    assert_eq!(parser.feed(b"q\x1b[201~"), [Input::Paste("ddq".to_owned())]);
    assert_eq!(parser.feed(b"\x1b[200~cut"), []);
    assert_eq!(silence(&mut parser), [Input::Paste("cut".to_owned())]);
    assert!(!parser.waiting());
}

#[test]
fn a_huge_paste_comes_in_parts_that_lose_nothing() {
    for text in ["值班台\n", "\u{1b}\u{1b}[20", "a\nb"] {
        let text = text.repeat(900_000 / text.len());
        let mut parser = Parser::new();
        let mut out = parser.feed(b"\x1b[200~");
        out.extend(parser.feed(text.as_bytes()));
        out.extend(parser.feed(b"\x1b[201~"));
        let parts: Vec<String> = out
            .into_iter()
            .map(|input| match input {
                Input::Paste(part) => part,
                other => panic!("{other:?}"),
            })
            .collect();
        assert!(parts.len() > 2);
        assert!(parts.concat() == text, "the parts differ from the text");
    }
}

#[test]
fn pasted_text_is_not_in_the_debug_form() {
    let shown = format!("{:?}", Input::Paste("Zhao 139".to_owned()));
    assert_eq!(shown, "Paste(8 bytes)");
}

#[test]
fn the_terminal_says_whether_it_knows_synchronized_output() {
    assert_eq!(all(b"\x1b[?2026;2$y"), [Input::Answer(Answer::Sync(true))]);
    assert_eq!(all(b"\x1b[?2026;1$y"), [Input::Answer(Answer::Sync(true))]);
    assert_eq!(all(b"\x1b[?2026;0$y"), [Input::Answer(Answer::Sync(false))]);
    assert_eq!(all(b"\x1b[?2026;4$y"), [Input::Answer(Answer::Sync(false))]);
    assert_eq!(all(b"\x1b[?62;4;22c"), [Input::Answer(Answer::Attributes)]);
    // An answer between two keys takes neither of them.
    assert_eq!(
        all(b"j\x1b[?2026;2$yk"),
        [Input::Key(Key::char('j')), Input::Answer(Answer::Sync(true)), Input::Key(Key::char('k'))]
    );
}

/// Random bytes that often begin or go on like something a terminal sends.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"\x1b".to_vec()),
        Just(b"\x1b[".to_vec()),
        Just(b"\x1bO".to_vec()),
        Just(b"\x1b[200~".to_vec()),
        Just(b"\x1b[201~".to_vec()),
        Just(b"\x1b[M".to_vec()),
        Just(b"\x1b]".to_vec()),
        Just(b"1;5A".to_vec()),
        Just("中\u{1f600}".as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn pieces_of_any_size_give_the_same_keys(bytes in noise(), cut in 1usize..7) {
        let whole = all(&bytes);
        let mut parser = Parser::new();
        let mut pieces: Vec<Input> = bytes.chunks(cut).flat_map(|piece| parser.feed(piece)).collect();
        pieces.extend(silence(&mut parser));
        prop_assert!(!parser.waiting());
        prop_assert!(pieces == whole);
    }

    #[test]
    fn silences_anywhere_never_break_the_parser(bytes in noise(), cut in 1usize..7, silences in 0usize..10) {
        let mut parser = Parser::new();
        for piece in bytes.chunks(cut) {
            parser.feed(piece);
            for _ in 0..silences {
                parser.timeout();
            }
        }
        silence(&mut parser);
        prop_assert!(!parser.waiting());
        prop_assert!(parser.feed(b"\x1b[B") == [Input::Key(plain(KeyCode::Down))]);
    }

    #[test]
    fn typed_text_comes_through_unchanged(text in "[^\u{0}-\u{1f}\u{7f}-\u{9f}]{0,30}") {
        let typed: String = all(text.as_bytes())
            .into_iter()
            .filter_map(|input| match input {
                Input::Key(Key { code: KeyCode::Char(c), .. }) => Some(c),
                _ => None,
            })
            .collect();
        prop_assert_eq!(typed, text);
    }
}

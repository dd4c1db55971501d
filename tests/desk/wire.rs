//! Lines and messages: cut anywhere, too long, no message at all.

use dutydesk::domain::command::{Order, ReportCommand};
use dutydesk::domain::{Command, Lang, Secret};
use dutydesk::wire::codec::{Lines, Malformed, TooLong, decode, encode};
use dutydesk::wire::fresh_key;
use dutydesk::wire::message::{Client, Ended, LINE_MAX, ToClient, ToDesk};
use proptest::prelude::*;

fn all(lines: &mut Lines) -> Vec<Vec<u8>> {
    let mut cut = Vec::new();
    while let Some(line) = lines.next_line().unwrap() {
        cut.push(line.to_vec());
    }
    cut
}

proptest! {
    #[test]
    fn however_a_stream_is_cut_the_lines_are_the_same(
        parts in prop::collection::vec("[a-z]{0,12}", 0..8),
        sizes in prop::collection::vec(1usize..9, 1..40),
    ) {
        let stream: Vec<u8> = parts.iter().flat_map(|p| format!("{p}\n").into_bytes()).collect();
        let (mut lines, mut cut, mut rest) = (Lines::with_max(12), Vec::new(), &stream[..]);
        for size in sizes.iter().cycle() {
            let (piece, left) = rest.split_at((*size).min(rest.len()));
            lines.feed(piece);
            cut.extend(all(&mut lines));
            rest = left;
            if rest.is_empty() {
                break;
            }
        }
        let expected: Vec<Vec<u8>> = parts.iter().map(|p| p.clone().into_bytes()).collect();
        prop_assert_eq!(cut, expected);
        prop_assert!(!lines.is_mid_line());
    }

    #[test]
    fn no_bytes_make_the_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode::<ToDesk>(&bytes);
        let _ = decode::<ToClient>(&bytes);
    }
}

#[test]
fn a_line_of_the_largest_size_passes_and_one_byte_more_does_not() {
    let mut lines = Lines::with_max(8);
    lines.feed(b"12345678\n123456789");
    assert_eq!(lines.next_line(), Ok(Some(&b"12345678"[..])));
    assert_eq!(lines.next_line(), Err(TooLong { max: 8 }));
    let mut whole = Lines::with_max(8);
    whole.feed(b"123456789\n");
    assert_eq!(whole.next_line(), Err(TooLong { max: 8 }));
}

#[test]
fn a_message_that_the_other_side_would_not_take_is_not_sent() {
    let secret = Secret("x".repeat(LINE_MAX));
    let message = ToDesk::SignIn { id: 1, officer: "0142".into(), passphrase: secret };
    assert_eq!(encode(&message), Err(TooLong { max: LINE_MAX }));
}

#[test]
fn what_is_wrong_with_a_line_is_told_without_quoting_it() {
    let cases: [(&[u8], Malformed); 5] = [
        (b"", Malformed::Cut),
        (b"{\"hello\":", Malformed::Cut),
        (b"GET / HTTP/1.1", Malformed::NotJson { at: 1 }),
        (b"{\"canary\":{}}", Malformed::NoMessage { at: 9 }),
        (b"\xff\xfe", Malformed::NotJson { at: 1 }),
    ];
    for (line, expected) in cases {
        let wrong = decode::<ToDesk>(line).unwrap_err();
        assert_eq!(wrong, expected);
        assert!(!wrong.to_string().contains("canary"));
    }
}

#[test]
fn nesting_without_end_is_refused_and_not_followed() {
    let deep = format!("{{\"execute\":{}", "[".repeat(100_000));
    assert!(decode::<ToDesk>(deep.as_bytes()).is_err());
}

#[test]
fn messages_are_single_lines_that_read_back() {
    let id = "R-20261121-031".parse().unwrap();
    let command = Command::Report(ReportCommand::Note { id, text: "one\ntwo\u{2028}三".into() });
    let order = Order { key: "k".into(), seen: Some(3), command };
    let message = ToDesk::Execute { id: 7, order };
    let line = encode(&message).unwrap();
    assert_eq!(line.iter().filter(|b| **b == b'\n').count(), 1);
    assert_eq!(decode::<ToDesk>(&line[..line.len() - 1]).unwrap(), message);
    let ended = encode(&ToClient::Ended(Ended::DeskStops)).unwrap();
    assert_eq!(ended, b"{\"ended\":\"desk-stops\"}\n");
    let hello = ToDesk::Hello { version: "1".into(), client: Client::Console, act_as: None, lang: Lang::Zh };
    let plain: &[u8] = br#"{"hello":{"version":"1","client":"console","lang":"zh"}}"#;
    assert_eq!(decode::<ToDesk>(plain).unwrap(), hello);
}

#[test]
fn keys_of_orders_are_never_the_same() {
    let keys: std::collections::BTreeSet<String> = (0..500).map(|_| fresh_key().unwrap()).collect();
    assert_eq!(keys.len(), 500);
    assert!(keys.iter().all(|k| k.len() == 32));
}

//! PURE. What the station's command gets of a notice: one JSON object, with a sentence in each language. It says which
//! record, which rule and how late, and nothing that was told.

use crate::domain::notice::{Notice, NoticeWhy};
use crate::domain::{Lang, Name, Station};
use crate::words::Words;
use jiff::Timestamp;
use serde_json::{Value, json};

/// The object, as text that ends with a line break.
pub fn letter(notice: &Notice, attempt: u32, station: &Station) -> String {
    let head = station.head();
    let officers: Vec<Value> = notice
        .officers
        .iter()
        .map(|number| {
            json!({ "number": number, "name": both(|lang| {
            station.officer_name(number, lang).to_owned()
        }) })
        })
        .collect();
    let mut object = json!({
        "id": notice.id,
        "at": written(notice.at, station),
        "attempt": attempt,
        "why": notice.why.code(),
        "to": notice.to,
        "officers": officers,
        "units": notice.units,
        "record": notice.about,
        "priority": notice.priority,
        "type": notice.incident_type,
        "beat": notice.beat,
        "rule": null,
        "late_s": null,
        "station": {
            "code": head.map(|h| &h.code),
            "name": both(|lang| head.map_or("", |h| name(&h.name, lang)).to_owned()),
        },
        "training": station.training(),
        "text": both(|lang| Words::new(lang).notice(notice, station)),
    });
    for (key, value) in besides(&notice.why, station) {
        object[key] = value;
    }
    format!("{object}\n")
}

/// An instant with the station's offset.
fn written(at: Timestamp, station: &Station) -> String {
    at.to_zoned(station.zone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn name(name: &Name, lang: Lang) -> &str {
    name.of(lang)
}

fn both(say: impl Fn(Lang) -> String) -> Value {
    json!({ "en": say(Lang::En), "zh": say(Lang::Zh) })
}

/// What stands in the object only for some reasons.
fn besides(why: &NoticeWhy, station: &Station) -> Vec<(&'static str, Value)> {
    match why {
        NoticeWhy::Late { rule, late_s, time } => {
            vec![("rule", json!(rule)), ("late_s", json!(late_s)), ("time", json!(time))]
        }
        NoticeWhy::Escalated { escalation, level, reason } => {
            vec![("escalation", json!(escalation)), ("level", json!(level)), ("reason", json!(reason))]
        }
        NoticeWhy::Answered { escalation } => vec![("escalation", json!(escalation))],
        NoticeWhy::Returned { rule } => vec![("rule", json!(rule))],
        NoticeWhy::Ordered { order, due_at } | NoticeWhy::SentBack { order, due_at } => {
            vec![("order", json!(order)), ("due", json!(written(*due_at, station)))]
        }
        NoticeWhy::OrderAnswered { order } => vec![("order", json!(order))],
        NoticeWhy::MayTurnViolent | NoticeWhy::DeskTest => Vec::new(),
    }
}

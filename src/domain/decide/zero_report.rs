//! Zero reports: expected of every post for every duty day, and put in by whoever hears from the post.

use super::{happened, not_found};
use crate::domain::command::ZeroCommand;
use crate::domain::fact::{Fact, ZeroFact};
use crate::domain::id::Kind;
use crate::domain::limits::fits;
use crate::domain::refusal::Field;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, Happened, Loaded, Moment, Refusal};

pub(super) fn decide(loaded: &Loaded, command: &ZeroCommand, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    match command {
        ZeroCommand::Expect { post } => expect(loaded, post, at),
        ZeroCommand::File { id, text } => {
            let expected = loaded.get::<ZeroReport>(*id).ok_or_else(|| not_found(*id))?;
            if let Some(filed) = &expected.filed {
                return Err(Refusal::AlreadyAnswered { id: *id, by: filed.stamp.clone() });
            }
            fits(Field::Note, text)?;
            Ok(vec![happened(*id, Fact::Zero(ZeroFact::Filed { text: text.clone() }))])
        }
    }
}

fn expect(loaded: &Loaded, post: &Code, at: &Moment) -> Result<Vec<Happened>, Refusal> {
    let station = &loaded.station;
    let Some(found) = station.posts().find(|p| p.code == *post) else {
        return Err(Refusal::UnknownPost { code: post.clone() });
    };
    if loaded.zero_report.is_some() {
        return Ok(Vec::new());
    }
    let id = *loaded.next.get(&Kind::ZeroReport).ok_or(Refusal::NotFound { what: "Z".to_owned() })?;
    let by = station.on_duty_day(at.duty_day, found.by).unwrap_or(at.at);
    Ok(vec![happened(id, Fact::Zero(ZeroFact::Expected { post: post.clone(), by }))])
}

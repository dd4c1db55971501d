//! The forms about what goes up and what comes down, and what they say of their record at the foot while nothing else
//! is to be told: by when an answer is owed, what was ordered, what was answered.

use super::choice::THE_DESK;
use super::{Form, Purpose, Slot};
use crate::domain::calendar::ends;
use crate::domain::row::EscalationRow;
use crate::domain::rules::{Mark, Within};
use crate::domain::setup::CodeList;
use crate::domain::supervision::Supervision;
use crate::domain::sweep::Sweep;
use crate::domain::zero_report::ZeroReport;
use crate::domain::{Code, Kind, OfficerId, Private, RecordId};
use crate::ui::overlay::Setting;

/// What a form says of its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// How long whoever acknowledges has for an answer; none when no rule says.
    Answer(Option<Within>),
    /// Words from the record, within a text of the console.
    Words(&'static str, Private),
    /// The post, by name.
    Post(Code),
    /// A beat that answers a sweep.
    Beat(Code),
}

impl Beside {
    /// The sentence.
    pub(super) fn sentence(&self, setting: &Setting<'_>) -> String {
        let (words, station) = (setting.words, setting.station);
        match self {
            Beside::Answer(within) => {
                let zone = station.zone();
                let by = within.and_then(|w| ends(w, setting.now, &zone, &station.rules().calendar));
                match by {
                    Some(by) => {
                        words.with("form-answer-by", &[("when", &words.clock(by, &zone, setting.now))])
                    }
                    None => words.get("form-answer-is-owed"),
                }
            }
            Beside::Words(id, text) => words.with(id, &[("text", text.trim())]),
            Beside::Post(post) => {
                words.with("form-zero-report", &[("post", station.post_name(post, words.lang()))])
            }
            Beside::Beat(beat) => {
                words.with("form-sweep", &[("beat", station.place_name(beat, words.lang()))])
            }
        }
    }
}

impl Form {
    fn beside(purpose: Purpose, beside: Beside, setting: &Setting<'_>) -> Form {
        Form { beside: Some(beside), ..Form::new(purpose, setting) }
    }

    /// The form that acknowledges an escalation; it says by when an answer is owed then.
    pub fn acknowledge(row: &EscalationRow, setting: &Setting<'_>) -> Form {
        let fits = |rule: &&crate::domain::rules::Rule| {
            let urgent = row.priority.unwrap_or(crate::domain::report::Priority::P2);
            rule.active
                && (rule.on, rule.starts, rule.stops)
                    == (Kind::Escalation, Mark::Acknowledged, Mark::Answered)
                && (rule.only.priorities.is_empty() || rule.only.priorities.contains(&urgent))
        };
        let rule = setting.station.rules().rules.iter().find(fits);
        let purpose = Purpose::Acknowledge { id: row.id };
        Form::beside(purpose, Beside::Answer(rule.map(|rule| rule.within)), setting)
    }

    /// The form that answers an escalation; it says why the record was handed up.
    pub fn answer_escalation(row: &EscalationRow, setting: &Setting<'_>) -> Form {
        let lang = setting.words.lang();
        let reason = setting.station.code_name(CodeList::EscalationReason, &row.reason, lang);
        let text = format!("{reason}. {}", row.note.trim());
        let beside = Beside::Words("form-handed-up", Private(text));
        Form::beside(Purpose::AnswerEscalation { id: row.id }, beside, setting)
    }

    /// The form that gives a supervision order: to the officer who has the report, else to the desk.
    pub fn issue_order(on: RecordId, handler: Option<&OfficerId>, setting: &Setting<'_>) -> Form {
        let known = handler.filter(|officer| setting.station.officer(officer).is_some());
        let to = known.map_or(THE_DESK, |officer| officer.0.as_str());
        Form::new(Purpose::IssueOrder { on }, setting).preset(Slot::Answerer, to, setting).opened()
    }

    /// The form that answers a supervision order; it says what was ordered, or why the answer before was sent back.
    pub fn answer_order(order: &Supervision, setting: &Setting<'_>) -> Form {
        let beside = match order.sent_back.last() {
            Some(back) => Beside::Words("form-sent-back", back.text.clone()),
            None => Beside::Words("form-ordered", order.text.clone()),
        };
        Form::beside(Purpose::AnswerOrder { id: order.id }, beside, setting)
    }

    /// The form that sends an answer back; it says what was answered.
    pub fn send_back_order(order: &Supervision, setting: &Setting<'_>) -> Form {
        let answer = order.replies.last().map(|reply| reply.text.clone()).unwrap_or_default();
        let beside = Beside::Words("form-answered", answer);
        Form::beside(Purpose::SendBackOrder { id: order.id }, beside, setting)
    }

    /// The form that takes a supervision order back; it says what was ordered.
    pub fn withdraw_order(order: &Supervision, setting: &Setting<'_>) -> Form {
        let beside = Beside::Words("form-ordered", order.text.clone());
        Form::beside(Purpose::WithdrawOrder { id: order.id }, beside, setting)
    }

    /// The form that puts in what a beat found.
    pub fn sweep(sweep: &Sweep, setting: &Setting<'_>) -> Form {
        let purpose = Purpose::Sweep { id: sweep.id, beat: sweep.beat.clone() };
        Form::beside(purpose, Beside::Beat(sweep.beat.clone()), setting)
    }

    /// The form that puts in the zero report of a post.
    pub fn zero_report(zero: &ZeroReport, setting: &Setting<'_>) -> Form {
        let purpose = Purpose::ZeroReport { id: zero.id, post: zero.post.clone() };
        Form::beside(purpose, Beside::Post(zero.post.clone()), setting)
    }
}

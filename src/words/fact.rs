//! One line for everything that can happen: of a record's timeline, of the journal.
//!
//! It names who did it and never when; the line's own column does. A line holds what was told and written, so it is
//! shown only to those who may read the record.

use super::Words;
use crate::domain::command::Amendment;
use crate::domain::fact::{DeskFact, Entry, EscalationFact, HandoverFact, SetupFact, UnitFact};
use crate::domain::setup::CodeList;
use crate::domain::{Code, Fact, Station, Subject};
use jiff::SignedDuration;

mod dispute;
mod owing;
mod report;
mod sweep;

/// The station and who acted: what every line needs besides the fact.
struct Teller<'a> {
    words: &'a Words,
    station: &'a Station,
    who: String,
}

impl Words {
    /// What happened, in one line: `0142 Li Qiang sent South 3`. An entry whose content was erased says so.
    pub fn fact(&self, entry: &Entry, station: &Station) -> String {
        let teller = Teller { words: self, station, who: self.officer(&entry.officer, station) };
        let Some(fact) = &entry.fact else {
            return self.with("fact-gone", &[("who", &teller.who), ("kind", &self.kind(&entry.kind))]);
        };
        match fact {
            Fact::Report(fact) => teller.report(fact),
            Fact::Dispute(fact) => teller.dispute(fact),
            Fact::Escalation(fact) => teller.escalation(fact),
            Fact::Deadline(fact) => teller.deadline(fact),
            Fact::Supervision(fact) => teller.supervision(fact),
            Fact::Zero(fact) => teller.zero_report(fact),
            Fact::Sweep(fact) => teller.sweep(fact),
            Fact::Unit(fact) => teller.unit(fact, &entry.subject),
            Fact::Handover(fact) => teller.handover(fact),
            Fact::Setup(fact) => teller.setup(fact, &entry.subject),
            Fact::Desk(fact) => teller.desk(fact),
        }
    }

    /// Several things one after another, as the language separates them.
    pub fn join<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(&self.get("between"))
    }
}

impl Teller<'_> {
    /// The sentence of a fact with who did it.
    fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut all = vec![("who", self.who.as_str())];
        all.extend_from_slice(args);
        self.words.with(id, &all)
    }

    /// A sentence and, behind it, the details that there are.
    fn with(&self, sentence: String, details: &[&str]) -> String {
        let details: Vec<&str> = details.iter().copied().filter(|d| !d.is_empty()).collect();
        if details.is_empty() {
            return sentence;
        }
        let details = details.join(&self.words.get("fact-between"));
        self.words.with("fact-with", &[("sentence", &sentence), ("details", &details)])
    }

    /// The sentence of a fact with who did it, and its details.
    fn detailed(&self, id: &str, details: &[&str]) -> String {
        self.with(self.say(id, &[]), details)
    }

    fn code<'a>(&'a self, list: CodeList, code: &'a Code) -> &'a str {
        self.station.code_name(list, code, self.words.lang())
    }

    fn unit_name<'a>(&'a self, code: &'a Code) -> &'a str {
        self.station.unit_name(code, self.words.lang())
    }

    fn escalation(&self, fact: &EscalationFact) -> String {
        match fact {
            EscalationFact::Raised { on, to, reason, note, .. } => {
                let target = self.words.target(*to);
                let raised =
                    self.say("fact-escalation-raised", &[("on", &on.to_string()), ("target", &target)]);
                self.with(raised, &[self.code(CodeList::EscalationReason, reason), note])
            }
            EscalationFact::Acknowledged { reply } => self.detailed("fact-escalation-acknowledged", &[reply]),
            EscalationFact::Expired => self.words.get("fact-escalation-expired"),
            EscalationFact::Answered { text } if text.is_empty() => {
                self.say("fact-escalation-taken-over", &[])
            }
            EscalationFact::Answered { text } => self.detailed("fact-escalation-answered", &[text]),
            EscalationFact::Erased { on, .. } => {
                self.say("fact-escalation-erased", &[("on", &on.to_string())])
            }
        }
    }

    fn unit(&self, fact: &UnitFact, subject: &Subject) -> String {
        let named = match subject {
            Subject::Unit(code) => self.unit_name(code).to_owned(),
            Subject::Record(_) | Subject::Setup(_) | Subject::Desk => subject.to_string(),
        };
        match fact {
            UnitFact::StatusChanged { status, on } => {
                let status = self.words.unit_status(*status);
                match on {
                    Some(on) => self.say(
                        "fact-unit-status-changed-on",
                        &[("unit", &named), ("status", &status), ("on", &on.to_string())],
                    ),
                    None => self.say("fact-unit-status-changed", &[("unit", &named), ("status", &status)]),
                }
            }
            UnitFact::CheckedIn { place } => {
                self.with(self.say("fact-unit-checked-in", &[("unit", &named)]), &[place])
            }
        }
    }

    fn handover(&self, fact: &HandoverFact) -> String {
        match fact {
            // The officer gave the passphrase; the session may be another's.
            HandoverFact::Signed { draft, officer, .. } => {
                let items = u64::try_from(draft.items.len()).unwrap_or(u64::MAX);
                let critical = draft.items.iter().filter(|i| i.critical).count().to_string();
                let who = self.words.officer(officer, self.station);
                self.words.count_with(
                    "fact-handover-signed",
                    items,
                    &[("who", &who), ("critical", &critical)],
                )
            }
            HandoverFact::Accepted { reservations, officer, .. } => {
                let reserved = !reservations.is_empty();
                let id = if reserved { "fact-handover-reserved" } else { "fact-handover-accepted" };
                let who = self.words.officer(officer, self.station);
                self.with(self.words.with(id, &[("who", &who)]), &[reservations])
            }
            HandoverFact::Withdrawn => self.say("fact-handover-withdrawn", &[]),
            HandoverFact::Added { text } => self.detailed("fact-handover-added", &[text]),
        }
    }

    fn setup(&self, fact: &SetupFact, subject: &Subject) -> String {
        let key = match subject {
            Subject::Setup(key) => key.clone(),
            Subject::Record(_) | Subject::Unit(_) | Subject::Desk => subject.to_string(),
        };
        match fact {
            SetupFact::Set(_) => self.detailed("fact-setup-set", &[&key]),
            SetupFact::Retired => self.detailed("fact-setup-retired", &[&key]),
            SetupFact::PassphraseSet => {
                let number = key.strip_prefix("officer/").unwrap_or(&key);
                let officer = self.words.officer(&number.into(), self.station);
                self.say("fact-setup-passphrase-set", &[("officer", &officer)])
            }
        }
    }

    fn desk(&self, fact: &DeskFact) -> String {
        match fact {
            DeskFact::Started { version } => self.say("fact-desk-started", &[("version", version)]),
            DeskFact::Stopped => self.say("fact-desk-stopped", &[]),
            DeskFact::ClockSet { to } => {
                let when = self.words.moment(*to, &self.station.zone());
                self.say("fact-desk-clock-set", &[("when", &when)])
            }
            DeskFact::ClockStepped { by_s } => {
                let by = self.words.span(SignedDuration::from_secs(by_s.saturating_abs()));
                let way = if *by_s < 0 { "fact-desk-clock-stepped-back" } else { "fact-desk-clock-stepped" };
                self.say(way, &[("by", &by)])
            }
            DeskFact::FileRefused { file, why, line } => {
                let refused = match line {
                    Some(line) => self
                        .say("fact-desk-file-refused-line", &[("file", file), ("line", &line.to_string())]),
                    None => self.say("fact-desk-file-refused", &[("file", file)]),
                };
                self.with(refused, &[&self.words.file_refused(why)])
            }
            DeskFact::Denied { asked } => self.detailed("fact-desk-denied", &[&self.words.asked(asked)]),
            DeskFact::NoticeDead { id, tries } => {
                self.words.count_with("fact-desk-notice-dead", u64::from(*tries), &[("id", &id.to_string())])
            }
            DeskFact::NoticeRetried { id } => {
                self.say("fact-desk-notice-retried", &[("id", &id.to_string())])
            }
            DeskFact::NoticeDropped { id } => {
                self.say("fact-desk-notice-dropped", &[("id", &id.to_string())])
            }
            DeskFact::NoticeTested => self.say("fact-desk-notice-tested", &[]),
        }
    }
}

/// The fields that a correction changes, with the new value where it is a code.
fn corrected(teller: &Teller<'_>, changes: &Amendment) -> Vec<String> {
    use crate::domain::refusal::Field;
    let (words, station) = (teller.words, teller.station);
    let texts = [
        (Field::Narrative, changes.narrative.is_some()),
        (Field::Place, changes.place.is_some()),
        (Field::CallerName, changes.caller_name.is_some()),
        (Field::CallerPhone, changes.caller_phone.is_some()),
        (Field::OtherName, changes.other_name.is_some()),
        (Field::OtherPhone, changes.other_phone.is_some()),
    ];
    let codes = [
        (Field::Type, changes.incident_type.as_ref().map(|c| words.incident_type(Some(c), station))),
        (Field::Priority, changes.priority.map(|p| words.priority(Some(p)))),
        (Field::Beat, changes.beat.as_ref().map(|c| words.beat(Some(c), station))),
        (Field::EventTime, changes.event_at.map(|at| words.moment(at, &station.zone()))),
    ];
    let texts = texts.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| words.field(field));
    let codes = codes.into_iter().filter_map(|(field, value)| {
        let args = [("field", &*words.field(field)), ("value", &*value?)];
        Some(words.with("fact-report-amended-value", &args))
    });
    texts.chain(codes).collect()
}

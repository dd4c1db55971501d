//! The agreement of a dispute as a document: who agreed with whom, before whom, on what, who owes what by when, and where
//! everybody signs.
//!
//! It tells the agreement as it was made and never how it was kept, so that it reads the same whenever it is printed.

use super::block::{Block, Form, write};
use crate::domain::calendar::ends;
use crate::domain::dispute::said::{Party, Representative, Sat};
use crate::domain::dispute::terms::AgreementForm;
use crate::domain::dispute::{Agreement, Dispute, Obligation};
use crate::domain::due::rule_for;
use crate::domain::rules::Mark;
use crate::domain::{OfficerId, Station};
use crate::words::Words;
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

/// Where somebody signs.
const LINE: &str = "______________________________";

/// An agreement of a dispute as plain text, at most 80 columns wide.
pub fn text(dispute: &Dispute, agreement: &Agreement, station: &Station, words: &Words) -> String {
    written(dispute, agreement, station, words, Form::Plain)
}

/// An agreement of a dispute as Markdown.
pub fn markdown(dispute: &Dispute, agreement: &Agreement, station: &Station, words: &Words) -> String {
    written(dispute, agreement, station, words, Form::Markdown)
}

fn written(dispute: &Dispute, agreement: &Agreement, station: &Station, words: &Words, form: Form) -> String {
    let writer = Writer { dispute, agreement, zone: station.zone(), station, words };
    let stands = dispute.agreement().is_none_or(|last| last == agreement);
    let state = (!stands).then(|| words.get("doc-agreement-replaced"));
    write(writer.blocks(), state, station, words, form)
}

struct Writer<'a> {
    dispute: &'a Dispute,
    agreement: &'a Agreement,
    zone: TimeZone,
    station: &'a Station,
    words: &'a Words,
}

impl Writer<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![self.title(), Block::Fields(self.head())];
        blocks.push(self.heading("doc-agreement-parties"));
        blocks.extend((1u16..).zip(&self.dispute.parties).flat_map(|(n, party)| self.party(n, party)));
        blocks.extend([self.heading("doc-agreement-dispute"), Block::Fields(self.matter())]);
        let sittings = self.sittings();
        if !sittings.is_empty() {
            blocks.extend([self.heading("doc-agreement-mediation"), Block::Fields(sittings)]);
        }
        blocks.push(self.heading("doc-agreement-terms"));
        blocks.extend(self.terms());
        blocks.push(self.heading("doc-signatures"));
        blocks.push(Block::Fields(self.signatures()));
        blocks
    }

    fn heading(&self, id: &str) -> Block {
        Block::Heading(self.words.get(id))
    }

    fn field(&self, id: &str, value: String) -> (String, String) {
        (self.words.get(id), value)
    }

    /// A field that is left out when there is nothing to tell.
    fn told(&self, id: &str, value: &str) -> Option<(String, String)> {
        (!value.trim().is_empty()).then(|| self.field(id, value.to_owned()))
    }

    fn at(&self, at: Timestamp) -> String {
        self.words.moment(at, &self.zone)
    }

    /// The last day of a time that ends at midnight; the instant when it ends within a day.
    fn until(&self, end: Timestamp) -> String {
        let local = self.zone.to_datetime(end);
        match local.date().yesterday() {
            Ok(last) if local.time() == Time::midnight() => self.words.date(last),
            Ok(_) | Err(_) => self.at(end),
        }
    }

    fn title(&self) -> Block {
        Block::Title(self.words.get(match self.agreement.form {
            AgreementForm::Written => "doc-agreement-title",
            AgreementForm::Oral => "doc-agreement-title-oral",
        }))
    }

    fn head(&self) -> Vec<(String, String)> {
        let station = self.station.head();
        let station = station.map(|head| format!("{} ({})", head.name.of(self.words.lang()), head.code));
        let (id, all) = (self.dispute.id.to_string(), &self.dispute.agreements);
        // Only a dispute that was opened again has several.
        let nth = all.iter().position(|one| one == self.agreement).filter(|_| all.len() > 1);
        let number = nth.map_or_else(
            || id.clone(),
            |n| self.words.with("doc-agreement-nth", &[("id", &id), ("n", &(n + 1).to_string())]),
        );
        vec![
            self.field("doc-station", station.unwrap_or_default()),
            self.field("doc-agreement-number", number),
            self.field("doc-agreement-category", self.words.name(self.dispute.matter.category)),
            self.field("doc-agreement-made", self.at(self.agreement.stamp.at)),
            self.field("doc-agreement-form", self.words.name(self.agreement.form)),
        ]
    }

    fn party_title(&self, n: u16, party: &Party) -> String {
        let role = self.words.name(party.role);
        self.words
            .with("doc-agreement-party", &[("n", &n.to_string()), ("name", &party.name), ("role", &role)])
    }

    fn party(&self, n: u16, party: &Party) -> Vec<Block> {
        let spoken_for = party.represented_by.as_ref().map(|by| self.representative(by));
        let fields = [
            self.told("doc-agreement-address", &party.address),
            self.told("doc-agreement-phone", &party.phone),
            self.told("doc-agreement-represented", spoken_for.as_deref().unwrap_or_default()),
        ];
        let fields: Vec<(String, String)> = fields.into_iter().flatten().collect();
        let title = Block::Item(self.party_title(n, party));
        std::iter::once(title).chain((!fields.is_empty()).then_some(Block::Fields(fields))).collect()
    }

    fn representative(&self, by: &Representative) -> String {
        let parts = [by.name.as_str(), by.capacity.as_str(), by.phone.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        self.words.join(&parts)
    }

    fn matter(&self) -> Vec<(String, String)> {
        let matter = &self.dispute.matter;
        let place = self.told("doc-place", &matter.place);
        let narrative = self.told("doc-agreement-narrative", &matter.narrative);
        place.into_iter().chain(narrative).collect()
    }

    /// The sittings that led to the agreement.
    fn held(&self) -> impl Iterator<Item = &Sat> {
        let sat = self.dispute.sittings.iter().map(|sitting| &sitting.sat);
        sat.filter(|sat| sat.at <= self.agreement.stamp.at)
    }

    fn sittings(&self) -> Vec<(String, String)> {
        let sittings = (1u16..).zip(self.held());
        let told = |(n, sat): (u16, &Sat)| {
            let label = self.words.with("doc-agreement-sitting", &[("n", &n.to_string())]);
            let when = match sat.place.trim() {
                "" => self.at(sat.at),
                place => self.words.join(&[self.at(sat.at).as_str(), place]),
            };
            let (by, came) = (self.words.join(&mediators_of(sat, self)), self.words.parties(&sat.came));
            let args = [("when", when.as_str()), ("mediators", &by), ("came", &came)];
            (label, self.words.with("doc-agreement-sat", &args))
        };
        sittings.map(told).collect()
    }

    /// What was agreed, what each obligation is, and what a court may do with it.
    fn terms(&self) -> Vec<Block> {
        let agreement = self.agreement;
        let mut blocks = vec![Block::Paragraph(
            self.words.with("doc-agreement-assent", &[("parties", &self.words.parties(&agreement.assents))]),
        )];
        if !agreement.text.trim().is_empty() {
            blocks.push(Block::Paragraph(agreement.text.0.clone()));
        }
        if agreement.obligations.is_empty() {
            blocks.push(Block::Paragraph(self.words.get("doc-agreement-no-obligations")));
        }
        blocks.extend(agreement.obligations.iter().flat_map(|obligation| self.obligation(obligation)));
        blocks.extend(self.confirmation().map(Block::Paragraph));
        blocks
    }

    fn obligation(&self, obligation: &Obligation) -> [Block; 2] {
        let promise = &obligation.promise;
        let who = match self.dispute.party(promise.by) {
            Some(party) => self.party_title(promise.by, party),
            None => self.words.parties(&[promise.by]),
        };
        let by = promise.due.map_or_else(|| self.words.get("doc-agreement-at-once"), |due| self.at(due));
        let mut fields = vec![
            self.field("doc-agreement-who", who),
            self.field("doc-agreement-what", promise.what.0.clone()),
            self.field("doc-agreement-by", by),
        ];
        fields.extend(promise.amount.map(|sum| self.field("doc-agreement-amount", self.words.money(sum))));
        let title = self.words.with("doc-agreement-obligation", &[("n", &obligation.n.to_string())]);
        [Block::Item(title), Block::Fields(fields)]
    }

    /// Until when a court can be asked to confirm it: only what is written, and only by a rule in force.
    fn confirmation(&self) -> Option<String> {
        if self.agreement.form != AgreementForm::Written {
            return None;
        }
        let rule = rule_for(self.dispute, Mark::Agreed, Mark::ConfirmationSought, self.station)?;
        let calendar = &self.station.rules().calendar;
        let until = ends(rule.within, self.agreement.stamp.at, &self.zone, calendar)?;
        let (within, until) = (self.words.length(rule.within), self.until(until));
        let source = rule.source.of(self.words.lang());
        let args = [("within", within.as_str()), ("until", &until), ("source", source)];
        Some(self.words.with("doc-agreement-court", &args))
    }

    /// A line for everybody who signs. An oral agreement is signed by those who mediated it only.
    fn signatures(&self) -> Vec<(String, String)> {
        let parties = self.dispute.parties.iter().filter(|_| self.agreement.form == AgreementForm::Written);
        let parties = parties.map(|party| (self.words.name(party.role), party.name.0.clone()));
        let mut mediators: Vec<String> = Vec::new();
        for name in self.held().flat_map(|sat| mediators_of(sat, self)) {
            if !mediators.contains(&name) {
                mediators.push(name);
            }
        }
        if mediators.is_empty() {
            mediators.push(self.officer(self.dispute.lead().unwrap_or(&self.agreement.stamp.by)));
        }
        let mediators = mediators.into_iter().map(|name| (self.words.get("doc-agreement-mediator"), name));
        let signed = parties.chain(mediators).map(|(who, name)| (who, format!("{LINE}  {name}")));
        let date = self.field("doc-agreement-date", LINE.to_owned());
        signed.chain([date]).collect()
    }

    fn officer(&self, officer: &OfficerId) -> String {
        self.words.officer(officer, self.station)
    }
}

/// Who mediated at a sitting: officers by number and name, others by name.
fn mediators_of(sat: &Sat, writer: &Writer<'_>) -> Vec<String> {
    let officers = sat.mediators.iter().map(|officer| writer.officer(officer));
    officers.chain(sat.others.iter().map(|name| name.0.clone())).collect()
}

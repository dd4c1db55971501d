//! The handover as a document: who hands over to whom, every item with its I-PASS parts, equipment, figures, signatures.
//!
//! Times are in the station's zone. A deadline says how it stood when the desk collected the items, so that the
//! document reads the same whenever it is printed.

use super::block::{Block, Form, write};
use crate::domain::handover::{Draft, Handover, HandoverStatus, Item};
use crate::domain::id::Kind;
use crate::domain::{Stamp, Station};
use crate::words::Words;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A handover as plain text, at most 80 columns wide.
pub fn text(handover: &Handover, station: &Station, words: &Words) -> String {
    signed(handover, station, words, Form::Plain)
}

/// A handover as Markdown.
pub fn markdown(handover: &Handover, station: &Station, words: &Words) -> String {
    signed(handover, station, words, Form::Markdown)
}

/// What would be handed over now, as plain text. It says that nobody has signed it.
pub fn draft_text(draft: &Draft, station: &Station, words: &Words) -> String {
    unsigned(draft, station, words, Form::Plain)
}

/// What would be handed over now, as Markdown. It says that nobody has signed it.
pub fn draft_markdown(draft: &Draft, station: &Station, words: &Words) -> String {
    unsigned(draft, station, words, Form::Markdown)
}

fn signed(handover: &Handover, station: &Station, words: &Words, form: Form) -> String {
    let writer =
        Writer { draft: &handover.draft, handover: Some(handover), zone: station.zone(), station, words };
    let state = match handover.status {
        HandoverStatus::Signed => Some("doc-draft-signed"),
        HandoverStatus::Withdrawn => Some("doc-withdrawn"),
        HandoverStatus::Sealed => None,
    };
    write(writer.blocks(), state.map(|id| words.get(id)), station, words, form)
}

fn unsigned(draft: &Draft, station: &Station, words: &Words, form: Form) -> String {
    let writer = Writer { draft, handover: None, zone: station.zone(), station, words };
    write(writer.blocks(), Some(words.get("doc-draft-unsigned")), station, words, form)
}

struct Writer<'a> {
    draft: &'a Draft,
    handover: Option<&'a Handover>,
    zone: TimeZone,
    station: &'a Station,
    words: &'a Words,
}

impl Writer<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![self.title(), Block::Fields(self.head())];
        blocks.extend(self.items(true));
        blocks.extend(self.items(false));
        if self.draft.left_out > 0 {
            blocks.push(Block::Paragraph(self.words.count("doc-left-out", self.draft.left_out)));
        }
        blocks.extend(self.what_was_signed());
        blocks.push(self.heading("doc-figures"));
        blocks.push(Block::Fields(self.figures()));
        blocks.extend(self.addenda());
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

    fn at(&self, at: Timestamp) -> String {
        self.words.moment(at, &self.zone)
    }

    fn title(&self) -> Block {
        Block::Title(match self.handover {
            Some(h) => self.words.with("doc-title", &[("id", &h.id.to_string())]),
            None => self.words.get("doc-title-draft"),
        })
    }

    fn head(&self) -> Vec<(String, String)> {
        let (words, watch) = (self.words, &self.draft.watch);
        let station =
            self.station.head().map(|head| format!("{} ({})", head.name.of(words.lang()), head.code));
        let shift = self.station.shift_name(&watch.shift, words.lang());
        let (from, until) = (self.at(watch.from), self.at(watch.until));
        let shift = [("shift", shift), ("from", &*from), ("until", &*until)];
        let mut fields = vec![
            self.field("doc-station", station.unwrap_or_default()),
            self.field("doc-day", format!("{} {}", words.date(watch.day), words.weekday(watch.day))),
            self.field("doc-shift", words.with("doc-shift-span", &shift)),
            self.field("doc-collected", self.at(self.draft.collected_at)),
        ];
        fields.extend(self.handover.map(|h| self.field("doc-status", words.handover_status(h.status))));
        fields.extend(self.signatures());
        fields
    }

    /// Both names and times, or that there is none yet.
    fn signatures(&self) -> Vec<(String, String)> {
        let by = |id: &str, stamp: Option<&Stamp>| match stamp {
            Some(stamp) => {
                let who = self.words.officer(&stamp.by, self.station);
                self.words.with(id, &[("who", &who), ("when", &self.at(stamp.at))])
            }
            None => self.words.get("doc-open-signature"),
        };
        let outgoing = self.handover.map(|h| &h.signed);
        let incoming = self.handover.and_then(|h| h.accepted.as_ref());
        vec![
            self.field("doc-outgoing", by("doc-signed-at", outgoing)),
            self.field("doc-incoming", by("doc-accepted-at", incoming)),
        ]
    }

    fn items(&self, critical: bool) -> Vec<Block> {
        let items: Vec<&Item> = self.draft.items.iter().filter(|i| i.critical == critical).collect();
        let id = if critical { "doc-critical" } else { "doc-others" };
        let heading = self.words.with(id, &[("count", &items.len().to_string())]);
        let parts = items.into_iter().flat_map(|i| [self.item_title(i), Block::Fields(self.item(i))]);
        std::iter::once(Block::Heading(heading)).chain(parts).collect()
    }

    fn item_title(&self, item: &Item) -> Block {
        let incident_type = self.words.incident_type(item.incident_type.as_ref(), self.station);
        let args = [
            ("id", &*item.id.to_string()),
            ("on", &*item.concerns().to_string()),
            ("priority", &*self.words.rank(item.concerns(), item.priority)),
            ("type", &*incident_type),
            (
                "status",
                &*item.status.map_or_else(|| self.words.stands(item), |status| self.words.status(status)),
            ),
        ];
        let id = match item.id.kind {
            Kind::Escalation | Kind::Supervision if item.concerns().kind == Kind::Dispute => {
                "doc-item-on-dispute"
            }
            Kind::Escalation => "doc-item-escalation",
            Kind::Supervision | Kind::ZeroReport | Kind::Sweep | Kind::Dispute => "doc-item-other",
            Kind::Report | Kind::Handover | Kind::Person => "doc-item",
        };
        Block::Item(self.words.with(id, &args))
    }

    /// How severe, in short, what to do next, what may go wrong, and whether it was read back.
    fn item(&self, item: &Item) -> Vec<(String, String)> {
        let ground = self.words.ground(item.ground);
        let ground = match item.critical {
            true => self.words.with("doc-ground-critical", &[("ground", &ground)]),
            false => ground,
        };
        let mut fields = vec![self.field("doc-ground", ground)];
        if !item.place.is_empty() {
            fields.push(self.field("doc-place", item.place.0.clone()));
        }
        let summary = match item.call {
            0 => self.words.about(item, self.station),
            call => format!("{} {}", self.words.call_mark(call), item.summary.as_str()),
        };
        fields.push(self.field("doc-summary", summary));
        fields.push(self.field("doc-action", self.action(item)));
        let besides = self.words.besides(item, &self.station.zone());
        if !besides.is_empty() {
            fields.push(self.field("doc-besides", self.words.join(&besides)));
        }
        if let Some(handover) = self.handover {
            let risk = handover.remarks.get(&item.id).map(|remark| remark.0.clone());
            fields.push(self.field("doc-risk", risk.unwrap_or_else(|| self.words.get("doc-nothing-noted"))));
            let read = handover.read_back.contains(&item.id);
            if read || item.critical {
                let said = self.words.get(if read { "doc-read" } else { "doc-not-read" });
                fields.push(self.field("doc-read-back", said));
            }
        }
        fields
    }

    fn action(&self, item: &Item) -> String {
        let owner = match &item.waits_for {
            Some(waits_for) => self.words.waits_for(waits_for, self.station),
            None => self.words.holder(item.owner.as_ref(), self.station),
        };
        let Some(rule) = &item.rule else {
            return self.words.with("doc-action-none", &[("owner", &owner)]);
        };
        let action = self.words.rule(rule, self.station);
        match item.due_at {
            Some(due) => {
                let (when, stood) = (self.at(due), self.words.due_at(due, self.draft.collected_at));
                let args = [("action", &*action), ("owner", &*owner), ("when", &*when), ("due", &*stood)];
                self.words.with("doc-action-by", &args)
            }
            None => self.words.with("doc-action-open", &[("action", &action), ("owner", &owner)]),
        }
    }

    /// Equipment, the outgoing officer's words and the incoming officer's reservations.
    fn what_was_signed(&self) -> Vec<Block> {
        let Some(handover) = self.handover else { return Vec::new() };
        let mut blocks = Vec::new();
        if !handover.equipment.is_empty() {
            let there = |yes: bool| self.words.get(if yes { "doc-yes" } else { "doc-no" });
            let items = handover.equipment.iter().map(|(item, yes)| (self.equipment(item), there(*yes)));
            blocks.extend([self.heading("doc-equipment"), Block::Fields(items.collect())]);
        }
        for (id, text) in [("doc-words", &handover.words), ("doc-reservations", &handover.reservations)] {
            if !text.is_empty() {
                blocks.extend([self.heading(id), Block::Paragraph(text.0.clone())]);
            }
        }
        blocks
    }

    /// An item of equipment in the reader's language; as it was recorded when the station's list no longer has it.
    fn equipment(&self, item: &str) -> String {
        let mut names = self.station.checklists().flat_map(|list| &list.items);
        let same = names.find(|name| name.texts().contains(&item));
        same.map_or(item, |name| name.of(self.words.lang())).to_owned()
    }

    fn figures(&self) -> Vec<(String, String)> {
        let none = || self.words.get("doc-none");
        let numbers = self.draft.numbers.map(|(first, last, count)| {
            let args = [
                ("first", &*first.to_string()),
                ("last", &*last.to_string()),
                ("count", &*count.to_string()),
            ];
            self.words.with("doc-numbers-span", &args)
        });
        let journal = self.draft.journal.map(|(first, last)| {
            let args = [("first", &*first.to_string()), ("last", &*last.to_string())];
            self.words.with("doc-journal-span", &args)
        });
        let mut fields = vec![
            self.field("doc-numbers", numbers.unwrap_or_else(none)),
            self.field("doc-journal", journal.unwrap_or_else(none)),
        ];
        let tally = |t: &crate::domain::handover::Tally| (self.words.kind(&t.kind), t.count.to_string());
        fields.extend(self.draft.tallies.iter().map(tally));
        fields
    }

    fn addenda(&self) -> Vec<Block> {
        let addenda = self.handover.map(|h| h.addenda.as_slice()).unwrap_or_default();
        let heading = (!addenda.is_empty()).then(|| self.heading("doc-addenda"));
        let parts = addenda.iter().flat_map(|addendum| {
            let who = self.words.officer(&addendum.stamp.by, self.station);
            let when = self.at(addendum.stamp.at);
            let head = self.words.with("doc-addendum", &[("who", &who), ("when", &when)]);
            [Block::Item(head), Block::Paragraph(addendum.text.0.clone())]
        });
        heading.into_iter().chain(parts).collect()
    }
}

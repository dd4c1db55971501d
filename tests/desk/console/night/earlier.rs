//! What the desk knows of earlier, and how fast the shift is: read through every report, as slowly as that is.

use super::Night;
use dutydesk::domain::earlier::{Before, EarlierRow, History, Same, key_of, phone_key, place_key};
use dutydesk::domain::speed::{Speed, SpeedTally, Took, is_measured};
use dutydesk::domain::{Private, RecordId, Report};

impl Night {
    /// The reports before a report, or all, that have one thing in common with what is told; newest first.
    fn with_the_same(&self, by: Same, told: Option<&String>, before: Option<RecordId>) -> Vec<&Report> {
        let earlier = self.reports().rev().filter(|r| before.is_none_or(|of| r.id < of));
        earlier.filter(|report| told.is_some() && key_of(report, by).as_ref() == told).collect()
    }

    /// What a command needs to know of earlier.
    pub fn before(&self, place: &str, phone: &str, report: Option<RecordId>) -> Before {
        let ids = |by, told: Option<String>| {
            self.with_the_same(by, told.as_ref(), report).iter().map(|report| report.id).take(10).collect()
        };
        Before { place: ids(Same::Place, place_key(place)), caller: ids(Same::Caller, phone_key(phone)) }
    }

    /// What the desk answers to somebody who types.
    pub fn history(&self, place: &str, phone: &str, before: Option<RecordId>, limit: u16) -> History {
        let of = |by, told: Option<String>| self.with_the_same(by, told.as_ref(), before);
        let place = of(Same::Place, place_key(place));
        let caller = of(Same::Caller, phone_key(phone));
        let row = |report: &Report| EarlierRow {
            id: report.id,
            received_at: report.received.at,
            incident_type: report.telling.incident_type.clone(),
            status: report.status,
            gist: Private(report.telling.narrative.chars().take(120).collect()),
            same: [(Same::Place, &place), (Same::Caller, &caller)]
                .into_iter()
                .filter(|(_, list)| list.iter().any(|r| r.id == report.id))
                .map(|(by, _)| by)
                .collect(),
        };
        let rows = self.reports().rev().map(row).filter(|row| !row.same.is_empty());
        History {
            place: place.len() as u32,
            caller: caller.len() as u32,
            rows: rows.take(usize::from(limit)).collect(),
        }
    }

    /// The three speeds of the shift.
    pub fn speeds(&self) -> Vec<SpeedTally> {
        let watch = self.station.watch(self.now);
        let measured = self.reports().filter(|r| is_measured(r.source) && r.received.at >= watch.from);
        let reports: Vec<&Report> = measured.collect();
        let tally = |speed: Speed| {
            let mut buckets = [0; 4];
            for took in reports.iter().filter_map(|report| Took::on(report).of(speed)) {
                buckets[speed.bucket(took)] += 1;
            }
            SpeedTally { speed, buckets }
        };
        Speed::ALL.map(tally).to_vec()
    }
}

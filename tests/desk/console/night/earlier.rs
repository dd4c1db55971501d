//! What the desk knows of earlier, and how fast the shift is: read through every report, as slowly as that is.

use super::Night;
use dutydesk::domain::earlier::{EarlierRow, History, Same, caller_of, phone_key, place_key, place_of};
use dutydesk::domain::pair::{Side, between, of_report};
use dutydesk::domain::speed::{Speed, SpeedTally, Took, is_measured};
use dutydesk::domain::{Private, RecordId, Report};

impl Night {
    /// What the desk answers to somebody who types.
    pub fn history(
        &self,
        place: &str,
        [caller, other]: [&Side; 2],
        before: Option<RecordId>,
        limit: u16,
    ) -> History {
        let pairs = between(caller, other);
        let (place, phone) = (place_key(place), phone_key(&caller.phone));
        let same = |report: &Report| -> Vec<Same> {
            let by = [
                (Same::Place, place.is_some() && place_of(report) == place),
                (Same::Caller, phone.is_some() && caller_of(report) == phone),
                (Same::Sides, !pairs.is_disjoint(&of_report(report))),
            ];
            by.into_iter().filter(|(_, is)| *is).map(|(by, _)| by).collect()
        };
        let row = |report: &Report| EarlierRow {
            id: report.id,
            received_at: report.received.at,
            incident_type: report.telling.incident_type.clone(),
            status: report.status,
            gist: Private(report.telling.narrative.chars().take(120).collect()),
            same: same(report),
        };
        let earlier = self.reports().rev().filter(|r| before.is_none_or(|of| r.id < of));
        let rows: Vec<EarlierRow> = earlier.map(row).filter(|row| !row.same.is_empty()).collect();
        let count = |by| rows.iter().filter(|row| row.same.contains(&by)).count() as u32;
        History {
            place: count(Same::Place),
            caller: count(Same::Caller),
            sides: count(Same::Sides),
            rows: rows.iter().take(usize::from(limit)).cloned().collect(),
            disputes: Vec::new(),
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

//! What the desk's own codes are called: statuses, roles, sources and so on, and who and what the station names.
//!
//! A family's ids are its prefix and the code, so a new variant is a new line in `names.ftl`; a test asks for
//! every variant.

use super::Words;
use crate::domain::desk::Trouble;
use crate::domain::due::{Light, WaitsFor};
use crate::domain::handover::{Ground, HandoverStatus, Item};
use crate::domain::patrol::UnitStatus;
use crate::domain::place::Level;
use crate::domain::query::ReportView;
use crate::domain::quick_entry::QuickEntry;
use crate::domain::refusal::Field;
use crate::domain::report::{Priority, Source, Status, Step};
use crate::domain::rules::part_of;
use crate::domain::setup::CodeList;
use crate::domain::supervision::SupervisionStatus;
use crate::domain::{Code, OfficerId, Role, Station};
use jiff::tz::TimeZone;

impl Words {
    /// Where a report stands.
    pub fn status(&self, status: Status) -> String {
        self.named("status", status.code())
    }

    /// A step on a report, as something to do.
    pub fn step(&self, step: Step) -> String {
        self.named("step", step.code())
    }

    /// What an officer is at the desk.
    pub fn role(&self, role: Role) -> String {
        self.named("role", role.code())
    }

    /// How a report reached the desk.
    pub fn source(&self, source: Source) -> String {
        self.named("source", source.code())
    }

    /// How large a place is.
    pub fn level(&self, level: Level) -> String {
        self.named("level", level.code())
    }

    /// Whom an escalation to this level goes to.
    pub fn target(&self, level: Level) -> String {
        self.named("target", level.code())
    }

    /// What a deadline rule owes, as the station calls it, with the number of the part where it is one of several; its
    /// code when the rule is gone.
    pub fn rule(&self, rule: &Code, station: &Station) -> String {
        let name = station.rules().rule(rule).map(|rule| rule.name.of(self.lang()).to_owned());
        match (name, part_of(&rule.0).1) {
            (None, _) => rule.0.clone(),
            (Some(name), None) => name,
            (Some(name), Some(n)) => format!("{name} {n}"),
        }
    }

    /// Whom something waits for.
    pub fn waits_for(&self, waits_for: &WaitsFor, station: &Station) -> String {
        match waits_for {
            WaitsFor::Desk => self.get("the-desk"),
            WaitsFor::Officer(number) => self.officer(number, station),
            WaitsFor::Unit(code) => station.unit_name(code, self.lang()).to_owned(),
            WaitsFor::Level(level) => self.target(*level),
            WaitsFor::Post(code) => station.post_name(code, self.lang()).to_owned(),
            WaitsFor::Beat(code) => station.place_name(code, self.lang()).to_owned(),
        }
    }

    /// A light in words, for those who see no colours.
    pub fn light(&self, light: Light) -> String {
        self.named("light", light.code())
    }

    /// A view of the list of reports.
    pub fn view(&self, view: ReportView) -> String {
        self.named("view", view.code())
    }

    /// What a unit is doing.
    pub fn unit_status(&self, status: UnitStatus) -> String {
        self.named("unit-status", status.code())
    }

    /// Where a handover stands.
    pub fn handover_status(&self, status: HandoverStatus) -> String {
        self.named("handover-status", status.code())
    }

    /// Where a supervision order stands.
    pub fn supervision_status(&self, status: SupervisionStatus) -> String {
        self.named("supervision-status", status.code())
    }

    /// Where an item of a handover stands: its report, or the item itself when it is none.
    pub fn stands(&self, item: &Item) -> String {
        match (item.status, item.dispute) {
            (_, Some(status)) => self.name(status),
            (Some(status), None) if item.ground != Ground::Unacknowledged => self.status(status),
            (Some(_) | None, None) => self.ground(item.ground),
        }
    }

    /// What an item of a handover is about, in short: what was told, or the post or beat that has not reported.
    pub fn about(&self, item: &Item, station: &Station) -> String {
        match item.ground {
            Ground::ZeroMissing => station.post_name(&item.summary.as_str().into(), self.lang()).to_owned(),
            Ground::SweepMissing => station.place_name(&item.summary.as_str().into(), self.lang()).to_owned(),
            Ground::OpenUrgent
            | Ground::Unacknowledged
            | Ground::MayTurnViolent
            | Ground::Overdue
            | Ground::DisputeDue
            | Ground::Supervision
            | Ground::StillOpen => item.summary.trim().to_owned(),
        }
    }

    /// What else an item of a handover says: when it comes back, and how often it was handed over before.
    pub fn besides(&self, item: &Item, zone: &TimeZone) -> Vec<String> {
        let put_off =
            item.put_off.map(|until| self.with("due-snoozed", &[("when", &self.moment(until, zone))]));
        let paused = item.paused.map(|since| self.with("due-paused", &[("when", &self.moment(since, zone))]));
        let carried = (item.carried > 0).then(|| self.count("item-carried", u64::from(item.carried)));
        put_off.into_iter().chain(paused).chain(carried).collect()
    }

    /// Why an item stands in a handover.
    pub fn ground(&self, ground: Ground) -> String {
        self.named("ground", ground.code())
    }

    /// What a code list of the station is called.
    pub fn list(&self, list: CodeList) -> String {
        self.named("list", list.code())
    }

    /// What a field of a form or a file is called.
    pub fn field(&self, field: Field) -> String {
        self.named("field", field.code())
    }

    /// What is wrong with the desk, as a sentence for the banner.
    pub fn trouble(&self, trouble: Trouble) -> String {
        self.named("trouble", trouble.code())
    }

    /// What broke under a request, by the code that the desk answers with; the code itself when there is no such text.
    pub fn failed(&self, code: &str) -> String {
        self.code_or("trouble", code)
    }

    /// A kind of fact, such as `report.accepted`; the kind itself when the product knows none of that name.
    pub fn kind(&self, kind: &str) -> String {
        self.code_or("kind", kind)
    }

    /// What was asked of the desk, such as `report.accept`; the code itself when the product knows none of that name.
    pub fn asked(&self, asked: &str) -> String {
        self.code_or("asked", asked)
    }

    /// Why the intake refused a file, in short; the code itself when the product knows none of that name.
    pub fn file_refused(&self, why: &str) -> String {
        self.code_or("file-refused", why)
    }

    /// `P1` to `P4`, or that it is to be set.
    pub fn priority(&self, priority: Option<Priority>) -> String {
        priority.map_or_else(|| self.get("to-be-set"), |p| p.code().to_owned())
    }

    /// The station's name for an incident type, or that it is to be set.
    pub fn incident_type(&self, code: Option<&Code>, station: &Station) -> String {
        self.or_to_be_set(code.map(|c| station.code_name(CodeList::IncidentType, c, self.lang())))
    }

    /// The station's name for a beat, or that it is to be set.
    pub fn beat(&self, code: Option<&Code>, station: &Station) -> String {
        self.or_to_be_set(code.map(|c| station.place_name(c, self.lang())))
    }

    /// What one line enters, part by part: a `~` in front of what is only proposed, and what is still to be set.
    pub fn quick_entry(&self, entry: &QuickEntry, station: &Station) -> Vec<String> {
        let told = &entry.telling;
        let sign = |proposed: bool| if proposed { "~" } else { "" };
        let priority = told.priority.map(|_| self.priority(told.priority));
        let kind = told.incident_type.as_ref().map(|code| self.incident_type(Some(code), station));
        let beat = told.beat.as_ref().filter(|_| entry.unknown_beat.is_none());
        let set = |sign: &str, text: Option<String>, unset: &str| match text {
            Some(text) => format!("{sign}{text}"),
            None => self.get(unset),
        };
        let mut parts = vec![
            set(sign(entry.priority_proposed), priority, "form-quick-no-priority"),
            set(sign(entry.type_proposed), kind, "form-quick-no-type"),
            set("", beat.map(|code| self.beat(Some(code), station)), "form-quick-beat-to-be-set"),
        ];
        if !told.place.is_empty() {
            parts.push(self.with("form-quick-place", &[("place", &told.place)]));
        }
        if !told.caller_phone.is_empty() {
            parts.push(self.with("form-quick-phone", &[("phone", &told.caller_phone)]));
        }
        if !told.narrative.is_empty() {
            parts.push(told.narrative.0.clone());
        }
        parts
    }

    /// An officer by number and name: `0142 Li Qiang`; the number alone when the station has no name for it.
    pub fn officer(&self, number: &OfficerId, station: &Station) -> String {
        if number.0 == Role::Desk.code() {
            return self.get("the-desk");
        }
        let name = station.officer_name(number, self.lang());
        if name == number.0 { name.to_owned() } else { format!("{number} {name}") }
    }

    /// Whom something waits for: an officer, or the desk when nobody has taken it.
    pub fn holder(&self, officer: Option<&OfficerId>, station: &Station) -> String {
        officer.map_or_else(|| self.get("the-desk"), |number| self.officer(number, station))
    }

    pub(super) fn named(&self, family: &str, code: &str) -> String {
        self.get(&format!("{family}-{code}"))
    }

    fn code_or(&self, family: &str, code: &str) -> String {
        let id = format!("{family}-{}", code.replace('.', "-"));
        if self.has(&id) { self.get(&id) } else { code.to_owned() }
    }

    fn or_to_be_set(&self, name: Option<&str>) -> String {
        name.map_or_else(|| self.get("to-be-set"), str::to_owned)
    }
}

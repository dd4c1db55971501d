//! What stands in the forms on disputes when they are opened: what the record says now, never somebody's assent.

use super::super::{Form, Purpose, Slot, with_signs};
use super::DisputeForm;
use super::fields::{
    ADDRESS, ANSWERS_FOR, APPLICANT, APPLICANT_PHONE, AT, BEGAN, CATEGORY, DEADLINE, IS_OFFICER, LEAD,
    MEDIATOR, NAMESAKE, OBLIGATION, RESPONDENT, RESPONDENT_PHONE, RESPONSIBLE, RESULT_BY, ROLE, SEVERITY,
    SPEAKER, SPEAKER_AS, SPEAKER_PHONE,
};
use super::known::Known;
use crate::domain::dispute::said::Party;
use crate::domain::dispute::terms::Severity;
use crate::domain::dispute::{Dispute, DisputeStep};
use crate::domain::limits::max_of;
use crate::domain::refusal::Field;
use crate::domain::report::Report;
use crate::domain::{Code, Private};
use crate::ui::overlay::Setting;
use jiff::Timestamp;

/// What stands in a field.
type Preset = (Slot, String);
/// What stands in a form when it is opened.
type Presets = fn(&Dispute, &Setting<'_>) -> Vec<Preset>;

impl Form {
    /// The form for an act on a dispute, with the whole record where there is one. Without it a form that
    /// [`DisputeForm::needs_record`] has nobody to choose.
    pub fn dispute(form: DisputeForm, dispute: Option<&Dispute>, setting: &Setting<'_>) -> Form {
        let known = dispute.map(|dispute| Known::of(dispute, setting)).unwrap_or_default();
        let presets = presets(&form, dispute, &known, setting);
        let lines = form.lines(&known);
        let corrects = form.corrects();
        let mut made = Form::of(Purpose::Dispute(form.clone()), form.fields(&known));
        if let Some(lines) = lines {
            made = made.with_lines(lines.template, lines.before, lines.first, lines.at_least);
        }
        let made = presets.iter().fold(made, |made, (slot, value)| made.preset(*slot, value, setting));
        if !corrects {
            return made.opened();
        }
        let last = dispute.map(|dispute| &dispute.last);
        let steps = [DisputeStep::Amend, DisputeStep::AmendParty];
        let by = last.filter(|last| steps.contains(&last.step)).map(|last| last.stamp.by.clone());
        Form { at: 0, by, ..made }
    }

    /// The form that enters a dispute made from a report: what was told there is proposed.
    pub fn new_dispute(report: &Report, setting: &Setting<'_>) -> Form {
        let told = &report.telling;
        let form = Form::dispute(DisputeForm::New { from: Some(report.id) }, None, setting);
        let presets = [
            prose(Field::Narrative, &told.narrative),
            prose(Field::Place, &told.place),
            (Slot::Of(Field::Beat), code(told.beat.as_ref())),
            (APPLICANT, signs(Field::CallerName, &told.caller_name)),
            (APPLICANT_PHONE, signs(Field::CallerPhone, &told.caller_phone)),
            (RESPONDENT, signs(Field::OtherName, &told.other_name)),
            (RESPONDENT_PHONE, signs(Field::OtherPhone, &told.other_phone)),
        ];
        let form = presets.iter().fold(form, |form, (slot, value)| form.preset(*slot, value, setting));
        form.opened()
    }
}

fn presets(form: &DisputeForm, of: Option<&Dispute>, known: &Known, setting: &Setting<'_>) -> Vec<Preset> {
    if let DisputeForm::New { .. } = form {
        return vec![(SEVERITY, Severity::General.code().to_owned())];
    }
    let Some(dispute) = of else { return Vec::new() };
    if let DisputeForm::AmendParty { n, .. } = form {
        return dispute.party(*n).map(party).unwrap_or_default();
    }
    if let DisputeForm::Settle { n, .. } = form {
        return obligation(*n, known);
    }
    let makes: [(bool, Presets); 5] = [
        (matches!(form, DisputeForm::Assign { .. }), fixed),
        (matches!(form, DisputeForm::Amend { .. }), matter),
        (matches!(form, DisputeForm::Plan { .. }), planned),
        (matches!(form, DisputeForm::Sit { .. }), sitting),
        (matches!(form, DisputeForm::DrawUp { .. }), package),
    ];
    makes.into_iter().filter(|(is, _)| *is).flat_map(|(_, make)| make(dispute, setting)).collect()
}

/// The obligation that was pointed at, or the only one that can be settled.
fn obligation(n: Option<u16>, known: &Known) -> Vec<Preset> {
    let only = if let [only] = known.obligations.as_slice() { Some(only.code.clone()) } else { None };
    n.map(|n| n.to_string()).or(only).map(|n| (OBLIGATION, n)).into_iter().collect()
}

fn fixed(dispute: &Dispute, setting: &Setting<'_>) -> Vec<Preset> {
    let Some(fixed) = &dispute.fixed else { return Vec::new() };
    vec![
        (LEAD, fixed.lead.0.clone()),
        prose(Field::Measure, &fixed.measure),
        (DEADLINE, to_come(fixed.deadline, setting)),
        (ANSWERS_FOR, fixed.answers.0.clone()),
    ]
}

fn matter(dispute: &Dispute, _: &Setting<'_>) -> Vec<Preset> {
    let matter = &dispute.matter;
    vec![
        prose(Field::Narrative, &matter.narrative),
        prose(Field::Place, &matter.place),
        (Slot::Of(Field::Beat), code(matter.beat.as_ref())),
        (CATEGORY, matter.category.code().to_owned()),
        (SEVERITY, matter.severity.code().to_owned()),
    ]
}

fn party(party: &Party) -> Vec<Preset> {
    let speaker = party.represented_by.clone().unwrap_or_default();
    vec![
        prose(Field::Name, &party.name),
        (ROLE, party.role.code().to_owned()),
        prose(Field::CallerPhone, &party.phone),
        (ADDRESS, signs(Field::Place, &party.address)),
        (SPEAKER, signs(Field::Name, &speaker.name)),
        (SPEAKER_PHONE, signs(Field::CallerPhone, &speaker.phone)),
        (SPEAKER_AS, signs(Field::Name, &speaker.capacity)),
        (IS_OFFICER, party.officer.as_ref().map(|officer| officer.0.clone()).unwrap_or_default()),
        (NAMESAKE, if party.namesake { "yes" } else { "" }.to_owned()),
    ]
}

/// Where they sat last, when nothing was said of the next time.
fn planned(dispute: &Dispute, setting: &Setting<'_>) -> Vec<Preset> {
    let last = dispute.sittings.last().map(|sitting| &sitting.sat.place);
    match &dispute.planned {
        Some((_, planned)) => {
            vec![(AT, to_come(Some(planned.at), setting)), prose(Field::Place, &planned.place)]
        }
        None => last.map(|place| prose(Field::Place, place)).into_iter().collect(),
    }
}

/// A sitting that was set began then; the lead mediates.
fn sitting(dispute: &Dispute, setting: &Setting<'_>) -> Vec<Preset> {
    let lead = dispute.lead().map(|lead| (Slot::Line(MEDIATOR, 1), lead.0.clone()));
    let set = dispute.planned.as_ref().map(|(_, planned)| planned);
    let began = set.filter(|planned| planned.at <= setting.now);
    let began = began.map(|planned| (BEGAN, in_full(planned.at, setting)));
    let place = set.map(|planned| prose(Field::Place, &planned.place));
    lead.into_iter().chain(began).chain(place).collect()
}

fn package(dispute: &Dispute, setting: &Setting<'_>) -> Vec<Preset> {
    let Some(package) = &dispute.package else { return Vec::new() };
    let measures = &package.measures;
    vec![
        prose(Field::Measure, &measures.measures),
        (RESPONSIBLE, measures.responsible.0.clone()),
        (RESULT_BY, to_come(Some(measures.by), setting)),
    ]
}

fn signs(field: Field, text: &Private) -> String {
    with_signs(text, max_of(field))
}

fn prose(field: Field, text: &Private) -> Preset {
    (Slot::Of(field), signs(field, text))
}

fn code(code: Option<&Code>) -> String {
    code.map(|code| code.0.clone()).unwrap_or_default()
}

fn in_full(at: Timestamp, setting: &Setting<'_>) -> String {
    setting.station.zone().to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A time as it can be typed, while it is still to come.
fn to_come(at: Option<Timestamp>, setting: &Setting<'_>) -> String {
    at.filter(|at| *at > setting.now).map(|at| in_full(at, setting)).unwrap_or_default()
}

//! Forms: fields described by data, filled in by keyboard, turned into a command by a pure function.
//!
//! A form keeps what was typed and asks nothing of the desk itself. Its draft never holds a passphrase, and nothing
//! that was typed stands in its `Debug`.
//!
//! A part of the product brings its own forms, as `dispute` does: what each is for, its fields, its command, and the field
//! that a refusal is about. Here it costs a variant of [`Purpose`] and a line where that is matched.

mod act;
mod beside;
mod by_when;
pub mod choice;
mod complaint;
pub mod dispute;
mod draft;
pub mod earlier;
mod fill;
mod lines;
mod paint;
mod purpose;
mod quick;
mod read;
pub mod spec;
mod ticks;
pub mod time;
mod until;

use std::collections::BTreeMap;

use crate::domain::limits::max_of;
use crate::domain::place::Level;
use crate::domain::propose;
use crate::domain::refusal::Field;
use crate::domain::report::{Report, Source, Step};
use crate::domain::{Code, OfficerId, Private, RecordId};
use crate::ui::overlay::Setting;
use crate::ui::text::safe;
use crate::ui::widget::field::TextField;

use beside::Beside;
use choice::Choosing;
pub use complaint::{FieldComplaint, Wrong};
pub use dispute::DisputeForm;
pub use draft::Draft;
use earlier::Earlier;
pub use fill::report_number;
use jiff::Timestamp;
use lines::MoreLines;
pub use purpose::Purpose;
pub use spec::Slot;
use spec::{Choices, FieldSpec, Kind};
use ticks::Ticks;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Text(TextField),
    Choice(Choosing),
    Flag(Option<bool>),
    Ticks(Ticks),
}

/// A field with what stands in it.
#[derive(Clone, PartialEq, Eq)]
struct Entry {
    spec: FieldSpec,
    value: Value,
    /// What stood in it when the form was opened.
    preset: String,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry")
            .field("slot", &self.spec.slot)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

impl Entry {
    fn new(spec: FieldSpec) -> Entry {
        let value = match spec.kind {
            Kind::Text(lines) => Value::Text(TextField::new(lines, spec.max())),
            Kind::Choice(_) => Value::Choice(Choosing::empty(spec.offers.clone())),
            Kind::YesNo => Value::Flag(None),
            Kind::Ticks => Value::Ticks(Ticks::default()),
            Kind::Secret
            | Kind::Time
            | Kind::Ahead
            | Kind::ByDay
            | Kind::Money
            | Kind::RecordNumber
            | Kind::ReportNumber
            | Kind::OfficerNumber => Value::Text(TextField::new(Default::default(), spec.max())),
        };
        Entry { spec, value, preset: String::new() }
    }

    /// What stands in it as text: what was typed, the code that was chosen, `yes` or `no`.
    fn content(&self) -> &str {
        match &self.value {
            Value::Text(field) => field.text(),
            Value::Choice(choosing) if !choosing.typed.is_empty() => choosing.typed.text(),
            Value::Choice(choosing) => choosing.chosen.as_deref().unwrap_or_default(),
            Value::Flag(Some(true)) => "yes",
            Value::Flag(Some(false)) => "no",
            Value::Flag(None) => "",
            Value::Ticks(ticks) => ticks.content(),
        }
    }

    fn set(&mut self, content: &str, setting: &Setting<'_>) {
        match (&mut self.value, self.spec.kind) {
            (Value::Text(field), _) => {
                field.set(content);
            }
            (Value::Choice(choosing), Kind::Choice(of)) => choosing.restore(content, of, setting),
            (Value::Choice(_), _) => {}
            (Value::Flag(flag), _) => {
                *flag = match content {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                }
            }
            (Value::Ticks(ticks), _) => ticks.restore(content, &self.spec.offers),
        }
    }

    /// Whether it was left as it was when the form was opened.
    fn is_untouched(&self) -> bool {
        self.content() == self.preset
    }

    /// Whether its list stands open by itself: something must be chosen, or it only offers what can be typed as well.
    fn opens_by_itself(&self) -> bool {
        self.must_choose() || self.takes_words() || (self.spec.opens && self.content().is_empty())
    }

    /// Whether it only offers what can be typed as well.
    fn takes_words(&self) -> bool {
        matches!(self.spec.kind, Kind::Choice(of) if of.takes_words())
    }

    /// Whether something must be chosen and is not.
    fn must_choose(&self) -> bool {
        self.spec.required && matches!(&self.value, Value::Choice(choosing) if choosing.chosen.is_none())
    }
}

/// What the officer is told at the foot of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    /// Something keeps it from being saved.
    Complaint(FieldComplaint),
    /// So many control characters were left out of what was pasted.
    LeftOut(usize),
    /// It stands as it was left then.
    Restored(Timestamp),
    /// It was emptied as a whole; the same key brings it back.
    Emptied,
    /// It is with the desk.
    Waiting,
    /// The desk's answer didn't come.
    Unanswered,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    purpose: Purpose,
    /// How many marked reports it is about; 0 when it is about one thing.
    several: u64,
    entries: Vec<Entry>,
    at: usize,
    told: Option<Told>,
    /// Whether the desk has it and hasn't answered.
    waiting: bool,
    /// What stood in it before it was emptied.
    spare: Option<Private>,
    /// The fields typed into here that another officer has changed meanwhile.
    theirs: Vec<Slot>,
    /// Who changed the record last.
    by: Option<OfficerId>,
    /// What the desk knows of earlier reports.
    earlier: Earlier,
    /// What it says of its record while nothing else is to be told.
    beside: Option<Beside>,
    /// The lines that it has several of.
    lines: Option<MoreLines>,
}

impl Form {
    /// An empty form.
    pub fn new(purpose: Purpose, setting: &Setting<'_>) -> Form {
        if let Purpose::Dispute(form) = purpose {
            return Form::dispute(form, None, setting);
        }
        let specs = spec::fields(&purpose, setting.station);
        Form::of(purpose, specs)
    }

    /// An empty form with these fields.
    fn of(purpose: Purpose, specs: Vec<FieldSpec>) -> Form {
        let entries = specs.into_iter().map(Entry::new).collect();
        let form = Form {
            purpose,
            several: 0,
            entries,
            at: 0,
            told: None,
            waiting: false,
            spare: None,
            theirs: Vec::new(),
            by: None,
            earlier: Earlier::default(),
            beside: None,
            lines: None,
        };
        form.opened()
    }

    /// The form that enters a report: by telephone, unless the officer says otherwise.
    pub fn new_report(setting: &Setting<'_>) -> Form {
        Form::new(Purpose::NewReport, setting).preset(Slot::Source, Source::Phone.code(), setting).opened()
    }

    /// The form that corrects what was told, with what stands there now.
    pub fn amend(report: &Report, setting: &Setting<'_>) -> Form {
        let told = &report.telling;
        let purpose =
            Purpose::Amend { id: report.id, was: Box::new(told.clone()), event_at: report.event_at };
        let event =
            setting.station.zone().to_datetime(report.event_at).strftime("%Y-%m-%d %H:%M").to_string();
        let code = |code: &Option<Code>| code.as_ref().map(|c| c.0.clone()).unwrap_or_default();
        let values = [
            (Field::Narrative, with_signs(&told.narrative, max_of(Field::Narrative))),
            (Field::Place, with_signs(&told.place, max_of(Field::Place))),
            (Field::Beat, code(&told.beat)),
            (Field::Type, code(&told.incident_type)),
            (Field::Priority, told.priority.map(|p| p.code().to_owned()).unwrap_or_default()),
            (Field::CallerName, with_signs(&told.caller_name, max_of(Field::CallerName))),
            (Field::CallerPhone, with_signs(&told.caller_phone, max_of(Field::CallerPhone))),
            (Field::OtherName, with_signs(&told.other_name, max_of(Field::OtherName))),
            (Field::OtherPhone, with_signs(&told.other_phone, max_of(Field::OtherPhone))),
            (Field::EventTime, event),
        ];
        let form = values.into_iter().fold(Form::new(purpose, setting), |form, (field, value)| {
            form.preset(Slot::Of(field), &value, setting)
        });
        let by = (report.last_change.step == Step::Amend).then(|| report.last_change.stamp.by.clone());
        Form { at: 0, by, ..form }
    }

    /// The form that closes a report, with the disposition that was given when it was resolved.
    pub fn close(id: RecordId, disposition: Option<&Code>, setting: &Setting<'_>) -> Form {
        let given = disposition.map(Code::as_str).unwrap_or_default();
        let form = Form::new(Purpose::Close { id }, setting);
        form.preset(Slot::Of(Field::Disposition), given, setting).opened()
    }

    /// The form that hands a report up: to the next level above `reached`, the highest one that has it already.
    pub fn escalate(id: RecordId, reached: Option<Level>, setting: &Setting<'_>) -> Form {
        let to = match reached {
            None | Some(Level::Beat | Level::Community) => Level::Town,
            Some(Level::Town | Level::District) => Level::District,
        };
        let form = Form::new(Purpose::Escalate { id }, setting);
        form.preset(Slot::Level, to.code(), setting).opened()
    }

    /// The form that puts something off: by half an hour because something else comes first, unless the officer says
    /// otherwise.
    pub fn snooze(id: RecordId, rule: Code, setting: &Setting<'_>) -> Form {
        let form = Form::new(Purpose::Snooze { id, rule }, setting);
        let form = form.preset(Slot::Until, until::USUAL, setting);
        Form { at: 0, ..form.preset(Slot::Why, until::USUAL_DELAY, setting).opened() }
    }

    /// The form with which the outgoing officer signs.
    pub fn sign(officer: &OfficerId, remarks: BTreeMap<RecordId, Private>, setting: &Setting<'_>) -> Form {
        Form::new(Purpose::Sign { remarks }, setting).preset(Slot::Officer, &officer.0, setting).opened()
    }

    /// The form with which the incoming officer takes over. Whoever sits here is the one, unless it is the one who signed.
    pub fn accept_handover(
        purpose: Purpose,
        sits_here: Option<&OfficerId>,
        signed: Option<&OfficerId>,
        setting: &Setting<'_>,
    ) -> Form {
        let incoming = sits_here.filter(|officer| signed.is_some_and(|signed| signed != *officer));
        let number = incoming.map(|officer| officer.0.as_str()).unwrap_or_default();
        Form::new(purpose, setting).preset(Slot::Officer, number, setting).opened()
    }

    /// The form for a remark, with what was remarked before.
    pub fn remark(on: RecordId, before: &str, setting: &Setting<'_>) -> Form {
        Form::new(Purpose::Remark { on }, setting).preset(Slot::Of(Field::Remark), before, setting)
    }

    /// Puts a value in that counts as untouched.
    fn preset(mut self, slot: Slot, content: &str, setting: &Setting<'_>) -> Form {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.spec.slot == slot) {
            entry.set(content, setting);
            entry.preset = entry.content().to_owned();
        }
        self
    }

    /// The caret stands in the first field that is still to be filled in.
    fn opened(mut self) -> Form {
        let empty = self.entries.iter().position(|entry| entry.content().is_empty());
        self.stand(empty.unwrap_or(0));
        self
    }

    /// The same for so many marked reports.
    pub fn on_several(self, several: u64) -> Form {
        Form { several, ..self }
    }

    /// Whether it is about marked reports.
    pub fn is_on_several(&self) -> bool {
        self.several > 0
    }

    /// The name under which the desk keeps its draft; for marked reports it is one for each kind of form.
    pub fn draft_name(&self) -> Option<String> {
        let name = self.purpose.draft_name()?;
        Some(if self.is_on_several() { format!("{} marked", self.purpose.code()) } else { name })
    }

    /// What it is for.
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    /// Whether it enters a report.
    pub fn is_new_report(&self) -> bool {
        matches!(self.purpose, Purpose::NewReport)
    }

    /// What stands in a field: what was typed, or the code that was chosen. Empty for a field that it doesn't have.
    pub fn content(&self, slot: Slot) -> &str {
        self.entry(slot).map(Entry::content).unwrap_or_default()
    }

    /// The field that has the caret.
    pub fn focus(&self) -> Option<Slot> {
        self.entries.get(self.at).map(|entry| entry.spec.slot)
    }

    /// Whether the desk has it and hasn't answered yet.
    pub fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// The fields typed into here that another officer has changed meanwhile.
    pub fn theirs(&self) -> &[Slot] {
        &self.theirs
    }

    fn entry(&self, slot: Slot) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.spec.slot == slot)
    }

    /// Puts the caret in a field; a list from which something must be chosen opens by itself.
    fn stand(&mut self, at: usize) {
        self.at = at.min(self.entries.len().saturating_sub(1));
        if let Some(entry) = self.entries.get_mut(self.at) {
            let opens = entry.opens_by_itself();
            if let Value::Choice(choosing) = &mut entry.value {
                choosing.opened = opens;
            }
        }
    }

    /// What the station's patterns propose for a choice that the officer hasn't made.
    fn proposed(&self, entry: &Entry, setting: &Setting<'_>) -> Option<String> {
        let Value::Choice(choosing) = &entry.value else { return None };
        if choosing.chosen.is_some() || choosing.declined || !choosing.typed.is_empty() {
            return None;
        }
        if !matches!(self.purpose, Purpose::NewReport) {
            return None;
        }
        let narrative = self.content(Slot::Of(Field::Narrative));
        let proposed_type = || propose::incident_type(narrative, setting.station);
        match entry.spec.kind {
            Kind::Choice(Choices::Codes(_)) if entry.spec.slot == Slot::Of(Field::Type) => {
                proposed_type().map(|entry| entry.code.0.clone())
            }
            Kind::Choice(Choices::Priorities) => {
                let of_type = self.entry(Slot::Of(Field::Type))?;
                let code = match of_type.content() {
                    "" => self.proposed(of_type, setting).map(Code),
                    chosen => Some(Code(chosen.to_owned())),
                };
                Some(propose::priority(&code?, setting.station)?.code().to_owned())
            }
            Kind::Choice(_) | Kind::Text(_) | Kind::Secret | Kind::Time | Kind::Ahead | Kind::ByDay => None,
            Kind::YesNo | Kind::ReportNumber | Kind::OfficerNumber | Kind::Ticks => None,
            Kind::Money | Kind::RecordNumber => None,
        }
    }
}

/// A text of a record as a field can hold it: what controls a terminal stands as its sign, so that it is seen. A text
/// too long for its signs loses what a field doesn't take.
fn with_signs(text: &str, max: u32) -> String {
    let controls = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match controls(c) {
            true => out.push_str(&safe(c.encode_utf8(&mut [0; 4]))),
            false => out.push(c),
        }
    }
    let fits = u32::try_from(out.chars().count()).is_ok_and(|count| count <= max);
    if fits { out } else { text.to_owned() }
}

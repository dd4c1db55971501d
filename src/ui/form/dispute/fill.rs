//! What the forms on disputes ask of the desk: a pure function, and the first complaint when there is one.

use super::super::complaint::{FieldComplaint, Wrong};
use super::super::fill::record_number;
use super::super::read::Filled;
use super::super::{Form, Slot};
use super::DisputeForm;
use super::fields::{
    ADDRESS, AGREED_HOW, AMOUNT, ANSWERS_FOR, APPLICANT, APPLICANT_PHONE, ASKING, ASSENTS, AT, BEGAN, CAME,
    CATEGORY, CONSENTS, DEADLINE, DUE, FOLLOWED_BY, FOUND, INVOLVED_AS, IS_OFFICER, LEAD, LINK_TO, MEDIATOR,
    NAMESAKE, NEXT_AT, NEXT_PLACE, OBLIGATION, OTHERS, OUTCOME, PATH, RESPONDENT, RESPONDENT_PHONE,
    RESPONSIBLE, RESULT_BY, ROLE, SEVERITY, SIDE, SIDE_PHONE, SIDE_ROLE, SPEAKER, SPEAKER_AS, SPEAKER_PHONE,
    STATE, VIOLENT, WHAT, WHO,
};
use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::said::{
    Asking, Finding, FourFixed, Involved, Matter, MatterChange, Measures, Party, Planned, Promise,
    Representative, Sat, Terms,
};
use crate::domain::dispute::terms::PartyRole;
use crate::domain::refusal::Field;
use crate::domain::{Command, OfficerId, Private, RecordId};
use crate::ui::overlay::Setting;
use jiff::Timestamp;

/// What stands between names in one line.
const BETWEEN: [char; 6] = [',', ';', '/', '，', '、', '；'];

impl Form {
    /// The command, or the first thing that keeps the form from being saved.
    pub(in super::super) fn dispute_command(
        &self,
        form: &DisputeForm,
        setting: &Setting<'_>,
    ) -> Filled<Command> {
        let command = match form.about() {
            Some(id) if !matches!(form, DisputeForm::New { .. }) => {
                DisputeCommand::Act { id, act: self.act(form, setting)? }
            }
            from => DisputeCommand::Find(Box::new(self.finding(from)?)),
        };
        Ok(Command::Dispute(command))
    }

    fn act(&self, form: &DisputeForm, setting: &Setting<'_>) -> Filled<DisputeAct> {
        let of = |field| self.typed(Slot::Of(field));
        let (note, reason) = (of(Field::Note), of(Field::Reason));
        let coded = Slot::Of(Field::Reason);
        Ok(match form {
            // Entering one is no act on one: it is asked for by its own command.
            DisputeForm::New { .. } | DisputeForm::Note { .. } => DisputeAct::Note { text: note },
            DisputeForm::Assign { .. } => DisputeAct::Assign(self.fixed(setting)?),
            DisputeForm::Amend { .. } => DisputeAct::Amend(Box::new(self.matter_change()?)),
            DisputeForm::AddParty { .. } => DisputeAct::AddParty(Box::new(self.whole_party()?)),
            DisputeForm::AmendParty { n, .. } => {
                DisputeAct::AmendParty { n: *n, party: Box::new(self.whole_party()?) }
            }
            DisputeForm::Plan { .. } => DisputeAct::Plan(self.planned(setting)?),
            DisputeForm::Sit { .. } => DisputeAct::Sit(Box::new(self.sat(setting)?)),
            DisputeForm::Agree { .. } => DisputeAct::Agree(Box::new(self.terms(setting)?)),
            DisputeForm::Settle { .. } => {
                let (obligation, state) = (self.number(OBLIGATION)?, self.listed(STATE)?);
                DisputeAct::Settle { obligation, state, note }
            }
            DisputeForm::Reopen { .. } => DisputeAct::Reopen { reason: self.listed(coded)?, note },
            DisputeForm::SeekConfirmation { .. } => {
                DisputeAct::SeekConfirmation { court: of(Field::Court), parties: self.numbers(ASKING) }
            }
            DisputeForm::DecideConfirmation { .. } => {
                DisputeAct::DecideConfirmation { outcome: self.listed(OUTCOME)?, note }
            }
            DisputeForm::LeaveConfirmation { .. } => DisputeAct::LeaveConfirmation { reason },
            DisputeForm::FollowUp { .. } => {
                let (by, outcome) = (self.listed(FOLLOWED_BY)?, self.listed(FOUND)?);
                DisputeAct::FollowUp(Asking { by, outcome, text: note })
            }
            DisputeForm::Close { .. } => DisputeAct::Close { note },
            DisputeForm::Fail { .. } => {
                DisputeAct::Fail { path: self.listed(PATH)?, reason: self.listed(coded)?, note }
            }
            DisputeForm::Withdraw { .. } => DisputeAct::Withdraw { reason: self.listed(coded)?, note },
            DisputeForm::Extend { .. } => {
                DisputeAct::Extend { days: self.days()?, reason, parties: self.numbers(CONSENTS) }
            }
            DisputeForm::MarkViolent { .. } => DisputeAct::MarkViolent { reason },
            DisputeForm::Calm { .. } => DisputeAct::Calm { reason },
            DisputeForm::Contact { .. } => DisputeAct::Contact { text: note },
            DisputeForm::Link { .. } => DisputeAct::Link { to: self.linked(setting)? },
            DisputeForm::Involve { .. } => {
                DisputeAct::Involve(Involved { role: self.listed(INVOLVED_AS)?, name: of(Field::Name) })
            }
            DisputeForm::DrawUp { .. } => DisputeAct::DrawUp(self.measures(setting)?),
            DisputeForm::Conclude { .. } => DisputeAct::Conclude { result: of(Field::Result) },
        })
    }

    fn finding(&self, from: Option<RecordId>) -> Filled<Finding> {
        let matter = Matter {
            narrative: self.typed(Slot::Of(Field::Narrative)),
            place: self.typed(Slot::Of(Field::Place)),
            category: self.listed(CATEGORY)?,
            severity: self.listed(SEVERITY)?,
            beat: self.code_in(Slot::Of(Field::Beat)),
        };
        let mut parties = vec![
            short(PartyRole::Applicant, self.typed(APPLICANT), self.typed(APPLICANT_PHONE)),
            short(PartyRole::Respondent, self.typed(RESPONDENT), self.typed(RESPONDENT_PHONE)),
        ];
        for n in self.filled_lines() {
            let name = self.needed(Slot::Line(SIDE, n))?;
            let role = self.listed(Slot::Line(SIDE_ROLE, n))?;
            parties.push(short(role, name, self.typed(Slot::Line(SIDE_PHONE, n))));
        }
        Ok(Finding {
            matter,
            parties,
            violent: self.typed_if_any(VIOLENT),
            reports: from.into_iter().collect(),
            earlier: Vec::new(),
            sweep: None,
        })
    }

    /// What is typed, where something must be.
    fn needed(&self, slot: Slot) -> Filled<Private> {
        self.typed_if_any(slot).ok_or(FieldComplaint::new(slot, Wrong::Empty))
    }

    fn fixed(&self, setting: &Setting<'_>) -> Filled<FourFixed> {
        Ok(FourFixed {
            lead: self.officer_in(LEAD),
            measure: self.typed(Slot::Of(Field::Measure)),
            deadline: self.by_day_in(DEADLINE, setting)?,
            answers: self.officer_in(ANSWERS_FOR),
        })
    }

    /// What was changed, and only that: what another officer changes meanwhile stays.
    fn matter_change(&self) -> Filled<MatterChange> {
        let anew = |slot| self.chosen_anew(slot);
        let changes = MatterChange {
            narrative: self.changed_text(Slot::Of(Field::Narrative)),
            place: self.changed_text(Slot::Of(Field::Place)),
            category: anew(CATEGORY)?.map(|_| self.listed(CATEGORY)).transpose()?,
            severity: anew(SEVERITY)?.map(|_| self.listed(SEVERITY)).transpose()?,
            beat: anew(Slot::Of(Field::Beat))?,
        };
        if changes == MatterChange::default() {
            return Err(FieldComplaint { slot: None, wrong: Wrong::Unchanged });
        }
        Ok(changes)
    }

    fn whole_party(&self) -> Filled<Party> {
        let speaker = Representative {
            name: self.typed(SPEAKER),
            phone: self.typed(SPEAKER_PHONE),
            capacity: self.typed(SPEAKER_AS),
        };
        let spoken_for = speaker != Representative::default();
        if spoken_for {
            self.needed(SPEAKER)?;
        }
        let (name, phone) = (self.typed(Slot::Of(Field::Name)), self.typed(Slot::Of(Field::CallerPhone)));
        Ok(Party {
            address: self.typed(ADDRESS),
            represented_by: spoken_for.then_some(speaker),
            officer: Some(self.officer_in(IS_OFFICER)).filter(|officer| !officer.0.is_empty()),
            namesake: self.content(NAMESAKE) == "yes",
            ..short(self.listed(ROLE)?, name, phone)
        })
    }

    fn planned(&self, setting: &Setting<'_>) -> Filled<Planned> {
        let at = self.ahead_in(AT, setting)?.ok_or(FieldComplaint::new(AT, Wrong::Empty))?;
        Ok(Planned { at, place: self.typed(Slot::Of(Field::Place)) })
    }

    fn sat(&self, setting: &Setting<'_>) -> Filled<Sat> {
        let mediators = self.mediators();
        if mediators.is_empty() {
            return Err(FieldComplaint::new(Slot::Line(MEDIATOR, 1), Wrong::Empty));
        }
        let next = match (self.ahead_in(NEXT_AT, setting)?, self.typed(NEXT_PLACE)) {
            (Some(at), place) => Some(Planned { at, place }),
            (None, place) if place.is_empty() => None,
            (None, _) => return Err(FieldComplaint::new(NEXT_AT, Wrong::Empty)),
        };
        let others = self.content(OTHERS).split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        Ok(Sat {
            at: self.time_of(BEGAN, setting)?.unwrap_or(setting.now),
            place: self.typed(Slot::Of(Field::Place)),
            mediators,
            others: others.map(Private::from).collect(),
            came: self.numbers(CAME),
            said: self.typed(Slot::Of(Field::Said)),
            next,
        })
    }

    /// Every officer who is named, once.
    fn mediators(&self) -> Vec<OfficerId> {
        let mut named: Vec<OfficerId> = Vec::new();
        for n in self.filled_lines() {
            let officer = self.officer_in(Slot::Line(MEDIATOR, n));
            if !named.contains(&officer) {
                named.push(officer);
            }
        }
        named
    }

    fn terms(&self, setting: &Setting<'_>) -> Filled<Terms> {
        let lines = self.filled_lines();
        let promises =
            lines.into_iter().map(|n| self.promise(n, setting)).collect::<Filled<Vec<Promise>>>()?;
        let text = self.typed(Slot::Of(Field::Terms));
        if promises.is_empty() && text.is_empty() {
            return Err(FieldComplaint::new(Slot::Line(WHO, 1), Wrong::NothingAgreed));
        }
        Ok(Terms { form: self.listed(AGREED_HOW)?, text, promises, assents: self.numbers(ASSENTS) })
    }

    fn promise(&self, n: u16, setting: &Setting<'_>) -> Filled<Promise> {
        Ok(Promise {
            by: self.number(Slot::Line(WHO, n))?,
            what: self.needed(Slot::Line(WHAT, n))?,
            due: self.by_day_in(Slot::Line(DUE, n), setting)?,
            amount: self.money_in(Slot::Line(AMOUNT, n))?,
        })
    }

    fn linked(&self, setting: &Setting<'_>) -> Filled<RecordId> {
        let to = record_number(self.content(LINK_TO), setting.today);
        to.ok_or(FieldComplaint::new(LINK_TO, Wrong::NoRecordNumber))
    }

    fn measures(&self, setting: &Setting<'_>) -> Filled<Measures> {
        let by: Option<Timestamp> = self.by_day_in(RESULT_BY, setting)?;
        Ok(Measures {
            measures: self.typed(Slot::Of(Field::Measure)),
            responsible: self.officer_in(RESPONSIBLE),
            by: by.ok_or(FieldComplaint::new(RESULT_BY, Wrong::Empty))?,
        })
    }
}

/// A party as it is told at first.
fn short(role: PartyRole, name: Private, phone: Private) -> Party {
    Party {
        name,
        role,
        phone,
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    }
}

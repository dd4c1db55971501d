//! The disputes of the demo: invented quarrels, each as far as its tale goes.

use super::history::{Act, Cast};
use crate::domain::command::Command;
use crate::domain::dispute::act::{DisputeAct, DisputeCommand};
use crate::domain::dispute::said::{Asking, Finding, Matter, Measures, Party, Planned, Promise, Sat, Terms};
use crate::domain::dispute::terms::{
    AgreementForm, Category, FailPath, FailReason, FollowUpBy, FollowUpOutcome, ObligationState, PartyRole,
    Severity,
};
use crate::domain::{Kind, Lang, OfficerId, Private, RecordId, Role};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// How far a quarrel has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Far {
    Found,
    Accepted,
    Mediating,
    Agreed,
    Fulfilled,
    Closed,
    Failed,
}

/// A quarrel: when it was found, in hours before now, how far it has come, and its texts in both languages.
struct Quarrel {
    hours_ago: i64,
    far: Far,
    category: Category,
    severity: Severity,
    /// What happened, one side, the other side; first in English, then in Chinese.
    told: [[&'static str; 3]; 2],
    /// Why it may turn violent.
    violent: Option<[&'static str; 2]>,
}

const QUARRELS: [Quarrel; 9] = [
    Quarrel {
        hours_ago: 640,
        far: Far::Closed,
        category: Category::Consumer,
        severity: Severity::General,
        told: [
            ["A repaired scooter stopped again after a day", "Hu Ying", "Two Wheels repair shop"],
            ["电动车修好一天又坏，要求退款", "胡英", "双轮修车铺"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 520,
        far: Far::Failed,
        category: Category::Debt,
        severity: Severity::Larger,
        told: [
            ["A loan among cousins, 40,000, three years old", "Pan Guo", "Pan Liang"],
            ["堂兄弟间借款四万元，三年未还", "潘国", "潘亮"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 410,
        far: Far::Closed,
        category: Category::TrafficAccident,
        severity: Severity::General,
        told: [
            ["A bicycle and a delivery rider, a bruised knee", "Shen Yue", "Tao Lei"],
            ["自行车与外卖车相撞，膝盖擦伤", "沈月", "陶磊"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 300,
        far: Far::Fulfilled,
        category: Category::PropertyManagement,
        severity: Severity::General,
        told: [
            ["Water came through the ceiling from the pipe shaft", "Yu Min", "Clear Brook property office"],
            ["管道井漏水，天花板受损", "余敏", "清溪物业"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 170,
        far: Far::Agreed,
        category: Category::Labour,
        severity: Severity::Larger,
        told: [
            ["Two months' wages of a kitchen helper", "Luo Fen", "Good Harvest canteen"],
            ["厨房帮工两个月工资未结清", "罗芬", "丰收食堂"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 120,
        far: Far::Mediating,
        category: Category::Family,
        severity: Severity::General,
        told: [
            ["Who looks after the mother, and who pays for it", "Sun Ping", "Sun Jun"],
            ["母亲由谁照料、费用由谁承担", "孙萍", "孙军"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 80,
        far: Far::Accepted,
        category: Category::Land,
        severity: Severity::Major,
        told: [
            ["Eleven households and a dam across the shared ditch", "Households of Lower Field", "Wei farm"],
            ["十一户与养殖场因共用水渠筑坝起争执", "下田组村民", "魏家养殖场"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 26,
        far: Far::Accepted,
        category: Category::Neighbours,
        severity: Severity::General,
        told: [
            ["A dog barks on the landing at night", "Qian Hong", "Zhou Bin"],
            ["楼道养狗夜间吠叫", "钱红", "周斌"],
        ],
        violent: None,
    },
    Quarrel {
        hours_ago: 1,
        far: Far::Found,
        category: Category::Neighbours,
        severity: Severity::Larger,
        told: [
            ["A parking place, the third quarrel this week", "Jin Tao", "Dong Wei"],
            ["争停车位，本周第三次争吵", "金涛", "董伟"],
        ],
        violent: Some(["one of them said that he would bring a stick next time", "一方扬言下次带棍子来"]),
    },
];

/// The acts of every quarrel up to now.
pub(super) fn acts(cast: &Cast, now: Timestamp) -> Vec<Act> {
    let mut acts = Vec::new();
    for (n, (id, quarrel)) in numbers(cast, now).zip(&QUARRELS).enumerate() {
        let Some(who) = cast.keepers.get(n % cast.keepers.len().max(1)) else { return acts };
        let begun = earlier(now, quarrel.hours_ago);
        let mut play = Play { cast, who: who.clone(), id, at: begun, now, acts: &mut acts };
        play.quarrel(quarrel, cast.beats.get(n % cast.beats.len().max(1)).cloned());
    }
    acts
}

/// The number that each quarrel gets.
pub(super) fn numbers(cast: &Cast, now: Timestamp) -> impl Iterator<Item = RecordId> {
    let mut numbers: BTreeMap<Date, u32> = BTreeMap::new();
    QUARRELS.iter().map(move |quarrel| {
        let day = cast.station.watch(earlier(now, quarrel.hours_ago)).day;
        let number = numbers.entry(day).or_default();
        *number += 1;
        RecordId { kind: Kind::Dispute, day, number: *number }
    })
}

fn earlier(now: Timestamp, hours: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(hours)).unwrap_or(now)
}

/// One quarrel being played.
struct Play<'a> {
    cast: &'a Cast,
    who: (OfficerId, Role),
    id: RecordId,
    at: Timestamp,
    now: Timestamp,
    acts: &'a mut Vec<Act>,
}

impl Play<'_> {
    fn text(&self, en: &'static str, zh: &'static str) -> Private {
        Private::from(match self.cast.lang {
            Lang::En => en,
            Lang::Zh => zh,
        })
    }

    /// An act some hours after the one before; what lies after now has not happened yet.
    fn act(&mut self, hours: i64, act: DisputeAct) {
        self.at = self.at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(self.now);
        let command = Command::Dispute(DisputeCommand::Act { id: self.id, act });
        self.acts.push(Act { command, moment: self.cast.moment(&self.who, self.at) });
    }

    fn quarrel(&mut self, quarrel: &Quarrel, beat: Option<crate::domain::Code>) {
        let lang = usize::from(self.cast.lang == Lang::Zh);
        let [narrative, one, other] = quarrel.told[lang];
        let matter = Matter {
            narrative: narrative.into(),
            place: Private::default(),
            category: quarrel.category,
            severity: quarrel.severity,
            beat,
        };
        let parties = vec![party(one, PartyRole::Applicant), party(other, PartyRole::Respondent)];
        let violent = quarrel.violent.map(|why| Private::from(why[lang]));
        let (reports, earlier) = (Vec::new(), Vec::new());
        let finding = Finding { matter, parties, violent, reports, earlier, sweep: None };
        let command = Command::Dispute(DisputeCommand::Find(Box::new(finding)));
        self.acts.push(Act { command, moment: self.cast.moment(&self.who, self.at) });
        if quarrel.far == Far::Found {
            return;
        }
        let measure = self.text("hear both sides at the station", "分别听取双方意见，约到所调解");
        self.act(1, DisputeAct::Accept { measure });
        if quarrel.severity == Severity::Major {
            self.package();
        }
        if quarrel.far == Far::Accepted {
            let place = self.text("mediation room", "调解室");
            let at = self.now.saturating_add(SignedDuration::from_hours(11)).unwrap_or(self.now);
            return self.act(1, DisputeAct::Plan(Planned { at, place }));
        }
        self.sit(24);
        match quarrel.far {
            Far::Failed => {
                let note = self.text("each side wants a judgment", "双方都要求诉讼解决");
                let (path, reason) = (FailPath::Court, FailReason::NoAgreement);
                self.act(50, DisputeAct::Fail { path, reason, note });
            }
            Far::Agreed | Far::Fulfilled | Far::Closed => self.agree(quarrel.far),
            Far::Found | Far::Accepted | Far::Mediating => {}
        }
    }

    fn package(&mut self) {
        let responsible = self.who.0.clone();
        let by = self.now.saturating_add(SignedDuration::from_hours(60)).unwrap_or(self.now);
        let measures = self.text(
            "the ditch stays open until the talks; a patrol every evening",
            "协商期间水渠保持畅通，每晚巡查一次",
        );
        self.act(2, DisputeAct::DrawUp(Measures { measures, responsible, by }));
    }

    fn sit(&mut self, hours: i64) {
        self.at = self.at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(self.now);
        let sat = Sat {
            at: self.at,
            place: self.text("mediation room", "调解室"),
            mediators: vec![self.who.0.clone()],
            others: Vec::new(),
            came: vec![1, 2],
            said: self.text("both sides told how they see it", "双方各自陈述了经过和要求"),
            next: None,
        };
        self.act(1, DisputeAct::Sit(Box::new(sat)));
    }

    fn agree(&mut self, far: Far) {
        let due = |hours| Some(self.at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(self.now));
        let first = Promise {
            by: 2,
            what: self.text("pays the first half", "先付一半"),
            due: due(40),
            amount: "900".parse().ok(),
        };
        let second = Promise {
            by: 2,
            what: self.text("pays the rest", "付清余款"),
            due: due(24 * 9),
            amount: "900".parse().ok(),
        };
        let terms = Terms {
            form: AgreementForm::Written,
            text: self.text("Both sides have no further claims.", "双方再无其他争议。"),
            promises: vec![first, second],
            assents: vec![1, 2],
        };
        self.act(20, DisputeAct::Agree(Box::new(terms)));
        let kept = |obligation| DisputeAct::Settle {
            obligation,
            state: ObligationState::Kept,
            note: Private::default(),
        };
        self.act(20, kept(1));
        if far == Far::Agreed {
            return;
        }
        self.act(100, kept(2));
        if far == Far::Closed {
            let text = self.text("both are content", "双方均满意");
            let asking = Asking { by: FollowUpBy::Call, outcome: FollowUpOutcome::Satisfied, text };
            self.act(60, DisputeAct::FollowUp(asking));
            self.act(2, DisputeAct::Close { note: Private::default() });
        }
    }
}

fn party(name: &str, role: PartyRole) -> Party {
    Party {
        name: name.into(),
        role,
        phone: Private::default(),
        address: Private::default(),
        represented_by: None,
        officer: None,
        namesake: false,
    }
}

//! What people tell the demo's desk: invented calls in both languages, each with its type and how urgent it is.

use crate::domain::Lang;
use crate::domain::report::{Priority, Source};

/// How many doors a place has: so many that few calls of a month are from the same one.
pub(super) const DOORS: usize = 60;

/// One call of the demo. Everything in it is invented.
pub(super) struct Tale {
    pub(super) kind: &'static str,
    pub(super) priority: Priority,
    pub(super) source: Source,
    pub(super) en: (&'static str, &'static str),
    pub(super) zh: (&'static str, &'static str),
    pub(super) result: (&'static str, &'static str),
    pub(super) disposition: &'static str,
}

impl Tale {
    /// Narrative and place in a language.
    pub(super) fn told(&self, lang: Lang) -> (&'static str, &'static str) {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The place with a door of its own: the same story is told of many doors, and only of some more than once.
    pub(super) fn at_door(&self, lang: Lang, door: usize) -> String {
        match (self.told(lang).1, lang) {
            ("", _) => String::new(),
            (place, Lang::En) => format!("{place}, door {door}"),
            (place, Lang::Zh) => format!("{place}{door}号"),
        }
    }

    /// What was done about it, in a language.
    pub(super) fn done(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.result.0,
            Lang::Zh => self.result.1,
        }
    }
}

const fn tale(
    kind: &'static str,
    priority: Priority,
    source: Source,
    texts: [(&'static str, &'static str); 3],
    disposition: &'static str,
) -> Tale {
    let [en, zh, result] = texts;
    Tale { kind, priority, source, en, zh, result, disposition }
}

use Priority::{P1, P2, P3, P4};
use Source::{AlarmPhone, GridWorker, Hotline, LetterOrVisit, Patrol, Phone, WalkIn};

/// Every call of the demo.
pub(super) const TALES: [Tale; 18] = [
    tale(
        "fight",
        P1,
        Hotline,
        [
            (
                "Two men fighting outside the night market, one holds a broken bottle.",
                "Night market, east gate",
            ),
            ("夜市门口两名男子打架，其中一人手持碎酒瓶。", "夜市东门"),
            ("Parted, bottle taken away, both brought to the station.", "已制止，收缴酒瓶，双方带回所内。"),
        ],
        "settled",
    ),
    tale(
        "noise",
        P3,
        Phone,
        [
            ("Loud singing on the roof of block 4 for an hour.", "Willow Court, block 4"),
            ("四号楼楼顶大声唱歌已一小时。", "柳荫苑 4 栋"),
            ("Spoken to, the singing stopped.", "已劝止，不再喧哗。"),
        ],
        "settled",
    ),
    tale(
        "theft",
        P3,
        WalkIn,
        [
            ("A blue electric bicycle is gone from the shed; seen last at six.", "Grain Station Road 18"),
            ("车棚内蓝色电动车被盗，傍晚六点还在。", "粮站路 18 号"),
            ("Statement taken, cameras of the gate to be looked at.", "已做笔录，待查门口录像。"),
        ],
        "helped",
    ),
    tale(
        "domestic",
        P2,
        Phone,
        [
            ("Neighbour hears shouting and things thrown on the third floor.", "Brick Lane 7, stair 2"),
            ("邻居听见三楼争吵并摔东西。", "砖巷 7 号 2 单元"),
            ("Both spoken to apart, nobody hurt, mediator told.", "分别谈话，无人受伤，已告知调解员。"),
        ],
        "mediated",
    ),
    tale(
        "traffic",
        P2,
        Hotline,
        [
            ("A van and a tricycle collided, one rider sits on the kerb.", "Three Bridges crossing"),
            ("面包车与三轮车相撞，骑车人坐在路边。", "三桥路口"),
            (
                "Ambulance came, both vehicles moved aside, traffic police has it.",
                "救护车到场，车辆移开，交警接手。",
            ),
        ],
        "helped",
    ),
    tale(
        "missing-person",
        P1,
        Phone,
        [
            ("Grandmother, 81, left home at dusk in slippers and has not come back.", "Osmanthus Lane 3"),
            ("81 岁老人傍晚穿拖鞋出门未归。", "桂花巷 3 号"),
            ("Found at the bus stop, brought home to the daughter.", "在公交站找到，已送回交给女儿。"),
        ],
        "settled",
    ),
    tale(
        "fraud",
        P3,
        WalkIn,
        [
            ("Caller claimed to be the water company and asked for a card number.", "Riverside Street 22"),
            ("来电自称自来水公司，索要银行卡号。", "滨河街 22 号"),
            ("No money lost, bank told, leaflet given.", "未受损失，已告知银行并发放宣传单。"),
        ],
        "advised",
    ),
    tale(
        "fire",
        P1,
        AlarmPhone,
        [
            ("Smoke from the waste bins behind the canteen.", "Canteen yard, South Street"),
            ("食堂后面垃圾桶冒烟。", "南街食堂后院"),
            ("Put out by the patrol before the fire brigade came.", "消防到达前巡组已扑灭。"),
        ],
        "settled",
    ),
    tale(
        "help",
        P4,
        Phone,
        [
            ("Asks when the office for papers opens on Monday.", ""),
            ("询问周一户籍窗口几点开门。", ""),
            ("Told.", "已告知。"),
        ],
        "advised",
    ),
    tale(
        "help",
        P3,
        GridWorker,
        [
            ("A manhole cover is broken in front of the school.", "School Road"),
            ("学校门口井盖破损。", "学校路"),
            ("Fenced off, waterworks told.", "已围挡，通知水务。"),
        ],
        "helped",
    ),
    tale(
        "suspicious",
        P2,
        Patrol,
        [
            ("A door of the closed grocery stands open, light inside.", "Grocery, North Street 12"),
            ("已打烊的杂货店门开着，里面有灯光。", "北街 12 号杂货店"),
            ("Owner was counting stock; nothing wrong.", "店主盘点，无异常。"),
        ],
        "settled",
    ),
    tale(
        "dispute",
        P3,
        Phone,
        [
            ("Quarrel about a parked car that blocks the shared yard.", "Willow Court, block 9"),
            ("因停车堵住共用院子发生争吵。", "柳荫苑 9 栋"),
            ("Car moved, both agree to speak on Saturday.", "车已挪开，双方同意周六再谈。"),
        ],
        "mediated",
    ),
    tale(
        "drunk",
        P3,
        Phone,
        [
            ("A man sleeps on the steps of the clinic and smells of spirits.", "Clinic, Tea Street"),
            ("一男子酒后睡在卫生院台阶上。", "茶街卫生院"),
            ("Woken, taken home by his brother.", "已叫醒，由其兄弟接回。"),
        ],
        "settled",
    ),
    tale(
        "animal",
        P4,
        Phone,
        [
            ("A dog without a lead runs about the playground.", "Playground, Willow Court"),
            ("游乐场有未拴绳的狗乱跑。", "柳荫苑游乐场"),
            ("Owner found and spoken to.", "找到主人并劝导。"),
        ],
        "advised",
    ),
    tale(
        "theft",
        P2,
        Hotline,
        [
            ("Shop assistant holds a boy who took a telephone.", "Market Hall, stall 31"),
            ("店员拦住一名拿走手机的男孩。", "市场大厅 31 号摊"),
            ("Telephone given back, parents called.", "手机归还，已通知家长。"),
        ],
        "settled",
    ),
    tale(
        "help",
        P3,
        LetterOrVisit,
        [
            ("Letter: the street lamp at the corner has been dark for two weeks.", "Brick Lane corner"),
            ("来信反映巷口路灯已坏两周。", "砖巷口"),
            ("Answered, lamp ordered.", "已答复，已报修。"),
        ],
        "helped",
    ),
    tale(
        "traffic",
        P3,
        Phone,
        [
            ("Lorry parked across the entrance of the fire station.", "South Street 40"),
            ("货车停在消防站门口。", "南街 40 号"),
            ("Driver came and moved it.", "司机到场挪车。"),
        ],
        "settled",
    ),
    tale(
        "domestic",
        P2,
        Hotline,
        [
            ("Caller whispers that her husband is breaking the door, then hangs up.", "Riverside Street 8"),
            ("报警人低声说丈夫在砸门，随后挂断。", "滨河街 8 号"),
            ("Husband taken out, caller with her sister for the night.", "丈夫被带离，报警人当晚住姐姐家。"),
        ],
        "mediated",
    ),
];

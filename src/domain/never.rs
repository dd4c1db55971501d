//! What the desk never keeps about anyone: no field, no code and no list may stand for it. A rule of the product.
//!
//! It knows words only; it never looks into narratives, which are an officer's own account.

/// The kinds of knowledge about people that the desk never keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NeverKept {
    /// Ethnicity or descent.
    Ethnicity,
    /// Religion or belief.
    Religion,
    /// Political opinion.
    Politics,
    /// Petitions or complaints as a mark on a person. A letter or visit is a report like any other.
    Petition,
    /// Union or press activity.
    Union,
    /// Reproduction and family planning.
    Reproduction,
    /// Biometric features.
    Biometrics,
    /// Where somebody goes, or where somebody's telephone is.
    Tracking,
    /// Scores about people.
    Score,
}

impl NeverKept {
    /// Every kind.
    pub const ALL: [NeverKept; 9] = [
        NeverKept::Ethnicity,
        NeverKept::Religion,
        NeverKept::Politics,
        NeverKept::Petition,
        NeverKept::Union,
        NeverKept::Reproduction,
        NeverKept::Biometrics,
        NeverKept::Tracking,
        NeverKept::Score,
    ];

    /// The kind's code.
    pub const fn code(self) -> &'static str {
        match self {
            NeverKept::Ethnicity => "ethnicity",
            NeverKept::Religion => "religion",
            NeverKept::Politics => "politics",
            NeverKept::Petition => "petition",
            NeverKept::Union => "union",
            NeverKept::Reproduction => "reproduction",
            NeverKept::Biometrics => "biometrics",
            NeverKept::Tracking => "tracking",
            NeverKept::Score => "score",
        }
    }

    /// The words of a name that give it away: parts between `-`, `_` and blanks, or any part of a Chinese name.
    const fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            NeverKept::Ethnicity => (
                &["ethnicity", "ethnic", "race", "racial", "minority", "minzu", "ancestry", "descent"],
                &["民族", "种族", "族裔", "少数民族"],
            ),
            NeverKept::Religion => (
                &["religion", "religious", "faith", "belief", "beliefs", "zongjiao"],
                &["宗教", "信仰", "教派", "信教"],
            ),
            NeverKept::Politics => (
                &["politics", "political", "party", "dissident", "dissent"],
                &["政治", "政见", "党派", "异见"],
            ),
            NeverKept::Petition => (
                &[
                    "petition",
                    "petitions",
                    "petitioner",
                    "petitioners",
                    "petitioning",
                    "complainer",
                    "xinfang",
                ],
                &["上访", "信访人", "信访重点", "信访史", "缠访", "闹访"],
            ),
            NeverKept::Union => (
                &["union", "unions", "journalist", "journalists", "press", "activist", "activists"],
                &["工会", "记者", "维权人士"],
            ),
            NeverKept::Reproduction => (
                &[
                    "pregnancy",
                    "reproduction",
                    "reproductive",
                    "pregnant",
                    "contraception",
                    "abortion",
                    "birth-control",
                    "family-planning",
                    "fertility",
                ],
                &["计划生育", "计生", "避孕", "堕胎", "生育状况", "怀孕情况"],
            ),
            NeverKept::Biometrics => (
                &[
                    "biometric",
                    "biometrics",
                    "fingerprint",
                    "fingerprints",
                    "dna",
                    "iris",
                    "faceprint",
                    "voiceprint",
                ],
                &["指纹", "虹膜", "人脸", "声纹", "基因", "血型", "生物特征"],
            ),
            NeverKept::Tracking => (
                &["imsi", "imei", "trajectory", "geolocation", "whereabouts", "tracking", "gps"],
                &["轨迹", "行踪", "手机定位", "人员定位"],
            ),
            NeverKept::Score => (
                &["score", "scores", "rating", "riskscore", "credit-score", "blacklist"],
                &["评分", "风险分", "黑名单", "重点人员"],
            ),
        }
    }
}

/// What of the never-kept a name stands for: of a field, a code, or an entry of a code list.
///
/// ```
/// use dutydesk::domain::never::{NeverKept, never_kept};
/// assert_eq!(never_kept("caller_ethnicity"), Some(NeverKept::Ethnicity));
/// assert_eq!(never_kept("信访重点人员"), Some(NeverKept::Petition));
/// assert_eq!(never_kept("letter-or-visit"), None);
/// assert_eq!(never_kept("birthday-party-noise"), None);
/// ```
pub fn never_kept(name: &str) -> Option<NeverKept> {
    let name = name.to_lowercase().replace(['_', ' ', '.', '/'], "-");
    let parts: Vec<&str> = name.split('-').filter(|p| !p.is_empty()).collect();
    NeverKept::ALL.into_iter().find(|kind| {
        let (words, signs) = kind.words();
        signs.iter().any(|sign| name.contains(sign))
            || words.iter().any(|word| match *word {
                // Beside others these are harmless: a party is noisy, a race is run in the street.
                "party" | "press" | "pregnant" | "race" | "rating" | "score" | "tracking" | "union" => {
                    name == *word
                }
                joined if joined.contains('-') => name.contains(joined),
                word => parts.contains(&word),
            })
    })
}

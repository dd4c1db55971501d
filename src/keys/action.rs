//! The one table of actions: what a key may ask of the console.
//!
//! Help, palette, hints, keymap files and the key table of the README are made from it. It never says which key
//! runs an action (keymaps do) nor what the action does (`ui` does). A new action is one line here, one
//! line in `keymaps/default.toml` and its words in both languages; tests fail when one is missing.

use super::Layer;

/// What an action is about: the heading it stands under in help and in the key table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The console as a whole.
    Desk,
    /// Moving in lists.
    List,
    /// Acts on a report.
    Report,
    /// Acts on a dispute.
    Dispute,
    /// Acts on what is owed.
    Due,
    /// Acts on a patrol unit.
    Patrol,
    /// Acts on an escalation.
    Escalation,
    /// Acts on a supervision order.
    Order,
    /// Acts on a handover.
    Handover,
    /// Filling in a form, editing text.
    Form,
    /// Choosing in an overlay.
    Menu,
}

impl Group {
    /// Every group, in the order of help.
    pub const ALL: [Group; 11] = [
        Group::Desk,
        Group::List,
        Group::Report,
        Group::Dispute,
        Group::Due,
        Group::Patrol,
        Group::Escalation,
        Group::Order,
        Group::Handover,
        Group::Form,
        Group::Menu,
    ];

    /// The word for its heading.
    pub const fn word(self) -> &'static str {
        match self {
            Group::Desk => "keys-group-desk",
            Group::List => "keys-group-list",
            Group::Report => "keys-group-report",
            Group::Dispute => "keys-group-dispute",
            Group::Due => "keys-group-due",
            Group::Patrol => "keys-group-patrol",
            Group::Escalation => "keys-group-escalation",
            Group::Order => "keys-group-order",
            Group::Handover => "keys-group-handover",
            Group::Form => "keys-group-form",
            Group::Menu => "keys-group-menu",
        }
    }
}

/// Whether a keymap may leave an action without keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Without a key an officer would be stuck: no keymap may take the last one away.
    Essential,
    /// Can be left without keys; the palette still runs it.
    Free,
}

macro_rules! actions {
    ($($variant:ident $id:literal $group:ident [$($layer:ident)+] $need:ident;)+) => {
        /// What a key, the palette or a click on a hint asks of the console.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = concat!("`", $id, "`")] $variant,)+
        }

        impl Action {
            /// Every action, in the order of help.
            pub const ALL: &'static [Action] = &[$(Action::$variant,)+];

            /// Its name in keymap files, such as `report-accept`.
            pub const fn id(self) -> &'static str {
                match self { $(Action::$variant => $id,)+ }
            }

            /// The word for its short label: at most 12 cells in English, 8 in Chinese.
            pub const fn label(self) -> &'static str {
                match self { $(Action::$variant => concat!("action-", $id),)+ }
            }

            /// The word for the line that explains it.
            pub const fn help(self) -> &'static str {
                match self { $(Action::$variant => concat!("action-", $id, "-help"),)+ }
            }

            /// The heading it stands under.
            pub const fn group(self) -> Group {
                match self { $(Action::$variant => Group::$group,)+ }
            }

            /// The layers in which it can have keys.
            pub const fn layers(self) -> &'static [Layer] {
                match self { $(Action::$variant => &[$(Layer::$layer,)+],)+ }
            }

            const fn need(self) -> Need {
                match self { $(Action::$variant => Need::$need,)+ }
            }
        }
    };
}

actions! {
    Help               "help"                Desk       [Desk]      Essential;
    Palette            "palette"             Desk       [Desk]      Essential;
    Find               "find"                Desk       [Desk]      Free;
    Back               "back"                Desk       [Desk]      Essential;
    Undo               "undo"                Desk       [Desk]      Free;
    ReportNew          "report-new"          Desk       [Desk]      Free;
    ReportQuick        "report-quick"        Desk       [Desk]      Free;
    DisputeNew         "dispute-new"         Desk       [Desk]      Free;
    ScreenDesk         "screen-desk"         Desk       [Desk]      Free;
    ScreenReports      "screen-reports"      Desk       [Desk]      Free;
    ScreenDisputes     "screen-disputes"     Desk       [Desk]      Free;
    ScreenPatrol       "screen-patrol"       Desk       [Desk]      Free;
    ScreenPeople       "screen-people"       Desk       [Desk]      Free;
    ScreenEscalations  "screen-escalations"  Desk       [Desk]      Free;
    ScreenOrders       "screen-orders"       Desk       [Desk]      Free;
    ScreenZeroReports  "screen-zero-reports" Desk       [Desk]      Free;
    ScreenSweeps       "screen-sweeps"       Desk       [Desk]      Free;
    ScreenHandover     "screen-handover"     Desk       [Desk]      Free;
    ScreenJournal      "screen-journal"      Desk       [Desk]      Free;
    ScreenFigures      "screen-figures"      Desk       [Desk]      Free;
    ScreenDue          "screen-due"          Desk       [Desk]      Free;
    SignIn             "sign-in"             Desk       [Desk]      Free;
    Language           "language"            Desk       [Desk]      Free;
    Repaint            "repaint"             Desk       [Desk]      Free;
    ReloadKeys         "reload-keys"         Desk       [Desk]      Free;
    Quit               "quit"                Desk       [Desk]      Essential;

    Up                 "up"                  List       [List]      Essential;
    Down               "down"                List       [List]      Essential;
    PageUp             "page-up"             List       [List]      Free;
    PageDown           "page-down"           List       [List]      Free;
    Top                "top"                 List       [List]      Free;
    Bottom             "bottom"              List       [List]      Free;
    Open               "open"                List       [List]      Essential;
    Zoom               "zoom"                List       [List]      Free;
    NextPane           "next-pane"           List       [List]      Free;
    PreviousPane       "previous-pane"       List       [List]      Free;
    NextView           "next-view"           List       [List]      Free;
    PreviousView       "previous-view"       List       [List]      Free;

    ReportAccept       "report-accept"       Report     [Report]    Free;
    ReportDispatch     "report-dispatch"     Report     [Report]    Free;
    ReportArrive       "report-arrive"       Report     [Report]    Free;
    ReportResolve      "report-resolve"      Report     [Report]    Free;
    ReportVerify       "report-verify"       Report     [Report]    Free;
    ReportClose        "report-close"        Report     [Report]    Free;
    ReportEscalate     "report-escalate"     Report     [Report Dispute] Free;
    ReportNote         "report-note"         Report     [Report]    Free;
    ReportAmend        "report-amend"        Report     [Report]    Free;
    ReportTransfer     "report-transfer"     Report     [Report]    Free;
    ReportDuplicate    "report-duplicate"    Report     [Report]    Free;
    ReportCancel       "report-cancel"       Report     [Report]    Free;
    ReportUnfounded    "report-unfounded"    Report     [Report]    Free;
    ReportReopen       "report-reopen"       Report     [Report]    Free;
    ReportMark         "report-mark"         Report     [Report]    Free;
    ReportMarkAll      "report-mark-all"     Report     [Report]    Free;
    ReportDecline      "report-decline"      Report     [Report]    Free;
    ReportTakeOver     "report-take-over"    Report     [Report Escalation Order] Free;

    DisputeActs        "dispute-acts"        Dispute    [Dispute]   Free;
    DisputeAccept      "dispute-accept"      Dispute    [Dispute]   Free;
    DisputeAssign      "dispute-assign"      Dispute    [Dispute]   Free;
    DisputePlan        "dispute-plan"        Dispute    [Dispute]   Free;
    DisputeSit         "dispute-sit"         Dispute    [Dispute]   Free;
    DisputeAgree       "dispute-agree"       Dispute    [Dispute]   Free;
    DisputeSettle      "dispute-settle"      Dispute    [Dispute]   Free;
    DisputeFollowUp    "dispute-follow-up"   Dispute    [Dispute]   Free;
    DisputeClose       "dispute-close"       Dispute    [Dispute]   Free;
    DisputeContact     "dispute-contact"     Dispute    [Dispute]   Free;
    DisputeNote        "dispute-note"        Dispute    [Dispute]   Free;
    DisputeAmend       "dispute-amend"       Dispute    [Dispute]   Free;
    DisputeReopen      "dispute-reopen"      Dispute    [Dispute]   Free;
    DisputeViolent     "dispute-violent"     Dispute    [Dispute]   Free;
    DisputeCalm        "dispute-calm"        Dispute    [Dispute]   Free;
    DisputeExtend      "dispute-extend"      Dispute    [Dispute]   Free;
    DisputeAddParty    "dispute-add-party"   Dispute    [Dispute]   Free;
    DisputeAmendParty  "dispute-amend-party" Dispute    [Dispute]   Free;
    DisputeLink        "dispute-link"        Dispute    [Dispute]   Free;
    DisputeInvolve     "dispute-involve"     Dispute    [Dispute]   Free;
    DisputeSeek        "dispute-seek"        Dispute    [Dispute]   Free;
    DisputeDecide      "dispute-decide"      Dispute    [Dispute]   Free;
    DisputeLeave       "dispute-leave"       Dispute    [Dispute]   Free;
    DisputeDrawUp      "dispute-draw-up"     Dispute    [Dispute]   Free;
    DisputeConclude    "dispute-conclude"    Dispute    [Dispute]   Free;
    DisputeFail        "dispute-fail"        Dispute    [Dispute]   Free;
    DisputeWithdraw    "dispute-withdraw"    Dispute    [Dispute]   Free;
    DisputeNarrow      "dispute-narrow"      Dispute    [Dispute]   Free;

    DueSnooze          "due-snooze"          Due        [Due]       Free;
    DueReturn          "due-return"          Due        [Due]       Free;
    DueExtend          "due-extend"          Due        [Due]       Free;
    DueClock           "due-clock"           Due        [Due]       Free;

    UnitStatus         "unit-status"         Patrol     [Unit]      Free;
    UnitCheckIn        "unit-check-in"       Patrol     [Unit]      Free;
    ZeroReportFile     "zero-report-file"    Patrol     [Post]      Free;
    SweepAnswer        "sweep-answer"        Patrol     [Sweep]     Free;

    EscalationAcknowledge "escalation-acknowledge" Escalation [Escalation] Free;
    EscalationAnswer   "escalation-answer"   Escalation [Escalation] Free;

    OrderIssue         "order-issue"         Order      [Report Dispute] Free;
    OrderAnswer        "order-answer"        Order      [Report Dispute Order] Free;
    OrderSendBack      "order-send-back"     Order      [Report Dispute Order] Free;
    OrderWithdraw      "order-withdraw"      Order      [Report Dispute Order] Free;

    HandoverReadBack   "handover-read-back"  Handover   [Handover]  Free;
    HandoverRemark     "handover-remark"     Handover   [Handover]  Free;
    HandoverSign       "handover-sign"       Handover   [Handover]  Free;
    HandoverAccept     "handover-accept"     Handover   [Handover]  Free;
    HandoverWithdraw   "handover-withdraw"   Handover   [Handover]  Free;
    HandoverAddendum   "handover-addendum"   Handover   [Handover]  Free;
    HandoverExport     "handover-export"     Handover   [Handover]  Free;

    FormSave           "form-save"           Form       [Form]      Essential;
    FormCancel         "form-cancel"         Form       [Form]      Essential;
    FormNext           "form-next"           Form       [Form]      Essential;
    FormPrevious       "form-previous"       Form       [Form]      Free;
    FormChoose         "form-choose"         Form       [Form]      Essential;
    FormEarlier        "form-earlier"        Form       [Form]      Free;
    FormMore           "form-more"           Form       [Form]      Free;
    NewLine            "new-line"            Form       [Form]      Free;
    EditUp             "edit-up"             Form       [Form]      Free;
    EditDown           "edit-down"           Form       [Form]      Free;
    EditLeft           "edit-left"           Form       [Form Menu] Free;
    EditRight          "edit-right"          Form       [Form Menu] Free;
    EditHome           "edit-home"           Form       [Form Menu] Free;
    EditEnd            "edit-end"            Form       [Form Menu] Free;
    EditBackspace      "edit-backspace"      Form       [Form Menu] Essential;
    EditDelete         "edit-delete"         Form       [Form Menu] Free;
    EditWordBack       "edit-word-back"      Form       [Form Menu] Free;
    EditClear          "edit-clear"          Form       [Form Menu] Free;

    MenuUp             "menu-up"             Menu       [Menu]      Essential;
    MenuDown           "menu-down"           Menu       [Menu]      Essential;
    MenuPageUp         "menu-page-up"        Menu       [Menu]      Free;
    MenuPageDown       "menu-page-down"      Menu       [Menu]      Free;
    MenuAccept         "menu-accept"         Menu       [Menu]      Essential;
    MenuCancel         "menu-cancel"         Menu       [Menu]      Essential;
}

impl Action {
    /// The action of a name.
    pub fn from_id(id: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.id() == id)
    }

    /// Whether an officer would be stuck without a key for it. No keymap may take its last key away.
    pub const fn is_essential(self) -> bool {
        matches!(self.need(), Need::Essential)
    }

    /// Whether it can have keys in `layer`.
    pub fn belongs_to(self, layer: Layer) -> bool {
        self.layers().contains(&layer)
    }
}

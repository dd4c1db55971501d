//! The layers of the keymap: which keys count where.
//!
//! It never says which layers are active; the screen that has the focus does.

/// One layer of the keymap. The console looks a key up in the active layers, topmost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Always there, below everything else.
    Desk,
    /// Any screen or pane that is a list.
    List,
    /// A report is under the cursor, or its record is open.
    Report,
    /// A dispute is under the cursor, or its record is open.
    Dispute,
    /// Something that is owed is under the cursor, or the open record owes it.
    Due,
    /// A patrol unit is under the cursor.
    Unit,
    /// An escalation is under the cursor.
    Escalation,
    /// A supervision order is under the cursor.
    Order,
    /// The zero report of a post is under the cursor.
    Post,
    /// The sweep of a beat is under the cursor.
    Sweep,
    /// A handover is open.
    Handover,
    /// A form is open and takes text.
    Form,
    /// An overlay is open: palette, picker, which-key, help, confirmation.
    Menu,
}

impl Layer {
    /// Every layer, lowest first.
    pub const ALL: [Layer; 13] = [
        Layer::Desk,
        Layer::List,
        Layer::Report,
        Layer::Dispute,
        Layer::Due,
        Layer::Unit,
        Layer::Escalation,
        Layer::Order,
        Layer::Post,
        Layer::Sweep,
        Layer::Handover,
        Layer::Form,
        Layer::Menu,
    ];

    /// The name of its table in a keymap file.
    pub const fn id(self) -> &'static str {
        match self {
            Layer::Desk => "desk",
            Layer::List => "list",
            Layer::Report => "report",
            Layer::Dispute => "dispute",
            Layer::Due => "due",
            Layer::Unit => "unit",
            Layer::Escalation => "escalation",
            Layer::Order => "order",
            Layer::Post => "post",
            Layer::Sweep => "sweep",
            Layer::Handover => "handover",
            Layer::Form => "form",
            Layer::Menu => "menu",
        }
    }

    /// The layer of a table name.
    pub fn from_id(id: &str) -> Option<Layer> {
        Layer::ALL.into_iter().find(|layer| layer.id() == id)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Layer::Desk => "keys-layer-desk",
            Layer::List => "keys-layer-list",
            Layer::Report => "keys-layer-report",
            Layer::Dispute => "keys-layer-dispute",
            Layer::Due => "keys-layer-due",
            Layer::Unit => "keys-layer-unit",
            Layer::Escalation => "keys-layer-escalation",
            Layer::Order => "keys-layer-order",
            Layer::Post => "keys-layer-post",
            Layer::Sweep => "keys-layer-sweep",
            Layer::Handover => "keys-layer-handover",
            Layer::Form => "keys-layer-form",
            Layer::Menu => "keys-layer-menu",
        }
    }

    /// Whether a character typed here is text. Such a layer binds no bare character, and lets none fall
    /// through to the layers below: `q` in a narrative is a letter, not the end of the console.
    pub const fn takes_text(self) -> bool {
        match self {
            Layer::Form | Layer::Menu => true,
            Layer::Desk | Layer::List | Layer::Report | Layer::Dispute | Layer::Due => false,
            Layer::Unit | Layer::Escalation | Layer::Order | Layer::Post | Layer::Sweep | Layer::Handover => {
                false
            }
        }
    }

    /// The layers that may lie under this one, nearest first.
    pub const fn beneath(self) -> &'static [Layer] {
        match self {
            Layer::Desk => &[],
            Layer::List | Layer::Form | Layer::Menu => &[Layer::Desk],
            Layer::Report | Layer::Dispute => &[Layer::Due, Layer::List, Layer::Desk],
            Layer::Due
            | Layer::Unit
            | Layer::Escalation
            | Layer::Order
            | Layer::Post
            | Layer::Sweep
            | Layer::Handover => &[Layer::List, Layer::Desk],
        }
    }
}

//! Which of the actions mean something in an overlay, and what.

use crate::keys::Action;
use crate::ui::widget::field::Edit;

/// What an action asks of an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    /// Saves a form.
    Save,
    /// Leaves.
    Cancel,
    /// To the next field.
    Next,
    /// To the previous field.
    Previous,
    /// Opens the choices, takes one, or goes on.
    Choose,
    /// A line break.
    NewLine,
    /// One line or choice up.
    Up,
    /// One line or choice down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// The list of earlier reports.
    Earlier,
    /// One more line, in a form that has several.
    More,
    /// A change at the caret.
    Edit(Edit),
}

/// Every action that means something in an overlay; what isn't here means nothing there.
const DOES: [(Action, Does); 24] = [
    (Action::FormSave, Does::Save),
    (Action::FormCancel, Does::Cancel),
    (Action::FormNext, Does::Next),
    (Action::FormPrevious, Does::Previous),
    (Action::FormChoose, Does::Choose),
    (Action::FormEarlier, Does::Earlier),
    (Action::FormMore, Does::More),
    (Action::NewLine, Does::NewLine),
    (Action::EditUp, Does::Up),
    (Action::EditDown, Does::Down),
    (Action::EditLeft, Does::Edit(Edit::Left)),
    (Action::EditRight, Does::Edit(Edit::Right)),
    (Action::EditHome, Does::Edit(Edit::Home)),
    (Action::EditEnd, Does::Edit(Edit::End)),
    (Action::EditBackspace, Does::Edit(Edit::Backspace)),
    (Action::EditDelete, Does::Edit(Edit::Delete)),
    (Action::EditWordBack, Does::Edit(Edit::WordBack)),
    (Action::EditClear, Does::Edit(Edit::Clear)),
    (Action::MenuUp, Does::Up),
    (Action::MenuDown, Does::Down),
    (Action::MenuPageUp, Does::PageUp),
    (Action::MenuPageDown, Does::PageDown),
    (Action::MenuAccept, Does::Choose),
    (Action::MenuCancel, Does::Cancel),
];

impl Does {
    /// What an action asks of an overlay, if anything.
    pub(crate) fn of(action: Action) -> Option<Does> {
        DOES.iter().find(|(known, _)| *known == action).map(|(_, does)| *does)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Layer;

    #[test]
    fn every_action_of_forms_and_menus_means_something() {
        for action in Action::ALL {
            let here = action.belongs_to(Layer::Form) || action.belongs_to(Layer::Menu);
            assert_eq!(Does::of(*action).is_some(), here, "{}", action.id());
        }
    }
}

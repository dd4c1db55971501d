//! PURE. Keys, actions and keymaps.

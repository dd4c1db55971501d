//! PURE. The two languages.

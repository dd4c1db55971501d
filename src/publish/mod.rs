//! PURE. Documents made from answers.

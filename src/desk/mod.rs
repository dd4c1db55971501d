//! The running desk.

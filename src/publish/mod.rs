//! PURE. Documents made from answers: handovers, agreements and ledgers, as plain text, as Markdown and as CSV.
//!
//! A document is first built as blocks, in the reader's language, and then written in one form. Whoever writes a
//! form makes every text in it safe; so what was told by anyone can be no formula, no markup and no control
//! sequence. A training desk says so at the top and at the bottom.

pub mod agreement;
pub mod allowance;
mod block;
mod csv;
pub mod handover;
pub mod ledger;
mod markdown;
mod plain;

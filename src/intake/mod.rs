//! Files in, commands out: the spool folder, the report format and its encodings.
//!
//! A notification is a hint, the sweep is the guarantee. A file is taken as a whole or refused as a whole, and what is
//! refused is kept beside its reason. Nothing here writes to the record: the desk does, through its one door.
//!
//! The desk's side of it:
//!
//! ```text
//! spool.sweep()?; watch.renew();                        // at start, on every wake, every 30 s, after look_again()
//! while let Some(mut found) = spool.next(&station, clocks)? {
//!     match &mut found.outcome {
//!         Take(reports) => loop {
//!             let batch = reports.batch(500)?;          // an error: record RefuseFile, then spool.refuse
//!             // each as an Order { key: told.key, command: Receive(told.incoming) }; wait for the commit
//!         },                                            // then spool.done(found)
//!         Refuse(refused) => ...                        // record RefuseFile, then spool.refuse(found, why_text(..))
//!     }
//! }
//! ```

mod cells;
mod check;
mod complaint;
mod document;
mod file;
mod folder;
mod json;
mod parse;
mod record;
mod sheet;
mod spool;
mod walk;
mod watch;
mod why;

pub use check::{CheckReport, SHOWN_MAX, check, check_file};
pub use complaint::{COMPLAINTS_MAX, Complaint, JsonFault, Refused, Why};
pub use file::{FILE_MAX, Told};
pub use folder::file_name;
pub use spool::{Clocks, Found, Outcome, Reports, Spool};
pub use walk::{DOCUMENT_MAX, Shape};
pub use watch::{Arrivals, Watch, can_watch};
pub use why::{complaint_line, sentence, why_text};

//! The one test binary: each module below is a room of the house or a way of using it.
// Tests may fail loudly in their helping functions too, which the lints' own exception does not reach.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backend;
mod calendar;
mod command_line;
mod console;
mod deadlines;
mod deadlines_random;
mod desk;
mod dispute_life;
mod disputes;
mod doctor;
mod due_line;
mod earlier;
mod forms;
mod input;
mod intake;
mod keys;
mod layers;
mod outbox;
mod overlays;
mod paper;
mod preferences;
mod privacy;
mod pty;
mod publish;
mod quick_entry;
mod readme;
mod real;
mod rule_files;
mod rules;
mod rules_random;
mod samples;
mod setup;
mod store;
mod store_erase;
mod store_files;
mod store_handover;
mod store_lists;
mod store_random;
mod store_tamper;
mod terminal;
mod text;
mod walk;
mod wire;
mod words;

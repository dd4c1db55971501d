//! What console and desk say to each other.

pub mod message;

//! The one test binary: each module below is a room of the house or a way of using it.
mod input;
mod text;

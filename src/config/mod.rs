//! Where files live and what is wrong with them.

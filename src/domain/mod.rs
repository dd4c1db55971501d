//! PURE. The vocabulary and the rules of the desk: no I/O, no clock.

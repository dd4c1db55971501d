//! Files in, commands out.

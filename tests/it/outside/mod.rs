//! What other programs change in a workspace that is open: seen, taken in, and never overwritten.

mod beside;
mod lock;
mod reader;
mod saver;
mod seen;
mod session;

//! The glue between the session and the world: the window, threads, dialogs, preferences.

mod clock;
mod disk;
mod inbox;
mod opening;
mod preferences;
mod program;
mod queue;
mod start;
mod study;
mod transfer;

pub use program::{Options, Program};
pub use start::{LaunchTime, run};

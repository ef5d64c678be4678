//! The glue between the session and the world: the window, threads, dialogs, preferences.

mod clock;
mod disk;
mod ending;
mod inbox;
mod opening;
mod panics;
mod preferences;
mod program;
mod queue;
mod saver;
mod start;
mod study;
mod transfer;
mod unsaved;

pub use program::{Options, Program};
pub use start::{LaunchTime, run};

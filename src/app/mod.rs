//! The glue between the session and the world: the window, threads, dialogs, preferences.

mod clock;
mod disk;
pub mod exchange;
mod opening;
mod preferences;
mod program;
mod start;

pub use program::{Options, Program};
pub use start::{LaunchTime, run};

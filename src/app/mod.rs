//! The glue between the session and the world: the window, threads, dialogs, preferences.

mod abreast;
mod articles;
mod clock;
mod disk;
pub mod exchange;
mod inbox;
pub mod merge;
mod opening;
mod preferences;
mod program;
pub mod queue;
mod start;
pub mod study;
pub mod survey;
mod transfer;

pub use program::{Options, Program};
pub use start::{LaunchTime, run};

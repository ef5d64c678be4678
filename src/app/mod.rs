//! The glue between the session and the world: the window, threads, dialogs, preferences.

mod background;
mod clock;
mod desktop;
mod dialogs;
mod ending;
mod headless;
mod input_method;
mod interface_language;
mod opening;
mod options;
mod pace;
mod paths;
mod preferences;
mod program;
mod start;
mod system;
mod unsaved;
mod window;

pub use clock::Clock;
pub use headless::Headless;
pub use options::Options;
pub use program::Program;
pub use start::{LaunchTime, run};

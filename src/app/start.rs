//! Opening the window.

use std::time::{Duration, Instant};

use super::Options;
use super::opening::Opening;

/// When the process began, for the line that says how long the first text took.
#[derive(Clone, Copy, Debug)]
pub struct LaunchTime(Instant);

impl LaunchTime {
    /// The moment `main` began.
    #[must_use]
    pub const fn new(began: Instant) -> Self {
        Self(began)
    }

    /// Time since then.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When no window can be opened: no display, or no graphics.
pub fn run(options: Options, launch: LaunchTime) -> anyhow::Result<()> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Tippani")
        .with_app_id("tippani")
        .with_inner_size([1360.0, 880.0])
        .with_min_inner_size([640.0, 400.0]);
    let native = eframe::NativeOptions { viewport, ..Default::default() };
    // Reading the article and making the window take about as long, and go on side by side.
    let opening = Opening::begin(options)?;
    let make: eframe::AppCreator<'_> = Box::new(move |created| {
        log::debug!("window after {} ms", launch.elapsed().as_millis());
        Ok(Box::new(opening.finish(&created.egui_ctx, Some(launch))?))
    });
    eframe::run_native("tippani", native, make)
        .map_err(|error| anyhow::anyhow!("no window can be opened: {error}. Is there a display?"))
}

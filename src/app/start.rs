//! Opening the window.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::Options;
use super::desktop::{DesktopSettings, is_of_x11};
use super::ending::Ending;
use super::opening::Opening;
use crate::jobs::panics;
use crate::ui::note_cleared;
use crate::ui::text_field::tell_at_rest;

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

/// Opens the window and returns when it is closed, with the code to end with; work is saved however it ends.
///
/// # Errors
/// When no window can be opened: no display, or no graphics. When the display was lost.
pub fn run(options: Options, launch: LaunchTime) -> anyhow::Result<ExitCode> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Tippani")
        .with_app_id("tippani")
        .with_inner_size([1360.0, 880.0])
        .with_min_inner_size([640.0, 400.0]);
    // Every colour is flat: there is nothing to dither.
    let native = eframe::NativeOptions { viewport, dithering: false, ..Default::default() };
    // Reading the article and making the window take about as long, and go on side by side.
    let opening = Opening::begin(options)?;
    let desktop = DesktopSettings::follow(opening.waker());
    let ending = Ending::default();
    let unsaved = opening.unsaved_work();
    ending.watch_signals(&unsaved, opening.waker());
    ending.guard_thread(&unsaved);
    let known = ending.clone();
    let make: eframe::AppCreator<'_> = Box::new(move |created| {
        log::debug!("window after {} ms", launch.elapsed().as_millis());
        known.begin();
        note_cleared(&created.egui_ctx);
        if is_of_x11() {
            tell_at_rest(&created.egui_ctx);
        }
        let mut program = opening.finish(&created.egui_ctx, Some(launch), known)?;
        program.set_desktop_settings(desktop);
        Ok(Box::new(program))
    });
    let outcome = panics::caught(|| eframe::run_native("tippani", native, make));
    ending.finish(&unsaved, outcome)
}

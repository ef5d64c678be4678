//! A window of the toolkit with nothing in it: what the program's own start, memory and idle time are measured beside.

use std::time::Instant;

/// Draws nothing; says when the first frame was on the screen, as the program does: when the next one begins.
struct Empty {
    launched: Instant,
    frames: u32,
}

impl eframe::App for Empty {
    fn logic(&mut self, _: &egui::Context, _: &mut eframe::Frame) {
        if self.frames == 1 {
            log::info!("first frame after {} ms", self.launched.elapsed().as_millis());
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frames += 1;
        if self.frames == 1 {
            ui.ctx().request_repaint();
        }
    }
}

fn main() -> eframe::Result {
    let launched = Instant::now();
    env_logger::Builder::from_env(env_logger::Env::new().filter_or("TIPPANI_LOG", "info")).init();
    let viewport = egui::ViewportBuilder::default().with_inner_size([1_360.0, 880.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native("empty", options, Box::new(move |_| Ok(Box::new(Empty { launched, frames: 0 }))))
}

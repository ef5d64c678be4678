//! A window of the toolkit with nothing in it: what the program's own start, memory and idle time are measured beside.

use std::time::Instant;

/// Draws nothing; says when it first did.
struct Empty {
    launched: Instant,
    is_shown: bool,
}

impl eframe::App for Empty {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {
        if !std::mem::replace(&mut self.is_shown, true) {
            log::info!("first frame after {} ms", self.launched.elapsed().as_millis());
        }
    }
}

fn main() -> eframe::Result {
    let launched = Instant::now();
    env_logger::Builder::from_env(env_logger::Env::new().filter_or("TIPPANI_LOG", "info")).init();
    let viewport = egui::ViewportBuilder::default().with_inner_size([1_360.0, 880.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native("empty", options, Box::new(move |_| Ok(Box::new(Empty { launched, is_shown: false }))))
}

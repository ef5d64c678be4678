//! The program without a window, frame by frame.

#![allow(dead_code, reason = "a benchmark needs some of it")]

use std::path::Path;
use std::time::{Duration, Instant};

use accesskit_atspi_common::{Adapter, AdapterCallback, AppContext, FullNodeId, InterfaceSet, WindowBounds};
use egui::accesskit::{ActionHandler, ActionRequest, TreeUpdate};
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, Vec2};
use tippani::app::{Options, Program};

use crate::corpus;

const SIZE: Vec2 = Vec2::new(1360.0, 880.0);
const FRAME: f64 = 1.0 / 60.0;

/// Hears everything and does nothing.
struct Nobody;

impl AdapterCallback for Nobody {
    fn register_interfaces(&self, _: &Adapter, _: FullNodeId, _: InterfaceSet) {}
    fn unregister_interfaces(&self, _: &Adapter, _: FullNodeId, _: InterfaceSet) {}
    fn emit_event(&self, _: &Adapter, _: accesskit_atspi_common::Event) {}
}

impl ActionHandler for Nobody {
    fn do_action(&mut self, _: ActionRequest) {}
}

/// The program without a window: frames as they are asked for.
pub(crate) struct Headless {
    ctx: Context,
    pub(crate) program: Program,
    time: f64,
    /// Who listens, as the system has it: it takes every tree and says what has changed.
    listener: Option<Adapter>,
    /// Where every change is kept, as in the real program.
    _journals: tempfile::TempDir,
}

impl Headless {
    /// Opens an article and draws the first frame with its text.
    pub(crate) fn open(path: &Path) -> Self {
        Self::begin(path).arrive()
    }

    fn begin(path: &Path) -> Self {
        let ctx = Context::default();
        let journals = tempfile::tempdir().expect("a temporary folder");
        let options = Options {
            path: Some(path.to_owned()),
            annotator: Some(corpus::annotator()),
            forgetful: true,
            journals: Some(journals.path().to_owned()),
            ..Options::default()
        };
        let program = Program::new(&ctx, options).expect("threads");
        Self { ctx, program, time: 0.0, listener: None, _journals: journals }
    }

    fn arrive(mut self) -> Self {
        while self.program.session().article().is_none() {
            std::thread::sleep(Duration::from_millis(1));
            self.program.step(&self.ctx);
        }
        let _ = self.frame(Vec::new());
        self
    }

    /// Opens a folder and the first of its articles.
    pub(crate) fn open_folder(path: &Path) -> Self {
        let mut this = Self::begin(path);
        while this.program.session().library().is_none() {
            std::thread::sleep(Duration::from_millis(1));
            this.program.step(&this.ctx);
        }
        let _ = this.key(Key::PageDown, Modifiers::CTRL | Modifiers::COMMAND);
        this.arrive()
    }

    /// One frame, from the events to the triangles; says how long it took.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += FRAME;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let started = Instant::now();
        self.program.step(&self.ctx);
        let output = self.ctx.run_ui(input, |ui| self.program.frame(ui));
        let triangles = self.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        if let Some(update) = output.platform_output.accesskit_update.clone() {
            self.tell(update);
        }
        let took = started.elapsed();
        assert!(!triangles.is_empty());
        output.drop_without_applying_deltas();
        took
    }

    /// Has somebody listen from the next frame on.
    pub(crate) fn listen(&self) {
        self.ctx.enable_accesskit();
    }

    /// Has nobody listen any more.
    pub(crate) fn ignore(&mut self) {
        self.ctx.disable_accesskit();
        self.listener = None;
    }

    fn tell(&mut self, update: TreeUpdate) {
        if let Some(listener) = &mut self.listener {
            listener.update(update);
            return;
        }
        let app = AppContext::new(None);
        let bounds = WindowBounds::default();
        self.listener = Some(Adapter::new(&app, Nobody, update, true, bounds, Nobody));
    }

    pub(crate) fn key(&mut self, key: Key, modifiers: Modifiers) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let down = self.frame(vec![event(true)]);
        down + self.frame(vec![event(false)])
    }

    pub(crate) fn annotations(&self) -> usize {
        self.program.session().article().map_or(0, |a| a.set().annotations().len())
    }

    /// Types a label's key and says how long the frame took.
    pub(crate) fn tag(&mut self) -> Duration {
        self.frame(vec![Event::Text("1".to_owned())])
    }

    /// Waits until what was done is in the journal.
    pub(crate) fn wait_until_kept(&mut self) {
        while self.program.session().unkept_edits().0 > 0 {
            std::thread::sleep(Duration::from_millis(1));
            self.program.step(&self.ctx);
        }
    }

    pub(crate) fn scroll(&mut self, points: f32) -> Duration {
        self.scroll_at(egui::pos2(SIZE.x / 2.0, SIZE.y / 2.0), Vec2::new(0.0, points))
    }

    /// Turns the wheel over a place of the window.
    pub(crate) fn scroll_at(&mut self, at: egui::Pos2, points: Vec2) -> Duration {
        let wheel = Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: -points,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(at), wheel])
    }
}

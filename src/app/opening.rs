//! What is opened while the window is still being made.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and answer with an event")]

use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use egui::Context;

use super::background::Background;
use super::clock::now;
use super::ending::Ending;
use super::preferences::Remembered;
use super::system;
use super::unsaved::UnsavedWork;
use super::{LaunchTime, Options, Program};
use crate::format::preferences::Theme;
use crate::jobs::JobKind;
use crate::model::Annotator;
use crate::session::{Effect, Event, Session};
use crate::words::set_language;

/// The first frame waits this long for an article: an empty one costs more than most texts take to arrive, and
/// flickers. A slow disk is not waited for.
const PATIENCE: Duration = Duration::from_millis(350);
/// It waits this long for the list of a folder whose article is there: a window takes longer to make, and a list that grows
/// under the eye is unrest.
const PATIENCE_FOR_LIST: Duration = Duration::from_millis(100);

/// The session with what it has opened so far.
pub(super) struct Opened {
    pub session: Session,
    pub background: Background,
    pub remembered: Remembered,
    /// Where it hands over what is not on disk.
    pub unsaved: UnsavedWork,
    /// Light or dark, for this run.
    pub theme: Option<Theme>,
    /// What is left to be done once there is a window.
    pub effects: Vec<Effect>,
}

/// A thread that reads the article; making a window takes as long.
pub(super) struct Opening {
    thread: JoinHandle<Opened>,
    /// The window to be woken, once there is one.
    window: Arc<OnceLock<Context>>,
    unsaved: UnsavedWork,
}

impl Opening {
    /// Begins to open what was asked for.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn begin(options: Options) -> anyhow::Result<Self> {
        let window: Arc<OnceLock<Context>> = Arc::default();
        let background = Background::start(&options, waker(&window))?;
        let unsaved = background.unsaved_work();
        let handed_over = unsaved.clone();
        let work = move || Opened::begin(options, background, handed_over).with_article();
        let thread = std::thread::Builder::new().name("tippani-opening".to_owned()).spawn(work)?;
        Ok(Self { thread, window, unsaved })
    }

    /// The work that is not on disk, from now on.
    pub(super) fn unsaved_work(&self) -> UnsavedWork {
        self.unsaved.clone()
    }

    /// Wakes the window, from any thread.
    pub(super) fn waker(&self) -> impl Fn() + Send + Sync + 'static {
        waker(&self.window)
    }

    /// Waits for the article, not for long, and makes the program.
    ///
    /// # Errors
    /// When the thread ended before its time.
    pub(super) fn finish(
        self,
        ctx: &Context,
        launch: Option<LaunchTime>,
        ending: Ending,
    ) -> anyhow::Result<Program> {
        let opened = self
            .thread
            .join()
            .map_err(|panic| anyhow::anyhow!("opening ended before its time: {panic:?}"))?;
        let _ = self.window.set(ctx.clone());
        // What came in meanwhile woke nobody.
        ctx.request_repaint();
        Ok(Program::around(opened, ctx, launch, ending))
    }
}

fn waker(window: &Arc<OnceLock<Context>>) -> impl Fn() + Send + Sync + 'static {
    let woken = window.clone();
    move || {
        if let Some(ctx) = woken.get() {
            ctx.request_repaint();
        }
    }
}

impl Opened {
    fn begin(options: Options, background: Background, unsaved: UnsavedWork) -> Self {
        let remembered = if options.forgetful { Remembered::none() } else { Remembered::read() };
        // What is said on this thread is read in the window.
        set_language(remembered.look().language.unwrap_or_else(system::language));
        let annotator =
            options.annotator.or_else(|| Annotator::new(remembered.get().annotator.as_deref()?).ok());
        let session = Session::new(annotator, u128::from(ulid::Ulid::generate()));
        let path = options.path.or_else(|| remembered.get().recent.first().cloned());
        let (theme, effects) = (options.theme, Vec::new());
        let mut opened = Self { session, background, remembered, unsaved, theme, effects };
        if let Some(path) = path {
            let effects = opened.session.run(opened.remembered.opening(path), &now());
            opened.carry_out(effects);
        }
        opened
    }

    /// Goes on until there is text to show, or no hope of it, or no time.
    fn with_article(mut self) -> Self {
        let began = Instant::now();
        while self.session.is_opening() {
            let patience = if self.session.article().is_some() { PATIENCE_FOR_LIST } else { PATIENCE };
            let left = (began + patience).saturating_duration_since(Instant::now());
            let Some(event) = self.background.wait(left) else { break };
            self.take(event);
        }
        self
    }

    fn take(&mut self, event: Event) {
        let effects = self.session.on_event(event, &now());
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Begin(job) if job.id.kind != JobKind::ReadCorpus => self.background.begin(*job),
                Effect::Begin(_)
                | Effect::Picked(_)
                | Effect::RememberAnnotator(_)
                | Effect::RememberWorkspace(_)
                | Effect::Reveal(..)
                | Effect::AskAnnotator
                | Effect::AskPath
                | Effect::Open(_)
                | Effect::Close
                | Effect::Notify(_)
                | Effect::Withdraw(_) => self.effects.push(effect),
            }
        }
    }
}

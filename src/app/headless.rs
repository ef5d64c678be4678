//! The program without a window: the session and the threads that answer it, driven by hand.

use std::path::Path;
use std::time::Duration;

use super::background::Background;
use crate::jobs::Job;
use crate::model::Annotator;
use crate::session::{Command, Effect, Event, LibraryCommand, Now, Session};

/// A session whose effects are carried out as they are behind the window, and whose clock is the caller's.
///
/// What only a window can do is left to the caller. Nothing is remembered, and nothing is saved by time alone: there is no
/// tick.
pub struct Headless {
    session: Session,
    background: Background,
}

impl Headless {
    /// Opens a folder, or an article of one, for an annotator.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open(path: &Path, annotator: Annotator, now: &Now) -> std::io::Result<Self> {
        let background = Background::start(None, None, || {})?;
        let session = Session::new(Some(annotator), u128::from(now.millis));
        let mut headless = Self { session, background };
        let _ = headless.run(LibraryCommand::OpenWorkspace(path.to_owned()), now);
        Ok(headless)
    }

    /// What is open.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Runs a command; gives everything that was asked for, of which what is not for a window is under way.
    pub fn run(&mut self, command: impl Into<Command>, now: &Now) -> Vec<Effect> {
        let effects = self.session.run(command, now);
        self.carry_out(effects)
    }

    /// Waits for the next answer, at most so long, and gives it to the session; false when none came.
    pub fn wait(&mut self, at_most: Duration, now: &Now) -> bool {
        let Some(event) = self.background.wait(at_most) else { return false };
        self.take(event, now);
        true
    }

    fn take(&mut self, event: Event, now: &Now) {
        let effects = self.session.on_event(event, now);
        let _ = self.carry_out(effects);
    }

    fn carry_out(&self, effects: Vec<Effect>) -> Vec<Effect> {
        for effect in &effects {
            if let Effect::Begin(job) = effect {
                self.background.begin(Job::clone(job));
            }
        }
        effects
    }
}

impl std::fmt::Debug for Headless {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Headless").field("session", &self.session).finish_non_exhaustive()
    }
}

impl Drop for Headless {
    fn drop(&mut self) {
        self.background.finish(Duration::from_secs(5));
    }
}

//! How long the annotator works, where that was asked for: measured on this computer, and told to nobody else.

use std::sync::Arc;

use egui::Context;

use super::clock::now;
use super::preferences::Remembered;
use crate::format::preferences::Pace;
use crate::model::State;
use crate::session::{Library, Session};
use crate::ui::{ShownPace, View};

/// A pause longer than this is none of the work.
const LONGEST_PAUSE_MS: u64 = 60_000;
/// What was measured is handed on after so much work.
const PORTION_MS: u64 = 10_000;

/// Measures work by the input of the window.
#[derive(Debug, Default)]
pub(super) struct PaceMeter {
    last_input: Option<u64>,
    seen: Option<Seen>,
    measured: Pace,
}

/// What was last seen of the article on screen.
#[derive(Debug)]
struct Seen {
    file: Arc<str>,
    annotations: usize,
    state: State,
}

impl PaceMeter {
    /// Measures, where that is asked for, and shows what is known of this workspace and annotator.
    pub(super) fn follow(
        &mut self,
        session: &Session,
        remembered: &mut Remembered,
        view: &mut View,
        ctx: &Context,
    ) {
        let measured = if view.look.measures_pace {
            let is_input = ctx.input(|input| !input.events.is_empty());
            self.measure(session, is_input, now().millis)
        } else {
            // What was measured until it was turned off counts.
            self.last_input = None;
            self.take()
        };
        if let Some(pace) = measured {
            remembered.change(|preferences| preferences.add_pace(pace));
        }
        let whose = session.annotator().zip(session.library().map(Library::root));
        let known = whose.and_then(|(annotator, root)| {
            let is_of = |pace: &&Pace| pace.folder == root && pace.annotator == annotator.as_str();
            remembered.get().paces.iter().find(is_of)
        });
        view.set_pace(known.map(|pace| ShownPace {
            milliseconds: pace.milliseconds,
            annotations: pace.annotations.unsigned_abs(),
            done: pace.done,
        }));
    }

    /// Hands on what is left.
    pub(super) fn end(&mut self, remembered: &mut Remembered) {
        if let Some(pace) = self.take() {
            remembered.change(|preferences| preferences.add_pace(pace));
        }
    }

    /// Looks at what is open; `is_input` says whether a key or the pointer was used since. Gives what was measured, in portions,
    /// and whenever another workspace or annotator begins.
    fn measure(&mut self, session: &Session, is_input: bool, now_ms: u64) -> Option<Pace> {
        let whose = session.library().map(Library::root).zip(session.annotator());
        let Some(((folder, annotator), article)) = whose.zip(session.article()) else {
            (self.last_input, self.seen) = (None, None);
            return self.take();
        };
        let is_other = self.measured.folder != folder || self.measured.annotator != annotator.as_str();
        let before = if is_other { self.take() } else { None };
        if is_other {
            (self.last_input, self.seen) = (None, None);
            folder.clone_into(&mut self.measured.folder);
            self.measured.annotator = annotator.to_string();
        }
        if is_input {
            let pause = self.last_input.replace(now_ms).map_or(0, |last| now_ms.saturating_sub(last));
            self.measured.milliseconds += if pause <= LONGEST_PAUSE_MS { pause } else { 0 };
        }
        let (file, set) = (article.document().file.clone(), article.set());
        let now = Seen { file, annotations: set.annotations().len(), state: set.state() };
        if let Some(seen) = self.seen.as_ref().filter(|seen| seen.file == now.file) {
            self.measured.annotations += now.annotations as i64 - seen.annotations as i64;
            self.measured.done += u64::from(now.state == State::Done && seen.state != State::Done);
        }
        self.seen = Some(now);
        let is_due = self.measured.milliseconds >= PORTION_MS || self.measured.done > 0;
        before.or_else(|| is_due.then(|| self.take()).flatten())
    }

    /// What was measured and not handed on yet.
    fn take(&mut self) -> Option<Pace> {
        let fresh = Pace {
            folder: self.measured.folder.clone(),
            annotator: self.measured.annotator.clone(),
            ..Pace::default()
        };
        let measured = std::mem::replace(&mut self.measured, fresh);
        let is_any = measured.milliseconds > 0 || measured.annotations != 0 || measured.done > 0;
        is_any.then_some(measured)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_measured_where_nothing_is_open() {
        let session = Session::new(None, 1);
        let mut meter = PaceMeter::default();
        assert_eq!(meter.measure(&session, true, 0), None);
        assert_eq!(meter.measure(&session, true, 30_000), None);
        assert_eq!(meter.take(), None);
    }
}

//! Leaving what is open: the window, the folder or the annotator. Work is put in place first, and where it cannot be kept
//! anywhere the analyst decides.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, Now, OpenArticle, Session, Severity};
use crate::format::workspace;
use crate::jobs::{Request, ScannedWorkspace};
use crate::model::Annotator;
use crate::words::{say, text};

/// A disk that has not answered after this long is asked about, in milliseconds.
const DISK_PATIENCE_MS: u64 = 5_000;

/// Where the analyst goes.
#[derive(Debug)]
pub(super) enum Destination {
    /// The window closes.
    Close,
    /// Another folder.
    Workspace(Box<ScannedWorkspace>),
    /// Somebody else annotates.
    Annotator(Annotator),
}

/// A way out that waits for work to be safe. What is asked for meanwhile joins it: the annotator changes and another folder
/// opens; whoever closes the window wants neither any more.
#[derive(Debug, Default)]
pub struct Leaving {
    closes: bool,
    workspace: Option<Box<ScannedWorkspace>>,
    annotator: Option<Annotator>,
    since: u64,
    asks: bool,
}

/// The answer to the question what is to become of work that could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveAnswer {
    /// Save it, once more.
    TryAgain,
    /// Go, and lose it.
    Discard,
    /// Stay.
    Cancel,
}

/// Work on one article, on the schema or on entities, that is neither on disk nor in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtRisk {
    /// The article; the workspace file or that of entities, where those could not be saved.
    pub file: Arc<str>,
    /// How many changes.
    pub changes: usize,
    /// Why they could not be saved; nothing while the disk has not answered.
    pub reason: Option<String>,
}

impl Leaving {
    /// Whether the analyst has to decide.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.asks
    }

    /// What going means, for the button that does it.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        text(match (self.closes, &self.workspace) {
            (true, _) => "session-leave-close",
            (false, Some(_)) => "session-leave-folder",
            (false, None) => "session-leave-annotator",
        })
    }

    fn join(&mut self, destination: Destination) {
        match destination {
            Destination::Close => self.closes = true,
            Destination::Workspace(scanned) => self.workspace = Some(scanned),
            Destination::Annotator(annotator) => self.annotator = Some(annotator),
        }
    }

    /// When the analyst is asked though the disk has not answered, in milliseconds since the epoch.
    pub(super) fn asks_at(&self) -> Option<u64> {
        (!self.asks).then_some(self.since + DISK_PATIENCE_MS)
    }
}

impl Session {
    /// The way out that waits for work to be safe.
    #[must_use]
    pub const fn leaving(&self) -> Option<&Leaving> {
        self.leaving.as_ref()
    }

    /// Work that is neither on disk nor in the journal: by article, then on the schema and on entities.
    #[must_use]
    pub fn at_risk(&self) -> Vec<AtRisk> {
        let told = |article: &OpenArticle| AtRisk {
            file: article.document().file.clone(),
            changes: self.articles.unsaved_steps(&article.document().file),
            reason: article.failure(),
        };
        let mut all: Vec<AtRisk> = self.articles.values().filter(|a| a.is_at_risk()).map(told).collect();
        all.sort_by(|a, b| a.file.cmp(&b.file));
        all.extend(self.schema_at_risk());
        all.extend(self.entities_at_risk());
        all
    }

    fn schema_at_risk(&self) -> Option<AtRisk> {
        let changes = usize::try_from(self.schema.unsaved_changes()).unwrap_or(usize::MAX);
        let reason = self.schema.failure().map(|error| say!("session-schema-not-saved", error = error));
        (changes > 0).then(|| AtRisk { file: workspace::FILE_NAME.into(), changes, reason })
    }

    /// Articles with changes that are not on disk.
    pub fn unsaved(&self) -> impl Iterator<Item = &OpenArticle> {
        self.articles.values().filter(|article| article.is_dirty())
    }

    /// Goes there as soon as all work is safe.
    pub(super) fn leave(&mut self, destination: Destination, now: &Now) -> Vec<Effect> {
        let mut effects = self.save_all();
        if !self.at_risk().is_empty() {
            effects.extend(self.keep_all());
        }
        let leaving = self.leaving.get_or_insert_default();
        leaving.join(destination);
        (leaving.since, leaving.asks) = (now.millis, false);
        effects.extend(self.leave_when_kept(now));
        effects
    }

    /// Does not go to another folder any more.
    pub(super) fn forget_next_workspace(&mut self) {
        self.leaving.take_if(|leaving| {
            leaving.workspace = None;
            !leaving.closes && leaving.annotator.is_none()
        });
    }

    /// Saves copies of what is at risk below another folder; once they are there the work is safe.
    pub(super) fn save_copies(&mut self, folder: PathBuf) -> Vec<Effect> {
        let at_risk = || self.articles.values().filter(|article| article.is_at_risk());
        let sets = at_risk().map(|article| (article.document().clone(), article.set().clone())).collect();
        let number = self.articles.newest_edit().number;
        let files = at_risk().map(|article| (article.document().file.clone(), number)).collect();
        vec![self.jobs.begin(Request::SaveCopies { folder, sets }, Subject::Sets(files))]
    }

    /// Copies of these sets are in other files.
    pub(super) fn on_copies_saved(
        &mut self,
        paths: &[PathBuf],
        sets: &[(Arc<str>, u64)],
        now: &Now,
    ) -> Vec<Effect> {
        for (file, number) in sets {
            if let Some(article) = self.articles.get_mut(file) {
                article.kept_upto(*number);
            }
        }
        if self.at_risk().is_empty()
            && let Some(leaving) = &mut self.leaving
        {
            // A disk that does not answer is not waited for once more.
            leaving.since = now.millis.saturating_sub(DISK_PATIENCE_MS);
        }
        let tell = |path: &PathBuf| {
            Effect::tell(Severity::Success, say!("session-copy-saved", path = path.display().to_string()))
        };
        paths.iter().map(tell).collect()
    }

    /// Goes where the analyst wants to go, if all work is safe now; asks where it cannot be made safe.
    pub(super) fn leave_when_kept(&mut self, now: &Now) -> Vec<Effect> {
        let Some(leaving) = &self.leaving else { return Vec::new() };
        let has_waited = now.millis.saturating_sub(leaving.since) >= DISK_PATIENCE_MS;
        let at_risk = self.at_risk();
        if at_risk.is_empty() && (!self.is_saving() || has_waited) {
            return self.go();
        }
        if !self.is_saving() {
            let has_failed = at_risk.iter().all(|work| work.reason.is_some());
            if !has_failed && !has_waited {
                // Something was changed while the last save was under way.
                let mut effects = self.save_all();
                effects.extend(self.keep_all());
                return effects;
            }
        } else if !has_waited {
            return Vec::new();
        }
        if let Some(leaving) = &mut self.leaving {
            leaving.asks = true;
        }
        Vec::new()
    }

    /// What the analyst answered.
    pub(super) fn answer_leave(&mut self, answer: LeaveAnswer, now: &Now) -> Vec<Effect> {
        match answer {
            LeaveAnswer::TryAgain => {
                let mut effects = self.save_all();
                effects.extend(self.keep_all());
                if let Some(leaving) = &mut self.leaving {
                    (leaving.since, leaving.asks) = (now.millis, false);
                }
                effects.extend(self.leave_when_kept(now));
                effects
            }
            LeaveAnswer::Discard => self.go(),
            LeaveAnswer::Cancel => {
                self.leaving = None;
                Vec::new()
            }
        }
    }

    fn go(&mut self) -> Vec<Effect> {
        let Some(Leaving { closes, workspace, annotator, .. }) = self.leaving.take() else {
            return Vec::new();
        };
        if closes {
            return vec![Effect::Close];
        }
        let changed = annotator.map(|annotator| self.annotate_as(annotator));
        let mut effects = changed.unwrap_or_default();
        effects.extend(workspace.map(|scanned| self.enter(*scanned)).unwrap_or_default());
        effects
    }
}

//! Reading an article with what an annotator has of it: in the sidecar, in the journal, in copies that an earlier version kept.

use super::carry::{Carried, carry_over};
use super::copies::merge_copies;
use super::journal::Past;
use super::restored::{merged_words, waiting_words};
use super::saver::State;
use super::{Blocked, CancelToken, LoadRequest, LoadedArticle, Notice, Saver, Severity, reanchor};
use crate::analysis::replay;
use crate::format::article::ReadingChoice;
use crate::format::sidecar::Earlier;
use crate::model::{AnnotationSet, Document, EditId};
use crate::store::{self, LoadError, SetState};

impl Saver {
    /// Reads an article; where it has no annotations, `begin` with those. What could not be saved before is made again on
    /// whatever the sidecar is by now.
    ///
    /// # Errors
    /// When the article is not there or cannot be read, or it was cancelled.
    pub fn load(
        &self,
        article: &LoadRequest,
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        self.load_as(true, (article, ReadingChoice::default()), begin, cancel)
    }

    /// The same, read as the annotator has chosen; it is to be saved with the choice.
    ///
    /// # Errors
    /// As [`Saver::load`]; and where anybody has annotated it.
    pub fn reread(
        &self,
        article: &LoadRequest,
        choice: ReadingChoice,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        let mut loaded = self.load_as(true, (article, choice), None, cancel)?;
        loaded.unsaved |= loaded.blocked.is_none();
        Ok(loaded)
    }

    /// Reads an article and its sidecar as they are, for a window beside the one that writes the annotator's files: the journal
    /// is that one's, and is neither read nor written.
    ///
    /// # Errors
    /// As [`Saver::load`].
    pub fn load_for_reading(
        &self,
        article: &LoadRequest,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        self.load_as(false, (article, ReadingChoice::default()), None, cancel)
    }

    fn load_as(
        &self,
        is_writer: bool,
        (article, choice): (&LoadRequest, ReadingChoice),
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let mut notices = Vec::new();
        let loaded = self.read(article, choice, cancel)?;
        let has_file = loaded.stamp.hash().is_some();
        let empty = || AnnotationSet::new(annotator.clone());
        let mut unsaved = false;
        let mut earlier = None;
        let (mut set, blocked) = match &loaded.set {
            SetState::None => {
                unsaved = begin.is_some();
                (begin.unwrap_or_else(empty), None)
            }
            SetState::Ready(set) => (set.clone(), None),
            SetState::Outdated(outdated) => {
                let Earlier { set, sha256, characters } = &outdated.earlier;
                earlier = Some((sha256.clone(), usize::try_from(*characters).unwrap_or_default()));
                (set.clone(), None)
            }
            SetState::Blocked(blocked) => {
                let why = Blocked { path: blocked.path.clone(), reason: blocked.reason.clone() };
                (blocked.partial.clone().unwrap_or_else(empty), Some(why))
            }
        };
        let sidecar = store::sidecar_path(root, file, annotator);
        let mut past = if is_writer {
            self.state().open.extend(sidecar.clone());
            self.journals().past(article, &loaded.document, loaded.stamp.hash(), &mut notices)
        } else {
            Past::default()
        };
        let carried = if unsaved { None } else { self.carry(article, &loaded, &set, &mut past) };
        if let Some(carried) = carried {
            notices.push(carried.words(file));
            (set, unsaved, earlier) = (carried.set, true, Some(carried.source));
        }
        let waiting = past.others.iter().map(|other| other.parts.len()).sum::<usize>() + past.unreadable;
        let waiting = if blocked.is_some() { waiting + past.unsaved.len() } else { waiting };
        notices.extend(waiting_words(file, waiting));
        if blocked.is_none() && !past.unsaved.is_empty() {
            let replayed = replay(&set, past.unsaved);
            if replayed.set == set && past.unreadable == 0 {
                // It was saved, and only that was not noted any more.
                self.mark_saved(root, &loaded.document, &set, EditId::default(), &loaded.stamp);
            } else if replayed.set != set {
                let kinds: Vec<_> = replayed.conflicts.iter().map(|conflict| &conflict.kind).collect();
                let place = sidecar.as_deref().filter(|_| past.is_known && kinds.is_empty());
                notices.push(merged_words(file, place, &set, &replayed.set, &kinds));
                (set, unsaved) = (replayed.set, true);
            }
        }
        let copies = match &blocked {
            None if is_writer => {
                let recovery = self.recovery();
                let work = (&mut set, &mut unsaved);
                merge_copies(recovery, (article, &loaded.document), has_file, work, &mut notices)
            }
            None | Some(_) => Vec::new(),
        };
        if let Some(sidecar) = sidecar {
            self.state().covered.insert(sidecar, copies);
        }
        let issues = loaded.issues.iter().map(|issue| Notice::new(Severity::Warning, issue.to_string()));
        let notices = issues.chain(notices).collect();
        let copies = store::copies(root, file, annotator).unwrap_or_default();
        let history = if blocked.is_some() { Vec::new() } else { past.steps };
        let set_aside = store::list_set_aside(root, file, annotator).unwrap_or_default();
        let mut article = LoadedArticle {
            blocked,
            notices,
            copies,
            unsaved,
            history,
            set_aside,
            how: loaded.how,
            ..LoadedArticle::new(loaded.document, set)
        };
        let stopped = |_| LoadError::Stopped(file.to_string());
        reanchor::look(root, &mut article, earlier.as_ref(), (self.texts(), cancel)).map_err(stopped)?;
        Ok(article)
    }

    /// Makes edits of another version of the article again on `set`, which is saved for that version too then.
    fn carry(
        &self,
        LoadRequest { root, file, annotator }: &LoadRequest,
        loaded: &store::Loaded,
        set: &AnnotationSet,
        past: &mut Past,
    ) -> Option<Carried> {
        let sidecar = store::sidecar_path(root, file, annotator)?;
        // What an earlier reading carried over may have been shown to nobody.
        self.state().carried.remove(&sidecar);
        let carried = carry_over(&loaded.set, set, &past.others, &loaded.document, self.texts())?;
        let sha256 = carried.source.0.clone();
        past.others.retain(|other| other.sha256 != sha256);
        if carried.set == *set && carried.conflicts == 0 && matches!(loaded.set, SetState::Ready(_)) {
            // They were saved, and only that was not noted any more.
            let version = Document { sha256, ..loaded.document.clone() };
            self.mark_saved(root, &version, set, EditId::default(), &loaded.stamp);
            return None;
        }
        self.state().carried.insert(sidecar, sha256);
        Some(carried)
    }

    /// Reads an article and its sidecar while others may be saved, and remembers what the sidecar was; where just this one was
    /// saved meanwhile it is read again. One that was cancelled remembers nothing: what it read is shown to nobody.
    fn read(
        &self,
        article: &LoadRequest,
        choice: ReadingChoice,
        cancel: &CancelToken,
    ) -> Result<store::Loaded, LoadError> {
        let LoadRequest { root, file, annotator } = article;
        let sidecar = store::sidecar_path(root, file, annotator).unwrap_or_default();
        let last = |state: &State| state.sidecars.last_read(&sidecar).map(|read| read.stamp.clone());
        loop {
            let before = last(&self.state());
            let loaded = store::load_as(root, file, annotator, choice)?;
            let mut state = self.state();
            if cancel.is_cancelled() {
                return Err(LoadError::Stopped(file.to_string()));
            }
            if last(&state) == before {
                state.sidecars.remember(article, &loaded);
                return Ok(loaded);
            }
        }
    }
}

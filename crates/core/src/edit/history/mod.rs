//! What was done, what was undone, and which of it is on disk: by article, though one step may touch several.

mod article;
mod restore;
mod step;
mod take_in;

use std::collections::HashMap;
use std::sync::Arc;

use self::article::ArticleHistory;
use self::step::{Part, Step};
use super::{ChangeError, Direction, Edit, EditAction, Transaction, TransactionKind};
use crate::model::{AnnotationSet, EditId, EntryChange};

pub use self::restore::PastStep;

/// The sets that transactions change, by article.
pub trait Sets {
    /// The set of an article; nothing where it is not open.
    fn set_mut(&mut self, article: &str) -> Option<&mut AnnotationSet>;
}

impl<S: std::hash::BuildHasher> Sets for HashMap<Arc<str>, AnnotationSet, S> {
    fn set_mut(&mut self, article: &str) -> Option<&mut AnnotationSet> {
        self.get_mut(article)
    }
}

/// A transaction that could not be made; every set is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransactionError {
    /// One of its articles is not open.
    #[error("it is not open: {0}")]
    NotOpen(Arc<str>),
    /// One of its changes does not fit.
    #[error("{error}: {article}")]
    DoesNotFit {
        /// What is wrong.
        error: ChangeError,
        /// Where.
        article: Arc<str>,
    },
}

/// What undoing or redoing one step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoOutcome {
    /// What the step does, in the analyst's words.
    pub name: Arc<str>,
    /// What the step is.
    pub kind: TransactionKind,
    /// Articles that were changed.
    pub changed: Vec<Arc<str>>,
    /// Articles in which what the step had changed was changed since, or that are not open: they stay as they are.
    pub left: Vec<Arc<str>>,
}

/// Undo and redo without limit, by article, and what of each article is on disk.
///
/// A step that changed several articles stands in the history of each. Undone from one of them it is undone in all:
///
/// ```text
/// a.txt   tag │ tag both │            undo in b.txt      a.txt   tag │
/// b.txt       │ tag both │ note       (twice)            b.txt       │
/// ```
///
/// In an article where something it had changed was changed since by a later step or by another program, it stays as it
/// is, and [`UndoOutcome::left`] names the article. Each step is kept as its inverse, so undoing is applying.
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::Arc;
/// # use tippani_core::edit::{Change, History, Transaction};
/// # use tippani_core::model::{AnnotationSet, Annotator, State};
/// let set = || AnnotationSet::new(Annotator::new("asha").unwrap());
/// let mut sets = HashMap::from([(Arc::from("a.txt"), set()), (Arc::from("b.txt"), set())]);
/// let mut history = History::default();
/// let done = || vec![Change::SetState(State::Done)];
/// history.apply(&mut sets, Transaction::new("Mark as done", "a.txt", done()).and("b.txt", done()))?;
/// let undone = history.undo(&mut sets, &Arc::from("b.txt")).unwrap();
/// assert_eq!(undone.changed.len(), 2, "undone from one, undone in both");
/// assert_eq!(sets["a.txt"].state(), State::Todo);
/// # Ok::<(), tippani_core::edit::TransactionError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: HashMap<EditId, Step>,
    articles: HashMap<Arc<str>, ArticleHistory>,
    newest: u64,
    newest_edit: u64,
    /// Its number among the histories of all runs.
    run: u64,
    /// What was done since it was last asked; nothing where it is not recorded.
    edits: Option<Vec<Edit>>,
}

impl History {
    /// One that records what it does, for [`History::take_edits`]; no other one has the number `run`.
    #[must_use]
    pub fn recording(run: u64) -> Self {
        Self { run, edits: Some(Vec::new()), ..Self::default() }
    }

    /// What was done since this was last asked.
    pub fn take_edits(&mut self) -> Vec<Edit> {
        self.edits.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// The number of the history, and that of what it did last: all edits so far have lower numbers, or this one. It is 0 where
    /// nothing was done.
    #[must_use]
    pub const fn newest_edit(&self) -> EditId {
        EditId { run: self.run, number: self.newest_edit }
    }

    /// Notes that the set of an article is not what is on disk, though nothing was done to it here.
    pub fn begin_unsaved(&mut self, article: &Arc<str>) {
        let position = self.next();
        let history = self.articles.entry(article.clone()).or_default();
        history.position = position;
    }

    /// Forgets everything about an article: it was closed, or read anew.
    pub fn forget(&mut self, article: &str) {
        let Some(history) = self.articles.remove(article) else { return };
        for id in history.undo.into_iter().chain(history.redo) {
            self.drop_part(id, article);
        }
    }

    /// Makes a new transaction in all its articles, or in none; what was undone in them is forgotten.
    ///
    /// # Errors
    /// When one of its articles is not open, or a change does not fit; nothing changes then.
    pub fn apply(&mut self, sets: &mut impl Sets, transaction: Transaction) -> Result<(), TransactionError> {
        let (name, kind) = (transaction.name().clone(), transaction.kind().clone());
        let parts = transaction.into_parts();
        let records = self.edits.is_some();
        let mut applied: Vec<(Arc<str>, Part)> = Vec::with_capacity(parts.len());
        let mut entries: Vec<(Arc<str>, Vec<EntryChange>)> = Vec::new();
        for (article, changes) in parts {
            let made = sets.set_mut(&article).ok_or_else(|| TransactionError::NotOpen(article.clone()));
            let made = made.and_then(|set| {
                let does_not_fit = |error| TransactionError::DoesNotFit { error, article: article.clone() };
                self.article(&article).apply(set, changes, records).map_err(does_not_fit)
            });
            match made {
                Ok((part, changed)) => {
                    entries.push((article.clone(), changed));
                    applied.push((article, part));
                }
                Err(error) => {
                    for (article, part) in applied.into_iter().rev() {
                        if let Some(set) = sets.set_mut(&article) {
                            // What was just made fits to be taken back.
                            let _ = self.article(&article).switch_side(set, part, false);
                        }
                    }
                    return Err(error);
                }
            }
        }
        let id = EditId { run: self.run, number: self.next() };
        for (article, part) in &mut applied {
            let position = self.next();
            let history = self.article(article);
            part.other_position = std::mem::replace(&mut history.position, position);
            history.undo.push(id);
            self.forget_undone(article);
        }
        self.record(EditAction::Do, id, (&name, &kind), entries, &[]);
        self.steps.insert(id, Step { name, kind, parts: applied, closed: Vec::new() });
        Ok(())
    }

    /// Makes a transaction as a part of the last step of its article, so that both are undone as one: the next letter of
    /// a word that is being typed. Where there is no step of that article alone, or what it changed was changed since, it becomes a
    /// step of its own.
    ///
    /// # Errors
    /// As [`History::apply`].
    pub fn amend(&mut self, sets: &mut impl Sets, transaction: Transaction) -> Result<(), TransactionError> {
        let mut articles = transaction.parts().map(|(article, _)| article.clone());
        let article = articles.next().filter(|_| articles.next().is_none());
        let amended = article.as_ref().and_then(|article| self.amendable(sets.set_mut(article)?, article));
        drop(articles);
        self.apply(sets, transaction)?;
        let (Some(article), Some(amended)) = (article, amended) else { return Ok(()) };
        let Some(last) = self.article(&article).undo.pop() else { return Ok(()) };
        if let (Some(mut last), Some(step)) = (self.steps.remove(&last), self.steps.get_mut(&amended))
            && let (Some((_, newer)), Some((_, older))) = (last.parts.pop(), step.parts.first_mut())
        {
            older.amend(newer);
            if let Some(edit) = self.edits.as_mut().and_then(|edits| edits.last_mut()) {
                (edit.action, edit.step) = (EditAction::Amend, amended);
            }
        }
        Ok(())
    }

    /// The last step of an article, where it is of that article alone and as it was left.
    fn amendable(&self, set: &AnnotationSet, article: &str) -> Option<EditId> {
        let id = self.last_step(article)?;
        let [(_, part)] = self.steps.get(&id)?.parts.as_slice() else { return None };
        self.articles.get(article)?.is_intact(set, part).then_some(id)
    }

    /// Takes the last step of an article back as if it had never been: it cannot be done again,
    /// nor can what was undone before.
    pub fn cancel(&mut self, sets: &mut impl Sets, article: &Arc<str>) -> Option<UndoOutcome> {
        let outcome = self.undo(sets, article)?;
        for article in &outcome.changed {
            self.forget_undone(article);
        }
        if let Some(edit) = self.edits.as_mut().and_then(|edits| edits.last_mut()) {
            edit.action = EditAction::Cancel;
        }
        Some(outcome)
    }

    /// Takes the last step of an article back, in all articles it changed; nothing when there is none.
    pub fn undo(&mut self, sets: &mut impl Sets, article: &Arc<str>) -> Option<UndoOutcome> {
        let id = self.last_step(article)?;
        Some(self.step_history(sets, id, Direction::Undo))
    }

    /// Does the last undone step of an article again, in all articles it was undone in; nothing when there is none.
    pub fn redo(&mut self, sets: &mut impl Sets, article: &Arc<str>) -> Option<UndoOutcome> {
        let id = self.articles.get(article)?.redo.last().copied()?;
        Some(self.step_history(sets, id, Direction::Redo))
    }

    fn step_history(&mut self, sets: &mut impl Sets, id: EditId, direction: Direction) -> UndoOutcome {
        let Some(mut step) = self.steps.remove(&id) else {
            return UndoOutcome {
                name: "".into(),
                kind: TransactionKind::Edit,
                changed: Vec::new(),
                left: Vec::new(),
            };
        };
        let (name, kind) = (step.name.clone(), step.kind.clone());
        let records = self.edits.is_some();
        let (mut changed, mut entries) = (Vec::new(), Vec::new());
        let mut left = std::mem::take(&mut step.closed);
        for (article, part) in std::mem::take(&mut step.parts) {
            let fresh = self.next();
            let history = self.article(&article);
            let was_last = history.take_out(id, direction);
            let position = if was_last { part.other_position } else { fresh };
            let moved = sets.set_mut(&article).and_then(|set| history.switch_side(set, part, records));
            if !was_last || moved.is_none() {
                self.renumber(&article);
            }
            let Some((mut part, entry_changes)) = moved else {
                left.push(article);
                continue;
            };
            entries.push((article.clone(), entry_changes));
            let history = self.article(&article);
            part.other_position = std::mem::replace(&mut history.position, position);
            match direction {
                Direction::Undo => history.redo.push(id),
                Direction::Redo => history.undo.push(id),
            }
            changed.push(article.clone());
            step.parts.push((article, part));
        }
        if !step.parts.is_empty() {
            self.steps.insert(id, step);
        }
        let action = match direction {
            Direction::Undo => EditAction::Undo,
            Direction::Redo => EditAction::Redo,
        };
        self.record(action, id, (&name, &kind), entries, &left);
        UndoOutcome { name, kind, changed, left }
    }

    /// The step that undo would take back in an article: its name and kind.
    #[must_use]
    pub fn next_undo(&self, article: &str) -> Option<(&Arc<str>, &TransactionKind)> {
        let step = self.steps.get(&self.last_step(article)?)?;
        Some((&step.name, &step.kind))
    }

    /// The step that redo would do again in an article: its name and kind.
    #[must_use]
    pub fn next_redo(&self, article: &str) -> Option<(&Arc<str>, &TransactionKind)> {
        let step = self.steps.get(self.articles.get(article)?.redo.last()?)?;
        Some((&step.name, &step.kind))
    }

    /// Where an article's set stands: equal positions mean equal sets.
    #[must_use]
    pub fn position(&self, article: &str) -> u64 {
        self.articles.get(article).map_or(0, |history| history.position)
    }

    /// Marks a position of an article as the one on disk.
    pub fn mark_saved(&mut self, article: &Arc<str>, position: u64) {
        self.article(article).saved = position;
    }

    /// Whether an article's set differs from the one on disk.
    #[must_use]
    pub fn is_dirty(&self, article: &str) -> bool {
        self.articles.get(article).is_some_and(|history| history.position != history.saved)
    }

    /// How many steps lie between an article's set and the one on disk; one where that cannot be told.
    #[must_use]
    pub fn unsaved_steps(&self, article: &str) -> usize {
        let Some(history) = self.articles.get(article).filter(|_| self.is_dirty(article)) else { return 0 };
        let other_position = |id: &EditId| {
            let step = self.steps.get(id)?;
            step.parts.iter().find(|(other, _)| &**other == article).map(|(_, part)| part.other_position)
        };
        let steps = |ids: &[EditId]| {
            ids.iter().rev().position(|id| other_position(id) == Some(history.saved)).map(|steps| steps + 1)
        };
        steps(&history.undo).or_else(|| steps(&history.redo)).unwrap_or(1)
    }

    fn last_step(&self, article: &str) -> Option<EditId> {
        self.articles.get(article)?.undo.last().copied()
    }

    fn article(&mut self, article: &Arc<str>) -> &mut ArticleHistory {
        self.articles.entry(article.clone()).or_default()
    }

    fn forget_undone(&mut self, article: &Arc<str>) {
        let forgotten = std::mem::take(&mut self.article(article).redo);
        for id in forgotten {
            self.drop_part(id, article);
        }
    }

    /// A step is not in the history of an article any more; once it is in none it is gone.
    fn drop_part(&mut self, id: EditId, article: &str) {
        let Some(step) = self.steps.get_mut(&id) else { return };
        step.parts.retain(|(other, _)| &**other != article);
        if step.parts.is_empty() {
            self.steps.remove(&id);
        }
    }

    /// A step left an article's history out of turn, so what lies across its other steps is not what it was.
    fn renumber(&mut self, article: &Arc<str>) {
        let history = self.article(article);
        let ids: Vec<EditId> = history.undo.iter().chain(&history.redo).copied().collect();
        for id in ids {
            let fresh = self.next();
            let parts = self.steps.get_mut(&id).into_iter().flat_map(|step| &mut step.parts);
            parts.filter(|(other, _)| other == article).for_each(|(_, part)| part.other_position = fresh);
        }
    }

    fn record(
        &mut self,
        action: EditAction,
        step: EditId,
        (name, kind): (&Arc<str>, &TransactionKind),
        parts: Vec<(Arc<str>, Vec<EntryChange>)>,
        left: &[Arc<str>],
    ) {
        let id = EditId { run: self.run, number: self.next() };
        self.newest_edit = id.number;
        if let Some(edits) = &mut self.edits {
            let (name, kind, left) = (name.clone(), kind.clone(), left.to_vec());
            edits.push(Edit { id, step, action, name, kind, parts, left });
        }
    }

    const fn next(&mut self) -> u64 {
        self.newest += 1;
        self.newest
    }
}

//! The open articles and their one history: what touches several of them is done and undone as one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::OpenArticle;
use super::journal::Unkept;
use crate::edit::{
    Change, History, PastStep, Sets, Transaction, TransactionError, TransactionKind, UndoOutcome,
};
use crate::jobs::LoadedArticle;
use crate::model::{AnnotationSet, Document, EditId};

/// The open articles, by file, and what was done in them.
#[derive(Debug)]
pub(super) struct Articles {
    open: Open,
    history: History,
    /// The number of the history among those of all runs of the program.
    run: u64,
    unkept: Unkept,
}

#[derive(Debug, Default)]
struct Open(BTreeMap<Arc<str>, OpenArticle>);

impl Sets for Open {
    fn set_mut(&mut self, article: &str) -> Option<&mut AnnotationSet> {
        let article = self.0.get_mut(article).filter(|article| article.blocked().is_none());
        article.map(OpenArticle::set_mut)
    }
}

impl Articles {
    /// None, with a history of this number.
    pub(super) fn new(run: u64) -> Self {
        Self { open: Open::default(), history: History::recording(run), run, unkept: Unkept::default() }
    }

    /// What is not in the journal.
    pub(super) const fn unkept(&self) -> &Unkept {
        &self.unkept
    }

    pub(super) const fn unkept_mut(&mut self) -> &mut Unkept {
        &mut self.unkept
    }

    /// The last edit of any article.
    pub(super) const fn newest_edit(&self) -> EditId {
        self.history.newest_edit()
    }

    /// One that is open.
    pub(super) fn get(&self, file: &str) -> Option<&OpenArticle> {
        self.open.0.get(file)
    }

    pub(super) fn get_mut(&mut self, file: &str) -> Option<&mut OpenArticle> {
        self.open.0.get_mut(file)
    }

    /// All of them, by file.
    pub(super) fn values(&self) -> std::collections::btree_map::Values<'_, Arc<str>, OpenArticle> {
        self.open.0.values()
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut OpenArticle> {
        self.open.0.values_mut()
    }

    /// Opens one, or opens it anew; what was done in it in earlier runs can be undone.
    pub(super) fn insert(&mut self, mut loaded: LoadedArticle) {
        let (file, is_saved) = (loaded.document.file.clone(), !loaded.unsaved);
        let steps: Vec<PastStep> = std::mem::take(&mut loaded.history);
        let mut article = OpenArticle::new(loaded);
        self.history.forget(&file);
        if !is_saved {
            self.history.begin_unsaved(&file);
        }
        if !steps.is_empty() {
            self.history.restore(&file, article.set(), steps);
        }
        article.open_at(self.history.position(&file), is_saved);
        self.open.0.insert(file, article);
    }

    /// Closes all of them.
    pub(super) fn clear(&mut self) {
        *self = Self::new(self.run.wrapping_add(1));
    }

    /// Makes a transaction in all its articles, or in none.
    pub(super) fn apply(&mut self, transaction: Transaction, millis: u64) -> Result<(), TransactionError> {
        let changed = files(&transaction);
        self.history.apply(&mut self.open, transaction)?;
        self.touched(&changed, millis);
        Ok(())
    }

    /// Makes a transaction as a part of the last step of its article.
    pub(super) fn amend(&mut self, transaction: Transaction, millis: u64) -> Result<(), TransactionError> {
        let changed = files(&transaction);
        self.history.amend(&mut self.open, transaction)?;
        self.touched(&changed, millis);
        Ok(())
    }

    /// Makes changes in an article that another program made: no step of it.
    pub(super) fn take_in(
        &mut self,
        file: &Arc<str>,
        changes: Vec<Change>,
        millis: u64,
    ) -> Result<(), TransactionError> {
        self.history.take_in(&mut self.open, file, changes)?;
        self.touched(std::slice::from_ref(file), millis);
        Ok(())
    }

    /// Takes the last step of an article back as if it had never been.
    pub(super) fn cancel(&mut self, file: &Arc<str>, millis: u64) -> Option<UndoOutcome> {
        let outcome = self.history.cancel(&mut self.open, file)?;
        self.touched(&outcome.changed, millis);
        Some(outcome)
    }

    /// Takes the last step of an article back, wherever it changed something.
    pub(super) fn undo(&mut self, file: &Arc<str>, millis: u64) -> Option<UndoOutcome> {
        let outcome = self.history.undo(&mut self.open, file)?;
        self.touched(&outcome.changed, millis);
        Some(outcome)
    }

    /// Does the last undone step of an article again, wherever it was undone.
    pub(super) fn redo(&mut self, file: &Arc<str>, millis: u64) -> Option<UndoOutcome> {
        let outcome = self.history.redo(&mut self.open, file)?;
        self.touched(&outcome.changed, millis);
        Some(outcome)
    }

    /// The step that undo would take back in an article.
    pub(super) fn next_undo(&self, file: &str) -> Option<(&str, &TransactionKind)> {
        self.history.next_undo(file).map(|(name, kind)| (&**name, kind))
    }

    /// The step that redo would do again in an article.
    pub(super) fn next_redo(&self, file: &str) -> Option<(&str, &TransactionKind)> {
        self.history.next_redo(file).map(|(name, kind)| (&**name, kind))
    }

    /// How many steps of an article are not on disk.
    pub(super) fn unsaved_steps(&self, file: &str) -> usize {
        self.history.unsaved_steps(file)
    }

    /// The position of an article was written.
    pub(super) fn saved(&mut self, file: &Arc<str>, position: u64) {
        if let Some(article) = self.open.0.get_mut(file) {
            self.history.mark_saved(file, position);
            article.saved(position);
        }
    }

    fn touched(&mut self, files: &[Arc<str>], millis: u64) {
        for edit in self.history.take_edits() {
            let document = |(file, _): &(Arc<str>, _)| self.open.0.get(file).map(|a| a.document().clone());
            let documents: Vec<Document> = edit.parts.iter().filter_map(document).collect();
            for article in self.open.0.values_mut() {
                if edit.parts.iter().any(|(file, _)| *file == article.document().file) {
                    article.edited(edit.id.number);
                }
            }
            self.unkept.push(edit, documents, millis);
        }
        for file in files {
            if let Some(article) = self.open.0.get_mut(file) {
                article.touched(self.history.position(file), millis);
            }
        }
    }
}

fn files(transaction: &Transaction) -> Vec<Arc<str>> {
    transaction.parts().map(|(file, _)| file.clone()).collect()
}

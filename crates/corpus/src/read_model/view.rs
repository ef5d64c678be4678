//! One article of the model: its files as last read, and what was changed here since.

use std::sync::Arc;

use super::edited::EditedSet;
use super::{CorpusArticle, SetView};
use crate::analysis::ArticleCounts;
use crate::format::Issue;
use crate::model::{AnnotationSet, Annotator, ArticleDetails, Document};

/// An article in the list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) file: Arc<str>,
    /// Who has a sidecar of it, by name.
    pub(super) annotators: Box<[Annotator]>,
    pub(super) read: Option<Arc<CorpusArticle>>,
}

/// One article of a [`super::ReadModel`].
#[derive(Clone, Copy, Debug)]
pub struct ArticleView<'m> {
    pub(super) entry: &'m Entry,
    /// Sets of it that are ahead of their files, by annotator.
    pub(super) edited: &'m [Arc<EditedSet>],
}

impl<'m> ArticleView<'m> {
    /// Its file, relative to the workspace, with `/` between folders.
    #[must_use]
    pub const fn file(self) -> &'m Arc<str> {
        &self.entry.file
    }

    /// Who has a set of it, by name; a model and the gold set as everybody else.
    pub fn annotators(self) -> impl Iterator<Item = &'m Annotator> {
        let is_new = |annotator: &&Annotator| self.entry.annotators.binary_search(annotator).is_err();
        let mut new = self.edited().map(|edited| &edited.annotator).filter(is_new).peekable();
        let mut known = self.entry.annotators.iter().peekable();
        std::iter::from_fn(move || match (known.peek(), new.peek()) {
            (Some(one), Some(other)) if one > other => new.next(),
            (None, _) => new.next(),
            _ => known.next(),
        })
    }

    /// Whether an annotator has a set of it.
    #[must_use]
    pub fn has(self, annotator: &Annotator) -> bool {
        self.entry.annotators.binary_search(annotator).is_ok()
            || self.edited().any(|edited| edited.annotator == *annotator)
    }

    /// Whether a set of it is ahead of its file.
    #[must_use]
    pub fn is_edited(self) -> bool {
        self.edited().next().is_some()
    }

    /// Whose sidecars there are, by name.
    #[must_use]
    pub const fn sidecars(self) -> &'m [Annotator] {
        &self.entry.annotators
    }

    /// What was last read of its files, though others may be there now.
    #[must_use]
    pub const fn last_read(self) -> Option<&'m Arc<CorpusArticle>> {
        self.entry.read.as_ref()
    }

    /// What was read of its files; nothing before that, or where sidecars came or went since.
    #[must_use]
    pub fn read(self) -> Option<&'m Arc<CorpusArticle>> {
        let is_all = |read: &&Arc<CorpusArticle>| {
            read.sidecars().iter().map(|sidecar| sidecar.annotator()).eq(&*self.entry.annotators)
        };
        self.entry.read.as_ref().filter(is_all)
    }

    /// An annotator's set, as far as it was read or is open.
    #[must_use]
    pub fn set(self, annotator: &Annotator) -> Option<SetView<'m>> {
        let edited = self.edited().find(|edited| edited.annotator == *annotator);
        let of_file = || Some(SetView::Packed(self.read()?.sidecar(annotator)?.set()?));
        edited.map(EditedSet::view).or_else(of_file)
    }

    /// What an annotator typed of it, as far as it was read or is open.
    pub(super) fn typed_details(self, annotator: &Annotator) -> Option<&'m ArticleDetails> {
        match self.edited().find(|edited| edited.annotator == *annotator) {
            Some(edited) => edited.details.as_deref(),
            None => self.read()?.sidecar(annotator)?.details(),
        }
    }

    /// What is counted of it; nothing where it has to be read first.
    #[must_use]
    pub fn counts(self) -> Option<ArticleCounts<'m>> {
        let read = self.read()?;
        let sets = self.annotators().filter_map(|annotator| self.set(annotator));
        Some(ArticleCounts {
            file: Arc::clone(&self.entry.file),
            language: read.language().cloned(),
            characters: read.characters(),
            sets: sets.map(SetView::counts).collect(),
        })
    }

    /// What was not as it should be in its text and in its sidecars, as far as it was read.
    #[must_use]
    pub fn issues(self) -> Vec<Issue> {
        let of_text = self.read().map_or(&[][..], |read| read.issues());
        of_text.iter().chain(self.sidecar_issues(&self.entry.annotators)).cloned().collect()
    }

    /// What was not as it should be in the sidecars of `annotators`, in that order, as far as they were read.
    pub fn sidecar_issues(self, annotators: &[Annotator]) -> impl Iterator<Item = &'m Issue> {
        let sidecars = annotators.iter().filter_map(move |annotator| self.read()?.sidecar(annotator));
        sidecars.flat_map(|sidecar| sidecar.issues())
    }

    /// The sets of `annotators`, in that order; nothing where they have to be read, as they are of another text than
    /// `document` has, or were not read.
    #[must_use]
    pub fn sets(self, document: &Document, annotators: &[Annotator]) -> Option<Vec<AnnotationSet>> {
        self.read().filter(|read| *read.sha256() == document.sha256)?;
        let views = annotators.iter().filter_map(|annotator| self.set(annotator));
        views.map(|view| view.unpack(&document.text)).collect::<Result<_, _>>().ok()
    }

    /// An annotator's set that is ahead of its file and of the same text as `document`.
    #[must_use]
    pub fn edited_set(self, document: &Document, annotator: &Annotator) -> Option<AnnotationSet> {
        let mut edited = self.edited().filter(|edited| edited.sha256 == document.sha256);
        edited.find(|edited| edited.annotator == *annotator)?.view().unpack(&document.text).ok()
    }

    /// Sets that are ahead of their files: not those of another text, nor those that no file is made for.
    fn edited(self) -> impl Iterator<Item = &'m EditedSet> {
        let Self { entry, edited } = self;
        let sha256 = self.read().map(|read| read.sha256());
        edited.iter().map(|edited| &**edited).filter(move |edited| {
            sha256.is_none_or(|sha256| *sha256 == edited.sha256)
                && (entry.annotators.binary_search(&edited.annotator).is_ok() || !edited.is_nothing)
        })
    }
}

//! Sets that were changed here, and are ahead of their files.

use std::borrow::Cow;
use std::sync::Arc;

use super::article::known;
use super::{OtherText, PackedSet};
use crate::analysis::SetCounts;
use crate::format::sidecar;
use crate::model::{AnnotationSet, Annotator, ArticleDetails, Document, Relation, State};
use crate::text::SourceText;

/// An annotator's set of an article, as the model has it.
#[derive(Clone, Copy, Debug)]
pub enum SetView<'m> {
    /// Packed.
    Packed(&'m PackedSet),
    /// As it is being edited.
    Open(&'m AnnotationSet),
}

impl<'m> SetView<'m> {
    /// Whose it is.
    #[must_use]
    pub const fn annotator(self) -> &'m Annotator {
        match self {
            Self::Packed(set) => &set.counts().annotator,
            Self::Open(set) => &set.annotator,
        }
    }

    /// How far the annotator has come.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Packed(set) => set.counts().state,
            Self::Open(set) => set.state(),
        }
    }

    /// How many annotations it has.
    #[must_use]
    pub fn annotations(self) -> usize {
        match self {
            Self::Packed(set) => set.counts().annotations,
            Self::Open(set) => set.annotations().len(),
        }
    }

    /// Everything that is counted of it; of one that is being edited linear in its annotations.
    #[must_use]
    pub fn counts(self) -> Cow<'m, SetCounts> {
        match self {
            Self::Packed(set) => Cow::Borrowed(set.counts()),
            Self::Open(set) => Cow::Owned(set.into()),
        }
    }

    /// Its relations, by identifier; the text is not needed for them.
    #[must_use]
    pub fn relations(self) -> Vec<Relation> {
        match self {
            Self::Packed(set) => set.relations(),
            Self::Open(set) => set.relations().cloned().collect(),
        }
    }

    /// The set itself.
    ///
    /// # Errors
    /// When `text` is not the one it was made for.
    pub fn unpack(self, text: &SourceText) -> Result<AnnotationSet, OtherText> {
        match self {
            Self::Packed(set) => set.unpack(text),
            Self::Open(set) => Ok(set.clone()),
        }
    }
}

/// A set that is ahead of its file.
#[derive(Clone, Debug)]
pub(super) struct EditedSet {
    pub(super) file: Arc<str>,
    pub(super) annotator: Annotator,
    /// The text it was made for.
    pub(super) sha256: Arc<str>,
    /// Whether nothing is in it that a file would be made for.
    pub(super) is_nothing: bool,
    /// What the annotator typed of the article.
    pub(super) details: Option<Box<ArticleDetails>>,
    content: Content,
    /// The revision of the model at which it was closed: what is read of its file after that is as new as it is.
    pub(super) closed: Option<u64>,
}

#[derive(Clone, Debug)]
enum Content {
    Open(AnnotationSet),
    Packed(PackedSet),
}

impl EditedSet {
    pub(super) fn new(document: &Document, set: &AnnotationSet) -> Self {
        Self {
            file: Arc::clone(&document.file),
            annotator: set.annotator.clone(),
            sha256: Arc::clone(&document.sha256),
            is_nothing: set.is_empty() && set.state() == State::Todo && set.extra.is_empty(),
            details: known(sidecar::details(set)),
            content: Content::Open(set.clone()),
            closed: None,
        }
    }

    pub(super) fn key(&self) -> (&str, &Annotator) {
        (&self.file, &self.annotator)
    }

    pub(super) const fn view(&self) -> SetView<'_> {
        match &self.content {
            Content::Open(set) => SetView::Open(set),
            Content::Packed(set) => SetView::Packed(set),
        }
    }

    /// Whether it is the same, of the same text, and open.
    pub(super) fn is(&self, document: &Document, set: &AnnotationSet) -> bool {
        let same = |own: &AnnotationSet| own.revision() == set.revision() && own.annotator == set.annotator;
        self.sha256 == document.sha256 && matches!(&self.content, Content::Open(own) if same(own))
    }

    /// Packs it: it is edited no more.
    pub(super) fn close(&mut self, revision: u64) {
        if let Content::Open(set) = &self.content {
            self.content = Content::Packed(PackedSet::new(set));
        }
        self.closed = Some(revision);
    }
}

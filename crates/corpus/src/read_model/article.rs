//! One article as the model keeps it.

use std::sync::Arc;

use super::headline::headline;
use super::names::Names;
use super::{FileStamp, PackedSet};
use crate::format::{Issue, sidecar};
use crate::model::{AnnotationSet, Annotator, ArticleDetails, Document};
use crate::text::TextOrigin;

/// What was read of one article: everything but its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusArticle {
    file: Arc<str>,
    stamp: Option<FileStamp>,
    sha256: Arc<str>,
    origin: TextOrigin,
    language: Option<Arc<str>>,
    headline: Option<Arc<str>>,
    /// What its page says of itself.
    details: Option<Box<ArticleDetails>>,
    characters: usize,
    issues: Box<[Issue]>,
    sidecars: Box<[Arc<CorpusSidecar>]>,
}

/// What was read of one sidecar of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusSidecar {
    annotator: Annotator,
    stamp: Option<FileStamp>,
    set: Option<PackedSet>,
    /// What the annotator typed of the article.
    details: Option<Box<ArticleDetails>>,
    issues: Box<[Issue]>,
}

impl CorpusSidecar {
    /// An annotator's sidecar as it was read; without a set where there is none to be used.
    #[must_use]
    pub fn new(
        annotator: Annotator,
        stamp: Option<FileStamp>,
        set: Option<&AnnotationSet>,
        issues: Vec<Issue>,
    ) -> Self {
        let details = set.map(sidecar::details).unwrap_or_default();
        Self {
            annotator,
            stamp,
            set: set.map(PackedSet::new),
            details: known(details),
            issues: issues.into(),
        }
    }

    /// Whose it is.
    #[must_use]
    pub const fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// What the file looked like before it was read; nothing where that cannot tell whether it is the same.
    #[must_use]
    pub const fn stamp(&self) -> Option<FileStamp> {
        self.stamp
    }

    /// The set, where it can be used.
    #[must_use]
    pub const fn set(&self) -> Option<&PackedSet> {
        self.set.as_ref()
    }

    /// What the annotator typed of the article; nothing where that is nothing.
    #[must_use]
    pub fn details(&self) -> Option<&ArticleDetails> {
        self.details.as_deref()
    }

    /// What was not as it should be in it.
    #[must_use]
    pub const fn issues(&self) -> &[Issue] {
        &self.issues
    }

    fn share(&mut self, names: &mut Names) {
        names.share_annotator(&mut self.annotator);
        if let Some(set) = &mut self.set {
            set.share(names);
        }
    }
}

impl CorpusArticle {
    /// An article as it was read. `stamp` is what the file of its text looked like before it was read, `issues` what was
    /// not as it should be in the text, and `sidecars` are by annotator.
    #[must_use]
    pub fn new(
        document: &Document,
        stamp: Option<FileStamp>,
        issues: Vec<Issue>,
        sidecars: Vec<Arc<CorpusSidecar>>,
    ) -> Self {
        Self {
            file: Arc::clone(&document.file),
            stamp,
            sha256: Arc::clone(&document.sha256),
            origin: document.text.origin(),
            language: document.language.clone(),
            headline: headline(document.text.as_str()),
            details: None,
            characters: document.text.chars(),
            issues: issues.into(),
            sidecars: sidecars.into(),
        }
    }

    /// Sets what its page says of itself.
    #[must_use]
    pub fn with_details(mut self, details: ArticleDetails) -> Self {
        self.details = known(details);
        self
    }

    /// What its page says of itself; nothing where that is nothing.
    #[must_use]
    pub fn details(&self) -> Option<&ArticleDetails> {
        self.details.as_deref()
    }

    /// Its file, relative to the workspace, with `/` between folders.
    #[must_use]
    pub const fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// What the file of its text looked like before it was read; nothing where that cannot tell whether it is the same.
    #[must_use]
    pub const fn stamp(&self) -> Option<FileStamp> {
        self.stamp
    }

    /// SHA-256 of the bytes of its text, lower-case hexadecimal.
    #[must_use]
    pub const fn sha256(&self) -> &Arc<str> {
        &self.sha256
    }

    /// Whether a document is the text that was read: of the same bytes, had from them in the same way. Only then do the sets
    /// that were read beside it hold.
    #[must_use]
    pub fn is_text_of(&self, document: &Document) -> bool {
        self.sha256 == document.sha256 && self.origin == document.text.origin()
    }

    /// BCP 47 language, where it could be told.
    #[must_use]
    pub const fn language(&self) -> Option<&Arc<str>> {
        self.language.as_ref()
    }

    /// The first line of its text, shortened where it is long; nothing where no line says anything.
    #[must_use]
    pub const fn headline(&self) -> Option<&Arc<str>> {
        self.headline.as_ref()
    }

    /// Length of its text in code points.
    #[must_use]
    pub const fn characters(&self) -> usize {
        self.characters
    }

    /// What was not as it should be in its text.
    #[must_use]
    pub const fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Its sidecars, by annotator.
    #[must_use]
    pub const fn sidecars(&self) -> &[Arc<CorpusSidecar>] {
        &self.sidecars
    }

    /// An annotator's sidecar.
    #[must_use]
    pub fn sidecar(&self, annotator: &Annotator) -> Option<&Arc<CorpusSidecar>> {
        let at = self.sidecars.binary_search_by(|sidecar| sidecar.annotator.cmp(annotator)).ok()?;
        self.sidecars.get(at)
    }

    /// Uses the one copy of each name that there is.
    pub fn share(&mut self, names: &mut Names) {
        if let Some(language) = &mut self.language {
            names.share(language);
        }
        // Those that were read earlier share theirs already.
        self.sidecars.iter_mut().filter_map(Arc::get_mut).for_each(|sidecar| sidecar.share(names));
    }
}

/// Details where there are any; most articles have none.
pub(super) fn known(details: ArticleDetails) -> Option<Box<ArticleDetails>> {
    (!details.is_empty()).then(|| Box::new(details))
}

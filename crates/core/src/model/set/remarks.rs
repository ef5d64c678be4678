//! What is said in reviews beside verdicts: answers, articles returned, places where nothing belongs.

use std::sync::Arc;

use super::{AnnotationSet, Revision};
use crate::model::{AnnotationId, Annotator, Remark, RemarkSubject};

impl AnnotationSet {
    /// All remarks, by what they are about: answers first, then returned articles, then decisions.
    #[must_use]
    pub fn remarks(&self) -> impl ExactSizeIterator<Item = &Remark> + Clone {
        self.remarks.iter().map(|entry| &*entry.value)
    }

    /// The remark about this.
    #[must_use]
    pub fn remark(&self, about: &RemarkSubject) -> Option<&Remark> {
        self.remarks.get(about).map(|entry| &*entry.value)
    }

    /// The annotator's answer to a reviewer, on an annotation or on a returned article.
    #[must_use]
    pub fn answer(&self, reviewer: &Annotator, annotation: Option<&AnnotationId>) -> Option<&Remark> {
        self.remark(&RemarkSubject::Answer { reviewer: reviewer.clone(), annotation: annotation.cloned() })
    }

    /// The revision at which the remark about this was put in, or in place of another.
    #[must_use]
    pub fn revision_of_remark(&self, about: &RemarkSubject) -> Option<Revision> {
        self.remarks.get(about).map(|entry| entry.revision)
    }

    /// Puts one in; one about the same is replaced and comes back.
    pub fn insert_remark(&mut self, remark: Remark) -> Option<Remark> {
        let revision = self.advance();
        self.remarks.insert(Arc::new(remark), revision).map(Arc::unwrap_or_clone)
    }

    /// Takes one out.
    pub fn remove_remark(&mut self, about: &RemarkSubject) -> Option<Remark> {
        let removed = self.remarks.remove(about)?;
        self.advance();
        Some(Arc::unwrap_or_clone(removed))
    }
}

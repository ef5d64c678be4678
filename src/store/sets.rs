//! Reading an article with several annotators' sets.

use std::path::Path;

use super::{LoadError, SetState, article, read_set};
use crate::format::{Decoded, Issue};
use crate::model::{AnnotationSet, Annotator, Document};

/// An article with the sets that were asked for.
#[derive(Clone, Debug)]
pub struct ArticleSets {
    /// Its text.
    pub document: Document,
    /// The sets that could be read, in the order asked for.
    pub sets: Vec<AnnotationSet>,
    /// What was not as it should be; a sidecar that cannot be used is one issue, and its set is left out.
    pub issues: Vec<Issue>,
}

/// Reads an article and these annotators' sidecars of it. Nothing is written.
///
/// # Errors
/// When the article is not there or cannot be read.
pub fn load_sets(root: &Path, file: &str, annotators: &[Annotator]) -> Result<ArticleSets, LoadError> {
    let Decoded { value: document, mut issues } = article::document(root, file)?;
    let mut sets = Vec::with_capacity(annotators.len());
    for annotator in annotators {
        let (set, _, found) = read_set(root, &document, annotator);
        issues.extend(found);
        match set {
            SetState::None => {}
            SetState::Ready(set) => sets.push(set),
            SetState::Blocked(blocked) => {
                issues.push(Issue::new(file, blocked.reason, "its annotations were left out"));
            }
        }
    }
    Ok(ArticleSets { document, sets, issues })
}

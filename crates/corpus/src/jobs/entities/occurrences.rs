//! Every occurrence of a name in the articles, for *tag every occurrence*.

use std::sync::Arc;

use super::mentions::around;
use crate::analysis::{OccurrenceKind, OccurrenceSearch};
use crate::jobs::articles::Articles;
use crate::jobs::cancel::CancelToken;
use crate::model::{AnnotationKind, Annotator};
use crate::read_model::ReadModel;
use crate::store::ArticleSets;
use crate::text::Span;

/// What occurrences are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccurrenceQuery {
    /// The names: that of a mention, and those of its entity.
    pub names: Vec<String>,
    /// The only article to look at; all of them where none is said.
    pub only: Option<Arc<str>>,
    /// Whose annotations are left out, with whatever they overlap.
    pub annotator: Annotator,
}

/// Some words that may be tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundOccurrence {
    /// The article.
    pub file: Arc<str>,
    /// SHA-256 of the text they were found in.
    pub sha256: Arc<str>,
    /// Where they stand.
    pub span: Span,
    /// They.
    pub quote: String,
    /// What stands before them, on the same line.
    pub before: String,
    /// What stands after them, on the same line.
    pub after: String,
    /// Why they are an occurrence.
    pub kind: OccurrenceKind,
    /// Whether they hardly name anything else.
    pub is_sure: bool,
}

/// Finds all occurrences that the annotator has not tagged, by article and place; `progress` hears how many articles are done, of
/// how many.
///
/// # Errors
/// When it was cancelled.
pub fn occurrences(
    model: &ReadModel,
    query: &OccurrenceQuery,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Vec<FoundOccurrence>> {
    cancel.check()?;
    let search = OccurrenceSearch::new(query.names.iter().map(String::as_str));
    let mut articles = Articles::of(model);
    articles.retain(|article| query.only.as_ref().is_none_or(|only| only == article.file()));
    let mut all = Vec::new();
    let look = |sets: ArticleSets| in_article(&search, &sets);
    let annotators = |_: crate::read_model::ArticleView<'_>| vec![query.annotator.clone()];
    articles.each(cancel, annotators, look, |found, done| {
        // What cannot be read was told of when the folder was.
        all.extend(found.into_iter().flatten());
        progress(done, articles.len());
    })?;
    Ok(all)
}

fn in_article(search: &OccurrenceSearch, sets: &ArticleSets) -> Vec<FoundOccurrence> {
    let ArticleSets { document, sets, .. } = sets;
    let text = &document.text;
    let is_tagged = |span: Span| {
        sets.iter().any(|set| {
            let there = set.annotations().within(span.start(), span.end());
            there.iter().any(|annotation| {
                annotation.kind == AnnotationKind::Entity
                    && annotation.spans.as_slice().iter().any(|other| other.overlaps(span))
            })
        })
    };
    let found = search.find(text, document.language.as_deref()).into_iter();
    found
        .filter(|one| !is_tagged(one.span))
        .map(|one| {
            let (before, after) = around(text, one.span);
            FoundOccurrence {
                file: document.file.clone(),
                sha256: document.sha256.clone(),
                span: one.span,
                quote: text.slice(one.span).to_owned(),
                before,
                after,
                kind: one.kind,
                is_sure: one.is_sure,
            }
        })
        .collect()
}

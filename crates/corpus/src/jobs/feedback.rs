//! What reviewers decided otherwise than an annotator did, in a whole workspace.

use std::sync::Arc;

use super::articles::{Articles, all_of};
use super::cancel::CancelToken;
use crate::analysis::{Feedback, feedback};
use crate::format::Issue;
use crate::model::{Annotation, Annotator};
use crate::read_model::ReadModel;
use crate::store::ArticleSets;
use crate::text::shortened;

/// Characters of a quote that lists show.
const MAX_QUOTE_CHARS: usize = 80;

/// Feedback on one place of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleFeedback {
    /// The article.
    pub file: Arc<str>,
    /// What was decided.
    pub feedback: Feedback,
    /// What the annotator has.
    pub mine: Option<QuotedMark>,
    /// What is right instead.
    pub theirs: Option<QuotedMark>,
}

/// A mark as a list shows it; offsets are code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedMark {
    /// Its label.
    pub label: Arc<str>,
    /// Its words, shortened.
    pub quote: String,
    /// The first code point.
    pub start: usize,
    /// The first after it.
    pub end: usize,
}

/// Everything that reviewers decided otherwise than `annotator` did, by article and place.
///
/// # Errors
/// When it was cancelled.
pub fn list(
    model: &ReadModel,
    annotator: &Annotator,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<ArticleFeedback>, Vec<Issue>)> {
    let mut articles = Articles::of(model);
    articles.retain(|article| article.has(annotator));
    let look = |ArticleSets { document, sets, issues }: ArticleSets| {
        let mark = |annotation: &Arc<Annotation>| {
            let (extent, text) = (annotation.spans.extent(), &document.text);
            QuotedMark {
                label: annotation.label.clone(),
                quote: shortened(&annotation.spans.quote(text), MAX_QUOTE_CHARS).into_owned(),
                start: text.to_char(extent.start()).get(),
                end: text.to_char(extent.end()).get(),
            }
        };
        let in_article = |feedback: Feedback| ArticleFeedback {
            file: document.file.clone(),
            mine: feedback.mine.as_ref().map(mark),
            theirs: feedback.theirs.as_ref().map(mark),
            feedback,
        };
        (feedback(&sets, annotator).into_iter().map(in_article).collect::<Vec<_>>(), issues)
    };
    let (mut all, mut issues) = (Vec::new(), model.issues().to_vec());
    articles.each(cancel, all_of, look, |seen, done| {
        match seen {
            Ok((found, own_issues)) => {
                all.extend(found);
                issues.extend(own_issues);
            }
            Err(issue) => issues.push(issue),
        }
        progress(done, articles.len());
    })?;
    Ok((all, issues))
}

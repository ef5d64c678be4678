//! Every article of a workspace with every annotator's set: what is wrong, and how much there is.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::articles::{Articles, scan};
use super::cancel::CancelToken;
use crate::analysis::{self, Finding, Tally};
use crate::format::Issue;
use crate::model::{Annotator, Document, news_schema};
use crate::store::{ArticleSets, Workspace};
use crate::text::CharOffset;

/// One thing that is wrong with an annotator's set of an article.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The article.
    pub file: Arc<str>,
    /// Whose set it is.
    pub annotator: Annotator,
    /// Where, in code points.
    pub chars: Option<Range<CharOffset>>,
    /// What it is.
    pub finding: Finding,
}

/// What is wrong in a workspace.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// How many articles were looked at.
    pub articles: usize,
    /// How many annotations.
    pub annotations: usize,
    /// Findings, by article, annotator and place.
    pub checked: Vec<Checked>,
    /// Files and entries that could not be read as they should be.
    pub issues: Vec<Issue>,
}

/// Checks every set of every article of `path`. `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When the workspace cannot be read, or it was cancelled.
pub fn check(
    path: &Path,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Survey> {
    let mut survey = Survey::default();
    let found = scan(path, cancel)?;
    let schema = found.schema.clone().unwrap_or_else(news_schema);
    let look = |sets: &ArticleSets| -> Vec<Checked> {
        let Document { file, text, .. } = &sets.document;
        let checked = |annotator: &Annotator, finding: Finding| {
            let chars = finding.span.map(|s| text.to_char(s.start())..text.to_char(s.end()));
            Checked { file: file.clone(), annotator: annotator.clone(), chars, finding }
        };
        let of = |set| analysis::check(&sets.document, set, &schema);
        sets.sets.iter().flat_map(|set| of(set).into_iter().map(|f| checked(&set.annotator, f))).collect()
    };
    let issues = each(&found, cancel, look, progress, |sets, checked| {
        survey.articles += 1;
        survey.annotations += sets.sets.iter().map(|s| s.annotations().len()).sum::<usize>();
        survey.checked.extend(checked);
        survey.issues.extend(sets.issues);
    })?;
    survey.issues.splice(0..0, issues);
    Ok(survey)
}

/// Counts everything in `path`.
///
/// # Errors
/// As [`check`].
pub fn stats(
    path: &Path,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Tally, Vec<Issue>)> {
    let mut tally = Tally::default();
    let mut issues = Vec::new();
    let found = each(
        &scan(path, cancel)?,
        cancel,
        |_| (),
        progress,
        |sets, ()| {
            tally.add(&sets.document, &sets.sets);
            issues.extend(sets.issues);
        },
    )?;
    issues.splice(0..0, found);
    Ok((tally, issues))
}

/// Reads each article with its sets; gives what was not as it should be in the folder.
fn each<R: Send>(
    found: &Workspace,
    cancel: &CancelToken,
    look: impl Fn(&ArticleSets) -> R + Sync,
    progress: &mut dyn FnMut(usize, usize),
    mut consume: impl FnMut(ArticleSets, R),
) -> anyhow::Result<Vec<Issue>> {
    let articles = Articles::of(found);
    let mut issues = found.issues.clone();
    let look = |sets: ArticleSets| {
        let seen = look(&sets);
        (sets, seen)
    };
    articles.each(
        cancel,
        |article| article.annotators.clone(),
        look,
        |seen, done| {
            match seen {
                Ok((sets, seen)) => consume(sets, seen),
                Err(issue) => issues.push(issue),
            }
            progress(done, articles.len());
        },
    )?;
    Ok(issues)
}

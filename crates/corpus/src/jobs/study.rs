//! How far the annotators of a workspace agree, and who has done what.

use std::path::Path;

use super::articles::{Articles, scan};
use super::cancel::CancelToken;
use crate::analysis::agreement::{Report, Sampling, Study, has_rated, rate_article};
use crate::analysis::{Progress, progress as progress_of};
use crate::format::Issue;
use crate::model::Annotator;
use crate::store::ArticleSets;

/// Compares `annotators` over every article of `path`; everybody where none are named.
///
/// `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When the workspace cannot be read, somebody named has no set in it, or it was cancelled.
pub fn agreement(
    path: &Path,
    annotators: &[Annotator],
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Report, Vec<Issue>)> {
    let found = scan(path, cancel)?;
    let mut articles = Articles::of(&found);
    let all = articles.everybody();
    for annotator in annotators {
        anyhow::ensure!(
            all.contains(annotator),
            "{annotator} has no annotations in {}; there are those of {}",
            path.display(),
            names(&all)
        );
    }
    let raters = if annotators.is_empty() { all } else { annotators.to_vec() };
    articles.retain(|article| article.annotators.iter().filter(|a| raters.contains(a)).count() > 1);
    let sampling = Sampling::of(articles.len());
    let mut study = Study::new(raters.clone(), sampling);
    let mut issues = found.issues.clone();
    let look = |sets: ArticleSets| {
        let rated = rate_article(&sets.document, &sets.sets, &raters, sampling);
        (rated, sets.issues)
    };
    articles.each(
        cancel,
        |_| raters.clone(),
        look,
        |seen, done| {
            match seen {
                Ok((rated, found)) => {
                    issues.extend(found);
                    if let Some(rated) = rated {
                        study.add(rated);
                    }
                }
                Err(issue) => issues.push(issue),
            }
            progress(done, articles.len());
        },
    )?;
    // The figures of a large corpus take a while too.
    cancel.check()?;
    Ok((study.report(), issues))
}

fn names(annotators: &[Annotator]) -> String {
    if annotators.is_empty() {
        return "nobody".to_owned();
    }
    annotators.iter().map(Annotator::as_str).collect::<Vec<_>>().join(", ")
}

/// Who has done which article of `path`.
///
/// # Errors
/// As [`agreement`].
pub fn progress(
    path: &Path,
    cancel: &CancelToken,
    heard: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Progress, Vec<Issue>)> {
    let found = scan(path, cancel)?;
    let articles = Articles::of(&found);
    let mut rows = Vec::with_capacity(articles.len());
    let mut issues = found.issues.clone();
    articles.each(
        cancel,
        |article| article.annotators.clone(),
        |sets| sets,
        |seen, done| {
            match seen {
                Ok(sets) => {
                    issues.extend(sets.issues);
                    let rated = sets.sets.iter().filter(|set| has_rated(set));
                    rows.push((sets.document.file.clone(), rated.map(Into::into).collect()));
                }
                Err(issue) => issues.push(issue),
            }
            heard(done, articles.len());
        },
    )?;
    Ok((progress_of(articles.everybody(), rows), issues))
}

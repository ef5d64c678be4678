//! How far the annotators of a workspace agree, and who has done what.

use std::path::Path;

use super::abreast::abreast;
use crate::analysis::agreement::{Report, Sampling, Study, has_rated, rate_article};
use crate::analysis::{Progress, progress as progress_of};
use crate::format::Issue;
use crate::model::Annotator;
use crate::store::{self, ArticleFile, Workspace};

/// The articles of a workspace, or the one that was named.
fn chosen(found: &Workspace) -> Vec<&ArticleFile> {
    let is_chosen = |file| found.select.as_ref().is_none_or(|select| select == file);
    found.articles.iter().filter(|article| is_chosen(&article.file)).collect()
}

/// Everybody who has a set of one of these articles; a model and the gold set as everybody else.
fn everybody(articles: &[&ArticleFile]) -> Vec<Annotator> {
    let mut all: Vec<Annotator> = articles.iter().flat_map(|article| &article.annotators).cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Compares `annotators` over every article of `path`; everybody where none are named.
///
/// `progress` hears how many articles are done, of how many, and stops it by giving `false`.
///
/// # Errors
/// When the workspace cannot be read, somebody named has no set in it, or it was stopped.
pub fn agreement(
    path: &Path,
    annotators: &[Annotator],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> anyhow::Result<(Report, Vec<Issue>)> {
    let found = store::scan(path, &mut |_| true)?;
    let articles = chosen(&found);
    let all = everybody(&articles);
    for annotator in annotators {
        anyhow::ensure!(
            all.contains(annotator),
            "{annotator} has no annotations in {}; there are those of {}",
            path.display(),
            names(&all)
        );
    }
    let raters = if annotators.is_empty() { all } else { annotators.to_vec() };
    let several =
        |article: &&&ArticleFile| article.annotators.iter().filter(|a| raters.contains(a)).count() > 1;
    let articles: Vec<&ArticleFile> = articles.iter().filter(several).copied().collect();
    let sampling = Sampling::of(articles.len());
    let mut study = Study::new(raters.clone(), sampling);
    let mut issues = found.issues.clone();
    let work = |entry: &&ArticleFile| {
        let sets = store::load_sets(&found.root, &entry.file, &raters)?;
        let rated = rate_article(&sets.document, &sets.sets, &raters, sampling);
        Ok::<_, store::LoadError>((rated, sets.issues))
    };
    abreast(&articles, work, |at, done| {
        match done {
            Ok((rated, found)) => {
                issues.extend(found);
                if let Some(rated) = rated {
                    study.add(rated);
                }
            }
            Err(error) => issues.push(Issue::new(&*articles[at].file, error.to_string(), "it was left out")),
        }
        anyhow::ensure!(progress(at + 1, articles.len()), "it was stopped");
        Ok(())
    })?;
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
    heard: &mut dyn FnMut(usize, usize) -> bool,
) -> anyhow::Result<(Progress, Vec<Issue>)> {
    let found = store::scan(path, &mut |_| true)?;
    let articles = chosen(&found);
    let raters = everybody(&articles);
    let mut rows = Vec::with_capacity(articles.len());
    let mut issues = found.issues.clone();
    let work = |entry: &&ArticleFile| store::load_sets(&found.root, &entry.file, &entry.annotators);
    abreast(&articles, work, |at, done| {
        match done {
            Ok(sets) => {
                issues.extend(sets.issues);
                let rated = sets.sets.iter().filter(|set| has_rated(set));
                rows.push((sets.document.file.clone(), rated.map(Into::into).collect()));
            }
            Err(error) => issues.push(Issue::new(&*articles[at].file, error.to_string(), "it was left out")),
        }
        anyhow::ensure!(heard(at + 1, articles.len()), "it was stopped");
        Ok(())
    })?;
    Ok((progress_of(raters, rows), issues))
}

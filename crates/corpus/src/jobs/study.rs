//! How far the annotators of a workspace agree, and who has done what.

use std::path::{Path, PathBuf};

use super::articles::{Articles, HowFar};
use super::cancel::CancelToken;
use super::parallel::parallel_in_order;
use crate::analysis::agreement::{
    Against, Draw, Report, Sampling, Study, has_rated, is_finished, rate_article,
};
use crate::analysis::{Progress, progress as progress_of};
use crate::format::Issue;
use crate::model::{Annotator, State};
use crate::read_model::ReadModel;
use crate::store::ArticleSets;
use crate::words::{say, shown};

/// Somebody has no set of any article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", no_annotations(annotator, root, everybody))]
pub struct NoAnnotations {
    /// Who was asked for.
    pub annotator: Annotator,
    /// The workspace.
    pub root: PathBuf,
    /// Who has some.
    pub everybody: Vec<Annotator>,
}

fn no_annotations(annotator: &Annotator, root: &Path, everybody: &[Annotator]) -> String {
    let folder = shown(root.display());
    if everybody.is_empty() {
        return say!("jobs-no-annotations-at-all", annotator = annotator.as_str(), folder = folder);
    }
    let others = names(everybody);
    say!("jobs-no-annotations", annotator = annotator.as_str(), folder = folder, others = others)
}

/// Says no where one of the `wanted` annotators is not among `everybody` who has annotations.
fn require_annotators<'a>(
    model: &ReadModel,
    wanted: impl IntoIterator<Item = &'a Annotator>,
    everybody: &[Annotator],
) -> Result<(), NoAnnotations> {
    match wanted.into_iter().find(|annotator| !everybody.contains(annotator)) {
        Some(annotator) => Err(NoAnnotations {
            annotator: annotator.clone(),
            root: model.root().to_owned(),
            everybody: everybody.to_vec(),
        }),
        None => Ok(()),
    }
}

/// Compares `annotators` over every article; everybody where none are named, but for the gold set, which is made of theirs.
///
/// `progress` hears how many articles are done, of how many.
///
/// # Errors
/// [`NoAnnotations`] when somebody named has none; or it was cancelled.
pub fn agreement(
    model: &ReadModel,
    annotators: &[Annotator],
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Report, Vec<Issue>)> {
    agreement_with(model, annotators, &[], cancel, progress)
}

/// The gold set agrees with whomever it was taken from; where one alone has annotated, they are held against it.
fn without_gold(everybody: Vec<Annotator>) -> Vec<Annotator> {
    let others: Vec<Annotator> = everybody.iter().filter(|annotator| !annotator.is_gold()).cloned().collect();
    if others.len() > 1 { others } else { everybody }
}

/// [`agreement`], where what these have in progress counts as if it were finished.
///
/// # Errors
/// As [`agreement`].
pub fn agreement_with(
    model: &ReadModel,
    annotators: &[Annotator],
    unfinished: &[Annotator],
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Report, Vec<Issue>)> {
    cancel.check()?;
    let mut articles = Articles::of(model);
    let everybody = articles.everybody();
    require_annotators(model, annotators, &everybody)?;
    let raters = if annotators.is_empty() { without_gold(everybody) } else { annotators.to_vec() };
    articles
        .retain(|article| article.annotators().filter(|annotator| raters.contains(annotator)).count() > 1);
    let sampling = Sampling::of(articles.len());
    let mut study = Study::new(raters.clone(), sampling);
    let mut issues = model.issues().to_vec();
    let look = |mut sets: ArticleSets| {
        for set in sets.sets.iter_mut().filter(|set| unfinished.contains(&set.annotator) && has_rated(set)) {
            set.set_state(State::Done);
        }
        let rated = rate_article(&sets.document, &sets.sets, &raters, sampling);
        let in_progress = |rater: &Annotator| {
            let own = sets.sets.iter().find(|set| set.annotator == *rater);
            own.is_some_and(|set| has_rated(set) && !is_finished(set))
        };
        let left_out: Vec<usize> = (0..raters.len()).filter(|n| in_progress(&raters[*n])).collect();
        (rated, left_out, sets.issues)
    };
    articles.each(
        cancel,
        |_| raters.clone(),
        look,
        |seen, done| {
            match seen {
                Ok((rated, left_out, found)) => {
                    issues.extend(found);
                    study.leave_out(&left_out);
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
    let figures = study.figures();
    let (draws, mut drawn) = (figures.draws(), Vec::new());
    let name = |_: &Draw| "the intervals of the figures".to_owned();
    parallel_in_order(
        &draws,
        cancel,
        name,
        |draw| figures.draw(draw),
        |_, own| {
            drawn.push(own);
            Ok(())
        },
    )?;
    Ok((figures.report(drawn), issues))
}

/// How good an annotator is.
pub type AnnotatorScore = (Annotator, Against);

/// Holds everybody's work against that of `reference`, over the articles that both have finished; of everybody but the
/// reference where no `annotators` are named.
///
/// # Errors
/// As [`agreement`].
pub fn against(
    model: &ReadModel,
    reference: &Annotator,
    annotators: &[Annotator],
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<AnnotatorScore>, Vec<Issue>)> {
    cancel.check()?;
    let mut articles = Articles::of(model);
    let everybody = articles.everybody();
    require_annotators(model, annotators.iter().chain([reference]), &everybody)?;
    let of_all = everybody.iter().filter(|annotator| *annotator != reference && !annotator.is_gold());
    let wanted: Vec<Annotator> =
        if annotators.is_empty() { of_all.cloned().collect() } else { annotators.to_vec() };
    articles.retain(|article| article.has(reference));
    let mut all: Vec<AnnotatorScore> =
        wanted.iter().map(|annotator| (annotator.clone(), Against::default())).collect();
    let mut issues = model.issues().to_vec();
    let asked = || wanted.iter().chain([reference]).cloned().collect();
    articles.each(
        cancel,
        |_| asked(),
        |sets| sets,
        |seen, done| {
            match seen {
                Ok(ArticleSets { document, sets, issues: found }) => {
                    issues.extend(found);
                    let of = |annotator: &Annotator| sets.iter().find(|set| set.annotator == *annotator);
                    if let Some(reference) = of(reference) {
                        for (annotator, against) in &mut all {
                            if let Some(own) = of(annotator) {
                                against.add(&document, own, reference);
                            }
                        }
                    }
                }
                Err(issue) => issues.push(issue),
            }
            progress(done, articles.len());
        },
    )?;
    Ok((all, issues))
}

fn names(annotators: &[Annotator]) -> String {
    annotators.iter().map(Annotator::as_str).collect::<Vec<_>>().join(", ")
}

/// Who has done which article. `heard` is told how many articles are counted, of how many.
///
/// # Errors
/// When it was cancelled.
pub fn progress(
    model: &ReadModel,
    cancel: &CancelToken,
    heard: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Progress, Vec<Issue>)> {
    let articles = Articles::of(model);
    let mut rows = Vec::with_capacity(articles.len());
    let mut issues = model.issues().to_vec();
    articles.progress(cancel, |found, done| {
        match found {
            Ok(HowFar { file, mut sets, issues: found }) => {
                issues.extend(found);
                sets.retain(|set| set.has_rated() || set.reviews > 0);
                rows.push((file, sets));
            }
            Err(issue) => issues.push(issue),
        }
        heard(done, articles.len());
    })?;
    Ok((progress_of(articles.everybody(), rows), issues))
}

//! What is counted and found over all articles as they are now.

use super::failures::ended;
use super::queue::{QueueOptions, queue as found_items};
use super::study::{against, agreement_with};
use super::{
    Answer, JobError, JobProgress, Reporter, adjudicate, drop_changed, feedback as remarks, scan, study,
};
use crate::model::Annotator;
use crate::read_model::ReadModel;

/// What there is to review.
pub(super) fn queue(model: ReadModel, how: &QueueOptions, reporter: &Reporter) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let (mut items, mut left_out) = (Vec::new(), vec![0; how.annotators.len()]);
    found_items(&model, how, reporter.cancel(), &mut |found, done, of| {
        items.extend(found.items);
        for n in found.left_out {
            left_out[n] += 1;
        }
        reporter.report(|| JobProgress::Articles { done, of: Some(of) });
    })
    .map_err(|error| ended(&error))?;
    Ok(Answer::Queue { items, left_out })
}

/// What reviewers say of an annotator's work.
pub(super) fn feedback(
    model: ReadModel,
    annotator: &Annotator,
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let found = remarks::list(&model, annotator, reporter.cancel(), &mut articles(reporter));
    found.map(|(all, _)| Answer::Feedback(all.into())).map_err(|error| ended(&error))
}

/// What filling the gold set comes to.
pub(super) fn gold(
    model: ReadModel,
    how: &adjudicate::FillOptions,
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let found = adjudicate::fillings(&model, how, reporter.cancel(), &mut articles(reporter));
    found.map(|all| Answer::GoldFilling(all.into())).map_err(|error| ended(&error))
}

/// How far everybody is.
pub(super) fn progress(model: ReadModel, reporter: &Reporter) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let counted = study::progress(&model, reporter.cancel(), &mut articles(reporter));
    counted.map(|(progress, _)| Answer::Progress(progress.into())).map_err(|error| ended(&error))
}

/// How well annotators agree.
pub(super) fn agreement(
    model: ReadModel,
    annotators: &[Annotator],
    unfinished: &[Annotator],
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let found = agreement_with(&model, annotators, unfinished, reporter.cancel(), &mut articles(reporter));
    found.map(|(report, _)| Answer::Agreement(report.into())).map_err(|error| ended(&error))
}

/// How good everybody is against one.
pub(super) fn scores(
    model: ReadModel,
    reference: &Annotator,
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    let model = current(model, reporter)?;
    let found = against(&model, reference, &[], reporter.cancel(), &mut articles(reporter));
    found.map(|(all, _)| Answer::Scores(all.into())).map_err(|error| ended(&error))
}

/// Tells how many articles are done.
fn articles(reporter: &Reporter) -> impl FnMut(usize, usize) {
    |done, of| reporter.report(|| JobProgress::Articles { done, of: Some(of) })
}

/// The model as the folder is now: what colleagues and other programs changed since it was read is read anew when it is asked
/// for.
fn current(mut model: ReadModel, reporter: &Reporter) -> Result<ReadModel, JobError> {
    let found = scan(model.root(), reporter.cancel()).map_err(|error| ended(&error))?;
    let articles = found.articles.into_iter().map(|article| (article.file, article.annotators));
    model.rescan(found.issues, articles);
    drop_changed(&mut model, reporter.cancel()).map_err(|error| ended(&error))?;
    Ok(model)
}

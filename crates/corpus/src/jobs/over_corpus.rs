//! What is counted and found over all articles as they are now.

use std::sync::Arc;

use super::failures::ended;
use super::queue::QueueOptions;
use super::queue_parts::{QueuePart, QueueSelection, first_part, items_of, queue_parts};
use super::read_corpus::drop_changed_of;
use super::study::{against, agreement_with};
use super::{
    Answer, JobError, JobProgress, Reporter, adjudicate, drop_changed, feedback as remarks, scan, study,
};
use crate::model::Annotator;
use crate::read_model::ReadModel;

/// What there is to review, told of as it is found.
pub(super) fn queue(
    model: ReadModel,
    how: &QueueOptions,
    selection: &QueueSelection,
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    let tell = |part: QueuePart| reporter.always_report(JobProgress::Queue(Box::new(part)));
    // Somebody may begin while the folder is looked at.
    let first = first_part(&model, how, selection, reporter.cancel()).map_err(|error| ended(&error))?;
    let shown = first.map_or(0, |(part, articles)| {
        tell(part);
        articles
    });
    let model = current(model, reporter)?;
    let left_out = queue_parts(&model, how, (selection, shown), reporter.cancel(), &mut |part, done, of| {
        part.into_iter().for_each(tell);
        reporter.report(|| JobProgress::Articles { done, of: Some(of) });
    });
    left_out.map(|left_out| Answer::Queue { left_out }).map_err(|error| ended(&error))
}

/// The items of some articles.
pub(super) fn queue_items(
    mut model: ReadModel,
    how: &QueueOptions,
    files: &[Arc<str>],
    reporter: &Reporter,
) -> Result<Answer, JobError> {
    drop_changed_of(&mut model, files, reporter.cancel()).map_err(|error| ended(&error))?;
    let found = items_of(&model, how, files, reporter.cancel());
    found.map(Answer::QueueItems).map_err(|error| ended(&error))
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

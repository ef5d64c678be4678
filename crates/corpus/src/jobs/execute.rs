//! What each kind of job does.

use std::path::Path;
use std::sync::Arc;

use super::journal::restore;
use super::queue::queue;
use super::saver::{NotSaved, Saver};
use super::study::{agreement, progress};
use super::transfer::{preview, transfer};
use super::{
    Answer, CancelToken, Cancelled, Job, JobError, JobProgress, LoadRequest, Notice, Reporter, Request,
    SaveRequest, ScannedWorkspace, Severity, drop_changed, read_corpus, save_schema, scan,
};
use crate::model::{AnnotationSet, Annotator, Document, EditId};
use crate::read_model::{ArticleUpdate, ReadModel};
use crate::store::{self, LoadError, ScanError, SetState};

/// Carries out jobs, and writes every sidecar through one [`Saver`].
#[derive(Clone, Debug)]
pub struct Executor {
    saver: Arc<Saver>,
}

impl Executor {
    /// One that writes sidecars through `saver`.
    #[must_use]
    pub const fn new(saver: Arc<Saver>) -> Self {
        Self { saver }
    }

    /// Does what a job asks.
    ///
    /// # Errors
    /// Why it has no answer.
    pub fn execute(&self, job: Job, reporter: &Reporter) -> Result<Answer, JobError> {
        let cancel = &job.cancel;
        let mut articles = |done, of| reporter.report(|| JobProgress::Articles { done, of });
        match job.request {
            Request::Scan(path) => self.scan(&path, reporter),
            Request::ReadCorpus(model) => read(&model, reporter),
            Request::Load(article) => self.load(&article, cancel),
            Request::SetAside { article, path, keep } => self.set_aside(&article, &path, keep, cancel),
            Request::Keep(request) => {
                self.saver.journals().keep(&request).map(|()| Answer::Kept).map_err(JobError::Failed)
            }
            Request::Restore { root, annotator, open } => {
                Ok(restore(&self.saver, &root, &annotator, &open, cancel))
            }
            Request::Save(request) => self.save(&request),
            Request::SaveCopies { folder, sets } => {
                let copy = |(document, set): &(Document, AnnotationSet)| {
                    store::save_copy(&folder, document, set).map_err(|error| failed(&error))
                };
                sets.iter().map(copy).collect::<Result<_, _>>().map(Answer::CopiesSaved)
            }
            Request::SaveSchema { root, schema, known } => {
                save_schema(&root, &schema, &known).map_err(|error| failed(&error)).map(Answer::SchemaSaved)
            }
            Request::LoadOthers { root, document, annotators } => Ok(others(&root, &document, &annotators)),
            Request::LoadCopy { document, path } => copy(&document, &path),
            Request::SetCopyAside(path) => {
                let new = store::set_aside(&path).map_err(|error| failed(&error))?;
                log::info!("renamed to {}", new.display());
                Ok(Answer::Written)
            }
            Request::Queue { model, queueing } => {
                let model = current(model, reporter)?;
                let (mut items, mut agreed) = (Vec::new(), 0);
                queue(&model, &queueing, cancel, &mut |found, agreeing, done, of| {
                    items.extend(found);
                    agreed += agreeing;
                    articles(done, Some(of));
                })
                .map_err(|error| ended(&error))?;
                Ok(Answer::Queue { items, agreed })
            }
            Request::Progress(model) => {
                let model = current(model, reporter)?;
                let counted = progress(&model, cancel, &mut |done, of| articles(done, Some(of)));
                counted.map(|(progress, _)| Answer::Progress(Arc::new(progress))).map_err(|e| ended(&e))
            }
            Request::Agreement { model, annotators } => {
                let model = current(model, reporter)?;
                let found = agreement(&model, &annotators, cancel, &mut |done, of| articles(done, Some(of)));
                found.map(|(report, _)| Answer::Agreement(Arc::new(report))).map_err(|e| ended(&e))
            }
            Request::Transfer { root, request } => {
                transfer(&root, &request, cancel, &mut articles).map(Answer::Transfer).map_err(|e| ended(&e))
            }
            Request::Preview { root, request } => {
                preview(&root, &request, cancel).map(Answer::Preview).map_err(|e| ended(&e))
            }
        }
    }

    fn scan(&self, path: &Path, reporter: &Reporter) -> Result<Answer, JobError> {
        let mut found = |done| {
            reporter.report(|| JobProgress::Articles { done, of: None });
            !reporter.cancel().is_cancelled()
        };
        let found = store::scan(path, &mut found).map_err(|error| match error {
            ScanError::Stopped(_) => JobError::Cancelled(error.to_string()),
            error => failed(&error),
        })?;
        let schema = found.known_schema.schema_or_news();
        let guidelines = store::guidelines(&found.root, &schema);
        let warning = |text: String| Notice::new(Severity::Warning, text);
        let mut notices = Vec::new();
        let unsaved = self.saver.kept_in(&found.root);
        if !unsaved.is_empty() {
            notices.push(warning(kept_words(&unsaved)));
        }
        Ok(Answer::Scanned(Box::new(ScannedWorkspace {
            root: found.root,
            articles: found.articles,
            known_schema: found.known_schema,
            guidelines: guidelines.map(Arc::from),
            select: found.select,
            issues: found.issues,
            notices,
            unsaved,
        })))
    }

    fn load(&self, article: &LoadRequest, cancel: &CancelToken) -> Result<Answer, JobError> {
        let loaded = self.saver.load(article, None, cancel).map_err(|error| match error {
            LoadError::Stopped(_) => JobError::Cancelled(error.to_string()),
            error => failed(&error),
        })?;
        Ok(Answer::Loaded(Box::new(loaded)))
    }

    fn set_aside(
        &self,
        article: &LoadRequest,
        path: &Path,
        keep: Option<Box<AnnotationSet>>,
        cancel: &CancelToken,
    ) -> Result<Answer, JobError> {
        let (notice, begin) = match store::set_aside(path) {
            Ok(new) => {
                let told = format!("Renamed to {}", new.display());
                (Notice::new(Severity::Success, told), keep.map(|set| *set))
            }
            Err(error) => (Notice::new(Severity::Error, error.to_string()), None),
        };
        let mut loaded = self.saver.load(article, begin, cancel).map_err(|error| failed(&error))?;
        loaded.notices.insert(0, notice);
        // Whoever asked may have gone elsewhere by now, and would not save it.
        let save = || self.saver.save(&article.root, &loaded.document, &loaded.set, EditId::default());
        if loaded.unsaved && save().is_ok() {
            loaded.unsaved = false;
        }
        Ok(Answer::Loaded(Box::new(loaded)))
    }

    fn save(&self, request: &SaveRequest) -> Result<Answer, JobError> {
        let SaveRequest { root, document, set, position: _, upto } = request;
        let saved = self.saver.save(root, document, set, *upto);
        saved
            .map(|()| Answer::Written)
            .map_err(|NotSaved { reason, kept }| JobError::NotSaved { reason, kept })
    }
}

/// What was read is told of as it comes, so that the list of articles fills.
fn read(model: &ReadModel, reporter: &Reporter) -> Result<Answer, JobError> {
    let (mut updates, mut read) = (Vec::new(), 0);
    let mut consume = |update: Option<ArticleUpdate>, done| {
        updates.extend(update);
        read = done;
        reporter.report(|| JobProgress::Read { updates: std::mem::take(&mut updates), done });
    };
    read_corpus(model, reporter.cancel(), &mut consume).map_err(|error| ended(&error))?;
    reporter.always_report(JobProgress::Read { updates, done: read });
    Ok(Answer::CorpusRead)
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

/// Reads others' sets of an article, for looking at.
fn others(root: &Path, document: &Document, annotators: &[Annotator]) -> Answer {
    let (mut sets, mut notices) = (Vec::new(), Vec::new());
    let warning = |text: String| Notice::new(Severity::Warning, text);
    for annotator in annotators {
        let (state, _, found) = store::read_set(root, document, annotator);
        notices.extend(found.iter().map(|issue| warning(issue.to_string())));
        match state {
            SetState::None => {}
            SetState::Ready(set) => sets.push(set),
            SetState::Blocked(blocked) => notices.push(warning(blocked.reason)),
        }
    }
    Answer::Others { sets, notices }
}

fn copy(document: &Document, path: &Path) -> Result<Answer, JobError> {
    let copy = store::read_copy(path, document).map_err(|error| failed(&error))?;
    for issue in &copy.issues {
        log::warn!("{issue}");
    }
    Ok(Answer::Copy(Box::new(copy.value)))
}

/// Says that work is kept that could not be saved.
fn kept_words(kept: &[(String, Annotator)]) -> String {
    let named: Vec<String> = kept.iter().map(|(file, annotator)| format!("{file} ({annotator})")).collect();
    format!(
        "Work that could not be saved before is kept, and put in place as soon as its annotator is here: {}",
        named.join(", ")
    )
}

fn failed(error: &dyn std::error::Error) -> JobError {
    JobError::Failed(error.to_string())
}

/// Why work ended: it was cancelled, or it failed.
fn ended(error: &anyhow::Error) -> JobError {
    let words = format!("{error:#}");
    if error.is::<Cancelled>() { JobError::Cancelled(words) } else { JobError::Failed(words) }
}

//! What each kind of job does.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::claims;
use super::failures::{ended, failed, not_loaded, stopped};
use super::folder::Scanning;
use super::journal::restore;
use super::lock::WindowLock;
use super::over_corpus;
use super::reanchor::settled;
use super::saver::{NotSaved, Saver};
use super::transfer::{preview, transfer};
use super::{
    Answer, CancelToken, EntityRequest, Job, JobError, JobProgress, KeepRequest, LoadRequest, LoadedArticle,
    Notice, Reporter, Request, SaveRequest, SetAsideFile, Severity, own_counts, read_articles, read_corpus,
    save_schema, watch, write_report,
};
use crate::format::article::ReadingChoice;
use crate::model::{AnnotationSet, Annotator, Document};
use crate::read_model::{ArticleUpdate, ArticleView, ReadModel};
use crate::store::{self, ReadCopy, SetState, Writers};
use crate::words::{plain, say, shown};

/// Carries out jobs, and writes every sidecar through one [`Saver`].
#[derive(Clone, Debug)]
pub struct Executor {
    saver: Arc<Saver>,
    lock: WindowLock,
}

impl Executor {
    /// One that writes sidecars through `saver`, and keeps nobody else from writing.
    #[must_use]
    pub fn new(saver: Arc<Saver>) -> Self {
        Self { saver, lock: WindowLock::default() }
    }

    /// The same, with the locks of `writers`.
    #[must_use]
    pub fn with_locks(self, writers: Writers) -> Self {
        Self { lock: WindowLock::new(Arc::new(writers)), ..self }
    }

    /// Does what a job asks.
    ///
    /// # Errors
    /// Why it has no answer.
    pub fn execute(&self, job: Job, reporter: &Reporter) -> Result<Answer, JobError> {
        let cancel = &job.cancel;
        let mut articles = |done, of| reporter.report(|| JobProgress::Articles { done, of });
        match job.request {
            Request::Scan(path) => self.scanning(reporter).entering(&path, None).map(Answer::Scanned),
            Request::ScanFrom { path, file } => {
                self.scanning(reporter).entering(&path, Some(&file)).map(Answer::Scanned)
            }
            Request::Rescan(path) => self.scanning(reporter).again(&path).map(Answer::Rescanned),
            Request::Watch(root) => Ok(self.watch(&root, reporter)),
            Request::Lock { root, annotator, takes_over } => {
                self.saver.journals().hold_only(&root, &annotator);
                Ok(Answer::Lock(self.lock.take(&root, &annotator, takes_over)))
            }
            Request::ReadCorpus { model, annotator } => {
                if let Some(annotator) = annotator {
                    count(&model, &annotator, reporter)?;
                }
                read(&model, None, reporter)
            }
            Request::ReadArticles { model, files } => read(&model, Some(&files), reporter),
            Request::Load(article) => self.load(&article, cancel),
            Request::Reread { article, choice } => self.reread(&article, choice, cancel),
            Request::PreviewEncodings { root, file } => {
                let previews = store::encoding_previews(&root, &file).map_err(|error| failed(&error));
                previews.map(|previews| Answer::Encodings(file, previews))
            }
            Request::SetAside { article, path, keep } => self.set_aside(&article, &path, keep, cancel),
            Request::Keep(request) => self.keep(&request),
            Request::Restore { root, annotator, open } => {
                self.check_writer(&root, &annotator)?;
                Ok(restore(&self.saver, &root, &annotator, &open, cancel))
            }
            Request::Save(request) => self.save(&request),
            Request::SaveCopies { folder, sets } => save_copies(&folder, &sets).map(Answer::CopiesSaved),
            Request::SaveSchema { root, schema, known } => {
                save_schema(&root, &schema, &known).map_err(|error| failed(&error)).map(Answer::SchemaSaved)
            }
            Request::LoadOthers { root, document, annotators } => {
                self.others(&root, &document, &annotators, cancel)
            }
            Request::LoadCopy { document, path } => {
                self.copy(&document, &path, cancel).map(|set| Answer::Copy(Box::new(set)))
            }
            Request::LoadSetAside { root, document, annotator } => {
                self.set_aside_files(&root, &document, &annotator, cancel)
            }
            Request::KeepText(document) => {
                self.saver.keep_text(&document);
                Ok(Answer::Written)
            }
            Request::SetCopyAside(path) => {
                let new = store::set_aside(&path).map_err(|error| failed(&error))?;
                log::info!("renamed to {}", new.display());
                Ok(Answer::Written)
            }
            Request::Queue { model, queueing, selection } => {
                over_corpus::queue(model, &queueing, &selection, reporter)
            }
            Request::QueueItems { model, queueing, files } => {
                over_corpus::queue_items(model, &queueing, &files, reporter)
            }
            Request::ReadEnds { model, ends } => {
                claims::ends(&model, &ends, cancel).map(Answer::Ends).map_err(|e| ended(&e))
            }
            Request::ReadBoard { model, schema } => {
                let read = claims::board(&model, &schema, cancel, &mut |done, of| articles(done, Some(of)));
                read.map(|(board, _)| Answer::Board(Arc::new(board))).map_err(|e| ended(&e))
            }
            Request::SearchClaims(board) => Ok(claims::search(board)),
            Request::Feedback { model, annotator } => over_corpus::feedback(model, &annotator, reporter),
            Request::FillGold { model, how } => over_corpus::gold(model, &how, reporter),
            Request::Progress(model) => over_corpus::progress(model, reporter),
            Request::Agreement { model, annotators, unfinished } => {
                over_corpus::agreement(model, &annotators, &unfinished, reporter)
            }
            Request::Scores { model, reference } => over_corpus::scores(model, &reference, reporter),
            Request::Transfer { root, request } => {
                let writers = self.lock.writers();
                let done = transfer(&root, &request, writers, cancel, &mut articles);
                done.map(Answer::Transfer).map_err(|e| ended(&e))
            }
            Request::Report { root, request } => {
                write_report(&root, &request, cancel).map(Answer::Report).map_err(|e| ended(&e))
            }
            Request::Preview { root, request } => {
                preview(&root, &request, cancel).map(Answer::Preview).map_err(|e| ended(&e))
            }
            Request::Entities(request) => self.entities(*request, reporter),
        }
    }

    fn entities(&self, request: EntityRequest, reporter: &Reporter) -> Result<Answer, JobError> {
        if let EntityRequest::Save { root, part, .. } = &request {
            self.check_writer(root, part.annotator())?;
        }
        let mut articles = |done, of| reporter.report(|| JobProgress::Articles { done, of: Some(of) });
        let done = request.carry_out_with(self.saver.journals(), reporter.cancel(), &mut articles);
        done.map(Answer::Entities).map_err(|e| ended(&e))
    }

    /// Tells of what other programs change; what is written here is no change.
    fn watch(&self, root: &Path, reporter: &Reporter) -> Answer {
        let is_own = |path: &str| self.saver.is_own(&root.join(path));
        let mut tell = |changes| reporter.always_report(JobProgress::Changed(changes));
        watch(root, reporter.cancel(), &is_own, &mut tell);
        Answer::Watched
    }

    fn scanning<'e>(&'e self, reporter: &'e Reporter) -> Scanning<'e> {
        Scanning { saver: &self.saver, lock: &self.lock, reporter }
    }

    /// Only the one that writes the annotator's files may go on.
    fn check_writer(&self, root: &Path, annotator: &Annotator) -> Result<(), JobError> {
        if self.lock.is_here(root, annotator) {
            return Ok(());
        }
        Err(JobError::Failed(say!("jobs-other-window", annotator = annotator.as_str())))
    }

    fn keep(&self, request: &KeepRequest) -> Result<Answer, JobError> {
        self.check_writer(&request.root, &request.annotator)?;
        self.saver.journals().keep(request).map(|()| Answer::Kept).map_err(JobError::Failed)
    }

    fn load(&self, article: &LoadRequest, cancel: &CancelToken) -> Result<Answer, JobError> {
        let loaded = self.load_set(article, None, cancel)?;
        Ok(Answer::Loaded(Box::new(loaded)))
    }

    fn reread(
        &self,
        article: &LoadRequest,
        choice: ReadingChoice,
        cancel: &CancelToken,
    ) -> Result<Answer, JobError> {
        self.check_writer(&article.root, &article.annotator)?;
        let loaded = self.saver.reread(article, choice, cancel).map_err(not_loaded)?;
        Ok(Answer::Loaded(Box::new(loaded)))
    }

    fn load_set(
        &self,
        article: &LoadRequest,
        begin: Option<AnnotationSet>,
        cancel: &CancelToken,
    ) -> Result<LoadedArticle, JobError> {
        let loaded = if self.lock.is_here(&article.root, &article.annotator) {
            self.saver.load(article, begin, cancel)
        } else {
            self.saver.load_for_reading(article, cancel)
        };
        loaded.map_err(not_loaded)
    }

    fn set_aside(
        &self,
        article: &LoadRequest,
        path: &Path,
        keep: Option<Box<AnnotationSet>>,
        cancel: &CancelToken,
    ) -> Result<Answer, JobError> {
        let LoadRequest { root, annotator, .. } = article;
        self.check_writer(root, annotator)?;
        let (notice, begin) = match store::set_aside(path) {
            Ok(new) => {
                let message = say!("jobs-renamed", path = shown(new.display()));
                (Notice::new(Severity::Success, message), keep.map(|set| *set))
            }
            Err(error) => (Notice::new(Severity::Error, error.to_string()), None),
        };
        let mut loaded = self.load_set(article, begin, cancel)?;
        loaded.notices.insert(0, notice);
        // Whoever asked may have gone elsewhere by now, and would not save it.
        let save =
            || self.saver.save(&SaveRequest::of_loaded(root, loaded.document.clone(), loaded.set.clone()));
        if loaded.unsaved && save().is_ok() {
            loaded.unsaved = false;
        }
        Ok(Answer::Loaded(Box::new(loaded)))
    }

    fn save(&self, request: &SaveRequest) -> Result<Answer, JobError> {
        self.check_writer(&request.root, &request.set.annotator)?;
        let saved = self.saver.save(request);
        // Also where the save failed: the text may be another one by now, and the edits wait in the journal for this one.
        if !request.set.is_empty() {
            self.saver.keep_text(&request.document);
        }
        saved
            .map(|taken| taken.map_or(Answer::Written, |taken| Answer::Merged(Box::new(taken))))
            .map_err(|NotSaved { reason, kept }| JobError::NotSaved { reason, kept })
    }

    /// Reads others' sets of an article, for looking at.
    fn others(
        &self,
        root: &Path,
        document: &Document,
        annotators: &[Annotator],
        cancel: &CancelToken,
    ) -> Result<Answer, JobError> {
        let (mut sets, mut notices) = (Vec::new(), Vec::new());
        let warning = |text: String| Notice::new(Severity::Warning, text);
        for annotator in annotators {
            let (state, _, found) = store::read_set(root, document, annotator);
            notices.extend(found.iter().map(|issue| warning(issue.to_string())));
            match state {
                SetState::None => {}
                SetState::Ready(set) => sets.push(set),
                SetState::Outdated(outdated) => {
                    let settled = settled(outdated.earlier, document, self.saver.texts(), cancel);
                    let (set, moved) = settled.map_err(stopped)?;
                    let left = moved.likely + moved.gone;
                    if left > 0 {
                        let who = annotator.as_str();
                        notices.push(warning(say!(
                            "jobs-others-outdated",
                            annotator = who,
                            left = plain(left)
                        )));
                    }
                    sets.push(set);
                }
                SetState::Blocked(blocked) => notices.push(warning(blocked.reason)),
            }
        }
        Ok(Answer::Others { sets, notices })
    }

    fn copy(
        &self,
        document: &Document,
        path: &Path,
        cancel: &CancelToken,
    ) -> Result<AnnotationSet, JobError> {
        let copy = store::read_copy(path, document).map_err(|error| failed(&error))?;
        for issue in &copy.issues {
            log::warn!("{issue}");
        }
        Ok(match copy.value {
            ReadCopy::Current(set) => *set,
            ReadCopy::Outdated(earlier) => {
                let settled = settled(*earlier, document, self.saver.texts(), cancel);
                settled.map_err(stopped)?.0
            }
        })
    }

    fn set_aside_files(
        &self,
        root: &Path,
        document: &Document,
        annotator: &Annotator,
        cancel: &CancelToken,
    ) -> Result<Answer, JobError> {
        let paths = store::list_set_aside(root, &document.file, annotator);
        let paths = paths.map_err(|error| failed(&error))?;
        let read = |path: PathBuf| match self.copy(document, &path, cancel) {
            Err(JobError::Cancelled(words)) => Err(JobError::Cancelled(words)),
            set => Ok(SetAsideFile { path, set: set.map_err(|error| error.to_string()) }),
        };
        paths.into_iter().map(read).collect::<Result<_, _>>().map(Answer::SetAside)
    }
}

/// An annotator's annotations are counted by the sidecars alone, long before everything is read.
fn count(model: &ReadModel, annotator: &Annotator, reporter: &Reporter) -> Result<(), JobError> {
    let is_unread = |article: &ArticleView<'_>| article.read().is_none() && article.has(annotator);
    let unread = model.articles().filter(is_unread);
    let files: Vec<Arc<str>> = unread.map(|article| Arc::clone(article.file())).collect();
    let mut all = Vec::new();
    own_counts(model.root(), &files, annotator, reporter.cancel(), &mut |counts, _| {
        all.extend(counts);
        reporter.report(|| JobProgress::Counted(std::mem::take(&mut all)));
    })
    .map_err(|error| ended(&error))?;
    reporter.always_report(JobProgress::Counted(all));
    Ok(())
}

/// What was read is told of as it comes, so that the list of articles fills: of all articles, or only of some.
fn read(model: &ReadModel, files: Option<&[Arc<str>]>, reporter: &Reporter) -> Result<Answer, JobError> {
    let (mut updates, mut read) = (Vec::new(), 0);
    let mut consume = |update: Option<ArticleUpdate>, done| {
        updates.extend(update);
        read = done;
        reporter.report(|| JobProgress::Read { updates: std::mem::take(&mut updates), done });
    };
    let read_all = match files {
        None => read_corpus(model, reporter.cancel(), &mut consume),
        Some(files) => read_articles(model, files, reporter.cancel(), &mut consume),
    };
    read_all.map_err(|error| ended(&error))?;
    reporter.always_report(JobProgress::Read { updates, done: read });
    Ok(Answer::CorpusRead)
}

/// Writes sets into a folder that is no workspace; gives the files, in their order.
fn save_copies(folder: &Path, sets: &[(Document, AnnotationSet)]) -> Result<Vec<PathBuf>, JobError> {
    let copy = |(document, set): &(Document, AnnotationSet)| store::save_copy(folder, document, set);
    sets.iter().map(copy).collect::<Result<_, _>>().map_err(|error| failed(&error))
}

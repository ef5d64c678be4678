//! Articles with what is imported for them, written together while the next are gathered.

#![expect(clippy::disallowed_methods, reason = "one named thread, whose end is waited for")]

use std::collections::HashSet;
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};

use super::super::cancel::CancelToken;
use super::super::parallel::parallel_in_order;
use crate::format::exchange::Remark;
use crate::model::{AnnotationSet, Annotator};
use crate::store::{Added, ImportWriter, ImportedArticle, StagedArticle};
use crate::words::{language, set_language};

/// Articles that are written together.
pub(super) struct Batch {
    /// Each with where the files speak of it.
    pub(super) articles: Vec<(ImportedArticle, String)>,
}

/// What came of a batch.
#[derive(Default)]
pub(super) struct BatchOutcome {
    /// What was added to which annotator's sets.
    pub(super) added: Vec<(Annotator, Added)>,
    /// What could not be written.
    pub(super) lost: Vec<Remark>,
}

/// A batch that is being written.
pub(super) struct Writing {
    files: HashSet<Arc<str>>,
    thread: JoinHandle<BatchOutcome>,
}

impl Writing {
    /// Begins to write.
    ///
    /// # Errors
    /// When the system gives no thread; then nothing is written.
    pub(super) fn start(writer: ImportWriter, batch: Batch) -> Result<Self, (std::io::Error, Arc<Batch>)> {
        let files = batch.articles.iter().map(|(article, _)| Arc::clone(&article.document.file)).collect();
        let batch = Arc::new(batch);
        let own = Arc::clone(&batch);
        let spoken = language();
        let write = move || {
            set_language(spoken);
            own.write(&writer)
        };
        let thread = Builder::new().name("tippani-import".to_owned()).spawn(write);
        thread.map(|thread| Self { files, thread }).map_err(|error| (error, batch))
    }

    /// Whether an article is among those that are being written.
    pub(super) fn holds(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// Waits until all is written. A panic there goes on here.
    pub(super) fn finish(self) -> BatchOutcome {
        self.thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

impl Batch {
    /// Writes everything beside its place, has it synced at once, and puts it there.
    pub(super) fn write(&self, writer: &ImportWriter) -> BatchOutcome {
        let staged = self.staged(writer);
        let synced = writer.sync(staged.iter().flatten());
        let mut written = BatchOutcome::default();
        let mut articles_done = Vec::new();
        for ((article, place), staged) in self.articles.iter().zip(staged) {
            let lost = |error: &dyn std::fmt::Display, sets: &[AnnotationSet]| {
                let marks = sets.iter().map(|set| set.annotations().len()).sum();
                Remark::without(place, "a set cannot be written", &error.to_string(), marks)
            };
            let placed = match (&synced, staged) {
                (Err(error), _) => Err(lost(error, &article.sets)),
                (Ok(()), Err(error)) => Err(lost(&error, &article.sets)),
                (Ok(()), Ok(staged)) => {
                    writer.place(article, staged).map_err(|error| lost(&error, &article.sets))
                }
            };
            let sets = match placed {
                Ok(sets) => sets,
                Err(remark) => {
                    written.lost.push(remark);
                    continue;
                }
            };
            for (set, added) in article.sets.iter().zip(sets) {
                match added {
                    Ok(added) => written.added.push((set.annotator.clone(), added)),
                    Err(error) => written.lost.push(lost(&error, std::slice::from_ref(set))),
                }
            }
            articles_done.push(article);
        }
        writer.sync_folders(articles_done.into_iter());
        written
    }

    /// Writes articles beside their places, by all processors.
    fn staged(&self, writer: &ImportWriter) -> Vec<Result<StagedArticle, String>> {
        let mut all = Vec::with_capacity(self.articles.len());
        let name = |(article, _): &(ImportedArticle, String)| article.document.file.to_string();
        let stage = |(article, _): &(ImportedArticle, String)| writer.stage(article);
        // What is held is written though the import was stopped: those records count as done.
        let outcome = parallel_in_order(&self.articles, &CancelToken::new(), name, stage, |_, staged| {
            all.push(staged.map_err(|error| error.to_string()));
            Ok(())
        });
        if let Err(error) = outcome {
            let why = format!("{error:#}");
            all.resize_with(self.articles.len(), || Err(why.clone()));
        }
        all
    }
}

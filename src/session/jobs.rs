//! Jobs under way, and the one place where answers are dropped that nobody waits for any more.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::report::on_report;
use super::{Effect, Now, Session, Severity};
use crate::jobs::{
    Answer, CancelToken, EntityJob, Generation, Job, JobId, JobKind, JobProgress, Message, Request,
};
use crate::words::say;

/// Jobs that were begun and have not ended.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    /// The workspace and annotator that answers have to be about.
    generation: Generation,
    last_serial: u64,
    running: BTreeMap<JobId, (CancelToken, Subject)>,
}

/// What a job is about, for when its answer comes.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// All that its kind says.
    Nothing,
    /// An article.
    Article(Arc<str>),
    /// A position of an article's history, and the number of the last edit then.
    Position(Arc<str>, (u64, u64)),
    /// Sets of articles, each with the number of the last edit that is in it.
    Sets(Vec<(Arc<str>, u64)>),
    /// A copy of an article's sidecar.
    Copy(Arc<str>, std::path::PathBuf),
}

impl Jobs {
    /// Begins a job; those it makes pointless are cancelled.
    pub(super) fn begin(&mut self, request: Request, subject: Subject) -> Effect {
        let kind = request.kind();
        if kind.replaces_earlier() {
            self.cancel(kind);
        }
        if matches!(
            kind,
            JobKind::Queue
                | JobKind::Feedback
                | JobKind::FillGold
                | JobKind::Agreement
                | JobKind::Scores
                | JobKind::Progress
        ) {
            // They go through the corpus themselves, and are waited for.
            self.cancel(JobKind::ReadCorpus);
        }
        self.last_serial += 1;
        let id = JobId { generation: self.generation, kind, serial: self.last_serial };
        let cancel = CancelToken::new();
        self.running.insert(id, (cancel.clone(), subject));
        Effect::Begin(Box::new(Job { id, cancel, request }))
    }

    /// Cancels jobs of this kind; nobody waits for their answers any more.
    pub(super) fn cancel(&mut self, kind: JobKind) {
        self.running.retain(|id, (cancel, _)| {
            let goes_on = id.kind != kind;
            if !goes_on {
                cancel.cancel();
            }
            goes_on
        });
    }

    /// Asks jobs of this kind to end, whose answers say how far they came.
    pub(super) fn stop(&self, kind: JobKind) {
        let running = self.running.iter().filter(|(id, _)| id.kind == kind);
        running.for_each(|(_, (cancel, _))| cancel.cancel());
    }

    /// Leaves the workspace, or the annotator: all work for it is cancelled but what writes files, and what is to `go_on`.
    pub(super) fn leave(&mut self, go_on: Option<JobKind>) {
        for (id, (cancel, subject)) in std::mem::take(&mut self.running) {
            match id.kind {
                kind if Some(kind) == go_on => {
                    self.running.insert(id, (cancel, subject));
                }
                JobKind::Keep
                | JobKind::KeepText
                | JobKind::Entities(EntityJob::Save | EntityJob::Export)
                | JobKind::Save
                | JobKind::SaveCopies
                | JobKind::SaveSchema
                | JobKind::Reread
                | JobKind::SetAside
                | JobKind::SetCopyAside => {}
                JobKind::Scan
                | JobKind::Rescan
                | JobKind::Watch
                | JobKind::Lock
                | JobKind::ReadCorpus
                | JobKind::ReadArticles
                | JobKind::Restore
                | JobKind::Load
                | JobKind::PreviewEncodings
                | JobKind::LoadOthers
                | JobKind::LoadCopy
                | JobKind::LoadSetAside
                | JobKind::Queue
                | JobKind::QueueItems
                | JobKind::Feedback
                | JobKind::FillGold
                | JobKind::ReadEnds
                | JobKind::ReadBoard
                | JobKind::SearchClaims
                | JobKind::Progress
                | JobKind::Agreement
                | JobKind::Scores
                | JobKind::Transfer
                | JobKind::Report
                | JobKind::Entities(_)
                | JobKind::Preview => cancel.cancel(),
            }
        }
        self.generation = self.generation.next();
    }

    /// Whether a job of this kind is under way.
    pub(super) fn is_running(&self, kind: JobKind) -> bool {
        self.running.keys().any(|id| id.kind == kind)
    }

    /// Whether an article is being read to be opened.
    pub(super) fn is_loading(&self, file: &Arc<str>) -> bool {
        let is_it = |(id, (_, subject)): (&JobId, &(CancelToken, Subject))| {
            id.kind == JobKind::Load && matches!(subject, Subject::Article(of) if of == file)
        };
        self.running.iter().any(is_it)
    }

    /// Whether somebody waits for this job.
    fn is_waited_for(&self, id: JobId) -> bool {
        self.running.contains_key(&id)
    }

    /// A job ended; gives what it was about where somebody waits for it.
    fn end(&mut self, id: JobId) -> Option<Subject> {
        self.running.remove(&id).map(|(_, subject)| subject)
    }
}

impl Session {
    /// Takes what a job tells. What nobody waits for any more is dropped here: it was cancelled, or asked about another
    /// workspace or annotator.
    pub(super) fn on_message(&mut self, message: Message, now: &Now) -> Vec<Effect> {
        match message {
            Message::Progress(id, progress) => {
                if self.jobs.is_waited_for(id) {
                    self.on_progress(id.kind, progress)
                } else {
                    Vec::new()
                }
            }
            Message::Fault(what) => {
                vec![Effect::tell(Severity::Error, say!("session-fault", what = what))]
            }
            Message::Finished(id, ended) => {
                let Some(subject) = self.jobs.end(id) else { return Vec::new() };
                let is_done = ended.is_ok();
                let mut told = match ended {
                    Ok(answer) => self.on_answer(answer, subject, now),
                    Err(error) => self.on_error(id.kind, &error, subject, now),
                };
                told.extend(self.leave_when_kept(now));
                told.extend(self.go_on_reading(id.kind, is_done));
                told.extend(self.make_deferred_edits(now));
                told.extend(self.tag_first(now));
                told
            }
        }
    }

    /// The corpus is read on when what came first is done.
    fn go_on_reading(&mut self, kind: JobKind, is_done: bool) -> Option<Effect> {
        match kind {
            JobKind::Load
            | JobKind::Queue
            | JobKind::Feedback
            | JobKind::FillGold
            | JobKind::Agreement
            | JobKind::Scores
            | JobKind::Progress => self.read_corpus_when_free(),
            JobKind::ReadCorpus => {
                if is_done {
                    self.on_corpus_read();
                }
                None
            }
            JobKind::Scan
            | JobKind::Rescan
            | JobKind::Watch
            | JobKind::Lock
            | JobKind::ReadArticles
            | JobKind::Reread
            | JobKind::PreviewEncodings
            | JobKind::SetAside
            | JobKind::Keep
            | JobKind::Restore
            | JobKind::Save
            | JobKind::SaveCopies
            | JobKind::SaveSchema
            | JobKind::LoadOthers
            | JobKind::LoadCopy
            | JobKind::SetCopyAside
            | JobKind::LoadSetAside
            | JobKind::KeepText
            | JobKind::ReadEnds
            | JobKind::ReadBoard
            | JobKind::SearchClaims
            | JobKind::QueueItems
            | JobKind::Transfer
            | JobKind::Report
            | JobKind::Entities(_)
            | JobKind::Preview => None,
        }
    }

    fn on_progress(&mut self, kind: JobKind, progress: JobProgress) -> Vec<Effect> {
        match progress {
            JobProgress::Read { updates, done: _ } => {
                let effects = self.reopen_changed(&updates);
                self.on_read(updates);
                return effects;
            }
            JobProgress::Counted(counts) => self.on_counted(counts),
            JobProgress::Changed(changes) => return self.on_outside(changes),
            JobProgress::Found(found) => return self.on_found(*found),
            JobProgress::Queue(part) => return self.on_queue_part(*part),
            JobProgress::Articles { done, of } => match kind {
                JobKind::Scan => self.on_scanning(done),
                JobKind::Queue => self.on_queue_progress(done, of.unwrap_or_default()),
                JobKind::FillGold => self.on_filling(done, of.unwrap_or_default()),
                JobKind::Scores => self.on_scoring(done, of.unwrap_or_default()),
                JobKind::Agreement => self.on_comparing(done, of.unwrap_or_default()),
                JobKind::Transfer => self.on_transferring(done, of),
                JobKind::Entities(job) => self.on_entity_progress(job, done, of.unwrap_or_default()),
                // They are over before anybody could look.
                JobKind::Rescan
                | JobKind::Watch
                | JobKind::Lock
                | JobKind::ReadCorpus
                | JobKind::ReadArticles
                | JobKind::Load
                | JobKind::Reread
                | JobKind::PreviewEncodings
                | JobKind::SetAside
                | JobKind::Keep
                | JobKind::Restore
                | JobKind::Save
                | JobKind::SaveCopies
                | JobKind::SaveSchema
                | JobKind::LoadOthers
                | JobKind::LoadCopy
                | JobKind::SetCopyAside
                | JobKind::LoadSetAside
                | JobKind::KeepText
                | JobKind::Feedback
                | JobKind::ReadEnds
                | JobKind::ReadBoard
                | JobKind::SearchClaims
                | JobKind::QueueItems
                | JobKind::Progress
                | JobKind::Report
                | JobKind::Preview => {}
            },
        }
        Vec::new()
    }

    fn on_answer(&mut self, answer: Answer, subject: Subject, now: &Now) -> Vec<Effect> {
        match (answer, subject) {
            (Answer::Scanned(scanned), _) => self.on_scanned(*scanned, now),
            (Answer::Rescanned(scanned), _) => self.on_rescanned(*scanned),
            (Answer::Lock(writer), _) => self.on_lock(writer),
            (Answer::CorpusRead | Answer::Watched, _) => Vec::new(),
            (Answer::Loaded(loaded), _) => self.on_loaded(*loaded, now),
            (Answer::Encodings(file, previews), _) => {
                self.on_encodings(file, previews);
                Vec::new()
            }
            (Answer::Others { sets, notices }, Subject::Article(file)) => {
                if let Some(article) = self.articles.get_mut(&file) {
                    article.set_others(sets, self.reviewing.shown_annotators.clone());
                }
                let mut effects = self.load_others_beside();
                effects.extend(notices.into_iter().map(Effect::Notify));
                effects
            }
            (Answer::SetAside(files), Subject::Article(file)) => {
                self.on_set_aside_read(&file, files);
                Vec::new()
            }
            (Answer::Copy(set), Subject::Copy(file, path)) => self.on_copy(&file, &path, &set, now),
            (Answer::SchemaSaved(saved), _) => self.on_schema_saved(saved),
            (Answer::CopiesSaved(paths), Subject::Sets(sets)) => self.on_copies_saved(&paths, &sets, now),
            (Answer::Kept, _) => self.on_kept(),
            (Answer::Restored { articles, notices }, _) => self.on_restored(articles, notices),
            (Answer::Written, Subject::Position(file, (position, _))) => self.on_written(&file, position),
            (Answer::Merged(taken), Subject::Position(file, (position, _))) => {
                self.on_merged(&file, position, *taken, now)
            }
            (Answer::Queue { left_out }, _) => self.on_queue(left_out),
            (Answer::QueueItems(found), _) => self.on_queue_items(found),
            (Answer::Feedback(all), _) => self.on_feedback(&all),
            (Answer::GoldFilling(found), _) => {
                self.on_filling_found(found);
                Vec::new()
            }
            (Answer::Ends(found), _) => {
                self.on_link_ends(found);
                Vec::new()
            }
            (Answer::Board(board), _) => {
                self.on_board(board);
                Vec::new()
            }
            (Answer::ClaimSearch(board, search), _) => self.on_claim_search(board, search),
            (Answer::Progress(progress), _) => {
                self.figures.progress = Some(progress);
                Vec::new()
            }
            (Answer::Scores(scores), _) => {
                self.on_scores(Ok(scores));
                Vec::new()
            }
            (Answer::Agreement(report), _) => {
                self.on_compared(Ok(report));
                Vec::new()
            }
            (Answer::Transfer(outcome), _) => self.on_transferred(outcome),
            (Answer::Report(written), _) => on_report(written),
            (Answer::Entities(answer), _) => self.on_entities(answer, now),
            (Answer::Preview(rows), _) => {
                self.on_previewed(Ok(rows));
                Vec::new()
            }
            // Copies that were set aside: what is on disk is what is shown already.
            (
                Answer::CopiesSaved(_)
                | Answer::Written
                | Answer::Merged(_)
                | Answer::Others { .. }
                | Answer::Copy(_)
                | Answer::SetAside(_),
                _,
            ) => Vec::new(),
        }
    }
}

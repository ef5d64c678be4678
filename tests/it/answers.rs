//! Jobs that a session begins, answered by hand.

use std::cell::RefCell;
use std::collections::HashMap;

use tippani::jobs::{
    Answer, ArticleFile, Job, JobError, JobId, JobKind, LoadedArticle, Message, Request, ScannedWorkspace,
};
use tippani::model::KnownSchema;
use tippani::session::{Effect, Event};

/// The jobs of this kind that these effects begin.
pub(crate) fn begun(effects: &[Effect], kind: JobKind) -> Vec<&Job> {
    let jobs = effects.iter().filter_map(|effect| match effect {
        Effect::Begin(job) => Some(&**job),
        _ => None,
    });
    jobs.filter(|job| job.id.kind == kind).collect()
}

/// The identity of the one job of this kind that these effects begin.
#[track_caller]
pub(crate) fn id(effects: &[Effect], kind: JobKind) -> JobId {
    let [job] = begun(effects, kind)[..] else { panic!("not one {kind:?}: {effects:?}") };
    job.id
}

/// A job has this answer.
pub(crate) fn answered(id: JobId, answer: Answer) -> Event {
    Event::Job(Message::Finished(id, Ok(answer)))
}

/// A job has no answer.
pub(crate) fn failed(id: JobId, error: JobError) -> Event {
    Event::Job(Message::Finished(id, Err(error)))
}

/// A folder without a workspace file was scanned.
pub(crate) fn scanned(id: JobId, root: &str, articles: Vec<ArticleFile>) -> Event {
    let scanned = ScannedWorkspace {
        root: root.into(),
        articles,
        details: std::sync::Arc::default(),
        known_schema: KnownSchema::default(),
        guidelines: None,
        select: None,
        issues: Vec::new(),
        left: Vec::new(),
        unsaved: Vec::new(),
    };
    answered(id, Answer::Scanned(Box::new(scanned)))
}

/// An article was read.
pub(crate) fn loaded(id: JobId, article: LoadedArticle) -> Event {
    answered(id, Answer::Loaded(Box::new(article)))
}

thread_local! {
    /// The last save of each position, for tests that think in positions.
    static SAVES: RefCell<HashMap<u64, JobId>> = RefCell::default();
}

/// The position that these effects save, where they do.
pub(crate) fn save(effects: &[Effect]) -> Option<u64> {
    let job = *begun(effects, JobKind::Save).first()?;
    let Request::Save(request) = &job.request else { panic!("{job:?}") };
    SAVES.with_borrow_mut(|saves| saves.insert(request.position, job.id));
    Some(request.position)
}

/// The last save of a position is done.
pub(crate) fn saved(position: u64) -> Event {
    answered(SAVES.with_borrow(|saves| saves[&position]), Answer::Written)
}

/// The last save of a position failed.
pub(crate) fn not_saved(position: u64, reason: &str, kept: bool) -> Event {
    let error = JobError::NotSaved { reason: reason.to_owned(), kept };
    failed(SAVES.with_borrow(|saves| saves[&position]), error)
}

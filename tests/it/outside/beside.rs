//! Two articles side by side that are opened anew, or cannot be.

use std::sync::Arc;

use tippani::jobs::{Answer, ArticleFile, JobError, JobId, JobKind, LoadedArticle, Request};
use tippani::model::{AnnotationSet, Annotator, Document};
use tippani::session::{Effect, LibraryCommand, LockCommand, OpenArticle, Session, Writer};
use tippani::text::SourceText;

use super::session::lock_of;
use crate::answers::{answered, begun, failed, id, loaded, scanned};
use crate::session::now;

fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

/// The articles that these effects read.
fn read(effects: &[Effect]) -> Vec<(JobId, Arc<str>)> {
    let file = |job: &&tippani::jobs::Job| match &job.request {
        Request::Load(request) => (job.id, request.file.clone()),
        _ => panic!("{job:?}"),
    };
    begun(effects, JobKind::Load).iter().map(file).collect()
}

/// All that these effects read is read; but for the article that is `lost`.
fn arrive(session: &mut Session, effects: &[Effect], lost: &str) {
    for (job, file) in read(effects) {
        let event = if &*file == lost {
            failed(job, JobError::Failed("it is gone".to_owned()))
        } else {
            let (text, sha256) = (SourceText::new("one two three"), "".into());
            let document = Document { file, text, sha256, language: None };
            loaded(
                job,
                LoadedArticle::new(document, AnnotationSet::new(session.annotator().unwrap().clone())),
            )
        };
        let _ = session.on_event(event, &now(3));
    }
}

/// A session of asha's in a folder of three articles, the first of which is open, and what it asked for.
fn opened() -> (Session, Vec<Effect>) {
    let mut session = Session::new(Some(who("asha")), 1);
    let effects = session.run(LibraryCommand::OpenWorkspace("corpus".into()), &now(0));
    let entry =
        |file: &str| ArticleFile { file: file.into(), bytes: 13, modified: 0, annotators: Vec::new() };
    let articles = ["a.txt", "b.txt", "c.txt"].map(entry).to_vec();
    let effects = session.on_event(scanned(id(&effects, JobKind::Scan), "corpus", articles), &now(0));
    arrive(&mut session, &effects, "");
    (session, effects)
}

/// What is worked on, and what is beside it.
fn shown(session: &Session) -> (Option<&str>, Option<&str>) {
    (session.article().map(file), session.beside().map(file))
}

fn file(article: &OpenArticle) -> &str {
    &article.document().file
}

/// Opens another article beside the one on screen.
fn open_beside(session: &mut Session, file: &str, lost: &str) {
    let effects = session.run(LibraryCommand::OpenBeside(file.into()), &now(1));
    arrive(session, &effects, lost);
}

fn open(session: &mut Session, file: &str) {
    let effects = session.run(LibraryCommand::OpenArticle(file.into()), &now(5));
    arrive(session, &effects, "");
}

#[test]
fn both_are_opened_anew_for_another_annotator_and_where_the_lock_is_had() {
    let for_another: fn(&mut Session, JobId) -> Vec<Effect> =
        |session, _| session.run(LibraryCommand::SetAnnotator(who("ravi")), &now(2));
    let with_the_lock: fn(&mut Session, JobId) -> Vec<Effect> = |session, lock| {
        let elsewhere = Writer::Elsewhere { holder: None, is_alive: true };
        let _ = session.on_event(answered(lock, Answer::Lock(elsewhere)), &now(2));
        let effects = session.run(LockCommand::TryAgain, &now(2));
        session.on_event(answered(id(&effects, JobKind::Lock), Answer::Lock(Writer::Here)), &now(2))
    };
    for reopen in [for_another, with_the_lock] {
        for (lost, expected) in [("", Some("a.txt")), ("a.txt", None)] {
            let (mut session, effects) = opened();
            open_beside(&mut session, "b.txt", "");
            assert_eq!(shown(&session), (Some("b.txt"), Some("a.txt")));
            let effects = reopen(&mut session, lock_of(&effects));
            assert_eq!(shown(&session), (None, None), "nothing is beside nothing");
            arrive(&mut session, &effects, lost);
            assert_eq!(shown(&session), (Some("b.txt"), expected), "{lost}");
            // What could not be read does not come back unasked.
            open(&mut session, "c.txt");
            assert_eq!(shown(&session), (Some("c.txt"), expected), "{lost}");
        }
    }
}

#[test]
fn an_article_that_cannot_be_opened_leaves_the_other_one_alone() {
    let (mut session, _) = opened();
    open_beside(&mut session, "b.txt", "b.txt");
    assert_eq!(shown(&session), (Some("a.txt"), None));
    open(&mut session, "c.txt");
    assert_eq!(shown(&session), (Some("c.txt"), None), "the first one is not beside it");
}

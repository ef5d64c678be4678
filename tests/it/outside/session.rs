//! A session that hears of what other programs changed.

use std::sync::Arc;

use tippani::analysis::merge;
use tippani::jobs::{
    Answer, ArticleFile, JobId, JobKind, JobProgress, LoadedArticle, Message, OutsideChange, Request, TakenIn,
};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, KnownSchema,
};
use tippani::read_model::{ArticleUpdate, CorpusArticle};
use tippani::session::{
    AnnotateCommand, Effect, Event, LibraryCommand, ReviewCommand, SaveCommand, SaveState, Session,
};
use tippani::text::{ByteOffset, Granularity, SourceText, Span};

use crate::answers::{answered, begun, id, loaded, not_saved, save, saved, scanned};
use crate::session::{drag, now, shown, tag};

fn document(text: &str, sha256: &str) -> Document {
    Document { file: "a.txt".into(), text: SourceText::new(text), sha256: sha256.into(), language: None }
}

pub(super) fn article(text: &str, sha256: &str) -> LoadedArticle {
    LoadedArticle::new(document(text, sha256), AnnotationSet::new(asha()))
}

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

/// A session of asha's with one article, which ravi has annotations of, and what it asked for when the folder was opened.
pub(super) fn opened(text: &str) -> (Session, Vec<Effect>) {
    let mut session = Session::new(Some(asha()), 1);
    let effects = session.run(LibraryCommand::OpenWorkspace("corpus".into()), &now(0));
    let entry = ArticleFile {
        file: "a.txt".into(),
        bytes: text.len() as u64,
        modified: 0,
        annotators: vec![asha(), Annotator::new("ravi").unwrap()],
    };
    let effects = session.on_event(scanned(id(&effects, JobKind::Scan), "corpus", vec![entry]), &now(0));
    let load = id(&effects, JobKind::Load);
    let _ = session.on_event(loaded(load, article(text, "first")), &now(0));
    (session, effects)
}

/// The lock that was asked for: before the article is.
#[track_caller]
pub(super) fn lock_of(effects: &[Effect]) -> JobId {
    let kinds: Vec<JobKind> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Begin(job) => Some(job.id.kind),
            _ => None,
        })
        .collect();
    let place = |kind: JobKind| kinds.iter().position(|k| *k == kind).unwrap();
    assert!(place(JobKind::Lock) < place(JobKind::Load), "{kinds:?}");
    id(effects, JobKind::Lock)
}

/// Other programs changed this.
pub(super) fn changed(watch: JobId, changes: Vec<OutsideChange>) -> Event {
    Event::Job(Message::Progress(watch, JobProgress::Changed(changes)))
}

pub(super) fn sidecar(annotator: &str) -> OutsideChange {
    OutsideChange::Sidecar { file: "a.txt".into(), annotator: Annotator::new(annotator).unwrap() }
}

/// The set that these effects save.
#[track_caller]
fn sent(effects: &[Effect]) -> (JobId, AnnotationSet, u64) {
    let job = begun(effects, JobKind::Save)[0];
    let Request::Save(request) = &job.request else { panic!("{job:?}") };
    (job.id, request.set.clone(), request.merges)
}

/// Somebody else's annotation of the word that begins there, in the annotator's own set.
pub(super) fn theirs(session: &Session, id: &str, at: usize) -> Annotation {
    let text = &session.article().unwrap().document().text;
    let end = text.as_str()[at..].find(' ').map_or(text.as_str().len(), |length| at + length);
    let span = Span::new(text, ByteOffset::new(at), ByteOffset::new(end)).unwrap();
    let at = "2026-01-02T03:04:05Z".parse().unwrap();
    Annotation::new(AnnotationId::new(id), AnnotationKind::Entity, "location", span.into(), at)
}

/// The save of that set is answered: another program had added an annotation.
fn merged(session: &Session, id: JobId, sent: &AnnotationSet) -> Event {
    merged_with(session, id, sent, "01THEIRS", 0)
}

/// The same: another program had annotated the word that begins there.
fn merged_with(session: &Session, id: JobId, sent: &AnnotationSet, theirs_id: &str, at: usize) -> Event {
    let mut on_disk = sent.clone();
    on_disk.insert(theirs(session, theirs_id, at));
    let set = merge(Some(sent), sent, &on_disk).set;
    answered(id, Answer::Merged(Box::new(TakenIn { sent: sent.clone(), set, conflicts: Vec::new() })))
}

fn said(effects: &[Effect]) -> Vec<&str> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(notice) => Some(notice.text.as_str()),
        _ => None,
    });
    told.collect()
}

#[test]
fn what_another_program_adds_to_the_own_sidecar_appears() {
    let (mut session, effects) = opened("one two three");
    let effects = session.on_event(changed(id(&effects, JobKind::Watch), vec![sidecar("asha")]), &now(10));
    let (job, set, merges) = sent(&effects);
    assert_eq!((set.annotations().len(), merges), (0, 0), "it is merged where it is saved");
    let event = merged(&session, job, &set);
    let effects = session.on_event(event, &now(20));
    assert_eq!(said(&effects), ["Another program changed your annotations of a.txt: 1 annotation taken in"]);
    assert_eq!(shown(&session), ["location: one"]);
    assert!(!session.is_dirty(), "it is on disk");
    assert_eq!(session.article().unwrap().save_state(), SaveState::Saved);
    // It is nothing that was done here: there is nothing to take back, and nothing for the journal.
    let _ = session.run(AnnotateCommand::Undo, &now(30));
    assert_eq!(shown(&session), ["location: one"]);
    assert!(!session.is_dirty() && session.unkept().is_none());
    let _ = session.run(AnnotateCommand::SetState(tippani::model::State::Done), &now(40));
    let (_, _, merges) = sent(&session.on_event(Event::Tick, &now(2_000)));
    assert_eq!(merges, 1, "the save says that it has heard of the merge");
}

#[test]
fn what_is_annotated_meanwhile_stays() {
    let (mut session, effects) = opened("one two three");
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let watch = id(&effects, JobKind::Watch);
    let effects = session.on_event(changed(watch, vec![sidecar("asha")]), &now(10));
    let (job, set, _) = sent(&effects);
    let _ = session.run(tag("person"), &now(20));
    let event = merged(&session, job, &set);
    let _ = session.on_event(event, &now(30));
    assert_eq!(shown(&session), ["location: one", "person: two"]);
    assert!(session.is_dirty(), "what was annotated meanwhile is not on disk");
    let (_, set, merges) = sent(&session.on_event(Event::Tick, &now(2_000)));
    assert_eq!((set.annotations().len(), merges), (2, 1));
}

#[test]
fn undo_takes_back_what_was_done_here_and_nothing_of_others() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(10));
    let effects = session.on_event(changed(watch, vec![sidecar("asha")]), &now(20));
    let (job, set, _) = sent(&effects);
    let event = merged(&session, job, &set);
    let _ = session.on_event(event, &now(30));
    assert_eq!(shown(&session), ["location: one", "person: two"]);
    let _ = session.run(AnnotateCommand::Undo, &now(40));
    assert_eq!(shown(&session), ["location: one"]);
    // What was undone can be done again, though others were at work meanwhile.
    let (job, set, _) = sent(&session.on_event(changed(watch, vec![sidecar("asha")]), &now(50)));
    let event = merged_with(&session, job, &set, "01THEIRS2", 8);
    let _ = session.on_event(event, &now(60));
    assert_eq!(shown(&session), ["location: one", "location: three"]);
    let _ = session.run(AnnotateCommand::Redo, &now(70));
    assert_eq!(shown(&session), ["location: one", "person: two", "location: three"]);
}

#[test]
fn a_step_whose_work_another_program_changed_stays() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(10));
    let (job, set, _) = sent(&session.on_event(changed(watch, vec![sidecar("asha")]), &now(20)));
    let mut on_disk = set.clone();
    let mut changed = Annotation::clone(&on_disk.annotations()[0]);
    "theirs".clone_into(&mut changed.note);
    on_disk.insert(changed);
    let taken = TakenIn { sent: set, set: on_disk, conflicts: Vec::new() };
    let _ = session.on_event(answered(job, Answer::Merged(Box::new(taken))), &now(30));
    let effects = session.run(AnnotateCommand::Undo, &now(40));
    assert_eq!(said(&effects), ["Not changed: what “Tag as Person” did was changed since"]);
    assert_eq!(session.article().unwrap().set().annotations()[0].note, "theirs");
}

#[test]
fn a_colleagues_sidecar_is_read_again() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    let effects = session.on_event(changed(watch, vec![sidecar("ravi")]), &now(10));
    let read = begun(&effects, JobKind::ReadArticles);
    assert!(
        matches!(&read[0].request, Request::ReadArticles { files, .. } if **files == [Arc::<str>::from("a.txt")])
    );
    assert!(begun(&effects, JobKind::LoadOthers).is_empty(), "nobody looks at it");
    let ravi = Annotator::new("ravi").unwrap();
    let _ = session.run(ReviewCommand::ShowAnnotators(vec![ravi]), &now(20));
    let effects = session.on_event(changed(watch, vec![sidecar("ravi")]), &now(30));
    assert_eq!(begun(&effects, JobKind::LoadOthers).len(), 1);
    assert!(begun(&effects, JobKind::Save).is_empty() && begun(&effects, JobKind::Rescan).is_empty());
}

#[test]
fn whatever_is_new_in_the_folder_is_looked_for() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    for change in [sidecar("maya"), OutsideChange::Folder, OutsideChange::Article("b.txt".into())] {
        let effects = session.on_event(changed(watch, vec![change]), &now(10));
        assert_eq!(begun(&effects, JobKind::Rescan).len(), 1);
        assert!(session.scanning().is_none(), "nobody has asked for it");
    }
    let effects = session.on_event(changed(watch, vec![OutsideChange::Folder]), &now(20));
    let found = ["a.txt", "b.txt"].map(|file| ArticleFile {
        file: file.into(),
        bytes: 1,
        modified: 0,
        annotators: Vec::new(),
    });
    let found = tippani::jobs::ScannedWorkspace {
        root: "corpus".into(),
        articles: found.to_vec(),
        details: Arc::default(),
        known_schema: KnownSchema::default(),
        guidelines: Some("# New".into()),
        select: None,
        issues: Vec::new(),
        left: Vec::new(),
        unsaved: Vec::new(),
    };
    let effects = session
        .on_event(answered(id(&effects, JobKind::Rescan), Answer::Rescanned(Box::new(found))), &now(30));
    assert_eq!(session.library().unwrap().articles().len(), 2);
    assert_eq!(session.guidelines().map(|text| &**text), Some("# New"));
    assert!(said(&effects).is_empty() && begun(&effects, JobKind::Load).is_empty());
    assert_eq!(session.article().unwrap().document().file, "a.txt".into());
}

/// The corpus was read anew: the article has another text.
fn reread(session: &mut Session, watch: JobId, text: &str, sha256: &str, at: u64) -> Vec<Effect> {
    let effects = session.on_event(changed(watch, vec![OutsideChange::Article("a.txt".into())]), &now(at));
    let read = begun(&effects, JobKind::ReadArticles)[0].id;
    let article = CorpusArticle::new(&document(text, sha256), None, Vec::new(), Vec::new());
    let update = ArticleUpdate { file: "a.txt".into(), article: Some(Arc::new(article)), asked: 0 };
    let progress = JobProgress::Read { updates: vec![update], done: 1 };
    session.on_event(Event::Job(Message::Progress(read, progress)), &now(at))
}

#[test]
fn an_article_whose_text_was_changed_is_opened_again() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    assert!(begun(&reread(&mut session, watch, "one two three", "first", 10), JobKind::Load).is_empty());
    let effects = reread(&mut session, watch, "another", "second", 20);
    let load = id(&effects, JobKind::Load);
    let _ = session.on_event(loaded(load, article("another", "second")), &now(30));
    assert_eq!(session.article().unwrap().document().text.as_str(), "another");
}

#[test]
fn work_on_a_text_that_was_changed_is_kept_before_the_article_is_opened_again() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(10));
    let effects = reread(&mut session, watch, "another", "second", 20);
    assert!(begun(&effects, JobKind::Load).is_empty(), "there is work on it");
    let position = save(&effects).unwrap();
    let effects = session.on_event(not_saved(position, "the article itself has changed", true), &now(30));
    let load = id(&effects, JobKind::Load);
    // Work that is done after that is kept first, too.
    let _ = session.run(AnnotateCommand::SetNote("x".to_owned()), &now(40));
    let _ = session.on_event(loaded(load, article("another", "second")), &now(50));
    assert_eq!(shown(&session), ["person: two"]);
    let position = save(&session.on_event(Event::Tick, &now(2_000))).unwrap();
    let effects = session.on_event(not_saved(position, "the article itself has changed", true), &now(2_010));
    let _ = session.on_event(loaded(id(&effects, JobKind::Load), article("another", "second")), &now(2_020));
    assert_eq!(session.article().unwrap().document().text.as_str(), "another");
}

/// Work that is kept in the journal while the new text is read may have come after the journal was read for it.
#[test]
fn work_that_is_kept_while_a_changed_text_is_read_is_in_what_is_opened() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    let load = id(&reread(&mut session, watch, "another", "second", 10), JobKind::Load);
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(20));
    let keep = id(&session.on_event(Event::Tick, &now(20)), JobKind::Keep);
    let _ = session.on_event(answered(keep, Answer::Kept), &now(30));
    let effects = session.on_event(loaded(load, article("another", "second")), &now(40));
    assert_eq!(shown(&session), ["person: two"], "what was read may not have it");
    let load = id(&effects, JobKind::Load);
    let _ = session.on_event(loaded(load, article("another", "second")), &now(50));
    assert_eq!(session.article().unwrap().document().text.as_str(), "another");
}

/// A folder was found that is another one than the open one.
fn other_folder(session: &mut Session, at: u64) -> Event {
    let effects = session.run(LibraryCommand::OpenWorkspace("other".into()), &now(at));
    scanned(id(&effects, JobKind::Scan), "other", Vec::new())
}

/// A session with a change, the save of which is under way.
fn saving() -> (Session, u64) {
    let (mut session, _) = opened("one two three");
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &now(10));
    let position = save(&session.run(SaveCommand::Save, &now(20))).unwrap();
    (session, position)
}

#[test]
fn a_window_that_is_to_close_closes_whatever_folder_is_found_meanwhile() {
    for closes_first in [true, false] {
        let (mut session, position) = saving();
        let found = other_folder(&mut session, 30);
        if closes_first {
            let _ = session.run(SaveCommand::Close, &now(40));
            let _ = session.on_event(found, &now(50));
        } else {
            let _ = session.on_event(found, &now(40));
            let _ = session.run(SaveCommand::Close, &now(50));
        }
        let effects = session.on_event(saved(position), &now(60));
        assert!(effects.contains(&Effect::Close), "{closes_first}: {effects:?}");
        assert!(session.leaving().is_none());
    }
}

#[test]
fn the_annotator_changes_and_the_folder_opens_whichever_was_asked_for_first() {
    let ravi = Annotator::new("ravi").unwrap();
    for annotator_first in [true, false] {
        let (mut session, position) = saving();
        let found = other_folder(&mut session, 30);
        let command = LibraryCommand::SetAnnotator(ravi.clone());
        if annotator_first {
            let _ = session.run(command, &now(40));
            let _ = session.on_event(found, &now(50));
        } else {
            let _ = session.on_event(found, &now(40));
            let _ = session.run(command, &now(50));
        }
        let effects = session.on_event(saved(position), &now(60));
        assert_eq!(session.annotator(), Some(&ravi));
        assert_eq!(session.library().unwrap().root(), std::path::Path::new("other"));
        let lock = begun(&effects, JobKind::Lock);
        let Request::Lock { root, annotator, .. } = &lock.last().unwrap().request else { panic!("{lock:?}") };
        assert_eq!((root.to_str(), annotator), (Some("other"), &ravi));
    }
}

#[test]
fn changes_in_a_folder_that_was_left_are_nobodys() {
    let (mut session, effects) = opened("one two three");
    let watch = id(&effects, JobKind::Watch);
    let found = other_folder(&mut session, 10);
    let _ = session.on_event(found, &now(20));
    assert_eq!(session.on_event(changed(watch, vec![OutsideChange::Folder]), &now(30)), []);
}

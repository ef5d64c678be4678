//! A session whose annotator is at work in another window.

use tippani::jobs::{Answer, JobKind, Request};
use tippani::model::Annotator;
use tippani::session::{
    AnnotateCommand, Effect, FeedbackCommand, LockCommand, MergeCommand, Notice, SaveCommand, SelectCommand,
    Session, Severity, Writer,
};
use tippani::text::Granularity;

use super::session::{article, changed, lock_of, opened, sidecar, theirs};
use crate::answers::{answered, begun, id};
use crate::session::{drag, now, shown, tag};

fn elsewhere(is_alive: bool) -> Answer {
    Answer::Lock(Writer::Elsewhere { holder: Some("pc-7, since 10:42".to_owned()), is_alive })
}

fn told(effects: &[Effect]) -> Vec<(Severity, &str)> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(Notice { severity, text }) => Some((*severity, text.as_str())),
        _ => None,
    });
    told.collect()
}

/// A session with one article open, where another window writes the annotator's files.
fn read_only() -> Session {
    let (mut session, effects) = opened("one two three");
    let lock = lock_of(&effects);
    let effects = session.on_event(answered(lock, elsewhere(true)), &now(0));
    assert_eq!(effects, [], "the bar over the text says it");
    session
}

#[test]
fn nothing_is_changed_where_another_window_writes() {
    let mut session = read_only();
    assert!(!session.can_annotate() && session.other_writer().is_some());
    drag(&mut session, "one ‹two› three", Granularity::Word);
    for command in [
        tag("person"),
        AnnotateCommand::SetState(tippani::model::State::Done).into(),
        AnnotateCommand::Undo.into(),
        AnnotateCommand::Redo.into(),
        FeedbackCommand::Return { annotators: vec![Annotator::new("ravi").unwrap()], comment: String::new() }
            .into(),
    ] {
        let effects = session.run(command, &now(1));
        let said = "This window is for reading only; see the bar above the text for what to do";
        assert_eq!(told(&effects), [(Severity::Warning, said)]);
    }
    assert!(shown(&session).is_empty() && !session.is_dirty());
    // Reading and selecting go on.
    let _ = session.run(SelectCommand::FinishSelection(Granularity::Word), &now(2));
    assert_eq!(session.next_due(), None);
}

#[test]
fn what_the_other_window_writes_appears_where_it_is_read() {
    let (mut session, effects) = opened("one two three");
    let _ = session.on_event(answered(lock_of(&effects), elsewhere(true)), &now(0));
    let watch = id(&effects, JobKind::Watch);
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let selected = session.article().unwrap().selection();
    let effects = session.on_event(changed(watch, vec![sidecar("asha")]), &now(10));
    assert_eq!(begun(&effects, JobKind::Save).len(), 0, "nothing is saved here");
    let mut loaded = article("one two three", "first");
    loaded.set.insert(theirs(&session, "01A", 0));
    let load = id(&effects, JobKind::Load);
    let _ = session.on_event(crate::answers::loaded(load, loaded), &now(20));
    assert_eq!(shown(&session), ["location: one"]);
    assert_eq!(session.article().unwrap().selection(), selected, "who reads is not interrupted");
    assert!(!session.is_dirty() && session.next_due().is_none());
    // It is taken out again.
    let effects = session.on_event(changed(watch, vec![sidecar("asha")]), &now(30));
    let load = id(&effects, JobKind::Load);
    let _ = session.on_event(crate::answers::loaded(load, article("one two three", "first")), &now(40));
    assert!(shown(&session).is_empty() && !session.is_dirty());
}

#[test]
fn files_are_not_moved_where_another_window_writes() {
    let mut session = read_only();
    for command in [
        tippani::session::Command::from(SaveCommand::SetAside { keep: true }),
        MergeCommand::MergeCopy("a.txt.asha.annotations (conflict).json".into()).into(),
    ] {
        let effects = session.run(command, &now(1));
        let said = "This window is for reading only; see the bar above the text for what to do";
        assert_eq!(told(&effects), [(Severity::Warning, said)]);
        assert_eq!(effects.len(), 1, "nothing is begun");
    }
}

#[test]
fn a_copy_that_cannot_be_merged_any_more_stays_where_it_is() {
    let (mut session, effects) = opened("one two three");
    let lock = lock_of(&effects);
    let path = "a.txt.asha.annotations (conflict).json";
    let copy = id(&session.run(MergeCommand::MergeCopy(path.into()), &now(1)), JobKind::LoadCopy);
    let _ = session.on_event(answered(lock, elsewhere(true)), &now(2));
    let mut set = session.article().unwrap().set().clone();
    set.insert(theirs(&session, "01A", 0));
    let effects = session.on_event(answered(copy, Answer::Copy(Box::new(set))), &now(3));
    let said = "This window is for reading only; see the bar above the text for what to do";
    assert_eq!(told(&effects), [(Severity::Warning, said)]);
    assert_eq!((begun(&effects, JobKind::SetCopyAside).len(), shown(&session).len()), (0, 0));
}

#[test]
fn who_tries_again_can_annotate_once_the_other_window_is_closed() {
    let mut session = read_only();
    let effects = session.run(LockCommand::TryAgain, &now(1));
    let lock = begun(&effects, JobKind::Lock)[0];
    assert!(matches!(&lock.request, Request::Lock { takes_over: false, .. }));
    let effects = session.on_event(answered(lock.id, elsewhere(true)), &now(1));
    assert_eq!(told(&effects), [(Severity::Info, "The other window is still annotating here")]);
    let effects = session.run(LockCommand::TryAgain, &now(2));
    let lock = id(&effects, JobKind::Lock);
    let effects = session.on_event(answered(lock, Answer::Lock(Writer::Here)), &now(2));
    assert_eq!(told(&effects), [(Severity::Success, "You can annotate here now")]);
    // What the other window wrote is read first.
    assert_eq!(begun(&effects, JobKind::Load).len(), 1);
    assert!(session.other_writer().is_none() && session.article().is_none());
}

#[test]
fn a_lock_is_taken_over_where_its_holder_is_dead() {
    let mut session = read_only();
    let effects = session.run(LockCommand::TakeOver, &now(1));
    let lock = begun(&effects, JobKind::Lock)[0];
    assert!(matches!(&lock.request, Request::Lock { takes_over: true, .. }));
    let _ = session.on_event(answered(lock.id, Answer::Lock(Writer::Here)), &now(1));
    // Whoever has it asks for nothing.
    assert_eq!(session.run(LockCommand::TryAgain, &now(2)), []);
}

#[test]
fn another_annotator_has_a_lock_of_their_own() {
    let mut session = read_only();
    let ravi = Annotator::new("ravi").unwrap();
    let effects = session.run(tippani::session::LibraryCommand::SetAnnotator(ravi.clone()), &now(1));
    let lock = begun(&effects, JobKind::Lock)[0];
    assert!(matches!(&lock.request, Request::Lock { annotator, .. } if *annotator == ravi));
    assert!(session.other_writer().is_none());
}

#[test]
fn a_lock_that_cannot_be_had_is_told_and_hinders_nobody() {
    let (mut session, effects) = opened("one two three");
    let writer = Writer::Unguarded("the folder is read-only".to_owned());
    let effects = session.on_event(answered(lock_of(&effects), Answer::Lock(writer)), &now(0));
    let said = "Nothing keeps other windows from writing the same annotations: the folder is read-only";
    assert_eq!(told(&effects), [(Severity::Warning, said)]);
    assert!(session.can_annotate());
}

//! Work that is not on disk yet: when it is saved, what is typed, and what becomes of it when everything is left.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use tippani::jobs::{Answer, JobError, JobKind, Message, ScannedWorkspace};
use tippani::model::{Annotator, AttributeValue, KnownSchema, State, Value};
use tippani::session::{
    AnnotateCommand, Command, Effect, Event, LeaveAnswer, LibraryCommand, SaveCommand, SaveState, Session,
};
use tippani::text::Granularity;
use tippani::words::{Language, set_language};

use crate::answers::{self, not_saved, save, saved};
use crate::session::{drag, now, open, tag};

/// Says how far the article is: a change that can be made again and again.
fn change(session: &mut Session, at: u64) {
    let state =
        if session.article().unwrap().set().state() == State::Done { State::Todo } else { State::Done };
    let effects = session.run(AnnotateCommand::SetState(state), &now(at));
    assert_eq!(effects, [], "a change alone saves nothing");
}

fn failed(position: u64, kept: bool) -> Event {
    not_saved(position, "the disk is full", kept)
}

proptest! {
    #[test]
    fn no_change_waits_longer_than_a_second(
        pauses in prop::collection::vec(1u64..1_500, 1..40),
        answers in prop::collection::vec(1u64..3_000, 40),
    ) {
        const STEP: u64 = 10;
        let mut session = marked();
        let mut changes = pauses.iter().scan(1_000, |at, pause| { *at += pause; Some(*at) }).peekable();
        let last = pauses.iter().sum::<u64>() + 1_000;
        let (mut saves, mut answers) = (Vec::new(), answers.into_iter());
        let (mut in_flight, mut answered) = (None::<(u64, u64)>, 0);
        let mut waiting: Vec<u64> = Vec::new();
        for at in (1_000..last + 10_000).step_by(STEP as usize) {
            while changes.next_if(|change| *change <= at).is_some() {
                // Never the same as what is on disk, so that each has to be saved.
                let _ = session.run(AnnotateCommand::SetNote(format!("{at}")), &now(at));
                let _ = session.run(AnnotateCommand::EndTyping, &now(at));
                waiting.push(at);
            }
            if let Some((position, _)) = in_flight.filter(|(_, until)| *until <= at) {
                let _ = session.on_event(saved(position), &now(at));
                (in_flight, answered) = (None, at);
            }
            if let Some(position) = save(&session.on_event(Event::Tick, &now(at))) {
                prop_assert!(in_flight.is_none(), "one save at a time");
                for change in waiting.drain(..) {
                    let due = answered.max(change + 1_000);
                    prop_assert!(at <= due + STEP, "made at {}, saved at {}, due at {}", change, at, due);
                }
                saves.push(at);
                in_flight = Some((position, at + answers.next().unwrap_or(1)));
            }
        }
        prop_assert!(waiting.is_empty() && !session.is_dirty());
        prop_assert!(saves.windows(2).all(|two| two[1] - two[0] >= 400), "not one save for each change: {:?}", saves);
    }
}

/// A session with one mark, saved.
fn marked() -> Session {
    let mut session = open("one two three");
    drag(&mut session, "‹one› two three", Granularity::Word);
    let _ = session.run(tag("person"), &now(1));
    let position = save(&session.run(SaveCommand::Save, &now(2))).unwrap();
    let _ = session.on_event(saved(position), &now(3));
    assert_eq!(session.article().unwrap().save_state(), SaveState::Saved);
    session
}

fn note(session: &Session) -> String {
    session.article().unwrap().set().annotations()[0].note.clone()
}

fn undo_name(session: &Session) -> String {
    session.undo_name().unwrap_or_default().to_owned()
}

#[test]
fn a_save_that_fails_is_told_once_and_taken_back_whatever_is_spoken() {
    let mut session = marked();
    change(&mut session, 1_000);
    let fail = |session: &mut Session, at| {
        let id = answers::id(&session.on_event(Event::Tick, &now(at)), JobKind::Save);
        let error = JobError::Failed("the disk is full".to_owned());
        let effects = session.on_event(answers::failed(id, error), &now(at + 1));
        let told = effects.into_iter().filter_map(|effect| match effect {
            Effect::Notify(notice) => Some(notice.text),
            _ => None,
        });
        told.collect::<Vec<String>>()
    };
    let told = fail(&mut session, 2_000);
    assert_eq!(told, ["Not saved: the disk is full. It is kept in this window only"]);
    set_language(Language::Hindi);
    assert!(fail(&mut session, 20_000).is_empty(), "it is no news");
    let SaveState::Failed(shown) = session.article().unwrap().save_state() else { panic!("it is saved") };
    assert!(shown.starts_with("सहेजा नहीं गया: the disk is full"), "{shown}");
    let position = save(&session.on_event(Event::Tick, &now(40_000))).unwrap();
    let effects = session.on_event(saved(position), &now(40_001));
    assert!(effects.contains(&Effect::Withdraw(told[0].clone())), "{effects:?}");
}

#[test]
fn each_letter_is_a_change_and_a_run_of_them_one_step_of_undo() {
    let mut session = marked();
    let letters = |session: &mut Session, words: &[&str]| {
        for word in words {
            let _ = session.run(AnnotateCommand::SetNote((*word).to_owned()), &now(10));
            assert_eq!(session.article().unwrap().save_state(), SaveState::Changed, "{word}");
        }
    };
    letters(&mut session, &["s", "su", "sur", "sure"]);
    let _ = session.run(AnnotateCommand::EndTyping, &now(11));
    letters(&mut session, &["sure?"]);
    assert_eq!((note(&session).as_str(), undo_name(&session).as_str()), ("sure?", "Edit note"));
    let steps = ["sure", "", ""];
    for (n, left) in steps.into_iter().enumerate() {
        assert_eq!(undo_name(&session), ["Edit note", "Edit note", "Tag as Person"][n]);
        if n < 2 {
            let _ = session.run(AnnotateCommand::Undo, &now(12));
            assert_eq!(note(&session), left);
        }
    }
    assert!(!session.is_dirty(), "it is as it was saved");
    let _ = session.run(AnnotateCommand::Redo, &now(13));
    assert_eq!(note(&session), "sure");
}

#[test]
fn words_taken_back_letter_by_letter_were_never_typed() {
    let mut session = marked();
    let before = session.article().unwrap().set().clone();
    for word in ["n", "no", "n", ""] {
        let _ = session.run(AnnotateCommand::SetNote(word.to_owned()), &now(10));
    }
    assert_eq!((session.article().unwrap().set(), undo_name(&session).as_str()), (&before, "Tag as Person"));
    assert!(!session.is_dirty());
    // What was saved in between has to be saved again.
    let _ = session.run(AnnotateCommand::SetNote("n".into()), &now(10));
    let position = save(&session.run(SaveCommand::Save, &now(11))).unwrap();
    let _ = session.on_event(saved(position), &now(12));
    let _ = session.run(AnnotateCommand::SetNote(String::new()), &now(13));
    assert_eq!((session.article().unwrap().set(), session.is_dirty()), (&before, true));
}

#[test]
fn another_field_is_another_step() {
    let mut session = marked();
    let value = |text: &str| Some(AttributeValue::from(Value::Text(text.to_owned())));
    let attribute = |name: &str, text: &str| {
        Command::Annotate(AnnotateCommand::TypeAttribute { attribute: name.into(), value: value(text) })
    };
    for command in [
        attribute("topic", "w"),
        attribute("topic", "wa"),
        Command::Annotate(AnnotateCommand::SetNote("n".into())),
        attribute("topic", "war"),
        attribute("medium", "tv"),
    ] {
        let _ = session.run(command, &now(10));
    }
    let mut steps = Vec::new();
    while undo_name(&session) != "Tag as Person" {
        steps.push(undo_name(&session));
        let _ = session.run(AnnotateCommand::Undo, &now(11));
    }
    assert_eq!(steps, ["Set Medium", "Set Topic", "Edit note", "Set Topic"]);
}

/// A session with a change, and the position it is saved at.
fn changed() -> (Session, u64) {
    let mut session = marked();
    change(&mut session, 100);
    // What goes to the journal is on its way.
    let _ = session.on_event(Event::Tick, &now(100));
    let position = session.article().unwrap().position();
    (session, position)
}

fn closes(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Close)
}

#[test]
fn a_window_closes_when_all_work_is_safe() {
    let mut session = marked();
    assert_eq!(session.run(SaveCommand::Close, &now(5)), [Effect::Close], "nothing to save");

    let (mut session, position) = changed();
    let effects = session.run(SaveCommand::Close, &now(101));
    assert_eq!((save(&effects), closes(&effects)), (Some(position), false));
    // Another change while it is being written.
    change(&mut session, 102);
    let effects = session.on_event(saved(position), &now(103));
    let position = save(&effects).unwrap();
    assert!(!closes(&effects));
    assert!(closes(&session.on_event(saved(position), &now(104))));

    let (mut session, position) = changed();
    let _ = save(&session.run(SaveCommand::Close, &now(101)));
    assert!(closes(&session.on_event(failed(position, true), &now(102))), "the journal has it");
}

#[test]
fn work_that_could_not_be_kept_is_asked_about() {
    let asked = || {
        let (mut session, position) = changed();
        let _ = save(&session.run(SaveCommand::Close, &now(101)));
        assert!(!session.leaving().unwrap().asks());
        assert!(!closes(&session.on_event(failed(position, false), &now(102))));
        assert!(session.leaving().unwrap().asks());
        let at_risk = session.at_risk();
        assert_eq!((&*at_risk[0].file, at_risk[0].changes), ("a.txt", 1));
        assert_eq!(at_risk[0].reason.as_deref(), Some("the disk is full"));
        (session, position)
    };
    let (mut session, _) = asked();
    assert!(closes(&session.run(SaveCommand::Leave(LeaveAnswer::Discard), &now(103))));

    let (mut session, position) = asked();
    assert_eq!(session.run(SaveCommand::Leave(LeaveAnswer::Cancel), &now(103)), []);
    assert!(session.leaving().is_none() && session.is_dirty());
    assert!(!closes(&session.on_event(saved(position), &now(104))), "it was cancelled");

    let (mut session, position) = asked();
    let effects = session.run(SaveCommand::Leave(LeaveAnswer::TryAgain), &now(103));
    assert_eq!(save(&effects), Some(position));
    assert!(!session.leaving().unwrap().asks());
    assert!(closes(&session.on_event(saved(position), &now(104))));
}

#[test]
fn a_disk_that_does_not_answer_is_asked_about() {
    let (mut session, position) = changed();
    let _ = save(&session.run(SaveCommand::Close, &now(1_000)));
    let asks_at = session.next_due().unwrap();
    let _ = session.on_event(Event::Tick, &now(asks_at - 1));
    assert!(!session.leaving().unwrap().asks());
    let _ = session.on_event(Event::Tick, &now(asks_at));
    assert!(session.leaving().unwrap().asks());
    assert_eq!(session.at_risk()[0].reason, None);
    assert!(closes(&session.on_event(saved(position), &now(asks_at + 1))), "it has answered after all");
}

/// Looks at another folder.
fn scan_elsewhere(session: &mut Session) -> Event {
    let effects = session.run(LibraryCommand::OpenWorkspace("elsewhere".into()), &now(101));
    let scanned = ScannedWorkspace {
        root: PathBuf::from("elsewhere"),
        articles: Vec::new(),
        details: Arc::default(),
        known_schema: KnownSchema::default(),
        guidelines: Some(Arc::from("of elsewhere")),
        select: None,
        issues: Vec::new(),
        left: Vec::new(),
        unsaved: Vec::new(),
    };
    answers::answered(answers::id(&effects, JobKind::Scan), Answer::Scanned(Box::new(scanned)))
}

#[test]
fn another_folder_and_another_annotator_wait_for_work_to_be_safe() {
    /// Makes a change, goes elsewhere, and says how that ends for each way in which the save does.
    fn check(go: impl Fn(&mut Session) -> Vec<Effect>, is_there: impl Fn(&Session) -> bool) {
        let mut session = marked();
        go(&mut session);
        assert!(is_there(&session), "there is nothing to save");
        for kept in [true, false] {
            let (mut session, position) = changed();
            assert_eq!(save(&go(&mut session)), Some(position));
            assert!(!is_there(&session) && session.article().is_some());
            let _ = session.on_event(failed(position, kept), &now(102));
            assert_eq!(is_there(&session), kept);
            if !kept {
                assert!(session.leaving().unwrap().asks() && session.is_dirty());
                let _ = session.run(SaveCommand::Leave(LeaveAnswer::Discard), &now(103));
                assert!(is_there(&session));
            }
            assert!(session.leaving().is_none());
        }
    }
    check(
        |session| {
            let scanned = scan_elsewhere(session);
            session.on_event(scanned, &now(101))
        },
        |session| {
            let there = session.library().unwrap().root() == Path::new("elsewhere");
            assert_eq!(session.guidelines().is_some(), there, "guidelines come with their folder");
            there
        },
    );
    check(
        |session| session.run(LibraryCommand::SetAnnotator(Annotator::new("ravi").unwrap()), &now(101)),
        |session| session.annotator().unwrap().as_str() == "ravi",
    );
}

#[test]
fn changes_after_a_failed_save_are_tried_as_soon_as_others() {
    let (mut session, position) = changed();
    let due = session.next_due().unwrap();
    assert_eq!(save(&session.on_event(Event::Tick, &now(due))), Some(position));
    let _ = session.on_event(failed(position, true), &now(due + 10));
    assert!(session.next_due().unwrap() > due + 5_000, "nothing new: it is tried later");
    change(&mut session, due + 20);
    assert!(session.next_due().unwrap() <= due + 1_020, "it is tried again soon");
}

#[test]
fn only_work_of_others_is_said_to_wait() {
    /// Opens a folder with work that was left by these annotators, and gives what is told.
    fn check(left: &[&str], expected: &[&str]) {
        let mut session = marked();
        let whose = |who: &&str| ("a.txt".to_owned(), Annotator::new(who).unwrap());
        let left: Vec<_> = left.iter().map(whose).collect();
        let Event::Job(Message::Finished(id, Ok(Answer::Scanned(scanned)))) = scan_elsewhere(&mut session)
        else {
            panic!("a folder was looked at")
        };
        let scanned = ScannedWorkspace { unsaved: left.clone(), left, ..*scanned };
        let effects = session.on_event(answers::answered(id, Answer::Scanned(Box::new(scanned))), &now(103));
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Notify(notice) => notice.text.rsplit_once(": ").map(|(_, files)| files.to_owned()),
            _ => None,
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
    check(&["asha"], &[]);
    check(&["asha", "ravi"], &["a.txt (ravi)"]);
}

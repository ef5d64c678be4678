//! What goes to the journal: at once, and letters of a word together; and what is said of it meanwhile.

use proptest::prelude::*;
use tippani::edit::EditAction;
use tippani::jobs::{Answer, JobError, JobId, JobKind, KeepRequest, Request};
use tippani::model::State;
use tippani::session::{AnnotateCommand, Effect, Event, SaveCommand, Session};
use tippani::text::Granularity;

use crate::answers::{self, begun};
use crate::session::{drag, now, open, tag};

/// The job that keeps edits, where these effects begin one.
fn keep(effects: &[Effect]) -> Option<(JobId, KeepRequest)> {
    let job = *begun(effects, JobKind::Keep).first()?;
    let Request::Keep(request) = &job.request else { panic!("{job:?}") };
    Some((job.id, request.clone()))
}

fn tick(session: &mut Session, at: u64) -> Option<(JobId, KeepRequest)> {
    keep(&session.on_event(Event::Tick, &now(at)))
}

fn kept(id: JobId) -> Event {
    answers::answered(id, Answer::Kept)
}

fn is_kept(session: &Session) -> bool {
    session.article().unwrap().is_kept()
}

/// A session with a mark that nobody has kept.
fn marked() -> Session {
    let mut session = open("one two three");
    drag(&mut session, "‹one› two three", Granularity::Word);
    let _ = session.run(tag("person"), &now(1_000));
    session
}

#[test]
fn a_change_is_kept_at_once_and_those_made_meanwhile_together() {
    let mut session = marked();
    assert!(!is_kept(&session) && session.article().unwrap().is_at_risk());
    assert!(session.next_due().unwrap() <= 1_000, "it waits for nothing");
    let (first, request) = tick(&mut session, 1_001).unwrap();
    assert_eq!((request.edits.len(), request.annotator.as_str()), (1, "asha"));
    assert_eq!(request.edits[0].edit.parts[0].1.len(), 2, "the mark, and that the article is begun");
    for (n, state) in [State::Done, State::Todo, State::Done].into_iter().enumerate() {
        let _ = session.run(AnnotateCommand::SetState(state), &now(1_002 + n as u64));
    }
    assert_eq!(tick(&mut session, 1_010), None, "one after the other");
    let _ = session.on_event(kept(first), &now(1_011));
    assert!(!is_kept(&session), "not the last changes");
    let (second, request) = tick(&mut session, 1_012).unwrap();
    assert_eq!(request.edits.len(), 3);
    let last = request.edits[2].edit.step;
    let _ = session.on_event(kept(second), &now(1_013));
    assert!(is_kept(&session) && session.is_dirty() && !session.article().unwrap().is_at_risk());
    assert_eq!(session.unkept(), None);
    let _ = session.run(AnnotateCommand::Undo, &now(1_020));
    let (_, request) = tick(&mut session, 1_021).unwrap();
    let undo = &request.edits[0].edit;
    assert_eq!((undo.action, undo.step), (EditAction::Undo, last));
}

proptest! {
    #[test]
    fn no_letter_waits_longer_than_a_quarter_of_a_second(pauses in prop::collection::vec(1_u64..400, 1..40)) {
        const STEP: u64 = 5;
        let mut session = marked();
        let (id, _) = tick(&mut session, 1_001).unwrap();
        let _ = session.on_event(kept(id), &now(1_002));
        let typed: Vec<u64> = pauses.iter().scan(2_000, |at, pause| { *at += pause; Some(*at) }).collect();
        let (mut letters, mut waiting, mut writes) = (typed.iter().copied().peekable(), Vec::new(), 0);
        let mut note = String::new();
        for at in (2_000..typed.last().unwrap() + 1_000).step_by(STEP as usize) {
            while letters.next_if(|letter| *letter <= at).is_some() {
                note.push('x');
                let _ = session.run(AnnotateCommand::SetNote(note.clone()), &now(at));
                waiting.push(at);
            }
            let Some((id, request)) = tick(&mut session, at) else { continue };
            writes += 1;
            prop_assert_eq!(request.edits.len(), 1, "letters go together");
            for letter in waiting.drain(..) {
                prop_assert!(at - letter <= 200 + STEP, "typed at {}, kept at {}", letter, at);
            }
            let _ = session.on_event(kept(id), &now(at));
            prop_assert!(is_kept(&session));
        }
        prop_assert!(waiting.is_empty());
        let length = typed.last().unwrap() - typed[0];
        prop_assert!(writes <= 2 + length / 200, "{} writes in {} ms", writes, length);
    }
}

#[test]
fn what_cannot_be_kept_is_said_once_and_tried_again() {
    let mut session = marked();
    let fail = |session: &mut Session, id, at| {
        let error = JobError::Failed("the disk is full".to_owned());
        let effects = session.on_event(answers::failed(id, error), &now(at));
        effects.iter().filter(|effect| matches!(effect, Effect::Notify(_))).count()
    };
    let (id, _) = tick(&mut session, 1_001).unwrap();
    assert_eq!(fail(&mut session, id, 1_002), 1);
    assert!(session.article().unwrap().is_at_risk());
    assert_eq!(tick(&mut session, 1_500), None);
    let (id, request) = tick(&mut session, 11_002).unwrap();
    assert_eq!((request.edits.len(), fail(&mut session, id, 11_003)), (1, 0), "it was said");
    // Something new is not put off for so long.
    let _ = session.run(AnnotateCommand::SetState(State::Done), &now(11_010));
    let (id, request) = tick(&mut session, 12_010).unwrap();
    assert_eq!(request.edits.len(), 2, "nothing is left out");
    let _ = session.on_event(kept(id), &now(12_011));
    assert!(is_kept(&session));
}

#[test]
fn a_window_closes_when_all_is_kept_though_the_disk_does_not_answer() {
    let mut session = marked();
    let effects = session.run(SaveCommand::Close, &now(2_000));
    let (id, _) = keep(&effects).expect("it is kept before the window closes");
    assert!(!effects.contains(&Effect::Close) && answers::save(&effects).is_some());
    let _ = session.on_event(kept(id), &now(2_010));
    assert!(!session.on_event(Event::Tick, &now(6_000)).contains(&Effect::Close), "the disk may answer yet");
    assert!(session.on_event(Event::Tick, &now(7_000)).contains(&Effect::Close));
}

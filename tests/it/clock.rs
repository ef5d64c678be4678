//! A clock that is set back puts nothing off.

use std::time::{Duration, Instant};

use tippani::app::Clock;
use tippani::session::{AnnotateCommand, Event, LeaveAnswer, SaveCommand};
use tippani::text::Granularity;

use crate::answers::{not_saved, save};
use crate::session::{drag, open, tag};

#[test]
fn a_clock_set_back_puts_no_save_off() {
    let begun = Instant::now();
    let clock = Clock::new(begun, &"2026-01-02T10:00:00Z".parse().unwrap());
    let at =
        |millis: u64, wall: &str| clock.now(begun + Duration::from_millis(millis), wall.parse().unwrap());
    let mut session = open("one two three");
    drag(&mut session, "one ‹two› three", Granularity::Word);
    let _ = session.run(tag("person"), &at(1_000, "2026-01-02T10:00:01Z"));
    // A day back, between the change and its save.
    let saved = save(&session.on_event(Event::Tick, &at(2_000, "2026-01-01T10:00:02Z")));
    let position = saved.expect("a second later it is saved");
    let set_back = "2026-01-01T10:00:03Z";
    let _ = session.on_event(not_saved(position, "the disk is full", true), &at(3_000, set_back));
    let retried = save(&session.on_event(Event::Tick, &at(13_000, "2025-12-01T00:00:00Z")));
    assert_eq!(retried, Some(position), "it is tried again ten seconds later");
    // Whoever leaves is asked though the disk has not answered.
    let _ = session.run(AnnotateCommand::SetNote("x".to_owned()), &at(13_100, set_back));
    let _ = session.run(SaveCommand::Close, &at(13_200, set_back));
    let _ = session.on_event(Event::Tick, &at(18_200, "2025-12-01T00:00:05Z"));
    assert!(session.leaving().is_some_and(tippani::session::Leaving::asks));
    let _ = session.run(SaveCommand::Leave(LeaveAnswer::Cancel), &at(18_300, set_back));
}

//! Killed in the midst of work: what the window said was kept is there.

use std::time::Duration;

use crate::desktop::{Corpus, Display, until};
use crate::steady::{Article, Work, acknowledged, begin, wait_for};
use crate::{is_soak, rounds};

/// What was done longer ago than this is kept, in seconds.
const LOSS_WINDOW: f64 = 0.25;

/// Works at a pace and is killed at any moment, over and over.
fn check(work: Work, per_second: f64) {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let (mut kept_in_all, mut done_in_all, mut lost_in_all, mut most_lost) = (0, 0, 0, 0);
    for round in 0..rounds() {
        let article = Article::new(&corpus.root, round);
        let window = display.start(&article.path);
        let hands = begin(&display, &window, work, per_second);
        wait_for(&window, work, 2, Duration::from_millis(fastrand::u64(0..4_000)));
        window.signal("KILL");
        let (status, log) = window.end();
        drop(hands);
        assert!(!status.success());
        let (kept, done) = acknowledged(&log, work);

        let window = display.start(&article.path);
        until(&format!("{kept} of {done} in {}", article.sidecar.display()), || {
            (article.done(work) >= kept).then_some(())
        });
        let found = article.done(work);
        assert!(found <= done.max(kept) + 1, "{found} were found where {done} were made");
        window.quit();
        assert_eq!(corpus.kept(), 0, "all of it is saved");
        (kept_in_all, done_in_all) = (kept_in_all + kept, done_in_all + done);
        let lost = done.saturating_sub(found);
        (lost_in_all, most_lost) = (lost_in_all + lost, most_lost.max(lost));
    }
    eprintln!(
        "{work:?}, {per_second} a second, {} kills: {done_in_all} made, {kept_in_all} acknowledged and none of these lost; \
         {lost_in_all} lost before they were acknowledged, {most_lost} at most at once",
        rounds()
    );
    // A machine that does other work beside it is as slow as it is: the time is judged by the soak.
    if is_soak() {
        assert!(most_lost as f64 <= (per_second * LOSS_WINDOW).ceil(), "{most_lost} at once");
    }
}

#[test]
fn marks_one_a_second() {
    check(Work::Marks, 1.0);
}

#[test]
fn marks_at_a_steady_pace() {
    check(Work::Marks, 3.6);
}

#[test]
fn marks_as_fast_as_keys_come() {
    check(Work::Marks, 12.0);
}

#[test]
fn letters_of_a_note() {
    check(Work::Letters, 12.0);
}

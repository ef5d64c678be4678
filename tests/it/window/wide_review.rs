//! A review of more articles than are at hand at once: everything in it is reached, and looks as it does in a small one.

use std::collections::BTreeSet;

use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::kittest::Queryable as _;
use tippani::analysis::QueueOrder;
use tippani::jobs::WHOLE_ARTICLES;
use tippani::session::{QueueFilter, Review};

use super::driver::Window;
use super::steps::{has, show};
use crate::queue_parts::workspace;

/// Articles, each with one item.
const ARTICLES: usize = WHOLE_ARTICLES + 40;

struct Wide {
    window: Window,
    _folder: tempfile::TempDir,
    _journals: tempfile::TempDir,
}

impl Wide {
    /// A review of all of it, with the first item on screen.
    fn begin() -> Self {
        let (folder, journals) = (workspace(ARTICLES, 1), tempfile::tempdir().unwrap());
        let mut window = Window::of("lead", &folder.path().join("000.txt"), journals.path());
        window.wait("the list", Window::is_opened);
        window.press("Ctrl+R");
        let mut wide = Self { window, _folder: folder, _journals: journals };
        wide.window.wait("the queue", |w| review(w).is_some_and(|review| review.building().is_none()));
        assert_eq!(wide.review().len(), ARTICLES, "everything differs");
        wide.arrive();
        wide
    }

    fn review(&self) -> &Review {
        review(&self.window).unwrap()
    }

    /// Waits until the item is at hand, and its article on screen with everybody's marks.
    fn arrive(&mut self) {
        self.window.wait_quickly("the item", |w| {
            let article = w.harness.state().session().article().filter(|a| a.others().len() == 3);
            let item = review(w).and_then(Review::item);
            item.is_some() && article.map(|a| &a.document().file) == item.map(|item| &item.file)
        });
    }

    fn press(&mut self, key: &str) {
        self.window.press_once(key);
        self.arrive();
    }

    /// Where one is, in which article.
    fn place(&self) -> (usize, String) {
        (self.review().position(), self.review().item().unwrap().file.to_string())
    }
}

fn review(window: &Window) -> Option<&Review> {
    window.harness.state().session().review()
}

#[test]
fn a_review_of_many_articles_is_gone_through_by_key() {
    let mut wide = Wide::begin();
    let mut files = BTreeSet::from([wide.place().1]);
    for n in 1..ARTICLES {
        wide.press("n");
        assert_eq!(wide.review().position(), n);
        files.insert(wide.place().1);
    }
    assert_eq!(files.len(), ARTICLES, "one of each article");
    assert!(wide.review().items().count() < ARTICLES, "not all are at hand at once");
    // A quick hand loses no key though nothing of it is at hand.
    for _ in 1..ARTICLES {
        wide.window.press_once("p");
    }
    wide.arrive();
    assert_eq!(wide.place().0, 0);
}

#[test]
fn what_is_decided_in_many_articles_is_undone_in_them() {
    let mut wide = Wide::begin();
    let mut places = vec![wide.place()];
    for n in 0..ARTICLES {
        wide.window.press_once(["a", "b", "x"][n % 3]);
        wide.window.wait_quickly("the decision", |w| review(w).is_some_and(|r| r.decided() == n + 1));
        wide.arrive();
        places.push(wide.place());
    }
    assert_eq!(wide.review().agreed(), 0);
    for n in (ARTICLES - 3..ARTICLES).rev() {
        wide.window.press("Ctrl+Z");
        wide.window.wait_quickly("the undo", |w| review(w).is_some_and(|r| r.decided() == n));
        wide.arrive();
        assert_eq!(wide.place(), places[n]);
    }
    show(&mut wide.window, "Decided");
    wide.arrive();
    assert_eq!(wide.review().len(), ARTICLES - 3);
    show(&mut wide.window, QueueFilter::Open.name());
    wide.arrive();
    assert_eq!(wide.review().len(), 3);
    assert_eq!(wide.review().order(), QueueOrder::default());
}

#[test]
fn rows_that_come_into_sight_are_shown() {
    let mut wide = Wide::begin();
    let last = format!(", {}", wide.review().file_at(ARTICLES - 1).unwrap());
    assert!(!has(&wide.window, &last));
    let at = wide.window.harness.query_all_by_label_contains(", label, 00").next().unwrap().rect().center();
    wide.window.harness.event(Event::PointerMoved(at));
    wide.window.harness.step();
    for _ in 0..4 {
        wide.window.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -100_000.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        wide.window.settle();
    }
    wide.window.wait("the last row", |w| has(w, &last));
    assert_eq!(wide.place().0, 0, "nothing else is looked at");
    wide.window.press("Escape Escape");
    wide.window.wait("the end of the review", |w| review(w).is_none());
}

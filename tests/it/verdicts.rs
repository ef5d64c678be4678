//! What changed since a verdict was given, or a copy was taken: told by what is said, not by the clock.

use tippani::model::{Annotation, Verdict};
use tippani::session::{AnnotateCommand, ReviewCommand, SelectCommand};

use super::review::{Desk, now, set, who};

/// Begins the review anew: asha's annotations are read again.
fn review_again(desk: &mut Desk) {
    desk.run(ReviewCommand::StartReview { annotators: vec![who("asha")], only: None, cases: None }, 10);
}

fn asha(desk: &mut Desk, change: impl FnOnce(&mut Annotation)) {
    let mut annotation = Annotation::clone(&desk.sets[0].annotations()[0]);
    change(&mut annotation);
    desk.sets[0].insert(annotation);
}

#[test]
fn a_copy_that_was_changed_in_the_second_it_was_taken_stays() {
    let mut desk = Desk::new("gold", vec![set("asha", "person:One")]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    let copy = desk.session().article().unwrap().set().annotations()[0].id.clone();
    desk.run(SelectCommand::Focus(Some(copy)), 4);
    desk.run(AnnotateCommand::SetNote("the reviewer's own".into()), 4);
    desk.run(ReviewCommand::ReviewMember(0), 4);
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 4);
    let own = desk.session().article().unwrap().set().annotations();
    assert_eq!(own.iter().map(|a| a.note.as_str()).collect::<Vec<_>>(), ["the reviewer's own"]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    let own = desk.session().article().unwrap().set().annotations();
    assert_eq!(own.iter().map(|a| a.note.as_str()).collect::<Vec<_>>(), ["the reviewer's own"]);
}

#[test]
fn a_copy_whose_change_was_undone_is_a_copy_again() {
    let mut desk = Desk::new("gold", vec![set("asha", "person:One")]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    let copy = desk.session().article().unwrap().set().annotations()[0].id.clone();
    desk.run(SelectCommand::Focus(Some(copy)), 4);
    desk.run(AnnotateCommand::SetNote("a slip".into()), 4);
    desk.run(AnnotateCommand::Undo, 4);
    desk.run(ReviewCommand::ReviewMember(0), 4);
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 4);
    assert!(desk.own().is_empty());
}

#[test]
fn a_change_in_the_second_of_its_verdict_makes_it_stale() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One")]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    asha(&mut desk, |a| (a.label, a.modified) = ("event".into(), Some(now(4).timestamp)));
    review_again(&mut desk);
    assert!(desk.session().review().unwrap().item().unwrap().is_stale());
    assert_eq!(desk.left(), 1);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    assert_eq!(desk.left(), 0);
    // Back to what it was: that is not what was judged last.
    asha(&mut desk, |a| a.label = "person".into());
    review_again(&mut desk);
    assert_eq!(desk.left(), 1);
}

#[test]
fn a_later_time_alone_makes_no_verdict_stale() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One")]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    asha(&mut desk, |a| (a.note, a.modified) = ("a note".into(), Some(now(50).timestamp)));
    review_again(&mut desk);
    assert_eq!(desk.left(), 0, "a colleague whose clock is ahead");
}

#[test]
fn a_verdict_of_an_earlier_version_holds_until_a_later_time() {
    for (modified, left) in [
        ("2026-01-02T05:30:04+05:30", 0),
        ("2026-01-02T03:00:04Z", 0),
        ("2026-01-02T03:00:04.001Z", 1),
        ("2026-01-02T02:30:05-00:30", 1),
    ] {
        let mut desk = Desk::new("meera", vec![set("asha", "person:One")]);
        desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
        let mut own = desk.session().article().unwrap().set().clone();
        let mut review = own.reviews().next().unwrap().clone();
        assert!(review.saw.take().is_some(), "one of this version says what it saw");
        own.insert_review(review);
        let mut theirs = set("asha", "person:One");
        let mut changed = Annotation::clone(&theirs.annotations()[0]);
        (changed.label, changed.modified) = ("event".into(), Some(modified.parse().unwrap()));
        theirs.insert(changed);
        let desk = Desk::new("meera", vec![theirs, own]);
        assert_eq!(desk.left(), left, "{modified}");
    }
}

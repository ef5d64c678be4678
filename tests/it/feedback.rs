//! What an annotator makes of what a reviewer decided: taken over, answered, undone.

use tippani::analysis::feedback;
use tippani::format::{article, sidecar};
use tippani::model::{
    AnnotationId, AnnotationSet, ContentHash, Relation, RelationEnd, Review, ReviewTarget, Verdict,
};
use tippani::session::{AnnotateCommand, FeedbackCommand, Step};

use super::review::{Desk, set, who};

/// Puts a verdict on the n-th annotation of a set, on what it says.
fn judge(reviewer: &mut AnnotationSet, of: &AnnotationSet, n: usize, verdict: Verdict, heard: u32) {
    let annotation = &of.annotations()[n];
    reviewer.insert_review(Review {
        of: ReviewTarget { annotator: of.annotator.clone(), annotation: annotation.id.clone() },
        saw: Some(ContentHash::in_set(annotation, of)),
        verdict,
        comment: "see § 2".into(),
        heard,
        at: None,
        extra: Default::default(),
    });
}

fn link(set: &mut AnnotationSet, from: usize, to: usize) {
    let id = |n: usize| set.annotations()[n].id.clone();
    set.insert_relation(Relation {
        id: AnnotationId::new(format!("{}-link{from}{to}", set.annotator)),
        label: "supports".into(),
        from: id(from),
        to: RelationEnd::Here(id(to)),
        note: String::new(),
        extra: Default::default(),
    });
}

/// Ravi's work, Asha's, and what the lead decided: another label, a link, one too many, one missed, a question.
fn sets() -> Vec<AnnotationSet> {
    let mut asha = set("asha", "organization:One statement:two statement:four event:six");
    let ravi = set("ravi", "person:One statement:two event:three statement:four event:five");
    link(&mut asha, 1, 2);
    let mut lead = set("lead", "");
    for n in 0..4 {
        judge(&mut lead, &asha, n, Verdict::Accepted, 0);
    }
    for n in [0, 1, 2] {
        judge(&mut lead, &ravi, n, Verdict::Rejected, 0);
    }
    judge(&mut lead, &ravi, 3, Verdict::Accepted, 0);
    judge(&mut lead, &ravi, 4, Verdict::Question, 0);
    vec![asha, lead, ravi]
}

/// What is told in words: the words of the text, and the kinds of difference.
fn told(desk: &Desk) -> Vec<(String, String, bool)> {
    let list = desk.session().feedback().unwrap();
    let one = |one: &tippani::session::ArticleFeedback| {
        let quote = one.mine.as_ref().or(one.theirs.as_ref()).unwrap().quote.clone();
        let kinds: Vec<&str> = one.feedback.differences.iter().map(|kind| kind.name()).collect();
        (quote, kinds.join(" "), one.feedback.is_open())
    };
    list.all().iter().map(one).collect()
}

fn bytes(desk: &Desk) -> Vec<u8> {
    let document = article::decode("a.txt", b"One two three four five six").value;
    sidecar::encode(desk.session().article().unwrap().set(), &document).unwrap()
}

fn labels(desk: &Desk) -> Vec<String> {
    desk.own().iter().map(|own| own.split(" from").next().unwrap().to_owned()).collect()
}

#[test]
fn everything_can_be_taken_over_or_answered_and_undone_to_the_same_bytes() {
    let mut desk = Desk::new("ravi", sets());
    let before = labels(&desk);
    desk.run(FeedbackCommand::Show, 4);
    assert!(desk.session().review().is_none(), "it takes the place of a review");
    let all = told(&desk);
    let open = |quote: &str, kinds: &str| (quote.to_owned(), kinds.to_owned(), true);
    assert_eq!(
        all,
        [
            open("One", "label"),
            open("two", "link"),
            open("three", "extra"),
            open("five", ""),
            open("six", "missed")
        ]
    );
    let mut states = vec![bytes(&desk)];
    let mut second = 5;
    let mut run = |desk: &mut Desk, command: FeedbackCommand| {
        desk.run(command, second);
        second += 1;
        let now = bytes(desk);
        if states.last() != Some(&now) {
            states.push(now);
        }
        states.len()
    };
    assert_eq!(run(&mut desk, FeedbackCommand::TakeOver), 2);
    assert_eq!(told(&desk)[0], open("two", "link"), "what is taken over is told no more");
    assert_eq!(run(&mut desk, FeedbackCommand::TakeOver), 3);
    assert_eq!(desk.session().article().unwrap().set().relations().len(), 1);
    assert_eq!(run(&mut desk, FeedbackCommand::TakeOver), 4);
    assert_eq!(run(&mut desk, FeedbackCommand::TakeOver), 4, "nothing is to be taken over of a question");
    assert_eq!(run(&mut desk, FeedbackCommand::Answer("  ".into())), 4, "nothing was said");
    assert_eq!(run(&mut desk, FeedbackCommand::Answer("it is a date".into())), 5);
    assert_eq!(run(&mut desk, FeedbackCommand::TakeOver), 6);
    assert_eq!(told(&desk), [("five".to_owned(), String::new(), false)]);
    assert_eq!(
        labels(&desk),
        ["organization:One", "statement:two", "statement:four", "event:five", "event:six"]
    );
    for expected in states.iter().rev().skip(1) {
        desk.run(AnnotateCommand::Undo, 40);
        assert!(bytes(&desk) == *expected, "{}", String::from_utf8_lossy(&bytes(&desk)));
    }
    assert_eq!(labels(&desk), before);
}

#[test]
fn a_step_goes_on_and_back() {
    let mut desk = Desk::new("ravi", sets());
    desk.run(FeedbackCommand::Show, 4);
    let at = |desk: &Desk| desk.session().feedback().unwrap().position();
    desk.run(FeedbackCommand::Step(Step::Next), 5);
    desk.run(FeedbackCommand::Step(Step::Next), 5);
    assert_eq!(at(&desk), 2);
    desk.run(FeedbackCommand::Step(Step::Previous), 6);
    assert_eq!(at(&desk), 1);
    desk.run(FeedbackCommand::Go(4), 6);
    assert_eq!(at(&desk), 4);
    desk.run(FeedbackCommand::Leave, 7);
    assert!(desk.session().feedback().is_none());
}

#[test]
fn an_answer_is_heard_when_the_reviewer_decides_again() {
    let sets = sets();
    let answered = |round: u32, heard: u32| {
        let mut all = sets.clone();
        let ravi = all[2].clone();
        let about = tippani::model::RemarkSubject::Answer {
            reviewer: who("lead"),
            annotation: Some(ravi.annotations()[2].id.clone()),
        };
        let at = "2026-01-02T03:04:05Z".parse().unwrap();
        let mut remark = tippani::model::Remark::new(about, "it is", &at);
        remark.round = round;
        all[2].insert_remark(remark);
        judge(&mut all[1], &ravi, 2, Verdict::Rejected, heard);
        let found = feedback(&all, &who("ravi"));
        let one = found.iter().find(|one| one.answer.is_some()).unwrap();
        (one.is_open(), one.is_heard)
    };
    assert_eq!(answered(1, 0), (false, false));
    assert_eq!(answered(1, 1), (false, true));
    assert_eq!(answered(2, 1), (false, false), "said again");
}

#[test]
fn an_article_is_returned_and_handed_back_and_returned_again() {
    let mut desk = Desk::new("ravi", vec![set("lead", ""), set("ravi", "person:One")]);
    let returned = |round: u32| {
        let about = tippani::model::RemarkSubject::Return(who("ravi"));
        let mut remark =
            tippani::model::Remark::new(about, "again", &"2026-01-02T03:04:05Z".parse().unwrap());
        remark.round = round;
        let mut lead = set("lead", "");
        lead.insert_remark(remark);
        vec![lead]
    };
    let is_returned = |desk: &Desk| !desk.session().returned_by("a.txt").is_empty();
    assert!(!is_returned(&desk));
    for round in [1, 2] {
        desk.sets = returned(round);
        desk.run(FeedbackCommand::Show, 4);
        desk.wait_until("it is returned", is_returned);
        assert!(desk.session().library().unwrap().entry("a.txt").unwrap().is_returned);
        desk.run(FeedbackCommand::HandBack, 5);
        assert!(!is_returned(&desk), "{round}");
    }
    let answer = desk.session().article().unwrap().set().answer(&who("lead"), None).unwrap();
    assert_eq!(answer.round, 2);
}

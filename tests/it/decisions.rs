//! What a review leaves behind: verdicts on whoever says the same, what all agree about, deletions, links.

use std::fs;

use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ExportOptions, Exported, export};
use tippani::model::{AnnotationId, AnnotationSet, Relation, RelationEnd, State, Verdict};
use tippani::session::{AnnotateCommand, QueueFilter, ReviewCommand, SelectCommand};

use super::review::{Desk, set, who};

#[test]
fn whoever_says_the_same_is_judged_alike() {
    let sets = || vec![set("asha", "person:One"), set("mira", "organization:One"), set("ravi", "person:One")];
    let mut desk = Desk::new("lead", sets());
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    assert_eq!(desk.verdicts(), ["asha Accepted", "mira Rejected", "ravi Accepted"]);
    assert_eq!(desk.left(), 0);
    desk.run(AnnotateCommand::Undo, 5);
    assert_eq!((desk.verdicts(), desk.left()), (vec![], 1), "in one step");
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 6);
    assert_eq!(desk.verdicts(), ["asha Rejected", "ravi Rejected"]);
    desk.run(ReviewCommand::RejectAll, 7);
    assert_eq!(desk.verdicts(), ["asha Rejected", "mira Rejected", "ravi Rejected"]);
    let mut desk = Desk::new("gold", sets());
    desk.run(ReviewCommand::AcceptAll, 4);
    assert_eq!(desk.own().len(), 2, "what two say alike is taken once: {:?}", desk.own());
}

#[test]
fn what_all_agree_about_is_looked_through_like_the_rest() {
    let marks = "person:One event:three location:six";
    let mut desk = Desk::new("gold", vec![set("asha", marks), set("ravi", marks)]);
    let review = |desk: &Desk| {
        let review = desk.session().review().unwrap();
        (review.items().len(), review.agreed())
    };
    assert_eq!(review(&desk), (0, 3), "nothing differs");
    desk.run(ReviewCommand::FilterReview(QueueFilter::Agreed), 4);
    assert_eq!(review(&desk), (3, 3));
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 5);
    assert_eq!((review(&desk), desk.session().review().unwrap().position()), ((3, 2), 1));
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 6);
    assert_eq!(desk.own().len(), 1);
    desk.run(ReviewCommand::FilterReview(QueueFilter::Decided), 7);
    assert_eq!(review(&desk), (2, 1));
    desk.run(ReviewCommand::AcceptAgreed, 8);
    assert_eq!(desk.own().len(), 2, "what was rejected is not taken");
}

#[test]
fn whoever_has_finished_the_article_agrees() {
    let marks = "person:One event:three";
    let mut third = set("zoya", "person:One");
    third.set_state(State::InProgress);
    let mut desk = Desk::new("gold", vec![set("asha", marks), set("ravi", marks), third]);
    let review = desk.session().review().unwrap();
    assert_eq!((review.left_out(), review.agreed()), (&[0, 0, 1][..], 2));
    desk.run(ReviewCommand::AcceptAgreed, 4);
    assert_eq!(desk.own().len(), 2, "of three annotators two have read it");
    desk.run(ReviewCommand::CountUnfinished(who("zoya"), true), 5);
    let review = desk.session().review().unwrap();
    assert_eq!(
        (review.left_out(), review.items().len()),
        (&[0, 0, 0][..], 0),
        "what is not begun is not missing"
    );
}

#[test]
fn what_is_deleted_from_gold_stays_out() {
    let mut desk = Desk::new("gold", vec![set("asha", "person:One"), set("ravi", "person:One")]);
    desk.run(ReviewCommand::AcceptAgreed, 4);
    let taken = desk.session().article().unwrap().set().annotations()[0].id.clone();
    desk.run(SelectCommand::Focus(Some(taken)), 5);
    desk.run(AnnotateCommand::Delete, 5);
    assert!(desk.own().is_empty() && desk.session().agreed().is_empty(), "it is not offered again");
    desk.run(AnnotateCommand::Undo, 6);
    assert_eq!((desk.own().len(), desk.verdicts()), (1, vec![]), "in one step");
}

fn supports(set: &mut AnnotationSet) {
    let id = |n: usize| set.annotations()[n].id.clone();
    let relation = Relation {
        id: AnnotationId::new(format!("{}-link", set.annotator)),
        label: "supports".into(),
        from: id(0),
        to: RelationEnd::Here(id(1)),
        note: String::new(),
        extra: Default::default(),
    };
    set.insert_relation(relation);
}

#[test]
fn a_link_enters_whoevers_versions_were_taken() {
    let (mut asha, mut ravi) =
        (set("asha", "statement:One_two statement:six"), set("ravi", "statement:One statement:six"));
    supports(&mut asha);
    supports(&mut ravi);
    let mut desk = Desk::new("gold", vec![asha, ravi]);
    let kinds: Vec<_> = desk
        .session()
        .review()
        .unwrap()
        .items()
        .iter()
        .flat_map(|i| &i.conflicts)
        .map(|c| c.kind.name())
        .collect();
    assert_eq!(kinds, ["boundary"], "one cause is one conflict");
    // The end is taken from one, the start from the other.
    desk.run(ReviewCommand::AcceptAgreed, 4);
    desk.run(ReviewCommand::ReviewMember(1), 5);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 5);
    assert_eq!(
        desk.own(),
        [
            "statement:One from ravi/01K9C70Z3A1WB9XSCQ570D1V00",
            "statement:six from asha/01K9C70Z3A1WB9XSCQ570D1V01"
        ]
    );
    assert_eq!(desk.session().article().unwrap().set().relations().len(), 1);
}

/// Exports what was accepted of a workspace with these sets of one article; gives what was exported, and the report.
fn exported(sets: &[AnnotationSet]) -> (Exported, String) {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let text = "One two three four five six";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let document = tippani::format::article::decode("a.txt", text.as_bytes()).value;
    for set in sets {
        let bytes = tippani::format::sidecar::encode(set, &document).unwrap();
        fs::write(folder.path().join(format!("a.txt.{}.annotations.json", set.annotator)), bytes).unwrap();
    }
    let how = ExportOptions {
        path: folder.path().to_owned(),
        format: Format::find("jsonl").unwrap(),
        out: out.path().to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: true,
        original_labels: false,
    };
    let exported = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    (exported, fs::read_to_string(out.path().join("EXPORT.md")).unwrap())
}

#[test]
fn what_was_accepted_is_what_holds_and_what_is_agreed() {
    let mut asha = set("asha", "person:One event:three location:six");
    let ravi = set("ravi", "person:One event:three figure:six");
    let mut desk = Desk::new("lead", vec![asha.clone(), ravi.clone()]);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    let lead = desk.session().article().unwrap().set().clone();
    let (done, report) = exported(&[asha.clone(), ravi.clone(), lead.clone()]);
    assert_eq!(done.annotations, 5, "two agreed of each, and what was accepted");
    assert!(report.contains("0 were changed since their verdict"), "{report}");
    // By a program that leaves the time alone.
    let mut changed = tippani::model::Annotation::clone(&asha.annotations()[2]);
    changed.label = "organization".into();
    asha.insert(changed);
    let (done, report) = exported(&[asha, ravi, lead]);
    assert_eq!((done.annotations, done.left_out.outdated), (4, 1));
    assert!(report.contains("1 were changed since their verdict"), "{report}");
}

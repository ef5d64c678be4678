//! What a review leaves behind: verdicts on whoever says the same, what all agree about, deletions, links.

use std::fs;

use proptest::prelude::*;
use tippani::analysis::{FillRule, Share};
use tippani::format::exchange::Format;
use tippani::format::{article, sidecar};
use tippani::jobs::{CancelToken, ExportOptions, Exported, export};
use tippani::model::{AnnotationId, AnnotationSet, Relation, RelationEnd, State, Verdict};
use tippani::session::{AnnotateCommand, Command, QueueFilter, ReviewCommand, SelectCommand, Step};

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
        (review.len(), review.agreed())
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
    assert_eq!((review.left_out(), review.len()), (&[0, 0, 0][..], 0), "what is not begun is not missing");
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
    let kinds: Vec<_> =
        desk.session().review().unwrap().items().flat_map(|i| &i.conflicts).map(|c| c.kind.name()).collect();
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
    let document = article::decode("a.txt", text.as_bytes()).value;
    for set in sets {
        let bytes = sidecar::encode(set, &document).unwrap();
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

#[test]
fn gold_is_filled_in_one_step() {
    let sets = vec![
        set("asha", "person:One event:three location:six"),
        set("mira", "person:One figure:three location:six"),
        set("ravi", "person:One event:three"),
    ];
    let mut desk = Desk::new("gold", sets);
    let most = FillRule::new(Share::Most);
    let counts = desk.session().filling(&most).unwrap().counts;
    assert_eq!(
        counts.into_iter().map(|(why, n)| (why.to_string(), n)).collect::<Vec<_>>(),
        [("2 of 3".to_owned(), 2), ("agreed".to_owned(), 1)]
    );
    desk.run(ReviewCommand::FillGold(Box::new(most)), 4);
    assert_eq!(desk.own().len(), 3);
    assert_eq!(desk.session().article().unwrap().set().state(), State::Done);
    desk.run(AnnotateCommand::Undo, 5);
    let set = desk.session().article().unwrap().set();
    assert_eq!((set.annotations().len(), set.state()), (0, State::Todo), "in one step");
}

#[test]
fn undoing_a_review_step_by_step_gives_the_same_bytes() {
    let sets = vec![
        set("asha", "person:One event:three location:six person:five"),
        set("mira", "person:One figure:three location:six"),
        set("ravi", "organization:One event:three"),
    ];
    let mut desk = Desk::new("gold", sets);
    let document = article::decode("a.txt", b"One two three four five six").value;
    let bytes = |desk: &Desk| sidecar::encode(desk.session().article().unwrap().set(), &document).unwrap();
    let commands: Vec<Command> = vec![
        ReviewCommand::Decide(Verdict::Accepted).into(),
        ReviewCommand::EditItem.into(),
        AnnotateCommand::Relabel("figure".into()).into(),
        ReviewCommand::StepReview(Step::Next).into(),
        ReviewCommand::Decide(Verdict::Question).into(),
        ReviewCommand::AcceptAll.into(),
        ReviewCommand::RejectAll.into(),
        ReviewCommand::FillGold(Box::new(FillRule::new(Share::Most))).into(),
        AnnotateCommand::Delete.into(),
    ];
    let mut before = vec![bytes(&desk)];
    for (second, command) in (4..).zip(commands) {
        desk.run(command, second);
        let now = bytes(&desk);
        if before.last() != Some(&now) {
            before.push(now);
        }
    }
    assert!(before.len() > 5, "{}", before.len());
    for (second, expected) in (20..).zip(before.iter().rev().skip(1)) {
        desk.run(AnnotateCommand::Undo, second);
        assert!(bytes(&desk) == *expected, "{}", String::from_utf8_lossy(&bytes(&desk)));
    }
}

fn any_review_step() -> impl Strategy<Value = Command> {
    let verdict = prop::sample::select(vec![Verdict::Accepted, Verdict::Rejected, Verdict::Question]);
    let filter =
        prop::sample::select(vec![QueueFilter::Differences, QueueFilter::Agreed, QueueFilter::Decided]);
    let share = prop::sample::select(vec![Share::All, Share::Most, Share::AtLeast(1)]);
    prop_oneof![
        4 => verdict.prop_map(|verdict| ReviewCommand::Decide(verdict).into()),
        1 => Just(ReviewCommand::AcceptAll.into()),
        2 => Just(ReviewCommand::RejectAll.into()),
        2 => Just(ReviewCommand::EditItem.into()),
        2 => Just(ReviewCommand::StepReview(Step::Next).into()),
        1 => Just(ReviewCommand::StepMember.into()),
        1 => filter.prop_map(|filter| ReviewCommand::FilterReview(filter).into()),
        1 => Just(ReviewCommand::AcceptAgreed.into()),
        1 => share.prop_map(|share| ReviewCommand::FillGold(Box::new(FillRule::new(share))).into()),
        2 => Just(AnnotateCommand::Relabel("figure".into()).into()),
        1 => Just(AnnotateCommand::Delete.into()),
        1 => Just(AnnotateCommand::SetNote("by hand".into()).into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is done in a review, by a gold set's reviewer or another: undo goes back over the same bytes.
    #[test]
    fn any_review_is_undone_to_the_same_bytes(
        steps in prop::collection::vec(any_review_step(), 1..12),
        is_gold in any::<bool>(),
    ) {
        let (mut asha, ravi) = (
            set("asha", "statement:One_two person:three location:six person:five"),
            set("ravi", "statement:One_two organization:three location:six"),
        );
        supports(&mut asha);
        let mut desk = Desk::new(if is_gold { "gold" } else { "lead" }, vec![asha, set("mira", "person:three"), ravi]);
        let document = article::decode("a.txt", b"One two three four five six").value;
        let bytes = |desk: &Desk| sidecar::encode(desk.session().article().unwrap().set(), &document).unwrap();
        let mut before = vec![bytes(&desk)];
        for (second, step) in (4..).zip(steps) {
            desk.run(step, second);
            let now = bytes(&desk);
            if before.last() != Some(&now) {
                before.push(now);
            }
        }
        let mut undone = 0;
        while before.len() > 1 {
            desk.run(AnnotateCommand::Undo, 20 + undone);
            undone += 1;
            prop_assert!(undone < 30, "{} states are left", before.len());
            let now = bytes(&desk);
            if before.last() != Some(&now) {
                before.pop();
                prop_assert_eq!(before.last().map(|b| String::from_utf8_lossy(b)), Some(String::from_utf8_lossy(&now)));
            }
        }
    }
}

#[test]
fn that_nothing_belongs_somewhere_lasts() {
    let mut desk = Desk::new("gold", vec![set("asha", "person:One"), set("ravi", "organization:One")]);
    desk.run(ReviewCommand::RejectAll, 4);
    assert_eq!(desk.left(), 0);
    let decisions = desk.session().article().unwrap().set().remarks().len();
    assert_eq!(decisions, 1, "in the reviewer's own file");
    // Somebody marks the place otherwise, and both by now alike: neither makes it gold.
    desk.sets = vec![set("asha", "event:One"), set("ravi", "event:One")];
    let review =
        ReviewCommand::StartReview { annotators: vec![who("asha"), who("ravi")], only: None, cases: None };
    desk.run(review, 5);
    desk.run(ReviewCommand::FilterReview(QueueFilter::Changed), 5);
    let review = desk.session().review().unwrap();
    assert_eq!(review.len(), 1, "it comes up again");
    let filling = desk.session().filling(&FillRule::new(Share::All)).unwrap();
    assert_eq!((filling.taken.len(), filling.open), (0, 1), "{:?}", filling.counts);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 6);
    assert_eq!(desk.own().len(), 1, "unless it is accepted");
    assert_eq!(desk.session().article().unwrap().set().remarks().len(), 0);
    desk.run(AnnotateCommand::Undo, 7);
    assert_eq!(desk.session().article().unwrap().set().remarks().len(), 1, "in one step");
}

#[test]
fn what_another_reviewer_decided_otherwise_is_an_item_of_its_own() {
    let asha = set("asha", "person:One event:six");
    let mut mentor = set("mentor", "");
    mentor.insert_review(tippani::model::Review {
        of: tippani::model::ReviewTarget {
            annotator: who("asha"),
            annotation: asha.annotations()[0].id.clone(),
        },
        saw: Some(tippani::model::ContentHash::in_set(&asha.annotations()[0], &asha)),
        verdict: Verdict::Rejected,
        comment: String::new(),
        heard: 0,
        at: None,
        extra: Default::default(),
    });
    let mut desk = Desk::new("lead", vec![asha, mentor]);
    let annotators = vec![who("asha")];
    desk.run(ReviewCommand::StartReview { annotators, only: None, cases: None }, 4);
    let contradicted = |desk: &mut Desk, second| {
        desk.run(ReviewCommand::FilterReview(QueueFilter::Contradicted), second);
        desk.session().review().unwrap().len()
    };
    assert_eq!(contradicted(&mut desk, 4), 0, "before it is decided");
    desk.run(ReviewCommand::FilterReview(QueueFilter::Differences), 5);
    for second in [5, 6] {
        desk.run(ReviewCommand::Decide(Verdict::Accepted), second);
    }
    assert_eq!((desk.left(), contradicted(&mut desk, 7)), (0, 1));
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 8);
    assert_eq!(contradicted(&mut desk, 9), 0);
}

//! Reviewing without a window: what is decided, what is taken, what is out of date.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tippani::analysis::{QueueOrder, review_items};
use tippani::app::Headless;
use tippani::format::{article, sidecar};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, Relation, RelationEnd,
    State, Verdict,
};
use tippani::session::{
    AnnotateCommand, Command, Effect, LibraryCommand, Now, ReviewCommand, SelectCommand, Session,
};
use tippani::text::{ByteOffset, Span};

use crate::folder::folder;

/// Answers that take longer do not come.
const PATIENCE: Duration = Duration::from_secs(20);

const TEXT: &str = "One two three four five six";

pub(super) fn now(second: u32) -> Now {
    Now {
        timestamp: format!("2026-01-02T03:00:{second:02}Z").parse().unwrap(),
        millis: u64::from(second) * 1000,
    }
}

fn document() -> Document {
    article::decode("a.txt", TEXT.as_bytes()).value
}

pub(super) fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

/// An annotator's set, from words such as `person:two`.
pub(super) fn set(name: &str, marks: &str) -> AnnotationSet {
    let document = document();
    let mark = |(n, mark): (usize, &str)| {
        let (label, words) = mark.split_once(':').unwrap();
        let words = words.replace('_', " ");
        let start = TEXT.find(&words).unwrap();
        let span = Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(start + words.len()));
        let id = AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ570D1V{n:02}"));
        Annotation::new(id, AnnotationKind::Entity, label, span.unwrap().into(), now(1).timestamp)
    };
    let all = marks.split_whitespace().enumerate().map(mark).collect();
    let (mut set, _) = AnnotationSet::new(who(name)).with_annotations(all);
    set.set_state(State::Done);
    set
}

fn sidecar_of(folder: &Path, annotator: &Annotator) -> PathBuf {
    folder.join(format!("a.txt.{annotator}.annotations.json"))
}

/// Writes sets where they are not there as they are.
fn write(folder: &Path, sets: &[AnnotationSet]) {
    for set in sets {
        let (path, bytes) = (sidecar_of(folder, &set.annotator), sidecar::encode(set, &document()).unwrap());
        if fs::read(&path).ok().as_ref() != Some(&bytes) {
            fs::write(path, bytes).unwrap();
        }
    }
}

/// The program without a window, of `name`, who reviews these sets: they lie in a folder as others leave them there.
pub(super) struct Desk {
    headless: Headless,
    /// What the folder holds of others, written whenever it was changed here.
    pub(super) sets: Vec<AnnotationSet>,
    folder: tempfile::TempDir,
}

impl Desk {
    pub(super) fn new(name: &str, sets: Vec<AnnotationSet>) -> Self {
        let folder = folder(&[("a.txt", TEXT.as_bytes()), ("b.txt", b"else")]);
        write(folder.path(), &sets);
        let headless = Headless::open(&folder.path().join("a.txt"), who(name), &now(2)).unwrap();
        // The reviewer's own is the program's from now on.
        let sets = sets.into_iter().filter(|set| set.annotator != who(name)).collect();
        let mut desk = Self { headless, sets, folder };
        desk.settle(2);
        let annotators = desk.session().annotators_to_review();
        desk.run(ReviewCommand::StartReview { annotators, only: None, cases: None }, 3);
        desk
    }

    pub(super) const fn session(&self) -> &Session {
        self.headless.session()
    }

    /// Runs a command and waits for all that it asks for.
    pub(super) fn run(&mut self, command: impl Into<Command>, second: u32) -> Vec<Effect> {
        write(self.folder.path(), &self.sets);
        let effects = self.headless.run(command, &now(second));
        self.settle(second);
        effects
    }

    /// Takes the sets of others away, as a sync client that has not come so far.
    fn remove_others(&mut self) {
        for set in self.sets.drain(..) {
            fs::remove_file(sidecar_of(self.folder.path(), &set.annotator)).unwrap();
        }
    }

    /// Waits until the article, the queue and the sets looked at are there as they are in the folder.
    fn settle(&mut self, second: u32) {
        let started = Instant::now();
        while !self.is_settled() {
            assert!(started.elapsed() < PATIENCE, "the answers did not come");
            self.headless.wait(Duration::from_millis(20), &now(second));
        }
    }

    /// Waits until something that another program wrote has come.
    #[track_caller]
    pub(super) fn wait_until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !done(self) {
            assert!(started.elapsed() < PATIENCE, "{what} did not come");
            self.headless.wait(Duration::from_millis(20), &now(30));
        }
    }

    fn is_settled(&self) -> bool {
        let session = self.session();
        let Some(article) = session.article() else { return false };
        let is_here = &*article.document().file == "a.txt";
        let in_folder = |annotator: &Annotator| self.sets.iter().find(|set| set.annotator == *annotator);
        !session.is_opening()
            && session.review().is_none_or(|review| review.building().is_none())
            && session.feedback().is_none_or(|feedback| !feedback.is_reading())
            && (!is_here || session.shown_annotators().iter().all(|a| session.set_of(a) == in_folder(a)))
    }

    /// Every verdict of the reviewer: whose annotation, and which verdict.
    pub(super) fn verdicts(&self) -> Vec<String> {
        let reviews = self.session().article().unwrap().set().reviews();
        reviews.map(|r| format!("{} {:?}", r.of.annotator, r.verdict)).collect()
    }

    /// The reviewer's own annotations, with where they came from.
    pub(super) fn own(&self) -> Vec<String> {
        let article = self.session().article().unwrap();
        let line = |a: &Arc<Annotation>| {
            let from = a.origin.from.as_deref().map(|from| format!(" from {from}")).unwrap_or_default();
            format!("{}:{}{from}", a.label, a.spans.quote(&article.document().text))
        };
        article.set().annotations().iter().map(line).collect()
    }

    pub(super) fn left(&self) -> usize {
        let review = self.session().review().unwrap();
        review.len() - review.decided()
    }
}

#[test]
fn what_is_accepted_is_accepted_instead_of_the_others() {
    let sets = vec![set("asha", "person:One_two event:six"), set("ravi", "person:One event:six")];
    let mut desk = Desk::new("meera", sets.clone());
    assert_eq!((desk.left(), desk.session().review().unwrap().agreed()), (1, 1));
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    assert_eq!(desk.verdicts(), ["asha Accepted", "ravi Rejected"]);
    assert_eq!((desk.own(), desk.left()), (vec![], 0));
    assert_eq!(desk.session().article().unwrap().set().state(), State::Todo, "a review begins no article");
    desk.run(AnnotateCommand::Undo, 5);
    assert_eq!((desk.verdicts(), desk.left()), (vec![], 1));
    desk.run(ReviewCommand::StepMember, 6);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 6);
    assert_eq!(desk.verdicts(), ["asha Rejected", "ravi Accepted"]);
    let mut desk = Desk::new("meera", sets);
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 4);
    assert_eq!((desk.verdicts(), desk.left()), (vec!["asha Rejected".to_owned()], 1));
    desk.run(ReviewCommand::Decide(Verdict::Question), 5);
    assert_eq!(desk.verdicts(), ["asha Rejected", "ravi Question"]);
    desk.run(ReviewCommand::AcceptAll, 6);
    assert_eq!(desk.verdicts(), ["asha Accepted", "ravi Accepted"]);
}

#[test]
fn gold_takes_what_is_accepted_and_remembers_what_is_not() {
    let sets = vec![set("asha", "person:One_two event:six"), set("ravi", "person:One event:six")];
    let mut desk = Desk::new("gold", sets);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    assert_eq!(desk.own(), ["person:One two from asha/01K9C70Z3A1WB9XSCQ570D1V00"]);
    assert_eq!(desk.verdicts(), ["asha Accepted", "ravi Rejected"]);
    let agreed: Vec<_> = desk.session().agreed().iter().map(|a| a.label.to_string()).collect();
    assert_eq!(agreed, ["event"]);
    desk.run(ReviewCommand::AcceptAgreed, 5);
    assert_eq!(desk.own().len(), 2);
    assert!(desk.session().agreed().is_empty());
    desk.run(AnnotateCommand::Undo, 6);
    assert_eq!(desk.own().len(), 1, "one step of undo");
    desk.run(AnnotateCommand::Undo, 6);
    assert!(desk.own().is_empty() && desk.verdicts().is_empty(), "a decision is one step of undo");
}

#[test]
fn gold_gives_back_what_is_rejected_after_all() {
    let sets = vec![set("asha", "person:One_two"), set("ravi", "person:One")];
    let mut desk = Desk::new("gold", sets);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 4);
    desk.run(ReviewCommand::ReviewMember(1), 5);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 5);
    assert_eq!(desk.own(), ["person:One from ravi/01K9C70Z3A1WB9XSCQ570D1V00"]);
    assert_eq!(desk.verdicts(), ["asha Rejected", "ravi Accepted"]);
    desk.run(ReviewCommand::ReviewMember(1), 6);
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 6);
    assert!(desk.own().is_empty());
    desk.run(AnnotateCommand::Undo, 7);
    assert_eq!(desk.own().len(), 1, "in one step");
}

#[test]
fn gold_decides_nothing_before_the_others_are_read() {
    let mut desk = Desk::new("gold", vec![set("asha", "person:One event:three")]);
    desk.remove_others();
    desk.run(ReviewCommand::ShowAnnotators(vec![who("asha")]), 4);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 5);
    assert!(desk.verdicts().is_empty() && desk.own().is_empty());
}

#[test]
fn links_come_with_what_is_taken() {
    let mut asha = set("asha", "person:One event:three location:six");
    let id = |n: usize| asha.annotations()[n].id.clone();
    let link = |n: u8, from: usize, to: usize| Relation {
        id: AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ570D1W{n:02}")),
        label: "supports".into(),
        from: id(from),
        to: RelationEnd::Here(id(to)),
        note: String::new(),
        extra: Default::default(),
    };
    for link in [link(0, 0, 1), link(1, 1, 2)] {
        asha.insert_relation(link);
    }
    let mut desk = Desk::new("gold", vec![asha]);
    let links = |desk: &Desk| desk.session().article().unwrap().set().relations().len();
    let mut found = Vec::new();
    for second in 4..7 {
        desk.run(ReviewCommand::Decide(Verdict::Accepted), second);
        found.push(links(&desk));
    }
    assert_eq!(found, [0, 1, 2], "each link as soon as both its ends are there");
    desk.run(AnnotateCommand::Undo, 8);
    assert_eq!(links(&desk), 1);
}

#[test]
fn a_change_after_the_verdict_makes_it_stale() {
    let sets = vec![set("asha", "person:One person:three")];
    let mut desk = Desk::new("meera", sets);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 10);
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 10);
    assert_eq!(desk.left(), 0);
    let mut changed = Annotation::clone(&desk.sets[0].annotations()[0]);
    (changed.label, changed.modified) = ("event".into(), Some(now(20).timestamp));
    desk.sets[0].insert(changed);
    desk.run(ReviewCommand::StartReview { annotators: vec![who("asha")], only: None, cases: None }, 30);
    assert_eq!(desk.left(), 1);
    let item = desk.session().review().unwrap().item().unwrap();
    assert!(item.is_stale() && !item.is_decided(), "it comes up again");
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 40);
    assert_eq!(desk.left(), 0);
}

#[test]
fn ones_own_annotations_are_reviewed_beside_others() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One_two"), set("meera", "person:One")]);
    assert_eq!(desk.session().review().unwrap().annotators(), [who("asha")], "others are what is offered");
    let annotators = vec![who("asha"), who("meera")];
    desk.run(ReviewCommand::StartReview { annotators, only: None, cases: None }, 4);
    assert_eq!(desk.session().shown_annotators(), [who("asha")], "one's own marks are shown once");
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 5);
    assert_eq!(desk.verdicts(), ["asha Accepted", "meera Rejected"]);
    assert_eq!((desk.own(), desk.left()), (vec!["person:One".to_owned()], 0), "a verdict changes nothing");
    desk.run(ReviewCommand::ReviewMember(1), 6);
    desk.run(ReviewCommand::EditItem, 6);
    let focused = desk.session().article().unwrap().focused().map(|a| a.id.clone());
    assert_eq!(focused.as_ref(), desk.session().review().unwrap().member().map(|(_, own)| &own.id));
    assert_eq!(desk.own().len(), 1, "one's own is not copied");
    desk.run(AnnotateCommand::Relabel("event".into()), 7);
    let (_, own) = desk.session().review().unwrap().member().unwrap();
    assert_eq!((&*own.label, own.current_verdict.as_ref().unwrap().stale, desk.left()), ("event", true, 1));
}

#[test]
fn what_changes_in_ones_own_changes_the_queue() {
    let sets = vec![set("asha", "person:One event:three"), set("meera", "location:One person:six")];
    let mut desk = Desk::new("meera", sets);
    desk.run(
        ReviewCommand::StartReview { annotators: vec![who("asha"), who("meera")], only: None, cases: None },
        4,
    );
    desk.run(ReviewCommand::OrderReview(QueueOrder::Text), 4);
    let kinds = |desk: &Desk, at: usize| -> Vec<&str> {
        let item = desk.session().review().unwrap().item_at(at).unwrap();
        item.conflicts.iter().map(|conflict| conflict.kind.name()).collect()
    };
    assert_eq!((kinds(&desk, 0), desk.left()), (vec!["label"], 3));
    let own = |n: usize| AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ570D1V{n:02}"));
    desk.run(SelectCommand::Focus(Some(own(0))), 5);
    desk.run(AnnotateCommand::Relabel("person".into()), 5);
    assert_eq!((kinds(&desk, 0), desk.left()), (vec![], 2), "they agree by now");
    desk.run(AnnotateCommand::Delete, 6);
    assert_eq!((kinds(&desk, 0), desk.left()), (vec!["missing"], 3));
    desk.run(AnnotateCommand::Undo, 7);
    assert_eq!((kinds(&desk, 0), desk.left()), (vec![], 2), "it comes back");
    desk.run(SelectCommand::Focus(Some(own(1))), 8);
    desk.run(AnnotateCommand::Delete, 8);
    assert_eq!(desk.left(), 1, "where nothing is left there is nothing to decide");
    desk.run(ReviewCommand::ReviewItem(2), 9);
    desk.run(ReviewCommand::Decide(Verdict::Accepted), 9);
    assert_eq!(desk.session().review().unwrap().position(), 1, "one goes on from there");
}

#[test]
fn the_gold_set_is_what_comes_of_a_review() {
    let sets = ["asha", "gold", "ravi"].map(|name| set(name, "person:One"));
    let mut desk = Desk::new("gold", sets.to_vec());
    let everybody = sets.map(|set| set.annotator).to_vec();
    assert_eq!(desk.session().everybody(), [who("asha"), who("ravi")]);
    desk.run(ReviewCommand::StartReview { annotators: everybody, only: None, cases: None }, 4);
    assert_eq!(desk.session().review().unwrap().annotators(), [who("asha"), who("ravi")]);
    let desk = Desk::new("meera", vec![set("meera", "person:One"), set("gold", "person:One")]);
    assert_eq!(
        desk.session().review().unwrap().annotators(),
        [who("meera")],
        "of oneself where nobody else is there"
    );
}

#[test]
fn a_decision_away_from_its_article_leads_back_to_it() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One person:three")]);
    desk.run(LibraryCommand::OpenArticle("b.txt".into()), 4);
    assert_eq!(&*desk.session().article().unwrap().document().file, "b.txt");
    assert!(desk.run(ReviewCommand::Comment(String::new()), 5).is_empty(), "nothing was written");
    assert_eq!(&*desk.session().article().unwrap().document().file, "b.txt");
    let effects = desk.run(ReviewCommand::Comment("edges".into()), 5);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Notify(_))), "{effects:?}");
    assert_eq!(&*desk.session().article().unwrap().document().file, "a.txt");
    assert!(desk.verdicts().is_empty(), "nothing is decided unseen");
}

#[test]
fn a_comment_stays_with_its_verdict() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One person:three")]);
    desk.run(ReviewCommand::Comment("edges".into()), 4);
    let comments = |desk: &Desk| -> Vec<(Verdict, String)> {
        let reviews = desk.session().article().unwrap().set().reviews();
        reviews.map(|r| (r.verdict, r.comment.clone())).collect()
    };
    assert_eq!(comments(&desk), [(Verdict::Question, "edges".to_owned())], "a comment alone asks");
    desk.run(ReviewCommand::Decide(Verdict::Rejected), 5);
    assert_eq!(comments(&desk), [(Verdict::Rejected, "edges".to_owned())]);
}

#[test]
fn a_copy_to_edit_is_ones_own() {
    let mut desk = Desk::new("meera", vec![set("asha", "person:One person:three")]);
    desk.run(ReviewCommand::EditItem, 4);
    assert_eq!(desk.own(), ["person:One from asha/01K9C70Z3A1WB9XSCQ570D1V00"]);
    assert_eq!(desk.verdicts(), ["asha Rejected"]);
    assert!(desk.session().article().unwrap().focused().is_some(), "its edges can be moved");
    desk.run(ReviewCommand::EditItem, 5);
    assert_eq!(desk.own().len(), 1, "it is taken once");
}

#[test]
fn a_colleague_is_held_against_ones_own() {
    let sets = vec![set("asha", "person:One event:three")];
    let document = document();
    let own = set("meera", "location:One event:three");
    let (found, _) = review_items(&document, &[who("asha")], &sets, Some(&own));
    let kinds: Vec<Vec<&str>> =
        found.iter().map(|item| item.conflicts.iter().map(|c| c.kind.name()).collect()).collect();
    assert_eq!(kinds, [vec!["label"], vec![]], "everything of one comes up, what differs by kind");
}

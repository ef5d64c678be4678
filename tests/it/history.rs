//! The history of several articles, beside a plain model of what it promises.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use proptest::prelude::*;
use tippani::edit::{Change, History, Subject, Transaction, TransactionError};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, State};
use tippani::text::{ByteOffset, SourceText, Span};

const TEXT: &str = "Asha met Ravi in Delhi";
const ARTICLES: [&str; 3] = ["a.txt", "b.txt", "c.txt"];

/// One thing that happens.
#[derive(Clone, Debug)]
enum Deed {
    /// A transaction: the article and what it changes there, one or several.
    Change(BTreeMap<usize, Vec<Edit>>),
    Amend(usize, Edit),
    Undo(usize),
    Redo(usize),
    Cancel(usize),
    Save(usize),
    /// Another program changed the file.
    Outside(usize, Edit),
    /// The same, and what it changed is taken in.
    TakeIn(usize, Edit),
}

#[derive(Clone, Debug)]
enum Edit {
    Put(u8),
    Remove(u8),
    State(State),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (0u8..5).prop_map(Edit::Put),
        2 => (0u8..5).prop_map(Edit::Remove),
        1 => prop::sample::select(vec![State::Todo, State::InProgress, State::Done]).prop_map(Edit::State),
    ]
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let article = 0..ARTICLES.len();
    prop_oneof![
        6 => prop::collection::btree_map(article.clone(), prop::collection::vec(any_edit(), 1..3), 1..4).prop_map(Deed::Change),
        1 => (article.clone(), any_edit()).prop_map(|(article, edit)| Deed::Amend(article, edit)),
        5 => article.clone().prop_map(Deed::Undo),
        3 => article.clone().prop_map(Deed::Redo),
        1 => article.clone().prop_map(Deed::Cancel),
        2 => article.clone().prop_map(Deed::Save),
        1 => (article.clone(), any_edit()).prop_map(|(article, edit)| Deed::Outside(article, edit)),
        2 => (article, any_edit()).prop_map(|(article, edit)| Deed::TakeIn(article, edit)),
    ]
}

/// What a subject holds: every note is written once, so equal ones mean the same.
type Held = Option<String>;

fn held(set: &AnnotationSet, subject: &Subject) -> Held {
    match subject {
        Subject::Annotation(id) => set.get(id).map(|a| a.note.clone()),
        Subject::State => Some(set.state().name().to_owned()),
        Subject::Relation(_)
        | Subject::Review(_)
        | Subject::Remark(_)
        | Subject::Orphan(_)
        | Subject::Field(_) => None,
    }
}

/// A step as the model knows it: by article, each subject with what it held before and after.
#[derive(Clone, Debug, Default)]
struct PlainStep(BTreeMap<usize, Vec<(Subject, Held, Held)>>);

#[derive(Default)]
struct Plain {
    steps: Vec<PlainStep>,
    undo: [Vec<usize>; 3],
    redo: [Vec<usize>; 3],
}

impl Plain {
    /// Undoes or redoes; gives the articles that have to change, each with what its subjects hold then, and those left.
    fn travel(&mut self, article: usize, back: bool, sets: &Sets) -> Option<(Expected, Vec<usize>)> {
        let id = *if back { self.undo[article].last() } else { self.redo[article].last() }?;
        let (mut changed, mut left) = (Vec::new(), Vec::new());
        for (article, subjects) in self.steps[id].0.clone() {
            let (from, to) =
                if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
            if !from[article].contains(&id) {
                continue;
            }
            from[article].retain(|other| *other != id);
            let set = &sets[ARTICLES[article]];
            let here = |(subject, before, after): &(Subject, Held, Held)| {
                held(set, subject) == *if back { after } else { before }
            };
            if subjects.iter().all(here) {
                to[article].push(id);
                let then =
                    subjects.into_iter().map(|(s, before, after)| (s, if back { before } else { after }));
                changed.push((article, then.collect()));
            } else {
                self.steps[id].0.remove(&article);
                left.push(article);
            }
        }
        Some((changed, left))
    }
}

type Expected = Vec<(usize, Vec<(Subject, Held)>)>;
type Sets = HashMap<Arc<str>, AnnotationSet>;

struct World {
    sets: Sets,
    history: History,
    plain: Plain,
    saved: [AnnotationSet; 3],
    /// What each article was at each position it was at.
    positions: HashMap<(usize, u64), AnnotationSet>,
    notes: usize,
}

impl World {
    fn new() -> Self {
        let empty = AnnotationSet::new(Annotator::new("asha").unwrap());
        Self {
            sets: ARTICLES.iter().map(|article| (Arc::from(*article), empty.clone())).collect(),
            history: History::default(),
            plain: Plain::default(),
            saved: [empty.clone(), empty.clone(), empty],
            positions: HashMap::new(),
            notes: 0,
        }
    }

    fn set(&self, article: usize) -> &AnnotationSet {
        &self.sets[ARTICLES[article]]
    }

    fn change(&mut self, edit: &Edit) -> Change {
        match edit {
            Edit::Put(id) => {
                self.notes += 1;
                let text = SourceText::new(TEXT);
                let at = ByteOffset::new(usize::from(*id));
                let span = Span::new(&text, at, ByteOffset::new(at.get() + 3)).unwrap();
                let (id, time) =
                    (AnnotationId::new(format!("{id}")), "2026-01-02T03:04:05Z".parse().unwrap());
                let put = Annotation::new(id, AnnotationKind::Entity, "person", span.into(), time);
                Change::Put(Box::new(Annotation { note: format!("note {}", self.notes), ..put }))
            }
            Edit::Remove(id) => Change::Remove(AnnotationId::new(format!("{id}"))),
            Edit::State(state) => Change::SetState(*state),
        }
    }

    fn apply(&mut self, edits: &BTreeMap<usize, Vec<Edit>>, amends: bool) {
        let all: Vec<(usize, Vec<Change>)> =
            edits.iter().map(|(a, edits)| (*a, edits.iter().map(|e| self.change(e)).collect())).collect();
        let (first, rest) = all.split_first().unwrap();
        let begun = Transaction::new("Try", ARTICLES[first.0], first.1.clone());
        let transaction =
            rest.iter().fold(begun, |t, (article, changes)| t.and(ARTICLES[*article], changes.clone()));
        let before = self.sets.clone();
        let done = if amends {
            self.history.amend(&mut self.sets, transaction)
        } else {
            self.history.apply(&mut self.sets, transaction)
        };
        if let Err(error) = done {
            assert!(matches!(error, TransactionError::DoesNotFit { .. }), "{error}");
            assert_eq!(self.sets, before, "all or nothing");
            return;
        }
        let mut step = PlainStep::default();
        for (article, changes) in &all {
            let name = ARTICLES[*article];
            let mut subjects: Vec<Subject> = Vec::new();
            for subject in changes.iter().map(Change::subject) {
                if !subjects.contains(&subject) {
                    subjects.push(subject);
                }
            }
            let with = |s: Subject| {
                let (was, is) = (held(&before[name], &s), held(&self.sets[name], &s));
                (s, was, is)
            };
            step.0.insert(*article, subjects.into_iter().map(with).collect());
        }
        let last = edits.keys().next().and_then(|article| self.plain.undo[*article].last().copied());
        let amendable = |last: &usize| {
            let parts = &self.plain.steps[*last].0;
            let intact = |(article, subjects): (&usize, &Vec<(Subject, Held, Held)>)| {
                subjects.iter().all(|(s, _, after)| held(&before[ARTICLES[*article]], s) == *after)
            };
            parts.len() == 1 && parts.iter().all(intact)
        };
        if let Some(last) = last.filter(|last| amends && amendable(last)) {
            let article = *edits.keys().next().unwrap();
            let known = self.plain.steps[last].0.get_mut(&article).unwrap();
            for (subject, before, after) in step.0.remove(&article).unwrap() {
                match known.iter_mut().find(|(other, ..)| *other == subject) {
                    Some((.., then)) => *then = after,
                    None => known.push((subject, before, after)),
                }
            }
            self.forget_redo(article);
        } else {
            self.plain.steps.push(step);
            for article in edits.keys() {
                self.forget_redo(*article);
                self.plain.undo[*article].push(self.plain.steps.len() - 1);
            }
        }
    }

    fn forget_redo(&mut self, article: usize) {
        for id in std::mem::take(&mut self.plain.redo[article]) {
            self.plain.steps[id].0.remove(&article);
        }
    }

    fn travel(&mut self, article: usize, back: bool, cancels: bool) {
        let expected = self.plain.travel(article, back, &self.sets);
        let before = self.sets.clone();
        let name: Arc<str> = ARTICLES[article].into();
        let done = match (back, cancels) {
            (true, true) => self.history.cancel(&mut self.sets, &name),
            (true, false) => self.history.undo(&mut self.sets, &name),
            (false, _) => self.history.redo(&mut self.sets, &name),
        };
        assert_eq!(done.is_some(), expected.is_some());
        let (Some(done), Some((changed, left))) = (done, expected) else { return };
        let names = |articles: Vec<usize>| {
            articles.into_iter().map(|a| ARTICLES[a].into()).collect::<Vec<Arc<str>>>()
        };
        assert_eq!(done.left, names(left));
        assert_eq!(done.changed, names(changed.iter().map(|(article, _)| *article).collect()));
        for (article, subjects) in &changed {
            for (subject, then) in subjects {
                assert_eq!(held(self.set(*article), subject), *then, "{subject:?} of {article}");
            }
            if cancels {
                self.forget_redo(*article);
            }
        }
        let untouched = (0..3).filter(|a| !changed.iter().any(|(changed, _)| changed == a));
        for article in untouched {
            assert_eq!(self.set(article), &before[ARTICLES[article]], "{article} stays as it is");
        }
    }

    fn outside(&mut self, article: usize, edit: &Edit) {
        let change = self.change(edit);
        // What does not fit is no change.
        let _ = change.apply(self.sets.get_mut(ARTICLES[article]).unwrap());
    }

    /// No step is made, so that the plain model knows nothing of it.
    fn take_in(&mut self, article: usize, edit: &Edit) {
        let change = self.change(edit);
        let before = self.sets.clone();
        let mut then = self.set(article).clone();
        let fits = change.clone().apply(&mut then).is_ok();
        let taken = self.history.take_in(&mut self.sets, &ARTICLES[article].into(), vec![change]);
        assert_eq!(taken.is_ok(), fits);
        assert_eq!(self.set(article), if fits { &then } else { &before[ARTICLES[article]] });
    }

    fn carry_out(&mut self, deed: &Deed) {
        match deed {
            Deed::Change(edits) => self.apply(edits, false),
            Deed::Amend(article, edit) => self.apply(&BTreeMap::from([(*article, vec![edit.clone()])]), true),
            Deed::Undo(article) => self.travel(*article, true, false),
            Deed::Redo(article) => self.travel(*article, false, false),
            Deed::Cancel(article) => self.travel(*article, true, true),
            Deed::Save(article) => {
                let position = self.history.position(ARTICLES[*article]);
                self.history.mark_saved(&ARTICLES[*article].into(), position);
                self.saved[*article] = self.set(*article).clone();
            }
            Deed::Outside(article, edit) => self.outside(*article, edit),
            Deed::TakeIn(article, edit) => self.take_in(*article, edit),
        }
    }
}

proptest! {
    #[test]
    fn a_step_is_undone_in_all_its_articles_and_leaves_what_was_changed_since(
        deeds in prop::collection::vec(any_deed(), 1..40),
    ) {
        let mut world = World::new();
        for deed in &deeds {
            world.carry_out(deed);
            for (article, name) in ARTICLES.iter().enumerate() {
                let undo = world.plain.undo[article].len();
                prop_assert_eq!(world.history.next_undo(name).is_some(), undo > 0);
                prop_assert_eq!(world.history.next_redo(name).is_some(), !world.plain.redo[article].is_empty());
            }
        }
    }

    #[test]
    fn equal_positions_are_equal_sets_and_clean_is_as_saved(
        deeds in prop::collection::vec(any_deed().prop_filter("here", |d| !matches!(d, Deed::Outside(..))), 1..40),
    ) {
        let mut world = World::new();
        for deed in &deeds {
            world.carry_out(deed);
            for (article, name) in ARTICLES.iter().enumerate() {
                let (position, set) = (world.history.position(name), world.set(article).clone());
                let known = world.positions.entry((article, position)).or_insert_with(|| set.clone());
                prop_assert_eq!(&*known, &set);
                if !world.history.is_dirty(name) {
                    prop_assert_eq!(&world.saved[article], &set);
                }
                prop_assert_eq!(world.history.unsaved_steps(name) > 0, world.history.is_dirty(name));
            }
        }
    }
}

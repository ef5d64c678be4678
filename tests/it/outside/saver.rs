//! A set and a sidecar that another program writes too, saved in any order: nothing of either is lost.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::format::sidecar;
use tippani::jobs::{CancelToken, Journals, LoadRequest, SaveRequest, Saver, TakenIn};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, EditId, Timestamp,
};
use tippani::text::{ByteOffset, Span};

use crate::folder::folder;

const TEXT: &str = "zero one two three four five six seven eight nine";
const SIDECAR: &str = "a.txt.asha.annotations.json";

/// A saver without journals: nothing but the sidecar keeps what is saved.
fn saver() -> Saver {
    Saver::new(Arc::new(Journals::new(None)), None)
}

/// Saves a set with an edit of this run in it, that has heard of so many merges.
fn request_of(root: &Path, document: &Document, set: &AnnotationSet, merges: u64) -> SaveRequest {
    let upto = EditId { run: 1, number: 1 };
    SaveRequest { upto, merges, ..SaveRequest::of_loaded(root, document.clone(), set.clone()) }
}

/// An annotation of one letter of the text.
fn mark(document: &Document, id: &str, at: usize) -> Annotation {
    let at = at % TEXT.len();
    let span = Span::new(&document.text, ByteOffset::new(at), ByteOffset::new(at + 1)).unwrap();
    let now: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    Annotation::new(AnnotationId::new(id), AnnotationKind::Entity, "person", span.into(), now)
}

fn ids(set: &AnnotationSet) -> BTreeSet<String> {
    set.annotations().iter().map(|a| a.id.to_string()).collect()
}

/// What the sidecar holds, as another program reads it.
fn on_disk(root: &Path, document: &Document) -> Option<AnnotationSet> {
    let bytes = fs::read(root.join(SIDECAR)).ok()?;
    Some(sidecar::decode(&bytes, document).unwrap().value)
}

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// An annotation is made here.
    Mine,
    /// One that was made here is deleted.
    MineAway(usize),
    /// Another program adds an annotation to the sidecar.
    Theirs,
    /// Another program deletes one.
    TheirsAway(usize),
    /// The set is saved as it is; nobody has heard of what comes of it yet.
    Save,
    /// What came of the oldest save is heard of.
    Hear,
}

/// The one that edits, as the session does.
struct Editor {
    set: AnnotationSet,
    merges: u64,
    unheard: VecDeque<TakenIn>,
}

impl Editor {
    fn hear(&mut self) {
        let Some(TakenIn { sent, set, .. }) = self.unheard.pop_front() else { return };
        self.set = tippani::analysis::merge(Some(&sent), &self.set, &set).set;
        self.merges += 1;
    }
}

fn check(acts: &[Act]) -> Result<(), TestCaseError> {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    let root = folder.path();
    let saver = saver();
    let annotator = Annotator::new("asha").unwrap();
    let request = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: annotator.clone() };
    let loaded = saver.load(&request, None, &CancelToken::new()).unwrap();
    let document = loaded.document;
    let mut editor = Editor { set: loaded.set, merges: 0, unheard: VecDeque::new() };
    let (mut wanted, mut unwanted) = (BTreeSet::new(), BTreeSet::new());
    let save = |editor: &mut Editor| {
        let taken = saver.save(&request_of(root, &document, &editor.set, editor.merges)).unwrap();
        editor.unheard.extend(taken);
    };
    for (n, act) in acts.iter().enumerate() {
        match *act {
            Act::Mine => {
                let id = format!("M{n:02}");
                editor.set.insert(mark(&document, &id, n));
                wanted.insert(id);
            }
            Act::MineAway(which) => {
                let mine: Vec<_> = ids(&editor.set).into_iter().filter(|id| id.starts_with('M')).collect();
                if let Some(id) = mine.get(which % mine.len().max(1)) {
                    editor.set.remove(&AnnotationId::new(id.as_str()));
                    wanted.remove(id);
                }
            }
            Act::Theirs => {
                let mut set =
                    on_disk(root, &document).unwrap_or_else(|| AnnotationSet::new(annotator.clone()));
                let id = format!("T{n:02}");
                set.insert(mark(&document, &id, n));
                fs::write(root.join(SIDECAR), sidecar::encode(&set, &document).unwrap()).unwrap();
                wanted.insert(id);
            }
            Act::TheirsAway(which) => {
                let Some(mut set) = on_disk(root, &document) else { continue };
                let theirs: Vec<_> = ids(&set).into_iter().filter(|id| id.starts_with('T')).collect();
                if let Some(id) = theirs.get(which % theirs.len().max(1)) {
                    set.remove(&AnnotationId::new(id.as_str()));
                    fs::write(root.join(SIDECAR), sidecar::encode(&set, &document).unwrap()).unwrap();
                    wanted.remove(id);
                    unwanted.insert(id.clone());
                }
            }
            Act::Save => save(&mut editor),
            Act::Hear => editor.hear(),
        }
    }
    // All is heard of, saved, and heard of again.
    for _ in 0..2 {
        while !editor.unheard.is_empty() {
            editor.hear();
        }
        save(&mut editor);
    }
    let found = on_disk(root, &document).map(|set| ids(&set)).unwrap_or_default();
    prop_assert_eq!(&found, &ids(&editor.set), "what is shown is what is on disk");
    let lost: Vec<_> = wanted.difference(&found).collect();
    prop_assert!(lost.is_empty(), "{:?} of {:?} are lost", lost, wanted);
    let back: Vec<_> = unwanted.intersection(&found).collect();
    prop_assert!(back.is_empty(), "{:?} came back", back);
    Ok(())
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Mine),
        1 => any::<usize>().prop_map(Act::MineAway),
        3 => Just(Act::Theirs),
        1 => any::<usize>().prop_map(Act::TheirsAway),
        4 => Just(Act::Save),
        3 => Just(Act::Hear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn nothing_of_either_is_lost_in_any_order(acts in prop::collection::vec(act(), 0..40)) {
        check(&acts)?;
    }
}

#[test]
fn a_set_that_was_sent_before_a_merge_was_heard_of_takes_nothing_out() {
    check(&[
        Act::Mine,
        Act::Save,
        Act::Theirs,
        Act::Save,
        Act::Mine,
        Act::Save,
        Act::Mine,
        Act::Save,
        Act::Hear,
    ])
    .unwrap();
}

#[test]
fn a_sidecar_that_is_gone_is_written_anew_with_the_next_change() {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    let root = folder.path();
    let saver = saver();
    let annotator = Annotator::new("asha").unwrap();
    let request = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator };
    let loaded = saver.load(&request, None, &CancelToken::new()).unwrap();
    let (document, mut set) = (loaded.document, loaded.set);
    set.insert(mark(&document, "A", 0));
    assert_eq!(saver.save(&request_of(root, &document, &set, 0)), Ok(None));
    fs::remove_file(root.join(SIDECAR)).unwrap();
    assert_eq!(saver.save(&request_of(root, &document, &set, 0)), Ok(None));
    assert!(on_disk(root, &document).is_none(), "who deleted it may have meant it");
    set.insert(mark(&document, "B", 1));
    let taken = saver.save(&request_of(root, &document, &set, 0)).unwrap().unwrap();
    assert_eq!(ids(&on_disk(root, &document).unwrap()), ids(&set));
    assert_eq!((taken.set, taken.conflicts), (set, Vec::new()));
}

#[test]
fn a_sidecar_that_cannot_be_used_is_left_as_it_is() {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    let root = folder.path();
    let (saver, annotator) = (saver(), Annotator::new("asha").unwrap());
    let request = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator };
    let loaded = saver.load(&request, None, &CancelToken::new()).unwrap();
    let (document, mut set) = (loaded.document, loaded.set);
    set.insert(mark(&document, "A", 0));
    saver.save(&request_of(root, &document, &set, 0)).unwrap();
    fs::write(root.join(SIDECAR), "half a fi").unwrap();
    let error = saver.save(&request_of(root, &document, &set, 0)).unwrap_err();
    assert!(error.kept && error.reason.contains("changed by another program"), "{error:?}");
    set.insert(mark(&document, "B", 1));
    let error = saver.save(&request_of(root, &document, &set, 0)).unwrap_err();
    assert!(!error.kept && error.reason.contains("in this window only"), "{error:?}");
    assert_eq!(fs::read(root.join(SIDECAR)).unwrap(), b"half a fi");
}

#[test]
fn a_sidecar_that_appears_where_there_was_none_is_taken_in() {
    let folder = folder(&[("a.txt", TEXT.as_bytes())]);
    let root = folder.path();
    let (saver, annotator) = (saver(), Annotator::new("asha").unwrap());
    let request = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: annotator.clone() };
    let loaded = saver.load(&request, None, &CancelToken::new()).unwrap();
    assert_eq!(saver.save(&request_of(root, &loaded.document, &loaded.set, 0)), Ok(None));
    let mut theirs = AnnotationSet::new(annotator);
    theirs.insert(mark(&loaded.document, "T", 0));
    fs::write(root.join(SIDECAR), sidecar::encode(&theirs, &loaded.document).unwrap()).unwrap();
    let taken = saver.save(&request_of(root, &loaded.document, &loaded.set, 0)).unwrap().unwrap();
    assert_eq!(ids(&taken.set), ids(&theirs));
}

//! The program ends and begins again, at any moment: nothing is lost, and what was done can be undone.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::edit::{Change, History, PastStep, Transaction};
use tippani::format::sidecar;
use tippani::jobs::{
    CancelToken, Journals, KeepRequest, KeptEdit, LoadRequest, LoadedArticle, SaveRequest, Saver, TakenIn,
};
use tippani::model::AnnotationSet;

use super::{Deed, TEXT, asha, do_deed, mark};
use crate::folder::folder;

const FILE: &str = "a.txt";
const SIDECAR: &str = "a.txt.asha.annotations.json";

/// One thing that happens.
#[derive(Clone, Debug)]
enum Act {
    Do(Deed),
    /// What was done goes to the journal.
    Keep,
    /// The sidecar is saved.
    Save,
    /// Another program marks the nth word in the sidecar, once all is saved there; it is taken in.
    Outside(usize),
    /// The program is killed and started again.
    Kill,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0_usize..5).prop_map(|n| Act::Do(Deed::Put(n))),
        2 => (0_usize..5).prop_map(|n| Act::Do(Deed::Remove(n))),
        2 => (0_usize..5).prop_map(|n| Act::Do(Deed::Type(n))),
        4 => Just(Act::Do(Deed::Undo)),
        2 => Just(Act::Do(Deed::Redo)),
        1 => Just(Act::Do(Deed::Cancel)),
        6 => Just(Act::Keep),
        2 => Just(Act::Save),
        2 => (0_usize..5).prop_map(Act::Outside),
        3 => Just(Act::Kill),
    ]
}

/// Waits until nobody holds a lock of the journals: a program that another test starts has those of this process until it begins.
fn until_free(journals: &Path) {
    let is_lock = |entry: &walkdir::DirEntry| entry.path().extension().is_some_and(|end| end == "lock");
    for lock in walkdir::WalkDir::new(journals).into_iter().filter_map(Result::ok).filter(is_lock) {
        while fs::File::open(lock.path()).unwrap().try_lock().is_err() {
            std::thread::yield_now();
        }
    }
}

/// A run of the program on one article.
struct Run {
    saver: Saver,
    history: History,
    sets: HashMap<Arc<str>, AnnotationSet>,
    article: LoadedArticle,
    unkept: Vec<Arc<KeptEdit>>,
    merges: u64,
}

impl Run {
    fn start(journals: &Path, root: &Path, run: u64) -> Self {
        until_free(journals);
        let saver = Saver::new(Arc::new(Journals::new(Some(journals.to_owned()))), None);
        let request = LoadRequest { root: root.to_owned(), file: FILE.into(), annotator: asha() };
        let article = saver.load(&request, None, &CancelToken::new()).unwrap();
        let mut history = History::recording(run);
        history.restore(&FILE.into(), &article.set, article.history.clone());
        let sets = HashMap::from([(FILE.into(), article.set.clone())]);
        Self { saver, history, sets, article, unkept: Vec::new(), merges: 0 }
    }

    fn set(&self) -> &AnnotationSet {
        &self.sets[FILE]
    }

    fn act(&mut self, n: usize, deed: &Deed) {
        do_deed(&mut self.history, &mut self.sets, &self.article.document, (n, deed));
        let documents = vec![self.article.document.clone()];
        let edits = self.history.take_edits().into_iter();
        self.unkept
            .extend(edits.map(|edit| Arc::new(KeptEdit { edit, documents: documents.clone(), at_ms: 0 })));
    }

    fn change(&mut self, name: &str, changes: Vec<Change>) {
        self.history.apply(&mut self.sets, Transaction::new(name, Arc::from(FILE), changes)).unwrap();
        let documents = vec![self.article.document.clone()];
        let edits = self.history.take_edits().into_iter();
        self.unkept
            .extend(edits.map(|edit| Arc::new(KeptEdit { edit, documents: documents.clone(), at_ms: 0 })));
    }

    fn keep(&mut self, root: &Path) {
        let edits = std::mem::take(&mut self.unkept);
        self.saver.journals().keep(&KeepRequest { root: root.to_owned(), annotator: asha(), edits }).unwrap();
    }

    /// Saves the set; gives what it was merged with.
    fn save(&self, root: &Path) -> Option<TakenIn> {
        let upto = self.history.newest_edit();
        let request = SaveRequest::of_loaded(root, self.article.document.clone(), self.set().clone());
        self.saver.save(&SaveRequest { upto, merges: self.merges, ..request }).unwrap()
    }

    fn outside(&mut self, root: &Path, n: usize, note: &str) {
        let (path, document) = (root.join(SIDECAR), self.article.document.clone());
        let on_disk = fs::read(&path).map(|bytes| sidecar::decode(&bytes, &document).unwrap().value);
        let mut theirs = on_disk.unwrap_or_else(|_| AnnotationSet::new(asha()));
        theirs.insert(mark(&document, n, note));
        fs::write(&path, sidecar::encode(&theirs, &document).unwrap()).unwrap();
        let taken = self.save(root).unwrap();
        assert_eq!((&taken.set, taken.conflicts.len()), (&theirs, 0));
        let put = Change::Put(Box::new(mark(&document, n, note)));
        self.history.take_in(&mut self.sets, &FILE.into(), vec![put]).unwrap();
        self.merges += 1;
        assert_eq!(self.set(), &taken.set);
        assert_eq!(self.history.take_edits(), [], "nothing for the journal");
    }

    /// The sets that undoing everything leads through, the last first.
    fn way_back(&self) -> Vec<AnnotationSet> {
        let (mut history, mut sets) = (self.history.clone(), self.sets.clone());
        let mut way = Vec::new();
        while history.undo(&mut sets, &FILE.into()).is_some() {
            way.push(sets[FILE].clone());
        }
        way
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_was_kept_is_there_after_any_end(acts in prop::collection::vec(any_act(), 1..40)) {
        let (folder, journals) = (folder(&[(FILE, TEXT.as_bytes())]), tempfile::tempdir().unwrap());
        let root = folder.path();
        let mut run = Run::start(journals.path(), root, 1);
        // What has to be there, and what can be undone: as of the last time that all was kept.
        let (mut kept, mut way) = (run.set().clone(), run.way_back());
        for (n, act) in acts.iter().enumerate() {
            match act {
                Act::Do(deed) => run.act(n, deed),
                Act::Keep => {
                    run.keep(root);
                    (kept, way) = (run.set().clone(), run.way_back());
                }
                Act::Save => {
                    run.keep(root);
                    run.save(root);
                    (kept, way) = (run.set().clone(), run.way_back());
                }
                Act::Outside(word) => {
                    run.keep(root);
                    run.save(root);
                    run.outside(root, *word, &format!("theirs {n}"));
                    (kept, way) = (run.set().clone(), run.way_back());
                }
                Act::Kill => {
                    drop(run);
                    run = Run::start(journals.path(), root, 2 + n as u64);
                    prop_assert_eq!(run.set(), &kept);
                    prop_assert_eq!(run.way_back(), way.clone());
                    // What was not kept is gone, and so is the way to it.
                    (kept, way) = (run.set().clone(), run.way_back());
                }
            }
        }
    }
}

/// Opens the article, and gives the set and what can be undone.
fn opened(journals: &Path, root: &Path) -> (AnnotationSet, Vec<PastStep>, bool) {
    let run = Run::start(journals, root, 99);
    (run.set().clone(), run.article.history.clone(), run.article.unsaved)
}

/// A folder with two marks made, of which the first `saved` are in the sidecar.
fn worked(saved: usize) -> (tempfile::TempDir, tempfile::TempDir, AnnotationSet) {
    let (folder, journals) = (folder(&[(FILE, TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let mut run = Run::start(journals.path(), folder.path(), 1);
    for n in 0..2 {
        run.act(n, &Deed::Put(n));
        run.keep(folder.path());
        if n < saved {
            run.save(folder.path());
        }
    }
    let set = run.set().clone();
    (folder, journals, set)
}

#[test]
fn a_sidecar_is_as_it_is_where_all_was_saved() {
    let (folder, journals, _) = worked(2);
    let sidecar = folder.path().join("a.txt.asha.annotations.json");
    // Whoever takes it away has a reason.
    fs::remove_file(&sidecar).unwrap();
    let (set, history, unsaved) = opened(journals.path(), folder.path());
    assert!(set.is_empty() && !unsaved);
    assert_eq!(history.len(), 2, "undoing it changes nothing, and says so");
}

#[test]
fn a_sidecar_that_is_gone_or_older_gets_everything_back() {
    for saved in [0, 1] {
        let (folder, journals, wanted) = worked(saved);
        let sidecar = folder.path().join("a.txt.asha.annotations.json");
        assert_eq!(sidecar.exists(), saved > 0);
        let _ = fs::remove_file(&sidecar);
        let (set, _, unsaved) = opened(journals.path(), folder.path());
        assert_eq!((&set, unsaved), (&wanted, true));
    }
}

#[test]
fn a_note_of_what_is_saved_may_be_lost() {
    let (folder, journals, wanted) = worked(2);
    let path = walkdir::WalkDir::new(journals.path()).into_iter().map(|entry| entry.unwrap().into_path());
    let path = path.into_iter().find(|path| path.extension().is_some_and(|e| e == "journal")).unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 3]).unwrap();
    let (set, _, unsaved) = opened(journals.path(), folder.path());
    assert_eq!((&set, unsaved), (&wanted, false));
    assert_eq!(tippani::store::journal::unsaved_in(journals.path(), folder.path()), []);
}

#[test]
fn two_windows_have_a_journal_each_and_nothing_of_either_is_lost() {
    let (folder, journals) = (folder(&[(FILE, TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let mut first = Run::start(journals.path(), root, 1);
    let mut second = Run::start(journals.path(), root, 2);
    first.act(0, &Deed::Put(0));
    first.keep(root);
    second.act(1, &Deed::Put(1));
    second.keep(root);
    first.save(root);
    assert!(second.save(root).is_some(), "the sidecar is another one by now");
    assert_eq!(super::journals_in(journals.path()).len(), 2);
    drop((first, second));
    let run = Run::start(journals.path(), root, 3);
    let document = &run.article.document;
    let wanted =
        AnnotationSet::new(asha()).with_annotations(vec![mark(document, 0, "0"), mark(document, 1, "1")]).0;
    assert_eq!(run.set(), &wanted);
    assert_eq!(super::journals_in(journals.path()).len(), 1, "the other window's is taken over");
}

#[test]
fn what_was_done_on_another_version_of_the_article_waits() {
    let (folder, journals, _) = worked(0);
    fs::write(folder.path().join(FILE), format!("{TEXT}.")).unwrap();
    let run = Run::start(journals.path(), folder.path(), 5);
    assert!(run.set().is_empty() && !run.article.unsaved && run.article.history.is_empty());
    let words = "2 changes of a.txt could not be saved before and do not fit the article as it is";
    assert!(
        run.article.notices.iter().any(|notice| notice.text.starts_with(words)),
        "{:?}",
        run.article.notices
    );
    drop(run);
    // It is as it was again.
    fs::write(folder.path().join(FILE), TEXT).unwrap();
    assert_eq!(opened(journals.path(), folder.path()).0.annotations().len(), 2);
}

#[test]
fn old_steps_go_and_what_is_not_saved_stays() {
    let (folder, journals) =
        (folder(&[(FILE, TEXT.as_bytes()), ("b.txt", TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let mut run = Run::start(journals.path(), root, 1);
    // One edit of another article that is never saved.
    let mut set = AnnotationSet::new(asha());
    set.insert(mark(&run.article.document, 4, "unsaved"));
    let document = tippani::format::article::decode("b.txt", TEXT.as_bytes()).value;
    let unsaved = Arc::new(super::kept_edit(&document, &set));
    run.unkept.push(unsaved);
    for n in 0..21_000 {
        run.act(n, &Deed::Put(n % 2));
    }
    run.keep(root);
    run.save(root);
    let set = run.set().clone();
    drop(run);
    let run = Run::start(journals.path(), root, 2);
    assert_eq!(run.set(), &set);
    assert_eq!(run.article.history.len(), 10_000, "these can be undone");
    assert_eq!(tippani::store::journal::unsaved_in(journals.path(), root), [("b.txt".into(), asha())]);
    let b = LoadRequest { root: root.to_owned(), file: "b.txt".into(), annotator: asha() };
    assert_eq!(run.saver.load(&b, None, &CancelToken::new()).unwrap().set.annotations()[0].note, "unsaved");
}

/// Steps that each changed very much are not kept for ever: a journal that could not be read any more would keep nothing.
#[test]
fn steps_of_many_bytes_go_before_the_journal_is_too_long() {
    let (folder, journals) = (folder(&[(FILE, TEXT.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let mut run = Run::start(journals.path(), root, 1);
    let words = "x".repeat(4 << 20);
    for n in 0..40 {
        let put = Change::Put(Box::new(mark(&run.article.document, 0, &format!("{n} {words}"))));
        run.change("Note", vec![put]);
        run.keep(root);
        if n % 10 == 9 {
            run.save(root);
        }
    }
    drop(run);
    let bytes: usize = super::journals_in(journals.path()).iter().map(Vec::len).sum();
    assert!(bytes < 256 << 20, "{bytes}");
    let run = Run::start(journals.path(), root, 2);
    assert!(run.set().annotations()[0].note.starts_with("39 "));
    let steps = run.article.history.len();
    assert!((10..40).contains(&steps), "{steps} can be undone");
}

//! What the disk and the text are asked: saving, undoing, finding, laying out, looking at a folder.

use std::fs::File;
use std::io::Write as _;

use tippani::analysis::{Fold, Folding, find};
use tippani::edit::{Change, History, Transaction};
use tippani::format::sidecar;
use tippani::jobs::{CancelToken, scan};
use tippani::model::Annotation;
use tippani::store::{self, Stamp};

use crate::corpus;
use crate::headless::Headless;
use crate::table::{Limit, Table, Unit, median, timed};

const ROUNDS: usize = 7;
const STEPS: usize = 10_000;
const ARTICLES: usize = 100_000;

pub(crate) fn measure(table: &mut Table) {
    save(table);
    undo(table);
    search(table);
    folder(table);
}

fn save(table: &mut Table) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let document = corpus::document(corpus::BYTES);
    let mut set = corpus::annotations(&document, corpus::MARKS);
    std::fs::write(folder.path().join("bench.txt"), document.text.as_str()).expect("it can be written");
    let mut stamp = Stamp::default();
    let (mut saved, mut floors) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let mut first = Annotation::clone(&set.annotations()[round]);
        first.note = format!("changed {round}");
        set.insert(first);
        let (outcome, took) = timed(|| store::save(folder.path(), &document, &set, &stamp));
        stamp = outcome.expect("it can be saved").stamp;
        saved.push(took);
        let bytes = sidecar::encode(&set, &document).expect("spans of this text");
        let tree: serde_json::Value = serde_json::from_slice(&bytes).expect("it is JSON");
        let ((), took) = timed(|| {
            let bytes = serde_json::to_vec(&tree).expect("a tree");
            let mut file = File::create(folder.path().join("floor.json")).expect("a file");
            file.write_all(&bytes).expect("it can be written");
            file.sync_all().expect("it can be synced");
        });
        floors.push(took);
    }
    table.row(
        "save 51,600 annotations",
        Unit::Milliseconds,
        median(saved),
        ("serde_json of the tree, write, sync", median(floors)),
        Limit { times: 1.5, plus: 0.0 },
    );
}

fn undo(table: &mut Table) {
    let document = corpus::document(corpus::BYTES);
    let set = corpus::annotations(&document, corpus::MARKS);
    let file = document.file;
    let marks: Vec<Annotation> = set.annotations().iter().map(|mark| Annotation::clone(mark)).collect();
    let mut sets = std::collections::HashMap::from([(file.clone(), set)]);
    let mut history = History::recording(1);
    let apply = |history: &mut History, sets: &mut _, n: usize| {
        let mut mark = marks[n * 5 % marks.len()].clone();
        mark.note = format!("note {n}");
        let transaction = Transaction::new("Edit note", file.clone(), vec![Change::Put(Box::new(mark))]);
        history.apply(sets, transaction).expect("it fits");
    };
    let ((), done) = timed(|| (0..STEPS).for_each(|n| apply(&mut history, &mut sets, n)));
    let (undone, took) = timed(|| std::iter::from_fn(|| history.undo(&mut sets, &file)).take(STEPS).count());
    assert_eq!(undone, STEPS);
    table.row(
        "undo 10,000 steps, one run",
        Unit::Milliseconds,
        took,
        ("doing them, by the same code, one run", done),
        Limit { times: 1.5, plus: 0.0 },
    );
}

fn search(table: &mut Table) {
    let document = corpus::document(corpus::BYTES);
    let text = &document.text;
    let folded = Fold::new(text.as_str(), Folding::default());
    let fold = |_| timed(|| Fold::new(text.as_str(), Folding::default())).1;
    let fold = median((0..ROUNDS).map(fold).collect());
    let query = "पुल";
    let found = (0..ROUNDS).map(|_| timed(|| find(text, &folded, query, usize::MAX).len()).1);
    let found = median(found.collect());
    let floor = |_| timed(|| memchr::memmem::find_iter(text.as_str().as_bytes(), query).count()).1;
    let floor = median((0..ROUNDS).map(floor).collect());
    table.row(
        "find a word in 10 MB",
        Unit::Milliseconds,
        found,
        ("memmem of the same word", floor),
        Limit { times: 3.0, plus: 0.0 },
    );
    // A hundred times as long as a word may be looked for.
    table.row(
        "fold 10 MB, once an article",
        Unit::Milliseconds,
        fold,
        ("memmem of one word, which is other work", floor),
        Limit { times: 300.0, plus: 0.0 },
    );
}

fn folder(table: &mut Table) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    for article in 0..ARTICLES {
        let at = folder.path().join(format!("{:03}", article % 250));
        std::fs::create_dir_all(&at).expect("it can be made");
        std::fs::write(at.join(format!("{article:06}.txt")), "a short article").expect("it can be written");
    }
    let walk = || {
        let entries = walkdir::WalkDir::new(folder.path()).into_iter();
        entries
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.metadata().is_ok_and(|m| m.is_file())))
            .count()
    };
    assert_eq!(walk(), ARTICLES);
    let floor = median((0..3).map(|_| timed(walk).1).collect());
    let look = |_| {
        let (found, took) = timed(|| scan(folder.path(), &CancelToken::new()));
        assert_eq!(found.expect("it can be read").articles.len(), ARTICLES);
        took
    };
    let looked = median((0..3).map(look).collect());
    table.row(
        "list 100,000 articles",
        Unit::Milliseconds,
        looked,
        ("walking the folder with sizes", floor),
        Limit { times: 3.0, plus: 0.0 },
    );
    let opened = (0..3).map(|_| timed(|| Headless::open(folder.path())).1).collect();
    // Whatever the folder holds.
    table.bare("open 100,000 articles: first text", Unit::Milliseconds, median(opened), 350.0);
}

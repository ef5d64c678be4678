//! What keeping costs beside 51,600 annotations: one of them kept in the journal, 10,000 steps undone, a history taken up in a
//! later run. `cargo bench --bench journal`.
//!
//! The journal lies in memory where the system has a place for that, so that it is the work of the processor that is measured.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tippani::edit::{Change, History, Transaction};
use tippani::jobs::{CancelToken, Journals, KeepRequest, KeptEdit, LoadRequest, Saver};
use tippani::model::{Annotation, AnnotationSet};

const STEPS: usize = 10_000;

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = corpus::write(folder.path(), corpus::BYTES, corpus::MARKS);
    let memory = Path::new("/dev/shm");
    let (journals, place) = if memory.is_dir() {
        (tempfile::tempdir_in(memory), "in memory")
    } else {
        (tempfile::tempdir(), "on disk")
    };
    let journals = journals.expect("a temporary folder");
    let saver = || Saver::new(Arc::new(Journals::new(Some(journals.path().to_owned()))), None);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let article =
        LoadRequest { root: folder.path().to_owned(), file: name.into(), annotator: corpus::annotator() };

    let first = saver();
    let loaded = first.load(&article, None, &CancelToken::new()).expect("the article");
    let file = loaded.document.file.clone();
    let mut sets = HashMap::from([(file.clone(), loaded.set)]);
    let mut history = History::recording(1);
    let marks: Vec<Arc<Annotation>> = sets[&file].annotations().iter().cloned().collect();
    let mut kept = Vec::with_capacity(STEPS);
    for n in 0..STEPS {
        let mut mark = Annotation::clone(&marks[n * 5 % marks.len()]);
        mark.note = format!("note {n}");
        let started = Instant::now();
        let transaction = Transaction::new("Edit note", file.clone(), vec![Change::Put(Box::new(mark))]);
        history.apply(&mut sets, transaction).expect("it fits");
        let documents = vec![loaded.document.clone()];
        let edits = history.take_edits().into_iter();
        let edits =
            edits.map(|edit| Arc::new(KeptEdit { edit, documents: documents.clone(), at_ms: 0 })).collect();
        let request = KeepRequest { root: article.root.clone(), annotator: article.annotator.clone(), edits };
        first.journals().keep(&request).expect("the journal can be written");
        kept.push(started.elapsed());
    }
    kept.sort_unstable();
    println!("{} annotations, {STEPS} changes", sets[&file].annotations().len());
    println!(
        "one change, journal {place:<9}  {} (worst {})",
        milliseconds(kept[STEPS / 2]),
        milliseconds(kept[STEPS - 1])
    );
    let after: AnnotationSet = sets[&file].clone();

    let started = Instant::now();
    while history.undo(&mut sets, &file).is_some() {}
    println!("all of them undone             {}", milliseconds(started.elapsed()));

    drop(first);
    let second = saver();
    let started = Instant::now();
    let mut again = second.load(&article, None, &CancelToken::new()).expect("the article");
    println!("opened with the journal        {}", milliseconds(started.elapsed()));
    assert!(again.set == after, "nothing is lost");
    let steps = std::mem::take(&mut again.history);
    assert_eq!(steps.len(), STEPS, "all of them can be undone");
    let mut history = History::recording(2);
    let started = Instant::now();
    history.restore(&file, &again.set, steps);
    println!("the history taken up           {}", milliseconds(started.elapsed()));
    let mut sets = HashMap::from([(file.clone(), again.set)]);
    let started = Instant::now();
    while history.undo(&mut sets, &file).is_some() {}
    println!("all undone in a later run      {}", milliseconds(started.elapsed()));
}

//! The journal: what is in it comes back, whatever became of its bytes, its folder and the sidecars meanwhile.

mod bytes;
mod replay;
mod series;
mod workspace;

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use tippani::edit::{Change, History, Transaction};
use tippani::format::journal::{self, Record};
use tippani::jobs::KeptEdit;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, SetEntry,
};
use tippani::text::{ByteOffset, SourceText, Span};

pub(crate) const TEXT: &str = "Asha met Ravi in Delhi";

pub(crate) fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

/// An article of that text.
pub(crate) fn document(file: &str) -> Document {
    Document {
        file: file.into(),
        text: SourceText::new(TEXT),
        sha256: "5a".repeat(32).into(),
        language: None,
    }
}

/// The nth word marked, with a note.
pub(crate) fn mark(document: &Document, n: usize, note: &str) -> Annotation {
    let (start, word) =
        document.text.as_str().match_indices(|c: char| c.is_alphanumeric()).nth(3 * n).unwrap();
    let span =
        Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(start + word.len())).unwrap();
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let id = AnnotationId::new(format!("01{n}"));
    let mut mark = Annotation::new(id, AnnotationKind::Entity, "person", span.into(), now);
    note.clone_into(&mut mark.note);
    mark
}

/// The edit that makes all of a set.
pub(crate) fn kept_edit(document: &Document, set: &AnnotationSet) -> KeptEdit {
    let puts = set.annotations().iter().map(|a| Change::Put(Box::new(Annotation::clone(a)))).collect();
    kept_changes(document, AnnotationSet::new(set.annotator.clone()), puts)
}

/// The edit that makes these changes of a set.
pub(crate) fn kept_changes(document: &Document, before: AnnotationSet, changes: Vec<Change>) -> KeptEdit {
    let mut sets = HashMap::from([(document.file.clone(), before)]);
    let mut history = History::recording(7);
    history.apply(&mut sets, Transaction::new("Tag", document.file.clone(), changes)).unwrap();
    let edit = history.take_edits().pop().unwrap();
    KeptEdit { edit, documents: vec![document.clone()], at_ms: 1 }
}

/// The bytes of all journals below a folder, by name.
pub(crate) fn journals_in(folder: &Path) -> Vec<Vec<u8>> {
    // It is made with the first journal.
    if !folder.exists() {
        return Vec::new();
    }
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap());
    let journals = all.filter(|entry| entry.path().extension().is_some_and(|e| e == "journal"));
    journals.map(|entry| fs::read(entry.path()).unwrap()).collect()
}

/// Every entry that the journals below a folder have of an article, as it was after an edit.
pub(crate) fn entries_in(folder: &Path, document: &Document) -> Vec<SetEntry> {
    let mut entries = Vec::new();
    for bytes in journals_in(folder) {
        for record in journal::decode(&bytes).unwrap().value {
            let Record::Edit(edit) = record else { continue };
            let own =
                edit.parts.iter().filter(|part| part.file == document.file && part.sha256 == document.sha256);
            for part in own {
                entries.extend(part.changes(document).unwrap().into_iter().filter_map(|change| change.after));
            }
        }
    }
    entries
}

/// What is done with a history of one article, one step after the other: the set after each, and what was recorded.
pub(crate) fn work(document: &Document, run: u64, deeds: &[Deed]) -> (Vec<AnnotationSet>, Vec<KeptEdit>) {
    let mut sets = HashMap::from([(document.file.clone(), AnnotationSet::new(asha()))]);
    let mut history = History::recording(run);
    let (mut states, mut edits) = (vec![AnnotationSet::new(asha())], Vec::new());
    for (n, deed) in deeds.iter().enumerate() {
        do_deed(&mut history, &mut sets, document, (n, deed));
        for edit in history.take_edits() {
            edits.push(KeptEdit { edit, documents: vec![document.clone()], at_ms: n as u64 });
            states.push(sets[&document.file].clone());
        }
    }
    (states, edits)
}

/// One thing that is done.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    Put(usize),
    Remove(usize),
    /// The next letter of a note.
    Type(usize),
    Undo,
    Redo,
    Cancel,
}

pub(crate) fn do_deed(
    history: &mut History,
    sets: &mut HashMap<Arc<str>, AnnotationSet>,
    document: &Document,
    (n, deed): (usize, &Deed),
) {
    let file = &document.file;
    let has = |sets: &HashMap<Arc<str>, AnnotationSet>, at: usize| {
        sets[file].get(&AnnotationId::new(format!("01{at}"))).is_some()
    };
    let put = |at: usize| vec![Change::Put(Box::new(mark(document, at, &format!("{n}"))))];
    match *deed {
        Deed::Put(at) => history.apply(sets, Transaction::new("Tag", file.clone(), put(at))).unwrap(),
        Deed::Remove(at) if has(sets, at) => {
            let remove = vec![Change::Remove(AnnotationId::new(format!("01{at}")))];
            history.apply(sets, Transaction::new("Remove", file.clone(), remove)).unwrap();
        }
        Deed::Remove(_) => {}
        Deed::Type(at) => history.amend(sets, Transaction::new("Edit note", file.clone(), put(at))).unwrap(),
        Deed::Undo => drop(history.undo(sets, file)),
        Deed::Redo => drop(history.redo(sets, file)),
        Deed::Cancel => drop(history.cancel(sets, file)),
    }
}

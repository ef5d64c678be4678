//! Edits that only the journal has when their article is changed: they move with it, or stay in the journal.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;
use tippani::edit::Change;
use tippani::jobs::{CancelToken, Journals, KeepRequest, LoadRequest, LoadedArticle, SaveRequest, Saver};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document};
use tippani::store::{self, texts};
use tippani::text::{ByteOffset, Span};

use super::folder::sidecar;
use crate::folder::folder;
use crate::journal::{kept_changes, kept_edit};

const OLD: &str =
    "The minister for water spoke in Pune on Monday.\nGita Rao said that the dam was safe after the rain.\n";
const SIDECAR: &str = "a.txt.asha.annotations.json";

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn saver(state: &Path) -> Saver {
    Saver::new(Arc::new(Journals::new(Some(state.join("journals")))), None)
        .keeping_texts(Some(state.join("texts")))
}

fn load(saver: &Saver, root: &Path) -> LoadedArticle {
    let article = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: asha() };
    saver.load(&article, None, &CancelToken::new()).unwrap()
}

/// A set with these words marked.
fn marked(document: &Document, words: &str) -> AnnotationSet {
    let at = OLD.find(words).unwrap();
    let span = Span::new(&document.text, ByteOffset::new(at), ByteOffset::new(at + words.len())).unwrap();
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let mut set = AnnotationSet::new(asha());
    set.insert(Annotation::new(AnnotationId::new("01N"), AnnotationKind::Entity, "person", span.into(), now));
    set
}

/// The words of annotations on disk, by where they begin, and that they stand there.
fn on_disk(root: &Path) -> Vec<(usize, String)> {
    let text: Vec<char> = fs::read_to_string(root.join("a.txt")).unwrap().chars().collect();
    let file: Json = serde_json::from_slice(&fs::read(root.join(SIDECAR)).unwrap()).unwrap();
    assert_eq!(file.get("orphans"), None);
    let span = |annotation: &Json| {
        let span = &annotation["spans"][0];
        let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        let quote: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(span["quote"], *quote);
        (at("start"), quote)
    };
    file["annotations"].as_array().unwrap().iter().map(span).collect()
}

/// An annotation is made and killed before it is saved, then the article gets a headline.
fn check(saved: &[(&str, usize, usize)], keeps_text: bool, expected: &[(usize, &str)]) {
    let folder = folder(&[("w/a.txt", OLD.as_bytes())]);
    let (root, state) = (folder.path().join("w"), folder.path().join("state"));
    if !saved.is_empty() {
        fs::write(root.join(SIDECAR), sidecar(OLD, "asha", saved)).unwrap();
    }
    let document = store::document(&root, "a.txt").unwrap().value;
    if keeps_text {
        texts::keep(&state.join("texts"), &document, texts::MAX_BYTES).unwrap();
    }
    let edit = kept_edit(&document, &marked(&document, "Gita Rao"));
    let request = KeepRequest { root: root.clone(), annotator: asha(), edits: vec![Arc::new(edit)] };
    saver(&state).journals().keep(&request).unwrap();
    fs::write(root.join("a.txt"), format!("A headline.\n{OLD}")).unwrap();

    let first = saver(&state);
    let loaded = load(&first, &root);
    let told: Vec<&str> = loaded.notices.iter().map(|notice| notice.text.as_str()).collect();
    assert!(loaded.is_outdated);
    if keeps_text {
        assert_eq!(told, ["What could not be saved before a.txt was changed is there again: 1 annotation"]);
        assert!(loaded.unsaved);
    } else {
        let words = "1 change of a.txt could not be saved before and does not fit the article as it is; it stays in the journal";
        assert_eq!(told, [words]);
    }
    let loaded = loaded.settled();
    first.save(&SaveRequest::of_loaded(&root, loaded.document, loaded.set)).unwrap();
    let found = on_disk(&root);
    assert_eq!(found.iter().map(|(at, words)| (*at, words.as_str())).collect::<Vec<_>>(), expected);
    drop(first);

    // Once more there is nothing to be made again; what could not be is told again.
    let again = load(&saver(&state), &root);
    assert_eq!((again.unsaved, again.notices.is_empty()), (false, keeps_text), "{:?}", again.notices);
}

#[test]
fn an_edit_that_was_not_saved_moves_with_the_article() {
    check(&[("01A", 32, 36)], true, &[(44, "Pune"), (60, "Gita Rao")]);
    check(&[], true, &[(60, "Gita Rao")]);
}

#[test]
fn an_edit_whose_text_is_not_at_hand_stays_in_the_journal() {
    check(&[("01A", 32, 36)], false, &[(44, "Pune")]);
}

/// The article gets a headline while an edit waits in the journal, and another computer moves the sidecar with it before this one
/// opens it. `edit` is made of the mark on “Pune”.
fn check_moved_elsewhere(edit: impl Fn(&Annotation) -> Change, expected: &[(usize, &str, &str)]) {
    let folder = folder(&[("w/a.txt", OLD.as_bytes())]);
    let (root, state) = (folder.path().join("w"), folder.path().join("state"));
    fs::write(root.join(SIDECAR), sidecar(OLD, "asha", &[("01A", 32, 36), ("01B", 4, 12)])).unwrap();
    let opened = load(&saver(&state), &root);
    texts::keep(&state.join("texts"), &opened.document, texts::MAX_BYTES).unwrap();
    let change = edit(opened.set.get(&AnnotationId::new("01A")).unwrap());
    let edit = kept_changes(&opened.document, opened.set, vec![change]);
    let request = KeepRequest { root: root.clone(), annotator: asha(), edits: vec![Arc::new(edit)] };
    saver(&state).journals().keep(&request).unwrap();

    let new = format!("A headline.\n{OLD}");
    fs::write(root.join("a.txt"), &new).unwrap();
    fs::write(root.join(SIDECAR), sidecar(&new, "asha", &[("01A", 44, 48), ("01B", 16, 24)])).unwrap();
    let first = saver(&state);
    let loaded = load(&first, &root);
    assert!(loaded.unsaved && loaded.blocked.is_none(), "{:?}", loaded.notices);
    let loaded = loaded.settled();
    first.save(&SaveRequest::of_loaded(&root, loaded.document, loaded.set)).unwrap();
    let places = on_disk(&root);
    let file: Json = serde_json::from_slice(&fs::read(root.join(SIDECAR)).unwrap()).unwrap();
    let labels = file["annotations"].as_array().unwrap().iter().map(|a| a["label"].as_str().unwrap());
    let found: Vec<_> =
        places.iter().zip(labels).map(|((at, words), label)| (*at, words.as_str(), label)).collect();
    assert_eq!(found, expected);
    drop(first);
    let again = load(&saver(&state), &root);
    assert_eq!((again.unsaved, again.notices), (false, Vec::new()), "once is enough");
}

#[test]
fn an_edit_that_was_not_saved_is_made_where_the_sidecar_was_moved_elsewhere() {
    let with = |annotation: &Annotation, id: &str, words: &str| {
        let text = tippani::text::SourceText::new(OLD);
        let at = OLD.find(words).unwrap();
        let span = Span::new(&text, ByteOffset::new(at), ByteOffset::new(at + words.len())).unwrap();
        Annotation { id: AnnotationId::new(id), spans: span.into(), ..annotation.clone() }
    };
    let minister = (16, "minister", "person");
    check_moved_elsewhere(
        |pune| Change::Put(Box::new(with(pune, "01N", "Gita Rao"))),
        &[minister, (44, "Pune", "person"), (60, "Gita Rao", "person")],
    );
    check_moved_elsewhere(
        |pune| Change::Put(Box::new(Annotation { label: "place".into(), ..pune.clone() })),
        &[minister, (44, "Pune", "place")],
    );
    check_moved_elsewhere(
        |pune| Change::Put(Box::new(with(pune, "01A", "Monday"))),
        &[minister, (52, "Monday", "person")],
    );
    check_moved_elsewhere(|pune| Change::Remove(pune.id.clone()), &[minister]);
}

/// What asha did on the old text before the program was killed, on annotations that another computer has moved to the new text
/// meanwhile, as `theirs` has them; gives what is on disk once it is opened here and saved, and what is said.
fn moved_elsewhere(before: &AnnotationSet, change: Change, theirs: &AnnotationSet) -> (Json, Vec<String>) {
    let new = format!("A headline.\n{OLD}");
    let folder = folder(&[("w/a.txt", OLD.as_bytes())]);
    let (root, state) = (folder.path().join("w"), folder.path().join("state"));
    let old = store::document(&root, "a.txt").unwrap().value;
    texts::keep(&state.join("texts"), &old, texts::MAX_BYTES).unwrap();
    let edit = kept_changes(&old, before.clone(), vec![change]);
    let request = KeepRequest { root: root.clone(), annotator: asha(), edits: vec![Arc::new(edit)] };
    saver(&state).journals().keep(&request).unwrap();
    fs::write(root.join("a.txt"), &new).unwrap();
    let document = store::document(&root, "a.txt").unwrap().value;
    fs::write(root.join(SIDECAR), tippani::format::sidecar::encode(theirs, &document).unwrap()).unwrap();
    let first = saver(&state);
    let loaded = load(&first, &root);
    let told = loaded.notices.iter().map(|notice| notice.text.clone()).collect();
    first.save(&SaveRequest::of_loaded(&root, loaded.document, loaded.set)).unwrap();
    drop(first);
    let again = load(&saver(&state), &root);
    assert_eq!((again.unsaved, again.notices), (false, Vec::new()), "once is enough");
    (serde_json::from_slice(&fs::read(root.join(SIDECAR)).unwrap()).unwrap(), told)
}

#[test]
fn what_had_no_place_and_was_deleted_stays_deleted() {
    let old = tippani::format::article::decode("a.txt", OLD.as_bytes()).value;
    let mut before = AnnotationSet::new(asha());
    before.insert(marked(&old, "Pune").annotations()[0].as_ref().clone());
    let lost = before.remove(&AnnotationId::new("01N")).unwrap();
    before
        .insert_orphan(tippani::model::Orphan::of(&lost, &Document { sha256: "0".repeat(64).into(), ..old }));
    let delete = Change::Unorphan(lost.id);
    let (file, _) = moved_elsewhere(&before, delete, &before);
    assert_eq!(file.get("orphans"), None);
}

#[test]
fn what_another_changed_and_one_deleted_is_kept_and_told() {
    let old = tippani::format::article::decode("a.txt", OLD.as_bytes()).value;
    let new = tippani::format::article::decode("a.txt", format!("A headline.\n{OLD}").as_bytes()).value;
    let before = marked(&old, "Pune");
    let mut theirs = AnnotationSet::new(asha());
    let at = new.text.as_str().find("Pune").unwrap();
    let span = Span::new(&new.text, ByteOffset::new(at), ByteOffset::new(at + 4)).unwrap();
    let pune = before.annotations()[0].as_ref().clone();
    theirs.insert(Annotation { label: "place".into(), spans: span.into(), ..pune });
    let (file, told) = moved_elsewhere(&before, Change::Remove(AnnotationId::new("01N")), &theirs);
    assert_eq!(file["annotations"][0]["label"], "place");
    assert_eq!(told.len(), 1, "{told:?}");
}

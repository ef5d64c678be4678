//! Work that could not be saved comes back, and takes nobody else's place.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::desktop::{Corpus, Display, Window, json, quotes, saved, until};

/// Closes a window whose work could not be saved: it asks nothing, for the journal has it.
fn close(window: Window<'_>, corpus: &Corpus, root: &Path) {
    until("the work in the journal", || (corpus.kept_at(root) == 1).then_some(()));
    window.press("alt+F4");
    window.ended();
    assert_eq!(corpus.kept_at(root), 1);
}

/// Another program adds annotations to a sidecar.
fn add(sidecar: &Path, count: usize) {
    let mut set = json(sidecar).unwrap();
    let all = set["annotations"].as_array_mut().unwrap();
    for n in 0..count {
        let mut another = all[0].clone();
        another["id"] = json!(format!("01K9C70Z3A1WB9XSCQ570D1{n:03}"));
        another["note"] = json!(format!("theirs, {n}"));
        all.push(another);
    }
    fs::write(sidecar, serde_json::to_vec_pretty(&set).unwrap()).unwrap();
}

#[test]
fn what_a_sync_client_added_stays() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    add(&corpus.sidecar, 10);
    window.press("Escape Escape ctrl+End ctrl+d 3 Escape Escape ctrl+Home Down ctrl+d 1");
    window.logged("changed by another program");
    close(window, &corpus, &corpus.root);
    saved(&corpus.sidecar, 11);
    let window = display.start(&corpus.article);
    window.logged("Work that could not be saved before is kept");
    window.logged("What could not be saved before is in a.txt again: 2 annotations");
    let all = saved(&corpus.sidecar, 13);
    assert!(quotes(&all).contains(&("location", "ہے")), "{all:?}");
    until("an end of it", || (corpus.kept() == 0).then_some(()));
    window.press("ctrl+q");
    window.ended();
}

#[test]
fn two_windows_of_one_annotator_lose_nothing() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let first = display.start(&corpus.article);
    let second = display.start(&corpus.article);
    first.activate();
    first.press("ctrl+Home ctrl+d 1 Escape Escape ctrl+End ctrl+d 3");
    saved(&corpus.sidecar, 2);
    second.activate();
    second.press("ctrl+Home Down ctrl+d 2");
    second.logged("changed by another program");
    close(second, &corpus, &corpus.root);
    first.activate();
    first.press("ctrl+q");
    first.ended();
    let window = display.start(&corpus.article);
    let all = saved(&corpus.sidecar, 3);
    let labels: Vec<_> = all.iter().map(|(label, ..)| label.as_str()).collect();
    assert_eq!(labels, ["person", "organization", "location"]);
    until("an end of it", || (corpus.kept() == 0).then_some(()));
    window.press("ctrl+q");
    window.ended();
}

#[test]
fn a_folder_that_comes_back_has_the_work_done_meanwhile() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    let away = corpus.folder.path().join("away");
    fs::rename(&corpus.root, &away).unwrap();
    window.press("Escape Escape ctrl+End ctrl+d 3");
    window.logged("Not saved");
    close(window, &corpus, &away);
    fs::rename(&away, &corpus.root).unwrap();
    let window = display.start(&corpus.article);
    window.logged("What could not be saved before is in place");
    saved(&corpus.sidecar, 2);
    assert_eq!(corpus.kept(), 0);
    window.press("ctrl+q");
    window.ended();
}

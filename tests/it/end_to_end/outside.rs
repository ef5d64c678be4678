//! Two programs on one folder: each sees what the other writes, one writes at a time, and nothing is lost.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::desktop::{Corpus, Display, json, quotes, saved, until};

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
    // As a sync client does.
    let beside = sidecar.with_extension("part");
    fs::write(&beside, serde_json::to_vec_pretty(&set).unwrap()).unwrap();
    fs::rename(beside, sidecar).unwrap();
}

#[test]
fn what_a_sync_client_adds_is_shown_and_stays() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    add(&corpus.sidecar, 10);
    window.logged("Another program changed your annotations of a.txt: 10 annotations taken in");
    window.press("Escape Escape ctrl+End ctrl+d 3 Escape Escape ctrl+Home Down ctrl+d 1");
    let all = saved(&corpus.sidecar, 13);
    assert!(quotes(&all).contains(&("location", "ہے")), "{all:?}");
    until("a note that it is saved", || (corpus.kept() == 0).then_some(()));
    window.quit();
    assert_eq!(saved(&corpus.sidecar, 13), all);
}

#[test]
fn a_change_from_outside_at_every_moment_of_steady_work_is_kept() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1 Escape Escape");
    saved(&corpus.sidecar, 1);
    for n in 0..12 {
        let mut set = json(&corpus.sidecar).unwrap();
        let all = set["annotations"].as_array_mut().unwrap();
        let mut another = all[0].clone();
        another["id"] = json!(format!("01K9C70Z3A1WB9XSCQ570D2{n:03}"));
        another["note"] = json!(format!("theirs, {n}"));
        all.push(another);
        fs::write(&corpus.sidecar, serde_json::to_vec_pretty(&set).unwrap()).unwrap();
        window.press("Down ctrl+d 2 Escape Escape");
    }
    window.quit();
    let set = json(&corpus.sidecar).unwrap();
    let notes = set["annotations"].as_array().unwrap().iter().map(|a| a["note"].as_str().unwrap_or_default());
    let theirs = notes.filter(|note| note.starts_with("theirs")).count();
    assert_eq!(theirs, 12, "{set}");
}

#[test]
fn a_second_window_of_one_annotator_reads() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let first = display.start(&corpus.article);
    let second = display.start(&corpus.article);
    first.activate();
    first.press("ctrl+Home ctrl+d 1 Escape Escape ctrl+End ctrl+d 3");
    saved(&corpus.sidecar, 2);
    second.activate();
    second.press("ctrl+Home Down ctrl+d 2");
    second.logged("This window is for reading only");
    second.quit();
    let all = saved(&corpus.sidecar, 2);
    assert_eq!(quotes(&all), [("person", "प्रधानमंत्री"), ("location", "ہے")]);
    until("a note that it is saved", || (corpus.kept() == 0).then_some(()));
    first.activate();
    first.quit();
    // Nobody holds the lock any more.
    let window = display.start(&corpus.article);
    window.press("ctrl+Home Down ctrl+d 2");
    saved(&corpus.sidecar, 3);
    window.quit();
}

#[test]
fn the_command_line_does_not_write_where_a_window_does() {
    let Some(corpus) = Corpus::new() else { return };
    let line = json!({ "text": super::desktop::ARTICLE, "label": [[0, 12, "person"]] }).to_string();
    fs::write(corpus.folder.path().join("in.jsonl"), line).unwrap();
    let import = |annotator| {
        let more = ["--into", "corpus", "--unit", "code-point", "--wait", "0", "--annotator", annotator];
        corpus.tippani(&[&["import", "in.jsonl", "--from", "doccano"][..], &more].concat())
    };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home Down ctrl+d 2");
    saved(&corpus.sidecar, 1);
    let (code, said) = import("asha");
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("asha is annotating in this folder in another window or program"), "{said}");
    saved(&corpus.sidecar, 1);
    assert_eq!(import("ravi").0, 0, "another annotator's files are free");
    // A window that is killed holds nothing.
    window.signal("KILL");
    let _ = window.end();
    let (code, said) = import("asha");
    assert_eq!(code, 0, "{said}");
    let all = until("both", || super::desktop::read(&corpus.sidecar).filter(|all| all.len() == 2));
    assert!(quotes(&all).contains(&("person", "प्रधानमंत्री")), "{all:?}");
}

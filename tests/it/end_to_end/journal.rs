//! What was kept is there after the program was killed, wherever the folder lies by then, and what was done can be undone.

use std::fs;
use std::path::Path;

use super::desktop::{Corpus, Display, Window, json, quotes, saved, until};

/// Waits until everything that was done is in the journal.
#[track_caller]
fn kept(window: &Window<'_>) {
    until("the change in the journal", || {
        let log = window.log();
        let changed = log.rfind(" is not saved: change ")?;
        (log.rfind("everything is kept")? > changed).then_some(())
    });
}

#[test]
fn what_was_kept_is_there_after_a_kill() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let mut marks = 0;
    for keys in ["ctrl+Home ctrl+d 1", "ctrl+End ctrl+d 3", "ctrl+Home Down ctrl+d 2"] {
        let window = display.start(&corpus.article);
        window.press(keys);
        window.changed(1);
        kept(&window);
        window.signal("KILL");
        let (status, _) = window.end();
        assert!(!status.success());
        marks += 1;
        let window = display.start(&corpus.article);
        saved(&corpus.sidecar, marks);
        window.quit();
        assert_eq!(corpus.kept(), 0);
    }
    // A word that is being typed.
    let window = display.start(&corpus.article);
    window.press("Tab ctrl+e");
    window.type_word("why");
    kept(&window);
    window.signal("KILL");
    window.end();
    let window = display.start(&corpus.article);
    until("the note on disk", || {
        let json = json(&corpus.sidecar)?;
        let notes = json["annotations"].as_array()?.iter().filter(|a| a["note"] == "why").count();
        (notes == 1).then_some(())
    });
    window.quit();
}

/// Marks a word while the folder is elsewhere, and closes the window, which asks nothing.
fn work_without_folder(window: Window<'_>) {
    window.press("Escape Escape ctrl+End ctrl+d 3");
    window.logged("It is kept on this computer");
    window.press("alt+F4");
    window.ended();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(|file| file.unwrap().path()) {
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}

#[test]
fn work_finds_its_folder() {
    /// Marks a word, takes the folder away, marks another, brings the folder back in one way or another, and opens it.
    fn check(away: impl Fn(&Corpus), back: impl Fn(&Corpus), name: &str) {
        let Some(corpus) = Corpus::new() else { return };
        let display = Display::open(corpus.folder.path());
        let window = display.start(&corpus.article);
        window.press("ctrl+Home ctrl+d 1");
        saved(&corpus.sidecar, 1);
        away(&corpus);
        work_without_folder(window);
        back(&corpus);
        let root = corpus.folder.path().join(name);
        let window = display.start(&root.join("a.txt"));
        let all = saved(&root.join("a.txt.asha.annotations.json"), 2);
        assert_eq!(quotes(&all)[1].0, "location");
        window.quit();
        assert_eq!(corpus.kept_at(&root), 0);
    }
    // Renamed.
    check(
        |corpus| fs::rename(&corpus.root, corpus.folder.path().join("renamed")).unwrap(),
        |_| {},
        "renamed",
    );
    // Gone, and made anew where it was, as by a program that syncs files.
    check(
        |corpus| {
            copy(&corpus.root, &corpus.folder.path().join("copy"));
            fs::remove_dir_all(&corpus.root).unwrap();
        },
        |corpus| copy(&corpus.folder.path().join("copy"), &corpus.root),
        "corpus",
    );
}

#[test]
fn work_on_other_articles_is_put_in_place_too() {
    let Some(corpus) = Corpus::new() else { return };
    let other = corpus.root.join("b.txt");
    fs::write(&other, super::desktop::ARTICLE).unwrap();
    let display = Display::open(corpus.folder.path());
    let window = display.start(&other);
    let away = corpus.folder.path().join("away");
    fs::rename(&corpus.root, &away).unwrap();
    work_without_folder(window);
    fs::rename(&away, &corpus.root).unwrap();
    let window = display.start(&corpus.article);
    window.logged("Work that could not be saved before is kept");
    saved(&corpus.root.join("b.txt.asha.annotations.json"), 1);
    window.quit();
}

#[test]
fn what_was_done_can_be_undone_in_a_later_run() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1 Escape Escape ctrl+End ctrl+d 3");
    saved(&corpus.sidecar, 2);
    window.quit();
    let window = display.start(&corpus.article);
    window.press("ctrl+z");
    saved(&corpus.sidecar, 1);
    window.quit();
    let window = display.start(&corpus.article);
    window.press("ctrl+z");
    saved(&corpus.sidecar, 0);
    window.press("ctrl+shift+z ctrl+shift+z");
    let all = saved(&corpus.sidecar, 2);
    assert_eq!(all.iter().map(|(label, ..)| label.as_str()).collect::<Vec<_>>(), ["person", "location"]);
    window.quit();
}

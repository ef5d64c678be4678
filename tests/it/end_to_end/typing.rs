//! Steady work and words being typed are on disk within a second, and however the window is left.

use super::desktop::{Corpus, Display, Window, json, read, saved, until};

#[test]
fn steady_marking_is_saved_while_it_goes_on() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    // Three to four marks a second, none of them long after the one before.
    let marks = "ctrl+Right ctrl+d 1 ".repeat(16);
    let mut typist = window.begin_to_press(&format!("ctrl+Home {marks}"), 90);
    window.changed(1);
    let some = until("a save", || read(&corpus.sidecar).or_else(|| (!typist.is_typing()).then(Vec::new)));
    assert!(!some.is_empty(), "nothing was saved as long as marks were made");
    assert!(typist.is_typing(), "it was saved in the midst of it");
}

/// Marks a word and types a note, without leaving it.
fn type_note(window: &Window<'_>, note: &str) {
    window.press("ctrl+Home ctrl+d 1");
    window.changed(1);
    window.press("ctrl+e");
    window.type_word(note);
}

#[test]
fn a_note_is_kept_however_it_is_left() {
    fn check(leave: impl Fn(Window<'_>)) {
        let Some(corpus) = Corpus::new() else { return };
        std::fs::write(corpus.root.join("b.txt"), "another").unwrap();
        let display = Display::open(corpus.folder.path());
        let window = display.start(&corpus.article);
        type_note(&window, "doubtful");
        leave(window);
        let note = || json(&corpus.sidecar).map(|json| json["annotations"][0]["note"].clone());
        until("the note on disk", || note().filter(|note| note == "doubtful"));
    }
    check(|window| {
        window.press("ctrl+q");
        window.ended();
    });
    check(|window| {
        window.press("alt+F4");
        window.ended();
    });
    check(|window| {
        window.press("ctrl+s");
        window.signal("KILL");
        window.end();
    });
    check(|window| {
        window.press("ctrl+Next");
        window.press("ctrl+q");
        window.ended();
    });
}

#[test]
fn a_note_is_saved_while_it_is_being_typed() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    type_note(&window, "who");
    saved(&corpus.sidecar, 1);
    let note = || json(&corpus.sidecar).unwrap()["annotations"][0]["note"].clone();
    until("the note on disk", || (note() == "who").then_some(()));
    // It is one step of undo, and leaves the mark.
    window.type_word("else");
    window.press("Escape ctrl+z");
    until("the note gone", || (note() == "").then_some(()));
    saved(&corpus.sidecar, 1);
}

//! Steady work and words being typed are on disk within a second, and however the window is left.

use super::desktop::{Corpus, Display, Window, json, read, saved, until};

#[test]
fn steady_work_is_saved_while_it_goes_on() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    // Changes all the while, none of them long after the one before.
    let is_saved = (0..40).any(|_| {
        window.press("ctrl+3 ctrl+1");
        read(&corpus.sidecar).is_some()
    });
    assert!(is_saved, "nothing was saved as long as there were changes");
}

/// The note of the first annotation on disk.
fn note(corpus: &Corpus) -> Option<String> {
    Some(json(&corpus.sidecar)?["annotations"][0]["note"].as_str().unwrap().to_owned())
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
    fn check(keys: &str, ends: bool) {
        let Some(corpus) = Corpus::new() else { return };
        std::fs::write(corpus.root.join("b.txt"), "another").unwrap();
        let display = Display::open(corpus.folder.path());
        let window = display.start(&corpus.article);
        type_note(&window, "doubtful");
        window.press(keys);
        if ends {
            window.ended();
            assert_eq!(note(&corpus).as_deref(), Some("doubtful"), "{keys}");
        } else {
            until("the note on disk", || note(&corpus).filter(|note| note == "doubtful"));
        }
    }
    check("ctrl+q", true);
    check("alt+F4", true);
    check("ctrl+s", false);
    check("ctrl+Next ctrl+q", true);
}

#[test]
fn a_note_is_saved_while_it_is_being_typed() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    type_note(&window, "who");
    saved(&corpus.sidecar, 1);
    until("the note on disk", || note(&corpus).filter(|note| note == "who"));
    // It is one step of undo, and leaves the mark.
    window.type_word("else");
    window.press("Escape ctrl+z");
    until("the note gone", || note(&corpus).filter(String::is_empty));
    saved(&corpus.sidecar, 1);
}

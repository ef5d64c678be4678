//! Work that could not be saved comes back, and takes nobody else's place.

use std::fs;
use std::path::Path;

use super::desktop::{Corpus, Display, Window, saved, until};

/// Closes a window whose work could not be saved: it asks nothing, for the journal has it.
fn close(window: Window<'_>, corpus: &Corpus, root: &Path) {
    until("the work in the journal", || (corpus.kept_at(root) == 1).then_some(()));
    window.press("alt+F4");
    window.ended();
    assert_eq!(corpus.kept_at(root), 1);
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
    window.quit();
}

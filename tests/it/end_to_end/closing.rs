//! Closing with work that cannot be kept asks first; closing while exporting leaves nothing behind.

use std::fs;

use super::desktop::{Corpus, Display, saved};

#[test]
fn work_that_cannot_be_kept_anywhere_is_asked_about() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let mut window = display.start(&corpus.article);
    // Neither the folder can be written nor a recovery copy be kept.
    let away = corpus.folder.path().join("away");
    fs::rename(&corpus.root, &away).unwrap();
    fs::create_dir_all(corpus.recovery().parent().unwrap()).unwrap();
    fs::write(corpus.recovery(), "in the way").unwrap();
    window.press("ctrl+Home ctrl+d 1");
    window.logged("It is kept in this window only");
    window.press("alt+F4");
    window.logged("asked: 1 change of a.txt is neither saved nor kept");
    window.press("Escape");
    assert!(window.runs(), "nothing was lost unasked");
    fs::rename(&away, &corpus.root).unwrap();
    window.press("alt+F4");
    window.ended();
    saved(&corpus.sidecar, 1);
}

//! Closing with work that cannot be kept asks first; closing while exporting leaves nothing behind.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::desktop::{ARTICLE, Corpus, Display, saved};

#[test]
fn work_that_cannot_be_kept_anywhere_is_asked_about() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let mut window = display.start(&corpus.article);
    // Neither the folder can be written nor the journal.
    let away = corpus.folder.path().join("away");
    fs::rename(&corpus.root, &away).unwrap();
    fs::rename(corpus.journals(), corpus.folder.path().join("journals-away")).unwrap();
    fs::write(corpus.journals(), "in the way").unwrap();
    window.press("ctrl+Home ctrl+d 1");
    window.logged("It is kept in this window only");
    window.press("alt+F4");
    window.logged("asked: 1 change of a.txt neither saved nor kept");
    window.press("Escape");
    assert!(window.runs(), "nothing was lost unasked");
    fs::rename(&away, &corpus.root).unwrap();
    window.press("alt+F4");
    window.ended();
    saved(&corpus.sidecar, 1);
}

/// Names below a folder that begin so.
fn named(folder: &Path, prefix: &str) -> Vec<String> {
    let all = fs::read_dir(folder).into_iter().flatten().map(|e| e.unwrap().file_name());
    all.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with(prefix)).collect()
}

#[test]
fn closing_while_exporting_leaves_nothing_behind() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    window.quit();
    let sidecar = fs::read_to_string(&corpus.sidecar).unwrap();
    for n in 0..4000 {
        let name = format!("b{n:04}.txt");
        fs::write(corpus.root.join(&name), ARTICLE).unwrap();
        let sidecar = sidecar.replace("\"a.txt\"", &format!("\"{name}\""));
        fs::write(corpus.root.join(format!("{name}.asha.annotations.json")), sidecar).unwrap();
    }
    let window = display.start(&corpus.article);
    let out = corpus.folder.path().join("corpus-jsonl");
    let begun = || !named(&out, ".tippani-export-").is_empty();
    // The dialog takes the focus to its last button, unless keys come while it is still being laid out: slower then.
    let exports = [200, 500, 1_000, 2_000].map(Duration::from_millis).into_iter().any(|pause| {
        window.press("Escape Escape ctrl+shift+e");
        window.logged("ended: Preview");
        for key in ["shift+Tab", "shift+Tab"] {
            std::thread::sleep(pause);
            window.press(key);
        }
        std::thread::sleep(pause);
        window.press("Return");
        let pressed = Instant::now();
        while !begun() && pressed.elapsed() < Duration::from_secs(3) {
            std::thread::sleep(Duration::from_millis(5));
        }
        begun()
    });
    assert!(exports, "an export did not begin");
    window.press("alt+F4");
    window.ended();
    assert_eq!(named(&out, ".tippani-"), Vec::<String>::new());
}

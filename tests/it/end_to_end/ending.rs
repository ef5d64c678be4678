//! Work is saved when the program is told to end, and when its display goes.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;

use super::desktop::{Corpus, Display, Window, json, read};

/// Makes a mark that is not saved as yet, with a note that is still being typed.
fn work(window: &Window<'_>) {
    window.press("ctrl+Home ctrl+d 1 ctrl+e");
    window.changed(1);
    window.type_word("why");
}

fn note(corpus: &Corpus) -> String {
    let json = json(&corpus.sidecar).unwrap();
    assert_eq!(read(&corpus.sidecar).unwrap().len(), 1);
    json["annotations"][0]["note"].as_str().unwrap().to_owned()
}

#[test]
fn a_signal_saves_first() {
    for (signal, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let Some(corpus) = Corpus::new() else { return };
        let display = Display::open(corpus.folder.path());
        let window = display.start(&corpus.article);
        work(&window);
        window.signal(signal);
        let (status, log) = window.end();
        assert_eq!((status.code(), status.signal()), (Some(code), None), "{signal}: {log}");
        assert_eq!(note(&corpus), "why", "{signal}");
    }
}

#[test]
fn a_signal_saves_though_the_window_does_not_answer() {
    let Some(corpus) = Corpus::new() else { return };
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    window.changed(1);
    // A display that does not take what is drawn holds the window's thread up; nothing of it is saved any more.
    display.halt();
    window.signal("TERM");
    let (status, log) = window.end();
    assert_eq!(status.code(), Some(143), "{log}");
    assert_eq!(read(&corpus.sidecar).unwrap().len(), 1);
}

#[test]
fn a_lost_display_saves_first() {
    /// Works, takes the display away once `then` is done, and looks at how the program ends.
    fn check(work: impl Fn(&Window<'_>, &Corpus), then: impl Fn(&Corpus), wanted: &str) {
        let Some(corpus) = Corpus::new() else { return };
        let mut display = Display::open(corpus.folder.path());
        let window = display.start(&corpus.article);
        work(&window, &corpus);
        let program = window.into_running();
        then(&corpus);
        display.vanish();
        let (status, log) = program.end();
        assert!(status.code().is_some_and(|code| code != 0), "{status}: {log}");
        assert!(log.contains("the connection to the display was lost"), "{log}");
        assert_eq!(note(&corpus), wanted);
    }
    // In the midst of it.
    check(|window, _| work(window), |_| {}, "why");
    // At rest, with work that could not be saved as long as a folder stood in its place.
    check(
        |window, corpus| {
            fs::create_dir(&corpus.sidecar).unwrap();
            window.press("ctrl+Home ctrl+d 1");
            window.logged("Not saved");
        },
        |corpus| fs::remove_dir(&corpus.sidecar).unwrap(),
        "",
    );
}

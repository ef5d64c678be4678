//! Told to end in the midst of work, or left without a display: all that was done is saved.

use std::time::Duration;

use crate::desktop::{Corpus, Display, Running};
use crate::rounds;
use crate::steady::{Article, Work, acknowledged, begin, wait_for};

/// Works until `end` ends it.
fn check(name: &str, end: impl Fn(&mut Display, &Running)) {
    let Some(corpus) = Corpus::new() else { return };
    for round in 0..rounds() {
        let mut display = Display::open(corpus.folder.path());
        for work in [Work::Marks, Work::Letters] {
            let number = 2 * round + usize::from(work == Work::Letters);
            let article = Article::new(&corpus.root, number);
            let window = display.start(&article.path);
            let hands = begin(&display, &window, work, 8.0);
            wait_for(&window, work, 1, Duration::from_millis(fastrand::u64(0..2_000)));
            let program = window.into_running();
            end(&mut display, &program);
            let (status, log) = program.end();
            drop(hands);
            assert!(status.code().is_some_and(|code| code != 0), "{name}: {status}: {log}");
            let (_, done) = acknowledged(&log, work);
            let saved = article.done(work);
            assert!(saved >= done, "{name}: {saved} of {done} are saved: {log}");
            if !display.is_there() {
                display = Display::open(corpus.folder.path());
            }
        }
    }
}

fn signal(name: &str) {
    check(name, |_, program| program.signal(name));
}

#[test]
fn told_to_end() {
    signal("TERM");
}

#[test]
fn its_terminal_hangs_up() {
    signal("HUP");
}

#[test]
fn its_display_is_lost() {
    check("lost display", |display, _| display.vanish());
}

//! The disk says no, at each of the calls by which work gets there; then it recovers.

use std::process::Command;
use std::time::Duration;

use crate::desktop::{Corpus, Display, saved, until};
use crate::tools;

/// Where the window says the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// In the journal, not in the sidecar.
    Kept,
    /// In neither.
    OnlyHere,
    /// In the sidecar, though not in the journal.
    Saved,
}

/// These system calls fail with this error for as long as `strace` is there.
fn check(calls: &str, error: &str, said: Said) {
    let Some(corpus) = Corpus::new() else { return };
    if tools::lacks(&["strace", "pkill"]) {
        return;
    }
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    window.quit();

    let trace = corpus.folder.path().join("trace");
    let trace = trace.to_str().unwrap();
    let (traced, injected) = (format!("trace={calls}"), format!("inject={calls}:error={error}"));
    let strace = ["strace", "-D", "-f", "-I", "1", "-qq", "-e", &traced, "-e", &injected, "-o", trace];
    let mut window = display.start_under(&strace, &corpus.article);
    window.press("Escape Escape ctrl+End ctrl+d 3");
    window.changed(1);
    match said {
        Said::Kept => {
            window.logged("It is kept on this computer");
            assert_eq!(corpus.kept(), 1, "the message is true");
        }
        Said::OnlyHere => {
            window.logged("It is kept in this window only");
            window.press("alt+F4");
            window.logged("neither saved nor kept");
            // It is asked in one of the next frames.
            for _ in 0..4 {
                std::thread::sleep(Duration::from_millis(500));
                window.press("Escape");
            }
            assert!(window.runs(), "nothing was lost unasked");
        }
        Said::Saved => {
            saved(&corpus.sidecar, 2);
            window.logged("the journal cannot be written");
        }
    }
    // What is on disk is whole, with or without the second.
    assert!(!crate::desktop::read(&corpus.sidecar).unwrap().is_empty());

    // The disk is well again. The program is let go, for it is not ended with what looks at it.
    let pattern = format!("^strace .*{trace}");
    assert!(Command::new("pkill").args(["-TERM", "-f", &pattern]).status().unwrap().success());
    until("an end of the fault", || {
        let there = Command::new("pgrep").args(["-f", &pattern]).output().unwrap();
        there.stdout.is_empty().then_some(())
    });
    window.press("Escape Escape ctrl+Home Down ctrl+d 2");
    saved(&corpus.sidecar, 3);
    window.quit();
    assert_eq!(corpus.kept(), 0);
}

#[test]
fn a_sidecar_cannot_be_synced() {
    check("fsync", "EIO", Said::Kept);
}

#[test]
fn the_disk_is_full_when_a_sidecar_is_synced() {
    check("fsync", "ENOSPC", Said::Kept);
}

#[test]
fn the_journal_cannot_be_synced() {
    check("fdatasync", "EIO", Said::Saved);
}

#[test]
fn nothing_can_be_synced() {
    check("fsync,fdatasync", "ENOSPC", Said::OnlyHere);
}

#[test]
fn a_sidecar_cannot_be_put_in_its_place() {
    check("rename,renameat,renameat2", "ENOSPC", Said::Kept);
}

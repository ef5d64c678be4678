//! The clock is set back and forward under the program.

use std::fs;

use crate::desktop::{Corpus, Display, saved};
use crate::tools;

/// How far the clock is off, one after the other.
const JUMPS: [&str; 4] = ["-2h", "+3d", "-40y", "+0"];

#[test]
fn work_is_saved_whatever_the_time() {
    let Some(corpus) = Corpus::new() else { return };
    if tools::lacks(&["faketime"]) {
        return;
    }
    let display = Display::open(corpus.folder.path());
    let clock = corpus.folder.path().join("clock");
    fs::write(&clock, "+0").unwrap();
    let file = format!("FAKETIME_TIMESTAMP_FILE={}", clock.display());
    // The time since the start of the machine goes on as it does.
    let wrapper = ["env", "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", &file];
    let library =
        crate::tools::run("sh", &["-c", "ls /usr/lib/*/faketime/libfaketimeMT.so.1 | head -n 1"], "");
    let preload = format!("LD_PRELOAD={}", library.trim());
    let window = display.start_under(&[&wrapper[..], &[&preload]].concat(), &corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    for (n, jump) in JUMPS.into_iter().enumerate() {
        fs::write(&clock, jump).unwrap();
        window.press("Escape Escape ctrl+Right ctrl+Right ctrl+d 1");
        saved(&corpus.sidecar, n + 2);
    }
    window.quit();
}

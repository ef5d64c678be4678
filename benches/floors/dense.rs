//! 5,000 claims on one paragraph, beside the same article without.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};

use crate::corpus;
use crate::headless::Headless;
use crate::table::{Limit, Table, Unit, median, milliseconds, timed};

/// How many claims.
pub(crate) const CLAIMS: usize = 5_000;
const OPENED: usize = 7;
const FRAMES: usize = 200;

/// An article of a few paragraphs with so many claims on the first of them, in a folder of its own.
pub(crate) fn article(folder: &Path, claims: usize) -> PathBuf {
    let at = folder.join(format!("{claims}-claims"));
    std::fs::create_dir(&at).expect("a temporary folder can be written");
    let document = corpus::document(corpus::SMALL);
    let set = corpus::claims_on_one_paragraph(&document, claims);
    corpus::write_set(&at, &document, &set)
}

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let [without, dense] = [0, CLAIMS].map(|claims| article(folder.path(), claims));
    let open = |path: &Path| median((0..OPENED).map(|_| timed(|| Headless::open(path)).1).collect());
    let (floor, opened) = (open(&without), open(&dense));
    table.row(
        "5,000 claims on a paragraph: first frame",
        Unit::Milliseconds,
        opened,
        ("the same article without", floor),
        Limit { times: 1.0, plus: 100.0 },
    );
    let (floor, drawn) = (frame(&without), frame(&dense));
    table.row(
        "5,000 claims on a paragraph: a frame",
        Unit::Milliseconds,
        drawn,
        ("the same article without", floor),
        Limit { times: 1.0, plus: 3.0 },
    );
    // A key is down and up: two frames, and then nothing moves any more.
    let mut window = Headless::open(&dense);
    let walked = (0..FRAMES).map(|_| milliseconds(window.key(Key::Tab, Modifiers::NONE))).collect();
    table.row(
        "5,000 claims on a paragraph: Tab, two frames",
        Unit::Milliseconds,
        median(walked),
        ("two frames without", 2.0 * floor),
        Limit { times: 1.0, plus: 6.0 },
    );
}

/// What a frame takes in which nothing happens.
fn frame(path: &Path) -> f64 {
    let mut window = Headless::open(path);
    for _ in 0..30 {
        let _ = window.frame(Vec::new());
    }
    median((0..FRAMES).map(|_| milliseconds(window.frame(Vec::new()))).collect())
}

//! What the window's thread does: opening, scrolling, a new annotation.

use std::path::{Path, PathBuf};

use egui::{Context, Key, Modifiers, RawInput, Rect, Vec2};

use crate::corpus;
use crate::headless::Headless;
use crate::table::{Limit, Table, Unit, median, milliseconds, ninety_ninth, timed};
use crate::usage::running_threads_millis;

const OPENED: usize = 7;
const SCROLLED: usize = 600;
const TAGGED: usize = 60;

/// Reading both files, hashing and checking the text, and the sidecar as `serde_json` reads it into a tree.
fn read(path: &Path, sidecar: &Path) -> usize {
    let text = std::fs::read(path).expect("it was written here");
    let hash = tippani::format::encoding::sha256(&text);
    let characters = simdutf8::basic::from_utf8(&text).expect("it is UTF-8").len();
    let sidecar = std::fs::read(sidecar).expect("it was written here");
    let hash_of_sidecar = tippani::format::encoding::sha256(&sidecar);
    let tree: serde_json::Value = serde_json::from_slice(&sidecar).expect("it is JSON");
    hash.len() + hash_of_sidecar.len() + characters + tree.as_object().map_or(0, serde_json::Map::len)
}

/// A frame of the toolkit with nothing in it, in milliseconds.
fn empty_frames() -> Vec<f64> {
    let ctx = Context::default();
    let frame = |n: usize| {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1_360.0, 880.0))),
            time: Some(n as f64 / 60.0),
            focused: true,
            ..RawInput::default()
        };
        let (output, took) = timed(|| {
            let output = ctx.run_ui(input, |_| {});
            let triangles = ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
            drop(triangles);
            output
        });
        output.drop_without_applying_deltas();
        took
    };
    (0..SCROLLED).map(frame).collect()
}

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = corpus::write(folder.path(), corpus::BYTES, corpus::MARKS);
    let name = tippani::format::sidecar::file_name("bench.txt", &corpus::annotator());
    let sidecar: PathBuf = folder.path().join(name);

    let (mut opened, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..OPENED {
        floors.push(timed(|| read(&path, &sidecar)).1);
        opened.push(timed(|| Headless::open(&path)).1);
    }
    table.row(
        "open 10 MB with 51,600 annotations",
        Unit::Milliseconds,
        median(opened),
        ("read, SHA-256, UTF-8, JSON to a tree", median(floors)),
        Limit { times: 1.5, plus: 30.0 },
    );

    let mut window = Headless::open(&path);
    for _ in 0..30 {
        let _ = window.frame(Vec::new());
    }
    let scroll = |n: usize| window.scroll(if n % 60 < 40 { 90.0 } else { -40.0 });
    let scrolled = (0..SCROLLED).map(scroll).map(milliseconds).collect();
    table.row(
        "scroll it, 99 of 100 frames",
        Unit::Milliseconds,
        ninety_ninth(scrolled),
        ("empty frame, 99 of 100", ninety_ninth(empty_frames())),
        Limit { times: 1.0, plus: 3.0 },
    );

    let command = Modifiers::CTRL | Modifiers::COMMAND;
    let mut tagged = Vec::new();
    // Another word each time; where there is none, nothing is measured.
    for _ in 0..TAGGED * 4 {
        if tagged.len() == TAGGED {
            break;
        }
        let _ = window.key(Key::ArrowRight, command);
        let _ = window.key(Key::D, command);
        let (before, busy) = (window.annotations(), running_threads_millis());
        let _ = window.tag();
        window.wait_until_kept();
        let painted = running_threads_millis() - busy;
        if window.annotations() > before {
            tagged.push(painted);
        }
        let _ = window.key(Key::Escape, Modifiers::NONE);
    }
    assert_eq!(tagged.len(), TAGGED, "words were annotated");
    table.bare("annotate there: painted and kept, CPU", Unit::Milliseconds, median(tagged), 5.0);
}

//! What a frame costs: the first one, scrolling, a jump, a new annotation; in 10 MB with 51,600 annotations and in
//! an article of usual size. `cargo bench --bench window`.
//!
//! The work of the processor: everything from the event to the triangles. A frame of 60 Hz has 16.7 ms.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;
mod headless;
mod usage;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};

use self::headless::Headless;
use self::usage::spread;

/// So often an article is opened.
const OPENED: usize = 7;

/// Figures of one article.
struct Figures {
    first: (Duration, Duration),
    scroll: (Duration, Duration),
    jump: (Duration, Duration),
    tag: (Duration, Duration),
}

fn measure(path: &Path) -> Figures {
    // The first window of the process reads the fonts; it is not measured.
    drop(Headless::open(path));
    let open = |_| {
        let started = Instant::now();
        let window = Headless::open(path);
        let took = started.elapsed();
        drop(window);
        took
    };
    let first = spread((0..OPENED).map(open).collect());
    let mut window = Headless::open(path);
    for _ in 0..30 {
        let _ = window.frame(Vec::new());
    }
    let scroll = spread((0..240).map(|n| window.scroll(if n % 60 < 40 { 90.0 } else { -40.0 })).collect());
    let jump = spread(
        (0..20)
            .map(|n| {
                window
                    .key(if n % 2 == 0 { Key::End } else { Key::Home }, Modifiers::CTRL | Modifiers::COMMAND)
            })
            .collect(),
    );
    let mut tagged = Vec::new();
    for _ in 0..80 {
        // Another word each time; where there is none, nothing is measured.
        let _ = window.key(Key::ArrowRight, Modifiers::CTRL | Modifiers::COMMAND);
        let _ = window.key(Key::D, Modifiers::CTRL | Modifiers::COMMAND);
        let before = window.annotations();
        let took = window.tag();
        if window.annotations() > before {
            tagged.push(took);
        }
        let _ = window.key(Key::Escape, Modifiers::NONE);
    }
    assert!(tagged.len() > 20, "{} words were annotated", tagged.len());
    let tag = spread(tagged);
    Figures { first, scroll, jump, tag }
}

/// Both articles, each in a folder of its own.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (bytes, marks) in [(corpus::SMALL, 26), (corpus::BYTES, corpus::MARKS)] {
        let at = folder.path().join(bytes.to_string());
        std::fs::create_dir(&at).expect("a temporary folder can be written");
        corpus::write(&at, bytes, marks);
    }
    folder
});

fn article(bytes: usize) -> PathBuf {
    FOLDER.path().join(bytes.to_string()).join("bench.txt")
}

#[divan::bench(args = [corpus::SMALL, corpus::BYTES])]
fn scroll(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let mut window = Headless::open(&article(bytes));
    bencher.bench_local(|| window.scroll(60.0));
}

#[divan::bench(args = [corpus::SMALL, corpus::BYTES], sample_count = 10)]
fn open(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let path = article(bytes);
    bencher.bench_local(|| Headless::open(&path));
}

fn main() {
    let [small, large] = [corpus::SMALL, corpus::BYTES].map(|bytes| measure(&article(bytes)));
    println!("{:<24} {:>10} {:>10} {:>10} {:>10} {:>7}", "", "5 kB", "worst", "10 MB", "worst", "ratio");
    let line = |what: &str, small: (Duration, Duration), large: (Duration, Duration)| {
        let ratio = large.0.as_secs_f64() / small.0.as_secs_f64();
        let all = [small.0, small.1, large.0, large.1].map(|d| format!("{:.2} ms", d.as_secs_f64() * 1e3));
        println!("{what:<24} {:>10} {:>10} {:>10} {:>10} {ratio:>7.2}", all[0], all[1], all[2], all[3]);
    };
    line("open, to first frame", small.first, large.first);
    line("scroll, a frame", small.scroll, large.scroll);
    line("jump, two frames", small.jump, large.jump);
    line("new annotation, a frame", small.tag, large.tag);
    divan::main();
}

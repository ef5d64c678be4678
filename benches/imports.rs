//! Imports of many records, each an article of its own, beside the floor: the same files written with one sync.
//! `cargo bench --bench imports`; ends with 1 where a figure is over its limit.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;
mod usage;

use std::fs::File;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use serde_json::json;
use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ImportOptions, import};

/// Records of an import, and how often longer it may take than its floor.
const RECORDS: usize = 10_000;
const MAX_FACTOR: f64 = 2.0;
/// Records that all name one article, what the processor may do for the fewest, in seconds, and the power of their number with which
/// the work may grow at most.
const SIZES: [usize; 3] = [2_000, 4_000, 8_000];
const MAX_SECONDS: f64 = 0.5;
const MAX_EXPONENT: f64 = 1.2;
/// A text's length, in bytes, and marks on it.
const BYTES: usize = 1_500;
const MARKS: usize = 8;
/// Runs of each, of which the quickest counts.
const RUNS: usize = 3;

fn main() -> ExitCode {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let mut is_kept = true;
    let file = folder.path().join("many.jsonl");
    records(&file, RECORDS, |n| json!({"file": format!("{n:05}.txt")}));
    let mut best = (f64::MAX, f64::MAX);
    for run in 0..RUNS {
        let (own, floor) =
            (folder.path().join(format!("own-{run}")), folder.path().join(format!("floor-{run}")));
        let (seconds, _) = imported(&file, &own, RECORDS);
        best = (best.0.min(seconds), best.1.min(written(&own, &floor)));
    }
    let factor = best.0 / best.1;
    is_kept &= factor <= MAX_FACTOR;
    println!(
        "{RECORDS} records: {:.2} s; the same files written with one sync: {:.2} s; {factor:.1} × (at most {MAX_FACTOR} ×)",
        best.0, best.1
    );
    let file = folder.path().join("one.jsonl");
    let seconds = SIZES.map(|size| {
        records(&file, size, |_| json!({"source": "one.txt"}));
        let run = |run| imported(&file, &folder.path().join(format!("one-{size}-{run}")), size).1;
        let seconds = (0..RUNS).map(run).fold(f64::MAX, f64::min);
        println!("{size} records of one name: {seconds:.2} s of processor");
        seconds
    });
    let ([few, .., many], [quick, .., slow]) = (SIZES, seconds);
    let exponent = (slow / quick).ln() / (many as f64 / few as f64).ln();
    is_kept &= quick <= MAX_SECONDS && exponent <= MAX_EXPONENT;
    println!("at most {MAX_SECONDS} s for {few}; exponent {exponent:.2} (at most {MAX_EXPONENT})");
    ExitCode::from(u8::from(!is_kept))
}

/// Writes a file of records, a text each that no other has.
fn records(path: &Path, count: usize, meta: impl Fn(usize) -> serde_json::Value) {
    let base = corpus::document(BYTES * 4);
    let words: Vec<&str> = base.text.as_str().split_whitespace().collect();
    let mut lines = String::new();
    for n in 0..count {
        let mut text = format!("Report {n}");
        for word in words.iter().cycle().skip(n % words.len()) {
            if text.len() >= BYTES {
                break;
            }
            text.push(' ');
            text.push_str(word);
        }
        let mut at = 0;
        let mut places = Vec::new();
        for word in text.split(' ') {
            let end = at + word.chars().count();
            places.push((at, end));
            at = end + 1;
        }
        let step = places.len() / MARKS;
        let spans = (0..MARKS).map(|mark| {
            let (start, end) = places[mark * step];
            let label = ["person", "location", "organization"][mark % 3];
            json!({"start": start, "end": end, "label": label})
        });
        let spans: Vec<_> = spans.collect();
        lines.push_str(
            &json!({"text": text, "spans": spans, "answer": "accept", "meta": meta(n)}).to_string(),
        );
        lines.push('\n');
    }
    std::fs::write(path, lines).expect("it can be written");
}

/// Imports a file into a new workspace; gives the seconds that passed, and those of the processor.
fn imported(file: &Path, into: &Path, count: usize) -> (f64, f64) {
    std::fs::create_dir_all(into).expect("it can be made");
    synced(into);
    let annotator = tippani::model::Annotator::new("x").expect("a slug");
    let format = Format::find("prodigy").expect("a format of the table");
    let how = ImportOptions::new(format, vec![file.to_owned()], into.to_owned(), annotator);
    let (start, before) = (Instant::now(), processor());
    let done = import(&how, &CancelToken::new(), &mut |_| {}).expect("it can be imported");
    let seconds = (start.elapsed().as_secs_f64(), processor() - before);
    assert_eq!((done.annotations, done.issues.len()), (count * MARKS, 0));
    seconds
}

/// Writes the files of a folder into another, each beside its place, syncs once and puts them there; gives the seconds.
fn written(from: &Path, into: &Path) -> f64 {
    std::fs::create_dir_all(into).expect("it can be made");
    let entries = std::fs::read_dir(from).expect("it is there").flatten();
    let files: Vec<(std::ffi::OsString, Vec<u8>)> = entries
        .map(|entry| (entry.file_name(), std::fs::read(entry.path()).expect("it can be read")))
        .collect();
    synced(into);
    let start = Instant::now();
    for (name, bytes) in &files {
        std::fs::write(into.join(name).with_extension("new"), bytes).expect("it can be written");
    }
    synced(into);
    for (name, _) in &files {
        let place = into.join(name);
        std::fs::rename(place.with_extension("new"), place).expect("it can be renamed");
    }
    File::open(into).and_then(|folder| folder.sync_all()).expect("it can be synced");
    start.elapsed().as_secs_f64()
}

/// Has what was written before done: it is not to be paid for by the next.
fn synced(folder: &Path) {
    let status = Command::new("sync").arg("--file-system").arg(folder).status();
    assert!(status.is_ok_and(|status| status.success()), "sync (coreutils)");
}

/// Seconds that the processor worked for this process.
fn processor() -> f64 {
    usage::ticks(usage::OWN).unwrap_or_default() / 100.0
}

//! Reviewing 2,000 articles by three annotators with 50 annotations each: the queue of all of it, one decision in it, and how
//! far they agree; then a review of 10,000 articles by keys, from the key until the next item is on screen.
//! `cargo bench --bench review`; with `-- --many` the second alone.
//!
//! The whole is held against `stats`, which decodes and counts the same sidecars with the same threads. The floor of a key is to
//! draw two frames, and where the next item is in another article to read its files, the sidecars as trees of JSON.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;
mod headless;
#[allow(dead_code, reason = "a benchmark needs some of it")]
#[path = "floors/table.rs"]
mod table;
mod usage;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use tippani::analysis::Stage;
use tippani::edit::{Change, Changes};
use tippani::format::sidecar;
use tippani::jobs::{CancelToken, queue, scan, study, survey, unread};
use tippani::model::{Annotation, AnnotationId, AnnotationSet, Annotator, Document, State};
use tippani::read_model::ReadModel;
use tippani::text::{ByteOffset, Span};

use self::headless::Headless;
use self::table::{Limit, Table, Unit, median, milliseconds, ninety_ninth};
use self::usage::spread;

const ARTICLES: usize = 2_000;
const MARKS: usize = 50;
/// Decisions that are measured.
const DECISIONS: usize = 60;
/// Articles of the long review, and annotations of each annotator in each.
const MANY: usize = 10_000;
const FEW_MARKS: usize = 11;
/// Keys that are measured there.
const KEYS: usize = 600;
/// From a key until the next item is on screen, in milliseconds beside the floor.
const PROMISED: f64 = 100.0;

fn names() -> Vec<Annotator> {
    ["meera", "ravi", "zoya"].map(|name| Annotator::new(name).expect("a slug")).to_vec()
}

/// Writes a workspace: the second and third annotator differ from the first in some labels, edges and marks.
fn workspace(folder: &Path, document: &Document, base: &AnnotationSet, articles: usize) {
    for n in 0..articles {
        let file = format!("{:02}/{n:04}.txt", n % 50);
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        std::fs::write(&path, document.text.as_str()).expect("it can be written");
        for (who, annotator) in names().into_iter().enumerate() {
            let own = |(at, annotation): (usize, &std::sync::Arc<Annotation>)| {
                let mut annotation = Annotation::clone(annotation);
                match (at + n + who * 7) % 11 {
                    3 if who > 0 => annotation.label = "organization".into(),
                    5 if who > 0 => return None,
                    7 if who > 1 => annotation.note = "another".into(),
                    _ => {}
                }
                Some(annotation)
            };
            let annotations = base.annotations().iter().enumerate().filter_map(own).collect();
            let (mut set, _) = AnnotationSet::new(annotator.clone()).with_annotations(annotations);
            set.set_state(State::Done);
            let bytes = sidecar::encode(&set, document).expect("spans of this text");
            std::fs::write(folder.join(sidecar::file_name(&file, &annotator)), bytes)
                .expect("it can be written");
        }
    }
}

/// One large article, in which everybody marked all of it too, so that every other mark lies within one.
fn large() {
    let document = corpus::document(corpus::BYTES);
    let mut base = corpus::annotations(&document, corpus::MARKS);
    let mut whole = Annotation::clone(&base.annotations()[0]);
    whole.id = AnnotationId::new("01JE0000000000000000000000");
    whole.spans =
        Span::new(&document.text, ByteOffset::new(0), document.text.end()).expect("it has text").into();
    base.insert(whole);
    let folder = tempfile::tempdir().expect("a temporary folder");
    workspace(folder.path(), &document, &base, 1);
    let counted = timed(|| {
        drop(
            survey::stats(&model(folder.path()), &CancelToken::new(), &mut |_, _| {})
                .expect("it can be read"),
        );
    });
    let queued = timed(|| {
        queue::queue(&model(folder.path()), &queueing(), &CancelToken::new(), &mut |_, _, _| {})
            .expect("it can be read");
    });
    let agreed = timed(|| {
        drop(
            study::agreement(&model(folder.path()), &[], &CancelToken::new(), &mut |_, _| {})
                .expect("it can be read"),
        );
    });
    let puts: Vec<Change> =
        base.annotations().iter().map(|a| Change::Put(Box::new(Annotation::clone(a)))).collect();
    let mut gold = AnnotationSet::new(corpus::annotator());
    let taken = timed(|| drop(Changes::from(puts).apply(&mut gold)));
    let millis = |took: Duration| took.as_secs_f64() * 1e3;
    println!(
        "10 MB, {} annotations of each: stats {:.0} ms, queue {:.0} ms, agreement {:.0} ms; all taken at once {:.0} ms",
        base.annotations().len(),
        millis(counted),
        millis(queued),
        millis(agreed),
        millis(taken)
    );
}

fn model(path: &Path) -> ReadModel {
    unread(&scan(path, &CancelToken::new()).expect("the workspace can be read"))
}

fn queueing() -> queue::QueueOptions {
    queue::QueueOptions {
        annotators: names(),
        reviewer: corpus::annotator(),
        only: None,
        unfinished: Vec::new(),
    }
}

fn timed(what: impl FnOnce()) -> Duration {
    let started = Instant::now();
    what();
    started.elapsed()
}

/// Opens a folder and asks for the queue; gives how long it took, and the longest frame meanwhile.
fn begin(path: &Path) -> (Headless, Duration, Duration) {
    let mut window = Headless::open_folder(path);
    let started = Instant::now();
    let mut worst = window.key(Key::R, Modifiers::CTRL | Modifiers::COMMAND);
    let is_shown = |window: &Headless| {
        window.program.session().review().is_some_and(|review| review.building().is_none())
    };
    while !is_shown(&window) {
        worst = worst.max(window.frame(Vec::new()));
        std::thread::sleep(Duration::from_millis(2));
    }
    (window, started.elapsed(), worst)
}

/// The article of the item that is looked at, once everybody's annotations of it are on screen.
fn shown(window: &Headless) -> Option<String> {
    let session = window.program.session();
    let file = session.review()?.item()?.file.clone();
    let article = session.article().filter(|article| article.document().file == file)?;
    (article.others().len() == names().len()).then(|| file.to_string())
}

/// A review of many articles by one key.
fn many() -> Table {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let document = corpus::document(corpus::SMALL);
    workspace(folder.path(), &document, &corpus::annotations(&document, FEW_MARKS), MANY);
    let (mut window, took, _) = begin(folder.path());
    let items = window.program.session().review().map_or(0, tippani::session::Review::len);
    println!("{MANY} articles, {items} to decide, found in {:.1} s", took.as_secs_f64());
    let (mut same, mut other, mut read, mut idle) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut here = None;
    while here.is_none() {
        let _ = window.frame(Vec::new());
        here = shown(&window);
    }
    for _ in 0..KEYS {
        let decided = |window: &Headless| {
            window.program.session().review().map_or(0, tippani::session::Review::decided)
        };
        let before = decided(&window);
        let started = Instant::now();
        let _ = window.key(Key::A, Modifiers::NONE);
        let mut next = shown(&window);
        while next.is_none() || decided(&window) == before {
            let _ = window.frame(Vec::new());
            next = shown(&window);
        }
        let took = milliseconds(started.elapsed());
        if next == here {
            same.push(took);
        } else {
            other.push(took);
        }
        let file = next.clone().unwrap_or_default();
        read.push(milliseconds(timed(|| read_article(folder.path(), &file))));
        idle.push(milliseconds(window.frame(Vec::new()) + window.frame(Vec::new())));
        here = next;
    }
    let mut table = Table::new();
    let (idle, read) = (median(idle), median(read));
    let limit = Limit { times: 1.0, plus: PROMISED };
    let floors = [("two frames", idle), ("its files read, JSON to trees, two frames", read + idle)];
    for (all, (name, floor), rows) in [
        (same, floors[0], ["next item, same article", "next item, same article, 99 of 100"]),
        (other, floors[1], ["next item, another article", "next item, another article, 99 of 100"]),
    ] {
        println!("{}: {} keys, {:.1} of the floor", rows[0], all.len(), median(all.clone()) / floor);
        table.row(rows[0], Unit::Milliseconds, median(all.clone()), (name, floor), limit);
        table.row(rows[1], Unit::Milliseconds, ninety_ninth(all), (name, floor), limit);
    }
    table
}

/// Reads an article and everybody's sidecar of it, the sidecars as trees.
fn read_article(folder: &Path, file: &str) {
    let text = std::fs::read(folder.join(file)).expect("it was written here");
    let mut size = tippani::format::encoding::sha256(&text).len();
    for annotator in names() {
        let bytes =
            std::fs::read(folder.join(sidecar::file_name(file, &annotator))).expect("it was written here");
        let tree: serde_json::Value = serde_json::from_slice(&bytes).expect("it is JSON");
        size += tree.as_object().map_or(0, serde_json::Map::len);
    }
    assert!(size > 0);
}

fn main() -> ExitCode {
    if !std::env::args().any(|argument| argument == "--many") {
        large();
        whole();
    }
    let table = many();
    table.print();
    ExitCode::from(u8::from(!table.is_kept()))
}

/// The queue and the agreement of a workspace.
fn whole() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let document = corpus::document(corpus::SMALL);
    workspace(folder.path(), &document, &corpus::annotations(&document, MARKS), ARTICLES);
    let path = folder.path();
    let read = || {
        drop(
            survey::stats(&model(path), &CancelToken::new(), &mut |_, _| {})
                .expect("the workspace can be read"),
        );
    };
    read();
    let floor = timed(read);
    let (mut items, mut differing) = (0, 0);
    let queued = timed(|| {
        queue::queue(&model(path), &queueing(), &CancelToken::new(), &mut |found, _, _| {
            items += found.items.len();
            differing += found.items.iter().filter(|item| item.stage() != Stage::Agreed).count();
        })
        .expect("the workspace can be read");
    });
    let agreed = timed(|| {
        drop(
            study::agreement(&model(path), &[], &CancelToken::new(), &mut |_, _| {}).expect("it can be read"),
        );
    });
    let line = |what: &str, took: Duration| {
        let ratio = took.as_secs_f64() / floor.as_secs_f64();
        println!("{what:<40} {:>8.0} ms  {ratio:>5.2} of the reference", took.as_secs_f64() * 1e3);
    };
    println!(
        "{ARTICLES} articles, {} annotators, {MARKS} annotations each; {items} items, {differing} to decide",
        names().len()
    );
    line("stats: every sidecar decoded (reference)", floor);
    line("queue of the whole workspace", queued);
    line("agreement of the whole workspace", agreed);

    let (mut window, took, worst) = begin(path);
    println!(
        "queue on the screen after {:.0} ms, no frame over {:.1} ms",
        took.as_secs_f64() * 1e3,
        worst.as_secs_f64() * 1e3
    );
    let all = window.program.session().review().map_or(0, tippani::session::Review::len);
    assert_eq!(all, differing, "everything in which they differ is in the queue");
    let mut decided = Vec::new();
    for _ in 0..DECISIONS {
        let here = |window: &Headless| {
            let session = window.program.session();
            let item = session.review().and_then(|review| review.item()).map(|item| item.file.clone());
            session.article().filter(|a| a.others().len() > 0).map(|a| a.document().file.clone()) == item
        };
        while !here(&window) {
            let _ = window.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(1));
        }
        decided.push(window.key(Key::A, Modifiers::NONE));
    }
    let (half, worst) = spread(decided);
    let idle = spread((0..60).map(|_| window.frame(Vec::new()) + window.frame(Vec::new())).collect()).0;
    println!(
        "a decision, two frames {:.2} ms, worst {:.2} ms; two frames without one {:.2} ms",
        half.as_secs_f64() * 1e3,
        worst.as_secs_f64() * 1e3,
        idle.as_secs_f64() * 1e3
    );
}

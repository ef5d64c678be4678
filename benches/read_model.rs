//! The read model of 10,000 articles by three annotators with 50 annotations each: how long it takes to fill beside merely
//! reading the same files, how much memory it takes, and every question asked of it beside asking the files.
//! `cargo bench --bench read_model`; another number of articles can be given.
//!
//! One annotation in four is a claim with four attributes and their evidence, as the news schema has them.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;
mod usage;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tippani::format::sidecar;
use tippani::jobs::{CancelToken, parallel_in_order, queue, read_corpus, scan, study, survey, unread};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, EntityRef, Evidence, State,
    Value, news_schema,
};
use tippani::read_model::ReadModel;

const ARTICLES: usize = 10_000;
const MARKS: usize = 50;
/// What a process is asked that says what memory a model takes.
const MEMORY: &str = "--memory";
const NAMES: [&str; 3] = ["meera", "ravi", "zoya"];

fn names() -> Vec<Annotator> {
    NAMES.map(|name| Annotator::new(name).expect("a slug")).to_vec()
}

/// An annotator's set of one article: the second and third differ from the first in some labels and marks.
fn set(base: &AnnotationSet, article: usize, who: usize) -> AnnotationSet {
    let own = |(at, annotation): (usize, &std::sync::Arc<Annotation>)| {
        let mut annotation = Annotation::clone(annotation);
        let random = (article * 3 + who) as u128 * 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835 + at as u128;
        annotation.id = AnnotationId::new(
            ulid::Ulid::from_parts(1_767_323_045_000 + at as u64 * 7_000, random).to_string(),
        );
        if annotation.kind == AnnotationKind::Claim {
            carry(&mut annotation, at);
        }
        match (at + article + who * 7) % 11 {
            3 if who > 0 => annotation.label = "organization".into(),
            5 if who > 0 => return None,
            _ => {}
        }
        Some(annotation)
    };
    let annotations = base.annotations().iter().enumerate().filter_map(own).collect();
    let (mut set, _) = AnnotationSet::new(names().remove(who)).with_annotations(annotations);
    set.set_state(State::Done);
    set
}

/// What a claim says of itself.
fn carry(claim: &mut Annotation, at: usize) {
    let evidence = Some(Evidence { span: claim.spans.first() });
    let claimer = Value::Entity(EntityRef::from(["andrei-belousov", "author", "asha-rao"][at % 3]));
    let values = [
        ("claimer", claimer),
        ("epistemic", Value::Text("true-uncertain".to_owned())),
        ("sentiment", Value::Text("negative".to_owned())),
        ("topic", Value::Text("troop deployment".to_owned())),
    ];
    for (name, value) in values {
        claim.attributes.insert(name.into(), tippani::model::AttributeValue { value, evidence });
    }
}

fn workspace(folder: &Path, document: &Document, base: &AnnotationSet, articles: usize) -> usize {
    let mut annotations = 0;
    for article in 0..articles {
        let file = format!("{:02}/{article:05}.txt", article % 100);
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        std::fs::write(&path, document.text.as_str()).expect("it can be written");
        for who in 0..NAMES.len() {
            let set = set(base, article, who);
            annotations += set.annotations().len();
            let bytes = sidecar::encode(&set, document).expect("spans of this text");
            std::fs::write(folder.join(sidecar::file_name(&file, &set.annotator)), bytes)
                .expect("it can be written");
        }
    }
    annotations
}

fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let value = what();
    (value, started.elapsed())
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

/// Fills a model in this process, and says by how many bytes the process grew, where the system says it.
fn fill_and_say_memory(path: &Path) {
    let mut model = model(path);
    let before = usage::held(usage::OWN);
    fill(&mut model);
    if let (Some(before), Some(after)) = (before, usage::held(usage::OWN)) {
        println!("{}", after.saturating_sub(before) << 10);
    }
}

/// By how many bytes a process grows that does nothing but fill a model: this one has read all files before.
fn memory(path: &Path) -> Option<usize> {
    let program = std::env::current_exe().expect("a program knows its file");
    let done = Command::new(program).arg(MEMORY).arg(path).output().expect("it can be started");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().parse().ok()
}

fn model(path: &Path) -> ReadModel {
    unread(&scan(path, &CancelToken::new()).expect("the workspace can be read"))
}

/// Reads everything that changed and takes it over as it comes; the longest time one article took to take over.
fn fill(model: &mut ReadModel) -> Duration {
    let (snapshot, mut worst) = (model.clone(), Duration::ZERO);
    read_corpus(&snapshot, &CancelToken::new(), &mut |update, _| {
        let ((), took) = timed(|| update.into_iter().for_each(|update| model.update(update)));
        worst = worst.max(took);
    })
    .expect("it can be read");
    worst
}

/// The floor: the same files, by the same threads, and nothing done with them.
fn read_all(path: &Path) -> usize {
    let files = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    };
    let files: Vec<PathBuf> = files(path).iter().flat_map(|folder| files(folder)).collect();
    let (chunks, mut bytes) = (files.chunks(4).collect::<Vec<_>>(), 0);
    let read = |chunk: &&[PathBuf]| {
        chunk.iter().map(|file| std::fs::read(file).expect("a file").len()).sum::<usize>()
    };
    parallel_in_order(
        &chunks,
        &CancelToken::new(),
        |_| String::new(),
        read,
        |_, read| {
            bytes += read;
            Ok(())
        },
    )
    .expect("they can be read");
    bytes
}

/// What is asked, and how.
type Question = (&'static str, fn(&ReadModel));

const QUESTIONS: [Question; 5] = [
    ("stats", |model| drop(survey::stats(model, &CancelToken::new(), &mut |_, _| {}).expect("counts"))),
    ("progress", |model| drop(study::progress(model, &CancelToken::new(), &mut |_, _| {}).expect("counts"))),
    ("queue", |model| {
        let reviewer = corpus::annotator();
        let how = queue::QueueOptions { annotators: names(), reviewer, only: None, unfinished: Vec::new() };
        queue::queue(model, &how, &CancelToken::new(), &mut |_, _, _| {}).expect("items");
    }),
    ("agreement", |model| {
        drop(study::agreement(model, &[], &CancelToken::new(), &mut |_, _| {}).expect("figures"));
    }),
    ("check", |model| {
        drop(survey::check(model, &news_schema(), &CancelToken::new(), &mut |_, _| {}).expect("findings"));
    }),
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == MEMORY) {
        return fill_and_say_memory(arguments[at + 1].as_ref());
    }
    let articles = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(ARTICLES);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let path = folder.path();
    let document = corpus::document(corpus::SMALL);
    let base = corpus::annotations(&document, MARKS);
    let annotations = workspace(path, &document, &base, articles);
    // Files that were written just now are not trusted by their times.
    std::thread::sleep(Duration::from_millis(2_100));
    println!("{articles} articles, {} annotators, {annotations} annotations", NAMES.len());

    read_all(path);
    let (bytes, floor) = timed(|| read_all(path));
    println!("read all files (floor)          {:>8.0} ms  {:.0} MB", millis(floor), bytes as f64 / 1e6);
    let (mut model, scanned) = timed(|| model(path));
    println!("look at the folder              {:>8.0} ms", millis(scanned));
    let (worst, filled) = timed(|| fill(&mut model));
    let ratio = filled.as_secs_f64() / floor.as_secs_f64();
    println!(
        "fill the model                  {:>8.0} ms  {ratio:.2} of the floor; one article is taken over in {:.2} ms at worst",
        millis(filled),
        millis(worst)
    );
    if let Some(grown) = memory(path) {
        println!(
            "memory, a process of its own    {:>8.1} MB, {:.0} bytes an annotation",
            grown as f64 / 1e6,
            grown as f64 / annotations as f64
        );
    }
    let (_, again) = timed(|| fill(&mut model));
    println!("fill it again, nothing changed  {:>8.0} ms", millis(again));

    let mut open = set(&base, 0, 0);
    let opened = Document { file: "00/00000.txt".into(), ..document };
    let edits = (0..1_000).map(|n| {
        let snapshot = model.clone();
        open.set_state([State::Done, State::InProgress][n % 2]);
        let ((), took) = timed(|| model.put_set(&opened, &open));
        drop(snapshot);
        took
    });
    let edits: Vec<Duration> = edits.collect();
    let (total, worst) = (edits.iter().sum::<Duration>(), edits.iter().max().copied().unwrap_or_default());
    println!(
        "set replaced in the model       {:>8.1} µs, {:.1} µs at worst",
        total.as_secs_f64() * 1e6 / 1e3,
        worst.as_secs_f64() * 1e6
    );
    let files: Vec<_> = model.articles().map(|article| article.file().clone()).collect();
    let annotator = names().remove(0);
    let (found, took) = timed(|| {
        let count = |file| Some(model.article(file)?.set(&annotator)?.annotations());
        files.iter().filter_map(|file| count(file)).sum::<usize>()
    });
    println!(
        "count of one article            {:>8.0} ns ({found} annotations of {annotator})",
        took.as_secs_f64() * 1e9 / files.len() as f64
    );
    model.close_set(&opened.file, &annotator);
    fill(&mut model);
    let bare = unread(&scan(path, &CancelToken::new()).expect("the workspace can be read"));
    for (what, ask) in QUESTIONS {
        ask(&model);
        let ((), from_model) = timed(|| ask(&model));
        let ((), from_files) = timed(|| ask(&bare));
        println!(
            "{what:<16} from the model {:>8.0} ms  from the files {:>8.0} ms",
            millis(from_model),
            millis(from_files)
        );
    }
}

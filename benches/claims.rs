//! The page of 5,000 claims with 10,000 links in 500 articles: how long it takes to be opened after the corpus is read, and what a
//! frame costs that draws it or moves in it. `cargo bench --bench claims`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

mod corpus;
mod headless;

use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use tippani::format::article;
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, AttributeValue, EntityRef, EntryKey, Extra,
    Relation, RelationEnd, Value,
};
use tippani::store;
use tippani::text::{ByteOffset, Span};

use self::headless::{Headless, spread};

const ARTICLES: usize = 500;
const CLAIMS: usize = 10;
/// Links that start at each claim.
const LINKS: usize = 2;
const WORDS: [&str; 6] = ["बाढ़ में", "people died in", "લોકોનાં મોત", "ہلاک ہوئے", "the bridge at", "पुल गिरा"];

fn id(article: usize, claim: usize, kind: u128) -> AnnotationId {
    let random = (article * CLAIMS + claim) as u128 * 7 + kind;
    AnnotationId::new(ulid::Ulid::from_parts(1_767_323_045_000, random).to_string())
}

fn file(article: usize) -> String {
    format!("2026-{:02}-{:02}-{article:03}.txt", article % 12 + 1, article % 28 + 1)
}

fn write(root: &Path) {
    for n in 0..ARTICLES {
        let lines: Vec<String> = (0..CLAIMS)
            .map(|c| {
                format!("{} {} {} of the Saravni.", (n * 3 + c) % 90, WORDS[(n + c) % 6], (n + 2 * c) % 40)
            })
            .collect();
        let text = lines.join("\n");
        std::fs::write(root.join(file(n)), &text).expect("it can be written");
        let document = article::decode(&file(n), text.as_bytes()).value;
        let mut set = AnnotationSet::new(corpus::annotator());
        let mut at = 0;
        for (c, line) in lines.iter().enumerate() {
            let span = Span::new(&document.text, ByteOffset::new(at), ByteOffset::new(at + line.len() - 1));
            at += line.len() + 1;
            let now = "2026-01-02T03:04:05Z".parse().expect("a time");
            let label = ["figure", "statement", "denial"][c % 3];
            let spans = span.expect("a line").into();
            let mut claim = Annotation::new(id(n, c, 0), AnnotationKind::Claim, label, spans, now);
            let claimer = Value::Entity(EntityRef::from(format!("claimer-{}", (n + c) % 200).as_str()));
            claim.attributes.insert("claimer".into(), AttributeValue { value: claimer, evidence: None });
            set.insert(claim);
            for link in 0..LINKS {
                let (other, there) = ((n * 7 + c + link + 1) % ARTICLES, (c * 3 + link) % CLAIMS);
                let end = EntryKey::new(&file(other).into(), &set.annotator, &id(other, there, 0));
                set.insert_relation(Relation {
                    id: id(n, c, 1 + link as u128),
                    label: ["supports", "refutes", "identical", "related"][(n + c + link) % 4].into(),
                    from: id(n, c, 0),
                    to: RelationEnd::at(&end, &document.file, &set.annotator),
                    note: String::new(),
                    extra: Extra::default(),
                });
            }
        }
        let stamp = store::load(root, &document.file, &set.annotator).expect("it is there").stamp;
        store::save(root, &document, &set, &stamp).expect("it can be saved");
    }
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path());
    let mut window = Headless::open_folder(folder.path());
    let is_read = |window: &Headless| {
        let articles = window.program.session().library().map(|l| l.articles().to_vec()).unwrap_or_default();
        articles.iter().all(|article| article.annotations.is_some())
    };
    while !is_read(&window) {
        std::thread::sleep(Duration::from_millis(5));
        let _ = window.frame(Vec::new());
    }
    let started = Instant::now();
    let _ = window.key(Key::Num4, Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT);
    while window.program.session().board().is_none() {
        std::thread::sleep(Duration::from_millis(1));
        let _ = window.frame(Vec::new());
    }
    let first = window.frame(Vec::new());
    println!("opened after the corpus is read  {:8.2} ms", started.elapsed().as_secs_f64() * 1e3);
    println!("of that the first frame          {:8.2} ms", first.as_secs_f64() * 1e3);
    let line = |what: &str, (half, worst): (Duration, Duration)| {
        let ms = |d: Duration| d.as_secs_f64() * 1e3;
        println!("{what:<32} {:8.2} ms, at most {:.2} ms", ms(half), ms(worst));
    };
    for _ in 0..10 {
        let _ = window.frame(Vec::new());
    }
    let still = |window: &mut Headless| spread((0..120).map(|_| window.frame(Vec::new())).collect());
    let moved = |window: &mut Headless| {
        spread((0..120).map(|n| window.scroll(if n % 60 < 40 { 60.0 } else { -40.0 })).collect())
    };
    for part in ["Sentences", "Picture", "Figures and days"] {
        for _ in 0..120 {
            let _ = window.frame(Vec::new());
        }
        line(&format!("{part}, a frame"), still(&mut window));
        line(&format!("{part}, moved in"), moved(&mut window));
        let _ = window.key(Key::ArrowRight, Modifiers::NONE);
    }
    for (arrangement, key) in [("List", Key::L), ("Timeline", Key::T)] {
        let _ = window.key(key, Modifiers::NONE);
        for _ in 0..10 {
            let _ = window.frame(Vec::new());
        }
        line(&format!("{arrangement}, a frame"), still(&mut window));
        line(&format!("{arrangement}, moved in"), moved(&mut window));
    }
}

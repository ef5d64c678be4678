//! A review of three annotators by keys alone: after each key the next item is on screen, also in another article.

use std::fs;
use std::time::{Duration, Instant};

use tippani::format::{article, sidecar};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, State};
use tippani::text::{ByteOffset, Span};

use super::driver::Window;
use crate::folder::folder;
use crate::review::{now, who};

/// Articles and items of each: all of them where the program is as fast as people have it.
const SIZE: (usize, usize) = if cfg!(debug_assertions) { (5, 8) } else { (30, 40) };
/// From the key until the next item is on screen.
const LIMIT: Duration = Duration::from_millis(100);
const LABELS: [&str; 3] = ["person", "organization", "location"];

#[test]
fn one_key_leads_to_the_next_item() {
    let (articles, items) = SIZE;
    let text = "मंत्री ने कहा ".repeat(items);
    let folder = folder(&[]);
    for n in 0..articles {
        let file = format!("{n:02}.txt");
        fs::write(folder.path().join(&file), &text).unwrap();
        let document = article::decode(&file, text.as_bytes()).value;
        for (own, name) in ["meera", "ravi", "zoya"].into_iter().enumerate() {
            let mark = |at: usize| {
                let start = at * "मंत्री ने कहा ".len();
                let end = ByteOffset::new(start + "मंत्री".len());
                let span = Span::new(&document.text, ByteOffset::new(start), end).unwrap();
                let id = AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ57{own:02}{at:04}"));
                let label = LABELS[(at + n + own * (1 + at % 2)) % LABELS.len()];
                Annotation::new(id, AnnotationKind::Entity, label, span.into(), now(1).timestamp)
            };
            let (mut set, _) = AnnotationSet::new(who(name)).with_annotations((0..items).map(mark).collect());
            set.set_state(State::Done);
            let bytes = sidecar::encode(&set, &document).unwrap();
            fs::write(folder.path().join(format!("{file}.{name}.annotations.json")), bytes).unwrap();
        }
    }
    let journals = tempfile::tempdir().unwrap();
    let mut window = Window::of("lead", &folder.path().join("00.txt"), journals.path());
    window.press("Ctrl+R");
    let place = |w: &Window| -> Option<(usize, usize)> {
        let session = w.harness.state().session();
        let review = session.review().filter(|review| review.building().is_none())?;
        let item = review.item()?;
        let article = session.article().filter(|article| article.document().file == item.file)?;
        (article.others().len() == 3).then(|| (review.position(), review.decided()))
    };
    window.wait("the queue", |w| place(w).is_some());
    let all = window.harness.state().session().review().unwrap().len();
    assert_eq!(all, articles * items, "everything differs");
    let mut longest = Duration::ZERO;
    for n in 0..all {
        let started = Instant::now();
        window.press_once(["a", "b", "x"][n % 3]);
        window.wait_quickly("the next item", |w| place(w).is_some_and(|(_, decided)| decided == n + 1));
        longest = longest.max(started.elapsed());
    }
    println!("{all} items, the longest {longest:?} from the key to the next item");
    assert!(cfg!(debug_assertions) || longest <= LIMIT, "{longest:?}");
}

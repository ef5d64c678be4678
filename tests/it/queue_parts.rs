//! A queue that is told of in parts is the one that is found as a whole.

use std::fs;
use std::sync::Arc;

use tippani::analysis::{
    DrawnMember, ErrorRate, PackedItem, PackedQueue, QueueOrder, ReviewItem, SampleSize, Sampled, draw,
};
use tippani::format::{article, sidecar};
use tippani::jobs::queue::{QueueOptions, queue};
use tippani::jobs::{
    CancelToken, ItemCases, QueuePart, QueueSelection, WHOLE_ARTICLES, queue_parts, scan, unread,
};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, State};
use tippani::read_model::ReadModel;
use tippani::text::{ByteOffset, Span};

use crate::folder::folder;
use crate::review::{now, who};

const WORDS: [&str; 5] = ["one", "two", "three", "four", "five"];
const LABELS: [&str; 3] = ["person", "organization", "location"];
const NAMES: [&str; 3] = ["meera", "ravi", "zoya"];

/// A folder of so many articles with marks of three annotators on the first words, who call each of them something else.
pub(crate) fn workspace(articles: usize, marks: usize) -> tempfile::TempDir {
    let folder = folder(&[]);
    let text = WORDS.join(" ");
    for n in 0..articles {
        let file = format!("{n:03}.txt");
        fs::write(folder.path().join(&file), &text).unwrap();
        let document = article::decode(&file, text.as_bytes()).value;
        for (own, name) in NAMES.into_iter().enumerate() {
            let mark = |at: usize| {
                let start = text.find(WORDS[at]).unwrap();
                let end = ByteOffset::new(start + WORDS[at].len());
                let span = Span::new(&document.text, ByteOffset::new(start), end).unwrap();
                let id = AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ57{own:02}{at:04}"));
                let label = LABELS[(at + n + own * (1 + at % 2)) % LABELS.len()];
                Annotation::new(id, AnnotationKind::Entity, label, span.into(), now(1).timestamp)
            };
            let (mut set, _) = AnnotationSet::new(who(name)).with_annotations((0..marks).map(mark).collect());
            let is_begun = own == 2 && n % 10 == 9;
            set.set_state(if is_begun { State::InProgress } else { State::Done });
            let bytes = sidecar::encode(&set, &document).unwrap();
            fs::write(folder.path().join(format!("{file}.{name}.annotations.json")), bytes).unwrap();
        }
    }
    folder
}

fn how() -> QueueOptions {
    let annotators = NAMES.map(who).to_vec();
    QueueOptions { annotators, reviewer: who("lead"), only: None, unfinished: Vec::new() }
}

/// What a selection takes of all items, which are there in full.
fn taken(model: &ReadModel, selection: &QueueSelection) -> (Vec<ReviewItem>, Vec<usize>) {
    let (mut items, mut left_out) = (Vec::new(), vec![0; NAMES.len()]);
    queue(model, &how(), &CancelToken::new(), &mut |found, _, _| {
        items.extend(found.items);
        found.left_out.into_iter().for_each(|n| left_out[n] += 1);
    })
    .unwrap();
    let label = |item: &ReviewItem, n: usize| item.members[n].as_ref().map(|member| member.label.clone());
    if let Some(ItemCases::Labels([one, other])) = &selection.cases {
        items.retain(|item| label(item, 0) == *one && label(item, 1) == *other);
    }
    if let Some(sampled) = selection.sampled {
        draw(&mut items, sampled);
        items.retain(|item| !item.drawn.is_empty());
    }
    (items, left_out)
}

/// All parts as one; and of how many articles the items are there in full.
fn gathered(model: &ReadModel, selection: &QueueSelection) -> (QueuePart, Vec<usize>) {
    let mut all: Option<QueuePart> = None;
    let left_out = queue_parts(model, &how(), (selection, 0), &CancelToken::new(), &mut |part, _, _| {
        let Some(part) = part else { return };
        assert_eq!(part.is_first, all.is_none(), "it begins once");
        let Some(all) = &mut all else {
            all = Some(part);
            return;
        };
        let items = all.queue.len() as u32;
        all.queue.append(part.queue);
        all.whole.extend(part.whole);
        all.drawn.extend(part.drawn.into_iter().map(|one| DrawnMember { item: items + one.item, ..one }));
    });
    (all.unwrap(), left_out.unwrap())
}

/// The articles of items, by number, in an order of the queue.
fn files(queue: &PackedQueue, order: QueueOrder) -> Vec<Arc<str>> {
    let numbers = queue.in_order(0..queue.articles(), order, |_| true);
    numbers.iter().map(|n| queue.file(queue.article_of(*n as usize)).unwrap().clone()).collect()
}

#[test]
fn the_parts_of_a_queue_are_all_of_it() {
    let sampled = |size| Some(Sampled { size, seed: 3 });
    let cases = Some(ItemCases::Labels([Some("person".into()), Some("organization".into())]));
    let selections = [
        QueueSelection::default(),
        QueueSelection { cases: cases.clone(), sampled: None },
        QueueSelection { cases: Some(ItemCases::Labels([Some("person".into()), None])), sampled: None },
        QueueSelection { cases: None, sampled: sampled(SampleSize::Count(40)) },
        QueueSelection { cases: None, sampled: sampled(SampleSize::Part(0.3)) },
        QueueSelection { cases, sampled: sampled(SampleSize::Part(0.5)) },
    ];
    for articles in [0, 1, 12, WHOLE_ARTICLES + 16] {
        let folder = workspace(articles, 3);
        let model = unread(&scan(folder.path(), &CancelToken::new()).unwrap());
        for selection in &selections {
            let ((mut items, expected), (part, left_out)) =
                (taken(&model, selection), gathered(&model, selection));
            assert_eq!(left_out, expected, "{selection:?}");
            assert_eq!(part.queue.len(), items.len(), "{selection:?}");
            let rates = ErrorRate::of_drawn(&part.drawn, NAMES.len());
            if selection.sampled.is_some() {
                assert_eq!(rates, ErrorRate::of_each(&items, NAMES.len()));
            }
            // What is there in full is what was found, and of few articles all is there.
            for (file, whole) in &part.whole {
                let own: Vec<&ReviewItem> = items.iter().filter(|item| item.file == *file).collect();
                assert_eq!(whole.iter().collect::<Vec<_>>(), own, "{selection:?}");
            }
            if articles <= WHOLE_ARTICLES {
                assert_eq!(part.whole.iter().map(|(_, whole)| whole.len()).sum::<usize>(), items.len());
            }
            let identities: Vec<u64> = part.queue.items().iter().map(PackedItem::identity).collect();
            assert_eq!(identities, items.iter().map(ReviewItem::identity).collect::<Vec<_>>());
            for order in QueueOrder::ALL {
                items.sort_by(|one, other| order.compare(one, other));
                let expected: Vec<Arc<str>> = items.iter().map(|item| item.file.clone()).collect();
                assert_eq!(files(&part.queue, order), expected, "{selection:?} {order:?}");
            }
        }
    }
}

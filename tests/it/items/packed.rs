//! A queue that keeps little of each item shows what one that keeps all of them would.

use proptest::prelude::*;
use tippani::analysis::{
    PackedArticle, PackedItem, PackedQueue, QueueOrder, ReviewItem, ReviewScope, Stage, find_items,
};
use tippani::format::article;
use tippani::model::{Annotation, AnnotationSet, Annotator};
use tippani::session::QueueFilter;

use super::any::{Marks, NAMES, Way, any_marks, document, sets};
use super::{any_decision, decided, found, lead};

/// Decisions: at which item, and what.
type Decisions = Vec<(usize, u8)>;

fn annotators() -> Vec<Annotator> {
    NAMES[..4].iter().map(|name| Annotator::new(name).unwrap()).collect()
}

/// What is found in an article with these marks after these decisions; some are of a model that says how sure it was.
fn items_of(file: &str, marks: &Marks, decisions: &Decisions) -> Vec<ReviewItem> {
    let mut sets: Vec<AnnotationSet> = sets(marks, &Way::default()).into_iter().map(|(_, set)| set).collect();
    for set in &mut sets {
        let before = set.clone();
        for (n, of_model) in before.annotations().iter().step_by(2).enumerate() {
            let mut annotation = Annotation::clone(of_model);
            annotation.origin.score = Some((n % 3) as f64 / 3.0);
            set.insert(annotation);
        }
    }
    let mut reviewer = lead();
    if !found(&sets, None).is_empty() {
        for (at, which) in decisions {
            reviewer = decided(reviewer, &sets, *at, any_decision(*which));
        }
    }
    let annotators = annotators();
    let scope = ReviewScope { annotators: &annotators, unfinished: &[], reviewer: Some(&reviewer) };
    let document = article::decode(file, document().text.as_str().as_bytes()).value;
    find_items(&document, &sets, &scope).items
}

/// What a filter shows, by all that there is of an item.
fn shows(filter: QueueFilter, item: &ReviewItem) -> bool {
    match (filter, item.stage()) {
        (QueueFilter::Differences, stage) => stage != Stage::Agreed,
        (QueueFilter::Open, stage) => stage == Stage::Open,
        (QueueFilter::Agreed, stage) => stage == Stage::Agreed,
        (QueueFilter::Decided, stage) => matches!(stage, Stage::Decided | Stage::Contradicted),
        (QueueFilter::Changed, stage) => stage == Stage::Changed,
        (QueueFilter::Answered, _) => item.is_answered(),
        (QueueFilter::CameBack, _) => item.came_back(),
        (QueueFilter::Contradicted, _) => item.is_contradicted(),
    }
}

fn any_articles() -> impl Strategy<Value = Vec<(Marks, Decisions)>> {
    let decisions = prop::collection::vec((0..40usize, any::<u8>()), 0..6);
    prop::collection::vec((any_marks(4), decisions), 1..5)
}

proptest! {
    #[test]
    fn a_packed_queue_shows_what_a_full_one_does(articles in any_articles()) {
        let articles: Vec<Vec<ReviewItem>> = articles.iter().enumerate()
            .map(|(n, (marks, decisions))| items_of(&format!("{n}.txt"), marks, decisions))
            .filter(|items| !items.is_empty())
            .collect();
        let (mut whole, mut parts) = (PackedQueue::default(), PackedQueue::default());
        for items in &articles {
            let packed = PackedArticle::new(items[0].file.clone(), items);
            let mut part = PackedQueue::default();
            part.push(packed.clone());
            whole.push(packed);
            parts.append(part);
        }
        let all: Vec<&ReviewItem> = articles.iter().flatten().collect();
        for (order, filter) in QueueOrder::ALL.into_iter().flat_map(|order| QueueFilter::ALL.map(|filter| (order, filter))) {
            let mut expected: Vec<u32> = (0..all.len() as u32).filter(|n| shows(filter, all[*n as usize])).collect();
            expected.sort_by(|one, other| order.compare(all[*one as usize], all[*other as usize]));
            for queue in [&whole, &parts] {
                let shown = queue.in_order(0..queue.articles(), order, |item| filter.shows(item));
                prop_assert_eq!(&shown, &expected, "{:?} {:?}", order, filter);
            }
        }
        for (article, items) in articles.iter().enumerate() {
            prop_assert_eq!(&parts.known(article, items.clone(), 4), items, "what is found again is known");
            let mut fewer = items.clone();
            let gone = fewer.remove(items.len() / 2);
            let known = parts.known(article, fewer, 4);
            prop_assert_eq!(known.len(), items.len(), "there is one for each");
            let is_it = |item: &ReviewItem| item.identity() == gone.identity();
            prop_assert!(!known.iter().any(is_it), "and none that is not there");
        }
    }
}

#[test]
fn an_item_takes_little() {
    assert!(size_of::<PackedItem>() <= 40, "{}", size_of::<PackedItem>());
    assert!(size_of::<ReviewItem>() > 3 * size_of::<PackedItem>(), "it is worth it");
}

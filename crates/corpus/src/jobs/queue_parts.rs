//! A queue as it is found, part by part, and the items of some of its articles in full.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::cancel::CancelToken;
use super::queue::{QueueOptions, asked_for, each};
use super::read_corpus::drop_changed_of;
use crate::analysis::agreement::Difference;
use crate::analysis::{
    Drawable, DrawnMember, FoundItems, PackedArticle, PackedQueue, ReviewItem, Sampled, Sampler,
};
use crate::format::Issue;
use crate::read_model::ReadModel;

/// So many articles with items are told of with their items in full: of a queue over no more everything is at hand.
pub const WHOLE_ARTICLES: usize = 64;
/// The shortest time between two parts.
const MIN_INTERVAL: Duration = Duration::from_millis(100);

/// What a queue takes of the items that are found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueSelection {
    /// Only those that a figure stands for.
    pub cases: Option<ItemCases>,
    /// Only items of which something is drawn.
    pub sampled: Option<Sampled>,
}

/// The items that a figure of two annotators stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemCases {
    /// The first has this label and the second that; nothing stands for no annotation.
    Labels([Option<Arc<str>>; 2]),
    /// Somebody has this label.
    Label(Arc<str>),
    /// The first did so otherwise than the second.
    Difference(Difference),
}

impl ItemCases {
    /// Whether an item is one of them.
    #[must_use]
    pub fn has(&self, item: &ReviewItem) -> bool {
        let label = |n: usize| item.members.get(n).and_then(Option::as_ref).map(|member| &member.label);
        match self {
            Self::Labels([one, other]) => label(0) == one.as_ref() && label(1) == other.as_ref(),
            Self::Label(wanted) => item.present().any(|(_, member)| member.label == *wanted),
            Self::Difference(wanted) => {
                let has_own = label(0).is_some();
                item.conflicts.iter().any(|conflict| Difference::of(conflict.kind, has_own) == *wanted)
            }
        }
    }
}

/// What was found of a queue since the last part.
#[derive(Clone, Debug, Default)]
pub struct QueuePart {
    /// Whether the queue begins with it: what was told before is not of it.
    pub is_first: bool,
    /// The items; their articles come after all that were told before.
    pub queue: PackedQueue,
    /// Of some of the articles the items in full, all that `queue` has of each.
    pub whole: Vec<(Arc<str>, Vec<ReviewItem>)>,
    /// What was drawn of the items, where only a sample is looked at: by the number of the item in this part.
    pub drawn: Vec<DrawnMember>,
}

/// What was found in one article.
#[derive(Default)]
struct QueuedArticle {
    left_out: Vec<usize>,
    packed: PackedArticle,
    /// Its items, where it is one of the first.
    whole: Option<Vec<ReviewItem>>,
    /// Of each item what may be drawn.
    drawable: Vec<Vec<Drawable>>,
}

/// Finds items to review and passes them to `consume` in parts, a sample at the end. `selection` is what of them is taken, and how
/// many of the first articles an earlier part already covered: the first part is of no fewer. `consume` is given a part where it
/// is time for one, and how many articles are done, of how many. What cannot be read is told when its article is opened. Returns,
/// per annotator, the number of articles in progress that were skipped.
///
/// # Errors
/// When it was cancelled.
pub fn queue_parts(
    model: &ReadModel,
    how: &QueueOptions,
    (selection, shown): (&QueueSelection, usize),
    cancel: &CancelToken,
    consume: &mut dyn FnMut(Option<QueuePart>, usize, usize),
) -> anyhow::Result<Vec<usize>> {
    let whole = AtomicUsize::new(0);
    let look = |file: &Arc<str>, found: FoundItems| {
        let mut items = found.items;
        items.retain(|item| selection.cases.as_ref().is_none_or(|cases| cases.has(item)));
        let drawable = selection
            .sampled
            .map(|sampled| items.iter().map(|item| Sampler::drawable(sampled, item)).collect::<Vec<_>>());
        QueuedArticle {
            left_out: found.left_out,
            packed: PackedArticle::new(file.clone(), &items),
            drawable: drawable.unwrap_or_default(),
            whole: (!items.is_empty() && whole.fetch_add(1, Ordering::Relaxed) < WHOLE_ARTICLES)
                .then_some(items),
        }
    };
    let mut gathered = Gathered::new(how, selection, shown);
    each(
        model,
        how,
        cancel,
        |sets, found| look(&sets.document.file, found),
        &mut |article: Result<QueuedArticle, Issue>, done, of| {
            gathered.add(article.unwrap_or_default());
            consume(gathered.part(done, of), done, of);
        },
    )?;
    Ok(gathered.left_out)
}

/// What there is to review in the first articles of a model as it was read, so that somebody may begin, and in how many;
/// nothing where it takes all articles to know what comes first.
pub(super) fn first_part(
    model: &ReadModel,
    how: &QueueOptions,
    selection: &QueueSelection,
    cancel: &CancelToken,
) -> anyhow::Result<Option<(QueuePart, usize)>> {
    if selection.sampled.is_some() {
        return Ok(None);
    }
    let files = asked_for(model, how).first(WHOLE_ARTICLES);
    let mut model = model.clone();
    drop_changed_of(&mut model, &files, cancel)?;
    let (articles, mut first) = (files.len(), None);
    let how = QueueOptions { only: Some(files), ..how.clone() };
    queue_parts(&model, &how, (selection, articles), cancel, &mut |part, _, _| {
        first = part.or(first.take());
    })?;
    Ok(first.map(|part| (part, articles)))
}

/// The items of some articles of a queue, in full; none of one that is not there.
pub(super) fn items_of(
    model: &ReadModel,
    how: &QueueOptions,
    files: &[Arc<str>],
    cancel: &CancelToken,
) -> anyhow::Result<Vec<(Arc<str>, Vec<ReviewItem>)>> {
    let mut all: Vec<(Arc<str>, Vec<ReviewItem>)> =
        files.iter().map(|file| (file.clone(), Vec::new())).collect();
    let how = QueueOptions { only: Some(files.to_vec()), ..how.clone() };
    each(model, &how, cancel, |_, found| found.items, &mut |items: Result<Vec<ReviewItem>, Issue>, _, _| {
        let items = items.unwrap_or_default();
        let file = items.first().map(|item| item.file.clone());
        if let Some((_, known)) = all.iter_mut().find(|(known, _)| Some(known) == file.as_ref()) {
            *known = items;
        }
    })?;
    Ok(all)
}

/// What was found since the last part.
struct Gathered {
    part: QueuePart,
    /// How many articles have to be done before the first part.
    least: usize,
    last: Option<Instant>,
    sampler: Option<Sampler>,
    left_out: Vec<usize>,
}

impl Gathered {
    fn new(how: &QueueOptions, selection: &QueueSelection, least: usize) -> Self {
        Self {
            part: QueuePart { is_first: true, ..QueuePart::default() },
            least,
            last: None,
            sampler: selection.sampled.map(Sampler::new),
            left_out: vec![0; how.annotators.len()],
        }
    }

    fn add(&mut self, article: QueuedArticle) {
        for n in article.left_out {
            if let Some(count) = self.left_out.get_mut(n) {
                *count += 1;
            }
        }
        if let Some(sampler) = &mut self.sampler {
            for (number, drawable) in (self.part.queue.len() as u32..).zip(article.drawable) {
                sampler.add(number, drawable);
            }
        }
        if let Some(items) = article.whole
            && let Some(file) = items.first().map(|item| item.file.clone())
        {
            self.part.whole.push((file, items));
        }
        self.part.queue.push(article.packed);
    }

    /// What was gathered, where it is time to tell it.
    fn part(&mut self, done: usize, of: usize) -> Option<QueuePart> {
        let is_last = done == of;
        let is_early = done < self.least || self.last.is_some_and(|last| last.elapsed() < MIN_INTERVAL);
        let is_due = is_last || (self.sampler.is_none() && !is_early && !self.part.queue.is_empty());
        if !is_due {
            return None;
        }
        self.last = Some(Instant::now());
        let part = std::mem::take(&mut self.part);
        let part = match self.sampler.take() {
            Some(sampler) => sample(part, sampler),
            None => part,
        };
        (part.is_first || !part.queue.is_empty()).then_some(part)
    }
}

/// What is drawn of a whole queue.
fn sample(part: QueuePart, sampler: Sampler) -> QueuePart {
    let QueuePart { is_first, queue, whole, .. } = part;
    let mut drawn = sampler.drawn();
    // Of each item in the order in which it was drawn.
    drawn.sort_by_key(|drawn| drawn.item);
    let of = |number: usize| &drawn[DrawnMember::range_of(&drawn, number)];
    let mut taken = Vec::with_capacity(whole.len());
    for (file, items) in whole {
        let range = queue.article(&file).map(|article| queue.range(article)).unwrap_or_default();
        let mut kept = Vec::new();
        for (number, mut item) in range.zip(items) {
            item.drawn = of(number).iter().map(|one| one.annotator as usize).collect();
            if !item.drawn.is_empty() {
                kept.push(item);
            }
        }
        if !kept.is_empty() {
            taken.push((file, kept));
        }
    }
    let kept = queue.only(|number| !of(number).is_empty());
    let (mut number, mut last) = (0, None);
    for one in &mut drawn {
        number += u32::from(last.is_some_and(|last| last != one.item));
        last = Some(one.item);
        one.item = number;
    }
    QueuePart { is_first, queue: kept, whole: taken, drawn }
}

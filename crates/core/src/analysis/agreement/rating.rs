//! What several annotators say of each token and each character of an article.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::model::{Annotation, AnnotationKind, AnnotationSet, Document, State};
use crate::text::{ByteOffset, words};

/// A label and its layer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerLabel {
    /// The layer.
    pub kind: AnnotationKind,
    /// Identifier of the label.
    pub label: Arc<str>,
}

impl From<&Annotation> for LayerLabel {
    fn from(annotation: &Annotation) -> Self {
        Self { kind: annotation.kind, label: annotation.label.clone() }
    }
}

/// All labels that an annotator gave to one place, sorted; none is a category too, and so is each set of several.
pub type Category = Vec<LayerLabel>;

/// Of each annotator the category, by number; nothing where one has not rated the article.
pub(super) type Pattern = Vec<Option<u32>>;

/// So much of a text has one pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PatternExtent {
    /// By number.
    pub(super) pattern: u32,
    /// Words and signs (UAX #29), as they are exported to columns.
    pub(super) tokens: u64,
    /// Code points, blanks with them.
    pub(super) characters: u64,
}

/// Numbers for what comes again and again.
#[derive(Clone, Debug)]
pub(super) struct Interner<T> {
    numbers: HashMap<T, u32>,
    all: Vec<T>,
}

impl<T: Clone + Eq + std::hash::Hash> Interner<T> {
    pub(super) fn new() -> Self {
        Self { numbers: HashMap::new(), all: Vec::new() }
    }

    pub(super) fn number(&mut self, value: &T) -> u32 {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = self.all.len() as u32;
        self.numbers.insert(value.clone(), number);
        self.all.push(value.clone());
        number
    }

    pub(super) fn all(&self) -> &[T] {
        &self.all
    }
}

/// Whether an annotator has looked at an article: there is something in the set, or it was begun.
///
/// ```
/// # use tippani_core::analysis::agreement::has_rated;
/// # use tippani_core::model::{AnnotationSet, Annotator, State};
/// let mut set = AnnotationSet::new(Annotator::new("asha").unwrap());
/// assert!(!has_rated(&set));
/// set.set_state(State::Done);
/// assert!(has_rated(&set), "there is nothing to mark");
/// ```
#[must_use]
pub fn has_rated(set: &AnnotationSet) -> bool {
    !set.annotations().is_empty() || set.state() != State::Todo
}

/// Whether an annotator has looked at all of an article: it was rated, and is not in progress. What is read from elsewhere, and
/// what a model made, is never in progress.
#[must_use]
pub fn is_finished(set: &AnnotationSet) -> bool {
    has_rated(set) && set.state() != State::InProgress
}

/// The ratings of one article, in blocks.
#[derive(Clone, Debug)]
pub(super) struct Ratings {
    pub(super) categories: Interner<Category>,
    pub(super) patterns: Interner<Pattern>,
    pub(super) blocks: Vec<Vec<PatternExtent>>,
}

/// Where an annotator's label begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    at: usize,
    opens: bool,
    rater: usize,
    label: u32,
}

/// Rates a text. `raters` has a place for each annotator; `blocks` are stretches of the text one after another.
///
/// A token has every label that touches it.
pub(super) fn rate(
    document: &Document,
    raters: &[Option<&AnnotationSet>],
    blocks: &[Range<usize>],
) -> Ratings {
    let mut labels = Interner::<LayerLabel>::new();
    let mut edges = Vec::new();
    for (rater, set) in raters.iter().enumerate() {
        for annotation in set.iter().flat_map(|set| set.annotations()) {
            let label = LayerLabel::from(annotation.as_ref());
            let label = labels.number(&label);
            for span in annotation.spans.as_slice() {
                edges.push(Edge { at: span.start().get(), opens: true, rater, label });
                edges.push(Edge { at: span.end().get(), opens: false, rater, label });
            }
        }
    }
    edges.sort_unstable();
    let mut sweep = Sweep::new(raters, labels.all());
    let mut segments: Vec<(Range<usize>, u32)> = Vec::new();
    let (mut at, mut next) = (0, 0);
    for block in blocks {
        while at < block.end {
            while let Some(edge) = edges.get(next).filter(|edge| edge.at <= at) {
                sweep.pass(*edge);
                next += 1;
            }
            let end = edges.get(next).map_or(block.end, |edge| edge.at.min(block.end));
            segments.push((at..end, sweep.pattern()));
            at = end;
        }
    }
    let mut counts: Vec<HashMap<u32, (u64, u64)>> = vec![HashMap::new(); blocks.len()];
    let block_of = |at: usize| blocks.partition_point(|block| block.end <= at);
    for (range, pattern) in &segments {
        let chars = |at: usize| document.text.to_char(ByteOffset::new(at)).get() as u64;
        counts[block_of(range.start)].entry(*pattern).or_default().1 += chars(range.end) - chars(range.start);
    }
    let mut from = 0;
    for word in words(document.text.as_str()) {
        while segments.get(from).is_some_and(|(range, _)| range.end <= word.start) {
            from += 1;
        }
        let touched = segments[from..].iter().take_while(|(range, _)| range.start < word.end);
        let pattern = sweep.union(touched.map(|(_, pattern)| *pattern));
        counts[block_of(word.start)].entry(pattern).or_default().0 += 1;
    }
    let amounts = |counts: HashMap<u32, (u64, u64)>| {
        let amount = |(pattern, (tokens, characters))| PatternExtent { pattern, tokens, characters };
        let mut amounts: Vec<PatternExtent> = counts.into_iter().map(amount).collect();
        amounts.sort_unstable_by_key(|amount| amount.pattern);
        amounts
    };
    let blocks = counts.into_iter().map(amounts).collect();
    Ratings { categories: sweep.categories, patterns: sweep.patterns, blocks }
}

/// Which labels are open for whom, while going through a text.
struct Sweep<'a> {
    labels: &'a [LayerLabel],
    /// Of each annotator how often each label is open.
    open: Vec<Vec<u32>>,
    now: Pattern,
    categories: Interner<Category>,
    patterns: Interner<Pattern>,
}

impl<'a> Sweep<'a> {
    fn new(raters: &[Option<&AnnotationSet>], labels: &'a [LayerLabel]) -> Self {
        let mut categories = Interner::new();
        let none = categories.number(&Vec::new());
        let now = raters.iter().map(|set| set.map(|_| none)).collect();
        let open = vec![vec![0; labels.len()]; raters.len()];
        Self { labels, open, now, categories, patterns: Interner::new() }
    }

    fn pass(&mut self, edge: Edge) {
        let count = &mut self.open[edge.rater][edge.label as usize];
        *count = if edge.opens { *count + 1 } else { count.saturating_sub(1) };
        let open = &self.open[edge.rater];
        let labels = open.iter().zip(self.labels).filter(|(count, _)| **count > 0);
        let mut category: Category = labels.map(|(_, label)| label.clone()).collect();
        category.sort_unstable();
        self.now[edge.rater] = Some(self.categories.number(&category));
    }

    fn pattern(&mut self) -> u32 {
        self.patterns.number(&self.now)
    }

    /// The pattern of something that several segments touch.
    fn union(&mut self, mut patterns: impl Iterator<Item = u32> + Clone) -> u32 {
        let first = patterns.next().unwrap_or_default();
        if patterns.clone().all(|pattern| pattern == first) {
            return first;
        }
        let all: Vec<Pattern> =
            std::iter::once(first).chain(patterns).map(|p| self.patterns.all()[p as usize].clone()).collect();
        let mut union = all[0].clone();
        for (rater, category) in union.iter_mut().enumerate().filter(|(_, category)| category.is_some()) {
            let numbers = all.iter().filter_map(|pattern| pattern[rater]);
            let labels: BTreeSet<LayerLabel> =
                numbers.flat_map(|n| self.categories.all()[n as usize].iter().cloned()).collect();
            *category = Some(self.categories.number(&labels.into_iter().collect()));
        }
        self.patterns.number(&union)
    }
}

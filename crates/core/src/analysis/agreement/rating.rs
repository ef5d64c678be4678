//! What several annotators say of each token and each character of an article.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::marks::ArticleMarks;
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
    pub(super) categories: Vec<Category>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) blocks: Vec<Vec<PatternExtent>>,
}

/// Where an annotator's label begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    at: usize,
    opens: bool,
    rater: usize,
    /// By its place among the labels in their order.
    label: u32,
}

/// Rates a text that of so many `annotators` those who are `rated` have marked; `blocks` are stretches of the text one after
/// another.
///
/// A token has every label that touches it.
pub(super) fn rate(
    document: &Document,
    marks: &ArticleMarks<'_>,
    rated: &[usize],
    annotators: usize,
    blocks: &[Range<usize>],
) -> Ratings {
    let mut places = vec![0; marks.labels.len()];
    for (place, label) in marks.in_order.iter().enumerate() {
        places[*label] = place as u32;
    }
    let mut edges = Vec::with_capacity(marks.raters.iter().map(Vec::len).sum::<usize>() * 2);
    for (own, rater) in marks.raters.iter().zip(rated) {
        for mark in own {
            let (rater, label) = (*rater, places[mark.label]);
            for span in mark.annotation.spans.as_slice() {
                edges.push(Edge { at: span.start().get(), opens: true, rater, label });
                edges.push(Edge { at: span.end().get(), opens: false, rater, label });
            }
        }
    }
    edges.sort_unstable();
    let mut sweep = Sweep::new(rated, annotators, marks.labels.len());
    let segments = sweep.segments(&edges, blocks);
    let words = words(document.text.as_str());
    let counted = sweep.count(document, &segments, &words, blocks);
    let category = |places: &Vec<u32>| {
        places.iter().map(|place| marks.labels[marks.in_order[*place as usize]].clone()).collect()
    };
    Ratings {
        categories: sweep.categories.all().iter().map(category).collect(),
        patterns: sweep.patterns.all,
        blocks: counted,
    }
}

/// Which labels are open for whom, while going through a text.
struct Sweep {
    /// Of each annotator how often each label is open.
    open: Vec<Vec<u32>>,
    now: Pattern,
    /// Labels by place, in order.
    categories: Interner<Vec<u32>>,
    patterns: Interner<Pattern>,
}

impl Sweep {
    fn new(rated: &[usize], annotators: usize, labels: usize) -> Self {
        let mut categories = Interner::new();
        let none = categories.number(&Vec::new());
        let mut now = vec![None; annotators];
        for rater in rated {
            now[*rater] = Some(none);
        }
        Self { open: vec![vec![0; labels]; annotators], now, categories, patterns: Interner::new() }
    }

    /// The stretches of each block in which nothing begins or ends, with their patterns.
    fn segments(&mut self, edges: &[Edge], blocks: &[Range<usize>]) -> Vec<(Range<usize>, u32)> {
        let mut segments: Vec<(Range<usize>, u32)> = Vec::with_capacity(edges.len() + blocks.len());
        let (mut at, mut next) = (0, 0);
        for block in blocks {
            while at < block.end {
                while let Some(edge) = edges.get(next).filter(|edge| edge.at <= at) {
                    let count = &mut self.open[edge.rater][edge.label as usize];
                    *count = if edge.opens { *count + 1 } else { count.saturating_sub(1) };
                    next += 1;
                    // A category is looked up once all that changes here did.
                    let is_last =
                        edges.get(next).is_none_or(|other| other.at > at || other.rater != edge.rater);
                    if is_last {
                        self.look_up(edge.rater);
                    }
                }
                let end = edges.get(next).map_or(block.end, |edge| edge.at.min(block.end));
                segments.push((at..end, self.patterns.number(&self.now)));
                at = end;
            }
        }
        segments
    }

    fn look_up(&mut self, rater: usize) {
        let open = self.open[rater].iter().zip(0u32..);
        let category: Vec<u32> = open.filter(|(count, _)| **count > 0).map(|(_, label)| label).collect();
        self.now[rater] = Some(self.categories.number(&category));
    }

    /// How much of each block has which pattern.
    fn count(
        &mut self,
        document: &Document,
        segments: &[(Range<usize>, u32)],
        words: &[Range<usize>],
        blocks: &[Range<usize>],
    ) -> Vec<Vec<PatternExtent>> {
        let chars = |at: usize| document.text.to_char(ByteOffset::new(at)).get() as u64;
        let (mut segment, mut word, mut from, mut before) = (0, 0, 0, 0);
        let mut extents: Vec<PatternExtent> = Vec::new();
        let mut counted = Vec::with_capacity(blocks.len());
        for block in blocks {
            let mut met: Vec<u32> = Vec::new();
            let mut at = |pattern: u32, extents: &mut Vec<PatternExtent>| {
                let place = pattern as usize;
                if extents.len() <= place {
                    extents.resize(place + 1, PatternExtent::default());
                }
                if extents[place].tokens + extents[place].characters == 0 {
                    met.push(pattern);
                }
                place
            };
            while let Some((range, pattern)) =
                segments.get(segment).filter(|(range, _)| range.start < block.end)
            {
                let end = chars(range.end);
                if end > before {
                    let place = at(*pattern, &mut extents);
                    extents[place].characters += end - before;
                }
                before = end;
                segment += 1;
            }
            while let Some(own) = words.get(word).filter(|word| word.start < block.end) {
                while segments.get(from).is_some_and(|(range, _)| range.end <= own.start) {
                    from += 1;
                }
                let touched = segments[from..].iter().take_while(|(range, _)| range.start < own.end);
                let pattern = self.union(touched.map(|(_, pattern)| *pattern));
                let place = at(pattern, &mut extents);
                extents[place].tokens += 1;
                word += 1;
            }
            met.sort_unstable();
            let amount = |pattern: u32| {
                let extent = std::mem::take(&mut extents[pattern as usize]);
                PatternExtent { pattern, ..extent }
            };
            counted.push(met.into_iter().map(amount).collect());
        }
        counted
    }

    /// The pattern of something that several segments touch.
    fn union(&mut self, mut patterns: impl Iterator<Item = u32> + Clone) -> u32 {
        let first = patterns.next().unwrap_or_default();
        if patterns.clone().all(|pattern| pattern == first) {
            return first;
        }
        let all: Vec<Pattern> = std::iter::once(first)
            .chain(patterns)
            .map(|pattern| self.patterns.all()[pattern as usize].clone())
            .collect();
        let mut union = all[0].clone();
        for (rater, category) in union.iter_mut().enumerate().filter(|(_, category)| category.is_some()) {
            let numbers = all.iter().filter_map(|pattern| pattern[rater]);
            let mut labels: Vec<u32> =
                numbers.flat_map(|n| self.categories.all()[n as usize].iter().copied()).collect();
            labels.sort_unstable();
            labels.dedup();
            *category = Some(self.categories.number(&labels));
        }
        self.patterns.number(&union)
    }
}

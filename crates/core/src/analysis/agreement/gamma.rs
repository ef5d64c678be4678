//! γ (Mathet, Widlöcher and Métivier 2015): the disorder of the best alignment, in proportion to that of the same units at
//! random places.
//!
//! An annotation in several pieces is a unit from its first character to its last; an entity and a claim are never aligned.
//! Random places are those up to the last unit of the layer, as in the reference implementations.

use std::collections::BTreeMap;

use super::alignment::{AlignmentUnit, align};
use super::figure::Scope;
use super::marks::{ArticleMarks, Mark};
use crate::analysis::stable_hash;
use crate::model::AnnotationKind;

/// Shuffles of a whole study stop after about so many unitary alignments were possible; what is expected is then known to
/// about 1 %.
const MAX_SHUFFLED_ALIGNMENTS: usize = 100_000;
/// An article is shuffled at most so often.
const MAX_SHUFFLES_PER_ARTICLE: usize = 500;

/// Disorders, in units per annotator times the number of units of one: they add up over articles and layers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Disorder {
    /// How many units there are, of all annotators.
    pub units: f64,
    /// Of the best alignment.
    pub observed: f64,
    /// The mean of the best alignments of shuffled units.
    pub expected: f64,
}

impl Disorder {
    pub(super) fn add(&mut self, other: Self, times: f64) {
        self.units += other.units * times;
        self.observed += other.observed * times;
        self.expected += other.expected * times;
    }

    /// γ: at most 1, 0 where units lie as at random; nothing where there are none.
    ///
    /// ```
    /// # use tippani_core::analysis::agreement::Disorder;
    /// let disorder = Disorder { units: 8.0, observed: 1.0, expected: 4.0 };
    /// assert_eq!(disorder.gamma(), Some(0.75));
    /// ```
    #[must_use]
    pub fn gamma(self) -> Option<f64> {
        (self.expected > 0.0).then(|| 1.0 - self.observed / self.expected)
    }
}

/// Disorders by block of the text; what spans two is in the first.
pub type DisorderByBlock = BTreeMap<usize, Disorder>;

/// How units are put at random places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shuffling {
    /// Where the places end, in code points.
    pub end: u64,
    /// How many articles are measured together: the more, the fewer shuffles of each are enough.
    pub articles: usize,
    /// The same number always shuffles the same units in the same way.
    pub seed: u64,
}

/// The disorders of one article by layer and by label; `articles` are in the study. Nothing of what too much may be aligned in.
pub(super) fn disorders(
    file: &str,
    marks: &ArticleMarks<'_>,
    articles: usize,
    block: impl Fn(u64) -> usize,
) -> Vec<(Scope, Option<DisorderByBlock>)> {
    // The names of articles make seeds of their own, so that what chance does in one it does not do in all.
    let name = stable_hash(0, file.bytes());
    let of_kind = |kind: AnnotationKind| marks.labels.iter().filter(move |label| label.kind == kind).count();
    let units = |keep: &dyn Fn(usize) -> bool| -> Vec<Vec<AlignmentUnit>> {
        let unit = |mark: &Mark<'_>| AlignmentUnit {
            start: mark.chars.start,
            end: mark.chars.end,
            category: mark.label as u32,
        };
        let own = |own: &Vec<Mark<'_>>| own.iter().filter(|mark| keep(mark.label)).map(unit).collect();
        marks.raters.iter().map(own).collect()
    };
    let end_of = |kind: AnnotationKind| {
        let all = marks.raters.iter().flatten().filter(|mark| marks.labels[mark.label].kind == kind);
        all.map(|mark| mark.chars.end).max().unwrap_or_default()
    };
    let kinds = [AnnotationKind::Entity, AnnotationKind::Claim];
    let ends = kinds.map(end_of);
    let end = |kind: AnnotationKind| ends[usize::from(kind == AnnotationKind::Claim)];
    let mut measured: Vec<(Scope, Option<DisorderByBlock>)> = Vec::new();
    for kind in kinds.into_iter().filter(|kind| of_kind(*kind) > 0) {
        let seed = name.wrapping_add(measured.len() as u64);
        let shuffling = Shuffling { end: end(kind), articles, seed };
        let own = units(&|label| marks.labels[label].kind == kind);
        measured.push((Scope::Layer(kind), measure(own, shuffling, &block)));
    }
    for label in &marks.in_order {
        let layer_label = &marks.labels[*label];
        let kind = layer_label.kind;
        // A label that has its layer to itself is that layer.
        let is_alone = of_kind(kind) == 1;
        let layer = measured.iter().find(|(scope, _)| is_alone && *scope == Scope::Layer(kind));
        let known = layer.map(|(_, own)| own.clone());
        let seed = name.wrapping_add(measured.len() as u64);
        let shuffling = Shuffling { end: end(kind), articles, seed };
        let own = known.unwrap_or_else(|| measure(units(&|own| own == *label), shuffling, &block));
        measured.push((Scope::Label(layer_label.clone()), own));
    }
    measured
}

/// Measures the units of one article, annotator by annotator, by `block` of the text.
///
/// Nothing where too much may be aligned.
#[must_use]
pub fn measure(
    mut annotators: Vec<Vec<AlignmentUnit>>,
    shuffling: Shuffling,
    block: impl Fn(u64) -> usize,
) -> Option<DisorderByBlock> {
    for own in &mut annotators {
        // Two in the same place with the same category are one.
        own.sort_unstable();
        own.dedup();
    }
    let count: usize = annotators.iter().map(Vec::len).sum();
    let best = align(&annotators)?;
    let shuffles = (MAX_SHUFFLED_ALIGNMENTS / (best.possible.max(count) * shuffling.articles).max(1))
        .clamp(1, MAX_SHUFFLES_PER_ARTICLE);
    let mut random = fastrand::Rng::with_seed(shuffling.seed);
    let (mut sum, mut done) = (0.0, 0.0);
    for _ in 0..if count > 0 { shuffles } else { 0 } {
        let shuffled = shuffled(&annotators, shuffling.end, &mut random);
        let units: usize = shuffled.iter().map(Vec::len).sum();
        if let Some(alignment) = align(&shuffled) {
            sum += alignment.disorder() / units as f64;
            done += 1.0;
        }
    }
    if count > 0 && done == 0.0 {
        return None;
    }
    let mut by_block = DisorderByBlock::new();
    for aligned in best.unitary {
        let (units, observed) = (aligned.units as f64, aligned.disorder);
        let expected = sum / done * units;
        by_block.entry(block(aligned.start)).or_default().add(Disorder { units, observed, expected }, 1.0);
    }
    Some(by_block)
}

/// As many annotators, each of whom has the units of one drawn by lot, moved on by a random distance; what goes past the end
/// comes back at the start (§ 5.2). Distances differ by at least half of a unit’s mean length where there is room.
fn shuffled(
    annotators: &[Vec<AlignmentUnit>],
    end: u64,
    random: &mut fastrand::Rng,
) -> Vec<Vec<AlignmentUnit>> {
    let units = || annotators.iter().flatten();
    let apart = units().map(|unit| unit.length()).sum::<u64>() as f64 / units().count().max(1) as f64 / 2.0;
    loop {
        let mut free = vec![(0.0, end as f64)];
        let mut all = Vec::with_capacity(annotators.len());
        for _ in annotators {
            let by = distance(&free, end, random);
            let cut = |(from, to): (f64, f64)| {
                [(from, to.min(by as f64 - apart)), (from.max(by as f64 + apart), to)]
            };
            free = free.into_iter().flat_map(cut).filter(|(from, to)| from < to).collect();
            let moved = |unit: &AlignmentUnit| {
                let back = if unit.start + by > end { end } else { 0 };
                AlignmentUnit { start: unit.start + by - back, end: unit.end + by - back, ..*unit }
            };
            all.push(annotators[random.usize(..annotators.len())].iter().map(moved).collect::<Vec<_>>());
        }
        if all.iter().any(|units| !units.is_empty()) {
            return all;
        }
    }
}

/// A distance within one of these ranges, or anywhere before `end` where none is left.
fn distance(free: &[(f64, f64)], end: u64, random: &mut fastrand::Rng) -> u64 {
    let room: f64 = free.iter().map(|(from, to)| to - from).sum();
    let mut at = random.f64() * room;
    for (from, to) in free {
        if at < to - from {
            return (from + at) as u64;
        }
        at -= to - from;
    }
    random.u64(..end.max(1))
}

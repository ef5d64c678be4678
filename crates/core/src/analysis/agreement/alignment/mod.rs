//! The best alignment of several annotators’ units (Mathet, Widlöcher and Métivier 2015, § 4).
//!
//! A unitary alignment takes at most one unit of each annotator; every unit stands in exactly one. Its disorder is the mean,
//! over all pairs of annotators, of how dissimilar their units are: 1 where one of them has none.

mod choice;
mod possible;

use self::choice::best_alignments;
use self::possible::possible;

/// A place somebody marked: half-open, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlignmentUnit {
    /// Where it starts.
    pub start: u64,
    /// Where it ends; after `start`.
    pub end: u64,
    /// Its category, by number.
    pub category: u32,
}

impl AlignmentUnit {
    pub(super) const fn length(self) -> u64 {
        self.end - self.start
    }

    /// `d = (|Δstart| + |Δend|)² / (length + length)²`, and 1 more where the categories differ (§ 4.3 and 4.4, α = β = 1).
    fn dissimilarity(self, other: Self) -> f64 {
        let apart = self.start.abs_diff(other.start) + self.end.abs_diff(other.end);
        let position = apart as f64 / (self.length() + other.length()) as f64;
        position * position + f64::from(u8::from(self.category != other.category))
    }
}

/// Units that are aligned, at most one of each annotator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitaryAlignment {
    /// Where the first of them starts.
    pub start: u64,
    /// How many there are.
    pub units: usize,
    /// How dissimilar they are; 1 for a unit that stands alone.
    pub disorder: f64,
}

/// The best alignment: the one whose disorders come to least.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Every unit stands in one of these.
    pub unitary: Vec<UnitaryAlignment>,
    /// How many unitary alignments it was chosen from.
    pub possible: usize,
}

impl Alignment {
    /// The sum of all disorders.
    #[must_use]
    pub fn disorder(&self) -> f64 {
        self.unitary.iter().map(|aligned| aligned.disorder).sum()
    }
}

/// Finds the best alignment.
///
/// `None` where the units lie so close together, or the annotators are so many, that too many alignments are possible.
///
/// ```
/// # use tippani_core::analysis::agreement::{AlignmentUnit, align};
/// let unit = |start, end| AlignmentUnit { start, end, category: 0 };
/// let best = align(&[vec![unit(0, 10)], vec![unit(0, 10), unit(50, 60)]]).unwrap();
/// let sizes: Vec<usize> = best.unitary.iter().map(|aligned| aligned.units).collect();
/// assert_eq!(sizes, [2, 1]);
/// assert_eq!(best.disorder(), 1.0, "one unit stands alone");
/// ```
#[must_use]
pub fn align(annotators: &[Vec<AlignmentUnit>]) -> Option<Alignment> {
    let mut units: Vec<(AlignmentUnit, usize)> = Vec::with_capacity(annotators.iter().map(Vec::len).sum());
    for (n, own) in annotators.iter().enumerate() {
        units.extend(own.iter().map(|unit| (*unit, n)));
    }
    units.sort_unstable();
    // Two of one annotator in the same place with the same category are one.
    units.dedup();
    let all = possible(&units, annotators.len())?;
    let is_first = |unit: u32| units[unit as usize].1 == 0;
    let mut alone = vec![true; units.len()];
    let mut unitary = Vec::with_capacity(units.len());
    for group in all.groups(units.len()) {
        for chosen in best_alignments(&all, &group, annotators.len(), is_first)? {
            let own = all.units(chosen);
            let (start, count) = (units[own[0] as usize].0.start, own.len());
            // Rounding alone brings a saving above what there is to save.
            let disorder = (count as f64 - all.saving(chosen)).max(0.0);
            unitary.push(UnitaryAlignment { start, units: count, disorder });
            for unit in own {
                alone[*unit as usize] = false;
            }
        }
    }
    let alone = units.iter().zip(alone).filter(|(_, alone)| *alone);
    unitary.extend(alone.map(|((unit, _), _)| UnitaryAlignment {
        start: unit.start,
        units: 1,
        disorder: 1.0,
    }));
    Some(Alignment { unitary, possible: all.len() })
}

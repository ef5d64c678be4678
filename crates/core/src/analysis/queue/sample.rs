//! A sample of what was annotated: enough to tell how often annotators who are good err.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Member, ReviewItem};
use crate::analysis::agreement::wilson;
use crate::analysis::stable_hash;
use crate::model::Verdict;

/// Nobody looks at more than this to get below a bound.
const MOST_LEFT: u64 = 100_000;

/// The size of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SampleSize {
    /// So many annotations.
    Count(usize),
    /// This part of all, from 0 to 1.
    Part(f64),
}

/// A sample that is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sampled {
    /// The size of the sample.
    pub size: SampleSize,
    /// The seed: a seed always draws the same annotations, another one draws others.
    pub seed: u64,
}

/// The verdict that holds on an annotation that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DrawnState {
    /// The annotation is not there any more.
    Gone,
    /// The annotation has no verdict that holds, or is in question.
    Open,
    /// The annotation was accepted.
    Accepted,
    /// The annotation was rejected.
    Rejected,
}

impl DrawnState {
    /// What is held of an annotator's annotation in an item.
    fn of(item: &ReviewItem, annotator: usize) -> Self {
        let Some(Some(member)) = item.members.get(annotator) else { return Self::Gone };
        match member.current_verdict.as_ref().filter(|held| !held.stale).map(|held| held.verdict) {
            Some(Verdict::Accepted) => Self::Accepted,
            Some(Verdict::Rejected) => Self::Rejected,
            Some(Verdict::Question) | None => Self::Open,
        }
    }
}

/// An annotation that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnMember {
    /// The number of its item.
    pub item: u32,
    /// The number of its annotator.
    pub annotator: u32,
    /// The verdict that holds on it.
    pub state: DrawnState,
}

impl DrawnMember {
    /// Those of an item, of many in the order of items.
    #[must_use]
    pub fn range_of(all: &[Self], item: usize) -> Range<usize> {
        let start = all.partition_point(|one| (one.item as usize) < item);
        start..start + all[start..].partition_point(|one| one.item as usize == item)
    }

    /// Its item was changed.
    pub fn update(&mut self, item: &ReviewItem) {
        self.state = DrawnState::of(item, self.annotator as usize);
    }
}

/// An annotation that may be drawn.
#[derive(Clone, Debug)]
pub struct Drawable {
    annotator: usize,
    label: Arc<str>,
    /// By which it is drawn.
    hash: u64,
    state: DrawnState,
}

/// The annotations of one annotator with one label: a number to draw by, the item, and what is held.
type Stratum = Vec<(u64, u32, DrawnState)>;

/// Draws annotations of items that come one after the other; no item is kept for it.
///
/// Of each annotator's annotations with one label about the same part is drawn. An annotation is drawn by its article, its
/// content and the seed: what is made later moves little.
#[derive(Clone, Debug)]
pub struct Sampler {
    sampled: Sampled,
    /// By annotator and label.
    strata: BTreeMap<(usize, Arc<str>), Stratum>,
}

impl Sampler {
    /// One that has seen no item.
    #[must_use]
    pub const fn new(sampled: Sampled) -> Self {
        Self { sampled, strata: BTreeMap::new() }
    }

    /// What may be drawn of an item.
    #[must_use]
    pub fn drawable(sampled: Sampled, item: &ReviewItem) -> Vec<Drawable> {
        let one = |(n, member): (usize, &Member)| {
            let parts = [item.file.as_bytes(), &member.content.to_bytes(), &(n as u64).to_le_bytes()];
            Drawable {
                annotator: n,
                label: member.label.clone(),
                hash: mixed(sampled.seed, &parts),
                state: DrawnState::of(item, n),
            }
        };
        item.present().map(one).collect()
    }

    /// Takes in what may be drawn of the item of this number.
    pub fn add(&mut self, item: u32, drawable: Vec<Drawable>) {
        for Drawable { annotator, label, hash, state } in drawable {
            self.strata.entry((annotator, label)).or_default().push((hash, item, state));
        }
    }

    /// What is drawn of all that was taken in, in the order in which it is drawn.
    #[must_use]
    pub fn drawn(self) -> Vec<DrawnMember> {
        let all: usize = self.strata.values().map(Vec::len).sum();
        let wanted = match self.sampled.size {
            SampleSize::Count(count) => count,
            SampleSize::Part(part) => (part.clamp(0.0, 1.0) * all as f64).ceil() as usize,
        };
        // Each stratum spread evenly over one line, of which the beginning is taken.
        let mut line: Vec<(f64, u64, DrawnMember)> = Vec::with_capacity(all);
        for ((annotator, label), mut own) in self.strata {
            own.sort_unstable();
            let start = mixed(self.sampled.seed, &[label.as_bytes(), &(annotator as u64).to_le_bytes()]);
            let start = (start >> 11) as f64 / (1u64 << 53) as f64;
            let size = own.len() as f64;
            let place = |(rank, (hash, item, state)): (usize, (u64, u32, DrawnState))| {
                ((rank as f64 + start) / size, hash, DrawnMember { item, annotator: annotator as u32, state })
            };
            line.extend(own.into_iter().enumerate().map(place));
        }
        line.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        line.into_iter().take(wanted).map(|(.., drawn)| drawn).collect()
    }
}

/// Draws annotations as a [`Sampler`] does: notes in each item whose of it are drawn.
pub fn draw<'i>(items: impl IntoIterator<Item = &'i mut ReviewItem>, sampled: Sampled) {
    let mut items: Vec<&mut ReviewItem> = items.into_iter().collect();
    let mut sampler = Sampler::new(sampled);
    for (at, item) in items.iter_mut().enumerate() {
        item.drawn.clear();
        sampler.add(at as u32, Sampler::drawable(sampled, item));
    }
    for drawn in sampler.drawn() {
        items[drawn.item as usize].drawn.push(drawn.annotator as usize);
    }
}

/// A number of bytes and a seed, by which annotations are drawn: [`stable_hash`], every byte of which is spread over all bits.
fn mixed(seed: u64, parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().copied().chain([0xff]));
    let hash = stable_hash(seed, bytes);
    let spread = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (spread ^ (spread >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) ^ (spread >> 29)
}

/// What verdicts on drawn annotations come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErrorRate {
    /// How many were drawn.
    pub drawn: u64,
    /// How many of them were accepted or rejected.
    pub judged: u64,
    /// How many were rejected.
    pub errors: u64,
}

impl ErrorRate {
    /// Error rates of `annotators` annotators, by number, from the verdicts that hold on what was drawn of items.
    #[must_use]
    pub fn of_each<'i>(items: impl IntoIterator<Item = &'i ReviewItem>, annotators: usize) -> Vec<Self> {
        let of = |item: &'i ReviewItem| item.drawn.iter().map(move |n| (*n, DrawnState::of(item, *n)));
        Self::of_states(items.into_iter().flat_map(of), annotators)
    }

    /// Error rates from drawn annotations, by the number of the annotator.
    #[must_use]
    pub fn of_drawn(drawn: &[DrawnMember], annotators: usize) -> Vec<Self> {
        Self::of_states(drawn.iter().map(|drawn| (drawn.annotator as usize, drawn.state)), annotators)
    }

    fn of_states(states: impl Iterator<Item = (usize, DrawnState)>, annotators: usize) -> Vec<Self> {
        let mut rates = vec![Self::default(); annotators];
        for (n, state) in states.filter(|(_, state)| *state != DrawnState::Gone) {
            if let Some(rate) = rates.get_mut(n) {
                rate.drawn += 1;
                rate.judged += u64::from(matches!(state, DrawnState::Accepted | DrawnState::Rejected));
                rate.errors += u64::from(state == DrawnState::Rejected);
            }
        }
        rates
    }

    /// The part of what was judged that is wrong; nothing before anything was.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        (self.judged > 0).then(|| self.errors as f64 / self.judged as f64)
    }

    /// Where the rate is, at 95 % (Wilson).
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        wilson(self.errors, self.judged)
    }

    /// How many more without an error show that the rate is below a bound: 0 where that is shown already, nothing where no number
    /// that anybody would look at does.
    ///
    /// ```
    /// # use tippani_core::analysis::ErrorRate;
    /// let rate = ErrorRate { drawn: 100, judged: 40, errors: 1 };
    /// assert_eq!(rate.left_to_see(0.2), Some(0));
    /// assert_eq!(rate.left_to_see(0.05), Some(70));
    /// assert_eq!(rate.left_to_see(0.0), None);
    /// ```
    #[must_use]
    pub fn left_to_see(&self, bound: f64) -> Option<u64> {
        let is_below =
            |more: u64| wilson(self.errors, self.judged + more).is_some_and(|(_, high)| high < bound);
        if !is_below(MOST_LEFT) {
            return None;
        }
        let (mut low, mut high) = (0, MOST_LEFT);
        while low < high {
            let middle = u64::midpoint(low, high);
            if is_below(middle) { high = middle } else { low = middle + 1 }
        }
        Some(low)
    }
}

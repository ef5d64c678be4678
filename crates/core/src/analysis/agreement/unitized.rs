//! Krippendorff’s α for units cut out of a continuum (`αᵤ`; Krippendorff 1995 and 2004, § 11.3 … 11.5).
//!
//! The continuum is the characters of all articles, one after another; gaps end where an article ends. Units of one
//! label and one annotator that overlap count as one; units that touch stay two.

use std::collections::BTreeMap;
use std::ops::Range;

use super::marks::ArticleMarks;
use crate::text::SourceText;

/// What one article adds for one label.
#[derive(Clone, Debug, Default)]
pub(super) struct LabelUnits {
    /// Squared differences between annotators’ units, over ordered pairs, by block of the text.
    observed: BTreeMap<usize, f64>,
    /// Lengths of all annotators’ units, in code points.
    lengths: Vec<u64>,
    /// Lengths of the gaps between units, where there are units.
    gaps: Vec<u64>,
    /// Of the article, in code points.
    characters: u64,
}

impl LabelUnits {
    /// Squared differences in a block, over ordered pairs of annotators.
    pub(super) fn observed(&self, block: usize) -> f64 {
        self.observed.get(&block).copied().unwrap_or_default()
    }

    /// Of the article, in code points.
    pub(super) const fn characters(&self) -> u64 {
        self.characters
    }
}

/// A unit, or a gap between units.
#[derive(Clone, Copy, Debug)]
struct Section {
    start: u64,
    end: u64,
    is_unit: bool,
}

/// The units of every label in one article, by its number; `block` is that of a character.
pub(super) fn units(
    text: &SourceText,
    marks: &ArticleMarks<'_>,
    block: impl Fn(u64) -> usize,
) -> Vec<(usize, LabelUnits)> {
    let characters = text.chars() as u64;
    let of_label = |label: usize| {
        let of_rater = |rater: usize| {
            let mut own: Vec<Range<u64>> = Vec::new();
            for mark in marks.of_label(rater, label) {
                if let [_] = mark.annotation.spans.as_slice() {
                    own.push(mark.chars.clone());
                    continue;
                }
                let chars = |at| text.to_char(at).get() as u64;
                let spans = mark.annotation.spans.as_slice().iter();
                own.extend(spans.map(|span| chars(span.start())..chars(span.end())));
            }
            sections(own, characters)
        };
        let sections: Vec<Vec<Section>> = (0..marks.raters.len()).map(of_rater).collect();
        (label, measure(&sections, characters, &block))
    };
    (0..marks.labels.len()).map(of_label).collect()
}

/// Units with the gaps around them.
fn sections(mut units: Vec<Range<u64>>, characters: u64) -> Vec<Section> {
    units.sort_unstable_by_key(|unit| (unit.start, unit.end));
    let mut sections: Vec<Section> = Vec::with_capacity(units.len() * 2 + 1);
    for unit in units {
        let end = sections.last().map_or(0, |last| last.end);
        if let Some(last) = sections.last_mut().filter(|last| last.is_unit && unit.start < last.end) {
            last.end = last.end.max(unit.end);
            continue;
        }
        if end < unit.start {
            sections.push(Section { start: end, end: unit.start, is_unit: false });
        }
        sections.push(Section { start: unit.start, end: unit.end, is_unit: true });
    }
    let end = sections.last().map_or(0, |last| last.end);
    if end < characters {
        sections.push(Section { start: end, end: characters, is_unit: false });
    }
    sections
}

fn measure(raters: &[Vec<Section>], characters: u64, block: impl Fn(u64) -> usize) -> LabelUnits {
    let mut all = LabelUnits { characters, ..LabelUnits::default() };
    for (n, own) in raters.iter().enumerate() {
        for section in own {
            let lengths = if section.is_unit { &mut all.lengths } else { &mut all.gaps };
            lengths.push(section.end - section.start);
        }
        for other in &raters[n + 1..] {
            differences(own, other, |at, difference| {
                *all.observed.entry(block(at)).or_default() += 2.0 * difference;
            });
        }
    }
    all
}

/// The squared differences of two annotators’ sections that meet, with where they do.
fn differences(own: &[Section], other: &[Section], mut found: impl FnMut(u64, f64)) {
    let (mut a, mut b) = (own.iter().peekable(), other.iter().peekable());
    while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
        let square = |from: u64, to: u64| (from.abs_diff(to) as f64).powi(2);
        let inside = |unit: &Section, gap: &Section| gap.start <= unit.start && unit.end <= gap.end;
        let meet = one.start.max(two.start);
        match (one.is_unit, two.is_unit) {
            (true, true) => found(meet, square(one.start, two.start) + square(one.end, two.end)),
            (true, false) if inside(one, two) => found(meet, square(one.start, one.end)),
            (false, true) if inside(two, one) => found(meet, square(two.start, two.end)),
            _ => {}
        }
        let (first, second) = (one.end, two.end);
        if first <= second {
            a.next();
        }
        if second <= first {
            b.next();
        }
    }
}

/// Lengths, each with how often it occurs: what is expected asks for nothing else, so that memory does not grow with them.
#[derive(Clone, Debug, Default)]
struct Lengths {
    /// By length.
    counted: Vec<(u64, u64)>,
    /// In no order, each with how often.
    new: Vec<(u64, u64)>,
}

impl Lengths {
    /// So many that are new are put in order.
    const FOLDED_AT: usize = 1 << 14;

    fn add(&mut self, length: u64, times: u64) {
        self.new.push((length, times));
        if self.new.len() >= Self::FOLDED_AT {
            self.fold();
        }
    }

    fn fold(&mut self) {
        self.counted.append(&mut self.new);
        self.counted.sort_unstable();
        self.counted.dedup_by(|later, first| {
            let is_same = later.0 == first.0;
            first.1 += if is_same { later.1 } else { 0 };
            is_same
        });
    }

    /// The longest first, each once.
    fn longest_first(&self) -> Vec<(u64, u64)> {
        let mut all = self.clone();
        all.fold();
        all.counted.reverse();
        all.counted
    }
}

/// The units and gaps of one label in articles that as many annotators rated, one after another.
#[derive(Clone, Debug, Default)]
pub(super) struct Continuum {
    characters: u64,
    lengths: Lengths,
    gaps: Lengths,
}

impl Continuum {
    /// An article in which somebody used the label.
    pub(super) fn add(&mut self, units: &LabelUnits) {
        self.characters += units.characters;
        units.lengths.iter().for_each(|length| self.lengths.add(*length, 1));
        units.gaps.iter().for_each(|gap| self.gaps.add(*gap, 1));
    }

    /// So many articles of one length in which nobody did.
    pub(super) fn add_bare(&mut self, characters: u64, articles: u64, raters: usize) {
        self.characters += characters * articles;
        self.gaps.add(characters, articles * raters as u64);
    }

    /// The disagreement that is to be expected of the label. `αᵤ` is one less what was met, in proportion to it.
    pub(super) fn disagreement(&self, raters: usize) -> f64 {
        let (lengths, gaps) = (self.lengths.longest_first(), self.gaps.longest_first());
        let (continuum, m) = (self.characters as f64, raters as f64);
        if m < 2.0 || continuum == 0.0 || lengths.is_empty() {
            return 0.0;
        }
        let units: u64 = lengths.iter().map(|(_, times)| times).sum();
        let mut expected = 0.0;
        // As units get shorter more gaps have room for them.
        let (mut next, mut fitting, mut room) = (0, 0.0, 0.0);
        for (length, times) in &lengths {
            while let Some((gap, gaps)) = gaps.get(next).filter(|(gap, _)| gap >= length) {
                room += *gap as f64 * *gaps as f64;
                fitting += *gaps as f64;
                next += 1;
            }
            let length = *length as f64;
            let beside_units =
                (units as f64 - 1.0) / 3.0 * (2.0 * length.powi(3) - 3.0 * length.powi(2) + length);
            let within_gaps = length * length * (room - fitting * (length - 1.0));
            expected += *times as f64 * (beside_units + within_gaps);
        }
        let own = lengths.iter().map(|(length, times)| {
            let length = *length as f64;
            *times as f64 * length * (length - 1.0)
        });
        expected * 2.0 / continuum / (m * continuum * (m * continuum - 1.0) - own.sum::<f64>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of Krippendorff 1995, p. 57: two annotators on 24 places, or 12; `|` cuts what
    /// touches.
    #[test]
    fn the_examples_of_the_paper() {
        fn check(one: &str, other: &str, observed: f64, expected: f64, stretch: u64) {
            let read = |text: &str| {
                let mut units: Vec<Range<u64>> = Vec::new();
                let (mut at, mut cut) = (0, true);
                for c in text.chars() {
                    match c {
                        '|' => cut = true,
                        '1' if cut => units.push(at..at + stretch),
                        '1' => units.last_mut().unwrap().end += stretch,
                        _ => {}
                    }
                    if c != '|' {
                        at += stretch;
                        cut = c == '0';
                    }
                }
                sections(units, at)
            };
            let both = [read(one), read(other)];
            let length = both[0].last().unwrap().end;
            let measured = measure(&both, length, |_| 0);
            let mut continuum = Continuum::default();
            continuum.add(&measured);
            let by_chance = continuum.disagreement(2);
            let met = measured.observed(0) / (2.0 * (length as f64).powi(2));
            assert!((met - observed).abs() < 1e-5, "{met}, not {observed}");
            assert!((by_chance - expected).abs() < 1e-2, "{by_chance}, not {expected}");
        }
        let a = ["00|11111111|0000|111111|0000", "0000|1111|0000000|11|0000000"];
        check(a[0], a[1], 0.03125, 0.06990, 50_000);
        let b = ["111111111111111111|000000", "11|1|1|1|1|111|1|00000000000000"];
        check(b[0], b[1], 2.26736, 1.17731, 50_000);
        let c = ["00|111111|00|11|00|1111|00|11|00", "11|00|1111|00|1111|00|11|00|11|00"];
        check("0|111|0|1|0|11|0|1|0", "1|0|11|0|11|0|1|0|1|0", 0.02777, 0.05494, 1);
        check(c[0], c[1], 0.02777, 0.08642, 50_000);
        let d = ["11|11111111|1111|111111|1111", "1111|1111|1111111|11|1111111"];
        check(d[0], d[1], 0.38715, 0.41445, 50_000);
    }
}

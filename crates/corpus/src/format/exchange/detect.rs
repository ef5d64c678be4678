//! Which unit the offsets of a file count, where the file does not say.

use super::align::same_but_blanks;
use super::{Mark, OffsetConverter, OffsetUnit, Record};
use crate::text::{Granularity, Span, is_grapheme_boundary, segment_at};
use crate::words::{say, shown, translated};

/// What the marks of a file say for each unit.
///
/// Quotes decide where there are any. Without them the unit is taken under which most marks are whole words, and
/// whole clusters; marks that stand at one place whatever the unit say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitEvidence {
    /// Marks that had a quote.
    quoted: usize,
    /// Marks that would stand at different places.
    telling: usize,
    /// For each unit of [`OffsetUnit::ALL`]: quotes that are the slice; edges between words; edges between clusters; marks
    /// within the text.
    counts: [[usize; 4]; 3],
    /// For each two units of [`OffsetUnit::ALL`]: marks that would stand at different places.
    apart: [[usize; 3]; 3],
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detected {
    /// This unit, and why.
    OffsetUnit(OffsetUnit, String),
    /// Two units fit equally, and mean different places.
    Ambiguous([OffsetUnit; 2], String),
}

impl UnitEvidence {
    /// Adds the marks of a record.
    pub fn add(&mut self, record: &Record, units: &OffsetConverter) {
        for mark in &record.marks {
            for (n, part) in mark.spans.iter().enumerate() {
                let Some(spans) = telling_spans(units, *part) else { continue };
                self.telling += 1;
                for (one, apart) in self.apart.iter_mut().enumerate() {
                    for (other, count) in apart.iter_mut().enumerate() {
                        *count += usize::from(spans[one] != spans[other]);
                    }
                }
                if let Some(quote) = quote_of(mark, n) {
                    self.add_quote(quote, spans, units);
                }
                for (counts, span) in self.counts.iter_mut().zip(spans) {
                    let Some(span) = span else { continue };
                    counts[1] += words(units, span);
                    counts[2] += clusters(units, span);
                    counts[3] += 1;
                }
            }
        }
    }

    /// Adds the marks of a record that have quotes, and of these only what the quotes say.
    pub fn add_quotes(&mut self, record: &Record, units: &OffsetConverter) {
        for mark in &record.marks {
            for (n, part) in mark.spans.iter().enumerate() {
                let Some(quote) = quote_of(mark, n) else { continue };
                let Some(spans) = telling_spans(units, *part) else { continue };
                self.telling += 1;
                self.add_quote(quote, spans, units);
            }
        }
    }

    fn add_quote(&mut self, quote: &str, spans: [Option<Span>; 3], units: &OffsetConverter) {
        self.quoted += 1;
        for (counts, span) in self.counts.iter_mut().zip(spans) {
            let is_there = |span| same_but_blanks(quote, units.text().slice(span));
            counts[0] += usize::from(span.is_some_and(is_there));
        }
    }

    /// The unit under which every quote is what stands there, with an explanation for the report, where that is not so under
    /// the usual one.
    #[must_use]
    pub fn instead_of(&self, usual: OffsetUnit) -> Option<(OffsetUnit, String)> {
        let fits = |n: &usize| self.counts[*n][0] == self.quoted;
        let usual = OffsetUnit::ALL.iter().position(|unit| *unit == usual)?;
        if self.quoted == 0 || fits(&usual) {
            return None;
        }
        let found = (0..OffsetUnit::ALL.len()).find(fits)?;
        Some((OffsetUnit::ALL[found], [found, usual].map(|n| self.by_quotes(n)).join("; ")))
    }

    /// How many quotes fit a unit, by its place in [`OffsetUnit::ALL`], in words.
    fn by_quotes(&self, n: usize) -> String {
        let unit = OffsetUnit::ALL[n].to_string();
        let (unit, good, all) = (translated("remark", &unit), self.counts[n][0], self.quoted);
        say!("format-unit-by-quotes", unit = unit, good = shown(good), all = shown(all))
    }

    /// The unit, with an explanation for the report.
    #[must_use]
    pub fn decide(&self) -> Detected {
        if self.telling == 0 {
            let why = translated("remark", "every mark stands at one place whatever is counted").to_owned();
            return Detected::OffsetUnit(OffsetUnit::CodePoint, why);
        }
        let score = |n: usize| {
            if self.quoted > 0 {
                [self.counts[n][0], 0, 0]
            } else {
                [self.counts[n][1], self.counts[n][2], self.counts[n][3]]
            }
        };
        let mut order = [0, 1, 2];
        order.sort_by_key(|n| std::cmp::Reverse(score(*n)));
        let best = order[0];
        let say = |n: usize| {
            if self.quoted > 0 {
                return self.by_quotes(n);
            }
            let counts = self.counts[n];
            let unit = OffsetUnit::ALL[n].to_string();
            let unit = translated("remark", &unit);
            let (all, words, characters) = (shown(2 * self.telling), shown(counts[1]), shown(counts[2]));
            say!("format-unit-by-edges", unit = unit, words = words, all = all, characters = characters)
        };
        let why = order.map(say).join("; ");
        // Another unit that fits as well is no question as long as every mark stands at the same place; nor are bytes where
        // code points fit, since no tool for labels counts bytes, and in scripts without blanks some bytes fit by chance.
        let is_likely = |n: usize| {
            OffsetUnit::ALL[best] != OffsetUnit::CodePoint || OffsetUnit::ALL[n] != OffsetUnit::Byte
        };
        let rival = |n: &&usize| score(**n) == score(best) && self.apart[best][**n] > 0 && is_likely(**n);
        match order.iter().find(rival) {
            Some(rival) => Detected::Ambiguous([OffsetUnit::ALL[best], OffsetUnit::ALL[*rival]], why),
            None => Detected::OffsetUnit(OffsetUnit::ALL[best], why),
        }
    }
}

/// What the file says stands at a part of a mark.
fn quote_of(mark: &Mark, part: usize) -> Option<&String> {
    mark.quotes.get(part).filter(|_| mark.quotes.len() == mark.spans.len())
}

/// Where a part of a mark stands for each unit of [`OffsetUnit::ALL`]; nothing where all say the same.
fn telling_spans(units: &OffsetConverter, part: (usize, usize)) -> Option<[Option<Span>; 3]> {
    let spans = OffsetUnit::ALL.map(|unit| span(units, unit, part));
    (spans[0] != spans[1] || spans[0] != spans[2]).then_some(spans)
}

/// The span of two offsets; nothing when they are none.
pub(super) fn span(units: &OffsetConverter, unit: OffsetUnit, (start, end): (usize, usize)) -> Option<Span> {
    Span::new(units.text(), units.place(unit, start)?, units.place(unit, end)?).ok()
}

/// How many of the two edges lie between words, with no blank within.
fn words(units: &OffsetConverter, span: Span) -> usize {
    let text = units.text();
    let word = |at| segment_at(text, at, Granularity::Word);
    let first = text.slice(span).chars().next().is_some_and(|c| !c.is_whitespace());
    let last = text.slice(span).chars().next_back().is_some_and(|c| !c.is_whitespace());
    let start = first && word(span.start()).is_some_and(|w| w.start() == span.start());
    let before_end = crate::text::previous_grapheme(text, span.end());
    let end = last && word(before_end).is_some_and(|w| w.end() == span.end());
    usize::from(start) + usize::from(end)
}

fn clusters(units: &OffsetConverter, span: Span) -> usize {
    let boundary = |at| usize::from(is_grapheme_boundary(units.text(), at));
    boundary(span.start()) + boundary(span.end())
}

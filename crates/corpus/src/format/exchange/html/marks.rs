//! The marks of a set as a page draws them.

use std::ops::Range;

use super::super::Article;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, Hue, Schema};
use crate::text::{ByteOffset, Span};

/// Brackets stand in so many lanes beside the text; more share them.
const MAX_BRACKET_LANES: usize = 6;

/// The marks of a set, ready to be drawn.
pub(super) struct Marks<'a> {
    article: &'a Article<'a>,
    pub(super) all: Vec<&'a Annotation>,
    pub(super) hues: Vec<usize>,
    pub(super) names: Vec<&'a str>,
    /// Of each claim the lane of its underline.
    pub(super) lanes: Vec<usize>,
    /// Every part with the mark it is of, by start.
    parts: Vec<(Span, usize)>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(article: &'a Article<'a>, set: &'a AnnotationSet) -> Self {
        let all: Vec<&Annotation> = set.annotations().iter().map(AsRef::as_ref).collect();
        let hues = all.iter().map(|a| hue_of(article.schema, &a.label)).collect();
        let names = all.iter().map(|a| name_of(article.schema, &a.label)).collect();
        let mut parts: Vec<(Span, usize)> = all
            .iter()
            .enumerate()
            .flat_map(|(n, a)| a.spans.as_slice().iter().map(move |s| (*s, n)))
            .collect();
        parts.sort_by_key(|(span, n)| (span.start(), std::cmp::Reverse(span.end()), *n));
        let claims = all.iter().map(|a| (a.kind == AnnotationKind::Claim).then(|| a.spans.extent().range()));
        let lanes = lanes(claims);
        Self { article, all, hues, names, lanes, parts }
    }

    pub(super) fn is_claim(&self, n: usize) -> bool {
        self.all[n].kind == AnnotationKind::Claim
    }

    pub(super) fn begins(&self, n: usize, at: usize) -> bool {
        self.all[n].spans.first().start().get() == at
    }

    /// Cuts a line wherever a mark begins or ends; each stretch with the marks it belongs to, the longest first.
    ///
    /// Lines come in the order of the text, all with one sweep.
    pub(super) fn stretches(
        &self,
        line: Range<usize>,
        sweep: &mut Sweep,
        mut each: impl FnMut(Range<usize>, &[usize]),
    ) {
        let begun = self.parts[sweep.next..].iter().take_while(|(span, _)| span.start().get() < line.end);
        let before = sweep.open.len();
        sweep.open.extend(begun);
        sweep.next += sweep.open.len() - before;
        sweep.open.retain(|(span, _)| span.end().get() > line.start);
        let touching = &sweep.open;
        let mut edges: Vec<usize> = vec![line.start, line.end];
        edges.extend(touching.iter().flat_map(|(s, _)| [s.start().get(), s.end().get()]));
        edges.retain(|edge| line.start <= *edge && *edge <= line.end);
        edges.sort_unstable();
        edges.dedup();
        for pair in edges.windows(2) {
            let covers =
                |(span, _): &&(Span, usize)| span.start().get() <= pair[0] && pair[1] <= span.end().get();
            let mut covering: Vec<(Span, usize)> = touching.iter().filter(covers).copied().collect();
            covering.sort_by_key(|(span, n)| (std::cmp::Reverse(span.bytes()), *n));
            let numbers: Vec<usize> = covering.iter().map(|(_, n)| *n).collect();
            each(pair[0]..pair[1], &numbers);
        }
    }

    /// Each claim with the lane of its bracket: claims that share a line have lanes of their own.
    pub(super) fn brackets(&self) -> Vec<(usize, usize)> {
        let text = &self.article.document.text;
        let whole = |a: &&Annotation| {
            let extent = a.spans.extent();
            let last = ByteOffset::new(extent.end().get() - 1);
            let (first, last) = (text.paragraph_at(extent.start()), text.paragraph_at(last));
            (a.kind == AnnotationKind::Claim).then(|| first..last + 1)
        };
        let lanes = lanes(self.all.iter().map(whole));
        (0..self.all.len()).filter(|&n| self.is_claim(n)).map(|n| (n, lanes[n] % MAX_BRACKET_LANES)).collect()
    }
}

/// How far the marks of a text have been looked at, and which are open there.
#[derive(Debug, Default)]
pub(super) struct Sweep {
    next: usize,
    open: Vec<(Span, usize)>,
}

/// Of each interval the first lane that is free where it begins.
fn lanes(intervals: impl Iterator<Item = Option<Range<usize>>>) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut lane = |interval: Option<Range<usize>>| {
        let Some(interval) = interval else { return 0 };
        let free = ends.iter().position(|end| *end <= interval.start);
        let lane = free.unwrap_or(ends.len());
        ends.resize(ends.len().max(lane + 1), 0);
        ends[lane] = interval.end;
        lane
    };
    intervals.map(&mut lane).collect()
}

pub(super) fn hue_of(schema: &Schema, label: &str) -> usize {
    schema.labels.iter().find(|l| &*l.id == label).map_or(Hue::Grey as usize, |l| l.hue as usize)
}

pub(super) fn name_of<'s>(schema: &'s Schema, label: &'s str) -> &'s str {
    schema.labels.iter().find(|l| &*l.id == label).map_or(label, |l| &l.name)
}

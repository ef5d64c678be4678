//! A layout as it is read out: line by line, in the order of the text, with the place of each cluster.

use std::ops::Range;

use super::{Rect, TextLayout};

/// More than this many pixels between two clusters of one direction: they do not stand beside each other.
const APART: f32 = 0.5;

/// A stretch of one line and one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingRun {
    /// Index of the line.
    pub line: usize,
    /// Whether it reads to the left.
    pub rtl: bool,
    /// Where it stands, in pixels from the layout's top left, over the whole height of the line.
    pub rect: Rect,
    /// Its clusters in the order of the text; none only in an empty text.
    pub clusters: Vec<ReadingCluster>,
}

/// A grapheme cluster of UAX #29 within a [`ReadingRun`].
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingCluster {
    /// Its bytes of the text.
    pub range: Range<usize>,
    /// Pixels from where the run begins, in the direction in which it reads.
    pub offset: f32,
    /// Pixels along the line.
    pub width: f32,
}

/// Where a cluster stands on its line.
#[derive(Clone, Copy)]
struct Place {
    left: f32,
    right: f32,
    rtl: bool,
}

impl TextLayout {
    /// The lines as they are read out: every cluster once, in the order of the text. An empty text has one empty run.
    #[must_use]
    pub fn reading(&self) -> Vec<ReadingRun> {
        let mut runs = Vec::new();
        for line in 0..self.lines.len() {
            self.read_line(line, &mut runs);
        }
        runs
    }

    fn read_line(&self, index: usize, runs: &mut Vec<ReadingRun>) {
        let boxed = &self.lines[index];
        let empty = |left, rtl| ReadingRun {
            line: index,
            rtl,
            rect: Rect { left, top: boxed.top, right: left, bottom: boxed.bottom },
            clusters: Vec::new(),
        };
        if self.is_empty() {
            runs.push(empty(boxed.left, self.is_rtl()));
            return;
        }
        let pieces = self.pieces(index);
        let mut next = 0;
        let mut last: Option<Place> = None;
        let first = self.boundaries.partition_point(|b| *b < boxed.range.start);
        for pair in self.boundaries[first..].windows(2).take_while(|pair| pair[0] < boxed.range.end) {
            let range = pair[0]..pair[1];
            while pieces.get(next).is_some_and(|(start, _)| *start < range.start) {
                next += 1;
            }
            let mut place: Option<Place> = None;
            while let Some((_, piece)) = pieces.get(next).filter(|(start, _)| *start < range.end) {
                let known = place.get_or_insert(*piece);
                (known.left, known.right) = (known.left.min(piece.left), known.right.max(piece.right));
                next += 1;
            }
            // What has no place of its own stands where the last one ended.
            let place = place.or_else(|| last.map(Place::end)).unwrap_or(Place {
                left: boxed.left,
                right: boxed.left,
                rtl: self.is_rtl(),
            });
            if !last.is_some_and(|last| last.is_before(place)) {
                runs.push(empty(if place.rtl { place.right } else { place.left }, place.rtl));
            }
            last = Some(place);
            if let Some(run) = runs.last_mut() {
                run.add(range, place);
            }
        }
    }

    /// The engine's own clusters of a line, by where they begin in the text.
    fn pieces(&self, index: usize) -> Vec<(usize, Place)> {
        let Some(line) = self.layout.get(index) else { return Vec::new() };
        let mut pieces = Vec::new();
        let mut x = line.metrics().offset + line.metrics().inline_min_coord;
        for run in line.runs() {
            let rtl = run.is_rtl();
            for cluster in run.visual_clusters() {
                let right = x + cluster.advance();
                pieces.push((cluster.text_range().start, Place { left: x, right, rtl }));
                x = right;
            }
        }
        pieces.sort_by_key(|(start, _)| *start);
        pieces
    }
}

impl Place {
    /// Where the next one stands that has no room.
    const fn end(self) -> Self {
        let at = if self.rtl { self.left } else { self.right };
        Self { left: at, right: at, rtl: self.rtl }
    }

    /// Whether another place follows in the same direction without a gap.
    fn is_before(self, other: Self) -> bool {
        let gap = if self.rtl { self.left - other.right } else { other.left - self.right };
        self.rtl == other.rtl && gap.abs() <= APART
    }
}

impl ReadingRun {
    /// Bytes of the text it covers.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        let start = self.clusters.first().map_or(0, |cluster| cluster.range.start);
        start..self.clusters.last().map_or(start, |cluster| cluster.range.end)
    }

    fn add(&mut self, range: Range<usize>, place: Place) {
        let offset = if self.rtl { self.rect.right - place.right } else { place.left - self.rect.left };
        self.clusters.push(ReadingCluster { range, offset, width: place.right - place.left });
        self.rect.left = self.rect.left.min(place.left);
        self.rect.right = self.rect.right.max(place.right);
    }
}

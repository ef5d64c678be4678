//! Carets of a text that is typed into: over the edges of its pieces as if there were none.

use super::piece::Flows;
use super::{Strip, StripLines};
use crate::Typesetter;

impl Strip {
    /// The place of the caret one cluster to the left on screen, or to the right; itself at the end.
    pub fn beside(&mut self, typesetter: &mut Typesetter, offset: usize, leftwards: bool) -> usize {
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        let local = (offset - start).min(laid.layout.len());
        let forward = match laid.flows {
            Flows::Right => !leftwards,
            Flows::Left => leftwards,
            Flows::Both => {
                let layout = &laid.layout;
                let forward = leftwards == layout.is_rtl();
                if layout.boundaries.binary_search(&local).is_ok() {
                    let there = if leftwards { layout.left_of(local) } else { layout.right_of(local) };
                    let past = (there == local).then(|| self.past(typesetter, index, forward)).flatten();
                    return past.unwrap_or(start + there);
                }
                forward
            }
        };
        if forward { self.after(typesetter, offset) } else { self.before(typesetter, offset) }
    }

    /// The place in the piece behind one, or before it, that is met first.
    fn past(&mut self, typesetter: &mut Typesetter, index: usize, forward: bool) -> Option<usize> {
        if forward {
            return self.pieces.get(index + 1).map(|next| next.start);
        }
        let start = self.pieces[index].start;
        (index > 0).then(|| self.before(typesetter, start))
    }

    /// The next edge of a cluster in the order of the text.
    fn after(&mut self, typesetter: &mut Typesetter, offset: usize) -> usize {
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        let boundaries = &laid.layout.boundaries;
        let next = boundaries.get(boundaries.partition_point(|edge| start + edge <= offset));
        let behind = || self.pieces.get(index + 1).map(|piece| piece.start);
        next.map(|edge| start + edge).or_else(behind).unwrap_or(offset)
    }

    /// The last edge of a cluster before a place.
    fn before(&mut self, typesetter: &mut Typesetter, offset: usize) -> usize {
        let mut index = self.piece_at(offset);
        loop {
            let laid = self.layout(typesetter, index);
            let start = self.pieces[index].start;
            let edges = laid.layout.boundaries.iter().rev();
            // An empty line is a place, too.
            if let Some(edge) = edges.map(|edge| start + edge).find(|edge| *edge < offset) {
                return edge;
            }
            let Some(before) = index.checked_sub(1) else { return offset };
            index = before;
        }
    }

    /// The place one line up, nearest to `goal` pixels from the left; nothing on the first line.
    pub fn above(&mut self, typesetter: &mut Typesetter, offset: usize, goal: f32) -> Option<usize> {
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        let within = laid.layout.above(offset - start, goal).map(|local| start + local);
        within.or_else(|| {
            let before = index.checked_sub(1)?;
            let laid = self.layout(typesetter, before);
            let local = laid.layout.offset_at(goal, laid.layout.height() - 1.0);
            Some(self.pieces[before].start + local)
        })
    }

    /// The place one line down; nothing on the last line.
    pub fn below(&mut self, typesetter: &mut Typesetter, offset: usize, goal: f32) -> Option<usize> {
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        let within = laid.layout.below(offset - start, goal).map(|local| start + local);
        within.or_else(|| {
            let next = self.pieces.get(index + 1)?.start;
            let laid = self.layout(typesetter, index + 1);
            Some(next + laid.layout.offset_at(goal, 1.0))
        })
    }

    /// Where the line on the screen begins that a place is on.
    pub fn line_start(&mut self, typesetter: &mut Typesetter, offset: usize) -> usize {
        if self.lines == StripLines::One {
            return 0;
        }
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        let line = laid.layout.line_of(offset - start);
        start + laid.layout.lines().get(line).map_or(0, |line| line.range.start)
    }

    /// Where it ends.
    pub fn line_end(&mut self, typesetter: &mut Typesetter, offset: usize) -> usize {
        if self.lines == StripLines::One {
            return self.pieces.last().map_or(0, |piece| piece.start + piece.text.len());
        }
        let index = self.piece_at(offset);
        let laid = self.layout(typesetter, index);
        let start = self.pieces[index].start;
        start + laid.layout.line_end(offset - start)
    }
}

//! What of a field's text is in sight, and where: the only part that is laid out.

use std::ops::Range;
use std::sync::Arc;

use egui::{Pos2, Rect, pos2, vec2};

use crate::typeset::{self, LaidPiece, Strip, Typesetter};

/// The caret keeps this many pixels from the ends of a line that is scrolled.
const MARGIN: f32 = 2.0;
/// Where the caret went farther than so many pieces, what lies between is not laid out.
const NEAR: usize = 8;
/// Nor are more pieces than this at once, though nothing of them is seen, as where a text is made of joiners.
const MOST: usize = 32;

/// How far a line is scrolled: the piece at the beginning of the window, and how many pixels of it are before that.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scroll {
    pub piece: usize,
    pub into: f32,
}

/// A piece on the screen.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub index: usize,
    /// Its bytes of the text.
    pub range: Range<usize>,
    /// Its layout's top left, in pixels of the screen.
    pub origin: Pos2,
    pub laid: Arc<LaidPiece>,
}

impl Placed {
    fn new(strip: &Strip, index: usize, origin: Pos2, laid: Arc<LaidPiece>) -> Self {
        let range = strip.pieces().get(index).map_or(0..0, typeset::StripPiece::range);
        Self { index, range, origin, laid }
    }

    fn on_screen(&self, rect: typeset::Rect) -> Rect {
        let Pos2 { x, y } = self.origin;
        Rect::from_min_max(pos2(x + rect.left, y + rect.top), pos2(x + rect.right, y + rect.bottom))
    }
}

/// The pieces in sight, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Sight {
    pub placed: Vec<Placed>,
}

impl Sight {
    /// One line in a window, scrolled so that the caret is in sight; `room` in pixels of the screen.
    pub(super) fn of_line(
        strip: &mut Strip,
        typesetter: &mut Typesetter,
        room: Rect,
        scroll: &mut Scroll,
        caret: usize,
    ) -> Self {
        let rtl = strip.is_rtl(typesetter);
        follow(strip, typesetter, room.width(), scroll, caret);
        let mut placed = Vec::new();
        let mut along = -scroll.into;
        for index in (scroll.piece..strip.pieces().len()).take(MOST) {
            if along > room.width() {
                break;
            }
            let laid = strip.layout(typesetter, index);
            let x = if rtl { room.right() - along - laid.right } else { room.left() + along - laid.left };
            let y = room.center().y - laid.layout.line_height() / 2.0;
            along += laid.width();
            placed.push(Placed::new(strip, index, pos2(x, y), laid));
        }
        Self { placed }
    }

    /// Several lines from `top` on, of which those between the ends of `window` are laid out; with their height. In pixels.
    pub(super) fn of_lines(
        strip: &mut Strip,
        typesetter: &mut Typesetter,
        top: Pos2,
        window: std::ops::RangeInclusive<f32>,
    ) -> (Self, f32) {
        let mut placed = Vec::new();
        let mut y = top.y;
        for index in 0..strip.pieces().len() {
            if y + strip.height_of(index) >= *window.start() && y <= *window.end() {
                let laid = strip.layout(typesetter, index);
                placed.push(Placed::new(strip, index, pos2(top.x, y), laid));
            }
            y += strip.height_of(index);
        }
        (Self { placed }, y - top.y)
    }

    /// The edge of a cluster nearest a point, in bytes of the text.
    pub(super) fn offset_at(&self, at: Pos2) -> Option<usize> {
        let distance = |placed: &Placed| {
            let Pos2 { x, y } = placed.origin;
            let down = (y - at.y).max(at.y - y - placed.laid.layout.height()).max(0.0);
            let across = (x + placed.laid.left - at.x).max(at.x - x - placed.laid.right).max(0.0);
            (down, across)
        };
        let near = self.placed.iter().min_by(|a, b| {
            let ((a_down, a_across), (b_down, b_across)) = (distance(a), distance(b));
            a_down.total_cmp(&b_down).then(a_across.total_cmp(&b_across))
        })?;
        let local = at - near.origin;
        Some(near.range.start + near.laid.layout.offset_at(local.x, local.y))
    }

    /// The byte that a double click is on: where the cluster at a point begins.
    pub(super) fn cluster_at(&self, at: Pos2) -> Option<usize> {
        let on = self.placed.iter().find_map(|placed| {
            let local = at - placed.origin;
            Some(placed.range.start + placed.laid.layout.cluster_at(local.x, local.y)?.start)
        });
        on.or_else(|| self.offset_at(at))
    }

    /// Where a caret is drawn, without width, in pixels; nothing out of sight.
    pub(super) fn caret(&self, offset: usize) -> Option<Rect> {
        let on = |placed: &&Placed| placed.range.start <= offset && offset <= placed.range.end;
        let placed = self.placed.iter().rfind(on)?;
        let rect = placed.laid.layout.caret(offset - placed.range.start);
        Some(placed.on_screen(rect))
    }

    /// The rectangles over a range of bytes, in pixels.
    pub(super) fn rects(&self, range: &Range<usize>) -> Vec<Rect> {
        let mut rects = Vec::new();
        for placed in &self.placed {
            let of = &placed.range;
            let (start, end) = (range.start.max(of.start), range.end.min(of.end));
            if start < end {
                let found = placed.laid.layout.rects(start - of.start..end - of.start);
                rects.extend(found.into_iter().map(|(rect, _)| placed.on_screen(rect)));
            }
            // A line feed that is selected is seen, too.
            if range.start <= of.end && of.end < range.end && self.is_hard(placed) {
                let caret = placed.on_screen(placed.laid.layout.caret(of.end - of.start));
                rects.push(Rect::from_min_size(caret.min, vec2(caret.height() / 4.0, caret.height())));
            }
        }
        rects
    }

    fn is_hard(&self, placed: &Placed) -> bool {
        let next = self.placed.iter().find(|next| next.index == placed.index + 1);
        next.is_some_and(|next| next.range.start > placed.range.end)
    }
}

/// Scrolls a line no farther than brings the caret into a window `room` pixels wide, and leaves none of it empty.
fn follow(strip: &mut Strip, typesetter: &mut Typesetter, room: f32, scroll: &mut Scroll, caret: usize) {
    let last = strip.pieces().len() - 1;
    scroll.piece = scroll.piece.min(last);
    let at = strip.piece_at(caret);
    let start = strip.pieces().get(at).map_or(0, typeset::StripPiece::start);
    let along = strip.layout(typesetter, at).along(caret - start);
    let most = (room - MARGIN).max(0.0);
    let before = if at < scroll.piece {
        f32::NEG_INFINITY
    } else if at - scroll.piece > NEAR {
        f32::INFINITY
    } else {
        let between: f32 = (scroll.piece..at).map(|piece| strip.layout(typesetter, piece).width()).sum();
        between + along - scroll.into
    };
    if before < 0.0 {
        *scroll = Scroll { piece: at, into: (along - MARGIN).max(0.0) };
    } else if before > most {
        *scroll = Scroll { piece: at, into: along - most };
    }
    // What was deleted leaves room at the end, which what stands before fills.
    let mut left = -scroll.into;
    for piece in (scroll.piece..=last).take(MOST) {
        left += strip.layout(typesetter, piece).width();
        if left >= most {
            break;
        }
    }
    scroll.into -= (most - left).max(0.0);
    let first = scroll.piece.saturating_sub(MOST);
    while scroll.into < 0.0 && scroll.piece > first {
        scroll.piece -= 1;
        scroll.into += strip.layout(typesetter, scroll.piece).width();
    }
    scroll.into = scroll.into.max(0.0);
}

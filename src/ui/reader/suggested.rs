//! Dots under mentions that fit an entity and are linked to none.

use egui::{Rect, Shape};

use super::marks::BlockMarks;
use super::paint::Brush;
use crate::session::Session;

/// Size of a dot and from one to the next, in points.
const DOT: f32 = 1.1;
const GAP: f32 = 4.5;
/// So far above the foot of the line, as a share of its height.
const FOOT: f32 = 0.1;

/// Draws them; each mention once, in whatever blocks it stands.
pub(super) fn paint(brush: &Brush<'_>, session: &Session, blocks: &[BlockMarks]) {
    for (placed, block) in brush.view.placed.iter().zip(blocks) {
        let suggested = block.marks.iter().filter(|mark| session.suggested_link(&mark.annotation).is_some());
        for span in suggested.flat_map(|mark| mark.spans.as_slice()) {
            for part in Brush::inked(placed, span.range()) {
                let rect: Rect = brush.view.on_screen(placed, part);
                let y = rect.bottom() - rect.height() * FOOT;
                let line = [egui::pos2(rect.left() + DOT, y), egui::pos2(rect.right() - DOT, y)];
                brush.painter.extend(Shape::dotted_line(&line, brush.theme.accent, GAP, DOT));
            }
        }
    }
}

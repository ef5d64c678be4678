//! The badge of an annotator: a shape by number and initials, so that colour is not needed to tell them apart.

use egui::{Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::theme::{Theme, size};

/// Side of a badge in lists, in points.
const SIDE: f32 = 18.0;

/// At most so many letters of a name stand in a badge.
fn initials(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).take(2).collect::<String>().to_uppercase()
}

/// Draws a badge in a row of widgets.
pub(super) fn show(ui: &mut Ui, number: usize, name: &str, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(SIDE + 6.0, SIDE), Sense::hover());
    paint(ui.painter(), rect, number, name, theme);
}

/// Draws it in a given place.
pub(super) fn paint(painter: &Painter, rect: Rect, number: usize, name: &str, theme: &Theme) {
    let width = if rect.height() < SIDE { 0.75 } else { 1.25 };
    outline(painter, rect, number, Stroke::new(width, theme.quiet), theme);
    let font = egui::FontId::proportional((rect.height() * 0.56).clamp(7.5, size::SMALL_TEXT));
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, initials(name), font, theme.text);
}

/// Round, square, slanted, notched: the shape of a number.
fn outline(painter: &Painter, rect: Rect, number: usize, stroke: Stroke, theme: &Theme) {
    match number % 4 {
        0 => {
            painter.rect(rect, rect.height() / 2.0, theme.panel, stroke, StrokeKind::Inside);
        }
        1 => {
            painter.rect(rect, 0.0, theme.panel, stroke, StrokeKind::Inside);
        }
        n => {
            let cut = rect.height() * 0.3;
            let corners: Vec<Pos2> = if n == 2 {
                vec![
                    pos2(rect.left() + cut, rect.top()),
                    rect.right_top(),
                    pos2(rect.right() - cut, rect.bottom()),
                    rect.left_bottom(),
                ]
            } else {
                vec![
                    pos2(rect.left() + cut, rect.top()),
                    pos2(rect.right() - cut, rect.top()),
                    pos2(rect.right(), rect.center().y),
                    pos2(rect.right() - cut, rect.bottom()),
                    pos2(rect.left() + cut, rect.bottom()),
                    pos2(rect.left(), rect.center().y),
                ]
            };
            painter.add(Shape::convex_polygon(corners, theme.panel, stroke));
        }
    }
}

/// The line that marks what an annotator of this number marked: whole, dashed, dotted, double.
pub(super) fn line(painter: &Painter, ends: [Pos2; 2], number: usize, stroke: Stroke) {
    match number % 4 {
        0 => {
            painter.line_segment(ends, stroke);
        }
        1 => painter.extend(Shape::dashed_line(&ends, stroke, 5.0, 3.0)),
        2 => painter.extend(Shape::dotted_line(&ends, stroke.color, 4.0, stroke.width * 0.7)),
        _ => {
            let up = Vec2::new(0.0, stroke.width + 0.75);
            painter.line_segment(ends, Stroke::new(stroke.width * 0.7, stroke.color));
            painter.line_segment([ends[0] - up, ends[1] - up], Stroke::new(stroke.width * 0.7, stroke.color));
        }
    }
}

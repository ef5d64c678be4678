//! Lines between the cards of a picture, told apart by their shape.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2};

use super::dashes::{dashes, dots};
use crate::analysis::is_refutation;
use crate::ui::theme::Theme;

/// Parts that a dashed or dotted line is made of.
const PARTS: usize = 24;
/// From here on a line is drawn by its parts, in points: nobody sees all of it, and its bends are far from each other.
const LONG: f32 = 4096.0;
/// Dashes, what is between them, and from dot to dot, in points.
const DASH: f32 = 7.0;
const GAP: f32 = 4.0;
const DOTS: f32 = 5.0;
/// How far a line between cards of one column goes out beside them.
const BESIDE: f32 = 44.0;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineShape {
    /// Whole, with an arrow.
    Supports,
    /// Dashed, with a cross.
    Refutes,
    /// Two beside each other.
    Identical,
    /// Dotted.
    Other,
}

impl LineShape {
    /// All, each with the message that says it.
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::Supports, "claims-line-supports"),
        (Self::Refutes, "claims-line-refutes"),
        (Self::Identical, "claims-line-identical"),
        (Self::Other, "claims-line-other"),
    ];

    /// The shape of a link, by the identifier of its relation.
    pub(super) fn of(label: &str) -> Self {
        match label {
            label if is_refutation(label) => Self::Refutes,
            "supports" | "confirms" | "corroborates" => Self::Supports,
            "identical" | "same" => Self::Identical,
            _ => Self::Other,
        }
    }
}

/// The way from one card to another, as the points of a curve.
pub(super) fn between(from: Rect, to: Rect) -> [Pos2; 4] {
    let (start, end, out) = if from.right() < to.left() {
        (from.right_center(), to.left_center(), [1.0, -1.0])
    } else if to.right() < from.left() {
        (from.left_center(), to.right_center(), [-1.0, 1.0])
    } else {
        (from.right_center(), to.right_center(), [1.0, 1.0])
    };
    let far = if out[0] == out[1] { BESIDE } else { ((end.x - start.x).abs() / 2.0).max(BESIDE) };
    [start, start + Vec2::new(out[0] * far, 0.0), end + Vec2::new(out[1] * far, 0.0), end]
}

/// Paints a line.
pub(super) fn paint(painter: &Painter, points: [Pos2; 4], shape: LineShape, theme: &Theme) {
    let [_, _, before, end] = points;
    match shape {
        LineShape::Supports => {
            painter.add(curve(points, Stroke::new(1.6, theme.success)));
            arrow(painter, end, end - before, theme.success);
        }
        LineShape::Refutes => {
            let line = Stroke::new(1.8, theme.danger);
            let parts = dashes(&along(points), painter.clip_rect(), DASH, GAP);
            painter.extend(parts.into_iter().map(|part| Shape::line_segment(part, line)));
            cross(painter, at(points, 0.5), line);
        }
        LineShape::Identical => {
            for by in [-2.0, 2.0] {
                let points = points.map(|point| point + Vec2::new(0.0, by));
                painter.add(curve(points, Stroke::new(1.2, theme.text)));
            }
        }
        LineShape::Other => {
            let dots = dots(&along(points), painter.clip_rect(), DOTS);
            painter.extend(dots.into_iter().map(|dot| Shape::circle_filled(dot, 1.1, theme.quiet)));
        }
    }
}

fn curve(points: [Pos2; 4], line: Stroke) -> Shape {
    if points[0].distance(points[3]) > LONG {
        return Shape::line(along(points), line);
    }
    CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, line).into()
}

/// The point of a curve so far along it, from nought to one.
fn at([a, b, c, d]: [Pos2; 4], along: f32) -> Pos2 {
    let left = 1.0 - along;
    let sum = a.to_vec2() * left.powi(3)
        + b.to_vec2() * (3.0 * left.powi(2) * along)
        + c.to_vec2() * (3.0 * left * along.powi(2))
        + d.to_vec2() * along.powi(3);
    sum.to_pos2()
}

fn along(points: [Pos2; 4]) -> Vec<Pos2> {
    (0..=PARTS).map(|part| at(points, part as f32 / PARTS as f32)).collect()
}

fn arrow(painter: &Painter, tip: Pos2, way: Vec2, color: Color32) {
    let way = if way == Vec2::ZERO { Vec2::RIGHT } else { way.normalized() };
    let (back, side) = (tip - way * 8.0, way.rot90() * 4.0);
    painter.add(Shape::convex_polygon(vec![tip, back + side, back - side], color, Stroke::NONE));
}

fn cross(painter: &Painter, center: Pos2, line: Stroke) {
    for way in [Vec2::new(4.0, 4.0), Vec2::new(4.0, -4.0)] {
        painter.line_segment([center - way, center + way], line);
    }
}

//! The links of the focused annotation: arcs in the margin to ends in sight.

use egui::accesskit::Role;
use egui::{Align2, FontId, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint::Brush;
use crate::analysis::is_refutation;
use crate::model::EntryKey;
use crate::session::{Link, LinkCommand, LinkEnd, Session};
use crate::text::Span;
use crate::ui::Drawing;
use crate::ui::links::{end_words, reading};
use crate::ui::theme::size;
use crate::words::say;

/// Points between the column and an arc, and between the arcs of several links.
const GAP: f32 = 8.0;
const STEP: f32 = 9.0;
/// Points that an arc keeps from the edge of the reading area, where the bar for scrolling is.
const EDGE: f32 = 18.0;
/// Points along which an arc is drawn piece by piece.
const PIECES: u8 = 24;
/// Points that the bar of links takes from the text where it is shown.
const BAR: f32 = 36.0;

/// Arcs, and which links have none.
#[derive(Debug, Default)]
pub(super) struct Arcs {
    of: Option<EntryKey>,
    in_sight: Vec<EntryKey>,
    has_bar: bool,
    /// Where the names of links stand, which are clicked.
    signs: Vec<Rect>,
}

impl Arcs {
    /// The links of the focused annotation whose other ends were not in sight in the last frame.
    pub(super) fn elsewhere(&mut self, session: &Session) -> Vec<Link> {
        let here = session.focused_key();
        let mut links = here.as_ref().map(|here| session.links_of(here)).unwrap_or_default();
        let file = here.as_ref().map(|here| &here.file);
        let is_in_sight = |link: &Link| {
            // Nothing is known before the first frame: an end in this article may be in sight.
            if self.of == here { self.in_sight.contains(&link.other) } else { Some(&link.other.file) == file }
        };
        links.retain(|link| !is_in_sight(link));
        self.has_bar = !links.is_empty();
        links
    }

    /// Where the names of links stood in the last frame.
    pub(super) fn take_signs(&mut self) -> Vec<Rect> {
        std::mem::take(&mut self.signs)
    }

    /// Draws them, and goes where one is clicked.
    pub(super) fn paint(&mut self, ui: &Ui, brush: &Brush<'_>, drawing: &mut Drawing<'_>, id: Id) {
        let session = drawing.session;
        let here = session.focused_key();
        let before = std::mem::take(&mut self.in_sight);
        let is_new = self.of != here;
        self.of.clone_from(&here);
        let Some(here) = here else { return };
        // Where the bar comes and goes the same ends are in sight.
        let mut area = brush.view.rect;
        area.max.y -= if self.has_bar { 0.0 } else { BAR };
        let links = session.links_of(&here);
        let start = place(session, brush, &here);
        for (lane, link) in links.iter().filter(|link| link.other.file == here.file).enumerate() {
            let Some(end) = place(session, brush, &link.other).filter(|end| area.contains(end.left_center()))
            else {
                continue;
            };
            self.in_sight.push(link.other.clone());
            let Some(start) = start else { continue };
            let ends = if link.is_outgoing { (start, end) } else { (end, start) };
            self.signs.push(arc(ui, brush, drawing, (link, ends, lane), id));
        }
        if is_new || before != self.in_sight {
            ui.ctx().request_repaint();
        }
    }
}

/// The first visible line of an annotation of the article on screen.
fn place(session: &Session, brush: &Brush<'_>, key: &EntryKey) -> Option<Rect> {
    let LinkEnd::There { span, .. } = session.link_end(key) else { return None };
    first_rect(brush, span)
}

fn first_rect(brush: &Brush<'_>, span: Span) -> Option<Rect> {
    brush.view.rects(&span.range()).into_iter().find(|rect| rect.intersects(brush.view.rect))
}

/// One arc beside the column, at the side where lines end: solid with an arrow, dashed with a bar where both ends cannot hold,
/// without a head where it reads the same from both. Gives where its name stands.
fn arc(
    ui: &Ui,
    brush: &Brush<'_>,
    drawing: &mut Drawing<'_>,
    (link, (from, to), lane): (&Link, (Rect, Rect), usize),
    id: Id,
) -> Rect {
    let (session, theme) = (drawing.session, brush.theme);
    let view = brush.view;
    let is_rtl = view.placed_at(from.center().y).is_some_and(|placed| placed.layout.is_rtl());
    let out = if is_rtl { -1.0 } else { 1.0 };
    let edge = if is_rtl { view.left } else { view.left + view.width } / view.scale;
    let x = edge + out * GAP;
    let room = if is_rtl { x - view.rect.left() } else { view.rect.right() - x } - EDGE;
    let (top, bottom) = (from.center().y.min(to.center().y), from.center().y.max(to.center().y));
    // Two on one line are joined by a small bow.
    let lift = if bottom - top < 6.0 { 6.0 } else { 0.0 };
    let bulge = (14.0 + 0.08 * (bottom - top) + STEP * lane as f32).min(room.max(6.0));
    let (from, to) = (pos2(x, from.center().y - lift), pos2(x, to.center().y + lift));
    let reach = x + out * bulge * 4.0 / 3.0;
    let at = |t: f32| {
        let s = 1.0 - t;
        let y = s * s * (s + 3.0 * t) * from.y + t * t * (t + 3.0 * s) * to.y;
        pos2(x * (s * s * s + t * t * t) + reach * 3.0 * s * t, y)
    };
    let points: Vec<Pos2> = (0..=PIECES).map(|n| at(f32::from(n) / f32::from(PIECES))).collect();
    let is_against = is_refutation(&link.label);
    let color = if is_against { theme.danger } else { theme.accent };
    let stroke = Stroke::new(1.75, color);
    if is_against {
        brush.painter.extend(Shape::dashed_line(&points, stroke, 5.0, 3.5));
    } else {
        brush.painter.line(points, stroke);
    }
    let is_symmetric = session.schema().relation(&link.label).is_some_and(|spec| spec.symmetric);
    if is_symmetric {
        brush.painter.circle_filled(from, 2.5, color);
        brush.painter.circle_filled(to, 2.5, color);
    } else if is_against {
        brush.painter.line_segment([to - vec2(0.0, 5.0), to + vec2(0.0, 5.0)], Stroke::new(2.5, color));
    } else {
        let back = out * 6.0;
        let head = vec![to, to + vec2(back, -4.0), to + vec2(back, 4.0)];
        brush.painter.add(Shape::convex_polygon(head, color, Stroke::NONE));
    }
    let middle = at(0.5);
    let name = session.schema().name_of_relation(&link.label);
    let galley =
        brush.painter.layout_no_wrap(name.to_owned(), FontId::proportional(size::SMALL_TEXT - 1.0), color);
    // The name stands where there is room for it; without that the arc says it where it is pointed at.
    let fits = galley.size().x + 8.0 <= room;
    let wide = if fits { vec2(galley.size().x + 8.0, galley.size().y + 2.0) } else { vec2(14.0, 14.0) };
    let mut sign = Rect::from_center_size(middle, wide);
    let beyond = if is_rtl {
        (view.rect.left() + 4.0 - sign.left()).max(0.0)
    } else {
        -(sign.right() - (view.rect.right() - EDGE + 4.0)).max(0.0)
    };
    sign = sign.translate(vec2(beyond, 0.0));
    let sign_id =
        id.with(("link", link.key.id.as_str(), link.key.file.as_ref(), link.key.annotator.as_str()));
    let response = ui.interact(sign.intersect(view.rect), sign_id, Sense::click());
    let end = end_words(session, &link.other);
    let told = say!("reader-link", link = reading(session, link), end = end);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    if fits {
        let fill = if response.hovered() { theme.hover } else { theme.page };
        brush.painter.rect_filled(sign, 3.0, fill);
        brush.painter.galley(
            Align2::CENTER_CENTER.align_size_within_rect(galley.size(), sign).min,
            galley,
            color,
        );
    } else {
        let radius = if response.hovered() { 4.5 } else { 3.0 };
        brush.painter.circle(sign.center(), radius, theme.page, stroke);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(told);
    if response.clicked() {
        drawing.out.run(LinkCommand::Follow(link.key.clone()));
    }
    sign
}

//! Lines of the list of entities that may be meant.

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, Vec2, WidgetInfo};

use super::super::theme::size;
use super::super::{Drawing, LabelStyle};
use super::words;
use crate::session::EntityCandidate;
use crate::words::{say, text};

/// Height of one entity: its names, and the reason below.
pub(super) const HIGH: f32 = 50.0;

/// One entity: its key and names, kind and mentions; below what speaks for it and against it.
pub(super) fn row(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    candidate: &EntityCandidate,
    (number, is_current): (usize, bool),
) -> bool {
    let Drawing { session, theme, .. } = *drawing;
    let view = &candidate.view;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HIGH), Sense::click());
    let kind = session.schema().name_of_label(&view.kind);
    let reason = words::reason(candidate);
    let against = words::objection(candidate, &kind);
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::ListBoxOption,
            true,
            is_current,
            format!("{} {}, {kind}", number + 1, view.name),
        )
    });
    let said = match &against {
        Some(against) => say!("entities-pick-against", reason = &*reason, against = &**against),
        None => reason.clone(),
    };
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(said.clone()));
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if is_current { theme.selection } else { theme.hover });
    }
    let quiet = if is_current { theme.text } else { theme.quiet };
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let first = rect.top() + 15.0;
    let second = rect.top() + 36.0;
    let left = rect.left() + size::STEP;
    ui.painter().text(
        egui::pos2(left, first),
        Align2::LEFT_CENTER,
        (number + 1).to_string(),
        small.clone(),
        quiet,
    );
    let mut about = kind;
    if let Some(index) = session.mentions() {
        let (mentions, articles) = index.count(&view.members);
        about = match mentions {
            0 => format!("{about} · {}", text("entities-not-mentioned")),
            _ => format!("{about} · {}", say!("entities-mentioned", count = mentions, articles = articles)),
        };
    }
    let end = egui::pos2(rect.right() - size::STEP, first);
    let drawn = ui.painter().text(end, Align2::RIGHT_CENTER, about, small, quiet);
    let names: Vec<&str> = view.names().collect();
    let half = |middle: f32, right: f32| {
        Rect::from_min_max([left + 16.0, middle - 11.0].into(), [right, middle + 11.0].into())
    };
    let style = LabelStyle::semi_bold(size::TEXT + 1.0, theme.text);
    drawing.ink.paint_label(ui.painter(), half(first, drawn.left() - size::STEP), &names.join(" · "), style);
    let middle = rect.left() + rect.width() * if against.is_some() { 0.5 } else { 1.0 };
    let style = LabelStyle::regular(size::SMALL_TEXT, quiet);
    drawing.ink.paint_label(ui.painter(), half(second, middle - size::STEP), &reason, style);
    if let Some(against) = &against {
        let room = Rect::from_min_max(
            [middle, second - 11.0].into(),
            [rect.right() - size::STEP, second + 11.0].into(),
        );
        let style = LabelStyle::regular(size::SMALL_TEXT, theme.warning);
        drawing.ink.paint_label(ui.painter(), room, against, style);
    }
    if is_current {
        response.scroll_to_me(None);
    }
    response.on_hover_text(said).clicked()
}

/// One line that is no entity, by the message that names it, with its key.
pub(super) fn line(ui: &mut Ui, drawing: &Drawing<'_>, (id, key): (&str, &str), is_current: bool) -> bool {
    let (theme, name) = (drawing.theme, text(id));
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, name));
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if is_current { theme.selection } else { theme.hover });
    }
    let quiet = if is_current { theme.text } else { theme.quiet };
    let small = egui::FontId::proportional(size::SMALL_TEXT);
    let usual = egui::FontId::proportional(size::TEXT);
    let at = |x: f32| egui::pos2(x, rect.center().y);
    ui.painter().text(at(rect.left() + size::STEP), Align2::LEFT_CENTER, key, small, quiet);
    ui.painter().text(at(rect.left() + size::STEP + 16.0), Align2::LEFT_CENTER, name, usual, theme.text);
    response.clicked()
}

//! The list of claims or of groups of them: a line each.

use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::known::Known;
use super::open;
use crate::analysis::BoardEntry;
use crate::ui::theme::size;
use crate::ui::{Drawing, LabelStyle, access, label_bar};
use crate::words::say;

/// Height of a line: what is said over who says it.
const LINE: f32 = 46.0;

/// Where one is in the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) current: usize,
    pub(super) moved: bool,
    /// Whether each line is a claim, and not a group.
    pub(super) is_list: bool,
}

/// Draws the lines; says which was gone to.
pub(super) fn show(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    known: &Known,
    lines: &[(usize, usize)],
    place: Place,
) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut gone_to = None;
    let mut area = ScrollArea::vertical().id_salt("claim-lines").auto_shrink(false);
    if place.moved {
        let top = place.current as f32 * LINE - ui.available_height() / 2.0;
        area = area.vertical_scroll_offset(top.max(0.0));
    }
    area.show_rows(ui, LINE, lines.len(), |ui, range| {
        for number in range {
            let (at, cluster) = lines[number];
            let entry = &known.board.entries()[at];
            let below = if place.is_list { who(drawing, known, at) } else { known.about[cluster].clone() };
            let is_contradicted = known.clusters[cluster].is_contradicted();
            let row = line(ui, drawing, entry, (&below, is_contradicted), number == place.current);
            access::position(&row, number, lines.len());
            if row.clicked() {
                gone_to = Some(number);
            }
            if row.double_clicked() {
                open(drawing, entry);
            }
        }
    });
    gone_to
}

/// Who says it, where.
fn who(drawing: &Drawing<'_>, known: &Known, at: usize) -> String {
    let entry = &known.board.entries()[at];
    let name = drawing.session.schema().name_of_label(&entry.label);
    let name = match &known.claimers[at] {
        Some(claimer) => say!("claims-by-claimer", label = name, claimer = &**claimer),
        None => name,
    };
    format!("{name} · {} · {}", entry.key.file, drawing.session.called(&entry.key.annotator))
}

/// One line: what is said, and below it who says it or what it is a group of.
fn line(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    entry: &BoardEntry,
    (below, is_contradicted): (&str, bool),
    current: bool,
) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::click());
    let told = format!("{}, {below}", entry.quote);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, current, &told));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if current || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if current { theme.selection } else { theme.hover });
    }
    let inner = rect.shrink2(Vec2::new(size::STEP, 3.0));
    let left = inner.left() + size::SWATCH + size::STEP;
    let half = inner.top() + inner.height() * 0.56;
    if let Some(label) = session.schema().label(&entry.label) {
        let at = egui::pos2(inner.left() + size::SWATCH / 2.0, inner.top() + inner.height() * 0.3);
        let swatch = Rect::from_center_size(at, Vec2::splat(size::SWATCH));
        label_bar::paint_swatch(ui, swatch, label, theme);
    }
    let room = |top, bottom| Rect::from_min_max([left, top].into(), [inner.right(), bottom].into());
    let upper = LabelStyle::regular(size::TEXT, theme.text);
    drawing.ink.paint_label(ui.painter(), room(inner.top(), half), &entry.quote, upper);
    let color = if is_contradicted {
        theme.danger
    } else if current {
        theme.text
    } else {
        theme.quiet
    };
    let lower = LabelStyle::regular(size::SMALL_TEXT, color);
    drawing.ink.paint_label(ui.painter(), room(half, inner.bottom()), below, lower);
    response
}

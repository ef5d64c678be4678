//! All annotations of the article, one a line.

use std::sync::Arc;

use egui::{ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::super::theme::size;
use super::super::{Drawing, LabelStyle, access, label_bar};
use crate::model::{Annotation, AnnotationId, AnnotationKind, Revision};
use crate::session::SelectCommand;
use crate::words::text;

/// Characters of a quote that a line may show.
const QUOTE: usize = 120;

/// The lines, made anew when the set or the tab changes.
#[derive(Default)]
pub(super) struct List {
    key: Option<(Arc<str>, Revision, Option<AnnotationKind>)>,
    lines: Vec<usize>,
    shown: Option<AnnotationId>,
}

impl List {
    /// Draws the list of one layer, or of both.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, kind: Option<AnnotationKind>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(article) = session.article() else { return };
        let all = article.set().annotations();
        let key = (article.document().file.clone(), article.set().revision(), kind);
        if self.key.as_ref() != Some(&key) {
            self.key = Some(key);
            self.lines = (0..all.len()).filter(|&i| kind.is_none_or(|k| all[i].kind == k)).collect();
        }
        if self.lines.is_empty() {
            ui.colored_label(theme.quiet, text("inspector-list-empty"));
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let focused = article.focused().map(|a| a.id.clone());
        let mut area = ScrollArea::vertical().id_salt("annotations").auto_shrink(false);
        if self.shown != focused {
            self.shown.clone_from(&focused);
            let at = self.lines.iter().position(|&i| Some(&all[i].id) == focused.as_ref());
            if let Some(at) = at {
                let top = at as f32 * size::ROW - ui.available_height() / 2.0;
                area = area.vertical_scroll_offset(top.max(0.0));
            }
        }
        area.show_rows(ui, size::ROW, self.lines.len(), |ui, range| {
            for at in range {
                let annotation = &all[self.lines[at]];
                let line = line(ui, drawing, annotation, focused.as_ref() == Some(&annotation.id));
                access::position(&line, at, self.lines.len());
                if line.clicked() {
                    drawing.out.run(SelectCommand::Focus(Some(annotation.id.clone())));
                }
            }
        });
    }
}

fn line(ui: &mut Ui, drawing: &mut Drawing<'_>, annotation: &Annotation, focused: bool) -> egui::Response {
    let Drawing { session, theme, .. } = *drawing;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), size::ROW), Sense::click());
    let Some(article) = session.article() else { return response };
    let source = &article.document().text;
    let label = session.schema().label(&annotation.label);
    let name = session.schema().name_of_label(&annotation.label);
    let quote: String = annotation
        .spans
        .as_slice()
        .iter()
        .map(|s| source.slice(*s).chars().take(QUOTE).collect::<String>())
        .collect::<Vec<_>>()
        .join(" … ");
    response.widget_info(|| {
        WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, focused, format!("{name}, {quote}"))
    });
    if focused || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, if focused { theme.selection } else { theme.hover });
    }
    let mut inner = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(Vec2::new(6.0, 0.0)))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    if let Some(label) = label {
        label_bar::swatch(&mut inner, label, theme);
    }
    let left = rect.left() + 26.0;
    let name_width = 88.0;
    let format = egui::TextFormat::simple(egui::FontId::proportional(size::SMALL_TEXT), theme.quiet);
    let mut job = egui::text::LayoutJob::single_section(name, format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(name_width - 6.0);
    let galley = ui.fonts_mut(|f| f.layout_job(job));
    let at = egui::pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.quiet);
    let room = egui::Rect::from_min_max(
        [left + name_width, rect.top()].into(),
        [rect.right() - 6.0, rect.bottom()].into(),
    );
    drawing.ink.paint_label(ui.painter(), room, &quote, LabelStyle::regular(size::TEXT, theme.text));
    response
}

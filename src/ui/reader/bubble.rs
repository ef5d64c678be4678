//! The bubble over a mark the pointer rests on: label, attributes, note, annotator.

use egui::{Id, Rect, Tooltip, Ui};

use super::marks::{BlockMarks, Mark};
use super::view::View;
use crate::model::{AnnotationId, Value};
use crate::ui::inspector::yes_or_no;
use crate::ui::{Drawing, LabelStyle};
use crate::words::say;

/// Seconds the pointer rests before the bubble comes.
const DELAY: f64 = 0.35;
/// Width in points at most, and the sizes of its two kinds of text.
const WIDTH: f32 = 320.0;
const HEAD: f32 = 13.5;
const BODY: f32 = 12.5;

/// What the pointer rests on, and since when.
#[derive(Clone, Debug, Default)]
pub(super) struct Bubble {
    over: Option<(AnnotationId, f64)>,
}

impl Bubble {
    /// Notes what the pointer is on now; says whether it has rested there long enough.
    pub(super) fn rest(&mut self, ui: &Ui, over: Option<&AnnotationId>) -> bool {
        let now = ui.input(|i| i.time);
        let Some(id) = over else {
            self.over = None;
            return false;
        };
        match &self.over {
            Some((same, since)) if same == id => {
                let left = DELAY - (now - since);
                if left > 0.0 {
                    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
                }
                left <= 0.0
            }
            _ => {
                self.over = Some((id.clone(), now));
                ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(DELAY));
                false
            }
        }
    }
}

/// Draws the bubble of the mark that the pointer is on.
pub(super) fn show_hovered(
    ui: &Ui,
    drawing: &mut Drawing<'_>,
    id: Id,
    (view, marks): (&View, &[BlockMarks]),
) {
    let hovered = marks.iter().flat_map(|block| &block.marks).find(|mark| mark.hovered);
    let (Some(mark), Some(at)) = (hovered, ui.input(|i| i.pointer.hover_pos())) else { return };
    let mut rects = mark.spans.as_slice().iter().flat_map(|span| view.rects(&span.range()));
    let anchor = rects.rfind(|rect| rect.expand(2.0).contains(at));
    let anchor = anchor.unwrap_or_else(|| Rect::from_center_size(at, egui::Vec2::splat(8.0)));
    show(ui, drawing, id, anchor, mark);
}

/// Draws the bubble of `mark` beside `anchor`.
fn show(ui: &Ui, drawing: &mut Drawing<'_>, id: Id, anchor: Rect, mark: &Mark) {
    let Drawing { session, theme, .. } = *drawing;
    let Some(article) = session.article() else { return };
    let (schema, ink) = (session.schema(), &mut *drawing.ink);
    let body = LabelStyle::regular(BODY, theme.text);
    let annotation = &mark.annotation;
    let tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, anchor).gap(6.0).width(WIDTH);
    let _ = tooltip.show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ink.paragraph(ui, &mark.name, LabelStyle::semi_bold(HEAD, mark.tone.strong), WIDTH);
        if let Some(entity) = &annotation.entity {
            let entity = say!("reader-entity", entity = session.name_of_entity(entity));
            ink.paragraph(ui, &entity, body, WIDTH);
        }
        if let Some(suggested) = session.suggested_link(annotation) {
            let text = say!("reader-may-be-tip", entity = &*suggested.view.name);
            ink.paragraph(ui, &text, body, WIDTH);
        }
        for (attribute, value) in &annotation.attributes {
            let spec = schema.attribute(attribute);
            let name = spec.map_or(&**attribute, |s| s.name.as_str());
            let choice = |id: &str| {
                let found = spec.and_then(|s| s.options.iter().find(|o| &*o.id == id));
                found.map_or_else(|| id.to_owned(), |o| o.name.clone())
            };
            let value = match &value.value {
                Value::Text(text) => choice(text),
                Value::Many(many) => many.iter().map(|m| choice(m)).collect::<Vec<_>>().join(", "),
                Value::Flag(flag) => yes_or_no(*flag).to_owned(),
                Value::Number(number) => number.to_string(),
                Value::Entity(entity) => entity.to_string(),
            };
            ink.paragraph(ui, &format!("{name}: {value}"), body, WIDTH);
        }
        if !annotation.note.is_empty() {
            ink.paragraph(ui, &annotation.note, body, WIDTH);
        }
        ink.paragraph(
            ui,
            article.set().annotator.as_str(),
            LabelStyle::regular(BODY - 1.0, theme.quiet),
            WIDTH,
        );
    });
}

//! The reader in the accessibility tree: the text as a document, its visible paragraphs and annotations within.

use std::collections::HashSet;

use egui::accesskit::{Action, Node, Role};
use egui::{Id, Rect, Sense, Ui, UiBuilder};

use super::crowds::Sign;
use super::marks::BlockMarks;
use super::view::View;
use crate::model::Annotation;
use crate::session::{OpenArticle, SelectCommand};
use crate::text::SourceText;
use crate::ui::Drawing;
use crate::words::{self, say};

/// No name in the tree is longer than this many bytes.
const LONGEST: usize = 2000;

/// Makes the nodes of what is in sight below the node of the reading area, `surface`.
pub(super) fn describe(
    ui: &mut Ui,
    drawing: &mut Drawing<'_>,
    (article, surface): (&OpenArticle, Id),
    view: &View,
    (marks, signs): (&[BlockMarks], &[Sign]),
) {
    let ctx = ui.ctx().clone();
    let text = &article.document().text;
    ctx.accesskit_node_builder(surface, |node| {
        node.set_role(Role::Document);
        node.set_label(words::text("reader-text"));
        if let Some(language) = article.language() {
            node.set_language(&*language);
        }
    });
    if !ctx.has_accesskit_node(surface) {
        return;
    }
    // Only a `Ui` can be given a parent of one's choice, and the nodes below take theirs from it.
    let builder = UiBuilder::new().id_salt("reader-nodes").max_rect(view.rect).accessibility_parent(surface);
    let child = ui.new_child(builder);
    let node = |id: Id, fill: &mut dyn FnMut(&mut Node)| {
        // A widget without a rectangle: it is never under the pointer, but its place in the tree is noted.
        let _ = child.interact(Rect::NOTHING, id, Sense::hover());
        ctx.accesskit_node_builder(id, |node| fill(node));
    };
    let mut seen = HashSet::new();
    // The others answer to the pointer, and have nodes by that.
    for sign in signs.iter().filter(|sign| sign.rect.is_none()) {
        node(sign.id(surface), &mut |node| {
            node.set_role(Role::Note);
            node.set_label(sign.words());
        });
    }
    for (placed, BlockMarks { marks, .. }) in view.placed.iter().zip(marks) {
        let content = text.as_str().get(placed.range.clone()).unwrap_or_default();
        if !content.is_empty() {
            let top = placed.top / view.scale;
            let bottom = top + placed.layout.height() / view.scale;
            let left = view.left / view.scale;
            let bounds = Rect::from_min_max(
                egui::pos2(left, top.max(view.rect.top())),
                egui::pos2(left + view.width / view.scale, bottom.min(view.rect.bottom())),
            );
            node(surface.with(("paragraph", placed.block)), &mut |node| {
                node.set_role(Role::Paragraph);
                node.set_label(content);
                set_bounds(node, bounds);
            });
        }
        for mark in marks.iter().filter(|m| seen.insert(m.annotation.id.clone())) {
            let id = mark_id(surface, &mark.annotation);
            let rects: Vec<Rect> =
                mark.spans.as_slice().iter().flat_map(|s| view.rects(&s.range())).collect();
            let label = format!("{}: {}", mark.name, quote(&mark.annotation, text));
            let suggested = drawing.session.suggested_link(&mark.annotation);
            let suggested = suggested.map(|entity| say!("reader-may-be", entity = &*entity.view.name));
            node(id, &mut |node| {
                node.set_role(Role::Mark);
                node.set_label(label.as_str());
                if let Some(suggested) = &suggested {
                    node.set_description(suggested.as_str());
                }
                node.add_action(Action::Click);
                node.add_action(Action::Focus);
                if mark.focused {
                    node.set_selected(true);
                }
                // A mark over several lines is pointed at where it begins.
                if let Some(first) = rects.iter().find(|r| view.rect.contains(r.center())).or(rects.first()) {
                    set_bounds(node, *first);
                }
            });
            let asked = ui.input(|i| {
                i.has_accesskit_action_request(id, Action::Click)
                    || i.has_accesskit_action_request(id, Action::Focus)
            });
            if asked {
                drawing.out.run(SelectCommand::Focus(Some(mark.annotation.id.clone())));
            }
        }
    }
}

fn mark_id(surface: Id, annotation: &Annotation) -> Id {
    surface.with(("mark", annotation.id.as_str()))
}

fn set_bounds(node: &mut Node, rect: Rect) {
    node.set_bounds(egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    });
}

fn quote(annotation: &Annotation, text: &SourceText) -> String {
    if annotation.spans.bytes() <= LONGEST {
        return annotation.spans.quote(text);
    }
    let first = text.slice(annotation.spans.first());
    let mut end = LONGEST.min(first.len());
    while !first.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &first[..end])
}

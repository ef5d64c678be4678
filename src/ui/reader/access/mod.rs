//! The reader in the accessibility tree: the text as a document of paragraphs and runs, with caret, selection and annotations.
//!
//! Everything here is made only while somebody listens.

mod asked;
mod marks;
mod stretch;
mod tree;

use egui::accesskit::{Node, Role};
use egui::{Id, Rect, Ui, pos2};

pub(super) use self::tree::ArticleTree;
use super::crowds::Sign;
use super::marks::BlockMarks;
use super::view::View;
use crate::session::OpenArticle;
use crate::typeset::{self, Flow};
use crate::ui::Drawing;
use crate::ui::access::{AccessTree, Graft};
use crate::words::text;

/// The column of text, and where it stands on the screen.
pub(super) struct Paper<'a> {
    /// All of it.
    pub flow: &'a mut Flow,
    /// What is in sight.
    pub view: &'a View,
    /// The widget that is the document.
    pub surface: Id,
}

impl Paper<'_> {
    /// Where a block begins on the screen, in pixels; also out of sight, as far as heights are known.
    fn top_of(&self, block: usize) -> f32 {
        let placed = &self.view.placed;
        if let Some(placed) = placed.iter().find(|placed| placed.block == block) {
            return placed.top;
        }
        placed
            .first()
            .map_or(0.0, |first| first.top + (self.flow.top_of(block) - self.flow.top_of(first.block)) as f32)
    }

    /// A rectangle of a block on the screen, in points.
    fn on_screen(&self, top: f32, rect: typeset::Rect) -> Rect {
        let View { left, scale, .. } = *self.view;
        let at = |x: f32, y: f32| pos2((left + x) / scale, (top + y) / scale);
        Rect::from_min_max(at(rect.left, rect.top), at(rect.right, rect.bottom))
    }

    /// A block over the whole width of the column, in points.
    fn column(&self, top: f32, height: f32) -> Rect {
        self.on_screen(top, typeset::Rect { left: 0.0, top: 0.0, right: self.view.width, bottom: height })
    }
}

/// Makes the nodes of an article below that of the reading area.
pub(super) fn describe(
    ui: &Ui,
    drawing: &mut Drawing<'_>,
    (article, tree): (&OpenArticle, &mut ArticleTree),
    mut paper: Paper<'_>,
    (marks, signs): (&[BlockMarks], &[Sign]),
) {
    let ctx = ui.ctx();
    let surface = paper.surface;
    if !ctx.has_accesskit_node(surface) {
        return;
    }
    let looks = (drawing.session.schema(), drawing.theme);
    let (mut nodes, is_more) = tree.paragraphs(&mut paper, drawing.ink.typesetter(), article, looks);
    let selection = tree.selection(paper.flow, article.selection());
    let on_mark = marks::add(&mut nodes, drawing, (article, &mut tree.told), &paper, (marks, signs));
    tree.told.enter(ctx, drawing.session, article);
    ctx.accesskit_node_builder(surface, |node| {
        node.set_role(Role::Document);
        node.set_label(text("reader-text"));
        node.set_clips_children();
        if drawing.session.beside().is_some() {
            // Which of the two it is.
            node.set_description(&*article.document().file);
        }
        if let Some(language) = article.language() {
            node.set_language(&*language);
        }
        if let Some(selection) = selection {
            node.set_text_selection(selection);
        }
        if let Some(mark) = on_mark {
            node.set_active_descendant(mark);
        }
    });
    AccessTree::graft(
        ctx,
        Graft { parent: surface.accesskit_id(), nodes: nodes.nodes, children: nodes.children },
    );
    if is_more {
        ctx.request_repaint();
    }
}

fn set_bounds(node: &mut Node, rect: Rect) {
    if rect.min.x > rect.max.x || rect.min.y > rect.max.y {
        return;
    }
    node.set_bounds(egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    });
}

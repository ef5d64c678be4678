//! Annotations in the accessibility tree: a list beside the paragraphs, and words where the caret comes into one.

use std::collections::HashSet;

use egui::accesskit::{Action, Node, NodeId, Role};
use egui::{Context, Id, Rect};

use super::tree::Nodes;
use super::{Paper, set_bounds};
use crate::model::{Annotation, AnnotationId, Value};
use crate::session::{OpenArticle, Selection, Session};
use crate::text::{ByteOffset, SourceText};
use crate::ui::Drawing;
use crate::ui::access::{Level, announce};
use crate::ui::reader::crowds::Sign;
use crate::ui::reader::marks::{BlockMarks, Mark};
use crate::words::{say, text};

/// No name in the tree is longer than this many bytes.
const LONGEST: usize = 2000;
/// Of marks that share a place no more are named when the caret comes there.
const MAX_NAMED: usize = 4;
/// The attribute of a claim that says whose it is.
const CLAIMER: &str = "claimer";

/// What was told of marks before.
#[derive(Debug, Default)]
pub(in crate::ui::reader) struct Told {
    /// Where the caret was, and the marks there.
    caret: Option<(ByteOffset, Vec<AnnotationId>)>,
    /// The annotation in focus, the selection when it got it, and whether it was gone to and not made.
    focus: Option<(AnnotationId, Selection, bool)>,
    selection: Selection,
}

impl Told {
    /// Names the marks that the caret has come into since the last frame: outer ones first, each once on entering.
    pub(super) fn enter(&mut self, ctx: &Context, session: &Session, article: &OpenArticle) {
        let head = article.selection().head;
        let here = article.set().annotations().at(head).into_iter();
        let here: Vec<_> = here.filter(|a| !session.schema().is_of_article(&a.label)).collect();
        let ids = here.iter().map(|annotation| annotation.id.clone()).collect();
        let Some((at, before)) = self.caret.replace((head, ids)) else { return };
        if at == head {
            return;
        }
        let new = here.into_iter().filter(|annotation| !before.contains(&annotation.id)).take(MAX_NAMED);
        let mut names: Vec<String> = new.map(|annotation| named(session, annotation, head)).collect();
        names.reverse();
        if !names.is_empty() {
            announce(ctx, Level::Polite, names.join("; "));
        }
    }

    /// Whether the annotation in focus is what the keyboard is on: until the caret moves. One that was just made is not: that
    /// it was is told.
    fn is_on(&mut self, article: &OpenArticle) -> bool {
        let selection = article.selection();
        let has_moved = std::mem::replace(&mut self.selection, selection) != selection;
        let Some(focused) = article.focused() else {
            self.focus = None;
            return false;
        };
        if self.focus.as_ref().is_none_or(|(id, ..)| *id != focused.id) {
            self.focus = Some((focused.id.clone(), selection, !has_moved));
        }
        self.focus.as_ref().is_some_and(|(_, at, is_gone_to)| *is_gone_to && *at == selection)
    }
}

/// Adds the annotations that are in sight, below the paragraphs; gives the node that has the focus within the document.
pub(super) fn add(
    nodes: &mut Nodes,
    drawing: &Drawing<'_>,
    (article, told): (&OpenArticle, &mut Told),
    paper: &Paper<'_>,
    (blocks, signs): (&[BlockMarks], &[Sign]),
) -> Option<NodeId> {
    // The others answer to the pointer, and have nodes by that.
    for sign in signs.iter().filter(|sign| sign.rect.is_none()) {
        let mut node = Node::new(Role::Note);
        node.set_label(sign.words());
        let id = sign.id(paper.surface).accesskit_id();
        nodes.nodes.push((id, node));
        nodes.children.push(id);
    }
    let mut list = Node::new(Role::List);
    let mut seen = HashSet::new();
    let mut focused = None;
    for mark in blocks.iter().flat_map(|block| &block.marks) {
        if seen.insert(mark.annotation.id.clone()) {
            let id = mark_id(paper.surface, &mark.annotation).accesskit_id();
            nodes.nodes.push((id, node(mark, drawing, article, paper)));
            list.push_child(id);
            focused = focused.or(mark.focused.then_some(id));
        }
    }
    if !seen.is_empty() {
        list.set_label(text("access-marks"));
        list.set_size_of_set(article.set().annotations().len());
        let id = paper.surface.with("marks").accesskit_id();
        nodes.nodes.push((id, list));
        nodes.children.push(id);
    }
    let is_on = told.is_on(article);
    focused.filter(|_| is_on)
}

/// What an annotation is called where one comes into it.
fn named(session: &Session, annotation: &Annotation, at: ByteOffset) -> String {
    let label = session.schema().name_of_label(&annotation.label);
    let label = match annotation.attributes.get(CLAIMER).map(|claimer| &claimer.value) {
        Some(Value::Entity(claimer)) => {
            say!("access-claim-by", label = label, claimer = session.name_of_entity(claimer))
        }
        _ => label,
    };
    let parts = annotation.spans.as_slice();
    match parts.iter().position(|part| part.contains(at)).filter(|_| parts.len() > 1) {
        Some(part) => say!("access-part", label = label, part = part + 1, count = parts.len()),
        None => label,
    }
}

fn node(mark: &Mark, drawing: &Drawing<'_>, article: &OpenArticle, paper: &Paper<'_>) -> Node {
    let view = paper.view;
    let mut node = Node::new(Role::Mark);
    node.set_label(format!("{}: {}", mark.name, quote(&mark.annotation, &article.document().text)));
    let all = article.set().annotations();
    let at = all.position(&mark.annotation);
    node.set_position_in_set(at);
    let mut description = vec![say!("access-mark-position", at = at + 1, count = all.len())];
    let parts = mark.annotation.spans.as_slice().len();
    description.extend((parts > 1).then(|| say!("access-mark-parts", count = parts)));
    if let Some(suggested) = drawing.session.suggested_link(&mark.annotation) {
        description.push(say!("reader-may-be", entity = &*suggested.view.name));
    }
    node.set_description(description.join(", "));
    for action in [Action::Click, Action::Focus, Action::ShowContextMenu] {
        node.add_action(action);
    }
    if mark.focused {
        node.set_selected(true);
    }
    let rects: Vec<Rect> = mark.spans.as_slice().iter().flat_map(|span| view.rects(&span.range())).collect();
    // A mark over several lines is pointed at where it begins.
    if let Some(first) = rects.iter().find(|rect| view.rect.contains(rect.center())).or(rects.first()) {
        set_bounds(&mut node, *first);
    }
    node
}

/// The identifier of an annotation's node.
pub(super) fn mark_id(surface: Id, annotation: &Annotation) -> Id {
    surface.with(("mark", annotation.id.as_str()))
}

fn quote(annotation: &Annotation, text: &SourceText) -> String {
    if annotation.spans.bytes() <= LONGEST {
        return annotation.spans.quote(text);
    }
    let first = text.slice(annotation.spans.first());
    format!("{}…", &first[..first.floor_char_boundary(LONGEST)])
}

//! Tables as those hear them who do not see them: rows, heads and cells, each with its place.
//!
//! A table says what it is and how large, each cell where it stands. What is drawn beside each other without a row of its
//! own is put into one before the tree goes out.

use std::collections::BTreeMap;

use egui::accesskit::{Node, NodeId, Rect as Bounds, Role, TreeUpdate};
use egui::{Context, Id, Rect, Response, Ui};

use super::{AccessTree, Graft};

/// Says that `ui` draws a table of so many rows, heads with them, and columns.
pub(in crate::ui) fn table(ui: &Ui, name: &str, (rows, columns): (usize, usize)) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Table);
        node.set_label(name);
        node.set_row_count(rows);
        node.set_column_count(columns);
    });
}

/// Says that a widget is a row, from nought; what it says and does stays what it is.
pub(in crate::ui) fn row(row: &Response, at: usize) {
    row.ctx.accesskit_node_builder(row.id, |node| {
        node.set_role(Role::Row);
        node.set_row_index(at);
    });
}

/// Says that what is drawn is a cell, or a head, at a row and a column from nought.
pub(in crate::ui) fn cell(ctx: &Context, id: Id, role: Role, (row, column): (usize, usize)) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_row_index(row);
        node.set_column_index(column);
    });
}

/// Says what stands in the cells of a row that are painted, and so no widgets: of a row that is one, or of the table itself.
/// `cells` is asked only where somebody listens.
pub(in crate::ui) fn cells(
    ctx: &Context,
    parent: Id,
    (role, row): (Role, usize),
    cells: impl FnOnce() -> Vec<(Rect, String)>,
) {
    if !AccessTree::is_heard(ctx) {
        return;
    }
    let node = |(column, (rect, text)): (usize, (Rect, String))| {
        let mut node = Node::new(role);
        node.set_label(text);
        node.set_row_index(row);
        node.set_column_index(column);
        node.set_bounds(Bounds {
            x0: rect.left().into(),
            y0: rect.top().into(),
            x1: rect.right().into(),
            y1: rect.bottom().into(),
        });
        (parent.with(("cell", row, column)).accesskit_id(), node)
    };
    let nodes: Vec<(NodeId, Node)> = cells().into_iter().enumerate().map(node).collect();
    let children = nodes.iter().map(|(id, _)| *id).collect();
    AccessTree::graft(ctx, Graft { parent: parent.accesskit_id(), nodes, children });
}

/// Puts cells that stand beside each other into rows.
pub(super) fn group(update: &mut TreeUpdate) {
    let row_of = |node: &Node| {
        let is_cell = matches!(node.role(), Role::Cell | Role::ColumnHeader | Role::RowHeader);
        node.row_index().filter(|_| is_cell)
    };
    let rows: BTreeMap<NodeId, usize> =
        update.nodes.iter().filter_map(|(id, node)| Some((*id, row_of(node)?))).collect();
    if rows.is_empty() {
        return;
    }
    let mut made: Vec<(NodeId, Node)> = Vec::new();
    for (id, node) in &mut update.nodes {
        if node.role() == Role::Row || !node.children().iter().any(|child| rows.contains_key(child)) {
            continue;
        }
        let mut cells: BTreeMap<usize, Vec<NodeId>> = BTreeMap::new();
        let mut children = Vec::new();
        for child in node.children() {
            match rows.get(child) {
                Some(row) => cells.entry(*row).or_default().push(*child),
                None => children.push(*child),
            }
        }
        for (at, cells) in cells {
            let mut row = Node::new(Role::Row);
            row.set_row_index(at);
            row.set_children(cells);
            let row_id = Id::unique(("row", id.0, at)).accesskit_id();
            children.push(row_id);
            made.push((row_id, row));
        }
        node.set_children(children);
    }
    update.nodes.append(&mut made);
}

//! What the window tells the accessibility bus, beside what egui says of its widgets.
//!
//! egui makes a whole tree in each frame in which somebody listens. Before it goes out, [`AccessTree`] adds what is no widget
//! and cleans all strings.

mod announce;
mod clean;
mod narration;
mod region;
mod run_language;
mod runs;
mod structure;
mod table;

use egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use egui::{Context, FullOutput, Plugin, Ui, accesskit_root_id};

use self::announce::Announcements;
pub(super) use self::announce::{Level, announce};
pub(super) use self::narration::Narration;
pub(super) use self::region::{
    announces, awaits, option, points_at, position, progress, region, title, unfolds,
};
pub(super) use self::run_language::BaseLanguage;
pub(super) use self::runs::{BlockText, MarkedRange, Run, runs};
pub(super) use self::table::{cell, cells, row, table};

/// Nodes that are no widgets, below one that is.
#[derive(Debug)]
pub(super) struct Graft {
    /// The node they are below.
    pub parent: NodeId,
    /// All of them.
    pub nodes: Vec<(NodeId, Node)>,
    /// Those right below it; they stand before its widgets.
    pub children: Vec<NodeId>,
}

/// The last hand on the accessibility tree of a frame.
#[derive(Debug, Default)]
pub(super) struct AccessTree {
    grafts: Vec<Graft>,
    announcements: Announcements,
    /// What the window shows below its dialogs.
    contents: Option<NodeId>,
    /// What had the keyboard in the last tree, and whether that is said once more.
    focus: Option<NodeId>,
    is_held: bool,
    /// What had the keyboard before a dialog took it.
    behind: Option<NodeId>,
}

impl AccessTree {
    /// Has every tree of this window pass through one.
    pub(super) fn install(ctx: &Context) {
        ctx.add_plugin(Self::default());
    }

    /// Whether somebody listens in this frame.
    pub(super) fn is_heard(ctx: &Context) -> bool {
        ctx.has_accesskit_node(accesskit_root_id())
    }

    /// Names the window, whose contents `ui` draws.
    pub(super) fn window(ui: &Ui, title: &str) {
        let ctx = ui.ctx();
        ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(title));
        // A node of no role would be passed over on the bus, and what is below it not told to go and come with it.
        ctx.accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::Group));
        ctx.with_plugin(|tree: &mut Self| tree.contents = Some(ui.unique_id().accesskit_id()));
    }

    /// Adds nodes to the tree of this frame.
    pub(super) fn graft(ctx: &Context, graft: Graft) {
        ctx.with_plugin(|tree: &mut Self| tree.grafts.push(graft));
    }

    /// Between two widgets nothing has the keyboard for a frame, or what is not drawn yet: then what had it has it still, or had it
    /// before a dialog that is gone, so that the name of the window is not read out each time.
    fn hold_focus(&mut self, ctx: &Context, update: &mut TreeUpdate) {
        let root = accesskit_root_id().accesskit_id();
        let is_there = |node: &NodeId| update.nodes.iter().any(|(id, _)| id == node);
        let before = self.focus.filter(is_there).or_else(|| self.behind.filter(is_there));
        self.is_held = match before {
            Some(before) if update.focus == root && !self.is_held => {
                update.focus = before;
                ctx.request_repaint();
                true
            }
            _ => false,
        };
    }

    fn complete(&mut self, update: &mut TreeUpdate) {
        let nodes = self.announcements.nodes();
        if let Some((_, root)) =
            update.nodes.iter_mut().find(|(id, _)| *id == accesskit_root_id().accesskit_id())
        {
            for (id, _) in &nodes {
                root.push_child(*id);
            }
            update.nodes.extend(nodes);
        }
        for Graft { parent, mut nodes, mut children } in self.grafts.drain(..) {
            // Its parent may have been left out, as what cannot be seen is.
            let Some((_, parent)) = update.nodes.iter_mut().find(|(id, _)| *id == parent) else { continue };
            children.extend_from_slice(parent.children());
            parent.set_children(children);
            update.nodes.append(&mut nodes);
        }
    }
}

/// Puts a dialog before everything below it.
fn set_modal(update: &mut TreeUpdate, dialog: NodeId, contents: Option<NodeId>) {
    let find =
        |update: &mut TreeUpdate, wanted: NodeId| update.nodes.iter().position(|(id, _)| *id == wanted);
    let Some(place) = find(update, dialog) else { return };
    let node = &mut update.nodes[place].1;
    node.set_role(Role::Dialog);
    node.set_modal();
    // It has the keyboard itself until something in it has.
    if update.focus == accesskit_root_id().accesskit_id() {
        update.focus = dialog;
    }
    if let Some(place) = contents.and_then(|contents| find(update, contents)) {
        update.nodes[place].1.set_hidden();
    }
}

impl Plugin for AccessTree {
    fn debug_name(&self) -> &'static str {
        "accessibility"
    }

    fn on_begin_pass(&mut self, _ui: &mut Ui) {
        self.grafts.clear();
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        self.complete(update);
        self.hold_focus(ctx, update);
        let dialog = ctx.memory(egui::Memory::top_modal_layer);
        if let Some(layer) = dialog {
            set_modal(update, layer.id.accesskit_id(), self.contents);
        }
        self.focus = Some(update.focus).filter(|focus| *focus != accesskit_root_id().accesskit_id());
        if dialog.is_none() {
            self.behind = self.focus;
        }
        table::group(update);
        structure::mend(update);
        for (_, node) in &mut update.nodes {
            clean::clean(node);
        }
    }
}

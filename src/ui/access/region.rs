//! Names of what the window is divided into.

use egui::accesskit::{HasPopup, Live, Role};
use egui::{Context, Id, Response, Ui};

use crate::words::say;

/// What the window is called while an article is open, and while none is.
pub(in crate::ui) fn title(file: Option<&str>) -> String {
    file.map_or_else(|| "Tippani".to_owned(), |file| say!("app-title", file = file))
}

/// Says what the contents of a panel are.
pub(in crate::ui) fn region(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// Has a node of this frame said as soon as it is there, instead of what is being said where it `interrupts`.
pub(in crate::ui) fn announces(ctx: &Context, id: Id, interrupts: bool) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_live(if interrupts { Live::Assertive } else { Live::Polite });
    });
}

/// Says of a button that it unfolds a menu, and whether it is there.
pub(in crate::ui) fn unfolds(button: &Response, is_open: bool) {
    button.ctx.accesskit_node_builder(button.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(is_open);
    });
}

/// Says of what is drawn of several widgets that it is one item of a list.
pub(in crate::ui) fn option(item: &Response, name: &str, is_selected: bool) {
    item.ctx.accesskit_node_builder(item.id, |node| {
        node.set_role(Role::ListBoxOption);
        node.set_label(name);
        node.set_selected(is_selected);
    });
}

/// Says which of how many an item of a list is, where not all are in the tree.
pub(in crate::ui) fn position(item: &Response, at: usize, of: usize) {
    item.ctx.accesskit_node_builder(item.id, |node| {
        node.set_position_in_set(at);
        node.set_size_of_set(of);
    });
}

/// Says which item of a list the keys of a field are on.
pub(in crate::ui) fn points_at(field: Id, item: &Response) {
    item.ctx.accesskit_node_builder(field, |node| node.set_active_descendant(item.id.accesskit_id()));
}

/// Says what is waited for.
pub(in crate::ui) fn awaits(sign: &Response, name: &str) {
    sign.ctx.accesskit_node_builder(sign.id, |node| {
        node.set_role(Role::ProgressIndicator);
        node.clear_value();
        node.set_label(name);
    });
}

/// Says how far work is in words, beside the percentage.
pub(in crate::ui) fn progress(bar: &Response, told: &str) {
    bar.ctx.accesskit_node_builder(bar.id, |node| {
        node.set_label(told);
        node.set_value(told);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
}

//! Roles, selection and positions of items, as screen readers expect them of lists and menus.
//!
//! egui calls whatever is pressed a button, and whatever is chosen a toggle; what they are depends on what they stand in.

use std::collections::{BTreeMap, HashMap, HashSet};

use egui::accesskit::{Live, Node, NodeId, Role, Toggled, TreeUpdate};

/// What an item stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Neither,
    /// The bar of menus.
    Bar,
    Menu,
    /// The list that a box unfolds.
    List,
}

/// The nodes of a tree by their identifiers.
struct Tree<'a> {
    nodes: &'a mut Vec<(NodeId, Node)>,
    places: HashMap<NodeId, usize>,
    parents: HashMap<usize, usize>,
}

/// Mends a whole tree.
pub(super) fn mend(update: &mut TreeUpdate) {
    let places: HashMap<NodeId, usize> =
        update.nodes.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect();
    let focus = update.focus;
    let root = update.tree.as_ref().and_then(|tree| places.get(&tree.root).copied());
    let mut tree = Tree { nodes: &mut update.nodes, places, parents: HashMap::new() };
    let Some(root) = root else { return };
    let mut lists: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let (mut order, mut tab_lists) = (Vec::new(), Vec::new());
    let mut next = vec![(root, Within::Neither)];
    while let Some((place, within)) = next.pop() {
        let node = &mut tree.nodes[place].1;
        mend_item(node, within);
        let within = match node.role() {
            Role::Menu => Within::Menu,
            Role::MenuBar => Within::Bar,
            Role::ListBox => Within::List,
            // Runs of text have nothing below them.
            Role::TextRun => continue,
            _ => within,
        };
        match node.role() {
            Role::ListBoxOption => order.push(place),
            Role::TabList => tab_lists.push(place),
            _ => {}
        }
        let is_live = node.live().is_some_and(|live| live != Live::Off);
        let children: Vec<NodeId> = node.children().to_vec();
        for child in children.into_iter().rev().filter_map(|id| tree.places.get(&id).copied()) {
            tree.parents.insert(child, place);
            if is_live && tree.nodes[child].1.live().is_none() {
                // The name of what is announced says it all.
                tree.nodes[child].1.set_live(Live::Off);
            }
            next.push((child, within));
        }
    }
    for option in order {
        if let Some(list) = tree.list_of(option) {
            lists.entry(list).or_default().push(option);
        }
    }
    let pointed_at = tree.places.get(&focus).and_then(|place| tree.nodes[*place].1.active_descendant());
    let held = tree.ancestors([focus].into_iter().chain(pointed_at));
    for (list, options) in lists {
        tree.number(list, &options, held.contains(&list));
    }
    // As with lists: the page that is shown must not draw a screen reader away from what shows it.
    for list in tab_lists.into_iter().filter(|list| !held.contains(list)) {
        tree.nodes[list].1.set_role(Role::Navigation);
    }
}

impl Tree<'_> {
    /// What holds an option and the others of its list.
    fn list_of(&self, option: usize) -> Option<usize> {
        let mut list = *self.parents.get(&option)?;
        while self.nodes[list].1.role() == Role::GenericContainer && self.nodes[list].1.children().len() == 1
        {
            list = *self.parents.get(&list)?;
        }
        Some(list)
    }

    /// Everything that these nodes are in.
    fn ancestors(&self, of: impl Iterator<Item = NodeId>) -> HashSet<usize> {
        let places = of.filter_map(|id| self.places.get(&id).copied());
        places
            .flat_map(|place| std::iter::successors(Some(place), |place| self.parents.get(place).copied()))
            .collect()
    }

    /// Says of each option of a list which one it is, unless that is said: of a long list only what is in sight is there. What is
    /// chosen in a list that has not the keyboard follows what is done elsewhere, and must not draw a screen reader there.
    fn number(&mut self, list: usize, options: &[usize], has_keys: bool) {
        let mut size = options.len();
        for (at, option) in options.iter().enumerate() {
            let node = &mut self.nodes[*option].1;
            if node.position_in_set().is_none() {
                node.set_position_in_set(at);
            }
            size = size.max(node.size_of_set().unwrap_or_default());
        }
        let list = &mut self.nodes[list].1;
        list.set_size_of_set(size);
        if list.role() == Role::GenericContainer {
            list.set_role(if has_keys { Role::ListBox } else { Role::List });
        }
    }
}

fn mend_item(node: &mut Node, within: Within) {
    let is_toggle = node.toggled().is_some();
    match (within, node.role()) {
        (Within::Bar, Role::Button) if node.has_popup().is_some() => node.set_role(Role::MenuItem),
        (Within::Menu, Role::Button) if is_toggle => node.set_role(Role::MenuItemCheckBox),
        (Within::Menu, Role::Button) => node.set_role(Role::MenuItem),
        (Within::Menu, Role::CheckBox) => node.set_role(Role::MenuItemCheckBox),
        (Within::Menu, Role::RadioButton) => node.set_role(Role::MenuItemRadio),
        (Within::List, Role::Button) => node.set_role(Role::ListBoxOption),
        _ => {}
    }
    // What is chosen of several is selected; what is on or off by itself is checked.
    if matches!(node.role(), Role::ListBoxOption | Role::Tab)
        && let Some(toggled) = node.toggled()
    {
        node.set_selected(toggled == Toggled::True);
        node.clear_toggled();
    }
}

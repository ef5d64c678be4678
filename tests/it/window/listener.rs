//! A screen reader's end of the accessibility bus of Linux, without a bus: the events and answers it would have.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use accesskit_atspi_common::{
    Adapter, AdapterCallback, AppContext, Event, FullNodeId, Granularity, InterfaceSet, ObjectEvent,
    PlatformNode, Role, State, WindowBounds,
};
use egui::accesskit::{ActionHandler, ActionRequest, TreeUpdate};
use egui::{Context, FullOutput, Plugin};

use super::driver::Window;

/// What several owners add to.
type Shared<T> = Arc<Mutex<Vec<T>>>;

/// Takes every tree that the window gives to the system.
struct Tap(Shared<TreeUpdate>);

impl Plugin for Tap {
    fn debug_name(&self) -> &'static str {
        "listener"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        self.0.lock().unwrap().extend(output.platform_output.accesskit_update.clone());
    }
}

struct Actions(Shared<ActionRequest>);

impl ActionHandler for Actions {
    fn do_action(&mut self, request: ActionRequest) {
        self.0.lock().unwrap().push(request);
    }
}

struct Events {
    heard: Shared<Heard>,
    bus: Arc<Mutex<Bus>>,
}

/// What the bus knows of nodes.
#[derive(Default)]
struct Bus {
    nodes: HashMap<FullNodeId, InterfaceSet>,
    /// What became known of nodes that were known already: who asked of them before does not learn of it.
    late: Vec<(FullNodeId, InterfaceSet)>,
}

impl AdapterCallback for Events {
    fn register_interfaces(&self, _: &Adapter, node: FullNodeId, interfaces: InterfaceSet) {
        let mut bus = self.bus.lock().unwrap();
        match bus.nodes.get_mut(&node) {
            Some(known) => {
                let more = interfaces ^ (*known & interfaces);
                *known = *known ^ more;
                bus.late.push((node, more));
            }
            None => drop(bus.nodes.insert(node, interfaces)),
        }
    }

    fn unregister_interfaces(&self, _: &Adapter, node: FullNodeId, interfaces: InterfaceSet) {
        let mut bus = self.bus.lock().unwrap();
        let left = bus.nodes.remove(&node).unwrap_or(InterfaceSet::empty());
        let left = left ^ (left & interfaces);
        if left != InterfaceSet::empty() {
            bus.nodes.insert(node, left);
        }
    }

    fn emit_event(&self, _: &Adapter, event: Event) {
        let Event::Object { target, event } = event else { return };
        let target = match target {
            accesskit_atspi_common::NodeIdOrRoot::Node(id) => Some(id),
            accesskit_atspi_common::NodeIdOrRoot::Root => None,
        };
        let heard = match event {
            ObjectEvent::Announcement(text, level) => Heard::Said(text, format!("{level:?}") == "Assertive"),
            ObjectEvent::CaretMoved(offset) => Heard::Caret(offset),
            ObjectEvent::TextSelectionChanged => Heard::Selection,
            ObjectEvent::StateChanged(State::Focused, true) => Heard::Focus(target),
            ObjectEvent::TextInserted { content, .. } => Heard::Inserted(content),
            ObjectEvent::TextRemoved { content, .. } => Heard::Removed(content),
            ObjectEvent::SelectionChanged => Heard::Chosen,
            _ => return,
        };
        self.heard.lock().unwrap().push(heard);
    }
}

/// What a screen reader hears of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// An announcement, and whether it interrupts.
    Said(String, bool),
    /// The caret is at this code point.
    Caret(i32),
    /// Something else is selected.
    Selection,
    /// Something has the focus.
    Focus(Option<FullNodeId>),
    /// Text came into a document.
    Inserted(String),
    /// Text went out of a document.
    Removed(String),
    /// Something else is chosen in a list, to which a screen reader goes.
    Chosen,
}

/// A screen reader.
pub(super) struct Listener {
    adapter: Adapter,
    updates: Shared<TreeUpdate>,
    actions: Shared<ActionRequest>,
    heard: Shared<Heard>,
    bus: Arc<Mutex<Bus>>,
}

impl Listener {
    /// Begins to listen to a window.
    pub(super) fn to(window: &mut Window) -> Self {
        let (updates, actions, heard) = <(Shared<_>, Shared<_>, Shared<_>)>::default();
        let bus = Arc::<Mutex<Bus>>::default();
        window.harness.ctx.add_plugin(Tap(Arc::clone(&updates)));
        window.settle();
        let first = updates.lock().unwrap().drain(..).next_back().unwrap();
        let app = AppContext::new(None);
        let events = Events { heard: Arc::clone(&heard), bus: Arc::clone(&bus) };
        let bounds = WindowBounds::default();
        let adapter = Adapter::new(&app, events, first, true, bounds, Actions(Arc::clone(&actions)));
        let mut listener = Self { adapter, updates, actions, heard, bus };
        listener.heard();
        listener
    }

    /// What was heard since it was asked last.
    pub(super) fn heard(&mut self) -> Vec<Heard> {
        for update in std::mem::take(&mut *self.updates.lock().unwrap()) {
            self.adapter.update(update);
        }
        std::mem::take(&mut *self.heard.lock().unwrap())
    }

    /// What was announced since it was asked last.
    pub(super) fn said(&mut self) -> Vec<String> {
        let said = self.heard().into_iter().filter_map(|heard| match heard {
            Heard::Said(text, _) => Some(text),
            _ => None,
        });
        said.collect()
    }

    /// Has the window do what was asked of it.
    pub(super) fn ask(&self, window: &mut Window) {
        for request in std::mem::take(&mut *self.actions.lock().unwrap()) {
            window.harness.event(egui::Event::AccessKitActionRequest(request));
        }
        window.settle();
    }

    /// Everything that is there, as a screen reader finds it.
    pub(super) fn nodes(&mut self) -> Vec<PlatformNode> {
        self.ids().into_iter().map(|id| self.node(id)).collect()
    }

    fn ids(&mut self) -> Vec<FullNodeId> {
        self.heard();
        let mut ids = vec![self.adapter.root_id()];
        let mut next = 0;
        while let Some(id) = ids.get(next) {
            let children: Vec<FullNodeId> = self.node(*id).map_children(|id| id).unwrap();
            ids.extend(children);
            next += 1;
        }
        ids
    }

    /// Checks that the bus knows every node that is there.
    pub(super) fn assert_all_known(&mut self, when: &str) {
        for id in self.ids() {
            let (node, known) = (self.node(id), self.bus.lock().unwrap().nodes.contains_key(&id));
            assert!(known, "{when}: {:?} {:?}", node.role(), node.name());
        }
    }

    /// What became known of nodes after they did, and now is told as if it always had been.
    pub(super) fn late(&mut self) -> Vec<(String, InterfaceSet)> {
        self.heard();
        let late = std::mem::take(&mut self.bus.lock().unwrap().late);
        let named =
            late.into_iter().map(|(id, interfaces)| (self.node(id).name().unwrap_or_default(), interfaces));
        named.collect()
    }

    /// The node that an event was about.
    pub(super) fn node(&self, id: FullNodeId) -> PlatformNode {
        self.adapter.platform_node(id)
    }

    /// The article.
    pub(super) fn document(&mut self) -> PlatformNode {
        let mut nodes = self.nodes().into_iter();
        nodes.find(|node| matches!(node.role(), Ok(Role::DocumentFrame))).unwrap()
    }
}

/// The text of a node, piece by piece.
pub(super) fn read(node: &PlatformNode, granularity: Granularity) -> Vec<String> {
    let count = node.character_count().unwrap();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < count {
        let (piece, start, end) = node.string_at_offset(at, granularity).unwrap();
        assert!(
            start <= at && end > at,
            "{granularity:?} at {at}: {piece:?}, {start} to {end}, after {pieces:?}"
        );
        pieces.push(piece);
        at = end;
    }
    pieces
}

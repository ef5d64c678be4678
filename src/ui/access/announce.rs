//! Words that are said at once, whatever has the keyboard: live regions below the window.

use std::collections::VecDeque;

use egui::accesskit::{Live, Node, NodeId, Role};
use egui::{Context, Id};

use super::AccessTree;

/// So many announcements stay in the tree: a screen reader may ask for one after it was said.
const KEPT: usize = 4;

/// How an announcement is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Level {
    /// After what is being said.
    Polite,
    /// Instead of what is being said: something failed.
    Assertive,
}

/// What was said last.
#[derive(Debug, Default)]
pub(super) struct Announcements {
    said: VecDeque<(u64, Level, String)>,
    /// How many were said in all: each has a node of its own, so that the same words are heard a second time.
    count: u64,
    /// How many of them in the frames before this one.
    count_before: u64,
}

impl Announcements {
    /// Says something; what was said in this frame already is not said twice.
    fn say(&mut self, level: Level, text: String) {
        let is_said = self.said.iter().any(|(serial, _, said)| *serial >= self.count_before && *said == text);
        if is_said || text.trim().is_empty() {
            return;
        }
        self.said.push_back((self.count, level, text));
        self.count += 1;
        while self.said.len() > KEPT.max((self.count - self.count_before) as usize) {
            self.said.pop_front();
        }
    }

    /// The nodes of a frame that goes out.
    pub(super) fn nodes(&mut self) -> Vec<(NodeId, Node)> {
        self.count_before = self.count;
        let nodes = self.said.iter().map(|(serial, level, text)| {
            let (role, live) = match level {
                Level::Polite => (Role::Status, Live::Polite),
                Level::Assertive => (Role::Alert, Live::Assertive),
            };
            let mut node = Node::new(role);
            node.set_label(text.as_str());
            node.set_live(live);
            node.set_live_atomic();
            (Id::unique(("announcement", *serial)).accesskit_id(), node)
        });
        nodes.collect()
    }
}

/// Says something to those who listen; nothing is kept where nobody does.
pub(in crate::ui) fn announce(ctx: &Context, level: Level, text: impl Into<String>) {
    if AccessTree::is_heard(ctx) {
        ctx.with_plugin(|tree: &mut AccessTree| tree.announcements.say(level, text.into()));
    }
}

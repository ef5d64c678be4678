//! The paragraphs of a page.

use ego_tree::NodeId;
use scraper::{ElementRef, Node};

use super::element::{holds_no_text, is_block};

/// A paragraph: what stands between two breaks of the page's layout.
pub(super) struct Block {
    /// Its text; lines within it end at `br`, or as they do in `pre`.
    pub text: String,
    /// The element that its first characters stand in.
    pub element: NodeId,
}

/// Paragraphs under way.
#[derive(Default)]
pub(super) struct Blocks {
    done: Vec<Block>,
    current: String,
    /// Where the current one began.
    element: Option<NodeId>,
    /// White space was met and not yet written.
    space: bool,
}

impl Blocks {
    /// The paragraphs of `root`. Walks without recursion: pages nest as deep as they like.
    pub(super) fn of(root: ElementRef<'_>) -> Vec<Block> {
        let mut blocks = Self::default();
        blocks.add(root);
        blocks.end();
        blocks.done
    }

    fn add(&mut self, root: ElementRef<'_>) {
        let root_id = root.id();
        let mut node = *root;
        let mut pre = 0_usize;
        loop {
            let is_skipped = node.id() != root_id && ElementRef::wrap(node).is_some_and(holds_no_text);
            if !is_skipped {
                if let (Node::Text(_), Some(parent)) = (node.value(), node.parent()) {
                    self.open(node.value(), parent.id(), &mut pre);
                } else {
                    self.open(node.value(), node.id(), &mut pre);
                }
                if let Some(child) = node.first_child() {
                    node = child;
                    continue;
                }
            }
            loop {
                self.close(node.value(), &mut pre);
                if node.id() == root_id {
                    return;
                }
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                let Some(parent) = node.parent() else { return };
                node = parent;
            }
        }
    }

    fn open(&mut self, node: &Node, element: NodeId, pre: &mut usize) {
        match node {
            Node::Text(text) => {
                if !text.trim().is_empty() {
                    self.element.get_or_insert(element);
                }
                if *pre > 0 { self.current.push_str(text) } else { self.text(text) }
            }
            Node::Element(element) => match element.name() {
                "br" => self.line(),
                "td" | "th" => self.cell(),
                name if is_block(name) => {
                    self.end();
                    *pre += usize::from(name == "pre");
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn close(&mut self, node: &Node, pre: &mut usize) {
        if let Node::Element(element) = node
            && is_block(element.name())
        {
            self.end();
            *pre = pre.saturating_sub(usize::from(element.name() == "pre"));
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = true;
            } else {
                if std::mem::take(&mut self.space)
                    && !self.current.is_empty()
                    && !self.current.ends_with(['\n', '\t'])
                {
                    self.current.push(' ');
                }
                self.current.push(c);
            }
        }
    }

    fn line(&mut self) {
        self.space = false;
        self.current.push('\n');
    }

    fn cell(&mut self) {
        self.space = false;
        if !self.current.is_empty() {
            self.current.push('\t');
        }
    }

    fn end(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.current);
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
        if let Some(element) = self.element.take()
            && !text.is_empty()
        {
            self.done.push(Block { text: text.to_owned(), element });
        }
    }
}

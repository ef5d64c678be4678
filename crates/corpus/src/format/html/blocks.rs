//! The paragraphs of a part of a page.

use scraper::{ElementRef, Node};

use super::{is_block, skipped};

/// Paragraphs under way.
#[derive(Default)]
pub(super) struct Blocks {
    done: Vec<String>,
    current: String,
    /// White space was met and not yet written.
    space: bool,
}

impl Blocks {
    /// Walks `root` without recursion: pages nest as deep as they like.
    pub(super) fn add(&mut self, root: ElementRef<'_>) {
        let root_id = root.id();
        let mut node = *root;
        let mut pre = 0_usize;
        loop {
            let is_skipped = node.id() != root_id && ElementRef::wrap(node).is_some_and(skipped);
            if !is_skipped {
                self.open(node.value(), &mut pre);
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

    fn open(&mut self, node: &Node, pre: &mut usize) {
        match node {
            Node::Text(text) if *pre > 0 => self.verbatim(text),
            Node::Text(text) => self.text(text),
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

    fn verbatim(&mut self, text: &str) {
        self.current.push_str(text);
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
        let block = std::mem::take(&mut self.current);
        let block = block.trim_matches(|c: char| c.is_ascii_whitespace());
        if !block.is_empty() {
            self.done.push(block.to_owned());
        }
    }

    pub(super) fn finish(mut self) -> Vec<String> {
        self.end();
        self.done
    }
}

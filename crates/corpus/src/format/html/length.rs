//! How much text each element of a page holds.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

/// Lengths of text in bytes, white space around each piece left out.
#[derive(Clone, Copy, Default)]
struct Length {
    text: usize,
    /// That of links.
    links: usize,
}

/// The lengths of all elements, found in one walk.
pub(super) struct Lengths(HashMap<NodeId, Length>);

impl Lengths {
    pub(super) fn of(page: &Html) -> Self {
        let mut done = HashMap::new();
        let mut open = vec![Length::default()];
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    let text = node.value().as_text().map_or(0, |text| text.trim().len());
                    open.push(Length { text, links: 0 });
                }
                Edge::Close(node) => {
                    let mut length = open.pop().unwrap_or_default();
                    if let Node::Element(element) = node.value() {
                        done.insert(node.id(), length);
                        if element.name() == "a" {
                            length.links = length.text;
                        }
                    }
                    if let Some(around) = open.last_mut() {
                        around.text += length.text;
                        around.links += length.links;
                    }
                }
            }
        }
        Self(done)
    }

    /// That of the text in an element.
    pub(super) fn text(&self, element: ElementRef<'_>) -> usize {
        self.0.get(&element.id()).map_or(0, |length| length.text)
    }

    /// That of the links in an element.
    pub(super) fn links(&self, element: ElementRef<'_>) -> usize {
        self.0.get(&element.id()).map_or(0, |length| length.links)
    }
}

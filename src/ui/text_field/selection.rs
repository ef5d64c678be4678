//! Where the caret stands, and what is selected.

use std::ops::Range;

use crate::text::{cluster_edge_after, cluster_edge_before, is_cluster_edge};

/// A stretch of a text in bytes, from where it was begun to where the caret is; a caret alone where they are one.
///
/// Both stand between characters. After a letter was typed or taken back the caret may stand within a cluster, as between
/// `क्` and the letter that is to be put there; whatever is selected are whole clusters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it was begun.
    pub anchor: usize,
    /// Where the caret is.
    pub head: usize,
}

impl Selection {
    /// A caret.
    #[must_use]
    pub const fn caret(at: usize) -> Self {
        Self { anchor: at, head: at }
    }

    /// All of a text, the caret behind it.
    #[must_use]
    pub const fn all(text: &str) -> Self {
        Self { anchor: 0, head: text.len() }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.anchor == self.head
    }

    /// What is selected, in the order of the text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.anchor.min(self.head)..self.anchor.max(self.head)
    }

    /// The selection between the characters of `text`, which may have become another since.
    #[must_use]
    pub fn within(self, text: &str) -> Self {
        let floor = |at: usize| text.floor_char_boundary(at);
        Self { anchor: floor(self.anchor), head: floor(self.head) }
    }

    /// The whole clusters of what is selected; a caret at the edge before it.
    #[must_use]
    pub fn on_edges(self, text: &str) -> Self {
        let Self { anchor, head } = self.within(text);
        let down = |at: usize| if is_cluster_edge(text, at) { at } else { cluster_edge_before(text, at) };
        let up = |at: usize| if is_cluster_edge(text, at) { at } else { cluster_edge_after(text, at) };
        match anchor.cmp(&head) {
            std::cmp::Ordering::Less => Self { anchor: down(anchor), head: up(head) },
            std::cmp::Ordering::Equal => Self::caret(down(head)),
            std::cmp::Ordering::Greater => Self { anchor: up(anchor), head: down(head) },
        }
    }
}

//! A page to a tree of bounded depth and size, in bounded time.
//!
//! The parser of browsers looks through all open elements at nearly every tag, so a page of nothing but opening tags takes a
//! time that grows with the square of its length. Here, as in browsers, elements nest so deep and no deeper.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::{Duration, Instant};

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink as _};
use html5ever::{LocalName, TokenizerResult};
use scraper::{Html, HtmlTreeSink};

use super::element::is_block;
use crate::words::{say, shown};

/// Elements nest so deep, as they do in browsers; the tags of deeper ones are left out, their text is not.
const MAX_DEPTH: usize = 512;
/// A page that takes longer than this is given up.
const MAX_DURATION: Duration = Duration::from_secs(20);
/// How much is parsed between two looks at the clock, in bytes.
const PIECE_BYTES: usize = 16 * 1024;

/// The page takes too long to read: it is not an article but made to keep a program busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("format-page-slow", seconds = shown(MAX_DURATION.as_secs())))]
pub struct PageTooComplex;

/// A page as a tree.
pub(super) struct Parsed {
    pub tree: Html,
    /// Whether tags were left out.
    pub is_cut: bool,
}

/// Parses a page.
///
/// # Errors
/// When it takes too long.
pub(super) fn parse(page: &str) -> Result<Parsed, PageTooComplex> {
    let deadline = Instant::now() + MAX_DURATION;
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let limit = Limit {
        builder,
        // A tag has three characters at least, and what stands between two is one more node.
        max_nodes: page.len() + 64,
        dropped: RefCell::default(),
        depth: Cell::new(0),
        is_cut: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(limit, TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE_BYTES.min(rest.len())));
        rest = after;
        input.push_back(StrTendril::from_slice(piece));
        // It stops at a script, which nobody runs here.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if Instant::now() > deadline {
            return Err(PageTooComplex);
        }
    }
    tokenizer.end();
    let Limit { builder, is_cut, .. } = tokenizer.sink;
    Ok(Parsed { tree: builder.sink.finish(), is_cut: is_cut.get() })
}

/// Hands tokens on to the tree, but for tags that would make it too deep or too large.
struct Limit {
    builder: TreeBuilder<<HtmlTreeSink as html5ever::tree_builder::TreeSink>::Handle, HtmlTreeSink>,
    max_nodes: usize,
    /// Opening tags that were left out and not closed, by name.
    dropped: RefCell<HashMap<LocalName, usize>>,
    /// How deep the next element would be: exact after an opening tag, from where each closing tag is taken for one that closes
    /// something.
    depth: Cell<usize>,
    is_cut: Cell<bool>,
}

impl Limit {
    /// Whether no more elements may be opened where the last one was.
    fn is_full(&self) -> bool {
        self.depth.get() > MAX_DEPTH || self.has_too_many_nodes()
    }

    /// Notes how deep the node stands that was made last.
    fn measure(&self) {
        let page = self.builder.sink.0.borrow();
        let last = page.tree.nodes().next_back();
        self.depth.set(last.map_or(0, |last| last.ancestors().count()));
    }

    /// What goes on in place of a tag; nothing where it is left out.
    fn limited(&self, mut tag: Tag) -> Option<Tag> {
        // What follows them is not text to be read, so they are told from it; they hold no elements.
        if is_raw(&tag.name) {
            return Some(tag);
        }
        if tag.kind == TagKind::EndTag {
            let mut dropped = self.dropped.borrow_mut();
            let open = dropped.get_mut(&tag.name).filter(|open| **open > 0);
            return match open {
                Some(open) => {
                    *open -= 1;
                    None
                }
                None => Some(tag),
            };
        }
        if !self.is_full() {
            return Some(tag);
        }
        self.is_cut.set(true);
        *self.dropped.borrow_mut().entry(tag.name.clone()).or_default() += 1;
        // Its words do not run into those before it.
        let ends_line = is_block(&tag.name) && !self.has_too_many_nodes();
        tag.name = LocalName::from("br");
        tag.attrs.clear();
        ends_line.then_some(tag)
    }

    fn has_too_many_nodes(&self) -> bool {
        self.builder.sink.0.borrow().tree.nodes().len() > self.max_nodes
    }
}

impl TokenSink for Limit {
    type Handle = <HtmlTreeSink as html5ever::tree_builder::TreeSink>::Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Self::Handle> {
        let Token::TagToken(tag) = token else { return self.builder.process_token(token, line_number) };
        let Some(tag) = self.limited(tag) else { return TokenSinkResult::Continue };
        let (kind, holds_nothing) = (tag.kind, &*tag.name == "br");
        let result = self.builder.process_token(Token::TagToken(tag), line_number);
        match kind {
            TagKind::StartTag if holds_nothing => {}
            TagKind::StartTag => self.measure(),
            TagKind::EndTag => self.depth.set(self.depth.get().saturating_sub(1)),
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements whose content is characters only.
fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript"
    )
}

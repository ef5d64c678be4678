//! The element that holds the article, by where paragraphs stand: what is asked where the extractors are not sure.

use std::collections::HashMap;

use ego_tree::NodeId;
use scraper::{ElementRef, Html};

use super::blocks::Block;
use super::element::Roles;
use super::select;

/// The element that holds the article.
pub(super) fn content<'p>(page: &'p Html, blocks: &[Block], roles: &Roles) -> ElementRef<'p> {
    let body = select(page, "body").first().copied().unwrap_or_else(|| page.root_element());
    let (best, most) = densest(page, blocks, roles).unwrap_or((body, 0));
    // An element that says it is the article is believed, unless it is a card beside it.
    for selector in ["[itemprop=articleBody]", "article", "main, [role=main]"] {
        let said = select(page, selector).into_iter().max_by_key(|e| roles.lengths(e.id()).0);
        let Some(said) = said.filter(|e| !roles.is_clutter(e.id())) else { continue };
        let holds_best = said.id() == best.id() || best.ancestors().any(|a| a.id() == said.id());
        let (text, links) = roles.lengths(said.id());
        if holds_best || (text > 0 && (text - links) * 2 > most) {
            return said;
        }
    }
    best
}

/// The element whose paragraphs hold most text, that of links left out, and how much that is; the first of equals.
///
/// Text counts fully for the element that its paragraph stands in, and half for the one around: sections of an article are one.
fn densest<'p>(page: &'p Html, blocks: &[Block], roles: &Roles) -> Option<(ElementRef<'p>, usize)> {
    let mut scores: HashMap<NodeId, usize> = HashMap::new();
    let mut order: Vec<NodeId> = Vec::new();
    for block in blocks.iter().filter(|block| !roles.is_clutter(block.element)) {
        let Some(element) = page.tree.get(block.element) else { continue };
        let (all, links) = roles.lengths(block.element);
        let text = block.text.len().saturating_sub((links * block.text.len()).checked_div(all).unwrap_or(0));
        let is_container = |e: &ElementRef<'_>| {
            matches!(
                e.value().name(),
                "div" | "section" | "article" | "main" | "body" | "td" | "center" | "form" | "html"
            )
        };
        let chain = std::iter::once(element).chain(element.ancestors()).filter_map(ElementRef::wrap);
        for (n, container) in chain.filter(is_container).take(2).enumerate() {
            let score = scores.entry(container.id()).or_insert_with(|| {
                order.push(container.id());
                0
            });
            *score += text >> n;
        }
    }
    let best = order.iter().copied().rev().max_by_key(|id| scores[id]).filter(|id| scores[id] > 0)?;
    Some((page.tree.get(best).and_then(ElementRef::wrap)?, scores[&best]))
}

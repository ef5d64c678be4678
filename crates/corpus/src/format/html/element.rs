//! What elements of a page are for.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

/// Whether nothing of an element is ever text of the page: it is not shown, or no prose.
pub(super) fn holds_no_text(element: ElementRef<'_>) -> bool {
    let element = element.value();
    matches!(
        element.name(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "iframe"
            | "button"
            | "select"
            | "textarea"
            | "object"
            | "video"
            | "audio"
            | "canvas"
            // How a word is said, beside the word.
            | "rp"
            | "rt"
            | "rtc"
    ) || element.attr("hidden").is_some()
        || element.attr("aria-hidden").is_some_and(|hidden| hidden.eq_ignore_ascii_case("true"))
        || element.attr("style").is_some_and(is_hidden_by_style)
        || words(element).any(|word| {
            matches!(word.as_str(), "sronly" | "visuallyhidden" | "screenreadertext" | "hiddentext")
        })
}

fn is_hidden_by_style(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Class names and the identifier of an element, in small letters, without hyphens and underscores.
fn words(element: &scraper::node::Element) -> impl Iterator<Item = String> {
    let names = element.classes().chain(element.id());
    names
        .map(|name| name.chars().filter(|c| !matches!(c, '-' | '_')).collect::<String>().to_ascii_lowercase())
}

/// Whether an element begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "body"
            | "html"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "caption"
            | "blockquote"
            | "pre"
            | "figure"
            | "figcaption"
            | "hr"
            | "address"
            | "center"
            | "details"
            | "summary"
            | "fieldset"
            | "title"
            | "nav"
            | "header"
            | "footer"
            | "aside"
            | "form"
            | "dialog"
    )
}

/// Whether an element stands around the article rather than in it: navigation, what can be shared, read next, bought or said.
fn is_clutter(element: &scraper::node::Element) -> bool {
    matches!(element.name(), "nav" | "aside" | "footer" | "dialog")
        || element.attr("role").is_some_and(|role| {
            matches!(
                role,
                "navigation" | "dialog" | "alertdialog" | "complementary" | "contentinfo" | "search" | "menu"
            )
        })
        || element.classes().chain(element.id()).any(is_name_of_clutter)
}

fn is_name_of_clutter(name: &str) -> bool {
    let is_end = |c: char| !c.is_ascii_alphanumeric();
    let mut parts = name.split(is_end).flat_map(|part| {
        // camelCase is words too.
        let is_start = move |(at, c): &(usize, char)| {
            *at > 0 && c.is_ascii_uppercase() && part.as_bytes()[at - 1].is_ascii_lowercase()
        };
        let starts = part.char_indices().filter(is_start).map(|(at, _)| at);
        let mut from = 0;
        starts.chain([part.len()]).map(move |to| &part[std::mem::replace(&mut from, to)..to])
    });
    parts.any(|part| {
        matches!(
            part.to_ascii_lowercase().as_str(),
            "share"
                | "sharing"
                | "sharebar"
                | "social"
                | "related"
                | "comment"
                | "comments"
                | "cookie"
                | "cookies"
                | "consent"
                | "gdpr"
                | "newsletter"
                | "subscribe"
                | "subscription"
                | "breadcrumb"
                | "breadcrumbs"
                | "advert"
                | "advertisement"
                | "advertisment"
                | "ads"
                | "ad"
                | "adslot"
                | "promo"
                | "promoted"
                | "sponsored"
                | "sponsor"
                | "taboola"
                | "outbrain"
                | "recommended"
                | "recommendation"
                | "recommendations"
                | "popular"
                | "trending"
                | "alsoread"
                | "readmore"
                | "readalso"
                | "morestories"
                | "paywall"
                | "tags"
                | "taglist"
                | "disqus"
                | "navbar"
                | "sidebar"
                | "masthead"
                | "whatsapp"
        )
    })
}

/// Which elements of a page are clutter or lie in some, and how many bytes of text are in links.
pub(super) struct Roles {
    clutter: HashMap<NodeId, bool>,
    links: HashMap<NodeId, (usize, usize)>,
}

impl Roles {
    /// Those of all elements, found in one walk. What holds half the text of the page is the article, however it is called.
    pub(super) fn of(page: &Html) -> Self {
        let mut links = HashMap::new();
        let mut open: Vec<(usize, usize)> = vec![(0, 0)];
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    let is_prose =
                        node.parent().and_then(ElementRef::wrap).is_none_or(|parent| !holds_no_text(parent));
                    open.push((
                        node.value().as_text().filter(|_| is_prose).map_or(0, |text| text.trim().len()),
                        0,
                    ));
                }
                Edge::Close(node) => {
                    let mut length = open.pop().unwrap_or_default();
                    if let Node::Element(element) = node.value() {
                        if element.name() == "a" {
                            length.1 = length.0;
                        }
                        links.insert(node.id(), length);
                    }
                    if let Some(around) = open.last_mut() {
                        around.0 += length.0;
                        around.1 += length.1;
                    }
                }
            }
        }
        let all = links.get(&page.root_element().id()).map_or(0, |length| length.0);
        let mut clutter = HashMap::new();
        for edge in page.tree.root().traverse() {
            if let Edge::Open(node) = edge
                && let Node::Element(element) = node.value()
            {
                let around =
                    node.parent().and_then(|parent| clutter.get(&parent.id()).copied()).unwrap_or(false);
                let is_most = links.get(&node.id()).is_some_and(|length| length.0 * 2 > all);
                clutter.insert(node.id(), around || (!is_most && is_clutter(element)));
            }
        }
        Self { clutter, links }
    }

    /// Whether an element is clutter, or lies in some.
    pub(super) fn is_clutter(&self, element: NodeId) -> bool {
        self.clutter.get(&element).copied().unwrap_or(false)
    }

    /// Bytes of text in an element, and how many of them are in links.
    pub(super) fn lengths(&self, element: NodeId) -> (usize, usize) {
        self.links.get(&element).copied().unwrap_or_default()
    }
}

//! The main text of a web page.

use std::collections::HashMap;

use scraper::{ElementRef, Html, Node, Selector};

/// The main text of a page: its title, then its paragraphs, a blank line between each; a final newline.
///
/// Scripts, navigation, page heads and feet, asides, forms and hidden parts are left out. The text is that of
/// `article` or `main`, or of the block that holds most paragraph text. White space collapses as HTML has it (not in
/// `pre`), `br` is a line end, entities are decoded, nothing is normalised. Empty when the page has no text.
#[must_use]
pub fn main_text(page: &str) -> String {
    let page = Html::parse_document(page);
    let title = title(&page);
    let mut blocks = Blocks::default();
    blocks.add(content(&page));
    let mut blocks = blocks.finish();
    if let Some(title) = title
        && blocks.first() != Some(&title)
    {
        blocks.retain(|b| *b != title);
        blocks.insert(0, title);
    }
    let mut text = blocks.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map(|s| page.select(&s).collect()).unwrap_or_default()
}

fn title(page: &Html) -> Option<String> {
    let heading = select(page, "h1").into_iter().chain(select(page, "title")).map(|e| {
        let mut blocks = Blocks::default();
        blocks.add(e);
        blocks.finish().join(" ").replace('\n', " ")
    });
    heading.into_iter().find(|t| !t.is_empty())
}

/// The element that holds the article.
fn content(page: &Html) -> ElementRef<'_> {
    for selector in ["[itemprop=articleBody]", "article", "main, [role=main]"] {
        let found = select(page, selector)
            .into_iter()
            .max_by_key(|e| text_length(*e))
            .filter(|e| text_length(*e) > 0);
        if let Some(found) = found {
            return found;
        }
    }
    densest(page).or_else(|| select(page, "body").first().copied()).unwrap_or_else(|| page.root_element())
}

fn text_length(element: ElementRef<'_>) -> usize {
    element.text().map(|t| t.trim().len()).sum()
}

/// The element whose own paragraphs hold most text, that of links left out; the first of equals.
fn densest(page: &Html) -> Option<ElementRef<'_>> {
    let mut blocks: Vec<(ElementRef<'_>, usize)> = Vec::new();
    let mut places = HashMap::new();
    for paragraph in select(page, "p, pre") {
        let Some(parent) = paragraph.parent().and_then(ElementRef::wrap) else { continue };
        let place = *places.entry(parent.id()).or_insert_with(|| {
            blocks.push((parent, 0));
            blocks.len() - 1
        });
        let links: usize =
            paragraph.descendent_elements().filter(|e| e.value().name() == "a").map(text_length).sum();
        blocks[place].1 += text_length(paragraph).saturating_sub(links);
    }
    blocks.retain(|(block, _)| {
        !skipped(*block) && !block.ancestors().filter_map(ElementRef::wrap).any(skipped)
    });
    let most = blocks.iter().map(|(_, length)| *length).max().filter(|most| *most > 0)?;
    blocks.iter().find(|(_, length)| *length == most).map(|(block, _)| *block)
}

fn skipped(element: ElementRef<'_>) -> bool {
    let element = element.value();
    matches!(
        element.name(),
        "script"
            | "style"
            | "nav"
            | "header"
            | "footer"
            | "aside"
            | "form"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "iframe"
            | "button"
            | "select"
            | "textarea"
            | "object"
            | "video"
            | "audio"
            | "canvas"
            | "dialog"
    ) || element.attr("hidden").is_some()
        || element
            .attr("style")
            .is_some_and(|s| s.replace(' ', "").to_ascii_lowercase().contains("display:none"))
}

fn is_block(name: &str) -> bool {
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
    )
}

/// Paragraphs under way.
#[derive(Default)]
struct Blocks {
    done: Vec<String>,
    current: String,
    /// White space was met and not yet written.
    space: bool,
}

impl Blocks {
    /// Walks `root` without recursion: pages nest as deep as they like.
    fn add(&mut self, root: ElementRef<'_>) {
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

    fn finish(mut self) -> Vec<String> {
        self.end();
        self.done
    }
}

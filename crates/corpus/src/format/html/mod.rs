//! The main text of a web page.

mod blocks;
mod length;
mod tree;

use std::collections::HashMap;

use scraper::{ElementRef, Html, Selector};

use blocks::Blocks;
use length::Lengths;
pub use tree::PageTooComplex;

/// The main text of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainText {
    /// The text.
    pub text: String,
    /// Whether elements nested so deep that the innermost were taken as text of those around them.
    pub is_cut: bool,
}

/// The main text of a page: its title, then its paragraphs, a blank line between each; a final newline.
///
/// Scripts, navigation, page heads and feet, asides, forms and hidden parts are left out. The text is that of
/// `article` or `main`, or of the block that holds most paragraph text. White space collapses as HTML has it (not in
/// `pre`), `br` is a line end, entities are decoded, nothing is normalised. Empty when the page has no text. The time grows
/// with the length of the page only.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
///
/// ```
/// use tippani_corpus::format::html::main_text;
///
/// let page = "<title>Rains</title><nav>Home</nav><p>It rained &amp; poured.";
/// assert_eq!(main_text(page).unwrap().text, "Rains\n\nIt rained & poured.\n");
/// ```
pub fn main_text(page: &str) -> Result<MainText, PageTooComplex> {
    let tree::Parsed { tree: page, is_cut } = tree::parse(page)?;
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
    Ok(MainText { text, is_cut })
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
    let lengths = Lengths::of(page);
    for selector in ["[itemprop=articleBody]", "article", "main, [role=main]"] {
        let found = select(page, selector)
            .into_iter()
            .max_by_key(|e| lengths.text(*e))
            .filter(|e| lengths.text(*e) > 0);
        if let Some(found) = found {
            return found;
        }
    }
    densest(page, &lengths)
        .or_else(|| select(page, "body").first().copied())
        .unwrap_or_else(|| page.root_element())
}

/// The element whose own paragraphs hold most text, that of links left out; the first of equals.
fn densest<'p>(page: &'p Html, lengths: &Lengths) -> Option<ElementRef<'p>> {
    let mut blocks: Vec<(ElementRef<'p>, usize)> = Vec::new();
    let mut places = HashMap::new();
    for paragraph in select(page, "p, pre") {
        let Some(parent) = paragraph.parent().and_then(ElementRef::wrap) else { continue };
        let place = *places.entry(parent.id()).or_insert_with(|| {
            blocks.push((parent, 0));
            blocks.len() - 1
        });
        blocks[place].1 += lengths.text(paragraph).saturating_sub(lengths.links(paragraph));
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

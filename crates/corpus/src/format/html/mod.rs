//! The main text of a web page.

mod blocks;
mod content;
mod details;
mod element;
mod extract;
mod title;
mod tree;
mod vote;

use scraper::{ElementRef, Html, Selector};

use crate::model::ArticleDetails;
use blocks::{Block, Blocks};
pub use details::details;
pub(super) use details::language_tag;
pub use tree::PageTooComplex;

/// How much of a page is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The article.
    #[default]
    Article,
    /// The article, and what may belong to it.
    More,
    /// All that is shown.
    Whole,
}

impl Extent {
    /// From the least to the most.
    pub const ALL: [Self; 3] = [Self::Article, Self::More, Self::Whole];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::More => "more",
            Self::Whole => "whole",
        }
    }

    /// The extent of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extent| extent.name() == name)
    }
}

/// The main text of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainText {
    /// The text.
    pub text: String,
    /// How many characters the page shows.
    pub shown: usize,
    /// How many of them were left out.
    pub left_out: usize,
    /// What the page says of itself.
    pub details: ArticleDetails,
    /// Whether elements nested so deep that the innermost were taken as text of those around them.
    pub is_cut: bool,
}

/// The main text of a page: its title, then its paragraphs, a blank line between each; a final newline.
///
/// Two extractors, the `trafilatura` and `dom_smoothie` crates, and our own look for the article; a line of the page is of it where
/// two agree. What stands around it by its name or role (navigation, share bars, comments, related stories, advertisements) is left
/// out, as is what is hidden or no prose. The text is that of the page: white space collapses as HTML has it (not in `pre`), `br` is a
/// line end, entities are decoded, nothing is normalised. Empty when the page has no text. The time grows with the length of the
/// page only: of one that is very large or deep our own look decides.
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
    text_of(page, Extent::Article)
}

/// As much of the text of a page as is asked for.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
pub fn text_of(page: &str, extent: Extent) -> Result<MainText, PageTooComplex> {
    let tree::Parsed { tree, is_cut } = tree::parse(page)?;
    let all = all_blocks(&tree);
    let shown: usize = all.iter().map(|block| block.text.chars().count()).sum();
    let title = title::title(&tree);
    let mut taken = match extent {
        Extent::Whole => all.into_iter().map(|block| block.text).collect(),
        Extent::Article | Extent::More => extract::article(page, &tree, &all, extent, is_cut),
    };
    let left_out = shown.saturating_sub(taken.iter().map(|block| block.chars().count()).sum());
    if let Some(title) = title.filter(|_| extent != Extent::Whole)
        && taken.first() != Some(&title)
    {
        taken.retain(|block| *block != title);
        taken.insert(0, title);
    }
    let mut text = taken.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    Ok(MainText { text, shown, left_out, details: details::of_tree(&tree), is_cut })
}

/// What a page says of itself, and how many characters it shows.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
pub fn overview(page: &str) -> Result<(ArticleDetails, usize), PageTooComplex> {
    let tree::Parsed { tree, .. } = tree::parse(page)?;
    let shown = all_blocks(&tree).iter().map(|block| block.text.chars().count()).sum();
    Ok((details::of_tree(&tree), shown))
}

fn all_blocks(tree: &Html) -> Vec<Block> {
    Blocks::of(select(tree, "body").first().copied().unwrap_or_else(|| tree.root_element()))
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map(|s| page.select(&s).collect()).unwrap_or_default()
}

/// The text of an element on one line.
fn line_of(element: ElementRef<'_>) -> String {
    let blocks: Vec<String> = Blocks::of(element).into_iter().map(|block| block.text).collect();
    blocks.join(" ").replace('\n', " ")
}

//! One self-contained page an article, for a report: bands and brackets as in the window, its fonts within it.
//!
//! Every stretch between two edges of marks is an element that names the marks it belongs to and the code point it begins
//! at, so the page can be held against the text. Labels stand in the text where it is read aloud, and are not copied with
//! it. Brackets hang on their claims by CSS anchors (CSS Anchor Positioning 1); nothing runs.

mod look;
mod marks;
mod page;
mod reread;
mod style;

use std::collections::BTreeSet;

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

use self::look::Looks;
use self::page::Page;
pub(super) use self::reread::check;
use super::{Article, Encoded, FilePiece, PieceKind};
use crate::model::Schema;
use crate::text::repertoire;

/// How hard fonts are packed (Brotli, 0–11): 11 takes twice as long and saves a thirtieth.
const BROTLI_QUALITY: u8 = 9;

/// A face that pages carry.
#[derive(Clone, Debug)]
pub struct WebFace {
    family: &'static str,
    characters: BTreeSet<char>,
    rule: String,
}

impl WebFace {
    /// A face from its font file, for the characters it is to draw.
    #[must_use]
    pub fn new(family: &'static str, characters: BTreeSet<char>, font: &[u8]) -> Self {
        // A font that cannot be packed goes as it is.
        let packed = ttf2woff2::encode(font, ttf2woff2::BrotliQuality::from(BROTLI_QUALITY));
        let (data, kind, name) = match &packed {
            Ok(woff2) => (woff2.as_slice(), "woff2", "woff2"),
            Err(_) => (font, "ttf", "truetype"),
        };
        let data = Base64Display::new(data, &STANDARD);
        let rule = format!(
            "@font-face{{font-family:\"{family}\";src:url(data:font/{kind};base64,{data}) format(\"{name}\")}}\n"
        );
        Self { family, characters, rule }
    }
}

/// The page of an article, with a section for each annotator.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let page = |room: usize| Page { article, html: String::with_capacity(room), looks: Looks::default() };
    let mut body = page(article.text().len() * 3 + 8192);
    body.header();
    body.html.push_str("<main>\n");
    for (n, set) in article.sets.iter().enumerate() {
        out.annotations += set.annotations().len();
        body.section(n, set);
    }
    body.html.push_str("</main>\n</body>\n</html>\n");
    let fonts: usize = article.fonts.iter().map(|face| face.rule.len()).sum();
    let mut head = page(fonts + body.html.len() + 16384);
    head.head(&repertoire(&body.html), &body.looks);
    head.html.push_str(&body.html);
    let path = format!("{}.html", article.stem());
    out.pieces.push(FilePiece { path, bytes: head.html.into_bytes(), part: PieceKind::Whole });
    out
}

/// Every character of the names in a schema, and of what stands on every page.
#[must_use]
pub fn named_characters(schema: &Schema) -> BTreeSet<char> {
    let mut all: String = (' '..='~').chain(['…', '\u{fffd}']).collect();
    schema.labels.iter().for_each(|label| all.push_str(&label.name));
    schema.relations.iter().for_each(|relation| all.push_str(&relation.name));
    for attribute in &schema.attributes {
        all.push_str(&attribute.name);
        attribute.options.iter().for_each(|option| all.push_str(&option.name));
    }
    repertoire(&all)
}

/// Text as HTML; what HTML cannot hold is a replacement character (§ 13.2.3.5 of the standard).
fn escape(text: &str, html: &mut String) {
    let mut written = 0;
    for (at, c) in text.char_indices() {
        let instead = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\r' => "&#13;",
            c if shown(c) != c => "\u{fffd}",
            _ => continue,
        };
        html.push_str(&text[written..at]);
        html.push_str(instead);
        written = at + c.len_utf8();
    }
    html.push_str(&text[written..]);
}

fn shown(c: char) -> char {
    if c.is_control() && !matches!(c, '\n' | '\t' | '\r') { '\u{fffd}' } else { c }
}

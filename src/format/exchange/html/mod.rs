//! One self-contained page an article, for a report: bands and brackets as in the window, its fonts within it.
//!
//! Every stretch between two edges of marks is an element that names the marks it belongs to and the code point it begins
//! at, so the page can be held against the text. Labels stand in the text where it is read aloud, and are not copied with
//! it. Brackets hang on their claims by CSS anchors (CSS Anchor Positioning 1); nothing runs.

mod marks;
mod page;
mod style;

use std::collections::BTreeSet;

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

use self::page::Page;
use super::{Article, Encoded, Part, Piece, Unit};
use crate::model::{EntityId, RelationEnd, Schema};

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
        let packed = ttf2woff2::encode(font, ttf2woff2::BrotliQuality::default());
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
    let page = || Page { article, html: String::with_capacity(article.text().len() * 3 + 8192) };
    let (mut head, mut body) = (page(), page());
    body.header();
    body.html.push_str("<main>\n");
    for (n, set) in article.sets.iter().enumerate() {
        out.annotations += set.annotations().len();
        body.section(n, set);
    }
    body.html.push_str("</main>\n</body>\n</html>\n");
    head.head(&characters(&body.html));
    head.html.push_str(&body.html);
    let file = &*article.document.file;
    let path = format!("{}.html", file.strip_suffix(".txt").unwrap_or(file));
    out.pieces.push(Piece { path, bytes: head.html.into_bytes(), part: Part::Whole });
    out
}

/// Every character that the page of an article shows, or may show.
#[must_use]
pub fn shown_characters(article: &Article<'_>) -> BTreeSet<char> {
    let mut all = article.text().to_owned();
    all.push_str(&article.document.file);
    for set in article.sets {
        for annotation in set.annotations() {
            all.push_str(&annotation.label);
            all.push_str(&annotation.note);
            all.push_str(annotation.entity.as_ref().map_or("", EntityId::as_str));
            for attribute in annotation.attributes.values() {
                all.push_str(&page::in_words(None, &attribute.value));
            }
            annotation.attributes.keys().for_each(|name| all.push_str(name));
        }
        for relation in &set.relations {
            all.push_str(&relation.label);
            if let RelationEnd::There { file, .. } = &relation.to {
                all.push_str(file);
            }
        }
    }
    characters(&all)
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
    characters(&all)
}

/// Every character of a text, once.
fn characters(text: &str) -> BTreeSet<char> {
    let mut seen = vec![0u64; (char::MAX as usize >> 6) + 1];
    let mut found = Vec::new();
    for c in text.chars() {
        let (word, bit) = (c as usize >> 6, 1 << (c as usize & 63));
        if seen[word] & bit == 0 {
            seen[word] |= bit;
            found.push(c);
        }
    }
    found.into_iter().collect()
}

/// Text as HTML; what HTML cannot hold is a replacement character (§ 13.2.3.5 of the standard).
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\r' => html.push_str("&#13;"),
            c => html.push(shown(c)),
        }
    }
}

fn shown(c: char) -> char {
    if c.is_control() && !matches!(c, '\n' | '\t' | '\r') { '\u{fffd}' } else { c }
}

/// Reads a page again: every part of every mark must be there, at its place and with its words.
pub(super) fn check(article: &Article<'_>, page: &[u8]) -> Result<(), String> {
    // The head holds fonts and colours alone.
    let page = simdutf8::compat::from_utf8(page).map_err(|error| error.to_string())?;
    let body = page.find("<body>").map_or(page, |at| &page[at..]);
    let page = scraper::Html::parse_document(body);
    let select = |what: &str| scraper::Selector::parse(what).map_err(|error| error.to_string());
    let (texts, marks) = (select("div.text")?, select("mark")?);
    for (text, set) in page.select(&texts).zip(article.sets) {
        let mut words: Vec<String> = vec![String::new(); set.annotations().len()];
        for mark in text.select(&marks) {
            let own: String =
                mark.children().filter_map(|child| child.value().as_text()).map(|t| &**t).collect();
            let start = mark.attr("data-s").and_then(|s| s.parse::<usize>().ok());
            let start = start
                .and_then(|s| article.units.place(Unit::CodePoint, s))
                .ok_or("a stretch has no place")?;
            let there = article.text()[start.get()..].chars().map(shown);
            if !there.zip(own.chars()).all(|(one, other)| one == other) {
                return Err(format!("“{own}” is not what stands at its place"));
            }
            for n in mark.attr("data-a").unwrap_or_default().split(' ') {
                let known = n.parse::<usize>().ok().and_then(|n| words.get_mut(n));
                known.ok_or("a stretch belongs to no mark")?.push_str(&own);
            }
        }
        for (annotation, found) in set.annotations().iter().zip(&words) {
            let parts = annotation.spans.as_slice().iter();
            let expected: String = parts.flat_map(|part| article.quote(*part).chars().map(shown)).collect();
            if *found != expected {
                return Err(format!("“{expected}” stands as “{found}”"));
            }
        }
    }
    Ok(())
}

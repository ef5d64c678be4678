//! What a page says of itself: title, publisher, author, date, address, language.
//!
//! Read from JSON-LD (schema.org), `<meta>` (Open Graph, Dublin Core and what news sites use beside them), microdata and `<link>`, in
//! this order: what is said once for all machines is trusted more than what is shown. Nothing is guessed from the prose.

mod date;
mod json_ld;

use scraper::{ElementRef, Html, Node};

use super::tree::{self, PageTooComplex};
use super::{line_of, select, title};
use crate::model::ArticleDetails;
use json_ld::LinkedData;

/// A longer value is none: somebody put a paragraph there.
const MAX_VALUE_CHARS: usize = 500;

/// A longer byline says more than who it was.
const MAX_BYLINE_CHARS: usize = 60;

const PUBLISHERS: [&str; 6] = [
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "application-name",
];
const AUTHORS: [&str; 9] = [
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "og:article:author",
];
const DATES: [&str; 22] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "published_time",
    "published-date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "citation_publication_date",
    "date",
];
const LANGUAGES: [&str; 4] = ["content-language", "language", "dc.language", "og:locale"];

/// What a page says of itself.
///
/// # Errors
/// When the page is built so that it cannot be read in time.
///
/// ```
/// use tippani_corpus::format::html::details;
///
/// let page = r#"<html lang="hi"><title>पुल गिरा | दैनिक</title><meta property="og:site_name" content="दैनिक">
///     <meta property="article:published_time" content="2026-01-31T10:00:00+05:30"><h1>पुल गिरा</h1>"#;
/// let details = details(page).unwrap();
/// assert_eq!(details.values(), [
///     Some("पुल गिरा"), Some("दैनिक"), None, Some("2026-01-31T10:00:00+05:30"), None, Some("hi"),
/// ]);
/// ```
pub fn details(page: &str) -> Result<ArticleDetails, PageTooComplex> {
    tree::parse(page).map(|parsed| of_tree(&parsed.tree))
}

/// Like [`details`], of a page that is read already.
pub(super) fn of_tree(tree: &Html) -> ArticleDetails {
    let meta = Meta::of(tree);
    let linked = LinkedData::of(tree);
    let title = title::title(tree);
    let article = linked.article(title.as_deref());
    let url = address(tree, &meta).or_else(|| article.url());
    let in_address = || url.as_deref().and_then(date::in_address);
    let date = article.date().as_deref().and_then(date::normal);
    let date =
        date.or_else(|| meta.find(&DATES, date::normal)).or_else(|| shown_date(tree)).or_else(in_address);
    let language =
        article.language().as_deref().and_then(language_tag).or_else(|| declared_language(tree, &meta));
    let author = names(&article.authors()).or_else(|| meta_authors(&meta)).or_else(|| shown_author(tree));
    let publisher = names(&article.publishers()).or_else(|| meta.find(&PUBLISHERS, name));
    let shared = |text: Option<String>| text.and_then(|text| clean(&text)).map(Into::into);
    ArticleDetails {
        title: shared(title.or_else(|| article.title())),
        publisher: shared(publisher),
        author: shared(author),
        date: shared(date),
        url: shared(url),
        language: shared(language),
    }
}

/// The `<meta>` of a page: what each is about in small letters, and what it says.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(tree: &Html) -> Self {
        let mut all = Vec::new();
        for element in select(tree, "meta[content]") {
            let meta = element.value();
            let Some(content) = meta.attr("content").and_then(clean) else { continue };
            for names in
                ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|key| meta.attr(key))
            {
                // Several stand with blanks between; Dublin Core is written with a colon, too.
                for key in names.split_whitespace().map(str::to_ascii_lowercase) {
                    let key = if key.starts_with("dc") { key.replace(':', ".") } else { key };
                    all.push((key, content.clone()));
                }
            }
        }
        Self(all)
    }

    fn all<'m>(&'m self, key: &'m str) -> impl Iterator<Item = &'m str> {
        self.0.iter().filter(move |(of, _)| of == key).map(|(_, content)| content.as_str())
    }

    /// The first that is what is looked for, of the keys in their order.
    fn find(&self, keys: &[&str], take: impl Fn(&str) -> Option<String>) -> Option<String> {
        keys.iter().find_map(|key| self.all(key).find_map(&take))
    }
}

/// White space collapsed; nothing where nothing is left, or far too much.
fn clean(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() <= MAX_VALUE_CHARS).then_some(text)
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "www.", "//"].iter().any(|start| text.starts_with(start))
}

/// A name of somebody, without what stands before it in bylines; an address is none, nor is an account.
fn name(text: &str) -> Option<String> {
    let text = clean(text)?;
    let text =
        ["By ", "BY ", "by ", "By: ", "by: "].iter().find_map(|by| text.strip_prefix(by)).unwrap_or(&text);
    let text = text.trim();
    let is_name = text.chars().any(char::is_alphabetic) && !is_address(text) && !text.starts_with('@');
    is_name.then(|| text.to_owned())
}

/// Names, each once, in one text.
fn names(all: &[String]) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    for one in all.iter().filter_map(|text| name(text)) {
        if !kept.iter().any(|known| known.to_lowercase() == one.to_lowercase()) {
            kept.push(one);
        }
    }
    (!kept.is_empty()).then(|| kept.join("; "))
}

fn meta_authors(meta: &Meta) -> Option<String> {
    AUTHORS.iter().find_map(|key| names(&meta.all(key).map(str::to_owned).collect::<Vec<_>>()))
}

/// The author that the page marks as such where it shows them.
fn shown_author(tree: &Html) -> Option<String> {
    let marked =
        |selector: &str| names(&select(tree, selector).into_iter().take(8).map(line_of).collect::<Vec<_>>());
    marked("[itemprop=author] [itemprop=name]")
        .or_else(|| marked("[itemprop=author]:not(meta)"))
        .or_else(|| marked("a[rel=author]"))
        .or_else(|| marked(".byline, .author-name").filter(|byline| is_byline(byline)))
}

/// Whether what stands in a byline is a name and nothing more.
fn is_byline(text: &str) -> bool {
    text.chars().count() <= MAX_BYLINE_CHARS
        && !text.chars().any(|c| c.is_numeric() || matches!(c, ';' | ':' | '|'))
}

/// The moment that the page marks as that of its publication, or the only day that it names for machines.
fn shown_date(tree: &Html) -> Option<String> {
    let said = |element: ElementRef<'_>| {
        let attributes = ["datetime", "content"].iter().find_map(|name| element.value().attr(name));
        date::normal(attributes.unwrap_or(&line_of(element)))
    };
    let first = |selector: &str| select(tree, selector).into_iter().find_map(said);
    first("[itemprop=datePublished]").or_else(|| first("time[pubdate]")).or_else(|| {
        let all: Vec<String> = select(tree, "time[datetime]").into_iter().filter_map(said).collect();
        let day = |date: &String| date.get(..10).map(str::to_owned);
        let is_one = all.iter().all(|date| day(date) == all.first().and_then(day));
        all.into_iter().next().filter(|_| is_one)
    })
}

/// Where the page says it is to be found, or was saved from.
fn address(tree: &Html, meta: &Meta) -> Option<String> {
    let link =
        select(tree, "link[rel=canonical][href]").into_iter().find_map(|link| link.value().attr("href"));
    let link = link.into_iter().chain(meta.all("og:url")).chain(meta.all("twitter:url"));
    link.map(str::trim).find(|url| is_whole(url)).map(str::to_owned).or_else(|| saved_from(tree))
}

/// Whether it is the address of a page, and not only of its site.
fn is_whole(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let path = rest.and_then(|rest| rest.split_once('/')).map_or("", |(_, path)| path);
    !path.trim_matches('/').is_empty() && !url.contains(char::is_whitespace)
}

/// Browsers note where they saved a page from: `<!-- saved from url=(0042)https://… -->`.
fn saved_from(tree: &Html) -> Option<String> {
    let comments = tree.tree.root().descendants().filter_map(|node| match node.value() {
        Node::Comment(comment) => Some(comment.to_string()),
        _ => None,
    });
    let said = |comment: String| {
        let url = comment.trim().strip_prefix("saved from url=(")?.split_once(')')?.1.trim().to_owned();
        is_whole(&url).then_some(url)
    };
    comments.take(16).find_map(said)
}

fn declared_language(tree: &Html, meta: &Meta) -> Option<String> {
    let html = tree.root_element();
    let attribute = ["lang", "xml:lang"].iter().find_map(|name| html.value().attr(name));
    attribute.and_then(language_tag).or_else(|| meta.find(&LANGUAGES, language_tag))
}

/// A BCP 47 tag, written as is usual; nothing for what is none.
pub(in crate::format) fn language_tag(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let mut parts = text.split('-');
    let primary =
        parts.next().filter(|p| matches!(p.len(), 2 | 3) && p.chars().all(|c| c.is_ascii_alphabetic()))?;
    let primary = primary.to_ascii_lowercase();
    let is_part = |part: &str| matches!(part.len(), 1..=8) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let mut tag = primary;
    for part in parts {
        if !is_part(part) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => tag.extend(
                part.chars()
                    .enumerate()
                    .map(|(n, c)| if n == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }),
            ),
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    (tag != "und" && tag.len() <= 35).then_some(tag)
}

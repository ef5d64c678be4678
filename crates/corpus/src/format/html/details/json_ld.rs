//! JSON-LD of a page: what schema.org's `Article` says of it.

use std::collections::HashMap;

use scraper::Html;
use serde_json::{Map, Value};

use super::super::{line_of, select};

/// More of it is left unread, in bytes.
const MAX_BYTES: usize = 1024 * 1024;
/// Objects nest deeper only where nobody looks for an article.
const MAX_DEPTH: usize = 8;
const MAX_OBJECTS: usize = 2_000;

type Object = Map<String, Value>;

/// All objects of the JSON-LD of a page.
pub(super) struct LinkedData(Vec<Value>);

/// What is said of the article; empty where nothing is.
pub(super) struct Article<'d> {
    /// The article first, then the page that it is on.
    objects: Vec<&'d Object>,
    by_id: HashMap<&'d str, &'d Object>,
}

impl LinkedData {
    pub(super) fn of(tree: &Html) -> Self {
        let mut left = MAX_BYTES;
        let mut values = Vec::new();
        for script in select(tree, "script[type='application/ld+json']") {
            let text: String = script.text().collect();
            let Some(rest) = left.checked_sub(text.len()) else { break };
            left = rest;
            values.extend(parse(&text));
        }
        Self(values)
    }

    /// The article: that whose headline has most in common with `title`, else the first that has one.
    pub(super) fn article(&self, title: Option<&str>) -> Article<'_> {
        let mut objects = Vec::new();
        self.0.iter().for_each(|value| collect(value, 0, &mut objects));
        let known = |object: &&Object| object.len() > 1;
        // A mere reference says nothing more than the identifier.
        let by_id = objects.iter().copied().filter(known);
        let by_id = by_id.filter_map(|object| Some((object.get("@id")?.as_str()?, object))).collect();
        let wanted = title.map(key).unwrap_or_default();
        let rank = |object: &&Object| {
            let headline = text_of(object, &["headline", "name"]).map(|text| key(&text)).unwrap_or_default();
            let is_alike = wanted.contains(&headline) || headline.contains(&wanted);
            (headline.is_empty() || wanted.is_empty() || !is_alike, headline.is_empty())
        };
        let article = objects.iter().copied().filter(|object| is_a(object, is_article)).min_by_key(rank);
        // An article leaves much to the page that it is the main thing of.
        let is_page = |name: &str| matches!(name, "WebPage" | "ItemPage");
        let page = objects.iter().copied().find(|object| is_a(object, is_page));
        let found = article.into_iter().chain(page).collect();
        Article { objects: found, by_id }
    }
}

impl<'d> Article<'d> {
    fn value(&self, key: &str) -> Option<&'d Value> {
        self.objects.iter().find_map(|object| object.get(key))
    }

    /// The headline.
    pub(super) fn title(&self) -> Option<String> {
        self.objects.iter().find_map(|object| text_of(object, &["headline", "name"]))
    }

    /// When it was published, as it stands there.
    pub(super) fn date(&self) -> Option<String> {
        ["datePublished", "dateCreated", "uploadDate"]
            .iter()
            .find_map(|key| self.objects.iter().find_map(|object| text_of(object, &[key])))
    }

    /// The language it says it is in, as it stands there.
    pub(super) fn language(&self) -> Option<String> {
        self.objects.iter().find_map(|object| text_of(object, &["inLanguage"]))
    }

    /// Where it is to be found.
    pub(super) fn url(&self) -> Option<String> {
        let object = self.objects.first()?;
        let page = match object.get("mainEntityOfPage") {
            Some(Value::Object(page)) => text_of(page, &["@id", "url"]),
            Some(Value::String(page)) => Some(page.clone()),
            _ => None,
        };
        text_of(object, &["url"]).or(page).filter(|url| super::is_whole(url))
    }

    /// Who wrote it.
    pub(super) fn authors(&self) -> Vec<String> {
        self.names("author").or_else(|| self.names("creator")).unwrap_or_default()
    }

    /// Who published it.
    pub(super) fn publishers(&self) -> Vec<String> {
        self.names("publisher").or_else(|| self.names("sourceOrganization")).unwrap_or_default()
    }

    fn names(&self, key: &str) -> Option<Vec<String>> {
        let mut names = Vec::new();
        self.names_in(self.value(key)?, 0, &mut names);
        (!names.is_empty()).then_some(names)
    }

    fn names_in(&self, value: &'d Value, depth: usize, names: &mut Vec<String>) {
        if depth > 3 || names.len() > 16 {
            return;
        }
        match value {
            Value::String(_) => names.extend(text_in(value)),
            Value::Array(all) => all.iter().for_each(|value| self.names_in(value, depth + 1, names)),
            Value::Object(object) => {
                if let Some(name) = object.get("name").or_else(|| object.get("alternateName")) {
                    return self.names_in(name, depth + 1, names);
                }
                let id = object.get("@id").and_then(Value::as_str);
                let elsewhere = id.and_then(|id| self.by_id.get(id)).and_then(|object| object.get("name"));
                names.extend(elsewhere.and_then(text_in));
            }
            _ => {}
        }
    }
}

/// Letters and digits alone.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// JSON of a script; also between the signs that hide it from old browsers, and with line ends within texts.
fn parse(script: &str) -> Option<Value> {
    let mut text = script.trim();
    for sign in ["<!--", "//<![CDATA[", "<![CDATA["] {
        text = text.strip_prefix(sign).unwrap_or(text).trim_start();
    }
    for sign in ["-->", "//]]>", "]]>", ";"] {
        text = text.strip_suffix(sign).unwrap_or(text).trim_end();
    }
    serde_json::from_str(text).ok().or_else(|| {
        let mended: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended).ok()
    })
}

/// All objects within a value, outer ones first.
fn collect<'v>(value: &'v Value, depth: usize, into: &mut Vec<&'v Object>) {
    if depth > MAX_DEPTH || into.len() >= MAX_OBJECTS {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|value| collect(value, depth + 1, into)),
        Value::Object(object) => {
            into.push(object);
            object.values().for_each(|value| collect(value, depth + 1, into));
        }
        _ => {}
    }
}

/// Whether an object says it is of a type, whichever way it names the vocabulary.
fn is_a(object: &Object, is_it: impl Fn(&str) -> bool) -> bool {
    let name = |value: &Value| {
        value.as_str().is_some_and(|name| is_it(name.rsplit(['/', '#', ':']).next().unwrap_or(name)))
    };
    match object.get("@type") {
        Some(Value::Array(all)) => all.iter().any(name),
        Some(value) => name(value),
        None => false,
    }
}

fn is_article(name: &str) -> bool {
    name.ends_with("Article")
        || matches!(name, "BlogPosting" | "LiveBlogPosting" | "Report" | "Review" | "SocialMediaPosting")
}

fn text_of(object: &Object, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| object.get(*key).and_then(text_in))
}

/// A text, the first of several, or that of a value with a language; character references are what they stand for.
fn text_in(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Array(all) => return all.first().and_then(text_in),
        Value::Object(object) => object.get("@value").or_else(|| object.get("alternateName"))?.as_str()?,
        _ => return None,
    };
    if text.len() > 4096 {
        return None;
    }
    let text = if text.contains(['&', '<']) {
        line_of(Html::parse_fragment(text).root_element())
    } else {
        text.to_owned()
    };
    super::clean(&text)
}

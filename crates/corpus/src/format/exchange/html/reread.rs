//! Reading a page again.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::super::{Article, OffsetUnit};
use super::shown;

/// Reads a page again: every part of every mark must be there, at its place and with its words.
pub(in crate::format::exchange) fn check(article: &Article<'_>, page: &[u8]) -> Result<(), String> {
    // The head holds fonts and colours alone.
    let page = simdutf8::compat::from_utf8(page).map_err(|error| error.to_string())?;
    let body = page.find("<body>").zip(page.rfind("</html>"));
    let body = body.and_then(|(start, end)| page.get(start..end)).ok_or("the page is not whole")?;
    let found = stretches(body)?;
    let mut words: Vec<Vec<String>> =
        article.sets.iter().map(|set| vec![String::new(); set.annotations().len()]).collect();
    for Stretch { set, start, marks, words: own } in &found {
        let start = start.parse().ok().and_then(|s| article.units.place(OffsetUnit::CodePoint, s));
        let start = start.ok_or("a stretch has no place")?;
        let there = article.text()[start.get()..].chars().map(shown);
        if !there.zip(own.chars()).all(|(one, other)| one == other) {
            return Err(format!("“{own}” is not what stands at its place"));
        }
        let set = words.get_mut(*set).ok_or("a stretch is of nobody")?;
        for n in marks.split(' ') {
            let known = n.parse::<usize>().ok().and_then(|n| set.get_mut(n));
            known.ok_or("a stretch belongs to no mark")?.push_str(own);
        }
    }
    for (set, words) in article.sets.iter().zip(&words) {
        for (annotation, found) in set.annotations().iter().zip(words) {
            let parts = annotation.spans.as_slice().iter();
            let mut expected = parts.flat_map(|part| article.quote(*part).chars().map(shown));
            if !found.chars().eq(expected.by_ref()) {
                let quote = annotation.spans.quote(&article.document.text);
                return Err(format!("“{quote}” stands as “{found}”"));
            }
        }
    }
    Ok(())
}

/// A `mark` of a page.
#[derive(Debug, Default)]
struct Stretch {
    set: usize,
    start: String,
    marks: String,
    words: String,
}

/// The marks of a page. Its body is well-formed XML too, and so can be held to more than a browser would.
fn stretches(body: &str) -> Result<Vec<Stretch>, String> {
    let mut reader = Reader::from_str(body);
    let (mut found, mut set) = (Vec::<Stretch>::new(), usize::MAX);
    // Elements open within the mark that is being read, itself counted.
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                if depth > 0 {
                    depth += 1;
                } else if tag.name().as_ref() == "mark" {
                    let (start, marks) = (value(&tag, "data-s")?, value(&tag, "data-a")?);
                    found.push(Stretch { set, start, marks, words: String::new() });
                    depth = 1;
                } else if tag.name().as_ref() == "div" {
                    set = value(&tag, "data-set")?.parse().unwrap_or(usize::MAX);
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            // Words of elements within a mark are its labels.
            Event::Text(text) if depth == 1 => {
                found.last_mut().ok_or("words of no mark")?.words.push_str(&text);
            }
            Event::GeneralRef(name) if depth == 1 => {
                let known = name.resolve_char_ref().map_err(|error| error.to_string())?;
                let named = || resolve_predefined_entity(&name).map(str::to_owned);
                let words = known.map(String::from).or_else(named).ok_or("a character has no name")?;
                found.last_mut().ok_or("words of no mark")?.words.push_str(&words);
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Result<String, String> {
    let found = tag.try_get_attribute(name).map_err(|error| error.to_string())?;
    let found = found.ok_or_else(|| format!("an element has no {name}"))?;
    Ok(found.value.into_owned())
}

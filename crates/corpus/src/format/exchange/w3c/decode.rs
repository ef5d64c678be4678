//! A page, a collection, a list, or one annotation, to records by article and creator.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::super::read::Entry;
use super::super::tree::{Look, Tree, parse};
use super::super::{Link, Mark, Reading, Record, Remark, entity_files, percent, value};
use crate::model::{State, Value};

/// A URN that this program writes begins so.
const OWN: &str = "urn:ulid:";
/// Selectors deeper than this are nobody's.
const MAX_DEPTH: usize = 8;

/// One file.
pub(crate) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut records: IndexMap<(Option<String>, Option<String>), Record> = IndexMap::new();
    // In which records a mark stands.
    let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
    let mut links = Vec::new();
    let new = |(file, annotator): &(Option<String>, Option<String>)| Record {
        place: entry.place.to_owned(),
        file: file.clone(),
        annotator: annotator.clone(),
        state: Some(State::Done),
        ..Record::default()
    };
    // A page that this program wrote says of which article it is, also where it is empty.
    let own = json.member("id").and_then(Tree::as_str).and_then(|id| id.strip_prefix(super::PAGE));
    if let Some((who, file)) = own.and_then(|own| own.split_once(':')) {
        records.entry((Some(percent::decode(file)), Some(who.to_owned()))).or_insert_with_key(new);
    }
    let items =
        json.member("items").or_else(|| json.below(&["first", "items"])).or_else(|| json.member("@graph"));
    for (n, item) in items.unwrap_or(json).each().iter().enumerate() {
        let place = format!("{}, item {}", entry.place, n + 1);
        if text_of(item, "motivation") == Some("linking") {
            match link(item) {
                Some(found) => links.push((place, found)),
                None => {
                    reading.remarks.push(Remark::dropped(place, "a link has a missing end", &item.show()));
                }
            }
            continue;
        }
        let (file, mark) = match mark(item) {
            Ok(found) => found,
            Err(what) => {
                reading.remarks.push(Remark::without(place, what, &item.show(), 1));
                continue;
            }
        };
        let entry_of = records.entry((file, creator(item)));
        if let Some(id) = &mark.id {
            by_id.entry(id.clone()).or_default().push(entry_of.index());
        }
        entry_of.or_insert_with_key(new).marks.push(mark);
    }
    for (place, link) in links {
        let places = |id: &String| by_id.get(id).map(Vec::as_slice).unwrap_or_default();
        let both: Vec<usize> =
            places(&link.from).iter().filter(|at| places(&link.to).contains(at)).copied().collect();
        if both.is_empty() {
            let what = if places(&link.from).is_empty() || places(&link.to).is_empty() {
                "a link refers to a missing annotation"
            } else {
                "a link connects annotations of different articles or annotators"
            };
            reading.remarks.push(Remark::dropped(place, what, &format!("{} {}", link.from, link.to)));
        }
        for at in both {
            records[at].links.push(link.clone());
        }
    }
    reading.records = records.into_values().collect();
    let state = json.member("urn:tippani:state").and_then(Tree::as_str).and_then(value::state_of);
    for record in reading.records.iter_mut().filter(|_| state.is_some()) {
        record.state = state;
    }
    reading
}

/// A member that is a text, or the first of a list of texts.
fn text_of<'t>(item: &'t Tree<'_>, key: &str) -> Option<&'t str> {
    item.member(key)?.each().first()?.as_str()
}

/// An identifier: an IRI, or an object with one.
fn iri<'t>(json: &'t Tree<'_>) -> Option<&'t str> {
    json.as_str().or_else(|| json.member("id")?.as_str()).or_else(|| json.member("@id")?.as_str())
}

/// Whether a value is of a type, which may be one of several.
fn is_a(json: &Tree<'_>, kind: &str) -> bool {
    let types = json.member("type").or_else(|| json.member("@type")).map(Look::each).unwrap_or_default();
    types.iter().filter_map(Tree::as_str).any(|name| name == kind || name.ends_with(&format!("#{kind}")))
}

fn creator(item: &Tree<'_>) -> Option<String> {
    let creator = item.member("creator")?.each().first()?;
    let named = ["nickname", "name", "email"].iter().find_map(|key| text_of(creator, key));
    named.or_else(|| iri(creator)).map(str::to_owned)
}

fn link(item: &Tree<'_>) -> Option<Link> {
    let id = |json: &Tree<'_>| Some(iri(json)?.trim_start_matches(OWN).to_owned());
    let body = item.member("body").map(Look::each).unwrap_or_default();
    let label = body.iter().find_map(|b| b.member("value")?.as_str()).or_else(|| text_of(item, "bodyValue"));
    let label = label.unwrap_or("related").to_owned();
    let far = body.iter().filter(|b| b.member("value").is_none()).find_map(id);
    // From the target to what a body names; without such from one target to the other.
    let (from, to) = match (item.member("target")?.each(), far) {
        ([from, ..], Some(to)) => (id(from)?, to),
        ([from, to], None) => (id(from)?, id(to)?),
        _ => return None,
    };
    let own = item.member("id").and_then(id);
    Some(Link { id: own, label, from, to, line: 0, note: String::new() })
}

/// What selectors say of one place.
#[derive(Default)]
struct Selected {
    spans: Vec<(usize, usize)>,
    quotes: Vec<String>,
    context: (String, String),
}

impl Selected {
    /// Reads a selector and what refines it: the finest that says a place counts.
    fn read(&mut self, selector: &Tree<'_>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        if is_a(selector, "TextPositionSelector") {
            self.spans.extend(selector.offset("start").zip(selector.offset("end")));
        } else if is_a(selector, "TextQuoteSelector") {
            self.quotes.extend(text_of(selector, "exact").map(str::to_owned));
            let around = |key| text_of(selector, key).unwrap_or_default().to_owned();
            self.context = (around("prefix"), around("suffix"));
        } else if is_a(selector, "RangeSelector") {
            let edge = |key, edge| selector.member(key)?.each().iter().find_map(|one| one.offset(edge));
            self.spans.extend(edge("startSelector", "start").zip(edge("endSelector", "start")));
        } else if let Some(part) = text_of(selector, "value").and_then(fragment) {
            self.spans.push(part);
        }
        for finer in selector.member("refinedBy").map(Look::each).unwrap_or_default() {
            let mut refined = Self::default();
            refined.read(finer, depth + 1);
            // A place within a quote, or a quote within a stretch, counts from the whole text only where the coarser one has no place.
            if !refined.spans.is_empty() || !refined.quotes.is_empty() {
                let offset = self.spans.first().map_or(0, |(start, _)| *start);
                refined
                    .spans
                    .iter_mut()
                    .for_each(|(start, end)| (*start, *end) = (*start + offset, *end + offset));
                *self = refined;
            }
        }
    }
}

/// The stretch of a fragment of plain text: `char=0,8` (RFC 5147).
fn fragment(value: &str) -> Option<(usize, usize)> {
    let (start, end) = value.trim_start_matches('#').strip_prefix("char=")?.split_once(',')?;
    Some((start.parse().ok()?, end.split(';').next()?.parse().ok()?))
}

/// An annotation's file and mark.
fn mark(item: &Tree<'_>) -> Result<(Option<String>, Mark), &'static str> {
    let id = item.member("id").or_else(|| item.member("@id")).and_then(iri);
    let mut mark = Mark { id: id.map(|id| id.trim_start_matches(OWN).to_owned()), ..Mark::default() };
    let mut file = None;
    let targets = item.member("target").ok_or("an annotation has no target")?;
    let mut has_selector = false;
    for target in targets.each() {
        let source = target.member("source").and_then(iri).or_else(|| iri(target));
        if let Some((address, part)) = source.and_then(|source| source.split_once('#')) {
            file = Some(percent::decode(address));
            mark.spans.extend(fragment(part).filter(|_| target.member("selector").is_none()));
        } else {
            file = source.map(percent::decode).or(file);
        }
        let mut all = Selected::default();
        for selector in target.member("selector").map(Look::each).unwrap_or_default() {
            has_selector = true;
            all.read(selector, 0);
        }
        // Several selectors of one target are alternatives.
        all.spans.truncate(1);
        all.quotes.truncate(1);
        if all.spans.is_empty() {
            mark.context = all.context;
        }
        mark.spans.extend(all.spans);
        mark.quotes.extend(all.quotes);
    }
    if !mark.spans.is_empty() && mark.quotes.len() != mark.spans.len() {
        mark.quotes.clear();
    }
    if mark.spans.is_empty() && mark.quotes.is_empty() {
        return Err(if has_selector {
            "an annotation has no text position or quote selector"
        } else {
            "an annotation targets a whole resource"
        });
    }
    if let Some(value) = text_of(item, "bodyValue") {
        value.clone_into(&mut mark.label);
    }
    bodies(item, &mut mark);
    if mark.label.is_empty() {
        text_of(item, "motivation").unwrap_or("annotation").clone_into(&mut mark.label);
    }
    Ok((file, mark))
}

/// Adds a line to what is noted of a mark.
fn note(mark: &mut Mark, text: &str) {
    if !mark.note.is_empty() {
        mark.note.push('\n');
    }
    mark.note.push_str(text);
}

/// Label, notes, entity and all else that the bodies say.
fn bodies(item: &Tree<'_>, mark: &mut Mark) {
    let default = text_of(item, "motivation");
    let mut tags: Vec<String> = Vec::new();
    for body in item.member("body").map(Look::each).unwrap_or_default() {
        let text = text_of(body, "value");
        let source = body.member("source").and_then(iri).or_else(|| iri(body).filter(|_| text.is_none()));
        let purpose = text_of(body, "purpose");
        match (purpose.or(default), text, source) {
            (Some("commenting" | "replying"), Some(text), _) => note(mark, text),
            (Some("describing"), Some(text), _) => {
                if let Ok(json @ Tree::Object(_)) = parse(text) {
                    value::more(mark, &json);
                } else {
                    note(mark, text);
                }
            }
            (_, Some(text), _) if mark.label.is_empty() => text.clone_into(&mut mark.label),
            (_, Some(text), _) => tags.push(text.to_owned()),
            (_, None, Some(source)) if mark.entity.is_none() => {
                mark.entity = Some(entity_files::of_iri(source).to_owned());
            }
            (_, None, Some(source)) => tags.push(source.to_owned()),
            (_, None, None) => mark.unread.push("body".to_owned()),
        }
    }
    if !tags.is_empty() {
        let more = (Value::Many(tags), None);
        mark.attributes.entry("tags".to_owned()).or_insert(more);
    }
}

//! Attribute values as JSON, for formats that have a place for JSON.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::tree::{Look as _, Tree};
use super::{Article, Mark, OffsetUnit};
use crate::model::{Annotation, AnnotationKind, AttributeValue, EntityRef, State, Value};

/// A value as the sidecar has it: `{"value": …}` or `{"entity": …}`, with its evidence.
pub(super) fn to_json(article: &Article<'_>, unit: OffsetUnit, attribute: &AttributeValue) -> Json {
    let mut object = Map::new();
    match &attribute.value {
        Value::Entity(entity) => object.insert("entity".to_owned(), json!(entity.as_str())),
        value => object.insert("value".to_owned(), plain(value)),
    };
    if let Some(evidence) = attribute.evidence {
        let (start, end) = article.offsets(unit, evidence.span);
        let quote = article.quote(evidence.span);
        object.insert("evidence".to_owned(), json!({ "start": start, "end": end, "quote": quote }));
    }
    Json::Object(object)
}

/// A value alone: text, number, yes or no, list; an entity as its identifier.
pub(super) fn plain(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Many(many) => json!(many),
        Value::Flag(flag) => json!(flag),
        Value::Number(number) => json!(number),
        Value::Entity(entity) => json!(entity.as_str()),
    }
}

/// The attributes of an annotation as one object.
pub(super) fn attributes(article: &Article<'_>, unit: OffsetUnit, annotation: &Annotation) -> Json {
    let members =
        annotation.attributes.iter().map(|(id, value)| (id.to_string(), to_json(article, unit, value)));
    Json::Object(members.collect())
}

/// The other way: a value and its evidence; nothing when it is neither.
pub(super) fn from_json(json: &Tree<'_>) -> Option<(Value, Option<(usize, usize)>)> {
    let value = match (json.member("value"), json.member("entity").and_then(Tree::as_str)) {
        (Some(value), None) => from_plain(value)?,
        (None, Some(entity)) => Value::Entity(EntityRef::from(entity)),
        _ => return None,
    };
    let evidence = json.member("evidence").and_then(|e| Some((e.offset("start")?, e.offset("end")?)));
    Some((value, evidence))
}

/// A value that stands alone.
pub(super) fn from_plain(json: &Tree<'_>) -> Option<Value> {
    Some(match json {
        Tree::Str(text) => Value::Text(text.clone().into_owned()),
        Tree::Bool(flag) => Value::Flag(*flag),
        Tree::Number(number) => Value::Number(number.as_f64()?),
        Tree::Array(many) => {
            Value::Many(many.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// What an object of this program adds to a mark: `attributes`, `note`, `entity`, `score`, `model`, `label`, `kind`.
pub(super) fn more(mark: &mut Mark, json: &Tree<'_>) {
    let text = |key: &str| json.text(key);
    if let Some(attributes) = json.member("attributes").and_then(Tree::as_object) {
        for (id, value) in attributes.iter() {
            match from_json(value) {
                Some(read) => {
                    if value.member("evidence").is_some() && read.1.is_none() {
                        mark.unread.push(format!("{id}, evidence"));
                    }
                    mark.attributes.insert(id.to_owned(), read);
                }
                None => mark.unread.push(id.to_owned()),
            }
        }
    }
    mark.note = text("note").unwrap_or_else(|| std::mem::take(&mut mark.note));
    mark.label = text("label").unwrap_or_else(|| std::mem::take(&mut mark.label));
    mark.entity = text("entity").or_else(|| mark.entity.take());
    mark.model = text("model").or_else(|| mark.model.take());
    mark.score = json.member("score").and_then(Tree::as_f64).or(mark.score);
    mark.kind = text("kind").and_then(|name| kind_of(&name)).or(mark.kind);
}

/// The members of an object of another tool as attributes, but for these: a list or object of no plain value as its JSON.
pub(super) fn features(mark: &mut Mark, json: &Tree<'_>, but: &[&str]) {
    let members = json.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
    for (name, value) in members.filter(|(name, _)| !but.contains(name)) {
        let read = match value {
            Tree::Null => continue,
            value => from_plain(value),
        };
        let read = read.unwrap_or_else(|| Value::Text(serde_json::to_string(value).unwrap_or_default()));
        mark.attributes.entry(name.to_owned()).or_insert((read, None));
    }
}

/// The object that [`more`] reads, of what is not empty.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ExtraFields<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributes: Option<Json>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) note: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<&'a str>,
}

impl<'a> ExtraFields<'a> {
    /// What `annotation` says beyond label and place; without its identifier.
    pub(super) fn new(article: &Article<'_>, unit: OffsetUnit, annotation: &'a Annotation) -> Self {
        let any = !annotation.attributes.is_empty();
        Self {
            kind: annotation.kind.name(),
            attributes: any.then(|| attributes(article, unit, annotation)),
            note: &annotation.note,
            entity: annotation.entity.as_ref().map(EntityRef::as_str),
            score: annotation.origin.score,
            id: None,
        }
    }

    /// The same with the annotation's identifier.
    pub(super) fn with_id(article: &Article<'_>, unit: OffsetUnit, annotation: &'a Annotation) -> Self {
        Self { id: Some(annotation.id.as_str()), ..Self::new(article, unit, annotation) }
    }

    /// As JSON text.
    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The layer of that name.
pub(super) fn kind_of(name: &str) -> Option<AnnotationKind> {
    match name {
        "entity" => Some(AnnotationKind::Entity),
        "claim" => Some(AnnotationKind::Claim),
        _ => None,
    }
}

/// The state of that name.
pub(super) fn state_of(name: &str) -> Option<State> {
    [State::Todo, State::InProgress, State::Done].into_iter().find(|state| state.name() == name)
}

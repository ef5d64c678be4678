//! Label Studio JSON: tasks with annotations, and predictions for a model's; its labelling configuration too.
//! <https://labelstud.io/guide/task_format>
//!
//! Offsets are code points. A region's attributes are results with the region's identifier.

mod decode;
mod texts;

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

pub(super) use self::decode::decode;
use super::value::{self, ExtraFields};
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind};
use crate::model::{Annotation, AnnotationSet, AttributeType, OriginKind, Schema, Value};

/// Name of the control that labels, and of the text it labels.
const CONTROL_NAME: &str = "label";
const OBJECT_NAME: &str = "text";
/// What stands before the name of a control of an attribute that is called like one of these.
const BEFORE_TAKEN: &str = "attribute-";

/// Whether a control of this name, or one with the same behind its prefixes, is another's.
fn is_taken(name: &str) -> bool {
    [CONTROL_NAME, OBJECT_NAME].contains(&name.trim_start_matches(BEFORE_TAKEN))
}

/// The name of the control of an attribute.
fn name_of_control(attribute: &str) -> Cow<'_, str> {
    if is_taken(attribute) { format!("{BEFORE_TAKEN}{attribute}").into() } else { attribute.into() }
}

/// The attribute that a control is of.
fn attribute_of_control(name: &str) -> &str {
    name.strip_prefix(BEFORE_TAKEN).filter(|_| is_taken(name)).unwrap_or(name)
}

/// A task.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let (mut annotations, mut predictions, mut states) = (Vec::new(), Vec::new(), Map::new());
    for set in article.sets {
        let mut result = Vec::new();
        for annotation in set.annotations() {
            region(article, annotation, &mut result, &mut out);
        }
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        for (relation, to) in links {
            result.push(json!({
                "type": "relation", "from_id": relation.from.as_str(), "to_id": to.as_str(),
                "direction": "right", "labels": [&*relation.label]
            }));
        }
        let who = set.annotator.as_str();
        states.insert(who.to_owned(), json!(set.state().name()));
        if is_model(set) {
            let scores: Vec<f64> = set.annotations().iter().filter_map(|a| a.origin.score).collect();
            let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
            predictions.push(json!({ "model_version": who, "score": mean, "result": result }));
        } else {
            annotations.push(json!({ "completed_by": { "email": who }, "result": result }));
        }
    }
    let task = json!({
        "data": { OBJECT_NAME: article.text(), "file": &*article.document.file, "states": states },
        "annotations": annotations, "predictions": predictions
    });
    let bytes = task.to_string().into_bytes();
    out.pieces.push(FilePiece { path: "label-studio.json".to_owned(), bytes, part: PieceKind::Next });
    out
}

fn is_model(set: &AnnotationSet) -> bool {
    let mut all = set.annotations().iter().peekable();
    all.peek().is_some() && all.all(|a| a.origin.by == OriginKind::Model)
}

fn region(article: &Article<'_>, annotation: &Annotation, result: &mut Vec<Json>, out: &mut Encoded) {
    out.annotations += 1;
    let parts = annotation.spans.as_slice();
    out.losses
        .extend(article.split(annotation, "each part of a discontinuous annotation is a region of its own"));
    for (n, part) in parts.iter().enumerate() {
        let (start, end) = article.offsets(OffsetUnit::CodePoint, *part);
        let id = if n == 0 { annotation.id.to_string() } else { format!("{}-{n}", annotation.id) };
        let place = json!({ "start": start, "end": end, "text": article.quote(*part) });
        let with = |kind: &str, from: &str, key: &str, value: Json| {
            let mut place = place.clone();
            place[key] = value;
            json!({ "id": id, "type": kind, "from_name": from, "to_name": OBJECT_NAME, "value": place })
        };
        if n == 0 && !article.schema.labels.iter().any(|l| l.id == annotation.label) {
            let reason = "its label is not in the schema, and so not in the labelling configuration";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
        let mut labelled = with("labels", CONTROL_NAME, "labels", json!([&*annotation.label]));
        if let Some(score) = annotation.origin.score {
            labelled["score"] = json!(score);
        }
        labelled["meta"] = Json::Object(Map::from_iter([(
            "tippani".to_owned(),
            json!(ExtraFields::new(article, OffsetUnit::CodePoint, annotation)),
        )]));
        result.push(labelled);
        if n > 0 {
            continue;
        }
        for (attribute, value) in &annotation.attributes {
            // What the configuration has no control for stands in `meta` alone.
            let Some((kind, value)) = control(article.schema, attribute, &value.value) else { continue };
            let name = name_of_control(attribute);
            if kind == "textarea" {
                // A text area's value is its text: the words of the region give way.
                let place = json!({ "start": start, "end": end, "text": value });
                result.push(json!({
                    "id": id, "type": kind, "from_name": name, "to_name": OBJECT_NAME, "value": place
                }));
            } else {
                result.push(with(kind, &name, kind, value));
            }
        }
    }
}

/// The kind of control that shows a value, and its value; nothing where the schema's attribute does not take it.
fn control(schema: &Schema, attribute: &str, value: &Value) -> Option<(&'static str, Json)> {
    let spec = schema.attributes.iter().find(|a| &*a.id == attribute)?;
    let is_option = |id: &String| spec.options.iter().any(|o| *o.id == **id);
    Some(match (spec.kind, value) {
        (AttributeType::Choice, Value::Text(one)) if is_option(one) => ("choices", json!([one])),
        (AttributeType::MultiChoice, Value::Many(many)) if many.iter().all(is_option) => {
            ("choices", json!(many))
        }
        (AttributeType::Flag, Value::Flag(flag)) => ("choices", json!([flag.to_string()])),
        (AttributeType::Number, Value::Number(number)) => ("number", json!(number)),
        (AttributeType::Text | AttributeType::Entity, Value::Text(_) | Value::Entity(_)) => {
            ("textarea", json!([value::plain(value)]))
        }
        _ => return None,
    })
}

/// The labelling configuration that shows such tasks.
pub(super) fn configuration(schema: &Schema) -> Vec<u8> {
    let mut xml = String::from("<View>\n");
    let mut line = |text: String| {
        xml.push_str(&text);
        xml.push('\n');
    };
    line("  <Relations>".to_owned());
    for relation in &schema.relations {
        line(format!("    <Relation value=\"{}\"/>", escape(&relation.id)));
    }
    line("  </Relations>".to_owned());
    line(format!("  <Labels name=\"{CONTROL_NAME}\" toName=\"{OBJECT_NAME}\">"));
    for label in &schema.labels {
        line(format!("    <Label value=\"{}\" hint=\"{}\"/>", escape(&label.id), escape(&label.name)));
    }
    line("  </Labels>".to_owned());
    line(format!("  <Text name=\"{OBJECT_NAME}\" value=\"${OBJECT_NAME}\" granularity=\"symbol\"/>"));
    for attribute in &schema.attributes {
        let name = escape(&name_of_control(&attribute.id));
        match attribute.kind {
            AttributeType::Choice | AttributeType::MultiChoice | AttributeType::Flag => {
                let many = if attribute.kind == AttributeType::MultiChoice { "multiple" } else { "single" };
                line(format!(
                    "  <Choices name=\"{name}\" toName=\"{OBJECT_NAME}\" choice=\"{many}\" perRegion=\"true\">"
                ));
                let flags = ["true", "false"].map(str::to_owned);
                let own = attribute.options.iter().map(|o| o.id.to_string());
                let options: Vec<String> =
                    if attribute.kind == AttributeType::Flag { flags.to_vec() } else { own.collect() };
                for option in options {
                    line(format!("    <Choice value=\"{}\"/>", escape(&option)));
                }
                line("  </Choices>".to_owned());
            }
            AttributeType::Number => {
                line(format!("  <Number name=\"{name}\" toName=\"{OBJECT_NAME}\" perRegion=\"true\"/>"));
            }
            AttributeType::Text | AttributeType::Entity => {
                line(format!("  <TextArea name=\"{name}\" toName=\"{OBJECT_NAME}\" perRegion=\"true\"/>"));
            }
        }
    }
    xml.push_str("</View>\n");
    xml.into_bytes()
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

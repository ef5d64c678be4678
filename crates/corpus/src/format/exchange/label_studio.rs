//! Label Studio JSON: tasks with annotations, and predictions for a model's; its labelling configuration too.
//! <https://labelstud.io/guide/task_format>
//!
//! Offsets are code points. A region's attributes are results with the region's identifier.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::tree::{Look as _, Tree};
use super::value::{self, ExtraFields};
use super::{Article, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record};
use crate::format::Issue;
use crate::model::{Annotation, AnnotationSet, AttributeType, OriginKind, Schema, Value};

/// Name of the control that labels, and of the text it labels.
const CONTROL_NAME: &str = "label";
const OBJECT_NAME: &str = "text";

/// A task.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let (mut annotations, mut predictions) = (Vec::new(), Vec::new());
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
        if is_model(set) {
            let scores: Vec<f64> = set.annotations().iter().filter_map(|a| a.origin.score).collect();
            let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
            predictions.push(json!({ "model_version": who, "score": mean, "result": result }));
        } else {
            annotations.push(json!({ "completed_by": { "email": who }, "result": result }));
        }
    }
    let task = json!({
        "data": { OBJECT_NAME: article.text(), "file": &*article.document.file },
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
            if kind == "textarea" {
                // A text area's value is its text: the words of the region give way.
                let place = json!({ "start": start, "end": end, "text": value });
                result.push(json!({
                    "id": id, "type": kind, "from_name": &**attribute, "to_name": OBJECT_NAME, "value": place
                }));
            } else {
                result.push(with(kind, attribute, kind, value));
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
        let name = escape(&attribute.id);
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

/// One task: a record for each annotation and prediction.
pub(super) fn decode(place: &str, task: &Tree<'_>) -> (Vec<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let data = |key: &str| task.member("data")?.text(key);
    let text = data(OBJECT_NAME).or_else(|| {
        let only =
            task.member("data")?.as_object()?.values().filter_map(Tree::as_str).max_by_key(|t| t.len())?;
        Some(only.to_owned())
    });
    let mut records = Vec::new();
    let annotations = task.list("annotations").iter().chain(task.list("completions")).map(|a| (a, false));
    for (annotation, predicted) in annotations.chain(task.list("predictions").iter().map(|p| (p, true))) {
        if annotation.member("was_cancelled").and_then(Tree::as_bool) == Some(true) {
            issues.push(Issue::new(place, "an annotation was skipped by its annotator", "it was left out"));
            continue;
        }
        let who = annotation.below(&["completed_by", "email"]).and_then(Tree::as_str);
        let version = annotation.member("model_version").and_then(Tree::as_str);
        let mut record = Record {
            place: place.to_owned(),
            file: data("file"),
            text: text.clone(),
            annotator: who.or(version).map(str::to_owned),
            unit: Some(OffsetUnit::CodePoint),
            ..Record::default()
        };
        let mut regions = HashMap::new();
        for result in annotation.list("result") {
            if let Err(what) = read_result(result, &mut record, &mut regions) {
                issues.push(Issue::new(place, what, "it was left out"));
            }
        }
        if predicted {
            let score = annotation.member("score").and_then(Tree::as_f64);
            for mark in &mut record.marks {
                mark.model = Some(version.unwrap_or("model").to_owned());
                mark.score = mark.score.or(score);
            }
        }
        records.push(record);
    }
    (records, issues)
}

/// One result: a region, an attribute of one, or a relation. `regions` is where the last mark of each region stands.
fn read_result(
    result: &Tree<'_>,
    record: &mut Record,
    regions: &mut HashMap<Option<String>, usize>,
) -> Result<(), String> {
    let text = |key: &str| result.member(key).and_then(Tree::as_str);
    let missing = || format!("{} is no result of a text", result.show());
    if text("type") == Some("relation") {
        let end = |key| text(key).map(str::to_owned).ok_or_else(missing);
        let label = result.list("labels").first().and_then(Tree::as_str).unwrap_or("related").to_owned();
        record.links.push(Link { label, from: end("from_id")?, to: end("to_id")? });
        return Ok(());
    }
    let value = result.member("value").ok_or_else(missing)?;
    let id = text("id").map(str::to_owned);
    let labels = ["labels", "hypertextlabels"].iter().find_map(|key| value.member(key)?.as_array());
    if let Some(labels) = labels {
        let (start, end) = value.offset("start").zip(value.offset("end")).ok_or_else(missing)?;
        for label in labels.iter().filter_map(Tree::as_str) {
            let mut mark = Mark {
                id: id.clone(),
                label: label.to_owned(),
                spans: vec![(start, end)],
                quotes: value.member("text").and_then(Tree::as_str).map(str::to_owned).into_iter().collect(),
                score: result.member("score").and_then(Tree::as_f64),
                ..Mark::default()
            };
            if let Some(more) = result.below(&["meta", "tippani"]) {
                value::more(&mut mark, more);
            }
            regions.insert(id.clone(), record.marks.len());
            record.marks.push(mark);
        }
        return Ok(());
    }
    let name = text("from_name").ok_or_else(missing)?;
    let found = ["choices", "number", "text", "rating"].iter().find_map(|key| value.member(key));
    let given = match found.ok_or_else(missing)? {
        Tree::Array(many) if many.len() == 1 => value::from_plain(&many[0]),
        other => value::from_plain(other),
    };
    let given = given.ok_or_else(missing)?;
    let mark = regions.get(&id).and_then(|at| record.marks.get_mut(*at)).ok_or_else(missing)?;
    // What this program wrote itself is more exact, and has its evidence.
    mark.attributes.entry(name.to_owned()).or_insert((given, None));
    Ok(())
}

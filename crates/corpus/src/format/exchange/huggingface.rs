//! A dataset for `datasets` and every engine that reads Parquet: a row for each set, in a Hive-partitioned folder.
//!
//! `data/language=hi/articles.parquet` and its like, with a dataset card. Offsets are code points. `spans` holds every
//! part of every annotation; `ner_tags` and `claim_tags` hold one tag a token, as class labels in IOB2.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::markdown::literal;
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, Tagged, percent, tag, tokens};
use crate::model::{
    Annotation, AnnotationKind, AnnotationSet, AttributeValue, EntityRef, RelationEnd, Schema, Value,
};

/// What the folders of data are called, before the language.
const FOLDER: &str = "data/language=";

/// One row.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    language: &'a str,
    annotator: &'a str,
    state: &'a str,
    text: &'a str,
    spans: Vec<SpanRow<'a>>,
    relations: Vec<RelationRow<'a>>,
    tokens: Vec<&'a str>,
    ner_tags: Vec<usize>,
    ner_tag_names: Vec<&'a str>,
    claim_tags: Vec<usize>,
    claim_tag_names: Vec<&'a str>,
}

/// One part of an annotation; `start` and `end` are code points, `end` is exclusive.
#[derive(Serialize)]
struct SpanRow<'a> {
    id: &'a str,
    part: usize,
    start: usize,
    end: usize,
    label: &'a str,
    layer: &'a str,
    quote: &'a str,
    entity: Option<&'a str>,
    attributes: Vec<AttributeRow<'a>>,
    note: &'a str,
    origin: &'a str,
    score: Option<f64>,
}

/// One attribute; of its values that of its kind is there, and `value` says the same in words.
#[derive(Clone, Default, Serialize)]
struct AttributeRow<'a> {
    name: &'a str,
    value: String,
    values: Option<&'a [String]>,
    number: Option<f64>,
    flag: Option<bool>,
    entity: Option<&'a str>,
    evidence: Option<EvidenceRow<'a>>,
}

/// The words that say so; as in a span.
#[derive(Clone, Copy, Serialize)]
struct EvidenceRow<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Serialize)]
struct RelationRow<'a> {
    id: &'a str,
    label: &'a str,
    from: &'a str,
    to: &'a str,
    to_file: Option<&'a str>,
    to_annotator: Option<&'a str>,
}

/// A row for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let names = [AnnotationKind::Entity, AnnotationKind::Claim].map(|kind| names(article.schema, kind));
    let mut bytes = Vec::with_capacity(article.text().len() * 2);
    for set in article.sets {
        let row = row(article, set, &names, &mut out);
        // Writing into memory cannot fail.
        let _ = serde_json::to_writer(&mut bytes, &row);
        bytes.push(b'\n');
    }
    let path = format!("{FOLDER}{}/articles.parquet", percent::encode(language(article), is_plain));
    out.pieces.push(FilePiece { path, bytes, part: PieceKind::Rows });
    out
}

/// Whether a byte stands in the name of a folder as it is: all do that BCP 47 has.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// BCP 47; `und` where it is not known.
fn language<'a>(article: &'a Article<'_>) -> &'a str {
    article.document.language.as_deref().unwrap_or("und")
}

/// `names` are those of the tags of entities, and of claims.
fn row<'a>(
    article: &'a Article<'_>,
    set: &'a AnnotationSet,
    names: &'a [Vec<String>; 2],
    out: &mut Encoded,
) -> Row<'a> {
    let mut spans = Vec::with_capacity(set.annotations().len());
    for annotation in set.annotations() {
        out.annotations += 1;
        if !article.schema.labels.iter().any(|l| l.id == annotation.label) {
            let reason = "its label is not in the schema: it is in spans, and not among the tags";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
        let attributes: Vec<AttributeRow<'_>> =
            annotation.attributes.iter().map(|(name, value)| attribute(article, name, value)).collect();
        for (part, span) in annotation.spans.as_slice().iter().enumerate() {
            let (start, end) = article.offsets(OffsetUnit::CodePoint, *span);
            spans.push(SpanRow {
                id: annotation.id.as_str(),
                part,
                start,
                end,
                label: &annotation.label,
                layer: annotation.kind.name(),
                quote: article.quote(*span),
                entity: annotation.entity.as_ref().map(EntityRef::as_str),
                attributes: attributes.clone(),
                note: &annotation.note,
                origin: super::origin_name(annotation.origin.by),
                score: annotation.origin.score,
            });
        }
    }
    let relations = set.relations().map(|relation| {
        let (to, to_file, to_annotator) = match &relation.to {
            RelationEnd::Here(to) => (to.as_str(), None, None),
            RelationEnd::There { file, annotator, annotation } => {
                (annotation.as_str(), Some(&**file), Some(annotator.as_str()))
            }
        };
        let (id, from) = (relation.id.as_str(), relation.from.as_str());
        RelationRow { id, label: &relation.label, from, to, to_file, to_annotator }
    });
    let words = tokens(article, set, set.annotations().iter().map(AsRef::as_ref));
    let tags = |kind| tags(&words, set, kind, article.schema);
    let (ner_tags, claim_tags) = (tags(AnnotationKind::Entity), tags(AnnotationKind::Claim));
    let named = |tags: &[usize], names: &'a [String]| {
        tags.iter().map(|tag| names.get(*tag).map_or("O", String::as_str)).collect()
    };
    Row {
        file: &article.document.file,
        language: language(article),
        annotator: set.annotator.as_str(),
        state: set.state().name(),
        text: article.text(),
        spans,
        relations: relations.collect(),
        ner_tag_names: named(&ner_tags, &names[0]),
        claim_tag_names: named(&claim_tags, &names[1]),
        ner_tags,
        claim_tags,
        tokens: words.iter().map(|t| &article.text()[t.range.clone()]).collect(),
    }
}

fn attribute<'a>(article: &'a Article<'_>, name: &'a str, attribute: &'a AttributeValue) -> AttributeRow<'a> {
    let mut row = AttributeRow { name, ..AttributeRow::default() };
    match &attribute.value {
        Value::Text(text) => row.value.clone_from(text),
        Value::Many(all) => {
            row.value = all.join(", ");
            row.values = Some(all);
        }
        Value::Flag(flag) => {
            row.value = flag.to_string();
            row.flag = Some(*flag);
        }
        Value::Number(number) => {
            row.value = number.to_string();
            row.number = Some(*number);
        }
        Value::Entity(entity) => {
            entity.as_str().clone_into(&mut row.value);
            row.entity = Some(entity.as_str());
        }
    }
    row.evidence = attribute.evidence.map(|evidence| {
        let (start, end) = article.offsets(OffsetUnit::CodePoint, evidence.span);
        EvidenceRow { start, end, quote: article.quote(evidence.span) }
    });
    row
}

/// Of each token the index of its tag in [`names`].
fn tags(words: &[super::Token], set: &AnnotationSet, kind: AnnotationKind, schema: &Schema) -> Vec<usize> {
    let labels = schema.labels.iter().filter(|l| l.kind == kind).enumerate();
    let numbers: HashMap<&str, usize> = labels.map(|(n, l)| (&*l.id, 2 * n + 1)).collect();
    let known = |a: &&Annotation| a.kind == kind && numbers.contains_key(&*a.label);
    let Tagged { tags, .. } = tag(words, set.annotations().iter().map(AsRef::as_ref).filter(known));
    let number = |tag: &Option<(bool, &Annotation)>| {
        tag.and_then(|(first, a)| Some(numbers.get(&*a.label)? + usize::from(!first))).unwrap_or_default()
    };
    tags.iter().map(number).collect()
}

/// The tags of a layer: `O`, then `B-` and `I-` of each label in the order of the schema.
fn names(schema: &Schema, kind: AnnotationKind) -> Vec<String> {
    let labels = schema.labels.iter().filter(|l| l.kind == kind);
    let tags = labels.flat_map(|l| [format!("B-{}", l.id), format!("I-{}", l.id)]);
    std::iter::once("O".to_owned()).chain(tags).collect()
}

/// What `datasets` keeps in a Parquet file to know class labels again: the value of the key `huggingface`.
pub(super) fn features(schema: &Schema) -> Json {
    let text = json!({ "dtype": "string", "_type": "Value" });
    let number = json!({ "dtype": "int64", "_type": "Value" });
    let texts = json!({ "feature": text, "_type": "Sequence" });
    let tags = |kind| json!({ "feature": { "names": names(schema, kind), "_type": "ClassLabel" }, "_type": "Sequence" });
    json!({ "info": { "features": {
        "file": text, "language": text, "annotator": text, "state": text, "text": text,
        "spans": [{
            "id": text, "part": number, "start": number, "end": number, "label": text, "layer": text, "quote": text,
            "entity": text, "attributes": [{
                "name": text, "value": text, "values": texts, "number": { "dtype": "float64", "_type": "Value" },
                "flag": { "dtype": "bool", "_type": "Value" }, "entity": text,
                "evidence": { "start": number, "end": number, "quote": text }
            }], "note": text, "origin": text,
            "score": { "dtype": "float64", "_type": "Value" }
        }],
        "relations": [{
            "id": text, "label": text, "from": text, "to": text, "to_file": text, "to_annotator": text
        }],
        "tokens": texts,
        "ner_tags": tags(AnnotationKind::Entity), "ner_tag_names": texts,
        "claim_tags": tags(AnnotationKind::Claim), "claim_tag_names": texts
    } } })
}

/// The dataset card: `README.md`, its head as the hub reads it.
pub(super) fn card(schema: &Schema, files: &[String]) -> Vec<(String, Vec<u8>)> {
    let folders: BTreeSet<&str> =
        files.iter().filter_map(|f| f.strip_prefix(FOLDER)?.split('/').next()).collect();
    // What is quoted as JSON is a text for YAML, too, where a bare `no` is no language but false.
    let languages: Vec<(&str, Json)> =
        folders.into_iter().map(|folder| (folder, Json::from(percent::decode(folder)))).collect();
    let mut card = "---\nlanguage:\n".to_owned();
    for (_, language) in &languages {
        let _ = writeln!(card, "- {language}");
    }
    card.push_str("task_categories:\n- token-classification\nconfigs:\n");
    card.push_str("- config_name: all\n  default: true\n  data_files: data/*/*.parquet\n");
    for (folder, language) in &languages {
        let data = Json::from(format!("{FOLDER}{folder}/*.parquet"));
        let _ = writeln!(card, "- config_name: {language}\n  data_files: {data}");
    }
    let has_entities = files.iter().any(|file| file == "entities.parquet");
    if has_entities {
        card.push_str("- config_name: entities\n  data_files: entities.parquet\n");
    }
    let title = literal(if schema.name.is_empty() { "Annotated articles" } else { &schema.name });
    let _ = write!(
        card,
        "---\n\n# {title}\n\n\
         A row holds one annotator's annotations of one article.\n\n\
         | column | what it holds |\n|---|---|\n\
         | `file`, `annotator`, `state` | the article, whose annotations, how far they had come |\n\
         | `text` | the article as it was annotated |\n\
         | `spans` | every part of every annotation: `start` and `end` count Unicode code points of `text`, `end` is \
         exclusive, and `text[start:end] == quote`; parts of one annotation share an `id` |\n\
         | `language` | BCP 47, `und` where it is not known; the folders are named after it, too |\n\
         | `spans.attributes` | what is said of an annotation: `value` in words, or as `number`, `flag`, `values` or `entity`; \
         `evidence` as in a span |\n\
         | `relations` | links between annotations, by `id`; `to_file` and `to_annotator` where they lead out of the row |\n\
         | `tokens` | the words of UAX #29, with hyphenated names, abbreviations and addresses whole, `’s` apart, and scripts without \
         blanks divided by dictionary; cut at the edges of annotations |\n\
         | `ner_tags`, `claim_tags`, and in words `ner_tag_names`, `claim_tag_names` | one IOB2 tag a token; where annotations share words the longest has them |\n\n\
         `EXPORT.md` says what is not here.\n\n## Labels\n\n"
    );
    if has_entities {
        let row = "who the entities of `spans` are, one a row: `id` is what `entity` names";
        let _ = writeln!(card, "`entities.parquet` (configuration `entities`) says {row}.\n");
    }
    for label in &schema.labels {
        let (id, description) = (literal(&label.id), literal(&label.description));
        let _ = writeln!(card, "- {id} ({}): {description}", label.kind.name());
    }
    vec![("README.md".to_owned(), card.into_bytes())]
}

//! One article a line with everything that its sidecars know: this program's own interchange.
//!
//! ```json
//! {"format": "tippani/article", "version": 1, "file": "a.txt", "unit": "code-point", "text": "…", "sets": [ … ]}
//! ```
//! Each set is a sidecar, key for key.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value as Json, json};

use super::read::{Entry, ReadError};
use super::repeats::{Repeats, left_out};
use super::{Article, Encoded, FilePiece, OffsetUnit, PieceKind, Reading, Record, Remark};
use crate::format::sidecar;
use crate::model::ArticleDetails;

const FORMAT: &str = "tippani/article";

/// A line with all sets.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut sets: Vec<Box<RawValue>> = Vec::new();
    for set in article.sets {
        // A set that no sidecar can hold would have been refused when it was saved.
        let Ok(bytes) = sidecar::encode(set, article.document) else { continue };
        let Some(json) = compact(&bytes) else { continue };
        out.annotations += set.annotations().len();
        sets.push(json);
    }
    let line = LineShape {
        format: FORMAT,
        version: 1,
        file: &article.document.file,
        language: article.document.language.as_deref(),
        details: details(article),
        sha256: &article.document.sha256,
        unit: OffsetUnit::CodePoint.name(),
        text: article.text(),
        sets: &sets,
    };
    let mut bytes = serde_json::to_vec(&line).unwrap_or_default();
    bytes.push(b'\n');
    out.pieces.push(FilePiece { path: "articles.jsonl".to_owned(), bytes, part: PieceKind::Next });
    out
}

/// What is known of an article beside its text; what an analyst typed of it stands in their set as well.
fn details(article: &Article<'_>) -> Option<Json> {
    let details = article.details.filter(|details| !details.is_empty())?;
    let known = ArticleDetails::NAMES.into_iter().zip(details.values());
    Some(known.filter_map(|(name, value)| Some((name.to_owned(), Json::from(value?)))).collect())
}

#[derive(serde::Serialize)]
struct LineShape<'a> {
    format: &'a str,
    version: u32,
    file: &'a str,
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Json>,
    sha256: &'a str,
    unit: &'a str,
    text: &'a str,
    sets: &'a [Box<RawValue>],
}

/// JSON without its line endings and indents: those outside of strings.
fn compact(pretty: &[u8]) -> Option<Box<RawValue>> {
    let text = std::str::from_utf8(pretty).ok()?;
    // Within a string a line ending is escaped, so every line is cut at its indent safely.
    let joined: String = text.lines().map(str::trim_start).collect();
    RawValue::from_string(joined).ok()
}

/// What is read of a line.
#[derive(Deserialize)]
struct Read<'a> {
    #[serde(borrow, default)]
    format: Cow<'a, str>,
    #[serde(borrow, default)]
    file: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    sets: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Whose {
    #[serde(default)]
    annotator: Option<String>,
}

/// One line: a record for each set; of an article without sets one that has no marks.
pub(super) fn decode(entry: &Entry<'_>, json: &str) -> Result<Reading, ReadError> {
    let line: Read<'_> = serde_json::from_str(json)?;
    if line.format != FORMAT {
        let remark = Remark::dropped(entry.place, "a line is not of this format", json);
        return Ok(Reading { records: Vec::new(), remarks: vec![remark] });
    }
    let own = |text: &Option<Cow<'_, str>>| text.as_ref().map(|t| t.clone().into_owned());
    let record = |set: Option<&&RawValue>| Record {
        place: entry.place.to_owned(),
        file: own(&line.file),
        text: own(&line.text),
        annotator: set.and_then(|set| serde_json::from_str::<Whose>(set.get()).ok()?.annotator),
        unit: Some(OffsetUnit::CodePoint),
        sidecar: set.map(|set| set.get().to_owned()),
        ..Record::default()
    };
    let mut reading = Reading::default();
    let (bytes, mut repeats) = (line.text.as_ref().map_or(0, |text| text.len()), Repeats::default());
    for set in &line.sets {
        if repeats.take(bytes) {
            reading.records.push(record(Some(set)));
        } else {
            reading.remarks.push(left_out(entry.place, None, 0));
        }
    }
    if line.sets.is_empty() {
        reading.records.push(record(None));
    }
    Ok(reading)
}

/// What a line of this format is, as a JSON Schema.
#[must_use]
pub fn schema() -> Json {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One article with its annotations",
        "type": "object",
        "required": ["format", "version", "file", "unit", "text", "sets"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": 1 },
            "file": { "type": "string", "description": "The article, relative to the workspace" },
            "language": { "type": ["string", "null"], "description": "BCP 47" },
            "details": {
                "type": "object",
                "description": "What is known of the article: title, publisher, author, date, url, language",
                "additionalProperties": { "type": "string" }
            },
            "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
            "unit": { "const": "code-point", "description": "What offsets count" },
            "text": { "type": "string" },
            "sets": { "type": "array", "items": { "$ref": "annotations.schema.json" } }
        }
    })
}

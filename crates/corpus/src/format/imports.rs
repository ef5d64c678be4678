//! What was decided at imports into a workspace, so that the next one does the same: `imports.json`.
//!
//! ```json
//! {"format": "tippani/imports", "version": 1, "labels": {"GPE": "location"}}
//! ```
//! `labels` has the labels of files that become others. Members that this version does not know stay.

use serde_json::{Map, Value as Json, json};

/// The name of the file in the workspace's folder.
pub const FILE_NAME: &str = "imports.json";
const FORMAT: &str = "tippani/imports";
const VERSION: u64 = 1;

/// Labels of files, and what each becomes.
pub type LabelPairs = Vec<(String, String)>;

/// The labels of a file.
///
/// # Errors
/// In words, when it is none of this format, or of a later version.
pub fn decode(bytes: &[u8]) -> Result<LabelPairs, String> {
    let all = object(bytes)?;
    let labels = all.get("labels").and_then(Json::as_object).into_iter().flatten();
    Ok(labels.filter_map(|(from, to)| Some((from.clone(), to.as_str()?.to_owned()))).collect())
}

/// A file with more labels than it had; `old` is what it was, where it was there. Its labels stand in the order of their names.
///
/// # Errors
/// As [`decode`], of the old file.
pub fn encode(old: Option<&[u8]>, labels: &[(String, String)]) -> Result<Vec<u8>, String> {
    let mut all = match old {
        Some(bytes) => object(bytes)?,
        None => Map::from_iter([
            ("format".to_owned(), json!(FORMAT)),
            ("version".to_owned(), json!(VERSION)),
            ("labels".to_owned(), json!({})),
        ]),
    };
    let known = all.entry("labels").or_insert_with(|| json!({}));
    if let Json::Object(known) = known {
        known.extend(labels.iter().map(|(from, to)| (from.clone(), json!(to))));
        known.sort_keys();
    }
    Ok(format!("{:#}\n", Json::Object(all)).into_bytes())
}

fn object(bytes: &[u8]) -> Result<Map<String, Json>, String> {
    let all: Json = serde_json::from_slice(bytes).map_err(|error| format!("it is no JSON: {error}"))?;
    match all {
        Json::Object(all) if all.get("format").and_then(Json::as_str) == Some(FORMAT) => {
            match all.get("version").and_then(Json::as_u64) {
                Some(version) if version <= VERSION => Ok(all),
                _ => Err("it is of a later version".to_owned()),
            }
        }
        _ => Err(format!("it is not of the format {FORMAT}")),
    }
}

/// What a file of this format is, as a JSON Schema.
#[must_use]
pub fn schema() -> Json {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What was decided at imports, version 1",
        "type": "object",
        "required": ["format", "version", "labels"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": VERSION },
            "labels": {
                "type": "object",
                "additionalProperties": { "type": "string" },
                "description": "Labels of files, and the label of the workspace that each becomes"
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    fn pair(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn labels_are_added_and_what_is_not_known_stays() {
        let one = encode(None, &[pair("ORG", "organization"), pair("GPE", "location")]).unwrap();
        assert_eq!(decode(&one).unwrap(), [pair("GPE", "location"), pair("ORG", "organization")]);
        let old = br#"{"format":"tippani/imports","version":1,"labels":{"GPE":"event"},"more":[1]}"#;
        let two = encode(Some(old), &[pair("GPE", "location")]).unwrap();
        assert_eq!(decode(&two).unwrap(), [pair("GPE", "location")]);
        assert!(String::from_utf8(two).unwrap().contains("\"more\""));
        assert!(decode(b"{}").is_err() && decode(b"[").is_err());
        assert!(decode(br#"{"format":"tippani/imports","version":2,"labels":{}}"#).is_err());
    }
}

//! Which format a file is in, told from its name and its first bytes.

use super::{Format, conll, encoded, webanno_tsv};
use crate::format::encoding;

/// So many lines tell whether a file is of columns.
const MAX_LINES: usize = 200;

/// The format that a file looks like, by its name and its first bytes, which gzip is off already; nothing where it looks like
/// none that is read.
#[must_use]
pub fn recognize(name: &str, head: &[u8]) -> Option<&'static Format> {
    let text = match encoded::wide(head) {
        Some(encoding) => encoding.decode(head).into(),
        None => String::from_utf8_lossy(encoding::without_bom(head)),
    };
    let text = text.trim_start_matches('\u{feff}');
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let id = of_ending(name, head).or_else(|| of_content(text.trim_start()))?;
    Format::find(id).filter(|format| format.is_read())
}

fn of_ending(name: &str, head: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1;
    match ending {
        "ann" => Some("brat"),
        "bdocjs" => Some("bdocjs"),
        "jsonld" => Some("w3c"),
        "conllu" => Some("conllu"),
        "spacy" if !head.is_empty() => Some("spacy"),
        _ => None,
    }
}

fn of_content(text: &str) -> Option<&'static str> {
    if text.starts_with("#FORMAT=WebAnno TSV") || webanno_tsv::is_old(text) {
        return Some("webanno-tsv");
    }
    if text.starts_with('<') {
        let has = |what: &str| text.contains(what);
        return if has("<xmi:XMI") || has("http:///uima/cas.ecore") {
            Some("xmi")
        } else if has("http://www.tei-c.org/ns/1.0") {
            Some("tei")
        } else {
            None
        };
    }
    if text.starts_with('{') || text.starts_with('[') {
        return of_json(text);
    }
    let lines: Vec<&str> = text.lines().take(MAX_LINES).collect();
    let is_standoff = |line: &&str| {
        let is_id = |id: &str| {
            id == "*"
                || (id.starts_with(['T', 'R', 'E', 'A', 'N', 'M', '#'])
                    && id[1..].bytes().all(|b| b.is_ascii_digit())
                    && id.len() > 1)
        };
        line.split_once('\t').is_some_and(|(id, _)| is_id(id))
    };
    let full: Vec<&&str> = lines.iter().filter(|line| !line.trim().is_empty()).collect();
    if !full.is_empty() && full.iter().all(|line| is_standoff(line)) {
        return Some("brat");
    }
    conll::columns_of(&lines)
}

fn of_json(text: &str) -> Option<&'static str> {
    // What is within a member's value, or is one, is no name of a member.
    let has = |key: &str| {
        let key = format!("\"{key}\"");
        text.split(&key).skip(1).any(|after| after.trim_start().starts_with(':'))
    };
    let all = |keys: &[&str]| keys.iter().all(|key| has(key));
    let any = |keys: &[&str]| keys.iter().any(|key| has(key));
    // A list follows that begins so.
    let begins = |key: &str, first: char| {
        let key = format!("\"{key}\"");
        text.split(&key).skip(1).any(|after| {
            let within =
                after.trim_start().strip_prefix(':').and_then(|after| after.trim_start().strip_prefix('['));
            within.is_some_and(|within| within.trim_start().starts_with(first))
        })
    };
    let listed = |key: &str| begins(key, '[');
    Some(if text.contains("\"tippani/article\"") {
        "jsonl"
    } else if any(&["%FEATURE_STRUCTURES", "%TYPES"]) {
        "cas-json"
    } else if has("annotation_sets") {
        "bdocjs"
    } else if text.contains("http://www.w3.org/ns/anno") || all(&["target", "selector"]) {
        "w3c"
    } else if has("denotations") {
        "pubannotation"
    } else if all(&["documents", "passages"]) {
        "bioc"
    } else if all(&["paragraphs", "tokens", "orth"]) {
        "spacy-json"
    } else if any(&["ner_tags", "ner"]) && has("tokens") {
        "hf-tokens"
    } else if (any(&["annotations", "completions", "predictions"]) && has("data") && has("result"))
        || (text.starts_with('[') && all(&["labels", "start", "end"]))
    {
        "label-studio"
    } else if any(&["_task_hash", "_input_hash", "token_start", "_annotator_id", "_session_id", "answer"])
        || all(&["text", "spans"])
    {
        "prodigy"
    } else if all(&["relations", "start_offset"]) {
        "doccano-relations"
    } else if listed("entities") {
        // Both tools write the same, but for what they say of the whole text.
        if begins("cats", '"') { "doccano" } else { "spacy-json" }
    } else if listed("label")
        || listed("labels")
        || has("start_offset")
        // A label without a text is of a list of labels, or of rules.
        || any(&["label", "labels"]) && any(&["text", "data"])
    {
        "doccano"
    } else {
        return None;
    })
}

//! Words with tags as numbers, as datasets for token classification have them: `tokens`, `ner_tags`, `id2label`.
//!
//! Every line says what its numbers mean. Where a file does not, they are taken as IOB2: an odd one begins what the even one
//! after it goes on with.

use serde_json::{Map, Value as Json, json};

use super::conll::{Layer, Tag};
use super::read::Entry;
use super::tree::{Look as _, Tree};
use super::{
    Article, Encoded, FilePiece, OffsetUnit, PieceKind, Reading, Record, Remark, Tagged, tag, tokens, value,
};
use crate::model::{Annotation, AnnotationKind, AnnotationSet, State};

/// Members that hold tags of words, and may be a layer each.
const TAGS: [&str; 6] = ["ner_tags", "claim_tags", "ner", "tags", "labels", "fine_ner_tags"];

/// A line for each set: entities and claims apart, since claims hold entities as a rule.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let all = || set.annotations().iter().map(AsRef::as_ref);
        let words = tokens(article, set, all());
        let (names, numbers) = numbers(set);
        let mut line = Map::new();
        line.insert("id".to_owned(), json!(format!("{}#{}", article.document.file, set.annotator)));
        let texts: Vec<&str> = words.iter().map(|word| &article.text()[word.range.clone()]).collect();
        line.insert("tokens".to_owned(), json!(texts));
        for (kind, key) in [(AnnotationKind::Entity, "ner_tags"), (AnnotationKind::Claim, "claim_tags")] {
            let Tagged { tags, marks } = tag(&words, all().filter(|a: &&Annotation| a.kind == kind));
            let number = |tag: &Option<(bool, &Annotation)>| {
                tag.map_or(0, |(first, a)| numbers.get(&*a.label).map_or(0, |n| n + usize::from(!first)))
            };
            line.insert(key.to_owned(), json!(tags.iter().map(number).collect::<Vec<usize>>()));
            for (annotation, parts) in marks {
                let taken = "a word has one tag; a longer annotation covers these words";
                article.note_tagging(annotation, (&words, parts), taken, &mut out);
            }
        }
        line.insert("id2label".to_owned(), Json::Object(names));
        line.insert("text".to_owned(), json!(article.text()));
        line.insert("file".to_owned(), json!(&*article.document.file));
        line.insert("annotator".to_owned(), json!(set.annotator.as_str()));
        line.insert("state".to_owned(), json!(set.state().name()));
        bytes.extend_from_slice(Json::Object(line).to_string().as_bytes());
        bytes.push(b'\n');
        let reason = "tags have no relations";
        out.losses.extend(set.relations().map(|relation| article.lost_relation(relation, reason)));
    }
    out.pieces.push(FilePiece { path: "hf-tokens.jsonl".to_owned(), bytes, part: PieceKind::Next });
    out
}

/// What each number means, and the number of the first tag of each label.
fn numbers(set: &AnnotationSet) -> (Map<String, Json>, std::collections::BTreeMap<String, usize>) {
    let labels: std::collections::BTreeSet<&str> = set.annotations().iter().map(|a| &*a.label).collect();
    let mut names = Map::from_iter([("0".to_owned(), json!("O"))]);
    let mut numbers = std::collections::BTreeMap::new();
    for (n, label) in labels.into_iter().enumerate() {
        numbers.insert(label.to_owned(), 2 * n + 1);
        names.insert((2 * n + 1).to_string(), json!(format!("B-{label}")));
        names.insert((2 * n + 2).to_string(), json!(format!("I-{label}")));
    }
    (names, numbers)
}

/// One line.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let words: Option<Vec<&str>> = ["tokens", "words"]
        .iter()
        .find_map(|key| json.member(key)?.as_array())
        .map(|all| all.iter().filter_map(Tree::as_str).collect());
    let layers: Vec<(&str, &[Tree<'_>])> =
        TAGS.iter().filter_map(|key| Some((*key, json.member(key)?.as_array()?))).collect();
    let Some(words) = words.filter(|_| !layers.is_empty()) else {
        let what = "a line has no tokens or tags";
        reading.remarks.push(Remark::dropped(entry.place, what, &json.show()));
        return reading;
    };
    let own = json.text("text");
    let (text, places) = match own.as_deref().and_then(|text| found(text, &words)) {
        Some(places) => (own.unwrap_or_default(), places),
        None => joined(&words),
    };
    let mut record = Record {
        place: entry.place.to_owned(),
        file: json.text("file"),
        title: json.text("title"),
        text: Some(text),
        annotator: json.text("annotator"),
        state: json.text("state").as_deref().and_then(value::state_of).or(Some(State::Done)),
        unit: Some(OffsetUnit::CodePoint),
        ..Record::default()
    };
    for (key, tags) in layers {
        if tags.len() != words.len() {
            let what = "the numbers of tags and tokens differ";
            let example = format!("{key}: {} tags, {} words", tags.len(), words.len());
            let named =
                tags.iter().filter(|tag| tag.as_u64() != Some(0) && tag.as_str() != Some("O")).count();
            reading.remarks.push(Remark::without(entry.place, what, &example, named));
            continue;
        }
        let mut layer = Layer::default();
        for (tag, place) in tags.iter().zip(&places) {
            let name = named(json, tag);
            let read = name.as_deref().and_then(Tag::read);
            if read.is_none() {
                let what = "an unknown tag";
                reading.remarks.push(Remark::new(
                    entry.place,
                    what,
                    &tag.show(),
                    "the word was kept untagged",
                ));
            }
            layer.tag(read.unwrap_or(Tag::Outside), *place, &mut record.marks);
        }
        let is_unnamed = tags.iter().any(|tag| tag.as_u64().is_some_and(|n| n > 0)) && names(json).is_none();
        if is_unnamed {
            let hint = "name them with --map, e.g. --map 1=person";
            reading.remarks.push(Remark::new(entry.place, "tags are numbers without names", key, hint));
        }
    }
    record.tokens = places;
    reading.records.push(record);
    reading
}

/// What numbers mean, where the line says it.
fn names<'t, 'j>(json: &'t Tree<'j>) -> Option<&'t Tree<'j>> {
    ["id2label", "names", "label_names"].iter().find_map(|key| json.member(key))
}

/// A tag in words: as it is written, as the line says, or as IOB2 counts.
fn named(json: &Tree<'_>, tag: &Tree<'_>) -> Option<String> {
    if let Some(text) = tag.as_str() {
        return Some(text.to_owned());
    }
    let number = tag.number()?;
    match names(json) {
        Some(Tree::Array(all)) => all.get(number)?.as_str().map(str::to_owned),
        Some(all) => all.text(&number.to_string()),
        None if number == 0 => Some("O".to_owned()),
        None => Some(format!("{}-{}", if number % 2 == 1 { "B" } else { "I" }, number.div_ceil(2))),
    }
}

/// Where words stand in a text, one after the other, in code points.
pub(super) fn found(text: &str, words: &[&str]) -> Option<Vec<(usize, usize)>> {
    let (mut byte, mut chars) = (0, 0);
    let mut places = Vec::with_capacity(words.len());
    for word in words {
        let gap = text.get(byte..)?.find(word)?;
        if !text[byte..byte + gap].chars().all(char::is_whitespace) {
            return None;
        }
        let start = chars + text[byte..byte + gap].chars().count();
        let end = start + word.chars().count();
        places.push((start, end));
        (byte, chars) = (byte + gap + word.len(), end);
    }
    Some(places)
}

/// Words with a blank between.
pub(super) fn joined(words: &[&str]) -> (String, Vec<(usize, usize)>) {
    let mut at = 0;
    let place = |word: &&str| {
        let start = at;
        at = start + word.chars().count() + 1;
        (start, at - 1)
    };
    let places = words.iter().map(place).collect();
    (words.join(" "), places)
}

//! References of a file whose type system is missing: numbers that are identifiers of what a feature can refer to.

use std::collections::{HashMap, HashSet};

use super::super::Remark;
use super::super::cas::{Feature, OF_PIPELINES, SOFA, Structure, is_linguistic};
use crate::model::Value;

/// Features of annotations that are never references, whatever number they hold.
const VALUES: [&str; 11] = [
    "begin",
    "end",
    "id",
    "value",
    "label",
    "Label",
    "role",
    "identifier",
    "referenceType",
    "elements",
    "details",
];

/// What all values of a feature of one type have in common.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// Whether each is numbers alone.
    are_numbers: bool,
    /// Whether each number is of something that can be referred to.
    are_found: bool,
    /// Whether numbers are many, or of something else.
    is_doubtful: bool,
}

/// Makes references of those features whose every value is of annotations, links or arrays; tells of others that look like such.
pub(super) fn resolve(structures: &mut [Structure], place: &str, remarks: &mut Vec<Remark>) {
    let is_end = |s: &Structure| {
        (s.features.contains_key("begin") && s.features.contains_key("end"))
            || s.features.contains_key("target")
            || s.kind == "uima.cas.FSArray"
    };
    let ends: HashSet<String> = structures.iter().filter(|s| is_end(s)).map(|s| s.id.clone()).collect();
    let all: HashSet<&str> = structures.iter().filter(|s| s.kind != SOFA).map(|s| s.id.as_str()).collect();
    let mut seen: HashMap<(String, String), Seen> = HashMap::new();
    for structure in structures.iter().filter(|s| may_refer(s)) {
        for (name, text) in structure.features.iter().filter_map(|(name, f)| Some((name, text(name, f)?))) {
            let are_numbers = text.split(' ').all(is_number);
            let are_found = are_numbers && text.split(' ').all(|id| id != structure.id && ends.contains(id));
            let is_doubtful =
                are_numbers && (text.contains(' ') || text.split(' ').all(|id| all.contains(id)));
            let seen = seen.entry((structure.kind.clone(), name.clone()));
            let seen = seen.or_insert(Seen { are_numbers: true, are_found: true, is_doubtful: false });
            seen.are_numbers &= are_numbers;
            seen.are_found &= are_found;
            seen.is_doubtful |= is_doubtful;
        }
    }
    for structure in structures.iter_mut().filter(|s| may_refer(s)) {
        let kind = structure.kind.clone();
        for (name, feature) in &mut structure.features {
            let Some(text) = text(name, feature).map(str::to_owned) else { continue };
            match seen.get(&(kind.clone(), name.clone())) {
                Some(seen) if seen.are_found => {
                    let mut ids: Vec<String> = text.split(' ').map(str::to_owned).collect();
                    let one = if ids.len() == 1 { ids.pop() } else { None };
                    *feature = one.map_or(Feature::References(ids), Feature::Reference);
                }
                Some(seen) if seen.are_numbers && seen.is_doubtful => {
                    let what = "a feature may refer to annotations, but the type system is missing";
                    let hint = "kept as text; put TypeSystem.xml beside the file and import it again";
                    remarks.push(Remark::new(place, what, &format!("{name}={text}"), hint));
                }
                _ => {}
            }
        }
    }
}

fn may_refer(structure: &Structure) -> bool {
    let is_part = structure.features.contains_key("begin") && structure.features.contains_key("end");
    // Of these no mark is made, so what they refer to is nobody's loss.
    let is_of_pipeline = OF_PIPELINES.contains(&structure.short()) || is_linguistic(&structure.kind);
    is_part && !is_of_pipeline && structure.short() != "CASMetadata"
}

fn text<'f>(name: &str, feature: &'f Feature) -> Option<&'f str> {
    match feature {
        Feature::Plain(Value::Text(text)) if !VALUES.contains(&name) && !text.is_empty() => Some(text),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

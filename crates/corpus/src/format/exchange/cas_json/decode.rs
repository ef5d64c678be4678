//! A CAS in JSON to feature structures.

use super::super::cas::{ArrayRoom, Feature, Structure, articles};
use super::super::read::Entry;
use super::super::tree::{Look as _, Tree, identifier};
use super::super::{Reading, Remark, value};

/// One file.
pub(crate) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let structures: Vec<Structure> = match json.member("%FEATURE_STRUCTURES") {
        Some(Tree::Array(all)) => {
            all.iter().map(|s| structure(identifier(s.member("%ID")).unwrap_or_default(), s)).collect()
        }
        Some(Tree::Object(all)) => all.iter().map(|(id, s)| structure(id.to_owned(), s)).collect(),
        _ => {
            let remark = Remark::dropped(entry.place, "it has no feature structures", "");
            return Reading { records: Vec::new(), remarks: vec![remark] };
        }
    };
    articles(entry.place, &with_arrays(structures, json))
}

/// A structure with its features; `@name` refers to another, `#name` holds a number that is none in JSON.
fn structure(id: String, json: &Tree<'_>) -> Structure {
    let mut all = Structure { id, kind: json.text("%TYPE").unwrap_or_default(), ..Structure::default() };
    all.sofa = identifier(json.member("@sofa"));
    for (key, member) in json.as_object().into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter) {
        if key == "@sofa" || key.starts_with('%') || key.starts_with('^') {
            continue;
        }
        let feature = match key.strip_prefix('@') {
            Some(_) => identifier(Some(member)).map(Feature::Reference),
            None => value::from_plain(member).map(Feature::Plain),
        };
        let name = key.trim_start_matches(['@', '#']).to_owned();
        all.features.extend(feature.map(|feature| (name, feature)));
    }
    all
}

/// The same with arrays in place of the structures that hold them.
fn with_arrays(mut structures: Vec<Structure>, json: &Tree<'_>) -> Vec<Structure> {
    let size = |all: &Tree<'_>| -> usize {
        all.each().iter().map(|one| one.as_str().map_or(1, |text| text.len() + 1)).sum()
    };
    let elements: std::collections::HashMap<String, (&Tree<'_>, usize)> = json
        .list("%FEATURE_STRUCTURES")
        .iter()
        .filter_map(|s| Some((identifier(s.member("%ID"))?, s.member("%ELEMENTS")?)))
        .map(|(id, all)| (id, (all, size(all))))
        .collect();
    if elements.is_empty() {
        return structures;
    }
    let mut room = ArrayRoom::of(elements.values().map(|(_, size)| *size));
    for feature in structures.iter_mut().flat_map(|s| s.features.values_mut()) {
        let Feature::Reference(id) = &*feature else { continue };
        let Some((all, _)) = elements.get(id).filter(|(_, size)| room.take(*size)) else { continue };
        let ids: Option<Vec<String>> =
            all.each().iter().map(|one| one.number().map(|id| id.to_string())).collect();
        *feature = match (ids, value::from_plain(all)) {
            (_, Some(plain)) => Feature::Plain(plain),
            (Some(ids), None) => Feature::References(ids),
            (None, None) => continue,
        };
    }
    structures
}

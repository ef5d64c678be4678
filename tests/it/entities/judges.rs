//! Outside readers see whom mentions are of in what was exported, and who those are.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use tippani::format::exchange::{Fate, Format};
use tippani::jobs::{CancelToken, ExportOptions, export, read_registry};
use tippani::model::{AnnotationSet, EntityId, EntityRef};
use tippani::store;

use crate::judges::{ask, judge};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The mentions of a workspace that are linked to an entity, as words and identifier.
fn linked_mentions(root: &Path) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for entry in store::scan(root, &mut |_| true).unwrap().articles {
        let loaded = store::load_sets(root, &entry.file, &entry.annotators).unwrap();
        for annotation in loaded.sets.iter().flat_map(AnnotationSet::annotations) {
            if let Some(EntityRef::Entity(id)) = &annotation.entity {
                let words = loaded.document.text.slice(annotation.spans.first()).to_owned();
                links.push((words, id.to_string()));
            }
        }
    }
    links.sort();
    links
}

#[test]
fn outside_readers_see_whom_mentions_are_of() {
    let Some(python) = judge() else { return };
    let (registry, _) = read_registry(&samples()).unwrap().value;
    for id in ["jsonl", "brat", "w3c", "cas-json", "xmi", "huggingface", "csv"] {
        let out = tempfile::tempdir().unwrap();
        let how = ExportOptions {
            path: samples(),
            format: Format::find(id).unwrap(),
            out: out.path().to_owned(),
            only: None,
            annotators: Vec::new(),
            accepted: false,
            original_labels: false,
        };
        let exported = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
        let printed = ask(&python, "entities.py", &[id, out.path().to_str().unwrap()], "");
        let seen: Json = serde_json::from_str(&printed).unwrap();
        let expected = linked_mentions(&samples());
        assert!(expected.len() > 40, "{}", expected.len());
        if !exported.losses.iter().any(|loss| loss.fate == Fate::Dropped || loss.fate == Fate::Split) {
            assert_eq!(seen["links"], json!(expected), "{id}");
        }
        for (_, entity) in &expected {
            let view = registry.view(&EntityId::new(entity).unwrap()).unwrap();
            let names: HashSet<&str> =
                seen["names"][entity].as_array().unwrap().iter().filter_map(Json::as_str).collect();
            assert_eq!(names, view.names().collect::<HashSet<_>>(), "{id}: {entity}");
        }
    }
}

//! Exports say whom mentions are of, each format in its own way, and who those are beside the data.

use std::path::Path;

use tippani::format::entities::encode;
use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ExportOptions, export};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, EntityRef};
use tippani::store;
use tippani::text::{ByteOffset, Span};

use super::{part, person};
use crate::folder::{contents, folder};

const TEXT: &str = "बेलोसोव met Asha.";

/// A mention of Andrei Belousov, whom Ravi's part of the registry has, and one of nobody.
fn workspace() -> tempfile::TempDir {
    let registry = encode(&part("ravi", &[person("belousov", &["Andrei Belousov", "बेलोसोव"], 1)]));
    let folder = folder(&[("a.txt", TEXT.as_bytes()), ("entities.ravi.json", &registry)]);
    let asha = Annotator::new("asha").unwrap();
    let loaded = store::load(folder.path(), "a.txt", &asha).unwrap();
    let mut set = AnnotationSet::new(asha);
    for (n, (words, entity)) in [("बेलोसोव", Some("belousov")), ("Asha", None)].into_iter().enumerate()
    {
        let start = TEXT.find(words).unwrap();
        let (start, end) = (ByteOffset::new(start), ByteOffset::new(start + words.len()));
        let span = Span::new(&loaded.document.text, start, end).unwrap();
        let (id, now) = (AnnotationId::new(format!("01JD{n:022}")), "2026-01-02T03:04:05Z".parse().unwrap());
        let mention = Annotation::new(id, AnnotationKind::Entity, "person", span.into(), now);
        set.insert(Annotation { entity: entity.map(EntityRef::from), ..mention });
    }
    store::save(folder.path(), &loaded.document, &set, &loaded.stamp).unwrap();
    folder
}

/// What an export wrote, by path; where it is JSON, without the blanks that nobody asked for.
fn exported(root: &Path, format: &str) -> Vec<(String, String)> {
    let out = tempfile::tempdir().unwrap();
    let how = ExportOptions {
        path: root.to_owned(),
        format: Format::find(format).unwrap(),
        out: out.path().to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    let files = contents(out.path()).into_iter();
    files
        .map(|(path, bytes)| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let is_json = path.rsplit('.').next().is_some_and(|ending| ending.contains("json"));
            (path, if is_json { text.replace("\": ", "\":") } else { text })
        })
        .collect()
}

#[test]
fn each_format_says_whom_a_mention_is_of_and_who_that_is() {
    let workspace = workspace();
    let check = |format: &str, link: (&str, &str), names: (&str, &str)| {
        let files = exported(workspace.path(), format);
        for (ending, words) in [link, names] {
            let found: usize = files
                .iter()
                .filter(|(path, _)| path.ends_with(ending))
                .map(|(_, text)| text.matches(words).count())
                .sum();
            let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
            assert_eq!(found, 1, "{format}: {words} in {ending} of {paths:?}");
        }
    };
    let concepts = ("entities.ttl", "\"Andrei Belousov\"");
    check("jsonl", ("articles.jsonl", "\"entity\":\"belousov\""), ("entities.ndjson", "\"Andrei Belousov\""));
    check(
        "brat",
        (".ann", "N1\tReference T1 tippani:belousov\tAndrei Belousov\n"),
        (
            "entities.normalization.txt",
            "belousov\tname:Name:Andrei Belousov\tname:Other name:बेलोसोव\tattr:Kind:person\n",
        ),
    );
    check("w3c", (".jsonld", "\"source\":\"urn:tippani:entity:belousov\""), concepts);
    check("cas-json", (".json", "\"identifier\":\"urn:tippani:entity:belousov\""), concepts);
    check("xmi", (".xmi", "identifier=\"urn:tippani:entity:belousov\""), concepts);
    check("webanno-tsv", (".tsv", "urn:tippani:entity:belousov"), concepts);
    // What the two tables hold is tested where Parquet is read.
    check(
        "huggingface",
        ("README.md", "config_name: entities\n"),
        ("README.md", "data_files: entities.parquet"),
    );
    let table = ("entities.csv", "belousov,person,Andrei Belousov,");
    check("csv", ("annotations.csv", ",बेलोसोव,belousov,"), table);
    check("tables", ("mentions.csv", ",बेलोसोव,belousov,Andrei Belousov,"), table);
}

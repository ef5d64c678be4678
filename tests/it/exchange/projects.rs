//! Projects of INCEpTION, as folders and archives, and what is kept of an import for the next one.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ExportOptions, ImportOptions, export, import, recognize_files};
use tippani::model::Annotator;

use super::foreign::{imported, shown};
use crate::folder::contents;

fn tsv(label: &str) -> String {
    format!(
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n#Text=Mira left\n1-1\t0-4\tMira\t{label}\t\n1-2\t5-9\tleft\t_\t\n"
    )
}

fn xmi(label: &str) -> String {
    format!(
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\">\
         <ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"4\" value=\"{label}\"/>\
         <cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"Mira left\"/></xmi:XMI>"
    )
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Imports what lies at `path` with nothing said of annotators or format; what the workspace holds then, and what is told.
fn whole(path: &Path, into: &Path) -> (String, Vec<String>) {
    let files = vec![path.to_owned()];
    let format = recognize_files(&files).unwrap();
    let how = ImportOptions {
        annotator: None,
        ..ImportOptions::new(format, files, into.to_owned(), Annotator::new("x").unwrap())
    };
    let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
    (shown(into), done.issues.iter().map(ToString::to_string).collect())
}

const STATES: &[u8] = br#"{"name":"p","source_documents":[{"name":"a.txt","state":"CURATION_IN_PROGRESS"}],"annotation_documents":[
    {"name":"a.txt","user":"one","state":"IN_PROGRESS"},{"name":"a.txt","user":"two","state":"FINISHED"}]}"#;

const EXPECTED: &str = "a.txt \"Mira left\"\n gold in-progress\n  person Mira\n one in-progress\n  person Mira\n two done\n  location Mira\n";

#[test]
fn an_archive_of_a_project_comes_in_whole() {
    let folder = tempfile::tempdir().unwrap();
    let own = |label: &str, name: &str| {
        zip(&[(name, xmi(label).as_bytes()), ("TypeSystem.xml", b"<typeSystemDescription/>")])
    };
    let (one, two) = (own("PER", "one.xmi"), own("LOC", "a.xmi"));
    let as_tsv = |label| tsv(label).into_bytes();
    let projects = [
        zip(&[
            ("exportedproject.json", STATES),
            ("source/a.txt", b"Mira left"),
            ("annotation/a.txt/one.tsv", &as_tsv("PER")),
            ("annotation/a.txt/two.tsv", &as_tsv("LOC")),
            ("annotation/a.txt/INITIAL_CAS.tsv", &as_tsv("ORG")),
            ("annotation_ser/a.txt/one.ser", b"\xac\xed"),
            ("curation/a.txt/CURATION_USER.tsv", &as_tsv("PER")),
        ]),
        zip(&[
            ("exportedproject.json", STATES),
            ("annotation/a.txt/one.zip", &one),
            ("annotation/a.txt/two.zip", &two),
            ("curation/a.txt/CURATION_USER.zip", &own("PER", "CURATION_USER.xmi")),
        ]),
    ];
    for (n, project) in projects.iter().enumerate() {
        let path = folder.path().join(format!("{n}.zip"));
        fs::write(&path, project).unwrap();
        let into = folder.path().join(format!("w{n}"));
        fs::create_dir_all(&into).unwrap();
        let (found, told) = whole(&path, &into);

        assert_eq!((found.as_str(), told), (EXPECTED, Vec::new()), "{n}");
    }
}

#[test]
fn an_archive_writes_nothing_outside_and_a_damaged_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    fs::write(
        &path,
        zip(&[("../../outside.tsv", tsv("PER").as_bytes()), ("in/a.tsv", tsv("LOC").as_bytes())]),
    )
    .unwrap();
    let into = folder.path().join("w");
    fs::create_dir_all(&into).unwrap();
    let (found, _) = whole(&path, &into);
    assert!(found.contains("location Mira") && !found.contains("person"), "{found}");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    assert!(recognize_files(&[path]).is_err());
}

#[test]
fn a_project_goes_back_as_it_came() {
    for (format, ending) in [("xmi", "xmi"), ("webanno-tsv", "tsv")] {
        let folder = tempfile::tempdir().unwrap();
        let project = zip(&[
            ("annotation/sub/a.txt/one.tsv", tsv("PER").as_bytes()),
            ("annotation/sub/a.txt/two.tsv", tsv("LOC").as_bytes()),
            ("curation/sub/a.txt/CURATION_USER.tsv", tsv("PER").as_bytes()),
        ]);
        fs::write(folder.path().join("p.zip"), project).unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        fs::create_dir_all(&one).unwrap();
        fs::create_dir_all(&two).unwrap();
        let (before, _) = whole(&folder.path().join("p.zip"), &one);
        let out = folder.path().join("out");
        let how = ExportOptions {
            path: one,
            format: Format::find(format).unwrap(),
            out: out.clone(),
            only: None,
            annotators: Vec::new(),
            accepted: false,
            original_labels: false,
        };
        export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
        let files: Vec<String> = contents(&out).into_iter().map(|(file, _)| file).collect();
        for file in
            ["annotation/sub/a.txt/one", "annotation/sub/a.txt/two", "curation/sub/a.txt/CURATION_USER"]
        {
            assert!(files.iter().any(|found| found.ends_with(&format!("{file}.{ending}"))), "{files:?}");
        }
        assert!(files.iter().any(|found| found.ends_with("source/sub/a.txt")), "{files:?}");
        let (after, told) = whole(&out, &two);
        assert_eq!((after, told), (before, Vec::new()), "{format}");
    }
}

#[test]
fn what_a_label_becomes_is_kept_for_the_next_import() {
    let line = |text: &str| format!(r#"{{"text":"{text}","label":[[0,5,"GPE"]]}}"#);
    let (folder, done) = imported(&[("in.jsonl", &line("Kochi police"))], "doccano", |how| {
        how.labels = vec![("GPE".into(), "event".into())];
    });
    assert_eq!(done.unwrap().issues, []);
    let root = folder.path().join("w");
    let next = |text: &str, labels: &[(&str, &str)]| {
        let file = folder.path().join("next.jsonl");
        fs::write(&file, line(text)).unwrap();
        let mut how = ImportOptions::new(
            Format::find("doccano").unwrap(),
            vec![file],
            root.clone(),
            Annotator::new("y").unwrap(),
        );
        how.labels = labels.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
        done.labels.into_iter().map(|((from, to), _)| (from, to)).collect::<Vec<_>>()
    };
    let pair = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
    assert_eq!(next("Kochi again", &[]), pair("GPE", "event"), "as it was said before");
    assert_eq!(
        next("Kochi anew", &[("GPE", "location")]),
        pair("GPE", "location"),
        "what is said now goes first"
    );
    assert_eq!(next("Kochi still", &[]), pair("GPE", "location"));
    // Nobody's file is written over.
    fs::write(root.join("imports.json"), "{}").unwrap();
    let file = folder.path().join("next.jsonl");
    let mut how = ImportOptions::new(
        Format::find("doccano").unwrap(),
        vec![file],
        root.clone(),
        Annotator::new("y").unwrap(),
    );
    how.labels = vec![("GPE".into(), "event".into())];
    let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
    let told: Vec<String> = done.issues.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("earlier imports cannot be read") && told[1].contains("cannot be kept"),
        "{told:?}"
    );
    assert_eq!(fs::read_to_string(root.join("imports.json")).unwrap(), "{}");
}

//! The libraries of the field read what was exported, and write what is imported: both must see the same marks.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};
use tippani::format::article;
use tippani::format::exchange::{FORMATS, Fate, Format, OffsetUnit};
use tippani::jobs::{CancelToken, ExportOptions, ImportOptions, export, import};
use tippani::model::{Annotation, AnnotationId, AnnotationSet, Annotator, Document, news_schema};
use tippani::store;

use crate::exchange::any_set;
use crate::tools;

/// Articles of a generated workspace.
const GENERATED: usize = 150;

/// A mark as every format can name it: label, place in code points where the format has places, words.
type Mark = (String, Option<(usize, usize)>, String);
/// Marks by article.
type Marks = BTreeMap<String, Vec<Mark>>;

/// The interpreter that the judges run in, or nothing where it is not there.
#[track_caller]
pub(crate) fn judge() -> Option<PathBuf> {
    let made = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/judges/bin/python");
    let python = std::env::var_os("TIPPANI_JUDGES").map_or_else(made, PathBuf::from);
    (!tools::lacks(&[python.to_str().unwrap()])).then_some(python)
}

fn script(name: &str) -> String {
    format!("{}/tests/judges/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Runs a judge's script.
pub(crate) fn ask(python: &Path, script_name: &str, arguments: &[&str], input: &str) -> String {
    let all: Vec<&str> =
        std::iter::once(script(script_name)).map(|s| &*s.leak()).chain(arguments.iter().copied()).collect();
    tools::run(python.to_str().unwrap(), &all, input)
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// A workspace of articles in many scripts with overlapping, nested, discontinuous and sub-word marks.
fn generated() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut runner = TestRunner::deterministic();
    let mut seen = HashSet::new();
    for n in 0..GENERATED {
        let (document, set) = any_set().new_tree(&mut runner).unwrap().current();
        // A label that no schema names is not in the labelling configuration, nor among class labels.
        let schema = news_schema();
        let known = set.annotations().iter().filter(|a| schema.label(&a.label).is_some());
        let known = known.map(|a| Annotation::clone(a)).collect();
        let (set, _) = AnnotationSet::new(set.annotator.clone()).with_annotations(known);
        // Two articles of one text cannot be told apart where a format names no file.
        if !seen.insert(document.text.as_str().to_owned()) {
            continue;
        }
        let file = format!("{}/{n}.txt", n % 7);
        let path = folder.path().join(&file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, document.text.as_str()).unwrap();
        let same = article::decode(&file, document.text.as_str().as_bytes()).value;
        // A second byte order mark would be taken off as the first was.
        if same.text.as_str() != document.text.as_str() {
            fs::remove_file(&path).unwrap();
            continue;
        }
        let document = Document { file: file.into(), sha256: same.sha256, ..document };
        let stamp = store::load(folder.path(), &document.file, &set.annotator).unwrap().stamp;
        store::save(folder.path(), &document, &set, &stamp).unwrap();
    }
    folder
}

/// Every article of a workspace with the parts of those of its marks that are asked for, and its text.
fn marks(root: &Path, asked: impl Fn(&Annotation) -> bool) -> (Marks, BTreeMap<String, String>) {
    let (mut marks, mut texts) = (Marks::new(), BTreeMap::new());
    for entry in store::scan(root, &mut |_| true).unwrap().articles {
        let loaded = store::load_sets(root, &entry.file, &entry.annotators).unwrap();
        let text = &loaded.document.text;
        texts.insert(entry.file.to_string(), text.as_str().to_owned());
        let own = marks.entry(entry.file.to_string()).or_default();
        for annotation in loaded.sets.iter().flat_map(AnnotationSet::annotations) {
            if !asked(annotation) {
                continue;
            }
            own.extend(annotation.spans.as_slice().iter().map(|span| {
                let place = (text.to_char(span.start()).get(), text.to_char(span.end()).get());
                (annotation.label.to_string(), Some(place), text.slice(*span).to_owned())
            }));
        }
    }
    (marks, texts)
}

/// What a judge printed, by article; an article that is not named is known by its text.
fn seen(printed: &str, texts: &BTreeMap<String, String>) -> Marks {
    let mut found = Marks::new();
    for line in printed.lines() {
        let line: Json = serde_json::from_str(line).unwrap();
        let text = line["text"].as_str();
        let by_text =
            || texts.iter().find(|(_, own)| Some(own.as_str()) == text).map(|(file, _)| file.clone());
        let file = line["file"].as_str().map(str::to_owned).or_else(by_text);
        let file = file.unwrap_or_else(|| panic!("no article has the text {text:?}"));
        if let Some(text) = text {
            assert_eq!(text, texts[&file], "{file}");
        }
        found.entry(file).or_default().extend(line["marks"].as_array().unwrap().iter().map(|mark| {
            let place = mark[1].as_u64().zip(mark[2].as_u64()).map(|(s, e)| (s as usize, e as usize));
            (mark[0].as_str().unwrap().to_owned(), place, mark[3].as_str().unwrap().to_owned())
        }));
    }
    found
}

/// Whether `mark` is what a format left of `whole`: the same label over some of its words.
fn is_left_of(mark: &Mark, whole: &Mark) -> bool {
    let shared = if let (Some(seen), Some(whole)) = (mark.1, whole.1) {
        seen.0 < whole.1 && whole.0 < seen.1
    } else {
        // Columns hold words alone, and no blanks; a word that is cut is written whole.
        let [seen, whole] = [&mark.2, &whole.2].map(|words| words.replace(char::is_whitespace, ""));
        whole.contains(&seen) || seen.contains(&whole)
    };
    mark.0 == whole.0 && shared
}

/// Exports `root` as `format`, and holds what the judge sees against what the workspace has.
fn check(python: &Path, root: &Path, format: &'static Format) {
    let out = tempfile::tempdir().unwrap();
    let how = ExportOptions {
        path: root.to_owned(),
        format,
        out: out.path().to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    let exported = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    let lost = exported.losses.iter().filter(|l| l.fate != Fate::Flattened).map(|l| l.id.clone());
    let lost: HashSet<AnnotationId> = lost.collect();
    let (mut expected, texts) = marks(root, |annotation| !lost.contains(&annotation.id));
    let (mut changed, _) = marks(root, |annotation| lost.contains(&annotation.id));
    let schemas = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas");
    let printed = ask(python, "read.py", &[format.id, out.path().to_str().unwrap(), schemas], "");
    let mut found = seen(&printed, &texts);
    assert!(found.values().map(Vec::len).sum::<usize>() >= exported.annotations, "{}", format.id);
    for (file, expected) in &mut expected {
        let found = found.entry(file.clone()).or_default();
        for (label, place, words) in expected {
            // Columns hold words alone, and no blanks.
            let blank = |c: char| c.is_whitespace();
            let same = |mark: &Mark| match mark.1 {
                Some(_) => mark.0 == *label && mark.1 == *place && mark.2 == *words,
                None => mark.0 == *label && mark.2.replace(blank, "") == words.replace(blank, ""),
            };
            let at = found.iter().position(same);
            let at = at
                .unwrap_or_else(|| panic!("{}: {file}: nobody sees {label} {place:?} {words:?}", format.id));
            found.swap_remove(at);
        }
        // What is left is of marks that the report of losses names, each seen over some of their words.
        let changed = changed.remove(file).unwrap_or_default();
        for mark in &*found {
            assert!(
                changed.iter().any(|whole| is_left_of(mark, whole)),
                "{}: {file}: from nowhere: {mark:?} beside {changed:?}",
                format.id
            );
        }
    }
}

#[test]
fn outside_readers_see_what_was_exported() {
    let Some(python) = judge() else { return };
    let generated = generated();
    // Pages are judged by a browser.
    for format in FORMATS.iter().filter(|f| f.id != "html") {
        check(&python, &samples(), format);
        check(&python, generated.path(), format);
    }
}

#[test]
fn files_of_other_tools_come_in_exactly() {
    let Some(python) = judge() else { return };
    let golden = "प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.\n";
    let other = "ಬೆಂಗಳೂರು 👩🏽‍🚒 കൊച്ചി และ قاهرة are 5 km 🇮🇳 apart, said आशा.\r\nગુજરાત today\n";
    let place = |text: &str, words: &str| {
        let start = text[..text.find(words).unwrap()].chars().count();
        (start, start + words.chars().count())
    };
    let articles = [
        (golden, vec![("person", "नरेंद्र मोदी"), ("location", "दिल्ली"), ("organization", "GST Council")]),
        (
            other,
            vec![
                ("location", "ಬೆಂಗಳೂರು"),
                ("location", "കൊച്ചി"),
                ("location", "قاهرة"),
                ("figure", "5 km"),
                ("person", "आशा"),
                ("location", "ગુજરાત"),
            ],
        ),
    ];
    let mut input = String::new();
    let mut expected = Marks::new();
    for (n, (text, marks)) in articles.iter().enumerate() {
        let file = format!("{n}.txt");
        let placed = marks.iter().map(|(label, words)| (label, place(text, words), words));
        let all: Vec<Json> = placed.clone().map(|(label, (s, e), _)| json!([label, s, e])).collect();
        input.push_str(&(json!({ "file": file, "text": text, "marks": all }).to_string() + "\n"));
        let marks =
            placed.map(|(label, place, words)| ((*label).to_owned(), Some(place), (*words).to_owned()));
        expected.insert(file, marks.collect());
    }
    let formats = [
        "brat",
        "doccano",
        "doccano-utf-16",
        "doccano-byte",
        "prodigy",
        "spacy",
        "conll",
        "label-studio",
        "w3c",
        "cas-json",
        "xmi",
        "bdocjs",
    ];
    for name in formats {
        let folder = tempfile::tempdir().unwrap();
        let (files, workspace) = (folder.path().join("in"), folder.path().join("w"));
        fs::create_dir_all(&files).unwrap();
        fs::create_dir_all(&workspace).unwrap();
        for (n, (text, _)) in articles.iter().enumerate() {
            fs::write(workspace.join(format!("{n}.txt")), text).unwrap();
        }
        ask(&python, "write.py", &[name, files.to_str().unwrap()], &input);
        let (id, unit) = match name.strip_prefix("doccano-") {
            Some(unit) => ("doccano", Some(unit)),
            None => (name, None),
        };
        let annotator = Annotator::new("judge").unwrap();
        let how = ImportOptions::new(Format::find(id).unwrap(), vec![files], workspace.clone(), annotator);
        let imported = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
        assert_eq!(imported.issues, [], "{name}");
        if let Some(unit) = unit {
            assert_eq!(imported.unit.map(|(unit, _)| unit), OffsetUnit::from_name(unit), "{name}");
        }
        let (found, _) = marks(&workspace, |_| true);
        assert_eq!(found, expected, "{name}");
    }
}

/// What an engine is to count in an export of `root`: rows, parts of annotations by label, attributes by name.
fn counted(root: &Path) -> (usize, BTreeMap<String, usize>, BTreeMap<String, usize>) {
    let (mut rows, mut labels, mut attributes) = (0, BTreeMap::new(), BTreeMap::new());
    for entry in store::scan(root, &mut |_| true).unwrap().articles {
        let loaded = store::load_sets(root, &entry.file, &entry.annotators).unwrap();
        rows += loaded.sets.len();
        for annotation in loaded.sets.iter().flat_map(AnnotationSet::annotations) {
            let parts = annotation.spans.as_slice().len();
            *labels.entry(annotation.label.to_string()).or_default() += parts;
            for name in annotation.attributes.keys() {
                *attributes.entry(name.to_string()).or_default() += parts;
            }
        }
    }
    (rows, labels, attributes)
}

#[test]
fn engines_count_the_same_in_a_table() {
    let Some(python) = judge() else { return };
    if tools::lacks(&["java"]) {
        return;
    }
    let generated = generated();
    let roots = [samples(), generated.path().to_owned()];
    let outs: Vec<tempfile::TempDir> = roots.iter().map(|_| tempfile::tempdir().unwrap()).collect();
    for (root, out) in roots.iter().zip(&outs) {
        let how = ExportOptions {
            path: root.clone(),
            format: Format::find("huggingface").unwrap(),
            out: out.path().to_owned(),
            only: None,
            annotators: Vec::new(),
            accepted: false,
            original_labels: false,
        };
        export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    }
    let folders: Vec<&str> = outs.iter().map(|out| out.path().to_str().unwrap()).collect();
    let printed = ask(&python, "engines.py", &folders, "");
    let answers: Vec<Json> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 5 * roots.len(), "{printed}");
    for (n, answer) in answers.iter().enumerate() {
        let engine = answer["engine"].as_str().unwrap();
        let (rows, labels, attributes) = counted(&roots[n % roots.len()]);
        assert_eq!(answer["rows"], json!(rows), "{engine}");
        assert_eq!(answer["labels"], json!(labels), "{engine}");
        assert_eq!(answer["attributes"], json!(attributes), "{engine}");
        // Every engine sees the same tags and languages.
        let first = &answers[n % roots.len()];
        assert_eq!(
            (&answer["tags"], &answer["languages"]),
            (&first["tags"], &first["languages"]),
            "{engine}"
        );
    }
}

//! Files as other tools write them: nothing of one is lost in silence, and every annotator is kept.

use std::fmt::Write as _;
use std::fs;

use tippani::format::exchange::{Format, ReadOptions};
use tippani::jobs::{CancelToken, ImportOptions, Imported, import};
use tippani::model::{Annotation, AnnotationSet, Annotator, RelationEnd, Value};
use tippani::store;

use crate::folder::folder;

/// Imports files, the first of which is the one that is named, into a workspace with those that begin with `w/`.
pub(super) fn imported(
    files: &[(&str, &str)],
    format: &str,
    more: impl FnOnce(&mut ImportOptions),
) -> (tempfile::TempDir, anyhow::Result<Imported>) {
    let all: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    imported_bytes(&all, format, more)
}

/// The same of files that need not be in UTF-8.
pub(super) fn imported_bytes(
    files: &[(&str, &[u8])],
    format: &str,
    more: impl FnOnce(&mut ImportOptions),
) -> (tempfile::TempDir, anyhow::Result<Imported>) {
    let folder = folder(files);
    fs::create_dir_all(folder.path().join("w")).unwrap();
    let (format, into) = (Format::find(format).unwrap(), folder.path().join("w"));
    let file = folder.path().join(files[0].0);
    let mut how = ImportOptions::new(format, vec![file], into, Annotator::new("x").unwrap());
    more(&mut how);
    let done = import(&how, &CancelToken::new(), &mut |_| {});
    (folder, done)
}

/// Everything of a workspace, a line for each annotation and relation.
pub(super) fn shown(root: &std::path::Path) -> String {
    let mut out = String::new();
    for entry in store::scan(root, &mut |_| true).unwrap().articles {
        let loaded = store::load_sets(root, &entry.file, &entry.annotators).unwrap();
        assert_eq!(loaded.issues, [], "{}", entry.file);
        let text = &loaded.document.text;
        let _ = writeln!(out, "{} {:?}", entry.file, text.as_str());
        for set in &loaded.sets {
            let _ = writeln!(out, " {} {}", set.annotator, set.state().name());
            let line = |annotation: &Annotation| {
                let mut line = format!("{} {}", annotation.label, annotation.spans.quote(text));
                for (name, value) in &annotation.attributes {
                    let value = match &value.value {
                        Value::Text(text) => text.clone(),
                        Value::Many(all) => all.join("+"),
                        Value::Flag(flag) => flag.to_string(),
                        Value::Number(number) => number.to_string(),
                        Value::Entity(entity) => entity.as_str().to_owned(),
                    };
                    let _ = write!(line, " {name}={value}");
                }
                if let Some(entity) = &annotation.entity {
                    let _ = write!(line, " @{}", entity.as_str());
                }
                if !annotation.note.is_empty() {
                    let _ = write!(line, " #{}", annotation.note.replace('\n', "/"));
                }
                line
            };
            let mut lines: Vec<String> =
                set.annotations().iter().map(|a| line(a).replace('\n', "/")).collect();
            let quote = |set: &AnnotationSet, id| set.get(id).unwrap().spans.quote(text);
            lines.extend(set.relations().map(|relation| match &relation.to {
                RelationEnd::Here(to) => {
                    format!("{}: {} > {}", relation.label, quote(set, &relation.from), quote(set, to))
                }
                RelationEnd::There { file, annotator, .. } => {
                    format!("{}: {} > {file} {annotator}", relation.label, quote(set, &relation.from))
                }
            }));
            for line in &mut lines {
                *line = line.replace('\n', "/");
            }
            lines.sort();
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
        }
    }
    out
}

/// Imports files as `format`: what the workspace holds then, and what is said, a line for each kind.
#[track_caller]
pub(super) fn check(files: &[(&str, &str)], format: &str, expected: &str) {
    check_with(files, format, |_| {}, expected);
}

#[track_caller]
fn check_with(files: &[(&str, &str)], format: &str, more: impl FnOnce(&mut ImportOptions), expected: &str) {
    let (folder, done) = imported(files, format, more);
    let done = done.unwrap();
    let mut found = shown(&folder.path().join("w"));
    for issue in &done.issues {
        let _ = writeln!(found, "! {} @ {}", issue.issue.what, issue.issue.place);
    }
    let expected: Vec<&str> = expected.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let indent = expected.iter().map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    let expected: Vec<&str> = expected.iter().map(|line| &line[indent..]).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

const MIRA: &str = "🔴🔴 मीरा दास met Tarun in Kochi";

#[test]
fn blanks_that_differ_move_no_mark_whatever_is_counted() {
    let other_blanks = "🔴🔴 मीरा दास  met Tarun\nin Kochi\n";
    let expected = r#"
        a.txt "🔴🔴 मीरा दास  met Tarun\nin Kochi\n"
         x done
          location Kochi
          person Tarun
          person मीरा दास
    "#;
    let line =
        format!(r#"{{"text":"{MIRA}","file":"a.txt","label":[[5,13,"PER"],[18,23,"PER"],[27,32,"LOC"]]}}"#);
    check(&[("in.jsonl", &line), ("w/a.txt", other_blanks)], "doccano", expected);
    let entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    let mark = |id: usize, begin: usize, end: usize, value: &str| {
        format!(
            r#"{{"%ID":{id},"%TYPE":"{entity}","@sofa":1,"begin":{begin},"end":{end},"value":"{value}"}}"#
        )
    };
    let cas = format!(
        r#"{{"%TYPES":{{}},"%FEATURE_STRUCTURES":[
            {{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","sofaString":"{MIRA}"}},
            {{"%ID":2,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData","@sofa":1,
              "begin":0,"end":33,"documentTitle":"a.txt","documentId":"somebody"}},
            {},{},{}]}}"#,
        mark(3, 5, 13, "PER"),
        mark(4, 18, 23, "PER"),
        mark(5, 27, 32, "LOC")
    );
    check(&[("in.json", &cas), ("w/a.txt", other_blanks)], "cas-json", expected);
}

#[test]
fn a_quote_may_have_other_blanks() {
    check(
        &[("in.ann", "T1\tLOC 3 12\tNew Kochi\n"), ("in.txt", "in New\nKochi today")],
        "brat",
        r#"
        in.txt "in New\nKochi today"
         x done
          location New/Kochi
        "#,
    );
}

#[test]
fn every_annotator_of_a_file_has_a_set() {
    let task =
        |annotations: &str| format!(r#"[{{"data":{{"text":"Mira left"}},"annotations":[{annotations}]}}]"#);
    let by = |who: &str, label: &str| {
        format!(
            r#"{{"completed_by":{who},"result":[{{"id":"r","from_name":"l","to_name":"text","type":"labels",
                "value":{{"start":0,"end":4,"text":"Mira","labels":["{label}"]}}}}]}}"#
        )
    };
    let both = task(&format!("{},{}", by(r#"{"id":1,"email":"one@example.org"}"#, "PER"), by("2", "LOC")));
    let expected = r#"
        Mira-left.txt "Mira left"
         x-2 done
          location Mira
         x-one-example-org done
          person Mira
    "#;
    check(&[("in.json", &both)], "label-studio", expected);
    let own = expected.replace("x-", "");
    check_with(&[("in.json", &both)], "label-studio", |how| how.annotator = None, &own);
    let one = "Mira-left.txt \"Mira left\"\n x done\n  person Mira\n";
    check(&[("in.json", &task(&by("7", "PER")))], "label-studio", one);
    let line = |who: &str, label: &str| {
        format!(
            r#"{{"text":"Mira left","spans":[{{"start":0,"end":4,"label":"{label}"}}],"answer":"accept",{who}}}"#
        )
    };
    let lines = format!(
        "{}\n{}\n",
        line(r#""_session_id":"2""#, "LOC"),
        line(r#""_annotator_id":"one@example.org""#, "PER")
    );
    check(&[("in.jsonl", &lines)], "prodigy", expected);
    let doccano = r#"{"text":"Mira left","annotations":[
        {"label":"LOC","start_offset":0,"end_offset":4,"user":2},
        {"label":"PER","start_offset":0,"end_offset":4,"user":"one@example.org"}]}"#
        .replace('\n', " ");
    check(&[("in.jsonl", &doccano)], "doccano", expected);
    let gate = r#"{"text":"Mira left","offset_type":"p","name":"","annotation_sets":{
        "2":{"annotations":[{"type":"LOC","start":0,"end":4,"id":0,"features":{}}]},
        "one@example.org":{"annotations":[{"type":"PER","start":0,"end":4,"id":0,"features":{}}]}}}"#;
    check(&[("in.bdocjs", gate)], "bdocjs", expected);
    let brat = [
        ("in/2/Mira-left.ann", "T1\tLOC 0 4\tMira\n"),
        ("in/2/Mira-left.txt", "Mira left"),
        ("in/one@example.org/Mira-left.ann", "T1\tPER 0 4\tMira\n"),
        ("in/one@example.org/Mira-left.txt", "Mira left"),
    ];
    let in_folder = |how: &mut ImportOptions| how.files = vec![how.into.parent().unwrap().join("in")];
    check_with(&brat, "brat", in_folder, expected);
}

#[test]
fn an_article_without_marks_that_somebody_is_done_with_goes_in_and_out() {
    let lines = concat!(
        r#"{"text":"Mira left","spans":[{"start":0,"end":4,"label":"person"}],"answer":"accept"}"#,
        "\n",
        r#"{"text":"It rained","spans":[],"answer":"accept"}"#,
        "\n",
        r#"{"text":"Perhaps","spans":[],"answer":"ignore"}"#,
        "\n"
    );
    check(
        &[("in.jsonl", lines)],
        "prodigy",
        r#"
        It-rained.txt "It rained"
         x done
        Mira-left.txt "Mira left"
         x done
          person Mira
        ! the answer is “ignore” @ in.jsonl, line 3
        "#,
    );
    let (folder, _) = imported(&[("in.jsonl", lines)], "prodigy", |_| {});
    for (format, file, rows) in [
        ("prodigy", "prodigy.jsonl", 2),
        ("doccano", "doccano.jsonl", 2),
        ("jsonl", "articles.jsonl", 2),
        ("label-studio", "label-studio.json", 4),
    ] {
        let out = folder.path().join(format);
        let how = tippani::jobs::ExportOptions {
            path: folder.path().join("w"),
            format: Format::find(format).unwrap(),
            out: out.clone(),
            only: None,
            annotators: Vec::new(),
            accepted: false,
            original_labels: false,
        };
        tippani::jobs::export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
        assert_eq!(fs::read_to_string(out.join(file)).unwrap().lines().count(), rows, "{format}");
    }
}

#[test]
fn labels_become_others_and_keep_their_names() {
    let line = r#"{"text":"Kochi police met","label":[[0,5,"GPE"],[0,5,"LOC"],[0,12,"ORG"]]}"#;
    let (folder, done) = imported(&[("in.jsonl", line)], "doccano", |how| {
        how.labels = vec![("ORG".into(), "police".into())];
    });
    let done = done.unwrap();
    let labels: Vec<(&str, &str, usize)> =
        done.labels.iter().map(|((from, to), count)| (&**from, &**to, *count)).collect();
    assert_eq!(labels, [("GPE", "location", 1), ("LOC", "location", 1), ("ORG", "police", 1)]);
    assert_eq!(done.annotations, 3, "two that fall together are both kept");
    let sidecar =
        fs::read_to_string(folder.path().join("w/Kochi-police-met.txt.x.annotations.json")).unwrap();
    for name in ["GPE", "LOC", "ORG"] {
        assert!(sidecar.contains(&format!("\"label\": \"{name}\"")), "{sidecar}");
    }
    let out = folder.path().join("out");
    let how = tippani::jobs::ExportOptions {
        path: folder.path().join("w"),
        format: Format::find("doccano").unwrap(),
        out: out.clone(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: true,
    };
    tippani::jobs::export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    let written = fs::read_to_string(out.join("doccano.jsonl")).unwrap();
    assert!(written.contains("[0,12,\"ORG\"]") && written.contains("[0,5,\"GPE\"]"), "{written}");
}

#[test]
fn the_text_is_told_by_name_and_quotes_or_asked_for() {
    let task = |data: &str, to: &str| {
        format!(
            r#"[{{"data":{data},"annotations":[{{"result":[{{"id":"a","from_name":"l","to_name":"{to}","type":"labels",
                "value":{{"start":0,"end":4,"labels":["PER"]}}}}]}}]}}]"#
        )
    };
    let with_url =
        r#"{"headline":"Mira left","url":"https://news.example.org/2026/a-very-long-address.html"}"#;
    let expected = "Mira-left.txt \"Mira left\"\n x done\n  person Mira\n";
    check(&[("in.json", &task(with_url, "headline"))], "label-studio", expected);
    check(&[("in.json", &task(with_url, "text"))], "label-studio", expected);
    let two = r#"{"head":"Mira left","lead":"Tarun stayed where he was"}"#;
    let asked =
        "! several fields could be the text; choose one with --text-field: “head, lead” @ in.json, task 1\n";
    check(&[("in.json", &task(two, "text"))], "label-studio", asked);
    let field = |how: &mut ImportOptions| {
        how.read = ReadOptions { text_field: Some("head".into()), ..ReadOptions::default() };
    };
    check_with(&[("in.json", &task(two, "text"))], "label-studio", field, expected);
    let path = task(r#"{"text":"/data/upload/3/article.txt"}"#, "text");
    let said = "! the text is not in the file, only a path or URL to it: “/data/upload/3/article.txt” @ in.json, task 1\n";
    check(&[("in.json", &path)], "label-studio", said);
}

#[test]
fn regions_of_label_studio_in_any_order_and_form() {
    let task = |results: &str| {
        format!(r#"[{{"data":{{"text":"Mira met Tarun"}},"annotations":[{{"result":[{results}]}}]}}]"#)
    };
    let region = |id: &str, start: usize, end: usize| {
        format!(
            r#"{{"id":"{id}","from_name":"l","to_name":"text","type":"labels","value":{{"start":{start},"end":{end},"labels":["PER"]}}}}"#
        )
    };
    let sure = r#"{"id":"a","from_name":"sure","to_name":"text","type":"choices","value":{"start":0,"end":4,"choices":["high"]}}"#;
    let relation = |direction: &str| {
        format!(
            r#"{{"type":"relation","from_id":"a","to_id":"b","direction":"{direction}","labels":["saw"]}}"#
        )
    };
    let results = format!("{sure},{},{},{}", relation("left"), region("a", 0, 4), region("b", 9, 14));
    check(
        &[("in.json", &task(&results))],
        "label-studio",
        r#"
        Mira-met-Tarun.txt "Mira met Tarun"
         x done
          person Mira sure=high
          person Tarun
          saw: Tarun > Mira
        "#,
    );
    let whole =
        r#"{"id":"z","from_name":"tone","to_name":"text","type":"choices","value":{"choices":["calm"]}}"#;
    check(
        &[("in.json", &task(&format!("{},{whole},{}", region("a", 0, 4), relation("right"))))],
        "label-studio",
        r#"
        Mira-met-Tarun.txt "Mira met Tarun"
         x done
          person Mira
        ! a relation refers to a missing annotation: “saw a b” @ in.json, task 1
        "#,
    );
    let talk = r#"[{"data":{"talk":[{"author":"M","text":"Tarun went"},{"author":"T","text":"to Kochi"}]},"annotations":[{"result":[
        {"id":"a","from_name":"l","to_name":"talk","type":"paragraphlabels",
         "value":{"start":"1","end":"1","startOffset":3,"endOffset":8,"text":"Kochi","paragraphlabels":["LOC"]}}]}]}]"#;
    let expected =
        "M-Tarun-went-T-to-Kochi.txt \"M: Tarun went\\nT: to Kochi\\n\"\n x done\n  location Kochi\n";
    check(&[("in.json", talk)], "label-studio", expected);
    let short = r#"[{"id":4,"text":"Mira met Tarun","annotator":1,"label":[
        {"start":0,"end":4,"text":"Mira","labels":["PER"]},{"start":9,"end":14,"text":"Tarun","labels":["PER"]}]}]"#;
    let expected = "Mira-met-Tarun.txt \"Mira met Tarun\"\n x done\n  person Mira\n  person Tarun\n";
    check(&[("in.json", short)], "label-studio", expected);
}

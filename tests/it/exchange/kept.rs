//! Of the annotations of a file every one is kept, or told: whatever the format, and however little sense the file makes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tippani::format::exchange::{FORMATS, OffsetUnit};

use super::foreign::imported;

/// Start, end and label.
type Mark = (usize, usize, String);

/// Formats whose marks have offsets, which may be wrong.
const BY_OFFSET: [&str; 15] = [
    "jsonl",
    "brat",
    "doccano",
    "doccano-relations",
    "label-studio",
    "prodigy",
    "spacy",
    "spacy-json",
    "w3c",
    "cas-json",
    "xmi",
    "pubannotation",
    "bioc",
    "tei",
    "bdocjs",
];
/// Formats whose marks have words.
const BY_WORD: [&str; 4] = ["conll", "conllu", "hf-tokens", "webanno-tsv"];

#[test]
fn every_importer_is_among_them() {
    let read: BTreeSet<&str> =
        FORMATS.iter().filter(|format| format.is_read()).map(|format| format.id).collect();
    assert_eq!(BY_OFFSET.into_iter().chain(BY_WORD).collect::<BTreeSet<_>>(), read);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_annotation_of_a_file_is_kept_or_told(
        text in "[a-z 🔴दो]{1,30}",
        marks in prop::collection::vec((0usize..34, 0usize..34, "[A-C]"), 1..12),
    ) {
        prop_assume!(!text.trim().is_empty());
        let text = format!("x{text}");
        for format in BY_OFFSET {
            let (file, beside) = written(format, &text, &marks);
            let mut files = vec![("in.ann", &*file)];
            if let Some(beside) = &beside {
                files.push(("in.txt", beside));
            }
            if format == "w3c" {
                files.push(("w/a.txt", &text));
            }
            let (folder, done) = imported(&files, format, |how| how.unit = Some(OffsetUnit::CodePoint));
            let done = done.unwrap();
            let told: usize = done.issues.iter().map(|issue| issue.count).sum();
            if format == "jsonl" {
                // What cannot be read there is kept word for word, and told.
                prop_assert!(done.annotations + told >= marks.len(), "{:?}", done.issues);
            } else {
                prop_assert_eq!(done.annotations + done.left_out, marks.len(), "{}: {:?}", format, done.issues);
            }
            prop_assert!(told >= done.left_out);
            drop(folder);
        }
    }

    #[test]
    fn every_tag_of_a_file_is_kept_or_told(
        words in prop::collection::vec(("[a-zदो🔴#]{1,4}", 0usize..4, any::<bool>()), 1..12),
        cut in any::<bool>(),
    ) {
        for format in BY_WORD {
            let (file, marks) = tagged(format, &words, cut);
            let (folder, done) = imported(&[("in.txt", &file)], format, |_| {});
            let Ok(done) = done else { continue };
            prop_assert_eq!(done.annotations + done.left_out, marks, "{}: {:?} in {:?}", format, done.issues, file);
            drop(folder);
        }
    }
}

/// Marks as a file of a format has them, and the text beside it.
fn written(format: &str, text: &str, marks: &[Mark]) -> (String, Option<String>) {
    let each = |one: &dyn Fn(usize, &Mark) -> Json| {
        marks.iter().enumerate().map(|(n, mark)| one(n, mark)).collect::<Vec<_>>()
    };
    let quote = |s: usize, e: usize| text.chars().skip(s).take(e.saturating_sub(s)).collect::<String>();
    let json = match format {
        "jsonl" => {
            let annotations = each(&|n, (s, e, l)| {
                json!({"id": format!("01JD{n:022}"), "kind": "entity", "label": l,
                    "spans": [{"start": s, "end": e, "quote": quote(*s, *e)}],
                    "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z"})
            });
            let set = json!({"format": "tippani/annotations", "version": 1, "source": {"file": "a.txt", "sha256": "",
                "characters": text.chars().count(), "unit": "code-point"}, "annotator": "x", "state": "done",
                "annotations": annotations});
            json!({"format": "tippani/article", "version": 1, "file": "a.txt", "text": text, "sets": [set]})
        }
        "doccano" => json!({"text": text, "label": each(&|_, (s, e, l)| json!([s, e, l]))}),
        "doccano-relations" => json!({"text": text, "relations": [], "entities": each(&|n, (s, e, l)| {
            json!({"id": n, "start_offset": s, "end_offset": e, "label": l})
        })}),
        "spacy" | "spacy-json" => json!({"text": text, "entities": each(&|_, (s, e, l)| json!([s, e, l]))}),
        "prodigy" => {
            json!({"text": text, "spans": each(&|_, (s, e, l)| json!({"start": s, "end": e, "label": l}))})
        }
        "label-studio" => {
            json!([{"data": {"text": text}, "annotations": [{"result": each(&|n, (s, e, l)| json!({
                "id": n.to_string(), "to_name": "text", "type": "labels", "value": {"start": s, "end": e, "labels": [l]}
            }))}]}])
        }
        "bdocjs" => {
            json!({"text": text, "offset_type": "p", "annotation_sets": {"": {"annotations": each(&|n, (s, e, l)| {
                json!({"type": l, "start": s, "end": e, "id": n})
            })}}})
        }
        "cas-json" => {
            let mut all = each(
                &|n, (s, e, l)| json!({"%ID": n + 2, "%TYPE": "custom.Mark", "@sofa": 1, "begin": s, "end": e, "value": l}),
            );
            all.push(json!({"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": text}));
            json!({"%FEATURE_STRUCTURES": all})
        }
        "pubannotation" => json!([{"text": text, "denotations": each(&|n, (s, e, l)| {
            json!({"id": format!("T{n}"), "span": {"begin": s, "end": e}, "obj": l})
        })}]),
        "bioc" => {
            json!({"documents": [{"id": "d", "passages": [{"offset": 0, "text": text, "annotations": each(&|n, (s, e, l)| {
                json!({"id": n.to_string(), "infons": {"type": l}, "locations": [{"offset": s, "length": e.saturating_sub(*s)}]})
            })}]}]})
        }
        "w3c" => json!({"items": each(&|n, (s, e, l)| json!({
            "id": format!("urn:{n}"), "body": {"value": l}, "target": {"source": "a.txt", "selector": {
                "type": "TextPositionSelector", "start": s, "end": e}}
        }))}),
        "xmi" => return (xmi(text, marks), None),
        "tei" => return (tei(text, marks), None),
        _ => {
            let line = |(n, (s, e, l)): (usize, &Mark)| format!("T{n}\t{l} {s} {e}\t{}\n", quote(*s, *e));
            return (marks.iter().enumerate().map(line).collect(), Some(text.to_owned()));
        }
    };
    (json.to_string(), None)
}

fn xmi(text: &str, marks: &[Mark]) -> String {
    let mut out = String::from(
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:c=\"http:///custom.ecore\">",
    );
    for (n, (start, end, label)) in marks.iter().enumerate() {
        let id = n + 2;
        let _ = write!(
            out,
            "<c:Mark xmi:id=\"{id}\" sofa=\"1\" begin=\"{start}\" end=\"{end}\" value=\"{label}\"/>"
        );
    }
    let _ = write!(
        out,
        "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"{text}\"/></xmi:XMI>"
    );
    out
}

fn tei(text: &str, marks: &[Mark]) -> String {
    let mut out = String::from("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><spanGrp>");
    for (start, end, label) in marks {
        let _ = write!(out, "<span type=\"{label}\" target=\"#char={start},{end}\"/>");
    }
    let _ = write!(out, "</spanGrp></standOff><text><body xml:space=\"preserve\">{text}</body></text></TEI>");
    out
}

/// Words, each with a label or none, and whether it begins a mark; how many marks there are.
fn tagged(format: &str, words: &[(String, usize, bool)], cut: bool) -> (String, usize) {
    let labels = ["O", "A", "B", "C"];
    let mut marks = 0;
    let mut before = 0;
    let mut tags = Vec::new();
    for (_, label, begins) in words {
        let is_first = *label > 0 && (*begins || before != *label);
        marks += usize::from(is_first);
        tags.push(match (label, is_first) {
            (0, _) => "O".to_owned(),
            (label, true) => format!("B-{}", labels[*label]),
            (label, false) => format!("I-{}", labels[*label]),
        });
        before = *label;
    }
    let file = match format {
        "hf-tokens" => {
            let texts: Vec<&str> = words.iter().map(|(word, ..)| word.as_str()).collect();
            // One tag less than there are words: none can be taken.
            let kept = if cut { &tags[..tags.len() - 1] } else { &tags[..] };
            let marks = kept.iter().filter(|tag| tag.starts_with("B-")).count();
            let named = kept.iter().filter(|tag| *tag != "O").count();
            let told = if cut { named } else { marks };
            return (json!({"tokens": texts, "ner_tags": kept}).to_string(), told);
        }
        "webanno-tsv" => {
            let mut out = String::from("#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Mark|value\n\n\n");
            let texts: Vec<&str> = words.iter().map(|(word, ..)| word.as_str()).collect();
            let _ = writeln!(out, "#Text={}", texts.join(" "));
            let (mut at, mut number) = (0, 0);
            for (n, ((word, ..), tag)) in words.iter().zip(&tags).enumerate() {
                let end = at + word.encode_utf16().count();
                number += usize::from(tag.starts_with("B-"));
                let cell = match tag.split_once('-') {
                    Some((_, label)) => format!("{label}[{number}]"),
                    None => "_".to_owned(),
                };
                let _ = writeln!(out, "1-{}\t{at}-{end}\t{word}\t{cell}\t", n + 1);
                at = end + 1;
            }
            out
        }
        "conllu" => {
            let row = |(n, ((word, ..), tag)): (usize, (&(String, usize, bool), &String))| {
                let misc = if tag == "O" { "_".to_owned() } else { format!("NER={tag}") };
                format!("{}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n", n + 1)
            };
            words.iter().zip(&tags).enumerate().map(row).collect::<String>() + "\n"
        }
        _ => {
            let lines = words.iter().zip(&tags).map(|((word, ..), tag)| format!("{word}\t{tag}\n"));
            lines.collect::<Vec<_>>().concat() + "\n"
        }
    };
    (file, marks)
}

//! Columns, standoff and lines as other tools write them.

use super::foreign::{imported, shown};
use std::fmt::Write as _;
use tippani::format::exchange::ReadOptions;
use tippani::jobs::ImportOptions;

/// Imports one file as `format`: what the workspace holds then without the line of each article, and what is said.
#[track_caller]
fn check(file: (&str, &str), beside: &[(&str, &str)], format: &str, expected: &[&str]) {
    check_with(file, beside, format, |_| {}, expected);
}

#[track_caller]
fn check_with(
    file: (&str, &str),
    beside: &[(&str, &str)],
    format: &str,
    more: impl FnOnce(&mut ImportOptions),
    expected: &[&str],
) {
    let all: Vec<(&str, &str)> = std::iter::once(file).chain(beside.iter().copied()).collect();
    let (folder, done) = imported(&all, format, more);
    let mut found = shown(&folder.path().join("w"));
    for issue in &done.unwrap().issues {
        let _ = writeln!(found, "! {} @ {}", issue.issue.what, issue.issue.place);
    }
    let lines: Vec<&str> = found.lines().filter(|line| *line != " x done").map(str::trim_start).collect();
    assert_eq!(lines, expected);
}

#[test]
fn columns_of_every_kind() {
    let check = |text: &str, expected: &[&str]| check(("in.conll", text), &[], "conll", expected);
    let kochi = ["in.txt \"Mira K Das in Kochi\"", "location Kochi", "person Mira K Das"];
    // IOBES, BILOU, IOB1 and labels alone.
    check("Mira\tB-PER\nK\tI-PER\nDas\tE-PER\nin\tO\nKochi\tS-LOC\n", &kochi);
    check("Mira B-PER\nK I-PER\nDas L-PER\nin O\nKochi U-LOC\n", &kochi);
    check("Mira I-PER\nK I-PER\nDas I-PER\nin O\nKochi I-LOC\n", &kochi);
    check(
        "Mira PER\nsaw O\nKochi LOC\nin O\n",
        &["in.txt \"Mira saw Kochi in\"", "location Kochi", "person Mira"],
    );
    // A blank after the tag, line ends of Windows, a byte order mark.
    check("\u{feff}Mira B-PER \r\nK I-PER \r\nDas I-PER \r\nin O \r\nKochi B-LOC \r\n", &kochi);
    // A sign of a comment that is a word; a comment that is none.
    check("# note\n# B-ORG\nDas I-ORG\nis O\n", &["in.txt \"# Das is\"", "organization # Das"]);
    // Blanks within a word.
    check("Hà Nội\tB-LOC\nđẹp\tO\n", &["in.txt \"Hà Nội đẹp\"", "location Hà Nội"]);
    // Articles.
    check(
        "-DOCSTART- -X- -X- O\n\nMira NNP B-NP B-PER\nspoke VBD B-VP O\n\n-DOCSTART- -X- -X- O\n\nKochi NNP B-NP B-LOC\n",
        &["in-2.txt \"Kochi\"", "location Kochi", "in.txt \"Mira spoke\"", "person Mira"],
    );
    // Numbered words with tags in two layers.
    check(
        "#\thttp://example.org/x [2026-01-01]\n1\tAus\tO\tO\n2\tKochi\tB-ORG\tB-LOC\n3\tUniversität\tI-ORG\tO\n",
        &["in.txt \"Aus Kochi Universität\"", "location Kochi", "organization Kochi Universität"],
    );
    // Universal NER.
    check(
        "# newdoc id = d1\n# sent_id = d1-1\n# text = Mira saw Kochi\n1\tMira\tB-PER\t-\tone\n2\tsaw\tO\t-\tone\n3\tKochi\tB-LOC\t-\tone\n",
        &["d1.txt \"Mira saw Kochi\"", "location Kochi", "person Mira"],
    );
    // A tag of no kind keeps its word.
    check(
        "Mira B-PER\nsaw Q-X\nTarun B-PER\nin O\n",
        &[
            "in.txt \"Mira saw Tarun in\"",
            "person Mira",
            "person Tarun",
            "! an unknown tag: “saw Q-X” @ in.conll, line 2",
        ],
    );
    check("a b\nc d\n", &["! no column contains IOB tags: “a b” @ in.conll"]);
}

#[test]
fn columns_may_be_said() {
    let columns = |how: &mut ImportOptions| {
        how.read = ReadOptions { columns: Some((3, vec![1])), ..ReadOptions::default() };
    };
    let expected = ["in.txt \"Mira saw\"", "person Mira"];
    check_with(("in.conll", "B-PER\tx\tMira\nO\tx\tsaw\n"), &[], "conll", columns, &expected);
}

#[test]
fn entities_of_universal_dependencies() {
    let row = |id: &str, word: &str, misc: &str| format!("{id}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
    let text = format!(
        "# newdoc id = d1\n{}{}{}{}{}\n",
        row("1-2", "dello", "_"),
        row("1", "di", "_"),
        row("2", "lo", "_"),
        row("3", "Mira", "Entity=(person-1"),
        row("4", "Das", "Entity=1)|SpaceAfter=No"),
    ) + &row("1", "Kochi", "NER=B-LOC");
    check(
        ("in.conllu", &text),
        &[],
        "conll",
        &["d1.txt \"dello Mira Das\\nKochi\"", "location Kochi", "person Mira Das"],
    );
    let twice = row("1", "Mira", "Entity=(person-1)") + &row("2", "she", "Entity=(person-1)");
    let expected = ["in.txt \"Mira she\"", "person Mira coreference=1", "person she coreference=1"];
    check(("in.conllu", &twice), &[], "conll", &expected);
}

#[test]
fn standoff_in_any_order() {
    let check = |ann: &str, text: &str, expected: &[&str]| {
        check(("in.ann", ann), &[("in.txt", text)], "brat", expected);
    };
    check(
        "A1\tCertain T1\nN1\tReference T1 Wikidata:Q1\tMira\nN2\tReference T1 GeoNames:2\tMira\n#1\tAnnotatorNotes T1\tone\n#2\tAnnotatorNotes T1\ttwo\nT1\tPER 0 4\tMira\nR1\tSaw Arg1:T1 Arg2:T2\nT2\tLOC 9 14\tKochi\n",
        "Mira saw Kochi",
        &[
            "in.txt \"Mira saw Kochi\"",
            "Saw: Mira > Kochi",
            "location Kochi",
            "person Mira Certain=true references=Wikidata:Q1+GeoNames:2 @Wikidata:Q1 #one/two",
        ],
    );
    check(
        "T1\tPER 0 4\tMira\nT2\tevent 5 8\tmet\nT3\tPER 9 14\tTarun\nE1\tevent:T2 Agent:T1 Agent2:T3\nA1\tNegation E1\n#1\tAnnotatorNotes E1\tsure?\n*\tEquiv T1 T3\n*\tAlias T3 E1 T1\n*\tAlone T1\nR1\tCause Arg1:E1 Arg2:T1\n",
        "Mira met Tarun",
        &[
            "in.txt \"Mira met Tarun\"",
            "Agent2: met > Tarun",
            "Agent: met > Mira",
            "Alias: Tarun > met",
            "Alias: met > Mira",
            "Cause: met > Mira",
            "Equiv: Mira > Tarun",
            "event met Negation=true #sure?",
            "person Mira",
            "person Tarun",
            "! a line is not valid standoff: “*\tAlone T1” @ in.ann, line 9",
            "! an event was converted: “E1” @ in.ann, line 4",
        ],
    );
    // Fragments that overlap are one, and what names a relation or nothing is told.
    check(
        "T1\tPER 0 4;2 8\tMira saw\nT1\tLOC 9 14\tKochi\nR1\tSaw Arg1:T1 Arg2:T9\nA1\tX R1\n#1\tAnnotatorNotes T7\tlost\nT8\tPER 90 95\tnone\nT\n",
        "Mira saw Kochi",
        &[
            "in.txt \"Mira saw Kochi\"",
            "location Kochi",
            "person Mira saw",
            "! a duplicate ID: “T1” @ in.ann, line 2",
            "! a line is not valid standoff: “T” @ in.ann, line 7",
            "! attributes on relations are not supported: “X R1” @ in.ann, line 4",
            "! a note refers to a missing annotation: “T7 lost” @ in.ann, line 5",
            "! a span is outside the text: “90–95 PER in code points” @ in.ann, line 6",
            "! a relation refers to a missing annotation: “Saw T1 T9” @ in.ann, line 3",
        ],
    );
}

#[test]
fn web_annotations_by_quote_and_by_what_refines_them() {
    let item = |id: &str, selector: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","type":"Annotation","body":{{"type":"TextualBody","value":"PER"}},"target":{{"source":"a.txt","selector":{selector}}}{more}}}"#
        )
    };
    let quote = |exact: &str, suffix: &str| {
        format!(r#"{{"type":"TextQuoteSelector","exact":"{exact}","prefix":"","suffix":"{suffix}"}}"#)
    };
    let refined = r#"{"type":"FragmentSelector","value":"p1","refinedBy":{"type":"TextPositionSelector","start":9,"end":14}}"#;
    // The link stands before what it joins.
    let link = r#"{"id":"urn:l","motivation":"linking","body":["urn:b",{"type":"TextualBody","value":"saw"}],"target":"urn:a"}"#;
    // One between two targets has its label alone in the body.
    let tagged = r#"{"id":"urn:k","motivation":"linking","body":[{"id":"urn:x","type":"TextualBody","value":"knows"}],"target":[{"id":"urn:b"},{"id":"urn:a"}]}"#;
    let half = r#"{"motivation":"linking","body":[],"target":[{"id":"urn:b"}]}"#;
    let page = format!(
        r#"{{"@context":"http://www.w3.org/ns/anno.jsonld","items":[{link},{tagged},{half},{},{},{},{}]}}"#,
        item("urn:a", &quote("Mira", " met"), ""),
        item("urn:b", refined, ""),
        item("urn:c", &quote("M", ""), ""),
        item("urn:d", &quote("Nobody", ""), ""),
    );
    check(
        ("in.jsonld", &page),
        &[("w/a.txt", "Mira met Tarun. Mira left.")],
        "w3c",
        &[
            "a.txt \"Mira met Tarun. Mira left.\"",
            "knows: Tarun > Mira",
            "person Mira",
            "person Tarun",
            "saw: Mira > Tarun",
            "! a link has a missing end: “{\"motivation\":\"linking\",\"body\":[],\"target\":[{\"id\":\"urn:b\"}]}” @ in.jsonld, item 3",
            "! the quoted words occur more than once: “M (2 times)” @ in.jsonld, mark 3",
            "! the quoted words are not in the text: “Nobody” @ in.jsonld, mark 4",
        ],
    );
}

#[test]
fn what_cannot_be_read_is_told_once_with_its_count() {
    let text = "Mira met Tarun";
    let line = format!(
        r#"{{"text":"{text}","spans":[{{"start":0,"end":4,"label":"person","tippani":{{"kind":"entity","attributes":{{
            "claimer":{{"value":"x","evidence":{{"start":90,"end":95}}}},"odd":{{"value":null}}}}}}}},
            {{"start":9,"end":99,"label":"person"}},{{"start":8,"end":14,"label":"person"}}],
            "relations":[{{"label":"saw"}}]}}"#
    )
    .replace('\n', " ");
    check(
        ("in.jsonl", &line),
        &[],
        "prodigy",
        &[
            "Mira-met-Tarun.txt \"Mira met Tarun\"",
            "person  Tarun",
            "person Mira claimer=x",
            "! a relation refers to a missing span: “{\"label\":\"saw\"}” @ in.jsonl, line 1",
            "! the evidence of an attribute is outside the text: “claimer, 90–95” @ in.jsonl, line 1, mark 1",
            "! an attribute has an unsupported value: “odd” @ in.jsonl, line 1, mark 1",
            "! a span is outside the text: “9–99 person in code points” @ in.jsonl, line 1, mark 2",
            "! a span starts or ends with whitespace: “\" Tarun\"” @ in.jsonl, line 1, mark 3",
        ],
    );
    check(
        (
            "in.jsonl",
            "{\"text\":\"Mira\",\"entities\":[[0,4,\"PER\"]]}\n{\"text\":\"Das\",\"entities\":[[0,3,\"PER\"]]}\n",
        ),
        &[],
        "prodigy",
        &[
            "Das.txt \"Das\"",
            "Mira.txt \"Mira\"",
            "! “entities” is spaCy’s format; import it with --from spacy (2 of them): “[[0,4,\"PER\"]]”, “[[0,3,\"PER\"]]” @ in.jsonl, line 1",
            "! no annotations found @ in.jsonl",
        ],
    );
    check(
        ("in.jsonl", "[{\"text\":\"Mira\",\"label\":[[0,4,\"person\"]]},\n {\"text\":\"Das\"}]"),
        &[],
        "doccano",
        &["Das.txt \"Das\"", "Mira.txt \"Mira\"", "person Mira"],
    );
}

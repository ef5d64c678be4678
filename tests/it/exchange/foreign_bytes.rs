//! Files of other tools that are not in UTF-8, that name entities, or that are built to take all memory: nothing is replaced or
//! left out in silence, and reading ends.

use std::fmt::Write as _;

use super::foreign::{imported_bytes, shown};
use tippani::format::exchange::recognize;

/// Imports a file, with others beside it: what the workspace holds then, and what is said; or why it cannot be read.
#[track_caller]
fn check(files: &[(&str, &[u8])], format: &str, expected: &[&str]) {
    let (folder, done) = imported_bytes(files, format, |_| {});
    let mut found = shown(&folder.path().join("w"));
    match &done {
        Ok(done) => {
            for issue in &done.issues {
                let _ = writeln!(found, "! {} @ {}", issue.issue.what, issue.issue.place);
            }
        }
        Err(error) => {
            let _ = writeln!(found, "!! {}", error.root_cause());
        }
    }
    let lines: Vec<&str> = found.lines().filter(|line| *line != " x done").map(str::trim_start).collect();
    assert_eq!(lines, expected);
}

/// A text in UTF-16 with its mark.
fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A text of characters below 256 in ISO 8859-1.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// A file of `WebAnno` whose one word stands here.
fn webanno(start: u64) -> String {
    format!(
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n\
#Text=Mira\n1-1\t{start}-{}\tMira\tPER\t\n",
        start + 4
    )
}

/// A file of TEI with this before it and in its body.
fn tei(head: &str, body: &str) -> String {
    format!(r#"{head}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{body}</p></body></text></TEI>"#)
}

/// A CAS of this text, whose first four characters are a person.
fn xmi(head: &str, text: &str) -> String {
    format!(
        r#"{head}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0"
 xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"><ner:NamedEntity xmi:id="3" sofa="1" begin="0" end="4" value="PER"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/></xmi:XMI>"#
    )
}

#[test]
fn columns_and_standoff_in_other_encodings() {
    let kochi = ["in.txt \"Mira saw Kochi\"", "location Kochi", "person Mira"];
    check(&[("in.conll", &utf16("Mira B-PER\nsaw O\nKochi B-LOC\n"))], "conll", &kochi);
    let french = "Un O\ncafé B-PER\nà O\nla O\ncrème O\ndéjà O\nvu O\n";
    check(
        &[("in.conll", &latin1(french))],
        "conll",
        &[
            "in.txt \"Un café à la crème déjà vu\"",
            "person café",
            "! the file is not in UTF-8: “windows-1252” @ in.conll, line 2",
        ],
    );
    check(&[("in.tsv", &utf16(&webanno(0)))], "webanno-tsv", &["in.txt \"Mira\"", "person Mira"]);
    let ann = utf16("T1\tPER 0 4\tMira\n");
    check(&[("in.ann", &ann), ("in.txt", b"Mira saw")], "brat", &["in.txt \"Mira saw\"", "person Mira"]);
}

#[test]
fn bytes_that_are_no_characters_are_told() {
    let check = |files: &[(&str, &[u8])], format: &str, expected: &str| {
        let (_folder, done) = imported_bytes(files, format, |_| {});
        let issues: Vec<String> = done.unwrap().issues.iter().map(ToString::to_string).collect();
        assert!(issues.iter().any(|issue| issue.contains(expected)), "{issues:?}");
    };
    let damaged = |text: &str| [text.as_bytes(), b"\xff\n"].concat();
    check(&[("in.conll", &damaged("मीरा B-PER\nx"))], "conll", "some characters cannot be decoded: “UTF-8”");
    check(
        &[("in.tsv", &damaged(&(webanno(0) + "# मीरा")))],
        "webanno-tsv",
        "some characters cannot be decoded",
    );
    check(&[("in.xml", &damaged(&tei("", "मीरा")))], "tei", "some characters cannot be decoded");
    check(&[("in.xmi", &damaged(&xmi("", "मीरा")))], "xmi", "some characters cannot be decoded");
    let ann = damaged("T1\tPER 0 4\tमीरा\n#1\tAnnotatorNotes T1\tx");
    check(&[("in.ann", &ann), ("in.txt", "मीरा".as_bytes())], "brat", "some characters cannot be decoded");
}

#[test]
fn xml_in_the_encoding_it_declares() {
    let head = r#"<?xml version="1.0" encoding="ISO-8859-1"?>"#;
    let malaga = ["José-in-Málaga.txt \"José in Málaga\\n\"", "location Málaga"];
    let body = "José in <placeName>Málaga</placeName>";
    check(&[("in.xml", &latin1(&tei(head, body)))], "tei", &malaga);
    let wide = utf16(&tei(r#"<?xml version="1.0" encoding="UTF-16"?>"#, body));
    check(&[("in.xml", &wide)], "tei", &malaga);
    assert_eq!(recognize("in.xml", &wide).map(|format| format.id), Some("tei"));
    let jose = ["InitialView.txt \"José left\"", "person José"];
    check(&[("in.xmi", &latin1(&xmi(head, "José left")))], "xmi", &jose);
    check(&[("in.xmi", &utf16(&xmi("", "José left")))], "xmi", &jose);
}

#[test]
fn entities_of_xml_are_what_is_declared_or_stay() {
    let head = r#"<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY das "Das"><!ENTITY mira 'Mira &das;'>]>"#;
    let body = r#"&eacute;t&eacute; &mdash; <persName ref="&das;">&mira;</persName> &nobody;"#;
    check(
        &[("in.xml", tei(head, body).as_bytes())],
        "tei",
        &[
            "été-Mira-Das-nobody.txt \"été — Mira Das &nobody;\\n\"",
            "person Mira Das @Das",
            "! an entity is not declared: “&nobody;” @ in.xml",
        ],
    );
    let head = r#"<?xml version="1.0"?><!DOCTYPE XMI [<!ENTITY mira "Mira">]>"#;
    check(
        &[("in.xmi", xmi(head, "&mira; &mdash; &nobody;").as_bytes())],
        "xmi",
        &[
            "InitialView.txt \"Mira — &nobody;\"",
            "person Mira",
            "! an entity is not declared: “&nobody;” @ in.xmi",
        ],
    );
}

#[test]
fn small_files_that_ask_for_much_are_told() {
    let far = webanno(4_000_000_000_000);
    let told = "!! line 6 is said to stand far beyond the text before it";
    check(&[("in.tsv", far.as_bytes())], "webanno-tsv", &[told]);
    let document = |id: &str, offset: u64| {
        format!(
            r#"{{"id":"{id}","passages":[{{"offset":{offset},"text":"Mira","annotations":[
                {{"infons":{{"type":"PER"}},"locations":[{{"offset":{offset},"length":4}}]}}]}}]}}"#
        )
    };
    let bioc =
        format!(r#"{{"documents":[{},{}]}}"#, document("far", 1_000_000_000_000_000), document("near", 2));
    check(
        &[("in.json", bioc.as_bytes())],
        "bioc",
        &[
            "near.txt \" \\nMira\"",
            "person Mira",
            "! a text begins far beyond the one before it @ in.json, document 1",
        ],
    );
    let deep = tei("", &"<hi>".repeat(2000));
    check(&[("in.xml", deep.as_bytes())], "tei", &["!! more than 1024 elements are within each other"]);
    let attributes = (0..2000).map(|n| format!(" a{n}=\"\"")).collect::<Vec<String>>().concat();
    let wide = tei("", &format!("<hi{attributes}/>"));
    check(&[("in.xml", wide.as_bytes())], "tei", &["!! an element has more than 1024 attributes"]);
}

#[test]
fn json_of_wider_characters_is_read_with_or_without_a_mark() {
    let line =
        "{\"text\":\"मीरा saw 🔴 Kochi\",\"label\":[[0,4,\"PER\"]]}\n{\"text\":\"Tarun\",\"label\":[]}\n";
    let array = r#"[{"text":"मीरा saw 🔴 Kochi","sourceid":"d","denotations":[{"id":"T1","span":{"begin":0,"end":4},"obj":"PER"}]}]"#;
    let wide = |text: &str| -> Vec<Vec<u8>> {
        let units: Vec<u16> = text.encode_utf16().collect();
        vec![
            units.iter().copied().flat_map(u16::to_le_bytes).collect(),
            units.iter().copied().flat_map(u16::to_be_bytes).collect(),
            text.chars().map(u32::from).flat_map(u32::to_le_bytes).collect(),
            text.chars().map(u32::from).flat_map(u32::to_be_bytes).collect(),
        ]
    };
    for mark in ["", "\u{feff}"] {
        for bytes in wide(&format!("{mark}{line}")) {
            assert_eq!(recognize("in.jsonl", &bytes).map(|format| format.id), Some("doccano"));
            let expected =
                ["Tarun.txt \"Tarun\"", "मीरा-saw-🔴-Kochi.txt \"मीरा saw 🔴 Kochi\"", "person मीरा"];
            check(&[("in.jsonl", &bytes)], "doccano", &expected);
        }
        for bytes in wide(&format!("{mark}{array}")) {
            assert_eq!(recognize("in.json", &bytes).map(|format| format.id), Some("pubannotation"));
            check(&[("in.json", &bytes)], "pubannotation", &["d.txt \"मीरा saw 🔴 Kochi\"", "person मीरा"]);
        }
    }
    let damaged =
        [b"\xff\xfe".as_slice(), &wide("{\"text\":\"a")[0], b"\x00\xd8", &wide("\",\"label\":[]}")[0]]
            .concat();
    let (_folder, done) = imported_bytes(&[("in.jsonl", &damaged)], "doccano", |_| {});
    let said: Vec<String> = done.unwrap().issues.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|said| said.contains("some characters cannot be decoded")), "{said:?}");
}

#[test]
fn json_of_one_byte_a_character_is_told_to_be_no_utf8() {
    let line = "{\"text\":\"José left\",\"label\":[[0,4,\"PER\"]]}\n";
    for (format, text) in [("doccano", line.to_owned()), ("pubannotation", format!("[{line}]"))] {
        let (_folder, done) = imported_bytes(&[("in.json", &latin1(&text))], format, |_| {});
        let said = match done {
            Ok(done) => done.issues.iter().map(ToString::to_string).collect::<Vec<String>>().concat(),
            Err(error) => error.root_cause().to_string(),
        };
        assert!(said.contains("it is not UTF-8; convert it to UTF-8 first"), "{format}: {said}");
    }
}

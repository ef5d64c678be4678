//! Files of which it is known what they are, and that are not read: it is said what to do with them.

use tippani::jobs::recognize_files;

use super::foreign::imported_bytes;
use crate::folder::folder;

/// What is said of a folder of these files where nothing says what they are.
#[track_caller]
fn check(files: &[(&str, &[u8])], expected: &str) {
    let folder = folder(files);
    let said = recognize_files(&[folder.path().to_owned()]).unwrap_err().to_string();
    assert!(said.contains(expected), "{said}");
}

const GATE: &[u8] =
    b"<?xml version='1.0'?>\n<GateDocument version=\"3\"><GateDocumentFeatures/></GateDocument>";
const BIOC: &[u8] =
    b"<?xml version=\"1.0\"?><collection><source/><document><id>1</id><passage/></document></collection>";
const JAVA: &[u8] = b"\xac\xed\x00\x05sr\x00";
/// The same as Snappy packs it.
const PACKED: &[u8] = b"\xff\x06\x00\x00sNaPpY\x00\x01";

#[test]
fn what_a_file_is_that_is_not_read_is_said() {
    check(&[("in.parquet", b"PAR1\x15\x04PAR1")], "in.parquet: it is Parquet, which is not read; export");
    check(
        &[("in.xml", GATE)],
        "in.xml: it is the XML of GATE, which is not read; save the document as bdocjs",
    );
    check(&[("in.xml", BIOC)], "it is BioC as XML, which is not read; convert it to BioC JSON");
    check(&[("in.bdocym", b"annotation_sets:\n")], "it is a bdoc of GATE");
    check(&[("in.bdocmp", b"\xa2sm\xa1j")], "it is a bdoc of GATE");
    check(&[("in.csv", b"word,label\nMira,PER\n")], "it is a table (CSV)");
    check(&[("in.txt", b"__label__calm Mira left\n")], "it is of fastText");
    check(&[("in.txt", b"Mira left.\n")], "it cannot be told which format it is in");
}

#[test]
fn a_project_whose_annotations_are_of_java_is_to_be_exported_otherwise() {
    let line = br#"{"text":"Mira","label":"x"}"#;
    let java: [(&str, &[u8]); 3] = [
        ("annotation_ser/a.txt/asha.ser", PACKED),
        ("event.log", line),
        ("source/a.conll", b"Mira B-PER\nleft O\n"),
    ];
    check(&java, "asha.ser: it holds annotations as objects of Java, which are not read");
    // With a secondary format it is read.
    let tsv: &[u8] = b"#FORMAT=WebAnno TSV 3.3\n";
    let folder = folder(&[&[("annotation/a.txt/asha.tsv", tsv)], java.as_slice()].concat());
    assert_eq!(recognize_files(&[folder.path().to_owned()]).unwrap().id, "webanno-tsv");
}

#[test]
fn a_file_that_is_not_read_is_named_whatever_it_is_asked_to_be() {
    for (format, bytes, expected) in [
        ("hf-tokens", b"PAR1\x15\x04PAR1".as_slice(), "it is Parquet, which is not read"),
        ("tei", GATE, "it is the XML of GATE"),
        ("bioc", BIOC, "it is BioC as XML"),
        ("xmi", JAVA, "it holds annotations as objects of Java"),
    ] {
        let (_folder, done) = imported_bytes(&[("in.x", bytes)], format, |_| {});
        let said = done.unwrap_err().root_cause().to_string();
        assert!(said.contains(expected), "{format}: {said}");
    }
}

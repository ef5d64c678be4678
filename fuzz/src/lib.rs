//! What hostile bytes are given to: each [`Target`] reads bytes as a part of the program does and checks what has to hold of
//! the answer, whatever the bytes are.
//!
//! `scripts/fuzz.sh` lets libFuzzer look for bytes that break one; `tests/it/fuzz.rs` gives each what was found before.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what does not hold has to stop the fuzzer"
)]

mod import;

use std::cell::RefCell;

use tippani_core::model::{AnnotationSet, Document};
use tippani_core::text::SourceText;
use tippani_corpus::format::journal::{self, Record};
use tippani_corpus::format::{article, html, sidecar, workspace};
use tippani_typeset::{TextStyle, Typesetter, Weight};

/// Characters that are laid out at most: the layout of long texts is measured by the benchmarks.
const MAX_LAID_OUT_CHARS: usize = 2_000;

/// A part of the program that takes bytes of others.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: of its program, and of the folder of its corpus.
    pub name: &'static str,
    check: fn(&[u8]),
}

impl Target {
    /// Gives it these bytes.
    ///
    /// # Panics
    /// When something does not hold that has to.
    pub fn run(&self, bytes: &[u8]) {
        (self.check)(bytes);
    }
}

/// All targets.
pub const TARGETS: [Target; 26] = [
    Target { name: "sidecar", check: sidecar },
    Target { name: "workspace", check: workspace },
    Target { name: "journal", check: journal },
    Target { name: "article", check: article },
    Target { name: "page", check: page },
    Target { name: "layout", check: layout },
    Target { name: "import_bdocjs", check: |bytes| import::check("bdocjs", bytes) },
    Target { name: "import_bioc", check: |bytes| import::check("bioc", bytes) },
    Target { name: "import_brat", check: |bytes| import::check("brat", bytes) },
    Target { name: "import_cas_json", check: |bytes| import::check("cas-json", bytes) },
    Target { name: "import_conll", check: |bytes| import::check("conll", bytes) },
    Target { name: "import_conllu", check: |bytes| import::check("conllu", bytes) },
    Target { name: "import_csv", check: |bytes| import::check("csv", bytes) },
    Target { name: "import_doccano", check: |bytes| import::check("doccano", bytes) },
    Target { name: "import_doccano_relations", check: |bytes| import::check("doccano-relations", bytes) },
    Target { name: "import_hf_tokens", check: |bytes| import::check("hf-tokens", bytes) },
    Target { name: "import_jsonl", check: |bytes| import::check("jsonl", bytes) },
    Target { name: "import_label_studio", check: |bytes| import::check("label-studio", bytes) },
    Target { name: "import_prodigy", check: |bytes| import::check("prodigy", bytes) },
    Target { name: "import_pubannotation", check: |bytes| import::check("pubannotation", bytes) },
    Target { name: "import_spacy", check: |bytes| import::check_packed("spacy", bytes) },
    Target { name: "import_spacy_json", check: |bytes| import::check("spacy-json", bytes) },
    Target { name: "import_tei", check: |bytes| import::check("tei", bytes) },
    Target { name: "import_w3c", check: |bytes| import::check("w3c", bytes) },
    Target { name: "import_webanno_tsv", check: |bytes| import::check("webanno-tsv", bytes) },
    Target { name: "import_xmi", check: |bytes| import::check("xmi", bytes) },
];

/// The target of that name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn target(name: &str) -> Target {
    TARGETS.into_iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target: {name}"))
}

/// The article that sidecars and imports are read against: several scripts, conjuncts, a character beyond the basic plane.
fn document() -> Document {
    let text = "आशा राव ने क्षेत्र में कहा।\r\nGita Rao 😀 met રવિ શાહ in Pune.\n\nراشد نے کہا۔\n";
    let sha256 = tippani_corpus::format::encoding::sha256(text.as_bytes());
    Document { file: "a.txt".into(), text: SourceText::new(text), sha256: sha256.into(), language: None }
}

/// What can be read of a sidecar is written so that it is read as the same.
fn sidecar(bytes: &[u8]) {
    let document = document();
    let Ok(decoded) = sidecar::decode(bytes, &document) else { return };
    for annotation in decoded.value.annotations() {
        let is_in_text = |end: usize| end <= document.text.end().get();
        assert!(
            annotation.spans.as_slice().iter().all(|span| is_in_text(span.end().get())),
            "out of the text"
        );
    }
    let Ok(written) = sidecar::encode(&decoded.value, &document) else { return };
    let again = sidecar::decode(&written, &document).expect("what was written is read");
    let marks = |set: &AnnotationSet| -> Vec<_> {
        set.annotations().iter().map(|a| (a.id.clone(), a.spans.clone())).collect()
    };
    let counts =
        |set: &AnnotationSet| (set.relations().len(), set.reviews().len(), set.unread.len(), set.state());
    assert_eq!(marks(&again.value), marks(&decoded.value), "read again, other marks");
    assert_eq!(counts(&again.value), counts(&decoded.value), "read again, something is missing");
    // Blanks in what is kept word for word are those of the first writing.
    assert_eq!(
        sidecar::encode(&again.value, &document).as_deref(),
        Ok(&*written),
        "written again, other bytes"
    );
}

/// What can be read of a workspace file is written so that it is read as the same.
fn workspace(bytes: &[u8]) {
    let Ok(decoded) = workspace::decode(bytes) else { return };
    let written = workspace::encode(&decoded.value);
    let again = workspace::decode(&written).expect("what was written is read");
    assert_eq!(again.value, decoded.value, "read again, it is another schema");
}

/// What can be read of a journal is written so that it is read as the same.
fn journal(bytes: &[u8]) {
    records(bytes);
    // What was changed fails its checksum, so the bytes are a payload too.
    let mut framed = journal::header();
    framed.extend(journal::frame(bytes).expect("inputs are short"));
    records(&framed);
}

fn records(bytes: &[u8]) {
    let Ok(decoded) = journal::decode(bytes) else { return };
    let mut written = journal::header();
    for record in &decoded.value {
        written.extend(journal::frame(&record.encode()).expect("inputs are short"));
        if let Record::Edit(edit) = record {
            for part in &edit.parts {
                let _ = part.changes(&document());
            }
        }
    }
    let again = journal::decode(&written).expect("what was written is read");
    assert!(again.issues.is_empty(), "what was written is not read whole: {:?}", again.issues);
    assert_eq!(again.value, decoded.value, "read again, other records");
}

/// Bytes in any encoding become a text, and valid UTF-8 stays what it is.
fn article(bytes: &[u8]) {
    let document = article::decode("a.txt", bytes).value;
    let without_mark = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(without_mark)
        && !text.contains('\0')
    {
        assert_eq!(document.text.as_str(), text, "valid UTF-8 was changed");
    }
}

/// A page has a main text, however it is nested.
fn page(bytes: &[u8]) {
    let _ = html::main_text(&String::from_utf8_lossy(bytes));
    let _ = article::read_page("a.html", bytes, article::ReadingChoice::default());
}

/// Any text is laid out on lines that are in order, and each glyph is of a cluster of the text.
fn layout(bytes: &[u8]) {
    thread_local! {
        static TYPESETTER: RefCell<Typesetter> = RefCell::new(Typesetter::new());
    }
    let text: String = String::from_utf8_lossy(bytes).chars().take(MAX_LAID_OUT_CHARS).collect();
    let style = TextStyle { size: 18.0, line_height: 1.5, weight: Weight::Regular, language: None };
    let layout = TYPESETTER.with_borrow_mut(|typesetter| typesetter.lay_out(&text, &style, Some(300.0)));
    assert!(layout.height().is_finite() && layout.width().is_finite(), "not a size");
    for pair in layout.lines().windows(2) {
        assert!(pair[0].bottom <= pair[1].bottom, "lines out of order");
    }
    for glyph in layout.glyphs() {
        assert!(glyph.x.is_finite() && glyph.y.is_finite(), "a glyph is nowhere");
    }
}

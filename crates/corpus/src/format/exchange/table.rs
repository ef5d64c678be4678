//! The one table of formats: menus, dialogs, command line, documentation and tests read it.

use super::read::Input;
use super::tree::parse;
use super::{Article, Encoded, FormatId, OffsetUnit};
use super::{
    aif, bdocjs, bioc, brat, cas_json, conll, conllu, csv, doccano, graph, hf_tokens, html, huggingface,
    jsonl, label_studio, prodigy, pubannotation, qdpx, spacy, spacy_json, tables, tei, w3c, webanno_tsv, xmi,
};
use crate::model::Schema;

/// What stands around and between the pieces of a file that articles share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Before the first.
    pub before: &'static [u8],
    /// Between two.
    pub between: &'static [u8],
    /// After the last.
    pub after: &'static [u8],
}

/// Files that belong to the data as a whole, whose files have these paths: path and bytes of each.
pub type Companions = fn(&Schema, &[String]) -> Vec<(String, Vec<u8>)>;

/// No frame: pieces follow one another.
const NO_FRAME: Frame = Frame { before: b"", between: b"", after: b"" };

/// Which ways a format goes; every one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// It is imported too.
    Both,
    /// It is read only to see whether it holds what was written.
    Out,
}

/// One format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line.
    pub id: &'static str,
    /// What the analyst reads.
    pub name: &'static str,
    /// One line more.
    pub explanation: &'static str,
    /// What its offsets count; nothing where its files do not say.
    pub unit: Option<OffsetUnit>,
    /// How an article is written.
    pub encode: fn(&Article<'_>) -> Encoded,
    /// What stands around the pieces of shared files.
    pub frame: Frame,
    /// Files beside the data: path and bytes.
    pub companions: Companions,
    /// How the name of a file with annotations ends.
    pub ending: &'static str,
    pub(super) input: Input,
    pub(super) direction: Direction,
}

impl Format {
    /// The format of that name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id)
    }

    /// Whether its files carry the fonts they are shown in.
    #[must_use]
    pub fn carries_fonts(&self) -> bool {
        self.id == "html"
    }

    /// Whether its links join only what is in its files.
    #[must_use]
    pub fn joins_only_what_is_there(&self) -> bool {
        self.id == qdpx::FORMAT.id
    }

    /// Whether its files are no text.
    #[must_use]
    pub const fn is_packed(&self) -> bool {
        matches!(self.input, Input::Packed(..))
    }

    /// Whether its files hold what reviewers said of others' annotations.
    #[must_use]
    pub fn holds_reviews(&self) -> bool {
        self.id == FormatId::JSONL.format().id
    }

    /// Whether its files say how far an annotator has come.
    #[must_use]
    pub fn holds_states(&self) -> bool {
        !["brat", "webanno-tsv"].contains(&self.id) && self.is_read()
    }

    /// Whether its files stand in projects of `INCEpTION`: a folder for each document, a file for each annotator.
    #[must_use]
    pub fn is_of_projects(&self) -> bool {
        ["xmi", "webanno-tsv", "cas-json"].contains(&self.id)
    }

    /// Whether its files may look like this format.
    #[must_use]
    pub fn looks_like(&self, found: &Self) -> bool {
        self.id == found.id || (self.id, found.id) == ("spacy", "spacy-json")
    }

    /// Whether its files can be imported.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        matches!(self.direction, Direction::Both)
    }
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format {
        id: "jsonl",
        name: "Tippani JSONL",
        explanation: "One article a line, with everything the sidecars know",
        unit: Some(OffsetUnit::CodePoint),
        encode: jsonl::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(jsonl::decode),
        direction: Direction::Both,
    },
    Format {
        id: "brat",
        name: "brat standoff",
        explanation: "A .txt and an .ann for each article, with attributes, relations and notes",
        unit: Some(OffsetUnit::CodePoint),
        encode: brat::encode,
        frame: NO_FRAME,
        companions: |schema, _| brat::configuration(schema),
        ending: "ann",
        input: Input::Beside(brat::decode, "txt"),
        direction: Direction::Both,
    },
    Format {
        id: "doccano",
        name: "doccano JSONL",
        explanation: "Text and labels for sequence labelling; no attributes, no relations",
        unit: None,
        encode: doccano::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(|entry, json| Ok(doccano::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "doccano-relations",
        name: "doccano relations",
        explanation: "Entities and relations for relation extraction; no attributes",
        unit: None,
        encode: doccano::encode_relations,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(|entry, json| Ok(doccano::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "label-studio",
        name: "Label Studio JSON",
        explanation: "Tasks with annotations and predictions, and the labelling configuration",
        unit: Some(OffsetUnit::CodePoint),
        encode: label_studio::encode,
        frame: Frame { before: b"[\n", between: b",\n", after: b"\n]\n" },
        companions: |schema, _| vec![("label-config.xml".to_owned(), label_studio::configuration(schema))],
        ending: "json",
        input: Input::Array(|entry, json| Ok(label_studio::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "prodigy",
        name: "Prodigy JSONL",
        explanation: "Tokens, spans over them and relations; the way into spaCy",
        unit: Some(OffsetUnit::CodePoint),
        encode: prodigy::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(prodigy::decode),
        direction: Direction::Both,
    },
    Format {
        id: "conll",
        name: "CoNLL columns, IOB2",
        explanation: "A word a line with its tag; one mark a word, entities and claims apart",
        unit: Some(OffsetUnit::CodePoint),
        encode: conll::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "conll",
        input: Input::Columns,
        direction: Direction::Both,
    },
    Format {
        id: "conllu",
        name: "CoNLL-U",
        explanation: "Universal Dependencies with entities in the last column, which may nest",
        unit: Some(OffsetUnit::CodePoint),
        encode: conllu::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "conllu",
        input: Input::Columns,
        direction: Direction::Both,
    },
    Format {
        id: "spacy",
        name: "spaCy DocBin",
        explanation: "Documents that spaCy's pipelines are trained on, with groups of spans; its JSON is read too",
        unit: Some(OffsetUnit::CodePoint),
        encode: spacy::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "spacy",
        input: Input::Packed(spacy::decode, |entry, json| Ok(spacy_json::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "spacy-json",
        name: "spaCy training data",
        explanation: "Text with entities as start, end and label, a line each",
        unit: Some(OffsetUnit::CodePoint),
        encode: spacy_json::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(|entry, json| Ok(spacy_json::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "hf-tokens",
        name: "Token classification",
        explanation: "Words with numbered tags and what they mean, as Hugging Face models are trained on",
        unit: Some(OffsetUnit::CodePoint),
        encode: hf_tokens::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonl",
        input: Input::Lines(|entry, json| Ok(hf_tokens::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "w3c",
        name: "W3C Web Annotation",
        explanation: "JSON-LD with position and quote selectors, for linked data",
        unit: Some(OffsetUnit::CodePoint),
        encode: w3c::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "jsonld",
        input: Input::File(|entry, json| Ok(w3c::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "cas-json",
        name: "UIMA CAS JSON",
        explanation: "The way into INCEpTION; offsets count UTF-16",
        unit: Some(OffsetUnit::Utf16),
        encode: cas_json::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "json",
        input: Input::File(|entry, json| Ok(cas_json::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "xmi",
        name: "UIMA XMI",
        explanation: "The CAS as XML with its type system, for INCEpTION and UIMA; offsets count UTF-16",
        unit: Some(OffsetUnit::Utf16),
        encode: xmi::encode,
        frame: NO_FRAME,
        companions: |_, _| vec![xmi::type_system()],
        ending: "xmi",
        input: Input::Beside(xmi::decode, "TypeSystem.xml"),
        direction: Direction::Both,
    },
    Format {
        id: "webanno-tsv",
        name: "WebAnno TSV 3.3",
        explanation: "A word a line with a column for each feature, for INCEpTION; offsets count UTF-16",
        unit: Some(OffsetUnit::Utf16),
        encode: webanno_tsv::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "tsv",
        input: Input::Beside(webanno_tsv::decode, ""),
        direction: Direction::Both,
    },
    Format {
        id: "pubannotation",
        name: "PubAnnotation JSON",
        explanation: "Denotations, relations and attributes, with parts that need not touch",
        unit: Some(OffsetUnit::CodePoint),
        encode: pubannotation::encode,
        frame: Frame { before: b"[\n", between: b",\n", after: b"\n]\n" },
        companions: none,
        ending: "json",
        input: Input::Array(|entry, json| Ok(pubannotation::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "bioc",
        name: "BioC JSON",
        explanation: "Documents of passages with annotations and relations, for text mining",
        unit: Some(OffsetUnit::CodePoint),
        encode: bioc::encode,
        frame: Frame { before: bioc::BEFORE, between: b",\n", after: bioc::AFTER },
        companions: none,
        ending: "json",
        input: Input::Array(|entry, json| Ok(bioc::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "tei",
        name: "TEI",
        explanation: "A text with spans and links beside it; names within the text are read too",
        unit: Some(OffsetUnit::CodePoint),
        encode: tei::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "xml",
        input: Input::Beside(tei::decode, ""),
        direction: Direction::Both,
    },
    Format {
        id: "bdocjs",
        name: "GATE bdocjs",
        explanation: "A document with an annotation set for each annotator",
        unit: Some(OffsetUnit::CodePoint),
        encode: bdocjs::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "bdocjs",
        input: Input::File(|entry, json| Ok(bdocjs::decode(entry, &parse(json)?))),
        direction: Direction::Both,
    },
    Format {
        id: "huggingface",
        name: "Parquet dataset",
        explanation: "For Hugging Face datasets, DuckDB and Spark: partitioned by language, with a card",
        unit: Some(OffsetUnit::CodePoint),
        encode: huggingface::encode,
        frame: NO_FRAME,
        companions: huggingface::card,
        ending: "parquet",
        input: Input::Rows,
        direction: Direction::Out,
    },
    Format {
        id: "html",
        name: "Report (HTML page)",
        explanation: "One page an article with its fonts in it, for reading, sending and printing",
        unit: Some(OffsetUnit::CodePoint),
        encode: html::encode,
        frame: NO_FRAME,
        companions: none,
        ending: "html",
        input: Input::Page(html::check),
        direction: Direction::Out,
    },
    Format {
        id: "csv",
        name: "Table (CSV)",
        explanation: "One annotation a row, for spreadsheets",
        unit: Some(OffsetUnit::CodePoint),
        encode: csv::encode,
        frame: Frame { before: csv::HEADER, between: b"", after: b"" },
        companions: none,
        ending: "csv",
        input: Input::Table(csv::decode),
        direction: Direction::Out,
    },
    tables::FORMAT,
    graph::FORMAT,
    aif::FORMAT,
    qdpx::FORMAT,
];

fn none(_: &Schema, _: &[String]) -> Vec<(String, Vec<u8>)> {
    Vec::new()
}

//! Datasets out, prior annotations in: the formats of other tools, one file and one line of the table each.
//!
//! ```text
//! Article ─ encode ─► pieces of files, losses        file ─ read ─► Records ─ resolve ─► AnnotationSet
//! ```
//! A format knows nothing of the file system: pieces are written, and files opened, elsewhere.

mod aif;
mod align;
mod alike;
mod article;
mod bdocjs;
mod bioc;
mod blanks;
mod brat;
mod cas;
mod cas_json;
pub(in crate::format) mod cell;
mod columns;
mod conll;
mod conllu;
mod csv;
mod detect;
mod doccano;
mod encoded;
mod entity_files;
mod entity_table;
mod format_id;
mod graph;
mod hf_tokens;
mod html;
mod huggingface;
mod jsonl;
mod label_studio;
mod labels;
mod loss;
mod markdown;
mod pack;
mod parquet;
mod parts;
mod percent;
mod prodigy;
mod project;
mod pubannotation;
mod qdpx;
mod read;
mod recognize;
mod record;
mod remark;
mod repeats;
pub mod report;
mod resolve;
mod spacy;
mod spacy_json;
mod spacy_paragraphs;
mod table;
mod tables;
mod tei;
mod token;
mod tree;
mod unit;
mod unread;
mod value;
mod verify;
mod w3c;
mod webanno_tsv;
mod xmi;
mod xml;

pub use alike::unite;
pub use article::{Article, Encoded, FilePiece, PieceKind};
pub use detect::{Detected, UnitEvidence};
pub use entity_files::{EntityFilesError, entity_files};
pub use format_id::FormatId;
pub use html::{WebFace, named_characters};
pub use jsonl::schema as article_schema;
pub use labels::{label_for, label_pairs, with_original_labels};
pub use loss::{Fate, Loss, Losses, MAX_LISTED_LOSSES};
pub use pack::Archive;
pub use parquet::{ParquetTable, Rows, TableError, count_rows};
pub use project::{PROJECT_FILE, ProjectFile, ProjectStates, project_states};
pub use read::{ReadError, ReadOptions, Source, read};
pub use recognize::recognize;
pub use record::{Addition, Attachment, Link, Mark, Reading, Record};
pub use remark::{ImportIssue, Remark, Tally};
pub use resolve::{ResolveOptions, Resolved, resolve};
pub use table::{Companions, FORMATS, Format, Frame};
pub use token::{Parts, Tagged, Token, Untagged, covering, tag, tokens, tokens_and_blanks};
pub use unit::{OffsetConverter, OffsetUnit};
pub use unread::Unread;
pub use verify::{VerifyError, verify};

use crate::model::OriginKind;

/// A way an annotation came to be, as files name it.
const fn origin_name(origin: OriginKind) -> &'static str {
    match origin {
        OriginKind::Hand => "hand",
        OriginKind::Propagated => "propagated",
        OriginKind::Import => "import",
        OriginKind::Model => "model",
        OriginKind::Adjudicated => "adjudicated",
    }
}

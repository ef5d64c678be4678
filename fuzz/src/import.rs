//! Files of other tools.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use tippani_core::model::{Annotator, Document, news_schema};
use tippani_core::text::SourceText;
use tippani_corpus::format::exchange::{
    Format, OffsetUnit, ReadOptions, Reading, Record, ResolveOptions, Source, read, resolve,
};
use tippani_corpus::format::{encoding, sidecar};

/// A byte that parts an annotation file from the text beside it: it occurs in neither.
const TEXT_FOLLOWS: u8 = 0x1e;

/// What can be read of a file stands on the words of its article, and can be saved.
pub(crate) fn check(format: &str, bytes: &[u8]) {
    let format = Format::find(format).expect("a format of the table");
    let (own, beside) = match bytes.iter().position(|byte| *byte == TEXT_FOLLOWS) {
        Some(at) => (&bytes[..at], Some(bytes[at + 1..].to_vec())),
        None => (bytes, None),
    };
    let mut consume = |Reading { records, .. }| records.iter().for_each(place);
    let (beside, options) = (|_: &str| beside.clone(), ReadOptions::default());
    let source = Source { name: "a.ann", beside: &beside, options: &options };
    // A file that cannot be read as a whole has given what stands before the fault.
    let _ = read(format, &source, &mut Cursor::new(own), &mut consume);
}

/// The same of a format whose files zlib packed: the bytes are what it packs.
pub(crate) fn check_packed(format: &str, bytes: &[u8]) {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::none());
    packed.write_all(bytes).expect("memory takes everything");
    check(format, &packed.finish().expect("memory takes everything"));
    check(format, bytes);
}

fn place(record: &Record) {
    let annotator = Annotator::new("asha").expect("a slug");
    let document = record.text.as_deref().map_or_else(super::document, |text| {
        let sha256 = encoding::sha256(text.as_bytes()).into();
        Document { file: "a.txt".into(), text: SourceText::new(text), sha256, language: None }
    });
    for unit in OffsetUnit::ALL {
        let how = ResolveOptions {
            schema: &news_schema(),
            labels: &[],
            annotator: &annotator,
            unit,
            source: "a.ann",
            now: "2026-01-02T03:04:05Z".parse().expect("a moment"),
        };
        let set = resolve(record, &document, &how).value;
        let bytes = sidecar::encode(&set, &document).expect("what was taken in can be saved");
        let again = sidecar::decode(&bytes, &document).expect("what was saved is read");
        assert_eq!(again.value.annotations().len(), set.annotations().len(), "marks are lost by saving");
    }
}

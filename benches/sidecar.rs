//! Decoding a large sidecar beside `serde_json` alone, and writing it.
//!
//! A 10 MB article in three scripts with 51,600 annotations; the sidecar has about 40 MB. And a small one in which one object
//! has very many keys that nobody knows: each costs the same, however many there are. `cargo bench --bench sidecar`.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

mod corpus;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde::de::IgnoredAny;
use tippani::format::sidecar;
use tippani::model::Document;

static DATA: LazyLock<(Document, Vec<u8>)> = LazyLock::new(|| {
    let document = corpus::document(corpus::BYTES);
    let set = corpus::annotations(&document, corpus::MARKS);
    let bytes = sidecar::encode(&set, &document).expect("spans of this text");
    (document, bytes)
});

#[divan::bench]
fn decode(bencher: divan::Bencher<'_, '_>) {
    let (document, bytes) = &*DATA;
    bencher
        .counter(divan::counter::BytesCount::new(bytes.len()))
        .bench(|| sidecar::decode(black_box(bytes), document));
}

#[divan::bench]
fn serde_json_ignored(bencher: divan::Bencher<'_, '_>) {
    let bytes = &DATA.1;
    bencher
        .counter(divan::counter::BytesCount::new(bytes.len()))
        .bench(|| serde_json::from_slice::<IgnoredAny>(black_box(bytes)));
}

#[divan::bench]
fn serde_json_value(bencher: divan::Bencher<'_, '_>) {
    let bytes = &DATA.1;
    bencher
        .counter(divan::counter::BytesCount::new(bytes.len()))
        .bench(|| serde_json::from_slice::<serde_json::Value>(black_box(bytes)));
}

#[divan::bench]
fn decode_with_one_bad_entry(bencher: divan::Bencher<'_, '_>) {
    let (document, bytes) = &*DATA;
    let bad = String::from_utf8_lossy(bytes)
        .replacen("\"kind\": \"entity\"", "\"kind\": \"thing\"", 1)
        .into_bytes();
    bencher.bench(|| sidecar::decode(black_box(&bad), document));
}

#[divan::bench]
fn encode(bencher: divan::Bencher<'_, '_>) {
    let (document, bytes) = &*DATA;
    let set = sidecar::decode(bytes, document).expect("made here").value;
    bencher.bench(|| sidecar::encode(black_box(&set), document));
}

#[divan::bench]
fn sha256(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| tippani::format::encoding::sha256(black_box(&DATA.1)));
}

/// A sidecar with so many unknown keys at its top level, and as many in its one annotation.
fn with_unknown_keys(keys: usize) -> (Document, Vec<u8>) {
    let document = corpus::document(corpus::SMALL);
    let bytes = sidecar::encode(&corpus::annotations(&document, 1), &document).expect("spans of this text");
    let keys: Vec<String> = (0..keys).map(|n| format!("\"key {n}\": {n},")).collect();
    let keys = keys.concat();
    let text = String::from_utf8_lossy(&bytes).replacen('{', &format!("{{{keys}"), 1);
    let text = text.replacen("\"id\"", &format!("{keys}\"id\""), 1);
    (document, text.into_bytes())
}

/// The best of seven runs.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let one = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..7).map(one).min().unwrap_or_default()
}

fn main() {
    let (document, bytes) = &*DATA;
    let decode = best(|| sidecar::decode(bytes, document));
    let ignored = best(|| serde_json::from_slice::<IgnoredAny>(bytes));
    let value = best(|| serde_json::from_slice::<serde_json::Value>(bytes));
    println!("sidecar: {} bytes, {} annotations", bytes.len(), corpus::MARKS);
    println!("decode {decode:.1?}; serde_json alone: IgnoredAny {ignored:.1?}, Value {value:.1?}");
    println!(
        "ratio to IgnoredAny {:.2}, to Value {:.2}",
        decode.as_secs_f64() / ignored.as_secs_f64(),
        decode.as_secs_f64() / value.as_secs_f64()
    );
    for keys in [10_000, 80_000] {
        let (document, bytes) = with_unknown_keys(keys);
        let read = best(|| sidecar::decode(&bytes, &document));
        let set = sidecar::decode(&bytes, &document).expect("made here").value;
        let written = best(|| sidecar::encode(&set, &document));
        let each = (read + written).as_secs_f64() * 1e9 / keys as f64;
        println!("{keys} unknown keys: decode {read:.1?}, encode {written:.1?}, {each:.0} ns a key");
    }
    divan::main();
}

//! Decoding a large sidecar beside `serde_json` alone, and writing it.
//!
//! A 10 MB article in three scripts with 51,600 annotations; the sidecar has about 40 MB. `cargo bench --bench sidecar`.

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
fn peek(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| sidecar::peek(black_box(&DATA.1)));
}

#[divan::bench]
fn sha256(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| tippani::format::encoding::sha256(black_box(&DATA.1)));
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
    divan::main();
}

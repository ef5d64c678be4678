//! Layout of an article beside `harfrust` alone, which only finds glyphs. `cargo bench --bench layout`.
//!
//! The floor shapes the same paragraphs, cut where the script changes, with the same faces.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

mod corpus;

use std::hint::black_box;
use std::ops::Range;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use tippani::text::SourceText;
use tippani::typeset::{BUNDLED, Flow, TextBlocks, TextStyle, Typesetter, Weight};
use unicode_script::{Script, UnicodeScript as _};

static TEXT: LazyLock<SourceText> = LazyLock::new(|| corpus::document(1_000_000).text);

fn style() -> TextStyle {
    TextStyle { size: 18.0, line_height: 1.7, weight: Weight::Regular, language: None }
}

/// All of the text in lines; gives the number of lines.
fn lay_out(typesetter: &mut Typesetter) -> usize {
    let text = TEXT.as_str();
    let blocks = TextBlocks::new(&TEXT);
    let lines = blocks.as_slice().iter().map(|block| {
        let content = &text[block.range.start.get()..block.range.end.get()];
        typesetter.lay_out(content, &style(), Some(640.0)).lines().len()
    });
    lines.sum()
}

/// All of the text as glyphs; gives their number.
fn shape(faces: &[(Script, FontRef<'static>, ShaperData)]) -> usize {
    let text = TEXT.as_str();
    let mut glyphs = 0;
    let mut buffer = UnicodeBuffer::new();
    for paragraph in 0..TEXT.paragraph_count() {
        let range = TEXT.paragraph(paragraph);
        for (script, run) in runs(&text[range.start.get()..range.end.get()]) {
            let (_, font, data) = faces.iter().find(|(s, ..)| *s == script).unwrap_or(&faces[0]);
            buffer.push_str(&text[range.start.get()..][run]);
            buffer.guess_segment_properties();
            let shaped = data.shaper(font).build().shape(buffer, ShapeOptions::new());
            glyphs += shaped.len();
            buffer = shaped.clear();
        }
    }
    glyphs
}

/// The stretches of one script; what belongs to none goes with what is before it.
fn runs(content: &str) -> Vec<(Script, Range<usize>)> {
    let mut runs: Vec<(Script, Range<usize>)> = Vec::new();
    for (at, c) in content.char_indices() {
        let end = at + c.len_utf8();
        let script = c.script();
        match runs.last_mut() {
            Some((last, range))
                if *last == script || matches!(script, Script::Common | Script::Inherited) =>
            {
                range.end = end;
            }
            _ => runs.push((script, at..end)),
        }
    }
    runs
}

fn faces() -> Vec<(Script, FontRef<'static>, ShaperData)> {
    let wanted = [
        (Script::Latin, "NotoSans-Regular"),
        (Script::Devanagari, "NotoSansDevanagari-Regular"),
        (Script::Gujarati, "NotoSansGujarati-Regular"),
    ];
    let face = |(script, name)| {
        let face = BUNDLED.iter().find(|f| f.name == name).expect("bundled");
        let font = FontRef::new(face.data).expect("a font");
        let data = ShaperData::new(&font);
        (script, font, data)
    };
    wanted.into_iter().map(face).collect()
}

#[divan::bench]
fn layout(bencher: divan::Bencher<'_, '_>) {
    let mut typesetter = Typesetter::new();
    let bytes = divan::counter::BytesCount::new(TEXT.as_str().len());
    bencher.counter(bytes).bench_local(|| lay_out(&mut typesetter));
}

#[divan::bench]
fn harfrust_alone(bencher: divan::Bencher<'_, '_>) {
    let faces = faces();
    let bytes = divan::counter::BytesCount::new(TEXT.as_str().len());
    bencher.counter(bytes).bench_local(|| shape(&faces));
}

/// A screenful from the middle of 10 MB, which nobody has seen yet.
#[divan::bench]
fn jump_into_10_mb(bencher: divan::Bencher<'_, '_>) {
    let text = corpus::document(corpus::BYTES).text;
    let mut typesetter = Typesetter::new();
    bencher.with_inputs(|| Flow::new(text.clone(), style(), 640.0)).bench_local_refs(|flow| {
        let middle = flow.blocks().as_slice().len() / 2;
        for block in middle..middle + 12 {
            black_box(flow.layout(&mut typesetter, block));
        }
    });
}

fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut one = || {
        let start = Instant::now();
        let value = run();
        (start.elapsed(), value)
    };
    let first = one();
    (0..5).map(|_| one()).fold(first, |a, b| if b.0 < a.0 { b } else { a })
}

fn main() {
    let mut typesetter = Typesetter::new();
    let faces = faces();
    let (layout, lines) = best(|| lay_out(&mut typesetter));
    let (floor, glyphs) = best(|| shape(&faces));
    println!("{} bytes, {lines} lines, {glyphs} glyphs", TEXT.as_str().len());
    println!("layout {layout:.1?}; harfrust alone {floor:.1?}");
    println!("ratio to harfrust alone {:.2}", layout.as_secs_f64() / floor.as_secs_f64());
    divan::main();
}

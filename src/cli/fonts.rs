//! The font report, for people and for machines.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::text::{ByteOffset, SourceText, is_cjk};
use crate::typeset::{FontReport, ParagraphRuns, Run};

/// A table of faces, what is missing, and the runs where they were asked for.
pub(super) fn text(source: &SourceText, report: &FontReport) -> String {
    let mut out = String::new();
    for face in &report.faces {
        let _ = writeln!(out, "{:>8}  {}  {}", face.characters, face.face, face.sample);
    }
    for missing in &report.missing {
        let code = u32::from(missing.character);
        let _ = writeln!(out, "{:>8}  missing: U+{code:04X}", missing.count);
    }
    if report.missing.iter().any(|missing| is_cjk(missing.character)) {
        let _ = writeln!(
            out,
            "Chinese, Japanese and Korean need Noto Sans CJK: install the package fonts-noto-cjk"
        );
    }
    for paragraph in &report.paragraphs {
        let _ = writeln!(out, "\nparagraph {} at {}", paragraph.paragraph, paragraph.start);
        for run in &paragraph.runs {
            let (start, end) = chars(source, paragraph, run);
            let direction = if run.rtl { "rtl" } else { "ltr" };
            let _ = writeln!(out, "  {start}–{end} {direction} {}", paragraph.faces[run.face]);
            let glyphs: Vec<String> = glyphs(paragraph, run)
                .map(|Glyph { id, advance, x, y }| match (x, y) {
                    (0, 0) => format!("{id}+{advance}"),
                    (x, y) => format!("{id}@{x},{y}+{advance}"),
                })
                .collect();
            let _ = writeln!(out, "    {}", glyphs.join(" "));
        }
    }
    out
}

/// The report as JSON: places in code points, advances and offsets of glyphs in font units.
pub(super) fn json(source: &SourceText, report: &FontReport) -> Value {
    let faces: Vec<Value> = report
        .faces
        .iter()
        .map(|f| json!({"face": f.face, "characters": f.characters, "sample": f.sample}))
        .collect();
    let missing: Vec<Value> = report
        .missing
        .iter()
        .map(|m| json!({"character": m.character.to_string(), "code_point": format!("U+{:04X}", u32::from(m.character)), "count": m.count}))
        .collect();
    let paragraphs: Vec<Value> = report.paragraphs.iter().map(|p| paragraph(source, p)).collect();
    json!({"unit": "code-point", "faces": faces, "missing": missing, "paragraphs": paragraphs})
}

fn paragraph(source: &SourceText, paragraph: &ParagraphRuns) -> Value {
    let base = source.paragraph(paragraph.paragraph).start.get();
    let at = |byte: usize| source.to_char(ByteOffset::new(base + byte)).get();
    let runs: Vec<Value> = paragraph
        .runs
        .iter()
        .map(|run| {
            let (start, end) = chars(source, paragraph, run);
            let glyphs: Vec<Value> = glyphs(paragraph, run)
                .map(|Glyph { id, advance, x, y }| json!({"id": id, "advance": advance, "x": x, "y": y}))
                .collect();
            let clusters: Vec<Value> = run.clusters.iter().map(|c| json!([at(c.start), at(c.end)])).collect();
            json!({
                "start": start, "end": end, "face": paragraph.faces[run.face],
                "direction": if run.rtl { "rtl" } else { "ltr" }, "glyphs": glyphs, "clusters": clusters,
            })
        })
        .collect();
    json!({"paragraph": paragraph.paragraph, "start": paragraph.start, "runs": runs})
}

fn chars(source: &SourceText, paragraph: &ParagraphRuns, run: &Run) -> (usize, usize) {
    let base = source.paragraph(paragraph.paragraph).start.get();
    let at = |byte: usize| source.to_char(ByteOffset::new(base + byte)).get();
    (at(run.range.start), at(run.range.end))
}

/// A glyph as `hb-shape` has it: advance and offsets in font units, rightward and upward.
struct Glyph {
    id: u32,
    advance: i64,
    x: i64,
    y: i64,
}

fn glyphs<'a>(paragraph: &'a ParagraphRuns, run: &'a Run) -> impl Iterator<Item = Glyph> + 'a {
    let units = paragraph.units[run.face];
    let units = move |pixels: f32| (pixels * units / FontReport::SIZE).round() as i64;
    run.glyphs.iter().map(move |g| Glyph {
        id: g.id,
        advance: units(g.advance),
        x: units(g.x),
        y: units(-g.y),
    })
}

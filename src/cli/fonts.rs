//! The font report, for people and for machines.

use std::fmt::Write as _;

use crate::format::answer::{
    FaceAnswer, FontRunAnswer, FontsAnswer, GlyphAnswer, MissingCharacterAnswer, ParagraphRunsAnswer,
};
use crate::format::exchange::OffsetUnit;
use crate::text::{ByteOffset, SourceText, is_cjk};
use crate::typeset::{FaceUse, FontReport, MissingCharacter, ParagraphRuns, Run};

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
                .map(|GlyphAnswer { id, advance, x, y }| match (x, y) {
                    (0, 0) => format!("{id}+{advance}"),
                    (x, y) => format!("{id}@{x},{y}+{advance}"),
                })
                .collect();
            let _ = writeln!(out, "    {}", glyphs.join(" "));
        }
    }
    out
}

/// The report for machines: places in code points, advances and offsets of glyphs in font units.
pub(super) fn answer(source: &SourceText, report: &FontReport) -> FontsAnswer {
    let face = |used: &FaceUse| FaceAnswer {
        face: used.face.clone(),
        characters: used.characters,
        sample: used.sample.clone(),
    };
    let missing = |missing: &MissingCharacter| MissingCharacterAnswer {
        character: missing.character.to_string(),
        code_point: format!("U+{:04X}", u32::from(missing.character)),
        count: missing.count,
    };
    FontsAnswer {
        unit: OffsetUnit::CodePoint.name().to_owned(),
        faces: report.faces.iter().map(face).collect(),
        missing: report.missing.iter().map(missing).collect(),
        paragraphs: report.paragraphs.iter().map(|runs| paragraph(source, runs)).collect(),
    }
}

fn paragraph(source: &SourceText, paragraph: &ParagraphRuns) -> ParagraphRunsAnswer {
    let base = source.paragraph(paragraph.paragraph).start.get();
    let at = |byte: usize| source.to_char(ByteOffset::new(base + byte)).get();
    let run = |run: &Run| {
        let (start, end) = chars(source, paragraph, run);
        FontRunAnswer {
            start,
            end,
            face: paragraph.faces[run.face].clone(),
            direction: if run.rtl { "rtl" } else { "ltr" }.to_owned(),
            glyphs: glyphs(paragraph, run).collect(),
            clusters: run.clusters.iter().map(|c| [at(c.start), at(c.end)]).collect(),
        }
    };
    ParagraphRunsAnswer {
        paragraph: paragraph.paragraph,
        start: paragraph.start,
        runs: paragraph.runs.iter().map(run).collect(),
    }
}

fn chars(source: &SourceText, paragraph: &ParagraphRuns, run: &Run) -> (usize, usize) {
    let base = source.paragraph(paragraph.paragraph).start.get();
    let at = |byte: usize| source.to_char(ByteOffset::new(base + byte)).get();
    (at(run.range.start), at(run.range.end))
}

/// Glyphs as `hb-shape` has them: advance and offsets in font units, rightward and upward.
fn glyphs<'a>(paragraph: &'a ParagraphRuns, run: &'a Run) -> impl Iterator<Item = GlyphAnswer> + 'a {
    let units = paragraph.units[run.face];
    let units = move |pixels: f32| (pixels * units / FontReport::SIZE).round() as i64;
    run.glyphs.iter().map(move |g| GlyphAnswer {
        id: g.id,
        advance: units(g.advance),
        x: units(g.x),
        y: units(-g.y),
    })
}

//! Which face draws which characters of a text, and which none has.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Face, Run, TextBlocks, TextStyle, Typesetter, Weight};
use tippani_core::text::SourceText;

/// What one face draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaceUse {
    /// Its full name.
    pub face: String,
    /// How many characters it draws.
    pub characters: usize,
    /// The first different ones, for a look.
    pub sample: String,
}

/// A character no face has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingCharacter {
    /// The character.
    pub character: char,
    /// How often it stands in the text.
    pub count: usize,
}

/// The runs of one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphRuns {
    /// Index of the paragraph in the text.
    pub paragraph: usize,
    /// Where its text starts, in code points.
    pub start: usize,
    /// Names of the faces, by the index runs use; a paragraph laid out in pieces may name a face more than once.
    pub faces: Vec<String>,
    /// Units of the em square of each face: an advance in font units is `advance * units / FontReport::SIZE`.
    pub units: Vec<f32>,
    /// Its runs, in visual order within each piece; offsets are bytes from the paragraph's start.
    pub runs: Vec<Run>,
}

/// What `tippani fonts` tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FontReport {
    /// By face, most used first.
    pub faces: Vec<FaceUse>,
    /// In code point order.
    pub missing: Vec<MissingCharacter>,
    /// Each paragraph, where glyphs were asked for.
    pub paragraphs: Vec<ParagraphRuns>,
}

impl FontReport {
    /// The size in pixels everything was laid out at: large enough that advances keep their font units.
    pub const SIZE: f32 = 1000.0;

    /// Lays every paragraph of `text` out on one line and says what it was set in.
    ///
    /// `language` is a BCP 47 tag, as for [`TextStyle`]; with `glyphs`, the runs of every paragraph are listed too.
    /// The system's faces are looked at only when a bundled face lacks a character.
    #[must_use]
    pub fn new(text: &SourceText, language: Option<&str>, glyphs: bool) -> Self {
        let style = TextStyle {
            size: Self::SIZE,
            line_height: 1.7,
            weight: Weight::Regular,
            language: language.map(Into::into),
        };
        let mut typesetter = Typesetter::new();
        let mut tally = Tally::of(text, &mut typesetter, &style, glyphs);
        let missing = tally.missing.keys().copied();
        if !tally.missing.is_empty() && typesetter.supply(&mut Catalogue::bundled(), missing) {
            tally = Tally::of(text, &mut typesetter, &style, glyphs);
        }
        let mut faces: Vec<FaceUse> = tally
            .faces
            .into_iter()
            .map(|(face, (characters, sample))| FaceUse { face, characters, sample })
            .collect();
        faces.sort_by(|a, b| b.characters.cmp(&a.characters).then_with(|| a.face.cmp(&b.face)));
        let missing = tally.missing.into_iter();
        let missing = missing.map(|(character, count)| MissingCharacter { character, count }).collect();
        Self { faces, missing, paragraphs: tally.paragraphs }
    }
}

/// The first different characters of a face, as many as fit a line.
const MAX_SAMPLE_CHARS: usize = 24;

/// What one pass over the text counts.
#[derive(Debug, Default)]
struct Tally {
    faces: BTreeMap<String, (usize, String)>,
    missing: BTreeMap<char, usize>,
    paragraphs: Vec<ParagraphRuns>,
}

impl Tally {
    fn of(text: &SourceText, typesetter: &mut Typesetter, style: &TextStyle, glyphs: bool) -> Self {
        let mut this = Self::default();
        // In blocks, as the reader does: a line of megabytes is not shaped at one go.
        let mut rtl = false;
        for block in TextBlocks::new(text).as_slice() {
            let range = block.range.start.get()..block.range.end.get();
            let paragraph = text.paragraph(block.paragraph).start;
            let content = text.as_str().get(range).unwrap_or_default();
            let layout = if block.range.start == paragraph {
                typesetter.lay_out(content, style, None)
            } else {
                typesetter.lay_out_piece(rtl, content, style, None)
            };
            rtl = layout.is_rtl();
            layout.missing().iter().for_each(|m| *this.missing.entry(m.character).or_default() += 1);
            let runs = layout.runs();
            let names: Vec<String> = layout.faces().iter().map(Face::name).collect();
            // The face of a run stands for what it lacks, too.
            let lacking: BTreeSet<usize> = layout.missing().iter().map(|missing| missing.start).collect();
            for run in &runs {
                let all = content[run.range.clone()].char_indices();
                let drawn = all.filter(|(at, _)| !lacking.contains(&(run.range.start + at)));
                this.count(&names[run.face], drawn.map(|(_, character)| character));
            }
            if glyphs && !runs.is_empty() {
                let units = layout.faces().iter().map(Face::units_per_em).collect();
                let start = text.to_char(paragraph).get();
                let base = block.range.start.get() - paragraph.get();
                this.list(
                    ParagraphRuns { paragraph: block.paragraph, start, faces: names, units, runs },
                    base,
                );
            }
        }
        this
    }

    fn count(&mut self, face: &str, drawn: impl Iterator<Item = char>) {
        let mut drawn = drawn.peekable();
        if drawn.peek().is_none() {
            return;
        }
        let (count, sample) = self.faces.entry(face.to_owned()).or_default();
        for character in drawn {
            *count += 1;
            if sample.chars().count() < MAX_SAMPLE_CHARS
                && !character.is_whitespace()
                && !sample.contains(character)
            {
                sample.push(character);
            }
        }
    }

    /// Adds the runs of a block that starts `base` bytes into its paragraph.
    fn list(&mut self, mut block: ParagraphRuns, base: usize) {
        for run in &mut block.runs {
            run.range = run.range.start + base..run.range.end + base;
            run.clusters.iter_mut().for_each(|c| *c = c.start + base..c.end + base);
        }
        match self.paragraphs.last_mut().filter(|p| p.paragraph == block.paragraph) {
            Some(known) => {
                block.runs.iter_mut().for_each(|run| run.face += known.faces.len());
                known.faces.append(&mut block.faces);
                known.units.append(&mut block.units);
                known.runs.append(&mut block.runs);
            }
            None => self.paragraphs.push(block),
        }
    }
}

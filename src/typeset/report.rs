//! Which face draws which characters of a text, and which none has.

use std::collections::BTreeMap;

use super::{Catalogue, Run, TextStyle, Typesetter, Weight};
use crate::text::SourceText;

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
    /// Names of the faces, by the index runs use.
    pub faces: Vec<String>,
    /// Em units of each face; advances are in them at a size of one em a unit.
    pub units: Vec<f32>,
    /// Its runs, in visual order.
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
    #[must_use]
    pub fn new(text: &SourceText, language: Option<&str>, glyphs: bool) -> Self {
        let style = TextStyle {
            size: Self::SIZE,
            line_height: 1.7,
            weight: Weight::Regular,
            language: language.map(Into::into),
        };
        let (mut typesetter, mut catalogue) = (Typesetter::new(), Catalogue::bundled());
        let mut faces: BTreeMap<String, (usize, String)> = BTreeMap::new();
        let mut missing: BTreeMap<char, usize> = BTreeMap::new();
        let mut paragraphs = Vec::new();
        for paragraph in 0..text.paragraph_count() {
            let range = text.paragraph(paragraph);
            let content = &text.as_str()[range.start.get()..range.end.get()];
            if content.is_empty() {
                continue;
            }
            let mut layout = typesetter.lay_out(content, &style, None);
            let lacking: Vec<char> = layout.missing().iter().map(|m| m.character).collect();
            if !lacking.is_empty() && typesetter.supply(&mut catalogue, lacking) {
                layout = typesetter.lay_out(content, &style, None);
            }
            layout.missing().iter().for_each(|m| *missing.entry(m.character).or_default() += 1);
            let names: Vec<String> = layout.faces().iter().map(super::Face::name).collect();
            let runs = layout.runs();
            for run in &runs {
                let (count, sample) = faces.entry(names[run.face].clone()).or_default();
                for character in content[run.range.clone()].chars() {
                    *count += 1;
                    if sample.chars().count() < 24
                        && !character.is_whitespace()
                        && !sample.contains(character)
                    {
                        sample.push(character);
                    }
                }
            }
            if glyphs {
                let units = layout.faces().iter().map(super::Face::units_per_em).collect();
                paragraphs.push(ParagraphRuns {
                    paragraph,
                    start: text.to_char(range.start).get(),
                    faces: names,
                    units,
                    runs,
                });
            }
        }
        let mut faces: Vec<FaceUse> = faces
            .into_iter()
            .map(|(face, (characters, sample))| FaceUse { face, characters, sample })
            .collect();
        faces.sort_by(|a, b| b.characters.cmp(&a.characters).then_with(|| a.face.cmp(&b.face)));
        let missing =
            missing.into_iter().map(|(character, count)| MissingCharacter { character, count }).collect();
        Self { faces, missing, paragraphs }
    }
}

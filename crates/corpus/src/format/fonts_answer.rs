//! What the command line answers about fonts (`--json`); places count code points, glyphs are measured in font units.

use schemars::JsonSchema;
use serde::Serialize;

/// What one face draws.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FaceAnswer {
    /// Its full name.
    pub face: String,
    /// How many characters it draws.
    pub characters: usize,
    /// The first different ones.
    pub sample: String,
}

/// A character that no face has.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MissingCharacterAnswer {
    /// The character.
    pub character: String,
    /// Its code point, such as `U+0915`.
    pub code_point: String,
    /// How often it stands in the article.
    pub count: usize,
}

/// A glyph, as `hb-shape` has it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GlyphAnswer {
    /// Its number in the face.
    pub id: u32,
    /// How far the next one is, rightward.
    pub advance: i64,
    /// How far it is moved rightward.
    pub x: i64,
    /// How far it is moved upward.
    pub y: i64,
}

/// Letters that one face draws in one direction.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FontRunAnswer {
    /// Where it begins in the article, in code points.
    pub start: usize,
    /// Where it ends in the article, in code points; exclusive.
    pub end: usize,
    /// The face.
    pub face: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The glyphs, from left to right.
    pub glyphs: Vec<GlyphAnswer>,
    /// Of each cluster where it begins in the article, and where it ends, in code points; exclusive.
    pub clusters: Vec<[usize; 2]>,
}

/// The runs of one paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ParagraphRunsAnswer {
    /// Its number in the article, the first being 0.
    pub paragraph: usize,
    /// Where it begins in the article, in code points.
    pub start: usize,
    /// Its runs, as they stand on a line from left to right; those of a long paragraph piece by piece.
    pub runs: Vec<FontRunAnswer>,
}

/// The answer of `tippani fonts`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FontsAnswer {
    /// What places count: `code-point`.
    pub unit: String,
    /// The faces, the most used first.
    pub faces: Vec<FaceAnswer>,
    /// What none of them has, in the order of code points.
    pub missing: Vec<MissingCharacterAnswer>,
    /// Each paragraph, where glyphs were asked for.
    pub paragraphs: Vec<ParagraphRunsAnswer>,
}

//! The only layout of article text: the font catalogue, paragraphs, glyph bitmaps, and the column they flow in.
//!
//! Lengths are physical pixels. Offsets into a laid-out text are bytes from the start of that text.

mod atlas;
mod blocks;
mod catalogue;
mod face;
mod flow;
mod geometry;
mod glyphs;
mod heights;
mod layout;
mod reading;
mod report;
mod strip;
mod subset;
mod typesetter;

pub use atlas::{AtlasGlyph, GlyphAtlas, Upload};
pub use blocks::{TextBlock, TextBlocks};
pub use catalogue::{BUNDLED, BundledFace, Catalogue};
pub use face::{Face, middle_of_lines};
pub use flow::{Anchor, Flow};
pub use geometry::Rect;
pub use glyphs::{Missing, PlacedGlyph, Run, RunGlyph};
pub use layout::{LineBox, TextLayout};
pub use reading::{ReadingCluster, ReadingRun};
pub use report::{FaceUse, FontReport, MissingCharacter, ParagraphRuns};
pub use strip::{LaidPiece, Strip, StripLines, StripPiece, StripWork};
pub use subset::{SubsetFace, subset};
pub use typesetter::{TextStyle, Typesetter, Weight};

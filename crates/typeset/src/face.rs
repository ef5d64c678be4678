//! One face of a font file, ready to be measured and drawn.

use parley::{FontData, Run};

/// A face as shaped with: shared bytes, the index within a collection, and the instance of a variable face.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    font: FontData,
    coords: Vec<i16>,
}

impl Face {
    /// The face a run is set in.
    pub(super) fn of(run: &Run<'_, ()>) -> Self {
        let coords = run.normalized_coords().iter().map(|c| c.to_bits()).collect();
        Self { font: run.font().clone(), coords }
    }

    /// The bytes of the font file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        self.font.data.as_ref()
    }

    /// Which face of the file.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.font.index
    }

    /// Place on the axes of a variable face, normalised (2.14 fixed point); empty for its default instance.
    #[must_use]
    pub(crate) fn coords(&self) -> &[i16] {
        &self.coords
    }

    /// Whether it has a glyph for `character` (its `cmap`).
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        let font = swash::FontRef::from_index(self.data(), self.index() as usize);
        font.is_some_and(|f| f.charmap().map(character) != 0)
    }

    /// Tells faces and their instances apart while the program runs.
    #[must_use]
    pub fn id(&self) -> (u64, u32) {
        let instance = self
            .coords
            .iter()
            .fold(0_u32, |hash, c| hash.wrapping_mul(31).wrapping_add(u32::from(c.cast_unsigned())));
        (self.font.data.id(), self.font.index.wrapping_add(instance << 8))
    }

    /// The name for people: full name of the `name` table, such as `Noto Sans Gujarati Regular`.
    #[must_use]
    pub fn name(&self) -> String {
        let font = swash::FontRef::from_index(self.data(), self.index() as usize);
        let full = font.and_then(|f| {
            let strings = f.localized_strings();
            strings.find_by_id(swash::StringId::Full, None).map(|s| s.chars().collect::<String>())
        });
        full.unwrap_or_else(|| "unnamed face".to_owned())
    }

    /// Units of the em square.
    #[must_use]
    pub(crate) fn units_per_em(&self) -> f32 {
        let font = swash::FontRef::from_index(self.data(), self.index() as usize);
        font.map_or(1000.0, |f| f32::from(f.metrics(&[]).units_per_em))
    }
}

/// How far the middle of a face's lines lies above the line its letters stand on, as a part of its size: half of what is more
/// above that line than below it. Nothing for what is no font.
#[must_use]
pub fn middle_of_lines(font: &[u8]) -> Option<f32> {
    let metrics = swash::FontRef::from_index(font, 0)?.metrics(&[]);
    Some((metrics.ascent - metrics.descent) / 2.0 / f32::from(metrics.units_per_em))
}

//! One face of a font file, ready to be measured and drawn.

use parley::FontData;

/// A face as shaped with: shared bytes and the index within a collection.
#[derive(Clone, Debug)]
pub struct Face(pub(super) FontData);

impl Face {
    /// The bytes of the font file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        self.0.data.as_ref()
    }

    /// Which face of the file.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.0.index
    }

    /// Tells faces apart while the program runs.
    #[must_use]
    pub fn id(&self) -> (u64, u32) {
        (self.0.data.id(), self.0.index)
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
    pub fn units_per_em(&self) -> f32 {
        let font = swash::FontRef::from_index(self.data(), self.index() as usize);
        font.map_or(1000.0, |f| f32::from(f.metrics(&[]).units_per_em))
    }
}

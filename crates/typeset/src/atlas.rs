//! Bitmaps of glyphs, packed on square pages to be drawn from.

use std::collections::HashMap;

use swash::FontRef;
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::{Format, Vector};

use super::{Face, PlacedGlyph};

/// The first pages are small, as most articles need no more: what a window holds at first is not kept for the rest.
const SMALL_PAGES: usize = 4;
/// Width and height of these in texels, and of the others.
const SMALL_PAGE: usize = 512;
const LARGE_PAGE: usize = 1024;
/// More pages than this are not kept: the atlas starts over.
const MAX_PAGES: usize = SMALL_PAGES + 5;
/// Glyphs stand on quarters of a pixel, so that letters keep their distance.
const SUBPIXEL_STEPS: f32 = 4.0;

/// A glyph's bitmap: where on which page, and where beside the glyph's origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtlasGlyph {
    /// The page.
    pub page: usize,
    /// Left edge on the page, in texels.
    pub x: usize,
    /// Top edge on the page, in texels.
    pub y: usize,
    /// Width in texels, which are pixels.
    pub width: usize,
    /// Height.
    pub height: usize,
    /// Left edge in whole pixels of the page drawn on.
    pub left: f32,
    /// Top edge in whole pixels of the page drawn on.
    pub top: f32,
}

/// Texels that have to be copied to a page's texture before it is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The page.
    pub page: usize,
    /// Left edge in texels.
    pub x: usize,
    /// Top edge in texels.
    pub y: usize,
    /// Width in texels.
    pub width: usize,
    /// Height in texels.
    pub height: usize,
    /// Coverage, row by row.
    pub alpha: Vec<u8>,
}

type Key = ((u64, u32), u16, u32, u8);

#[derive(Clone, Copy, Debug)]
struct Slot {
    page: usize,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    left: i32,
    top: i32,
}

/// Glyph bitmaps by face, glyph, size and quarter of a pixel.
pub struct GlyphAtlas {
    scaler: ScaleContext,
    slots: HashMap<Key, Option<Slot>>,
    uploads: Vec<Upload>,
    pages: usize,
    shelf: Shelf,
    generation: u64,
}

/// The row being filled on the last page.
#[derive(Clone, Copy, Debug, Default)]
struct Shelf {
    x: usize,
    y: usize,
    height: usize,
}

impl GlyphAtlas {
    /// An empty atlas with one page.
    #[must_use]
    pub fn new() -> Self {
        Self {
            scaler: ScaleContext::new(),
            slots: HashMap::new(),
            uploads: Vec::new(),
            pages: 1,
            shelf: Shelf::default(),
            generation: 0,
        }
    }

    /// Counts how often the atlas started over; what was got before is void then.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// How many pages are in use.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.pages
    }

    /// Width and height of a page in texels.
    #[must_use]
    pub const fn page_size(page: usize) -> usize {
        if page < SMALL_PAGES { SMALL_PAGE } else { LARGE_PAGE }
    }

    /// The bitmap of a glyph whose layout is drawn at (`x`, `y`) whole pixels; nothing for a blank.
    pub fn get(&mut self, face: &Face, glyph: &PlacedGlyph, x: f32, y: f32) -> Option<AtlasGlyph> {
        let at = ((x + glyph.x) * SUBPIXEL_STEPS).round() / SUBPIXEL_STEPS;
        let whole = at.floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3 by construction")]
        let quarter = ((at - whole) * SUBPIXEL_STEPS) as u8;
        let key = (face.id(), glyph.id, glyph.size.to_bits(), quarter);
        let slot = if let Some(slot) = self.slots.get(&key) {
            *slot
        } else {
            let slot = self.draw(face, glyph, f32::from(quarter) / SUBPIXEL_STEPS);
            self.slots.insert(key, slot);
            slot
        }?;
        #[expect(clippy::cast_precision_loss, reason = "a glyph is a few hundred pixels at most")]
        Some(AtlasGlyph {
            page: slot.page,
            x: slot.x,
            y: slot.y,
            width: slot.width,
            height: slot.height,
            left: whole + slot.left as f32,
            top: (y + glyph.y).round() - slot.top as f32,
        })
    }

    /// What has to be copied to the textures before drawing; the list starts anew.
    pub fn take_uploads(&mut self) -> Vec<Upload> {
        std::mem::take(&mut self.uploads)
    }

    fn draw(&mut self, face: &Face, glyph: &PlacedGlyph, fraction: f32) -> Option<Slot> {
        let font = FontRef::from_index(face.data(), face.index() as usize)?;
        let mut scaler = self
            .scaler
            .builder_with_id(font, [face.id().0, u64::from(face.id().1)])
            .size(glyph.size)
            .normalized_coords(face.coords())
            .hint(false)
            .build();
        let image = Render::new(&[Source::Outline])
            .format(Format::Alpha)
            .offset(Vector::new(fraction, 0.0))
            .render(&mut scaler, glyph.id)?;
        let (width, height) = (image.placement.width as usize, image.placement.height as usize);
        if width == 0 || height == 0 || width >= LARGE_PAGE || height >= LARGE_PAGE {
            return None;
        }
        let (page, x, y) = self.reserve(width, height);
        self.uploads.push(Upload { page, x, y, width, height, alpha: image.data });
        Some(Slot { page, x, y, width, height, left: image.placement.left, top: image.placement.top })
    }

    /// Finds room on the shelf, a new shelf, a new page, or in a new atlas; one texel is left between glyphs.
    fn reserve(&mut self, width: usize, height: usize) -> (usize, usize, usize) {
        loop {
            let size = Self::page_size(self.pages - 1);
            if self.shelf.x + width > size {
                self.shelf = Shelf { x: 0, y: self.shelf.y + self.shelf.height + 1, height: 0 };
            }
            if self.shelf.x + width <= size && self.shelf.y + height <= size {
                break;
            }
            self.add_page();
        }
        let at = (self.pages - 1, self.shelf.x, self.shelf.y);
        self.shelf.x += width + 1;
        self.shelf.height = self.shelf.height.max(height);
        at
    }

    fn add_page(&mut self) {
        self.shelf = Shelf::default();
        self.pages += 1;
        if self.pages > MAX_PAGES {
            self.slots.clear();
            self.uploads.clear();
            self.pages = 1;
            self.generation += 1;
        }
    }
}

impl Default for GlyphAtlas {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for GlyphAtlas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GlyphAtlas")
            .field("glyphs", &self.slots.len())
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_have_rooms_of_their_own_on_their_pages() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut atlas = GlyphAtlas::new();
        let (mut generation, mut rooms) = (0, Vec::<(usize, usize, usize, usize, usize)>::new());
        for count in 0..6_000 {
            let most = if count % 500 == 0 { LARGE_PAGE } else { 60 };
            let (width, height) = (1 + random.usize(..most - 1), 1 + random.usize(..most - 1));
            let (page, x, y) = atlas.reserve(width, height);
            if atlas.generation() != generation {
                generation = atlas.generation();
                rooms.clear();
            }
            let size = GlyphAtlas::page_size(page);
            assert!(page < MAX_PAGES && x + width <= size && y + height <= size);
            let is_apart = |&(other, left, top, right, bottom): &(usize, usize, usize, usize, usize)| {
                other != page || left >= x + width || x >= right || top >= y + height || y >= bottom
            };
            assert!(rooms.iter().all(is_apart));
            rooms.push((page, x, y, x + width, y + height));
        }
        assert!(generation > 0, "it started over");
    }
}

//! The faces of the interface: those of the catalogue in its order, the icons, and the system's for the rest.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontTweak, InsertFontFamily};
use egui::{Context, FontData, FontDefinitions, FontFamily};

use crate::typeset::{BUNDLED, Catalogue, middle_of_lines};

/// The icon face; it belongs to the interface alone.
const ICONS: &[u8] = include_bytes!("../../fonts/Phosphor.ttf");

/// The longest side of the texture with the interface's glyphs, in pixels. The toolkit makes it as wide as the graphics allow, often
/// 16,384, and copies all of it whenever it grows, for some hundred glyphs.
pub(crate) const MAX_TEXTURE_SIDE: usize = 2048;

/// The family of headings and names.
#[must_use]
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Gives egui the bundled faces, and for characters they lack a way to the system's.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    ctx.set_font_providers(vec![Arc::new(system_faces())]);
}

fn definitions() -> FontDefinitions {
    let mut font_data = BTreeMap::new();
    let (mut regular, mut semibold) = (Vec::new(), Vec::new());
    for face in BUNDLED {
        let data = FontData::from_static(face.data).tweak(on_one_line(face.data));
        font_data.insert(face.name.to_owned(), Arc::new(data));
        let list = if face.name.ends_with("SemiBold") { &mut semibold } else { &mut regular };
        list.push(face.name.to_owned());
    }
    font_data.insert("Phosphor".to_owned(), Arc::new(FontData::from_static(ICONS)));
    // Icons live in the private use area, so they hide nothing and are found at once in second place.
    regular.insert(regular.len().min(1), "Phosphor".to_owned());
    semibold.extend(regular.iter().cloned());
    let families = BTreeMap::from([
        (FontFamily::Proportional, regular.clone()),
        (FontFamily::Monospace, regular),
        (strong(), semibold),
    ]);
    FontDefinitions { font_data, families }
}

/// Has the letters of a face stand on one line with those of the first: the toolkit centres the lines of faces on each other, which
/// would lift Indic words by a seventh of their size.
fn on_one_line(face: &[u8]) -> FontTweak {
    let first = BUNDLED.first().and_then(|first| middle_of_lines(first.data));
    let above = first.zip(middle_of_lines(face)).map_or(0.0, |(first, own)| first - own);
    FontTweak { y_offset_factor: above, ..FontTweak::default() }
}

/// Looks for a face of the system that has a character; the font folders are read when the first one is missing.
fn system_faces() -> impl Fn(&FallbackRequest<'_>) -> Option<FontInsert> + Send + Sync {
    let catalogue: Mutex<Option<Catalogue>> = Mutex::new(None);
    move |request| {
        let character = request.cluster.chars().next()?;
        let mut catalogue = catalogue.lock().ok()?;
        let catalogue = catalogue.get_or_insert_with(Catalogue::bundled);
        catalogue.load_system();
        let bytes = catalogue.system_faces_for([character].into()).into_iter().next()?;
        let family = InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest };
        let tweak = on_one_line(&bytes);
        let data = FontData::from_owned(bytes).tweak(tweak);
        Some(FontInsert::new(&format!("system-face-U+{:04X}", u32::from(character)), data, vec![family]))
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Context, FontId, RawInput};

    use super::{install, strong};

    /// Letters whose foot is the line that letters stand on, each of another face.
    const LETTERS: [&str; 8] = ["H", "म", "મ", "ম", "ਮ", "ப", "ก", "ا"];

    #[test]
    fn letters_of_all_faces_stand_on_one_line() {
        let ctx = Context::default();
        install(&ctx);
        ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
        for family in [egui::FontFamily::Proportional, strong()] {
            let text = LETTERS.join(" ");
            let font = FontId::new(60.0, family);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::WHITE));
            let glyphs =
                galley.rows.iter().flat_map(|row| &row.row.glyphs).filter(|glyph| glyph.uv_rect.size.y > 0.0);
            let feet: Vec<f32> =
                glyphs.map(|glyph| glyph.pos.y + glyph.uv_rect.offset.y + glyph.uv_rect.size.y).collect();
            assert_eq!(feet.len(), LETTERS.len());
            // Round feet hang a little lower.
            assert!(feet.iter().all(|foot| (foot - feet[0]).abs() < 2.5), "{feet:?}");
        }
    }
}

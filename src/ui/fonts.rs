//! The faces of the interface: those of the catalogue in its order, the icons, and the system's for the rest.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, InsertFontFamily};
use egui::{Context, FontData, FontDefinitions, FontFamily};

use crate::typeset::{BUNDLED, Catalogue};

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
        font_data.insert(face.name.to_owned(), Arc::new(FontData::from_static(face.data)));
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
        let data = FontData::from_owned(bytes);
        Some(FontInsert::new(&format!("system-face-U+{:04X}", u32::from(character)), data, vec![family]))
    }
}

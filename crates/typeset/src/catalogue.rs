//! The one font catalogue: the bundled Noto faces first, then those that packages lay beside the program, then the system's.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use fontdb::{Database, ID, Source};

/// A face that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct BundledFace {
    /// Its file in `fonts/`, without `.ttf`.
    pub name: &'static str,
    /// The family it registers as.
    pub family: &'static str,
    /// The scripts it is first choice for: ISO 15924 codes.
    pub scripts: &'static [&'static str],
    /// The font file.
    pub data: &'static [u8],
}

macro_rules! bundled {
    ($($file:literal, $family:literal, [$($script:literal),*];)*) => {
        /// Every bundled face, in the order a missing glyph is looked for.
        // A constant would be in the program once for each crate and unit that names it.
        pub static BUNDLED: &[BundledFace] = &[
            $(BundledFace {
                name: $file,
                family: $family,
                scripts: &[$($script),*],
                data: include_bytes!(concat!("../../../fonts/", $file, ".ttf")),
            },)*
        ];
    };
}

bundled! {
    "NotoSans-Regular", "Noto Sans", ["Latn", "Grek", "Cyrl"];
    "NotoSans-SemiBold", "Noto Sans", [];
    "NotoSansDevanagari-Regular", "Noto Sans Devanagari", ["Deva"];
    "NotoSansDevanagari-SemiBold", "Noto Sans Devanagari", [];
    "NotoSansGujarati-Regular", "Noto Sans Gujarati", ["Gujr"];
    "NotoSansGujarati-SemiBold", "Noto Sans Gujarati", [];
    "NotoSansBengali-Regular", "Noto Sans Bengali", ["Beng"];
    "NotoSansGurmukhi-Regular", "Noto Sans Gurmukhi", ["Guru"];
    "NotoSansOriya-Regular", "Noto Sans Oriya", ["Orya"];
    "NotoSansTamil-Regular", "Noto Sans Tamil", ["Taml"];
    "NotoSansTelugu-Regular", "Noto Sans Telugu", ["Telu"];
    "NotoSansKannada-Regular", "Noto Sans Kannada", ["Knda"];
    "NotoSansMalayalam-Regular", "Noto Sans Malayalam", ["Mlym"];
    "NotoSansSinhala-Regular", "Noto Sans Sinhala", ["Sinh"];
    "NotoSansArabic-Regular", "Noto Sans Arabic", ["Arab"];
    "NotoNastaliqUrdu-Regular", "Noto Nastaliq Urdu", [];
    "NotoSansHebrew-Regular", "Noto Sans Hebrew", ["Hebr"];
    "NotoSansThai-Regular", "Noto Sans Thai", ["Thai"];
    "NotoSansLao-Regular", "Noto Sans Lao", ["Laoo"];
    "NotoSansKhmer-Regular", "Noto Sans Khmer", ["Khmr"];
    "NotoSansMyanmar-Regular", "Noto Sans Myanmar", ["Mymr"];
    "NotoSerifTibetan-Regular", "Noto Serif Tibetan", ["Tibt"];
    "NotoSansMongolian-Regular", "Noto Sans Mongolian", ["Mong"];
    "NotoSansOlChiki-Regular", "Noto Sans Ol Chiki", ["Olck"];
    "NotoSansMeeteiMayek-Regular", "Noto Sans Meetei Mayek", ["Mtei"];
    "NotoSansThaana-Regular", "Noto Sans Thaana", ["Thaa"];
    "NotoSansSyriac-Regular", "Noto Sans Syriac", ["Syrc"];
    "NotoSansNKo-Regular", "Noto Sans NKo", ["Nkoo"];
    "NotoSansAdlam-Regular", "Noto Sans Adlam", ["Adlm"];
    "NotoSansEthiopic-Regular", "Noto Sans Ethiopic", ["Ethi"];
    "NotoSansTifinagh-Regular", "Noto Sans Tifinagh", ["Tfng"];
    "NotoSansArmenian-Regular", "Noto Sans Armenian", ["Armn"];
    "NotoSansGeorgian-Regular", "Noto Sans Georgian", ["Geor"];
    "NotoSansSymbols-Regular", "Noto Sans Symbols", ["Zyyy", "Zinh"];
    "NotoSansSymbols2-Regular", "Noto Sans Symbols 2", ["Zyyy"];
    "NotoEmoji-Regular", "Noto Emoji", ["Zyyy"];
}

/// Bundled and system faces, to be asked which of them has a character.
#[derive(Debug)]
pub struct Catalogue {
    database: Database,
    bundled: Vec<ID>,
    /// Faces that came with the program in files of their own.
    beside: Vec<ID>,
    system: bool,
}

/// Where packages lay faces that are too large for the program itself: `share/tippani/fonts` beside its folder.
fn folder_beside() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.parent()?.parent()?.join("share/tippani/fonts"))
}

impl Catalogue {
    /// The bundled faces alone; quick, nothing is read from disk.
    #[must_use]
    pub fn bundled() -> Self {
        let mut database = Database::new();
        let bundled = BUNDLED
            .iter()
            .flat_map(|face| database.load_font_source(Source::Binary(Arc::new(face.data))))
            .collect();
        Self { database, bundled, beside: Vec::new(), system: false }
    }

    /// Adds the faces beside the program and the system's, once. Looks through the font folders, which takes a while.
    pub fn load_system(&mut self) {
        if !std::mem::replace(&mut self.system, true) {
            if let Some(folder) = folder_beside() {
                self.database.load_fonts_dir(folder);
                let known = self.bundled.len();
                self.beside = self.database.faces().skip(known).map(|face| face.id).collect();
            }
            self.database.load_system_fonts();
        }
    }

    /// Names of all faces, bundled first.
    pub fn faces(&self) -> impl Iterator<Item = &str> {
        self.database.faces().map(|f| f.post_script_name.as_str())
    }

    /// Font files of the system that together have as many of the `wanted` characters as any face has.
    ///
    /// One pass over the faces, those beside the program and upright regular ones first, so that a fallback does not come out bold or slanted;
    /// a face without outlines, as of bitmap emoji, is of no use to the reader.
    #[must_use]
    pub fn system_faces_for(&self, mut wanted: BTreeSet<char>) -> Vec<Vec<u8>> {
        let mut faces: Vec<_> = self.database.faces().filter(|f| !self.bundled.contains(&f.id)).collect();
        faces.sort_by_key(|f| {
            let has_serifs = f.families.iter().any(|(name, _)| name.contains("Serif"));
            let is_slanted = f.style != fontdb::Style::Normal;
            (!self.beside.contains(&f.id), is_slanted, f.weight.0.abs_diff(400), f.monospaced, has_serifs)
        });
        let mut found = Vec::new();
        for face in faces {
            if wanted.is_empty() {
                break;
            }
            let data = self.database.with_face_data(face.id, |data, index| {
                let font = swash::FontRef::from_index(data, index as usize).filter(has_outlines)?;
                let (charmap, before) = (font.charmap(), wanted.len());
                wanted.retain(|c| charmap.map(*c) == 0);
                (wanted.len() < before).then(|| data.to_vec())
            });
            found.extend(data.flatten());
        }
        found
    }
}

fn has_outlines(font: &swash::FontRef<'_>) -> bool {
    [b"glyf", b"CFF ", b"CFF2"].into_iter().any(|tag| font.table(swash::tag_from_bytes(tag)).is_some())
}

//! Laying text out: from characters to positioned glyphs on lines.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FamilyId, Script, SourceCache};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, FontWeight,
    Language, Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};

use super::{BUNDLED, Catalogue, TextLayout};
use tippani_core::text::dominant_script;

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600; falls back to regular where no such face is bundled.
    SemiBold,
}

/// How a whole text is set; there are no other styles within it.
#[derive(Clone, Debug, PartialEq)]
pub struct TextStyle {
    /// Em size in physical pixels.
    pub size: f32,
    /// Line height as a multiple of the size.
    pub line_height: f32,
    /// How heavy.
    pub weight: Weight,
    /// BCP 47 language: `ur` sets Arabic script in Nastaliq.
    pub language: Option<Arc<str>>,
}

/// Letters stand this part of an em below the middle of the line: half the height of a capital, which also
/// centres Indic letters between the vowel signs above and below them.
const BASELINE_BELOW_MIDDLE_EM: f32 = 0.357;
/// Nastaliq stacks its words aslant, above the baseline they come down to: it needs this much more room between
/// lines, and a lower baseline.
const NASTALIQ_LINE_HEIGHT_FACTOR: f32 = 1.6;
const NASTALIQ_BASELINE_BELOW_MIDDLE_EM: f32 = 0.62;

/// The layout engine with its fonts; one for the program.
pub struct Typesetter {
    fonts: FontContext,
    context: LayoutContext<()>,
    supplied: Vec<FamilyId>,
    supplied_names: Vec<String>,
}

impl Typesetter {
    /// An engine with the bundled faces; the system's are added by [`Typesetter::supply`] when they are needed.
    #[must_use]
    pub fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for face in BUNDLED {
            let families = collection.register_fonts(Blob::new(Arc::new(face.data)), None);
            for script in face.scripts.iter().filter_map(|s| s.parse::<Script>().ok()) {
                collection.append_fallbacks(script, families.iter().map(|(family, _)| *family));
            }
        }
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Self { fonts, context: LayoutContext::new(), supplied: Vec::new(), supplied_names: Vec::new() }
    }

    /// Lays `text` out on lines no wider than `width` pixels, or on one line. It reads to the left where its first
    /// strong character does (UAX #9, P2).
    #[must_use]
    pub fn lay_out(&mut self, text: &str, style: &TextStyle, width: Option<f32>) -> TextLayout {
        self.lay_out_towards(BaseDirection::Auto, text, style, width)
    }

    /// Lays out a later piece of a paragraph whose direction its beginning has decided.
    pub(super) fn lay_out_piece(
        &mut self,
        rtl: bool,
        text: &str,
        style: &TextStyle,
        width: Option<f32>,
    ) -> TextLayout {
        let direction = if rtl { BaseDirection::Rtl } else { BaseDirection::Ltr };
        self.lay_out_towards(direction, text, style, width)
    }

    fn lay_out_towards(
        &mut self,
        direction: BaseDirection,
        text: &str,
        style: &TextStyle,
        width: Option<f32>,
    ) -> TextLayout {
        let families = families(text, style, &self.supplied_names);
        let stack: Vec<FontFamilyName<'_>> = families.iter().map(|f| FontFamilyName::named(f)).collect();
        let nastaliq = families.first().is_some_and(|f| f == "Noto Nastaliq Urdu");
        let (room, baseline) = if nastaliq {
            (NASTALIQ_LINE_HEIGHT_FACTOR, NASTALIQ_BASELINE_BELOW_MIDDLE_EM)
        } else {
            (1.0, BASELINE_BELOW_MIDDLE_EM)
        };
        let line_height = (style.size * style.line_height * room).round().max(1.0);
        let weight = match style.weight {
            Weight::Regular => FontWeight::NORMAL,
            Weight::SemiBold => FontWeight::SEMI_BOLD,
        };
        let mut builder = self.context.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(stack.into())));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(line_height)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        // Letters that differ by language: Marathi and Nepali forms of Devanagari, Urdu digits.
        let language = style.language.as_deref().and_then(|l| Language::parse(l).ok());
        builder.push_default(StyleProperty::Locale(language));
        for range in keycaps(text) {
            // A digit of its script under a box from elsewhere is none.
            builder.push(StyleProperty::FontFamily(FontFamily::named("Noto Emoji")), range);
        }
        builder.set_base_direction(direction);
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(width);
        layout.align(Alignment::Start, AlignmentOptions::default());
        TextLayout::new(layout, text, baseline * style.size, line_height)
    }

    /// Adds system faces for characters that no face had; says whether any was found.
    ///
    /// The first call looks through the system's font folders, and every call reads some of their files: ask for
    /// all missing characters at once, and not before something is on the screen. Layouts made before lack them.
    pub fn supply(&mut self, catalogue: &mut Catalogue, characters: impl IntoIterator<Item = char>) -> bool {
        let wanted: BTreeSet<char> = characters.into_iter().filter(|c| !c.is_control()).collect();
        if wanted.is_empty() {
            return false;
        }
        catalogue.load_system();
        let mut found = false;
        for data in catalogue.system_faces_for(wanted) {
            let families = self.fonts.collection.register_fonts(Blob::new(Arc::new(data)), None);
            for (family, _) in families {
                if self.supplied.contains(&family) {
                    continue;
                }
                self.supplied.push(family);
                let name = self.fonts.collection.family_name(family).map(str::to_owned);
                self.supplied_names.extend(name);
                found = true;
            }
        }
        found
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typesetter").field("supplied", &self.supplied_names).finish_non_exhaustive()
    }
}

/// Where keycaps stand in a text: a sign of the telephone, perhaps U+FE0F, and U+20E3.
fn keycaps(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('\u{20e3}').filter_map(|(at, cap)| {
        let before = text[..at].strip_suffix('\u{fe0f}').unwrap_or(&text[..at]);
        let start = before.len().checked_sub(1).filter(|start| before.is_char_boundary(*start))?;
        let is_key = matches!(before.as_bytes()[start], b'0'..=b'9' | b'#' | b'*');
        is_key.then_some(start..at + cap.len())
    })
}

/// The faces to try, in order. The face of the text's own script goes first, so that blanks, digits and Latin
/// words inside Gujarati come from the Gujarati face and a line is not cut into a run a word.
fn families(text: &str, style: &TextStyle, supplied: &[String]) -> Vec<String> {
    let script = dominant_script(text).map(unicode_script::Script::short_name);
    let first = match (script, style.language.as_deref()) {
        (Some("Arab"), Some("ur")) => Some("Noto Nastaliq Urdu"),
        (Some(script), _) => BUNDLED.iter().find(|f| f.scripts.contains(&script)).map(|f| f.family),
        (None, _) => None,
    };
    let common = ["Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji"];
    let mut families: Vec<String> = first.into_iter().chain(common).map(str::to_owned).collect();
    if !supplied.is_empty() {
        // What a bundled face has is never drawn by one of the system, whatever was opened before.
        for face in BUNDLED {
            if !families.iter().any(|family| family == face.family) {
                families.push(face.family.to_owned());
            }
        }
        let mut supplied = supplied.to_vec();
        let wanted = style.language.as_deref().and_then(cjk_variant);
        // Of the faces of one family for Chinese, Japanese and Korean the one whose letters are as the language has them.
        supplied.sort_by_key(|name| {
            let variant = name.split_once("CJK ").map(|(_, variant)| variant);
            variant.is_some_and(|variant| wanted.is_some_and(|wanted| !variant.starts_with(wanted)))
        });
        families.extend(supplied);
    }
    families
}

/// What the faces of Noto CJK for a language are called.
fn cjk_variant(language: &str) -> Option<&'static str> {
    let has = |part: &str| language.split('-').any(|one| one.eq_ignore_ascii_case(part));
    Some(match language.split('-').next()? {
        "ja" => "JP",
        "ko" => "KR",
        "zh" if has("HK") || has("MO") => "HK",
        "zh" if has("Hant") || has("TW") => "TC",
        "zh" => "SC",
        _ => return None,
    })
}

//! The bundled faces cut down to the characters of a text, for a page that carries its own fonts.

use std::collections::BTreeSet;

use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use unicode_script::{Script, UnicodeScript as _};
use write_fonts::read::FontRef;
use write_fonts::read::collections::IntSet;
use write_fonts::types::{NameId, Tag};

use super::catalogue::{BUNDLED, BundledFace};

/// A face with the glyphs of some characters, and those that shaping makes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubsetFace {
    /// The family it belongs to.
    pub family: &'static str,
    /// The characters it was kept for; it has those of no script as well, where it had them.
    pub characters: BTreeSet<char>,
    /// The font file (OpenType).
    pub data: Vec<u8>,
}

/// The faces that draw `characters`, each cut down to what it draws, in the order they are to be looked through.
///
/// A character that no bundled face has is left out. A face that cannot be cut comes whole.
#[must_use]
pub fn subset(characters: &BTreeSet<char>) -> Vec<SubsetFace> {
    let regular: Vec<&BundledFace> =
        BUNDLED.iter().filter(|face| !face.name.ends_with("-SemiBold")).collect();
    let has: Vec<BTreeSet<char>> = regular.iter().map(|face| covered(face, characters)).collect();
    let is_own = |face: &BundledFace, c: char| face.scripts.contains(&c.script().short_name());
    let mut kept: Vec<BTreeSet<char>> = vec![BTreeSet::new(); regular.len()];
    for &c in characters {
        let common = matches!(c.script(), Script::Common | Script::Inherited);
        let first = (0..regular.len()).find(|&n| is_own(regular[n], c) && has[n].contains(&c));
        let any = first.filter(|_| !common).or_else(|| (0..regular.len()).find(|&n| has[n].contains(&c)));
        if let Some(n) = any {
            kept[n].insert(c);
        }
        // Urdu is written in another style than the other languages of its script.
        let nastaliq = (0..regular.len()).find(|&n| regular[n].family == "Noto Nastaliq Urdu");
        if let Some(n) = nastaliq.filter(|&n| c.script() == Script::Arabic && has[n].contains(&c)) {
            kept[n].insert(c);
        }
    }
    let mut faces = Vec::new();
    for (n, face) in regular.iter().enumerate() {
        if kept[n].is_empty() {
            continue;
        }
        // Blanks and points are set in the face of the words they stand between.
        let is_common = |c: &&char| matches!(c.script(), Script::Common | Script::Inherited);
        let all = kept[n].iter().chain(has[n].iter().filter(is_common)).copied().collect();
        let data = cut(face, &all).unwrap_or_else(|| face.data.to_vec());
        faces.push(SubsetFace { family: face.family, characters: std::mem::take(&mut kept[n]), data });
    }
    faces
}

/// The characters that a face has.
fn covered(face: &BundledFace, characters: &BTreeSet<char>) -> BTreeSet<char> {
    let font = swash::FontRef::from_index(face.data, 0);
    let Some(charmap) = font.map(|font| font.charmap()) else { return BTreeSet::new() };
    characters.iter().copied().filter(|c| charmap.map(*c) != 0).collect()
}

fn cut(face: &BundledFace, characters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let font = FontRef::new(face.data).ok()?;
    let unicodes: IntSet<u32> = characters.iter().map(|c| u32::from(*c)).collect();
    let dropped: IntSet<Tag> = [*b"DSIG", *b"kern", *b"SVG ", *b"meta"].iter().map(Tag::new).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    let names: IntSet<NameId> = (0..=6).map(NameId::from).collect();
    let mut languages = IntSet::<u16>::empty();
    languages.insert(0x0409);
    let flags = SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE;
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        &font,
        flags,
        &dropped,
        &IntSet::all(),
        &features,
        &names,
        &languages,
    );
    subset_font(&font, &plan).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conjuncts_keep_their_glyphs() {
        let text = "क्षत्रिय ज्ञान श्री ત્રિ ક્ષ Abc";
        let faces = subset(&text.chars().collect());
        let families: Vec<&str> = faces.iter().map(|f| f.family).collect();
        assert_eq!(families, ["Noto Sans", "Noto Sans Devanagari", "Noto Sans Gujarati"]);
        for face in &faces {
            let whole = BUNDLED.iter().find(|b| b.family == face.family).map_or(0, |b| b.data.len());
            assert!(face.data.len() < whole / 2, "{}: {} of {whole}", face.family, face.data.len());
            let font = swash::FontRef::from_index(&face.data, 0).expect("a font");
            for c in text.chars().filter(|c| face.characters.contains(c) || *c == ' ') {
                assert_ne!(font.charmap().map(c), 0, "{}: {c}", face.family);
            }
        }
    }
}

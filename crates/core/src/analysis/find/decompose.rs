//! Characters to the parts they are made of.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::{
    CanonicalCombiningClassMapBorrowed, CanonicalDecompositionBorrowed, Decomposed,
};

/// Canonical combining class of a character: 0 for letters, 9 for viramas.
pub(super) fn combining_class(c: char) -> u8 {
    // Nothing before the combining diacritical marks combines.
    if u32::from(c) < 0x300 { 0 } else { CanonicalCombiningClassMapBorrowed::new().get_u8(c) }
}

/// Gives the parts of a character's canonical decomposition, one after the other.
pub(super) fn canonical(c: char, part: &mut impl FnMut(char)) {
    match CanonicalDecompositionBorrowed::new().decompose(c) {
        Decomposed::Default => part(c),
        Decomposed::Singleton(one) => canonical(one, part),
        Decomposed::Expansion(first, second) => {
            canonical(first, part);
            part(second);
        }
    }
}

/// Gives the parts of a character's compatibility decomposition.
pub(super) fn compatible(c: char, part: &mut impl FnMut(char)) {
    DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(std::iter::once(c)).for_each(part);
}

/// Whether a character may be a form of others: the blocks where Unicode has compatibility decompositions of letters, digits and signs.
pub(super) const fn is_form(c: char) -> bool {
    matches!(
        c as u32,
        0xa0..=0xbe
            | 0x132..=0x149
            | 0x17f
            | 0x1c4..=0x1f3
            | 0x2b0..=0x2e4
            | 0x3d0..=0x3f9
            | 0x675..=0x678
            | 0x1d2c..=0x1dbf
            | 0x2000..=0x33ff
            | 0xfb00..=0xfdff
            | 0xfe10..=0xfefe
            | 0xff01..=0xffef
            | 0x1d400..=0x1d7ff
            | 0x1ee00..=0x1eeff
            | 0x1f100..=0x1f2ff
    )
}

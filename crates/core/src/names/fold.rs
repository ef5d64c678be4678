//! Words as they are looked up: in small letters, however they were encoded, joined or dotted.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use std::borrow::Cow;

/// Canonically composed, so that a sign of two parts is one character.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Characters that only say how letters are joined.
pub(super) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A word folded: small letters without marks of pronunciation, nukta or joiners, digits as ASCII; a nasal
/// before a consonant of its row is an anusvara.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let mut out = String::with_capacity(word.len());
    for c in nfd.normalize_iter(word.chars()) {
        match c as u32 {
            _ if is_joiner(c) => {}
            0x300..=0x36f | 0x64b..=0x65f | 0x670 | 0x640 => {}
            code @ 0x900..=0xd7f if code & 0x7f == 0x3c => {}
            code @ 0x900..=0xd7f if code & 0x7f == 0x01 => push(&mut out, code + 1),
            code @ 0x900..=0xd7f if matches!(code & 0x7f, 0x66..=0x6f) => {
                push(&mut out, (code & 0x7f) - 0x66 + 0x30);
            }
            code @ (0x660..=0x669 | 0x6f0..=0x6f9) => push(&mut out, (code & 0xf) + 0x30),
            0x64a | 0x649 => out.push('ی'),
            0x643 => out.push('ک'),
            0x647 => out.push('ہ'),
            code @ 0x900..=0xb7f if matches!(code & 0x7f, 0x15..=0x2d) => {
                nasal(&mut out, code);
                out.push(c);
            }
            // None of these has a capital.
            0x600..=0xd7f => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn push(out: &mut String, code: u32) {
    out.extend(char::from_u32(code));
}

/// Makes a nasal that stands against the consonant `code` an anusvara.
fn nasal(out: &mut String, code: u32) {
    let mut back = out.chars().rev();
    let (virama, nasal) = (back.next(), back.next());
    let block = code & !0x7f;
    let here = |c: Option<char>, offset: u32| c.is_some_and(|c| c as u32 == block + offset);
    if here(virama, 0x4d) && [0x19, 0x1e, 0x23, 0x28, 0x2e].iter().any(|&offset| here(nasal, offset)) {
        out.truncate(out.len() - 6);
        push(out, block + 2);
    }
}

//! ISCII and TSCII: the standards of India and of Tamil software before Unicode.

/// ISCII-91 (IS 13194:1991): bytes 0xA1 to 0xFA stand for the letters of every script of its family; `ATR` and a byte choose the
/// script, Devanagari until one does. Offsets from the start of a script's block in Unicode.
const ISCII_LETTERS: [u8; 90] = [
    0x01, 0x02, 0x03, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0e, 0x0f, 0x10, 0x0d, 0x12, 0x13, 0x14,
    0x11, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24,
    0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x5f, 0x30, 0x31, 0x32, 0x33, 0x34,
    0x35, 0x36, 0x37, 0x38, 0x39, 0x00, 0x3e, 0x3f, 0x40, 0x41, 0x42, 0x43, 0x46, 0x47, 0x48, 0x45, 0x4a,
    0x4b, 0x4c, 0x49, 0x4d, 0x3c, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x66, 0x67, 0x68, 0x69, 0x6a,
    0x6b, 0x6c, 0x6d, 0x6e, 0x6f,
];
const INVISIBLE: u8 = 0xd9;
const HALANT: u8 = 0xe8;
const NUKTA: u8 = 0xe9;
const DANDA: u8 = 0xea;
const ATTRIBUTE: u8 = 0xef;

/// Text of bytes in ISCII.
pub(super) fn iscii(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3);
    let mut block = 0x900;
    let mut at = 0;
    while at < bytes.len() {
        let (byte, next) = (bytes[at], bytes.get(at + 1).copied());
        let (character, length) = match (byte, next) {
            (..0x80, _) => (Some(char::from(byte)), 1),
            (ATTRIBUTE, Some(script)) => {
                block = iscii_block(script).unwrap_or(block);
                at += 2;
                continue;
            }
            // An explicit halant, and a soft one.
            (HALANT, Some(second @ (HALANT | NUKTA))) => {
                text.extend(char::from_u32(block + 0x4d));
                (Some(if second == HALANT { '\u{200c}' } else { '\u{200d}' }), 2)
            }
            (DANDA, Some(DANDA)) => (Some('॥'), 2),
            (DANDA, Some(NUKTA)) if block == 0x900 || block == 0xa80 => (char::from_u32(block + 0x3d), 2),
            (DANDA, _) => (Some('।'), 1),
            (INVISIBLE, _) => (Some('\u{200d}'), 1),
            (_, Some(NUKTA)) if with_nukta(byte).is_some() => {
                (with_nukta(byte).and_then(|offset| char::from_u32(block + offset)), 2)
            }
            (0xa1..=0xfa, _) => {
                let offset = u32::from(ISCII_LETTERS[usize::from(byte - 0xa1)]);
                (char::from_u32(block + offset).filter(|_| offset > 0), 1)
            }
            _ => (None, 1),
        };
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        at += length;
    }
    text
}

/// What a letter and a nukta are together where Unicode has a letter for it that is not decomposed.
const fn with_nukta(byte: u8) -> Option<u32> {
    Some(match byte {
        0xa1 => 0x50,
        0xa6 => 0x0c,
        0xa7 => 0x61,
        0xaa => 0x60,
        0xdb => 0x62,
        0xdc => 0x63,
        0xdf => 0x44,
        _ => return None,
    })
}

const fn iscii_block(attribute: u8) -> Option<u32> {
    Some(match attribute {
        0x40 | 0x42 => 0x900,
        0x43 | 0x46 => 0x980,
        0x44 => 0xb80,
        0x45 => 0xc00,
        0x47 => 0xb00,
        0x48 => 0xc80,
        0x49 => 0xd00,
        0x4a => 0xa80,
        0x4b => 0xa00,
        _ => return None,
    })
}

/// TSCII 1.7: what each byte from 0x80 on shows, blanks between. Signs that stand before their consonant come before it.
const TSCII_GLYPHS: &str = "\
    ௦ ௧ ஸ்ரீ ஜ ஷ ஸ ஹ க்ஷ ஜ் ஷ் ஸ் ஹ் க்ஷ் ௨ ௩ ௪ ௫ ‘ ’ “ ” ௬ ௭ ௮ ௯ ஙு ஞு ஙூ ஞூ ௰ ௱ ௲ \
    \u{a0} ா ி ீ ு ூ ெ ே ை © ௗ அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ ஃ க ங ச ஞ ட ண த ந ப ம ய ர ல வ ழ ள ற ன டி டீ கு சு டு ணு து நு பு மு யு ரு \
    லு வு ழு ளு று னு கூ சூ டூ ணூ தூ நூ பூ மூ யூ ரூ லூ வூ ழூ ளூ றூ னூ க் ங் ச் ஞ் ட் ண் த் ந் ப் ம் ய் ர் ல் வ் ழ் ள் ற் ன் இ";

/// Text of bytes in TSCII.
pub(super) fn tscii(bytes: &[u8]) -> String {
    let glyphs: Vec<&str> = TSCII_GLYPHS.split(' ').collect();
    let mut text = String::with_capacity(bytes.len() * 3);
    // The sign that was seen and goes behind the next consonant.
    let mut waiting: Option<char> = None;
    for byte in bytes {
        let glyph = match byte.checked_sub(0x80) {
            None => {
                text.extend(waiting.take());
                text.push(char::from(*byte));
                continue;
            }
            Some(n) => glyphs.get(usize::from(n)).copied().unwrap_or("\u{fffd}"),
        };
        let mut chars = glyph.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        match (waiting, only) {
            (_, Some(sign @ ('ெ' | 'ே' | 'ை'))) => {
                text.extend(waiting.replace(sign));
            }
            (Some(sign), _) => {
                text.push_str(glyph);
                text.push(sign);
                waiting = None;
            }
            // The second half of a vowel whose first half was put behind its consonant.
            (None, Some(sign @ ('ா' | 'ௗ'))) => {
                let joined = match (text.chars().next_back(), sign) {
                    (Some('ெ'), 'ா') => 'ொ',
                    (Some('ே'), 'ா') => 'ோ',
                    (Some('ெ' | 'ே'), 'ௗ') => 'ௌ',
                    _ => sign,
                };
                if joined != sign {
                    text.pop();
                }
                text.push(joined);
            }
            (None, _) => text.push_str(glyph),
        }
    }
    text.extend(waiting);
    text
}

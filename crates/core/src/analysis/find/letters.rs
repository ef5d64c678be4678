//! Which letters and signs stand for which.

/// The value of a decimal digit of any script (general category `Nd`); each runs over ten code points from its zero.
pub(in crate::analysis) fn decimal(c: char) -> Option<u8> {
    const ZEROS: [u32; 71] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
        0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
        0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40,
        0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0,
        0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0,
        0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
    ];
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    u8::try_from(code - zero).ok().filter(|value| *value < 10)
}

/// The straight mark for a quotation mark or apostrophe.
pub(super) const fn quote(c: char) -> Option<char> {
    match c {
        '‘'..='‛' | '‹' | '›' | '′' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '׳' | '＇' => {
            Some('\'')
        }
        '“'..='‟' | '«' | '»' | '″' | '״' | '〝' | '〞' | '〟' | '＂' => Some('"'),
        _ => None,
    }
}

/// Whether a character is a dash of some length.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '‐'..='―' | '−' | '﹘' | '﹣' | '－' | '־' | '⸺' | '⸻')
}

/// Letters of Latin that no decomposition takes their mark from.
pub(super) const fn without_stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' | 'ɗ' | 'ɖ' => "d",
        'ø' | 'ɔ' => "o",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
        'ǥ' => "g",
        'ɛ' => "e",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ʿ' | 'ʾ' => "",
        _ => return None,
    })
}

/// Whether a mark makes another letter of the one before it, as in й, ї and ў, and is no diacritic of it.
pub(super) const fn makes_letter(base: char, mark: char) -> bool {
    matches!((base, mark), ('и' | 'у' | 'И' | 'У', '\u{306}') | ('і' | 'І', '\u{308}'))
}

/// Whether a mark is one of Latin, Greek and Cyrillic.
pub(super) const fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// Whether a mark is a vowel sign or another point of Arabic or Syriac.
pub(super) const fn is_tashkeel(c: char) -> bool {
    matches!(
        c,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}'
            | '\u{730}'..='\u{74a}' | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}'
    )
}

/// Whether a mark is a hamza or madda over or under its seat.
pub(super) const fn is_hamza(c: char) -> bool {
    matches!(c, '\u{653}'..='\u{655}' | '\u{674}')
}

/// Whether a mark is a point or accent of Hebrew.
pub(super) const fn is_niqqud(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}')
}

/// Whether a mark is the dot below that makes no letter of its own.
pub(super) const fn is_nukta(c: char) -> bool {
    matches!(c, '\u{93c}' | '\u{a3c}' | '\u{abc}')
}

/// One letter for those that keyboards encode differently.
pub(super) const fn arabic_letter(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ۃ' | 'ە' => 'ہ',
        other => other,
    }
}

/// Whether a character is of the Arabic script.
pub(super) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// The letter that a sign without a vowel stands for: a virama follows it.
pub(super) const fn chillu(c: char) -> Option<char> {
    Some(match c {
        'ൺ' => 'ണ',
        'ൻ' => 'ന',
        'ർ' => 'ര',
        'ൽ' => 'ല',
        'ൾ' => 'ള',
        'ൿ' => 'ക',
        '\u{d54}' => 'മ',
        '\u{d55}' => 'യ',
        '\u{d56}' => 'ഴ',
        'ৎ' => 'ত',
        _ => return None,
    })
}

/// The virama of the script of a letter that [`chillu`] gives.
pub(super) const fn virama(letter: char) -> char {
    if matches!(letter, 'ত') { '\u{9cd}' } else { '\u{d4d}' }
}

/// The sign that stands for any nasal, where a nasal sign is written that readers take for it.
pub(super) const fn anusvara(c: char) -> Option<char> {
    match c {
        '\u{900}' | '\u{901}' => Some('\u{902}'),
        '\u{a81}' => Some('\u{a82}'),
        '\u{a01}' | '\u{a70}' => Some('\u{a02}'),
        _ => None,
    }
}

/// The nasal of the class of a consonant, and the anusvara that may stand for it.
///
/// The blocks from Devanagari to Malayalam have the same order; Tamil writes no anusvara.
pub(super) fn homorganic(consonant: char) -> Option<(char, char)> {
    let code = u32::from(consonant);
    if !(0x900..0xd80).contains(&code) || (0xb80..0xc00).contains(&code) {
        return None;
    }
    let nasal = match code & 0x7f {
        0x15..=0x18 => 0x19,
        0x1a..=0x1d => 0x1e,
        0x1f..=0x22 => 0x23,
        0x24..=0x27 => 0x28,
        0x2a..=0x2d => 0x2e,
        _ => return None,
    };
    let block = code & !0x7f;
    Some((char::from_u32(block | nasal)?, char::from_u32(block | 2)?))
}

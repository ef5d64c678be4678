//! Texts that are written for fonts whose letters stand at the places of others: what was usual in India before Unicode.

use super::name::TextEncoding;
use crate::text::is_letter;
use crate::words;

/// Words that nearly every text holds, as Kruti Dev has them stored: है, और, के, की, का, में, ने, से, को, कि, था, पर, गया, नहीं.
const KRUTI_DEV_WORDS: [&str; 22] = [
    "gS", "gSa", "vkSj", "ds", "dh", "dk", "esa", "us", "ls", "dks", "fd", "Fkk", "Fks", "Fkh", "ij", "x;k",
    "fd;k", "ugha", ";g", "Hkh", "gks", "gqvk",
];
/// Words that nearly every text holds, of Shree-Lipi and its relatives, Marathi and Hindi: आहे, आणि, होते, है, और, के, में, का.
const SHREE_LIPI_WORDS: [&str; 14] =
    ["Amho", "Am{U", "hmoVo", "hmoVr", "H$s", "H$m", "H$mo", "Ho$", "‘|", "Z|", "Am¡a", "h¡", "Vm", "Zmhr"];
/// A text of fewer words says nothing.
const MIN_WORDS: usize = 8;

fn share(text: &str, words: &[&str]) -> (usize, usize) {
    let mut all = 0;
    let mut known = 0;
    for word in text.split_whitespace().take(2000) {
        all += 1;
        let word = word.trim_end_matches([',', 'A', '-', '.']);
        known += usize::from(words.contains(&word));
    }
    (known, all)
}

/// Whether a text is in Hindi for the font Kruti Dev 010.
pub(super) fn is_kruti_dev(text: &str) -> bool {
    let (known, all) = share(text, &KRUTI_DEV_WORDS);
    all >= MIN_WORDS && known >= 3 && known * 8 > all
}

/// What there is to say about a text that is written for a font of its own; nothing where it is not.
pub(super) fn doubt(text: &str, encoding: TextEncoding) -> Option<String> {
    if encoding == TextEncoding::KRUTI_DEV {
        return Some(words::text("format-doubt-kruti-dev").to_owned());
    }
    let (known, all) = share(text, &SHREE_LIPI_WORDS);
    if all >= MIN_WORDS && known >= 3 && known * 10 > all {
        return Some(words::text("format-doubt-shree-lipi").to_owned());
    }
    is_of_a_font(text).then(|| words::text("format-doubt-font").to_owned())
}

/// Whether most words of a text have signs or capitals in them.
fn is_of_a_font(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for word in text.split_whitespace().filter(|word| word.chars().any(is_letter)).take(2000) {
        all += 1;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        // Addresses and names such as McDonald have some.
        if word.contains("//") || word.contains('@') {
            continue;
        }
        let pairs = word.chars().zip(word.chars().skip(1));
        let steps = pairs.filter(|(a, b)| {
            let is_sign = |c: char| {
                matches!(
                    c,
                    '{' | '}'
                        | '['
                        | ']'
                        | '|'
                        | '$'
                        | '^'
                        | '~'
                        | '`'
                        | '>'
                        | '<'
                        | ';'
                        | '+'
                        | '#'
                        | '¡'
                        | '¶'
                        | '‹'
                        | '§'
                        | '¥'
                        | 'ª'
                        | '©'
                        | '®'
                )
            };
            (is_sign(*b) && is_letter(*a))
                || (is_sign(*a) && is_letter(*b))
                || (b.is_uppercase() && a.is_lowercase())
        });
        odd += usize::from(steps.count() > 0);
    }
    all >= 20 && odd * 5 > all * 2
}

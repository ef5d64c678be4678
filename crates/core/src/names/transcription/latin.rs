//! Latin letters: English and Indian spelling first, with the marks of other languages.

use super::{Letter, Transcription};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// Several letters at the start of `rest` that are one sound, the longest first: how many, and their phones.
fn multigraph(rest: &[u8]) -> Option<(usize, &'static str)> {
    Some(match rest {
        [b't', b'i', b'o', b'n', ..] => (4, "San"),
        [b's', b'c', b'h', ..] => (3, "S"),
        [b't', b'c', b'h', ..] => (3, "č"),
        [b'c', b'h', b'h', ..] => (3, "C"),
        [b'e', b'a', b'u', ..] => (3, "o"),
        [b'c', b'c', b'e' | b'i', ..] => (2, "č"),
        [b'c', b'h' | b'z', ..] => (2, "č"),
        [b's', b'h', ..] => (2, "S"),
        [b't', b'h', ..] => (2, "þ"),
        [b'd', b'h', ..] => (2, "ð"),
        [b'k', b'h', ..] => (2, "K"),
        [b'g', b'h', ..] => (2, "ģ"),
        [b'p', b'h', ..] => (2, "f"),
        [b'b', b'h', ..] => (2, "B"),
        [b'j', b'h', ..] => (2, "J"),
        [b'z', b'h', ..] => (2, "ʒ"),
        [b'c', b'k', ..] => (2, "k"),
        [b'q', b'u', ..] => (2, "kv"),
        [b'd', b'j', ..] => (2, "ĵ"),
        [b'e', b'e', ..] => (2, "I"),
        [b'o', b'o', ..] => (2, "U"),
        [b'a', b'a', ..] => (2, "A"),
        [b'i', b'i', ..] => (2, "I"),
        [b'u', b'u', ..] => (2, "U"),
        [b'o', b'u', ..] => (2, "ô"),
        [b'o', b'w', ..] => (2, "ô"),
        [b'a', b'u', ..] => (2, "ä"),
        [b'a', b'w', ..] => (2, "ä"),
        [b'a', b'i', ..] => (2, "à"),
        [b'a', b'y', ..] => (2, "à"),
        [b'e', b'i', ..] => (2, "ë"),
        [b'e', b'y', ..] => (2, "ë"),
        [b'i', b'e', ..] => (2, "î"),
        [b'e', b'a', ..] => (2, "ê"),
        [b'o', b'a', ..] => (2, "o"),
        [b'e', b'u', ..] => (2, "ù"),
        [b'e', b'w', ..] => (2, "ù"),
        [b'u', b'e', ..] => (2, "ú"),
        _ => return None,
    })
}

/// One letter.
fn single(letter: u8) -> &'static str {
    match letter {
        b'a' => "á",
        b'b' => "b",
        b'c' | b'k' => "k",
        b'd' => "đ",
        b'e' => "é",
        b'f' => "f",
        b'g' => "g",
        b'h' => "ĥ",
        b'i' => "í",
        b'j' => "ĵ",
        b'l' => "l",
        b'm' => "m",
        b'n' => "n",
        b'o' => "ó",
        b'p' => "p",
        b'q' => "q",
        b'r' => "ŕ",
        b's' => "š",
        b't' => "ţ",
        b'u' => "ú",
        b'v' => "v",
        b'w' => "ŵ",
        b'x' => "ξ",
        b'y' => "ŷ",
        b'z' => "ž",
        _ => "",
    }
}

/// A letter with its marks, where they say more than the letter; `letter` is small.
fn marked(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ā' | 'â' => "A",
        'ī' | 'î' => "I",
        'ū' => "U",
        'ē' => "e",
        'ō' => "o",
        'ś' | 'š' | 'ş' | 'ș' => "S",
        'ṣ' => "X",
        'č' | 'ć' => "c",
        'ç' => "s",
        'ž' => "ʒ",
        'ź' | 'ż' => "z",
        'ñ' => "ny",
        'ṅ' => "n",
        'ṇ' => "ɳ",
        'ṭ' => "ʈ",
        'ḍ' => "ɖ",
        'ṛ' => "ɽ",
        'ḷ' => "ɭ",
        'ḥ' => "H",
        'ṃ' | 'ṁ' => "n",
        'ł' => "l",
        'đ' | 'ð' => "đ",
        'þ' => "þ",
        'ø' => "ó",
        'æ' | 'ä' => "e",
        'œ' => "o",
        'ß' => "s",
        'ı' => "í",
        'ğ' => "ģ",
        'ə' => "é",
        _ => return None,
    })
}

/// A letter without its marks: the bytes it stands for, the ASCII letter, and what a mark says in its place.
type Plain = (std::ops::Range<usize>, u8, Option<&'static str>);

fn plain(word: &[Letter]) -> Vec<Plain> {
    let mut letters: Vec<Plain> = Vec::with_capacity(word.len());
    for &(at, letter) in word {
        let bytes = at..at + letter.len_utf8();
        if letter.is_ascii_alphabetic() {
            letters.push((bytes, letter.to_ascii_lowercase() as u8, None));
            continue;
        }
        for small in letter.to_lowercase() {
            if let Some(phones) = marked(small) {
                letters.push((bytes.clone(), b' ', Some(phones)));
            } else {
                let nfd = DecomposingNormalizerBorrowed::new_nfd();
                let base = nfd.normalize_iter(std::iter::once(small)).find(char::is_ascii_alphabetic);
                letters.extend(base.map(|base| (bytes.clone(), base as u8, None)));
            }
        }
    }
    letters
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Phones of a word.
pub(super) fn transcribe(word: &[Letter]) -> Transcription {
    let letters = plain(word);
    let small: Vec<u8> = letters.iter().map(|(_, letter, _)| *letter).collect();
    let mut sounds = Transcription::with_capacity(letters.len());
    let mut at = 0;
    while let Some((bytes, letter, said)) = letters.get(at) {
        let before = at.checked_sub(1).map(|before| small[before]);
        let next = small.get(at + 1).copied().unwrap_or(b' ');
        if let Some(said) = said {
            sounds.push(said, bytes);
        } else if before == Some(*letter) && !is_vowel(*letter) && next != b'h' {
            // A doubled consonant is one.
            if let Some(last) = sounds.spelled.last_mut() {
                last.end = bytes.end as u32;
            }
        } else if let Some((count, symbols)) = multigraph(&small[at..]) {
            let end = letters.get(at + count - 1).map_or(bytes.end, |(last, ..)| last.end);
            sounds.push(symbols, &(bytes.start..end));
            at += count;
            continue;
        } else {
            let last = at + 1 == letters.len();
            sounds.push(open(*letter, next, last && at > 2 && !before.is_some_and(is_vowel)), bytes);
        }
        at += 1;
    }
    sounds
}

/// A letter whose sound what follows decides.
fn open(letter: u8, next: u8, ends: bool) -> &'static str {
    match letter {
        b'c' if matches!(next, b'e' | b'i' | b'y') => "ć",
        b'g' if matches!(next, b'e' | b'i' | b'y') => "ğ",
        b'y' if !is_vowel(next) => "ý",
        b'e' if ends => "è",
        letter => single(letter),
    }
}

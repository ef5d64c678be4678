//! Latin letters: English and Indian spelling first, with the marks of other languages.

use super::{Letter, Sounds};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// Several letters that are one sound, the longest first.
const TOGETHER: &[(&str, &str)] = &[
    ("tion", "San"),
    ("sch", "S"),
    ("tch", "č"),
    ("chh", "C"),
    ("eau", "o"),
    ("ch", "č"),
    ("sh", "S"),
    ("th", "þ"),
    ("dh", "ð"),
    ("kh", "K"),
    ("gh", "ģ"),
    ("ph", "f"),
    ("bh", "B"),
    ("jh", "J"),
    ("zh", "ʒ"),
    ("ck", "k"),
    ("qu", "kv"),
    ("dj", "ĵ"),
    ("ee", "I"),
    ("oo", "U"),
    ("aa", "A"),
    ("ii", "I"),
    ("uu", "U"),
    ("ou", "ô"),
    ("ow", "ô"),
    ("au", "ä"),
    ("aw", "ä"),
    ("ai", "à"),
    ("ay", "à"),
    ("ei", "ë"),
    ("ey", "ë"),
    ("ie", "î"),
    ("ea", "ê"),
    ("oa", "o"),
    ("eu", "ù"),
    ("ew", "ù"),
    ("ue", "ú"),
];

/// One letter.
fn single(letter: char) -> &'static str {
    match letter {
        'a' => "á",
        'b' => "b",
        'c' | 'k' => "k",
        'd' => "đ",
        'e' => "é",
        'f' => "f",
        'g' => "g",
        'h' => "ĥ",
        'i' => "í",
        'j' => "ĵ",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'o' => "ó",
        'p' => "p",
        'q' => "q",
        'r' => "ŕ",
        's' => "š",
        't' => "ţ",
        'u' => "ú",
        'v' => "v",
        'w' => "ŵ",
        'x' => "ξ",
        'y' => "ŷ",
        'z' => "ž",
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

/// Letters without their marks, each with the bytes it stands for, and what a mark says in their place.
fn plain(word: &[Letter]) -> Vec<(std::ops::Range<usize>, char, Option<&'static str>)> {
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let mut letters: Vec<(std::ops::Range<usize>, char, Option<&'static str>)> = Vec::new();
    for &(at, letter) in word {
        let bytes = at..at + letter.len_utf8();
        for small in letter.to_lowercase() {
            if small.is_ascii_alphabetic() {
                letters.push((bytes.clone(), small, None));
            } else if let Some(phones) = marked(small) {
                letters.push((bytes.clone(), ' ', Some(phones)));
            } else {
                let base = nfd.normalize_iter(std::iter::once(small)).find(char::is_ascii_alphabetic);
                letters.extend(base.map(|base| (bytes.clone(), base, None)));
            }
        }
    }
    letters
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Phones of a word.
pub(super) fn sounds(word: &[Letter]) -> Sounds {
    let letters = plain(word);
    let small: String = letters.iter().map(|(_, letter, _)| *letter).collect();
    let mut sounds = Sounds::default();
    let mut at = 0;
    while let Some((bytes, letter, said)) = letters.get(at) {
        let rest = &small[at..];
        let next = rest.chars().nth(1).unwrap_or(' ');
        if let Some(said) = said {
            sounds.push(said, bytes);
        } else if at > 0 && !is_vowel(*letter) && small[..at].ends_with(*letter) && next != 'h' {
            // A doubled consonant is one.
            if let Some(last) = sounds.spelled.last_mut() {
                last.end = bytes.end as u32;
            }
        } else if let Some((many, symbols)) = TOGETHER.iter().find(|(many, _)| rest.starts_with(many)) {
            let end = letters.get(at + many.len() - 1).map_or(bytes.end, |(last, ..)| last.end);
            sounds.push(symbols, &(bytes.start..end));
            at += many.len();
            continue;
        } else {
            let last = at + 1 == letters.len();
            sounds.push(open(*letter, next, last && at > 2 && !small[..at].ends_with(is_vowel)), bytes);
        }
        at += 1;
    }
    sounds
}

/// A letter whose sound what follows decides.
fn open(letter: char, next: char, ends: bool) -> &'static str {
    match letter {
        'c' if matches!(next, 'e' | 'i' | 'y') => "ć",
        'g' if matches!(next, 'e' | 'i' | 'y') => "ğ",
        'y' if !is_vowel(next) => "ý",
        'e' if ends => "è",
        letter => single(letter),
    }
}

//! What languages put after a name within the same word.

use super::key::key;

/// Case endings of Gujarati, as they are written after a vowel and after a consonant, longest first.
const GUJARATI: [&str; 34] = [
    "માંથી",
    "માંની",
    "માંનો",
    "માંના",
    "માંનાં",
    "માંનું",
    "નામાં",
    "નાથી",
    "નીએ",
    "નાએ",
    "નાં",
    "નું",
    "ની",
    "નો",
    "ના",
    "ને",
    "નૈ",
    "માં",
    "થી",
    "એથી",
    "ેથી",
    "ઓની",
    "ઓનો",
    "ઓના",
    "ઓનું",
    "ઓમાં",
    "ઓથી",
    "ઓએ",
    "ઓને",
    "ઓ",
    "એ",
    "ે",
    "સ્થિત",
    "ય",
];
/// Postpositions of Hindi that are written together with the name now and then.
const HINDI: [&str; 11] = ["ने", "को", "का", "की", "के", "से", "में", "पर", "तक", "स्थित", "जी"];
/// What honours the bearer and stands before an ending.
const HONORIFICS: [&str; 2] = ["जी", "જી"];
/// What Gujarati puts after an ending: too.
const TOO: &str = "ય";
/// Case endings of Marathi.
const MARATHI: [&str; 16] =
    ["च्या", "मध्ये", "कडून", "साठी", "ांनी", "ांना", "ने", "नी", "ला", "चा", "ची", "चे", "शी", "हून", "त", "ना"];
/// Case endings of Bengali.
const BENGALI: [&str; 8] = ["দের", "ের", "কে", "তে", "রা", "র", "ে", "য়"];
/// Possessives of English.
const ENGLISH: [&str; 2] = ["'s", "'"];

/// The endings of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Endings {
    is_marathi: bool,
}

/// An ending that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) text: String,
    /// Whether it hardly makes another word of the name.
    pub(super) is_sure: bool,
}

/// The script that a word is written in, by its first letter.
fn lists(word: &str, is_marathi: bool) -> &'static [&'static str] {
    match word.chars().next().map_or(0, u32::from) {
        0x900..=0x97f if is_marathi => &MARATHI,
        0x900..=0x97f => &HINDI,
        0xa80..=0xaff => &GUJARATI,
        0x980..=0x9ff => &BENGALI,
        0x41..=0x24f => &ENGLISH,
        _ => &[],
    }
}

impl Endings {
    pub(super) fn of(language: Option<&str>) -> Self {
        Self { is_marathi: language.is_some_and(|language| language.starts_with("mr")) }
    }

    /// The ending that makes `word` of `stem`, both being keys.
    pub(super) fn match_after(self, stem: &str, word: &str) -> Option<Ending> {
        if let Some(rest) = word.strip_prefix(stem) {
            let list = lists(stem, self.is_marathi);
            // After few letters an ending may be the rest of another word.
            let is_sure = stem.chars().count() >= 3 || list == ENGLISH;
            return is_ending(list, rest).then(|| Ending { text: rest.to_owned(), is_sure });
        }
        // The oblique of Hindi and Marathi: पटना, पटने.
        let base = stem.strip_suffix('\u{93e}')?;
        let rest = word.strip_prefix(base)?;
        (rest == "\u{947}").then(|| Ending { text: "\u{947}".to_owned(), is_sure: base.chars().count() >= 3 })
    }
}

/// Whether something, as a key, is an ending of the list, or one with what may stand before and after it.
fn is_ending(list: &[&str], rest: &str) -> bool {
    let is_one = |rest: &str| list.iter().any(|ending| key(ending) == rest);
    let bare = HONORIFICS.iter().find_map(|title| rest.strip_prefix(title)).unwrap_or(rest);
    let bare_of_too = bare.strip_suffix(TOO).unwrap_or(bare);
    is_one(rest) || bare.is_empty() || is_one(bare) || (list == GUJARATI && is_one(bare_of_too))
}

/// What a word, as a key, is without an ending it may have; each with that ending.
pub(super) fn stems(word: &str) -> Vec<(String, &'static str)> {
    let list = lists(word, false);
    let stem = |ending: &&'static str| {
        let stem = word.strip_suffix(&key(ending))?;
        (stem.chars().count() >= 3).then(|| (stem.to_owned(), *ending))
    };
    // Hindi writes them apart: what looks like one is mostly part of the name.
    if list == HINDI { Vec::new() } else { list.iter().filter_map(stem).take(1).collect() }
}

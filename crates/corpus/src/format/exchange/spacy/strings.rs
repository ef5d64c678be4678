//! How spaCy numbers strings: those that it reserves by their place in its list, all others by a hash.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// The names that spaCy reserves, by number, one a line; nought is the empty string.
/// <https://github.com/explosion/spaCy/blob/v3.8.7/spacy/symbols.pxd>
const SYMBOLS: &str = include_str!("symbols.txt");
/// The seed of spaCy's hash.
const SEED: u64 = 1;

/// The number of a string, as spaCy's string store has it.
pub(super) fn number_of(text: &str) -> u64 {
    static BY_NAME: OnceLock<HashMap<&'static str, u64>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| SYMBOLS.lines().zip(0..).collect());
    by_name.get(text).copied().unwrap_or_else(|| murmur(text.as_bytes()))
}

/// `MurmurHash64A`, which is in the public domain. <https://github.com/aappleby/smhasher>
fn murmur(bytes: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = SEED ^ (bytes.len() as u64).wrapping_mul(M);
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        let mut k = u64::from_le_bytes(*chunk).wrapping_mul(M);
        k ^= k >> R;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let tail = rest.iter().rev().fold(0, |tail, byte| (tail << 8) | u64::from(*byte));
        hash = (hash ^ tail).wrapping_mul(M);
    }
    hash ^= hash >> R;
    hash = hash.wrapping_mul(M);
    hash ^ (hash >> R)
}

/// The strings of a file while it is written.
#[derive(Debug, Default)]
pub(super) struct Written(BTreeSet<String>);

impl Written {
    /// Adds a string; gives its number.
    pub(super) fn add(&mut self, text: &str) -> u64 {
        if !self.0.contains(text) {
            self.0.insert(text.to_owned());
        }
        number_of(text)
    }

    /// All of them, in order.
    pub(super) fn all(self) -> impl Iterator<Item = String> {
        self.0.into_iter()
    }
}

/// The strings of a file that is read, by number.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<u64, String>);

impl Known {
    /// The strings that a file lists, and those that spaCy reserves.
    pub(super) fn new<'a>(all: impl Iterator<Item = &'a str>) -> Self {
        let reserved = SYMBOLS.lines().zip(0..).map(|(name, number)| (number, name.to_owned()));
        Self(reserved.chain(all.map(|text| (number_of(text), text.to_owned()))).collect())
    }

    /// The string of a number.
    pub(super) fn get(&self, number: u64) -> Option<&str> {
        self.0.get(&number).map(String::as_str)
    }

    /// The same, but nothing for the empty one.
    pub(super) fn named(&self, number: u64) -> Option<&str> {
        self.get(number).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{murmur, number_of};

    #[test]
    fn strings_have_the_numbers_that_spacy_gives_them() {
        // As `spacy.strings.hash_string` and `StringStore` of spaCy 3.8 give them.
        assert_eq!(murmur(b"apple"), 8_566_208_034_543_834_098);
        assert_eq!(number_of("coffee"), 3_197_928_453_018_144_401);
        assert_eq!((number_of(""), number_of("PERSON"), number_of("mark")), (0, 380, 423));
    }
}

//! Where many words stand in a long text, found by hashes of some of their bytes.
//!
//! ```text
//! words   ‹the dam is safe, said Rao›      keys of 8 bytes: ‹the dam ›  ‹safe, sa›  ‹said Rao›
//! text    one pass for each length of key, with a rolling hash; places of a key are kept up to a limit
//! ```
//! Of its keys the rarest is gone through, so what is looked for costs no more than [`MAX_PLACES`] comparisons, however often the
//! text repeats itself.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::GoOn;

/// Words are looked up by so many of their bytes: by the longest of these lengths that they have.
const KEY_BYTES: [usize; 7] = [64, 32, 16, 8, 4, 2, 1];
/// A key with more places than this tells nothing: it is not gone through.
const MAX_PLACES: usize = 256;
/// Whether to go on is asked once in so many bytes.
const BYTES_PER_QUESTION: usize = 1 << 18;
/// Bits of the filter for each key.
const FILTER_BITS_PER_KEY: usize = 16;
/// The base of the rolling hash; odd, so that no byte is lost.
const BASE: u64 = 0x0001_0000_01b3;

/// The places of a text at which some of the words that are looked for may stand.
#[derive(Debug)]
pub(super) struct Occurrences<'t> {
    text: &'t str,
    by_key: ByKey,
}

type ByKey = HashMap<u64, Vec<u32>, BuildHasherDefault<KeyHasher>>;

/// Keys are hashes already.
#[derive(Debug, Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(BASE);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes the low bits, of which a product has the fewest to tell.
        self.0 = key.swap_bytes();
    }
}

impl<'t> Occurrences<'t> {
    /// Looks through these ranges of `text`, which are in order and do not overlap, for `words`, whose keys lie in them whole or
    /// begin in them; nothing where it was stopped.
    pub(super) fn new<'w>(
        text: &'t str,
        ranges: impl IntoIterator<Item = Range<usize>>,
        words: impl IntoIterator<Item = &'w str>,
        go_on: GoOn<'_>,
    ) -> Option<Self> {
        let mut by_key = ByKey::default();
        let mut lengths = [false; KEY_BYTES.len()];
        for words in words {
            for (_, key, length) in keys(words) {
                lengths[length] = true;
                by_key.entry(key).or_default();
            }
        }
        let filter = Filter::new(by_key.keys().copied());
        let mut found = Self { text, by_key };
        let ranges: Vec<Range<usize>> = ranges.into_iter().collect();
        for (length, _) in KEY_BYTES.into_iter().zip(lengths).filter(|(_, is_wanted)| *is_wanted) {
            for range in &ranges {
                found.look_through(range.clone(), length, &filter, go_on)?;
            }
        }
        Some(found)
    }

    fn look_through(
        &mut self,
        range: Range<usize>,
        length: usize,
        filter: &Filter,
        go_on: GoOn<'_>,
    ) -> Option<()> {
        let bytes = self.text.as_bytes();
        let end = range.end.min((bytes.len() + 1).saturating_sub(length));
        if range.start >= end {
            return Some(());
        }
        let first = (1..length).fold(1_u64, |power, _| power.wrapping_mul(BASE));
        let mut hash = hash_of(&bytes[range.start..range.start + length]);
        for at in range.start..end {
            if at.is_multiple_of(BYTES_PER_QUESTION) && !go_on() {
                return None;
            }
            let key = key_of(hash, length);
            if filter.may_hold(key)
                && let Some(places) = self.by_key.get_mut(&key)
                && places.len() < MAX_PLACES
            {
                // An article of four gigabytes is none.
                places.extend(u32::try_from(at));
            }
            if let Some(next) = bytes.get(at + length) {
                let without = hash.wrapping_sub(u64::from(bytes[at]).wrapping_mul(first));
                hash = without.wrapping_mul(BASE).wrapping_add(u64::from(*next));
            }
        }
        Some(())
    }

    /// The places of `words`, which were among those looked for, in the order of the text; nothing where they are too many to be
    /// gone through, or the words are empty.
    pub(super) fn of<'w>(&'w self, words: &'w str) -> Option<impl Iterator<Item = usize> + 'w> {
        let by_rarity = keys(words).filter_map(|(offset, key, _)| Some((offset, self.by_key.get(&key)?)));
        let (offset, places) = by_rarity.min_by_key(|(_, places)| places.len())?;
        let all = self.text.as_bytes();
        let at = move |place: &u32| {
            let at = (*place as usize).checked_sub(offset)?;
            all.get(at..)?.starts_with(words.as_bytes()).then_some(at)
        };
        (places.len() < MAX_PLACES).then(|| places.iter().filter_map(at))
    }

    /// The one place of `words`; nothing where there is none, or more than one.
    pub(super) fn only(&self, words: &str) -> Option<usize> {
        let mut places = self.of(words)?;
        places.next().filter(|_| places.next().is_none())
    }
}

/// The keys of words: which of their bytes each begins with, its hash, and which of the lengths it has. At most three: from their
/// beginning, their middle and their end.
fn keys(words: &str) -> impl Iterator<Item = (usize, u64, usize)> {
    let bytes = words.as_bytes();
    let length = KEY_BYTES.iter().position(|length| *length <= bytes.len());
    length.into_iter().flat_map(move |which| {
        let length = KEY_BYTES[which];
        let last = bytes.len() - length;
        let offsets = [Some(0), (last > 1).then_some(last / 2), (last > 0).then_some(last)];
        let key = move |at: usize| (at, key_of(hash_of(&bytes[at..at + length]), length), which);
        offsets.into_iter().flatten().map(key)
    })
}

fn hash_of(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |hash, byte| hash.wrapping_mul(BASE).wrapping_add(u64::from(*byte)))
}

/// Hashes of bytes of different lengths are different keys; what two have in common by chance is told apart by comparing them.
const fn key_of(hash: u64, length: usize) -> u64 {
    (hash ^ (length as u64).rotate_right(8)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Says of most keys that are not looked for that they are not.
#[derive(Debug)]
struct Filter {
    bits: Vec<u64>,
    shift: u32,
}

impl Filter {
    fn new(keys: impl ExactSizeIterator<Item = u64>) -> Self {
        let size = (keys.len() * FILTER_BITS_PER_KEY).next_power_of_two().max(64);
        let mut filter = Self { bits: vec![0; size / 64], shift: 64 - size.trailing_zeros() };
        for key in keys {
            let bit = filter.bit(key);
            filter.bits[bit / 64] |= 1 << (bit % 64);
        }
        filter
    }

    const fn bit(&self, key: u64) -> usize {
        (key >> self.shift) as usize
    }

    fn may_hold(&self, key: u64) -> bool {
        let bit = self.bit(key);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naive(text: &str, words: &str) -> Vec<usize> {
        (0..text.len()).filter(|at| text.as_bytes()[*at..].starts_with(words.as_bytes())).collect()
    }

    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        let found =
            Occurrences::new(text, std::iter::once(0..text.len()), words.iter().copied(), &|| true).unwrap();
        for words in words {
            assert_eq!(found.of(words).unwrap().collect::<Vec<_>>(), naive(text, words), "{words:?}");
        }
    }

    #[test]
    fn words_of_every_length_are_found_wherever_they_stand() {
        let text =
            "આશા રાવ said, the dam is safe. Rao (Rao) said: the dam is safe, and again the dam is safe. "
                .repeat(3);
        let all: Vec<&str> = [1, 2, 3, 7, 8, 9, 31, 40, 64, 70, 130]
            .iter()
            .filter_map(|length| text.get(text.len() - length..).or(text.get(..*length)))
            .collect();
        check(&text, &all);
        check(&text, &["Rao", "the dam is safe", "રાવ", "nobody", "."]);
        check("a", &["a", "ab"]);
    }

    #[test]
    fn what_is_too_common_is_not_gone_through_unless_some_of_it_is_rare() {
        let text =
            format!("{}Rao said{}", "the dam is safe ".repeat(1_000), " the dam is safe".repeat(1_000));
        let rare = "is safe Rao said the dam";
        let words = ["dam is s", rare];
        let found = Occurrences::new(&text, std::iter::once(0..text.len()), words, &|| true).unwrap();
        assert!(found.of("dam is s").is_none());
        assert_eq!(found.only(rare), text.find(rare));
    }

    #[test]
    fn looking_through_a_text_can_be_stopped() {
        let text = "the dam is safe ".repeat(1 << 16);
        let asked = std::cell::Cell::new(0);
        let go_on = || asked.replace(asked.get() + 1) < 2;
        assert!(Occurrences::new(&text, std::iter::once(0..text.len()), ["the dam"], &go_on).is_none());
        assert_eq!(asked.get(), 3);
    }
}

//! The words of a script's languages, so arranged that a text is gone through once, whatever their number.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{self, Language};

pub(super) static LATIN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::LATIN));
pub(super) static CYRILLIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::CYRILLIC));
pub(super) static ARABIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::ARABIC));
pub(super) static DEVANAGARI: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::DEVANAGARI));
pub(super) static HEBREW: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::HEBREW));
pub(super) static ETHIOPIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&words::ETHIOPIC));

/// Languages of one script, and the number of each of their words.
pub(super) struct Lexicon {
    pub(super) languages: &'static [Language],
    numbers: HashMap<&'static str, usize>,
    /// By language, the numbers of its words.
    words: Vec<Vec<usize>>,
}

/// The words of a language as they stand in a text.
pub(super) struct Found {
    /// All places where one stands.
    pub(super) places: usize,
    /// How many of them stand somewhere.
    pub(super) kinds: usize,
    pub(super) all_kinds: usize,
}

/// How often each word of a lexicon stands in a text.
pub(super) struct Counts<'a> {
    lexicon: &'a Lexicon,
    by_number: Vec<usize>,
    /// All words of the text.
    pub(super) all: usize,
}

impl Lexicon {
    fn new(languages: &'static [Language]) -> Self {
        let mut numbers = HashMap::new();
        let mut number = |word: &'static str| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        };
        let words = languages.iter().map(|language| language.words.split(' ').map(&mut number).collect());
        let words = words.collect();
        Self { languages, numbers, words }
    }

    /// Counts the words of a text, which are in small letters.
    pub(super) fn count<'w>(&self, text: impl Iterator<Item = &'w str>) -> Counts<'_> {
        let mut counts = Counts { lexicon: self, by_number: vec![0; self.numbers.len()], all: 0 };
        for word in text {
            counts.all += 1;
            if let Some(number) = self.numbers.get(word) {
                counts.by_number[*number] += 1;
            }
        }
        counts
    }
}

impl Counts<'_> {
    /// The words of a language, by its place in the list.
    pub(super) fn of(&self, language: usize) -> Found {
        self.found(language, &[])
    }

    /// Those of them that another language does not have.
    pub(super) fn own(&self, language: usize, other: usize) -> Found {
        self.found(language, &self.lexicon.words[other])
    }

    fn found(&self, language: usize, without: &[usize]) -> Found {
        let mut found = Found { places: 0, kinds: 0, all_kinds: 0 };
        for number in self.lexicon.words[language].iter().filter(|number| !without.contains(number)) {
            let places = self.by_number[*number];
            found.places += places;
            found.kinds += usize::from(places > 0);
            found.all_kinds += 1;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{DEVANAGARI, LATIN};

    #[test]
    fn words_are_counted_for_each_language_that_has_them() {
        let at = |tag: &str| LATIN.languages.iter().position(|l| l.tag == Some(tag)).unwrap();
        let counts = LATIN.count("the og the det xyzzy".split(' '));
        let (english, danish, norwegian) = (counts.of(at("en")), counts.of(at("da")), counts.of(at("nb")));
        assert_eq!(counts.all, 5);
        assert_eq!((english.places, english.kinds), (2, 1));
        assert_eq!((danish.places, danish.kinds), (2, 2));
        assert_eq!((norwegian.places, norwegian.kinds), (2, 2));
        // Danish and Norwegian share both.
        assert_eq!(counts.own(at("da"), at("nb")).kinds, 0);
        assert_eq!(counts.own(at("en"), at("da")).kinds, 1);
        assert_eq!(DEVANAGARI.count(std::iter::empty()).of(0).places, 0);
    }
}

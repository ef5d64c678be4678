//! Words that are translated rather than spelled by sound, and names that are other ones in another language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::folded;

/// What kind of word a meaning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// Joins parts of a name: of, and, का, અને.
    Link,
    /// Stands before or after a name: Dr, श्री, સંત.
    Title,
    /// Says what is named: district, નદી, विश्वविद्यालय.
    Kind,
    /// Belongs to the name and is translated: north, national, भारतीय.
    Part,
    /// Another name of the same: Greece is यूनान, BJP is भाजपा.
    Same,
}

/// A meaning that words of several languages have, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Meaning(pub(super) u16);

/// The words of all languages with what they mean.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    kinds: Vec<WordKind>,
    /// By the folded words with a blank between them.
    forms: HashMap<String, Vec<Meaning>>,
    /// For each first word of a form the number of words of the longest.
    longest: HashMap<String, usize>,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    lexicon.read(include_str!("tables/words.tsv"));
    lexicon.read(include_str!("tables/exonyms.tsv"));
    lexicon
});

impl Lexicon {
    pub(super) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Lines of a kind, a tab, and forms with `|` between them.
    fn read(&mut self, table: &str) {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, forms)) = line.split_once('\t') else { continue };
            let kind = match kind {
                "link" => WordKind::Link,
                "title" => WordKind::Title,
                "kind" => WordKind::Kind,
                "part" => WordKind::Part,
                "same" => WordKind::Same,
                _ => continue,
            };
            let meaning = Meaning(self.kinds.len() as u16);
            self.kinds.push(kind);
            for form in forms.split('|') {
                let words: Vec<String> =
                    form.split([' ', '-']).map(folded).filter(|w| !w.is_empty()).collect();
                if let Some(first) = words.first() {
                    let longest = self.longest.entry(first.clone()).or_default();
                    *longest = words.len().max(*longest);
                }
                let meanings = self.forms.entry(words.join(" ")).or_default();
                if !meanings.contains(&meaning) {
                    meanings.push(meaning);
                }
            }
        }
    }

    /// What folded words mean together.
    pub(super) fn meanings(&self, words: &str) -> &[Meaning] {
        self.forms.get(words).map_or(&[], Vec::as_slice)
    }

    /// The longest run of words that may have a meaning, by the first one; 0 if none has.
    pub(super) fn longest_run(&self, first: &str) -> usize {
        self.longest.get(first).copied().unwrap_or_default()
    }

    pub(super) fn kind(&self, meaning: Meaning) -> WordKind {
        self.kinds[meaning.0 as usize]
    }
}

//! Every occurrence of a name in a text: inflected, and spelled in other ways.
//!
//! Words are compared by a [key](key::key) that levels spellings, and may end in what the language puts after a name: a case
//! ending of Gujarati, a postposition written together, an English possessive.

mod endings;
mod key;

use std::collections::BTreeMap;
use std::ops::Range;

use self::endings::{Endings, stems};
use self::key::key;
use crate::text::{ByteOffset, SourceText, Span, next_grapheme, words};

/// What joins words into one.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
/// After one of these the last word names something else, as keys: the Bank of Malwa is not Malwa.
const OF: [&str; 4] = ["of", "ऑफ", "आफ", "ઓફ"];

/// Why some words are an occurrence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OccurrenceKind {
    /// They are the name.
    Same,
    /// They are the name in another spelling: another nasal, without its dots, with joiners, digits of another script.
    Spelling,
    /// They are the name with this ending.
    Ending(String),
    /// They are the last word of a longer name alone.
    LastWord,
}

/// Some words of a text that may name the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where they stand, in whole clusters.
    pub span: Span,
    /// Why they are one.
    pub kind: OccurrenceKind,
    /// Whether they hardly name anything else.
    pub is_sure: bool,
}

/// Names to be looked for, in any script.
///
/// ```
/// # use tippani_core::analysis::OccurrenceSearch;
/// # use tippani_core::text::SourceText;
/// let search = OccurrenceSearch::new(["नरेन्द्र मोदी", "મોદી"]);
/// let found = |text: &str| {
///     let text = SourceText::new(text);
///     let all = search.find(&text, None);
///     all.iter().map(|one| text.slice(one.span).to_owned()).collect::<Vec<_>>()
/// };
/// assert_eq!(found("कल नरेंद्र मोदी आए"), ["नरेंद्र मोदी"]);
/// assert_eq!(found("મોદીએ કહ્યું કે મોદીની સરકાર"), ["મોદી", "મોદી"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct OccurrenceSearch {
    /// By the key of the first word the names that begin with it.
    names: BTreeMap<String, Vec<Sought>>,
}

/// One way a name can be written.
#[derive(Clone, Debug)]
struct Sought {
    /// The keys of its words.
    words: Vec<String>,
    /// The name, where it is one that was given.
    text: Option<String>,
    /// Whether whatever is found is sure.
    is_sure: bool,
    kind: OccurrenceKind,
}

impl OccurrenceSearch {
    /// A search for these names, each in whatever form it stands somewhere.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut search = Self::default();
        for name in names {
            let keys: Vec<String> = named(name).into_iter().map(|word| key(&name[word])).collect();
            let Some((last, first)) = keys.split_last() else { continue };
            search.add(keys.clone(), Some(name.to_owned()), true, OccurrenceKind::Same);
            // As it stands somewhere it may have an ending itself.
            for (stem, _) in stems(last) {
                let words = first.iter().cloned().chain([stem.clone()]).collect();
                let is_sure = !first.is_empty() || stem.chars().count() > 3;
                search.add(words, None, is_sure, OccurrenceKind::Same);
            }
            let is_of = first.iter().any(|word| OF.contains(&word.as_str()));
            if !first.is_empty() && !is_of && last.chars().count() > 2 {
                search.add(vec![last.clone()], None, false, OccurrenceKind::LastWord);
            }
        }
        search
    }

    fn add(&mut self, words: Vec<String>, text: Option<String>, is_sure: bool, kind: OccurrenceKind) {
        // An ending may follow the first word where it is the only one.
        let Some(first) = words.first().filter(|first| !first.is_empty()) else { return };
        let begin: String = first.chars().take(1).collect();
        let known = self.names.entry(begin).or_default();
        let sought = Sought { words, text, is_sure, kind };
        match known.iter_mut().find(|other| other.words == sought.words) {
            // A word that is a name of its own is more than the last of another.
            Some(other) if is_sure && !other.is_sure => *other = sought,
            Some(_) => {}
            None => known.push(sought),
        }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All occurrences, left to right and apart: where several are possible the longest.
    ///
    /// `language` is that of the text (BCP 47), where it is known.
    #[must_use]
    pub fn find(&self, text: &SourceText, language: Option<&str>) -> Vec<Occurrence> {
        let all = named(text.as_str()).into_iter().map(|word| (word.clone(), key(&text.as_str()[word])));
        let all: Vec<(Range<usize>, String)> = all.collect();
        let mut found: Vec<Occurrence> = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let begin: String = all[at].1.chars().take(1).collect();
            let sought = self.names.get(&begin).map_or(&[][..], Vec::as_slice);
            let here = |sought: &Sought| {
                let words = all.get(at..at + sought.words.len())?;
                is_together(text, words).then(|| occurrence(text, words, sought, language)).flatten()
            };
            let best = sought.iter().filter_map(|sought| Some((here(sought)?, sought.words.len())));
            let best =
                best.max_by_key(|(one, words)| (*words, one.is_sure, one.kind == OccurrenceKind::Same));
            if let Some((occurrence, words)) = best {
                found.push(occurrence);
                at += words;
            } else {
                found.extend(self.within_hyphens(text, &all[at].0, language));
                at += 1;
            }
        }
        found
    }

    /// The names of one word that are joined with others by hyphens: *Delhi* in *Delhi-Agra*. Beside a number they may be a part
    /// of another name, as in *Apollo-13*.
    fn within_hyphens(
        &self,
        text: &SourceText,
        word: &Range<usize>,
        language: Option<&str>,
    ) -> Vec<Occurrence> {
        let joined = &text.as_str()[word.clone()];
        if !joined.contains(HYPHENS) {
            return Vec::new();
        }
        let mut start = word.start;
        let mut parts: Vec<(Range<usize>, String)> = Vec::new();
        for part in joined.split_inclusive(HYPHENS) {
            let bare = part.trim_end_matches(HYPHENS);
            parts.push((start..start + bare.len(), key(bare)));
            start += part.len();
        }
        let is_numbered = parts.iter().any(|(_, key)| key.starts_with(|c: char| c.is_numeric()));
        let of_part = |part: &(Range<usize>, String)| {
            let begin: String = part.1.chars().take(1).collect();
            let sought = self.names.get(&begin).map_or(&[][..], Vec::as_slice);
            let alone = sought.iter().filter(|sought| sought.words.len() == 1);
            let all =
                alone.filter_map(|sought| occurrence(text, std::slice::from_ref(part), sought, language));
            let best = all.max_by_key(|one| (one.is_sure, one.kind == OccurrenceKind::Same))?;
            Some(Occurrence { is_sure: best.is_sure && !is_numbered, ..best })
        };
        parts.iter().filter_map(of_part).collect()
    }
}

/// The words of a text that have a letter or digit.
fn named(text: &str) -> Vec<Range<usize>> {
    let mut all = words(text);
    all.retain(|word| text[word.clone()].contains(char::is_alphanumeric));
    all
}

/// Whether only blanks, dots and hyphens stand between words, and no new line.
fn is_together(text: &SourceText, words: &[(Range<usize>, String)]) -> bool {
    words.windows(2).all(|pair| {
        let between = text.as_str().get(pair[0].0.end..pair[1].0.start).unwrap_or_default();
        between.chars().count() <= 3
            && between
                .chars()
                .all(|c| matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}') || (c.is_whitespace() && c != '\n'))
    })
}

/// What these words are of the name that is looked for.
fn occurrence(
    text: &SourceText,
    words: &[(Range<usize>, String)],
    sought: &Sought,
    language: Option<&str>,
) -> Option<Occurrence> {
    let ((last_range, last), before) = words.split_last()?;
    let (wanted, wanted_before) = sought.words.split_last()?;
    if !before.iter().map(|(_, key)| key).eq(wanted_before) {
        return None;
    }
    let start = ByteOffset::new(words[0].0.start);
    let end = ByteOffset::new(last_range.end);
    let whole = Span::of_clusters(text, start, end)?;
    if last == wanted {
        let kind = match &sought.text {
            _ if sought.kind == OccurrenceKind::LastWord => OccurrenceKind::LastWord,
            Some(name) if *name != text.slice(whole) => OccurrenceKind::Spelling,
            _ => OccurrenceKind::Same,
        };
        return Some(Occurrence { span: whole, kind, is_sure: sought.is_sure });
    }
    let ending = Endings::of(language).match_after(wanted, last)?;
    // A name that ends in the middle of a cluster is marked with its ending.
    let mut cut = ByteOffset::new(last_range.start);
    let stem_end = loop {
        cut = next_grapheme(text, cut);
        if cut >= end {
            break end;
        }
        let part = text.as_str().get(last_range.start..cut.get())?;
        if key(part) == *wanted {
            break cut;
        }
    };
    let span = Span::of_clusters(text, start, stem_end)?;
    let is_sure = sought.is_sure && ending.is_sure;
    let kind = match sought.kind {
        OccurrenceKind::LastWord => OccurrenceKind::LastWord,
        _ => OccurrenceKind::Ending(ending.text),
    };
    Some(Occurrence { span, kind, is_sure })
}

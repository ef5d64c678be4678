//! Finding words as a reader means them: whatever way they are encoded, cased or joined.

use crate::text::{ByteOffset, SourceText, Span};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// A text folded for comparison, with the way back to the source.
///
/// Folding takes canonical decomposition (so a precomposed nukta letter equals letter + nukta), lower case, and
/// decimal digits of any script as ASCII; it drops ZWJ, ZWNJ, soft hyphens and bidi controls, and makes every
/// white space one blank.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    folded: String,
    /// For each byte of `folded`, the source byte its character starts at; one entry more for the end.
    source: Vec<u32>,
}

impl Fold {
    /// What it was folded to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// Folds `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut fold = Self::default();
        let nfd = DecomposingNormalizerBorrowed::new_nfd();
        for (at, c) in text.char_indices() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let mut buffer = [0; 4];
            for part in nfd.normalize_iter(c.encode_utf8(&mut buffer).chars()) {
                fold.push(part, at);
            }
        }
        fold.source.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        fold
    }

    fn push(&mut self, c: char, at: u32) {
        if crate::text::is_bidi_control(c)
            || matches!(c, '\u{200b}'..='\u{200d}' | '\u{ad}' | '\u{2060}' | '\u{feff}')
        {
            return;
        }
        let before = self.folded.len();
        if c.is_whitespace() {
            self.folded.push(' ');
        } else if let Some(digit) = decimal(c) {
            self.folded.push(char::from(b'0' + digit));
        } else {
            self.folded.extend(c.to_lowercase());
        }
        self.source.extend(std::iter::repeat_n(at, self.folded.len() - before));
    }
}

/// A text as [`Fold`] compares it, with one blank between words and none at the ends: the form of a mention.
///
/// ```
/// # use tippani_core::analysis::folded;
/// assert_eq!(folded(" ज़िला\u{200d}  ૧ "), folded("ज\u{93c}िला 1"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    Fold::new(text).folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value of a decimal digit of any script bundled here; each runs over ten code points from its zero.
fn decimal(c: char) -> Option<u8> {
    const ZEROS: [u32; 12] =
        [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50];
    let code = u32::from(c);
    ZEROS
        .iter()
        .find(|&&zero| (zero..zero + 10).contains(&code))
        .and_then(|zero| u8::try_from(code - zero).ok())
}

/// Where `query` stands in `text`, as whole clusters, left to right and apart; at most `limit` places.
///
/// ```
/// # use tippani_core::analysis::{Fold, find};
/// # use tippani_core::text::SourceText;
/// let text = SourceText::new("क़लम, क\u{93c}लम, COVID ૧૯");
/// let folded = Fold::new(text.as_str());
/// assert_eq!(find(&text, &folded, "क़लम", 10).len(), 2, "in whichever way the letter is encoded");
/// let found = find(&text, &folded, "covid 19", 10);
/// assert_eq!(text.slice(found[0]), "COVID ૧૯");
/// ```
#[must_use]
pub fn find(text: &SourceText, folded: &Fold, query: &str, limit: usize) -> Vec<Span> {
    let needle = Fold::new(query.trim()).folded;
    if needle.is_empty() {
        return Vec::new();
    }
    let place = |at: usize| folded.source.get(at).map_or(text.end(), |&b| ByteOffset::new(b as usize));
    let mut spans: Vec<Span> = Vec::new();
    for (at, found) in folded.folded.match_indices(&needle) {
        if spans.len() == limit {
            break;
        }
        let last = at + found.len() - 1;
        let next =
            (last + 1..=folded.folded.len()).map(place).find(|&p| p > place(last)).unwrap_or(text.end());
        let span = Span::of_clusters(text, place(at), next);
        spans.extend(span.filter(|s| spans.last().is_none_or(|l| l.end() <= s.start())));
    }
    spans
}

//! Why two names may be one, and what speaks against it.

use std::fmt;
use std::ops::Range;

use crate::text::{ByteOffset, SourceText, is_grapheme_boundary};

use super::compare::{Aligned, Comparison, Matcher, Pair, PairKind};
use super::lexicon::WordKind;
use super::name::Name;
use super::phone::Phone;

/// Words whose sounds cost more than this part of leaving all of them out are doubtful.
const DOUBTFUL: f32 = 0.45;

/// What speaks for two names being one: words of both, with their parts that sound alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// How the words belong together.
    pub kind: PairKind,
    /// Parts of the first name's words; as many as of the second's.
    pub a: Vec<String>,
    /// Parts of the second's.
    pub b: Vec<String>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.kind {
            PairKind::Sound | PairKind::LetterNames => "≈",
            PairKind::Meaning(_) => "=",
            PairKind::Initial => "…",
            PairKind::Unpaired => "–",
        };
        write!(f, "{} {sign} {}", self.a.join("·"), self.b.join("·"))
    }
}

/// What speaks against two names being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Objection {
    /// Only the first name has these words.
    OnlyFirst(String),
    /// Only the second has them.
    OnlySecond(String),
    /// Words stand for each other, but sound rather unlike.
    Unlike(String, String),
    /// Both say what is named, and not the same: a district, a river.
    OtherKind(String, String),
}

impl Matcher<'_> {
    /// What makes two names one.
    ///
    /// ```
    /// # use tippani_core::names::{Matcher, Name};
    /// let (a, b) = (Name::new("બેલોસોવ"), Name::new("Belousov"));
    /// let matcher = Matcher::default();
    /// let comparison = matcher.compare(&a, &b);
    /// let reasons = matcher.reasons(&a, &b, &comparison);
    /// assert_eq!(reasons[0].to_string(), "બે·લો·સો·વ ≈ Be·lou·so·v");
    /// ```
    #[must_use]
    pub fn reasons(&self, a: &Name, b: &Name, comparison: &Comparison) -> Vec<Reason> {
        let paired = comparison.pairs.iter().filter(|pair| pair.kind != PairKind::Unpaired);
        paired
            .map(|pair| {
                let (x, y) = (a.written(&pair.a), b.written(&pair.b));
                let parts = match self.steps(a, b, pair) {
                    Some(aligned) if pair.kind == PairKind::Sound => parts((a, b), pair, &aligned),
                    _ => vec![(x.to_owned(), y.to_owned())],
                };
                let (a, b) = parts.into_iter().unzip();
                Reason { kind: pair.kind, a, b }
            })
            .collect()
    }

    /// What speaks against it.
    ///
    /// ```
    /// # use tippani_core::names::{Objection, Matcher, Name};
    /// let (a, b) = (Name::new("राहुल गांधी"), Name::new("Sonia Gandhi"));
    /// let matcher = Matcher::default();
    /// let objections = matcher.objections(&a, &b, &matcher.compare(&a, &b));
    /// assert_eq!(objections, [Objection::OnlyFirst("राहुल".into()), Objection::OnlySecond("Sonia".into())]);
    /// ```
    #[must_use]
    pub fn objections(&self, a: &Name, b: &Name, comparison: &Comparison) -> Vec<Objection> {
        let mut objections = Vec::new();
        let kinds = comparison.pairs.iter().filter(|pair| pair.kind == PairKind::Unpaired);
        let kind = |name: &Name, words: &Range<usize>| {
            name.words[words.clone()].iter().any(|word| word.kind == Some(WordKind::Kind) && !word.qualifier)
        };
        let left = kinds.clone().find(|pair| kind(a, &pair.a));
        let right = kinds.clone().find(|pair| kind(b, &pair.b));
        let other = left.zip(right);
        if let Some((x, y)) = other {
            objections.push(Objection::OtherKind(a.written(&x.a).to_owned(), b.written(&y.b).to_owned()));
        }
        for pair in &comparison.pairs {
            if other.is_some_and(|(x, y)| pair == x || pair == y) {
                continue;
            }
            let (x, y) = (a.written(&pair.a).to_owned(), b.written(&pair.b).to_owned());
            match pair.kind {
                PairKind::Unpaired if pair.b.is_empty() => objections.push(Objection::OnlyFirst(x)),
                PairKind::Unpaired => objections.push(Objection::OnlySecond(y)),
                PairKind::Sound if self.doubtful(a, b, pair) => objections.push(Objection::Unlike(x, y)),
                PairKind::Sound | PairKind::LetterNames | PairKind::Initial | PairKind::Meaning(_) => {}
            }
        }
        objections
    }

    fn doubtful(self, a: &Name, b: &Name, pair: &Pair) -> bool {
        self.steps(a, b, pair).is_some_and(|aligned| {
            let without = |phones: &[Phone], own, other| {
                phones.iter().map(|&p| self.costs().omission_of((p, own), other)).sum::<f32>()
            };
            let (x, y) = aligned.families;
            pair.cost > DOUBTFUL * (without(&aligned.a, x, y) + without(&aligned.b, y, x))
        })
    }
}

impl Name {
    /// Words as they are written, with what stands between them.
    fn written(&self, words: &Range<usize>) -> &str {
        let (Some(first), Some(last)) = (self.words.get(words.start), words.end.checked_sub(1)) else {
            return "";
        };
        if words.is_empty() {
            return "";
        }
        self.slice(first.bytes.start..self.words.get(last).map_or(first.bytes.end, |word| word.bytes.end))
    }

    /// The bytes that spell each phone of these words.
    fn spelled(&self, words: &Range<usize>) -> Vec<Range<usize>> {
        let words = &self.words[words.clone()];
        let bytes = words.iter().flat_map(|word| word.sounds.spelled.iter());
        bytes.map(|bytes| bytes.start as usize..bytes.end as usize).collect()
    }
}

/// Parts that belong together, each beginning with a consonant both names have.
fn parts((a, b): (&Name, &Name), pair: &Pair, aligned: &Aligned) -> Vec<(String, String)> {
    let (one, other) = (a.written(&pair.a), b.written(&pair.b));
    let starts = (a.words[pair.a.start].bytes.start, b.words[pair.b.start].bytes.start);
    let (left, right) = (a.spelled(&pair.a), b.spelled(&pair.b));
    let whole = |text: &SourceText, at: usize| is_grapheme_boundary(text, ByteOffset::new(at));
    let (first, second) = (SourceText::new(one), SourceText::new(other));
    let mut cuts = vec![(0, 0)];
    for step in &aligned.steps {
        let (Some(i), Some(j)) = (step.a, step.b) else { continue };
        if aligned.a[i].sound().is_vowel() || aligned.b[j].sound().is_vowel() {
            continue;
        }
        let cut = (left[i].start - starts.0, right[j].start - starts.1);
        let last = cuts[cuts.len() - 1];
        if whole(&first, cut.0) && whole(&second, cut.1) && cut.0 > last.0 && cut.1 > last.1 {
            cuts.push(cut);
        }
    }
    cuts.push((one.len(), other.len()));
    cuts.windows(2)
        .map(|cut| (one[cut[0].0..cut[1].0].to_owned(), other[cut[0].1..cut[1].1].to_owned()))
        .collect()
}

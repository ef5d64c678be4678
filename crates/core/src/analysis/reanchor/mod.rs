//! Finding annotations again in an article that was changed.
//!
//! ```text
//! old text, where it is at hand ─► what both versions have in common ─► known
//! quotes and offsets of the file ─► what stood around them, and how they moved ─► quoted
//! ```
//! Both answer for each annotation where it is *certain*ly, or where it *may* be; neither is a guess that is made in silence.
//! The words of a certain place are those of the annotation to the letter. A place is never told by offset and words alone.
//!
//! The time it takes is bounded, whatever the texts are like: places that repeat themselves too often to be gone through tell
//! nothing, and what they would have told is asked instead.

mod alignment;
mod blocks;
mod candidates;
mod folded;
mod known;
mod occurrences;
mod quoted;
mod segments;
mod variants;

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{Orphan, Place, QuotedSpan};
use crate::text::{SourceText, Span, Spans};

pub use variants::variants;

/// What is known of the text that annotations were made for.
#[derive(Clone, Copy, Debug)]
pub enum OldText<'t> {
    /// All of it.
    Known(&'t SourceText),
    /// What the annotations quote, and how many code points it had where the file says so.
    Quoted {
        /// Its length in code points.
        characters: Option<usize>,
    },
}

/// Where an annotation is in the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchored {
    /// Here, without doubt: the annotation with all its parts and the words that bear its attributes out.
    Certain(Place),
    /// Perhaps in one of these places, the likeliest first.
    Likely(Vec<Place>),
    /// In no place that is like the old one.
    Gone,
}

/// Asked now and then whether to go on; when it says no, the work ends without a result.
pub type GoOn<'a> = &'a dyn Fn() -> bool;

/// One stretch that is to be found.
struct Item<'o> {
    quoted: &'o QuotedSpan,
}

/// Where a stretch is.
#[derive(Debug, Default)]
struct FoundSpan {
    certain: Option<Span>,
    /// Where nothing is certain: where it may be.
    candidates: Vec<Span>,
}

impl FoundSpan {
    /// What is certain of each, and the candidates of those of which nothing is.
    fn all(certain: Vec<Option<Span>>, candidates: Vec<Vec<Span>>) -> Vec<Self> {
        let mut candidates = candidates.into_iter();
        let found = |certain: Option<Span>| match certain {
            Some(_) => Self { certain, candidates: Vec::new() },
            None => Self { certain, candidates: candidates.next().unwrap_or_default() },
        };
        certain.into_iter().map(found).collect()
    }

    fn best(&self) -> Option<Span> {
        self.certain.or_else(|| self.candidates.first().copied())
    }
}

/// Finds annotations in `new` that stood in one older version of it; one answer for each, in their order. Nothing where `go_on`
/// said no.
///
/// An annotation is certain where all its parts are, in their order, and all the words that bear its attributes out.
#[must_use]
pub fn reanchor<'o>(
    orphans: &[&'o Orphan],
    old: OldText<'_>,
    new: &SourceText,
    go_on: GoOn<'_>,
) -> Option<Vec<Anchored>> {
    let stretches =
        orphans.iter().copied().flat_map(|orphan| orphan.parts.iter().chain(orphan.evidence.values()));
    let items: Vec<Item<'o>> = stretches.map(|quoted| Item { quoted }).collect();
    let mut found = match old {
        OldText::Known(old) => known::find(&items, old, new, go_on)?,
        OldText::Quoted { characters } => quoted::find(&items, characters, new, go_on)?,
    }
    .into_iter();
    let mut take = |count: usize| found.by_ref().take(count).collect::<Vec<_>>();
    let answer = |orphan: &&Orphan| {
        let (parts, evidence) = (take(orphan.parts.len()), take(orphan.evidence.len()));
        anchored(orphan, &parts, &evidence)
    };
    Some(orphans.iter().map(answer).collect())
}

fn anchored(orphan: &Orphan, parts: &[FoundSpan], evidence: &[FoundSpan]) -> Anchored {
    let evidence: Vec<(&Arc<str>, &FoundSpan)> = orphan.evidence.keys().zip(evidence).collect();
    let place = |spans: Spans| {
        let places = evidence.iter().filter_map(|(name, found)| Some((Arc::clone(name), found.best()?)));
        Place { spans, evidence: places.collect::<IndexMap<_, _>>() }
    };
    let is_certain =
        parts.iter().chain(evidence.iter().map(|(_, found)| *found)).all(|found| found.certain.is_some());
    let all: Option<Vec<Span>> = parts.iter().map(FoundSpan::best).collect();
    let in_order = all.filter(|all| all.is_sorted_by(|one, next| one.end() <= next.start()));
    let whole = in_order.and_then(|all| Spans::new(all).ok());
    match (whole, parts) {
        (Some(spans), _) if is_certain => Anchored::Certain(place(spans)),
        (Some(_), [only]) => {
            let places = only.certain.iter().chain(&only.candidates);
            Anchored::Likely(places.map(|span| place(Spans::from(*span))).collect())
        }
        (Some(spans), _) => Anchored::Likely(vec![place(spans)]),
        (None, _) => Anchored::Gone,
    }
}

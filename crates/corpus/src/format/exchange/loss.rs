//! What a format cannot hold.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::model::AnnotationId;
use crate::text::Span;

/// What became of something that a format cannot hold as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is not in the file.
    Dropped,
    /// It is in the file with other edges, those of words as a rule.
    Widened,
    /// It is in the file in several pieces.
    Split,
    /// Something of what it says is not in the file.
    Flattened,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dropped => "dropped",
            Self::Widened => "widened",
            Self::Flattened => "flattened",
            Self::Split => "split",
        })
    }
}

/// One annotation or relation that came out otherwise than it went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The article.
    pub file: Arc<str>,
    /// Which one.
    pub id: AnnotationId,
    /// Where it stands, or where the relation starts.
    pub span: Option<Span>,
    /// What became of it.
    pub fate: Fate,
    /// Why, in words.
    pub reason: &'static str,
    /// Its words, shortened.
    pub quote: String,
}

/// No more losses than this are kept to be listed; all are counted, and all are in `EXPORT.md`.
pub const MAX_LISTED_LOSSES: usize = 5000;

/// The losses of an export: all of them counted, and of the worst each one, so that memory does not grow with their number.
///
/// ```
/// use tippani_corpus::format::exchange::{Fate, Loss, Losses, MAX_LISTED_LOSSES};
/// use tippani_core::model::AnnotationId;
///
/// let loss = |fate| {
///     let (file, id, reason) = ("a.txt".into(), AnnotationId::new("01A"), "no column for it");
///     Loss { file, id, span: None, fate, reason, quote: String::new() }
/// };
/// let mut losses = Losses::default();
/// for _ in 0..MAX_LISTED_LOSSES {
///     losses.add(loss(Fate::Flattened));
/// }
/// losses.add(loss(Fate::Dropped));
/// assert_eq!(losses.count(), MAX_LISTED_LOSSES + 1);
/// assert_eq!(losses.reasons().next(), Some(((Fate::Dropped, "no column for it"), 1)));
/// let listed = losses.into_listed();
/// assert_eq!((listed.len(), listed[0].fate), (MAX_LISTED_LOSSES, Fate::Dropped));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Losses {
    reasons: BTreeMap<(Fate, &'static str), usize>,
    /// By what became of it, then in the order they came in.
    worst: BTreeMap<(Fate, usize), Loss>,
    count: usize,
}

impl Losses {
    /// Counts one more.
    pub fn add(&mut self, loss: Loss) {
        *self.reasons.entry((loss.fate, loss.reason)).or_default() += 1;
        let place = (loss.fate, self.count);
        self.count += 1;
        if self.worst.len() < MAX_LISTED_LOSSES {
            self.worst.insert(place, loss);
        } else if self.worst.last_key_value().is_some_and(|(last, _)| place < *last) {
            self.worst.pop_last();
            self.worst.insert(place, loss);
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// How many there are of each kind, the worst first.
    pub fn reasons(&self) -> impl Iterator<Item = ((Fate, &'static str), usize)> {
        self.reasons.iter().map(|(reason, count)| (*reason, *count))
    }

    /// Those that are listed, the worst first; at most [`MAX_LISTED_LOSSES`].
    #[must_use]
    pub fn into_listed(self) -> Vec<Loss> {
        self.worst.into_values().collect()
    }
}

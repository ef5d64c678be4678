//! What a score comes to in words.

use super::compare::Comparison;

/// How like two names are, by their [score](Comparison::score); the likest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Hardly anything parts them.
    Same,
    /// Likely one name.
    Like,
    /// Rather two names.
    Doubtful,
    /// Two names.
    Other,
}

impl Likeness {
    const ALL: [Self; 4] = [Self::Same, Self::Like, Self::Doubtful, Self::Other];

    /// The scores it stands for: above the first, up to the second.
    #[must_use]
    pub const fn scores(self) -> (f32, f32) {
        match self {
            Self::Same => (0.8, 1.0),
            Self::Like => (0.65, 0.8),
            Self::Doubtful => (0.45, 0.65),
            Self::Other => (0.0, 0.45),
        }
    }

    /// Whether names so like are taken for one.
    #[must_use]
    pub const fn is_one(self) -> bool {
        matches!(self, Self::Same | Self::Like)
    }
}

impl Comparison {
    /// What it costs to make one name of the other, for each unit of what there is to compare: 0 for the same.
    #[must_use]
    pub fn distance(&self) -> f32 {
        self.cost / self.weight.max(0.1)
    }

    /// The [score](Self::score) in words.
    ///
    /// ```
    /// # use tippani_core::names::{Likeness, Matcher, Name};
    /// let likeness = |a, b| Matcher::default().compare(&Name::new(a), &Name::new(b)).likeness();
    /// assert!(likeness("नरेंद्र मोदी", "Narendra Modi").is_one());
    /// assert!(!likeness("राहुल गांधी", "Sonia Gandhi").is_one());
    /// assert_eq!(likeness("Lavrov", "Belousov"), Likeness::Other);
    /// ```
    #[must_use]
    pub fn likeness(&self) -> Likeness {
        let score = self.score();
        Likeness::ALL.into_iter().find(|likeness| score > likeness.scores().0).unwrap_or(Likeness::Other)
    }
}

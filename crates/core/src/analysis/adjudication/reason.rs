//! Why an item of an article is filled into the gold set, or is not.

use std::cmp::Ordering;
use std::fmt;

use crate::model::Annotator;

/// Why something is taken, left out or left open.
///
/// ```
/// use tippani_core::analysis::FillReason;
///
/// let reason = FillReason::Share { most: 2, readers: 3, is_tolerant: true };
/// assert_eq!(reason.to_string(), "2 of 3, edges within tolerance");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillReason {
    /// A reviewer accepted it.
    Accepted,
    /// All who have it agree.
    Agreed,
    /// A reviewer rejected all of it.
    Rejected,
    /// The gold set has it, or another version of it.
    There,
    /// So many say it, of so many who have finished the article.
    Share {
        /// Those who say it.
        most: usize,
        /// All.
        readers: usize,
        /// Whether some of them have other edges, which differ little.
        is_tolerant: bool,
    },
    /// So many have nothing here, of so many who have finished the article.
    Nothing {
        /// Those who have nothing.
        most: usize,
        /// All.
        readers: usize,
    },
    /// This annotator, who is trusted, has it, or has nothing.
    Trust(Annotator),
    /// It is probable, going by everybody's competence.
    Competence,
    /// That nothing belongs here is probable, going by everybody's competence.
    NothingByCompetence,
    /// Nobody and no rule has decided.
    Open,
}

/// As gold sets note it.
impl fmt::Display for FillReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Accepted => "accepted",
            Self::Agreed => "agreed",
            Self::Rejected => "rejected",
            Self::There => "there already",
            Self::Share { most, readers, is_tolerant } => {
                let more = if *is_tolerant { ", edges within tolerance" } else { "" };
                return write!(f, "{most} of {readers}{more}");
            }
            Self::Nothing { most, readers } => return write!(f, "nothing, {most} of {readers}"),
            Self::Trust(annotator) => return write!(f, "trust in {annotator}"),
            Self::Competence => "competence",
            Self::NothingByCompetence => "nothing, by competence",
            Self::Open => "open",
        })
    }
}

/// By their words, in which they are listed.
impl Ord for FillReason {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_string().cmp(&other.to_string())
    }
}

impl PartialOrd for FillReason {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

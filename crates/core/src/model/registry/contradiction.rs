//! What parts of the registry contradict each other in.

use std::fmt;
use std::sync::Arc;

use super::EntityPair;
use crate::model::{Annotator, EntityId};

/// What annotators contradict each other in; nothing of it is settled without somebody deciding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contradiction {
    /// Two entities are one and are not.
    Pair {
        /// The two.
        pair: EntityPair,
        /// Who says that they are one; nobody where it follows only from what was said of others.
        same: Vec<Annotator>,
        /// Who says that they are two.
        different: Vec<Annotator>,
    },
    /// One entity is of several kinds.
    Kinds {
        /// The entity.
        id: EntityId,
        /// The kinds, each with who says so.
        kinds: Vec<(Arc<str>, Vec<Annotator>)>,
    },
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair { pair, same, different } if same.is_empty() => write!(
                f,
                "{pair} are told apart by {}, and are one by what is said of others",
                names(different)
            ),
            Self::Pair { pair, same, different } => {
                write!(f, "{pair} are one for {}, and two for {}", names(same), names(different))
            }
            Self::Kinds { id, kinds } => {
                let said = kinds.iter().map(|(kind, who)| format!("{kind} for {}", names(who)));
                write!(f, "{id} is {}", said.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn names(annotators: &[Annotator]) -> String {
    annotators.iter().map(Annotator::as_str).collect::<Vec<_>>().join(", ")
}

//! Questions about finished values: which marks stand where, what is found where, what is wrong.

pub mod agreement;
mod board;
mod check;
mod comparison;
mod counts;
mod find;
mod lanes;
mod likeness;
mod links;
mod matching;
mod merge;
mod progress;
mod queue;
mod reanchor;
mod tally;

pub use board::{
    Board, BoardEntry, BoardLink, ClaimEvaluation, ClaimReason, ClaimSearch, ClaimSuggestion, Cluster, Day,
    Facts, Mention, NamedDay, Number, Source, day_in, is_refutation, said_on,
};
pub use check::{Finding, Rule, check};
pub use comparison::{Comparison, Conflict, ConflictKind, Group, compare};
pub use counts::{ArticleCounts, SetCounts};
pub use find::{Fold, find};
pub use lanes::{Crowd, Lanes, lanes};
pub use likeness::{jaccard, shared_bytes};
pub use links::Links;
pub use matching::{Candidate, best_pairs};
pub use merge::{
    MergeConflict, MergeConflictKind, Merged, MergedSchema, Replayed, SchemaConflict, SchemaConflictKind,
    SchemaPart, merge, merge_schemas, replay,
};
pub use progress::{AnnotatorProgress, ArticleProgress, Progress, progress};
pub use queue::{CurrentVerdict, Member, QueueOrder, ReviewItem, Reviews, review_items};
pub use reanchor::{Anchored, GoOn, OldText, reanchor, variants};
pub use tally::{Tally, counted, grouped};

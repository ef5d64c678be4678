//! Questions about finished values: which marks stand where, what is found where, what is wrong.

pub mod agreement;
mod check;
mod comparison;
mod counts;
mod find;
mod lanes;
mod likeness;
mod matching;
mod merge;
mod progress;
mod queue;
mod reanchor;
mod tally;

pub use check::{Finding, Rule, check};
pub use comparison::{Comparison, Conflict, ConflictKind, Group, compare};
pub use counts::{ArticleCounts, SetCounts};
pub use find::{Fold, FoldRule, Folding, find};
pub use lanes::{Crowd, Lanes, lanes};
pub use likeness::{jaccard, shared_bytes};
pub use matching::{Candidate, best_pairs};
pub use merge::{
    MergeConflict, MergeConflictKind, Merged, MergedSchema, Replayed, SchemaConflict, SchemaConflictKind,
    SchemaPart, merge, merge_schemas, replay,
};
pub use progress::{AnnotatorProgress, ArticleProgress, Progress, progress};
pub use queue::{CurrentVerdict, Member, QueueOrder, ReviewItem, Reviews, review_items};
pub use reanchor::{Anchored, GoOn, OldText, reanchor, variants};
pub use tally::{Tally, counted, grouped};

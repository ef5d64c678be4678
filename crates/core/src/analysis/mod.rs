//! Questions about finished values: which marks stand where, what is found where, what is wrong.

mod adjudication;
pub mod agreement;
mod check;
mod comparison;
mod counts;
mod feedback;
mod find;
mod lanes;
mod likeness;
mod matching;
mod merge;
mod progress;
mod queue;
mod reanchor;
mod standing;
mod tally;

pub use adjudication::{
    Competence, CompetenceModel, EdgeChoice, FillRule, Filling, Rating, Share, Taken, TakenEnd, TakenLink,
    Vote, dawid_skene, fill, votes,
};
pub use check::{Finding, Rule, check};
pub use comparison::{Comparison, Conflict, ConflictKind, Group, compare, compare_with, likeness};
pub use counts::{ArticleCounts, SetCounts};
pub use feedback::{Feedback, feedback};
pub use find::{Fold, find};
pub use lanes::{Crowd, Lanes, lanes};
pub use likeness::{jaccard, shared_bytes};
pub use matching::{Candidate, best_pairs};
pub use merge::{
    MergeConflict, MergeConflictKind, Merged, MergedSchema, Replayed, SchemaConflict, SchemaConflictKind,
    SchemaPart, merge, merge_schemas, replay,
};
pub use progress::{AnnotatorProgress, ArticleProgress, Progress, progress};
pub use queue::{
    CurrentVerdict, Decision, FoundItems, Judgement, Member, QueueOrder, ReviewItem, ReviewScope, Reviews,
    Stage, decide, find_items, review_items,
};
pub use reanchor::{Anchored, GoOn, OldText, reanchor, variants};
pub use standing::{Standing, check_verdicts, is_rater, standings};
pub use tally::{Tally, counted, grouped};

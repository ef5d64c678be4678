//! Questions about finished values: which marks stand where, what is found where, what is wrong.

mod adjudication;
pub mod agreement;
mod assignment;
mod board;
mod check;
mod comparison;
mod components;
mod counts;
mod crowd;
mod feedback;
mod find;
mod lanes;
mod likeness;
mod links;
mod matching;
mod merge;
mod occurrences;
mod progress;
mod queue;
mod reanchor;
mod stable_hash;
mod standing;
mod tally;

pub use adjudication::{
    Competence, CompetenceKind, CompetenceModel, EdgeChoice, FillReason, FillRule, FilledAnnotation,
    FilledEnd, FilledLink, Filling, Guessing, Rating, Share, Vote, dawid_skene, fill, mace, mace_from, votes,
};
pub use board::{
    Board, BoardEntry, BoardLink, ClaimEvaluation, ClaimReason, ClaimSearch, ClaimSuggestion, Cluster, Day,
    Facts, Mention, NamedDay, Number, Source, Unlinked, day_in, in_order, is_refutation, published_on,
    said_on,
};
pub use check::{Finding, Rule, check};
pub use comparison::{Comparison, Conflict, ConflictKind, Group, compare, compare_with, likeness};
pub use counts::{ArticleCounts, Return, SetCounts};
pub use feedback::{Feedback, feedback};
pub use find::{Fold, FoldRule, Folding, find, folded};
pub use lanes::{Crowd, Lanes, lanes};
pub use likeness::{jaccard, shared_bytes};
pub use links::Links;
pub use matching::{Candidate, best_pairs};
pub use merge::{
    MergeConflict, MergeConflictKind, Merged, MergedRegistryPart, MergedSchema, RegistryConflict, Replayed,
    SchemaConflict, SchemaConflictKind, SchemaPart, merge, merge_registry_parts, merge_schemas, replay,
};
pub use occurrences::{Occurrence, OccurrenceKind, OccurrenceSearch};
pub use progress::{AnnotatorProgress, ArticleProgress, Progress, progress};
pub use queue::{
    CurrentVerdict, Decision, Drawable, DrawnMember, DrawnState, ErrorRate, FoundItems, ItemAnswer,
    Judgement, Member, PackedArticle, PackedItem, PackedQueue, QueueOrder, ReviewItem, ReviewScope, Reviews,
    SampleSize, Sampled, Sampler, Stage, decide, draw, find_items, review_items,
};
pub use reanchor::{Anchored, GoOn, OldText, reanchor, variants};
pub use stable_hash::{stable_hash, stable_rank};
pub use standing::{Standing, check_verdicts, is_rater, standings};
pub use tally::{Tally, counted, grouped};

//! What the command line answers about reviews (`--json`): items, filling, scores; offsets count code points.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::answer::IssueAnswer;

/// What somebody, or several alike, say at one place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VersionAnswer {
    /// The label.
    pub label: String,
    /// Its words, shortened.
    pub quote: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points; exclusive.
    pub end: usize,
    /// Who says so.
    pub holders: Vec<String>,
    /// The annotation of each of them.
    pub annotations: Vec<String>,
    /// The reviewer's verdict: `accepted`, `rejected` or `question`.
    pub verdict: Option<String>,
    /// Whether it was changed since the verdict.
    pub outdated: bool,
    /// What the reviewer says of it.
    pub comment: String,
}

/// What annotators differ in at one place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConflictAnswer {
    /// `missing`, `label`, `boundary`, `entity link`, `attribute` or `relation`.
    pub kind: String,
    /// Which attribute, where it is about one.
    pub attribute: Option<String>,
    /// The annotators by what they say, the largest group first.
    pub sides: Vec<Vec<String>>,
}

/// What annotators made of one place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ItemAnswer {
    /// The article.
    pub file: String,
    /// `open`, `agreed`, `decided`, `changed`, `answered` or `contradicted`.
    pub stage: String,
    /// What is said here, what most say first.
    pub versions: Vec<VersionAnswer>,
    /// Who has finished the article and has nothing here.
    pub nothing: Vec<String>,
    /// What they differ in.
    pub conflicts: Vec<ConflictAnswer>,
    /// What annotators answered the reviewer, by annotator.
    pub answers: BTreeMap<String, String>,
    /// Whether something came back: an answer, or a change since the decision.
    pub came_back: bool,
}

/// How often an annotator errs in a sample, at 95 %.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ErrorRateAnswer {
    /// How many annotations were drawn.
    pub drawn: u64,
    /// How many of them were accepted or rejected.
    pub judged: u64,
    /// How many were rejected.
    pub errors: u64,
    /// The part that is wrong; nothing before anything was judged.
    pub rate: Option<f64>,
    /// Wilson's interval: its lower end.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
}

/// The answer of `tippani review`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReviewAnswer {
    /// Whose verdicts.
    pub reviewer: String,
    /// Whose annotations.
    pub annotators: Vec<String>,
    /// Articles that somebody has in progress, by annotator: those sets were left out.
    pub left_out: BTreeMap<String, usize>,
    /// By article and place.
    pub items: Vec<ItemAnswer>,
    /// How often each annotator errs, where a sample was drawn.
    pub sample: BTreeMap<String, ErrorRateAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// A link whose other end is not in the gold set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LinkLeftOutAnswer {
    /// The article.
    pub file: String,
    /// The link's label.
    pub label: String,
    /// Whose it is.
    pub annotator: String,
    /// The annotation that is not in the gold set.
    pub end: String,
}

/// The answer of `tippani adjudicate`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AdjudicationAnswer {
    /// Articles that somebody has finished.
    pub articles: usize,
    /// Gold sets that are complete.
    pub complete: usize,
    /// Annotations that were taken.
    pub annotations: usize,
    /// Links that were taken.
    pub links: usize,
    /// Items by what was done with them: `accepted`, `agreed`, a rule in words, `rejected`, `there already`, `open`.
    pub items: BTreeMap<String, usize>,
    /// Items left open, by article.
    pub open: BTreeMap<String, usize>,
    /// Links whose other end is not there.
    pub links_left_out: Vec<LinkLeftOutAnswer>,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Sidecars that were written.
    pub written: usize,
    /// What was not as it should be.
    pub issues: Vec<IssueAnswer>,
}

/// Somebody's annotations of one label, or of all, against a reference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScoreAnswer {
    /// The layer; of all where nothing.
    pub kind: Option<String>,
    /// The label; all where nothing.
    pub label: Option<String>,
    /// Their annotations.
    pub annotations: u64,
    /// Those of the reference.
    pub reference: u64,
    /// Those with the same edges and label.
    pub exact: u64,
    /// Those of one label that overlap.
    pub overlapping: u64,
    /// The part of theirs that the reference has.
    pub precision: Option<f64>,
    /// Wilson's interval of it at 95 %.
    pub precision_interval: Option<[f64; 2]>,
    /// The part of the reference that they have.
    pub recall: Option<f64>,
    /// Wilson's interval of it at 95 %.
    pub recall_interval: Option<[f64; 2]>,
    /// The harmonic mean of both.
    pub f1: Option<f64>,
}

/// How good one annotator is.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AnnotatorScoreAnswer {
    /// Who.
    pub annotator: String,
    /// Articles that both have finished.
    pub articles: usize,
    /// All labels together, then single ones.
    pub scores: Vec<ScoreAnswer>,
    /// How often they did otherwise: `missed`, `extra`, `edges`, `label`, `field`, `link`.
    pub differences: BTreeMap<String, u64>,
    /// All labels together, by language.
    pub by_language: BTreeMap<String, ScoreAnswer>,
    /// All labels together, by the week in which the annotator last changed the article.
    pub by_week: BTreeMap<String, ScoreAnswer>,
}

/// The answer of `tippani agreement --against`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgainstAnswer {
    /// Against whom.
    pub reference: String,
    /// Everybody who was asked for.
    pub annotators: Vec<AnnotatorScoreAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// A mark of the article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MarkAnswer {
    /// Its label.
    pub label: String,
    /// Its words, shortened.
    pub quote: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points; exclusive.
    pub end: usize,
}

/// What a reviewer decided otherwise than the annotator did.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FeedbackItemAnswer {
    /// The article.
    pub file: String,
    /// Who decided.
    pub reviewer: String,
    /// The annotator's annotation, where there is one.
    pub annotation: Option<String>,
    /// What the annotator has.
    pub mine: Option<MarkAnswer>,
    /// What is right instead.
    pub theirs: Option<MarkAnswer>,
    /// What the annotator answered; nothing before that.
    pub answer: Option<String>,
    /// `missed`, `extra`, `edges`, `label`, `field`, `link`, or `question`.
    pub kinds: Vec<String>,
    /// What the reviewer says of it.
    pub comment: String,
}

/// The answer of `tippani feedback`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FeedbackAnswer {
    /// On whose work.
    pub annotator: String,
    /// By article and place.
    pub items: Vec<FeedbackItemAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

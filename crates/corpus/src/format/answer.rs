//! What the command line answers to machines (`--json`); offsets count code points.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Issue;
pub use super::claims_answer::*;
use super::exchange::{ImportIssue, Loss};
pub use super::fonts_answer::*;
pub use super::review_answer::*;

/// Something that was not as it should be in what was read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IssueAnswer {
    /// File, line or entry.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What was done about it, or what can be done; may be empty.
    pub hint: String,
}

/// One thing that is wrong with an annotator's set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingAnswer {
    /// The article.
    pub file: String,
    /// Whose set it is.
    pub annotator: String,
    /// The rule that is broken.
    pub rule: String,
    /// The annotation or relation.
    pub id: String,
    /// Where it begins, in code points.
    pub start: Option<usize>,
    /// Where it ends, in code points; exclusive.
    pub end: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// How it is mended.
    pub repair: String,
}

/// A set that was made for another version of its article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RepairAnswer {
    /// The article.
    pub file: String,
    /// Whose set it is.
    pub annotator: String,
    /// Annotations whose places are certain.
    pub certain: usize,
    /// Annotations that may have a place, which is to be confirmed in the window.
    pub likely: usize,
    /// Annotations without a place.
    pub gone: usize,
    /// Whether the certain ones were moved, and the others kept under `orphans`.
    pub written: bool,
}

/// The answer of `tippani check`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckAnswer {
    /// Articles looked at.
    pub articles: usize,
    /// Annotations looked at.
    pub annotations: usize,
    /// Sets that were made for another version of their article.
    pub repairs: Vec<RepairAnswer>,
    /// What is wrong with annotations.
    pub findings: Vec<FindingAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// One annotation or relation that came out otherwise than it went in.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LossAnswer {
    /// The article.
    pub file: String,
    /// The annotation or relation.
    pub id: String,
    /// `dropped`, `widened`, `flattened` or `split`.
    pub fate: String,
    /// Why.
    pub reason: String,
    /// Its words, shortened.
    pub quote: String,
}

/// The answer of `tippani export`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExportAnswer {
    /// The format.
    pub format: String,
    /// The folder written to.
    pub out: String,
    /// Articles written.
    pub articles: usize,
    /// Annotations written.
    pub annotations: usize,
    /// Files written, relative to the folder.
    pub files: Vec<String>,
    /// How much the format could not hold in all.
    pub lost: usize,
    /// What the format could not hold, the worst first: at most 5,000, and all of it in `EXPORT.md`.
    pub losses: Vec<LossAnswer>,
    /// Of what was accepted, annotations that were changed since and were left out.
    pub outdated: usize,
    /// Of what was accepted, annotations that another reviewer rejected and that were left out.
    pub contradicted: usize,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// The answer of `tippani import`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportAnswer {
    /// The format.
    pub format: String,
    /// Articles that were spoken of.
    pub articles: usize,
    /// Annotations that are new.
    pub annotations: usize,
    /// Annotations of the files that were there already.
    pub known: usize,
    /// Annotations of the files that were left out; `issues` says why.
    pub left_out: usize,
    /// New annotations by annotator.
    pub annotators: BTreeMap<String, usize>,
    /// Labels of the files that became others.
    pub labels: Vec<MappedLabelAnswer>,
    /// What offsets count: `code-point`, `utf-16` or `byte`.
    pub unit: Option<String>,
    /// How that is known.
    pub why: Option<String>,
    /// What was not as it should be: each kind once.
    pub issues: Vec<ImportIssueAnswer>,
}

/// A label of a file that became another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MappedLabelAnswer {
    /// The label in the file; annotations keep it as `origin.label`.
    pub from: String,
    /// The label here.
    pub to: String,
    /// Marks with it.
    pub count: usize,
}

/// All things of one kind that were not as they should be.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportIssueAnswer {
    /// File and line or entry of the first.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What was done about it, or what can be done; may be empty.
    pub hint: String,
    /// How many there are.
    pub count: usize,
}

/// Articles and annotations.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Amount {
    /// Articles.
    pub articles: usize,
    /// Annotations.
    pub annotations: usize,
}

/// The answer of `tippani stats`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StatsAnswer {
    /// Articles.
    pub articles: usize,
    /// Articles that nobody has a set of.
    pub untouched: usize,
    /// Length of all texts in code points.
    pub characters: usize,
    /// Annotations of all annotators.
    pub annotations: usize,
    /// Relations of all annotators.
    pub relations: usize,
    /// Annotations by label.
    pub labels: BTreeMap<String, usize>,
    /// By language; `und` where it could not be told.
    pub languages: BTreeMap<String, Amount>,
    /// By annotator.
    pub annotators: BTreeMap<String, Amount>,
    /// Sets by state.
    pub states: BTreeMap<String, usize>,
    /// Annotations by article.
    pub files: BTreeMap<String, usize>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// One figure of agreement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FigureAnswer {
    /// `all`, `layer` or `label`.
    pub scope: String,
    /// The layer: `entity` or `claim`; nothing for all.
    pub kind: Option<String>,
    /// The label, where it is of one label.
    pub label: Option<String>,
    /// `observed`, `alpha`, `fleiss-kappa`, `cohen-kappa`, `alpha-u`, `gamma`, `exact-f1` or `overlap-f1`.
    pub measure: String,
    /// What is counted: `token`, `character` or `span`.
    pub basis: String,
    /// Whose work it is of.
    pub annotators: Vec<String>,
    /// How many tokens, characters or annotations it rests on.
    pub items: u64,
    /// The coefficient; `null` where it is undefined.
    pub value: Option<f64>,
    /// Lower end of the 95 % interval.
    pub low: Option<f64>,
    /// Upper end of the 95 % interval.
    pub high: Option<f64>,
    /// What it means here, or why it is undefined.
    pub meaning: String,
}

/// How far annotators agree on one article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ArticleAgreementAnswer {
    /// The article.
    pub file: String,
    /// Who rated it.
    pub annotators: Vec<String>,
    /// Its tokens.
    pub tokens: u64,
    /// Observed agreement by token.
    pub observed: Option<f64>,
    /// Krippendorff's α by token.
    pub alpha: Option<f64>,
    /// Exact F₁ over all pairs of annotators.
    pub exact_f1: Option<f64>,
}

/// The answer of `tippani agreement`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgreementAnswer {
    /// Whose work it is about.
    pub annotators: Vec<String>,
    /// Articles that somebody has in progress, by annotator: those sets were left out.
    pub left_out: BTreeMap<String, usize>,
    /// How many articles so many annotators have finished.
    pub articles_by_raters: BTreeMap<usize, usize>,
    /// What the samples behind the intervals are drawn of: `articles` or `paragraphs`.
    pub samples_of: String,
    /// All figures.
    pub figures: Vec<FigureAnswer>,
    /// Articles that at least two rated, the worst first.
    pub articles: Vec<ArticleAgreementAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// One annotator over all articles.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShareAnswer {
    /// Who.
    pub annotator: String,
    /// Articles begun but not done.
    pub begun: usize,
    /// Articles done.
    pub done: usize,
    /// Own annotations.
    pub annotations: usize,
    /// Verdicts on others' annotations.
    pub reviews: usize,
}

/// How far one annotator is with one article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DoneAnswer {
    /// Who.
    pub annotator: String,
    /// `todo`, `in-progress` or `done`.
    pub state: String,
    /// Own annotations.
    pub annotations: usize,
    /// Verdicts on others' annotations.
    pub reviews: usize,
}

/// The answer of `tippani progress`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProgressAnswer {
    /// Every annotator.
    pub annotators: Vec<ShareAnswer>,
    /// How many articles nobody, one, two … have begun, done ones with them.
    pub begun_by: Vec<usize>,
    /// How many articles nobody, one, two … have done.
    pub done_by: Vec<usize>,
    /// By article, those who began it.
    pub articles: BTreeMap<String, Vec<DoneAnswer>>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

/// Something that two copies of a sidecar do not agree about.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MergeConflictAnswer {
    /// The annotation, relation, entity or pair of entities; empty for the file as a whole.
    pub id: String,
    /// `both-changed`, `changed-and-deleted`, `needed-by-relation`, `both-linked`, `verdicts-differ`, `remarks-differ`,
    /// `state-differs`, `fields-differ`, or of entities `judged-differently`.
    pub kind: String,
    /// What stands beside it now.
    pub other: Option<String>,
    /// The conflict in words.
    pub what: String,
}

/// The answer of `tippani merge`: of a sidecar, or of a file of entities.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MergeAnswer {
    /// The article, or the file of entities.
    pub file: String,
    /// Whose annotations or entities.
    pub annotator: String,
    /// How many annotations there are now; none of a file of entities.
    pub annotations: usize,
    /// How many entities there are now; nothing of a sidecar.
    pub entities: Option<usize>,
    /// How many of them were not in the file before.
    pub new: usize,
    /// Whether the file was written.
    pub written: bool,
    /// What the copies did not agree about.
    pub conflicts: Vec<MergeConflictAnswer>,
    /// What was not as it should be in what was read.
    pub issues: Vec<IssueAnswer>,
}

/// An answer as JSON over several lines, with a line feed at its end.
///
/// # Errors
/// Never for the answers of this file.
pub fn json(answer: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(answer).map(|text| text + "\n")
}

impl From<&Issue> for IssueAnswer {
    fn from(issue: &Issue) -> Self {
        Self { place: issue.place.clone(), what: issue.what.clone(), hint: issue.hint.clone() }
    }
}

impl From<&ImportIssue> for ImportIssueAnswer {
    fn from(ImportIssue { issue, count }: &ImportIssue) -> Self {
        let IssueAnswer { place, what, hint } = issue.into();
        Self { place, what, hint, count: *count }
    }
}

impl From<&Loss> for LossAnswer {
    fn from(loss: &Loss) -> Self {
        Self {
            file: loss.file.to_string(),
            id: loss.id.to_string(),
            fate: loss.fate.to_string(),
            reason: loss.reason.to_owned(),
            quote: loss.quote.clone(),
        }
    }
}

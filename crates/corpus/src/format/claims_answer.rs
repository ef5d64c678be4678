//! What the command line answers about claims (`--json`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::answer::IssueAnswer;

/// One claim.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClaimAnswer {
    /// The article.
    pub file: String,
    /// Whose it is.
    pub annotator: String,
    /// Its identifier.
    pub id: String,
    /// Its label.
    pub label: String,
    /// BCP 47 language of the article, where it could be told.
    pub language: Option<String>,
    /// Its words, shortened where they are many.
    pub quote: String,
    /// The sentences it stands in, shortened likewise.
    pub sentence: String,
    /// What its attributes say.
    pub attributes: BTreeMap<String, String>,
}

/// One link between claims.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClaimLinkAnswer {
    /// Its identifier.
    pub id: String,
    /// Its relation.
    pub label: String,
    /// The article it starts in.
    pub file: String,
    /// Whose it is.
    pub annotator: String,
    /// The annotation it starts at.
    pub from: String,
    /// The article it ends in.
    pub to_file: String,
    /// Whose annotation it ends at.
    pub to_annotator: String,
    /// The annotation it ends at.
    pub to: String,
    /// A remark; empty for none.
    pub note: String,
}

/// Claims that links join, directly or over others; or one that none joins with another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClusterAnswer {
    /// Whether any link says that two of them cannot both hold.
    pub contradicted: bool,
    /// From how many claimers they come, or articles where no claimer is named.
    pub sources: usize,
    /// The claims, by article and place.
    pub claims: Vec<ClaimAnswer>,
    /// The links between them.
    pub links: Vec<ClaimLinkAnswer>,
}

/// The answer of `tippani claims`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClaimsAnswer {
    /// Claims of all annotators.
    pub claims: usize,
    /// The largest first; of claims that none joins with another, each its own.
    pub clusters: Vec<ClusterAnswer>,
    /// Links that lead to what is not there.
    pub lost_links: Vec<ClaimLinkAnswer>,
    /// What could not be read.
    pub issues: Vec<IssueAnswer>,
}

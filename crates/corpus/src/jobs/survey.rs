//! Every article of a workspace with every annotator's set: what is wrong, and how much there is.

use std::ops::Range;
use std::sync::Arc;

use super::articles::{Articles, all_of};
use super::cancel::CancelToken;
use super::claims;
use super::repair::{RepairOptions, Repaired, repair};
use crate::analysis::{self, BoardLink, Finding, Rule, Tally};
use crate::format::Issue;
use crate::model::{AnnotationSet, Annotator, Document, EntryKey, Relation, RelationEnd, Schema};
use crate::read_model::ReadModel;
use crate::store::ArticleSets;
use crate::text::CharOffset;

/// One thing that is wrong with an annotator's set of an article.
#[derive(Clone, Debug)]
pub struct SetFinding {
    /// The article.
    pub file: Arc<str>,
    /// Whose set it is.
    pub annotator: Annotator,
    /// Where, in code points.
    pub chars: Option<Range<CharOffset>>,
    /// What it is.
    pub finding: Finding,
}

/// What is wrong in a workspace.
#[derive(Clone, Debug, Default)]
pub struct WorkspaceFindings {
    /// How many articles were looked at.
    pub articles: usize,
    /// How many annotations.
    pub annotations: usize,
    /// Findings, by article, annotator and place.
    pub checked: Vec<SetFinding>,
    /// Files and entries that could not be read as they should be.
    pub issues: Vec<Issue>,
}

/// Checks every set of every article by `schema`. `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When it was cancelled.
pub fn check(
    model: &ReadModel,
    schema: &Schema,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<WorkspaceFindings> {
    look_through(model, schema, None, cancel, progress).map(|(_, found)| found)
}

/// Checks as [`check`] does, and repairs sets made for another version of their article: those that were written are checked as
/// they are then.
///
/// # Errors
/// When it was cancelled; what was written until then stays.
pub fn check_and_repair(
    model: &ReadModel,
    schema: &Schema,
    how: RepairOptions<'_>,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<Repaired>, WorkspaceFindings)> {
    look_through(model, schema, Some(how), cancel, progress)
}

fn look_through(
    model: &ReadModel,
    schema: &Schema,
    how: Option<RepairOptions<'_>>,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Vec<Repaired>, WorkspaceFindings)> {
    let mut survey = WorkspaceFindings { issues: model.issues().to_vec(), ..WorkspaceFindings::default() };
    let articles = Articles::of(model);
    let look = |sets: ArticleSets| look_at(sets, schema);
    let (mut of_articles, mut links): (Vec<Issue>, Vec<BoardLink>) = (Vec::new(), Vec::new());
    let (mut repaired, mut failed): (Vec<Repaired>, Vec<Issue>) = (Vec::new(), Vec::new());
    articles.each_in_order(cancel, all_of, look, |at, mut seen| {
        // A set of another text is an issue of its article.
        let repairs = how.filter(|_| matches!(&seen, Ok(checked) if !checked.issues.is_empty()));
        if let Some(how) = repairs {
            let (own, not_written) = repair(model.root(), articles.get(at), how, cancel)?;
            if own.iter().any(|repaired| repaired.is_written) {
                seen = articles.again(at, look);
            }
            repaired.extend(own);
            failed.extend(not_written);
        }
        match seen {
            Ok(checked) => {
                links.extend(checked.links);
                survey.articles += 1;
                survey.annotations += checked.annotations;
                survey.checked.extend(checked.findings);
                of_articles.extend(checked.issues);
            }
            Err(issue) => survey.issues.push(issue),
        }
        progress(at + 1, articles.len());
        Ok(())
    })?;
    survey.issues.append(&mut of_articles);
    survey.issues.append(&mut failed);
    if !links.is_empty() {
        let lost = claims::lost_ends(model, &links, cancel)?;
        survey.checked.extend(links.iter().filter(|link| lost.contains(&link.to)).map(broken));
        survey
            .checked
            .sort_by(|one, other| (&one.file, &one.annotator).cmp(&(&other.file, &other.annotator)));
    }
    Ok((repaired, survey))
}

/// What is wrong with the sets of one article.
struct Checked {
    annotations: usize,
    findings: Vec<SetFinding>,
    /// Those that lead out of the sets they are in.
    links: Vec<BoardLink>,
    issues: Vec<Issue>,
}

fn look_at(sets: ArticleSets, schema: &Schema) -> Checked {
    let ArticleSets { document, sets, issues } = sets;
    let Document { file, text, .. } = &document;
    let checked = |annotator: &Annotator, finding: Finding| {
        let chars = finding.span.map(|s| text.to_char(s.start())..text.to_char(s.end()));
        SetFinding { file: file.clone(), annotator: annotator.clone(), chars, finding }
    };
    let of = |set: &AnnotationSet| {
        let findings = analysis::check(&document, set, schema);
        findings.into_iter().map(|finding| checked(&set.annotator, finding)).collect::<Vec<_>>()
    };
    let mut findings: Vec<SetFinding> = sets.iter().flat_map(of).collect();
    let verdicts = analysis::check_verdicts(&sets).into_iter();
    findings.extend(verdicts.map(|(annotator, finding)| checked(&annotator, finding)));
    let leads_out = |relation: &&Relation| matches!(relation.to, RelationEnd::There { .. });
    let links = sets.iter().flat_map(|set| {
        let out = set.relations().filter(leads_out);
        out.map(|relation| BoardLink::of(file, &set.annotator, relation))
    });
    let links: Vec<BoardLink> = links.collect();
    let annotations = sets.iter().map(|set| set.annotations().len()).sum();
    Checked { annotations, findings, links, issues }
}

/// The finding of a link to another article or annotator whose end is gone.
fn broken(link: &BoardLink) -> SetFinding {
    let EntryKey { file, annotator, id } = &link.to;
    let finding = Finding {
        rule: Rule::BrokenRelation,
        id: link.key.id.clone(),
        span: None,
        what: format!(
            "“{}” leads to an annotation that is not there: {id} of {annotator} in {file}",
            link.label
        ),
        repair: "delete the relation, or join others".to_owned(),
    };
    SetFinding { file: link.key.file.clone(), annotator: link.key.annotator.clone(), chars: None, finding }
}

/// Counts everything. `progress` hears how many articles are counted, of how many.
///
/// # Errors
/// As [`check`].
pub fn stats(
    model: &ReadModel,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Tally, Vec<Issue>)> {
    let (mut tally, mut issues) = (Tally::default(), model.issues().to_vec());
    let articles = Articles::of(model);
    let mut of_articles = Vec::new();
    articles.count(cancel, &mut |counted, done| {
        match counted {
            Ok((counts, found)) => {
                tally.add(&counts);
                of_articles.extend(found);
            }
            Err(issue) => issues.push(issue),
        }
        progress(done, articles.len());
    })?;
    issues.append(&mut of_articles);
    Ok((tally, issues))
}

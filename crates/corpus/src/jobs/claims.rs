//! Claims of a workspace, and the annotations at the ends of its links.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Answer;
use super::articles::{Articles, all_of};
use super::cancel::CancelToken;
use crate::analysis::{Board, BoardEntry, BoardLink, ClaimSearch, Unlinked, day_in};
use crate::format::{Issue, sidecar};
use crate::model::{AnnotationKind, AnnotationSet, Annotator, EntryKey, Schema};
use crate::read_model::{ArticleView, ReadModel};
use crate::store::ArticleSets;

/// Reads all claims of a workspace, what else `schema` lets be linked, what is linked, and the links; with what was not as it
/// should be. `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When it was cancelled.
pub fn board(
    model: &ReadModel,
    schema: &Schema,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<(Board, Vec<Issue>)> {
    let linkable: BTreeSet<&str> =
        schema.labels.iter().map(|label| &*label.id).filter(|id| schema.can_be_linked(id)).collect();
    let look = |ArticleSets { document, sets, issues }: ArticleSets| {
        let published = model.details(&document.file, None).date.as_deref().and_then(day_in);
        let (mut entries, mut links, mut unlinked) = (Vec::new(), Vec::new(), Vec::new());
        for set in &sets {
            let pairs = sidecar::unlinked(set, &document.file).into_iter();
            unlinked.extend(pairs.map(|ends| Unlinked {
                file: document.file.clone(),
                annotator: set.annotator.clone(),
                ends,
            }));
            let is_wanted = |annotation: &crate::model::Annotation| {
                annotation.kind == AnnotationKind::Claim
                    || linkable.contains(&*annotation.label)
                    || set.relations_of(&annotation.id).next().is_some()
            };
            let wanted = set.annotations().iter().filter(|annotation| is_wanted(annotation));
            entries.extend(
                wanted
                    .map(|annotation| BoardEntry { published, ..BoardEntry::of(&document, set, annotation) }),
            );
            links.extend(
                set.relations().map(|relation| BoardLink::of(&document.file, &set.annotator, relation)),
            );
        }
        (entries, links, unlinked, issues)
    };
    let articles = Articles::of(model);
    let (mut entries, mut links, mut unlinked) = (Vec::new(), Vec::new(), Vec::new());
    let mut issues = model.issues().to_vec();
    articles.each(cancel, all_of, look, |seen, done| {
        match seen {
            Ok((more, further, pairs, found)) => {
                entries.extend(more);
                links.extend(further);
                unlinked.extend(pairs);
                issues.extend(found);
            }
            Err(issue) => issues.push(issue),
        }
        progress(done, articles.len());
    })?;
    Ok((Board::new(entries, links).with_unlinked(unlinked), issues))
}

/// Makes the claims of a board ready to be compared.
#[must_use]
pub fn search(board: Arc<Board>) -> Answer {
    let search = ClaimSearch::new(&board);
    Answer::ClaimSearch(board, Arc::new(search))
}

/// Reads annotations by their names, in the order asked for; nothing of those that are not there.
///
/// # Errors
/// When it was cancelled.
pub fn ends(
    model: &ReadModel,
    ends: &[EntryKey],
    cancel: &CancelToken,
) -> anyhow::Result<Vec<(EntryKey, Option<BoardEntry>)>> {
    let mut wanted: BTreeMap<&Arc<str>, BTreeSet<&Annotator>> = BTreeMap::new();
    for end in ends {
        wanted.entry(&end.file).or_default().insert(&end.annotator);
    }
    let mut articles = Articles::of(model);
    articles.retain(|article| wanted.contains_key(article.file()));
    let asked_for = |article: ArticleView<'_>| {
        let annotators = wanted.get(article.file()).into_iter().flatten();
        annotators
            .filter(|annotator| article.has(annotator))
            .map(|annotator| Annotator::clone(annotator))
            .collect()
    };
    let look = |ArticleSets { document, sets, .. }: ArticleSets| {
        let of = |set: &AnnotationSet, end: &EntryKey| {
            let annotation = set.get(&end.id)?;
            Some((end.clone(), BoardEntry::of(&document, set, annotation)))
        };
        let here = |end: &&EntryKey| end.file == document.file;
        let found = ends.iter().filter(here).filter_map(|end| {
            sets.iter().filter(|set| set.annotator == end.annotator).find_map(|set| of(set, end))
        });
        found.collect::<Vec<_>>()
    };
    let mut found: BTreeMap<EntryKey, BoardEntry> = BTreeMap::new();
    articles.each(cancel, asked_for, look, |seen, _| found.extend(seen.into_iter().flatten()))?;
    Ok(ends.iter().map(|end| (end.clone(), found.remove(end))).collect())
}

/// The links of a workspace that lead to annotations which are not there, each with its article and annotator.
///
/// # Errors
/// When it was cancelled.
pub(super) fn lost_ends(
    model: &ReadModel,
    links: &[BoardLink],
    cancel: &CancelToken,
) -> anyhow::Result<BTreeSet<EntryKey>> {
    let leads_out: BTreeSet<&EntryKey> = links.iter().map(|link| &link.to).collect();
    let mut articles = Articles::of(model);
    let files: BTreeSet<&Arc<str>> = leads_out.iter().map(|end| &end.file).collect();
    articles.retain(|article| files.contains(article.file()));
    let mut there: BTreeSet<EntryKey> = BTreeSet::new();
    let look = |ArticleSets { document, sets, .. }: ArticleSets| {
        let is_there = |end: &&&EntryKey| {
            let mut of = sets.iter().filter(|set| set.annotator == end.annotator);
            end.file == document.file
                && of.any(|set| set.get(&end.id).is_some() || set.orphan(&end.id).is_some())
        };
        leads_out.iter().filter(is_there).map(|end| EntryKey::clone(end)).collect::<Vec<_>>()
    };
    articles.each(cancel, all_of, look, |seen, _| there.extend(seen.into_iter().flatten()))?;
    Ok(leads_out.into_iter().filter(|end| !there.contains(*end)).cloned().collect())
}

//! Filling the gold sets of a workspace.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::articles::{Articles, all_of};
use super::cancel::CancelToken;
use super::clock;
use super::scan::scan;
use crate::analysis::{CompetenceKind, CompetenceModel, FillRule, Filling, Share, Vote, fill, votes};
use crate::edit::Changes;
use crate::format::Issue;
use crate::model::{AnnotationId, AnnotationSet, Annotator, Document, GOLD};
use crate::read_model::ReadModel;
use crate::store::{self, ArticleFile, ArticleSets, SetState, Stamp};
use crate::words::text;

/// What to fill, and how.
#[derive(Clone, Debug)]
pub struct AdjudicationOptions {
    /// The workspace, or one article of it.
    pub path: PathBuf,
    /// What is taken of what nobody has decided.
    pub rule: FillRule,
    /// Instead of the rule's share: what is more probable than this, going by everybody's competence in these articles.
    pub competence: Option<(CompetenceKind, f64)>,
    /// Whether only to say what would come of it.
    pub dry: bool,
}

/// What became of the gold sets.
#[derive(Clone, Debug, Default)]
pub struct Adjudicated {
    /// Articles that somebody has finished.
    pub articles: usize,
    /// Gold sets that are complete.
    pub complete: usize,
    /// Annotations that were taken.
    pub annotations: usize,
    /// Links that were taken.
    pub links: usize,
    /// Items by what was done with them.
    pub counts: BTreeMap<String, usize>,
    /// Items left open, by article.
    pub open: BTreeMap<Arc<str>, usize>,
    /// Links that were left out: article, label, whose, and the end that is not there.
    pub links_left_out: Vec<(Arc<str>, Arc<str>, Annotator, AnnotationId)>,
    /// Sidecars that were written.
    pub written: usize,
    /// What was not as it should be.
    pub issues: Vec<Issue>,
}

/// Which gold sets to fill in the window, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct FillOptions {
    /// What is taken of what nobody has decided.
    pub rule: FillRule,
    /// Instead of the rule's share: what is more probable than this, going by everybody's competence in these articles.
    pub competence: Option<(CompetenceKind, f64)>,
    /// Which articles; all when nothing.
    pub only: Option<Vec<Arc<str>>>,
}

/// What filling comes to in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleFilling {
    /// The article.
    pub file: Arc<str>,
    /// The gold set that it was found for.
    pub before: AnnotationSet,
    /// What it comes to.
    pub filling: Filling,
}

/// What filling the gold sets comes to in each article that somebody has finished. `progress` hears how many articles are done,
/// of how many.
///
/// # Errors
/// When it was cancelled.
pub fn fillings(
    model: &ReadModel,
    how: &FillOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Vec<ArticleFilling>> {
    let mut articles = Articles::of(model);
    articles.retain(|article| how.only.as_ref().is_none_or(|only| only.contains(article.file())));
    let mut rule = how.rule.clone();
    if let Some((kind, least)) = how.competence {
        let mut places: Vec<Vec<Vote>> = Vec::new();
        articles.each(
            cancel,
            all_of,
            |found| votes(&found.sets),
            |seen, _| {
                // What cannot be read is told where its article is opened.
                places.extend(seen.unwrap_or_default());
            },
        )?;
        rule.share = Share::Probable(Arc::new(CompetenceModel::fit(kind, &places)), least);
    }
    let gold = Annotator::new(GOLD)?;
    let look = |ArticleSets { document, mut sets, .. }: ArticleSets| {
        let before = sets.iter().position(|set| set.annotator == gold).map(|at| sets.remove(at));
        let filling = fill(&sets, before.as_ref(), &rule);
        let before = before.unwrap_or_else(|| AnnotationSet::new(gold.clone()));
        filling.is_read.then(|| ArticleFilling { file: document.file, before, filling })
    };
    let mut all = Vec::new();
    articles.each(cancel, all_of, look, |seen, done| {
        all.extend(seen.ok().flatten());
        progress(done, articles.len());
    })?;
    Ok(all)
}

/// Fills the gold set of every article. `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When the workspace cannot be read, or it was cancelled; what was written until then stays.
pub fn adjudicate(
    how: &AdjudicationOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Adjudicated> {
    let found = scan(&how.path, cancel)?;
    let wanted = |article: &&ArticleFile| found.select.as_ref().is_none_or(|file| *file == article.file);
    let articles: Vec<&ArticleFile> = found.articles.iter().filter(wanted).collect();
    let gold = Annotator::new(GOLD)?;
    let mut out = Adjudicated { issues: found.issues.clone(), ..Adjudicated::default() };
    let mut how = how.clone();
    if let Some((kind, least)) = how.competence {
        let mut places: Vec<Vec<Vote>> = Vec::new();
        for article in &articles {
            cancel.check()?;
            // What cannot be read is told below.
            let loaded = store::load_sets(&found.root, &article.file, &article.annotators);
            places.extend(loaded.map(|loaded| votes(&loaded.sets)).unwrap_or_default());
        }
        how.rule.share = Share::Probable(Arc::new(CompetenceModel::fit(kind, &places)), least);
    }
    for (at, article) in articles.iter().enumerate() {
        cancel.check()?;
        one(&found.root, article, (&how, &gold), &mut out);
        progress(at + 1, articles.len());
    }
    Ok(out)
}

fn one(
    root: &Path,
    article: &ArticleFile,
    (how, gold): (&AdjudicationOptions, &Annotator),
    out: &mut Adjudicated,
) {
    let others: Vec<Annotator> = article.annotators.iter().filter(|other| *other != gold).cloned().collect();
    let ArticleSets { document, sets, issues } = match store::load_sets(root, &article.file, &others) {
        Ok(loaded) => loaded,
        Err(error) => {
            out.issues.push(Issue::new(&*article.file, error.to_string(), text("jobs-left-out")));
            return;
        }
    };
    out.issues.extend(issues);
    let (before, stamp) = match own(root, &document, gold) {
        Ok(found) => found,
        Err(reason) => {
            out.issues.push(Issue::new(&*article.file, reason, text("jobs-gold-as-it-was")));
            return;
        }
    };
    let filling = fill(&sets, before.as_ref(), &how.rule);
    if !filling.is_read {
        return;
    }
    let mut set = before.unwrap_or_else(|| AnnotationSet::new(gold.clone()));
    let mut fresh = || AnnotationId::new(ulid::Ulid::generate().to_string());
    let changes = filling.changes(set.state(), &clock::now(), &mut fresh);
    if !changes.is_empty() && !how.dry {
        if let Err(error) = Changes::from(changes).apply(&mut set) {
            out.issues.push(Issue::new(&*article.file, error.to_string(), text("jobs-gold-as-it-was")));
            return;
        }
        match store::save(root, &document, &set, &stamp) {
            Ok(saved) => out.written += usize::from(saved.written),
            Err(error) => {
                out.issues.push(Issue::new(&*article.file, error.to_string(), text("jobs-gold-as-it-was")));
                return;
            }
        }
    }
    out.articles += 1;
    out.complete += usize::from(filling.is_complete());
    out.annotations += filling.taken.len();
    out.links += filling.links.len();
    for (what, count) in &filling.counts {
        *out.counts.entry(what.to_string()).or_default() += count;
    }
    if filling.open > 0 {
        out.open.insert(article.file.clone(), filling.open);
    }
    let left_out = filling.links_left_out.into_iter();
    out.links_left_out.extend(left_out.map(|(label, whose, end)| (article.file.clone(), label, whose, end)));
}

/// The gold set of an article, where there is one.
fn own(root: &Path, document: &Document, gold: &Annotator) -> Result<(Option<AnnotationSet>, Stamp), String> {
    let (state, stamp, _) = store::read_set(root, document, gold);
    match state {
        SetState::None => Ok((None, stamp)),
        SetState::Ready(set) => Ok((Some(set), stamp)),
        SetState::Outdated(outdated) => Err(outdated.blocked_reason()),
        SetState::Blocked(blocked) => Err(blocked.reason),
    }
}

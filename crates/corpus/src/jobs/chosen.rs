//! What of an article is exported: whose annotations, which of them, and which links join what is there.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::export::ExportOptions;
use crate::analysis::{Standing, standings};
use crate::model::{Annotation, AnnotationId, AnnotationSet, Annotator, Relation, RelationEnd};
use crate::store::{self, ArticleFile, ArticleSets};

/// Annotations that were accepted once, and are left out of what was accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnclearVerdicts {
    /// Those that were changed since their verdict.
    pub outdated: usize,
    /// Those that one reviewer accepted and another rejected.
    pub contradicted: usize,
}

/// What is exported of an article.
pub(super) struct Chosen {
    pub(super) loaded: ArticleSets,
    pub(super) left_out: UnclearVerdicts,
    /// Links that were taken out, since an end of theirs is not exported.
    pub(super) unjoined: Vec<Relation>,
}

/// The annotations of an article by whose they are.
type Ends = HashSet<(Annotator, AnnotationId)>;

/// Chooses what is exported of each article.
pub(super) struct Chooser<'a> {
    root: &'a Path,
    how: &'a ExportOptions,
    /// The articles that are exported.
    articles: HashMap<&'a str, &'a ArticleFile>,
    /// What is exported of articles that links of others lead to.
    ends: Mutex<HashMap<Arc<str>, Arc<Ends>>>,
}

/// Those of an article whose annotations are asked for.
pub(super) fn asked_for(entry: &ArticleFile, how: &ExportOptions) -> Vec<Annotator> {
    // The gold set is what was decided, and not among what decisions were on.
    let everybody = |a: &Annotator| how.annotators.is_empty() && !(how.accepted && a.is_gold());
    let named = |a: &&Annotator| everybody(a) || how.annotators.contains(a);
    entry.annotators.iter().filter(named).cloned().collect()
}

impl<'a> Chooser<'a> {
    /// For an export of these articles of a workspace.
    pub(super) fn new(root: &'a Path, articles: &[&'a ArticleFile], how: &'a ExportOptions) -> Self {
        let articles = articles.iter().map(|article| (&*article.file, *article)).collect();
        Self { root, how, articles, ends: Mutex::default() }
    }

    /// An article with the annotations that were asked for; nothing where nobody who was asked for has any.
    pub(super) fn chosen(&self, entry: &ArticleFile) -> anyhow::Result<Option<Chosen>> {
        let Some((mut loaded, left_out)) = self.with_annotations(entry)? else { return Ok(None) };
        let mut unjoined = Vec::new();
        // Elsewhere a link may lead to what is not exported, as it may to what is gone.
        if self.how.accepted || self.how.format.joins_only_what_is_there() {
            for set in &mut loaded.sets {
                let is_lost = |relation: &&Relation| !self.is_joined(set, relation);
                let lost: Vec<Relation> = set.relations().filter(is_lost).cloned().collect();
                for relation in &lost {
                    set.remove_relation(&relation.id);
                }
                unjoined.extend(lost);
            }
        }
        Ok(Some(Chosen { loaded, left_out, unjoined }))
    }

    /// Whether both ends of a link are exported.
    fn is_joined(&self, set: &AnnotationSet, relation: &Relation) -> bool {
        let is_there = || match &relation.to {
            RelationEnd::Here(to) => set.get(to).is_some(),
            RelationEnd::There { file, annotator, annotation } => self
                .articles
                .get(&**file)
                .is_some_and(|entry| self.ends(entry).contains(&(annotator.clone(), annotation.clone()))),
        };
        set.get(&relation.from).is_some() && is_there()
    }

    /// What is exported of an article; nothing of one that cannot be read, which is told when its turn comes.
    fn ends(&self, entry: &ArticleFile) -> Arc<Ends> {
        let known = || self.ends.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known().get(&entry.file).cloned();
        if let Some(ends) = found {
            return ends;
        }
        let loaded = self.with_annotations(entry).ok().flatten();
        let sets = loaded.map(|(loaded, _)| loaded.sets).unwrap_or_default();
        let keys = |set: &AnnotationSet| {
            let key = |a: &Arc<Annotation>| (set.annotator.clone(), a.id.clone());
            set.annotations().iter().map(key).collect::<Vec<_>>()
        };
        let ends: Arc<Ends> = Arc::new(sets.iter().flat_map(keys).collect());
        known().insert(Arc::clone(&entry.file), Arc::clone(&ends));
        ends
    }

    /// An article with the annotations that were asked for, and all links of their sets.
    fn with_annotations(
        &self,
        entry: &ArticleFile,
    ) -> anyhow::Result<Option<(ArticleSets, UnclearVerdicts)>> {
        let (root, how) = (self.root, self.how);
        let annotators = asked_for(entry, how);
        let mut left_out = UnclearVerdicts::default();
        if annotators.is_empty() {
            return Ok(None);
        }
        // Verdicts on an annotation are in the reviewers' own files.
        let asked = if how.accepted { &entry.annotators } else { &annotators };
        let mut loaded = store::load_sets(root, &entry.file, asked)?;
        if how.accepted {
            let standings = standings(&loaded.sets);
            loaded.sets.retain(|set| annotators.contains(&set.annotator));
            for set in &mut loaded.sets {
                let standing =
                    |a: &Annotation| standings.get(&(set.annotator.clone(), a.id.clone())).copied();
                let mut kept = Vec::new();
                for annotation in set.annotations() {
                    match standing(annotation) {
                        Some(standing) if standing.is_accepted() => kept.push(annotation.as_ref().clone()),
                        Some(Standing::Outdated) => left_out.outdated += 1,
                        Some(Standing::Contradicted) => left_out.contradicted += 1,
                        _ => {}
                    }
                }
                *set = set.clone().with_annotations(kept).0;
            }
        }
        Ok(Some((loaded, left_out)))
    }
}

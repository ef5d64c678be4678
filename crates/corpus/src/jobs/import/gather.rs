//! Records on their way into a workspace: by article and annotator, each article written once.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::super::cancel::CancelToken;
use super::super::clock;
use super::super::parallel::parallel_in_order;
use super::Imported;
use super::names::Names;
use crate::format::exchange::{OffsetUnit, Record, Remark, ResolveOptions, Resolved, Tally, resolve, unite};
use crate::model::{AnnotationSet, Annotator, Document, RelationEnd, Schema, State, Timestamp};
use crate::store::{FoundArticle, ImportError, ImportTarget, ImportedArticle, StagedArticle};

/// So much is held before it is written: articles, annotations, and bytes of text.
const MAX_ARTICLES: usize = 2048;
const MAX_ANNOTATIONS: usize = 200_000;
const MAX_TEXT_BYTES: usize = 64 << 20;

/// What came of it all.
pub(super) struct Gathered {
    pub(super) imported: Imported,
    pub(super) tally: Tally,
    /// Whether there is an article that an annotator is done with, which may have no marks.
    pub(super) has_done: bool,
}

/// Records that are not written yet.
pub(super) struct Gathering<'a> {
    target: ImportTarget,
    schema: &'a Schema,
    names: &'a Names,
    asked: &'a [(String, String)],
    unit: OffsetUnit,
    now: Timestamp,
    articles: IndexMap<Arc<str>, Article>,
    annotations: usize,
    bytes: usize,
    mentioned: HashSet<Arc<str>>,
    labels: BTreeMap<(String, String), usize>,
    out: Gathered,
}

struct Article {
    document: Document,
    is_new: bool,
    place: String,
    sets: IndexMap<Annotator, AnnotationSet>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(
        target: ImportTarget,
        schema: &'a Schema,
        (names, asked): (&'a Names, &'a [(String, String)]),
        unit: OffsetUnit,
    ) -> Self {
        Self {
            target,
            schema,
            names,
            asked,
            unit,
            now: clock::now(),
            articles: IndexMap::new(),
            annotations: 0,
            bytes: 0,
            mentioned: HashSet::new(),
            labels: BTreeMap::new(),
            out: Gathered { imported: Imported::default(), tally: Tally::default(), has_done: false },
        }
    }

    pub(super) fn remarks(&mut self, remarks: Vec<Remark>) {
        for remark in remarks {
            self.out.tally.add(remark);
        }
    }

    /// Adds one record of the file `source` to its article.
    pub(super) fn add(&mut self, record: &Record, source: &str) {
        let file = match self.article(record) {
            Ok(file) => file,
            Err(error) => {
                let marks = record.marks.len();
                let what = "the article is not in the workspace, and the file has no text for it";
                let remark = match error {
                    ImportError::NoArticle(name) => Remark::without(&record.place, what, &name, marks),
                    error => {
                        Remark::without(&record.place, "an article cannot be used", &error.to_string(), marks)
                    }
                };
                self.out.tally.add(remark);
                return;
            }
        };
        self.mentioned.insert(Arc::clone(&file));
        let annotator = self.names.of(record.annotator.as_deref());
        let Some(article) = self.articles.get_mut(&file) else { return };
        let how = ResolveOptions {
            schema: self.schema,
            labels: self.asked,
            annotator: &annotator,
            unit: self.unit,
            source,
            now: self.now.clone(),
        };
        let Resolved { mut value, remarks, labels } = resolve(record, &article.document, &how);
        for remark in remarks {
            self.out.tally.add(remark);
        }
        for ((from, to), count) in labels.into_iter().filter(|((from, to), _)| from != to) {
            *self.labels.entry((from, to)).or_default() += count;
        }
        rename(&mut value, self.names);
        self.out.has_done |= value.state() == State::Done || record.sidecar.is_some();
        self.annotations += value.annotations().len();
        let doubled = if let Some(set) = article.sets.get_mut(&annotator) {
            unite(set, &value)
        } else {
            article.sets.insert(annotator, value);
            0
        };
        if doubled > 0 {
            let what = "an annotation appears twice";
            let twice = Remark::new(&record.place, what, "", "imported once");
            self.out.tally.add(Remark { left_out: doubled, ..twice });
        }
        let is_much = self.articles.len() >= MAX_ARTICLES
            || self.annotations >= MAX_ANNOTATIONS
            || self.bytes >= MAX_TEXT_BYTES;
        if is_much {
            self.write();
        }
    }

    /// The article a record speaks of, which is held from now on.
    fn article(&mut self, record: &Record) -> Result<Arc<str>, ImportError> {
        let (document, is_new) = match self.target.article(record, |file| self.articles.contains_key(file))? {
            FoundArticle::Held(file) => return Ok(file),
            FoundArticle::There(document) => (document, false),
            FoundArticle::New(document) => (document, true),
        };
        self.bytes += document.text.as_str().len();
        let (file, place) = (Arc::clone(&document.file), record.place.clone());
        self.articles.insert(Arc::clone(&file), Article { document, is_new, place, sets: IndexMap::new() });
        Ok(file)
    }

    /// Writes all that is held.
    fn write(&mut self) {
        let held = std::mem::take(&mut self.articles);
        (self.annotations, self.bytes) = (0, 0);
        let places: Vec<String> = held.values().map(|article| article.place.clone()).collect();
        let articles: Vec<ImportedArticle> = held
            .into_values()
            .map(|article| ImportedArticle {
                document: article.document,
                is_new: article.is_new,
                sets: article.sets.into_values().collect(),
            })
            .collect();
        if articles.is_empty() {
            return;
        }
        let staged = self.staged(&articles);
        let synced = self.target.sync(staged.iter().flatten());
        let mut articles_done = Vec::new();
        for ((article, staged), place) in articles.iter().zip(staged).zip(&places) {
            let lost = |error: &dyn std::fmt::Display, sets: &[AnnotationSet]| {
                let marks = sets.iter().map(|set| set.annotations().len()).sum();
                Remark::without(place, "a set cannot be written", &error.to_string(), marks)
            };
            let written = match (&synced, staged) {
                (Err(error), _) => Err(lost(error, &article.sets)),
                (Ok(()), Err(error)) => Err(lost(&error, &article.sets)),
                (Ok(()), Ok(staged)) => {
                    self.target.place(article, staged).map_err(|error| lost(&error, &article.sets))
                }
            };
            let sets = match written {
                Ok(sets) => sets,
                Err(remark) => {
                    self.out.tally.add(remark);
                    continue;
                }
            };
            for (set, added) in article.sets.iter().zip(sets) {
                match added {
                    Ok(added) => self.out.imported.count(&set.annotator, added),
                    Err(error) => self.out.tally.add(lost(&error, std::slice::from_ref(set))),
                }
            }
            articles_done.push(article);
        }
        self.target.sync_folders(articles_done.into_iter());
    }

    /// Writes articles beside their places, by all processors.
    fn staged(&self, articles: &[ImportedArticle]) -> Vec<Result<StagedArticle, String>> {
        let mut all = Vec::with_capacity(articles.len());
        let name = |article: &ImportedArticle| article.document.file.to_string();
        let stage = |article: &ImportedArticle| self.target.stage(article);
        // What is held is written though the import was stopped: those records count as done.
        let outcome = parallel_in_order(articles, &CancelToken::new(), name, stage, |_, staged| {
            all.push(staged.map_err(|error| error.to_string()));
            Ok(())
        });
        if let Err(error) = outcome {
            let why = format!("{error:#}");
            all.resize_with(articles.len(), || Err(why.clone()));
        }
        all
    }

    pub(super) fn finish(mut self) -> Gathered {
        self.write();
        self.out.imported.articles = self.mentioned.len();
        self.out.imported.labels = self.labels;
        self.out
    }
}

/// Gives reviews and relations that speak of annotators of the files the names that their sets have here.
fn rename(set: &mut AnnotationSet, names: &Names) {
    let is_other = |own: &Annotator| names.renamed(own).is_some_and(|new| new != own);
    let reviews: Vec<_> = set.reviews().filter(|review| is_other(&review.of.annotator)).cloned().collect();
    for mut review in reviews {
        set.remove_review(&review.of);
        if let Some(new) = names.renamed(&review.of.annotator) {
            review.of.annotator = new.clone();
        }
        set.insert_review(review);
    }
    let leads_there = |relation: &&crate::model::Relation| matches!(&relation.to, RelationEnd::There { annotator, .. } if is_other(annotator));
    let relations: Vec<_> = set.relations().filter(leads_there).cloned().collect();
    for mut relation in relations {
        if let RelationEnd::There { annotator, .. } = &mut relation.to
            && let Some(new) = names.renamed(annotator)
        {
            *annotator = new.clone();
        }
        set.insert_relation(relation);
    }
}

//! Records on their way into a workspace: by article and annotator, each article written once.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::super::clock;
use super::Imported;
use super::batch::{Batch, BatchOutcome, Writing};
use super::names::Names;
use crate::format::exchange::{OffsetUnit, Record, Remark, ResolveOptions, Resolved, Tally, resolve, unite};
use crate::model::{AnnotationSet, Annotator, Document, RelationEnd, Schema, State, Timestamp};
use crate::store::{FoundArticle, ImportError, ImportTarget, ImportedArticle};

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

/// Records on their way to the disk.
pub(super) struct Gathering<'a> {
    target: ImportTarget,
    schema: &'a Schema,
    names: &'a Names,
    asked: &'a [(String, String)],
    unit: OffsetUnit,
    now: Timestamp,
    /// What is not written yet, by the article's file.
    articles: IndexMap<Arc<str>, Article>,
    /// Those before, which are being written.
    writing: Option<Writing>,
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
            writing: None,
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
        let is_held = |file: &str| {
            self.articles.contains_key(file)
                || self.writing.as_ref().is_some_and(|writing| writing.holds(file))
        };
        let (document, is_new) = match self.target.article(record, is_held)? {
            FoundArticle::Held(file) if self.articles.contains_key(&file) => return Ok(file),
            FoundArticle::Held(file) => {
                self.await_written();
                (self.target.document(&file)?, false)
            }
            FoundArticle::There(document) => (document, false),
            FoundArticle::New(document) => (document, true),
        };
        self.bytes += document.text.as_str().len();
        let (file, place) = (Arc::clone(&document.file), record.place.clone());
        self.articles.insert(Arc::clone(&file), Article { document, is_new, place, sets: IndexMap::new() });
        Ok(file)
    }

    /// Writes all that is held, while more is gathered; what was written before is waited for.
    fn write(&mut self) {
        self.await_written();
        let held = std::mem::take(&mut self.articles);
        (self.annotations, self.bytes) = (0, 0);
        if held.is_empty() {
            return;
        }
        let imported = |article: Article| {
            let (document, sets) = (article.document, article.sets.into_values().collect());
            (ImportedArticle { document, is_new: article.is_new, sets }, article.place)
        };
        let batch = Batch { articles: held.into_values().map(imported).collect() };
        match Writing::start(self.target.writer(), batch) {
            Ok(writing) => self.writing = Some(writing),
            // Without another thread it is written by this one.
            Err((error, batch)) => {
                log::debug!("{error}");
                let written = batch.write(&self.target.writer());
                self.count(written);
            }
        }
    }

    /// Waits for what is being written.
    fn await_written(&mut self) {
        if let Some(writing) = self.writing.take() {
            let written = writing.finish();
            self.count(written);
        }
    }

    fn count(&mut self, written: BatchOutcome) {
        for (annotator, added) in written.added {
            self.out.imported.count(&annotator, added);
        }
        self.remarks(written.lost);
    }

    pub(super) fn finish(mut self) -> Gathered {
        self.write();
        self.await_written();
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

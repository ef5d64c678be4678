//! Records on their way into a workspace: by article and annotator, each article written once.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::super::clock;
use super::super::parallel::parallel_on_disk;
use super::names::Names;
use super::Imported;
use crate::format::exchange::{OffsetUnit, Record, Remark, ResolveOptions, Resolved, Tally, resolve, unite};
use crate::model::{AnnotationSet, Annotator, Document, RelationEnd, Schema, State, Timestamp};
use crate::store::{ImportError, ImportTarget, ImportedArticle};

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
        let known = self.target.find(record);
        if let Some(file) = known.as_ref().filter(|file| self.articles.contains_key(*file)) {
            return Ok(Arc::clone(file));
        }
        let (document, is_new) = match known {
            Some(file) => (self.target.document(&file)?, false),
            None => (self.target.new_article(record)?, true),
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
        let (target, out) = (&self.target, &mut self.out);
        let name = |article: &ImportedArticle| article.document.file.to_string();
        let outcome = parallel_on_disk(
            &articles,
            name,
            |article| target.write(article),
            |at, written| {
                let article = &articles[at];
                let lost = |error: &ImportError, sets: &[AnnotationSet]| {
                    let marks = sets.iter().map(|set| set.annotations().len()).sum();
                    Remark::without(&places[at], "a set cannot be written", &error.to_string(), marks)
                };
                match written {
                    Err(error) => out.tally.add(lost(&error, &article.sets)),
                    Ok(sets) => {
                        for (set, added) in article.sets.iter().zip(sets) {
                            match added {
                                Ok(added) => {
                                    out.imported.annotations += added.new;
                                    out.imported.known += added.known;
                                    *out.imported.annotators.entry(set.annotator.clone()).or_default() +=
                                        added.new;
                                }
                                Err(error) => out.tally.add(lost(&error, std::slice::from_ref(set))),
                            }
                        }
                    }
                }
                Ok(())
            },
        );
        if let Err(error) = outcome {
            out.tally.add(Remark::dropped("", "articles cannot be written", &format!("{error:#}")));
        }
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

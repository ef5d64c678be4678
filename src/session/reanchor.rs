//! Annotations of an article that was changed: those whose words were found are moved at once, the others wait for the analyst.

use std::path::PathBuf;
use std::sync::Arc;

use super::articles::Articles;
use super::jobs::Subject;
use super::{Effect, Now, OpenArticle, Session, Severity, Step};
use crate::edit::{Change, Transaction};
use crate::jobs::{Places, Request, SetAsideFile};
use crate::model::{AnnotationId, AnnotationSet, Orphan, Place, Review};
use crate::text::shortened;
use crate::words::{say, text};

/// Characters of a quote that the name of a step of undo may have.
const QUOTE_CHARS: usize = 30;

/// The annotations of an article that wait for a place.
#[derive(Debug, Default)]
pub struct Waiting {
    places: Places,
    looked_at: Option<AnnotationId>,
    /// Which of its places is looked at.
    place: usize,
}

impl Waiting {
    pub(super) fn new(places: Places) -> Self {
        Self { places, ..Self::default() }
    }

    /// Where an annotation may have gone, the likeliest place first.
    #[must_use]
    pub fn places(&self, id: &AnnotationId) -> &[Place] {
        self.places.of(id)
    }

    /// The number of the place that is looked at.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.place
    }
}

/// What a sidecar that was set aside holds, beside what is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAsideSummary {
    /// The file.
    pub path: PathBuf,
    /// Annotations in it, those without a place in the article as it is with them; or why it cannot be read.
    pub annotations: Result<usize, String>,
    /// How many of them have no place in the article as it is.
    pub orphans: usize,
    /// How many of them are not in what is open.
    pub missing: usize,
    /// How many are, and say something else there.
    pub different: usize,
}

impl SetAsideSummary {
    fn of(file: &SetAsideFile, open: &AnnotationSet) -> Self {
        let mut summary =
            Self { path: file.path.clone(), annotations: Ok(0), orphans: 0, missing: 0, different: 0 };
        let set = match &file.set {
            Ok(set) => set,
            Err(error) => {
                summary.annotations = Err(error.clone());
                return summary;
            }
        };
        summary.orphans = set.orphans().len();
        summary.annotations = Ok(set.annotations().len() + summary.orphans);
        let is_here = |id: &AnnotationId| open.get(id).is_some() || open.orphan(id).is_some();
        let placed = set.annotations().iter().map(|annotation| &annotation.id);
        summary.missing =
            placed.chain(set.orphans().map(|orphan| &orphan.id)).filter(|id| !is_here(id)).count();
        let differs = |id| open.get(id).is_some() && open.get(id) != set.get(id);
        summary.different = set.annotations().iter().filter(|annotation| differs(&annotation.id)).count();
        summary
    }
}

impl OpenArticle {
    /// The annotation without a place that is looked at; the first, where none is.
    #[must_use]
    pub fn orphan(&self) -> Option<&Orphan> {
        let looked_at = self.waiting.looked_at.as_ref().and_then(|id| self.set().orphan(id));
        looked_at.or_else(|| self.set().orphans().next())
    }
}

impl Session {
    /// An article was opened that was changed after it was annotated: what is certain goes with it, in one step of undo.
    pub(super) fn on_outdated(&mut self, file: &Arc<str>, verdicts: Vec<Review>, now: &Now) -> Vec<Effect> {
        let Some(article) = self.articles.get(file) else { return Vec::new() };
        let set = article.set();
        if self.annotator.as_ref() != Some(&set.annotator) {
            return Vec::new();
        }
        let certain = article.waiting.places.certain();
        let moved: Vec<_> = certain.filter_map(|(id, place)| Some(set.orphan(id)?.placed(place))).collect();
        let likely = set.orphans().filter(|orphan| !article.waiting.places(&orphan.id).is_empty()).count();
        let (all, certain) = (set.orphans().len(), moved.len());
        let (likely, lost) = (likely - certain, all - likely);
        let told = say!("session-article-changed", moved = certain, likely = likely, lost = lost);
        if !moved.is_empty() || !verdicts.is_empty() {
            let out = moved.iter().map(|annotation| Change::Unorphan(annotation.id.clone()));
            let mut changes: Vec<Change> = out.collect();
            changes.extend(moved.into_iter().map(|annotation| Change::Put(Box::new(annotation))));
            changes.extend(verdicts.into_iter().map(|review| Change::Review(Box::new(review))));
            let transaction = Transaction::new(text("session-step-move-along"), file.clone(), changes);
            if let Err(error) = self.articles.apply(transaction, now.millis) {
                let told = say!("session-nothing-moved", error = error.to_string());
                return vec![Effect::tell(Severity::Error, told)];
            }
            self.refresh_entry(file);
        }
        let severity = if certain == all { Severity::Success } else { Severity::Warning };
        if all == 0 { Vec::new() } else { vec![Effect::tell(severity, told)] }
    }

    /// Keeps the text of an article that is annotated, so that annotations find their words when it is changed.
    pub(super) fn keep_text(&mut self, file: &Arc<str>) -> Option<Effect> {
        let article = self.articles.get_mut(file).filter(|article| !article.set().is_empty())?;
        article.keeps_text = true;
        let document = article.document().clone();
        Some(self.jobs.begin(Request::KeepText(document), Subject::Nothing))
    }

    pub(super) fn look_at_orphan(&mut self, id: AnnotationId) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        (article.waiting.looked_at, article.waiting.place) = (Some(id), 0);
        self.reveal_place()
    }

    pub(super) fn step_orphan(&mut self, step: Step) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let ids: Vec<&AnnotationId> = article.set().orphans().map(|orphan| &orphan.id).collect();
        let Some(looked_at) = article.orphan() else { return Vec::new() };
        let at = ids.iter().position(|id| **id == looked_at.id).unwrap_or_default();
        let next = match step {
            Step::Next => (at + 1) % ids.len(),
            Step::Previous => (at + ids.len() - 1) % ids.len(),
        };
        let id = ids[next].clone();
        self.look_at_orphan(id)
    }

    pub(super) fn next_place(&mut self) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let places = article.orphan().map_or(0, |orphan| article.waiting.places(&orphan.id).len());
        if let Some(article) = self.article_mut().filter(|_| places > 0) {
            article.waiting.place = (article.waiting.place + 1) % places;
        }
        self.reveal_place()
    }

    fn reveal_place(&self) -> Vec<Effect> {
        let place = self
            .article()
            .and_then(|article| article.waiting.places(&article.orphan()?.id).get(article.waiting.place));
        place.map_or_else(Vec::new, |place| self.reveal(place.spans.first()))
    }

    pub(super) fn move_orphan(&mut self, number: usize, now: &Now) -> Vec<Effect> {
        let place = self
            .article()
            .and_then(|article| article.waiting.places(&article.orphan()?.id).get(number).cloned());
        place.map_or_else(Vec::new, |place| self.place_orphan(&place, now))
    }

    pub(super) fn move_orphan_to_selection(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(orphan) = article.orphan() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else {
            return vec![Effect::tell(Severity::Info, text("session-place-first"))];
        };
        // The words that bear its attributes out may have been found though its own were not.
        let found = article.waiting.places(&orphan.id).first();
        let evidence = found.map(|place| place.evidence.clone()).unwrap_or_default();
        let place = Place { spans: span.into(), evidence };
        let mut effects = self.place_orphan(&place, now);
        effects.extend(self.clear_selection());
        effects
    }

    /// Gives the one that is looked at a place, and looks at the next.
    fn place_orphan(&mut self, place: &Place, now: &Now) -> Vec<Effect> {
        let Some(orphan) = self.article().and_then(OpenArticle::orphan) else { return Vec::new() };
        let mut annotation = orphan.placed(place);
        annotation.touch(&now.timestamp);
        let lost = orphan.evidence.keys().filter(|name| !place.evidence.contains_key(*name)).count();
        let name = say!("session-step-place", quote = shortened(&orphan.quote(), QUOTE_CHARS));
        let id = orphan.id.clone();
        let changes = vec![Change::Unorphan(id.clone()), Change::Put(Box::new(annotation))];
        let mut effects = self.leave_orphan(name, changes, now);
        if lost > 0 {
            effects.push(Effect::tell(Severity::Info, say!("session-evidence-lost", count = lost)));
        }
        effects.extend(self.focus(Some(id)));
        effects
    }

    pub(super) fn delete_orphan(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(orphan) = article.orphan() else { return Vec::new() };
        let relations = article.set().relations_of(&orphan.id);
        let mut changes: Vec<Change> =
            relations.map(|relation| Change::Unrelate(relation.id.clone())).collect();
        changes.push(Change::Unorphan(orphan.id.clone()));
        let name = say!("session-step-delete-orphan", quote = shortened(&orphan.quote(), QUOTE_CHARS));
        self.leave_orphan(name, changes, now)
    }

    /// Changes the one that is looked at so that it waits no more; the next one is looked at then.
    fn leave_orphan(&mut self, name: String, changes: Vec<Change>, now: &Now) -> Vec<Effect> {
        let Some(id) = self.article().and_then(OpenArticle::orphan).map(|orphan| orphan.id.clone()) else {
            return Vec::new();
        };
        let following = self.article().and_then(|article| {
            let mut later = article.set().orphans().filter(|orphan| orphan.id > id);
            later.next().map(|orphan| orphan.id.clone())
        });
        let file = self.navigation.current.clone();
        let Some(file) = file else { return Vec::new() };
        let effects = self.transact(Articles::apply, Transaction::new(name, file, changes), now);
        if let Some(article) = self.article_mut() {
            (article.waiting.looked_at, article.waiting.place) = (following, 0);
        }
        effects
    }

    pub(super) fn read_set_aside(&mut self) -> Vec<Effect> {
        let Some(root) = self.library.as_ref().map(|library| library.root().to_owned()) else {
            return Vec::new();
        };
        let Some(article) = self.article() else { return Vec::new() };
        let (document, annotator) = (article.document().clone(), article.set().annotator.clone());
        let subject = Subject::Article(document.file.clone());
        vec![self.jobs.begin(Request::LoadSetAside { root, document, annotator }, subject)]
    }

    pub(super) fn on_set_aside_read(&mut self, file: &Arc<str>, files: Vec<SetAsideFile>) {
        if let Some(article) = self.articles.get_mut(file) {
            article.set_aside = files;
        }
    }
}

impl OpenArticle {
    /// The annotations that wait for a place.
    #[must_use]
    pub const fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    /// Whether the annotator has sidecars of the article that were set aside.
    #[must_use]
    pub const fn has_set_aside(&self) -> bool {
        self.has_set_aside
    }

    /// The annotator's sidecars that were set aside, as they were last read, beside what is open now.
    #[must_use]
    pub fn set_aside(&self) -> Vec<SetAsideSummary> {
        self.set_aside.iter().map(|file| SetAsideSummary::of(file, self.set())).collect()
    }
}

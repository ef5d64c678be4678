//! Labels that marks have and the schema is to lose: where they are used, and moving one's own marks to another label.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::deferred::{DeferredEdit, left_out};
use super::{Effect, Now, Session, Severity};
use crate::edit::Change;
use crate::format::workspace::error_words;
use crate::model::{Annotator, Label, Schema};
use crate::read_model::{ArticleView, ReadModel};
use crate::words::{say, text};

/// How much a label is used, as far as the corpus was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelUse {
    /// Marks that have it.
    pub marks: usize,
    /// Articles with such marks.
    pub articles: usize,
    /// Whose they are, each with the number of marks.
    pub annotators: BTreeMap<Annotator, usize>,
}

/// Labels to be given instead of others: from and to, by identifier.
pub type LabelMoves = BTreeMap<Arc<str>, Arc<str>>;

impl Session {
    /// How much a label is used in the workspace, by everybody and under whatever identifier it had.
    #[must_use]
    pub fn use_of_label(&self, label: &Label) -> LabelUse {
        let is_it = |id: &Arc<str>| *id == label.id || label.aliases.contains(id);
        let mut used = LabelUse::default();
        for counts in self.corpus.model.iter().flat_map(ReadModel::articles).filter_map(ArticleView::counts) {
            let before = used.marks;
            for set in &counts.sets {
                let marks: usize = set.labels.iter().filter(|(id, _)| is_it(id)).map(|(_, n)| n).sum();
                if marks > 0 {
                    used.marks += marks;
                    *used.annotators.entry(set.annotator.clone()).or_default() += marks;
                }
            }
            used.articles += usize::from(used.marks > before);
        }
        used
    }

    /// Puts another schema in force and gives one's own marks the labels that are to stand for those it lost. Others' marks stay
    /// as they are in their files, and are shown as of the label that had theirs before.
    pub(super) fn replace_labels(&mut self, mut schema: Schema, moves: LabelMoves, now: &Now) -> Vec<Effect> {
        remember_moves(&mut schema, &moves);
        if let Some(error) = schema.errors().into_iter().next() {
            let told = say!("session-schema-not-changed", error = error_words(&error));
            return vec![Effect::tell(Severity::Error, told)];
        }
        let mut effects = self.replace_schema(schema);
        let Some(annotator) = self.annotator.clone().filter(|_| !moves.is_empty()) else { return effects };
        let files = self.files_with(&annotator, &moves);
        effects.extend(self.defer(DeferredEdit::Relabel(moves), files, now));
        effects
    }

    /// The articles in which an annotator has marks that are to be moved.
    fn files_with(&self, annotator: &Annotator, moves: &LabelMoves) -> BTreeSet<Arc<str>> {
        let has = |labels: &[(Arc<str>, usize)]| labels.iter().any(|(label, _)| moves.contains_key(label));
        let articles = self.corpus.model.iter().flat_map(ReadModel::articles);
        let own =
            articles.filter(|article| article.set(annotator).is_some_and(|set| has(&set.counts().labels)));
        own.map(|article| article.file().clone()).collect()
    }

    /// Moves the marks of these articles, which are read: one step of undo in all of them.
    pub(super) fn relabel_marks(
        &mut self,
        moves: &LabelMoves,
        files: &BTreeSet<Arc<str>>,
        now: &Now,
    ) -> Vec<Effect> {
        let mut left: Vec<Arc<str>> = Vec::new();
        let mut parts: Vec<(Arc<str>, Vec<Change>)> = Vec::new();
        for file in files {
            match self.articles.get(file).filter(|article| article.blocked().is_none()) {
                Some(article) => {
                    let marks = article.set().annotations().iter();
                    let changes = marks.filter_map(|mark| {
                        let label = self.schema().label(moves.get(&mark.label)?)?;
                        let mut mark = (**mark).clone();
                        (mark.label, mark.kind) = (label.id.clone(), label.kind);
                        mark.touch(&now.timestamp);
                        Some(Change::Put(Box::new(mark)))
                    });
                    parts.push((file.clone(), changes.collect()));
                }
                None => left.push(file.clone()),
            }
        }
        let mut effects: Vec<Effect> =
            left_out(&left, |files| say!("session-marks-left", files = files)).into_iter().collect();
        let told =
            |marks: usize, articles: usize| say!("session-marks-moved", marks = marks, articles = articles);
        effects.extend(self.transact_in_all(text("session-step-move-marks"), parts, &told, now));
        effects
    }
}

/// What the labels had before is theirs: their identifiers, and the ends of relations.
fn remember_moves(schema: &mut Schema, moves: &LabelMoves) {
    for (from, to) in moves {
        if let Some(label) = schema.labels.iter_mut().find(|label| label.id == *to)
            && !label.aliases.contains(from)
        {
            label.aliases.push(from.clone());
        }
        for relation in &mut schema.relations {
            for ends in [&mut relation.from, &mut relation.to] {
                let is_there = ends.contains(to);
                for end in ends.iter_mut().filter(|end| *end == from) {
                    *end = to.clone();
                }
                if is_there {
                    let mut seen = BTreeSet::new();
                    ends.retain(|end| seen.insert(end.clone()));
                }
            }
        }
    }
    // An identifier that a label has is nobody's from before.
    let ids: BTreeSet<Arc<str>> = schema.labels.iter().map(|label| label.id.clone()).collect();
    for label in &mut schema.labels {
        label.aliases.retain(|alias| !ids.contains(alias));
    }
}

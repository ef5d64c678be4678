//! Which entity a mention fits that is linked to nothing, surely enough to be shown under it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{CandidateQuery, EntityCandidate, EntityIndex};
use crate::analysis::folded;
use crate::jobs::cancel::CancelToken;
use crate::model::{Annotation, AnnotationId, EntityId};
use crate::names::{Matcher, Name, Objection, confidence};
use crate::text::SourceText;

/// A mention that is less sure than this is suggested to nobody.
const LEAST_CONFIDENCE: f32 = 0.5;
/// Two entities whose distances lie closer together fit alike, and neither is suggested.
const LEAST_MARGIN: f32 = 0.04;

/// The words and the label of mentions: those of one form fit the same entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MentionForm {
    /// The words as they stand in the text.
    pub words: String,
    /// The label.
    pub label: Arc<str>,
}

impl MentionForm {
    /// That of a mention in this text.
    #[must_use]
    pub fn of(mention: &Annotation, text: &SourceText) -> Self {
        Self { words: mention.spans.quote(text), label: mention.label.clone() }
    }
}

/// Mentions, each with the entity that it fits, if any.
pub type Suggested = Vec<(AnnotationId, Option<Arc<EntityCandidate>>)>;

/// Words, folded, with an entity that they are not of.
pub type RejectedForms = BTreeSet<(String, EntityId)>;

impl EntityIndex {
    /// The entity that mentions of a form fit; nothing where none does surely, or two do alike.
    ///
    /// A name that has words more than the mention fits: *Belousov* is Andrei Belousov. One whose words the mention has not, or
    /// that is of another kind, does not.
    #[must_use]
    pub fn suggestion(&self, form: &MentionForm, rejected: &RejectedForms) -> Option<EntityCandidate> {
        let query = CandidateQuery {
            text: form.words.clone(),
            kind: Some(form.label.clone()),
            ..CandidateQuery::default()
        };
        let words = folded(&form.words);
        let is_rejected = |candidate: &EntityCandidate| {
            candidate.view.members.iter().any(|id| rejected.contains(&(words.clone(), id.clone())))
        };
        let mut ranked = self.ranked(&query);
        ranked.retain(|ranked| !ranked.candidate.is_other_kind && !is_rejected(&ranked.candidate));
        let mut ranked = ranked.into_iter();
        let (best, second) = (ranked.next()?, ranked.next());
        let fits = |objection: &Objection| matches!(objection, Objection::OnlySecond(_));
        let margin = second
            .as_ref()
            .map_or(f32::MAX, |second| second.comparison.distance() - best.comparison.distance());
        let (text, likeness) = best.candidate.name.as_ref()?;
        let names = (Name::new(&form.words), Name::new(text));
        let is_sure = likeness.is_one()
            && best.candidate.objections.iter().all(fits)
            && margin >= LEAST_MARGIN
            && confidence(
                Matcher::default(),
                (&names.0, &names.1),
                &best.comparison,
                second.as_ref().map(|second| &second.comparison),
            ) >= LEAST_CONFIDENCE;
        is_sure.then_some(best.candidate)
    }

    /// The suggestion for each of these mentions, if any; one form is looked at once.
    ///
    /// # Errors
    /// When it was cancelled.
    pub(super) fn suggestions(
        &self,
        (text, mentions): (&SourceText, &[Arc<Annotation>]),
        rejected: &RejectedForms,
        cancel: &CancelToken,
    ) -> anyhow::Result<Suggested> {
        let mut known: HashMap<MentionForm, Option<Arc<EntityCandidate>>> = HashMap::new();
        let mut found = Vec::with_capacity(mentions.len());
        for mention in mentions {
            cancel.check()?;
            let form = MentionForm::of(mention, text);
            let suggestion = known.entry(form);
            let suggestion =
                suggestion.or_insert_with_key(|form| self.suggestion(form, rejected).map(Arc::new));
            found.push((mention.id.clone(), suggestion.clone()));
        }
        Ok(found)
    }
}

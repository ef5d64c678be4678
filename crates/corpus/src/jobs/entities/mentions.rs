//! Where entities are mentioned: in every article, by everybody.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::folded;
use crate::jobs::articles::{Articles, all_of};
use crate::jobs::cancel::CancelToken;
use crate::model::{AnnotationId, AnnotationKind, AnnotationSet, Annotator, EntityId, EntityRef, Value};
use crate::read_model::ReadModel;
use crate::store::ArticleSets;
use crate::text::{ByteOffset, SourceText, Span, next_grapheme, previous_grapheme};

/// Clusters of the text that are shown on either side of a mention.
const CONTEXT: usize = 36;

/// Some words that name somebody or something, or a claim that speaks of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The article.
    pub file: Arc<str>,
    /// Whose annotation it is.
    pub annotator: Annotator,
    /// The annotation.
    pub annotation: AnnotationId,
    /// Its label.
    pub label: Arc<str>,
    /// The attribute of a claim that speaks of the entity; nothing for a mention.
    pub attribute: Option<Arc<str>>,
    /// Where it begins.
    pub span: Span,
    /// Its words.
    pub quote: String,
    /// What stands before it, on the same line.
    pub before: String,
    /// What stands after it, on the same line.
    pub after: String,
    /// Whom it is of.
    pub entity: Option<EntityRef>,
}

/// All mentions of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentionIndex {
    /// By article and place.
    mentions: Vec<Mention>,
    by_entity: BTreeMap<EntityId, Vec<u32>>,
    /// The revision of the model they were found in.
    pub revision: u64,
}

impl MentionIndex {
    /// Those linked to an entity, by article and place.
    pub fn of<'a>(&'a self, id: &EntityId) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let places = self.by_entity.get(id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.mentions.get(*place as usize))
    }

    /// How many are linked to any of these entities, and in how many articles.
    #[must_use]
    pub fn count(&self, ids: &[EntityId]) -> (usize, usize) {
        let mut files: Vec<&Arc<str>> = ids.iter().flat_map(|id| self.of(id)).map(|m| &m.file).collect();
        let mentions = files.len();
        files.sort_unstable();
        files.dedup();
        (mentions, files.len())
    }

    /// The entities that any mention is linked to, by identifier.
    pub fn entities(&self) -> impl Iterator<Item = &EntityId> {
        self.by_entity.keys()
    }

    fn push(&mut self, mention: Mention) {
        if let Some(EntityRef::Entity(id)) = &mention.entity {
            let place = u32::try_from(self.mentions.len()).unwrap_or(u32::MAX);
            self.by_entity.entry(id.clone()).or_default().push(place);
            self.mentions.push(mention);
        }
    }
}

/// Finds all mentions that are linked; `progress` hears how many articles are done, of how many.
///
/// # Errors
/// When it was cancelled.
pub fn mentions(
    model: &ReadModel,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<MentionIndex> {
    cancel.check()?;
    let mut articles = Articles::of(model);
    articles.retain(|article| article.annotators().next().is_some());
    let mut index = MentionIndex { revision: model.revision(), ..MentionIndex::default() };
    articles.each(cancel, all_of, of_article, |found, done| {
        // What cannot be read was told of when the folder was.
        for mention in found.into_iter().flatten() {
            index.push(mention);
        }
        progress(done, articles.len());
    })?;
    Ok(index)
}

fn of_article(sets: ArticleSets) -> Vec<Mention> {
    let ArticleSets { document, sets, .. } = sets;
    let mut all = Vec::new();
    for set in &sets {
        for annotation in set.annotations() {
            let claims = annotation.attributes.iter().filter_map(|(attribute, value)| match &value.value {
                Value::Entity(entity @ EntityRef::Entity(_)) => {
                    Some((Some(attribute.clone()), entity, value.evidence.map(|evidence| evidence.span)))
                }
                _ => None,
            });
            let own = annotation.entity.as_ref().map(|entity| (None, entity, None));
            for (attribute, entity, evidence) in own.into_iter().chain(claims) {
                let span = evidence.unwrap_or_else(|| annotation.spans.first());
                let (before, after) = around(&document.text, span);
                all.push(Mention {
                    file: document.file.clone(),
                    annotator: set.annotator.clone(),
                    annotation: annotation.id.clone(),
                    label: annotation.label.clone(),
                    attribute,
                    span,
                    quote: document.text.slice(span).to_owned(),
                    before,
                    after,
                    entity: Some(entity.clone()),
                });
            }
        }
    }
    all.sort_by(|one, other| (one.span, &one.annotator).cmp(&(other.span, &other.annotator)));
    all
}

/// What stands around a span, on its line.
pub(super) fn around(text: &SourceText, span: Span) -> (String, String) {
    let (mut start, mut end) = (span.start(), span.end());
    for _ in 0..CONTEXT {
        start = previous_grapheme(text, start);
        end = next_grapheme(text, end);
    }
    let slice = |one: ByteOffset, other: ByteOffset| {
        text.as_str().get(one.get()..other.get()).unwrap_or_default().to_owned()
    };
    let before = slice(start, span.start());
    let before = before.rsplit('\n').next().unwrap_or_default().to_owned();
    let after = slice(span.end(), end);
    let after = after.split('\n').next().unwrap_or_default().to_owned();
    (before, after)
}

/// The articles in which an annotator has mentions of this label and form that are linked to nothing yet.
///
/// # Errors
/// When it was cancelled.
pub fn files_with_form(
    model: &ReadModel,
    annotator: &Annotator,
    (label, form): (&str, &str),
    cancel: &CancelToken,
) -> anyhow::Result<Vec<Arc<str>>> {
    cancel.check()?;
    let mut articles = Articles::of(model);
    articles.retain(|article| article.annotators().any(|other| other == annotator));
    let mut files = Vec::new();
    let has_form = |sets: ArticleSets| {
        let ArticleSets { document, sets, .. } = sets;
        let is_it = sets.iter().flat_map(AnnotationSet::annotations).any(|annotation| {
            annotation.kind == AnnotationKind::Entity
                && *annotation.label == *label
                && annotation.entity.is_none()
                && folded(&annotation.spans.quote(&document.text)) == form
        });
        is_it.then_some(document.file)
    };
    articles.each(
        cancel,
        |_| vec![annotator.clone()],
        has_form,
        |found, _| files.extend(found.into_iter().flatten()),
    )?;
    Ok(files)
}

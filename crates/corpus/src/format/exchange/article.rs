//! What is exported: an article with the annotators' sets that were asked for.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Fate, Loss, OffsetConverter, OffsetUnit, WebFace};
use crate::format::article::ArticleKind;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, ArticleDetails, Document, EntityRef, Registry, Relation,
    RelationEnd, Schema,
};
use crate::text::Span;

/// Characters of a quote in a report.
const MAX_QUOTE_CHARS: usize = 60;

/// One article on its way out.
#[derive(Debug)]
pub struct Article<'a> {
    /// Its text.
    pub document: &'a Document,
    /// The sets to export.
    pub sets: &'a [AnnotationSet],
    /// What may be annotated.
    pub schema: &'a Schema,
    /// The faces for pages that carry their fonts.
    pub fonts: &'a [WebFace],
    /// What is known of it beside its text.
    pub details: Option<&'a ArticleDetails>,
    /// Who the entities are, where that is known.
    pub registry: Option<&'a Registry>,
    pub(super) units: OffsetConverter,
    words: OnceCell<Vec<Range<usize>>>,
    sentences: OnceCell<Vec<usize>>,
}

/// A file, or the next part of one that all articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePiece {
    /// Path in the export folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What it is of that file.
    pub part: PieceKind,
}

/// What a piece is of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// The whole of it.
    Whole,
    /// The whole of it, which is the text that another file speaks of.
    Text,
    /// One article's part of a file that all share.
    Next,
    /// Rows of a Parquet file that all share, each a line of JSON.
    Rows,
}

/// What became of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// Its files and parts of files.
    pub pieces: Vec<FilePiece>,
    /// What the format could not hold.
    pub losses: Vec<Loss>,
    /// How many annotations are in the pieces.
    pub annotations: usize,
}

impl<'a> Article<'a> {
    /// An article with its sets.
    #[must_use]
    pub fn new(document: &'a Document, sets: &'a [AnnotationSet], schema: &'a Schema) -> Self {
        Self {
            document,
            sets,
            schema,
            fonts: &[],
            details: None,
            registry: None,
            units: OffsetConverter::new(&document.text),
            words: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    /// The same with faces for pages.
    #[must_use]
    pub const fn with_fonts(mut self, fonts: &'a [WebFace]) -> Self {
        self.fonts = fonts;
        self
    }

    /// The same with what is known of it beside its text.
    #[must_use]
    pub const fn with_details(mut self, details: &'a ArticleDetails) -> Self {
        self.details = Some(details);
        self
    }

    /// The same with what is known of entities.
    #[must_use]
    pub const fn with_registry(mut self, registry: &'a Registry) -> Self {
        self.registry = Some(registry);
        self
    }

    /// What the entity of an annotation is called in the registry; nothing where there is none, or nobody has it.
    #[must_use]
    pub fn entity_name(&self, annotation: &Annotation) -> Option<String> {
        let Some(EntityRef::Entity(id)) = &annotation.entity else { return None };
        Some(self.registry?.view(id)?.name)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.text.as_str()
    }

    /// The words of the text, white space left out: found once, when first asked for.
    #[must_use]
    pub fn words(&self) -> &[Range<usize>] {
        self.words.get_or_init(|| crate::text::words(self.text()))
    }

    /// Where the sentences of the text end, in bytes: found once, when first asked for.
    #[must_use]
    pub(crate) fn sentence_ends(&self) -> &[usize] {
        self.sentences.get_or_init(|| crate::text::sentence_ends(self.text()))
    }

    /// The words of a span.
    #[must_use]
    pub fn quote(&self, span: Span) -> &'a str {
        self.document.text.as_str().get(span.range()).unwrap_or_default()
    }

    /// Start and end of a span.
    #[must_use]
    pub fn offsets(&self, unit: OffsetUnit, span: Span) -> (usize, usize) {
        (self.units.offset(unit, span.start()), self.units.offset(unit, span.end()))
    }

    /// A path for a file of this article: under the annotator's name, with another ending.
    #[must_use]
    pub fn path(&self, annotator: &str, ending: &str) -> String {
        format!("{annotator}/{}{ending}", self.stem())
    }

    /// The article's file without `.txt`; with it, where another article could have the name without: `a.md.txt` and `a.md`
    /// are two.
    #[must_use]
    pub fn stem(&self) -> &str {
        let file = &*self.document.file;
        file.strip_suffix(".txt").filter(|stem| ArticleKind::of(stem).is_none()).unwrap_or(file)
    }

    /// A loss of one annotation.
    #[must_use]
    pub fn loss(&self, annotation: &Annotation, fate: Fate, reason: &'static str) -> Loss {
        let quote = annotation.spans.quote(&self.document.text).chars().take(MAX_QUOTE_CHARS).collect();
        let (file, span) = (self.document.file.clone(), Some(annotation.spans.extent()));
        Loss { file, id: annotation.id.clone(), span, fate, reason, quote }
    }

    /// The loss of a format in which each part of a discontinuous annotation is one of its own; nothing for one that is whole.
    #[must_use]
    pub(crate) fn split(&self, annotation: &Annotation, reason: &'static str) -> Option<Loss> {
        let is_discontinuous = annotation.spans.as_slice().len() > 1;
        is_discontinuous.then(|| self.loss(annotation, Fate::Split, reason))
    }

    /// Losses of a format that holds spans with labels and nothing else.
    #[must_use]
    pub(crate) fn beyond_labels(&self, annotation: &Annotation) -> Option<Loss> {
        let more =
            !annotation.attributes.is_empty() || !annotation.note.is_empty() || annotation.entity.is_some();
        more.then(|| {
            self.loss(annotation, Fate::Flattened, "attributes, note and entity have no place in the format")
        })
    }

    /// Relations within a set, each with its end, and losses for those that lead to another article or annotator.
    #[must_use]
    pub fn noted_links<'s>(
        &self,
        set: &'s AnnotationSet,
    ) -> (Vec<(&'s Relation, &'s AnnotationId)>, Vec<Loss>) {
        let (mut here, mut losses) = (Vec::new(), Vec::new());
        for relation in set.relations() {
            match &relation.to {
                RelationEnd::Here(to) if set.get(&relation.from).is_some() && set.get(to).is_some() => {
                    here.push((relation, to));
                }
                _ => losses.push(self.lost_relation(
                    relation,
                    "a relation that leads out of the article has no place in the format",
                )),
            }
        }
        (here, losses)
    }

    /// The same for a format that has no place for a relation's note.
    #[must_use]
    pub fn links<'s>(&self, set: &'s AnnotationSet) -> (Vec<(&'s Relation, &'s AnnotationId)>, Vec<Loss>) {
        let (here, mut losses) = self.noted_links(set);
        losses.extend(self.lost_notes(&here));
        (here, losses)
    }

    /// Losses of the notes of these relations.
    pub(crate) fn lost_notes(&self, links: &[(&Relation, &AnnotationId)]) -> Vec<Loss> {
        let reason = "a note of a relation has no place in the format";
        let noted = links.iter().filter(|(relation, _)| !relation.note.is_empty());
        noted
            .map(|(relation, _)| Loss { fate: Fate::Flattened, ..self.lost_relation(relation, reason) })
            .collect()
    }

    /// Those links whose ends `is_in_file` has both, and losses of the others.
    #[must_use]
    pub(crate) fn links_between<'s>(
        &self,
        links: Vec<(&'s Relation, &'s AnnotationId)>,
        is_in_file: impl Fn(&AnnotationId) -> bool,
    ) -> (Vec<(&'s Relation, &'s AnnotationId)>, Vec<Loss>) {
        let (kept, lost): (Vec<_>, Vec<_>) =
            links.into_iter().partition(|(relation, to)| is_in_file(&relation.from) && is_in_file(to));
        let loss = |(relation, _): (&Relation, &AnnotationId)| {
            self.lost_relation(relation, "it joins an annotation that is left out")
        };
        (kept, lost.into_iter().map(loss).collect())
    }

    /// A loss of a set that has no annotations to lose: it bears the annotator's name.
    #[must_use]
    pub(crate) fn lost_set(&self, set: &AnnotationSet, reason: &'static str) -> Loss {
        let (file, id) = (self.document.file.clone(), AnnotationId::new(set.annotator.as_str()));
        Loss { file, id, span: None, fate: Fate::Dropped, reason, quote: String::new() }
    }

    /// Tells that a set is lost as a whole: each annotation and relation, or the set itself where it has no annotations.
    pub(super) fn lose_set(&self, set: &AnnotationSet, reason: &'static str, out: &mut Encoded) {
        out.losses.extend(set.annotations().iter().map(|a| self.loss(a, Fate::Dropped, reason)));
        out.losses.extend(set.relations().map(|relation| self.lost_relation(relation, reason)));
        if set.annotations().is_empty() {
            out.losses.push(self.lost_set(set, reason));
        }
    }

    /// A loss of one relation.
    #[must_use]
    pub(crate) fn lost_relation(&self, relation: &Relation, reason: &'static str) -> Loss {
        let from = self.sets.iter().find_map(|set| set.get(&relation.from));
        let words = from.map(|a| a.spans.quote(&self.document.text)).unwrap_or_default();
        let quote = format!("{}: {words}", relation.label).chars().take(MAX_QUOTE_CHARS).collect();
        let (file, span) = (self.document.file.clone(), from.map(|a| a.spans.extent()));
        Loss { file, id: relation.id.clone(), span, fate: Fate::Dropped, reason, quote }
    }

    /// A loss of one relation an end of which is not exported.
    #[must_use]
    pub fn unjoined(&self, relation: &Relation) -> Loss {
        self.lost_relation(relation, "it joins an annotation that is left out")
    }

    /// Losses of the verdicts in a set, in a format that holds none.
    #[must_use]
    pub fn lost_reviews(&self, set: &AnnotationSet) -> Vec<Loss> {
        let reason = "a verdict on somebody's annotation has no place in the format";
        let loss = |review: &crate::model::Review| {
            let of = self.sets.iter().find(|other| other.annotator == review.of.annotator);
            let of = of.and_then(|other| other.get(&review.of.annotation));
            let words = of.map(|a| a.spans.quote(&self.document.text)).unwrap_or_default();
            let quote = words.chars().take(MAX_QUOTE_CHARS).collect();
            let (file, id) = (self.document.file.clone(), review.of.annotation.clone());
            Loss { file, id, span: of.map(|a| a.spans.extent()), fate: Fate::Flattened, reason, quote }
        };
        set.reviews().map(loss).collect()
    }
}

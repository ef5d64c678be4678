//! Annotations without a place, read from and written to the list `orphans`; and those of an earlier version of the article.

use std::sync::Arc;

use indexmap::IndexMap;

use super::entry::{Entries, kind, origin, value};
use super::error::{EncodeError, EntryError};
use super::shape::{EvidenceShape, OrphanShape, QuotedSpanShape};
use super::write::{KEPT_OF_ANNOTATION, Sidecar};
use crate::format::json::{escape, keep_unknown};
use crate::model::{AnnotationId, EntityRef, Extra, Orphan, QuotedSpan};
use crate::text::{CharOffset, SpanError, SpansError};
use crate::words::say;

impl Entries<'_> {
    /// An annotation of the version of the article with this hash, where the entry does not name another.
    pub(super) fn orphan(
        &mut self,
        shape: OrphanShape<'_>,
        source: Option<&Arc<str>>,
    ) -> Result<Orphan, EntryError> {
        let named = shape.sha256.map(|sha256| Arc::from(&*sha256));
        let source = named.or_else(|| source.cloned()).ok_or(EntryError::NoSource)?;
        let mut extra = Extra::default();
        keep_unknown(&mut extra, "", &shape.unknown);
        let mut spans = shape.spans;
        spans.sort_by_key(|span| (span.start, span.end));
        let mut parts = Vec::with_capacity(spans.len());
        for (at, span) in spans.into_iter().enumerate() {
            keep_unknown(&mut extra, &format!("spans/{at}/"), &span.unknown);
            parts.push(quoted(span)?);
        }
        if parts.is_empty() {
            return Err(SpansError::None.into());
        }
        if parts.windows(2).any(|pair| pair[0].end > pair[1].start) {
            return Err(SpansError::Overlap.into());
        }
        let (mut attributes, mut evidence) = (IndexMap::new(), IndexMap::new());
        for (id, attribute) in shape.attributes.0 {
            let name: Arc<str> = Arc::from(&*id);
            let place = format!("attributes/{}/", escape(&id));
            keep_unknown(&mut extra, &place, &attribute.unknown);
            if let Some(shape) = attribute.evidence {
                keep_unknown(&mut extra, &format!("{place}evidence/"), &shape.unknown);
                evidence.insert(name.clone(), quoted_evidence(shape)?);
            }
            attributes.insert(name, value(&id, attribute.value, attribute.entity)?);
        }
        let place = || say!("format-place-orphan", id = &*shape.id);
        let created = self.time("created", shape.created.as_ref(), place, &mut extra);
        let modified = self.time("modified", shape.modified.as_ref(), place, &mut extra);
        Ok(Orphan {
            id: AnnotationId::new(&*shape.id),
            kind: kind(shape.kind),
            label: self.label(&shape.label),
            source,
            parts,
            entity: shape.entity.map(|entity| EntityRef::from(&*entity)),
            attributes,
            evidence,
            note: shape.note.0.into_owned(),
            origin: shape.origin.map(|shape| origin(shape, &mut extra)).unwrap_or_default(),
            created,
            modified,
            extra,
        })
    }
}

fn quoted(shape: QuotedSpanShape<'_>) -> Result<QuotedSpan, EntryError> {
    let context = [shape.before.0.into_owned(), shape.after.0.into_owned()];
    stretch(shape.start, shape.end, shape.quote.0.into_owned(), context)
}

fn quoted_evidence(shape: EvidenceShape<'_>) -> Result<QuotedSpan, EntryError> {
    stretch(shape.start, shape.end, shape.quote.0.into_owned(), [String::new(), String::new()])
}

/// A stretch of another text: its length at least has to be that of its words.
fn stretch(
    start: u64,
    end: u64,
    quote: String,
    [before, after]: [String; 2],
) -> Result<QuotedSpan, EntryError> {
    if start >= end {
        return Err(SpanError::Empty.into());
    }
    let offset =
        |n: u64| usize::try_from(n).map(CharOffset::new).map_err(|_too_large| SpanError::OutOfBounds);
    if u64::try_from(quote.chars().count()).ok() != Some(end - start) {
        return Err(EntryError::Length { start, end });
    }
    Ok(QuotedSpan { start: offset(start)?, end: offset(end)?, quote, before, after })
}

impl Sidecar<'_> {
    pub(super) fn orphan(&mut self, orphan: &Orphan) -> Result<(), EncodeError> {
        self.out.text("id", orphan.id.as_str());
        self.out.text("kind", orphan.kind.name());
        self.out.text("label", &orphan.label);
        self.out.text("sha256", &orphan.source);
        self.out.key("spans");
        self.out.open(b'[');
        for (at, part) in orphan.parts.iter().enumerate() {
            self.out.item();
            self.out.open(b'{');
            self.quoted(part);
            self.out.text("before", &part.before);
            self.out.text("after", &part.after);
            self.out.unknown(&orphan.extra, &format!("spans/{at}/"));
            self.out.close(b'}');
        }
        self.out.close(b']');
        if let Some(entity) = &orphan.entity {
            self.out.text("entity", entity.as_str());
        }
        self.out.key("attributes");
        self.out.open(b'{');
        for (id, value) in &orphan.attributes {
            self.out.key(id);
            self.out.open(b'{');
            self.value(&orphan.id, value)?;
            let place = |end: &str| format!("attributes/{}/{end}", escape(id));
            if let Some(evidence) = orphan.evidence.get(id) {
                self.out.key("evidence");
                self.out.open(b'{');
                self.quoted(evidence);
                self.out.unknown(&orphan.extra, &place("evidence/"));
                self.out.close(b'}');
            }
            self.out.unknown(&orphan.extra, &place(""));
            self.out.close(b'}');
        }
        self.out.close(b'}');
        self.out.text("note", &orphan.note);
        self.origin(&orphan.origin, &orphan.extra);
        self.time("created", orphan.created.as_ref(), &orphan.extra);
        self.time("modified", orphan.modified.as_ref(), &orphan.extra);
        self.unknown(&orphan.extra, &KEPT_OF_ANNOTATION);
        Ok(())
    }

    fn quoted(&mut self, stretch: &QuotedSpan) {
        self.out.key("start");
        self.out.literal(&stretch.start.to_string());
        self.out.key("end");
        self.out.literal(&stretch.end.to_string());
        self.out.text("quote", &stretch.quote);
    }
}

//! A set to bytes: the same set, the same bytes.

use serde::de::IgnoredAny;

use super::error::EncodeError;
use super::remark::LISTS;
use super::{FORMAT, OFFSET_UNIT, VERSION, context};
use crate::format::article::source_file;
use crate::format::json::{Writer, escape, number};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, AttributeValue, Document, Extra, Origin, OriginKind, Relation,
    RelationEnd, Review, Timestamp, Unread, Value, Verdict,
};
use crate::text::{SourceText, Span};

/// The bytes of a set's sidecar.
///
/// Offsets are written as Unicode code points; quotes and context are taken from the text anew. Entries that could not
/// be read follow the others of their list, by their own start.
///
/// # Errors
/// When a span is no stretch of the text, a number is not finite, or a kept value is not JSON; nothing is written then.
pub fn encode(set: &AnnotationSet, document: &Document) -> Result<Vec<u8>, EncodeError> {
    check_kept(set)?;
    let out = Writer::with_capacity(1024 + set.annotations().len() * 640);
    let mut file = Sidecar { out, text: &document.text, time: None };
    file.out.open(b'{');
    file.out.text("format", FORMAT);
    file.out.key("version");
    file.out.literal(&VERSION.to_string());
    file.source(set, document);
    file.out.text("annotator", set.annotator.as_str());
    file.out.text("state", set.state().name());
    file.list("annotations", set, set.annotations().iter().map(AsRef::as_ref), Sidecar::annotation)?;
    file.list("relations", set, set.relations(), Sidecar::relation)?;
    file.list("reviews", set, set.reviews(), Sidecar::review)?;
    // Most files have none, and stay as they were before there were any.
    for list in LISTS {
        let of_list = set.remarks().filter(|remark| remark.list() == list);
        if of_list.clone().next().is_some() || set.unread.iter().any(|unread| unread.list == list) {
            file.list(list, set, of_list, Sidecar::remark)?;
        }
    }
    if set.orphans().len() > 0 || set.unread.iter().any(|unread| unread.list == "orphans") {
        file.list("orphans", set, set.orphans(), Sidecar::orphan)?;
    }
    file.out.unknown(&set.extra, "");
    file.out.close(b'}');
    Ok(file.out.finish())
}

/// Fields of an annotation, and of a review, that are kept among the unknown ones where what they say could not be read.
pub(super) const KEPT_OF_ANNOTATION: [&str; 2] = ["created", "modified"];
const KEPT_OF_REVIEW: [&str; 2] = ["saw", "at"];

pub(super) struct Sidecar<'t> {
    pub(super) out: Writer,
    text: &'t SourceText,
    /// The time written last: most annotations have the same twice.
    time: Option<(jiff::Timestamp, String)>,
}

impl<'t> Sidecar<'t> {
    /// What `write` puts into an object, as it stands in a list of a sidecar.
    pub(super) fn fragment(
        text: &'t SourceText,
        write: impl FnOnce(&mut Self) -> Result<(), EncodeError>,
    ) -> Result<String, EncodeError> {
        let mut file = Sidecar { out: Writer::nested(2), text, time: None };
        file.out.open(b'{');
        write(&mut file)?;
        file.out.close(b'}');
        let json = file.out.finish();
        // Kept values are JSON only as long as nobody else made them.
        let json = serde_json::from_slice::<&serde_json::value::RawValue>(&json);
        json.map(|json| json.get().to_owned()).map_err(|error| EncodeError::NotJson(error.to_string()))
    }
}

impl Sidecar<'_> {
    fn source(&mut self, set: &AnnotationSet, document: &Document) {
        let file = source_file(&document.file);
        self.out.key("source");
        self.out.open(b'{');
        self.out.text("file", file.rsplit('/').next().unwrap_or(&file));
        self.out.text("sha256", &document.sha256);
        self.out.key("characters");
        self.out.literal(&document.text.chars().to_string());
        self.out.text("unit", OFFSET_UNIT);
        let mut rest = Extra::default();
        let mut said = None;
        for (path, json) in set.extra.iter() {
            if path == "source/language" {
                said = Some(json);
            } else if !matches!(path, "source/encoding" | "source/extent") {
                rest.keep(path, json);
            }
        }
        if let Some(json) = said {
            self.out.key("language");
            self.out.raw(json);
        } else if let Some(language) = &document.language {
            self.out.text("language", language);
        }
        let origin = document.text.origin();
        for (key, known) in [("encoding", origin.encoding), ("extent", origin.extent)] {
            if let Some(known) = known {
                self.out.text(key, known);
            } else if let Some(json) = set.extra.get(&format!("source/{key}")) {
                self.out.key(key);
                self.out.raw(json);
            }
        }
        self.out.unknown(&rest, "source/");
        self.out.close(b'}');
    }

    fn list<'i, T: 'i>(
        &mut self,
        list: &str,
        set: &AnnotationSet,
        entries: impl Iterator<Item = &'i T>,
        write: impl Fn(&mut Self, &T) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        self.out.key(list);
        self.out.open(b'[');
        for entry in entries {
            self.out.item();
            self.out.open(b'{');
            write(self, entry)?;
            self.out.close(b'}');
        }
        let mut unread: Vec<&Unread> = set.unread.iter().filter(|u| u.list == list).collect();
        unread.sort_by_cached_key(|u| own_start(&u.json));
        for entry in unread {
            self.out.item();
            self.out.raw(&entry.json);
        }
        self.out.close(b']');
        Ok(())
    }

    pub(super) fn annotation(&mut self, annotation: &Annotation) -> Result<(), EncodeError> {
        self.out.text("id", annotation.id.as_str());
        self.out.text("kind", annotation.kind.name());
        self.out.text("label", &annotation.label);
        self.out.key("spans");
        self.out.open(b'[');
        for (at, span) in annotation.spans.as_slice().iter().enumerate() {
            self.out.item();
            self.out.open(b'{');
            self.span(annotation.id.as_str(), *span)?;
            self.out.text("before", context::before(self.text, *span));
            self.out.text("after", context::after(self.text, *span));
            if !annotation.extra.is_empty() {
                self.out.unknown(&annotation.extra, &format!("spans/{at}/"));
            }
            self.out.close(b'}');
        }
        self.out.close(b']');
        if let Some(entity) = &annotation.entity {
            self.out.text("entity", entity.as_str());
        }
        self.out.key("attributes");
        self.out.open(b'{');
        for (id, value) in &annotation.attributes {
            self.attribute(annotation, id, value)?;
        }
        self.out.close(b'}');
        self.out.text("note", &annotation.note);
        self.origin(&annotation.origin, &annotation.extra);
        self.time("created", annotation.created.as_ref(), &annotation.extra);
        self.time("modified", annotation.modified.as_ref(), &annotation.extra);
        self.unknown(&annotation.extra, &KEPT_OF_ANNOTATION);
        Ok(())
    }

    /// A time as the file it came from spells it; one that could not be read as it stood there.
    pub(super) fn time(&mut self, key: &str, time: Option<&Timestamp>, extra: &Extra) {
        let Some(time) = time else { return self.kept(key, extra) };
        if let Some(spelled) = time.spelled() {
            return self.out.text(key, spelled);
        }
        let moment = time.moment();
        if self.time.as_ref().is_none_or(|(last, _)| *last != moment) {
            self.time = Some((moment, moment.to_string()));
        }
        if let Some((_, text)) = &self.time {
            self.out.text(key, text);
        }
    }

    /// A field whose value could not be read, where it is there.
    fn kept(&mut self, key: &str, extra: &Extra) {
        if let Some(json) = extra.get(key) {
            self.out.key(key);
            self.out.raw(json);
        }
    }

    /// The fields of an entry that this version does not know, but for those that have a place of their own.
    pub(super) fn unknown(&mut self, extra: &Extra, kept: &[&str]) {
        if kept.iter().all(|key| extra.get(key).is_none()) {
            return self.out.unknown(extra, "");
        }
        let mut rest = Extra::default();
        for (path, json) in extra.iter().filter(|(path, _)| !kept.contains(path)) {
            rest.keep(path, json);
        }
        self.out.unknown(&rest, "");
    }

    pub(super) fn span(&mut self, of: &str, span: Span) -> Result<(), EncodeError> {
        let quote = self.text.slice(span);
        if quote.is_empty() {
            return Err(EncodeError::NoSlice(of.to_owned()));
        }
        self.out.key("start");
        self.out.literal(&self.text.to_char(span.start()).to_string());
        self.out.key("end");
        self.out.literal(&self.text.to_char(span.end()).to_string());
        self.out.text("quote", quote);
        Ok(())
    }

    fn attribute(
        &mut self,
        annotation: &Annotation,
        id: &str,
        value: &AttributeValue,
    ) -> Result<(), EncodeError> {
        self.out.key(id);
        self.out.open(b'{');
        self.value(&annotation.id, &value.value)?;
        let place = |end: &str| format!("attributes/{}/{end}", escape(id));
        if let Some(evidence) = value.evidence {
            self.out.key("evidence");
            self.out.open(b'{');
            self.span(annotation.id.as_str(), evidence.span)?;
            self.out.unknown(&annotation.extra, &place("evidence/"));
            self.out.close(b'}');
        }
        self.out.unknown(&annotation.extra, &place(""));
        self.out.close(b'}');
        Ok(())
    }

    /// What an attribute of an annotation says.
    pub(super) fn value(&mut self, id: &AnnotationId, value: &Value) -> Result<(), EncodeError> {
        match value {
            Value::Text(text) => self.out.text("value", text),
            Value::Many(many) => {
                self.out.key("value");
                self.out.open(b'[');
                for text in many {
                    self.out.item();
                    self.out.string(text);
                }
                self.out.close(b']');
            }
            Value::Flag(flag) => {
                self.out.key("value");
                self.out.literal(if *flag { "true" } else { "false" });
            }
            Value::Number(n) if !n.is_finite() => {
                return Err(EncodeError::NotFinite(id.to_string()));
            }
            Value::Number(n) => {
                self.out.key("value");
                self.out.literal(&number(*n, false));
            }
            Value::Entity(entity) => self.out.text("entity", entity.as_str()),
        }
        Ok(())
    }

    pub(super) fn origin(&mut self, origin: &Origin, extra: &Extra) {
        self.out.key("origin");
        self.out.open(b'{');
        self.out.text(
            "by",
            match origin.by {
                OriginKind::Hand => "hand",
                OriginKind::Propagated => "propagated",
                OriginKind::Import => "import",
                OriginKind::Model => "model",
                OriginKind::Adjudicated => "adjudicated",
            },
        );
        match &origin.from {
            Some(from) if origin.by == OriginKind::Adjudicated && from.contains('\n') => {
                self.out.key("from");
                self.out.open(b'[');
                for source in from.split('\n') {
                    self.out.item();
                    self.out.string(source);
                }
                self.out.close(b']');
            }
            Some(from) => self.out.text("from", from),
            None => {}
        }
        if let Some(score) = origin.score.filter(|s| s.is_finite()) {
            self.out.key("score");
            self.out.literal(&number(score, true));
        }
        if let Some(rule) = &origin.rule {
            self.out.text("rule", rule);
        }
        self.out.unknown(extra, "origin/");
        self.out.close(b'}');
    }

    #[expect(clippy::unnecessary_wraps, reason = "one shape for every kind of entry")]
    pub(super) fn relation(&mut self, relation: &Relation) -> Result<(), EncodeError> {
        self.out.text("id", relation.id.as_str());
        self.out.text("label", &relation.label);
        self.out.text("from", relation.from.as_str());
        match &relation.to {
            RelationEnd::Here(id) => self.out.text("to", id.as_str()),
            RelationEnd::There { file, annotator, annotation } => {
                self.out.key("to");
                self.out.open(b'{');
                self.out.text("file", file);
                self.out.text("annotator", annotator.as_str());
                self.out.text("annotation", annotation.as_str());
                self.out.unknown(&relation.extra, "to/");
                self.out.close(b'}');
            }
        }
        if !relation.note.is_empty() {
            self.out.text("note", &relation.note);
        }
        self.out.unknown(&relation.extra, "");
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "one shape for every kind of entry")]
    pub(super) fn review(&mut self, review: &Review) -> Result<(), EncodeError> {
        self.out.key("of");
        self.out.open(b'{');
        self.out.text("annotator", review.of.annotator.as_str());
        self.out.text("annotation", review.of.annotation.as_str());
        self.out.unknown(&review.extra, "of/");
        self.out.close(b'}');
        match review.saw {
            Some(saw) => self.out.text("saw", &saw.to_string()),
            None => self.kept("saw", &review.extra),
        }
        self.out.text(
            "verdict",
            match review.verdict {
                Verdict::Accepted => "accepted",
                Verdict::Rejected => "rejected",
                Verdict::Question => "question",
            },
        );
        self.out.text("comment", &review.comment);
        if review.heard > 0 {
            self.out.key("heard");
            self.out.literal(&review.heard.to_string());
        }
        self.time("at", review.at.as_ref(), &review.extra);
        self.unknown(&review.extra, &KEPT_OF_REVIEW);
        Ok(())
    }
}

/// Every kept value has to be JSON still, or the file would not be.
fn check_kept(set: &AnnotationSet) -> Result<(), EncodeError> {
    let extras = set.annotations().iter().map(|a| &a.extra).chain(set.relations().map(|r| &r.extra));
    let extras = extras.chain(set.reviews().map(|r| &r.extra)).chain(set.orphans().map(|o| &o.extra));
    let extras = extras.chain(set.remarks().map(|r| &r.extra)).chain([&set.extra]);
    let kept = extras.flat_map(Extra::iter).map(|(_, json)| json);
    for json in kept.chain(set.unread.iter().map(|u| u.json.as_str())) {
        serde_json::from_str::<IgnoredAny>(json).map_err(|e| EncodeError::NotJson(e.to_string()))?;
    }
    Ok(())
}

/// Where an entry that could not be read says it starts; those that do not say go last.
fn own_start(json: &str) -> u64 {
    let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    value.pointer("/spans/0/start").and_then(serde_json::Value::as_u64).unwrap_or(u64::MAX)
}

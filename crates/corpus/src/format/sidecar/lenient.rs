//! Lenient reading, entry by entry: one that cannot be read costs no other. Slower, so only where strict reading failed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::entry::{self, Entries};
use super::error::{EntryError, SidecarError};
use super::read::{Earlier, Read, keep_source, unaligned};
use super::remark::LISTS;
use super::shape::SourceShape;
use super::value::StateShape;
use super::{FORMAT, OFFSET_UNIT, VERSION};
use crate::format::decoded::in_a_line;
use crate::format::encoding::without_bom;
use crate::format::json::{AnyObject, Text, escape};
use crate::format::localized::{Localized as _, json_kind_where_not_english};
use crate::format::{Decoded, Issue};
use crate::model::{
    AnnotationId, AnnotationSet, Annotator, Document, Extra, ReviewTarget, Timestamp, Unread,
};
use crate::text::SourceText;
use crate::words::{Language, say, shown, speaking, text};

pub(super) fn read(bytes: &[u8], document: &Document) -> Result<Read, SidecarError> {
    let Head { file, source, set } = Head::read(bytes, document)?;
    let mut lost = Lost::default();
    let mut entries = Entries::new(&document.text);
    let mut ids = HashSet::new();
    let annotations = lost.list("annotations", file.list("annotations")?, |json| {
        let annotation = entries.annotation(serde_json::from_str(json)?)?;
        fresh(&mut ids, &annotation.id)?;
        Ok(annotation)
    });
    let (mut set, _) = set.with_annotations(annotations);
    rest(&file, &mut set, &mut lost, &mut entries, ids)?;
    let mut issues = lost.into_issues(&mut set);
    issues.extend(entries.issues);
    issues.extend(unaligned(&set, document));
    Ok(Read { decoded: Decoded { value: set, issues }, sha256: source.sha256.0.into_owned() })
}

/// The same with every annotation as an orphan of the version the file was made for.
pub(super) fn read_earlier(bytes: &[u8], document: &Document) -> Result<Decoded<Earlier>, SidecarError> {
    let bytes = without_bom(bytes);
    let Head { file, source, mut set } = Head::read(bytes, document)?;
    let sha256: Arc<str> = Arc::from(&*source.sha256);
    let mut lost = Lost::default();
    let mut entries = Entries::new(&document.text);
    let mut ids = HashSet::new();
    let orphans = lost.list("annotations", file.list("annotations")?, |json| {
        let orphan = entries.orphan(serde_json::from_str(json)?, Some(&sha256))?;
        fresh(&mut ids, &orphan.id)?;
        Ok(orphan)
    });
    for orphan in orphans {
        set.insert_orphan(orphan);
    }
    rest(&file, &mut set, &mut lost, &mut entries, ids)?;
    let mut issues = lost.into_issues(&mut set);
    issues.extend(entries.issues);
    Ok(Decoded { value: Earlier { set, sha256, characters: source.characters }, issues })
}

/// What holds a sidecar together, and an empty set of its annotator.
struct Head<'a> {
    file: Fields<'a>,
    source: SourceShape<'a>,
    set: AnnotationSet,
}

impl<'a> Head<'a> {
    fn read(bytes: &'a [u8], document: &Document) -> Result<Self, SidecarError> {
        let file: AnyObject<'_> = serde_json::from_slice(bytes).map_err(|e| not_json(&e))?;
        let file = Fields(file);
        let format: Text<'_> =
            file.get("format").map_err(|_not_text| SidecarError::OtherFormat(String::new()))?;
        if &*format != FORMAT {
            return Err(SidecarError::OtherFormat(in_a_line(&format)));
        }
        let version: u64 = file.get("version")?;
        if version != VERSION {
            return Err(SidecarError::OtherVersion(version));
        }
        let source: SourceShape<'_> = file.get("source")?;
        if &*source.unit != OFFSET_UNIT {
            return Err(SidecarError::OtherUnit(in_a_line(&source.unit)));
        }
        let annotator: Text<'_> = file.get("annotator")?;
        let annotator = Annotator::new(&annotator).map_err(|e| wrong("annotator", &e.localized()))?;
        let mut set = AnnotationSet::new(annotator);
        set.set_state(entry::state(file.get::<StateShape>("state")?));
        file.keep_rest(&mut set.extra);
        keep_source(&mut set.extra, &source, document);
        Ok(Self { file, source, set })
    }
}

/// Orphans, relations and verdicts; `ids` are those of the annotations.
fn rest(
    file: &Fields<'_>,
    set: &mut AnnotationSet,
    lost: &mut Lost,
    entries: &mut Entries<'_>,
    mut ids: HashSet<AnnotationId>,
) -> Result<(), SidecarError> {
    let orphans = lost.list("orphans", file.list("orphans")?, |json| {
        let orphan = entries.orphan(serde_json::from_str(json)?, None)?;
        fresh(&mut ids, &orphan.id)?;
        Ok(orphan)
    });
    for orphan in orphans {
        set.insert_orphan(orphan);
    }
    ids.clear();
    let relations = lost.list("relations", file.list("relations")?, |json| {
        let relation = entry::relation(serde_json::from_str(json)?)?;
        fresh(&mut ids, &relation.id)?;
        Ok(relation)
    });
    for relation in relations {
        set.insert_relation(relation);
    }
    let reviews = file.list("reviews")?;
    let (latest, mut entry) = (latest(&reviews, entries.text()), 0..);
    let reviews = lost.list("reviews", reviews, |json| {
        let entry = entry.next();
        let review = entries.review(serde_json::from_str(json)?)?;
        let counts = latest.get(&review.of).map(|(_, entry)| *entry) == entry;
        if counts { Ok(review) } else { Err(EntryError::Superseded) }
    });
    for review in reviews {
        set.insert_review(review);
    }
    remarks(file, set, lost, entries)
}

/// What is said in reviews beside verdicts; of two about the same the first counts.
fn remarks(
    file: &Fields<'_>,
    set: &mut AnnotationSet,
    lost: &mut Lost,
    entries: &mut Entries<'_>,
) -> Result<(), SidecarError> {
    for list in LISTS {
        let mut known = HashSet::new();
        let all = lost.list(list, file.list(list)?, |json| {
            let remark = match list {
                "decisions" => entries.decision(&serde_json::from_str(json)?)?,
                "answers" => entries.answer(serde_json::from_str(json)?)?,
                _ => entries.returned(serde_json::from_str(json)?)?,
            };
            if known.insert(remark.about.clone()) { Ok(remark) } else { Err(EntryError::Twice) }
        });
        for remark in all {
            set.insert_remark(remark);
        }
    }
    Ok(())
}

/// Of each annotation with verdicts the time and entry of the one that counts: the latest, of those at one time the last.
fn latest(reviews: &[&RawValue], text: &SourceText) -> HashMap<ReviewTarget, (Option<Timestamp>, usize)> {
    let mut entries = Entries::new(text);
    let mut latest = HashMap::new();
    for (entry, json) in reviews.iter().enumerate() {
        let shape = serde_json::from_str(json.get()).ok();
        let Some(review) = shape.and_then(|shape| entries.review(shape).ok()) else { continue };
        let known = latest.entry(review.of).or_default();
        *known = (review.at, entry).max(std::mem::take(known));
    }
    latest
}

fn fresh(ids: &mut HashSet<AnnotationId>, id: &AnnotationId) -> Result<(), EntryError> {
    if ids.insert(id.clone()) { Ok(()) } else { Err(EntryError::Twice) }
}

/// Entries that could not be read.
#[derive(Default)]
struct Lost {
    unread: Vec<Unread>,
    issues: Vec<Issue>,
}

impl Lost {
    /// Keeps the entries in the set, and gives what is wrong with them.
    fn into_issues(self, set: &mut AnnotationSet) -> Vec<Issue> {
        set.unread = self.unread;
        self.issues
    }

    fn list<T>(
        &mut self,
        list: &'static str,
        entries: Vec<&RawValue>,
        mut read: impl FnMut(&str) -> Result<T, EntryError>,
    ) -> Vec<T> {
        let mut good = Vec::with_capacity(entries.len());
        for (at, json) in entries.into_iter().map(RawValue::get).enumerate() {
            match read(json) {
                Ok(value) => good.push(value),
                Err(error) => {
                    let what = say!("format-sidecar-entry", list = list, error = shown(&error));
                    let place = say!("format-place-entry", list = list, number = shown(at + 1));
                    self.issues.push(Issue::new(place, what, text("format-sidecar-entry-hint")));
                    // Sets are compared, whatever is spoken where they are read.
                    let reason = speaking(Language::English, || error.to_string());
                    self.unread.push(Unread { list, json: json.to_owned(), reason });
                }
            }
        }
        good
    }
}

/// The top level of the file, each key by itself.
struct Fields<'a>(AnyObject<'a>);

impl<'a> Fields<'a> {
    fn raw(&self, key: &str) -> Option<&'a str> {
        self.0.unknown.get(key).map(|json| json.get())
    }

    fn get<T: Deserialize<'a>>(&self, key: &'static str) -> Result<T, SidecarError> {
        let json = self.raw(key).ok_or_else(|| wrong(key, text("format-sidecar-missing")))?;
        serde_json::from_str(json).map_err(|e| wrong(key, &e.localized()))
    }

    /// A list; only `annotations` has to be there.
    fn list(&self, key: &'static str) -> Result<Vec<&'a RawValue>, SidecarError> {
        if self.raw(key).is_none() && key != "annotations" {
            return Ok(Vec::new());
        }
        self.get(key)
    }

    fn keep_rest(&self, extra: &mut Extra) {
        const KNOWN: [&str; 12] = [
            "format",
            "version",
            "source",
            "annotator",
            "state",
            "annotations",
            "relations",
            "reviews",
            "decisions",
            "answers",
            "returned",
            "orphans",
        ];
        for (key, json) in self.0.unknown.iter().filter(|(key, _)| !KNOWN.contains(&&***key)) {
            extra.keep(escape(key), json.get());
        }
    }
}

fn wrong(field: &str, why: &str) -> SidecarError {
    SidecarError::WrongShape { field: field.to_owned(), why: in_a_line(why) }
}

pub(super) fn not_json(error: &serde_json::Error) -> SidecarError {
    if error.is_data() {
        return wrong("outer object", &error.localized());
    }
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    let what = in_a_line(json_kind_where_not_english(error).unwrap_or(what));
    SidecarError::NotJson { what, line: error.line(), column: error.column() }
}

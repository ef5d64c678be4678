//! A UIMA CAS, however it was written: its views as articles, its layers as annotations, relations and attributes.
//!
//! Types are told by what they have, so custom layers of `INCEpTION` come in. Words, sentences and lemmas are what a pipeline
//! makes, and no annotations.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::tree::{Look as _, parse};
use super::{Link, Mark, OffsetUnit, Reading, Record, Remark, entity_files, value};
use crate::format::article::ArticleKind;
use crate::model::{AnnotationKind, State, Value};

pub(super) const SOFA: &str = "uima.cas.Sofa";
pub(super) const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
pub(super) const CLAIM: &str = "tippani.Claim";
pub(super) const RELATION: &str = "tippani.Relation";
pub(super) const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
/// `DKPro` Core's types begin so.
const DKPRO: &str = "de.tudarmstadt.ukp.dkpro.core.api.";
/// Packages of `DKPro` Core whose types are what analysts mark.
const MARKED: [&str; 3] = ["ner.", "coref.", "semantics."];
/// Types that are of every text that went through a pipeline.
pub(super) const OF_PIPELINES: [&str; 7] =
    ["Token", "Sentence", "Lemma", "Stem", "POS", "DocumentMetaData", "DocumentAnnotation"];
/// Features that name what a mark or relation is, the first there is.
const LABELS: [&str; 4] = ["value", "label", "Label", "referenceType"];
/// Pairs of features by which a relation joins two marks.
const ENDS: [(&str, &str); 3] = [("Governor", "Dependent"), ("source", "target"), ("from", "to")];

/// A name of the whole file is that of each view, so it is no longer than this.
const MAX_NAME_BYTES: usize = 1000;
/// Bytes of arrays that are copied beyond one copy of each: any number of features may refer to one long array.
const SHARED_BYTES: usize = 1 << 24;

/// The bytes of arrays that may still be copied into the features that refer to them.
#[derive(Debug)]
pub(super) struct ArrayRoom(usize);

impl ArrayRoom {
    /// Room for arrays of these sizes, each once, and for some of them again.
    pub(super) fn of(sizes: impl Iterator<Item = usize>) -> Self {
        Self(sizes.fold(SHARED_BYTES, usize::saturating_add))
    }

    /// Whether there is room for one more copy of this size; it has it then.
    pub(super) fn take(&mut self, size: usize) -> bool {
        let left = self.0.checked_sub(size);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// What a feature holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Feature {
    /// A value.
    Plain(Value),
    /// Another structure.
    Reference(String),
    /// Several.
    References(Vec<String>),
}

/// A feature structure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Structure {
    pub id: String,
    pub kind: String,
    pub sofa: Option<String>,
    pub features: BTreeMap<String, Feature>,
}

impl Structure {
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.features.get(name)? {
            Feature::Plain(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(super) fn offset(&self, name: &str) -> Option<usize> {
        match self.features.get(name)? {
            Feature::Plain(Value::Number(number)) if *number >= 0.0 && number.fract() == 0.0 => {
                Some(*number as usize)
            }
            Feature::Plain(Value::Text(text)) => text.parse().ok(),
            _ => None,
        }
    }

    fn reference(&self, name: &str) -> Option<&str> {
        match self.features.get(name)? {
            Feature::Reference(id) => Some(id),
            _ => None,
        }
    }

    fn part(&self) -> Option<(usize, usize)> {
        self.offset("begin").zip(self.offset("end"))
    }

    /// The last part of its type's name.
    pub(super) fn short(&self) -> &str {
        self.kind.rsplit('.').next().unwrap_or(&self.kind)
    }

    fn label(&self) -> String {
        let named = LABELS.iter().find_map(|name| self.text(name)).filter(|label| !label.is_empty());
        named.unwrap_or_else(|| self.short()).to_owned()
    }

    fn ends(&self) -> Option<(&str, &str)> {
        ENDS.iter().find_map(|(from, to)| Some((self.reference(from)?, self.reference(to)?)))
    }
}

/// The articles of a CAS.
pub(super) fn articles(place: &str, structures: &[Structure]) -> Reading {
    let mut reading = Reading::default();
    let views: Vec<&Structure> = structures.iter().filter(|s| s.kind == SOFA).collect();
    let is_own =
        structures.iter().any(|s| s.kind == CLAIM || s.kind == RELATION || s.text("details").is_some())
            || structures.iter().any(|s| s.kind == METADATA && s.text("tippani").is_some());
    let user = structures.iter().find(|s| s.short() == "CASMetadata");
    let all: HashMap<&str, &Structure> = structures.iter().map(|s| (s.id.as_str(), s)).collect();
    let user_text =
        |name: &str| user?.text(name).filter(|text| !text.is_empty() && text.len() <= MAX_NAME_BYTES);
    let mut seen: HashSet<&str> = HashSet::new();
    let mut by_view = by_view(structures, &views);
    for (n, view) in views.iter().enumerate() {
        let own = by_view.remove(view.id.as_str()).unwrap_or_default();
        let name = view.text("sofaID").unwrap_or("_InitialView");
        let Some(text) = view.text("sofaString") else {
            let what = "a view has no text";
            let marks = own.iter().filter(|s| s.part().is_some()).count();
            reading.remarks.push(Remark::without(place, what, name, marks));
            continue;
        };
        let meta = own.iter().find(|s| s.kind == METADATA);
        let title = meta.and_then(|meta| meta.text("documentTitle").or_else(|| meta.text("documentId")));
        let title = title.or_else(|| user_text("sourceDocumentName"));
        let is_first = name == "_InitialView" || n == 0;
        let is_another_set = !seen.insert(text);
        let annotator = meta.filter(|_| is_own).and_then(|meta| meta.text("documentId"));
        let annotator = annotator.or_else(|| user_text("username")).filter(|who| !who.is_empty());
        let mut record = Record {
            place: place.to_owned(),
            file: title.filter(|title| is_first && ArticleKind::of(title).is_some()).map(str::to_owned),
            title: Some(match title {
                Some(title) if is_first => title.to_owned(),
                Some(title) => format!("{title}-{name}"),
                None => name.trim_start_matches('_').to_owned(),
            }),
            text: Some(text.to_owned()),
            annotator: if is_another_set { Some(name.to_owned()) } else { annotator.map(str::to_owned) },
            state: meta.and_then(|meta| value::state_of(meta.text("tippani")?)).or(Some(State::Done)),
            unit: Some(OffsetUnit::Utf16),
            ..Record::default()
        };
        let remarks = &mut reading.remarks;
        Layers { record: &mut record, remarks, structures: &own, all: &all, real: HashMap::new() }.read();
        reading.records.push(record);
    }
    if views.is_empty() {
        let marks = structures.iter().filter(|s| s.part().is_some()).count();
        reading.remarks.push(Remark::without(place, "it has no text", "", marks));
    }
    reading
}

/// The structures of each view, by its identifier; those that name none are of the first. Of views that share an identifier
/// the first has them.
fn by_view<'s>(structures: &'s [Structure], views: &[&'s Structure]) -> HashMap<&'s str, Vec<&'s Structure>> {
    let first = views.first().map(|view| view.id.as_str());
    let mut all: HashMap<&str, Vec<&Structure>> = HashMap::new();
    for structure in structures.iter().filter(|s| s.kind != SOFA) {
        if let Some(view) = structure.sofa.as_deref().or(first) {
            all.entry(view).or_default().push(structure);
        }
    }
    all
}

/// The layers of a view on their way into a record.
struct Layers<'a> {
    record: &'a mut Record,
    remarks: &'a mut Vec<Remark>,
    structures: &'a [&'a Structure],
    /// Every structure of the CAS, by identifier.
    all: &'a HashMap<&'a str, &'a Structure>,
    /// The marks' identifiers, by the structures'.
    real: HashMap<String, String>,
}

impl Layers<'_> {
    fn read(&mut self) {
        let mut known = HashMap::new();
        let mut marks = Vec::new();
        for structure in self.structures {
            let Some(part) = structure.part() else { continue };
            if self.is_of_pipeline(structure) || structure.ends().is_some() {
                continue;
            }
            if ["Governor", "Dependent"].iter().any(|end| structure.reference(end).is_some()) {
                let what = "a relation has a missing end";
                self.remarks.push(Remark::dropped(&self.record.place, what, structure.short()));
                continue;
            }
            let mut mark = mark(structure, part);
            let details = structure.text("details").and_then(|text| parse(text).ok());
            if let Some(details) = details {
                value::more(&mut mark, &details);
                mark.id = details.text("id").or(mark.id);
            }
            self.real.insert(structure.id.clone(), mark.id.clone().unwrap_or_default());
            marks.push(*structure);
            self.record.merge(mark, &mut known);
        }
        for structure in self.structures {
            if let Some((from, to)) = structure.ends().filter(|_| !is_linguistic(&structure.kind)) {
                let link = self.link(structure.label(), (from, to), structure.text("id"));
                self.record.links.push(link);
                self.features_of_relation(structure);
            }
        }
        for structure in marks {
            self.slots(structure);
        }
    }

    /// Whether it is a word, a sentence or the like; a layer of a pipeline that is none of these is told.
    fn is_of_pipeline(&mut self, structure: &Structure) -> bool {
        if OF_PIPELINES.contains(&structure.short()) || structure.short() == "CASMetadata" {
            return true;
        }
        let is_linguistic = is_linguistic(&structure.kind);
        if is_linguistic {
            let what = "a linguistic layer is not an annotation";
            self.remarks.push(Remark::without(&self.record.place, what, structure.short(), 1));
        }
        is_linguistic
    }

    fn link(&self, label: String, (from, to): (&str, &str), id: Option<&str>) -> Link {
        let real = |id: &str| self.real.get(id).cloned().unwrap_or_else(|| id.to_owned());
        Link {
            id: id.map(str::to_owned),
            label,
            from: real(from),
            to: real(to),
            line: 0,
            note: String::new(),
        }
    }

    fn features_of_relation(&mut self, structure: &Structure) {
        let named = LABELS.iter().find(|name| structure.text(name).is_some());
        for (name, feature) in &structure.features {
            let is_known = ["begin", "end", "id"].contains(&name.as_str()) || named == Some(&name.as_str());
            if matches!(feature, Feature::Plain(_)) && !is_known {
                let what = "features of relations are not supported";
                self.remarks.push(Remark::dropped(&self.record.place, what, name));
            }
        }
    }

    /// What a mark refers to: other marks, by the feature's name or the role of a link.
    fn slots(&mut self, structure: &Structure) {
        for (name, feature) in &structure.features {
            let targets = match feature {
                Feature::Plain(_) => continue,
                Feature::Reference(id) => vec![id],
                Feature::References(all) => all.iter().collect(),
            };
            for target in targets {
                let slot = self.all.get(target.as_str()).filter(|slot| slot.part().is_none());
                let role = slot.and_then(|slot| slot.text("role")).unwrap_or(name).to_owned();
                let target = slot.and_then(|slot| slot.reference("target")).unwrap_or(target);
                if self.real.contains_key(target) {
                    let link = self.link(role, (&structure.id, target), None);
                    self.record.links.push(link);
                } else {
                    let what = "a feature refers to something other than an annotation";
                    self.remarks.push(Remark::dropped(&self.record.place, what, name));
                }
            }
        }
    }
}

/// Whether a type is of a pipeline, and not of what analysts mark.
pub(super) fn is_linguistic(kind: &str) -> bool {
    let package = kind.strip_prefix(DKPRO);
    package.is_some_and(|package| !MARKED.iter().any(|marked| package.starts_with(marked)))
}

fn mark(structure: &Structure, part: (usize, usize)) -> Mark {
    let entity = structure.text("identifier").filter(|id| !id.is_empty()).map(entity_files::of_iri);
    let mut mark = Mark {
        id: Some(structure.id.clone()),
        label: structure.label(),
        spans: vec![part],
        entity: entity.map(str::to_owned),
        ..Mark::default()
    };
    mark.kind = match structure.kind.as_str() {
        ENTITY => Some(AnnotationKind::Entity),
        CLAIM => Some(AnnotationKind::Claim),
        _ if structure.short().to_lowercase().contains("claim") => Some(AnnotationKind::Claim),
        _ => None,
    };
    let named = LABELS.iter().find(|name| structure.text(name).is_some_and(|label| !label.is_empty()));
    for (name, feature) in &structure.features {
        let is_known = ["begin", "end", "identifier", "details"].contains(&name.as_str())
            || named == Some(&name.as_str());
        if let Feature::Plain(value) = feature
            && !is_known
        {
            mark.attributes.insert(name.clone(), (value.clone(), None));
        }
    }
    mark
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ArrayRoom, Feature, SHARED_BYTES, SOFA, Structure, articles};
    use crate::model::Value;

    /// A structure of a type with these features, in a view.
    fn structure(kind: &str, id: &str, sofa: Option<&str>, features: &[(&str, &str)]) -> Structure {
        let plain = |text: &str| Feature::Plain(Value::Text(text.to_owned()));
        let features: BTreeMap<String, Feature> =
            features.iter().map(|(name, text)| ((*name).to_owned(), plain(text))).collect();
        Structure { id: id.to_owned(), kind: kind.to_owned(), sofa: sofa.map(str::to_owned), features }
    }

    #[test]
    fn each_view_has_its_own_structures_and_the_first_those_of_none() {
        fn check(views: &[&str], marks: &[Option<&str>], expected: &[usize]) {
            let sofas = views.iter().map(|id| structure(SOFA, id, None, &[("sofaString", id)]));
            let place = [("begin", "0"), ("end", "1")];
            let marks = marks.iter().map(|sofa| structure("x.Mark", "m", *sofa, &place));
            let all: Vec<Structure> = sofas.chain(marks).collect();
            let found: Vec<usize> = articles("x", &all)
                .records
                .iter()
                .flat_map(|r| r.marks.iter().map(|m| m.spans.len()))
                .collect();
            assert_eq!(found, expected, "{} views", views.len());
        }
        check(&["1", "2"], &[Some("1"), None, Some("2"), Some("3")], &[2, 1]);
        check(&["1", "1"], &[Some("1"), None], &[2]);
        check(&[], &[None], &[]);
        // Many views with a mark each.
        let ids: Vec<String> = (0..50_000).map(|n| n.to_string()).collect();
        let views: Vec<&str> = ids.iter().map(String::as_str).collect();
        let marks: Vec<Option<&str>> = views.iter().map(|id| Some(*id)).collect();
        check(&views, &marks, &vec![1; views.len()]);
    }

    #[test]
    fn arrays_are_copied_once_and_a_little_more() {
        fn check(sizes: &[usize], copies: &[usize], expected: &[bool]) {
            let mut room = ArrayRoom::of(sizes.iter().copied());
            let found: Vec<bool> = copies.iter().map(|size| room.take(*size)).collect();
            assert_eq!(found, expected, "{sizes:?} {copies:?}");
        }
        check(&[3], &[3, SHARED_BYTES, 1, 0], &[true, true, false, true]);
        check(&[SHARED_BYTES + 1; 2], &[SHARED_BYTES + 1; 3], &[true, true, false]);
        check(&[usize::MAX], &[usize::MAX, 1], &[true, false]);
    }
}

//! Claim frames as the AIDA interchange format has them: an RDF graph of claims with who makes them, what they are sure of, where it
//! stands in the text, and which other claims support or refute them.
//! <https://github.com/NextCenturyCorporation/AIDA-Interchange-Format>
//!
//! N-Triples, which are Turtle. What the frame has no word for stands as JSON in `aida:privateData`. Offsets are code points, the last
//! one inclusive. A link is a triple about the claim that is supported or refuted, in whatever article that stands.

use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::NTriplesParser;
use serde_json::json;

use super::read::{Entry, Input};
use super::table::{Direction, Format, Frame};
use super::tree::{Look as _, parse};
use super::{
    Article, Encoded, Fate, FilePiece, Mark, OffsetUnit, PieceKind, Reading, Record, entity_files, graph,
    tables, value,
};
use crate::model::{Annotation, AnnotationKind, AnnotationSet, EntityRef, EntryKey, Relation, Value};
use crate::text::Span;

const AIDA: &str = "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/resources/com/ncc/aif/ontologies/InterchangeOntology#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
const SYSTEM: &str = "urn:tippani:system";

/// The row of the table of formats.
pub(super) const FORMAT: Format = Format {
    id: "aif",
    name: "AIDA interchange (Turtle)",
    explanation: "Claim frames with claimers, stance, evidence and links between claims",
    unit: Some(OffsetUnit::CodePoint),
    encode,
    frame: Frame { before: b"", between: b"", after: b"" },
    companions: |_, _| Vec::new(),
    ending: "ttl",
    input: Input::Beside(decode, ""),
    direction: Direction::Out,
};

/// Triples under way.
struct Facts<'a, 'b> {
    article: &'a Article<'b>,
    lines: String,
    /// Numbers what has no name; its article and annotator are part of it.
    nameless: usize,
}

fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut facts = Facts { article, lines: String::new(), nameless: 0 };
    facts.class(SYSTEM, "System");
    for set in article.sets {
        for annotation in set.annotations() {
            out.annotations += 1;
            match annotation.kind {
                AnnotationKind::Entity => facts.mention(set, annotation),
                AnnotationKind::Claim => facts.claim(set, annotation),
            }
        }
        for relation in set.relations() {
            if !facts.link(set, relation) {
                let reason = "a claim frame has identical, related, supporting and refuting claims only";
                out.losses.push(article.lost_relation(relation, reason));
            }
        }
        let is_discontinuous =
            |annotation: &&std::sync::Arc<Annotation>| annotation.spans.as_slice().len() > 1;
        let widened = set.annotations().iter().filter(is_discontinuous);
        let reason = "the justification of a claim has one place, from its first part to its last";
        out.losses.extend(widened.map(|annotation| article.loss(annotation, Fate::Widened, reason)));
    }
    let bytes = facts.lines.into_bytes();
    out.pieces.push(FilePiece { path: "claims.ttl".to_owned(), bytes, part: PieceKind::Next });
    out
}

fn aida(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{AIDA}{name}"))
}

fn text(text: &str) -> Term {
    Literal::new_simple_literal(text).into()
}

fn typed(text: impl Into<String>, kind: &str) -> Term {
    Literal::new_typed_literal(text, NamedNode::new_unchecked(format!("{XSD}{kind}"))).into()
}

impl Facts<'_, '_> {
    fn say(&mut self, subject: &str, predicate: NamedNode, object: impl Into<Term>) {
        let subject = NamedOrBlankNode::from(NamedNode::new_unchecked(subject));
        self.lines.push_str(&Triple::new(subject, predicate, object.into()).to_string());
        self.lines.push_str(" .\n");
    }

    fn class(&mut self, subject: &str, class: &str) {
        self.say(subject, NamedNode::new_unchecked(RDF_TYPE), aida(class));
        if class != "System" {
            self.say(subject, aida("system"), NamedNode::new_unchecked(SYSTEM));
        }
    }

    /// Another thing that is a part of one.
    fn part(&mut self, of: &str, class: &str) -> String {
        self.nameless += 1;
        let part = format!("{of}:{}", self.nameless);
        self.class(&part, class);
        part
    }

    fn justification(&mut self, of: &str, span: Span) -> String {
        let (start, end) = self.article.offsets(OffsetUnit::CodePoint, span);
        let part = self.part(of, "TextJustification");
        let file = self.article.document.file.clone();
        self.say(&part, aida("source"), text(&file));
        self.say(&part, aida("sourceDocument"), text(&file));
        self.say(&part, aida("startOffset"), typed(start.to_string(), "integer"));
        self.say(&part, aida("endOffsetInclusive"), typed(end.saturating_sub(1).to_string(), "integer"));
        let confidence = self.part(&part, "Confidence");
        self.say(&confidence, aida("confidenceValue"), typed("1.0E0", "double"));
        self.say(&part, aida("confidence"), NamedNode::new_unchecked(confidence));
        part
    }

    /// What the format has no word for.
    fn private(&mut self, of: &str, set: &AnnotationSet, annotation: &Annotation) {
        let parts: Vec<_> = annotation
            .spans
            .as_slice()
            .iter()
            .map(|span| {
                let (start, end) = self.article.offsets(OffsetUnit::CodePoint, *span);
                json!({ "start": start, "end": end, "quote": self.article.quote(*span) })
            })
            .collect();
        let said = json!({
            "annotator": set.annotator.as_str(),
            "id": annotation.id.as_str(),
            "label": &*annotation.label,
            "parts": parts,
            "attributes": value::attributes(self.article, OffsetUnit::CodePoint, annotation),
            "note": annotation.note,
        });
        let part = self.part(of, "PrivateData");
        self.say(&part, aida("jsonContent"), text(&said.to_string()));
        self.say(of, aida("privateData"), NamedNode::new_unchecked(part));
    }

    /// An entity and the cluster it stands for; the same wherever it is spoken of. Gives its address.
    fn entity(&mut self, address: String, name: &str) -> String {
        self.class(&address, "Entity");
        self.say(&address, aida("handle"), text(name));
        let cluster = format!("{address}:cluster");
        self.class(&cluster, "SameAsCluster");
        self.say(&cluster, aida("prototype"), NamedNode::new_unchecked(&address));
        address
    }

    /// A mention: an entity of its own, or one more place of one that is known.
    fn mention(&mut self, set: &AnnotationSet, annotation: &Annotation) {
        let own =
            graph::annotation(&EntryKey::new(&self.article.document.file, &set.annotator, &annotation.id));
        let quote = annotation.spans.quote(&self.article.document.text);
        let mention = self.entity(own, &quote);
        let justification = self.justification(&mention, annotation.spans.extent());
        self.say(&mention, aida("justifiedBy"), NamedNode::new_unchecked(justification));
        self.private(&mention, set, annotation);
        if let Some(entity) = annotation.entity.as_ref().filter(|e| matches!(e, EntityRef::Entity(_))) {
            let known = self.known(entity);
            let membership = self.part(&mention, "ClusterMembership");
            self.say(&membership, aida("cluster"), NamedNode::new_unchecked(format!("{known}:cluster")));
            self.say(&membership, aida("clusterMember"), NamedNode::new_unchecked(&mention));
        }
    }

    /// An entity of the registry, or one that has only a name.
    fn known(&mut self, entity: &EntityRef) -> String {
        let name = tables::name_of(self.article, entity);
        let address = match entity {
            EntityRef::Entity(_) => entity_files::iri(entity).into_owned(),
            other => graph::address("name", &[other.as_str()]),
        };
        self.entity(address, &name)
    }

    fn claim(&mut self, set: &AnnotationSet, annotation: &Annotation) {
        let own =
            graph::annotation(&EntryKey::new(&self.article.document.file, &set.annotator, &annotation.id));
        let said = |name: &str| match &annotation.attributes.get(name)?.value {
            Value::Text(said) if !said.trim().is_empty() => Some(said.trim()),
            _ => None,
        };
        self.class(&own, "Claim");
        let file = self.article.document.file.clone();
        self.say(&own, aida("sourceDocument"), text(&file));
        self.say(&own, aida("claimId"), text(&own));
        self.say(&own, aida("topic"), text(said("topic").unwrap_or(&annotation.label)));
        self.say(&own, aida("subtopic"), text(&annotation.label));
        let quote = annotation.spans.quote(&self.article.document.text);
        self.say(&own, aida("naturalLanguageDescription"), text(&quote));
        // What is claimed is a relation of its own; its parts are the claim's evidence.
        let claimed = format!("{own}:claimed");
        self.class(&claimed, "Relation");
        let cluster = format!("{claimed}:cluster");
        self.class(&cluster, "SameAsCluster");
        self.say(&cluster, aida("prototype"), NamedNode::new_unchecked(&claimed));
        self.say(&own, aida("claimSemantics"), NamedNode::new_unchecked(&cluster));
        let claimer = match annotation.attributes.get("claimer").map(|claimer| &claimer.value) {
            Some(Value::Entity(entity)) => entity.clone(),
            _ => EntityRef::Unknown,
        };
        let component = self.component(&own, annotation, "claimer", &claimer);
        self.say(&own, aida("claimer"), NamedNode::new_unchecked(component));
        for (attribute, property) in
            [("affiliation", "claimerAffiliation"), ("location", "claimLocation"), ("medium", "claimMedium")]
        {
            if let Some(Value::Entity(entity)) = annotation.attributes.get(attribute).map(|a| &a.value) {
                let component = self.component(&own, annotation, attribute, &entity.clone());
                self.say(&own, aida(property), NamedNode::new_unchecked(component));
            }
        }
        let epistemic = said("epistemic").and_then(epistemic).unwrap_or("EpistemicUnknown");
        self.say(&own, aida("epistemic"), aida(epistemic));
        let sentiment = said("sentiment").and_then(sentiment).unwrap_or("SentimentNeutralUnknown");
        self.say(&own, aida("sentiment"), aida(sentiment));
        let published = self.article.details.and_then(|details| details.date.as_deref());
        if let Some(day) = said("time").and_then(day).or_else(|| published.and_then(day)) {
            self.time(&own, day);
        }
        let justification = self.justification(&own, annotation.spans.extent());
        self.say(&own, aida("justifiedBy"), NamedNode::new_unchecked(justification));
        self.private(&claimed, set, annotation);
    }

    /// Who or what fills a field of a claim.
    fn component(&mut self, of: &str, annotation: &Annotation, field: &str, entity: &EntityRef) -> String {
        let part = self.part(of, "ClaimComponent");
        let name = tables::name_of(self.article, entity);
        self.say(&part, aida("componentName"), text(&name));
        let identity = match entity {
            EntityRef::Entity(_) => entity_files::iri(entity).into_owned(),
            other => graph::address("name", &[other.as_str()]),
        };
        self.say(&part, aida("componentIdentity"), text(&identity));
        let kind = match entity {
            EntityRef::Entity(id) => self.article.registry.and_then(|registry| registry.view(id)),
            _ => None,
        };
        self.say(
            &part,
            aida("componentType"),
            text(&kind.map_or_else(|| field.to_owned(), |view| view.kind.to_string())),
        );
        if let Some(evidence) = annotation.attributes.get(field).and_then(|attribute| attribute.evidence) {
            let words = self.article.quote(evidence.span);
            self.say(&part, aida("componentProvenance"), text(words));
        }
        if matches!(entity, EntityRef::Entity(_) | EntityRef::Name(_)) {
            let known = self.known(entity);
            self.say(&part, aida("componentKE"), NamedNode::new_unchecked(known));
        }
        part
    }

    fn time(&mut self, of: &str, (year, month, day): (u16, u8, u8)) {
        let time = self.part(of, "LDCTime");
        for end in ["start", "end"] {
            self.nameless += 1;
            let part = format!("{time}:{}", self.nameless);
            self.say(&part, NamedNode::new_unchecked(RDF_TYPE), aida("LDCTimeComponent"));
            self.say(&part, aida("timeType"), text("ON"));
            self.say(&part, aida("year"), typed(format!("{year:04}"), "gYear"));
            self.say(&part, aida("month"), typed(format!("--{month:02}"), "gMonth"));
            self.say(&part, aida("day"), typed(format!("---{day:02}"), "gDay"));
            self.say(&time, aida(end), NamedNode::new_unchecked(part));
        }
        self.say(of, aida("claimDateTime"), NamedNode::new_unchecked(time));
    }

    /// A link between claims; says whether the format has a word for it.
    fn link(&mut self, set: &AnnotationSet, relation: &Relation) -> bool {
        let file = self.article.document.file.clone();
        let from = graph::annotation(&EntryKey::new(&file, &set.annotator, &relation.from));
        let to = graph::annotation(&relation.to.key(&file, &set.annotator));
        match &*relation.label {
            // Of the claim that is supported the others are told.
            "supports" => self.say(&to, aida("supportingClaims"), text(&from)),
            "refutes" => self.say(&to, aida("refutingClaims"), text(&from)),
            "identical" => self.say(&from, aida("identicalClaims"), text(&to)),
            "related" => self.say(&from, aida("relatedClaims"), text(&to)),
            _ => return false,
        }
        true
    }
}

/// A day that a text begins with, as `2026-01-31`.
fn day(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.get(..10)?.splitn(3, '-');
    let (year, month, day) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

fn epistemic(value: &str) -> Option<&'static str> {
    Some(match value {
        "true-certain" => "EpistemicTrueCertain",
        "true-uncertain" => "EpistemicTrueUncertain",
        "false-certain" => "EpistemicFalseCertain",
        "false-uncertain" => "EpistemicFalseUncertain",
        "unknown" => "EpistemicUnknown",
        _ => return None,
    })
}

fn sentiment(value: &str) -> Option<&'static str> {
    Some(match value {
        "positive" => "SentimentPositive",
        "negative" => "SentimentNegative",
        "mixed" => "SentimentMixed",
        "neutral-unknown" => "SentimentNeutralUnknown",
        _ => return None,
    })
}

/// The marks by what stands of them as JSON.
fn decode(entry: &Entry<'_>, bytes: &[u8], _: Option<Vec<u8>>) -> Result<Reading, String> {
    let content = aida("jsonContent");
    let mut marks = Vec::new();
    for triple in NTriplesParser::new().for_slice(bytes) {
        let triple = triple.map_err(|error| error.to_string())?;
        let Term::Literal(said) = &triple.object else { continue };
        if triple.predicate != content {
            continue;
        }
        let said = parse(said.value()).map_err(|error| error.to_string())?;
        let mut mark = Mark { label: said.text("label").unwrap_or_default(), ..Mark::default() };
        for part in said.member("parts").and_then(|parts| parts.as_array()).into_iter().flatten() {
            mark.spans.extend(part.offset("start").zip(part.offset("end")));
            mark.quotes.extend(part.text("quote"));
        }
        marks.push(mark);
    }
    let place = entry.place.to_owned();
    let record = Record { place, unit: Some(OffsetUnit::CodePoint), marks, ..Record::default() };
    Ok(Reading { records: vec![record], remarks: Vec::new() })
}

//! Concepts of SKOS in Turtle: `skos:prefLabel` and `skos:altLabel` with language tags, `skos:definition`, `dct:type` for the kind,
//! `skos:notation` for identifiers (`wikidata:Q…`), `rdfs:seeAlso` for links, `owl:sameAs` and `owl:differentFrom` for pairs.
//!
//! Own entities are `urn:tippani:entity:<identifier>`. Of concepts of others the last part of the address becomes the identifier,
//! and the address a link; `skos:exactMatch` to Wikidata becomes an identifier. What is said to be something else than a concept, a
//! scheme or a collection for instance, is no entity.

use std::collections::{BTreeMap, BTreeSet};

use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::{TurtleParser, TurtleSerializer};

use super::{EntityFileError, EntityList, OWN_IRI, fresh, left_out, tag};
use crate::format::localized::Localized as _;
use crate::format::{Decoded, Issue};
use crate::model::{Alias, Entity, EntityId, Extra, Judgement, Timestamp};
use crate::words;

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const DCT: &str = "http://purl.org/dc/terms/";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
const OWL: &str = "http://www.w3.org/2002/07/owl#";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// What SKOS says to be no concepts.
const NO_CONCEPTS: [&str; 3] = ["ConceptScheme", "Collection", "OrderedCollection"];
/// Addresses of Wikidata's items.
const WIKIDATA: [&str; 2] = ["http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/"];

fn node(space: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{space}{name}"))
}

pub(super) fn encode(list: &EntityList) -> Vec<u8> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, space) in [("skos", SKOS), ("dct", DCT), ("rdfs", RDFS), ("owl", OWL), ("xsd", XSD)] {
        // These addresses are whole.
        serializer = match serializer.with_prefix(prefix, space) {
            Ok(serializer) => serializer,
            Err(_) => TurtleSerializer::new(),
        };
    }
    let mut out = serializer.for_writer(Vec::new());
    for entity in &list.entities {
        for triple in triples(entity, &list.judgements) {
            // Writing into memory cannot fail.
            let _ = out.serialize_triple(&triple);
        }
    }
    out.finish().unwrap_or_default()
}

fn triples(entity: &Entity, judgements: &[(crate::model::EntityPair, Judgement)]) -> Vec<Triple> {
    let subject = node(OWN_IRI, entity.id.as_str());
    let mut all = Vec::new();
    let mut say = |predicate: NamedNode, object: Term| {
        all.push(Triple::new(subject.clone(), predicate, object));
    };
    let plain = |text: &str| Term::from(Literal::new_simple_literal(text));
    say(node(RDF, "type"), node(SKOS, "Concept").into());
    say(node(SKOS, "prefLabel"), plain(&entity.name));
    for alias in &entity.aliases {
        let tagged =
            tag::of(alias).and_then(|tag| Literal::new_language_tagged_literal(&*alias.text, tag).ok());
        say(node(SKOS, "altLabel"), tagged.map_or_else(|| plain(&alias.text), Term::from));
    }
    say(node(DCT, "type"), plain(&entity.kind));
    if !entity.description.is_empty() {
        say(node(SKOS, "definition"), plain(&entity.description));
    }
    for (scheme, ids) in &entity.ids {
        for id in ids {
            say(node(SKOS, "notation"), plain(&format!("{scheme}:{id}")));
        }
    }
    for link in &entity.links {
        say(node(RDFS, "seeAlso"), NamedNode::new(link).map_or_else(|_| plain(link), Term::from));
    }
    for (time, name) in [(&entity.created, "created"), (&entity.modified, "modified")] {
        if let Some(time) = time {
            let literal = Literal::new_typed_literal(time.to_string(), node(XSD, "dateTime"));
            say(node(DCT, name), literal.into());
        }
    }
    for (pair, judgement) in judgements.iter().filter(|(pair, _)| *pair.first() == entity.id) {
        let name = match judgement {
            Judgement::Same => "sameAs",
            Judgement::Different => "differentFrom",
        };
        say(node(OWL, name), node(OWN_IRI, pair.second().as_str()).into());
    }
    all
}

/// What is said of one subject.
#[derive(Default)]
struct Concept {
    is_labelled: bool,
    types: Vec<String>,
    said: Vec<(String, Term)>,
}

impl Concept {
    fn is_of(&self, types: &BTreeSet<String>) -> bool {
        self.types.iter().any(|kind| types.contains(kind))
    }
}

/// All that a file says, by subject, in the order of the file.
#[derive(Default)]
struct Graph {
    concepts: BTreeMap<String, Concept>,
    order: Vec<String>,
}

impl Graph {
    fn read(bytes: &[u8]) -> Result<Self, EntityFileError> {
        let mut graph = Self::default();
        for triple in TurtleParser::new().for_slice(bytes) {
            let triple = triple.map_err(|e| {
                let line = e.location().start.line + 1;
                EntityFileError::Malformed { format: "Turtle", why: format!("{} (line {line})", e.message()) }
            })?;
            let NamedOrBlankNode::NamedNode(subject) = triple.subject else { continue };
            let subject = subject.into_string();
            if !graph.concepts.contains_key(&subject) {
                graph.order.push(subject.clone());
            }
            let concept = graph.concepts.entry(subject).or_default();
            let predicate = triple.predicate.into_string();
            concept.is_labelled |= predicate.strip_prefix(SKOS).is_some_and(|name| name.ends_with("Label"));
            match &triple.object {
                Term::NamedNode(kind) if predicate.strip_prefix(RDF) == Some("type") => {
                    concept.types.push(kind.as_str().to_owned());
                }
                _ => {}
            }
            concept.said.push((predicate, triple.object));
        }
        Ok(graph)
    }

    /// A class of SKOS, and all that the file says to be classes below it.
    fn classes_of(&self, name: &str) -> BTreeSet<String> {
        let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (class, concept) in &self.concepts {
            for (predicate, object) in &concept.said {
                if let (Some("subClassOf"), Term::NamedNode(above)) = (predicate.strip_prefix(RDFS), object) {
                    below.entry(above.as_str()).or_default().push(class);
                }
            }
        }
        let top = format!("{SKOS}{name}");
        let (mut classes, mut next) = (BTreeSet::from([top.clone()]), vec![top]);
        while let Some(class) = next.pop() {
            for class in below.get(class.as_str()).into_iter().flatten() {
                if classes.insert((*class).to_owned()) {
                    next.push((*class).to_owned());
                }
            }
        }
        classes
    }

    /// The subjects that are concepts, and those with a label that are said to be something else.
    fn concepts(&self) -> (Vec<String>, Vec<String>) {
        let concepts = self.classes_of("Concept");
        let others: BTreeSet<String> = NO_CONCEPTS.iter().flat_map(|name| self.classes_of(name)).collect();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for subject in &self.order {
            let Some(concept) = self.concepts.get(subject) else { continue };
            let is_own = subject.starts_with(OWN_IRI) && concept.is_labelled;
            let is_concept = concept.is_of(&concepts) && !concept.is_of(&others);
            if is_own || is_concept || (concept.is_labelled && concept.types.is_empty()) {
                ours.push(subject.clone());
            } else if concept.is_labelled {
                theirs.push(subject.clone());
            }
        }
        (ours, theirs)
    }
}

pub(super) fn decode(bytes: &[u8], kind: &str) -> Result<Decoded<EntityList>, EntityFileError> {
    let mut graph = Graph::read(bytes)?;
    let (order, others) = graph.concepts();
    let mut taken = BTreeSet::new();
    let ids: BTreeMap<String, EntityId> = order
        .iter()
        .map(|subject| {
            let own = subject.strip_prefix(OWN_IRI).and_then(|id| EntityId::new(id).ok());
            let last = subject.rsplit(['/', '#', ':']).find(|part| !part.is_empty()).unwrap_or_default();
            let id = own.filter(|id| taken.insert(id.clone())).unwrap_or_else(|| fresh(last, &mut taken));
            (subject.clone(), id)
        })
        .collect();
    let (mut list, mut issues) = (EntityList::default(), Vec::new());
    for subject in &order {
        let (Some(concept), Some(id)) = (graph.concepts.remove(subject), ids.get(subject)) else { continue };
        let read = Reading { kind, ids: &ids, id }.entity(concept.said, &mut list, &mut issues);
        match read {
            Some(mut entity) => {
                if !subject.starts_with(OWN_IRI) && !entity.links.contains(subject) {
                    entity.links.push(subject.clone());
                }
                list.entities.push(entity);
            }
            None => issues.push(left_out(subject, words::text("format-entities-no-label"))),
        }
    }
    if let Some(first) = others.first() {
        let what = words::say!("format-entities-no-concepts", count = others.len());
        issues.push(Issue::new(first, what, words::text("format-entities-no-concepts-hint")));
    }
    Ok(Decoded { value: list, issues })
}

/// Reading one concept.
struct Reading<'a> {
    kind: &'a str,
    ids: &'a BTreeMap<String, EntityId>,
    id: &'a EntityId,
}

impl Reading<'_> {
    fn entity(
        &self,
        said: Vec<(String, Term)>,
        list: &mut EntityList,
        issues: &mut Vec<Issue>,
    ) -> Option<Entity> {
        let mut entity = Entity {
            id: self.id.clone(),
            kind: self.kind.into(),
            name: String::new(),
            aliases: Vec::new(),
            description: String::new(),
            ids: BTreeMap::new(),
            links: Vec::new(),
            created: None,
            modified: None,
            extra: Extra::default(),
        };
        let (mut preferred, mut others) = (Vec::new(), Vec::new());
        for (predicate, object) in said {
            match (predicate.as_str(), &object) {
                (p, Term::Literal(label)) if p.strip_prefix(SKOS) == Some("prefLabel") => {
                    preferred.push(name(label));
                }
                (p, Term::Literal(label))
                    if matches!(p.strip_prefix(SKOS), Some("altLabel" | "hiddenLabel")) =>
                {
                    others.push(name(label));
                }
                (p, Term::NamedNode(other)) if p.starts_with(OWL) => self.judge(p, other, list),
                (p, object) => plain(&mut entity, p, object, issues),
            }
        }
        // The label without a language is the name; else the English one, else the first.
        let is_plain = |alias: &Alias| alias.language.is_none();
        let is_english = |alias: &Alias| alias.language.as_deref() == Some("en");
        let first = preferred.iter().position(is_plain).or_else(|| preferred.iter().position(is_english));
        let first = first.unwrap_or(0);
        if preferred.is_empty() {
            preferred.append(&mut others);
        }
        if first < preferred.len() {
            entity.name = preferred.remove(first).text;
        }
        for alias in preferred.into_iter().chain(others) {
            entity.add_alias(alias);
        }
        (!entity.name.trim().is_empty()).then_some(entity)
    }

    fn judge(&self, predicate: &str, other: &NamedNode, list: &mut EntityList) {
        let judgement = match predicate.strip_prefix(OWL) {
            Some("sameAs") => Judgement::Same,
            Some("differentFrom") => Judgement::Different,
            _ => return,
        };
        let own = || other.as_str().strip_prefix(OWN_IRI).map(str::to_owned);
        let other = self.ids.get(other.as_str()).map(ToString::to_string).or_else(own);
        if let Some(other) = other {
            // One that is said to be itself says nothing.
            let _ = list.judge(self.id, &other, judgement);
        }
    }
}

fn name(label: &Literal) -> Alias {
    let tag = label.language().and_then(tag::parse);
    let (language, script) = tag.unwrap_or_default();
    Alias { text: label.value().to_owned(), language, script, extra: Extra::default() }
}

fn plain(entity: &mut Entity, predicate: &str, object: &Term, issues: &mut Vec<Issue>) {
    let text = match object {
        Term::Literal(literal) => literal.value(),
        Term::NamedNode(node) => node.as_str(),
        Term::BlankNode(_) => return,
    };
    if let Some(name) = predicate.strip_prefix(SKOS) {
        match name {
            "definition" | "note" | "scopeNote" if entity.description.is_empty() => {
                text.clone_into(&mut entity.description);
            }
            "notation" => match text.split_once(':') {
                Some((scheme, id)) => entity.add_id(scheme, id),
                None => entity.add_id("notation", text),
            },
            "exactMatch" => match WIKIDATA.iter().find_map(|space| text.strip_prefix(space)) {
                Some(item) => entity.add_id("wikidata", item),
                None => entity.links.push(text.to_owned()),
            },
            _ => {}
        }
    } else if let Some(name) = predicate.strip_prefix(DCT) {
        let time = |issues: &mut Vec<Issue>| match text.parse::<Timestamp>() {
            Ok(time) => Some(time),
            Err(error) => {
                let hint = words::text("format-entities-time-hint");
                issues.push(Issue::new(entity.id.as_str(), error.localized(), hint));
                None
            }
        };
        match name {
            "type" => entity.kind = text.into(),
            "created" => entity.created = time(issues),
            "modified" => entity.modified = time(issues),
            _ => {}
        }
    } else if predicate.strip_prefix(RDFS) == Some("seeAlso") && !entity.links.iter().any(|link| link == text)
    {
        entity.links.push(text.to_owned());
    }
}

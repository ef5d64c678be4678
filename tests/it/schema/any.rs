//! Any schema, of few identifiers and few values, so that two of them often meet.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::subsequence;
use tippani::model::{
    AnnotationKind, AttributeSpec, AttributeType, Choice, Extra, Hue, Label, Overlap, RelationSpec, Schema,
};

const LABELS: [&str; 4] = ["person", "event", "claim", "denial"];
const ATTRIBUTES: [&str; 3] = ["topic", "time", "medium"];
const ALIASES: [&str; 2] = ["human", "place"];
const RELATIONS: [&str; 3] = ["supports", "refutes", "same"];
const CHOICES: [&str; 3] = ["yes", "no", "maybe"];
const KEYS: [Option<char>; 4] = [None, Some('p'), Some('e'), Some('ક')];

fn few<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    subsequence(all.to_vec(), 0..=all.len()).prop_shuffle()
}

fn ids(all: &[&str]) -> impl Strategy<Value = Vec<Arc<str>>> + use<> {
    few(&all.iter().map(|id| Arc::from(*id)).collect::<Vec<_>>())
}

fn text() -> impl Strategy<Value = String> {
    (0..3u8).prop_map(|n| n.to_string())
}

fn extra() -> impl Strategy<Value = Extra> {
    few(&[("icon", "1"), ("icon", "2"), ("weight", "3")]).prop_map(|fields| {
        let mut extra = Extra::default();
        for (path, json) in fields {
            extra.keep(path, json);
        }
        extra
    })
}

fn label(id: Arc<str>) -> impl Strategy<Value = Label> {
    let kind = prop_oneof![Just(AnnotationKind::Entity), Just(AnnotationKind::Claim)];
    let hue = prop::sample::select(&Hue::ALL[..3]);
    let key = prop::sample::select(&KEYS[..]);
    let aliases = ids(&ALIASES);
    (kind, text(), hue, key, (text(), text(), any::<bool>()), ids(&ATTRIBUTES), aliases, extra()).prop_map(
        move |(kind, name, hue, key, (description, group, is_of_article), attributes, aliases, extra)| {
            Label {
                name: format!("{id} {name}"),
                id: id.clone(),
                kind,
                hue,
                key,
                description,
                group,
                is_of_article,
                attributes,
                aliases,
                extra,
            }
        },
    )
}

fn attribute(id: Arc<str>) -> impl Strategy<Value = AttributeSpec> {
    let kind = prop_oneof![Just(AttributeType::Choice), Just(AttributeType::Text)];
    let choices = ids(&CHOICES).prop_flat_map(|ids| {
        ids.into_iter().map(|id| text().prop_map(move |n| choice(&id, &n))).collect::<Vec<_>>()
    });
    (text(), kind, any::<bool>(), choices, text(), extra()).prop_map(
        move |(name, kind, evidence, options, description, extra)| AttributeSpec {
            name: format!("{id} {name}"),
            id: id.clone(),
            kind,
            evidence,
            options,
            description,
            extra,
        },
    )
}

fn choice(id: &Arc<str>, name: &str) -> Choice {
    Choice { id: id.clone(), name: format!("{id} {name}") }
}

fn relation(id: Arc<str>) -> impl Strategy<Value = RelationSpec> {
    (text(), ids(&LABELS[..2]), ids(&LABELS[..2]), any::<bool>(), text(), extra()).prop_map(
        move |(name, from, to, symmetric, description, extra)| RelationSpec {
            name: format!("{id} {name}"),
            id: id.clone(),
            from,
            to,
            symmetric,
            description,
            extra,
        },
    )
}

fn all<T: std::fmt::Debug, S: Strategy<Value = T>>(
    ids: &[&str],
    one: fn(Arc<str>) -> S,
) -> impl Strategy<Value = Vec<T>> + use<T, S> {
    self::ids(ids).prop_flat_map(move |ids| ids.into_iter().map(one).collect::<Vec<_>>())
}

/// A schema that may have anything wrong with it.
pub(super) fn any_file() -> impl Strategy<Value = Schema> {
    let twice = |list: [&'static str; 3]| [list[0], list[1], list[0], "", list[2], ""];
    let labels = all(&twice([LABELS[0], LABELS[1], "person-2"]), label);
    let attributes = all(&twice(ATTRIBUTES), attribute);
    (labels, attributes, all(&twice(RELATIONS), relation)).prop_map(|(labels, attributes, relations)| {
        Schema { labels, attributes, relations, ..Schema::default() }
    })
}

/// A schema that nothing is wrong with.
pub(super) fn any_schema() -> impl Strategy<Value = Schema> {
    let guidelines = prop::option::of(text());
    let overlap = prop_oneof![Just(Overlap::Allow), Just(Overlap::Forbid)];
    let lists = (all(&LABELS, label), all(&ATTRIBUTES, attribute), all(&RELATIONS, relation));
    (text(), guidelines, overlap, lists, extra()).prop_map(
        |(name, guidelines, overlap, (mut labels, attributes, relations), extra)| {
            let mut keys = std::collections::HashSet::new();
            for label in &mut labels {
                label.key = label.key.filter(|key| keys.insert(*key));
                label.attributes.retain(|id| attributes.iter().any(|a| a.id == *id));
            }
            Schema { name, guidelines, overlap, labels, attributes, relations, extra }
        },
    )
}

/// What a schema says, each thing by where it stands: identifiers, then fields.
pub(super) fn facts(schema: &Schema) -> BTreeMap<Vec<String>, String> {
    let mut facts = Facts(BTreeMap::new(), Vec::new());
    facts.say("name", &schema.name);
    facts.say("guidelines", &schema.guidelines);
    facts.say("overlap", &schema.overlap);
    facts.extra(&schema.extra);
    for label in &schema.labels {
        facts.1 = vec!["label".into(), label.id.to_string()];
        facts.say("layer", &label.kind);
        facts.say("name", &label.name);
        facts.say("colour", &label.hue);
        facts.say("key", &label.key);
        facts.say("description", &label.description);
        label.attributes.iter().for_each(|id| facts.say(&format!("carries {id}"), &true));
        facts.extra(&label.extra);
    }
    for attribute in &schema.attributes {
        facts.1 = vec!["attribute".into(), attribute.id.to_string()];
        facts.say("name", &attribute.name);
        facts.say("type", &attribute.kind);
        facts.say("evidence", &attribute.evidence);
        facts.say("description", &attribute.description);
        attribute.options.iter().for_each(|c| facts.say(&format!("choice {}", c.id), &c.name));
        facts.extra(&attribute.extra);
    }
    for relation in &schema.relations {
        facts.1 = vec!["relation".into(), relation.id.to_string()];
        facts.say("name", &relation.name);
        facts.say("symmetric", &relation.symmetric);
        facts.say("description", &relation.description);
        // None at all says something about every label.
        for (end, labels) in [("from", &relation.from), ("to", &relation.to)] {
            facts.say(&format!("{end} any"), &labels.is_empty());
            for id in labels {
                facts.say(&format!("{end} {id}"), &true);
            }
        }
        facts.extra(&relation.extra);
    }
    facts.0
}

struct Facts(BTreeMap<Vec<String>, String>, Vec<String>);

impl Facts {
    fn say(&mut self, field: &str, value: &dyn std::fmt::Debug) {
        let place = self.1.iter().cloned().chain([field.to_owned()]).collect();
        self.0.insert(place, format!("{value:?}"));
    }

    fn extra(&mut self, extra: &Extra) {
        extra.iter().for_each(|(path, json)| self.say(&format!("extra {path}"), &json));
    }
}

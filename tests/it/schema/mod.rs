//! Two people who change the labels of one workspace.

mod any;
mod shared;
mod state;

use std::collections::BTreeSet;

use proptest::prelude::*;
use tippani::analysis::{MergedSchema, SchemaPart, merge_schemas};
use tippani::model::{AttributeSpec, AttributeType, Choice, Extra, Hue, Label, Overlap, Schema, news_schema};

use self::any::{any_file, any_schema, facts};

type Edit<'a> = &'a dyn Fn(&mut Schema);

fn edited(schema: &Schema, edit: Edit<'_>) -> Schema {
    let mut schema = schema.clone();
    edit(&mut schema);
    schema
}

/// What comes of two edits of the news schema is what a third makes of it, and these sentences are told.
#[track_caller]
fn check(mine: Edit<'_>, theirs: Edit<'_>, both: Edit<'_>, told: &[&str]) {
    let base = news_schema();
    let merged = merge_schemas(Some(&base), &edited(&base, mine), &edited(&base, theirs));
    let sentences: Vec<String> = merged.conflicts.iter().map(ToString::to_string).collect();
    assert_eq!(sentences, told);
    assert_eq!(merged.schema, edited(&base, both));
    assert_eq!(merged.schema.errors(), []);
}

fn label<'a>(schema: &'a mut Schema, id: &str) -> &'a mut Label {
    schema.labels.iter_mut().find(|l| &*l.id == id).unwrap()
}

fn attribute<'a>(schema: &'a mut Schema, id: &str) -> &'a mut AttributeSpec {
    schema.attributes.iter_mut().find(|a| &*a.id == id).unwrap()
}

fn remove_label(schema: &mut Schema, id: &str) {
    schema.labels.retain(|l| &*l.id != id);
}

fn remove_attribute(schema: &mut Schema, id: &str) {
    schema.attributes.retain(|a| &*a.id != id);
    schema.labels.iter_mut().for_each(|l| l.attributes.retain(|a| &**a != id));
}

fn new_label(id: &str, key: Option<char>) -> Label {
    let name = id.to_uppercase();
    Label { id: id.into(), name, key, attributes: Vec::new(), ..news_schema().labels[0].clone() }
}

#[test]
fn changes_of_different_things_go_together() {
    check(
        &|s| label(s, "person").hue = Hue::Olive,
        &|s| s.labels.push(new_label("law", Some('7'))),
        &|s| {
            label(s, "person").hue = Hue::Olive;
            s.labels.push(new_label("law", Some('7')));
        },
        &[],
    );
    check(
        &|s| label(s, "person").hue = Hue::Olive,
        &|s| label(s, "person").name = "Human".into(),
        &|s| (label(s, "person").hue, label(s, "person").name) = (Hue::Olive, "Human".into()),
        &[],
    );
    check(
        &|s| remove_label(s, "event"),
        &|s| (s.name, s.overlap) = ("Floods".into(), Overlap::Forbid),
        &|s| {
            remove_label(s, "event");
            (s.name, s.overlap) = ("Floods".into(), Overlap::Forbid);
        },
        &[],
    );
    check(
        &|s| s.labels.reverse(),
        &|s| s.extra.keep("licence", "\"CC0\""),
        &|s| {
            s.labels.reverse();
            s.extra.keep("licence", "\"CC0\"");
        },
        &[],
    );
}

#[test]
fn what_both_changed_is_mine_and_told() {
    check(
        &|s| (label(s, "person").hue, label(s, "person").key) = (Hue::Olive, None),
        &|s| (label(s, "person").hue, label(s, "person").key) = (Hue::Brown, Some('8')),
        &|s| (label(s, "person").hue, label(s, "person").key) = (Hue::Olive, None),
        &["The label “Person” was also changed by someone else; kept as you have it: colour, key"],
    );
    check(
        &|s| (s.name, s.guidelines) = ("Floods".into(), Some("rules.md".into())),
        &|s| (s.name, s.guidelines) = ("Rains".into(), Some("other.md".into())),
        &|s| (s.name, s.guidelines) = ("Floods".into(), Some("rules.md".into())),
        &["The schema was also changed by someone else; kept as you have it: name, guidelines"],
    );
    check(
        &|s| s.labels.reverse(),
        &|s| s.labels.rotate_left(1),
        &|s| s.labels.reverse(),
        &["The schema was also changed by someone else; kept as you have it: order of the labels"],
    );
}

#[test]
fn what_one_removed_and_the_other_changed_stays() {
    check(
        &|s| remove_label(s, "event"),
        &|s| label(s, "event").name = "Incident".into(),
        &|s| label(s, "event").name = "Incident".into(),
        &["The label “Incident” was changed by someone else while you removed it; it was kept"],
    );
    check(
        &|s| label(s, "event").name = "Incident".into(),
        &|s| remove_label(s, "event"),
        &|s| label(s, "event").name = "Incident".into(),
        &["The label “Incident” was removed by someone else while you changed it; it was kept"],
    );
}

#[test]
fn a_key_tags_with_one_label() {
    check(
        &|s| s.labels.push(new_label("law", Some('7'))),
        &|s| s.labels.push(new_label("treaty", Some('7'))),
        &|s| s.labels.extend([new_label("treaty", None), new_label("law", Some('7'))]),
        &["The label “TREATY” has no key any more: “7” is the key of “LAW”"],
    );
}

#[test]
fn an_attribute_that_a_label_carries_stays() {
    let carried = |s: &mut Schema| {
        let mut label = new_label("law", None);
        label.attributes.push("topic".into());
        s.labels.push(label);
    };
    let name = news_schema().attribute("topic").unwrap().name.clone();
    check(
        &carried,
        &|s| remove_attribute(s, "topic"),
        &|s| {
            s.labels.iter_mut().for_each(|l| l.attributes.retain(|a| &**a != "topic"));
            carried(s);
        },
        &[&format!("The attribute “{name}” was removed, but a label still carries it; it was kept")],
    );
    let bare = |s: &mut Schema| label(s, "person").attributes.push("nowhere".into());
    check(&|_| (), &bare, &|_| (), &["The label “Person” no longer carries “nowhere”, which is not defined"]);
}

#[test]
fn choices_and_ends_come_and_go_one_by_one() {
    let choice = |id: &str| Choice { id: id.into(), name: id.to_uppercase() };
    let kind = |s: &mut Schema| attribute(s, "topic").kind = AttributeType::Choice;
    let add = move |s: &mut Schema, id: &str| attribute(s, "topic").options.push(choice(id));
    check(
        &|s| add(s, "dam"),
        &|s| {
            kind(s);
            add(s, "bridge");
        },
        &|s| {
            kind(s);
            add(s, "bridge");
            add(s, "dam");
        },
        &[],
    );
    let ends = |s: &mut Schema, ends: &[&str]| {
        s.relations[0].from = ends.iter().map(|id| (*id).into()).collect();
    };
    let mut base = news_schema();
    ends(&mut base, &["claim", "denial"]);
    let (mine, theirs) = (edited(&base, &|s| ends(s, &["claim"])), edited(&base, &|s| ends(s, &["denial"])));
    let merged = merge_schemas(Some(&base), &mine, &theirs);
    assert_eq!(merged.schema, mine, "no label at all would be any label");
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
}

#[test]
fn what_has_no_identifier_of_its_own_gets_one() {
    let twice = |s: &mut Schema| {
        s.labels.push(Label { name: "Second".into(), ..new_label("person", None) });
        s.labels.push(Label { name: "Third".into(), ..new_label("", None) });
    };
    check(
        &|_| (),
        &twice,
        &|s| {
            s.labels.push(Label { name: "Second".into(), ..new_label("person-2", None) });
            s.labels.push(Label { name: "Third".into(), ..new_label("label-2", None) });
        },
        &[
            "The label “Second” had no identifier of its own; it is “person-2” now",
            "The label “Third” had no identifier of its own; it is “label-2” now",
        ],
    );
}

#[test]
fn without_a_base_nothing_counts_as_removed() {
    let news = news_schema();
    let mine = edited(&news, &|s| remove_label(s, "event"));
    let theirs = edited(&news, &|s| {
        remove_label(s, "person");
        s.extra = Extra::default();
    });
    let merged = merge_schemas(None, &mine, &theirs);
    let ids: BTreeSet<_> = merged.schema.labels.iter().map(|l| &*l.id).collect();
    assert_eq!(ids, news.labels.iter().map(|l| &*l.id).collect());
    assert_eq!(merged.conflicts, []);
}

/// The list in the order of what all versions have.
fn common<'a>(list: &'a Schema, others: [&Schema; 2]) -> Vec<&'a str> {
    let everywhere = |id: &&str| others.iter().all(|other| other.label(id).is_some());
    list.labels.iter().map(|l| &*l.id).filter(everywhere).collect()
}

/// Whether a conflict speaks of what stands at this place.
fn is_told(merged: &MergedSchema, place: &[String]) -> bool {
    merged.conflicts.iter().any(|conflict| match (&conflict.part, place) {
        (SchemaPart::Whole, [_]) => true,
        (SchemaPart::Label(name), [part, id, _]) => part == "label" && name.starts_with(&format!("{id} ")),
        (SchemaPart::Attribute(name) | SchemaPart::Choice { attribute: name, .. }, [part, id, _]) => {
            part == "attribute" && name.starts_with(&format!("{id} "))
        }
        (SchemaPart::Relation(name), [part, id, _]) => {
            part == "relation" && name.starts_with(&format!("{id} "))
        }
        _ => false,
    })
}

proptest! {
    #[test]
    fn what_only_one_did_is_done(base in any_schema(), mine in any_schema(), theirs in any_schema()) {
        let merged = merge_schemas(Some(&base), &mine, &theirs);
        prop_assert_eq!(merged.schema.errors(), []);
        let [before, one, other, now] = [&base, &mine, &theirs, &merged.schema].map(facts);
        for place in before.keys().chain(one.keys()).chain(other.keys()).chain(now.keys()) {
            let [before, one, other, now] = [&before, &one, &other, &now].map(|facts| facts.get(place));
            if before == other || one == other {
                prop_assert!(now == one || is_told(&merged, place), "{:?}: {:?}", place, now);
            } else if before == one {
                prop_assert!(now == other || is_told(&merged, place), "{:?}: {:?}", place, now);
            } else {
                prop_assert!(is_told(&merged, place), "{:?}", place);
                let is_key = place.last().is_some_and(|field| field == "key");
                prop_assert!(now == one || one.is_none() || other.is_none() || is_key, "{:?}: {:?}", place, now);
            }
        }
        let [before, one, other] = [common(&base, [&mine, &theirs]), common(&mine, [&base, &theirs]), common(&theirs, [&base, &mine])];
        let now: Vec<&str> = merged.schema.labels.iter().map(|l| &*l.id).filter(|id| before.contains(id)).collect();
        prop_assert_eq!(now, if before == one { other } else { one });
    }

    #[test]
    fn what_one_left_alone_is_the_others(base in any_schema(), other in any_schema()) {
        let alone = |merged: MergedSchema| (merged.schema, merged.conflicts);
        prop_assert_eq!(alone(merge_schemas(Some(&base), &base, &other)), (other.clone(), vec![]));
        prop_assert_eq!(alone(merge_schemas(Some(&base), &other, &base)), (other.clone(), vec![]));
        prop_assert_eq!(alone(merge_schemas(Some(&base), &other, &other)), (other.clone(), vec![]));
        prop_assert_eq!(alone(merge_schemas(None, &other, &other)), (other, vec![]));
    }

    #[test]
    fn a_merge_made_again_changes_nothing(base in any_schema(), mine in any_schema(), theirs in any_schema()) {
        let merged = merge_schemas(Some(&base), &mine, &theirs).schema;
        prop_assert_eq!(facts(&merge_schemas(Some(&base), &merged, &theirs).schema), facts(&merged));
        prop_assert_eq!(merge_schemas(Some(&theirs), &merged, &theirs).schema, merged);
    }

    #[test]
    fn but_for_what_is_told_it_does_not_matter_who_saves(
        base in any_schema(), mine in any_schema(), theirs in any_schema(),
    ) {
        let one = merge_schemas(Some(&base), &mine, &theirs);
        let other = merge_schemas(Some(&base), &theirs, &mine);
        let [here, there] = [&one, &other].map(|merged| facts(&merged.schema));
        for place in here.keys().chain(there.keys()).filter(|place| here.get(*place) != there.get(*place)) {
            prop_assert!(is_told(&one, place) || is_told(&other, place), "{:?}", place);
        }
    }

    #[test]
    fn whatever_is_wrong_with_two_files_nothing_is_with_the_one(
        base in prop::option::of(any_file()), mine in any_file(), theirs in any_file(),
    ) {
        let merged = merge_schemas(base.as_ref(), &mine, &theirs).schema;
        prop_assert_eq!(merged.errors(), []);
        if base.is_none() {
            prop_assert!(merged.labels.len() >= mine.labels.len().max(theirs.labels.len()));
        }
    }
}

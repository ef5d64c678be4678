//! Three copies of one annotator's entities, each changed on its own: whichever two meet first, the same file comes of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::analysis::{RegistryConflict, merge_registry_parts};
use tippani::format::entities::encode;
use tippani::model::{Alias, Annotator, Entity, Extra, Judgement, RegistryPart, RejectedLink, Timestamp};

use super::{id, pair, part, person};

/// One change of a copy; the number says of which entity.
#[derive(Clone, Debug)]
enum Step {
    Make(u8),
    Delete(u8),
    Rename(u8, u8),
    Kind(u8, u8),
    Describe(u8, u8),
    Alias(u8, u8, bool),
    Identify(u8, u8, bool),
    Page(u8, u8, bool),
    Field(u8, u8, Option<u8>),
    AliasField(u8, u8),
    FileField(u8, Option<u8>),
    Judge(u8, u8, Option<bool>),
    Reject(u8, bool),
}

fn any_step() -> impl Strategy<Value = Step> {
    let n = || 0..3u8;
    prop_oneof![
        2 => n().prop_map(Step::Make),
        1 => n().prop_map(Step::Delete),
        3 => (n(), n()).prop_map(|(of, name)| Step::Rename(of, name)),
        2 => (n(), n()).prop_map(|(of, kind)| Step::Kind(of, kind)),
        2 => (n(), n()).prop_map(|(of, words)| Step::Describe(of, words)),
        4 => (n(), n(), prop::bool::weighted(0.7)).prop_map(|(of, name, is)| Step::Alias(of, name, is)),
        2 => (n(), n(), prop::bool::weighted(0.7)).prop_map(|(of, id, is)| Step::Identify(of, id, is)),
        2 => (n(), n(), prop::bool::weighted(0.7)).prop_map(|(of, page, is)| Step::Page(of, page, is)),
        2 => (n(), 0..2u8, prop::option::of(n())).prop_map(|(of, key, value)| Step::Field(of, key, value)),
        1 => (n(), n()).prop_map(|(of, value)| Step::AliasField(of, value)),
        2 => (0..2u8, prop::option::of(n())).prop_map(|(key, value)| Step::FileField(key, value)),
        2 => (n(), n(), prop::option::of(any::<bool>())).prop_map(|(one, other, same)| Step::Judge(one, other, same)),
        1 => (n(), any::<bool>()).prop_map(|(of, is)| Step::Reject(of, is)),
    ]
}

fn any_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any_step(), 0..most)
}

fn time(second: u32) -> Timestamp {
    format!("2026-01-02T03:{:02}:{:02}Z", second / 60 % 60, second % 60).parse().unwrap()
}

fn keep(extra: &mut Extra, key: u8, value: Option<u8>) {
    let path = format!("x-{key}");
    match value {
        // Lists are united, other values are not.
        Some(n) if key == 1 => extra.keep(path, format!("[{}]", ["1, 2", "2", "3, 1"][usize::from(n)])),
        Some(n) => extra.keep(path, n.to_string()),
        None => drop(extra.forget(&path)),
    }
}

fn put<T: PartialEq>(list: &mut Vec<T>, entry: T, is_there: bool) {
    list.retain(|known| *known != entry);
    if is_there {
        list.push(entry);
    }
}

fn name(n: u8) -> &'static str {
    ["e-0", "e-1", "e-2"][usize::from(n)]
}

/// Changes an entity at some second, where it is there.
fn alter(part: &mut RegistryPart, n: u8, second: u32, change: impl FnOnce(&mut Entity)) {
    let Some(known) = part.entity(&id(name(n))).cloned() else { return };
    let mut entity = Entity::clone(&known);
    change(&mut entity);
    if entity != *known {
        entity.modified = Some(time(second));
        part.put(Arc::new(entity));
    }
}

/// Carries a step out; one that fits nothing does nothing.
fn step(part: &mut RegistryPart, step: &Step, second: u32) {
    match *step {
        Step::Make(n) if part.entity(&id(name(n))).is_none() => {
            part.put(person(name(n), &["Made"], second % 60));
        }
        Step::Make(_) => {}
        Step::Delete(n) => drop(part.remove(&id(name(n)))),
        Step::Rename(n, to) => alter(part, n, second, |e| e.name = format!("Name {to}")),
        Step::Kind(n, to) => {
            alter(part, n, second, |e| e.kind = ["person", "event", "location"][usize::from(to)].into());
        }
        Step::Describe(n, to) => {
            alter(part, n, second, |e| e.description = ["", "one", "two"][usize::from(to)].into());
        }
        Step::Alias(n, of, is_there) => {
            alter(part, n, second, |e| put(&mut e.aliases, Alias::new(format!("Alias {of}")), is_there));
        }
        Step::Identify(n, of, is_there) => alter(part, n, second, |e| {
            let ids = e.ids.entry("wikidata".into()).or_default();
            put(ids, format!("Q{of}"), is_there);
            e.ids.retain(|_, ids| !ids.is_empty());
        }),
        Step::Page(n, of, is_there) => {
            alter(part, n, second, |e| put(&mut e.links, format!("https://example.org/{of}"), is_there));
        }
        Step::Field(n, key, value) => alter(part, n, second, |e| keep(&mut e.extra, key, value)),
        Step::AliasField(n, value) => alter(part, n, second, |e| {
            if let Some(alias) = e.aliases.first_mut() {
                keep(&mut alias.extra, 0, Some(value));
            }
        }),
        Step::FileField(key, value) => keep(&mut part.extra, key, value),
        Step::Judge(one, other, same) if one != other => {
            let judgement = same.map(|same| if same { Judgement::Same } else { Judgement::Different });
            part.judge(pair(name(one), name(other)), judgement);
        }
        Step::Judge(..) => {}
        Step::Reject(n, is_rejected) => {
            let link = RejectedLink { quote: "Belousov".to_owned(), entity: id(name(n)) };
            part.reject(link, is_rejected);
        }
    }
}

fn copy(base: &RegistryPart, steps: &[Step], clock: u32) -> RegistryPart {
    let mut part = base.clone();
    for (n, one) in (0u32..).zip(steps) {
        step(&mut part, one, clock + n * 7 % 5);
    }
    // What is as it was was undone: undo brings times back, too.
    for before in base.entities() {
        let now = part
            .entity(&before.id)
            .map(|now| Entity { modified: before.modified.clone(), ..Entity::clone(now) });
        if now.as_ref() == Some(&**before) {
            part.put(Arc::clone(before));
        }
    }
    part
}

fn bytes(part: &RegistryPart) -> String {
    String::from_utf8(encode(part)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn it_makes_no_difference_which_copies_of_a_part_meet_first(
        before in any_steps(8),
        (one, other, third) in (any_steps(6), any_steps(6), any_steps(6)),
        clocks in [0..60u32, 0..60u32, 0..60u32],
        known in prop::bool::weighted(0.8),
    ) {
        // Without the base nothing counts as deleted.
        let lasting = |steps: Vec<Step>| -> Vec<Step> {
            let lasts = |step: &Step| known || !matches!(step, Step::Delete(_));
            steps.into_iter().filter(lasts).collect()
        };
        let (one, other, third) = (lasting(one), lasting(other), lasting(third));
        let base = copy(&part("asha", &[person("e-0", &["Made"], 1)]), &before, 20);
        let [a, b, c] = [(&one, clocks[0]), (&other, clocks[1]), (&third, clocks[2])]
            .map(|(steps, clock)| copy(&base, steps, clock));
        let base = known.then_some(&base);
        let join = |one: &RegistryPart, other: &RegistryPart| merge_registry_parts(base, one, other).part;
        prop_assert_eq!(bytes(&join(&a, &b)), bytes(&join(&b, &a)), "the order makes no difference");
        let all = join(&join(&a, &b), &c);
        prop_assert_eq!(bytes(&join(&a, &join(&b, &c))), bytes(&all));
        prop_assert_eq!(bytes(&join(&join(&c, &a), &b)), bytes(&all));
        for own in [&a, &b, &c, &all] {
            prop_assert_eq!(bytes(&join(own, own)), bytes(own), "with itself it is itself");
            prop_assert_eq!(bytes(&join(&all, own)), bytes(&all), "a copy that comes again");
        }
        if let Some(base) = base {
            for own in [&a, &b, &c, &all] {
                prop_assert_eq!(bytes(&join(base, own)), bytes(own), "one side alone, byte for byte");
            }
            let told = merge_registry_parts(Some(base), &a, &b).conflicts;
            changed_values_are_there(base, [&a, &b], &join(&a, &b), &told);
        }
    }
}

/// What one copy alone changed is as it made it; of what both did the words of both are there, and the rest is told.
fn changed_values_are_there(
    base: &RegistryPart,
    copies: [&RegistryPart; 2],
    all: &RegistryPart,
    told: &[RegistryConflict],
) {
    let ids: BTreeSet<_> = copies.iter().flat_map(|copy| copy.entities()).map(|entity| &entity.id).collect();
    for id in ids {
        let [before, now] = [base, all].map(|part| part.entity(id).map(|entity| Entity::clone(entity)));
        let [Some(one), Some(other)] = copies.map(|copy| copy.entity(id)) else { continue };
        let now = now.unwrap();
        for (own, theirs) in [(one, other), (other, one)] {
            let is_changed =
                |of: &dyn Fn(&Entity) -> String| before.as_ref().is_none_or(|b| of(b) != of(own));
            let stays = |of: &dyn Fn(&Entity) -> String| before.as_ref().is_some_and(|b| of(b) == of(theirs));
            let name = |entity: &Entity| entity.name.clone();
            let kind = |entity: &Entity| entity.kind.to_string();
            let described = |entity: &Entity| entity.description.clone();
            for of in [&name as &dyn Fn(&Entity) -> String, &kind, &described] {
                assert!(!is_changed(of) || !stays(of) || of(&now) == of(own), "{} of {id}", of(own));
            }
            assert!(!is_changed(&name) || now.names().any(|known| known == own.name), "{}", own.name);
            let lines = |words: &str| words.lines().map(str::to_owned).collect::<BTreeSet<_>>();
            assert!(!is_changed(&described) || lines(&now.description).is_superset(&lines(&own.description)));
            let is_told = |conflict: &RegistryConflict| matches!(conflict, RegistryConflict::FieldsDiffer { entity: Some(of), path, .. } if of == id && path == "kind");
            assert!(!is_changed(&kind) || now.kind == own.kind || told.iter().any(is_told), "{id}");
            let known = before.as_ref().map(|b| b.aliases.clone()).unwrap_or_default();
            for alias in own.aliases.iter().filter(|alias| known.iter().all(|k| k.text != alias.text)) {
                assert!(now.names().any(|name| name == alias.text), "{} of {id}", alias.text);
            }
        }
    }
    for part in copies {
        assert_eq!(part.annotator(), &Annotator::new("asha").unwrap());
        for (pair, judgement) in part.judgements().filter(|(pair, own)| base.judgement(pair) != Some(*own)) {
            let about =
                |conflict: &RegistryConflict| matches!(conflict, RegistryConflict::Judged(of) if of == pair);
            assert!(all.judgement(pair) == Some(judgement) || told.iter().any(about), "{pair}");
        }
    }
}

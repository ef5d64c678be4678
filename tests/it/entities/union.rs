//! What several people make of one registry, and what two copies of one part come to.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::analysis::merge_registry_parts;
use tippani::edit::{RegistryHistory, RegistryTransaction, merge_entities, split_entity, tell_apart};
use tippani::format::entities;
use tippani::jobs::{read_registry, save_part};
use tippani::model::{Annotator, Contradiction, EntityId, Judgement, Registry, RegistryPart};
use tippani::store;

use super::any::{Act, any_act};
use super::{id, pair, part, person};
use crate::folder::folder;

fn registry(parts: &[&RegistryPart]) -> Registry {
    Registry::new(parts.iter().map(|part| Arc::new((*part).clone())).collect())
}

/// Groups of entities that are one, as `a=b`, those alone as `c`.
fn groups(registry: &Registry) -> Vec<String> {
    let leaders = registry.leaders();
    let group =
        |leader: &EntityId| registry.group(leader).iter().map(EntityId::as_str).collect::<Vec<_>>().join("=");
    leaders.iter().map(group).collect()
}

#[test]
fn one_person_of_two_annotators_has_the_names_of_both() {
    let mut asha = part("asha", &[person("belousov", &["Andrei Belousov", "बेलौसोव"], 1)]);
    let ravi =
        part("ravi", &[person("a-belousov", &["બેલોસોવ"], 2), person("belousov", &["Andrey Belousov"], 3)]);
    asha.judge(pair("belousov", "a-belousov"), Some(Judgement::Same));
    let registry = registry(&[&asha, &ravi]);
    let view = registry.view(&id("a-belousov")).unwrap();
    assert_eq!(view.id, id("belousov"), "the one made first stands for both");
    assert_eq!(
        view.names().collect::<Vec<_>>(),
        ["Andrey Belousov", "Andrei Belousov", "बेलौसोव", "બેલોસોવ"],
        "the name given last is shown"
    );
    assert_eq!(view.holders.iter().map(Annotator::as_str).collect::<Vec<_>>(), ["asha", "ravi"]);
    assert_eq!(registry.contradictions(), []);
}

#[test]
fn contradictions_are_shown_and_a_third_may_decide() {
    let people = [person("a", &["A"], 1), person("b", &["B"], 2)];
    let (mut asha, mut ravi) = (part("asha", &people), part("ravi", &[]));
    let mut mira = part("mira", &[]);
    asha.judge(pair("a", "b"), Some(Judgement::Same));
    assert_eq!(groups(&registry(&[&asha, &ravi, &mira])), ["a=b"]);
    ravi.judge(pair("a", "b"), Some(Judgement::Different));
    let torn = registry(&[&asha, &ravi, &mira]);
    assert_eq!(groups(&torn), ["a", "b"], "as many say the one as the other");
    assert_eq!(torn.contradictions()[0].to_string(), "a and b are one for asha, and two for ravi");
    mira.judge(pair("a", "b"), Some(Judgement::Same));
    let decided = registry(&[&asha, &ravi, &mira]);
    assert_eq!(groups(&decided), ["a=b"]);
    assert_eq!(decided.contradictions()[0].to_string(), "a and b are one for asha, mira, and two for ravi");
}

#[test]
fn what_follows_from_others_contradicts_too() {
    let people = [person("a", &["A"], 1), person("b", &["B"], 2), person("c", &["C"], 3)];
    let (mut asha, mut ravi) = (part("asha", &people), part("ravi", &[]));
    asha.judge(pair("a", "b"), Some(Judgement::Same));
    asha.judge(pair("b", "c"), Some(Judgement::Same));
    ravi.judge(pair("a", "c"), Some(Judgement::Different));
    let registry = registry(&[&asha, &ravi]);
    assert_eq!(groups(&registry), ["a=b=c"]);
    let [Contradiction::Pair { pair: told, same, .. }] = &registry.contradictions()[..] else { panic!() };
    assert_eq!((told, same.len()), (&pair("a", "c"), 0));
}

#[test]
fn one_entity_of_two_kinds_contradicts() {
    let mut party = (*person("bjp", &["BJP"], 1)).clone();
    let (asha, mut ravi) = (part("asha", &[party.clone().into()]), part("ravi", &[]));
    party.kind = "organization".into();
    ravi.put(party.into());
    let told = registry(&[&asha, &ravi]).contradictions();
    assert_eq!(told[0].to_string(), "bjp is organization for ravi, person for asha");
}

#[test]
fn merge_and_split_are_each_others_inverse() {
    let people = [person("a", &["A"], 1), person("b", &["B"], 2), person("c", &["C"], 3)];
    let mut asha = part("asha", &people);
    let who = asha.annotator().clone();
    let apply = |part: &mut RegistryPart, changes: Vec<tippani::edit::RegistryChange>| {
        for change in changes {
            let _ = change.apply(part);
        }
    };
    let merged = |part: &RegistryPart, one: &str, other: &str| {
        merge_entities(&registry(&[part]), &id(one), &id(other))
    };
    let changes = merged(&asha, "b", "a");
    apply(&mut asha, changes);
    let changes = merged(&asha, "b", "c");
    apply(&mut asha, changes);
    assert_eq!(groups(&registry(&[&asha])), ["a=b=c"]);
    // The one that joined the two others leaves: they stay one.
    let changes = split_entity(&registry(&[&asha]), &who, &id("a"));
    apply(&mut asha, changes);
    assert_eq!(groups(&registry(&[&asha])), ["a", "b=c"]);
    let changes = tell_apart(&registry(&[&asha]), &who, &id("b"), &id("c"));
    apply(&mut asha, changes);
    assert_eq!(groups(&registry(&[&asha])), ["a", "b", "c"]);
    assert_eq!(asha.judgement(&pair("b", "c")), Some(Judgement::Different));
}

/// What no act on entities may touch: its bytes are compared, whatever they are.
const ANNOTATIONS: [(&str, &[u8]); 3] = [
    ("a.txt", b"Belousov came."),
    ("a.txt.asha.annotations.json", b"{\"annotator\": \"asha\", \"annotations\": [{\"entity\": \"a\"}]}"),
    ("a.txt.ravi.annotations.json", b"{\"annotator\": \"ravi\", \"annotations\": [{\"entity\": \"b\"}]}"),
];

/// Somebody at work on a copy of the folder.
struct Desk {
    folder: tempfile::TempDir,
    who: Annotator,
    history: RegistryHistory,
}

impl Desk {
    fn new(name: &str) -> Self {
        let who = Annotator::new(name).unwrap();
        Self { folder: folder(&ANNOTATIONS), who, history: RegistryHistory::default() }
    }

    fn registry(&self) -> Registry {
        let read = read_registry(self.folder.path()).unwrap();
        assert_eq!(read.issues, []);
        read.value.0
    }

    /// Does something, and saves it, as the program does.
    fn act(&mut self, act: &Act, second: usize) {
        let known = store::read_part(self.folder.path(), &self.who).unwrap().value;
        let before = known.as_ref().map(|known| Arc::clone(&known.part));
        let mut own = before.map_or_else(|| RegistryPart::new(self.who.clone()), |part| (*part).clone());
        match act {
            Act::Undo => drop(self.history.undo(&mut own)),
            Act::Redo => drop(self.history.redo(&mut own)),
            act => {
                let changes = act.changes(&self.registry(), &self.who, second);
                self.history.apply(&mut own, RegistryTransaction::new("act", changes));
            }
        }
        let saved = save_part(self.folder.path(), &Arc::new(own.clone()), known.as_ref()).unwrap();
        assert_eq!(*saved.known.part, own);
    }

    /// Takes over the files of another copy, as a program that syncs files does.
    fn sync_from(&self, other: &Self) {
        let name = entities::file_name(&other.who);
        let from = other.folder.path().join(&name);
        if from.exists() {
            std::fs::copy(from, self.folder.path().join(&name)).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// On copies of a folder, with any acts of theirs and syncs in between: in the end all see the same, and it has everything
    /// that stands in anybody's part.
    #[test]
    fn people_on_copies_lose_nothing_and_see_the_same(
        acts in prop::collection::vec((0..3_usize, any_act(), any::<bool>()), 1..40),
    ) {
        let mut desks = ["asha", "mira", "ravi"].map(Desk::new);
        let mut linked: BTreeSet<EntityId> = BTreeSet::new();
        for (second, (desk, act, syncs)) in acts.iter().enumerate() {
            desks[*desk].act(act, second);
            let registry = desks[*desk].registry();
            linked.extend(registry.ids());
            // What a mention is linked to is there as long as anybody has it, whatever it is one with.
            for id in &linked {
                let view = registry.view(id);
                let is_there = registry.group(id).iter().any(|member| registry.contains(member));
                prop_assert_eq!(view.is_some(), is_there);
                if let Some(view) = view {
                    prop_assert!(view.members.contains(id));
                    prop_assert_eq!(registry.leader(id), &view.id);
                    prop_assert!(registry.contains(&view.id), "it stands for itself and is there");
                }
            }
            if *syncs {
                desks[(desk + 1) % 3].sync_from(&desks[*desk]);
            }
        }
        let own: Vec<RegistryPart> = desks.iter().map(|desk| {
            let known = store::read_part(desk.folder.path(), &desk.who).unwrap().value;
            known.map_or_else(|| RegistryPart::new(desk.who.clone()), |known| (*known.part).clone())
        }).collect();
        for one in 0..3 {
            for other in 0..3 {
                if one != other {
                    desks[one].sync_from(&desks[other]);
                }
            }
        }
        for desk in &desks {
            for (file, bytes) in ANNOTATIONS {
                prop_assert_eq!(std::fs::read(desk.folder.path().join(file)).unwrap(), bytes);
            }
        }
        let seen = desks.each_ref().map(Desk::registry);
        prop_assert_eq!(&seen[0], &seen[1]);
        prop_assert_eq!(&seen[1], &seen[2]);
        for part in own.iter().filter(|part| !part.is_empty()) {
            prop_assert_eq!(&**seen[0].part(part.annotator()).unwrap(), part);
            for entity in part.entities() {
                let view = seen[0].view(&entity.id).unwrap();
                for name in entity.names() {
                    prop_assert!(view.names().any(|known| known == name), "{name} of {}", entity.id);
                }
            }
        }
    }

    /// A part changed on two machines of one annotator: in whichever order, nothing that either made is lost.
    #[test]
    fn two_copies_of_a_part_come_to_one(
        before in prop::collection::vec(any_act(), 0..10),
        mine in prop::collection::vec(any_act(), 0..10),
        theirs in prop::collection::vec(any_act(), 0..10),
    ) {
        let asha = Annotator::new("asha").unwrap();
        let go = |part: &RegistryPart, acts: &[Act], from: usize| {
            let mut part = part.clone();
            for (second, act) in acts.iter().enumerate() {
                for change in act.changes(&registry(&[&part]), &asha, from + second) {
                    let _ = change.apply(&mut part);
                }
            }
            part
        };
        let base = go(&RegistryPart::new(asha.clone()), &before, 0);
        let (mine, theirs) = (go(&base, &mine, 20), go(&base, &theirs, 30));
        let merged = merge_registry_parts(Some(&base), &mine, &theirs);
        let other_way = merge_registry_parts(Some(&base), &theirs, &mine);
        prop_assert_eq!(&merged.part, &other_way.part);
        for entity in mine.entities().chain(theirs.entities()) {
            let there = merged.part.entity(&entity.id).unwrap();
            for name in entity.names() {
                prop_assert!(there.names().any(|known| known == name), "{name}");
            }
        }
        prop_assert_eq!(&merge_registry_parts(Some(&base), &mine, &base).part, &mine);
        prop_assert_eq!(&merge_registry_parts(None, &mine, &mine).part, &mine);
    }

    /// A history goes back to the beginning and to the end again.
    #[test]
    fn all_that_was_done_is_taken_back_and_done_again(acts in prop::collection::vec(any_act(), 1..20)) {
        let asha = Annotator::new("asha").unwrap();
        let (mut part, mut history) = (RegistryPart::new(asha.clone()), RegistryHistory::default());
        for (second, act) in acts.iter().enumerate() {
            let changes = act.changes(&registry(&[&part]), &asha, second);
            history.apply(&mut part, RegistryTransaction::new("act", changes));
        }
        let end = part.clone();
        while let Some(outcome) = history.undo(&mut part) {
            prop_assert_eq!(outcome.left, 0);
        }
        prop_assert!(part.is_empty());
        while history.redo(&mut part).is_some() {}
        prop_assert_eq!(part, end);
    }
}

//! What a session knows of its schema: changed, being saved, failed, and changed by somebody else.

use std::sync::Arc;

use proptest::prelude::*;
use tippani::analysis::merge_schemas;
use tippani::model::{Hue, KnownSchema, Schema, news_schema};
use tippani::session::{SaveState, SchemaState};

use super::{edited, label, new_label};

fn known(schema: &Schema) -> KnownSchema {
    KnownSchema { hash: Some(schema.labels.len().to_string().into()), schema: Some(Arc::new(schema.clone())) }
}

fn opened() -> SchemaState {
    SchemaState::new(known(&news_schema()))
}

fn recolour(state: &mut SchemaState, hue: Hue) {
    let schema = edited(state.schema(), &|s| label(s, "person").hue = hue);
    state.replace(schema).unwrap();
}

fn hue(schema: &Schema) -> Hue {
    schema.label("person").unwrap().hue
}

fn with_law(schema: &Schema) -> Schema {
    edited(schema, &|s| s.labels.push(new_label("law", None)))
}

/// Writes what is to be saved, a colleague having put `theirs` in the file.
fn save(state: &mut SchemaState, theirs: Option<&Schema>) {
    let save = state.begin_save().unwrap();
    let written = theirs.map_or((*save.schema).clone(), |theirs| {
        merge_schemas(save.known.schema.as_deref(), &save.schema, theirs).schema
    });
    assert_eq!(state.saved(Arc::new(written.clone()), known(&written), Vec::new()), []);
}

#[test]
fn a_change_is_saved_at_once_and_only_one_save_is_under_way() {
    let mut state = opened();
    assert_eq!((state.due(), state.save_state(), state.begin_save()), (None, SaveState::Saved, None));
    recolour(&mut state, Hue::Olive);
    assert_eq!((state.due(), state.save_state()), (Some(0), SaveState::Changed));
    let first = state.begin_save().unwrap();
    assert_eq!((first.known, hue(&first.schema)), (known(&news_schema()), Hue::Olive));
    assert_eq!((state.due(), state.save_state()), (None, SaveState::Saving));
    recolour(&mut state, Hue::Brown);
    assert_eq!(state.begin_save(), None);
    assert_eq!(state.saved(first.schema.clone(), known(&first.schema), Vec::new()), []);
    assert_eq!((state.due(), state.is_dirty(), hue(state.schema())), (Some(0), true, Hue::Brown));
    save(&mut state, None);
    assert_eq!((state.due(), state.save_state()), (None, SaveState::Saved));
}

#[test]
fn a_save_that_failed_is_shown_until_it_is_made() {
    let mut state = opened();
    recolour(&mut state, Hue::Olive);
    let failed = |reason: &str| SaveState::Failed(reason.to_owned());
    assert!(state.begin_save().is_some());
    assert!(state.failed("the disk is full".into(), 1_000), "it is news");
    assert_eq!((state.due(), state.save_state()), (Some(11_000), failed("the disk is full")));
    // Somebody asks for it before its time.
    assert!(state.begin_save().is_some());
    assert_eq!(state.save_state(), failed("the disk is full"));
    assert!(!state.failed("the disk is full".into(), 2_000), "it is no news");
    assert_eq!(state.due(), Some(12_000));
    recolour(&mut state, Hue::Brown);
    assert_eq!((state.due(), state.save_state()), (Some(0), failed("the disk is full")));
    assert!(state.begin_save().is_some());
    recolour(&mut state, Hue::Teal);
    assert!(state.failed("the folder is gone".into(), 3_000), "another reason is news");
    assert_eq!(state.due(), Some(3_000), "what was changed meanwhile does not wait");
    save(&mut state, None);
    assert_eq!((state.due(), state.save_state(), hue(state.schema())), (None, SaveState::Saved, Hue::Teal));
}

#[test]
fn a_schema_with_something_wrong_changes_nothing() {
    let mut state = opened();
    let twice = edited(state.schema(), &|s| s.labels.push(new_label("person", None)));
    assert_eq!(state.replace(twice.clone()).unwrap_err(), twice.errors()[0]);
    assert!(!state.can_undo() && !state.is_dirty() && !state.undo());
    assert_eq!(**state.schema(), news_schema());
}

#[test]
fn what_a_colleague_did_is_shown_and_not_undone() {
    let news = news_schema();
    let mut state = opened();
    recolour(&mut state, Hue::Olive);
    save(&mut state, Some(&with_law(&news)));
    assert_eq!((hue(state.schema()), state.schema().label("law").is_some()), (Hue::Olive, true));
    // Read again, with another change of theirs.
    let theirs = edited(state.schema(), &|s| label(s, "event").name = "Incident".into());
    state.read(known(&theirs));
    assert_eq!((&**state.schema(), state.is_dirty()), (&theirs, false));
    assert!(state.undo());
    let mut expected = theirs;
    label(&mut expected, "person").hue = hue(&news);
    assert_eq!(**state.schema(), expected, "only what was done here is taken back");
    assert_eq!((state.due(), state.can_undo()), (Some(0), false));
}

#[test]
fn what_is_not_saved_is_kept_when_the_file_is_read() {
    let mut state = opened();
    recolour(&mut state, Hue::Olive);
    let theirs = with_law(&news_schema());
    state.read(known(&theirs));
    assert_eq!(**state.schema(), edited(&news_schema(), &|s| label(s, "person").hue = Hue::Olive));
    assert_eq!(state.begin_save().unwrap().known, known(&news_schema()), "what it grew from");
    state.read(known(&theirs));
    state.forget_save();
    save(&mut state, Some(&theirs));
    assert_eq!(**state.schema(), edited(&theirs, &|s| label(s, "person").hue = Hue::Olive));
}

#[test]
fn what_is_changed_during_a_save_is_merged_with_what_was_written() {
    let mut state = opened();
    recolour(&mut state, Hue::Olive);
    let sent = state.begin_save().unwrap().schema;
    let renamed = edited(state.schema(), &|s| label(s, "event").name = "Incident".into());
    state.replace(renamed).unwrap();
    let written = edited(&with_law(&sent), &|s| label(s, "event").name = "Occurrence".into());
    let told = state.saved(Arc::new(written.clone()), known(&written), Vec::new());
    assert_eq!(
        told.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["The label “Incident” was also changed by someone else; kept as you have it: name"]
    );
    assert_eq!(**state.schema(), edited(&written, &|s| label(s, "event").name = "Incident".into()));
    assert!(state.is_dirty());
    assert!(state.undo() && state.undo());
    let mut expected = written;
    label(&mut expected, "person").hue = hue(&news_schema());
    assert_eq!(**state.schema(), expected);
}

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
    Recolour(usize),
    Undo,
    Begin,
    Answer(bool),
    Read,
    Theirs(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..Hue::ALL.len()).prop_map(Step::Recolour),
        Just(Step::Undo),
        Just(Step::Begin),
        any::<bool>().prop_map(Step::Answer),
        Just(Step::Read),
        (0..9u8).prop_map(Step::Theirs),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_what_a_colleague_added_is_in_the_file_and_what_is_shown_gets_there(
        steps in prop::collection::vec(any_step(), 0..40),
    ) {
        let mut file = news_schema();
        let mut state = opened();
        let mut under_way = None;
        let mut added = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Recolour(hue) => recolour(&mut state, Hue::ALL[*hue]),
                Step::Undo => {
                    state.undo();
                }
                Step::Begin => under_way = state.begin_save().or(under_way),
                Step::Answer(is_made) => match under_way.take() {
                    Some(save) if *is_made => {
                        let base = save.known.schema.as_deref();
                        file = merge_schemas(base, &save.schema, &file).schema;
                        state.saved(Arc::new(file.clone()), known(&file), Vec::new());
                    }
                    Some(_) => {
                        state.failed("no".into(), 0);
                    }
                    None => {}
                },
                Step::Read => state.read(known(&file)),
                Step::Theirs(n) => {
                    let id = format!("{n}-{at}");
                    file.labels.push(new_label(&id, None));
                    added.push(id);
                }
            }
            for id in &added {
                prop_assert!(file.label(id).is_some(), "{}", id);
            }
        }
        let shown = hue(state.schema());
        while let Some(next) = under_way.take().or_else(|| state.begin_save()) {
            file = merge_schemas(next.known.schema.as_deref(), &next.schema, &file).schema;
            state.saved(Arc::new(file.clone()), known(&file), Vec::new());
        }
        state.read(known(&file));
        prop_assert_eq!(&**state.schema(), &file);
        prop_assert_eq!((hue(&file), state.save_state()), (shown, SaveState::Saved));
    }
}

//! Two people who save the labels of one workspace.

use std::fs;
use std::path::Path;

use tippani::format::workspace::{FILE_NAME, encode};
use tippani::jobs::{SavedSchema, save_schema};
use tippani::model::{Hue, KnownSchema, Label, Schema, news_schema};
use tippani::store::{self, SaveError};

use crate::folder::folder;

/// The schema of a folder, as a scan finds it.
fn scanned(root: &Path) -> KnownSchema {
    store::scan(root, &mut |_| true).unwrap().known_schema
}

/// A folder whose file holds the news schema, with a field that this version does not know.
fn workspace() -> (tempfile::TempDir, KnownSchema) {
    let mut schema = news_schema();
    schema.extra.keep("licence", "\"CC0\"");
    let folder = folder(&[(FILE_NAME, &encode(&schema))]);
    let known = scanned(folder.path());
    (folder, known)
}

fn edited(known: &KnownSchema, edit: impl Fn(&mut Schema)) -> Schema {
    let mut schema = (*known.schema_or_news()).clone();
    edit(&mut schema);
    schema
}

fn recolour(schema: &mut Schema, hue: Hue) {
    schema.labels[0].hue = hue;
}

fn add(schema: &mut Schema, id: &str) {
    let label = Label { id: id.into(), name: id.to_owned(), key: None, ..news_schema().labels[0].clone() };
    schema.labels.push(label);
}

fn sentences(saved: &SavedSchema) -> Vec<String> {
    saved.conflicts.iter().map(ToString::to_string).collect()
}

/// The file holds this, and what the save says of it is true.
#[track_caller]
fn check_written(root: &Path, saved: &SavedSchema, expected: &Schema) {
    assert_eq!(&*saved.schema, expected);
    assert_eq!(scanned(root), saved.known);
    assert_eq!(saved.known.schema.as_ref(), Some(&saved.schema));
    assert_eq!(saved.schema.extra.get("licence"), Some("\"CC0\""), "unknown fields stay");
    assert!(fs::read_to_string(root.join(FILE_NAME)).unwrap().contains("\"licence\": \"CC0\""));
}

#[test]
fn what_a_colleague_added_meanwhile_is_there_too() {
    let (folder, known) = workspace();
    let root = folder.path();
    let theirs = edited(&known, |s| {
        add(s, "law");
        s.extra.keep("reviewed", "true");
    });
    fs::write(root.join(FILE_NAME), encode(&theirs)).unwrap();
    let saved = save_schema(root, &edited(&known, |s| recolour(s, Hue::Olive)), &known).unwrap();
    let mut both = theirs;
    recolour(&mut both, Hue::Olive);
    check_written(root, &saved, &both);
    assert_eq!(sentences(&saved), [""; 0]);
    // The next save grows from there.
    let next = edited(&saved.known, |s| s.labels.retain(|l| &*l.id != "law"));
    let saved = save_schema(root, &next, &saved.known).unwrap();
    check_written(root, &saved, &next);
}

#[test]
fn what_both_changed_is_mine_and_the_conflict_is_told() {
    let (folder, known) = workspace();
    let root = folder.path();
    let theirs = edited(&known, |s| recolour(s, Hue::Brown));
    fs::write(root.join(FILE_NAME), encode(&theirs)).unwrap();
    let mine = edited(&known, |s| recolour(s, Hue::Olive));
    let saved = save_schema(root, &mine, &known).unwrap();
    check_written(root, &saved, &mine);
    assert_eq!(
        sentences(&saved),
        ["The label “Person” was also changed by someone else; kept as you have it: colour"]
    );
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let (folder, known) = workspace();
    let root = folder.path();
    fs::remove_file(root.join(FILE_NAME)).unwrap();
    let mine = edited(&known, |s| s.labels.truncate(2));
    let saved = save_schema(root, &mine, &known).unwrap();
    check_written(root, &saved, &mine);
    assert_eq!(sentences(&saved), [""; 0]);
}

#[test]
fn where_there_was_no_file_both_grew_from_the_built_in_schema() {
    let folder = folder(&[]);
    let known = scanned(folder.path());
    assert_eq!(known, KnownSchema::default());
    // A colleague has written a schema of two labels, and the only thing done here is a colour.
    let theirs = edited(&known, |s| {
        s.labels.truncate(2);
        s.extra.keep("licence", "\"CC0\"");
    });
    fs::write(folder.path().join(FILE_NAME), encode(&theirs)).unwrap();
    let saved = save_schema(folder.path(), &edited(&known, |s| recolour(s, Hue::Olive)), &known).unwrap();
    let mut both = theirs;
    recolour(&mut both, Hue::Olive);
    check_written(folder.path(), &saved, &both);
}

#[test]
fn a_file_that_cannot_be_read_is_never_overwritten() {
    let (folder, known) = workspace();
    let path = folder.path().join(FILE_NAME);
    let mine = edited(&known, |s| recolour(s, Hue::Olive));
    let later = "{\"format\": \"tippani/workspace\", \"version\": 2}";
    for broken in ["{ broken", later, ""] {
        fs::write(&path, broken).unwrap();
        for known in [&known, &scanned(folder.path())] {
            let error = save_schema(folder.path(), &mine, known).unwrap_err();
            assert!(matches!(error, SaveError::Workspace { .. }), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), broken);
        }
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let error = save_schema(folder.path(), &mine, &known).unwrap_err();
    assert!(matches!(error, SaveError::Io { .. }), "{error}");
}

#[test]
fn a_file_written_after_the_look_at_it_is_not_overwritten() {
    let (folder, known) = workspace();
    let path = folder.path().join(FILE_NAME);
    let theirs = encode(&edited(&known, |s| add(s, "law")));
    fs::write(&path, &theirs).unwrap();
    let mine = edited(&known, |s| recolour(s, Hue::Olive));
    for known in [&known, &KnownSchema::default()] {
        let error = store::write_schema(folder.path(), &mine, known).unwrap_err();
        assert!(matches!(error, SaveError::Changed(_)), "{error}");
        assert_eq!(fs::read(&path).unwrap(), theirs);
    }
}

#[test]
fn a_file_that_says_the_same_is_left_as_it_is() {
    let (folder, known) = workspace();
    let path = folder.path().join(FILE_NAME);
    let by_hand = format!("{}\n\n", String::from_utf8(fs::read(&path).unwrap()).unwrap());
    fs::write(&path, &by_hand).unwrap();
    let saved = save_schema(folder.path(), &known.schema_or_news(), &known).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), by_hand);
    assert_eq!(saved.known, scanned(folder.path()));
}

#[test]
fn what_two_add_at_once_is_all_there() {
    let (folder, _) = workspace();
    let root = folder.path();
    let add_all = &|who: &str| {
        for n in 0..12 {
            let known = store::read_schema(root).unwrap().value;
            let schema = edited(&known, |s| add(s, &format!("{who}-{n}")));
            // Where the other is quicker each time it is tried again, as the window does.
            while let Err(error) = save_schema(root, &schema, &known) {
                assert!(matches!(error, SaveError::Changed(_)), "{error}");
            }
        }
    };
    std::thread::scope(|scope| {
        for who in ["asha", "ravi"] {
            scope.spawn(move || add_all(who));
        }
    });
    let labels = scanned(root).schema_or_news().labels.len();
    assert_eq!(labels, news_schema().labels.len() + 2 * 12);
}

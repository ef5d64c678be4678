//! Which folder is which workspace: renamed, made anew, copied.

use std::fs;
use std::path::Path;

use tippani::format::journal::{EditRecord, Record, RecordAction, RecordPart, header};
use tippani::model::EditId;
use tippani::store::journal::{Journal, unsaved_in};

use super::{asha, document};

fn record(number: u64) -> Record {
    let edit = EditId { run: 1, number };
    let parts = vec![RecordPart::new(&document("a.txt"), &[]).unwrap()];
    let (name, left) = ("Tag".into(), Vec::new());
    let (action, is_decision, new_entity) = (RecordAction::Do, false, None);
    Record::Edit(EditRecord {
        edit,
        step: edit,
        action,
        name,
        is_decision,
        new_entity,
        at_ms: 0,
        parts,
        left,
    })
}

/// How many edits the workspace has that is at `root`.
fn edits(journals: &Path, root: &Path) -> usize {
    Journal::open(journals, root, &asha()).unwrap().0.of("a.txt").unwrap().len()
}

#[test]
fn a_workspace_is_found_wherever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("state/journals");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("one")).unwrap();
    Journal::open(&journals, &at("one"), &asha()).unwrap().0.append(&[record(1)]).unwrap();
    assert_eq!(edits(&journals, &at("one")), 1);
    assert_eq!(unsaved_in(&journals, &at("one")), [("a.txt".into(), asha())]);
    // A copy is another one.
    fs::create_dir(at("copy")).unwrap();
    assert_eq!(edits(&journals, &at("copy")), 0);
    Journal::open(&journals, &at("copy"), &asha()).unwrap().0.append(&[record(1), record(2)]).unwrap();
    // Renamed, and renamed to where another was.
    fs::rename(at("one"), at("renamed")).unwrap();
    assert_eq!(edits(&journals, &at("renamed")), 1);
    Journal::open(&journals, &at("renamed"), &asha()).unwrap().0.append(&[record(3)]).unwrap();
    fs::rename(at("copy"), at("one")).unwrap();
    assert_eq!((edits(&journals, &at("one")), edits(&journals, &at("renamed"))), (2, 2));
    // Gone, and made anew; what it is made of is kept busy, so that it is not by chance the same.
    fs::rename(at("renamed"), at("elsewhere")).unwrap();
    fs::create_dir(at("renamed")).unwrap();
    assert_eq!(edits(&journals, &at("renamed")), 2);
}

#[test]
fn a_journal_is_held_and_mended() {
    let folder = tempfile::tempdir().unwrap();
    let (journals, root) = (folder.path().join("journals"), folder.path().join("w"));
    fs::create_dir(&root).unwrap();
    let open = || Journal::open(&journals, &root, &asha()).unwrap();
    assert!(!journals.exists(), "looking writes nothing");
    let (mut journal, _) = open();
    assert!(!journals.exists());
    journal.append(&[record(1)]).unwrap();
    journal.append(&[record(1), record(2)]).unwrap();
    assert_eq!(journal.of("a.txt").unwrap(), [record(1), record(2)], "each once");
    drop(journal);
    let path = walkdir::WalkDir::new(&journals).into_iter().map(|entry| entry.unwrap().into_path());
    let path = path.into_iter().find(|path| path.ends_with("asha.journal")).unwrap();
    let whole = fs::read(&path).unwrap();

    // Torn.
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let (mut journal, issues) = open();
    assert_eq!((journal.of("a.txt").unwrap(), issues.len()), (vec![record(1)], 0));
    journal.append(&[record(2)]).unwrap();
    drop(journal);
    assert!(fs::read(&path).unwrap() == whole, "it goes on where it was whole");

    // Damaged in the midst of it.
    let mut damaged = whole;
    damaged[header().len() + 20] ^= 1;
    fs::write(&path, &damaged).unwrap();
    let (journal, issues) = open();
    assert_eq!((journal.of("a.txt").unwrap(), issues.len()), (vec![record(2)], 1));
    drop(journal);

    // No journal at all: it is put aside.
    fs::write(&path, "{}").unwrap();
    let (mut journal, issues) = open();
    assert_eq!((journal.of("a.txt").unwrap(), issues.len()), (vec![], 1));
    journal.append(&[record(1)]).unwrap();
    drop(journal);
    let aside = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.into_iter().find(|path| path.to_string_lossy().contains("damaged")).unwrap();
    assert_eq!(fs::read(aside).unwrap(), b"{}");

    // Of a later version: it is left as it is, and another one is written.
    fs::write(&path, "tippani/journal 2\n").unwrap();
    let (mut journal, _) = open();
    journal.append(&[record(1)]).unwrap();
    assert_eq!(journal.of("a.txt").unwrap(), [record(1)]);
    assert_eq!(fs::read(&path).unwrap(), b"tippani/journal 2\n");
    drop(journal);

    // Taken away while it is open: what is done from then on is kept anew, or it is said that it is not.
    let (mut journal, _) = open();
    fs::remove_dir_all(&journals).unwrap();
    journal.append(&[record(5)]).unwrap();
    assert_eq!(journal.of("a.txt").unwrap(), [record(5)]);
    fs::remove_dir_all(&journals).unwrap();
    fs::write(&journals, "in the way").unwrap();
    assert!(journal.append(&[record(6)]).is_err());
    assert!(!journal.has(EditId { run: 1, number: 6 }));
}

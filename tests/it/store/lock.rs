//! One writer for each annotator of a workspace.

use std::fs;
use std::path::Path;

use tippani::model::{Annotator, Timestamp};
use tippani::store::{Holder, LockError, Writers};

use super::asha;
use crate::folder::folder;

fn at() -> Timestamp {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

/// Another program that shares the folder of journals, where the locks are: the system tells open files apart, not programs.
fn program(locks: &Path) -> Writers {
    Writers::new(Some(locks.to_owned()))
}

/// Who has the lock of an annotator.
#[track_caller]
fn held(by: &Writers, root: &Path, annotator: &Annotator) -> Option<Holder> {
    match by.take(root, annotator, &at()) {
        Err(LockError::Held { holder, .. }) => Some(holder.expect("whoever takes a lock says who it is")),
        Err(error @ LockError::Io { .. }) => panic!("{error}"),
        Ok(_) => None,
    }
}

/// The files of that kind among the locks.
fn files(locks: &Path, ending: &str) -> Vec<std::path::PathBuf> {
    let all = walkdir::WalkDir::new(locks).into_iter().map(|entry| entry.unwrap().into_path());
    all.filter(|path| path.extension().is_some_and(|e| e == ending)).collect()
}

/// The one file of that kind among the locks.
fn only(locks: &Path, ending: &str) -> std::path::PathBuf {
    let [one] = &files(locks, ending)[..] else { panic!("not one {ending}") };
    one.clone()
}

#[test]
fn one_annotator_of_a_workspace_has_one_writer() {
    let (locks, root) = (tempfile::tempdir().unwrap(), folder(&[("a.txt", b"x")]));
    let (one, other) = (program(locks.path()), program(locks.path()));
    let lock = one.take(root.path(), &asha(), &at()).unwrap();
    let holder = held(&other, root.path(), &asha()).unwrap();
    assert_eq!((holder.process, &holder.since), (std::process::id(), &at()));
    assert!(holder.is_alive() && !holder.host.is_empty());
    assert_eq!(other.other_holder(root.path(), &asha()).as_ref(), Some(&holder));
    assert_eq!(one.other_holder(root.path(), &asha()), None, "this is the one that has it");
    let said = other.take(root.path(), &asha(), &at()).unwrap_err().to_string();
    assert!(said.contains("asha is annotating in this folder in another window or program"), "{said}");
    assert!(said.contains(&format!("{}, since ", holder.host)), "{said}");
    // Another annotator, another workspace, and the same program again.
    let ravi = Annotator::new("ravi").unwrap();
    assert_eq!(held(&other, root.path(), &ravi), None);
    let elsewhere = folder(&[("a.txt", b"x")]);
    assert_eq!(held(&other, elsewhere.path(), &asha()), None);
    assert_eq!(other.other_holder(elsewhere.path(), &asha()), None);
    let again = one.take(root.path(), &asha(), &at()).unwrap();
    drop(lock);
    assert!(held(&other, root.path(), &asha()).is_some(), "it is held as long as anybody holds it");
    drop(again);
    assert_eq!(held(&other, root.path(), &asha()), None);
    assert!(files(locks.path(), "holder").is_empty(), "nobody holds one");
}

#[cfg(unix)]
#[test]
fn a_workspace_is_the_same_however_its_path_is_written() {
    let (locks, base) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (root, link, renamed) =
        (base.path().join("corpus"), base.path().join("link"), base.path().join("renamed"));
    fs::create_dir(&root).unwrap();
    std::os::unix::fs::symlink(&root, &link).unwrap();
    let (one, other) = (program(locks.path()), program(locks.path()));
    let _lock = one.take(&root, &asha(), &at()).unwrap();
    assert!(held(&other, &link, &asha()).is_some());
    fs::rename(&root, &renamed).unwrap();
    assert!(held(&other, &renamed, &asha()).is_some());
    // A program that syncs files has made another folder in its place: to those who work in it, it is the same.
    fs::rename(&renamed, base.path().join("away")).unwrap();
    fs::create_dir(&renamed).unwrap();
    assert!(held(&other, &renamed, &asha()).is_some());
}

#[test]
fn a_lock_is_taken_over_from_a_holder_that_is_not_known_to_run() {
    let (locks, root) = (tempfile::tempdir().unwrap(), folder(&[("a.txt", b"x")]));
    let (one, other, third) = (program(locks.path()), program(locks.path()), program(locks.path()));
    let lost = one.take(root.path(), &asha(), &at()).unwrap();
    assert!(matches!(other.take_over(root.path(), &asha(), &at()), Err(LockError::Held { .. })), "it runs");
    fs::write(only(locks.path(), "holder"), "elsewhere\n7\n2026-01-02T03:04:05Z\n").unwrap();
    let holder = held(&other, root.path(), &asha()).unwrap();
    assert!(!holder.is_alive());
    assert_eq!(other.other_holder(root.path(), &asha()), None, "it is not known to run");
    let taken = other.take_over(root.path(), &asha(), &at()).unwrap();
    let holder = held(&third, root.path(), &asha()).unwrap();
    assert!(holder.is_alive(), "{holder}");
    drop(lost);
    assert_eq!(held(&third, root.path(), &asha()), Some(holder), "who lost it gives nothing back");
    drop(taken);
    assert_eq!(held(&third, root.path(), &asha()), None);
}

#[test]
fn without_a_folder_for_locks_nobody_is_kept_from_writing() {
    let root = folder(&[("a.txt", b"x")]);
    let lock = Writers::new(None).take(root.path(), &asha(), &at());
    assert!(lock.is_ok() && held(&Writers::new(None), root.path(), &asha()).is_none());
    // A folder that cannot be made is told.
    let writers = Writers::new(Some(root.path().join("a.txt/locks")));
    assert!(matches!(writers.take(root.path(), &asha(), &at()), Err(LockError::Io { .. })));
}

//! What is seen of a folder in which others write.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use tippani::jobs::{CancelToken, OutsideChange, watch};
use tippani::model::Annotator;
use tippani::store::{FolderPoll, WatchEvent};

use crate::folder::folder;

/// The longest that anything may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

const SIDECAR: &str = "a.txt.asha.annotations.json";

fn sidecar(file: &str, annotator: &str) -> OutsideChange {
    OutsideChange::Sidecar { file: file.into(), annotator: Annotator::new(annotator).unwrap() }
}

/// Waits until all of these were told.
#[track_caller]
fn told(receiver: &Receiver<Vec<OutsideChange>>, wanted: &[OutsideChange]) {
    let (began, mut all) = (Instant::now(), BTreeSet::new());
    while !wanted.iter().all(|change| all.contains(change)) {
        let left = PATIENCE.saturating_sub(began.elapsed());
        let more = receiver.recv_timeout(left).unwrap_or_else(|_| panic!("{wanted:?} did not come: {all:?}"));
        all.extend(more);
    }
}

/// Watches a folder while `act` does things in it, and hears of what is told.
fn watching(root: &Path, act: impl FnOnce(&Receiver<Vec<OutsideChange>>)) {
    let (sender, receiver) = mpsc::channel();
    let cancel = CancelToken::new();
    let thread = {
        let (root, cancel) = (root.to_owned(), cancel.clone());
        std::thread::spawn(move || {
            let is_own = |path: &str| path.contains("own");
            watch(&root, &cancel, &is_own, &mut |changes| sender.send(changes).unwrap());
        })
    };
    // It is watched once something is seen.
    let began = Instant::now();
    for n in 0.. {
        fs::write(root.join("first.txt"), n.to_string()).unwrap();
        if receiver.recv_timeout(Duration::from_millis(300)).is_ok() {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "nothing is seen");
    }
    while receiver.recv_timeout(Duration::from_millis(700)).is_ok() {}
    act(&receiver);
    cancel.cancel();
    thread.join().unwrap();
}

#[test]
fn what_others_write_is_told_of() {
    let root = folder(&[("a.txt", b"x"), ("page.html", b"<p>x"), ("sub/b.txt", b"y")]);
    let path = |file: &str| root.path().join(file);
    watching(root.path(), |receiver| {
        let file = |name: &str| OutsideChange::Article(name.into());
        fs::write(path("a.txt"), "other").unwrap();
        told(receiver, &[file("a.txt")]);
        fs::write(path(SIDECAR), "{}").unwrap();
        told(receiver, &[sidecar("a.txt", "asha")]);
        // As a sync client puts a file in its place.
        fs::write(path("sub/.b.txt.ravi.tmp"), "{}").unwrap();
        fs::rename(path("sub/.b.txt.ravi.tmp"), path("sub/b.txt.ravi.annotations.json")).unwrap();
        told(receiver, &[sidecar("sub/b.txt", "ravi")]);
        fs::write(path("tippani.json"), "{}").unwrap();
        told(receiver, &[OutsideChange::Folder]);
        fs::remove_file(path("a.txt")).unwrap();
        told(receiver, &[OutsideChange::Folder]);
        fs::write(path("guidelines.md"), "# G").unwrap();
        told(receiver, &[file("guidelines.md")]);
        // A folder that is new, and what is in it later.
        fs::create_dir(path("new")).unwrap();
        told(receiver, &[OutsideChange::Folder]);
        let mut n = 0;
        let began = Instant::now();
        loop {
            n += 1;
            fs::write(path("new/c.txt"), n.to_string()).unwrap();
            let heard = receiver.recv_timeout(Duration::from_millis(700)).unwrap_or_default();
            if heard.contains(&file("new/c.txt")) {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "nothing is seen in a new folder");
        }
    });
}

#[test]
fn what_is_written_here_or_is_none_of_a_workspace_is_not_told_of() {
    let root = folder(&[("a.txt", b"x")]);
    let path = |file: &str| root.path().join(file);
    watching(root.path(), |receiver| {
        fs::write(path("own.txt.asha.annotations.json"), "{}").unwrap();
        fs::write(path(".hidden.txt"), "x").unwrap();
        fs::write(path("picture.png"), "x").unwrap();
        let _ = fs::read(path("a.txt")).unwrap();
        fs::write(path(SIDECAR), "{}").unwrap();
        let first = receiver.recv_timeout(PATIENCE).unwrap();
        assert_eq!(first, [sidecar("a.txt", "asha")]);
    });
}

#[test]
fn a_folder_that_comes_back_is_watched_again() {
    let base = tempfile::tempdir().unwrap();
    let (root, away) = (base.path().join("corpus"), base.path().join("away"));
    fs::create_dir(&root).unwrap();
    fs::write(root.join("a.txt"), "x").unwrap();
    watching(&root, |receiver| {
        fs::rename(&root, &away).unwrap();
        fs::create_dir(&root).unwrap();
        fs::write(root.join("b.txt"), "x").unwrap();
        told(receiver, &[OutsideChange::Folder]);
        let began = Instant::now();
        loop {
            fs::write(root.join(SIDECAR), format!("{:?}", began.elapsed())).unwrap();
            let heard = receiver.recv_timeout(Duration::from_millis(700)).unwrap_or_default();
            if heard.contains(&sidecar("a.txt", "asha")) {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "it is not watched again");
        }
    });
}

#[test]
fn a_folder_that_is_looked_at_again_tells_what_has_changed() {
    let root = folder(&[("a.txt", b"x"), ("b.txt", b"x"), ("sub/c.txt", b"x"), (".git/x.txt", b"x")]);
    let mut poll = FolderPoll::begin(root.path());
    assert_eq!(poll.look(), []);
    fs::write(root.path().join("a.txt"), "longer").unwrap();
    fs::remove_file(root.path().join("b.txt")).unwrap();
    fs::write(root.path().join("sub/d.txt"), "x").unwrap();
    fs::write(root.path().join(".git/x.txt"), "longer").unwrap();
    let path = |path: &str| WatchEvent::Path(path.to_owned());
    assert_eq!(poll.look(), [path("a.txt"), path("b.txt"), path("sub/d.txt")]);
    assert_eq!(poll.look(), []);
}

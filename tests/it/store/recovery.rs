//! Recovery copies: what they remember of the sidecar, and when they may take its place.

use std::fs;

use tippani::store::{self, SaveError, SetState, SidecarVersion, recovery};

use super::{HINDI, load, mark, marked};
use crate::folder::folder;

const SIDECAR: &str = "a.txt.asha.annotations.json";

#[test]
fn a_copy_takes_the_place_of_what_was_read_and_of_nothing_else() {
    /// Saves a mark, keeps a second one with what is known of the sidecar, lets `meddle` loose on the folder, and restores.
    fn check(knows: bool, meddle: impl Fn(&std::path::Path), restored: bool) {
        let (folder, recovery) = (folder(&[("a.txt", HINDI.as_bytes())]), tempfile::tempdir().unwrap());
        let root = folder.path();
        let (loaded, mut set) = marked(root, "a.txt", "आशा");
        let saved = store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
        let read = SidecarVersion { stamp: saved.stamp, base: Some(set.clone()) };
        set.insert(mark(&loaded.document, "01B", "सरकार"));
        // As when another program wrote it before the save failed.
        meddle(root);
        let before = fs::read(root.join(SIDECAR)).ok();
        let kept =
            recovery::keep(recovery.path(), root, &loaded.document, &set, knows.then_some(&read)).unwrap();
        let work = recovery::read(&kept, &loaded.document).unwrap();
        assert_eq!((&work.set, work.base.as_ref()), (&set, knows.then_some(read.base.as_ref().unwrap())));
        if restored {
            recovery::restore(&kept).unwrap();
            assert!(matches!(load(root, "a.txt").set, SetState::Ready(read) if read == set));
        } else {
            assert!(matches!(recovery::restore(&kept), Err(SaveError::Changed(_))));
            assert_eq!(fs::read(root.join(SIDECAR)).ok(), before);
        }
        let left = usize::from(!restored);
        assert_eq!(recovery::find(recovery.path(), &kept.sidecar).len(), left, "kept until it is in place");
    }
    check(true, |_| {}, true);
    check(true, |root| fs::write(root.join(SIDECAR), "another program's").unwrap(), false);
    check(true, |root| fs::remove_file(root.join(SIDECAR)).unwrap(), true);
    check(false, |_| {}, false);
    check(false, |root| fs::remove_file(root.join(SIDECAR)).unwrap(), true);
}

#[test]
fn copies_of_two_windows_stand_side_by_side() {
    let (folder, recovery) = (folder(&[("a.txt", HINDI.as_bytes())]), tempfile::tempdir().unwrap());
    let root = folder.path();
    let (loaded, one) = marked(root, "a.txt", "आशा");
    let (_, other) = marked(root, "a.txt", "सरकार");
    let read = SidecarVersion { stamp: loaded.stamp, base: None };
    let keep = |set| recovery::keep(recovery.path(), root, &loaded.document, set, Some(&read)).unwrap();
    let all = [keep(&one), keep(&other)];
    assert_eq!(recovery::list(recovery.path(), root), all, "the older one first");
    recovery::restore(&all[0]).unwrap();
    assert!(matches!(recovery::restore(&all[1]), Err(SaveError::Changed(_))));
    recovery::forget(&all[1]).unwrap();
    recovery::forget(&all[1]).unwrap();
    assert_eq!(recovery::list(recovery.path(), root), []);
}

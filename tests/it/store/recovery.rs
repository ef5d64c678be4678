//! Copies that an earlier version kept: merged with what stands there by now, once, and gone when they are saved.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use tippani::format::sidecar;
use tippani::jobs::{CancelToken, Journals, LoadRequest, SaveRequest, Saver};
use tippani::model::{AnnotationSet, Document};
use tippani::store::{self, SetState, recovery};

use super::{HINDI, asha, load, mark, marked};
use crate::folder::folder;

const SIDECAR: &str = "a.txt.asha.annotations.json";

/// Keeps a set as the first released version did.
fn keep(
    recovery: &Path,
    name: &str,
    root: &Path,
    document: &Document,
    sets: (&AnnotationSet, Option<&AnnotationSet>),
) {
    let folder = recovery.join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("path"), root.join(SIDECAR).to_str().unwrap()).unwrap();
    fs::write(folder.join("read"), "").unwrap();
    fs::write(folder.join("sidecar"), sidecar::encode(sets.0, document).unwrap()).unwrap();
    if let Some(base) = sets.1 {
        fs::write(folder.join("base"), sidecar::encode(base, document).unwrap()).unwrap();
    }
}

#[test]
fn copies_of_an_earlier_version_are_merged_once() {
    /// Saves a mark, keeps a second one as an earlier version did, lets `meddle` loose on the folder, and opens the article.
    fn check(knows: bool, meddle: impl Fn(&Path), wanted: &[&str]) {
        let (folder, recovery) = (folder(&[("a.txt", HINDI.as_bytes())]), tempfile::tempdir().unwrap());
        let root = folder.path();
        let (loaded, base) = marked(root, "a.txt", "आशा");
        store::save(root, &loaded.document, &base, &loaded.stamp).unwrap();
        let mut set = base.clone();
        set.insert(mark(&loaded.document, "01B", "सरकार"));
        keep(recovery.path(), "one", root, &loaded.document, (&set, knows.then_some(&base)));
        meddle(root);
        let sidecar = root.join(SIDECAR);
        assert_eq!(recovery::find(recovery.path(), &sidecar).len(), 1);
        assert_eq!(recovery::list(recovery.path(), Path::new("/elsewhere")), []);
        let saver = Saver::new(Arc::new(Journals::new(None)), Some(recovery.path().to_owned()));
        let article = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: asha() };
        let opened = saver.load(&article, None, &CancelToken::new()).unwrap();
        let ids = |set: &AnnotationSet| {
            let mut ids: Vec<String> = set.annotations().iter().map(|a| a.id.to_string()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&opened.set), wanted);
        assert!(opened.unsaved);
        assert_eq!(recovery::list(recovery.path(), root).len(), 1, "kept until it is in place");
        saver.save(&SaveRequest::of_loaded(root, opened.document.clone(), opened.set.clone())).unwrap();
        assert_eq!(recovery::list(recovery.path(), root), []);
        assert!(matches!(load(root, "a.txt").set, SetState::Ready(read) if read == opened.set));
    }
    let add = |root: &Path| {
        let loaded = load(root, "a.txt");
        let SetState::Ready(mut theirs) = loaded.set else { panic!("there is a sidecar") };
        theirs.insert(mark(&loaded.document, "01C", "ने"));
        store::save(root, &loaded.document, &theirs, &loaded.stamp).unwrap();
    };
    let own = || {
        let folder = folder(&[("a.txt", HINDI.as_bytes())]);
        let (_, set) = marked(folder.path(), "a.txt", "आशा");
        set.annotations()[0].id.to_string()
    };
    let first = own();
    check(true, |_| {}, &[&first, "01B"]);
    check(false, |_| {}, &[&first, "01B"]);
    check(true, add, &[&first, "01B", "01C"]);
    check(true, |root| fs::remove_file(root.join(SIDECAR)).unwrap(), &[&first, "01B"]);
}

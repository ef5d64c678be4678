//! The samples are found wherever the program was installed, and are a person's own once they are opened.

use std::fs;
use std::path::Path;

use tippani::store::samples::{installed, own_copy};

use crate::folder::{contents, folder};

#[test]
fn samples_are_found_beside_every_kind_of_installation() {
    // The files of an installation, the program in it, and where its samples are.
    let check = |file: &str, program: &str, expected: Option<&str>| {
        let folder = folder(&[(file, b"text"), (program, b"")]);
        let root = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(installed(&root.join(program)), expected.map(|place| root.join(place)), "{file}");
    };
    check("tippani/samples/a.txt", "tippani/tippani.exe", Some("tippani/samples"));
    check("usr/share/tippani/samples/a.txt", "usr/bin/tippani", Some("usr/share/tippani/samples"));
    let (in_bundle, bundled) = ("T.app/Contents/Resources/samples", "T.app/Contents/MacOS/tippani");
    check(&format!("{in_bundle}/a.txt"), bundled, Some(in_bundle));
    check("usr/share/doc/samples/a.txt", "usr/bin/tippani", None);
    check("samples", "tippani", None);
}

#[test]
fn the_own_copy_is_made_once_and_can_be_written() {
    let place = folder(&[("share/a.txt", b"text"), ("share/east/b.md", b"more")]);
    let (share, own) = (place.path().join("share"), place.path().join("home/data/samples"));
    let mut read_only = fs::metadata(share.join("a.txt")).unwrap().permissions();
    read_only.set_readonly(true);
    fs::set_permissions(share.join("a.txt"), read_only).unwrap();
    own_copy(&share, &own).unwrap();
    assert_eq!(contents(&own), contents(&share));
    assert!(!fs::metadata(own.join("a.txt")).unwrap().permissions().readonly());

    fs::write(own.join("a.txt.asha.annotations.json"), "{}").unwrap();
    own_copy(&share, &own).unwrap();
    assert_eq!(contents(&own).len(), 3, "what was annotated is still there");
    let beside: Vec<_> =
        fs::read_dir(own.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(beside, ["samples"], "nothing else is left");
}

#[test]
fn a_copy_that_fails_leaves_nothing() {
    let place = folder(&[("home", b"a file where a folder should be")]);
    assert!(own_copy(Path::new("no such folder"), &place.path().join("own")).is_err());
    assert!(own_copy(place.path(), &place.path().join("home/samples")).is_err());
    assert_eq!(contents(place.path()).len(), 1);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

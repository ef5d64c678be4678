//! Reading ends: special files, files without end, links out of the workspace are refused with a word.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use tippani::format::preferences::Preferences;
use tippani::model::{AnnotationSet, KnownSchema, news_schema};
use tippani::store::{self, MAX_ARTICLE_BYTES, SetState, preferences};

use super::{HINDI, asha, load, mark, marked};
use crate::folder::{contents, folder};

const SIDECAR: &str = "a.txt.asha.annotations.json";

/// Makes a pipe that nobody writes to: opening it would wait for ever.
fn pipe(path: &Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// What is said where `file` cannot be read as an article.
fn refused(root: &Path, file: &str) -> String {
    store::load(root, file, &asha()).unwrap_err().to_string()
}

/// Why the sidecar of `a.txt` cannot be used.
fn blocked(root: &Path) -> String {
    match load(root, "a.txt").set {
        SetState::Blocked(blocked) => blocked.reason,
        set => panic!("it is read: {set:?}"),
    }
}

/// The words, in this order.
fn says(said: &str, words: &[&str]) {
    let mut rest = said;
    for word in words {
        rest = rest.split_once(word).unwrap_or_else(|| panic!("no “{word}” in: {said}")).1;
    }
}

#[test]
fn what_is_no_file_is_never_opened() {
    let folder = folder(&[("a.txt", HINDI.as_bytes())]);
    let root = folder.path();
    pipe(&root.join("pipe.txt"));
    pipe(&root.join(SIDECAR));
    pipe(&root.join("tippani.json"));
    pipe(&root.join("preferences.json"));
    let _socket = std::os::unix::net::UnixListener::bind(root.join("socket.txt")).unwrap();
    fs::create_dir(root.join("folder.txt")).unwrap();

    says(&refused(root, "pipe.txt"), &["a pipe and no file", "pipe.txt"]);
    says(&refused(root, "socket.txt"), &["a socket and no file", "socket.txt"]);
    says(&refused(root, "folder.txt"), &["a folder and no file", "folder.txt"]);
    says(&store::read_article(Path::new("/dev/zero")).unwrap_err().to_string(), &["a device", "/dev/zero"]);
    says(&store::open(&root.join("pipe.txt")).err().unwrap().to_string(), &["a pipe and no file"]);
    says(&blocked(root), &["a pipe and no file", "left as it is"]);
    says(&store::read_schema(root).unwrap_err().to_string(), &["a pipe and no file", "tippani.json"]);
    assert_eq!(preferences::load(&root.join("preferences.json")), Preferences::default());

    let scanned = store::scan(root, &mut |_| true).unwrap();
    assert_eq!(scanned.articles.iter().map(|a| &*a.file).collect::<Vec<_>>(), ["a.txt"]);
    let mut said: Vec<String> = scanned.issues.iter().map(ToString::to_string).collect();
    said.sort();
    assert_eq!(said.len(), 4, "{said:?}");
    says(
        &said.concat(),
        &["a pipe", SIDECAR, "a pipe", "pipe.txt", "a socket", "socket.txt", "cannot be used"],
    );

    let (document, mut set) = (load(root, "a.txt").document, AnnotationSet::new(asha()));
    set.insert(mark(&document, "01A", "आशा"));
    let error = store::save(root, &document, &set, &store::Stamp::default()).unwrap_err();
    says(&error.to_string(), &["a pipe and no file", SIDECAR]);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = folder(&[("a.txt", HINDI.as_bytes())]);
    let root = folder.path();
    // Holes take no room.
    fs::File::create(root.join("big.txt")).unwrap().set_len(MAX_ARTICLE_BYTES + 1).unwrap();
    fs::File::create(root.join(SIDECAR)).unwrap().set_len(store::MAX_SIDECAR_BYTES + 1).unwrap();
    says(&refused(root, "big.txt"), &["larger than 256 MiB", "divide it", "big.txt"]);
    says(&blocked(root), &["larger than 1024 MiB", "left as it is"]);
}

#[test]
fn a_link_to_a_folder_that_it_is_in_is_told_and_not_followed() {
    let inside = folder(&[("a/b/c.txt", HINDI.as_bytes()), ("d/e.txt", HINDI.as_bytes())]);
    let root = inside.path();
    symlink("..", root.join("a/up")).unwrap();
    symlink(".", root.join("a/b/here")).unwrap();
    symlink("../d", root.join("a/other")).unwrap();
    symlink("../a", root.join("d/back")).unwrap();

    let scanned = store::scan(root, &mut |_| true).unwrap();
    let files: Vec<&str> = scanned.articles.iter().map(|a| &*a.file).collect();
    assert_eq!(files, ["a/b/c.txt", "a/other/e.txt", "d/back/b/c.txt", "d/e.txt"]);
    let mut said: Vec<String> = scanned.issues.iter().map(ToString::to_string).collect();
    said.sort();
    let told = |link: &str| format!("It is a link to a folder that it is in; it was left out: {link}");
    let links = ["a/b/here", "a/other/back", "a/up", "d/back/b/here", "d/back/other", "d/back/up"];
    assert_eq!(said, links.map(told));
}

#[test]
fn no_link_is_followed_out_of_the_workspace() {
    let outside = folder(&[("secret.txt", b"not to be annotated"), ("deep/b.txt", HINDI.as_bytes())]);
    let inside = folder(&[("a.txt", HINDI.as_bytes()), ("sub/c.txt", HINDI.as_bytes())]);
    let root = inside.path();
    let target = |file: &str| fs::canonicalize(outside.path()).unwrap().join(file);
    symlink(target("secret.txt"), root.join("link.txt")).unwrap();
    symlink(target("deep"), root.join("away")).unwrap();
    symlink("sub", root.join("near")).unwrap();
    symlink("sub/c.txt", root.join("also.txt")).unwrap();
    symlink("gone.txt", root.join("broken.txt")).unwrap();
    let before = contents(outside.path());

    let scanned = store::scan(root, &mut |_| true).unwrap();
    let files: Vec<&str> = scanned.articles.iter().map(|a| &*a.file).collect();
    assert_eq!(files, ["a.txt", "also.txt", "near/c.txt", "sub/c.txt"]);
    let mut said: Vec<String> = scanned.issues.iter().map(ToString::to_string).collect();
    said.sort_by_key(|said| !said.contains("away is"));
    assert_eq!(said.len(), 3, "{said:?}");
    says(&said[0], &["away is a link out of the folder, to", target("deep").to_str().unwrap()]);

    let link = target("secret.txt");
    says(&refused(root, "link.txt"), &["link.txt is a link out of the folder, to", link.to_str().unwrap()]);
    says(&refused(root, "away/b.txt"), &["away is a link out of the folder, to", "away/b.txt"]);
    says(&refused(root, "broken.txt"), &["broken.txt is a link to", "not there"]);

    // Within the workspace they are as what they lead to.
    let (loaded, set) = marked(root, "also.txt", "आशा");
    store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    let (loaded, set) = marked(root, "near/c.txt", "आशा");
    store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    assert!(matches!(load(root, "sub/c.txt").set, SetState::Ready(read) if read == set));
    assert_eq!(contents(outside.path()), before);
}

#[test]
fn a_linked_sidecar_is_not_written_through() {
    let outside = folder(&[("sidecar.json", b"somebody's")]);
    let inside = folder(&[("a.txt", HINDI.as_bytes()), ("b.txt", HINDI.as_bytes())]);
    let root = inside.path();
    let (loaded, set) = marked(root, "a.txt", "आशा");
    symlink(outside.path().join("sidecar.json"), root.join(SIDECAR)).unwrap();
    says(&blocked(root), &[SIDECAR, "is a link out of the folder, to", "sidecar.json"]);
    let error = store::save(root, &loaded.document, &set, &loaded.stamp).unwrap_err().to_string();
    says(&error, &[SIDECAR, "is a link out of the folder, to", "sidecar.json"]);
    symlink(outside.path().join("new.json"), root.join("b.txt.asha.annotations.json")).unwrap();
    let (document, mut set) = (store::document(root, "b.txt").unwrap().value, AnnotationSet::new(asha()));
    set.insert(mark(&document, "01A", "आशा"));
    let error = store::save(root, &document, &set, &store::Stamp::default()).unwrap_err().to_string();
    says(&error, &["is a link to", "new.json, which is not there"]);
    symlink(outside.path().join("sidecar.json"), root.join("tippani.json")).unwrap();
    assert!(store::write_schema(root, &news_schema(), &KnownSchema::default()).is_err());
    assert_eq!(contents(outside.path()), [("sidecar.json".to_owned(), b"somebody's".to_vec())]);

    // Within the workspace it stays a link.
    fs::remove_file(root.join(SIDECAR)).unwrap();
    fs::create_dir(root.join("kept")).unwrap();
    fs::write(root.join("kept/a.json"), store_bytes(root, "a.txt")).unwrap();
    symlink("kept/a.json", root.join(SIDECAR)).unwrap();
    let loaded = load(root, "a.txt");
    let mut set = AnnotationSet::new(asha());
    set.insert(mark(&loaded.document, "01A", "आशा"));
    store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    assert!(fs::symlink_metadata(root.join(SIDECAR)).unwrap().is_symlink());
    assert!(matches!(load(root, "a.txt").set, SetState::Ready(read) if read == set));
}

/// The bytes of an empty sidecar of an article.
fn store_bytes(root: &Path, file: &str) -> Vec<u8> {
    let document = store::document(root, file).unwrap().value;
    tippani::format::sidecar::encode(&AnnotationSet::new(asha()), &document).unwrap()
}

#[test]
fn preferences_may_be_a_link() {
    let folder = folder(&[("real.json", b"{}")]);
    let path = folder.path().join("preferences.json");
    symlink("real.json", &path).unwrap();
    let wanted = Preferences { annotator: Some("asha".into()), ..Preferences::default() };
    preferences::save(&path, &wanted).unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert_eq!(preferences::load(&folder.path().join("real.json")), wanted);
}

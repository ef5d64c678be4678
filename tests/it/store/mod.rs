//! The file system: scanning, loading, saving guards, recovery.

mod export;
mod guard;
mod limits;
mod lock;
mod recovery;
mod samples;
mod schema;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use tippani::format::preferences::Preferences;
use tippani::jobs::{CancelToken, Journals, KeepRequest, LoadRequest, SaveRequest, Saver, save_schema};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, KnownSchema, State,
    news_schema,
};
use tippani::store::{self, LoadError, Loaded, SaveError, ScanError, SetState, SidecarVersions, preferences};
use tippani::text::{ByteOffset, Span};

use crate::folder::{contents, folder};
use crate::journal::kept_edit;

const HINDI: &str =
    "प्रधानमंत्री ने शुक्रवार को कहा कि सरकार किसानों के लिए नई योजना लाएगी।\r\nआशा राव ने स्वागत किया।\n";

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn mark(document: &Document, id: &str, words: &str) -> Annotation {
    let start = document.text.as_str().find(words).unwrap();
    let span =
        Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(start + words.len())).unwrap();
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    Annotation::new(AnnotationId::new(id), AnnotationKind::Entity, "person", span.into(), now)
}

fn load(root: &Path, file: &str) -> Loaded {
    store::load(root, file, &asha()).unwrap()
}

/// Opens `file` and marks `words` in it.
fn marked(root: &Path, file: &str, words: &str) -> (Loaded, AnnotationSet) {
    let loaded = load(root, file);
    let mut set = AnnotationSet::new(asha());
    set.insert(mark(&loaded.document, "01A", words));
    (loaded, set)
}

/// The article shown when `path` is opened.
fn select(path: &Path) -> Option<String> {
    store::scan(path, &mut |_| true).unwrap().select.map(|f| f.to_string())
}

#[test]
fn a_scan_finds_articles_and_writes_nothing() {
    let folder = folder(&[
        ("b.txt", b"x"),
        ("a.md", b""),
        ("sub/deep/c.HTML", b"<p>x"),
        ("sub/page.html", b"<p>x"),
        ("sub/page.html.txt", b"x"),
        ("lone.html.txt", b"x"),
        ("README.md", b"about"),
        ("rules/how.md", b"rules"),
        ("guidelines.md", b"g"),
        (".hidden.txt", b"x"),
        (".git/a.txt", b"x"),
        ("b.txt.ravi.annotations.json", b"{"),
        ("b.txt.asha.annotations.json", b"{"),
        ("sub/page.html.gold.annotations.json", b"{"),
        ("picture.png", b""),
        ("entities.asha.json", b"{}"),
        (
            "tippani.json",
            br#"{"format": "tippani/workspace", "version": 1, "name": "W", "guidelines": "rules/how.md"}"#,
        ),
    ]);
    let before = contents(folder.path());
    let workspace = store::scan(folder.path(), &mut |_| true).unwrap();
    let files: Vec<&str> = workspace.articles.iter().map(|a| &*a.file).collect();
    assert_eq!(files, ["a.md", "b.txt", "lone.html.txt", "sub/deep/c.HTML", "sub/page.html"]);
    let annotators: Vec<String> = workspace
        .articles
        .iter()
        .map(|a| a.annotators.iter().map(Annotator::as_str).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(annotators, ["", "asha ravi", "", "", "gold"]);
    assert_eq!(
        (workspace.known_schema.schema.unwrap().name.as_str(), workspace.issues.len(), workspace.select),
        ("W", 0, None)
    );
    assert!(workspace.articles[1].modified > 1_600_000_000_000);
    assert_eq!(contents(folder.path()), before);

    assert_eq!(select(&folder.path().join("b.txt")), Some("b.txt".into()));
    assert_eq!(select(&folder.path().join("b.txt.asha.annotations.json")), Some("b.txt".into()));
    assert_eq!(select(&folder.path().join("sub/page.html.txt")), Some("page.html".into()));
    assert_eq!(select(&folder.path().join("picture.png")), None);
    assert!(matches!(store::scan(&folder.path().join("no"), &mut |_| true), Err(ScanError::Gone(_))));
    assert!(matches!(store::scan(folder.path(), &mut |_| false), Err(ScanError::Stopped(_))));
    assert_eq!(
        store::other_annotators(folder.path(), "b.txt").unwrap(),
        [asha(), Annotator::new("ravi").unwrap()]
    );
}

#[test]
fn every_odd_article_opens() {
    fn check(bytes: &[u8], characters: usize, issues: usize) {
        let folder = folder(&[("a.txt", bytes)]);
        let loaded = load(folder.path(), "a.txt");
        assert_eq!(
            (loaded.document.text.chars(), loaded.issues.len()),
            (characters, issues),
            "{:x?}",
            &bytes[..bytes.len().min(20)]
        );
        assert!(matches!(loaded.set, SetState::None));
    }
    check(b"", 0, 0);
    check(b"\0\0a", 3, 1);
    check("\u{301}".repeat(10_000).as_bytes(), 10_000, 0);
    check("क ".repeat(1_250_000).as_bytes(), 2_500_000, 0);
    check(b"\xff\xff\xff", 3, 1);
    check(b"a\rb\r\nc\n", 7, 0);
    check("\u{feff}a".as_bytes(), 1, 0);
    let empty = folder(&[]);
    assert!(matches!(store::load(empty.path(), "gone.txt", &asha()), Err(LoadError::Gone(_))));
    assert!(matches!(store::load(empty.path(), "../a.txt", &asha()), Err(LoadError::Outside(_))));
    assert!(matches!(store::load(empty.path(), "/etc/passwd", &asha()), Err(LoadError::Outside(_))));
}

#[test]
fn a_save_is_read_back_and_writes_only_the_sidecar() {
    let folder = folder(&[("sub/a.txt", HINDI.as_bytes())]);
    let root = folder.path();
    let (loaded, mut set) = marked(root, "sub/a.txt", "आशा राव");
    let nothing = store::save(root, &loaded.document, &AnnotationSet::new(asha()), &loaded.stamp).unwrap();
    assert!(!nothing.written && contents(root).len() == 1, "an empty set makes no file");
    let saved = store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    assert!(saved.written && saved.issues.is_empty());
    let names: Vec<String> = contents(root).into_iter().map(|(file, _)| file).collect();
    assert_eq!(names, ["sub/a.txt", "sub/a.txt.asha.annotations.json"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = root.join("sub/a.txt.asha.annotations.json");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o400, 0o400);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    assert!(
        !store::save(root, &loaded.document, &set, &saved.stamp).unwrap().written,
        "nothing new, nothing written"
    );
    set.insert(mark(&loaded.document, "01B", "किसानों"));
    set.set_state(State::Done);
    let saved = store::save(root, &loaded.document, &set, &saved.stamp).unwrap();
    let again = load(root, "sub/a.txt");
    assert!(matches!(&again.set, SetState::Ready(read) if *read == set));
    assert_eq!(again.stamp, saved.stamp);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = root.join("sub/a.txt.asha.annotations.json");
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o640, "permissions stay");
    }
    assert!(
        matches!(&again.set, SetState::Ready(read) if read.annotations().len() == 2 && read.state() == State::Done)
    );
    assert_eq!(again.document.language.as_deref(), Some("hi"));
    // Emptied again: the file stays, empty.
    let saved = store::save(root, &loaded.document, &AnnotationSet::new(asha()), &saved.stamp).unwrap();
    assert!(saved.written);
    assert!(matches!(load(root, "sub/a.txt").set, SetState::Ready(read) if read.is_empty()));
}

#[test]
fn a_page_is_frozen_before_it_is_annotated() {
    let page = format!("<html><body><article><h1>ખબર</h1><p>{}</p></article></body></html>", "આશા રાવ આવ્યા.");
    let folder = folder(&[("b.html", page.as_bytes())]);
    let root = folder.path();
    let (loaded, set) = marked(root, "b.html", "આશા રાવ");
    assert_eq!(contents(root).len(), 1, "looking writes nothing");
    let mut sidecar_versions = SidecarVersions::default();
    sidecar_versions.load(root, "b.html", &asha()).unwrap();
    sidecar_versions.save(root, &loaded.document, &set).unwrap();
    assert_eq!(fs::read_to_string(root.join("b.html.txt")).unwrap(), "ખબર\n\nઆશા રાવ આવ્યા.\n");
    // The page may change now: offsets count in the frozen text.
    fs::write(root.join("b.html"), "<p>new").unwrap();
    let again = sidecar_versions.load(root, "b.html", &asha()).unwrap();
    assert!(matches!(&again.set, SetState::Ready(read) if *read == set));
    assert_eq!(again.document.text, loaded.document.text);
    let sidecar = fs::read_to_string(root.join("b.html.asha.annotations.json")).unwrap();
    assert!(sidecar.contains("\"file\": \"b.html.txt\""), "{sidecar}");
    assert_eq!(again.document.language.as_deref(), Some("gu"));
}

#[test]
fn a_folder_that_cannot_be_written_loses_nothing() {
    // Root may write anywhere, so the folder is one that cannot be: it is gone, and a file stands in its place.
    let (outer, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let root = outer.path().join("w");
    fs::create_dir(&root).unwrap();
    fs::write(root.join("a.txt"), HINDI).unwrap();
    let (loaded, set) = marked(&root, "a.txt", "आशा");
    fs::remove_dir_all(&root).unwrap();
    fs::write(&root, "in the way").unwrap();
    let error = store::save(&root, &loaded.document, &set, &loaded.stamp).unwrap_err();
    assert!(
        matches!(error, SaveError::Io { .. }) && error.to_string().contains("nothing on disk was changed"),
        "{error}"
    );

    // The journal has it, however the folder is.
    let journals = || Arc::new(Journals::new(Some(folder.path().to_owned())));
    let article = LoadRequest { root: root.clone(), file: "a.txt".into(), annotator: asha() };
    let put_back = || {
        fs::remove_file(&root).unwrap();
        fs::create_dir(&root).unwrap();
        fs::write(root.join("a.txt"), HINDI).unwrap();
    };
    put_back();
    let saver = Saver::new(journals(), None);
    assert!(!saver.load(&article, None, &CancelToken::new()).unwrap().unsaved);
    fs::remove_dir_all(&root).unwrap();
    fs::write(&root, "in the way").unwrap();
    let edit = Arc::new(kept_edit(&loaded.document, &set));
    let upto = edit.edit.id;
    let keep = || {
        saver.journals().keep(&KeepRequest {
            root: root.clone(),
            annotator: asha(),
            edits: vec![edit.clone()],
        })
    };
    keep().unwrap();
    keep().unwrap();
    let error = saver
        .save(&SaveRequest { upto, ..SaveRequest::of_loaded(&root, loaded.document, set.clone()) })
        .unwrap_err();
    assert!(error.kept, "{}", error.reason);
    drop(saver);
    // The folder is back, with something newer that cannot be read.
    put_back();
    let unsaved = || store::journal::unsaved_in(folder.path(), &root);
    assert_eq!(unsaved(), [("a.txt".into(), asha())], "one of each");
    let sidecar = store::sidecar_path(&root, "a.txt", &asha()).unwrap();
    fs::write(&sidecar, "newer").unwrap();
    let saver = Saver::new(journals(), None);
    assert!(saver.load(&article, None, &CancelToken::new()).unwrap().blocked.is_some());
    assert_eq!(fs::read_to_string(&sidecar).unwrap(), "newer", "nothing newer is overwritten");
    assert_eq!(unsaved().len(), 1, "still kept");
    fs::remove_file(&sidecar).unwrap();
    let again = saver.load(&article, None, &CancelToken::new()).unwrap();
    assert!(again.unsaved && again.set == set);
    saver.save(&SaveRequest::of_loaded(&root, again.document, again.set)).unwrap();
    assert_eq!(unsaved(), []);
    assert!(matches!(load(&root, "a.txt").set, SetState::Ready(read) if read == set));
}

#[test]
fn the_workspace_file_is_not_overwritten_when_it_cannot_be_read() {
    let folder = folder(&[]);
    let (root, path) = (folder.path(), folder.path().join("tippani.json"));
    let schema = news_schema();
    save_schema(root, &schema, &KnownSchema::default()).unwrap();
    assert_eq!(store::scan(root, &mut |_| true).unwrap().known_schema.schema.as_deref(), Some(&schema));
    fs::write(&path, "{ broken").unwrap();
    assert!(matches!(save_schema(root, &schema, &KnownSchema::default()), Err(SaveError::Workspace { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{ broken");
    let workspace = store::scan(root, &mut |_| true).unwrap();
    assert_eq!((workspace.known_schema.schema, workspace.issues.len()), (None, 1));
    fs::write(root.join("guidelines.md"), "Mark names").unwrap();
    assert_eq!(store::guidelines(root, &schema).value.as_deref(), Some("Mark names"));
}

#[test]
fn preferences_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/preferences.json");
    assert_eq!(preferences::load(&path), Preferences::default());
    let wanted = Preferences { annotator: Some("asha".into()), ..Preferences::default() };
    preferences::save(&path, &wanted).unwrap();
    assert_eq!(preferences::load(&path), wanted);
    fs::write(&path, [0xff, 0]).unwrap();
    assert_eq!(preferences::load(&path), Preferences::default());
}

#[test]
fn the_samples_are_in_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let workspace = store::scan(&root, &mut |_| true).unwrap();
    assert_eq!(workspace.issues, []);
    assert!(workspace.articles.len() >= 8);
    for article in &workspace.articles {
        let annotators = article.annotators.iter().cloned().chain([asha()]);
        for annotator in annotators {
            let loaded = store::load(&root, &article.file, &annotator).unwrap();
            assert!(!matches!(loaded.set, SetState::Blocked(_)), "{}", article.file);
            assert_eq!(loaded.issues, [], "{}", article.file);
            assert!(loaded.document.language.is_some(), "{}", article.file);
        }
    }
}

#[test]
fn characters_of_an_article_are_those_of_its_text_and_of_the_sidecars_asked_for() {
    let utf16: Vec<u8> = "\u{feff}ಕ".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, &[u8]); 5] = [
        ("a.txt", "नमस्ते".as_bytes()),
        ("a.txt.asha.annotations.json", r#"{"note":"\u0a95 ગ"}"#.as_bytes()),
        ("a.txt.ravi.annotations.json", r#"{"note":"ঙ"}"#.as_bytes()),
        ("b.txt", &utf16),
        ("c.html", "<p>&eacute;</p>".as_bytes()),
    ];
    let folder = folder(&files);
    let has = |file: &str, c: char| {
        let found = store::repertoire(folder.path(), file, &[asha()]).unwrap();
        found.contains(&c)
    };
    for (file, c, expected) in [
        ("a.txt", 'न', true),
        ("a.txt", '\u{94d}', true),
        ("a.txt", 'ગ', true),
        ("a.txt", '\u{a95}', true), // escaped
        ("a.txt", 'ঙ', false),      // a colleague's
        ("b.txt", 'ಕ', true),
        ("c.html", 'é', true),
    ] {
        assert_eq!(has(file, c), expected, "{c} of {file}");
    }
}

#[test]
fn what_is_emptied_again_leaves_no_file_where_there_was_none() {
    let folder = folder(&[("a.txt", HINDI.as_bytes())]);
    let root = folder.path();
    let before = contents(root);
    let (loaded, set) = marked(root, "a.txt", "सरकार");
    let empty = AnnotationSet::new(asha());
    let saved = store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    let gone = store::save_or_remove(root, &loaded.document, &empty, &saved.stamp).unwrap();
    assert!(gone.written && contents(root) == before);
    let again = store::save(root, &loaded.document, &set, &gone.stamp).unwrap();
    // One that was there stays, though nothing is in it.
    let read = load(root, "a.txt");
    assert_eq!(read.stamp, again.stamp);
    store::save_or_remove(root, &read.document, &empty, &read.stamp).unwrap();
    assert_eq!(contents(root).len(), 2);
}

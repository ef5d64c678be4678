//! A folder whose scan takes long: its first article is there before the others are found, and what is done meanwhile stays.

use std::path::Path;
use std::sync::Arc;

use proptest::collection::btree_set;
use proptest::prelude::*;
use tippani::jobs::{
    self, Answer, ArticleFile, CancelToken, JobKind, JobProgress, LoadedArticle, Message, Request,
    ScannedWorkspace,
};
use tippani::model::{AnnotationSet, Annotator, Document, KnownSchema};
use tippani::session::{Effect, Event, Library, LibraryCommand, Session};
use tippani::store::{ScanFolder, scan};
use tippani::text::SourceText;

use crate::answers::{answered, begun, failed, id, loaded};
use crate::folder::folder;
use crate::session::now;

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

fn found(root: &str, files: &[&str], select: Option<&str>) -> Box<ScannedWorkspace> {
    let article =
        |file: &&str| ArticleFile { file: (*file).into(), bytes: 3, modified: 0, annotators: Vec::new() };
    Box::new(ScannedWorkspace {
        root: root.into(),
        articles: files.iter().map(article).collect(),
        details: Arc::default(),
        known_schema: KnownSchema::default(),
        guidelines: None,
        select: select.map(Arc::from),
        issues: Vec::new(),
        left: Vec::new(),
        unsaved: Vec::new(),
    })
}

/// Answers the one article that is to be read.
fn load(session: &mut Session, effects: &[Effect]) -> Vec<Effect> {
    let [job] = begun(effects, JobKind::Load)[..] else { panic!("one article is read: {effects:?}") };
    let Request::Load(asked) = &job.request else { panic!("it is a load") };
    let document = Document {
        file: asked.file.clone(),
        text: SourceText::new("one"),
        sha256: "".into(),
        language: None,
    };
    let article = LoadedArticle::new(document, AnnotationSet::new(asha()));
    session.on_event(loaded(job.id, article), &now(0))
}

fn shown(session: &Session) -> (&str, Vec<&str>) {
    let articles = session.library().map(Library::articles).unwrap_or_default();
    let file = session.article().map_or("", |article| &*article.document().file);
    (file, articles.iter().map(|article| &*article.file).collect())
}

#[test]
fn the_article_left_last_is_open_before_the_folder_is_looked_through() {
    let mut session = Session::new(Some(asha()), 1);
    let resume = LibraryCommand::Resume { folder: "corpus".into(), file: "m.txt".into() };
    let effects = session.run(resume, &now(0));
    let [job] = begun(&effects, JobKind::Scan)[..] else { panic!("a scan is begun") };
    assert!(matches!(&job.request, Request::ScanFrom { file, .. } if &**file == "m.txt"));
    let tell = |session: &mut Session, part| {
        session.on_event(Event::Job(Message::Progress(job.id, JobProgress::Found(part))), &now(0))
    };
    let effects = tell(&mut session, found("corpus", &["m.txt"], Some("m.txt")));
    let effects = load(&mut session, &effects);
    assert_eq!(shown(&session), ("m.txt", vec!["m.txt"]));
    assert!(session.scanning().is_some() && begun(&effects, JobKind::ReadCorpus).is_empty());

    // The list comes; the analyst goes elsewhere, and is not brought back.
    tell(&mut session, found("corpus", &["b.txt", "m.txt"], None));
    let effects = session.run(LibraryCommand::OpenArticle("b.txt".into()), &now(0));
    load(&mut session, &effects);
    let whole = found("corpus", &["a.txt", "b.txt", "m.txt"], Some("m.txt"));
    let effects = session.on_event(answered(job.id, Answer::Scanned(whole)), &now(0));
    assert_eq!(shown(&session), ("b.txt", vec!["a.txt", "b.txt", "m.txt"]));
    assert!(session.scanning().is_none() && begun(&effects, JobKind::Load).is_empty());
    assert_eq!(begun(&effects, JobKind::ReadCorpus).len(), 1, "now that all is found");
}

#[test]
fn the_list_of_an_open_folder_stays_until_the_new_one_is_whole() {
    let mut session = Session::new(Some(asha()), 1);
    let effects = session.run(LibraryCommand::OpenWorkspace("corpus".into()), &now(0));
    let whole = found("corpus", &["a.txt", "b.txt"], None);
    let scanned = answered(id(&effects, JobKind::Scan), Answer::Scanned(whole));
    let effects = session.on_event(scanned, &now(0));
    load(&mut session, &effects);
    let effects = session.run(LibraryCommand::Rescan, &now(0));
    let again = id(&effects, JobKind::Scan);
    let part = JobProgress::Found(found("corpus", &["a.txt"], Some("a.txt")));
    let effects = session.on_event(Event::Job(Message::Progress(again, part)), &now(0));
    assert!(effects.is_empty());
    assert_eq!(shown(&session), ("a.txt", vec!["a.txt", "b.txt"]));
}

#[test]
fn what_was_found_is_read_where_the_scan_is_stopped_or_fails() {
    for fails in [false, true] {
        let mut session = Session::new(Some(asha()), 1);
        let effects = session.run(LibraryCommand::OpenWorkspace("corpus".into()), &now(0));
        let job = id(&effects, JobKind::Scan);
        let part = JobProgress::Found(found("corpus", &["a.txt"], Some("a.txt")));
        let effects = session.on_event(Event::Job(Message::Progress(job, part)), &now(0));
        load(&mut session, &effects);
        let effects = if fails {
            let error = tippani::jobs::JobError::Failed("the disk is gone".to_owned());
            session.on_event(failed(job, error), &now(0))
        } else {
            session.run(LibraryCommand::CancelScan, &now(0))
        };
        assert_eq!(begun(&effects, JobKind::ReadCorpus).len(), 1, "fails: {fails}");
        assert_eq!(shown(&session), ("a.txt", vec!["a.txt"]));
    }
}

/// The article that a folder shows first, before it is looked through.
fn first(path: &Path, wanted: Option<&str>) -> Option<String> {
    ScanFolder::new(path).unwrap().first(wanted).map(|article| article.file.to_string())
}

#[test]
fn an_article_that_is_asked_for_or_was_left_comes_first() {
    let folder = folder(&[
        ("a.txt", b"x"),
        ("sub/page.html", b"<p>x"),
        ("sub/page.html.txt", b"x"),
        ("sub/page.html.asha.annotations.json", b"{"),
        ("README.md", b"x"),
    ]);
    let root = folder.path();
    for (path, wanted, expected) in [
        ("", None, "a.txt"),
        ("", Some("sub/page.html"), "sub/page.html"),
        ("", Some("gone.txt"), "a.txt"),
        ("", Some("../a.txt"), "a.txt"),
        ("sub/page.html.txt", None, "page.html"),
        ("sub/page.html.asha.annotations.json", None, "page.html"),
        ("README.md", None, "a.txt"),
    ] {
        assert_eq!(first(&root.join(path), wanted).as_deref(), Some(expected), "{path} {wanted:?}");
    }
}

/// Those of a folder that are too many for one look at it are measured by many threads.
#[test]
fn very_many_articles_of_one_folder_are_all_measured() {
    let names: Vec<String> =
        (0..600).map(|n| format!("{}{n:03}.txt", if n % 3 == 0 { "" } else { "sub/" })).collect();
    let text = [b'x'; 600];
    let files: Vec<(&str, &[u8])> =
        names.iter().zip(1..).map(|(name, n)| (name.as_str(), &text[..n])).collect();
    let folder = folder(&files);
    let found = jobs::scan(folder.path(), &CancelToken::new()).unwrap().articles;
    assert_eq!(found, scan(folder.path(), &mut |_| true).unwrap().articles);
    let mut expected: Vec<(&str, u64)> =
        files.iter().map(|(name, text)| (*name, text.len() as u64)).collect();
    expected.sort_unstable();
    assert_eq!(found.iter().map(|a| (&*a.file, a.bytes)).collect::<Vec<_>>(), expected);
    assert!(found.iter().all(|article| article.modified > 1_600_000_000_000));
}

proptest! {
    #[test]
    fn the_first_found_at_once_is_the_first_of_all(
        names in btree_set("[ab.][ab-]{0,2}(/[ab]{1,2})?\\.(txt|md|html|html\\.txt|png|a\\.annotations\\.json)", 0..12)
    ) {
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let folder = folder(&files);
        let all = scan(folder.path(), &mut |_| true).unwrap().articles;
        prop_assert_eq!(first(folder.path(), None), all.first().map(|article| article.file.to_string()));
        let by_all_processors = jobs::scan(folder.path(), &CancelToken::new()).unwrap();
        prop_assert_eq!(by_all_processors.articles, all);
    }
}

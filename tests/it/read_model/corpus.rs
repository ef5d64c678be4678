//! A folder of articles, its model, and the same questions asked of both.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use tippani::format::{article, sidecar};
use tippani::jobs::{CancelToken, queue, read_corpus, scan, study, survey, unread};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document, State, news_schema,
};
use tippani::read_model::{ArticleUpdate, ArticleView, ReadModel, SetView};
use tippani::store;
use tippani::text::{ByteOffset, Span};

pub(super) const ANNOTATORS: [&str; 3] = ["asha", "ravi", "zoya"];
const LABELS: [&str; 3] = ["person", "location", "unheard-of"];

pub(super) fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

/// A set of an article: a mark on each of these words, by number.
pub(super) fn set(document: &Document, annotator: &str, words: &[usize]) -> AnnotationSet {
    let text = document.text.as_str();
    let all: Vec<&str> = text.split_whitespace().collect();
    let mark = |(n, word): (usize, &usize)| {
        let word = all[word % all.len()];
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let span =
            Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(start + word.len())).unwrap();
        let id = AnnotationId::new(format!("01K9C70Z3A1WB9XSCQ570D1V{n:02}"));
        let now = "2026-01-02T03:04:05Z".parse().unwrap();
        Annotation::new(id, AnnotationKind::Entity, LABELS[(word.len() + n) % 3], span.into(), now)
    };
    let marks = words.iter().enumerate().map(mark).collect();
    let mut set = AnnotationSet::new(who(annotator)).with_annotations(marks).0;
    set.set_state([State::Todo, State::InProgress, State::Done][words.len() % 3]);
    set
}

/// A folder, the model of it, and the sets that are being edited.
pub(super) struct Corpus {
    folder: tempfile::TempDir,
    pub(super) model: ReadModel,
    pub(super) open: BTreeMap<(String, String), (Document, AnnotationSet)>,
    writes: u64,
}

impl Corpus {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let model = model_of(folder.path());
        Self { folder, model, open: BTreeMap::new(), writes: 0 }
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// Writes a file as of long ago: no two at the same time.
    pub(super) fn write(&mut self, file: &str, bytes: &[u8]) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        self.age(file);
    }

    /// Makes a file one that was changed long ago.
    pub(super) fn age(&mut self, file: &str) {
        self.writes += 1;
        let Ok(file) = File::options().write(true).open(self.path(file)) else { return };
        file.set_modified(UNIX_EPOCH + Duration::from_secs(1_000_000 + self.writes)).unwrap();
    }

    pub(super) fn write_set(&mut self, file: &str, set: &AnnotationSet, document: &Document) {
        let bytes = sidecar::encode(set, document).unwrap();
        self.write(&sidecar::file_name(file, &set.annotator), &bytes);
    }

    /// The article as it is on disk.
    pub(super) fn document(&self, file: &str) -> Option<Document> {
        Some(store::document(self.root(), file).ok()?.value)
    }

    /// Looks at the folder again.
    pub(super) fn rescan(&mut self) {
        let found = scan(self.root(), &CancelToken::new()).unwrap();
        let articles = found.articles.into_iter().map(|article| (article.file, article.annotators));
        self.model.rescan(found.issues, articles);
    }

    /// What comes of reading everything that changed since it was read.
    pub(super) fn read(&self) -> Vec<ArticleUpdate> {
        read(&self.model)
    }

    pub(super) fn refill(&mut self) {
        self.rescan();
        for update in self.read() {
            self.model.update(update);
        }
    }

    /// A model in which nothing was read, with those of the sets being edited that are of the text that is there.
    pub(super) fn anew(&self) -> ReadModel {
        let mut model = model_of(self.root());
        for (document, set) in self.open.values() {
            if self.document(&document.file).is_some_and(|there| there.sha256 == document.sha256) {
                model.put_set(document, set);
            }
        }
        model
    }

    /// Everything that can be asked gives the same as from the files.
    pub(super) fn check(&self) {
        let anew = self.anew();
        assert!(self.model.articles().all(|article| article.read().is_some()), "everything was read");
        assert!(anew.articles().all(|article| article.read().is_none()));
        for ((name, from_model), (_, from_files)) in counts(&self.model).into_iter().zip(counts(&anew)) {
            assert_eq!(from_model, from_files, "{name}");
        }
        for ((name, from_model), (_, from_files)) in looks(&self.model).into_iter().zip(looks(&anew)) {
            assert_eq!(from_model, from_files, "{name}");
        }
        self.check_sets();
    }

    /// Every set is the one of the file, or the one that is open.
    fn check_sets(&self) {
        let found = scan(self.root(), &CancelToken::new()).unwrap();
        let files: Vec<&Arc<str>> = self.model.articles().map(ArticleView::file).collect();
        assert_eq!(files, found.articles.iter().map(|article| &article.file).collect::<Vec<_>>());
        for file in files {
            let article = self.model.article(file).unwrap();
            let document = self.document(file).unwrap();
            for name in ANNOTATORS {
                let of_file = store::load_set(self.root(), &document, &who(name)).0;
                let open = self.open.get(&(file.to_string(), name.to_owned()));
                let open = open.filter(|(of, set)| {
                    let has_file =
                        found.articles.iter().any(|a| a.file == *file && a.annotators.contains(&who(name)));
                    of.sha256 == document.sha256
                        && (has_file || !set.is_empty() || set.state() != State::Todo)
                });
                let expected = open.map(|(_, set)| set.clone()).or(of_file);
                let own = article.set(&who(name)).map(|set| set.unpack(&document.text).unwrap());
                assert_eq!(own, expected, "{file} {name}");
                let view = article.set(&who(name));
                assert_eq!(view.map(SetView::annotations), own.as_ref().map(|set| set.annotations().len()));
                assert_eq!(view.map(SetView::state), own.as_ref().map(AnnotationSet::state));
            }
        }
    }
}

fn model_of(root: &Path) -> ReadModel {
    unread(&scan(root, &CancelToken::new()).unwrap())
}

pub(super) fn read(model: &ReadModel) -> Vec<ArticleUpdate> {
    let (mut updates, mut seen) = (Vec::new(), 0);
    read_corpus(model, &CancelToken::new(), &mut |update, done| {
        updates.extend(update);
        seen += 1;
        assert_eq!(done, seen);
    })
    .unwrap();
    assert_eq!(seen, model.len());
    updates
}

/// What is counted, as words.
pub(super) fn counts(model: &ReadModel) -> Vec<(&'static str, String)> {
    let cancel = CancelToken::new();
    let stats = survey::stats(model, &cancel, &mut |_, _| {}).unwrap();
    let progress = study::progress(model, &cancel, &mut |_, _| {}).unwrap();
    vec![("stats", format!("{stats:#?}")), ("progress", format!("{progress:#?}"))]
}

/// What comes of looking at every text, as words.
pub(super) fn looks(model: &ReadModel) -> Vec<(&'static str, String)> {
    let cancel = CancelToken::new();
    let checked = survey::check(model, &news_schema(), &cancel, &mut |_, _| {}).unwrap();
    let agreement = study::agreement(model, &[], &cancel, &mut |_, _| {}).unwrap();
    let annotators = ["ravi", "zoya"].map(who).to_vec();
    let how = queue::QueueOptions { annotators, reviewer: who("asha"), only: None, unfinished: Vec::new() };
    let mut items = Vec::new();
    queue::queue(model, &how, &cancel, &mut |found, done, of| items.push((found, done, of))).unwrap();
    vec![
        ("check", format!("{checked:#?}")),
        ("agreement", format!("{agreement:#?}")),
        ("queue", format!("{items:#?}")),
    ]
}

/// An article as it would be read from these bytes.
pub(super) fn document(file: &str, text: &str) -> Document {
    article::decode(file, text.as_bytes()).value
}

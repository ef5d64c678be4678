//! The corpus in memory: what was read of every article, all sets of all annotators, compact.
//!
//! Values only. Who reads the files fills it ([`crate::jobs::read_corpus`]); who edits keeps it current; who counts, compares
//! or reviews asks it instead of going through the folder.

mod article;
mod bytes;
mod edited;
mod headline;
mod layout;
mod names;
mod pack;
mod packed_set;
mod stamp;
mod unpack;
mod view;

use std::path::Path;
use std::sync::Arc;

use self::edited::EditedSet;
use self::view::Entry;
use crate::format::Issue;
use crate::format::articles::ListedDetails;
use crate::model::{AnnotationSet, Annotator, ArticleDetails, Document};

pub use self::article::{CorpusArticle, CorpusSidecar};
pub use self::edited::SetView;
pub use self::names::Names;
pub use self::packed_set::{OtherText, PackedSet};
pub use self::stamp::FileStamp;
pub use self::view::ArticleView;

/// Articles that copies of a model share as one: a change after a copy was made copies one such chunk.
const CHUNK_ARTICLES: usize = 128;

/// The articles of one workspace in the order of their files, each with what was read of it once it was.
///
/// A copy costs one reference for each set that is being edited, and stays as it is when the other changes: it is what jobs
/// are given. The first change after it copies one reference for each article of a chunk and for each chunk.
///
/// ```text
/// files as last read   a.txt: asha, ravi   b.txt: asha   c.txt: (not read yet)
/// ahead of its file            asha
/// ```
/// A set that is being edited lies over what was read of its file, from [`ReadModel::put_set`] until something was read
/// that was asked for after [`ReadModel::close_set`].
#[derive(Clone, Debug)]
pub struct ReadModel {
    root: Arc<Path>,
    issues: Arc<[Issue]>,
    /// What `articles.csv` says.
    listed: Arc<ListedDetails>,
    articles: usize,
    chunks: Arc<[Arc<[Entry]>]>,
    /// By file and annotator.
    edited: Vec<Arc<EditedSet>>,
    revision: u64,
}

/// What came of reading one article anew.
#[derive(Clone, Debug)]
pub struct ArticleUpdate {
    /// The article.
    pub file: Arc<str>,
    /// What was read; nothing where it cannot be read.
    pub article: Option<Arc<CorpusArticle>>,
    /// The revision of the model at which it was asked for.
    pub asked: u64,
}

impl ReadModel {
    /// The model of a folder of which nothing was read yet: what was not as it should be in it, and its articles with those
    /// who have a sidecar, by name.
    #[must_use]
    pub fn new(
        root: &Path,
        issues: Vec<Issue>,
        articles: impl IntoIterator<Item = (Arc<str>, Vec<Annotator>)>,
    ) -> Self {
        let mut model = Self {
            root: root.into(),
            issues: Arc::default(),
            listed: Arc::default(),
            articles: 0,
            chunks: Arc::default(),
            edited: Vec::new(),
            revision: 0,
        };
        model.rescan(issues, articles);
        model
    }

    /// Takes over what was found when the same folder was looked at again. What was read of articles that are there still
    /// stays, until it is read again.
    pub fn rescan(
        &mut self,
        issues: Vec<Issue>,
        articles: impl IntoIterator<Item = (Arc<str>, Vec<Annotator>)>,
    ) {
        let mut names = Names::default();
        let mut entries: Vec<Entry> = articles
            .into_iter()
            .map(|(file, mut annotators)| {
                for annotator in &mut annotators {
                    names.share_annotator(annotator);
                }
                let read = self.article(&file).and_then(ArticleView::last_read).cloned();
                Entry { file, annotators: annotators.into(), read }
            })
            .collect();
        entries.sort_by(|one, other| one.file.cmp(&other.file));
        self.articles = entries.len();
        self.chunks = entries.chunks(CHUNK_ARTICLES).map(Arc::from).collect();
        self.issues = issues.into();
        self.revision += 1;
    }

    /// Sets what `articles.csv` says of the articles.
    #[must_use]
    pub fn with_listed(mut self, listed: Arc<ListedDetails>) -> Self {
        self.set_listed(listed);
        self
    }

    /// Takes over what `articles.csv` says of the articles.
    pub fn set_listed(&mut self, listed: Arc<ListedDetails>) {
        if self.listed != listed {
            self.listed = listed;
            self.revision += 1;
        }
    }

    /// What is known of an article: what `annotator` typed comes first, then `articles.csv`, then what others typed, then what
    /// its page says of itself.
    #[must_use]
    pub fn details(&self, file: &str, annotator: Option<&Annotator>) -> ArticleDetails {
        let view = self.article(file);
        let own = annotator.zip(view).and_then(|(annotator, view)| view.typed_details(annotator));
        let others = view
            .into_iter()
            .flat_map(|view| view.annotators().filter_map(move |annotator| view.typed_details(annotator)));
        let page = view.and_then(ArticleView::last_read).and_then(|read| read.details());
        let all = own.into_iter().chain(self.listed.get(file)).chain(others).chain(page);
        all.fold(ArticleDetails::default(), |known, more| known.or(more.clone()))
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was not as it should be in the folder.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Another number after each change; of two copies that were changed apart it says nothing.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// How many articles there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.articles
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.articles == 0
    }

    /// All articles, by file.
    pub fn articles(&self) -> impl Iterator<Item = ArticleView<'_>> {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).map(|entry| self.view(entry))
    }

    /// An article by its file; logarithmic in their number.
    #[must_use]
    pub fn article(&self, file: &str) -> Option<ArticleView<'_>> {
        let (chunk, at) = self.find(file)?;
        Some(self.view(&self.chunks[chunk][at]))
    }

    /// Takes over what was read of an article; nothing comes of it where the article is not there any more. A set that is
    /// open, or was closed after it was asked for, stays.
    pub fn update(&mut self, update: ArticleUpdate) {
        let ArticleUpdate { file, article, asked } = update;
        let Some((chunk, at)) = self.find(&file) else { return };
        Arc::make_mut(&mut Arc::make_mut(&mut self.chunks)[chunk])[at].read = article;
        let is_old = |edited: &EditedSet| edited.file == file && edited.closed.is_some_and(|at| at <= asked);
        self.edited.retain(|edited| !is_old(edited));
        self.revision += 1;
    }

    /// Puts in a set that was changed here, also of an annotator who had none of the article. Cheap at any size of either.
    ///
    /// A set of another version of the text than was read is kept, and left out of everything until that text is back.
    pub fn put_set(&mut self, document: &Document, set: &AnnotationSet) {
        let place = self.place_of(&document.file, &set.annotator);
        if place.is_ok_and(|at| self.edited[at].closed.is_none() && self.edited[at].is(document, set)) {
            return;
        }
        let new = Arc::new(EditedSet::new(document, set));
        match place {
            Ok(at) => self.edited[at] = new,
            Err(at) => self.edited.insert(at, new),
        }
        self.revision += 1;
    }

    /// A set that was put in is edited no more, and in its file: what is read of the file from now on replaces it.
    pub fn close_set(&mut self, file: &str, annotator: &Annotator) {
        if let Ok(at) = self.place_of(file, annotator)
            && self.edited[at].closed.is_none()
        {
            self.revision += 1;
            Arc::make_mut(&mut self.edited[at]).close(self.revision);
        }
    }

    fn place_of(&self, file: &str, annotator: &Annotator) -> Result<usize, usize> {
        self.edited.binary_search_by(|edited| edited.key().cmp(&(file, annotator)))
    }

    fn find(&self, file: &str) -> Option<(usize, usize)> {
        let chunk = self.chunks.partition_point(|chunk| *chunk[0].file <= *file).checked_sub(1)?;
        let at = self.chunks[chunk].binary_search_by(|entry| (*entry.file).cmp(file)).ok()?;
        Some((chunk, at))
    }

    fn view<'m>(&'m self, entry: &'m Entry) -> ArticleView<'m> {
        let start = self.edited.partition_point(|edited| edited.file < entry.file);
        let own = self.edited[start..].partition_point(|edited| edited.file == entry.file);
        ArticleView { entry, edited: &self.edited[start..start + own] }
    }
}

//! Imported articles and sets on their way to the disk: many are written beside their places, synced at once, and put there.
//!
//! So at every moment each file is the old or the new one, whole; and an import that was ended can be run again.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::save::StagedSidecar;
use super::write::{self, Staged};
use super::{ImportError, SaveError, SetState, Stamp, bounded, read_set, save};
use crate::format::article::with_language;
use crate::model::{AnnotationSet, Document, State};

/// How often annotations are added anew where another program wrote the sidecar meanwhile.
const ATTEMPTS: usize = 3;

/// An article that is annotated by an import.
#[derive(Clone, Debug)]
pub struct ImportedArticle {
    /// The article.
    pub document: Document,
    /// Whether its file is to be written.
    pub is_new: bool,
    /// What is to be added for each annotator.
    pub sets: Vec<AnnotationSet>,
}

impl ImportedArticle {
    /// The article with its language, which nobody has told yet where it is new.
    fn document_with_language(&self) -> Cow<'_, Document> {
        if self.is_new && self.document.language.is_none() {
            Cow::Owned(with_language(self.document.clone()))
        } else {
            Cow::Borrowed(&self.document)
        }
    }
}

/// What came of adding a set to an annotator's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Annotations that are new.
    pub new: usize,
    /// Annotations that were there already.
    pub known: usize,
}

/// An article with its sets that is written, but not yet in its place.
#[derive(Debug)]
pub struct StagedArticle {
    article: Option<Staged>,
    sets: Vec<Result<StagedSet, ImportError>>,
}

/// A set that was added to an annotator's; no sidecar where nothing is new.
#[derive(Debug)]
struct StagedSet {
    sidecar: Option<StagedSidecar>,
    added: Added,
}

impl StagedArticle {
    fn files(&self) -> impl Iterator<Item = &Staged> {
        let sidecars = self.sets.iter().flatten().filter_map(|set| set.sidecar.as_ref());
        self.article.iter().chain(sidecars.map(|sidecar| &sidecar.staged))
    }
}

/// Writes imported articles and sets into a workspace.
#[derive(Clone, Debug)]
pub struct ImportWriter {
    root: PathBuf,
}

impl ImportWriter {
    pub(super) const fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Writes an article where it is new, and the sets of its annotators with what is added, all beside their places.
    ///
    /// # Errors
    /// When the article cannot be written.
    pub fn stage(&self, article: &ImportedArticle) -> Result<StagedArticle, ImportError> {
        let document = &article.document_with_language();
        let text = article.is_new.then(|| self.stage_text(document)).transpose()?;
        let sets = article.sets.iter().map(|set| self.stage_set(document, article.is_new, set));
        Ok(StagedArticle { article: text, sets: sets.collect() })
    }

    fn stage_text(&self, document: &Document) -> Result<Staged, SaveError> {
        let path = self.root.join(&*document.file);
        let io = |source| SaveError::Io { path: path.clone(), source };
        let real = bounded::inside(&self.root, &path).map_err(io)?;
        if let Some(folder) = real.parent() {
            std::fs::create_dir_all(folder).map_err(io)?;
        }
        Staged::new(&real, document.text.as_str().as_bytes()).map_err(io)
    }

    fn stage_set(
        &self,
        document: &Document,
        is_new: bool,
        new: &AnnotationSet,
    ) -> Result<StagedSet, ImportError> {
        let (set, added, stamp) = self.added(document, new)?;
        let sidecar = StagedSidecar::new(&self.root, (document, is_new), &set, &stamp)?;
        Ok(StagedSet { sidecar, added })
    }

    /// Makes what was staged last: by one word to each file system where there is one, else file by file.
    ///
    /// # Errors
    /// When the system says no; nothing is in its place then.
    pub fn sync<'a>(&self, all: impl Iterator<Item = &'a StagedArticle>) -> io::Result<()> {
        let files: Vec<&Staged> = all.flat_map(StagedArticle::files).collect();
        let folders: BTreeSet<&Path> = files.iter().map(|file| file.folder()).collect();
        if sync_file_systems(&folders).is_err() {
            files.into_iter().try_for_each(Staged::sync)?;
        }
        Ok(())
    }

    /// Puts an article and its sets in their places; gives what came of each set.
    ///
    /// # Errors
    /// When the article cannot be put there.
    pub fn place(
        &self,
        article: &ImportedArticle,
        staged: StagedArticle,
    ) -> Result<Vec<Result<Added, ImportError>>, ImportError> {
        let document = &article.document;
        if let Some(text) = staged.article {
            let path = self.root.join(&*document.file);
            text.create().map_err(|source| SaveError::Io { path, source })?;
        }
        let place = |(set, new): (Result<StagedSet, ImportError>, &AnnotationSet)| {
            let StagedSet { sidecar, added } = set?;
            match sidecar.map(StagedSidecar::place).transpose() {
                // Another program wrote it meanwhile.
                Err(SaveError::Changed(_)) => self.add(&article.document_with_language(), new),
                placed => placed.map(|_| added).map_err(ImportError::from),
            }
        };
        Ok(staged.sets.into_iter().zip(&article.sets).map(place).collect())
    }

    /// Makes it last that files are in their places.
    pub fn sync_folders<'a>(&self, articles: impl Iterator<Item = &'a ImportedArticle>) {
        let paths: Vec<PathBuf> = articles.map(|article| self.root.join(&*article.document.file)).collect();
        let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
        folders.into_iter().for_each(write::sync_folder);
    }

    /// Adds annotations to the annotator's set of an article at once; those that are there already stay as they are.
    fn add(&self, document: &Document, new: &AnnotationSet) -> Result<Added, ImportError> {
        // Another program may write between the look at the sidecar and its being written.
        let mut attempts = 1;
        loop {
            let (set, added, stamp) = self.added(document, new)?;
            match save(&self.root, document, &set, &stamp) {
                Err(SaveError::Changed(_)) if attempts < ATTEMPTS => attempts += 1,
                saved => return saved.map(|_| added).map_err(ImportError::from),
            }
        }
    }

    /// The annotator's set of an article with what is new, how much that is, and what the sidecar was.
    fn added(
        &self,
        document: &Document,
        new: &AnnotationSet,
    ) -> Result<(AnnotationSet, Added, Stamp), ImportError> {
        let (state, stamp, _) = read_set(&self.root, document, &new.annotator);
        let (set, added) = match state {
            // Where nothing is there, everything comes in, with what no version knows.
            SetState::None => (new.clone(), Added { new: new.annotations().len(), known: 0 }),
            SetState::Ready(set) => together(set, new),
            SetState::Outdated(outdated) => {
                return Err(ImportError::Blocked(outdated.blocked_reason()));
            }
            SetState::Blocked(blocked) => return Err(ImportError::Blocked(blocked.reason)),
        };
        Ok((set, added, stamp))
    }
}

/// Has the file systems that hold these folders write all they have to their disks.
#[cfg(target_os = "linux")]
fn sync_file_systems(folders: &BTreeSet<&Path>) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt as _;

    let mut done = BTreeSet::new();
    for folder in folders {
        let opened = std::fs::File::open(folder)?;
        if done.insert(opened.metadata()?.dev()) {
            rustix::fs::syncfs(opened)?;
        }
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn sync_file_systems(_: &BTreeSet<&Path>) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A set with what is new of another; what both have stays as it is.
fn together(mut set: AnnotationSet, new: &AnnotationSet) -> (AnnotationSet, Added) {
    let added = new.annotations().iter().filter(|a| set.get(&a.id).is_none());
    let added: Vec<_> = added.map(|a| a.as_ref().clone()).collect();
    let count = Added { new: added.len(), known: new.annotations().len() - added.len() };
    if !added.is_empty() {
        set.insert_all(added);
    }
    for relation in new.relations() {
        if set.relation(&relation.id).is_none() {
            set.insert_relation(relation.clone());
        }
    }
    for review in new.reviews() {
        if set.review(&review.of).is_none() {
            set.insert_review(review.clone());
        }
    }
    for remark in new.remarks() {
        if set.remark(&remark.about).is_none() {
            set.insert_remark(remark.clone());
        }
    }
    for orphan in new.orphans() {
        if set.orphan(&orphan.id).is_none() && set.get(&orphan.id).is_none() {
            set.insert_orphan(orphan.clone());
        }
    }
    for unread in &new.unread {
        if !set.unread.contains(unread) {
            set.unread.push(unread.clone());
        }
    }
    for (path, json) in new.extra.iter() {
        if set.extra.get(path).is_none() {
            set.extra.keep(path, json);
        }
    }
    if set.state() == State::Todo && new.state() != State::Todo {
        set.set_state(new.state());
    }
    (set, count)
}

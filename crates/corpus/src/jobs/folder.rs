//! Looking at the folder of the window: the article to show first is told before all others are found.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::failures::{ended, failed};
use super::lock::WindowLock;
use super::saver::Saver;
use super::scan::scan_folder;
use super::{JobError, JobProgress, Reporter, ScannedWorkspace};
use crate::model::Annotator;
use crate::store::{self, ArticleFile, ScanFolder, ScanProgress, Workspace};

/// After this long the list is told as far as it is, then after twice as long, and so on: a disk that is slow is seen to go on,
/// and telling never takes longer than looking.
const FIRST_LIST: Duration = Duration::from_secs(1);

/// What a look at a folder asks, and whom it tells.
pub(super) struct Scanning<'a> {
    pub saver: &'a Saver,
    pub lock: &'a WindowLock,
    pub reporter: &'a Reporter,
}

impl Scanning<'_> {
    /// Looks at a folder that is entered: tells of the article to show first, which is `wanted` if it is there and no file was
    /// asked for, then of the list as it comes.
    pub(super) fn entering(
        &self,
        path: &Path,
        wanted: Option<&str>,
    ) -> Result<Box<ScannedWorkspace>, JobError> {
        let folder = ScanFolder::new(path).map_err(|error| failed(&error))?;
        let mut part = part_of(&folder);
        if let Some(first) = folder.first(wanted) {
            part.select = Some(first.file.clone());
            self.tell(part.clone(), vec![first]);
            part.select = None;
        }
        let (began, mut due) = (Instant::now(), FIRST_LIST);
        let mut found = |found: &ScanProgress| {
            if began.elapsed() >= due {
                due *= 2;
                self.tell(part.clone(), found.articles());
            }
            self.report(found);
        };
        let found = scan_folder(folder, self.reporter.cancel(), &mut found).map_err(|error| ended(&error))?;
        Ok(Box::new(self.whole(found)))
    }

    /// Looks at the folder that is open.
    pub(super) fn again(&self, path: &Path) -> Result<Box<ScannedWorkspace>, JobError> {
        let folder = ScanFolder::new(path).map_err(|error| failed(&error))?;
        let found = scan_folder(folder, self.reporter.cancel(), &mut |found| self.report(found));
        let found = found.map_err(|error| ended(&error))?;
        Ok(Box::new(self.whole(found)))
    }

    fn report(&self, found: &ScanProgress) {
        self.reporter.report(|| JobProgress::Articles { done: found.count(), of: None });
    }

    fn tell(&self, part: ScannedWorkspace, articles: Vec<ArticleFile>) {
        self.reporter.always_report(JobProgress::Found(Box::new(ScannedWorkspace { articles, ..part })));
    }

    fn whole(&self, mut found: Workspace) -> ScannedWorkspace {
        let guidelines = store::guidelines(&found.root, &found.known_schema.schema_or_news());
        found.issues.extend(guidelines.issues);
        let unsaved = self.saver.kept_in(&found.root);
        // Another window that runs is about to save its own.
        let is_left = |(_, annotator): &&(String, Annotator)| !self.lock.is_elsewhere(&found.root, annotator);
        let left: Vec<_> = unsaved.iter().filter(is_left).cloned().collect();
        if !left.is_empty() {
            log::info!("Work that could not be saved before is kept: {left:?}");
        }
        ScannedWorkspace {
            root: found.root,
            articles: found.articles,
            details: found.details,
            known_schema: found.known_schema,
            guidelines: guidelines.value.map(Arc::from),
            select: found.select,
            issues: found.issues,
            unsaved,
            left,
        }
    }
}

/// What a folder says of itself, without articles; what is not as it should be is told at the end.
fn part_of(folder: &ScanFolder) -> ScannedWorkspace {
    let guidelines = store::guidelines(&folder.root, &folder.known_schema.schema_or_news());
    ScannedWorkspace {
        root: folder.root.clone(),
        articles: Vec::new(),
        details: Arc::clone(&folder.details),
        known_schema: folder.known_schema.clone(),
        guidelines: guidelines.value.map(Arc::from),
        select: None,
        issues: Vec::new(),
        unsaved: Vec::new(),
        left: Vec::new(),
    }
}

//! Finding what there is to review, on a thread of its own.

#![expect(clippy::disallowed_methods, reason = "a thread is made here, named, and answers with events")]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::abreast::abreast;
use super::disk::Inbox;
use super::study;
use crate::analysis::{Item, items};
use crate::model::{Annotator, Document};
use crate::session::{Event, Severity};
use crate::store::{self, ArticleFile, SetState};

/// What was found is told so often.
const TELL: Duration = Duration::from_millis(50);

/// What is to be found.
#[derive(Clone, Debug)]
pub struct Queueing {
    /// The workspace folder.
    pub root: PathBuf,
    /// Whose annotations are reviewed.
    pub whom: Vec<Annotator>,
    /// Who reviews.
    pub reviewer: Annotator,
    /// Which articles; all when nothing.
    pub only: Option<Vec<Arc<str>>>,
}

/// Looks for what there is to review; only the newest search goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct Queues {
    newest: Arc<AtomicU64>,
}

impl Queues {
    /// Begins to look; a search under way ends.
    pub(super) fn start(&self, how: Queueing, ticket: u64, inbox: &Inbox) {
        let mine = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let (newest, inbox) = (self.newest.clone(), inbox.clone());
        let teller = inbox.clone();
        let work = move || {
            let (mut found, mut all, mut told) = (Vec::new(), 0, Instant::now());
            let outcome = queue(&how, &mut |items, agreed, done, of| {
                found.extend(items);
                all += agreed;
                if done == of || told.elapsed() >= TELL {
                    let (items, agreed) = (std::mem::take(&mut found), std::mem::take(&mut all));
                    inbox.put(Event::Queued { ticket, items, agreed, done, of });
                    told = Instant::now();
                }
                newest.load(Ordering::Relaxed) == mine
            });
            if let Err(error) = outcome
                && newest.load(Ordering::Relaxed) == mine
            {
                inbox.put(Event::Told(Severity::Error, format!("The queue is not whole: {error:#}")));
                inbox.put(Event::Queued { ticket, items: found, agreed: all, done: 1, of: 1 });
            }
        };
        if let Err(error) = std::thread::Builder::new().name("tippani-queue".to_owned()).spawn(work) {
            teller.put(Event::Told(Severity::Error, format!("Nothing can be looked through: {error}")));
        }
    }

    /// Ends a search under way.
    pub(super) fn stop(&self) {
        self.newest.fetch_add(1, Ordering::Relaxed);
    }
}

/// Finds what there is to review, article by article: `take` is given the items, how many groups all agree about, and how
/// many articles are done, of how many; it ends the search by giving `false`.
///
/// # Errors
/// When the folder cannot be read, or the search was ended.
pub fn queue(
    how: &Queueing,
    take: &mut dyn FnMut(Vec<Item>, usize, usize, usize) -> bool,
) -> anyhow::Result<()> {
    let found = store::scan(&how.root, &mut |_| true)?;
    let only: Option<HashSet<&Arc<str>>> = how.only.as_ref().map(|only| only.iter().collect());
    let has = |article: &&ArticleFile| {
        only.as_ref().is_none_or(|only| only.contains(&article.file))
            && article.annotators.iter().any(|annotator| how.whom.contains(annotator))
    };
    let articles: Vec<&ArticleFile> = found.articles.iter().filter(has).collect();
    if articles.is_empty() {
        let _ = take(Vec::new(), 0, 0, 0);
    }
    let work = |article: &&ArticleFile| {
        let reviewer = std::iter::once(&how.reviewer).filter(|reviewer| !how.whom.contains(reviewer));
        let there = |annotator: &&Annotator| article.annotators.contains(annotator);
        let asked: Vec<Annotator> = how.whom.iter().chain(reviewer).filter(there).cloned().collect();
        let sets = store::load_sets(&found.root, &article.file, &asked)?;
        let own = sets.sets.iter().find(|set| set.annotator == how.reviewer);
        Ok::<_, store::LoadError>(items(&sets.document, &how.whom, &sets.sets, own))
    };
    abreast(&articles, work, |at, done| {
        // What cannot be read is told when its article is opened.
        let (items, agreed) = done.unwrap_or_default();
        anyhow::ensure!(take(items, agreed, at + 1, articles.len()), "the search was ended");
        Ok(())
    })
}

/// Works out how far annotators agree, on a thread of its own.
pub(super) fn compare(root: PathBuf, whom: Vec<Annotator>, inbox: &Inbox) {
    let (answers, teller, asked) = (inbox.clone(), inbox.clone(), whom.clone());
    let work = move || {
        let mut told = Instant::now();
        let mut progress = |done, of| {
            if told.elapsed() >= TELL {
                told = Instant::now();
                answers.put(Event::Comparing { done, of });
            }
            true
        };
        let answer = study::agreement(&root, &whom, &mut progress);
        let answer = answer.map(|(report, _)| Arc::new(report)).map_err(|error| format!("{error:#}"));
        answers.put(Event::Compared { whom, answer });
    };
    if let Err(error) = std::thread::Builder::new().name("tippani-compare".to_owned()).spawn(work) {
        teller.put(Event::Compared { whom: asked, answer: Err(format!("It cannot be begun: {error}")) });
    }
}

/// Counts who has done what, on a thread of its own.
pub(super) fn count(root: PathBuf, inbox: &Inbox) {
    let (answers, teller) = (inbox.clone(), inbox.clone());
    let work = move || match study::progress(&root, &mut |_, _| true) {
        Ok((progress, _)) => answers.put(Event::Progressed(Arc::new(progress))),
        Err(error) => answers.put(Event::Told(Severity::Error, format!("It cannot be counted: {error:#}"))),
    };
    if let Err(error) = std::thread::Builder::new().name("tippani-count".to_owned()).spawn(work) {
        teller.put(Event::Told(Severity::Error, format!("It cannot be begun: {error}")));
    }
}

/// Reads others' sets of an article, for looking at.
pub(super) fn others(root: &Path, document: &Document, annotators: &[Annotator]) -> Event {
    let (mut sets, mut issues) = (Vec::new(), Vec::new());
    for annotator in annotators {
        let (state, _, found) = store::read_set(root, document, annotator);
        issues.extend(found.iter().map(ToString::to_string));
        match state {
            SetState::None => {}
            SetState::Ready(set) => sets.push(set),
            SetState::Blocked(blocked) => issues.push(blocked.reason),
        }
    }
    Event::OthersLoaded { file: document.file.clone(), sets, issues }
}

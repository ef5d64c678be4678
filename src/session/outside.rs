//! What other programs change in the open workspace: a sync client, a colleague's window, the command line.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::jobs::Subject;
use super::merge::difference;
use super::{Effect, Now, OpenArticle, Session, Severity};
use crate::analysis::{MergeConflict, MergeConflictKind, merge};
use crate::jobs::{JobKind, LoadRequest, LoadedArticle, OutsideChange, Request, ScannedWorkspace, TakenIn};
use crate::read_model::{ArticleUpdate, ReadModel};
use crate::words::say;

impl Session {
    /// Begins to hear of what other programs change.
    pub(super) fn watch(&mut self) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        Some(self.jobs.begin(Request::Watch(root), Subject::Nothing))
    }

    /// Other programs changed something. What was changed in files that are known is read again, and of anything else the
    /// folder is looked at again.
    pub(super) fn on_outside(&mut self, changes: Vec<OutsideChange>) -> Vec<Effect> {
        let (mut effects, mut to_read) = (Vec::new(), BTreeSet::new());
        let (mut looks_again, mut loads_others, mut reads_entities) = (false, false, false);
        for change in changes {
            match change {
                OutsideChange::Folder => looks_again = true,
                OutsideChange::Entities => reads_entities = true,
                OutsideChange::Article(file) => match self.listed(&file) {
                    Some(file) => {
                        to_read.insert(file);
                    }
                    None => looks_again = true,
                },
                OutsideChange::Sidecar { file, annotator } => {
                    if self.annotator.as_ref() == Some(&annotator) {
                        effects.extend(self.take_in(&file));
                    }
                    let is_it = |article: &OpenArticle| article.document().file == file;
                    let is_shown = self.article().is_some_and(is_it) || self.beside().is_some_and(is_it);
                    if is_shown && self.reviewing.shown_annotators.contains(&annotator) {
                        loads_others = true;
                        if let Some(article) = self.articles.get_mut(&file) {
                            article.outdate_others();
                        }
                    }
                    let entry = self.library.as_ref().and_then(|library| library.entry(&file));
                    match entry.filter(|entry| entry.annotators.contains(&annotator)) {
                        Some(entry) => {
                            to_read.insert(entry.file.clone());
                        }
                        None => looks_again = true,
                    }
                }
            }
        }
        if loads_others {
            effects.extend(self.load_others());
        }
        if reads_entities && !looks_again {
            effects.extend(self.read_entities());
        }
        if looks_again {
            effects.extend(self.look_again());
        } else if let Some(model) = self.corpus.model.clone().filter(|_| !to_read.is_empty()) {
            let files = to_read.into_iter().collect();
            effects.push(self.jobs.begin(Request::ReadArticles { model, files }, Subject::Nothing));
        }
        effects
    }

    /// The article whose text lies in a file: itself, or the web page it was frozen from.
    fn listed(&self, file: &str) -> Option<Arc<str>> {
        let library = self.library.as_ref()?;
        let entry = library.entry(file).or_else(|| library.entry(file.strip_suffix(".txt")?))?;
        Some(entry.file.clone())
    }

    /// Looks at the open folder again without a word, whatever else is being opened.
    pub(super) fn look_again(&mut self) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        Some(self.jobs.begin(Request::Rescan(root), Subject::Nothing))
    }

    /// The folder was looked at again: only what is new is told.
    pub(super) fn on_rescanned(&mut self, mut scanned: ScannedWorkspace) -> Vec<Effect> {
        if self.library.as_ref().is_none_or(|library| library.root() != scanned.root) {
            return Vec::new();
        }
        let known: HashSet<_> = self.corpus.model.iter().flat_map(ReadModel::issues).collect();
        let new = scanned.issues.iter().filter(|issue| !known.contains(issue));
        let mut effects: Vec<Effect> =
            new.map(|issue| Effect::tell(Severity::Warning, issue.to_string())).collect();
        scanned.left.clear();
        effects.extend(self.refresh_workspace(scanned));
        effects
    }

    /// The annotator's own sidecar of an article is another program's work now: what is open is merged with it, on the
    /// thread that saves.
    fn take_in(&mut self, file: &Arc<str>) -> Option<Effect> {
        if self.other_writer().is_some() {
            // Nothing is saved here.
            self.articles.get(file)?;
            return self.reload(file);
        }
        match self.articles.get_mut(file)?.save_anyway() {
            Some(unsaved) => self.save(unsaved),
            // It could not be used before, and perhaps can be now.
            None => self.reload(file),
        }
    }

    /// A sidecar was merged with what another program had written there, and saved: so is what is open.
    pub(super) fn on_merged(
        &mut self,
        file: &Arc<str>,
        position: u64,
        taken: TakenIn,
        now: &Now,
    ) -> Vec<Effect> {
        let mut effects = self.on_written(file, position);
        let Some(article) = self.articles.get_mut(file) else { return effects };
        let TakenIn { sent, set, conflicts } = taken;
        let is_as_sent = article.position() == position;
        let merged = if is_as_sent { set } else { merge(Some(&sent), article.set(), &set).set };
        let changes = difference(article.set(), &merged);
        if changes.is_empty() {
            article.took_in(&merged);
            return effects;
        }
        let new = merged.annotations().len().saturating_sub(article.set().annotations().len());
        if let Err(error) = self.articles.take_in(file, changes, now.millis) {
            // It is merged again with the next save.
            let told = say!("session-outside-not-shown", file = &**file, error = error.to_string());
            effects.push(Effect::tell(Severity::Error, told));
            return effects;
        }
        if let Some(article) = self.articles.get_mut(file) {
            article.took_in(&merged);
            let position = article.position();
            if is_as_sent {
                self.articles.saved(file, position);
            }
        }
        self.refresh_entry(file);
        self.refresh_queue(file);
        let severity = if conflicts.is_empty() { Severity::Info } else { Severity::Warning };
        effects.push(Effect::tell(severity, merged_words(file, new, &conflicts)));
        effects
    }

    /// Where another window writes the annotator's files, an open article follows what was read again of it, and caret and
    /// selection stay. Says whether it did: not where it is another text, or one of the two cannot be used.
    pub(super) fn follow(&mut self, loaded: &LoadedArticle, now: &Now) -> bool {
        let file = &loaded.document.file;
        let (true, Some(article)) = (self.other_writer().is_some(), self.articles.get(file)) else {
            return false;
        };
        let is_usable = article.blocked().is_none() && loaded.blocked.is_none();
        if !is_usable || article.document().sha256 != loaded.document.sha256 {
            return false;
        }
        let changes = difference(article.set(), &loaded.set);
        if self.articles.take_in(file, changes, now.millis).is_err() {
            return false;
        }
        if let Some(article) = self.articles.get_mut(file) {
            article.took_in(&loaded.set);
            let position = article.position();
            self.articles.saved(file, position);
        }
        self.refresh_queue(file);
        true
    }

    /// Where the text of an open article was read anew and is another one, the article is opened again: at once, or as soon
    /// as the work on it is kept.
    pub(super) fn reopen_changed(&mut self, updates: &[ArticleUpdate]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for update in updates {
            let Some(read) = &update.article else { continue };
            let Some(article) = self.articles.get_mut(&update.file) else { continue };
            if *read.sha256() != article.document().sha256 {
                article.is_outdated = true;
                let unsaved = article.is_at_risk().then(|| article.save_now()).flatten();
                effects.extend(unsaved.and_then(|unsaved| self.save(unsaved)));
                effects.extend(self.reload_outdated(&update.file));
            }
        }
        effects
    }

    /// Opens an article again whose text is another one now, unless there is work on it that is kept nowhere.
    pub(super) fn reload_outdated(&mut self, file: &Arc<str>) -> Option<Effect> {
        let article = self.articles.get(file)?;
        let is_due = article.is_outdated && !article.is_at_risk() && !article.is_saving();
        if is_due { self.reload(file) } else { None }
    }

    fn reload(&mut self, file: &Arc<str>) -> Option<Effect> {
        let root = self.library.as_ref()?.root().to_owned();
        let annotator = self.annotator.clone()?;
        if let Some(article) = self.articles.get_mut(file) {
            article.begin_reread();
        }
        let article = LoadRequest { root, file: file.clone(), annotator };
        Some(self.jobs.begin(Request::Load(article), Subject::Article(file.clone())))
    }

    /// Opens the articles on screen anew, and forgets the others; there is no work in any of them.
    pub(super) fn reopen_articles(&mut self) -> Vec<Effect> {
        let shown = self.navigation.current.take().or_else(|| self.navigation.wanted.take());
        self.jobs.cancel(JobKind::Load);
        self.close_articles();
        let mut effects: Vec<Effect> = self.look_again().into_iter().collect();
        effects.extend(self.open_again(shown));
        effects
    }
}

fn merged_words(file: &str, new: usize, conflicts: &[MergeConflict]) -> String {
    let both = |conflict: &&MergeConflict| matches!(conflict.kind, MergeConflictKind::BothChanged(_));
    let both = conflicts.iter().filter(both).count();
    say!("session-outside-merged", file = file, new = new, both = both, others = conflicts.len() - both)
}

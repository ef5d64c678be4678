//! Two articles on screen: the one that is worked on, and the one beside it.
//!
//! In a review the article of the item keeps its reader, and what is opened comes into the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::jobs::Subject;
use super::navigation::{Destination, Navigation};
use super::{Effect, OpenArticle, Session};
use crate::jobs::{JobKind, Request};
use crate::model::Document;

impl Session {
    /// The article beside the one on screen, where two are.
    #[must_use]
    pub fn beside(&self) -> Option<&OpenArticle> {
        let (file, current) = (self.navigation.beside.as_ref()?, self.navigation.current.as_ref()?);
        // While the article that is to be worked on is read, the one on screen stands beside it already.
        self.articles.get(file).filter(|_| current != file)
    }

    fn is_beside(&self, file: &str) -> bool {
        self.beside().is_some_and(|article| *article.document().file == *file)
    }

    /// The article that was on screen before this one, or else the next of the folder.
    #[must_use]
    pub fn article_to_compare(&self) -> Option<&Arc<str>> {
        let current = self.navigation.current.as_ref()?;
        let library = self.library.as_ref()?;
        let is_there = |file: &&Arc<str>| *file != current && library.entry(file).is_some();
        let all = library.articles();
        let at = all.iter().position(|article| article.file == *current).unwrap_or_default();
        let next = all.iter().cycle().skip(at + 1).take(all.len()).map(|article| &article.file);
        self.navigation.before.iter().chain(next).find(is_there)
    }

    /// Shows another article, and keeps the one on screen beside it.
    pub(super) fn open_beside(&mut self, file: Arc<str>) -> Vec<Effect> {
        if self.navigation.current.as_ref() != Some(&file) {
            self.navigation.beside.clone_from(&self.navigation.current);
        }
        self.open_article(file)
    }

    /// Opens the article that was on screen anew, and the one beside it.
    pub(super) fn open_again(&mut self, shown: Option<Arc<str>>) -> Vec<Effect> {
        let beside = self.navigation.beside.take().filter(|beside| shown.as_ref() != Some(beside));
        let Some(shown) = shown else { return Vec::new() };
        let mut effects = self.open_article(shown);
        if let Some(beside) = beside {
            self.navigation.beside = Some(beside.clone());
            effects.extend(self.load_all(&BTreeSet::from([beside])));
        }
        effects
    }

    /// An article could not be opened: it is waited for no more, and nothing is beside it.
    pub(super) fn on_not_opened(&mut self, file: &Arc<str>) {
        let Navigation { current, wanted, beside, .. } = &mut self.navigation;
        wanted.take_if(|wanted| wanted == file);
        let is_gone = |beside: &mut Arc<str>| {
            // The one on screen stood beside it already.
            let is_waiting = wanted.is_none() && current.as_ref() == Some(&*beside);
            is_waiting || (beside == file && self.articles.get(file).is_none())
        };
        beside.take_if(is_gone);
    }

    /// Shows one place, and another in the reader beside it.
    pub(super) fn go_to_both(&mut self, [one, other]: [Destination; 2]) -> Vec<Effect> {
        let mut effects = self.go_to(one);
        self.navigation.then = Some(other);
        effects.extend(self.go_on_beside());
        effects
    }

    /// Shows the second of two places, once the first is there.
    pub(super) fn go_on_beside(&mut self) -> Vec<Effect> {
        if self.navigation.wanted.is_some() {
            return Vec::new();
        }
        let Some(other) = self.navigation.then.take() else { return Vec::new() };
        let mut effects = self.open_beside(other.file.clone());
        effects.extend(self.go_to(other));
        effects
    }

    /// The article beside is shown no more.
    pub(super) fn close_beside(&mut self) -> Vec<Effect> {
        self.navigation.beside = None;
        Vec::new()
    }

    /// The article beside is the one that is worked on.
    pub(super) fn switch_sides(&mut self) -> Vec<Effect> {
        match self.navigation.beside.clone() {
            Some(file) => self.open_article(file),
            None => Vec::new(),
        }
    }

    /// Shows an article that was chosen: in the reader that is worked on, but in a review of two articles not in the place of
    /// the item's.
    pub(super) fn choose_article(&mut self, file: Arc<str>) -> Vec<Effect> {
        let is_item = self.item_file().is_some_and(|item| Some(&item) == self.navigation.current.as_ref());
        if is_item && !self.is_beside(&file) {
            self.replace_beside(&file);
        }
        self.open_article(file)
    }

    /// The article of the item that is reviewed is the one that is worked on, where it stands beside.
    pub(super) fn turn_to_item(&mut self) -> Vec<Effect> {
        match self.item_file().filter(|file| self.is_beside(file)) {
            Some(_) => self.switch_sides(),
            None => Vec::new(),
        }
    }

    /// The article of another item comes into the reader in which that of the last one stands.
    pub(super) fn keep_compared(&mut self, file: &Arc<str>) {
        let last = self.reviewing.shown_item.replace(file.clone());
        if last.is_some_and(|last| self.is_beside(&last)) && !self.is_beside(file) {
            self.replace_beside(file);
        }
    }

    /// Has the article beside be the one in whose place another comes.
    fn replace_beside(&mut self, file: &Arc<str>) {
        let Some(beside) = self.beside().map(|article| article.document().file.clone()) else { return };
        if self.navigation.current.as_ref() != Some(file) {
            self.navigation.show(beside);
        }
    }

    fn item_file(&self) -> Option<Arc<str>> {
        self.review()?.item().map(|item| item.file.clone())
    }

    /// Asks for the sets that are looked at, of the article on screen, then of the one beside it.
    pub(super) fn load_others(&mut self) -> Vec<Effect> {
        let shown = &self.reviewing.shown_annotators;
        let is_bare = |article: &&OpenArticle| shown.is_empty() && article.others().len() == 0;
        match self.article().filter(|article| !is_bare(article)).map(|article| article.document().clone()) {
            Some(document) => self.load_others_of(document),
            None => self.load_others_beside(),
        }
    }

    /// Asks for those of the article beside, unless they are those that are looked at.
    pub(super) fn load_others_beside(&mut self) -> Vec<Effect> {
        let shown = &self.reviewing.shown_annotators;
        let lacks = |article: &&OpenArticle| article.others_of() != shown;
        if let Some(document) = self.beside().filter(lacks).map(|article| article.document().clone()) {
            return self.load_others_of(document);
        }
        self.jobs.cancel(JobKind::LoadOthers);
        Vec::new()
    }

    fn load_others_of(&mut self, document: Document) -> Vec<Effect> {
        let Some(library) = &self.library else { return Vec::new() };
        let subject = Subject::Article(document.file.clone());
        let (root, annotators) = (library.root().to_owned(), self.reviewing.shown_annotators.clone());
        vec![self.jobs.begin(Request::LoadOthers { root, document, annotators }, subject)]
    }
}

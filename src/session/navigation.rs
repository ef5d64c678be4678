//! Which article is on screen, which one comes next, and what of it is to be shown.

use std::sync::Arc;

use super::jobs::Subject;
use super::{Effect, OpenArticle, Session};
use crate::jobs::{LoadRequest, Request};
use crate::model::{AnnotationId, Annotator};
use crate::text::Span;

/// Where the analyst is in the workspace, and where they are going.
#[derive(Debug, Default)]
pub(super) struct Navigation {
    /// The article on screen.
    pub(super) current: Option<Arc<str>>,
    /// The article to be shown as soon as it is read.
    pub(super) wanted: Option<Arc<str>>,
    /// The article beside it, where two are on screen.
    pub(super) beside: Option<Arc<str>>,
    /// The article that was on screen before.
    pub(super) before: Option<Arc<str>>,
    /// The article to be shown first of the folder that is being opened.
    pub(super) resumed: Option<Arc<str>>,
    /// What is to be shown as soon as its article is on screen.
    destination: Option<Destination>,
    /// What is to be shown beside that.
    pub(super) then: Option<Destination>,
}

/// An annotation to be shown, whoever's it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its article.
    pub file: Arc<str>,
    /// The annotation.
    pub annotation: AnnotationId,
    /// Where it stands, where that is known.
    pub span: Option<Span>,
}

impl Navigation {
    /// Shows an article; the one beside it changes places with the one on screen.
    pub(super) fn show(&mut self, file: Arc<str>) {
        if self.current.as_ref() == Some(&file) {
            return;
        }
        if self.beside.as_ref() == Some(&file) {
            self.beside.clone_from(&self.current);
        }
        self.before = self.current.replace(file);
    }

    /// Another folder is open: nothing of this one is shown any more.
    pub(super) fn leave_folder(&mut self) {
        (self.current, self.wanted, self.beside, self.before) = (None, None, None, None);
        self.then = None;
    }

    /// The annotation that was to be shown is not any more.
    pub(super) fn forget_destination(&mut self) {
        (self.destination, self.then) = (None, None);
    }
}

impl Session {
    /// The article on screen.
    #[must_use]
    pub fn article(&self) -> Option<&OpenArticle> {
        self.articles.get(self.navigation.current.as_ref()?)
    }

    /// Whether an article is the one on screen.
    #[must_use]
    pub fn shows(&self, file: &str) -> bool {
        self.article().is_some_and(|article| *article.document().file == *file)
    }

    pub(super) fn article_mut(&mut self) -> Option<&mut OpenArticle> {
        self.articles.get_mut(self.navigation.current.as_ref()?)
    }

    /// The article being loaded to be shown next.
    #[must_use]
    pub const fn wanted(&self) -> Option<&Arc<str>> {
        self.navigation.wanted.as_ref()
    }

    /// Whether a folder or an article asked for is still being read.
    #[must_use]
    pub const fn is_opening(&self) -> bool {
        self.scanning.is_some() || self.navigation.wanted.is_some()
    }

    pub(super) fn open_article(&mut self, file: Arc<str>) -> Vec<Effect> {
        if self.articles.get(&file).is_some() {
            self.navigation.wanted = None;
            self.navigation.show(file);
            return self.load_others();
        }
        let Some(root) = self.library.as_ref().map(|l| l.root().to_owned()) else { return Vec::new() };
        self.navigation.wanted = Some(file.clone());
        // Read twice, what another program wrote in between would count as known though the first is shown.
        if self.jobs.is_loading(&file) {
            return Vec::new();
        }
        let annotator = self.annotator.clone().unwrap_or_else(|| Annotator::from_any(""));
        let article = LoadRequest { root, file: file.clone(), annotator };
        vec![self.jobs.begin(Request::Load(article), Subject::Article(file))]
    }

    /// Opens an article and shows a stretch of it, with its annotation focused where it is the annotator's own.
    pub(super) fn go_to(&mut self, destination: Destination) -> Vec<Effect> {
        let file = destination.file.clone();
        (self.navigation.destination, self.navigation.then) = (Some(destination), None);
        let mut effects = self.open_article(file);
        effects.extend(self.arrive());
        effects
    }

    /// Shows what [`Session::go_to`] asked for, once its article is there.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        let is_here = |to: &mut Destination| self.navigation.current.as_ref() == Some(&to.file);
        let Some(Destination { annotation, span, .. }) = self.navigation.destination.take_if(is_here) else {
            return Vec::new();
        };
        let own = self.article().and_then(|a: &OpenArticle| a.set().get(&annotation)).is_some();
        let mut effects = match span {
            _ if own => self.focus(Some(annotation)),
            // What is reviewed is outlined, and has no need to be selected.
            Some(span) if self.reviewing.review.is_some() => self.reveal(span),
            Some(span) => {
                let mut effects = self.select(span.start(), span.end());
                effects.extend(self.reveal(span));
                effects
            }
            None => Vec::new(),
        };
        effects.extend(self.go_on_beside());
        effects
    }

    /// Brings a stretch of the article on screen into view.
    pub(super) fn reveal(&self, span: Span) -> Vec<Effect> {
        let file = self.navigation.current.clone();
        file.map(|file| Effect::Reveal(file, span)).into_iter().collect()
    }
}

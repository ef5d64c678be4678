//! The ends of links: in an open article, in one that was read for them, or gone.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::BoardEntry;
use crate::jobs::{JobKind, Request};
use crate::model::EntryKey;
use crate::session::jobs::Subject;
use crate::session::{Destination, Effect, Session, Severity};
use crate::text::{Span, shortened};
use crate::words::{say, text};

/// What is known of the annotation at an end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkEnd {
    /// It is there.
    There {
        /// Identifier of its label.
        label: Arc<str>,
        /// Its words, shortened.
        quote: Arc<str>,
        /// Where it stands.
        span: Span,
    },
    /// It waits for a place in an article that was changed: its words.
    WithoutPlace(Arc<str>),
    /// It was deleted, or its article was.
    Gone,
    /// Its article was not read yet.
    Unread,
}

impl LinkEnd {
    fn of(entry: &BoardEntry) -> Self {
        Self::There { label: entry.label.clone(), quote: entry.quote.clone(), span: entry.span }
    }
}

/// Characters of its words that an end shows.
const QUOTE_CHARS: usize = 120;

impl Session {
    /// What is known of the annotation at an end of a link.
    #[must_use]
    pub fn link_end(&self, end: &EntryKey) -> LinkEnd {
        let open = self.articles.get(&end.file);
        if let Some((article, set)) =
            open.and_then(|article| Some((article, article.set_of(&end.annotator)?)))
        {
            let source = &article.document().text;
            if let Some(annotation) = set.get(&end.id) {
                let quote = annotation.spans.quote(source).replace(['\n', '\r'], " ");
                let (label, span) = (annotation.label.clone(), annotation.spans.extent());
                return LinkEnd::There { label, quote: shortened(&quote, QUOTE_CHARS).into(), span };
            }
            return match set.orphan(&end.id) {
                Some(orphan) => LinkEnd::WithoutPlace(shortened(&orphan.quote(), QUOTE_CHARS).into()),
                None => LinkEnd::Gone,
            };
        }
        let is_listed = self.corpus.model.as_ref().and_then(|model| model.article(&end.file));
        if is_listed.is_none_or(|article| !article.has(&end.annotator)) {
            return LinkEnd::Gone;
        }
        match self.links.ends.get(end) {
            Some(Some(entry)) => LinkEnd::of(entry),
            Some(None) => LinkEnd::Gone,
            None => LinkEnd::Unread,
        }
    }

    /// Reads the ends of the focused annotation's links that lie in articles that are not open.
    pub(in crate::session) fn read_link_ends(&mut self) -> Vec<Effect> {
        let Some(key) = self.focused_key() else { return Vec::new() };
        let ends = self.links_of(&key).into_iter().map(|link| link.other);
        let unread: BTreeSet<EntryKey> =
            ends.filter(|end| matches!(self.link_end(end), LinkEnd::Unread)).collect();
        let Some(model) = self.corpus.model.clone().filter(|_| !unread.is_empty()) else { return Vec::new() };
        if self.jobs.is_running(JobKind::ReadEnds) {
            return Vec::new();
        }
        let ends = unread.into_iter().collect();
        vec![self.jobs.begin(Request::ReadEnds { model, ends }, Subject::Nothing)]
    }

    /// Whether ends of the focused annotation's links are to be read.
    #[must_use]
    pub fn wants_link_ends(&self) -> bool {
        let Some(key) = self.focused_key() else { return false };
        let is_unread = |link: &super::Link| matches!(self.link_end(&link.other), LinkEnd::Unread);
        !self.jobs.is_running(JobKind::ReadEnds) && self.links_of(&key).iter().any(is_unread)
    }

    /// Ends were read; those that were not found are gone.
    pub(in crate::session) fn on_link_ends(&mut self, found: Vec<(EntryKey, Option<BoardEntry>)>) {
        for (key, entry) in found {
            self.links.ends.insert(key, entry.map(Arc::new));
        }
    }

    /// Goes to the other end of a link.
    pub(in crate::session) fn follow_link(&mut self, key: &EntryKey) -> Vec<Effect> {
        let here = self.focused_key();
        let Some(end) = here.as_ref().and_then(|here| {
            self.all_links_of(here).into_iter().find(|link| link.key == *key).map(|link| link.other)
        }) else {
            return Vec::new();
        };
        self.links.followed = Some(key.clone());
        self.go_to_end(end)
    }

    /// Goes to the other end of the next of the focused annotation's links, after the one that was followed here.
    pub(in crate::session) fn follow_next_link(&mut self) -> Vec<Effect> {
        let Some(here) = self.focused_key() else { return Vec::new() };
        let mut links = self.links_of(&here);
        let lies_there = |link: &super::Link| !matches!(self.link_end(&link.other), LinkEnd::Gone);
        links.retain(lies_there);
        let last = links.iter().position(|link| Some(&link.key) == self.links.followed.as_ref());
        let next = last.map_or(0, |at| (at + 1) % links.len());
        match links.into_iter().nth(next) {
            Some(link) => self.follow_link(&link.key),
            None => vec![Effect::tell(Severity::Info, text("session-no-link-here"))],
        }
    }

    /// Goes to an annotation, whoever's it is and wherever.
    fn go_to_end(&mut self, end: EntryKey) -> Vec<Effect> {
        let span = match self.link_end(&end) {
            LinkEnd::There { span, .. } => Some(span),
            LinkEnd::WithoutPlace(_) | LinkEnd::Unread => None,
            LinkEnd::Gone => {
                let (annotator, file) = (end.annotator.as_str(), &*end.file);
                let told = say!("session-end-gone", annotator = annotator, file = file);
                return vec![Effect::tell(Severity::Warning, told)];
            }
        };
        let EntryKey { file, id: annotation, .. } = end;
        self.go_to(Destination { file, annotation, span })
    }
}

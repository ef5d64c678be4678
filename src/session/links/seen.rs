//! The links of an annotation, as both ends see them.

use std::sync::Arc;

use super::LinkEnd;
use crate::model::{EntryKey, Relation};
use crate::session::Session;

/// A link as one of its ends sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name: whose it is, and of which article.
    pub key: EntryKey,
    /// Identifier of a relation of the schema.
    pub label: Arc<str>,
    /// A remark in its annotator's words.
    pub note: String,
    /// Whether it starts at the annotation it is seen from.
    pub is_outgoing: bool,
    /// The annotation at its other end, which may be gone.
    pub other: EntryKey,
}

impl Link {
    fn of(key: EntryKey, relation: &Relation, seen_from: &EntryKey) -> Self {
        let from = EntryKey::new(&key.file, &key.annotator, &relation.from);
        let is_outgoing = from == *seen_from;
        let other = if is_outgoing { relation.to.key(&key.file, &key.annotator) } else { from };
        Self { key, label: relation.label.clone(), note: relation.note.clone(), is_outgoing, other }
    }
}

impl Session {
    /// The name of the focused annotation.
    #[must_use]
    pub fn focused_key(&self) -> Option<EntryKey> {
        let article = self.article()?;
        let focused = article.focused()?;
        Some(EntryKey::new(&article.document().file, &article.set().annotator, &focused.id))
    }

    /// The links of an annotation of an open article, whoever made them; those that start at it come first. Where the annotator
    /// is blind to others, only the annotator's own.
    #[must_use]
    pub fn links_of(&self, end: &EntryKey) -> Vec<Link> {
        let is_seen = |link: &Link| !self.is_blind() || self.annotator.as_ref() == Some(&link.key.annotator);
        let mut links = self.all_links_of(end);
        links.retain(is_seen);
        links
    }

    /// Like [`Self::links_of`], whether they are to be seen or not.
    pub(super) fn all_links_of(&self, end: &EntryKey) -> Vec<Link> {
        let set = self.articles.get(&end.file).and_then(|article| article.set_of(&end.annotator));
        let own = set.into_iter().flat_map(|set| set.relations_of(&end.id));
        let of = |relation: &Relation| {
            Link::of(EntryKey::new(&end.file, &end.annotator, &relation.id), relation, end)
        };
        let mut links: Vec<Link> = own.map(of).collect();
        links.sort_by_key(|link| !link.is_outgoing);
        // One that joins an annotation with itself is one link.
        links.dedup_by(|one, other| one.key == other.key);
        let into = self.links.index.leading_to(end);
        links.extend(into.map(|(key, relation)| Link::of(key.clone(), relation, end)));
        links
    }

    /// The relation of that name, of an open article or one that leads out of its set.
    pub(super) fn relation(&self, key: &EntryKey) -> Option<&Relation> {
        let set = self.articles.get(&key.file).and_then(|article| article.set_of(&key.annotator));
        match set {
            Some(set) => set.relation(&key.id),
            None => self.links.index.get(key),
        }
    }

    /// Brings what is known of the links of an article that was read up to date.
    pub(in crate::session) fn refresh_links(&mut self, file: &Arc<str>) {
        let Some(article) = self.corpus.model.as_ref().and_then(|model| model.article(file)) else { return };
        for annotator in article.annotators() {
            if let Some(set) = article.set(annotator) {
                self.links.index.put(file, annotator, set.relations());
            }
        }
        self.links.ends.retain(|end, _| end.file != *file);
    }

    /// Renews the links of the annotator's own set of an open article.
    pub(in crate::session) fn refresh_own_links(&mut self, file: &Arc<str>) {
        let Some(article) = self.articles.get(file).filter(|article| article.blocked().is_none()) else {
            return;
        };
        let (annotator, relations) = (&article.set().annotator, article.set().relations().cloned().collect());
        self.links.index.put(file, annotator, relations);
        self.refresh_rejected(file);
    }

    /// The folder was looked at again: what is not there any more has no links.
    pub(in crate::session) fn forget_lost_links(&mut self) {
        let Some(model) = &self.corpus.model else { return };
        self.links
            .index
            .retain(|file, annotator| model.article(file).is_some_and(|article| article.has(annotator)));
        self.links.ends.clear();
    }
}

impl Session {
    /// The labels that a link of one's own could have instead of its own, in the order of the schema.
    #[must_use]
    pub fn other_link_labels(&self, link: &Link, seen_from: &EntryKey) -> Vec<Arc<str>> {
        let label = |key: &EntryKey| match self.link_end(key) {
            LinkEnd::There { label, .. } => Some(label),
            LinkEnd::WithoutPlace(_) | LinkEnd::Gone | LinkEnd::Unread => None,
        };
        let (Some(here), Some(there)) = (label(seen_from), label(&link.other)) else { return Vec::new() };
        let (from, to) = if link.is_outgoing { (here, there) } else { (there, here) };
        let all = self.schema().relations_between(&from, &to);
        all.map(|spec| spec.id.clone()).filter(|id| *id != link.label).collect()
    }

    /// Whether a link can be turned round: one's own, between annotations of one's own, that reads otherwise then.
    #[must_use]
    pub fn can_reverse_link(&self, link: &Link) -> bool {
        let is_own = self.annotator.as_ref() == Some(&link.key.annotator);
        let is_symmetric = self.schema().relation(&link.label).is_some_and(|spec| spec.symmetric);
        is_own && link.other.annotator == link.key.annotator && !is_symmetric
    }
}

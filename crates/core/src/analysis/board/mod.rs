//! Claims of a whole workspace, what links them, and what comes of that.

mod claim_date;
mod cluster;
mod concepts;
mod entry;
mod evaluation;
mod facts;
mod number_words;
mod suggest;

use std::collections::{BTreeMap, BTreeSet};

pub use claim_date::{Day, day_in, published_on, said_on};
pub use cluster::{Cluster, Source, is_refutation};
pub use entry::{BoardEntry, Mention};
pub use evaluation::ClaimEvaluation;
pub use facts::{Facts, NamedDay, Number};
pub use suggest::{ClaimReason, ClaimSearch, ClaimSuggestion};

use std::sync::Arc;

use crate::model::{AnnotationKind, Annotator, EntryKey, Relation};

/// One link between entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardLink {
    /// Its name: whose it is, and of which article.
    pub key: EntryKey,
    /// Identifier of a relation of the schema.
    pub label: Arc<str>,
    /// Where it starts.
    pub from: EntryKey,
    /// Where it ends, which may be gone.
    pub to: EntryKey,
    /// A remark in the annotator's words.
    pub note: String,
}

impl BoardLink {
    /// A relation of a set of `annotator` and `file`.
    #[must_use]
    pub fn of(file: &Arc<str>, annotator: &Annotator, relation: &Relation) -> Self {
        Self {
            key: EntryKey::new(file, annotator, &relation.id),
            label: relation.label.clone(),
            from: EntryKey::new(file, annotator, &relation.from),
            to: relation.to.key(file, annotator),
            note: relation.note.clone(),
        }
    }
}

/// Two annotations that an annotator does not want suggested for a link any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The article whose file says so.
    pub file: Arc<str>,
    /// Who says so.
    pub annotator: Annotator,
    /// Which two.
    pub ends: (EntryKey, EntryKey),
}

/// The annotations of a workspace that can be linked, its claims among them, and their links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    entries: Vec<BoardEntry>,
    links: Vec<BoardLink>,
    by_key: BTreeMap<EntryKey, usize>,
    /// Of each entry the links that it is an end of: places among `links`.
    links_of: Vec<Vec<usize>>,
    unlinked: Vec<Unlinked>,
}

impl Board {
    /// A board of these, in the order of articles, places and annotators.
    #[must_use]
    pub fn new(mut entries: Vec<BoardEntry>, mut links: Vec<BoardLink>) -> Self {
        entries.sort_by(|one, other| place(one).cmp(&place(other)));
        entries.dedup_by(|one, other| one.key == other.key);
        links.sort_by(|one, other| one.key.cmp(&other.key));
        let by_key: BTreeMap<EntryKey, usize> =
            entries.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)).collect();
        let mut links_of = vec![Vec::new(); entries.len()];
        for (number, link) in links.iter().enumerate() {
            let ends: BTreeSet<usize> =
                [&link.from, &link.to].into_iter().filter_map(|end| by_key.get(end).copied()).collect();
            for end in ends {
                links_of[end].push(number);
            }
        }
        Self { entries, links, by_key, links_of, unlinked: Vec::new() }
    }

    /// Sets the pairs of annotations that are not to be suggested for a link any more.
    #[must_use]
    pub fn with_unlinked(mut self, unlinked: Vec<Unlinked>) -> Self {
        self.unlinked = unlinked;
        self
    }

    /// The pairs that somebody does not want suggested any more.
    #[must_use]
    pub fn unlinked(&self) -> &[Unlinked] {
        &self.unlinked
    }

    /// The links that an entry is an end of: places among [`Board::links`].
    #[must_use]
    pub fn links_of(&self, at: usize) -> &[usize] {
        self.links_of.get(at).map_or(&[], Vec::as_slice)
    }

    /// All annotations of it, by article, place and annotator.
    #[must_use]
    pub fn entries(&self) -> &[BoardEntry] {
        &self.entries
    }

    /// The claims among them.
    pub fn claims(&self) -> impl Iterator<Item = (usize, &BoardEntry)> {
        self.entries.iter().enumerate().filter(|(_, entry)| entry.kind == AnnotationKind::Claim)
    }

    /// All links, by article, annotator and identifier.
    #[must_use]
    pub fn links(&self) -> &[BoardLink] {
        &self.links
    }

    /// The place of an annotation among [`Board::entries`].
    #[must_use]
    pub fn position(&self, key: &EntryKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// An annotation of it.
    #[must_use]
    pub fn entry(&self, key: &EntryKey) -> Option<&BoardEntry> {
        self.entries.get(self.position(key)?)
    }
}

/// Two annotations, the lesser first.
#[must_use]
pub fn in_order(one: EntryKey, other: EntryKey) -> (EntryKey, EntryKey) {
    if one <= other { (one, other) } else { (other, one) }
}

/// What entries are in the order of.
fn place(entry: &BoardEntry) -> (&str, usize, usize, &EntryKey) {
    (&entry.key.file, entry.span.start().get(), entry.span.end().get(), &entry.key)
}

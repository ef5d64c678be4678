//! Edits of several articles, each made as soon as all the articles it changes are read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::entities::{MentionLinking, Splitting, Tagging};
use super::links::LinkWork;
use super::relabel::LabelMoves;
use super::{Effect, Now, Session, Severity};

/// An edit that waits for articles.
#[derive(Debug)]
pub(super) enum DeferredEdit {
    /// Gives one's own marks other labels.
    Relabel(LabelMoves),
    /// Fills gold sets as was looked at.
    FillGold,
    /// Changes links.
    Link(LinkWork),
    /// Links the mentions of a form.
    LinkMentions(MentionLinking),
    /// Tags occurrences of a mention.
    Tag(Tagging),
    /// Makes an entity of its own of mentions.
    Split(Splitting),
}

/// Kinds of edits that wait, in the order in which those are made that become possible together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EditKind {
    Relabel,
    FillGold,
    Link,
    LinkMentions,
    Tag,
    Split,
}

impl EditKind {
    const ALL: [Self; 6] =
        [Self::Relabel, Self::FillGold, Self::Link, Self::LinkMentions, Self::Tag, Self::Split];
}

impl DeferredEdit {
    const fn kind(&self) -> EditKind {
        match self {
            Self::Relabel(_) => EditKind::Relabel,
            Self::FillGold => EditKind::FillGold,
            Self::Link(_) => EditKind::Link,
            Self::LinkMentions(_) => EditKind::LinkMentions,
            Self::Tag(_) => EditKind::Tag,
            Self::Split(_) => EditKind::Split,
        }
    }
}

/// Edits that wait, at most one of each kind, with the articles they wait for.
#[derive(Debug, Default)]
pub(super) struct DeferredEdits(BTreeMap<EditKind, (DeferredEdit, BTreeSet<Arc<str>>)>);

impl DeferredEdits {
    /// The edit of this kind is not made any more.
    pub(super) fn forget(&mut self, kind: EditKind) {
        self.0.remove(&kind);
    }
}

impl Session {
    /// Makes an edit of these articles: at once where all are open, else as soon as they are read. An earlier one of its kind
    /// that still waits is not made any more.
    pub(super) fn defer(&mut self, edit: DeferredEdit, files: BTreeSet<Arc<str>>, now: &Now) -> Vec<Effect> {
        let mut effects = self.load_all(&files);
        let kind = edit.kind();
        self.deferred.0.insert(kind, (edit, files));
        effects.extend(self.make_when_read(kind, now));
        effects
    }

    /// Makes the edits whose articles are read by now.
    pub(super) fn make_deferred_edits(&mut self, now: &Now) -> Vec<Effect> {
        EditKind::ALL.into_iter().flat_map(|kind| self.make_when_read(kind, now)).collect()
    }

    /// Makes the edit of this kind, if there is one and its articles are read.
    fn make_when_read(&mut self, kind: EditKind, now: &Now) -> Vec<Effect> {
        let waits = |files: &BTreeSet<Arc<str>>| files.iter().any(|file| self.jobs.is_loading(file));
        if self.deferred.0.get(&kind).is_none_or(|(_, files)| waits(files)) {
            return Vec::new();
        }
        let Some((edit, files)) = self.deferred.0.remove(&kind) else { return Vec::new() };
        match edit {
            DeferredEdit::Relabel(moves) => self.relabel_marks(&moves, &files, now),
            DeferredEdit::FillGold => self.fill_looked_at(now),
            DeferredEdit::Link(work) => self.make_link_work(work, now),
            DeferredEdit::LinkMentions(work) => self.link_mentions(work, &files, now),
            DeferredEdit::Tag(work) => self.tag_chosen(work, now),
            DeferredEdit::Split(work) => self.split_chosen(&work, now),
        }
    }
}

/// Says which articles an edit left as they are, if it left any.
pub(super) fn left_out(files: &[Arc<str>], message: impl FnOnce(String) -> String) -> Option<Effect> {
    (!files.is_empty()).then(|| Effect::tell(Severity::Warning, message(files.join(", "))))
}

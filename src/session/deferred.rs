//! Edits of several articles, each made as soon as all the articles it changes are read.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::sync::Arc;

use super::entities::{MentionLinking, Splitting, Tagging};
use super::links::LinkWork;
use super::relabel::LabelMoves;
use super::{Effect, GoldPreview, Now, Session, Severity};

/// An edit that waits for articles.
#[derive(Debug)]
pub(super) enum DeferredEdit {
    /// Gives one's own marks other labels.
    Relabel(LabelMoves),
    /// Fills gold sets as was looked at.
    FillGold(Box<GoldPreview>),
    /// Changes links.
    Link(LinkWork),
    /// Links the mentions of a form.
    LinkMentions(MentionLinking),
    /// Tags occurrences of a mention.
    Tag(Tagging),
    /// Makes an entity of its own of mentions.
    Split(Splitting),
}

/// An edit that waits, and the articles that it changes.
type Deferred = (DeferredEdit, BTreeSet<Arc<str>>);

/// Edits that wait, in the order in which they were asked for.
#[derive(Debug, Default)]
pub(super) struct DeferredEdits(Vec<Deferred>);

impl DeferredEdits {
    /// What gold sets are to be filled with.
    pub(super) fn filling(&self) -> Option<&GoldPreview> {
        self.0.iter().find_map(|(edit, _)| match edit {
            DeferredEdit::FillGold(gold) => Some(&**gold),
            _ => None,
        })
    }

    /// The first that can be made: its articles are read, and no edit of its kind was to change one of them before.
    fn take_possible(&mut self, is_loading: impl Fn(&Arc<str>) -> bool) -> Option<Deferred> {
        let is_possible = |at: &usize| {
            let (edit, files) = &self.0[*at];
            let comes_first = |(earlier, others): &Deferred| {
                discriminant(earlier) == discriminant(edit) && !others.is_disjoint(files)
            };
            !files.iter().any(&is_loading) && !self.0[..*at].iter().any(comes_first)
        };
        let at = (0..self.0.len()).find(is_possible)?;
        Some(self.0.remove(at))
    }
}

impl Session {
    /// Makes an edit of these articles: at once where all are open, else as soon as they are read.
    pub(super) fn defer(&mut self, edit: DeferredEdit, files: BTreeSet<Arc<str>>, now: &Now) -> Vec<Effect> {
        let mut effects = self.load_all(&files);
        self.deferred.0.push((edit, files));
        effects.extend(self.make_deferred_edits(now));
        effects
    }

    /// Makes the edits whose articles are read by now.
    pub(super) fn make_deferred_edits(&mut self, now: &Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        while let Some((edit, files)) = self.deferred.take_possible(|file| self.jobs.is_loading(file)) {
            effects.extend(match edit {
                DeferredEdit::Relabel(moves) => self.relabel_marks(&moves, &files, now),
                DeferredEdit::FillGold(gold) => self.fill_looked_at(&gold, now),
                DeferredEdit::Link(work) => self.make_link_work(work, now),
                DeferredEdit::LinkMentions(work) => self.link_mentions(work, &files, now),
                DeferredEdit::Tag(work) => self.tag_chosen(work, now),
                DeferredEdit::Split(work) => self.split_chosen(&work, now),
            });
        }
        effects
    }
}

/// Says which articles an edit left as they are, if it left any.
pub(super) fn left_out(files: &[Arc<str>], message: impl FnOnce(String) -> String) -> Option<Effect> {
    (!files.is_empty()).then(|| Effect::tell(Severity::Warning, message(files.join(", "))))
}

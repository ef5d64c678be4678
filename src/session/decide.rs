//! Verdicts on others' annotations, and taking them over.

use std::sync::Arc;

use super::review::Review;
use super::{Effect, Now, Session, Severity};
use crate::analysis::{CurrentVerdict, Member, Reviews};
use crate::edit::{Change, TransactionKind};
use crate::model::{AnnotationId, Annotator, Extra, Review as ReviewEntry, ReviewTarget, Verdict};

/// The annotator whose set is what was decided: what is accepted in that name is taken into it.
pub const GOLD: &str = "gold";

impl Session {
    /// Says a word on the annotation that is looked at, and goes on.
    ///
    /// What is accepted is accepted instead of the others of its item, and taken into the gold set where that is the
    /// reviewer's; one that is rejected or in question leaves the others to be looked at.
    pub(super) fn decide(&mut self, verdict: Verdict, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.annotators_on_screen() else { return self.show_item() };
        let Some(review) = &self.reviewing.review else { return Vec::new() };
        let (Some((column, member)), Some(item)) = (review.member(), review.item()) else {
            return self.next_open(Vec::new());
        };
        if verdict == Verdict::Accepted && item.agrees() {
            return self.accept_all(now);
        }
        let id = member.id.clone();
        let is_gold = self.is_gold();
        let mut changes = vec![self.verdict_change(column, &id, verdict, None, now)];
        if verdict == Verdict::Accepted {
            let rest = item.present().filter(|(n, _)| *n != column);
            let holds = |held: &CurrentVerdict| !held.stale && held.verdict != Verdict::Accepted;
            let open = rest.filter(|(_, other)| !other.current_verdict.as_ref().is_some_and(holds));
            let others: Vec<(usize, AnnotationId)> = open.map(|(n, other)| (n, other.id.clone())).collect();
            changes.extend(
                others.iter().map(|(n, id)| self.verdict_change(*n, id, Verdict::Rejected, None, now)),
            );
            if is_gold {
                changes.extend(others.iter().flat_map(|(n, id)| self.remove_copy(&columns[*n], id)));
                let (copies, taken) = self.copy_annotations(&[(&columns[column], &id)], now);
                if copies.is_empty() {
                    return not_there(&columns[column]);
                }
                changes.extend(taken);
            }
        } else if is_gold {
            changes.extend(self.remove_copy(&columns[column], &id));
        }
        let name = match verdict {
            Verdict::Accepted => "Accept",
            Verdict::Rejected => "Reject",
            Verdict::Question => "Question",
        };
        let effects = self.change_as(TransactionKind::Decision, name, changes, now);
        self.go_on(effects)
    }

    /// Accepts every annotation of the item.
    pub(super) fn accept_all(&mut self, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.annotators_on_screen() else { return self.show_item() };
        let Some(item) = self.reviewing.review.as_ref().and_then(Review::item) else { return Vec::new() };
        let all: Vec<(usize, AnnotationId)> =
            item.present().map(|(n, member)| (n, member.id.clone())).collect();
        let is_gold = self.is_gold();
        let word = |(column, id): &(usize, AnnotationId)| {
            self.verdict_change(*column, id, Verdict::Accepted, None, now)
        };
        let mut changes: Vec<Change> = all.iter().map(word).collect();
        if is_gold {
            let wanted: Vec<_> = all.iter().map(|(column, id)| (&columns[*column], id)).collect();
            let (copies, taken) = self.copy_annotations(&wanted, now);
            if copies.len() < wanted.len() {
                return not_there(&columns[0]);
            }
            changes.extend(taken);
        }
        let effects = self.change_as(TransactionKind::Decision, "Accept all", changes, now);
        self.go_on(effects)
    }

    /// Takes a copy of what is looked at into the reviewer's own set, to be changed there; what is there already is focused.
    pub(super) fn edit_item(&mut self, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.annotators_on_screen() else { return self.show_item() };
        let Some((column, member)) = self.reviewing.review.as_ref().and_then(Review::member) else {
            return Vec::new();
        };
        let id = member.id.clone();
        let is_own = self.annotator.as_ref() == Some(&columns[column]);
        if let Some(known) = if is_own { Some(id.clone()) } else { self.copy_made_of(&columns[column], &id) }
        {
            return self.focus(Some(known));
        }
        let (taken, mut changes) = self.copy_annotations(&[(&columns[column], &id)], now);
        let Some(taken) = taken.into_iter().next() else { return Vec::new() };
        changes.push(self.verdict_change(
            column,
            &id,
            Verdict::Rejected,
            Some("taken over and changed"),
            now,
        ));
        let mut effects = self.change("Take over to edit", changes, now);
        effects.extend(self.focus(Some(taken)));
        effects
    }

    pub(super) fn comment(&mut self, comment: &str, now: &Now) -> Vec<Effect> {
        let Some((column, member)) = self.reviewing.review.as_ref().and_then(Review::member) else {
            return Vec::new();
        };
        let (id, held) = (member.id.clone(), member.current_verdict.clone());
        let known = held.as_ref().map_or("", |held| held.comment.as_str());
        if known == comment {
            return Vec::new();
        }
        if self.annotators_on_screen().is_none() {
            let mut effects = self.show_item();
            let text =
                "The article of the comment is being opened; the comment is kept as soon as it is there";
            effects.push(Effect::tell(Severity::Info, text));
            return effects;
        }
        // A comment without a verdict asks.
        let verdict = held.filter(|held| !held.stale).map_or(Verdict::Question, |held| held.verdict);
        let review = self.verdict_entry(column, &id, verdict, Some(comment), now);
        self.type_comment(review, now)
    }

    /// Whether what is decided is the gold set.
    pub(super) fn is_gold(&self) -> bool {
        self.annotator.as_ref().is_some_and(|annotator| annotator.as_str() == GOLD)
    }

    /// The annotators of the item, if its article is on screen.
    fn annotators_on_screen(&self) -> Option<Vec<Annotator>> {
        let review = self.reviewing.review.as_ref()?;
        let file = &review.item()?.file;
        (self.navigation.current.as_ref() == Some(file)).then(|| review.annotators.clone())
    }

    /// A verdict; the comment there was stays unless another is given.
    fn verdict_change(
        &self,
        column: usize,
        id: &AnnotationId,
        verdict: Verdict,
        comment: Option<&str>,
        now: &Now,
    ) -> Change {
        Change::Review(Box::new(self.verdict_entry(column, id, verdict, comment, now)))
    }

    fn verdict_entry(
        &self,
        column: usize,
        id: &AnnotationId,
        verdict: Verdict,
        comment: Option<&str>,
        now: &Now,
    ) -> ReviewEntry {
        let annotators = self.reviewing.review.as_ref().and_then(|review| review.annotators.get(column));
        let annotator = annotators.cloned().unwrap_or_else(|| Annotator::from_any(GOLD));
        let of = ReviewTarget { annotator, annotation: id.clone() };
        let members = self.reviewing.review.as_ref().and_then(Review::item).map(|item| &item.members);
        let member = members.and_then(|members| members.get(column)?.as_ref());
        let known = self.article().and_then(|a| a.set().review(&of)).cloned();
        let mut entry = known.unwrap_or_else(|| ReviewEntry {
            of,
            saw: None,
            verdict,
            comment: String::new(),
            at: None,
            extra: Extra::default(),
        });
        entry.saw = member.map(|member| member.content);
        (entry.verdict, entry.at) = (verdict, Some(now.timestamp.clone()));
        if let Some(comment) = comment {
            comment.clone_into(&mut entry.comment);
        }
        entry
    }

    /// After a decision the next that is not decided is shown.
    fn go_on(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        if let Some(review) = &mut self.reviewing.review {
            review.trail.push((review.at, review.member));
        }
        self.next_open(effects)
    }

    fn next_open(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return effects };
        let Some(item) = review.item() else { return effects };
        let undecided = |member: &Member| member.current_verdict.as_ref().is_none_or(|held| held.stale);
        let another = item.present().find(|(_, member)| undecided(member)).map(|(n, _)| n);
        if let Some(another) = another {
            review.member = another;
        } else {
            let after = review.items[review.at..].iter().position(|item| !item.is_decided());
            let next =
                after.map(|n| review.at + n).or_else(|| review.items.iter().position(|i| !i.is_decided()));
            match next {
                Some(next) => (review.at, review.member) = (next, 0),
                None => effects.push(Effect::tell(Severity::Success, "Everything in the queue is decided")),
            }
        }
        effects.extend(self.show_item());
        effects
    }

    /// Takes up the verdicts on an article anew: they were changed, or taken back.
    pub(super) fn refresh_queue(&mut self, file: &Arc<str>) {
        let (Some(review), Some(article)) = (&mut self.reviewing.review, self.articles.get(file)) else {
            return;
        };
        let reviews = Reviews::new(Some(article.set()));
        let own = review.annotators.iter().position(|annotator| *annotator == article.set().annotator);
        let seen = review.seen.get(file).copied();
        for at in review.by_file.get(file).into_iter().flatten() {
            if let Some(item) = review.items.get_mut(*at) {
                review.decided -= usize::from(item.is_decided());
                if let Some(own) = own {
                    let of = |n| article.set_of(review.annotators.get(n)?);
                    item.update_annotation(own, article.document(), article.set(), seen, of);
                }
                item.update_verdicts(&review.annotators, &reviews);
                review.decided += usize::from(item.is_decided());
            }
        }
        if review.building.is_none() {
            review.seen.insert(file.clone(), article.set().revision());
        }
    }

    /// What undo would take back: the last decision of a review, in whatever article, or the last change of the open one.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        let file = self.last_decision().map(|(.., file)| file).or(self.navigation.current.as_ref())?;
        self.articles.next_undo(file).map(|(name, _)| name)
    }

    /// Item, member and article of the last decision, where nothing was done since.
    fn last_decision(&self) -> Option<(usize, usize, &Arc<str>)> {
        let review = self.reviewing.review.as_ref()?;
        let &(at, member) = review.trail.last()?;
        let file = &review.items.get(at)?.file;
        let (_, kind) = self.articles.next_undo(file)?;
        (kind == TransactionKind::Decision).then_some((at, member, file))
    }

    /// Goes back to the last decision, which may have been in another article.
    pub(super) fn go_back(&mut self) -> Vec<Effect> {
        let last = self.last_decision().map(|(at, member, file)| (at, member, file.clone()));
        let (Some((at, member, file)), Some(review)) = (last, &mut self.reviewing.review) else {
            return Vec::new();
        };
        review.trail.pop();
        (review.at, review.member) = (at, member);
        let mut effects = self.open_article(file);
        effects.extend(self.show_item());
        effects
    }
}

/// What is to be taken has not been read as yet.
fn not_there(whose: &Annotator) -> Vec<Effect> {
    let text = format!("Nothing was decided: {whose}’s annotations are still being read; try again");
    vec![Effect::tell(Severity::Warning, text)]
}

//! Verdicts on others' annotations, and taking them over.

use std::sync::Arc;

use super::review::Review;
use super::{Effect, Now, Session, Severity};
use crate::analysis::agreement::has_rated;
use crate::analysis::{Group, Member, Reviews, compare};
use crate::edit::Change;
use crate::model::{
    Annotation, AnnotationId, Annotator, Extra, Origin, OriginKind, Review as Word, ReviewTarget, Verdict,
};

/// The annotator whose set is what was decided: what is accepted in that name is taken into it.
pub const GOLD: &str = "gold";

impl Session {
    /// Says a word on the annotation that is looked at, and goes on.
    ///
    /// What is accepted is accepted instead of the others of its item, and taken into the gold set where that is the
    /// reviewer's; one that is rejected or in question leaves the others to be looked at.
    pub(super) fn decide(&mut self, verdict: Verdict, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.looking_at() else { return Vec::new() };
        let Some(review) = &self.review else { return Vec::new() };
        let (Some((column, member)), Some(item)) = (review.member(), review.item()) else {
            return Vec::new();
        };
        let id = member.id.clone();
        let mut changes = vec![self.word(column, &id, verdict, None, now)];
        if verdict == Verdict::Accepted {
            let rest = item.present().filter(|(n, _)| *n != column);
            let undecided = rest.filter(|(_, other)| other.held.as_ref().is_none_or(|held| held.stale));
            let others: Vec<(usize, AnnotationId)> =
                undecided.map(|(n, other)| (n, other.id.clone())).collect();
            changes.extend(others.iter().map(|(n, id)| self.word(*n, id, Verdict::Rejected, None, now)));
            if self.annotator.as_ref().is_some_and(|a| a.as_str() == GOLD) {
                changes.extend(self.take(&columns[column], &id, now).map(|(_, change)| change));
            }
        }
        let name = match verdict {
            Verdict::Accepted => "Accept",
            Verdict::Rejected => "Reject",
            Verdict::Question => "Question",
        };
        let effects = self.change(name, changes, now);
        self.go_on(effects)
    }

    /// Accepts every annotation of the item.
    pub(super) fn accept_all(&mut self, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.looking_at() else { return Vec::new() };
        let Some(item) = self.review.as_ref().and_then(Review::item) else { return Vec::new() };
        let all: Vec<(usize, AnnotationId)> =
            item.present().map(|(n, member)| (n, member.id.clone())).collect();
        let is_gold = self.annotator.as_ref().is_some_and(|a| a.as_str() == GOLD);
        let mut changes = Vec::new();
        for (column, id) in &all {
            changes.push(self.word(*column, id, Verdict::Accepted, None, now));
            if is_gold {
                changes.extend(self.take(&columns[*column], id, now).map(|(_, change)| change));
            }
        }
        let effects = self.change("Accept all", changes, now);
        self.go_on(effects)
    }

    /// Takes a copy of what is looked at into the reviewer's own set, to be changed there.
    pub(super) fn edit_item(&mut self, now: &Now) -> Vec<Effect> {
        let Some(columns) = self.looking_at() else { return Vec::new() };
        let Some((column, member)) = self.review.as_ref().and_then(Review::member) else { return Vec::new() };
        let id = member.id.clone();
        let Some((taken, change)) = self.take(&columns[column], &id, now) else { return Vec::new() };
        let word = self.word(column, &id, Verdict::Rejected, Some("taken over and changed"), now);
        let mut effects = self.change("Take over to edit", vec![change, word], now);
        effects.extend(self.focus(Some(taken)));
        effects
    }

    pub(super) fn comment(&mut self, comment: &str, now: &Now) -> Vec<Effect> {
        if self.looking_at().is_none() {
            return Vec::new();
        }
        let Some((column, member)) = self.review.as_ref().and_then(Review::member) else { return Vec::new() };
        let (id, held) = (member.id.clone(), member.held.clone());
        let known = held.as_ref().map_or("", |held| held.comment.as_str());
        if known == comment {
            return Vec::new();
        }
        // A comment without a verdict asks.
        let verdict = held.filter(|held| !held.stale).map_or(Verdict::Question, |held| held.verdict);
        let word = self.word(column, &id, verdict, Some(comment), now);
        self.change("Comment", vec![word], now)
    }

    /// The annotators of the item, if its article is on screen.
    fn looking_at(&self) -> Option<Vec<Annotator>> {
        let review = self.review.as_ref()?;
        let file = &review.item()?.file;
        (self.current.as_ref() == Some(file)).then(|| review.whom.clone())
    }

    /// A verdict; the comment there was stays unless another is given.
    fn word(
        &self,
        column: usize,
        id: &AnnotationId,
        verdict: Verdict,
        comment: Option<&str>,
        now: &Now,
    ) -> Change {
        let whom = self.review.as_ref().and_then(|review| review.whom.get(column));
        let annotator = whom.cloned().unwrap_or_else(|| Annotator::from_any(GOLD));
        let of = ReviewTarget { annotator, annotation: id.clone() };
        let known =
            self.article().and_then(|a| a.set().reviews.iter().find(|review| review.of == of)).cloned();
        let mut word = known.unwrap_or_else(|| Word {
            of,
            verdict,
            comment: String::new(),
            at: now.timestamp.clone(),
            extra: Extra::default(),
        });
        (word.verdict, word.at) = (verdict, now.timestamp.clone());
        if let Some(comment) = comment {
            comment.clone_into(&mut word.comment);
        }
        Change::Review(Box::new(word))
    }

    /// A copy of somebody's annotation for the annotator's own set; where it was taken before, that one anew.
    fn take(&mut self, whose: &Annotator, id: &AnnotationId, now: &Now) -> Option<(AnnotationId, Change)> {
        let article = self.article()?;
        let theirs = article.others().find(|set| set.annotator == *whose)?.get(id)?.clone();
        let from: Arc<str> = format!("{whose}/{id}").into();
        let taken = article.set().annotations().iter().find(|a| a.origin.from.as_ref() == Some(&from));
        let known = taken.map(|a| a.id.clone());
        let own = known.unwrap_or_else(|| self.new_id(now));
        let copy = Annotation {
            id: own.clone(),
            origin: Origin { by: OriginKind::Adjudicated, from: Some(from), score: theirs.origin.score },
            created: now.timestamp.clone(),
            modified: now.timestamp.clone(),
            ..theirs
        };
        Some((own, Change::Put(Box::new(copy))))
    }

    /// After a decision the next that is not decided is shown.
    fn go_on(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        let Some(review) = &mut self.review else { return effects };
        let Some(item) = review.item() else { return effects };
        let undecided = |member: &Member| member.held.as_ref().is_none_or(|held| held.stale);
        let another = item.present().find(|(_, member)| undecided(member)).map(|(n, _)| n);
        if let Some(another) = another {
            review.member = another;
        } else {
            let after = review.items[review.at..].iter().position(|item| !item.is_decided());
            let next =
                after.map(|n| review.at + n).or_else(|| review.items.iter().position(|i| !i.is_decided()));
            match next {
                Some(next) => (review.at, review.member) = (next, 0),
                None => effects.push(Effect::tell(Severity::Done, "Everything in the queue is decided")),
            }
        }
        effects.extend(self.show_item());
        effects
    }

    /// Takes up the verdicts on an article anew: they were changed, or taken back.
    pub(super) fn refresh_queue(&mut self, file: &Arc<str>) {
        let (Some(review), Some(article)) = (&mut self.review, self.articles.get(file)) else { return };
        let reviews = Reviews::new(Some(article.set()));
        for at in review.by_file.get(file).into_iter().flatten() {
            if let Some(item) = review.items.get_mut(*at) {
                item.hold(&review.whom, &reviews);
            }
        }
    }

    /// Takes what all who are looked at agree about into the annotator's own set, in the open article.
    pub(super) fn take_agreed(&mut self, now: &Now) -> Vec<Effect> {
        let taken: Vec<Arc<Annotation>> = self.agreed();
        if taken.is_empty() {
            return vec![Effect::tell(Severity::Info, "There is nothing more here that all agree about")];
        }
        let mut changes = Vec::with_capacity(taken.len());
        let first = self.looked_at.first().cloned();
        for (whose, annotation) in first.iter().flat_map(|whose| taken.iter().map(move |a| (whose, a))) {
            changes.extend(self.take(whose, &annotation.id, now).map(|(_, change)| change));
        }
        let name = format!("Take {} that agree", changes.len());
        self.change(name, changes, now)
    }

    /// What all who are looked at agree about in the open article, and the annotator does not have yet: the first one's.
    #[must_use]
    pub fn agreed(&self) -> Vec<Arc<Annotation>> {
        let Some(article) = self.article() else { return Vec::new() };
        let sets: Vec<_> = article.others().filter(|set| has_rated(set)).collect();
        if sets.len() < 2 || sets.len() < self.looked_at.len() {
            return Vec::new();
        }
        let agreed = compare(&sets).groups.into_iter().filter(Group::is_agreed);
        let has = |a: &Arc<Annotation>| {
            article.set().annotations().iter().any(|own| own.label == a.label && own.spans == a.spans)
        };
        agreed.filter_map(|group| group.members.into_iter().next()?).filter(|a| !has(a)).collect()
    }
}

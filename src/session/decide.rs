//! Verdicts on others' annotations, and taking them over.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::queue::Review;
use super::{Effect, Now, QueueFilter, Session, Severity};
use crate::analysis::{Decision, Judgement, Member, Reviews, decide};
use crate::edit::{Change, TransactionKind};
use crate::model::{
    AnnotationId, Annotator, Extra, Remark, RemarkSubject, Review as ReviewEntry, ReviewTarget, Verdict,
};
use crate::text::Span;
use crate::words::{say, text};

impl Session {
    /// Says a word on the version that is looked at, and goes on.
    ///
    /// What is accepted is accepted instead of the others of its item, and taken into the gold set where that is the
    /// reviewer's; one that is rejected or in question leaves the others to be looked at. Whoever says the same is judged
    /// alike.
    pub(super) fn decide(&mut self, verdict: Verdict, now: &Now) -> Vec<Effect> {
        let Some(review) = &self.reviewing.review else { return Vec::new() };
        let (Some((column, _)), Some(item)) = (review.member(), review.item()) else {
            return self.next_open(Vec::new());
        };
        let (name, decision) = match verdict {
            Verdict::Accepted if item.agrees() => ("session-step-accept-all", Decision::AcceptAll),
            Verdict::Accepted => ("session-step-accept", Decision::Accept(column)),
            Verdict::Rejected => ("session-step-reject", Decision::Reject(column)),
            Verdict::Question => ("session-step-question", Decision::Question(column)),
        };
        self.carry_out(text(name), decision, now)
    }

    /// Accepts every version of the item.
    pub(super) fn accept_all(&mut self, now: &Now) -> Vec<Effect> {
        self.carry_out(text("session-step-accept-all"), Decision::AcceptAll, now)
    }

    /// Says that nothing belongs here.
    pub(super) fn reject_all(&mut self, now: &Now) -> Vec<Effect> {
        self.carry_out(text("session-step-nothing-here"), Decision::Nothing, now)
    }

    fn carry_out(&mut self, name: &str, decision: Decision, now: &Now) -> Vec<Effect> {
        let mut effects = self.turn_to_item();
        let Some(columns) = self.annotators_on_screen() else { return self.show_item() };
        let Some(item) = self.reviewing.review.as_ref().and_then(Review::item) else { return Vec::new() };
        // Of each version one annotation is taken: the one that is looked at, or the first who has it.
        let taken: Vec<(usize, AnnotationId)> = match decision {
            Decision::Accept(column) => vec![column],
            Decision::AcceptAll => {
                item.versions.iter().filter_map(|holders| holders.first().copied()).collect()
            }
            Decision::Reject(_) | Decision::Question(_) | Decision::Nothing => Vec::new(),
        }
        .into_iter()
        .filter_map(|n| Some((n, item.members.get(n)?.as_ref()?.id.clone())))
        .collect();
        let judgements = self.judgements(decision);
        let mut changes: Vec<Change> =
            judgements.iter().map(|judgement| self.verdict_change(judgement, None, now)).collect();
        changes.extend(self.nothing_here(decision, now));
        if self.is_gold() {
            let gone = judgements.iter().filter(|judgement| judgement.verdict != Verdict::Accepted);
            changes.extend(gone.flat_map(|judgement| self.remove_copy(&judgement.of)));
            let wanted: Vec<(&Annotator, &AnnotationId)> =
                taken.iter().map(|(column, id)| (&columns[*column], id)).collect();
            let (copies, more) = self.copy_annotations(&wanted, now);
            if copies.len() < wanted.len() {
                effects.extend(not_there(wanted[0].0));
                return effects;
            }
            changes.extend(more);
        }
        effects.extend(self.change_as(TransactionKind::Decision, name, changes, now));
        self.go_on(effects)
    }

    /// That nothing belongs here lasts, whatever is marked here later, until something here is accepted.
    fn nothing_here(&self, decision: Decision, now: &Now) -> Vec<Change> {
        let item = self.reviewing.review.as_ref().and_then(Review::item);
        let (Some(item), Some(article)) = (item, self.article()) else { return Vec::new() };
        let (starts, ends): (Vec<_>, Vec<_>) =
            item.present().map(|(_, member)| (member.extent.start(), member.extent.end())).unzip();
        let place = starts.into_iter().min().zip(ends.into_iter().max());
        let place = place.and_then(|(start, end)| Span::new(&article.document().text, start, end).ok());
        let Some(place) = place else { return Vec::new() };
        let reviews = Reviews::new(Some(article.set()));
        match decision {
            Decision::Nothing => {
                let mut remark = Remark::new(RemarkSubject::Nothing(place.into()), "", &now.timestamp);
                remark.saw = item.present().map(|(_, member)| member.content).collect();
                remark.saw.sort_unstable();
                remark.saw.dedup();
                remark.at = None;
                vec![Change::Remark(Box::new(remark))]
            }
            Decision::Accept(_) | Decision::AcceptAll => {
                let gone = item.present().flat_map(|(_, member)| reviews.nothing_at(member.extent));
                let gone: BTreeSet<&RemarkSubject> = gone.map(|remark| &remark.about).collect();
                gone.into_iter().cloned().map(Change::Unremark).collect()
            }
            Decision::Reject(_) | Decision::Question(_) => Vec::new(),
        }
    }

    /// What a decision on the item that is looked at says of each annotation of its article.
    fn judgements(&self, decision: Decision) -> Vec<Judgement> {
        let (Some(review), Some(article)) = (&self.reviewing.review, self.article()) else {
            return Vec::new();
        };
        let Some(item) = review.item() else { return Vec::new() };
        let (items, at) = review.items_of(&item.file);
        let reviews = Reviews::new(Some(article.set()));
        at.map_or_else(Vec::new, |at| decide(&items, at, decision, (&review.annotators, &reviews)))
    }

    /// Takes a copy of what is looked at into the reviewer's own set, to be changed there; what is there already is focused.
    pub(super) fn edit_item(&mut self, now: &Now) -> Vec<Effect> {
        let mut effects = self.turn_to_item();
        let Some(columns) = self.annotators_on_screen() else { return self.show_item() };
        let Some((column, member)) = self.reviewing.review.as_ref().and_then(Review::member) else {
            return Vec::new();
        };
        let id = member.id.clone();
        let is_own = self.annotator.as_ref() == Some(&columns[column]);
        if let Some(known) = if is_own { Some(id.clone()) } else { self.copy_made_of(&columns[column], &id) }
        {
            effects.extend(self.focus(Some(known)));
            return effects;
        }
        let (taken, mut changes) = self.copy_annotations(&[(&columns[column], &id)], now);
        let Some(taken) = taken.into_iter().next() else { return effects };
        let of = ReviewTarget { annotator: columns[column].clone(), annotation: id };
        for judgement in self.judgements(Decision::Reject(column)) {
            let comment = (judgement.of == of).then(|| text("session-comment-taken-over"));
            changes.push(self.verdict_change(&judgement, comment, now));
        }
        effects.extend(self.change(text("session-step-take-over-to-edit"), changes, now));
        effects.extend(self.focus(Some(taken)));
        effects
    }

    pub(super) fn comment(&mut self, comment: &str, now: &Now) -> Vec<Effect> {
        let Some((column, member)) = self.reviewing.review.as_ref().and_then(Review::member) else {
            return Vec::new();
        };
        let (id, content, held) = (member.id.clone(), member.content, member.current_verdict.clone());
        let known = held.as_ref().map_or("", |held| held.comment.as_str());
        if known == comment {
            return Vec::new();
        }
        let mut effects = self.turn_to_item();
        if self.annotators_on_screen().is_none() {
            effects.extend(self.show_item());
            effects.push(Effect::tell(Severity::Info, text("session-comment-waits")));
            return effects;
        }
        // A comment without a verdict asks.
        let verdict = held.filter(|held| !held.stale).map_or(Verdict::Question, |held| held.verdict);
        let Some(annotator) = self.reviewing.review.as_ref().and_then(|r| r.annotators.get(column)) else {
            return effects;
        };
        let of = ReviewTarget { annotator: annotator.clone(), annotation: id };
        let review = self.verdict_entry(&Judgement { of, saw: content, verdict }, Some(comment), now);
        effects.extend(self.type_comment(review, now));
        effects
    }

    /// Whether what is decided is the gold set.
    #[must_use]
    pub fn is_gold(&self) -> bool {
        self.annotator.as_ref().is_some_and(Annotator::is_gold)
    }

    /// The annotators of the item, if its article is on screen.
    fn annotators_on_screen(&self) -> Option<Vec<Annotator>> {
        let review = self.reviewing.review.as_ref()?;
        let file = &review.item()?.file;
        (self.navigation.current.as_ref() == Some(file)).then(|| review.annotators.clone())
    }

    /// A verdict; the comment there was stays unless another is given.
    pub(super) fn verdict_change(&self, judgement: &Judgement, comment: Option<&str>, now: &Now) -> Change {
        Change::Review(Box::new(self.verdict_entry(judgement, comment, now)))
    }

    fn verdict_entry(&self, judgement: &Judgement, comment: Option<&str>, now: &Now) -> ReviewEntry {
        let Judgement { of, saw, verdict } = judgement;
        let known = self.article().and_then(|a| a.set().review(of)).cloned();
        let mut entry = known.unwrap_or_else(|| ReviewEntry {
            of: of.clone(),
            saw: None,
            verdict: *verdict,
            comment: String::new(),
            heard: 0,
            at: None,
            extra: Extra::default(),
        });
        entry.saw = Some(*saw);
        entry.heard =
            entry.heard.max(self.reviewing.review.as_ref().map_or(0, |review| review.rounds_of(of)));
        (entry.verdict, entry.at) = (*verdict, Some(now.timestamp.clone()));
        if let Some(comment) = comment {
            comment.clone_into(&mut entry.comment);
        }
        entry
    }

    /// After a decision the next that is not decided is shown.
    fn go_on(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        if let Some(review) = &mut self.reviewing.review {
            let number = review.number_at(review.at);
            review.trail.extend(number.map(|number| (number, review.member)));
        }
        self.next_open(effects)
    }

    fn next_open(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        let Some(review) = &mut self.reviewing.review else { return effects };
        let Some(item) = review.item() else { return effects };
        let came_back = review.filter == QueueFilter::CameBack;
        let undecided = |member: &Member| {
            member.current_verdict.as_ref().is_none_or(|held| held.stale || came_back && held.is_new)
        };
        let another = item.present().find(|(_, member)| undecided(member)).map(|(n, _)| n);
        if let Some(another) = another {
            review.member = another;
        } else {
            match review.next_waiting() {
                Some(next) => (review.at, review.member, review.is_early) = (next, 0, false),
                None => effects.push(Effect::tell(Severity::Success, text("session-queue-done"))),
            }
        }
        effects.extend(self.show_item());
        effects
    }

    /// What undo would take back: the last decision of a review, in whatever article, or the last change of the open one.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        let file = self.last_decision().map(|(.., file)| file).or(self.navigation.current.as_ref())?;
        self.articles.next_undo(file).map(|(name, _)| name)
    }

    /// The item, by number, the member and the article of the last decision, where nothing was done since.
    fn last_decision(&self) -> Option<(usize, usize, &Arc<str>)> {
        let review = self.reviewing.review.as_ref()?;
        let &(number, member) = review.trail.last()?;
        let file = review.file_of(number)?;
        let (_, kind) = self.articles.next_undo(file)?;
        (*kind == TransactionKind::Decision).then_some((number, member, file))
    }

    /// Goes back to the last decision, where nothing was done since; gives its article, which may be another one.
    pub(super) fn go_back(&mut self) -> Option<(Arc<str>, Vec<Effect>)> {
        let (number, member, file) = self.last_decision()?;
        let file = file.clone();
        let review = self.reviewing.review.as_mut()?;
        review.trail.pop();
        let place = review.place_of(number);
        if let Some(at) = place {
            (review.at, review.member) = (at, member);
        }
        self.keep_compared(&file);
        let mut effects = self.open_article(file.clone());
        // One that the queue does not show any more is undone all the same, whatever article the item that is looked at is of.
        if place.is_some() {
            effects.extend(self.show_item());
        }
        Some((file, effects))
    }
}

/// What is to be taken has not been read as yet.
fn not_there(whose: &Annotator) -> Vec<Effect> {
    vec![Effect::tell(Severity::Warning, say!("session-nothing-decided", annotator = whose.as_str()))]
}

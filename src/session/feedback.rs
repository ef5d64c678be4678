//! What reviewers decided otherwise than the annotator: taken over, or answered; and articles that are returned.

use std::sync::Arc;

use super::jobs::Subject;
use super::navigation::Destination;
use super::{Effect, Now, Session, Severity, Step};
use crate::analysis::{Feedback, Return};
use crate::edit::Change;
use crate::jobs::feedback::ArticleFeedback;
use crate::jobs::{JobKind, Request};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, Extra, Origin, OriginKind, Relation, Remark,
    RemarkSubject,
};
use crate::words::{say, text};

/// What reviewers decided otherwise than the annotator, and which of it is looked at.
#[derive(Clone, Debug, Default)]
pub struct FeedbackList {
    all: Arc<[ArticleFeedback]>,
    at: usize,
    is_reading: bool,
}

impl FeedbackList {
    /// All of it: what waits first, then what was answered.
    #[must_use]
    pub fn all(&self) -> &[ArticleFeedback] {
        &self.all
    }

    /// Which of it is looked at.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// What is looked at.
    #[must_use]
    pub fn current(&self) -> Option<&ArticleFeedback> {
        self.all.get(self.at)
    }

    /// Whether it is being looked for.
    #[must_use]
    pub const fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// How many wait to be taken over or answered.
    #[must_use]
    pub fn open(&self) -> usize {
        self.all.iter().filter(|one| one.feedback.is_open()).count()
    }
}

impl Session {
    /// What reviewers decided otherwise, where it is looked at.
    #[must_use]
    pub const fn feedback(&self) -> Option<&FeedbackList> {
        self.feedback.as_ref()
    }

    /// Who returned an article to the annotator, who has not handed it back since.
    #[must_use]
    pub fn returned_by(&self, file: &str) -> Vec<(Annotator, Return)> {
        let article = self.corpus.model.as_ref().and_then(|model| model.article(file));
        let (Some(article), Some(annotator)) = (article, &self.annotator) else { return Vec::new() };
        let others = article.annotators().filter(|other| *other != annotator);
        let returned = others.filter_map(|other| {
            let counts = article.set(other)?.counts();
            let own = counts.returned.iter().find(|returned| returned.to == *annotator)?;
            Some((other.clone(), own.clone()))
        });
        let mut returned: Vec<(Annotator, Return)> = returned.collect();
        let open = self.articles.get(file).filter(|article| article.set().annotator == *annotator);
        if let Some(open) = open {
            let round = |by: &Annotator| open.set().answer(by, None).map_or(0, |back| back.round);
            returned.retain(|(by, returned)| round(by) < returned.round);
        } else if !returned.is_empty()
            && let Some(own) = article.set(annotator)
        {
            let own = own.counts();
            let round =
                |by: &Annotator| own.handed_back.iter().find(|back| back.to == *by).map_or(0, |b| b.round);
            returned.retain(|(by, returned)| round(by) < returned.round);
        }
        returned
    }

    pub(super) fn ask_feedback(&mut self) -> Vec<Effect> {
        let (Some(model), Some(annotator)) = (self.corpus.model.clone(), self.annotator.clone()) else {
            return vec![Effect::tell(Severity::Warning, text("session-no-annotator"))];
        };
        // A review has the same place.
        let mut effects = self.end_review();
        effects.extend(self.save_all());
        self.feedback.get_or_insert_default().is_reading = true;
        effects.push(self.jobs.begin(Request::Feedback { model, annotator }, Subject::Nothing));
        effects
    }

    pub(super) fn leave_feedback(&mut self) -> Vec<Effect> {
        self.feedback = None;
        self.jobs.cancel(JobKind::Feedback);
        Vec::new()
    }

    /// What reviewers decided otherwise was found; what is looked at stays, or what stands in its place.
    pub(super) fn on_feedback(&mut self, all: &[ArticleFeedback]) -> Vec<Effect> {
        let mut sorted = all.to_vec();
        sorted.sort_by_key(|one| !one.feedback.is_open());
        let Some(list) = &mut self.feedback else { return Vec::new() };
        let is_same = |one: &ArticleFeedback, other: &ArticleFeedback| {
            let key = |one: &ArticleFeedback| {
                let Feedback { reviewer, .. } = &one.feedback;
                (one.file.clone(), reviewer.clone(), one.feedback.subject().cloned())
            };
            key(one) == key(other)
        };
        let before = list.current().filter(|before| before.feedback.is_open());
        let place = before.and_then(|before| sorted.iter().position(|one| is_same(before, one)));
        // What was answered has moved down; what is open stands in its place.
        let place = place.filter(|at| sorted[*at].feedback.is_open());
        list.at = place.unwrap_or_else(|| list.at.min(sorted.len().saturating_sub(1)));
        (list.all, list.is_reading) = (sorted.into(), false);
        self.show_feedback()
    }

    pub(super) const fn on_no_feedback(&mut self) {
        if let Some(list) = &mut self.feedback {
            list.is_reading = false;
        }
    }

    pub(super) fn go_to_feedback(&mut self, at: usize) -> Vec<Effect> {
        let Some(list) = self.feedback.as_mut().filter(|list| at < list.all.len()) else { return Vec::new() };
        list.at = at;
        self.show_feedback()
    }

    pub(super) fn step_feedback(&mut self, step: Step) -> Vec<Effect> {
        let Some(list) = &self.feedback else { return Vec::new() };
        let last = list.all.len().saturating_sub(1);
        let at = match step {
            Step::Next => (list.at + 1).min(last),
            Step::Previous => list.at.saturating_sub(1),
        };
        self.go_to_feedback(at)
    }

    /// Brings what is looked at on screen.
    fn show_feedback(&mut self) -> Vec<Effect> {
        let shown = self.feedback.as_ref().and_then(FeedbackList::current).and_then(|one| {
            let annotation = one.feedback.mine.as_ref().or(one.feedback.theirs.as_ref())?;
            Some((one.file.clone(), annotation.id.clone(), annotation.spans.extent()))
        });
        let Some((file, id, extent)) = shown else { return Vec::new() };
        self.go_to(Destination { file, annotation: id, span: Some(extent) })
    }

    /// What is looked at, where its article is on screen; else it is brought there.
    fn feedback_on_screen(&mut self) -> Result<ArticleFeedback, Vec<Effect>> {
        let Some(one) = self.feedback.as_ref().and_then(FeedbackList::current).cloned() else {
            return Err(Vec::new());
        };
        if self.navigation.current.as_ref() == Some(&one.file) {
            return Ok(one);
        }
        let mut effects = self.show_feedback();
        effects.push(Effect::tell(Severity::Info, text("session-feedback-waits")));
        Err(effects)
    }

    /// Takes over what the reviewer decided in place of the annotator's own, in one step of undo.
    pub(super) fn take_correction(&mut self, now: &Now) -> Vec<Effect> {
        let one = match self.feedback_on_screen() {
            Ok(one) => one.feedback,
            Err(effects) => return effects,
        };
        if one.is_question {
            return vec![Effect::tell(Severity::Info, text("session-feedback-question"))];
        }
        let Some(set) = self.article().map(|article| article.set().clone()) else { return Vec::new() };
        let is_as_read = one.mine.as_ref().is_none_or(|mine| set.get(&mine.id) == Some(mine));
        if !is_as_read {
            let mut effects = self.ask_feedback();
            effects.push(Effect::tell(Severity::Info, text("session-feedback-changed")));
            return effects;
        }
        let changes = match (&one.mine, &one.theirs) {
            (Some(mine), None) => without(&set, mine),
            (mine, Some(theirs)) => {
                let taken = self.taken(&one, mine.as_deref(), theirs, now);
                let mut changes = self.relinked(&set, &one, &taken.id, now);
                changes.insert(0, Change::Put(Box::new(taken)));
                changes
            }
            (None, None) => return Vec::new(),
        };
        let mut effects = self.change(text("session-step-feedback-take"), changes, now);
        effects.extend(self.ask_feedback());
        effects
    }

    /// The annotator's own with what the reviewer decided, or a new one.
    fn taken(
        &mut self,
        one: &Feedback,
        mine: Option<&Annotation>,
        theirs: &Annotation,
        now: &Now,
    ) -> Annotation {
        let from = one.whose.as_ref().map(|whose| Arc::from(format!("{whose}/{}", theirs.id)));
        let mut taken = match mine {
            Some(mine) => Annotation {
                kind: theirs.kind,
                label: theirs.label.clone(),
                spans: theirs.spans.clone(),
                entity: theirs.entity.clone(),
                attributes: theirs.attributes.clone(),
                ..mine.clone()
            },
            None => Annotation {
                id: self.new_id(now),
                note: String::new(),
                origin: Origin {
                    by: OriginKind::Adjudicated,
                    from,
                    score: None,
                    rule: Some("feedback".into()),
                },
                created: Some(now.timestamp.clone()),
                extra: Extra::default(),
                ..theirs.clone()
            },
        };
        taken.touch(&now.timestamp);
        taken
    }

    /// The steps that make the links starting at the annotator's own those of what the reviewer decided.
    fn relinked(
        &mut self,
        set: &AnnotationSet,
        one: &Feedback,
        own: &AnnotationId,
        now: &Now,
    ) -> Vec<Change> {
        let starting: Vec<&Relation> = set.relations_of(own).filter(|link| link.from == *own).collect();
        let is_wanted =
            |link: &&&Relation| one.links.iter().any(|(label, to)| (label, to) == (&link.label, &link.to));
        let mut changes: Vec<Change> = starting
            .iter()
            .filter(|link| !is_wanted(link))
            .map(|link| Change::Unrelate(link.id.clone()))
            .collect();
        for (label, to) in &one.links {
            if starting.iter().any(|link| (label, to) == (&link.label, &link.to)) {
                continue;
            }
            changes.push(Change::Relate(Box::new(Relation {
                id: self.new_id(now),
                label: label.clone(),
                from: own.clone(),
                to: to.clone(),
                note: String::new(),
                extra: Extra::default(),
            })));
        }
        changes
    }

    /// Keeps the annotator's own, and answers the reviewer in the annotator's file.
    pub(super) fn answer_feedback(&mut self, answer: &str, now: &Now) -> Vec<Effect> {
        if answer.trim().is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-feedback-say-why"))];
        }
        let one = match self.feedback_on_screen() {
            Ok(one) => one.feedback,
            Err(effects) => return effects,
        };
        let annotation = one.subject().cloned();
        let about = RemarkSubject::Answer { reviewer: one.reviewer.clone(), annotation };
        let answer = self.said_again(about, answer.trim(), one.is_heard, now);
        let mut effects =
            self.change(text("session-step-feedback-answer"), vec![Change::Remark(Box::new(answer))], now);
        effects.extend(self.ask_feedback());
        effects
    }

    /// A remark, of the next round where the last one was `heard`.
    fn said_again(&self, about: RemarkSubject, text: &str, heard: bool, now: &Now) -> Remark {
        let known = self.article().and_then(|article| article.set().remark(&about)).cloned();
        let mut remark = Remark::new(about, text, &now.timestamp);
        if let Some(known) = known {
            remark.round = known.round.saturating_add(u32::from(heard));
            remark.extra = known.extra;
        }
        remark
    }

    /// Returns the article on screen to annotators; it stands first in their lists until they hand it back.
    pub(super) fn return_article(
        &mut self,
        annotators: &[Annotator],
        comment: &str,
        now: &Now,
    ) -> Vec<Effect> {
        let Some(file) = self.navigation.current.clone() else { return Vec::new() };
        let returned = |annotator: &Annotator| {
            let about = RemarkSubject::Return(annotator.clone());
            // Nothing is returned twice before it came back.
            let came_back = self.has_handed_back(&file, annotator);
            Change::Remark(Box::new(self.said_again(about, comment.trim(), came_back, now)))
        };
        let changes: Vec<Change> = annotators.iter().map(returned).collect();
        if changes.is_empty() {
            return Vec::new();
        }
        let names = self.all_called(annotators).join(", ");
        let told = say!("session-returned", annotators = names);
        self.change_and_tell(text("session-step-return"), changes, told, now)
    }

    /// Whether an annotator has handed back what the annotator of this session returned to them.
    fn has_handed_back(&self, file: &str, annotator: &Annotator) -> bool {
        let article = self.corpus.model.as_ref().and_then(|model| model.article(file));
        let sets = article.zip(self.annotator.as_ref()).and_then(|(article, own)| {
            Some((article.set(annotator)?.counts().into_owned(), article.set(own)?.counts().into_owned()))
        });
        sets.is_some_and(|(theirs, own)| theirs.pending_return_from(&own).is_none())
    }

    /// Says to who returned the article on screen that it is done with.
    pub(super) fn hand_back(&mut self, now: &Now) -> Vec<Effect> {
        let Some(file) = self.navigation.current.clone() else { return Vec::new() };
        let returned = self.returned_by(&file);
        let handed_back = |(reviewer, returned): &(Annotator, Return)| {
            let about = RemarkSubject::Answer { reviewer: reviewer.clone(), annotation: None };
            let known = self.article().and_then(|article| article.set().remark(&about)).cloned();
            let mut remark = Remark::new(about, "", &now.timestamp);
            remark.round = returned.round;
            remark.extra = known.map(|known| known.extra).unwrap_or_default();
            Change::Remark(Box::new(remark))
        };
        let changes: Vec<Change> = returned.iter().map(handed_back).collect();
        if changes.is_empty() {
            return Vec::new();
        }
        let names = self.all_called(returned.iter().map(|(reviewer, _)| reviewer)).join(", ");
        let told = say!("session-handed-back", annotators = names);
        self.change_and_tell(text("session-step-hand-back"), changes, told, now)
    }
}

/// The steps that take an annotation out with its links.
fn without(set: &AnnotationSet, annotation: &Annotation) -> Vec<Change> {
    let links = set.relations_of(&annotation.id).map(|link| Change::Unrelate(link.id.clone()));
    links.chain([Change::Remove(annotation.id.clone())]).collect()
}

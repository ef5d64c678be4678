//! Tells what has changed in the session since the last frame, to those who do not see it.
//!
//! It compares states, so that all ways to do something are told alike. What a notice says is not told here.

use std::sync::Arc;

use super::{AccessTree, Level, announce};
use crate::analysis::ReviewItem;
use crate::model::{Annotation, AnnotationId, EntryKey, State, Verdict};
use crate::session::{Command, OpenArticle, Outcome, Review, SearchCommand, Session};
use crate::text::shortened;
use crate::ui::{Drawing, Pending};
use crate::words::{say, text};

/// No quotation is longer, in characters.
const QUOTE: usize = 80;

/// What was there in the last frame.
#[derive(Debug, Default)]
struct Seen {
    article: Option<SeenArticle>,
    tag_mode: Option<Arc<str>>,
    /// Where a link starts that is being made.
    link: Option<EntryKey>,
    is_reviewing: bool,
    review: Option<SeenItem>,
    is_transferred: bool,
}

/// The open article.
#[derive(Debug)]
struct SeenArticle {
    file: Arc<str>,
    position: u64,
    count: usize,
    state: State,
    focused: Option<Annotation>,
    query: String,
    hits: (usize, Option<usize>),
}

/// The item of a review that is looked at.
#[derive(Debug, PartialEq)]
struct SeenItem {
    at: usize,
    members: Vec<Option<AnnotationId>>,
    verdicts: Vec<Option<Verdict>>,
}

/// Watches a session for those who listen.
#[derive(Debug, Default)]
pub(in crate::ui) struct Narration {
    seen: Option<Seen>,
    /// Saving was asked for, and is to be confirmed.
    waits_for_save: bool,
    /// The next hit was asked for: of one alone there is no other.
    steps_search: bool,
}

impl Narration {
    /// Tells what has changed since it was asked last; `is_told` where a notice says already what was done.
    pub(in crate::ui) fn tell(&mut self, drawing: &Drawing<'_>, is_told: bool) {
        let Drawing { ctx, session, .. } = *drawing;
        if !AccessTree::is_heard(ctx) {
            *self = Self::default();
            return;
        }
        let now = Seen::of(session);
        let before = self.seen.replace(now);
        let (Some(before), Some(now)) = (before, &self.seen) else { return };
        let told =
            |words: Option<String>| words.into_iter().for_each(|words| announce(ctx, Level::Polite, words));
        told(tag_mode(session, &before, now));
        told(link(session, &before, now).filter(|_| !is_told));
        if before.is_reviewing && session.review().is_none() {
            told(Some(text("access-review-left").to_owned()));
        } else if session.review().is_some() {
            told(item(session, before.review.as_ref(), now.review.as_ref()));
        } else {
            told(change(session, &before, now).filter(|_| !is_told));
        }
        told(hits(&before, now, std::mem::take(&mut self.steps_search)));
        if now.is_transferred
            && !before.is_transferred
            && let Some(Outcome::Failed(why)) =
                session.transfer().and_then(|transfer| transfer.outcome.as_ref())
        {
            announce(ctx, Level::Assertive, say!("access-failed", why = &**why));
        }
        if self.waits_for_save && !session.is_dirty() && !session.is_saving() {
            self.waits_for_save = false;
            told(Some(text("access-saved").to_owned()));
        }
    }

    /// Notes what was asked of the session in this frame.
    pub(in crate::ui) fn note(&mut self, drawing: &Drawing<'_>) {
        if !AccessTree::is_heard(drawing.ctx) {
            return;
        }
        let is_step = |command: &Command| matches!(command, Command::Search(SearchCommand::StepSearch(_)));
        self.waits_for_save |= drawing.out.saves;
        self.steps_search |= drawing.out.pending.iter().any(|pending| match pending {
            Pending::Command(command) => is_step(command),
            Pending::Action(find) => find(drawing.session).as_ref().is_some_and(is_step),
        });
    }
}

impl Seen {
    fn of(session: &Session) -> Self {
        Self {
            article: session.article().map(SeenArticle::of),
            tag_mode: session.tag_mode().cloned(),
            link: session.linking().map(|linking| linking.from.clone()),
            is_reviewing: session.review().is_some(),
            review: session.review().and_then(SeenItem::of),
            is_transferred: session.transfer().is_some_and(|transfer| transfer.outcome.is_some()),
        }
    }
}

impl SeenArticle {
    fn of(article: &OpenArticle) -> Self {
        let search = article.search();
        Self {
            file: article.document().file.clone(),
            position: article.position(),
            count: article.set().annotations().len(),
            state: article.set().state(),
            focused: article.focused().cloned(),
            query: search.query().to_owned(),
            hits: (search.found().len(), search.current()),
        }
    }
}

impl SeenItem {
    fn of(review: &Review) -> Option<Self> {
        Some(Self::at(review.item()?, review.position()))
    }

    fn at(item: &ReviewItem, at: usize) -> Self {
        let members = item.members.iter().map(|member| member.as_ref().map(|member| member.id.clone()));
        let verdict = |held: &crate::analysis::CurrentVerdict| (!held.stale).then_some(held.verdict);
        let verdicts =
            item.members.iter().map(|member| member.as_ref()?.current_verdict.as_ref().and_then(verdict));
        Self { at, members: members.collect(), verdicts: verdicts.collect() }
    }
}

fn tag_mode(session: &Session, before: &Seen, now: &Seen) -> Option<String> {
    if before.tag_mode == now.tag_mode {
        return None;
    }
    Some(match &now.tag_mode {
        Some(label) => say!("access-tag-mode", label = session.schema().name_of_label(label)),
        None => text("access-tag-mode-left").to_owned(),
    })
}

/// That a link is being made, and from where; or is not any more, and was not made.
fn link(session: &Session, before: &Seen, now: &Seen) -> Option<String> {
    if before.link == now.link {
        return None;
    }
    let position = |seen: &Seen| seen.article.as_ref().map(|article| article.position);
    let Some(linking) = session.linking() else {
        return (position(before) == position(now)).then(|| text("access-link-left").to_owned());
    };
    let label = session.schema().name_of_label(&linking.label);
    Some(say!("access-link-from", label = label, quote = &*linking.quote))
}

/// What was done in the article, or that it is another one.
fn change(session: &Session, before: &Seen, now: &Seen) -> Option<String> {
    let now = now.article.as_ref()?;
    let Some(before) = before.article.as_ref().filter(|before| before.file == now.file) else {
        return Some(say!("access-article", name = &*now.file));
    };
    if before.position == now.position {
        return None;
    }
    let article = session.article()?;
    let label = |annotation: &Annotation| session.schema().name_of_label(&annotation.label);
    let quote = |annotation: &Annotation| quote(article, annotation);
    match (&before.focused, &now.focused) {
        (old, Some(new)) if now.count > before.count && old.as_ref().is_none_or(|old| old.id != new.id) => {
            Some(say!("access-tagged", label = label(new), quote = quote(new)))
        }
        (Some(old), new) if now.count < before.count && new.as_ref().is_none_or(|new| new.id != old.id) => {
            Some(say!("access-removed", label = label(old), quote = quote(old)))
        }
        (Some(old), Some(new)) if old.id == new.id && old.label != new.label => {
            Some(say!("access-relabelled", label = label(new), quote = quote(new)))
        }
        (Some(old), Some(new)) if old.id == new.id && old.spans != new.spans => {
            Some(say!("access-moved", label = label(new), quote = quote(new)))
        }
        _ if before.count == now.count && before.state != now.state => {
            let state = text(match now.state {
                State::Todo => "access-state-todo",
                State::InProgress => "access-state-in-progress",
                State::Done => "access-state-done",
            });
            Some(state.to_owned())
        }
        _ => session.undo_name().map(str::to_owned),
    }
}

/// The verdict that was given, and what is looked at next.
fn item(session: &Session, before: Option<&SeenItem>, now: Option<&SeenItem>) -> Option<String> {
    let review = session.review()?;
    if before == now {
        return None;
    }
    let given = before.and_then(|before| {
        let decided = SeenItem::at(review.item_at(before.at)?, before.at);
        let is_same = decided.members == before.members;
        let mut verdicts = before.verdicts.iter().zip(&decided.verdicts);
        verdicts.find(|(old, new)| is_same && old != new).and_then(|(_, new)| *new)
    });
    let given = given.map(|verdict| {
        text(match verdict {
            Verdict::Accepted => "access-verdict-accepted",
            Verdict::Rejected => "access-verdict-rejected",
            Verdict::Question => "access-verdict-question",
        })
    });
    let is_other = now
        .is_some_and(|now| before.is_none_or(|before| before.at != now.at || before.members != now.members));
    let next = review.member().filter(|_| is_other).map(|(_, member)| {
        say!(
            "access-item",
            at = review.position() + 1,
            count = review.len(),
            label = session.schema().name_of_label(&member.label),
            quote = member.quote.as_str()
        )
    });
    match (given, next) {
        (Some(verdict), Some(item)) => Some(say!("access-verdict-and-item", verdict = verdict, item = item)),
        (Some(verdict), None) => Some(verdict.to_owned()),
        (None, next) => next,
    }
}

/// Where one is among what was found; letter by letter only where that changes anything.
fn hits(before: &Seen, now: &Seen, steps: bool) -> Option<String> {
    let (before, now) = (before.article.as_ref(), now.article.as_ref()?);
    let is_same = before.is_some_and(|before| !before.query.is_empty() && before.hits == now.hits);
    if (is_same && !steps) || now.query.is_empty() {
        return None;
    }
    match now.hits {
        (0, _) => Some(text("access-no-hit").to_owned()),
        (count, at) => Some(say!("access-hit", at = at.unwrap_or_default() + 1, count = count)),
    }
}

/// The words of an annotation, shortened.
fn quote(article: &OpenArticle, annotation: &Annotation) -> String {
    let whole = article.document().text.slice(annotation.spans.first());
    shortened(whole, QUOTE).replace(['\n', '\r', '\t'], " ")
}

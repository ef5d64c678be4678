//! Caret, selection and focus.

use std::cmp::Ordering;

use super::{Effect, Now, Selection, Session, Severity, Step};
use crate::model::AnnotationId;
use crate::text::{
    ByteOffset, Granularity, SourceText, Span, segment_at, snap, trim_punctuation, word_choices,
};
use crate::words::text;

impl Session {
    pub(super) fn select(&mut self, anchor: ByteOffset, head: ByteOffset) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = &article.document().text;
        let (from, to) = snap(text, anchor.min(head).min(text.end())..anchor.max(head).min(text.end()));
        let selection = match anchor.cmp(&head) {
            Ordering::Less => Selection { anchor: from, head: to },
            Ordering::Equal => Selection::caret(from),
            Ordering::Greater => Selection { anchor: to, head: from },
        };
        let is_within = |word: &Span| word.start() <= from && to <= word.end() && from == to;
        article.clicked_word = article.clicked_word.filter(is_within);
        article.selection = selection;
        Vec::new()
    }

    pub(super) fn finish_selection(&mut self, granularity: Granularity, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = article.document().text.clone();
        let Selection { anchor, head } = article.selection;
        let Some(dragged) = article.selection.span(&text) else { return Vec::new() };
        if granularity != Granularity::Cluster {
            let start =
                edge_segment(&text, dragged.start(), granularity).map_or(dragged.start(), Span::start);
            let last = crate::text::previous_grapheme(&text, dragged.end());
            let end = edge_segment(&text, last, granularity).map_or(dragged.end(), Span::end);
            let wide = Span::of_clusters(&text, start.min(dragged.start()), end.max(dragged.end()));
            if let Some(span) = wide.and_then(|wide| trim_punctuation(&text, wide)) {
                let selection = Selection::from(span);
                article.selection = if head < anchor {
                    Selection { anchor: selection.head, head: selection.anchor }
                } else {
                    selection
                };
            }
        }
        self.tag_if_in_mode(now)
    }

    pub(super) fn select_segment(
        &mut self,
        at: ByteOffset,
        granularity: Granularity,
        now: &Now,
    ) -> Vec<Effect> {
        self.take_back_double_click(at, granularity, now);
        let is_tagging = self.tag_mode.is_some();
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = &article.document().text;
        let Some(mut span) = word_near(text, at, granularity) else { return Vec::new() };
        if granularity == Granularity::Word && !is_tagging {
            span = article.clicked_word.and_then(|last| choice_after(text, at, last)).unwrap_or(span);
            article.clicked_word = Some(span);
        }
        article.selection = Selection::from(span);
        let before = article.position();
        let effects = self.tag_if_in_mode(now);
        if let Some(article) = self.article_mut() {
            let has_tagged = granularity == Granularity::Word && article.position() != before;
            article.double_clicked = has_tagged.then(|| article.position());
        }
        effects
    }

    /// Takes back the mark that the double click before a triple click has made: one gesture makes one mark.
    fn take_back_double_click(&mut self, at: ByteOffset, granularity: Granularity, now: &Now) {
        let Some(article) = self.article_mut() else { return };
        let is_last_step = article.double_clicked.take() == Some(article.position());
        let is_there = article.focused().is_some_and(|marked| marked.spans.contains(at));
        if is_last_step && is_there && granularity == Granularity::Sentence {
            let _ = self.cancel_change(now);
        }
    }

    fn tag_if_in_mode(&mut self, now: &Now) -> Vec<Effect> {
        if self.pointing().is_some() {
            return self.point_at_selection(now);
        }
        let label = self.tag_mode.clone();
        label.map_or_else(Vec::new, |label| self.tag(&label, now))
    }

    pub(super) fn clear_selection(&mut self) -> Vec<Effect> {
        if let Some(article) = self.article_mut() {
            article.selection = Selection::caret(article.selection.head);
        }
        Vec::new()
    }

    pub(super) fn focus(&mut self, id: Option<AnnotationId>) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        article.focused = id;
        let reveal = article.focused().map(|a| a.spans.first());
        if reveal.is_none() {
            article.focused = None;
        }
        reveal.map_or_else(Vec::new, |span| self.reveal(span))
    }

    pub(super) fn step_focus(&mut self, step: Step) -> Vec<Effect> {
        if self.pointing().is_some() {
            return self.step_pointing(step);
        }
        let Some(article) = self.article() else { return Vec::new() };
        let all = article.set().annotations();
        let caret = article.selection.head;
        let at = article.focused().map(|focused| all.position(focused));
        let after_caret = all.starting_before(caret);
        let first = match (step, at) {
            (Step::Next, Some(i)) => (i + 1) % all.len(),
            (Step::Previous, Some(i)) => (i + all.len() - 1) % all.len(),
            (Step::Next, None) if after_caret < all.len() => after_caret,
            (Step::Previous, None) if after_caret > 0 => after_caret - 1,
            (Step::Next, None) => 0,
            (Step::Previous, None) => all.len().saturating_sub(1),
        };
        // While a link is made, those are walked that it may end at.
        let nth = |steps: usize| match step {
            Step::Next => (first + steps) % all.len(),
            Step::Previous => (first + all.len() - steps) % all.len(),
        };
        let mut walked = (0..all.len()).filter_map(|steps| all.get(nth(steps)));
        let id = walked.find(|annotation| self.may_end_link(annotation)).map(|a| a.id.clone());
        if id.is_none() && self.linking().is_some() {
            return vec![Effect::tell(Severity::Info, text("session-link-no-end-here"))];
        }
        self.focus(id)
    }

    pub(super) fn focus_at(&mut self, offset: ByteOffset, now: &Now) -> Vec<Effect> {
        if self.linking().is_some() {
            return self.link_to_mark_at(offset, now);
        }
        if self.pointing().is_some() {
            return self.point_at_mark(offset, now);
        }
        let schema = self.schema().clone();
        let Some(article) = self.article_mut() else { return Vec::new() };
        let here = article.set().annotations().at(offset).into_iter();
        // A label of the article as a whole stands beside the title.
        let here: Vec<AnnotationId> =
            here.filter(|a| !schema.is_of_article(&a.label)).map(|a| a.id.clone()).collect();
        let at = article.focused.as_ref().and_then(|id| here.iter().position(|h| h == id));
        article.focused = match at {
            Some(i) => here.get((i + 1) % here.len()).cloned(),
            None => here.first().cloned(),
        };
        Vec::new()
    }
}

/// What another double click takes after one that took `last`; nothing where it did not choose there, or has no choice.
fn choice_after(text: &SourceText, at: ByteOffset, last: Span) -> Option<Span> {
    let choices = word_choices(text, at);
    let n = choices.iter().position(|choice| *choice == last)?;
    choices.get((n + 1) % choices.len()).copied()
}

/// The segment at a place; beside a blank, the one after it, else the one before.
fn word_near(text: &SourceText, at: ByteOffset, granularity: Granularity) -> Option<Span> {
    let here = segment_at(text, at, granularity)?;
    let is_blank = |span: &Span| text.slice(*span).chars().all(char::is_whitespace);
    if !is_blank(&here) {
        return Some(here);
    }
    let after = segment_at(text, here.end(), granularity).filter(|s| s.start() == here.end());
    let before = || {
        let last = crate::text::previous_grapheme(text, here.start());
        segment_at(text, last, granularity).filter(|s| s.end() == here.start())
    };
    after.filter(|s| !is_blank(s)).or_else(|| before().filter(|s| !is_blank(s))).or(Some(here))
}

/// The segment at an edge; none between words, where the edge stays.
fn edge_segment(text: &SourceText, at: ByteOffset, granularity: Granularity) -> Option<Span> {
    let span = segment_at(text, at, granularity)?;
    text.slice(span).chars().any(char::is_alphanumeric).then_some(span)
}

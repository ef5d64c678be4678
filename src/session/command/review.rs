//! Looking at what others annotated, and deciding on it.

use std::ops::Range;
use std::sync::Arc;

use super::Step;
use crate::analysis::{FillRule, QueueOrder, Sampled};
use crate::jobs::ItemCases;
use crate::model::{Annotator, Verdict};
use crate::session::{Effect, FillOptions, Now, QueueFilter, Session};

/// Looking at what others annotated, and deciding on it.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewCommand {
    /// Shows these annotators' marks beside the own.
    ShowAnnotators(Vec<Annotator>),
    /// Hides names and others' marks, or shows them again.
    SetBlind(bool),
    /// Begins to review what these annotators did.
    StartReview {
        /// Whose annotations.
        annotators: Vec<Annotator>,
        /// In which articles; in all when nothing.
        only: Option<Vec<Arc<str>>>,
        /// Only those that a figure stands for.
        cases: Option<ItemCases>,
    },
    /// Leaves the review; verdicts stay.
    EndReview,
    /// Puts the queue in another order.
    OrderReview(QueueOrder),
    /// Has the queue show these.
    FilterReview(QueueFilter),
    /// Has what an annotator has in progress count in reviews, or not any more.
    CountUnfinished(Annotator, bool),
    /// Looks at a sample only, or at everything again.
    Sample(Option<Sampled>),
    /// Looks at the next or previous item.
    StepReview(Step),
    /// Looks at the item of this number.
    ReviewItem(usize),
    /// Has the rows of the queue at hand that came into sight.
    ShowRows(Range<usize>),
    /// Looks at this annotator's annotation of the item, by number.
    ReviewMember(usize),
    /// Looks at the n-th version of the item.
    ReviewVersion(usize),
    /// Looks at the next annotator's annotation of the item.
    StepMember,
    /// Accepts, rejects or questions the annotation that is looked at.
    Decide(Verdict),
    /// Accepts every annotation of the item.
    AcceptAll,
    /// Says that nothing belongs here.
    RejectAll,
    /// Takes a copy of the annotation that is looked at, to be changed.
    EditItem,
    /// Says why, of the annotation that is looked at, letter by letter: one step of undo until the field is left.
    Comment(String),
    /// Takes everything in the article that all who are looked at agree about.
    AcceptAgreed,
    /// Fills the gold set of the article by a rule.
    FillGold(Box<FillRule>),
    /// Finds what filling gold sets comes to, for a look at it.
    PreviewFill(Box<FillOptions>),
    /// Fills the gold sets as was looked at, in one step of undo.
    FillAsShown,
    /// Leaves what filling would come to.
    LeaveFill,
}

impl ReviewCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::ShowAnnotators(annotators) => session.show_annotators(annotators),
            Self::SetBlind(blind) => {
                session.reviewing.is_blind = blind;
                Vec::new()
            }
            Self::StartReview { annotators, only, cases } => session.start_review(annotators, only, cases),
            Self::EndReview => session.end_review(),
            Self::OrderReview(order) => session.order_review(order),
            Self::FilterReview(filter) => session.filter_review(filter),
            Self::CountUnfinished(annotator, on) => session.count_unfinished(annotator, on),
            Self::Sample(sampled) => session.sample_review(sampled),
            Self::StepReview(step) => session.step_review(step),
            Self::ReviewItem(at) => session.review_item(at),
            Self::ShowRows(rows) => session.show_rows(rows),
            Self::ReviewMember(member) => session.review_member(member),
            Self::ReviewVersion(number) => session.review_version(number),
            Self::StepMember => session.step_member(),
            Self::Decide(verdict) => session.decide(verdict, now),
            Self::AcceptAll => session.accept_all(now),
            Self::RejectAll => session.reject_all(now),
            Self::EditItem => session.edit_item(now),
            Self::Comment(comment) => session.comment(&comment, now),
            Self::AcceptAgreed => session.accept_agreed(now),
            Self::FillGold(rule) => session.fill_gold(&rule, now),
            Self::PreviewFill(how) => session.preview_fill(*how),
            Self::FillAsShown => session.fill_as_shown(now),
            Self::LeaveFill => {
                session.leave_fill();
                Vec::new()
            }
        }
    }
}

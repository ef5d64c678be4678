//! The rules that gold can be filled by, as they are chosen from.

use std::sync::Arc;

use crate::analysis::{CompetenceKind, FillReason, Share};
use crate::model::Annotator;
use crate::session::Session;
use crate::words::{say, text};

/// A rule of its own for a label.
#[derive(Clone, Debug)]
pub(super) struct LabelRule {
    pub(super) label: Arc<str>,
    pub(super) rule: RuleChoice,
    pub(super) least: usize,
}

impl LabelRule {
    pub(super) const fn new(label: Arc<str>) -> Self {
        Self { label, rule: RuleChoice::Most, least: 2 }
    }
}

/// A rule to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleChoice {
    All,
    AtLeast,
    Most,
    Trust,
    Competence(CompetenceKind),
}

impl RuleChoice {
    pub(super) const ALL: [Self; 6] = [
        Self::All,
        Self::AtLeast,
        Self::Most,
        Self::Trust,
        Self::Competence(CompetenceKind::DawidSkene),
        Self::Competence(CompetenceKind::Mace),
    ];

    pub(super) fn name(self) -> &'static str {
        text(match self {
            Self::All => "review-fill-rule-all",
            Self::AtLeast => "review-fill-rule-at-least",
            Self::Most => "review-fill-rule-most",
            Self::Trust => "review-fill-rule-trust",
            Self::Competence(CompetenceKind::DawidSkene) => "review-fill-rule-dawid-skene",
            Self::Competence(CompetenceKind::Mace) => "review-fill-rule-mace",
        })
    }

    /// The share it stands for; by competence that is found out when all articles were looked at.
    pub(super) fn share(self, least: usize, trusted: &[Annotator]) -> Share {
        match self {
            Self::All | Self::Competence(_) => Share::All,
            Self::AtLeast => Share::AtLeast(least),
            Self::Most => Share::Most,
            Self::Trust => Share::Trust(trusted.to_vec()),
        }
    }

    pub(super) const fn competence(self) -> Option<CompetenceKind> {
        match self {
            Self::Competence(kind) => Some(kind),
            Self::All | Self::AtLeast | Self::Most | Self::Trust => None,
        }
    }
}

/// Why items are taken or not; whom it trusts by a letter where names are hidden.
pub(super) fn why(session: &Session, reason: &FillReason) -> String {
    let share = |most: usize, all: usize| {
        say!("review-fill-why-share", count = most.to_string(), all = all.to_string())
    };
    let nothing = || text("review-fill-why-nothing");
    let known = match reason {
        FillReason::Accepted => "review-fill-why-accepted",
        FillReason::Agreed => "review-fill-why-agreed",
        FillReason::Rejected => "review-fill-why-rejected",
        FillReason::Open => "review-fill-why-open",
        FillReason::There => "review-fill-why-there",
        FillReason::Competence => "review-fill-why-competence",
        FillReason::Trust(trusted) => return say!("review-fill-why-trust", name = session.called(trusted)),
        FillReason::Share { most, readers, is_tolerant: false } => return share(*most, *readers),
        FillReason::Share { most, readers, is_tolerant: true } => {
            return format!("{}, {}", share(*most, *readers), text("review-fill-why-edges"));
        }
        FillReason::Nothing { most, readers } => return format!("{}, {}", nothing(), share(*most, *readers)),
        FillReason::NothingByCompetence => {
            return format!("{}, {}", nothing(), text("review-fill-why-by-competence"));
        }
    };
    text(known).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_told_in_the_same_words() {
        let session = Session::new(None, 0);
        let share = |is_tolerant| FillReason::Share { most: 2, readers: 3, is_tolerant };
        for reason in [
            FillReason::Accepted,
            FillReason::Agreed,
            FillReason::Rejected,
            FillReason::Open,
            FillReason::There,
            share(false),
            share(true),
            FillReason::Nothing { most: 2, readers: 3 },
            FillReason::Competence,
            FillReason::NothingByCompetence,
            FillReason::Trust(Annotator::from_any("asha")),
        ] {
            assert_eq!(why(&session, &reason), reason.to_string());
        }
    }
}

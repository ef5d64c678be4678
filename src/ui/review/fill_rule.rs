//! The rules that gold can be filled by, as they are chosen from.

use std::sync::Arc;

use crate::analysis::{CompetenceKind, Share};
use crate::model::Annotator;

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

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::All => "What all say",
            Self::AtLeast => "What at least so many say",
            Self::Most => "What most say; ties stay open",
            Self::Trust => "Trust in this order",
            Self::Competence(CompetenceKind::DawidSkene) => {
                "By competence (Dawid and Skene), more probable than"
            }
            Self::Competence(CompetenceKind::Mace) => "By competence (MACE), more probable than",
        }
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

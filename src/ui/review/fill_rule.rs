//! The rules that gold can be filled by, as they are chosen from.

use std::sync::Arc;

use crate::analysis::{CompetenceKind, Share};
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

/// Why items are taken or not, from what gold sets note of it; whom it trusts by a letter where names are hidden.
pub(super) fn why(session: &Session, noted: &str) -> String {
    let mut words = noted.splitn(3, ' ');
    if let (Some("trust"), Some("in"), Some(name)) = (words.next(), words.next(), words.next())
        && let Ok(trusted) = Annotator::new(name)
    {
        return say!("review-fill-why-trust", name = session.called(&trusted));
    }
    noted.split(", ").map(part).collect::<Vec<_>>().join(", ")
}

fn part(noted: &str) -> String {
    let words: Vec<&str> = noted.split(' ').collect();
    let known = match words[..] {
        ["accepted"] => "review-fill-why-accepted",
        ["agreed"] => "review-fill-why-agreed",
        ["rejected"] => "review-fill-why-rejected",
        ["open"] => "review-fill-why-open",
        ["there", "already"] => "review-fill-why-there",
        ["nothing"] => "review-fill-why-nothing",
        ["competence"] => "review-fill-why-competence",
        ["by", "competence"] => "review-fill-why-by-competence",
        ["edges", "within", "tolerance"] => "review-fill-why-edges",
        [count, "of", all] => return say!("review-fill-why-share", count = count, all = all),
        _ => return noted.to_owned(),
    };
    text(known).to_owned()
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn what_is_noted_is_told_in_the_same_words() {
        let noted = [
            "accepted",
            "agreed",
            "rejected",
            "open",
            "there already",
            "nothing",
            "competence",
            "by competence",
        ];
        for noted in
            noted.into_iter().chain(["edges within tolerance", "2 of 3", "a rule of another version"])
        {
            assert_eq!(part(noted), noted);
        }
    }
}

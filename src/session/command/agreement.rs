//! How far annotators agree, and who has done what.

use std::path::PathBuf;

use crate::model::Annotator;
use crate::session::{Effect, Now, Session};

/// How far annotators agree, and who has done what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementCommand {
    /// Counts who has done what.
    AskProgress,
    /// Stops counting; what was counted stays.
    EndProgress,
    /// Works out how far these annotators agree; everybody when there are none.
    AskAgreement(Vec<Annotator>),
    /// Stops comparing; figures that are there stay.
    EndAgreement,
    /// Writes the figures that are there as tables into a folder.
    SaveAgreement(PathBuf),
    /// Works out how good everybody is, held against this annotator.
    AskScores(Annotator),
    /// Leaves that.
    EndScores,
}

impl AgreementCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::AskProgress => session.ask_progress(),
            Self::EndProgress => session.end_progress(),
            Self::EndAgreement => session.end_agreement(),
            Self::SaveAgreement(out) => session.save_agreement(out),
            Self::AskScores(reference) => session.ask_scores(reference),
            Self::EndScores => session.end_scores(),
            Self::AskAgreement(annotators) => session.ask_agreement(annotators),
        }
    }
}

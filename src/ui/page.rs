//! The pages of the window, and what leads from one of them to the text.

use super::Pending;
use crate::session::{Command, LibraryCommand, ReviewCommand, Session};

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// The list of articles, the text and its annotations.
    #[default]
    Articles,
    /// All entities.
    Entities,
    /// The claims of the workspace, beside the list of articles.
    Claims,
    /// Who has done what, and how far annotators agree.
    Overview,
}

impl Page {
    /// Whether the list of articles stands beside it.
    pub(super) const fn has_articles(self) -> bool {
        matches!(self, Self::Articles | Self::Claims)
    }
}

/// Whether what is asked for is looked at in the text, whichever page it was asked on.
pub(super) fn leads_to_text(pending: &Pending, session: &Session) -> bool {
    let leads = |command: &Command| {
        matches!(
            command,
            Command::Library(
                LibraryCommand::OpenArticle(_) | LibraryCommand::GoTo { .. } | LibraryCommand::GoToBoth(_)
            ) | Command::Review(ReviewCommand::StartReview { .. })
        )
    };
    match pending {
        Pending::Command(command) => leads(command),
        Pending::Action(find) => find(session).is_some_and(|command| leads(&command)),
    }
}

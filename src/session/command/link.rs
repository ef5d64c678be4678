//! Links between annotations, in one article or across.

use std::sync::Arc;

use crate::model::EntryKey;
use crate::session::links::LinkWork;
use crate::session::{Effect, LinkOption, Now, Session};

/// Links between annotations, in one article or across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkCommand {
    /// Begins a link at the focused annotation.
    Begin,
    /// Leaves it.
    Cancel,
    /// The focused annotation is its other end.
    ToFocused,
    /// This annotation is its other end.
    To {
        /// Which.
        end: EntryKey,
        /// Identifier of its label.
        label: Arc<str>,
    },
    /// Says which link it is, the other end being chosen.
    Choose(LinkOption),
    /// The other end is asked for again.
    Reconsider,
    /// Goes to the other end of a link of the focused annotation.
    Follow(EntryKey),
    /// Goes to the other end of the next link of the focused annotation.
    FollowNext,
    /// Gives a link another label.
    Relabel {
        /// Which.
        link: EntryKey,
        /// Identifier of a relation of the schema.
        label: Arc<str>,
    },
    /// Turns a link round.
    Reverse(EntryKey),
    /// Says something of a link.
    SetNote {
        /// Which.
        link: EntryKey,
        /// What.
        note: String,
    },
    /// Takes a link away.
    Remove(EntryKey),
    /// Links two annotations, as was suggested.
    Connect {
        /// The one it was suggested for.
        from: EntryKey,
        /// The other.
        to: EntryKey,
        /// Which link.
        option: LinkOption,
    },
    /// Says that a link between two annotations is not to be suggested any more, or may be again.
    Reject {
        /// The one it was suggested for.
        from: EntryKey,
        /// The other.
        to: EntryKey,
        /// Whether it is rejected.
        is_rejected: bool,
    },
    /// Reads the ends of the focused annotation's links that lie in articles that are not open.
    ReadEnds,
}

impl LinkCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Begin => session.begin_link(),
            Self::Cancel => session.cancel_link(),
            Self::ToFocused => session.link_to_focused(now),
            Self::To { end, label } => session.link_to(end, &label, now),
            Self::Choose(option) => session.choose_link(option, now),
            Self::Reconsider => session.reconsider_link(),
            Self::Follow(link) => session.follow_link(&link),
            Self::FollowNext => session.follow_next_link(),
            Self::Relabel { link, label } => session.do_link_work(LinkWork::Relabel(link, label), now),
            Self::Reverse(link) => session.do_link_work(LinkWork::Reverse(link), now),
            Self::SetNote { link, note } => session.do_link_work(LinkWork::Note(link, note), now),
            Self::Remove(link) => session.do_link_work(LinkWork::Remove(link), now),
            Self::Connect { from, to, option } => session.connect(from, to, option, now),
            Self::Reject { from, to, is_rejected } => {
                session.do_link_work(LinkWork::Reject { one: from, other: to, is_rejected }, now)
            }
            Self::ReadEnds => session.read_link_ends(),
        }
    }
}

//! Everything an analyst can do to what is open: one enum a feature.

mod agreement;
mod annotate;
mod board;
mod entities;
mod feedback;
mod frame;
mod library;
mod link;
mod lock;
mod merge;
mod reading;
mod reanchor;
mod review;
mod save;
mod schema;
mod search;
mod select;
mod transfer;

pub use agreement::AgreementCommand;
pub use annotate::AnnotateCommand;
pub use board::BoardCommand;
pub use entities::EntityCommand;
pub use feedback::FeedbackCommand;
pub use frame::FrameCommand;
pub use library::LibraryCommand;
pub use link::LinkCommand;
pub use lock::LockCommand;
pub use merge::MergeCommand;
pub use reading::ReadingCommand;
pub use reanchor::ReanchorCommand;
pub use review::ReviewCommand;
pub use save::SaveCommand;
pub use schema::SchemaCommand;
pub use search::SearchCommand;
pub use select::SelectCommand;
pub use transfer::TransferCommand;

use super::{Effect, Now, Session};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// On, down, later.
    Next,
    /// Back, up, earlier.
    Previous,
}

/// Which edge of a span, in text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first place.
    Start,
    /// The place after its last character.
    End,
}

/// The one list of features: a command, and a session that runs it.
macro_rules! compose {
    ($($(#[$doc:meta])+ $feature:ident($command:ident)),+ $(,)?) => {
        /// One thing the analyst does, by feature.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Command {
            $($(#[$doc])+ $feature($command),)+
        }

        impl Session {
            /// Does what the analyst asks.
            #[must_use = "the effects are to be carried out"]
            pub fn run(&mut self, command: impl Into<Command>, now: &Now) -> Vec<Effect> {
                match command.into() {
                    $(Command::$feature(command) => command.run(self, now),)+
                }
            }
        }

        $(impl From<$command> for Command {
            fn from(command: $command) -> Self {
                Self::$feature(command)
            }
        })+
    };
}

compose! {
    /// The workspace and its articles: opening them and moving among them.
    Library(LibraryCommand),
    /// How the open article is read: in which encoding, how much of a web page.
    Reading(ReadingCommand),
    /// Putting work on disk, and leaving.
    Save(SaveCommand),
    /// Labels, attributes and relations of the workspace.
    Schema(SchemaCommand),
    /// Finding words in the open article.
    Search(SearchCommand),
    /// Making and changing annotations of the open article.
    Annotate(AnnotateCommand),
    /// All claims of the workspace with their links.
    Board(BoardCommand),
    /// Filling the frame of the focused annotation by pointing.
    Frame(FrameCommand),
    /// Links between annotations, in one article or across.
    Link(LinkCommand),
    /// Caret, selection and focus in the open article. All places are byte offsets of its text.
    Select(SelectCommand),
    /// Looking at what others annotated, and deciding on it.
    Review(ReviewCommand),
    /// What reviewers decided otherwise than the annotator, and answers to it.
    Feedback(FeedbackCommand),
    /// Exports and imports.
    Transfer(TransferCommand),
    /// Other copies of the annotator's own sidecar.
    Merge(MergeCommand),
    /// Annotations that lost their place in an article that was changed, and sidecars that were set aside.
    Reanchor(ReanchorCommand),
    /// Becoming the one that writes the annotator's files.
    Lock(LockCommand),
    /// Entities: what is said of them, and which are one.
    Entities(EntityCommand),
    /// How far annotators agree, and who has done what.
    Agreement(AgreementCommand),
}

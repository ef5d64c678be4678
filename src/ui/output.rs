//! What drawing the window gives back: commands for the session, requests for the world.

use std::path::PathBuf;

use super::actions::file::SAVE;
use super::actions::{Action, FindCommand, Run, WindowAction};
use super::marks_here::MarksHere;
use super::shortcuts::Rebinding;
use crate::model::Annotator;
use crate::session::{Command, LinkTarget, Notice, Session};

/// Something only the glue to the world can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Ask for a folder with the system's dialog.
    FolderDialog,
    /// Open the samples that come with the program.
    OpenSamples,
    /// Open a path typed, dropped or remembered.
    OpenPath(PathBuf),
    /// Look up what a path that is being typed may become; answered by [`super::View::paths_found`].
    CompletePath(String),
    /// Remember who annotates and go on as them.
    Annotate {
        /// Whose files.
        annotator: Annotator,
        /// The name as it was typed.
        name: String,
    },
    /// Ask for the folder of a dataset with the system's dialog.
    ExportDialog,
    /// Ask for files to import with the system's dialog.
    ImportDialog,
    /// Show a folder in the system's file manager.
    ShowFolder(PathBuf),
    /// Save and close.
    Quit,
}

/// Something for the session, before its turn has come.
#[derive(Debug)]
pub enum Pending {
    /// A command.
    Command(Command),
    /// What an action of the table stands for by then: what is asked for before it may change that.
    Action(fn(&Session) -> Option<Command>),
}

impl Pending {
    /// Whether it is an action of the table.
    pub(super) const fn is_action(&self) -> bool {
        matches!(self, Self::Action(_))
    }

    /// What to run, now that its turn has come; nothing where an action is not possible.
    #[must_use]
    pub fn command(self, session: &Session) -> Option<Command> {
        match self {
            Self::Command(command) => Some(command),
            Self::Action(find) => find(session),
        }
    }
}

/// What one frame asks for, in order.
#[derive(Debug, Default)]
pub struct Output {
    /// For the session.
    pub pending: Vec<Pending>,
    /// For the world.
    pub requests: Vec<Request>,
    /// For the window itself, which carries it out within the frame.
    pub(super) actions: Vec<WindowAction>,
    /// An entity is to be chosen for this.
    pub(super) pick: Option<LinkTarget>,
    /// Annotations are to be listed.
    pub(super) listed: Option<MarksHere>,
    /// What the analyst is told.
    pub(super) told: Vec<Notice>,
    /// Keys that were chosen for actions.
    pub(super) rebindings: Vec<Rebinding>,
    /// Saving was asked for, whether or not anything is to be saved.
    pub(super) saves: bool,
}

impl Output {
    /// Asks the session for something.
    pub(super) fn run(&mut self, command: impl Into<Command>) {
        self.pending.push(Pending::Command(command.into()));
    }

    /// Asks the session for something before all else: what was typed belongs to what was looked at until now.
    pub(super) fn run_first(&mut self, command: impl Into<Command>) {
        self.pending.insert(0, Pending::Command(command.into()));
    }

    /// Whether nothing is asked for.
    pub(super) const fn is_empty(&self) -> bool {
        self.pending.is_empty() && self.requests.is_empty() && self.actions.is_empty()
    }

    /// Does an action of the table, whoever carries it out.
    pub(super) fn act(&mut self, action: &Action) {
        self.saves |= *action == SAVE;
        match action.run {
            Run::Session(find) => self.find(find),
            Run::Window(action) => self.actions.push(action),
        }
    }

    /// Does the action whose key was pressed.
    pub(super) fn press(&mut self, action: &Action) {
        match action.on_key {
            Some(find) => self.find(find),
            None => self.act(action),
        }
    }

    /// Asks the session for what is found when its turn has come.
    pub(super) fn find(&mut self, find: FindCommand) {
        self.pending.push(Pending::Action(find));
    }

    /// Lists annotations beside where they are.
    pub(super) fn list(&mut self, marks: MarksHere) {
        self.listed = Some(marks);
    }

    /// Tells the analyst something.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.told.push(notice);
    }

    /// Has keys changed, once the frame is drawn.
    pub(super) fn rebind(&mut self, rebinding: Rebinding) {
        self.rebindings.push(rebinding);
    }

    /// Asks the world for something.
    pub(super) fn request(&mut self, request: Request) {
        self.requests.push(request);
    }
}

//! What drawing the window gives back: commands for the session, requests for the world.

use std::path::PathBuf;

use crate::model::Annotator;
use crate::session::{Action, Command};

/// Something only the glue to the world can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Ask for a folder with the system's dialog.
    FolderDialog,
    /// Open the samples that come with the program.
    OpenSamples,
    /// Open a path typed, dropped or remembered.
    OpenPath(PathBuf),
    /// Remember who annotates and go on as them.
    Annotate(Annotator),
    /// Ask for the folder of a dataset with the system's dialog.
    ExportDialog,
    /// Ask for files to import with the system's dialog.
    ImportDialog,
    /// Save and close.
    Quit,
}

/// What one frame asks for, in order.
#[derive(Debug, Default)]
pub struct Output {
    /// For the session.
    pub commands: Vec<Command>,
    /// For the window itself: carried out by the view at the start of the next pass.
    pub actions: Vec<Action>,
    /// For the world.
    pub requests: Vec<Request>,
}

impl Output {
    /// Asks the session for something.
    pub fn run(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks the session for something before all else: what was typed belongs to what was looked at until now.
    pub(super) fn run_first(&mut self, command: Command) {
        self.commands.insert(0, command);
    }

    /// Does an action of the table, whoever carries it out.
    ///
    /// What the session does is found when its turn has come: what is asked for before it in this frame may change that.
    pub fn act(&mut self, action: Action) {
        if action.is_of_window() {
            self.actions.push(action);
        } else {
            self.commands.push(Command::Act(action));
        }
    }

    /// Asks the world for something.
    pub fn request(&mut self, request: Request) {
        self.requests.push(request);
    }
}

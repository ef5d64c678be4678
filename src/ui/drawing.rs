//! What every part of the window is drawn with.

use std::path::PathBuf;

use egui::Context;

use super::theme::Theme;
use super::{Ink, Look, Output, Shortcuts, ShownPace};
use crate::model::{Annotator, Zone};
use crate::names::romanized;
use crate::session::Session;

/// What panels, dialogs and palettes read, and where they leave what is asked for; made anew for each frame.
pub(super) struct Drawing<'a> {
    /// The window.
    pub ctx: &'a Context,
    /// What is open.
    pub session: &'a Session,
    /// Colours of this frame.
    pub theme: &'a Theme,
    /// How the window looks, from the next frame on where it is changed.
    pub look: &'a mut Look,
    /// The keys of actions, from the next frame on where they are changed.
    pub shortcuts: &'a Shortcuts,
    /// The painter of text in any script.
    pub ink: &'a mut Ink,
    /// What is asked for.
    pub out: &'a mut Output,
    /// The workspaces opened before, last first.
    pub recent: &'a [PathBuf],
    /// The annotator's name as it was typed.
    pub name: Option<&'a str>,
    /// What clocks show here.
    pub zone: &'a Zone,
    /// How long the annotator worked here, where that was measured.
    pub pace: Option<ShownPace>,
}

impl Drawing<'_> {
    /// What the annotator is called: as the name was typed, where it is theirs, else as in the names of files.
    pub(super) fn annotator(&self) -> Option<String> {
        let annotator = self.session.annotator()?;
        let typed = self.name.filter(|name| Annotator::from_any(&romanized(name)) == *annotator);
        Some(typed.map_or_else(|| annotator.to_string(), str::to_owned))
    }
}

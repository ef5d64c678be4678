//! What input methods are told, when it can be told.

use egui::output::IMEOutput;
use egui::{Context, ViewportCommand};

use super::desktop::is_of_x11;

/// On X11 the toolkit's window keeps what an input method is to be told, such as where the caret is, until the next event comes: a
/// key, as a rule, which the input method is looking at just then, and whose letter changes places with the next while the window
/// waits for an answer. An event in which nothing happens lets it be told at once, when no key is down.
#[derive(Debug, Default)]
pub(super) struct InputMethod {
    told: Option<IMEOutput>,
}

impl InputMethod {
    /// Has it told what this frame says of the field that is typed into. `title` is the window's, which it is given again.
    pub(super) fn tell(&mut self, ctx: &Context, title: &str) {
        let now = ctx.output(|output| output.ime);
        if now != self.told {
            self.told = now;
            if is_of_x11() {
                ctx.send_viewport_cmd(ViewportCommand::Title(title.to_owned()));
            }
        }
    }
}

//! What the desktop asks for, of contrast, motion and the size of text: followed where it says so.
//!
//! Desktops of Linux say it over their settings portal. Windows and macOS say it too, but no package that is here reads it
//! without unsafe code: there it is chosen in the window.

#![expect(clippy::disallowed_methods, reason = "a thread is made here, named")]

#[cfg(target_os = "linux")]
mod portal;
#[cfg(not(target_os = "linux"))]
#[path = "no_portal.rs"]
mod portal;

use std::sync::mpsc::{self, Receiver};

pub(super) use self::portal::is_of_x11;
use crate::ui::{Desktop, Look};

/// What the desktop says, as it comes.
#[derive(Debug)]
pub(super) struct DesktopSettings {
    said: Receiver<Desktop>,
}

impl Default for DesktopSettings {
    /// Of a desktop that says nothing.
    fn default() -> Self {
        Self { said: mpsc::channel().1 }
    }
}

impl DesktopSettings {
    /// Begins to follow them; `wake` is called from another thread whenever one has changed.
    pub(super) fn follow(wake: impl Fn() + Send + 'static) -> Self {
        let (sender, said) = mpsc::channel();
        let tell = move |desktop: Desktop| {
            log::info!(
                "the desktop asks for {} contrast, {} motion, text × {}",
                if desktop.high_contrast { "high" } else { "usual" },
                if desktop.less_motion { "less" } else { "usual" },
                desktop.text_scale
            );
            // The window closes before the desktop does; nobody is left to tell then.
            if sender.send(desktop).is_ok() {
                wake();
            }
        };
        let follow = move || {
            if let Err(error) = portal::follow(tell) {
                log::debug!("the desktop says nothing of how it looks: {error}");
            }
        };
        if let Err(error) = std::thread::Builder::new().name("tippani-desktop".to_owned()).spawn(follow) {
            log::warn!("what the desktop says is not followed: {error}");
        }
        Self { said }
    }

    /// Takes what was said last into the look.
    pub(super) fn tell(&self, look: &mut Look) {
        if let Some(desktop) = self.said.try_iter().last() {
            look.desktop = desktop;
        }
    }
}

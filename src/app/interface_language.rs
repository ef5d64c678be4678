//! The language that the window speaks.

use super::system;
use crate::ui::Look;
use crate::words::{Language, set_language};

/// The language of the interface: the chosen one, or else the system's.
#[derive(Debug)]
pub(super) struct InterfaceLanguage {
    of_system: Language,
    spoken: Option<Language>,
}

impl Default for InterfaceLanguage {
    fn default() -> Self {
        Self { of_system: system::language(), spoken: None }
    }
}

impl InterfaceLanguage {
    /// Says everything in the language that was chosen from now on.
    pub(super) fn follow(&mut self, look: &Look) {
        let chosen = look.language.unwrap_or(self.of_system);
        if self.spoken.replace(chosen) != Some(chosen) {
            log::info!("the interface speaks {}", chosen.code());
            set_language(chosen);
        }
    }
}

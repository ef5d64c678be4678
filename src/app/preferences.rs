//! Preferences in memory and on disk.

use std::path::PathBuf;

use crate::format::preferences::{Preferences, Theme};
use crate::store::preferences as file;
use crate::ui::{Look, ThemeChoice};

/// Article text in points at a zoom of 1.
const TEXT_SIZE: f32 = 18.0;

/// The preferences and where they are kept.
pub(super) struct Remembered {
    path: Option<PathBuf>,
    current: Preferences,
    written: Preferences,
}

impl Remembered {
    /// Reads them; without a place to keep them they last as long as the window.
    pub(super) fn read() -> Self {
        let path = file::default_path();
        let current = path.as_deref().map(file::load).unwrap_or_default();
        Self { path, written: current.clone(), current }
    }

    /// Those of a first start, kept nowhere.
    pub(super) fn none() -> Self {
        Self { path: None, current: Preferences::default(), written: Preferences::default() }
    }

    /// What is remembered now.
    pub(super) const fn get(&self) -> &Preferences {
        &self.current
    }

    /// Changes them; written at the next [`Remembered::write`].
    pub(super) fn change(&mut self, alter: impl FnOnce(&mut Preferences)) {
        alter(&mut self.current);
    }

    /// Writes them where they differ from the file.
    pub(super) fn write(&mut self) {
        if self.current == self.written {
            return;
        }
        self.written = self.current.clone();
        if let Some(path) = &self.path
            && let Err(error) = file::save(path, &self.current)
        {
            log::warn!("the preferences were not saved ({error}): {}", path.display());
        }
    }

    /// The look they ask for.
    pub(super) fn look(&self) -> Look {
        Look {
            theme: theme_choice(self.current.theme),
            text_size: TEXT_SIZE * self.current.text_zoom,
            zoom: self.current.interface_zoom,
            invisibles: self.current.invisibles,
            ..Look::default()
        }
    }

    /// Takes a look over, as the analyst changed it.
    pub(super) fn take(&mut self, look: &Look) {
        self.current.theme = match look.theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
        };
        self.current.text_zoom = look.text_size / TEXT_SIZE;
        self.current.interface_zoom = look.zoom;
        self.current.invisibles = look.invisibles;
    }
}

/// A theme of the preferences as the window names it.
pub(super) const fn theme_choice(theme: Theme) -> ThemeChoice {
    match theme {
        Theme::System => ThemeChoice::System,
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
    }
}

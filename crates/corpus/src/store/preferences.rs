//! Where preferences and journals are kept on this machine.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::bounded::{self, MAX_SETTINGS_BYTES};
use super::write;
use crate::format::preferences::Preferences;

/// The file of the preferences for this person; nothing when the system has no place for it.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    Some(dirs()?.config_dir().join("preferences.json"))
}

/// The folder for journals ([`super::journal`]): in the system's place for state, where it has one, else in that for data of this
/// machine.
#[must_use]
pub fn journals_dir() -> Option<PathBuf> {
    let dirs = dirs()?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("journals"))
}

/// The folder in which earlier versions kept work that could not be saved in its place ([`super::recovery`]).
#[must_use]
pub fn recovery_dir() -> Option<PathBuf> {
    Some(dirs()?.data_dir().join("recovery"))
}

/// The folder for the texts that were annotated ([`super::texts`]): the state of this person's programs, or their data where the
/// system makes no difference.
#[must_use]
pub fn texts_dir() -> Option<PathBuf> {
    let dirs = dirs()?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("texts"))
}

/// The folder for a person's own copy of the samples ([`super::samples`]).
#[must_use]
pub fn samples_dir() -> Option<PathBuf> {
    Some(dirs()?.data_dir().join("samples"))
}

fn dirs() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "tippani")
}

/// The preferences; whatever is missing or broken is as at the first start.
#[must_use]
pub fn load(path: &Path) -> Preferences {
    let bytes = bounded::read(path, MAX_SETTINGS_BYTES).unwrap_or_else(|error| {
        log::warn!("the preferences cannot be read ({error}): {}", path.display());
        None
    });
    bytes.map_or_else(Preferences::default, |bytes| Preferences::decode(&bytes))
}

/// Writes the preferences, making their folder; where the file is a link, what it leads to.
///
/// # Errors
/// When the system says no.
pub fn save(path: &Path, preferences: &Preferences) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write::replace(&real, &preferences.encode())
}

//! Preferences in memory and on disk.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::system::login_name;
use crate::format::preferences::{Preferences, Theme};
use crate::session::LibraryCommand;
use crate::store::preferences as file;
use crate::ui::{Look, Shortcuts, ThemeChoice};
use crate::words::Language;

/// Article text in points at a zoom of 1.
const TEXT_SIZE: f32 = 18.0;

/// The window closes without its last preferences when they take longer than this to write.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long it is waited between two looks at whether they are written.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// The preferences and where they are kept.
pub(super) struct Remembered {
    path: Option<PathBuf>,
    current: Preferences,
    written: Preferences,
    /// Made when there is something to write for the first time.
    writer: Option<Writer>,
}

/// The thread that writes preferences: a slow disk keeps no frame waiting.
struct Writer {
    sender: Option<Sender<Preferences>>,
    thread: JoinHandle<()>,
}

impl Writer {
    #[expect(clippy::disallowed_methods, reason = "this room makes threads; it ends when nothing more comes")]
    fn start(path: PathBuf) -> std::io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let serve = move || write_all(&path, &receiver);
        let thread = Builder::new().name("tippani-preferences".to_owned()).spawn(serve)?;
        Ok(Self { sender: Some(sender), thread })
    }
}

/// Waits until the last ones are written, but not for long.
impl Drop for Writer {
    fn drop(&mut self) {
        self.sender = None;
        let deadline = Instant::now() + PATIENCE;
        while !self.thread.is_finished() && Instant::now() < deadline {
            std::thread::sleep(POLL_INTERVAL);
        }
    }
}

fn write_all(path: &std::path::Path, receiver: &Receiver<Preferences>) {
    while let Ok(next) = receiver.recv() {
        let newest = receiver.try_iter().last().unwrap_or(next);
        if let Err(error) = file::save(path, &newest) {
            log::warn!("the preferences were not saved ({error}): {}", path.display());
        }
    }
}

impl Remembered {
    /// Reads them; without a place to keep them they last as long as the window.
    pub(super) fn read() -> Self {
        let path = file::default_path();
        let current = path.as_deref().map(file::load).unwrap_or_default();
        Self { path, written: current.clone(), current, writer: None }
    }

    /// Those of a first start, in English whatever the system speaks, kept nowhere.
    pub(super) fn none() -> Self {
        let current =
            Preferences { language: Some(Language::English.code().to_owned()), ..Preferences::default() };
        Self { path: None, written: current.clone(), current, writer: None }
    }

    /// What is remembered now.
    pub(super) const fn get(&self) -> &Preferences {
        &self.current
    }

    /// Changes them; written at the next [`Remembered::write`].
    pub(super) fn change(&mut self, alter: impl FnOnce(&mut Preferences)) {
        alter(&mut self.current);
    }

    /// Has them written where they differ from the file.
    pub(super) fn write(&mut self) {
        if self.current == self.written {
            return;
        }
        self.written = self.current.clone();
        let Some(path) = &self.path else { return };
        if self.writer.is_none() {
            match Writer::start(path.clone()) {
                Ok(writer) => self.writer = Some(writer),
                Err(error) => log::warn!("the preferences were not saved ({error}): {}", path.display()),
            }
        }
        if let Some(sender) = self.writer.as_ref().and_then(|writer| writer.sender.as_ref()) {
            // The thread ends only when the sender is gone.
            let _ = sender.send(self.current.clone());
        }
    }

    /// Has them written for the last time, and waits for it, but not for long.
    pub(super) fn finish(&mut self) {
        self.write();
        self.writer = None;
    }

    /// The look they ask for.
    pub(super) fn look(&self) -> Look {
        Look {
            theme: theme_choice(self.current.theme),
            high_contrast: self.current.high_contrast,
            less_motion: self.current.less_motion,
            text_size: TEXT_SIZE * self.current.text_zoom,
            language: self.current.language.as_deref().and_then(Language::of_locale),
            zoom: self.current.interface_zoom,
            invisibles: self.current.invisibles,
            library: self.current.library,
            inspector: self.current.inspector,
            goes_on: self.current.goes_on,
            measures_pace: self.current.measures_pace,
            ..Look::default()
        }
    }

    /// The keys that were chosen.
    pub(super) fn shortcuts(&self) -> Shortcuts {
        Shortcuts::new(self.current.shortcuts.clone())
    }

    /// What opens a path: the folder that was open last, with the article that was on screen.
    pub(super) fn opening(&self, path: PathBuf) -> LibraryCommand {
        let absolute = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
        match &self.current.article {
            Some(article) if self.current.recent.first() == Some(&absolute) => {
                LibraryCommand::Resume { folder: path, file: article.as_str().into() }
            }
            _ => LibraryCommand::OpenWorkspace(path),
        }
    }

    /// How the annotator wrote their name, or else the name under which the person is logged in.
    pub(super) fn name_or_login(&self) -> String {
        self.current.name.clone().unwrap_or_else(login_name)
    }

    /// Takes look and keys over, as the analyst changed them.
    pub(super) fn take(&mut self, look: &Look, shortcuts: &Shortcuts) {
        if self.current.shortcuts != *shortcuts.chosen() {
            self.current.shortcuts.clone_from(shortcuts.chosen());
        }
        self.current.theme = match look.theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
        };
        self.current.high_contrast = look.high_contrast;
        self.current.less_motion = look.less_motion;
        // A language that another version of the program speaks stays chosen.
        let known = self.current.language.as_deref().and_then(Language::of_locale);
        if known != look.language {
            self.current.language = look.language.map(|language| language.code().to_owned());
        }
        self.current.text_zoom = look.text_size / TEXT_SIZE;
        self.current.interface_zoom = look.zoom;
        self.current.invisibles = look.invisibles;
        (self.current.library, self.current.inspector) = (look.library, look.inspector);
        self.current.goes_on = look.goes_on;
        self.current.measures_pace = look.measures_pace;
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

#[cfg(test)]
mod tests {
    use super::{PathBuf, Remembered, file};

    /// Preferences kept in `path`.
    fn kept_in(path: PathBuf) -> Remembered {
        Remembered { path: Some(path), ..Remembered::none() }
    }

    #[test]
    fn the_last_ones_are_on_disk_in_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/preferences.json");
        let mut remembered = kept_in(path.clone());
        for width in 0..50 {
            remembered.change(|p| p.library_width = 200.0 + width as f32);
            remembered.write();
        }
        remembered.finish();
        assert_eq!(file::load(&path), *remembered.get());
    }
}

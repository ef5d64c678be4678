//! Keys and pointer in, annotations out.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, RawInput};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tippani::app::{Options, Program};
use tippani::format::preferences::Theme;
use tippani::model::{Annotation, Annotator};
use tippani::text::Span;

use crate::folder::folder;

/// No test waits longer for the disk.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a window that is drawn only when a picture is asked for.
pub(super) struct Window {
    pub(super) harness: Harness<'static, Program>,
    folder: PathBuf,
    /// Removed when the window is dropped.
    owned: Option<tempfile::TempDir>,
    journals: Option<tempfile::TempDir>,
}

impl Window {
    /// Opens a folder of its own with these files, and the first of them.
    pub(super) fn on(files: &[(&str, &str)]) -> Self {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        Self::on_bytes(&files)
    }

    /// The same, for files that may hold anything.
    pub(super) fn on_bytes(files: &[(&str, &[u8])]) -> Self {
        let folder = folder(files);
        let path = folder.path().join(files[0].0);
        let journals = tempfile::tempdir().unwrap();
        let mut window = Self::open_keeping(&path, Theme::Light, [1200.0, 800.0], Some(journals.path()));
        window.journals = Some(journals);
        folder.path().clone_into(&mut window.folder);
        window.owned = Some(folder);
        window.wait("the article", Self::is_opened);
        window
    }

    /// Whether an article is there, and the whole list.
    pub(super) fn is_opened(&self) -> bool {
        let session = self.harness.state().session();
        session.article().is_some() && session.scanning().is_none()
    }

    /// Opens a folder as one of several windows, with the same journals, and waits for its first article.
    pub(super) fn beside_others(folder: &Path, journals: &Path) -> Self {
        let mut window = Self::open_keeping(folder, Theme::Light, [1200.0, 800.0], Some(journals));
        folder.clone_into(&mut window.folder);
        window.wait("the article", Self::is_opened);
        window
    }

    /// Opens an article as somebody of this name, with a place for journals, and waits for it.
    pub(super) fn of(name: &str, path: &Path, journals: &Path) -> Self {
        let size = [1200.0, 800.0];
        let mut window = Self::open_as(Some(name), path, Theme::Light, size, Some(journals));
        window.wait("the article", |w| w.harness.state().session().article().is_some());
        window
    }

    /// Opens a path; waits for nothing.
    pub(super) fn open(path: &Path, theme: Theme, size: [f32; 2]) -> Self {
        Self::open_keeping(path, theme, size, None)
    }

    /// Opens a folder of its own with these files, and the first of them, as somebody whose name is not known.
    pub(super) fn of_nobody(files: &[(&str, &[u8])]) -> Self {
        let folder = folder(files);
        let path = folder.path().join(files[0].0);
        let mut window = Self::open_as(None, &path, Theme::Light, [1200.0, 800.0], None);
        window.owned = Some(folder);
        window.wait("the article", Self::is_opened);
        window
    }

    /// The same as Asha with a place for journals.
    fn open_keeping(path: &Path, theme: Theme, size: [f32; 2], journals: Option<&Path>) -> Self {
        Self::open_as(Some("asha"), path, theme, size, journals)
    }

    /// Opens a path as somebody, or as nobody yet; waits for nothing.
    pub(super) fn open_as(
        annotator: Option<&str>,
        path: &Path,
        theme: Theme,
        size: [f32; 2],
        journals: Option<&Path>,
    ) -> Self {
        let options = Options {
            path: Some(path.to_owned()),
            annotator: annotator.map(|name| Annotator::new(name).unwrap()),
            theme: Some(theme),
            forgetful: true,
            journals: journals.map(Path::to_owned),
            recovery: None,
            texts: None,
        };
        let mut harness =
            Harness::builder().with_size(size).with_max_steps(64).with_step_dt(1.0 / 60.0).build_eframe(
                |cc| {
                    let program = Program::new(&cc.egui_ctx, options).unwrap();
                    // A caret that blinks would never let the window come to rest, nor two pictures be alike.
                    cc.egui_ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = false);
                    program
                },
            );
        harness.step();
        Self { harness, folder: path.parent().unwrap().to_owned(), owned: None, journals: None }
    }

    /// Closes the window, as the cross in its corner does, and opens the folder anew.
    pub(super) fn reopened(mut self) -> Self {
        self.harness.state_mut().close();
        let file = self.file();
        let journals = self.journals.take();
        let kept = journals.as_ref().map(tempfile::TempDir::path);
        let folder = self.folder.clone();
        let owned = self.owned.take();
        // Its journal is another window's as long as it is there.
        drop(self);
        let mut window = Self::open_keeping(&folder.join(file), Theme::Light, [1200.0, 800.0], kept);
        (window.folder, window.owned, window.journals) = (folder, owned, journals);
        window.wait("the article", Self::is_opened);
        window
    }

    /// Puts a file where journals would lie, so that there can be none.
    pub(super) fn keep_nothing(&self) {
        let journals = self.journals.as_ref().unwrap().path();
        std::fs::remove_dir_all(journals).unwrap();
        std::fs::write(journals, "in the way").unwrap();
    }

    /// Draws frames until `done`.
    #[track_caller]
    pub(super) fn wait(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !done(self) {
            assert!(started.elapsed() < PATIENCE, "{what} did not come");
            std::thread::sleep(Duration::from_millis(3));
            self.harness.step();
        }
        self.settle();
    }

    /// A few frames more, as a gesture needs.
    pub(super) fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    /// Presses keys written as `Ctrl+Shift+P`, one after the other.
    pub(super) fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            for event in strokes(key) {
                let modifiers = match event {
                    Event::Key { modifiers, .. } => modifiers,
                    _ => Modifiers::NONE,
                };
                self.harness.event_modifiers(event, modifiers);
            }
            self.settle();
        }
    }

    /// Presses a key and draws the one frame that takes it.
    pub(super) fn press_once(&mut self, key: &str) {
        for event in strokes(key) {
            self.harness.event_modifiers(event, Modifiers::NONE);
        }
        self.harness.step();
    }

    /// Draws frames until `done`, and none more.
    #[track_caller]
    pub(super) fn wait_quickly(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !done(self) {
            assert!(started.elapsed() < PATIENCE, "{what} did not come");
            std::thread::sleep(Duration::from_millis(1));
            self.harness.step();
        }
    }

    /// Presses them within one frame, as a quick hand does where a frame takes long.
    pub(super) fn press_at_once(&mut self, keys: &str) {
        self.send_at_once(keys.split_whitespace().flat_map(strokes).collect());
    }

    /// Sends events within one frame, as eframe gives them to the program.
    pub(super) fn send_at_once(&mut self, events: Vec<Event>) {
        let mut input = RawInput { events, ..RawInput::default() };
        let ctx = self.harness.ctx.clone();
        loop {
            // The harness does not ask the program what it makes of its input, as eframe does.
            self.harness.state_mut().raw_input_hook(&ctx, &mut input);
            if input.events.is_empty() {
                break;
            }
            self.harness.input_mut().events.append(&mut input.events);
            self.harness.step();
        }
        self.settle();
    }

    /// Types into whatever has the keyboard.
    pub(super) fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Says in the menu who annotates, and waits for that annotator's set.
    pub(super) fn annotate_as(&mut self, name: &str) {
        self.press("Ctrl+Shift+P");
        self.type_text("Annotator…");
        self.press("Enter Ctrl+A");
        self.type_text(name);
        self.press("Enter");
        self.wait("the annotator's set", |w| {
            let article = w.harness.state().session().article();
            article.is_some_and(|article| article.set().annotator.as_str() == name)
        });
    }

    /// Clicks twice.
    pub(super) fn double_click(&mut self, at: Pos2) {
        self.harness.event(Event::PointerMoved(at));
        self.harness.step();
        for pressed in [true, false, true, false] {
            self.button(at, pressed);
        }
        self.settle();
    }

    /// Clicks with the other button.
    pub(super) fn secondary_click(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
            self.harness.step();
        }
        self.settle();
    }

    /// Presses at one place, lets go at another, and holds the pointer there for some frames.
    pub(super) fn drag(&mut self, from: Pos2, to: Pos2, frames: usize) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.button(from, true);
        for part in 1..=4 {
            self.harness.event(Event::PointerMoved(from.lerp(to, part as f32 / 4.0)));
            self.harness.step();
        }
        self.harness.run_steps(frames);
        self.button(to, false);
        self.settle();
    }

    fn button(&mut self, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        self.harness.step();
    }

    /// Whether something has this name.
    pub(super) fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// The folder that is open.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Which article is open.
    pub(super) fn file(&self) -> String {
        self.harness.state().session().article().unwrap().document().file.to_string()
    }

    /// The open article's text.
    pub(super) fn text(&self) -> String {
        let article = self.harness.state().session().article();
        article.map(|a| a.document().text.as_str().to_owned()).unwrap_or_default()
    }

    /// The selected words.
    pub(super) fn selected(&self) -> String {
        let article = self.harness.state().session().article().unwrap();
        let text = &article.document().text;
        article.selection().span(text).map(|s| text.slice(s).to_owned()).unwrap_or_default()
    }

    /// The focused annotation.
    pub(super) fn focused(&self) -> Option<&Annotation> {
        self.harness.state().session().article().unwrap().focused()
    }

    /// The text with `[label: …]` around what is annotated.
    pub(super) fn marked(&self) -> String {
        let article = self.harness.state().session().article().unwrap();
        let text = article.document().text.as_str();
        // At one place what ends goes before what begins, and the longest begins first.
        let mut signs: Vec<(usize, u8, usize, String)> = Vec::new();
        for annotation in article.set().annotations() {
            for span in annotation.spans.as_slice() {
                let range = span.range();
                signs.push((range.start, 1, usize::MAX - range.end, format!("[{}: ", annotation.label)));
                signs.push((range.end, 0, 0, "]".to_owned()));
            }
        }
        signs.sort();
        let mut marked = String::new();
        let mut at = 0;
        for (place, _, _, sign) in signs {
            marked.push_str(&text[at..place]);
            marked.push_str(&sign);
            at = place;
        }
        marked + &text[at..]
    }

    /// Waits for the sidecar and reads it as any other program would: code points of the file as it is on disk.
    #[track_caller]
    pub(super) fn assert_saved(&mut self, file: &str) {
        self.assert_saved_by("asha", file);
    }

    /// The same for another annotator's.
    #[track_caller]
    pub(super) fn assert_saved_by(&mut self, annotator: &str, file: &str) {
        let dirty = |w: &Self| w.harness.state().session().is_dirty();
        self.wait("saving", |w| !dirty(w));
        let path = self.folder.join(format!("{file}.{annotator}.annotations.json"));
        // Nothing is written where nothing was ever done.
        let bytes = std::fs::read(&path).unwrap_or_else(|_| b"{\"annotations\": []}".to_vec());
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let text: Vec<char> = self.text().chars().collect();
        let mut saved = Vec::new();
        for annotation in json["annotations"].as_array().unwrap() {
            for span in annotation["spans"].as_array().unwrap() {
                let place = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
                let slice: String = text[place("start")..place("end")].iter().collect();
                assert_eq!(span["quote"], slice);
                saved.push((annotation["label"].as_str().unwrap().to_owned(), place("start"), slice));
            }
        }
        let article = self.harness.state().session().article().unwrap();
        let source = &article.document().text;
        let shown = article.set().annotations().iter().flat_map(|annotation| {
            let spans = annotation.spans.as_slice().iter();
            let start = |span: &Span| source.to_char(span.start()).get();
            spans.map(move |span| (annotation.label.to_string(), start(span), source.slice(*span).to_owned()))
        });
        assert_eq!(saved, shown.collect::<Vec<_>>(), "{} holds what is shown", path.display());
    }
}

/// Down and up, with what is typed in between.
fn strokes(written: &str) -> Vec<Event> {
    let (key, modifiers, text) = parse(written);
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    std::iter::once(event(true)).chain(text.map(Event::Text)).chain([event(false)]).collect()
}

fn parse(written: &str) -> (Key, Modifiers, Option<String>) {
    let mut modifiers = Modifiers::NONE;
    let mut rest = written;
    while let Some((name, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        modifiers |= match name {
            "Ctrl" => Modifiers::CTRL | Modifiers::COMMAND,
            "Shift" => Modifiers::SHIFT,
            "Alt" => Modifiers::ALT,
            other => panic!("no such modifier: {other}"),
        };
        rest = after;
    }
    let key = Key::from_name(&rest.to_uppercase()).or_else(|| Key::from_name(rest)).unwrap();
    let plain = modifiers == Modifiers::NONE && rest.chars().count() == 1;
    (key, modifiers, plain.then(|| rest.to_owned()))
}

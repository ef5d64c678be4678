//! A display with a window manager, and the program's windows on it.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::tools;

/// The longest that anything may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

pub(super) const ARTICLE: &str = "प्रधानमंत्री ने कहा कि पुल सुरक्षित है।\n\
    🔴 વિશ્રુત અંબરકરે ઝુમરી પુલની મુલાકાત લીધી.\n\
    The bridge at Taravel was closed on Friday\n\
    وزیر نے کہا کہ پل بند ہے";

/// Ends a process with the test, however the test ends.
struct Process(Child);

impl Process {
    /// Sends a signal, as `kill` does.
    fn signal(&self, name: &str) {
        let status = Command::new("kill").args(["-s", name, &self.0.id().to_string()]).status();
        assert!(status.unwrap().success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A workspace of its own with one article, and what belongs to it.
pub(super) struct Corpus {
    pub(super) folder: tempfile::TempDir,
    pub(super) root: PathBuf,
    pub(super) article: PathBuf,
    pub(super) sidecar: PathBuf,
}

impl Corpus {
    /// Runs the command line as the same person: exit code, standard output and standard error.
    pub(super) fn tippani(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tippani"));
        command.args(arguments).current_dir(self.folder.path()).env("HOME", self.folder.path().join("home"));
        let output = command.env("XDG_STATE_HOME", self.folder.path().join("state")).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    /// Nothing where a program is missing that the test needs.
    pub(super) fn new() -> Option<Self> {
        if tools::lacks(&["Xvfb", "openbox", "xdotool"]) {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("corpus");
        fs::create_dir(&root).unwrap();
        let article = root.join("a.txt");
        fs::write(&article, ARTICLE).unwrap();
        let sidecar = root.join("a.txt.asha.annotations.json");
        Some(Self { folder, root, article, sidecar })
    }

    /// The journals.
    pub(super) fn journals(&self) -> PathBuf {
        self.folder.path().join("state/tippani/journals")
    }

    /// How many articles the journals have that are not saved; `root` is where the workspace lies.
    pub(super) fn kept_at(&self, root: &Path) -> usize {
        tippani::store::journal::unsaved_in(&self.journals(), root).len()
    }

    /// The same, where the workspace lies where it was.
    pub(super) fn kept(&self) -> usize {
        self.kept_at(&self.root)
    }
}

/// A display of its own with a window manager, as keys need somebody to give the focus.
pub(super) struct Display {
    name: String,
    folder: PathBuf,
    started: Cell<usize>,
    server: Process,
    _manager: Process,
}

impl Display {
    pub(super) fn open(folder: &Path) -> Self {
        let arguments = ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"];
        let mut server = Command::new("Xvfb");
        let mut server = server.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let manager = Command::new("openbox").env("DISPLAY", &name).stderr(Stdio::null()).spawn().unwrap();
        let (server, manager) = (Process(server), Process(manager));
        // A window that is opened while the manager begins may be managed by nobody.
        until("the window manager", || {
            let asked =
                Command::new("xdotool").arg("get_num_desktops").env("DISPLAY", &name).output().unwrap();
            asked.status.success().then_some(())
        });
        Self { name, folder: folder.to_owned(), started: Cell::new(0), server, _manager: manager }
    }

    /// What programs call it.
    #[allow(dead_code, reason = "for the tests of faults")]
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it has not gone away.
    #[allow(dead_code, reason = "for the tests of faults")]
    pub(super) fn is_there(&mut self) -> bool {
        self.server.0.try_wait().unwrap().is_none()
    }

    /// The display goes away under its windows.
    pub(super) fn vanish(&mut self) {
        self.server.0.kill().unwrap();
        self.server.0.wait().unwrap();
    }

    /// The display stands still: whoever waits for it waits.
    pub(super) fn halt(&self) {
        self.server.signal("STOP");
    }

    pub(super) fn xdotool(&self, arguments: &str) -> String {
        let output = Command::new("xdotool")
            .args(arguments.split_whitespace())
            .env("DISPLAY", &self.name)
            .output()
            .unwrap();
        assert!(output.status.success(), "xdotool {arguments}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Starts the program and waits for its text.
    pub(super) fn start(&self, article: &Path) -> Window<'_> {
        self.start_under(&[], article)
    }

    /// The same under another program, which has to leave it its process: its name and arguments.
    pub(super) fn start_under(&self, wrapper: &[&str], article: &Path) -> Window<'_> {
        let article = article.to_str().unwrap();
        self.start_with(wrapper, &[article, "--annotator", "asha", "--theme", "light"])
    }

    /// The same with these arguments.
    pub(super) fn start_with(&self, wrapper: &[&str], arguments: &[&str]) -> Window<'_> {
        let private = |name: &str| {
            let folder = self.folder.join(name);
            fs::create_dir_all(&folder).unwrap();
            folder
        };
        self.started.set(self.started.get() + 1);
        let log = self.folder.join(format!("log-{}", self.started.get()));
        let program = [wrapper, &[env!("CARGO_BIN_EXE_tippani")]].concat();
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).args(arguments);
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY");
        // A backtrace of a debug build takes longer than the test waits.
        command.env("TIPPANI_LOG", "info,tippani=debug").env("RUST_BACKTRACE", "0");
        for (variable, name) in [
            ("XDG_RUNTIME_DIR", "runtime"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("HOME", "home"),
        ] {
            command.env(variable, private(name));
        }
        let process = Process(command.stderr(File::create(&log).unwrap()).spawn().unwrap());
        let pid = process.0.id();
        let mut window = Window { display: self, process, log, id: String::new() };
        window.logged("first frame with text");
        let id = self.xdotool(&format!("search --sync --onlyvisible --all --pid {pid} --name Tippani"));
        id.lines().next().unwrap().clone_into(&mut window.id);
        window.activate();
        window
    }
}

/// The program's window.
pub(super) struct Window<'a> {
    pub(super) display: &'a Display,
    process: Process,
    log: PathBuf,
    id: String,
}

impl Window<'_> {
    /// Gives it the keyboard.
    pub(super) fn activate(&self) {
        self.display.xdotool(&format!("windowactivate --sync {}", self.id));
    }

    /// Presses keys, one after the other.
    pub(super) fn press(&self, keys: &str) {
        self.display.xdotool(&format!("key --delay 60 {keys}"));
    }

    /// Types a word into what has the keyboard, each letter a change of its own.
    #[track_caller]
    pub(super) fn type_word(&self, word: &str) {
        for letter in word.chars() {
            let before = self.changes();
            self.press(&letter.to_string());
            self.changed(before + 1);
        }
    }

    /// Moves the pointer to a place in the window.
    pub(super) fn point(&self, x: u32, y: u32) {
        self.display.xdotool(&format!("mousemove --window {} {x} {y}", self.id));
    }

    /// What the display calls it.
    #[allow(dead_code, reason = "for the tests of faults")]
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// What stands in its title bar.
    pub(super) fn title(&self) -> String {
        self.display.xdotool(&format!("getwindowname {}", self.id))
    }

    /// What the program has said so far.
    pub(super) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// Waits until the program has said so.
    #[track_caller]
    pub(super) fn logged(&self, words: &str) {
        until(&format!("“{words}” in the log"), || self.log().contains(words).then_some(()));
    }

    /// Waits until the program holds so many changes that are not saved, or were not when they were made.
    #[track_caller]
    pub(super) fn changed(&self, times: usize) {
        until(&format!("{times} changes"), || (self.changes() >= times).then_some(()));
    }

    fn changes(&self) -> usize {
        self.log().matches(" is not saved: change ").count()
    }

    /// Sends a signal, as `kill` does.
    pub(super) fn signal(&self, name: &str) {
        self.process.signal(name);
    }

    /// Whether the program still runs.
    pub(super) fn runs(&mut self) -> bool {
        self.process.0.try_wait().unwrap().is_none()
    }

    /// The number of its process.
    #[allow(dead_code, reason = "for the tests of faults")]
    pub(super) fn process_id(&self) -> u32 {
        self.process.0.id()
    }

    /// Quits by its key, and waits for the program to end in good order.
    #[track_caller]
    pub(super) fn quit(self) {
        self.press("ctrl+q");
        self.ended();
    }

    /// Waits for the program to end by itself, in good order.
    #[track_caller]
    pub(super) fn ended(self) {
        let (status, log) = self.end();
        assert!(status.success(), "{status}: {log}");
    }

    /// Waits for the program to end; gives how it did, and what it said.
    #[track_caller]
    pub(super) fn end(self) -> (ExitStatus, String) {
        self.into_running().end()
    }

    /// The program alone, for its display is to go.
    pub(super) fn into_running(self) -> Running {
        Running { process: self.process, log: self.log }
    }
}

/// The program without its window.
pub(super) struct Running {
    process: Process,
    log: PathBuf,
}

impl Running {
    /// Sends a signal, as `kill` does.
    #[allow(dead_code, reason = "for the tests of faults")]
    pub(super) fn signal(&self, name: &str) {
        self.process.signal(name);
    }

    /// Waits for the program to end; gives how it did, and what it said.
    #[track_caller]
    pub(super) fn end(mut self) -> (ExitStatus, String) {
        let status = until("the end of the program", || self.process.0.try_wait().unwrap());
        (status, fs::read_to_string(&self.log).unwrap())
    }
}

#[track_caller]
pub(super) fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "{what} did not come");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The sidecar as any other program reads it; nothing where there is none.
pub(super) fn json(sidecar: &Path) -> Option<Value> {
    Some(serde_json::from_slice(&fs::read(sidecar).ok()?).unwrap())
}

/// Label, quote and identifier of each annotation, checked against the article.
pub(super) fn read(sidecar: &Path) -> Option<Vec<(String, String, String)>> {
    let json = json(sidecar)?;
    let text: Vec<char> = ARTICLE.chars().collect();
    let annotations = json["annotations"].as_array().unwrap().iter().map(|annotation| {
        let span = &annotation["spans"][0];
        let place = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        let quote: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(span["quote"], quote, "the slice is the quote");
        let word = |key: &str| annotation[key].as_str().unwrap().to_owned();
        (word("label"), quote, word("id"))
    });
    Some(annotations.collect())
}

/// Waits until the sidecar holds so many annotations.
#[track_caller]
pub(super) fn saved(sidecar: &Path, count: usize) -> Vec<(String, String, String)> {
    until(&format!("{count} annotations on disk"), || read(sidecar).filter(|all| all.len() == count))
}

pub(super) fn quotes(all: &[(String, String, String)]) -> Vec<(&str, &str)> {
    all.iter().map(|(label, quote, _)| (label.as_str(), quote.as_str())).collect()
}

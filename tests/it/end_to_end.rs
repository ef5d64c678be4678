//! The real program on a real display: keys and pointer in by `xdotool`, the sidecar out.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::tools;

/// The longest that anything may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

const ARTICLE: &str = "प्रधानमंत्री ने कहा कि पुल सुरक्षित है।\n\
    🔴 વિશ્રુત અંબરકરે ઝુમરી પુલની મુલાકાત લીધી.\n\
    The bridge at Taravel was closed on Friday\n\
    وزیر نے کہا کہ پل بند ہے";

/// Ends a process with the test, however the test ends.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A display of its own with a window manager, as keys need somebody to give the focus.
struct Display {
    name: String,
    folder: PathBuf,
    _processes: [Process; 2],
}

impl Display {
    fn open(folder: &Path) -> Self {
        let arguments = ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"];
        let mut server = Command::new("Xvfb");
        let mut server = server.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let manager = Command::new("openbox").env("DISPLAY", &name).stderr(Stdio::null()).spawn().unwrap();
        Self { name, folder: folder.to_owned(), _processes: [Process(server), Process(manager)] }
    }

    fn xdotool(&self, arguments: &str) -> String {
        let output = Command::new("xdotool")
            .args(arguments.split_whitespace())
            .env("DISPLAY", &self.name)
            .output()
            .unwrap();
        assert!(output.status.success(), "xdotool {arguments}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Starts the program and waits for its text.
    fn start(&self, article: &Path) -> Window<'_> {
        let private = |name: &str| {
            let folder = self.folder.join(name);
            fs::create_dir_all(&folder).unwrap();
            folder
        };
        let log = self.folder.join("log");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tippani"));
        command.arg(article).args(["--annotator", "asha", "--theme", "light"]);
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("TIPPANI_LOG", "info");
        for (variable, name) in [
            ("XDG_RUNTIME_DIR", "runtime"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("HOME", "home"),
        ] {
            command.env(variable, private(name));
        }
        let process = Process(command.stderr(File::create(&log).unwrap()).spawn().unwrap());
        let shown = || fs::read_to_string(&log).unwrap().contains("first frame with text");
        until(&format!("text in the window of {}", self.name), || shown().then_some(()));
        let id = self.xdotool("search --sync --onlyvisible --name Tippani");
        let id = id.lines().next().unwrap().to_owned();
        self.xdotool(&format!("windowactivate --sync {id}"));
        Window { display: self, process, id }
    }
}

/// The program's window.
struct Window<'a> {
    display: &'a Display,
    process: Process,
    id: String,
}

impl Window<'_> {
    /// Presses keys, one after the other.
    fn press(&self, keys: &str) {
        self.display.xdotool(&format!("key --delay 60 {keys}"));
    }

    /// Moves the pointer to a place in the window.
    fn point(&self, x: u32, y: u32) {
        self.display.xdotool(&format!("mousemove --window {} {x} {y}", self.id));
    }

    /// Waits for the program to end by itself.
    fn ended(mut self) {
        let status = until("the end of the program", || self.process.0.try_wait().unwrap());
        assert!(status.success(), "{status}");
    }
}

#[track_caller]
fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "{what} did not come");
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// The sidecar as any other program reads it: label and quote of each annotation, checked against the article.
fn read(sidecar: &Path) -> Option<Vec<(String, String, String)>> {
    let json: Value = serde_json::from_slice(&fs::read(sidecar).ok()?).unwrap();
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
fn saved(sidecar: &Path, count: usize) -> Vec<(String, String, String)> {
    until(&format!("{count} annotations on disk"), || read(sidecar).filter(|all| all.len() == count))
}

fn quotes(all: &[(String, String, String)]) -> Vec<(&str, &str)> {
    all.iter().map(|(label, quote, _)| (label.as_str(), quote.as_str())).collect()
}

#[test]
fn an_analyst_tags_by_pointer_and_by_keys_and_finds_it_all_again() {
    if tools::lacks(&["Xvfb", "openbox", "xdotool"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    let article = corpus.join("a.txt");
    fs::write(&article, ARTICLE).unwrap();
    let sidecar = corpus.join("a.txt.asha.annotations.json");
    let display = Display::open(folder.path());

    let window = display.start(&article);
    // The column begins 40 points right of the list; lines are 31 points high, with 9 between paragraphs.
    let (left, first, step) = (342, 128, 40);
    window.point(left + 40, first);
    display.xdotool("click --repeat 2 --delay 80 1");
    window.press("1");
    let all = saved(&sidecar, 1);
    assert_eq!(quotes(&all), [("person", "प्रधानमंत्री")], "a double click takes the word, conjuncts and all");

    // A drag snaps to words.
    window.point(left + 6, first + 2 * step);
    display.xdotool("mousedown 1");
    for x in [20, 50, 80] {
        window.point(left + x, first + 2 * step);
    }
    display.xdotool("mouseup 1");
    window.press("3");
    let all = saved(&sidecar, 2);
    let dragged = all[1].1.clone();
    assert!(dragged.starts_with("The bridge") && ARTICLE.contains(&format!("{dragged} ")), "{dragged:?}");

    // The same by keys: a claim, taken back and done again; then a word that runs to the left.
    window.press("Escape Escape ctrl+Home Down Down End ctrl+shift+Left c");
    let all = saved(&sidecar, 3);
    assert_eq!(quotes(&all)[2], ("statement", "Friday"));
    window.press("ctrl+z");
    saved(&sidecar, 2);
    window.press("ctrl+shift+z Escape Escape ctrl+End ctrl+d 3");
    let before = saved(&sidecar, 4);
    assert_eq!(quotes(&before)[3], ("location", "ہے"));
    window.press("ctrl+q");
    window.ended();

    let window = display.start(&article);
    window.press("ctrl+Home Down ctrl+Right ctrl+d alt+Left 2");
    let after = saved(&sidecar, 5);
    let new: Vec<_> = after.iter().filter(|annotation| !before.contains(annotation)).collect();
    assert_eq!(after.len() - new.len(), 4, "what was there is as it was, identifiers too");
    // By a word to the right, then the edge back by one cluster: the case ending is left off.
    assert_eq!((new[0].0.as_str(), new[0].1.as_str()), ("organization", "અંબરક"));
    // As the cross in the corner does.
    window.press("alt+F4");
    window.ended();

    let mut names: Vec<_> = fs::read_dir(&corpus).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.txt", "a.txt.asha.annotations.json"], "nothing else was written");
    assert_eq!(fs::read_to_string(&article).unwrap(), ARTICLE);
}

//! Steady work: one word after another is marked, or letters are typed into a note, at a pace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::desktop::{Display, Window, json as read, until};

/// Words of an article of steady work, each in a line of its own.
const WORDS: usize = 120;
/// Keys that mark the word at the caret and go on to the next.
const MARK: [&str; 5] = ["ctrl+d", "1", "Escape", "Escape", "Down"];

/// What is done over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// A word is marked.
    Marks,
    /// A letter is typed into the note on the first word.
    Letters,
}

/// An article that is worked on.
pub(super) struct Article {
    pub(super) path: PathBuf,
    pub(super) sidecar: PathBuf,
    words: Vec<String>,
}

impl Article {
    /// Makes one in this folder.
    pub(super) fn new(folder: &Path, round: usize) -> Self {
        let name = format!("round{round:03}.txt");
        let scripts = ["पुल", "દિલ્હી", "bridge", "كتاب"];
        let words: Vec<String> = (0..WORDS).map(|n| format!("{}{n}", scripts[n % scripts.len()])).collect();
        let path = folder.join(&name);
        fs::write(&path, words.join("\n")).unwrap();
        Self { path, sidecar: folder.join(format!("{name}.asha.annotations.json")), words }
    }

    /// Every quote is what stands in its place.
    pub(super) fn quotes_are_right(&self) {
        let Some(set) = read(&self.sidecar) else { return };
        let text: Vec<char> = self.words.join("\n").chars().collect();
        for span in set["annotations"].as_array().unwrap().iter().map(|annotation| &annotation["spans"][0]) {
            let place = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
            let slice: String = text[place("start")..place("end")].iter().collect();
            assert_eq!(json!(slice), span["quote"]);
        }
    }

    /// How much of the work is in the sidecar: so many words from the first, or letters. What is there is all as it was made.
    pub(super) fn done(&self, work: Work) -> usize {
        let Some(set) = read(&self.sidecar) else { return 0 };
        self.quotes_are_right();
        let annotations = set["annotations"].as_array().unwrap();
        for (annotation, word) in annotations.iter().zip(&self.words) {
            assert_eq!(
                (&annotation["spans"][0]["quote"], &annotation["label"]),
                (&json!(word), &json!("person"))
            );
        }
        match work {
            Work::Marks => annotations.len(),
            Work::Letters => {
                let note = annotations.first().and_then(|first| first["note"].as_str()).unwrap_or("");
                assert!(note.chars().all(|letter| letter == 'x'), "{note:?}");
                note.len()
            }
        }
    }
}

/// Keys that go on being pressed until this is dropped.
pub(super) struct Hands {
    keys: Child,
    display: String,
}

impl Drop for Hands {
    fn drop(&mut self) {
        let _ = self.keys.kill();
        let _ = self.keys.wait();
        // A key that was down stays down, unless the display has gone.
        let keys = ["ctrl", "d", "1", "x", "Escape", "Down"].map(|key| ["keyup", key]);
        let mut up = Command::new("xdotool");
        let _ = up.args(keys.as_flattened()).env("DISPLAY", &self.display).stderr(Stdio::null()).status();
    }
}

/// Begins to work in a window that shows an article nobody has worked on: so much every second.
pub(super) fn begin(display: &Display, window: &Window<'_>, work: Work, per_second: f64) -> Hands {
    window.press("ctrl+Home");
    let milliseconds = |keys: usize| format!("{:.0}", 1_000.0 / per_second / keys as f64);
    let mut chain: Vec<String> = Vec::new();
    match work {
        Work::Marks => {
            chain.extend(["key".to_owned(), "--delay".to_owned(), milliseconds(MARK.len())]);
            chain.extend(MARK.into_iter().cycle().take(MARK.len() * (WORDS - 1)).map(str::to_owned));
        }
        Work::Letters => {
            window.press("ctrl+d 1 ctrl+e");
            window.changed(1);
            // Words of five letters, and a moment after each.
            for _ in 0..WORDS / 5 {
                chain.extend(["key".to_owned(), "--delay".to_owned(), milliseconds(1)]);
                chain.extend(std::iter::repeat_n("x".to_owned(), 5));
                chain.extend(["sleep".to_owned(), "0.5".to_owned()]);
            }
        }
    }
    let display = display.name().to_owned();
    let keys = Command::new("xdotool").args(chain).env("DISPLAY", &display).stderr(Stdio::null()).spawn();
    Hands { keys: keys.unwrap(), display }
}

/// How much of the work the window has acknowledged: as kept, and as done at all.
pub(super) fn acknowledged(log: &str, work: Work) -> (usize, usize) {
    let unit = match work {
        Work::Marks => " annotations, ",
        Work::Letters => " letters in notes",
    };
    let last = |words: &str| {
        let line = log.lines().rfind(|line| line.contains(words) && line.contains(unit))?;
        line.split_once(unit)?.0.rsplit(' ').next()?.parse().ok()
    };
    (last("everything is kept").unwrap_or(0), last(" is not saved: ").unwrap_or(0))
}

/// Waits until so much is done at least, or for as long.
pub(super) fn wait_for(window: &Window<'_>, work: Work, at_least: usize, time: Duration) {
    let started = Instant::now();
    until("steady work", || {
        let (_, done) = acknowledged(&window.log(), work);
        (done >= at_least && started.elapsed() >= time).then_some(())
    });
}

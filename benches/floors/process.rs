//! What the real program takes, beside an empty window of the same toolkit: start, memory, the processor at rest.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::{Limit, Table, Unit, median, milliseconds};
use crate::{corpus, dense, usage};

const STARTS: usize = 5;
/// How long the processor is watched at rest.
const REST: Duration = Duration::from_secs(10);

/// A program in a window, ended with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a program in a window took.
struct Figures {
    start: f64,
    memory: f64,
    busy: f64,
}

/// Starts a program, waits for these words of it, and lets it rest.
fn run(program: &Path, arguments: &[&str], words: &str, is_watched: bool) -> Option<Figures> {
    let folder = tempfile::tempdir().ok()?;
    let log = folder.path().join("log");
    let mut command = Command::new(program);
    command.args(arguments).env("TIPPANI_LOG", "info").env("XDG_CONFIG_HOME", folder.path());
    command.env("XDG_STATE_HOME", folder.path()).env("HOME", folder.path());
    command.stdout(Stdio::null()).stderr(std::fs::File::create(&log).ok()?);
    let started = Instant::now();
    let child = Running(command.spawn().ok()?);
    while !std::fs::read_to_string(&log).unwrap_or_default().contains(words) {
        if started.elapsed() > Duration::from_mins(1) {
            return None;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let start = milliseconds(started.elapsed());
    let id = child.0.id().to_string();
    if is_watched {
        // The caret blinks where the keyboard is.
        let search = ["search", "--sync", "--onlyvisible", "--pid", &id, "windowfocus"];
        Command::new("xdotool").args(search).stdout(Stdio::null()).status().ok()?;
    }
    // The caret has stopped blinking by then.
    std::thread::sleep(Duration::from_millis(if is_watched { 7_500 } else { 1_500 }));
    let memory = usage::unshared(&id)? as f64 / 1e3;
    let busy = if is_watched {
        let before = usage::ticks(&id)?;
        std::thread::sleep(REST);
        // A hundredth of a second each second is 1 %.
        (usage::ticks(&id)? - before) / REST.as_secs_f64()
    } else {
        0.0
    };
    Some(Figures { start, memory, busy })
}

pub(crate) fn measure(table: &mut Table) {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tippani"));
    let empty = program.with_file_name("examples").join("empty_window");
    if std::env::var_os("DISPLAY").is_none() || !empty.is_file() {
        table.missing(
            "start, memory, rest: needs a display and the example empty_window (scripts/bench.sh has both)"
                .to_owned(),
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let [small, large] = [(corpus::SMALL, 26), (corpus::BYTES, corpus::MARKS)].map(|(bytes, marks)| {
        let at = folder.path().join(bytes.to_string());
        std::fs::create_dir(&at).expect("a temporary folder can be written");
        corpus::write(&at, bytes, marks)
    });
    let open = |path: &Path, is_watched| {
        let arguments = [path.to_str().expect("UTF-8"), "--annotator", "bench", "--theme", "light"];
        run(&program, &arguments, "first frame with text", is_watched).expect("the program opens it")
    };
    let bare = |is_watched| run(&empty, &[], "first frame", is_watched).expect("an empty window opens");

    let (mut starts, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        floors.push(bare(false).start);
        starts.push(open(&small, false).start);
    }
    let floor = ("empty window", median(floors));
    table.row(
        "start with an article",
        Unit::Milliseconds,
        median(starts),
        floor,
        Limit { times: 1.0, plus: 60.0 },
    );

    let (window, article) = (bare(true), open(&small, true));
    let floor = ("empty window", window.memory);
    table.row("memory, an article", Unit::Megabytes, article.memory, floor, Limit { times: 1.0, plus: 20.0 });
    let files: u64 = std::fs::read_dir(large.parent().expect("it is in a folder"))
        .expect("it can be read")
        .map(|entry| entry.and_then(|entry| entry.metadata()).map_or(0, |meta| meta.len()))
        .sum();
    let plus = 6.0 * files as f64 / 1e6;
    let memory = open(&large, false).memory;
    table.row(
        "memory, 10 MB with 51,600 annotations",
        Unit::Megabytes,
        memory,
        floor,
        Limit { times: 1.0, plus },
    );
    let [without, dense] = [0, dense::CLAIMS].map(|claims| dense::article(folder.path(), claims));
    let floor = ("the same article without", open(&without, false).memory);
    table.row(
        "memory, 5,000 claims on a paragraph",
        Unit::Megabytes,
        open(&dense, false).memory,
        floor,
        Limit { times: 1.0, plus: 30.0 },
    );
    table.bare("at rest, with the caret in the text", Unit::Percent, article.busy, 1.0);
}

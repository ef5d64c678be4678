//! An import that is killed leaves whole files, and can be run again.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use tippani::store;

/// More than are written at once.
const RECORDS: usize = 2_500;
/// It has begun by then, whatever else the machine does.
const LIMIT: Duration = Duration::from_mins(2);

fn import(file: &Path, into: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tippani"));
    command.arg("import").arg(file).args(["--from", "prodigy", "--annotator", "x", "--into"]).arg(into);
    let home = into.parent().unwrap();
    command.env("XDG_STATE_HOME", home.join("state")).env("XDG_CONFIG_HOME", home.join("config"));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Articles and annotations of a workspace, each of which has to be readable.
fn whole(root: &Path) -> (usize, usize) {
    let articles = store::scan(root, &mut |_| true).unwrap().articles;
    let mut marks = 0;
    for entry in &articles {
        let loaded = store::load_sets(root, &entry.file, &entry.annotators).unwrap();
        assert_eq!(loaded.issues, [], "{}", entry.file);
        assert!(loaded.document.text.as_str().ends_with("went to Surat."), "{}", entry.file);
        marks += loaded.sets.iter().map(|set| set.annotations().len()).sum::<usize>();
    }
    (articles.len(), marks)
}

#[test]
fn a_killed_import_leaves_whole_files_and_is_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let (file, root) = (folder.path().join("in.jsonl"), folder.path().join("w"));
    fs::create_dir_all(&root).unwrap();
    let line = |n: usize| {
        let span = json!({"start": 0, "end": 4, "label": "person"});
        let meta = json!({"file": format!("{n:04}.txt")});
        json!({"text": format!("Asha {n} went to Surat."), "spans": [span], "answer": "accept", "meta": meta})
            .to_string()
    };
    fs::write(&file, (0..RECORDS).map(line).collect::<Vec<_>>().join("\n")).unwrap();
    let mut running = import(&file, &root).spawn().unwrap();
    let start = Instant::now();
    let is_there = |path: &Path| path.extension().is_some_and(|ending| ending == "txt");
    let files = || fs::read_dir(&root).unwrap().flatten().filter(|entry| is_there(&entry.path())).count();
    while files() == 0 && start.elapsed() < LIMIT {
        std::thread::sleep(Duration::from_millis(1));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    let (articles, marks) = whole(&root);
    assert!(articles > 0 && marks <= articles, "{marks} annotations in {articles} articles");
    let status = import(&file, &root).status().unwrap();
    assert_eq!(status.code(), Some(0));
    assert_eq!(whole(&root), (RECORDS, RECORDS));
}

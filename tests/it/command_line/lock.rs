//! Several programs that write one annotator's files: one after the other, or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use serde_json::{Value as Json, json};
use tippani::model::Annotator;
use tippani::store::{WriterLock, Writers};

use super::{GOLDEN, folder};

/// The program, with a state folder of its own.
fn tippani(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tippani"));
    command.args(arguments).current_dir(folder).env("XDG_STATE_HOME", folder.join("state"));
    command
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

/// Letters of the golden sentence.
const PLACES: [u64; 10] = [46, 47, 48, 50, 51, 52, 53, 54, 55, 56];

/// A workspace of the golden sentence, and ten files that each mark another letter of it.
fn ten_files() -> tempfile::TempDir {
    let mut files = vec![("w/golden.txt".to_owned(), GOLDEN.to_owned())];
    for (n, at) in PLACES.into_iter().enumerate() {
        let line = json!({ "text": GOLDEN, "label": [[at, at + 1, "person"]] }).to_string();
        files.push((format!("in-{n}.jsonl"), line));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (&**file, &**text)).collect();
    folder(&files)
}

fn starts(folder: &Path) -> Vec<u64> {
    let sidecar = fs::read(folder.join("w/golden.txt.m.annotations.json")).unwrap();
    let set: Json = serde_json::from_slice(&sidecar).unwrap();
    let all = set["annotations"].as_array().unwrap();
    let mut starts: Vec<u64> = all.iter().map(|a| a["spans"][0]["start"].as_u64().unwrap()).collect();
    starts.sort_unstable();
    starts
}

/// An import of a file into the set of m.
fn import(folder: &Path, file: &str, wait: &str) -> Command {
    let from = ["import", file, "--from", "doccano", "--unit", "code-point"];
    tippani(folder, &[&from[..], &["--into", "w", "--annotator", "m", "--wait", wait]].concat())
}

/// Ten imports at once: how each ended.
fn ten_at_once(folder: &Path, wait: &str) -> Vec<Output> {
    // All of them run before the first is waited for.
    let mut children = Vec::new();
    for n in 0..10 {
        let file = format!("in-{n}.jsonl");
        let mut command = import(folder, &file, wait);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        children.push(command.spawn().unwrap());
    }
    children.into_iter().map(|child| child.wait_with_output().unwrap()).collect()
}

#[test]
fn ten_imports_at_once_are_all_on_disk() {
    let folder = ten_files();
    for output in ten_at_once(folder.path(), "300") {
        assert!(output.status.code().unwrap() < 2, "{}", said(&output));
        assert!(said(&output).contains("1 new annotations in 1 articles"), "{}", said(&output));
    }
    assert_eq!(starts(folder.path()), PLACES);
}

#[test]
fn imports_that_do_not_wait_say_what_they_did_not_do() {
    let folder = ten_files();
    let outputs = ten_at_once(folder.path(), "0");
    let mut done = Vec::new();
    for (at, output) in PLACES.into_iter().zip(&outputs) {
        match output.status.code().unwrap() {
            2 => {
                let said = said(output);
                assert!(said.contains("nothing was written: m is annotating in this folder"), "{said}");
            }
            _ => done.push(at),
        }
    }
    assert!(!done.is_empty(), "the first has nobody to wait for");
    assert_eq!(starts(folder.path()), done, "what is told is what is on disk");
}

/// Holds the lock of an annotator of the workspace `root`: this test is another program.
fn hold(folder: &Path, root: &str, annotator: &str) -> Arc<WriterLock> {
    let writers = Writers::new(Some(folder.join("state/tippani/journals")));
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    writers.take(&folder.join(root), &Annotator::new(annotator).unwrap(), &now).unwrap()
}

#[test]
fn who_waits_says_for_whom() {
    let folder = ten_files();
    let lock = hold(folder.path(), "w", "m");
    let output = import(folder.path(), "in-0.jsonl", "1").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = said(&output);
    assert!(said.contains("waiting for up to 1 seconds"), "{said}");
    assert!(said.contains(&format!("process {}", std::process::id())), "{said}");
    assert!(!folder.path().join("w/golden.txt.m.annotations.json").exists());
    drop(lock);
    assert_eq!(import(folder.path(), "in-0.jsonl", "0").output().unwrap().status.code(), Some(0));
    assert_eq!(starts(folder.path()), PLACES[..1]);
}

#[cfg(unix)]
#[test]
fn who_waits_can_be_stopped() {
    use std::io::{BufRead as _, BufReader, Read as _};
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    let folder = ten_files();
    let check = |arguments: &[&str], annotator: &str| {
        let _lock = hold(folder.path(), "w", annotator);
        let mut command = tippani(folder.path(), &[arguments, &["--wait", "3600"]].concat());
        let mut program = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut err = BufReader::new(program.stderr.take().unwrap());
        let mut said = String::new();
        err.read_line(&mut said).unwrap();
        assert!(said.contains("waiting for up to 3600 seconds"), "{said}");
        Command::new("kill").args(["-INT", &program.id().to_string()]).status().unwrap();
        let asked = Instant::now();
        let ended = loop {
            if let Some(status) = program.try_wait().unwrap() {
                break status;
            }
            if asked.elapsed() > Duration::from_secs(20) {
                program.kill().unwrap();
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        err.read_to_string(&mut said).unwrap();
        assert_eq!(ended.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.ends_with("tippani: nothing was written: cancelled\n"), "{said}");
    };
    check(&["adjudicate", "w"], "gold");
    let from = ["import", "in-0.jsonl", "--from", "doccano", "--unit", "code-point"];
    check(&[&from[..], &["--into", "w", "--annotator", "m"]].concat(), "m");
    assert!(!folder.path().join("w/golden.txt.m.annotations.json").exists());
}

#[cfg(unix)]
#[test]
fn the_name_of_a_folder_that_is_waited_for_does_not_steer_the_terminal() {
    let root = "w\u{1b}[31m";
    let folder = folder(&[(&format!("{root}/golden.txt"), GOLDEN)]);
    let _lock = hold(folder.path(), root, "gold");
    let output = tippani(folder.path(), &["adjudicate", root, "--wait", "1"]).output().unwrap();
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("waiting for up to 1 seconds") && said.contains(r"w\u{1b}[31m"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

//! Several programs that write one annotator's files: one after the other, or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value as Json, json};
use tippani::model::Annotator;
use tippani::store::Writers;

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

#[test]
fn who_waits_says_for_whom() {
    let folder = ten_files();
    // This test is another program.
    let writers = Writers::new(Some(folder.path().join("state/tippani/journals")));
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let lock = writers.take(&folder.path().join("w"), &Annotator::new("m").unwrap(), &now).unwrap();
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

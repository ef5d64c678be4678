//! Output that cannot be written is an error; a reader that has enough is none, wherever it reads.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{IMPORT, folder};

/// Runs the program in `folder` with its output going to `out` and `err`: exit code, and what went to the standard error where
/// that was piped.
fn ended(folder: &Path, arguments: &[&str], out: Stdio, err: Stdio) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tippani"));
    let program = program.args(arguments).current_dir(folder).stdout(out).stderr(err);
    let Output { status, stderr, .. } = program.spawn().unwrap().wait_with_output().unwrap();
    (status.code(), String::from_utf8(stderr).unwrap())
}

/// An article, one whose sidecar cannot be read, and lines to import of which one is broken.
fn workspace() -> tempfile::TempDir {
    folder(&[
        ("w/a.txt", "Asha Rao spoke.\n"),
        ("w/b.txt", "x"),
        ("w/b.txt.asha.annotations.json", "{ broken"),
        ("in.jsonl", "{\"text\":\"Asha Rao spoke.\\n\",\"label\":[[0,8,\"person\"]]}\n[1"),
    ])
}

#[test]
fn a_reader_that_has_enough_of_everything_changes_no_exit_code() {
    let folder = workspace();
    // A pipe that nobody reads.
    let closed = || Stdio::from(std::io::pipe().unwrap().1);
    let check = |arguments: &[&str], code: i32| {
        let (found, _) = ended(folder.path(), arguments, closed(), closed());
        assert_eq!(found, Some(code), "{arguments:?}");
    };
    check(&["check", "w"], 1);
    check(&["stats", "w", "--json"], 1);
    check(&["check", "nowhere"], 2);
    check(&["check"], 2);
    check(&IMPORT, 1);
    check(&["completions", "bash"], 0);
    check(&["formats"], 0);
    check(&["--licences"], 0);
    check(&["--help"], 0);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    use std::fs::OpenOptions;

    let folder = workspace();
    let full = || Stdio::from(OpenOptions::new().write(true).open("/dev/full").unwrap());
    let check = |arguments: &[&str]| {
        let (code, said) = ended(folder.path(), arguments, full(), Stdio::piped());
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        let why = "tippani: the output cannot be written: No space left on device";
        assert!(said.contains(why), "{arguments:?}: {said}");
    };
    check(&["stats", "w"]);
    check(&["stats", "w", "--json"]);
    check(&["names", "Asha", "Asha"]);
    check(&["entities", "list", "w"]);
    check(&IMPORT);
    check(&["completions", "bash"]);
    check(&["--licences"]);
    check(&["--help"]);
    // What could not be read cannot be told either.
    let (code, _) = ended(folder.path(), &["check", "w"], Stdio::null(), full());
    assert_eq!(code, Some(2));
}

//! The program opens no network connection: every socket it makes is seen by `strace`.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::desktop::{Corpus, Display, saved, until};
use crate::tools;

/// `strace` of every socket, into a file; `-D` leaves the program the process it was started as.
fn tracing(log: &Path) -> [&str; 8] {
    ["strace", "-D", "-f", "-qq", "-e", "trace=socket,socketpair,execve", "-o", log.to_str().unwrap()]
}

/// No socket was made that reaches beyond this machine. `wanted` stands in the log, so that it was one.
#[track_caller]
fn check(log: &Path, wanted: &str) {
    // It is written beside the program, and may be a moment behind.
    let log = until(&format!("“{wanted}” in the trace"), || {
        fs::read_to_string(log).ok().filter(|log| log.contains(wanted))
    });
    let sockets = log.lines().filter(|line| line.contains("socket("));
    let beyond: Vec<&str> =
        sockets.filter(|line| !line.contains("AF_UNIX") && !line.contains("AF_NETLINK")).collect();
    assert_eq!(beyond, [""; 0]);
}

#[test]
fn the_window_opens_no_connection() {
    let Some(corpus) = Corpus::new() else { return };
    if tools::lacks(&["strace"]) {
        return;
    }
    let log = corpus.folder.path().join("trace");
    let display = Display::open(corpus.folder.path());
    let window = display.start_under(&tracing(&log), &corpus.article);
    window.press("ctrl+Home ctrl+d 1");
    saved(&corpus.sidecar, 1);
    window.press("F1 Escape F2 ctrl+shift+p Escape ctrl+q");
    window.ended();
    // It talks to its display.
    check(&log, "socket(AF_UNIX");
}

#[test]
fn the_command_line_opens_no_connection() {
    if tools::lacks(&["strace"]) {
        return;
    }
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let (samples, out) = (samples.to_str().unwrap(), out.to_str().unwrap());
    for (number, arguments) in [
        vec!["check", samples],
        vec!["stats", samples],
        vec!["agreement", samples],
        vec!["progress", samples],
        vec!["export", samples, "--to", "html", "--out", out],
        vec!["--licences"],
    ]
    .into_iter()
    .enumerate()
    {
        let log = folder.path().join(format!("trace-{number}"));
        let wrapper = tracing(&log);
        let program = Command::new(wrapper[0])
            .args(&wrapper[1..])
            .arg(env!("CARGO_BIN_EXE_tippani"))
            .args(&arguments)
            .output()
            .unwrap();
        assert!(matches!(program.status.code(), Some(0 | 1)), "{arguments:?}: {program:?}");
        check(&log, "execve(");
    }
}

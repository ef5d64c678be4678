//! Outside programs that judge what was made here.

use std::process::{Command, Stdio};

/// Runs a program with `input` and gives what it printed.
///
/// A program that is not there fails the test: `scripts/test.sh` installs every one of them.
pub(crate) fn run(program: &str, arguments: &[&str], input: &str) -> String {
    use std::io::Write as _;
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{program} is needed by this test: {error}"));
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

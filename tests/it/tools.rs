//! Outside programs that judge what was made here.

use std::process::{Command, Stdio};

/// Whether a test has to stop because one of its programs is not on this machine.
///
/// Under `scripts/test.sh`, which installs them all, it fails instead; elsewhere it says that it did not run, past
/// the harness, which would keep it to itself.
#[track_caller]
pub(crate) fn lacks(programs: &[&str]) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |program: &&&str| std::env::split_paths(&folders).any(|f| f.join(program).is_file());
    let Some(missing) = programs.iter().find(|program| !is_there(program)) else { return false };
    assert!(std::env::var_os("TIPPANI_REQUIRE_TOOLS").is_none(), "{missing} is needed by this test");
    not_run(missing);
    true
}

/// Says, past the harness, that this test did not run for want of something.
pub(crate) fn not_run(missing: &str) {
    use std::io::Write as _;
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let word = format!("NOT RUN: {test} needs {missing}; scripts/test.sh installs it\n");
    std::io::stderr().write_all(word.as_bytes()).unwrap();
}

/// Runs a program with `input` and gives what it printed.
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

/// Runs a program in a folder and gives what it printed.
pub(crate) fn run_in(folder: &std::path::Path, command: &mut Command) -> String {
    let output = command.current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

//! The program built without the window: no graphics library in it, and the same answers.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::samples;
use crate::folder::contents;

/// Packages that only a window needs.
const GRAPHICS: [&str; 5] = ["eframe", "egui", "wgpu", "winit", "rfd"];

#[test]
fn the_command_line_alone_links_no_graphics() {
    let tree = |features: &[&str]| {
        let arguments = ["tree", "--locked", "--edges", "normal", "--prefix", "none"];
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(arguments).args(features).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let names =
        |package: &str, tree: &str| tree.lines().any(|line| line.starts_with(&format!("{package} v")));
    let (alone, whole) = (tree(&["--no-default-features"]), tree(&[]));
    for package in GRAPHICS {
        assert!(!names(package, &alone), "{package} is in the command line alone");
        assert!(names(package, &whole), "{package} is in the whole program, or this test sees nothing");
    }
}

/// The program that `scripts/test.sh` built without the window.
fn alone() -> Option<PathBuf> {
    if let Some(program) = std::env::var_os("TIPPANI_COMMAND_LINE_ALONE") {
        return Some(std::path::absolute(program).unwrap());
    }
    assert!(std::env::var_os("TIPPANI_REQUIRE_TOOLS").is_none(), "scripts/test.sh builds it");
    crate::tools::not_run("the program without the window");
    None
}

/// What a program prints and ends with, and the files that are there then.
type Seen = (Option<i32>, String, String, Vec<(String, String)>);

/// What files hold, but for the times at which annotations came in.
fn without_times(files: Vec<(String, Vec<u8>)>) -> Vec<(String, String)> {
    let is_time =
        |line: &&str| ["\"created\"", "\"modified\""].iter().any(|key| line.trim().starts_with(key));
    let told = |(name, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (name, text.lines().filter(|line| !is_time(line)).collect::<Vec<_>>().join("\n"))
    };
    files.into_iter().map(told).collect()
}

fn run(program: &Path, folder: &Path, arguments: &[&str]) -> Seen {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr), without_times(contents(folder)))
}

#[test]
fn the_command_line_alone_gives_the_same_bytes() {
    let Some(alone) = alone() else { return };
    let whole = PathBuf::from(env!("CARGO_BIN_EXE_tippani"));
    let check = |series: &[&[&str]]| {
        let (one, other) = (samples(), samples());
        for arguments in series {
            let (expected, seen) = (run(&whole, one.path(), arguments), run(&alone, other.path(), arguments));
            assert_eq!(seen, expected, "{arguments:?}");
        }
    };
    check(&[&["check", "w"], &["check", "w", "--json"]]);
    check(&[
        &["agreement", "w"],
        &["agreement", "w", "--json"],
        &["stats", "w", "--json"],
        &["progress", "w"],
    ]);
    check(&[
        &["export", "w", "--to", "jsonl", "--out", "out"],
        &["export", "w", "--to", "html", "--out", "pages"],
    ]);
    check(&[
        &["export", "w", "--to", "brat", "--out", "out", "--annotator", "asha"],
        &["check", "w", "--json"],
        &["import", "out", "--from", "brat", "--into", "w", "--annotator", "again", "--json"],
    ]);
    assert_ne!(run(&alone, samples().path(), &["w"]).0, Some(0), "it has no window to open");
}

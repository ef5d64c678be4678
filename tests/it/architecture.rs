//! The map of `ARCHITECTURE.md`, held against the sources.

use std::path::{Path, PathBuf};

/// Which rooms each room may use.
const ARROWS: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("model", &["text"]),
    ("edit", &["model", "text"]),
    ("analysis", &["edit", "model", "text"]),
    ("format", &["model", "text"]),
    ("store", &["format", "model", "text"]),
    ("typeset", &["text"]),
    ("session", &["analysis", "edit", "model", "text"]),
    ("ui", &["session", "typeset", "analysis", "edit", "model", "text"]),
    ("app", &["ui", "session", "store", "format", "typeset", "analysis", "edit", "model", "text"]),
    ("cli", &["app", "ui", "store", "format", "typeset", "analysis", "edit", "model", "text"]),
];

/// Packages that only some rooms may name.
const PACKAGES: [(&str, &[&str]); 13] = [
    ("arrow_", &["format"]),
    ("scraper::", &["format"]),
    ("skera::", &["typeset"]),
    ("indicatif::", &["cli"]),
    ("ctrlc::", &["cli"]),
    ("serde::", &["format"]),
    ("std::fs", &["store"]),
    ("egui::", &["ui", "app"]),
    ("eframe::", &["app"]),
    ("rfd::", &["app"]),
    ("parley::", &["typeset"]),
    ("swash::", &["typeset"]),
    ("std::thread", &["app"]),
];

/// A file longer than this hides something.
const LONGEST: usize = 400;

/// Rust files below a folder of the project, with what they hold.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|e| e.unwrap().into_path());
    let rust = all.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

fn sources() -> Vec<(String, PathBuf, String)> {
    let room = |(room, _): &(&str, _)| {
        let named = |(path, text)| ((*room).to_owned(), path, text);
        files(&format!("src/{room}")).into_iter().map(named).collect::<Vec<_>>()
    };
    ARROWS.iter().flat_map(room).collect()
}

/// The code of a file: comments left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn every_arrow_is_on_the_map() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        let allowed = ARROWS.iter().find(|(r, _)| *r == room).unwrap().1;
        for (number, line) in code(&text) {
            for (_, rest) in line.match_indices("crate::").map(|(at, found)| (at, &line[at + found.len()..]))
            {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_room = ARROWS.iter().any(|(r, _)| *r == name);
                if is_room && name != room && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{}:{}: {room} uses {name}", path.display(), number + 1));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn packages_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        for (number, line) in code(&text) {
            for (package, rooms) in PACKAGES {
                if line.contains(package) && !rooms.contains(&room.as_str()) {
                    wrong.push(format!("{}:{}: {room} names {package}", path.display(), number + 1));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = ["src", "tests", "benches"]
        .into_iter()
        .flat_map(files)
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{lines} {}", path.display()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

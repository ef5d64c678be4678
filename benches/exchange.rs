//! 10,000 articles with 500,000 annotations to each format: input text a second, and the most memory that was in use.
//!
//! Each format in a process of its own. Beside them the same job by spaCy (`DocBin`) and by `datasets`, where
//! `TIPPANI_JUDGES` names the Python that has them; `scripts/test.sh` makes it.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark makes files and says what it measured"
)]

mod corpus;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use tippani::format::exchange::{FORMATS, Format};
use tippani::format::{article, sidecar};
use tippani::jobs::{CancelToken, ExportOptions, export};

const ARTICLES: usize = 10_000;
const MARKS: usize = 50;
const BYTES: usize = 10_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|a| a == "--one") {
        return one(&arguments[at + 1], Path::new(&arguments[at + 2]), Path::new(&arguments[at + 3]));
    }
    if let Some(at) = arguments.iter().position(|a| a == "--make") {
        let number = |n: usize| arguments[at + n].parse().expect("a number");
        let marks = Amount { articles: number(2), bytes: number(3), marks: number(4) };
        workspace(Path::new(&arguments[at + 1]), marks);
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let bytes = workspace(folder.path(), Amount { articles: ARTICLES, bytes: BYTES, marks: MARKS });
    println!("{ARTICLES} articles, {} annotations, {:.1} MB of text", ARTICLES * MARKS, megabytes(bytes));
    let program = std::env::current_exe().expect("a program knows its file");
    let wanted = |format: &&Format| {
        arguments.len() < 2 || arguments.contains(&format.id.to_owned()) || arguments[1] == "--bench"
    };
    // All are kept to the end: a file system that has just deleted many files is slow to make new ones.
    let all = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    for format in FORMATS.iter().filter(wanted) {
        let out = all.path().join(format.id);
        // What was written before is not to be paid for by the next.
        let synced = Command::new("sync").arg("--file-system").arg(all.path()).status();
        assert!(synced.is_ok_and(|s| s.success()), "sync (coreutils)");
        let status = Command::new(&program).arg("--one").arg(format.id).arg(folder.path()).arg(&out).status();
        assert!(status.is_ok_and(|s| s.success()), "{}", format.id);
    }
    if let Some(python) = std::env::var_os("TIPPANI_JUDGES") {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/rivals.py");
        for rival in ["spacy", "datasets"] {
            let status = Command::new(&python).arg(script).arg(rival).arg(folder.path()).status();
            assert!(status.is_ok_and(|s| s.success()), "{rival}");
        }
    } else {
        println!("spaCy and datasets not measured: TIPPANI_JUDGES names no Python");
    }
}

/// Exports in this process, and says how fast and with how much memory.
fn one(id: &str, from: &Path, out: &Path) {
    let how = ExportOptions {
        path: from.to_owned(),
        format: Format::find(id).expect("a format of the table"),
        out: out.to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    let start = Instant::now();
    let exported = export(&how, &CancelToken::new(), &mut |_, _| {}).expect("it can be exported");
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(exported.articles, ARTICLES);
    let bytes: u64 = walkdir::WalkDir::new(from)
        .into_iter()
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|e| e == "txt"))
        .filter_map(|e| Some(e.metadata().ok()?.len()))
        .sum();
    let rate = megabytes(bytes as usize) / seconds;
    println!("{id:<18} {rate:>6.1} MB/s  {seconds:>5.2} s  {:>4} MB at most", peak() >> 10);
}

/// The most memory this process had, in kB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// How much there is of a workspace: articles, and of each the bytes of its text and its marks.
#[derive(Clone, Copy)]
struct Amount {
    articles: usize,
    bytes: usize,
    marks: usize,
}

/// Writes articles with their sidecars; gives the bytes of all texts.
fn workspace(folder: &Path, Amount { articles, bytes: length, marks }: Amount) -> usize {
    let base = corpus::document(length * 2);
    let paragraphs: Vec<&str> = base.text.as_str().split("\n\n").filter(|p| !p.is_empty()).collect();
    let mut bytes = 0;
    for n in 0..articles {
        let mut text = format!("Article {n}\n\n");
        for paragraph in paragraphs.iter().cycle().skip(n % paragraphs.len()) {
            if text.len() >= length {
                break;
            }
            text.push_str(paragraph);
            text.push_str("\n\n");
        }
        let file = format!("{:02}/{n:05}.txt", n % 100);
        let document = article::decode(&file, text.as_bytes()).value;
        let set = corpus::annotations(&document, marks);
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        std::fs::write(&path, &text).expect("it can be written");
        let name = sidecar::file_name(&file, &corpus::annotator());
        let encoded = sidecar::encode(&set, &document).expect("spans of this text");
        std::fs::write(folder.join(name), encoded).expect("it can be written");
        bytes += text.len();
    }
    bytes
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

//! 10,000 articles with 500,000 annotations to each format: input text a second, and the most memory that was in use.
//!
//! `--memory`: every format at 1,000 and at 100,000 articles, each of which loses something in most formats; ends with 1 where
//! memory grows with their number.
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
mod usage;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use tippani::format::exchange::{FORMATS, Format};
use tippani::format::{article, sidecar};
use tippani::jobs::{CancelToken, ExportOptions, Exported, export};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Timestamp};
use tippani::text::{ByteOffset, Span};

const ARTICLES: usize = 10_000;
const MARKS: usize = 50;
const BYTES: usize = 10_000;

/// Articles of the two sizes at which memory is compared.
const FEW: usize = 1_000;
const MANY: usize = 100_000;
/// Megabytes that the list of so many articles may take, and the names of their files: what all else is, does not grow.
const ALLOWED: usize = 48;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|a| a == "--memory") {
        return memory();
    }
    if let Some(at) = arguments.iter().position(|a| a == "--peak") {
        let exported =
            export_all(&arguments[at + 1], Path::new(&arguments[at + 2]), Path::new(&arguments[at + 3]));
        println!("{} {}", peak() >> 10, exported.lost_count());
        return ExitCode::SUCCESS;
    }
    speed(&arguments);
    ExitCode::SUCCESS
}

/// Memory and losses of every format at both sizes.
fn memory() -> ExitCode {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let [few, many] = [FEW, MANY].map(|articles| {
        let at = folder.path().join(articles.to_string());
        small_workspace(&at, articles);
        at
    });
    println!("{:<18} {:>10} {:>10} {:>10} {:>12}", "format", FEW, MANY, "limit", "losses");
    let mut is_flat = true;
    for format in FORMATS {
        let [(small, _), (large, losses)] = [&few, &many].map(|from| peak_of(format, from));
        let limit = small + ALLOWED;
        is_flat &= large <= limit;
        let mark = if large <= limit { "" } else { " !" };
        println!("{:<18} {small:>7} MB {large:>7} MB {limit:>7} MB {losses:>12}{mark}", format.id);
    }
    ExitCode::from(u8::from(!is_flat))
}

/// The most megabytes that exporting took, in a process of its own, and how much was lost.
fn peak_of(format: &Format, from: &Path) -> (usize, usize) {
    let out = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let program = std::env::current_exe().expect("a program knows its file");
    let done =
        Command::new(program).arg("--peak").arg(format.id).arg(from).arg(out.path().join("out")).output();
    let said = done.expect("it can be started");
    assert!(said.status.success(), "{}: {}", format.id, String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8_lossy(&said.stdout);
    let mut numbers = said.split_whitespace().map(|number| number.parse().expect("a number"));
    (numbers.next().expect("megabytes"), numbers.next().expect("losses"))
}

/// Articles of one line with three marks, two of which overlap.
fn small_workspace(folder: &Path, articles: usize) {
    for n in 0..articles {
        let text = format!("Article {n}: the bridge at Morbi was closed, the minister said on Friday.\n");
        let file = format!("{:03}/{n:06}.txt", n % 250);
        let document = article::decode(&file, text.as_bytes()).value;
        let now: Timestamp = "2026-01-02T03:04:05Z".parse().expect("it is a time");
        let ends = [(0, 7), (0, text.len() - 1), (4, text.len() - 2)];
        let marks = ends.into_iter().enumerate().map(|(at, (start, end))| {
            let id = AnnotationId::new(format!("01JD{n:016}{at:06}"));
            let kind = if at == 0 { AnnotationKind::Entity } else { AnnotationKind::Claim };
            let span =
                Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).expect("ASCII");
            Annotation::new(id, kind, if at == 0 { "person" } else { "statement" }, span.into(), now.clone())
        });
        let set = AnnotationSet::new(corpus::annotator()).with_annotations(marks.collect()).0;
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        let _ = corpus::write_set(folder, &document, &set);
    }
}

fn speed(arguments: &[String]) {
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

fn export_all(id: &str, from: &Path, out: &Path) -> Exported {
    let how = ExportOptions {
        path: from.to_owned(),
        format: Format::find(id).expect("a format of the table"),
        out: out.to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    };
    export(&how, &CancelToken::new(), &mut |_, _| {}).expect("it can be exported")
}

/// Exports in this process, and says how fast and with how much memory.
fn one(id: &str, from: &Path, out: &Path) {
    let start = Instant::now();
    let exported = export_all(id, from, out);
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
    usage::peak(usage::OWN).unwrap_or_default() as usize
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

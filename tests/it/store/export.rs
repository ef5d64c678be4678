//! A dataset is written as a whole, or the folder is as it was.

use std::fs;
use std::path::{Path, PathBuf};

use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ExportOptions, export};
use tippani::store;

use super::{HINDI, marked};
use crate::folder::{contents, folder};

/// Files and folders below `folder`, with what the files hold.
fn everything(folder: &Path) -> Vec<(PathBuf, String)> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    all.map(|entry| (entry.path().to_owned(), fs::read_to_string(entry.path()).unwrap_or_default())).collect()
}

fn exporting(root: &Path, format: &str, out: &Path) -> ExportOptions {
    ExportOptions {
        path: root.join("w"),
        format: Format::find(format).unwrap(),
        out: out.to_owned(),
        only: None,
        annotators: Vec::new(),
        accepted: false,
    }
}

/// A folder with a workspace in `w` and these files in `out`.
fn beside(files: &[(&str, &str)]) -> tempfile::TempDir {
    let mut all =
        vec![("w/a.txt".to_owned(), HINDI.as_bytes()), ("w/sub/b.txt".to_owned(), HINDI.as_bytes())];
    all.extend(files.iter().map(|(name, text)| (format!("out/{name}"), text.as_bytes())));
    let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let folder = folder(&all);
    let root = folder.path().join("w");
    for file in ["a.txt", "sub/b.txt"] {
        let (loaded, set) = marked(&root, file, "आशा");
        store::save(&root, &loaded.document, &set, &loaded.stamp).unwrap();
    }
    folder
}

#[test]
fn an_export_that_cannot_be_put_in_its_place_changes_nothing() {
    /// Exports into a folder with these files; the name in the way is told last.
    #[track_caller]
    fn check(format: &str, files: &[(&str, &str)], way: &str) {
        let folder = beside(files);
        let out = folder.path().join("out");
        let before = everything(folder.path());
        let how = exporting(folder.path(), format, &out);
        let error = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap_err().to_string();
        assert!(error.ends_with(&format!(": {}", out.join(way).display())), "{error}");
        assert_eq!(everything(folder.path()), before, "{format}, {way} in the way");
    }
    // A folder has the name of the data, of a text, of the report.
    check("jsonl", &[("articles.jsonl/x", "mine")], "articles.jsonl");
    check("jsonl", &[("articles.jsonl/x", "mine"), ("EXPORT.md", "of last week")], "articles.jsonl");
    check(
        "brat",
        &[("asha/sub/b.txt/x", "mine"), ("asha/a.txt", "of last week"), ("EXPORT.md", "too")],
        "asha/sub/b.txt",
    );
    check("brat", &[("EXPORT.md/x", "mine")], "EXPORT.md");
    // A file has the name of a folder.
    check("brat", &[("asha/sub", "mine"), ("asha/a.ann", "of last week")], "asha/sub/b.ann");
}

#[test]
fn a_folder_made_for_an_export_goes_with_it() {
    let folder = beside(&[]);
    let before = everything(folder.path());
    let out = folder.path().join("new/folder");
    let how = exporting(folder.path(), "jsonl", &out);
    let cancel = CancelToken::new();
    let asked = cancel.clone();
    export(&how, &cancel, &mut |_, _| asked.cancel()).unwrap_err();
    assert_eq!(everything(folder.path()), before);
    let done = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    let written: Vec<String> = contents(&out).into_iter().map(|(file, _)| file).collect();
    assert_eq!(written, done.files, "nothing but the dataset is left");
}

#[test]
fn an_export_takes_the_place_of_an_earlier_one() {
    let folder =
        beside(&[("articles.jsonl", "of last week"), ("EXPORT.md", "of last week"), ("notes", "mine")]);
    let out = folder.path().join("out");
    let how = exporting(folder.path(), "jsonl", &out);
    let done = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
    let now = contents(&out);
    assert_eq!(now.len(), done.files.len() + 1);
    for (file, bytes) in now {
        assert_eq!(bytes == b"mine", file == "notes", "{file}");
        assert_ne!(bytes, b"of last week", "{file}");
    }
}

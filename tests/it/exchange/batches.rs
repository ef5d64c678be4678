//! Imports of more than is written at once.

use std::fs;
use std::path::Path;

use serde_json::json;
use tippani::format::exchange::{Format, Record};
use tippani::jobs::{CancelToken, ImportOptions, import};
use tippani::store::{FoundArticle, ImportTarget};

use super::asha;

/// More than are written at once.
const RECORDS: usize = 2_200;

/// A record whose mark starts at a character.
fn line(text: &str, start: usize) -> String {
    let span = json!({"start": start, "end": start + 4, "label": "person"});
    json!({"text": text, "spans": [span], "answer": "accept", "meta": {"source": "one.txt"}}).to_string()
}

/// Imports records, twice: the second time everything is there. Gives how many articles there are then.
fn articles_of(lines: &[String], root: &Path) -> usize {
    let file = root.with_extension("jsonl");
    fs::create_dir_all(root).unwrap();
    fs::write(&file, lines.join("\n")).unwrap();
    let format = Format::find("prodigy").unwrap();
    let how = ImportOptions::new(format, vec![file], root.to_owned(), asha());
    for expected in [(lines.len(), 0), (0, lines.len())] {
        let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
        assert_eq!(done.issues.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
        assert_eq!((done.annotations, done.known), expected);
    }
    let is_text = |path: &Path| path.extension().is_some_and(|ending| ending == "txt");
    fs::read_dir(root).unwrap().flatten().filter(|entry| is_text(&entry.path())).count()
}

#[test]
fn texts_of_one_name_are_articles_each_whatever_was_written_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<String> = (0..RECORDS).map(|n| line(&format!("Asha {n}."), 0)).collect();
    assert_eq!(articles_of(&lines, &folder.path().join("w")), RECORDS);
}

#[test]
fn a_text_that_is_being_written_is_the_same_article() {
    let folder = tempfile::tempdir().unwrap();
    let text = |n: usize| format!("Asha {n} met Ravi.");
    let first = (0..RECORDS).map(|n| line(&text(n), 0));
    let again = (0..RECORDS).rev().map(|n| line(&text(n), text(n).find("Ravi").unwrap()));
    let lines: Vec<String> = first.chain(again).collect();
    assert_eq!(articles_of(&lines, &folder.path().join("w")), RECORDS);
}

#[test]
fn an_article_is_found_by_its_name_before_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut target = ImportTarget::open(folder.path(), &|| true).unwrap();
    let file = Some("a.txt".to_owned());
    let text = Some("Asha met Ravi.".to_owned());
    let with_text = Record { file: file.clone(), text, ..Record::default() };
    assert!(matches!(target.article(&with_text, |_| false), Ok(FoundArticle::New(_))));
    let without = Record { file, ..Record::default() };
    let held = target.article(&without, |held| held == "a.txt");
    assert!(matches!(&held, Ok(FoundArticle::Held(held)) if **held == *"a.txt"), "{held:?}");
}

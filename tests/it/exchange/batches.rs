//! Imports of more than is written at once.

use std::fs;

use serde_json::json;
use tippani::format::exchange::Format;
use tippani::jobs::{CancelToken, ImportOptions, import};

use super::asha;

/// More than are written at once.
const RECORDS: usize = 2_200;

#[test]
fn texts_of_one_name_are_articles_each_whatever_was_written_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let (file, root) = (folder.path().join("in.jsonl"), folder.path().join("w"));
    fs::create_dir_all(&root).unwrap();
    let line = |n: usize| {
        let span = json!({"start": 0, "end": 4, "label": "person"});
        json!({"text": format!("Asha {n}."), "spans": [span], "answer": "accept", "meta": {"source": "one.txt"}})
            .to_string()
    };
    fs::write(&file, (0..RECORDS).map(line).collect::<Vec<_>>().join("\n")).unwrap();
    let format = Format::find("prodigy").unwrap();
    let how = ImportOptions::new(format, vec![file], root.clone(), asha());
    // The second time everything is there.
    for expected in [(RECORDS, 0), (0, RECORDS)] {
        let done = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
        assert_eq!(done.issues.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
        assert_eq!((done.annotations, done.known), expected);
    }
    let is_text = |path: &std::path::Path| path.extension().is_some_and(|ending| ending == "txt");
    let texts = fs::read_dir(&root).unwrap().flatten().filter(|entry| is_text(&entry.path()));
    assert_eq!(texts.count(), RECORDS);
}

//! A dataset is written as a whole, or the folder is as it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tippani::format::exchange::Format;
use tippani::format::{article, sidecar};
use tippani::jobs::{CancelToken, ExportOptions, export};
use tippani::model::{
    AnnotationId, AnnotationSet, Annotator, ContentHash, Extra, Relation, RelationEnd, Review, ReviewTarget,
    State, Verdict,
};
use tippani::store;

use super::{HINDI, asha, mark, marked};
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
        original_labels: false,
    }
}

/// Two articles, about whose first words two annotators agree; the first annotator's links lead from the first article.
fn linked() -> tempfile::TempDir {
    let text = "One two";
    let folder = folder(&[("w/a.txt", text.as_bytes()), ("w/b.txt", text.as_bytes())]);
    for (file, name, words) in [
        ("a.txt", "asha", &["One", "two"][..]),
        ("a.txt", "ravi", &["One"]),
        ("b.txt", "asha", &["One", "two"]),
        ("b.txt", "ravi", &["One"]),
    ] {
        let document = article::decode(file, text.as_bytes()).value;
        let marks = words.iter().map(|word| mark(&document, word, word)).collect();
        let (mut set, _) = AnnotationSet::new(Annotator::new(name).unwrap()).with_annotations(marks);
        set.set_state(State::Done);
        let here = |id: &str| RelationEnd::Here(AnnotationId::new(id));
        let there = |file: &str, id: &str| RelationEnd::There {
            file: file.into(),
            annotator: asha(),
            annotation: AnnotationId::new(id),
        };
        let links = [
            ("link-1", "One", there("b.txt", "One")),
            ("link-2", "One", there("b.txt", "two")),
            ("link-3", "One", here("two")),
            ("link-4", "two", here("One")),
            ("link-5", "One", there("gone.txt", "One")),
        ];
        for (id, from, to) in links.into_iter().filter(|_| (file, name) == ("a.txt", "asha")) {
            let (id, from) = (AnnotationId::new(id), AnnotationId::new(from));
            let (label, note, extra) = ("refutes".into(), String::new(), Extra::default());
            set.insert_relation(Relation { id, label, from, to, note, extra });
        }
        let write = |set: &AnnotationSet| {
            let bytes = sidecar::encode(set, &document).unwrap();
            let path = format!("w/{file}.{}.annotations.json", set.annotator);
            fs::write(folder.path().join(path), bytes).unwrap();
        };
        write(&set);
        if (file, name) == ("a.txt", "asha") {
            // The two differ in links alone, so that somebody has to accept one.
            let one = set.get(&AnnotationId::new("One")).unwrap();
            let mut lead = AnnotationSet::new(Annotator::new("lead").unwrap());
            lead.insert_review(Review {
                of: ReviewTarget { annotator: asha(), annotation: one.id.clone() },
                saw: Some(ContentHash::in_set(one, &set)),
                verdict: Verdict::Accepted,
                comment: String::new(),
                heard: 0,
                at: Some("2026-01-02T03:04:05Z".parse().unwrap()),
                extra: Extra::default(),
            });
            write(&lead);
        }
    }
    folder
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

#[test]
fn articles_of_like_names_have_files_of_their_own() {
    let files = ["a.md", "a.md.txt", "a.txt", "a.htm.txt"];
    let folder = folder(&files.map(|file| (file, HINDI.as_bytes())));
    let root = folder.path();
    for file in files {
        let (loaded, set) = marked(root, file, "आशा");
        store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    }
    for format in tippani::format::exchange::FORMATS {
        let outside = tempfile::tempdir().unwrap();
        let mut how = exporting(root, format.id, outside.path());
        how.path = root.to_owned();
        let done = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
        assert_eq!((done.articles, done.annotations), (4, 4), "{}", format.id);
        let of_articles = done.files.iter().filter(|file| file.contains("a.")).count();
        assert!([0, 4, 8].contains(&of_articles), "{}: {:?}", format.id, done.files);
    }
}

#[test]
fn a_dataset_does_not_lie_among_the_articles() {
    #[track_caller]
    fn check(out: impl Fn(&Path) -> PathBuf, is_refused: bool) {
        let folder = beside(&[("a.html", "mine")]);
        let before = everything(&folder.path().join("w"));
        let out = out(folder.path());
        let done = export(&exporting(folder.path(), "html", &out), &CancelToken::new(), &mut |_, _| {});
        let said = done.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(said.contains("choose a folder outside the workspace"), is_refused, "{said}");
        if is_refused {
            assert_eq!(everything(&folder.path().join("w")), before);
        }
    }
    check(|root| root.join("w"), true);
    check(|root| root.join("w/sub"), true);
    check(|root| root.join("w/new/deep"), true);
    check(|root| root.join("out/../w/sub"), true);
    check(|root| root.join("w/.out"), false);
    check(|root| root.join("out"), false);
    #[cfg(unix)]
    check(
        |root| {
            std::os::unix::fs::symlink("w", root.join("link")).unwrap();
            root.join("link/new")
        },
        true,
    );
}

#[cfg(unix)]
#[test]
fn a_dataset_does_not_go_through_a_link() {
    let folder = beside(&[]);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("out")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("out/asha")).unwrap();
    let how = exporting(folder.path(), "brat", &folder.path().join("out"));
    let said = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap_err().to_string();
    assert!(said.contains("asha is a link out of the folder, to"), "{said}");
    assert_eq!(contents(elsewhere.path()), []);
}

#[test]
fn what_a_killed_program_left_behind_is_taken_away_when_old() {
    let folder = folder(&[
        ("a.txt", HINDI.as_bytes()),
        (".tippani-old123.tmp", b"half"),
        (".tippani-new456.tmp", b"of a program that runs"),
        (".tippani-notes", b"somebody's"),
        (".tippani-replaced-x/0", b"what a dataset replaced"),
    ]);
    let root = folder.path();
    let old = std::time::SystemTime::now() - std::time::Duration::from_hours(48);
    for file in [".tippani-old123.tmp", ".tippani-notes", ".tippani-replaced-x"] {
        fs::File::open(root.join(file)).unwrap().set_modified(old).unwrap();
    }
    assert_eq!(store::scan(root, &mut |_| true).unwrap().articles.len(), 1, "none is an article");
    let (loaded, set) = marked(root, "a.txt", "आशा");
    store::save(root, &loaded.document, &set, &loaded.stamp).unwrap();
    let left: Vec<String> = contents(root).into_iter().map(|(file, _)| file).collect();
    assert_eq!(
        left,
        [
            ".tippani-new456.tmp",
            ".tippani-notes",
            ".tippani-replaced-x/0",
            "a.txt",
            "a.txt.asha.annotations.json"
        ]
    );
}

#[test]
fn a_table_is_divided_into_files_of_about_a_size() {
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path().join("w"), folder.path().join("out"));
    fs::create_dir_all(&root).unwrap();
    let format = Format::find("huggingface").unwrap();
    let schema = tippani::model::news_schema();
    let mut sink = store::Sink::create(&root, &out).unwrap().with_shard_bytes(600_000);
    for n in 0_u64..6 {
        // Words that no compression makes small.
        let mut seed = n + 1;
        let words = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            format!("{:x}", seed >> 8)
        });
        let text = words.take(30_000).collect::<Vec<_>>().join(" ");
        let document = tippani::format::article::decode(&format!("{n}.txt"), text.as_bytes()).value;
        let set = tippani::model::AnnotationSet::new(tippani::model::Annotator::new("asha").unwrap());
        let sets = [set];
        let article = tippani::format::exchange::Article::new(&document, &sets, &schema);
        let encoded = (format.encode)(&article);
        sink.folder().write(&encoded).unwrap();
        sink.put(format, &schema, encoded).unwrap();
    }
    let mut named = sink.paths();
    named.sort();
    let files = sink.finish(format, &|| true).unwrap();
    assert_eq!(named, files);
    assert!(files.len() > 2, "{files:?}");
    assert_eq!(&files[..2], ["data/language=und/articles-1.parquet", "data/language=und/articles-2.parquet"]);
    let mut rows = 0;
    for file in &files {
        let path = out.join(file);
        assert!(fs::metadata(&path).unwrap().len() < 4_000_000, "{file}");
        rows += tippani::format::exchange::count_rows(fs::File::open(path).unwrap()).unwrap().rows;
    }
    assert_eq!(rows, 6);
}

#[test]
fn a_link_to_what_is_left_out_is_left_out_and_told() {
    #[track_caller]
    fn check(format: &str, accepted: bool, only: Option<&str>, lost: &[&str]) {
        let folder = linked();
        let out = folder.path().join("out");
        let mut how = exporting(folder.path(), format, &out);
        how.accepted = accepted;
        how.only = only.map(|file| vec![Arc::from(file)]);
        let done = export(&how, &CancelToken::new(), &mut |_, _| {}).unwrap();
        let reason = "it joins an annotation that is left out";
        let told = done.losses.iter().filter(|loss| loss.reason == reason).map(|loss| loss.id.as_str());
        assert_eq!(told.collect::<BTreeSet<_>>(), lost.iter().copied().collect());
        let (report, data): (Vec<_>, Vec<_>) =
            contents(&out).into_iter().partition(|(file, _)| file == "EXPORT.md");
        assert_eq!(String::from_utf8_lossy(&report[0].1).contains(reason), !lost.is_empty());
        let data: String = data.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        // A project is compressed.
        for id in ["link-1", "link-2", "link-3", "link-4", "link-5"].iter().filter(|_| format != "qdpx") {
            assert_eq!(data.contains(id), !lost.contains(id), "{id}");
        }
    }
    let left_out = ["link-2", "link-3", "link-4", "link-5"];
    for format in ["jsonl", "tables", "graph"] {
        check(format, false, None, &[]);
        check(format, true, None, &left_out);
    }
    check("jsonl", true, Some("a.txt"), &["link-1", "link-2", "link-3", "link-4", "link-5"]);
    // A project has a place for links between what is in it only.
    check("qdpx", false, None, &["link-5"]);
    check("qdpx", false, Some("a.txt"), &["link-1", "link-2", "link-5"]);
    check("qdpx", true, None, &left_out);
}

//! Work that goes through a workspace ends when it is cancelled: before it begins, between two articles, within one large file.

use std::path::{Path, PathBuf};

use tippani::format::exchange::Format;
use tippani::jobs::{
    CancelToken, Cancelled, ExportOptions, ImportOptions, OccurrenceQuery, export, import, mentions,
    occurrences, preview_export, preview_import, queue, read_corpus, scan, study, survey, unread,
};
use tippani::model::{Annotator, news_schema};
use tippani::read_model::ReadModel;

use crate::folder::{contents, folder};

const ARTICLES: usize = 40;

fn annotator(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

/// A folder with a workspace in `w`: articles that two annotators have a set of each.
fn workspace() -> tempfile::TempDir {
    let folder = folder(&[]);
    let root = folder.path().join("w");
    std::fs::create_dir_all(root.join("in")).unwrap();
    for n in 0..ARTICLES {
        let line = serde_json::json!({"text": format!("Article {n} of Asha"), "label": [[0, 7, "person"]]});
        std::fs::write(root.join(format!("{n:02}.txt")), format!("Article {n} of Asha")).unwrap();
        std::fs::write(root.join(format!("in/{n:02}.jsonl")), line.to_string()).unwrap();
    }
    for name in ["asha", "ravi"] {
        let _ = import(&importing(&root.join("in"), &root, name), &CancelToken::new(), &mut |_| {}).unwrap();
    }
    folder
}

fn importing(files: &Path, into: &Path, name: &str) -> ImportOptions {
    let format = Format::find("doccano").unwrap();
    ImportOptions::new(format, vec![files.to_owned()], into.to_owned(), annotator(name))
}

fn exporting(path: &Path, out: PathBuf) -> ExportOptions {
    ExportOptions {
        path: path.to_owned(),
        format: Format::find("jsonl").unwrap(),
        out,
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
    }
}

/// Everything that goes through a workspace; each says how far it is.
type Work = (&'static str, fn(&Path, &CancelToken, &mut dyn FnMut()) -> anyhow::Result<()>);

const WORK: [Work; 11] = [
    ("export", |root, cancel, heard| {
        export(&exporting(root, root.with_file_name("out")), cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("import", |root, cancel, heard| {
        import(&importing(&root.join("in"), root, "mira"), cancel, &mut |_| heard()).map(|_| ())
    }),
    ("agreement", |root, cancel, heard| {
        study::agreement(&model(root, cancel)?, &[], cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("progress", |root, cancel, heard| {
        study::progress(&model(root, cancel)?, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("check", |root, cancel, heard| {
        survey::check(&model(root, cancel)?, &news_schema(), cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("stats", |root, cancel, heard| {
        survey::stats(&model(root, cancel)?, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("progress from the model", |root, cancel, heard| {
        study::progress(&filled(root)?, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("stats from the model", |root, cancel, heard| {
        survey::stats(&filled(root)?, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("mentions of entities", |root, cancel, heard| {
        mentions(&model(root, cancel)?, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("every occurrence", |root, cancel, heard| {
        let names = vec!["Asha".to_owned()];
        let query = OccurrenceQuery { names, only: None, annotator: annotator("asha") };
        occurrences(&model(root, cancel)?, &query, cancel, &mut |_, _| heard()).map(|_| ())
    }),
    ("filling the model", |root, cancel, heard| {
        read_corpus(&model(root, cancel)?, cancel, &mut |_, _| heard())
    }),
];

fn model(root: &Path, cancel: &CancelToken) -> anyhow::Result<ReadModel> {
    Ok(unread(&scan(root, cancel)?))
}

fn filled(root: &Path) -> anyhow::Result<ReadModel> {
    let mut model = model(root, &CancelToken::new())?;
    let mut updates = Vec::new();
    read_corpus(&model, &CancelToken::new(), &mut |update, _| updates.extend(update))?;
    for update in updates {
        model.update(update);
    }
    Ok(model)
}

fn queueing() -> queue::QueueOptions {
    let annotators = vec![annotator("asha"), annotator("ravi")];
    queue::QueueOptions { annotators, reviewer: annotator("gold"), only: None, unfinished: Vec::new() }
}

#[test]
fn work_that_is_cancelled_goes_no_further() {
    let folder = workspace();
    let root = &folder.path().join("w");
    let before = contents(folder.path());
    for stop in [0, 1, 7, ARTICLES - 1] {
        for (name, work) in WORK {
            let cancel = CancelToken::new();
            if stop == 0 {
                cancel.cancel();
            }
            let mut steps = 0;
            let ended = work(root, &cancel, &mut || {
                steps += 1;
                if steps == stop {
                    cancel.cancel();
                }
            });
            assert!(ended.unwrap_err().is::<Cancelled>(), "{name}, cancelled after {stop}");
            assert_eq!(steps, stop, "{name}");
            let mut now = contents(folder.path());
            if name == "import" {
                let is_new = |file: &str| file.contains(".mira.");
                assert_eq!(
                    now.iter().filter(|(file, _)| is_new(file)).count(),
                    stop,
                    "what was imported stays"
                );
                now.retain(|(file, _)| !is_new(file));
                for n in 0..stop {
                    std::fs::remove_file(root.join(format!("{n:02}.txt.mira.annotations.json"))).unwrap();
                }
            }
            assert_eq!(now, before, "{name}, cancelled after {stop}");
        }
        let (cancel, mut steps) = (CancelToken::new(), 0);
        if stop == 0 {
            cancel.cancel();
        }
        let ended = model(root, &cancel).and_then(|model| {
            queue::queue(&model, &queueing(), &cancel, &mut |_, _, _| {
                steps += 1;
                if steps == stop {
                    cancel.cancel();
                }
            })
        });
        assert!(ended.unwrap_err().is::<Cancelled>());
        assert_eq!(steps, stop);
    }
    for (name, work) in WORK {
        let mut steps = 0;
        work(root, &CancelToken::new(), &mut || steps += 1).unwrap();
        assert_eq!(steps, ARTICLES, "{name}");
    }
}

#[test]
fn a_preview_that_is_cancelled_shows_nothing() {
    let folder = workspace();
    let root = &folder.path().join("w");
    let export = exporting(root, root.join("out"));
    let import = importing(root, root, "mira");
    shows_nothing_when_cancelled(|cancel| preview_export(&export, cancel));
    shows_nothing_when_cancelled(|cancel| preview_import(&import, cancel));
}

fn shows_nothing_when_cancelled(preview: impl Fn(&CancelToken) -> anyhow::Result<Vec<String>>) {
    let cancel = CancelToken::new();
    assert!(!preview(&cancel).unwrap().is_empty());
    cancel.cancel();
    assert!(preview(&cancel).unwrap_err().is::<Cancelled>());
}

/// Offsets are found out by reading all files first, which nobody is told of: a long line shows that it is cancelled.
#[cfg(target_os = "linux")]
#[test]
fn a_file_of_one_endless_line_is_left_when_the_import_is_cancelled() {
    const AFTER: u64 = 1 << 20;
    const LENGTH: u64 = 1 << 30;
    let folder = folder(&[]);
    let file = folder.path().join("endless.jsonl");
    // A hole takes no room.
    std::fs::File::create(&file).unwrap().set_len(LENGTH).unwrap();
    let cancel = CancelToken::new();
    let (asked, path) = (cancel.clone(), file.clone());
    let watcher = std::thread::spawn(move || {
        while read_of(&path) < AFTER {
            std::thread::yield_now();
        }
        asked.cancel();
    });
    let ended = import(&importing(&file, folder.path(), "asha"), &cancel, &mut |_| {});
    assert!(ended.unwrap_err().is::<Cancelled>());
    watcher.join().unwrap();
}

/// How far this process has read a file, in bytes; none of one that is not open.
#[cfg(target_os = "linux")]
fn read_of(path: &Path) -> u64 {
    let open = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
    let open = open.filter(|fd| std::fs::read_link(fd.path()).is_ok_and(|to| to == path));
    let at = |fd: std::fs::DirEntry| {
        let info = std::fs::read_to_string(Path::new("/proc/self/fdinfo").join(fd.file_name())).ok()?;
        info.lines().next()?.strip_prefix("pos:")?.trim().parse().ok()
    };
    open.filter_map(at).max().unwrap_or_default()
}

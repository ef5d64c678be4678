//! What is told by rooms below the window: in the language of the thread that asked, and in English in files.

use std::path::Path;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use tippani::format::exchange::Format;
use tippani::jobs::{
    Answer, CancelToken, Executor, ExportOptions, Generation, ImportOptions, Job, JobId, JobKind, Journals,
    LoadRequest, LoadedArticle, Message, Reporter, Request, Runner, Saver, export, import, parallel_in_order,
};
use tippani::model::Annotator;
use tippani::store::{self, LoadError, SetState};
use tippani::words::{Language, language, set_language, speaking};

use crate::folder;

/// A job that takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(1);

fn job(kind: JobKind, serial: u64) -> Job {
    let id = JobId { generation: Generation::default(), kind, serial };
    Job { id, cancel: CancelToken::new(), request: Request::Scan(std::path::PathBuf::new()) }
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    folder::folder(&files)
}

fn asha() -> Annotator {
    Annotator::new("asha").unwrap()
}

const ARTICLE: &str = "आशा राव ने स्वागत किया।";

/// A sidecar of [`ARTICLE`] with these annotations.
fn sidecar(annotations: &str) -> String {
    let sha256 = tippani::format::encoding::sha256(ARTICLE.as_bytes());
    format!(
        r#"{{"format": "tippani/annotations", "version": 1, "source": {{"file": "a.txt", "sha256": "{sha256}",
            "unit": "code-point", "characters": {}}}, "annotator": "asha", "state": "todo",
            "annotations": [{annotations}], "relations": [], "reviews": []}}"#,
        ARTICLE.chars().count()
    )
}

/// Carries out a request on an article, in a language.
fn load(root: &Path, spoken: Language, aside: bool) -> LoadedArticle {
    let executor = Executor::new(Arc::new(Saver::new(Arc::new(Journals::new(None)), None)));
    let article = LoadRequest { root: root.to_owned(), file: "a.txt".into(), annotator: asha() };
    let path = store::sidecar_path(root, "a.txt", &asha()).unwrap();
    let (kind, request) = if aside {
        (JobKind::SetAside, Request::SetAside { article, path, keep: None })
    } else {
        (JobKind::Load, Request::Load(article))
    };
    let job = Job { request, ..job(kind, 1) };
    let reporter = Reporter::new(&job, Arc::new(|_| {}));
    match speaking(spoken, || executor.execute(job, &reporter)) {
        Ok(Answer::Loaded(loaded)) => *loaded,
        other => panic!("{other:?}"),
    }
}

/// What is told is this in English, and in Hindi that, of which no word is in Latin letters but these names.
fn check(root: &Path, told: impl Fn() -> String, (english, hindi): (&str, &str), names: &[&str]) {
    let path = root.display().to_string();
    let plain = |language| speaking(language, &told).replace(&path, "DIR");
    assert_eq!(plain(Language::English), english);
    let said = plain(Language::Hindi);
    assert_eq!(said, hindi);
    for language in [Language::Hindi, Language::Gujarati] {
        let said = names.iter().fold(plain(language).replace("DIR", ""), |said, name| said.replace(name, ""));
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    }
}

/// Says which language it speaks, and which each of two threads of its own does.
fn languages() -> Answer {
    let mut all = vec![language().code().to_owned()];
    let token = CancelToken::new();
    let name = |_: &u8| String::new();
    let work = |_: &u8| language().code();
    let mut consume = |_: usize, code: &str| {
        all.push(code.to_owned());
        Ok(())
    };
    parallel_in_order(&[0, 1], &token, name, work, &mut consume).unwrap();
    Answer::Preview(all)
}

#[test]
fn a_job_speaks_as_who_asked_for_it() {
    let (told, messages) = mpsc::channel();
    let told = Mutex::new(told);
    let deliver = move |message| told.lock().unwrap().send(message).unwrap();
    let runner = Runner::start(Box::new(|_, _| Ok(languages())), Arc::new(deliver)).unwrap();
    // One of each lane; the threads of the first two go on from language to language.
    let kinds = [JobKind::Save, JobKind::Keep, JobKind::Load, JobKind::Progress];
    let mut serial = 0;
    for spoken in [Language::Hindi, Language::Gujarati, Language::English, Language::Hindi] {
        set_language(spoken);
        for kind in kinds {
            serial += 1;
            runner.begin(job(kind, serial));
            let Ok(Message::Finished(_, answer)) = messages.recv_timeout(PATIENCE) else {
                panic!("no answer")
            };
            let expected = vec![spoken.code().to_owned(); 3];
            assert_eq!(answer, Ok(Answer::Preview(expected)), "{kind:?}");
        }
    }
}

#[test]
fn a_damaged_sidecar_is_told_in_the_language_that_is_spoken() {
    const FILE: &str = "a.txt.asha.annotations.json";
    let check = |json: &str, told: (&str, &str), names: &[&str]| {
        let folder = folder(&[("a.txt", ARTICLE), (FILE, json)]);
        let told_of = || {
            let loaded = load(folder.path(), language(), false);
            let blocked = loaded.blocked.map(|blocked| blocked.reason);
            blocked.into_iter().chain(loaded.notices.into_iter().map(|notice| notice.text)).collect()
        };
        check(folder.path(), told_of, told, &[&[FILE], names].concat());
    };
    let quote = r#"{"id": "01A", "kind": "entity", "label": "person", "spans": [{"start": 0, "end": 3, "quote": "राव"}],
        "attributes": {}, "note": ""}"#;
    check(
        &sidecar(quote),
        (
            "An entry of annotations cannot be read: the text from 0 to 3 is “आशा”, not “राव”; it is kept in the file: \
             a.txt.asha.annotations.json, annotations, entry 1",
            "एक अंकन नहीं पढ़ा जा सका: 0 से 3 तक पाठ “आशा” है, “राव” नहीं; यह फ़ाइल में सुरक्षित है: \
             a.txt.asha.annotations.json, अंकनों की प्रविष्टि 1",
        ),
        &[],
    );
    check(
        "{\"format\": ",
        (
            "The annotations cannot be used: it is not valid JSON: EOF while parsing a value (line 1, column 11). The file is \
             left as it is: DIR/a.txt.asha.annotations.json",
            "अंकन इस्तेमाल नहीं किए जा सकते: यह सही JSON नहीं है: फ़ाइल बीच में ही ख़त्म हो जाती है (पंक्ति 1, कॉलम 11)। फ़ाइल जैसी है वैसी ही है: \
             DIR/a.txt.asha.annotations.json",
        ),
        &["JSON"],
    );
}

#[test]
fn a_sidecar_that_is_set_aside_is_told_in_the_language_that_is_spoken() {
    for (spoken, begins) in [(Language::English, "Renamed to "), (Language::Hindi, "नया नाम: ")] {
        let folder = folder(&[("a.txt", ARTICLE), ("a.txt.asha.annotations.json", "{")]);
        let loaded = load(folder.path(), spoken, true);
        let [notice] = &loaded.notices[..] else { panic!("{:?}", loaded.notices) };
        assert!(notice.text.starts_with(begins), "{}", notice.text);
    }
}

#[test]
fn what_is_wrong_in_a_folder_is_told_in_the_language_that_is_spoken() {
    let dir = folder(&[("a.txt", ARTICLE), ("notes.csv", "")]);
    let scan = |path: &Path| match store::scan(path, &mut |_| true) {
        Ok(found) => found.issues.iter().map(ToString::to_string).collect::<String>(),
        Err(error) => error.to_string(),
    };
    check(
        dir.path(),
        || scan(&dir.path().join("notes.csv")),
        (
            "The file is not an article; its folder was opened; articles are .txt, .md, .html: notes.csv",
            "यह फ़ाइल लेख नहीं है; इसका फ़ोल्डर खोला गया; लेख .txt, .md और .html फ़ाइलें होते हैं: notes.csv",
        ),
        &["notes.csv", ".txt", ".md", ".html"],
    );
    check(
        dir.path(),
        || scan(&dir.path().join("b")),
        ("no such file or folder: DIR/b", "ऐसी कोई फ़ाइल या फ़ोल्डर नहीं है: DIR/b"),
        &["/b"],
    );
    check(
        dir.path(),
        || LoadError::Gone(dir.path().join("b.txt")).to_string(),
        (
            "the article is not there any more; rescan the folder: DIR/b.txt",
            "लेख अब वहाँ नहीं है; फ़ोल्डर ताज़ा करें: DIR/b.txt",
        ),
        &["b.txt"],
    );
}

/// Sets are compared with one another, and what could not be read is a part of them.
#[test]
fn a_set_is_the_same_whatever_is_spoken_where_it_is_read() {
    let folder = folder(&[("a.txt", ARTICLE), ("a.txt.asha.annotations.json", &sidecar("{}"))]);
    let document = store::load(folder.path(), "a.txt", &asha()).unwrap().document;
    let read = |spoken| speaking(spoken, || store::read_set(folder.path(), &document, &asha()).0);
    let [english, hindi, gujarati] = Language::ALL.map(|spoken| match read(spoken) {
        SetState::Ready(set) => set,
        other => panic!("{other:?}"),
    });
    assert_eq!(english.unread[0].reason, "missing field `id` at line 1 column 2");
    assert!(english == hindi && english == gujarati);
}

/// What an export writes says nothing in the language of the window.
#[test]
fn a_dataset_is_english_whatever_is_spoken() {
    let dir = folder(&[
        ("w/a.txt", "Asha welcomed it"),
        ("in/a.jsonl", r#"{"text": "Asha welcomed it", "label": [[0, 4, "person"], [0, 3, "x"]]}"#),
    ]);
    let root = dir.path().join("w");
    let format = Format::find("doccano").unwrap();
    let how = ImportOptions::new(format, vec![dir.path().join("in")], root.clone(), asha());
    let _ = import(&how, &CancelToken::new(), &mut |_| {}).unwrap();
    let sets = [Language::English, Language::Hindi].map(|spoken| {
        let out = dir.path().join(spoken.code());
        let how = ExportOptions {
            path: root.clone(),
            format: Format::find("conll").unwrap(),
            out: out.clone(),
            only: None,
            annotators: Vec::new(),
            accepted: false,
            original_labels: false,
        };
        let done = speaking(spoken, || export(&how, &CancelToken::new(), &mut |_, _| {})).unwrap();
        let files = done.files.iter().map(|file| (file.clone(), std::fs::read(out.join(file)).unwrap()));
        (files.collect::<Vec<_>>(), std::fs::read_to_string(out.join("EXPORT.md")).unwrap())
    });
    let [(english, report), (hindi, said)] = sets;
    assert!(english == hindi && report == said, "{said}");
}

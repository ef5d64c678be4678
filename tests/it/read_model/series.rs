//! Any series of edits, saves, closings, changes from outside and readings.

use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use tippani::format::sidecar;
use tippani::model::Document;
use tippani::read_model::ArticleUpdate;
use tippani::store;
use tippani::text::{SourceText, TextOrigin};

use super::corpus::{ANNOTATORS, Corpus, counts, document, looks, read, set, who};

const FILES: [&str; 4] = ["a.txt", "b/c.md", "b/p.html", "d.txt"];
const TEXTS: [&str; 3] = [
    "Asha met Ravi in Delhi.\nZoya was not there.",
    "Asha met Zoya in Delhi.\nRavi was not there.",
    "गुरुवार को आशा दिल्ली में थीं, रवि नहीं। आशा ने यह भी कहा",
];

#[derive(Clone, Debug)]
enum Step {
    /// An annotator marks these words; the article is open from now on.
    Edit(usize, usize, Vec<usize>),
    /// An open set is saved, and stays open.
    Save(usize, usize),
    /// An open set is saved and closed.
    Close(usize, usize),
    /// Another program writes an article.
    Write(usize, usize),
    /// Another program writes a sidecar, of the article or of another version of it.
    WriteSet(usize, usize, Vec<usize>, bool),
    /// A sidecar is cut off.
    Break(usize, usize),
    Remove(usize),
    RemoveSet(usize, usize),
    /// Everything that is new is made old, so that its time can be trusted.
    Age,
    /// A reading begins; what was read arrives later.
    Begin,
    /// What was read arrives.
    Arrive,
    /// The folder is looked at, and everything that changed is read.
    Refill,
}

fn any_step() -> impl Strategy<Value = Step> {
    let (file, annotator) = (0..FILES.len(), 0..ANNOTATORS.len());
    let both = || (0..FILES.len(), 0..ANNOTATORS.len());
    let words = || prop::collection::vec(0..9_usize, 0..5);
    prop_oneof![
        4 => (file.clone(), annotator.clone(), words()).prop_map(|(f, a, words)| Step::Edit(f, a, words)),
        2 => both().prop_map(|(f, a)| Step::Save(f, a)),
        3 => both().prop_map(|(f, a)| Step::Close(f, a)),
        4 => (file.clone(), 0..TEXTS.len()).prop_map(|(f, text)| Step::Write(f, text)),
        4 => (file.clone(), annotator, words(), any::<bool>()).prop_map(|(f, a, words, own)| Step::WriteSet(f, a, words, own)),
        1 => both().prop_map(|(f, a)| Step::Break(f, a)),
        1 => file.prop_map(Step::Remove),
        1 => both().prop_map(|(f, a)| Step::RemoveSet(f, a)),
        2 => Just(Step::Age),
        2 => Just(Step::Begin),
        2 => Just(Step::Arrive),
        2 => Just(Step::Refill),
    ]
}

fn page(text: &str) -> String {
    format!("<html><body><article><p>{text}</p><p>{text}</p></article></body></html>")
}

/// A corpus and what was read but has not arrived.
struct Run {
    corpus: Corpus,
    arriving: Vec<ArticleUpdate>,
}

impl Run {
    fn step(&mut self, step: &Step) {
        let corpus = &mut self.corpus;
        let key = |file: usize, annotator: usize| (FILES[file].to_owned(), ANNOTATORS[annotator].to_owned());
        match step {
            Step::Edit(file, annotator, words) => {
                let key = key(*file, *annotator);
                let known = corpus.open.get(&key).map(|(document, _)| document.clone());
                if let Some(document) = known.or_else(|| corpus.document(FILES[*file])) {
                    let set = set(&document, &key.1, words);
                    let before = corpus.model.revision();
                    corpus.model.put_set(&document, &set);
                    assert_ne!(corpus.model.revision(), before);
                    corpus.open.insert(key, (document, set));
                }
            }
            Step::Save(file, annotator) => drop(self.save(&key(*file, *annotator))),
            Step::Close(file, annotator) => {
                let key = key(*file, *annotator);
                // What cannot be saved is kept open.
                if self.save(&key) {
                    self.corpus.model.close_set(&key.0, &who(&key.1));
                    self.corpus.open.remove(&key);
                }
            }
            Step::Write(file, text) => {
                let (file, text) = (FILES[*file], TEXTS[*text]);
                let text = if file.ends_with("html") { page(text) } else { text.to_owned() };
                corpus.write(file, text.as_bytes());
            }
            Step::WriteSet(file, annotator, words, own) => {
                let file = FILES[*file];
                let other = || document(file, TEXTS[2]);
                let document = corpus.document(file).filter(|_| *own).unwrap_or_else(other);
                corpus.write_set(file, &set(&document, ANNOTATORS[*annotator], words), &document);
            }
            Step::Break(file, annotator) => {
                let name = sidecar::file_name(FILES[*file], &who(ANNOTATORS[*annotator]));
                if let Ok(bytes) = fs::read(corpus.path(&name)) {
                    corpus.write(&name, &bytes[..bytes.len() / 2]);
                }
            }
            Step::Remove(file) => drop(fs::remove_file(corpus.path(FILES[*file]))),
            Step::RemoveSet(file, annotator) => {
                let name = sidecar::file_name(FILES[*file], &who(ANNOTATORS[*annotator]));
                drop(fs::remove_file(corpus.path(&name)));
            }
            Step::Age => {
                for file in FILES {
                    corpus.age(file);
                    for annotator in ANNOTATORS {
                        corpus.age(&sidecar::file_name(file, &who(annotator)));
                    }
                }
            }
            Step::Begin => {
                corpus.rescan();
                self.arriving = corpus.read();
            }
            Step::Arrive => {
                for update in self.arriving.drain(..) {
                    corpus.model.update(update);
                }
            }
            Step::Refill => {
                self.arriving.clear();
                corpus.refill();
                corpus.check();
            }
        }
        self.check_open();
    }

    fn save(&self, key: &(String, String)) -> bool {
        let corpus = &self.corpus;
        let Some((document, set)) = corpus.open.get(key) else { return false };
        if corpus.document(&key.0).is_none() {
            return false;
        }
        let (_, stamp, _) = store::read_set(corpus.root(), document, &set.annotator);
        store::save(corpus.root(), document, set, &stamp).is_ok()
    }

    /// What is being edited is seen at once, whatever arrives, in all articles of the same text.
    fn check_open(&self) {
        for ((file, name), (document, set)) in &self.corpus.open {
            let Some(article) = self.corpus.model.article(file) else { continue };
            let is_of_text =
                |document: &Document| article.read().is_none_or(|read| *read.sha256() == document.sha256);
            if is_of_text(document) && !set.is_empty() {
                let own = article.set(&who(name)).unwrap().unpack(&document.text).unwrap();
                assert_eq!(own, *set);
                assert!(article.has(&who(name)) && article.annotators().any(|a| *a == who(name)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn after_any_series_the_model_is_what_would_be_read_anew(steps in prop::collection::vec(any_step(), 1..60)) {
        let mut run = Run { corpus: Corpus::new(), arriving: Vec::new() };
        for step in &steps {
            run.step(step);
        }
        run.step(&Step::Refill);
    }
}

/// Articles that three annotators have a set of each.
fn corpus() -> Corpus {
    let mut corpus = Corpus::new();
    for (n, file) in FILES.into_iter().filter(|file| !file.ends_with("html")).enumerate() {
        let document = document(file, TEXTS[n % TEXTS.len()]);
        corpus.write(file, document.text.as_str().as_bytes());
        for (who, annotator) in ANNOTATORS.into_iter().enumerate() {
            corpus.write_set(file, &set(&document, annotator, &[n, who, 4]), &document);
        }
    }
    corpus.refill();
    corpus
}

#[test]
fn only_what_changed_is_read_again() {
    let mut corpus = corpus();
    assert!(read(&corpus.model).is_empty(), "nothing changed");
    let before = Arc::clone(corpus.model.article("a.txt").unwrap().read().unwrap());
    let document = corpus.document("a.txt").unwrap();
    corpus.write_set("a.txt", &set(&document, "ravi", &[1, 2, 3, 4]), &document);
    let updates = read(&corpus.model);
    assert_eq!(updates.iter().map(|update| &*update.file).collect::<Vec<_>>(), ["a.txt"]);
    let now = updates[0].article.as_ref().unwrap();
    for annotator in ANNOTATORS.map(who) {
        let (was, is) = (before.sidecar(&annotator).unwrap(), now.sidecar(&annotator).unwrap());
        assert_eq!(Arc::ptr_eq(was, is), annotator != who("ravi"));
    }
    // A file that was changed just now may change again at the same time.
    fs::write(corpus.path("d.txt"), TEXTS[2]).unwrap();
    for _ in 0..2 {
        let files: Vec<Arc<str>> = read(&corpus.model).into_iter().map(|update| update.file).collect();
        assert_eq!(files, ["a.txt".into(), "d.txt".into()]);
        corpus.refill();
        corpus.write_set("a.txt", &set(&document, "ravi", &[1]), &document);
    }
    corpus.refill();
    corpus.check();
}

#[test]
fn sets_are_read_again_when_their_text_is_had_in_another_way() {
    // A page is read by itself until somebody saves: from then on it is the frozen text that is read.
    let (mut corpus, file) = (Corpus::new(), "b/p.html");
    corpus.write(file, page(TEXTS[0]).as_bytes());
    let document = corpus.document(file).unwrap();
    corpus.write_set(file, &set(&document, "asha", &[1]), &document);
    corpus.refill();
    corpus.check();
    let (_, stamp, _) = store::read_set(corpus.root(), &document, &who("ravi"));
    store::save(corpus.root(), &document, &set(&document, "ravi", &[2]), &stamp).unwrap();
    corpus.refill();
    corpus.check();

    // Bytes that are letters in several encodings are read in the one that somebody's sidecar names.
    let (bytes, file) = ([b"Caf".as_slice(), &[0xe9, b' ', 0xa4], b" met in Delhi"].concat(), "a.txt");
    corpus.write(file, &bytes);
    let document = corpus.document(file).unwrap();
    corpus.write_set(file, &set(&document, "asha", &[0]), &document);
    corpus.refill();
    let origin = TextOrigin { encoding: Some("ISO-8859-15"), ..TextOrigin::default() };
    let text = SourceText::of("Café € met in Delhi".to_owned(), origin);
    let chosen = Document { text, ..document };
    corpus.write_set(file, &set(&chosen, "aaron", &[1]), &chosen);
    corpus.refill();
    corpus.check();
}

#[test]
fn a_text_that_changed_after_it_was_read_is_seen_by_its_hash() {
    let mut corpus = corpus();
    let counted = counts(&corpus.model);
    corpus.write("a.txt", TEXTS[1].as_bytes());
    assert_eq!(counts(&corpus.model), counted, "counts are those of what was read");
    assert_eq!(looks(&corpus.model), looks(&corpus.anew()));
    assert!(looks(&corpus.model)[0].1.contains("The article was changed after it was annotated"));
    fs::remove_file(corpus.path("a.txt")).unwrap();
    assert!(looks(&corpus.model)[0].1.contains("not there any more"));
}

#[test]
fn a_copy_stays_as_it_is() {
    let mut corpus = corpus();
    let copy = corpus.model.clone();
    let before = counts(&copy);
    let document = corpus.document("a.txt").unwrap();
    corpus.model.put_set(&document, &set(&document, "mira", &[1, 2]));
    corpus.write_set(
        "d.txt",
        &set(&corpus.document("d.txt").unwrap(), "ravi", &[]),
        &corpus.document("d.txt").unwrap(),
    );
    corpus.write("new.txt", b"New");
    corpus.refill();
    assert_eq!(counts(&copy), before);
    assert_ne!(counts(&corpus.model), before);
    assert!(copy.revision() < corpus.model.revision());
}

#[test]
fn an_annotator_without_a_set_is_there_from_the_first_mark_on() {
    let mut corpus = corpus();
    let document = corpus.document("a.txt").unwrap();
    let mira = who("mira");
    let is_there = |corpus: &Corpus| {
        let has = corpus.model.article("a.txt").unwrap().has(&mira);
        let (progress, _) =
            tippani::jobs::study::progress(&corpus.model, &tippani::jobs::CancelToken::new(), &mut |_, _| {})
                .unwrap();
        assert_eq!(progress.annotators.iter().any(|share| share.annotator == mira), has);
        has
    };
    corpus.model.put_set(&document, &set(&document, "mira", &[]));
    assert!(!is_there(&corpus), "nothing was marked");
    corpus.model.put_set(&document, &set(&document, "mira", &[3]));
    assert!(is_there(&corpus));
    // Undone before it was saved.
    corpus.model.put_set(&document, &set(&document, "mira", &[]));
    assert!(!is_there(&corpus));
}

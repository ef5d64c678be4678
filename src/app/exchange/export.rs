//! A workspace to a dataset: articles are read and encoded side by side, and written in their order.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named, and end with the export")]

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context as _;

use crate::format::Issue;
use crate::format::exchange::{Article, Encoded, Format, Loss, report, verify};
use crate::model::{AnnotationId, AnnotationSet, Annotator, Schema, Verdict, news_schema};
use crate::store::{self, ArticleFile, Sink};

/// Nobody runs further ahead of what is written than this many articles: so memory does not grow with the corpus.
const AHEAD: usize = 64;

/// What to export, and where.
#[derive(Clone, Debug)]
pub struct Exporting {
    /// The workspace, or one article of it.
    pub path: PathBuf,
    /// The format.
    pub format: &'static Format,
    /// The folder of the dataset.
    pub out: PathBuf,
    /// Whose annotations; everybody's when empty.
    pub annotators: Vec<Annotator>,
    /// Only those that a reviewer accepted.
    pub accepted: bool,
}

/// What was exported.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// Articles written.
    pub articles: usize,
    /// Annotations written.
    pub annotations: usize,
    /// Files of the dataset, by path.
    pub files: Vec<String>,
    /// What the format could not hold.
    pub losses: Vec<Loss>,
    /// What was not as it should be in the workspace.
    pub issues: Vec<Issue>,
}

/// One article's outcome.
type Done = anyhow::Result<(Encoded, Vec<Issue>)>;

/// Exports a workspace. `progress` hears how many articles are done, of how many, and stops it by giving `false`; the
/// folder is then as it was.
///
/// # Errors
/// When the workspace cannot be read or the dataset not be written, what was written does not hold what went in, or it was
/// stopped.
pub fn export(how: &Exporting, progress: &mut dyn FnMut(usize, usize) -> bool) -> anyhow::Result<Exported> {
    let encode = how.format.encode.with_context(|| format!("{} is not written", how.format.id))?;
    let found = store::scan(&how.path, &mut |_| true)?;
    let schema = found.schema.clone().unwrap_or_else(news_schema);
    let wanted = |a: &&ArticleFile| found.select.as_ref().is_none_or(|s| *s == a.file);
    let articles: Vec<&ArticleFile> = found.articles.iter().filter(wanted).collect();
    let mut sink = Sink::create(&how.out)?;
    let mut out = Exported { issues: found.issues.clone(), ..Exported::default() };
    let (next, written, stopped) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let outcome = std::thread::scope(|scope| -> anyhow::Result<()> {
        let (sender, receiver) = mpsc::sync_channel::<(usize, Done)>(AHEAD);
        for n in 0..workers {
            let (sender, articles, schema) = (sender.clone(), &articles, &schema);
            let (next, written, stopped, root) = (&next, &written, &stopped, &found.root);
            let work = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(entry) = articles.get(at) else { return };
                    while at > written.load(Ordering::Acquire) + AHEAD {
                        if stopped.load(Ordering::Relaxed) {
                            return;
                        }
                        std::thread::sleep(Duration::from_micros(200));
                    }
                    let done = one(root, entry, schema, how, encode);
                    if stopped.load(Ordering::Relaxed) || sender.send((at, done)).is_err() {
                        return;
                    }
                }
            };
            std::thread::Builder::new().name(format!("tippani-export-{n}")).spawn_scoped(scope, work)?;
        }
        drop(sender);
        let mut waiting: BTreeMap<usize, Done> = BTreeMap::new();
        let mut at = 0;
        let write = |sink: &mut Sink, out: &mut Exported, done: Done| -> anyhow::Result<()> {
            let (encoded, issues) = done?;
            sink.put(how.format, &encoded)?;
            out.articles += usize::from(!encoded.pieces.is_empty());
            out.annotations += encoded.annotations;
            out.losses.extend(encoded.losses);
            out.issues.extend(issues);
            Ok(())
        };
        let result = (|| {
            for (number, done) in &receiver {
                waiting.insert(number, done);
                while let Some(done) = waiting.remove(&at) {
                    write(&mut sink, &mut out, done)?;
                    at += 1;
                    written.store(at, Ordering::Release);
                    if !progress(at, articles.len()) {
                        anyhow::bail!("the export was stopped; nothing was written");
                    }
                }
            }
            Ok(())
        })();
        stopped.store(result.is_err(), Ordering::Relaxed);
        drop(receiver);
        result
    });
    outcome?;
    for (name, bytes) in (how.format.companions)(&schema) {
        sink.whole(&name, &bytes)?;
    }
    let title = if schema.name.is_empty() { "Export".to_owned() } else { schema.name };
    let words = report::markdown(&title, how.format, out.articles, out.annotations, &out.losses);
    sink.whole("EXPORT.md", words.as_bytes())?;
    out.files = sink.finish(how.format)?;
    Ok(out)
}

/// Reads, encodes and verifies one article.
fn one(
    root: &Path,
    entry: &ArticleFile,
    schema: &Schema,
    how: &Exporting,
    encode: fn(&Article<'_>) -> Encoded,
) -> Done {
    let named = |a: &&Annotator| how.annotators.is_empty() || how.annotators.contains(a);
    let annotators: Vec<Annotator> = entry.annotators.iter().filter(named).cloned().collect();
    if annotators.is_empty() {
        return Ok((Encoded::default(), Vec::new()));
    }
    // Verdicts on an annotation are in the reviewers' own files.
    let asked = if how.accepted { &entry.annotators } else { &annotators };
    let mut loaded = store::load_sets(root, &entry.file, asked)?;
    if how.accepted {
        let accepted = accepted(&loaded.sets);
        loaded.sets.retain(|set| annotators.contains(&set.annotator));
        for set in &mut loaded.sets {
            let kept = set
                .annotations()
                .iter()
                .filter(|a| accepted.contains(&(set.annotator.clone(), a.id.clone())));
            let kept = kept.map(|a| a.as_ref().clone()).collect();
            *set = set.clone().with_annotations(kept).0;
        }
    }
    let article = Article::new(&loaded.document, &loaded.sets, schema);
    let encoded = encode(&article);
    verify(how.format, &article, &encoded)?;
    Ok((encoded, loaded.issues))
}

fn accepted(sets: &[AnnotationSet]) -> HashSet<(Annotator, AnnotationId)> {
    let reviews = sets.iter().flat_map(|set| &set.reviews).filter(|r| r.verdict == Verdict::Accepted);
    reviews.map(|r| (r.of.annotator.clone(), r.of.annotation.clone())).collect()
}

//! A workspace to a dataset: articles are read and encoded side by side, and written in their order.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cancel::{CancelToken, Cancelled};
use super::chosen::{Chooser, Chosen, UnclearVerdicts, asked_for};
use super::entities::read_registry;
use super::parallel::parallel_in_order;
use super::scan::scan;
use crate::format::articles::ListedDetails;
use crate::format::entities::exchange::EntityList;
use crate::format::exchange::{
    Article, Encoded, Fate, Format, Loss, Losses, WebFace, entity_files, named_characters, report, verify,
    with_original_labels,
};
use crate::format::{Issue, sidecar};
use crate::model::{
    Annotation, AnnotationSet, Annotator, ArticleDetails, EntityId, EntityRef, Registry, Schema, Value,
};
use crate::store::{self, ArticleFile, ArticleSets, ExportError, Sink};
use crate::typeset::SubsetFace;
use crate::words::{say, shown, text};

/// What to export, and where.
#[derive(Clone, Debug)]
pub struct ExportOptions {
    /// The workspace, or one article of it.
    pub path: PathBuf,
    /// The format.
    pub format: &'static Format,
    /// The folder of the dataset.
    pub out: PathBuf,
    /// Which of its articles; all when nothing is said.
    pub only: Option<Vec<Arc<str>>>,
    /// Whose annotations; everybody's when empty.
    pub annotators: Vec<Annotator>,
    /// Accepted by a reviewer only.
    pub accepted: bool,
    /// Under the labels that imported annotations had in the files they came from.
    pub original_labels: bool,
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
    /// What the format could not hold, the worst first; of more than [`MAX_LISTED_LOSSES`](crate::format::exchange::MAX_LISTED_LOSSES)
    /// the rest is in the report beside the data.
    pub losses: Vec<Loss>,
    /// How much the format could not hold in all, by what became of it and why.
    pub lost: BTreeMap<(Fate, &'static str), usize>,
    /// What was not as it should be in the workspace.
    pub issues: Vec<Issue>,
    /// What was left out of what was accepted, where only that was asked for.
    pub left_out: UnclearVerdicts,
}

impl Exported {
    /// How much the format could not hold in all.
    #[must_use]
    pub fn lost_count(&self) -> usize {
        self.lost.values().sum()
    }
}

/// One article's outcome.
#[derive(Default)]
struct EncodedArticle {
    encoded: Encoded,
    /// Whom its annotations speak of.
    entities: BTreeSet<EntityId>,
    issues: Vec<Issue>,
    left_out: UnclearVerdicts,
}

/// Exports a workspace. `progress` hears how many articles are done, of how many. Where it fails, the folder is as it was.
///
/// # Errors
/// When the workspace cannot be read or the dataset not be written, what was written does not hold what went in, or it was
/// cancelled.
pub fn export(
    how: &ExportOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Exported> {
    write(how, cancel, progress).map_err(|error| {
        if error.is::<Cancelled>() { error.context(text("jobs-nothing-written")) } else { error }
    })
}

fn write(
    how: &ExportOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Exported> {
    let found = scan(&how.path, cancel)?;
    let schema = found.known_schema.schema_or_news();
    let chosen: Option<HashSet<&Arc<str>>> = how.only.as_ref().map(|only| only.iter().collect());
    let wanted = |a: &&ArticleFile| {
        found.select.as_ref().is_none_or(|s| *s == a.file)
            && chosen.as_ref().is_none_or(|c| c.contains(&a.file))
    };
    let articles: Vec<&ArticleFile> = found.articles.iter().filter(wanted).collect();
    let chooser = Chooser::new(&found.root, &articles, how);
    // Before anything is written.
    cancel.check()?;
    let mut sink = Sink::create(&found.root, &how.out)?;
    let mut out = Exported { issues: found.issues.clone(), ..Exported::default() };
    let fonts = if how.format.carries_fonts() {
        fonts(&found.root, &articles, &schema, how, cancel)?
    } else {
        Vec::new()
    };
    let read = read_registry(&found.root)?;
    out.issues.extend(read.issues);
    let (registry, _) = read.value;
    let context = EncodingContext {
        schema: &schema,
        fonts: &fonts,
        registry: &registry,
        listed: &found.details,
        chooser: &chooser,
    };
    let (folder, mut losses, mut lines) = (sink.folder(), Losses::default(), sink.sections());
    let mut entities = BTreeSet::new();
    let work = |entry: &&ArticleFile| {
        let done = one(&found.root, entry, &context, how)?;
        folder.write(&done.encoded)?;
        Ok::<_, anyhow::Error>(done)
    };
    parallel_in_order(
        &articles,
        cancel,
        |entry| entry.file.to_string(),
        work,
        |at, done| {
            let EncodedArticle { mut encoded, entities: mut mentioned, issues, left_out } = done?;
            entities.append(&mut mentioned);
            for loss in std::mem::take(&mut encoded.losses) {
                let noted = lines.add((loss.fate, loss.reason), &report::line(&loss));
                noted.map_err(|source| ExportError::Io { path: how.out.clone(), source })?;
                losses.add(loss);
            }
            out.left_out.outdated += left_out.outdated;
            out.left_out.contradicted += left_out.contradicted;
            out.articles += usize::from(!encoded.pieces.is_empty());
            out.annotations += encoded.annotations;
            sink.put(how.format, &schema, encoded)?;
            out.issues.extend(issues);
            progress(at + 1, articles.len());
            Ok(())
        },
    )?;
    let mut paths = sink.paths();
    for (name, bytes) in entity_files(how.format, &EntityList::among(&registry, &entities))? {
        sink.whole(&name, &bytes)?;
        paths.push(name);
    }
    for (name, bytes) in (how.format.companions)(&schema, &paths) {
        sink.whole(&name, &bytes)?;
    }
    let title = if schema.name.is_empty() { "Export".to_owned() } else { schema.name.clone() };
    let head = report::head(&title, how.format, out.articles, out.annotations, losses.count() == 0);
    let end = if how.accepted { accepted_only_section(out.left_out) } else { String::new() };
    sink.sectioned("EXPORT.md", lines, &report::heading, (&head, &end))?;
    out.lost = losses.reasons().collect();
    out.losses = losses.into_listed();
    out.files = sink.finish(how.format, &|| !cancel.is_cancelled()).map_err(not_stopped)?;
    Ok(out)
}

/// The section of the report about an export of accepted annotations only: what was left out.
fn accepted_only_section(left_out: UnclearVerdicts) -> String {
    let UnclearVerdicts { outdated, contradicted } = left_out;
    format!(
        "\n## Only what was accepted\n\nAnnotations that a reviewer accepted, or that all who finished the article agree about.\n\n\
         - {outdated} were changed since their verdict, and are left out\n\
         - {contradicted} were accepted by one reviewer and rejected by another, and are left out\n"
    )
}

fn not_stopped(error: ExportError) -> anyhow::Error {
    match error {
        ExportError::Stopped => Cancelled.into(),
        error => error.into(),
    }
}

/// The bundled faces cut down to the characters that these articles' pages show.
fn fonts(
    root: &Path,
    articles: &[&ArticleFile],
    schema: &Schema,
    how: &ExportOptions,
    cancel: &CancelToken,
) -> anyhow::Result<Vec<WebFace>> {
    let mut all = named_characters(schema);
    let work = |entry: &&ArticleFile| {
        let annotators = asked_for(entry, how);
        // One that cannot be read is told when its turn comes.
        if annotators.is_empty() {
            Ok(BTreeSet::new())
        } else {
            store::repertoire(root, &entry.file, &annotators)
        }
    };
    parallel_in_order(
        articles,
        cancel,
        |entry| entry.file.to_string(),
        work,
        |_, own| {
            all.extend(own.unwrap_or_default());
            Ok(())
        },
    )?;
    web_faces(all, cancel)
}

/// The bundled faces cut down to these characters, and to them in capitals, as labels stand.
///
/// # Errors
/// When it was cancelled.
pub(super) fn web_faces(mut all: BTreeSet<char>, cancel: &CancelToken) -> anyhow::Result<Vec<WebFace>> {
    all.extend(all.clone().into_iter().flat_map(char::to_uppercase));
    let mut faces = Vec::new();
    let pack = |face: &SubsetFace| WebFace::new(face.family, face.characters.clone(), &face.data);
    let name = |face: &SubsetFace| face.family.to_string();
    parallel_in_order(&crate::typeset::subset(&all), cancel, name, pack, |_, face| {
        faces.push(face);
        Ok(())
    })?;
    Ok(faces)
}

/// What every article is encoded with.
struct EncodingContext<'a> {
    schema: &'a Schema,
    fonts: &'a [WebFace],
    registry: &'a Registry,
    listed: &'a ListedDetails,
    chooser: &'a Chooser<'a>,
}

/// Reads, encodes and verifies one article.
fn one(
    root: &Path,
    entry: &ArticleFile,
    context: &EncodingContext<'_>,
    how: &ExportOptions,
) -> anyhow::Result<EncodedArticle> {
    let Some(Chosen { mut loaded, left_out, unjoined }) = context.chooser.chosen(entry)? else {
        return Ok(EncodedArticle::default());
    };
    for set in loaded.sets.iter().filter(|set| set.orphans().len() > 0) {
        let (count, who) = (shown(set.orphans().len()), set.annotator.as_str());
        let what = say!("jobs-orphans", count = count, annotator = who);
        loaded.issues.push(Issue::new(&*entry.file, what, text("jobs-orphans-left-out")));
    }
    if how.original_labels {
        loaded.sets.iter_mut().for_each(with_original_labels);
    }
    let article = Article::new(&loaded.document, &loaded.sets, context.schema);
    let details = details(root, &loaded, context.listed);
    let article = article.with_fonts(context.fonts).with_registry(context.registry).with_details(&details);
    let mut encoded = (how.format.encode)(&article);
    verify(how.format, &article, &encoded)?;
    encoded.losses.extend(unjoined.iter().map(|relation| article.unjoined(relation)));
    if how.format.is_read() && !how.format.holds_reviews() {
        encoded.losses.extend(loaded.sets.iter().flat_map(|set| article.lost_reviews(set)));
    }
    let entities = loaded.sets.iter().flat_map(mentioned).collect();
    Ok(EncodedArticle { encoded, entities, issues: loaded.issues, left_out })
}

/// What is known of an article: by `articles.csv`, by whoever typed it, by its page.
fn details(root: &Path, loaded: &ArticleSets, listed: &ListedDetails) -> ArticleDetails {
    let file = &loaded.document.file;
    let listed = listed.get(file).cloned().unwrap_or_default();
    let typed = loaded.sets.iter().map(sidecar::details);
    typed.fold(listed, ArticleDetails::or).or(store::page_details(root, file))
}

/// The entities that mentions are of, and that claims have in their fields.
fn mentioned(set: &AnnotationSet) -> impl Iterator<Item = EntityId> {
    let of = |entity: &EntityRef| match entity {
        EntityRef::Entity(id) => Some(id.clone()),
        EntityRef::Author | EntityRef::Unknown | EntityRef::Name(_) => None,
    };
    let values = move |annotation: &Annotation| {
        let values = annotation.attributes.values().filter_map(move |attribute| match &attribute.value {
            Value::Entity(entity) => of(entity),
            _ => None,
        });
        annotation.entity.iter().filter_map(of).chain(values).collect::<Vec<_>>()
    };
    set.annotations().iter().flat_map(move |annotation| values(annotation))
}

//! `tippani claims`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use super::report::{print_report, with_workspace};
use super::{code, terminal, visible};
use crate::analysis::{Board, BoardEntry, BoardLink, ClaimEvaluation, Cluster, counted, grouped};
use crate::format::Issue;
use crate::format::answer::{self, ClaimAnswer, ClaimLinkAnswer, ClaimsAnswer, ClusterAnswer};
use crate::jobs::{self, claims};
use crate::model::{EntryKey, Schema, Value};
use crate::names::NameList;
use crate::store;
use crate::text::shortened;

/// What `tippani claims` is given.
#[derive(Debug, Args)]
#[command(override_usage = "tippani claims PATH [--json]\n       tippani claims --evaluate FILE [--misses]")]
pub(super) struct ClaimsArgs {
    /// The folder of articles, or one article
    #[arg(required_unless_present = "evaluate")]
    path: Option<PathBuf>,
    /// For machines: schemas/answers/claims.schema.json
    #[arg(long, conflicts_with = "evaluate")]
    json: bool,
    /// Says how often the right claim is suggested first, and among the first ten: a tab-separated list with the columns fact,
    /// article, language, claimer, names and text
    #[arg(long, value_name = "FILE", conflicts_with = "path")]
    evaluate: Option<PathBuf>,
    /// Lists every claim for which another one than the right one comes first
    #[arg(long, requires = "evaluate")]
    misses: bool,
}

pub(super) fn run(args: &ClaimsArgs) -> anyhow::Result<ExitCode> {
    match (&args.evaluate, &args.path) {
        (Some(list), _) => evaluate(list, args.misses),
        (None, Some(path)) => list(path, args.json),
        (None, None) => bail!("a folder of articles is needed"),
    }
}

/// Prints how often the right claim is suggested.
fn evaluate(list: &Path, misses: bool) -> anyhow::Result<ExitCode> {
    let text = store::read_list(list).with_context(|| list.display().to_string())?;
    let table = NameList::parse(&text);
    for column in ["fact", "article", "text"] {
        if !table.columns().iter().any(|known| known == column) {
            bail!("{} has no column {column}, but {}", list.display(), table.columns().join(", "));
        }
    }
    let found = ClaimEvaluation::of(&table);
    if found.asked == 0 {
        bail!("no fact of {} stands in two articles", list.display());
    }
    let share =
        |part: usize, all: usize| format!("{:5.1} %  {part} of {all}", 100.0 * part as f64 / all as f64);
    let mut out = format!("{} claims, {} true links\n", found.claims, found.links);
    let _ = writeln!(out, "a right one first             {}", share(found.first, found.asked));
    let _ = writeln!(out, "a right one among ten         {}", share(found.within_ten, found.asked));
    let _ = writeln!(out, "right ones among ten, of all  {}", share(found.links_within_ten, 2 * found.links));
    for (asked, first) in found.misses.iter().filter(|_| misses) {
        let _ = writeln!(out, "\n{}\n  came first: {}", visible(asked), visible(first));
    }
    terminal::print(&out)?;
    Ok(ExitCode::SUCCESS)
}

fn list(path: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let (schema, board, issues) = with_workspace(path, "Reading claims", |found, cancel, progress| {
        let schema = found.known_schema.schema_or_news();
        let (board, issues) = claims::board(&jobs::unread(&found), &schema, cancel, progress)?;
        Ok((schema, board, issues))
    })?;
    print_report(json, &issues, || answer::json(&answer(&board, &issues)), || text(&board, &schema))?;
    Ok(code(!issues.is_empty()))
}

/// The clusters of several claims, each claim a line; then how many stand alone.
fn text(board: &Board, schema: &Schema) -> String {
    let mut out = String::new();
    let clusters = board.clusters();
    let linked: Vec<&Cluster> = clusters.iter().filter(|cluster| cluster.entries.len() > 1).collect();
    for (number, cluster) in linked.iter().enumerate() {
        let contradicted = match cluster.refutations {
            0 => String::new(),
            refutations => format!(", {}", counted(refutations, "refutation")),
        };
        let (claims, sources) =
            (counted(cluster.entries.len(), "claim"), counted(cluster.sources.len(), "source"));
        let _ = writeln!(out, "Cluster {}: {claims}, {sources}{contradicted}", number + 1);
        for at in &cluster.entries {
            let _ = writeln!(out, "  {}", line(&board.entries()[*at], schema));
        }
        for at in &cluster.links {
            let _ = writeln!(out, "    {}", link(board, &board.links()[*at], schema));
        }
    }
    let alone = clusters.len() - linked.len();
    let lost = lost(board).count();
    let _ = write!(
        out,
        "{} in {}, {} without links",
        counted(board.claims().count(), "claim"),
        counted(linked.len(), "cluster"),
        grouped(alone)
    );
    if lost > 0 {
        let _ = write!(out, ", {} to what is gone", counted(lost, "link"));
    }
    out.push('\n');
    out
}

fn line(entry: &BoardEntry, schema: &Schema) -> String {
    let name = schema.name_of_label(&entry.label);
    let claimer = entry.claimer().map(|claimer| format!(" by {claimer}")).unwrap_or_default();
    let EntryKey { file, annotator, .. } = &entry.key;
    visible(&format!("{file} [{annotator}] {name}{claimer}: {}", entry.quote)).into()
}

fn link(board: &Board, link: &BoardLink, schema: &Schema) -> String {
    let words = |end: &EntryKey| {
        board.entry(end).map(|entry| shortened(&entry.quote, 40).into_owned()).unwrap_or_default()
    };
    let name = schema.name_of_relation(&link.label);
    visible(&format!("“{}” {name} “{}”", words(&link.from), words(&link.to))).into()
}

/// Links whose ends are not there.
fn lost(board: &Board) -> impl Iterator<Item = &BoardLink> {
    board.links().iter().filter(|link| board.entry(&link.from).is_none() || board.entry(&link.to).is_none())
}

fn answer(board: &Board, issues: &[Issue]) -> ClaimsAnswer {
    let claim = |at: &usize| {
        let entry = &board.entries()[*at];
        let value = |value: &Value| match value {
            Value::Text(text) => text.clone(),
            Value::Many(all) => all.join(", "),
            Value::Flag(is_so) => is_so.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Entity(entity) => entity.to_string(),
        };
        ClaimAnswer {
            file: entry.key.file.to_string(),
            annotator: entry.key.annotator.to_string(),
            id: entry.key.id.to_string(),
            label: entry.label.to_string(),
            language: entry.language.as_deref().map(str::to_owned),
            quote: entry.quote.to_string(),
            sentence: entry.sentence.to_string(),
            attributes: entry.attributes.iter().map(|(id, of)| (id.to_string(), value(of))).collect(),
        }
    };
    let link = |link: &BoardLink| ClaimLinkAnswer {
        id: link.key.id.to_string(),
        label: link.label.to_string(),
        file: link.key.file.to_string(),
        annotator: link.key.annotator.to_string(),
        from: link.from.id.to_string(),
        to_file: link.to.file.to_string(),
        to_annotator: link.to.annotator.to_string(),
        to: link.to.id.to_string(),
        note: link.note.clone(),
    };
    let cluster = |cluster: &Cluster| ClusterAnswer {
        contradicted: cluster.is_contradicted(),
        sources: cluster.sources.len(),
        claims: cluster.entries.iter().map(claim).collect(),
        links: cluster.links.iter().map(|at| link(&board.links()[*at])).collect(),
    };
    ClaimsAnswer {
        claims: board.claims().count(),
        clusters: board.clusters().iter().map(cluster).collect(),
        lost_links: lost(board).map(link).collect(),
        issues: issues.iter().map(Into::into).collect(),
    }
}

//! `tippani entities`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand, ValueEnum};

use super::writer::WaitArgs;
use super::{annotator, code, tell, terminal, visible};
use crate::analysis::counted;
use crate::edit::{RegistryChange, merge_entities, tell_apart};
use crate::format::entities::exchange::EntityFormat;
use crate::jobs::{self, CancelToken, KnownPart, clock};
use crate::model::{Annotator, EntityId, EntityView, Registry, RegistryPart};
use crate::store;

/// What `tippani entities` is given.
#[derive(Debug, Args)]
pub(super) struct EntitiesArgs {
    #[command(subcommand)]
    task: EntitiesTask,
}

#[derive(Debug, Subcommand)]
enum EntitiesTask {
    /// Lists the entities of a folder, and what annotators contradict each other in
    List {
        /// The folder of articles
        path: PathBuf,
    },
    /// Takes two entities for one; no annotation is changed
    Merge(PairArgs),
    /// Tells two entities apart; no annotation is changed
    Apart(PairArgs),
    /// Reads entities of other tools, or of another copy of an entities file, into one's own part of the registry
    Import(ImportArgs),
    /// Writes the entities of a folder for other tools
    Export {
        /// The folder of articles
        path: PathBuf,
        /// The format
        #[arg(long)]
        to: OutArg,
        /// The file, in place of one that is there
        #[arg(long)]
        out: PathBuf,
        /// Whose entities; everybody's when left out
        #[arg(long, value_parser = annotator)]
        annotator: Option<Annotator>,
    },
}

#[derive(Debug, Args)]
struct PairArgs {
    /// The folder of articles
    path: PathBuf,
    /// An entity
    one: String,
    /// The other
    other: String,
    #[command(flatten)]
    whose: WhoseArgs,
}

#[derive(Debug, Args)]
struct ImportArgs {
    /// The folder of articles
    path: PathBuf,
    /// The files: CSV, JSON Lines, SKOS in Turtle, or an entities file
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format, where the file's name does not say it
    #[arg(long)]
    from: Option<InArg>,
    /// What entities are that no kind is said of: a label
    #[arg(long, default_value = "person")]
    kind: String,
    #[command(flatten)]
    whose: WhoseArgs,
}

#[derive(Debug, Args)]
struct WhoseArgs {
    /// Who decides: it goes into that part of the registry
    #[arg(long, value_parser = annotator)]
    annotator: Annotator,
    #[command(flatten)]
    wait: WaitArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OutArg {
    /// A table with one entity a row
    Csv,
    /// One entity a line
    Jsonl,
    /// Concepts of SKOS, in Turtle
    Skos,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum InArg {
    /// A table with one entity a row
    Csv,
    /// One entity a line
    Jsonl,
    /// Concepts of SKOS, in Turtle
    Skos,
    /// An entities file
    Json,
}

pub(super) fn run(args: &EntitiesArgs) -> anyhow::Result<ExitCode> {
    match &args.task {
        EntitiesTask::List { path } => list(path),
        EntitiesTask::Merge(pair) => {
            decide(pair, "are one now", |registry, _, one, other| merge_entities(registry, one, other))
        }
        EntitiesTask::Apart(pair) => decide(pair, "are two now", tell_apart),
        EntitiesTask::Import(args) => import(args),
        EntitiesTask::Export { path, to, out, annotator } => {
            let read = jobs::read_registry(path).with_context(|| path.display().to_string())?;
            tell(&read.issues)?;
            let format = match to {
                OutArg::Csv => EntityFormat::Csv,
                OutArg::Jsonl => EntityFormat::Jsonl,
                OutArg::Skos => EntityFormat::Skos,
            };
            let written = jobs::export_entities(&read.value.0, annotator.as_ref(), format, out)?;
            let file = out.display().to_string();
            terminal::print(&format!("{} written to {}\n", entities(written), visible(&file)))?;
            Ok(code(!read.issues.is_empty()))
        }
    }
}

fn entities(number: usize) -> String {
    if number == 1 { "1 entity".to_owned() } else { format!("{number} entities") }
}

fn list(path: &Path) -> anyhow::Result<ExitCode> {
    let read = jobs::read_registry(path).with_context(|| path.display().to_string())?;
    tell(&read.issues)?;
    let (registry, _) = read.value;
    let mut out = String::new();
    let leaders = registry.leaders();
    for view in leaders.iter().filter_map(|id| registry.view(id)) {
        let _ = writeln!(out, "{}", line(&view));
    }
    let _ = writeln!(out, "{} by {}", entities(leaders.len()), counted(registry.parts().len(), "annotator"));
    let contradictions = registry.contradictions();
    for contradiction in &contradictions {
        let _ = writeln!(out, "contradiction: {}", visible(&contradiction.to_string()));
    }
    terminal::print(&out)?;
    Ok(code(!read.issues.is_empty() || !contradictions.is_empty()))
}

/// One entity in one line: identifier, kind, names, identifiers elsewhere, and who has it.
fn line(view: &EntityView) -> String {
    let names: Vec<_> = view.names().map(visible).collect();
    let mut line = format!("{}  {}  {}", view.id, visible(&view.kind), names.join(" · "));
    for (scheme, ids) in &view.ids {
        let _ = write!(line, "  {}:{}", visible(scheme), visible(&ids.join(",")));
    }
    if view.members.len() > 1 {
        let others: Vec<&str> = view.members.iter().skip(1).map(EntityId::as_str).collect();
        let _ = write!(line, "  = {}", others.join(" = "));
    }
    let holders: Vec<&str> = view.holders.iter().map(Annotator::as_str).collect();
    let _ = write!(line, "  ({})", holders.join(", "));
    line
}

/// One's own part, under the annotator's lock, and the registry around it.
struct Own {
    root: PathBuf,
    registry: Registry,
    part: Arc<RegistryPart>,
    known: Option<KnownPart>,
    _lock: Arc<store::WriterLock>,
}

impl Own {
    fn open(path: &Path, whose: &WhoseArgs) -> anyhow::Result<Self> {
        if !store::is_folder(path) {
            bail!("there is no such folder: {}", path.display());
        }
        // Ctrl+C ends the program at once: nothing hears it here.
        let lock = whose.wait.take(path, &whose.annotator, &CancelToken::new())?;
        // A part that cannot be used is not overwritten.
        let known = store::read_part(path, &whose.annotator)?.value;
        let read = jobs::read_registry(path).with_context(|| path.display().to_string())?;
        tell(&read.issues)?;
        let part = known.as_ref().map(|known| Arc::clone(&known.part));
        let part = part.unwrap_or_else(|| Arc::new(RegistryPart::new(whose.annotator.clone())));
        Ok(Self { root: path.to_owned(), registry: read.value.0, part, known, _lock: lock })
    }

    fn save(mut self, changes: Vec<RegistryChange>) -> anyhow::Result<Registry> {
        let part = Arc::make_mut(&mut self.part);
        for change in changes {
            let _ = change.apply(part);
        }
        let saved = jobs::save_part(&self.root, &self.part, self.known.as_ref())?;
        tell(&saved.issues)?;
        Ok(self.registry.with(saved.known.part))
    }
}

fn decide(
    args: &PairArgs,
    verdict: &str,
    changes: impl Fn(&Registry, &Annotator, &EntityId, &EntityId) -> Vec<RegistryChange>,
) -> anyhow::Result<ExitCode> {
    let (one, other) = (EntityId::new(&args.one)?, EntityId::new(&args.other)?);
    let own = Own::open(&args.path, &args.whose)?;
    for id in [&one, &other] {
        if !own.registry.contains(id) {
            bail!("nobody has an entity called {id} in {}", args.path.display());
        }
    }
    let changes = changes(&own.registry, &args.whose.annotator, &one, &other);
    let registry = own.save(changes)?;
    terminal::print(&format!("{one} and {other} {verdict}, for {}\n", args.whose.annotator))?;
    let about = |contradiction: &&crate::model::Contradiction| match contradiction {
        crate::model::Contradiction::Pair { pair, .. } => {
            pair.both().iter().any(|id| [&one, &other].contains(id))
        }
        crate::model::Contradiction::Kinds { id, .. } => [&one, &other].contains(&id),
    };
    let contradictions = registry.contradictions();
    let mut contradictions = contradictions.iter().filter(about).peekable();
    let found = contradictions.peek().is_some();
    for contradiction in contradictions {
        terminal::print(&format!("contradiction: {}\n", visible(&contradiction.to_string())))?;
    }
    Ok(code(found))
}

fn import(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let mut own = Own::open(&args.path, &args.whose)?;
    let now = clock::now();
    let (mut found, mut told, mut all) = (false, String::new(), Vec::new());
    for file in &args.files {
        let format = match args.from {
            Some(InArg::Csv) => EntityFormat::Csv,
            Some(InArg::Jsonl) => EntityFormat::Jsonl,
            Some(InArg::Skos) => EntityFormat::Skos,
            Some(InArg::Json) => EntityFormat::Part,
            None => EntityFormat::of_file(&file.to_string_lossy()).with_context(|| {
                format!("the name does not say what format it is; say it with --from: {}", file.display())
            })?,
        };
        let imported = jobs::import_entities(&own.part, file, (format, &args.kind), &now)?;
        tell(&imported.issues)?;
        found |= !imported.issues.is_empty();
        let part = Arc::make_mut(&mut own.part);
        for change in &imported.changes {
            let _ = change.clone().apply(part);
        }
        all.extend(imported.changes);
        let name = file.display().to_string();
        let _ = writeln!(
            told,
            "{} new, {} say more now: {}",
            entities(imported.new),
            imported.more,
            visible(&name)
        );
    }
    own.save(all)?;
    terminal::print(&told)?;
    Ok(code(found))
}

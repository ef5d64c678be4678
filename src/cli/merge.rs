//! `tippani merge`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::writer::WaitArgs;
use super::{code, tell, terminal, visible};
use crate::analysis::{MergeConflict, MergeConflictKind, RegistryConflict, counted};
use crate::format::answer::{self, MergeAnswer, MergeConflictAnswer};
use crate::jobs::CancelToken;
use crate::jobs::merge::{self, MergeDone, MergeOptions, PartMergeDone};
use crate::model::Annotator;
use crate::store;
use crate::text::shortened;

/// Characters of what a file says: a value that was not kept, the name of a field, an identifier.
const MAX_SAID_CHARS: usize = 80;

/// What `tippani merge` is given.
#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// The sidecar beside its article, or a file of entities in its folder; what comes of it is written here
    mine: PathBuf,
    /// The other copy of it, wherever it lies; it is left as it is
    theirs: PathBuf,
    /// The version that both grew from: so that deleted annotations stay deleted
    #[arg(long)]
    base: Option<PathBuf>,
    /// Only says what would come of it
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
    /// For machines: schemas/answers/merge.schema.json
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: MergeArgs) -> anyhow::Result<ExitCode> {
    let how = MergeOptions { mine: args.mine, theirs: args.theirs, base: args.base, dry: args.dry_run };
    let part = store::parse_part_path(&how.mine);
    let place = part
        .clone()
        .or_else(|| store::parse_sidecar_path(&how.mine).map(|(root, _, annotator)| (root, annotator)));
    let place = place.filter(|_| !how.dry);
    // Ctrl+C ends the program at once: nothing hears it here.
    let cancel = CancelToken::new();
    let lock = |(root, annotator): (PathBuf, Annotator)| args.wait.take(&root, &annotator, &cancel);
    let _lock = place.map(lock).transpose()?;
    let (answer, issues) = if part.is_some() {
        let done = merge::merge_parts(&how)?;
        (part_answer(&done), done.issues)
    } else {
        let done = merge::merge(&how)?;
        (answer(&done), done.issues)
    };
    if args.json {
        terminal::print_json(&answer::json(&answer)?)?;
    } else {
        tell(&issues)?;
        terminal::print(&text(how.dry, &answer))?;
    }
    Ok(code(!answer.conflicts.is_empty() || !answer.issues.is_empty()))
}

fn text(dry: bool, done: &MergeAnswer) -> String {
    let all = match done.entities {
        Some(1) => "1 entity".to_owned(),
        Some(entities) => format!("{entities} entities"),
        None => counted(done.annotations, "annotation"),
    };
    let did = match (dry, done.written) {
        (true, _) => "would be there; nothing was written",
        (false, true) => "are there now",
        (false, false) => "were there already",
    };
    let mut out = format!(
        "{}: {all} of {} {did}, {} of the other copy\n",
        visible(&done.file),
        done.annotator,
        done.new
    );
    for conflict in &done.conflicts {
        let of = if conflict.id.is_empty() { "the file" } else { &conflict.id };
        let _ = writeln!(out, "{}: {}", visible(&said(of)), visible(&conflict.what));
    }
    out
}

/// What a file says, cut to a line.
fn said(text: &str) -> String {
    shortened(text, MAX_SAID_CHARS).into_owned()
}

fn conflict_message(conflict: &MergeConflict) -> String {
    match &conflict.kind {
        MergeConflictKind::BothChanged(other) => {
            format!("both changed it; both versions stand, the other as {}", said(other.as_str()))
        }
        MergeConflictKind::ChangedAndDeleted => "one changed it, the other deleted it; it stays".to_owned(),
        MergeConflictKind::NeededByRelation => "one deleted it, the other links it; it stays".to_owned(),
        MergeConflictKind::BothLinked(other) => {
            format!("both linked it otherwise; both links stay, the other as {}", said(other.as_str()))
        }
        MergeConflictKind::VerdictsDiffer => {
            "the verdicts on it differ; the later stays, with both comments".to_owned()
        }
        MergeConflictKind::RemarksDiffer => {
            "what was said of it in a review differs; the words of both stay".to_owned()
        }
        MergeConflictKind::StateDiffers(other) => {
            format!("the state differs; what is less far stays, and one copy has {}", other.name())
        }
        MergeConflictKind::FieldsDiffer { path, other: Some(other) } => {
            format!("the field {} differs; the other copy has {}", said(path), said(other))
        }
        MergeConflictKind::FieldsDiffer { path, other: None } => {
            format!("one changed the field {}, the other deleted it; it stays", said(path))
        }
    }
}

fn answer(done: &MergeDone) -> MergeAnswer {
    let conflict = |conflict: &MergeConflict| {
        let (kind, other) = match &conflict.kind {
            MergeConflictKind::BothChanged(other) => ("both-changed", Some(other)),
            MergeConflictKind::ChangedAndDeleted => ("changed-and-deleted", None),
            MergeConflictKind::NeededByRelation => ("needed-by-relation", None),
            MergeConflictKind::BothLinked(other) => ("both-linked", Some(other)),
            MergeConflictKind::VerdictsDiffer => ("verdicts-differ", None),
            MergeConflictKind::RemarksDiffer => ("remarks-differ", None),
            MergeConflictKind::StateDiffers(_) => ("state-differs", None),
            MergeConflictKind::FieldsDiffer { .. } => ("fields-differ", None),
        };
        MergeConflictAnswer {
            id: conflict.id.as_ref().map(ToString::to_string).unwrap_or_default(),
            kind: kind.to_owned(),
            other: other.map(ToString::to_string),
            what: conflict_message(conflict),
        }
    };
    MergeAnswer {
        file: done.file.clone(),
        annotator: done.annotator.to_string(),
        annotations: done.annotations,
        entities: None,
        new: done.new,
        written: done.written,
        conflicts: done.conflicts.iter().map(conflict).collect(),
        issues: done.issues.iter().map(Into::into).collect(),
    }
}

fn part_answer(done: &PartMergeDone) -> MergeAnswer {
    let conflict = |conflict: &RegistryConflict| {
        let (kind, id) = match conflict {
            RegistryConflict::BothChanged(id) => ("both-changed", id.to_string()),
            RegistryConflict::ChangedAndDeleted(id) => ("changed-and-deleted", id.to_string()),
            RegistryConflict::Judged(pair) | RegistryConflict::JudgedAndTakenBack(pair) => {
                ("judged-differently", pair.to_string())
            }
            RegistryConflict::FieldsDiffer { entity, .. } => {
                ("fields-differ", entity.as_ref().map(ToString::to_string).unwrap_or_default())
            }
        };
        let what = match conflict {
            RegistryConflict::FieldsDiffer { entity, path, other } => RegistryConflict::FieldsDiffer {
                entity: entity.clone(),
                path: said(path),
                other: other.as_deref().map(said),
            },
            other => other.clone(),
        };
        MergeConflictAnswer { id, kind: kind.to_owned(), other: None, what: what.to_string() }
    };
    MergeAnswer {
        file: done.file.clone(),
        annotator: done.annotator.to_string(),
        annotations: 0,
        entities: Some(done.entities),
        new: done.new,
        written: done.written,
        conflicts: done.conflicts.iter().map(conflict).collect(),
        issues: done.issues.iter().map(Into::into).collect(),
    }
}

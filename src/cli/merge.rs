//! `tippani merge`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::writer::WaitArgs;
use super::{code, tell, terminal, visible};
use crate::analysis::{MergeConflict, MergeConflictKind, counted};
use crate::format::answer::{self, MergeAnswer, MergeConflictAnswer};
use crate::jobs::merge::{self, MergeDone, MergeOptions};
use crate::store;
use crate::text::shortened;

/// Characters of a value that was not kept.
const MAX_VALUE_CHARS: usize = 80;

/// What `tippani merge` is given.
#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// The sidecar beside its article; the merged annotations are written here
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
    let parsed = store::parse_sidecar_path(&how.mine).filter(|_| !how.dry);
    let _lock = parsed.map(|(root, _, annotator)| args.wait.take(&root, &annotator)).transpose()?;
    let done = merge::merge(&how)?;
    if args.json {
        terminal::print_json(&answer::json(&answer(&done))?);
    } else {
        tell(&done.issues);
        terminal::print(&text(&how, &done));
    }
    Ok(code(!done.conflicts.is_empty() || !done.issues.is_empty()))
}

fn text(how: &MergeOptions, done: &MergeDone) -> String {
    let all = counted(done.annotations, "annotation");
    let did = match (how.dry, done.written) {
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
        let id = conflict.id.as_str();
        let of = if id.is_empty() { "the file" } else { id };
        let _ = writeln!(out, "{}: {}", visible(of), visible(&words(conflict)));
    }
    out
}

fn words(conflict: &MergeConflict) -> String {
    match &conflict.kind {
        MergeConflictKind::BothChanged(other) => {
            format!("both changed it; both versions stand, the other as {other}")
        }
        MergeConflictKind::ChangedAndDeleted => "one changed it, the other deleted it; it stays".to_owned(),
        MergeConflictKind::NeededByRelation => "one deleted it, the other links it; it stays".to_owned(),
        MergeConflictKind::BothLinked(other) => {
            format!("both linked it otherwise; both links stay, the other as {other}")
        }
        MergeConflictKind::VerdictsDiffer => {
            "the verdicts on it differ; the later stays, with both comments".to_owned()
        }
        MergeConflictKind::RemarksDiffer => {
            "what was said of it in a review differs; the words of both stay".to_owned()
        }
        MergeConflictKind::FieldsDiffer { path, other: Some(other) } => {
            format!("the field {path} differs; the other copy has {}", shortened(other, MAX_VALUE_CHARS))
        }
        MergeConflictKind::FieldsDiffer { path, other: None } => {
            format!("one changed the field {path}, the other deleted it; it stays")
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
            MergeConflictKind::FieldsDiffer { .. } => ("fields-differ", None),
        };
        MergeConflictAnswer {
            id: conflict.id.to_string(),
            kind: kind.to_owned(),
            other: other.map(ToString::to_string),
            what: words(conflict),
        }
    };
    MergeAnswer {
        file: done.file.clone(),
        annotator: done.annotator.to_string(),
        annotations: done.annotations,
        new: done.new,
        written: done.written,
        conflicts: done.conflicts.iter().map(conflict).collect(),
        issues: done.issues.iter().map(Into::into).collect(),
    }
}

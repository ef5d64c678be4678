//! Making two copies of one annotator's file one: of a sidecar, or of a part of the registry.

mod part;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::CancelToken;
use super::reanchor::settled;
use crate::analysis::{self, MergeConflict};
use crate::format::Issue;
use crate::model::Annotator;
use crate::store::{self, ReadCopy, SetState};

pub use part::{MergedPart, PartMergeDone, merge_part_copy, merge_parts};

/// What to merge.
#[derive(Clone, Debug)]
pub struct MergeOptions {
    /// The sidecar in its place, beside the article, or the part of the registry in its folder; what comes of it is written there.
    pub mine: PathBuf,
    /// The other copy; it stays as it is.
    pub theirs: PathBuf,
    /// The version both grew from, where there is one.
    pub base: Option<PathBuf>,
    /// Whether only to say what would come of it.
    pub dry: bool,
}

/// What a merge did.
#[derive(Clone, Debug)]
pub struct MergeDone {
    /// The article.
    pub file: String,
    /// Whose annotations.
    pub annotator: Annotator,
    /// How many annotations there are now.
    pub annotations: usize,
    /// How many of them were not in the sidecar before.
    pub new: usize,
    /// What the copies did not agree about.
    pub conflicts: Vec<MergeConflict>,
    /// What was not as it should be in what was read.
    pub issues: Vec<Issue>,
    /// Whether the sidecar was written; not when it holds all of it already.
    pub written: bool,
}

/// Merges a copy into a sidecar.
///
/// # Errors
/// When a copy cannot be read or is of another annotator, the sidecar is of another version of the article or cannot be written;
/// nothing is changed then.
pub fn merge(how: &MergeOptions) -> anyhow::Result<MergeDone> {
    let parsed = store::parse_sidecar_path(&how.mine);
    let (root, file, annotator) = parsed.with_context(|| {
        format!(
            "the first file must be a sidecar beside its article (a.txt.NAME.annotations.json): {}",
            how.mine.display()
        )
    })?;
    let loaded = store::load(&root, &file, &annotator)?;
    let mut issues = loaded.issues;
    let mine = match loaded.set {
        SetState::Ready(set) => set,
        SetState::None => anyhow::bail!("there is no such file: {}", how.mine.display()),
        SetState::Outdated(outdated) => {
            anyhow::bail!(outdated.blocked_reason())
        }
        SetState::Blocked(blocked) => anyhow::bail!(blocked.reason),
    };
    let kept = store::preferences::texts_dir();
    let mut read = |path: &Path| {
        let copy = store::read_copy(path, &loaded.document)?;
        issues.extend(copy.issues);
        let set = match copy.value {
            ReadCopy::Current(set) => *set,
            ReadCopy::Outdated(earlier) => {
                settled(*earlier, &loaded.document, kept.as_deref(), &CancelToken::new())?.0
            }
        };
        anyhow::ensure!(
            set.annotator == annotator,
            "these are {}'s annotations, not {annotator}'s; another annotator's are compared, not merged: {}",
            set.annotator,
            path.display()
        );
        Ok(set)
    };
    let theirs = read(&how.theirs)?;
    let base = how.base.as_deref().map(&mut read).transpose()?;
    let merged = analysis::merge(base.as_ref(), &mine, &theirs);
    let known: HashSet<_> = mine.annotations().iter().map(|a| &a.id).collect();
    let new = merged.set.annotations().iter().filter(|a| !known.contains(&a.id)).count();
    let saved =
        if how.dry { None } else { Some(store::save(&root, &loaded.document, &merged.set, &loaded.stamp)?) };
    if let Some(saved) = &saved {
        issues.extend(saved.issues.iter().cloned());
    }
    Ok(MergeDone {
        file,
        annotator,
        annotations: merged.set.annotations().len(),
        new,
        conflicts: merged.conflicts,
        issues,
        written: saved.is_some_and(|saved| saved.written),
    })
}

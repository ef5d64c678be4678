//! Making two copies of one annotator's part of the registry one.

use std::path::Path;

use anyhow::Context as _;

use super::MergeOptions;
use crate::analysis::{MergedRegistryPart, RegistryConflict, merge_registry_parts};
use crate::edit::RegistryChange;
use crate::format::{Decoded, Issue, entities};
use crate::jobs::retry::until_unchanged;
use crate::model::{Annotator, Extra, RegistryPart, Unread};
use crate::store;

/// What a merge of two copies of a part did.
#[derive(Clone, Debug)]
pub struct PartMergeDone {
    /// The file.
    pub file: String,
    /// Whose part.
    pub annotator: Annotator,
    /// How many entities there are now.
    pub entities: usize,
    /// How many of them were not in the file before.
    pub new: usize,
    /// What the copies did not agree about.
    pub conflicts: Vec<RegistryConflict>,
    /// What was not as it should be in what was read.
    pub issues: Vec<Issue>,
    /// Whether the file was written; not when it holds all of it already.
    pub written: bool,
}

/// Merges a copy into a part of the registry.
///
/// # Errors
/// When a copy cannot be read or is of another annotator, or the part cannot be written; nothing is changed then.
pub fn merge_parts(how: &MergeOptions) -> anyhow::Result<PartMergeDone> {
    let parsed = store::parse_part_path(&how.mine);
    let (root, annotator) = parsed.with_context(|| {
        format!("the first file must be a file of entities (entities.NAME.json): {}", how.mine.display())
    })?;
    let Decoded { value: known, mut issues } = store::read_part(&root, &annotator)?;
    let known = known.with_context(|| format!("there is no such file: {}", how.mine.display()))?;
    let mut read = |path: &Path| -> anyhow::Result<RegistryPart> {
        let copy = read_copy(path, &annotator)?;
        issues.extend(copy.issues);
        Ok(copy.value)
    };
    let theirs = read(&how.theirs)?;
    let base = how.base.as_deref().map(&mut read).transpose()?;
    let MergedRegistryPart { part, conflicts } = merge_registry_parts(base.as_ref(), &known.part, &theirs);
    let is_written = !how.dry && part != *known.part;
    if is_written {
        // A window may be writing another such file just now.
        until_unchanged(|| store::write_part(&root, &part, &known.stamp))?;
    }
    Ok(PartMergeDone {
        file: entities::file_name(&annotator),
        annotator,
        entities: part.entities().len(),
        new: new_entities(&known.part, &part),
        conflicts,
        issues,
        written: is_written,
    })
}

/// What a copy makes of one's own part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedPart {
    /// The changes, which can be taken back.
    pub changes: Vec<RegistryChange>,
    /// Fields of the file that this version does not know, as they are now.
    pub extra: Extra,
    /// Entries of the file that cannot be read, as they are now.
    pub unread: Vec<Unread>,
    /// Entities that are new.
    pub new: usize,
    /// What the two did not agree about.
    pub conflicts: Vec<RegistryConflict>,
    /// What was not as it should be in the copy.
    pub issues: Vec<Issue>,
}

/// Reads a copy of one's own part, as changes of `part`. Nothing counts as deleted: it is not known what both grew from.
///
/// # Errors
/// When the copy cannot be read or is of another annotator.
pub fn merge_part_copy(part: &RegistryPart, copy: &Path) -> anyhow::Result<MergedPart> {
    let Decoded { value: theirs, issues } = read_copy(copy, part.annotator())?;
    let MergedRegistryPart { part: merged, conflicts } = merge_registry_parts(None, part, &theirs);
    let new = new_entities(part, &merged);
    let changes = difference(part, &merged);
    Ok(MergedPart { changes, new, conflicts, issues, extra: merged.extra, unread: merged.unread })
}

fn read_copy(path: &Path, annotator: &Annotator) -> anyhow::Result<Decoded<RegistryPart>> {
    let mut copy = store::read_part_copy(path)?;
    let whose = copy.value.annotator();
    anyhow::ensure!(
        whose == annotator,
        "these are {whose}'s entities, not {annotator}'s; another annotator's part stays a part of its own: {}",
        path.display()
    );
    for issue in &mut copy.issues {
        issue.place = format!("{}, {}", path.display(), issue.place);
    }
    Ok(copy)
}

fn new_entities(before: &RegistryPart, now: &RegistryPart) -> usize {
    now.entities().filter(|entity| before.entity(&entity.id).is_none()).count()
}

/// The steps from one part to another.
fn difference(from: &RegistryPart, to: &RegistryPart) -> Vec<RegistryChange> {
    let mut changes = Vec::new();
    let gone = from.entities().filter(|entity| to.entity(&entity.id).is_none());
    changes.extend(gone.map(|entity| RegistryChange::Remove(entity.id.clone())));
    let new = to.entities().filter(|entity| from.entity(&entity.id) != Some(*entity));
    changes.extend(new.map(|entity| RegistryChange::Put(entity.clone())));
    let open = from.judgements().filter(|(pair, _)| to.judgement(pair).is_none());
    changes.extend(open.map(|(pair, _)| RegistryChange::Judge(pair.clone(), None)));
    let judged = to.judgements().filter(|(pair, judgement)| from.judgement(pair) != Some(*judgement));
    changes.extend(judged.map(|(pair, judgement)| RegistryChange::Judge(pair.clone(), Some(judgement))));
    let allowed = from.rejected().filter(|link| !to.is_rejected(link));
    changes.extend(allowed.map(|link| RegistryChange::Reject(link.clone(), false)));
    let rejected = to.rejected().filter(|link| !from.is_rejected(link));
    changes.extend(rejected.map(|link| RegistryChange::Reject(link.clone(), true)));
    changes
}

//! What the journal says of one article: what is in no sidecar, and what can be undone.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::edit::{PastStep, TransactionKind, fold};
use crate::format::journal::{EditRecord, Record, RecordAction, RecordPart};
use crate::model::{Document, EditId, EntryChange};

/// The past of one article.
#[derive(Debug, Default)]
pub(crate) struct Past {
    /// Changes that have to be made again, in the order made.
    pub(crate) unsaved: Vec<Vec<EntryChange>>,
    /// What can be undone, then what can be done again.
    pub(crate) steps: Vec<PastStep>,
    /// Whether the sidecar is as this program left it.
    pub(crate) is_known: bool,
    /// Unsaved edits that were made on other versions of the article.
    pub(crate) others: Vec<OtherSource>,
    /// Unsaved edits that cannot be read.
    pub(crate) unreadable: usize,
}

/// Unsaved edits of one other version of the article, in the order made.
#[derive(Debug)]
pub(crate) struct OtherSource {
    /// SHA-256 of the version, lower-case hexadecimal.
    pub(crate) sha256: Arc<str>,
    /// What they changed.
    pub(crate) parts: Vec<RecordPart>,
}

/// An edit of the article, in its place among the records.
struct OwnEdit<'r> {
    at: usize,
    edit: &'r EditRecord,
    part: Option<&'r RecordPart>,
}

impl Past {
    /// What the records of an article say of it; its sidecar has these bytes by their hash.
    pub(super) fn new(records: &[Record], document: &Document, sidecar: Option<&str>) -> Self {
        let edits: Vec<OwnEdit<'_>> = records
            .iter()
            .enumerate()
            .filter_map(|(at, record)| match record {
                Record::Edit(edit) => {
                    let part = edit.parts.iter().find(|part| part.file == document.file);
                    Some(OwnEdit { at, edit, part })
                }
                Record::Saved(_) => None,
            })
            .collect();
        let marks = Marks::of(records, &document.sha256, records.len());
        let is_unsaved =
            |marks: &Marks, own: &OwnEdit<'_>| own.part.is_some() && !marks.cover(own.at, own.edit.edit);
        let mut past = Self::default();
        let (fits, others): (Vec<&OwnEdit<'_>>, Vec<_>) =
            edits.iter().partition(|own| own.part.is_none_or(|part| part.sha256 == document.sha256));
        let mut others_marks: HashMap<&str, Marks> = HashMap::new();
        for own in others {
            let Some(part) = own.part else { continue };
            let marks = others_marks
                .entry(&part.sha256)
                .or_insert_with(|| Marks::of(records, &part.sha256, records.len()));
            if !is_unsaved(marks, own) {
                continue;
            }
            match past.others.iter_mut().find(|other| other.sha256 == part.sha256) {
                Some(other) => other.parts.push(part.clone()),
                None => {
                    past.others.push(OtherSource { sha256: part.sha256.clone(), parts: vec![part.clone()] });
                }
            }
        }
        let mut changes: HashMap<usize, Vec<EntryChange>> = HashMap::new();
        let mut unreadable = HashSet::new();
        for own in &fits {
            match own.part.map(|part| part.changes(document)) {
                Some(Ok(read)) => {
                    changes.insert(own.at, read);
                }
                Some(Err(error)) => {
                    log::warn!("{}: {error}", document.file);
                    unreadable.insert(own.at);
                }
                None => {}
            }
        }
        let known = Marks::known(records, &document.sha256, sidecar);
        past.is_known = known.is_some() || (sidecar.is_none() && marks.is_empty());
        if fits.iter().any(|own| is_unsaved(&marks, own)) {
            let marks = match (known, sidecar) {
                (Some(at), _) => Marks::of(records, &document.sha256, at + 1),
                // The sidecar is gone, so that everything is made again.
                (None, None) => Marks::default(),
                (None, Some(_)) => marks,
            };
            let open = || fits.iter().filter(|own| is_unsaved(&marks, own));
            past.unsaved = open().filter_map(|own| changes.get(&own.at).cloned()).collect();
            past.unreadable = open().filter(|own| unreadable.contains(&own.at)).count();
        }
        past.steps = steps(&fits, &changes, document);
        past
    }
}

/// What the records say is in the sidecar, for one version of the article: by run the last edit, and where that was said last.
#[derive(Default)]
struct Marks(HashMap<u64, (u64, usize)>);

impl Marks {
    /// As the first so many records have it.
    fn of(records: &[Record], sha256: &str, count: usize) -> Self {
        let mut marks = Self::default();
        for (at, record) in records.iter().enumerate().take(count) {
            if let Record::Saved(saved) = record
                && *saved.sha256 == *sha256
            {
                let mark = marks.0.entry(saved.upto.run).or_default();
                *mark = (mark.0.max(saved.upto.number), at);
            }
        }
        marks
    }

    /// Where it was said last that the sidecar has these bytes.
    fn known(records: &[Record], sha256: &str, sidecar: Option<&str>) -> Option<usize> {
        records.iter().rposition(|record| match record {
            Record::Saved(saved) => *saved.sha256 == *sha256 && saved.sidecar.as_deref() == sidecar,
            Record::Edit(_) => false,
        })
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the edit at that place is in the sidecar: its own run says so, or a later one, which began with all before it.
    fn cover(&self, at: usize, edit: EditId) -> bool {
        self.0.iter().any(
            |(run, (number, said))| {
                if *run == edit.run { *number >= edit.number } else { *said > at }
            },
        )
    }
}

/// What can be undone in the article, the oldest first, and what can be done again.
fn steps(
    edits: &[&OwnEdit<'_>],
    changes: &HashMap<usize, Vec<EntryChange>>,
    document: &Document,
) -> Vec<PastStep> {
    let mut steps: HashMap<EditId, PastStep> = HashMap::new();
    let (mut undo, mut redo): (Vec<EditId>, Vec<EditId>) = (Vec::new(), Vec::new());
    for own in edits {
        let OwnEdit { at, edit, part } = own;
        let id = edit.step;
        let is_left = part.is_none();
        let new = changes.get(at);
        match edit.action {
            RecordAction::Do | RecordAction::Amend => {
                redo.clear();
                let Some(new) = new else { continue };
                if let Some(step) = steps.get_mut(&id).filter(|_| undo.last() == Some(&id)) {
                    if edit.action == RecordAction::Amend {
                        step.changes = fold([std::mem::take(&mut step.changes), new.clone()]);
                    }
                    continue;
                }
                if steps.insert(id, past_step(edit, new.clone(), document)).is_some() {
                    take_out(&mut undo, id);
                }
                undo.push(id);
            }
            RecordAction::Undo => {
                take_out(&mut undo, id);
                if let Some(new) = new.filter(|_| !is_left) {
                    let inverse = || new.iter().cloned().map(EntryChange::inverse).collect();
                    steps.entry(id).or_insert_with(|| past_step(edit, inverse(), document));
                    redo.push(id);
                }
            }
            RecordAction::Redo => {
                take_out(&mut redo, id);
                if let Some(new) = new.filter(|_| !is_left) {
                    steps.entry(id).or_insert_with(|| past_step(edit, new.clone(), document));
                    undo.push(id);
                }
            }
            RecordAction::Cancel => {
                take_out(&mut undo, id);
                redo.clear();
            }
        }
    }
    let take = |id, is_undone| Some(PastStep { is_undone, ..steps.get(&id)?.clone() });
    let undone: Vec<PastStep> = redo.iter().filter_map(|id| take(*id, true)).collect();
    undo.into_iter().filter_map(|id| take(id, false)).chain(undone).collect()
}

/// Takes a step out of a list, of which it is nearly always the last.
fn take_out(steps: &mut Vec<EditId>, id: EditId) {
    if steps.last() == Some(&id) {
        steps.pop();
    } else {
        steps.retain(|step| *step != id);
    }
}

fn past_step(edit: &EditRecord, changes: Vec<EntryChange>, document: &Document) -> PastStep {
    let others: Vec<Arc<str>> =
        edit.parts.iter().map(|part| part.file.clone()).filter(|file| *file != document.file).collect();
    let kind = match &edit.new_entity {
        Some(id) => TransactionKind::NewEntity(id.clone()),
        None if edit.is_decision => TransactionKind::Decision,
        None => TransactionKind::Edit,
    };
    PastStep { id: edit.step, name: edit.name.clone(), kind, is_undone: false, changes, others }
}

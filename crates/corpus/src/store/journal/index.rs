//! Which records a journal has, and where; what they hold stays on disk.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::format::journal::{Record, RecordAction, SavedRecord};
use crate::model::EditId;

/// So many steps can be undone in a later run; older ones are dropped once they are saved.
pub(super) const KEPT_STEPS: usize = 10_000;
/// Fewer can where these take more than this, in bytes: steps that changed very many annotations at once.
pub(super) const KEPT_BYTES: u64 = 128 << 20;

/// What is known of each record, in order.
#[derive(Debug, Default)]
pub(super) struct Index {
    records: Vec<Indexed>,
    by_file: HashMap<Arc<str>, Vec<usize>>,
    /// The last edit of each run.
    last: HashMap<u64, u64>,
}

#[derive(Debug)]
struct Indexed {
    /// Where its payload lies in the file.
    payload: Range<u64>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Edit(IndexedEdit),
    Saved(SavedRecord),
}

#[derive(Debug)]
struct IndexedEdit {
    edit: EditId,
    step: EditId,
    action: RecordAction,
    /// The articles that it changed, with their versions.
    parts: Vec<(Arc<str>, Arc<str>)>,
}

/// Of one version of an article: its last record that says what is saved, and up to which edit of each run.
type SavedMarks = (usize, HashMap<u64, u64>);

/// What became of a step in an article since it was saved.
#[derive(Debug, Default)]
struct StepState {
    /// Whether the sidecar has it.
    is_saved: bool,
    /// Whether it is done now, and not undone.
    is_done: bool,
    /// Whether it was added to since.
    is_amended: bool,
}

impl StepState {
    const fn push(&mut self, action: RecordAction, is_saved: bool) {
        self.is_done = matches!(action, RecordAction::Do | RecordAction::Amend | RecordAction::Redo);
        if is_saved {
            self.is_saved = self.is_done;
        } else if matches!(action, RecordAction::Amend) {
            self.is_amended = true;
        }
    }

    /// Whether a sidecar lacks something of it: what was done and undone again since it was saved, it lacks not.
    const fn is_unsaved(&self) -> bool {
        self.is_done != self.is_saved || self.is_done && self.is_amended
    }
}

impl Index {
    /// Takes in the record that lies there.
    pub(super) fn push(&mut self, record: &Record, payload: Range<u64>) {
        let at = self.records.len();
        let kind = match record {
            Record::Edit(edit) => {
                let last = self.last.entry(edit.edit.run).or_default();
                *last = edit.edit.number.max(*last);
                let parts: Vec<_> =
                    edit.parts.iter().map(|part| (part.file.clone(), part.sha256.clone())).collect();
                let files = parts.iter().map(|(file, _)| file).chain(&edit.left);
                files.for_each(|file| self.by_file.entry(file.clone()).or_default().push(at));
                Kind::Edit(IndexedEdit { edit: edit.edit, step: edit.step, action: edit.action, parts })
            }
            Record::Saved(saved) => {
                self.by_file.entry(saved.file.clone()).or_default().push(at);
                Kind::Saved(saved.clone())
            }
        };
        self.records.push(Indexed { payload, kind });
    }

    /// Whether an edit is there.
    pub(super) fn has(&self, edit: EditId) -> bool {
        self.last.get(&edit.run).is_some_and(|last| *last >= edit.number)
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// Where the payloads of an article's records lie, in order.
    pub(super) fn of(&self, file: &str) -> Vec<Range<u64>> {
        let places = self.by_file.get(file).into_iter().flatten();
        places.map(|at| self.records[*at].payload.clone()).collect()
    }

    /// Articles with edits that are in no sidecar, by name.
    pub(super) fn unsaved_files(&self) -> Vec<Arc<str>> {
        let files = self.unsaved().into_iter().flat_map(|(_, files)| files);
        files.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Where the payloads of edits lie that are not saved, in order, each with the articles in whose sidecars it is not.
    pub(super) fn unsaved_edits(&self) -> Vec<(Range<u64>, Vec<Arc<str>>)> {
        let place = |(at, files): (usize, _)| (self.records[at].payload.clone(), files);
        self.unsaved().into_iter().map(place).collect()
    }

    /// Edits with the articles in whose sidecars they are not.
    fn unsaved(&self) -> Vec<(usize, Vec<Arc<str>>)> {
        // Of each article and version of it the last record that says so is enough, but for those of the run itself.
        let mut marks: HashMap<(&str, &str), SavedMarks> = HashMap::new();
        for (at, record) in self.records.iter().enumerate() {
            if let Kind::Saved(saved) = &record.kind {
                let mark = marks.entry((&*saved.file, &*saved.sha256)).or_default();
                mark.0 = at;
                let upto = mark.1.entry(saved.upto.run).or_default();
                *upto = saved.upto.number.max(*upto);
            }
        }
        let is_saved = |at: usize, edit: EditId, (file, sha256): &(Arc<str>, Arc<str>)| {
            let mark = marks.get(&(&**file, &**sha256));
            mark.is_some_and(|(last, runs)| match runs.get(&edit.run) {
                Some(upto) if *upto >= edit.number => true,
                // A later run began with what was there.
                _ => self.run_of_mark(*last) != Some(edit.run) && *last > at,
            })
        };
        let mut steps: HashMap<(EditId, &str), StepState> = HashMap::new();
        for (at, edit) in self.edits() {
            for part in &edit.parts {
                let step = steps.entry((edit.step, &*part.0)).or_default();
                step.push(edit.action, is_saved(at, edit.edit, part));
            }
        }
        let mut unsaved = Vec::new();
        for (at, edit) in self.edits() {
            let open = edit.parts.iter().filter(|part| {
                let step = steps.get(&(edit.step, &*part.0));
                !is_saved(at, edit.edit, part) && step.is_some_and(StepState::is_unsaved)
            });
            let files: Vec<Arc<str>> = open.map(|(file, _)| file.clone()).collect();
            if !files.is_empty() {
                unsaved.push((at, files));
            }
        }
        unsaved
    }

    /// The edits, each with its place.
    fn edits(&self) -> impl Iterator<Item = (usize, &IndexedEdit)> {
        self.records.iter().enumerate().filter_map(|(at, record)| match &record.kind {
            Kind::Edit(edit) => Some((at, edit)),
            Kind::Saved(_) => None,
        })
    }

    fn run_of_mark(&self, at: usize) -> Option<u64> {
        match &self.records[at].kind {
            Kind::Saved(saved) => Some(saved.upto.run),
            Kind::Edit(_) => None,
        }
    }

    /// Where the payloads lie that are worth keeping: those of the last steps, of what is not saved, and the last word on what
    /// is saved.
    pub(super) fn worth_keeping(&self) -> Vec<Range<u64>> {
        let unsaved: HashSet<usize> = self.unsaved().into_iter().map(|(at, _)| at).collect();
        let mut steps: HashSet<EditId> = HashSet::new();
        let mut said: HashSet<(&str, &str, u64)> = HashSet::new();
        let mut kept = Vec::new();
        let mut bytes = 0;
        for (at, record) in self.records.iter().enumerate().rev() {
            let keep = match &record.kind {
                Kind::Edit(IndexedEdit { step, .. }) => {
                    bytes += record.payload.end - record.payload.start;
                    let has_room = steps.len() < KEPT_STEPS && bytes <= KEPT_BYTES;
                    let is_recent = steps.contains(step) || has_room;
                    if is_recent {
                        steps.insert(*step);
                    }
                    is_recent || unsaved.contains(&at)
                }
                Kind::Saved(saved) => said.insert((&*saved.file, &*saved.sha256, saved.upto.run)),
            };
            if keep {
                kept.push(record.payload.clone());
            }
        }
        kept.reverse();
        kept
    }
}

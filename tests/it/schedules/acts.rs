//! What an analyst does, and what is noted of it: which annotation was made where, and what has to be on disk in the end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use tippani::jobs::{ExportRequest, ImportRequest, TransferRequest};
use tippani::model::{Annotation, AnnotationId, AnnotationSet, Document, State, Verdict};
use tippani::session::{
    AgreementCommand, AnnotateCommand, Command, FormatId, LeaveAnswer, LibraryCommand, MergeCommand,
    OffsetUnit, ReviewCommand, SaveCommand, SchemaCommand, SelectCommand, TransferCommand,
};
use tippani::text::{ByteOffset, Granularity};

use super::world::{ANNOTATORS, FILES, Place, Second, World, first_id, first_ids, who};

/// One thing the analyst does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    Open(Place),
    /// Opens a workspace by one of its articles.
    OpenFile(Place, usize),
    Article(usize),
    /// Tags a word and writes a note on it.
    Mark(usize),
    State(bool),
    Annotator(usize),
    ShowAnnotators(bool),
    Review(usize),
    Decide(bool),
    EndReview,
    Agreement,
    Progress,
    Export,
    /// Imports, as this annotator.
    Import(&'static str),
    Preview(bool),
    EndTransfer,
    Save,
    Close,
    Leave(LeaveAnswer),
    Rescan,
    CancelScan,
    MergeCopy,
    SetAside(bool),
    GoTo(usize),
    Undo,
    Schema,
}

pub(super) fn any_act() -> impl Strategy<Value = Act> {
    let place = || prop_oneof![Just(Place::One), Just(Place::Two)];
    let file = || 0..FILES.len();
    let importers = prop_oneof![4 => Just("mira"), 1 => Just("asha")];
    let answer =
        prop_oneof![Just(LeaveAnswer::TryAgain), Just(LeaveAnswer::Discard), Just(LeaveAnswer::Cancel)];
    prop_oneof![
        10 => place().prop_map(Act::Open),
        3 => (place(), file()).prop_map(|(place, file)| Act::OpenFile(place, file)),
        8 => file().prop_map(Act::Article),
        12 => (0usize..40).prop_map(Act::Mark),
        3 => any::<bool>().prop_map(Act::State),
        4 => (0..ANNOTATORS.len()).prop_map(Act::Annotator),
        2 => any::<bool>().prop_map(Act::ShowAnnotators),
        3 => (0..ANNOTATORS.len()).prop_map(Act::Review),
        4 => any::<bool>().prop_map(Act::Decide),
        1 => Just(Act::EndReview),
        2 => Just(Act::Agreement),
        2 => Just(Act::Progress),
        2 => Just(Act::Export),
        2 => importers.prop_map(Act::Import),
        2 => any::<bool>().prop_map(Act::Preview),
        2 => Just(Act::EndTransfer),
        3 => Just(Act::Save),
        1 => Just(Act::Close),
        2 => answer.prop_map(Act::Leave),
        2 => Just(Act::Rescan),
        1 => Just(Act::CancelScan),
        2 => Just(Act::MergeCopy),
        2 => any::<bool>().prop_map(Act::SetAside),
        2 => file().prop_map(Act::GoTo),
        2 => Just(Act::Undo),
        2 => Just(Act::Schema),
    ]
}

/// Whose set of which article of which workspace.
pub(super) type Key = (Place, String, Arc<str>);

/// What was done, as far as it has to be seen again.
#[derive(Debug)]
pub(super) struct Notes {
    second: Second,
    /// Where each annotation was made.
    made: BTreeMap<AnnotationId, Place>,
    /// The last that was seen of each set.
    pub(super) last: BTreeMap<Key, (Document, AnnotationSet)>,
    /// Those into whose sets something was imported.
    pub(super) imported: BTreeSet<(Place, String)>,
    /// The folder that is to be open in the end; nothing where that was left undecided.
    pub(super) target: Option<Place>,
    marks: usize,
}

impl Notes {
    pub(super) const fn new(second: Second) -> Self {
        Self {
            second,
            made: BTreeMap::new(),
            last: BTreeMap::new(),
            imported: BTreeSet::new(),
            target: None,
            marks: 0,
        }
    }

    /// Whether an annotation may stand in a workspace.
    pub(super) fn belongs(&self, place: Place, id: &AnnotationId, label: &str, from: Option<&str>) -> bool {
        if let Some(made) = self.made.get(id) {
            return *made == place;
        }
        // What was taken over belongs where its original does.
        if let Some((_, original)) = from.and_then(|from| from.split_once('/')) {
            return self.belongs(place, &AnnotationId::new(original), label, None);
        }
        let first = first_ids(self.second.filled_as(place));
        id.as_str().starts_with(&first) || label == place.imported_label()
    }

    pub(super) fn is_of(&self, place: Place, annotation: &Annotation) -> bool {
        self.belongs(place, &annotation.id, &annotation.label, annotation.origin.from.as_deref())
    }

    /// Words that only the files of a workspace may have, and what is made there.
    pub(super) fn only_in(&self, place: Place) -> Vec<String> {
        let made = self.made.iter().filter(|(_, made)| **made == place);
        let mut words: Vec<String> = made.map(|(id, _)| id.to_string()).collect();
        words.push(format!("labels of {}", place.name()));
        if self.second == Second::Different {
            words.push(first_ids(place));
            words.push(match place {
                Place::One => "One a.txt:".to_owned(),
                Place::Two => "Two, called".to_owned(),
            });
        }
        words
    }

    /// Takes down what is seen of the sets that are open; after a command, what is new in them was made here.
    pub(super) fn look(&mut self, world: &World, after_command: bool) {
        let Some(place) = world.open() else { return };
        for article in world.session.unsaved().chain(world.session.article()) {
            if article.blocked().is_some() {
                continue;
            }
            let (document, set) = (article.document(), article.set());
            for annotation in set.annotations() {
                if after_command
                    && !self.made.contains_key(&annotation.id)
                    && !self.is_known(place, annotation)
                {
                    self.made.insert(annotation.id.clone(), place);
                }
            }
            let key = (place, set.annotator.to_string(), document.file.clone());
            self.last.insert(key, (document.clone(), set.clone()));
        }
    }

    /// Whether it came from a file.
    fn is_known(&self, place: Place, annotation: &Annotation) -> bool {
        annotation.origin.from.is_none() && self.belongs(place, &annotation.id, &annotation.label, None)
            || annotation.id.as_str().starts_with("first-")
    }

    /// Does it.
    pub(super) fn act(&mut self, world: &mut World, act: Act) {
        let file = |n: usize| Arc::<str>::from(FILES[n]);
        let place = world.open();
        let is_leaving = world.session.leaving().is_some();
        match act {
            Act::Open(place) => {
                self.target = Some(place);
                let _ = world.run(LibraryCommand::OpenWorkspace(world.root(place)));
            }
            Act::OpenFile(place, n) => {
                self.target = Some(place);
                let _ = world.run(LibraryCommand::OpenWorkspace(world.root(place).join(FILES[n])));
            }
            Act::Article(n) => drop(world.run(LibraryCommand::OpenArticle(file(n)))),
            Act::Mark(at) => self.mark(world, at),
            Act::State(done) => {
                let state = if done { State::Done } else { State::InProgress };
                let _ = world.run(AnnotateCommand::SetState(state));
            }
            Act::Annotator(n) => {
                if is_leaving {
                    self.target = None;
                }
                let _ = world.run(LibraryCommand::SetAnnotator(who(ANNOTATORS[n])));
            }
            Act::ShowAnnotators(someone) => {
                let all = if someone { vec![who("ravi"), who("asha")] } else { Vec::new() };
                let _ = world.run(ReviewCommand::ShowAnnotators(all));
            }
            Act::Review(n) => {
                let annotators = vec![who(ANNOTATORS[n]), who(ANNOTATORS[(n + 1) % ANNOTATORS.len()])];
                let _ = world.run(ReviewCommand::StartReview { annotators, only: None, cases: None });
            }
            Act::Decide(accept) => {
                let verdict = if accept { Verdict::Accepted } else { Verdict::Rejected };
                let _ = world.run(ReviewCommand::Decide(verdict));
            }
            Act::EndReview => drop(world.run(ReviewCommand::EndReview)),
            Act::Agreement => drop(world.run(AgreementCommand::AskAgreement(Vec::new()))),
            Act::Progress => drop(world.run(AgreementCommand::AskProgress)),
            Act::Export => {
                if let Some(place) = place {
                    let request = export(world, place);
                    let _ = world.run(TransferCommand::Transfer(Box::new(request)));
                }
            }
            Act::Import(name) => {
                if let Some(place) = place {
                    self.imported.insert((place, name.to_owned()));
                    let request = import(world, place, name);
                    let _ = world.run(TransferCommand::Transfer(Box::new(request)));
                }
            }
            Act::Preview(of_export) => {
                if let Some(place) = place {
                    let request = if of_export { export(world, place) } else { import(world, place, "mira") };
                    let _ = world.run(TransferCommand::Preview(Box::new(request)));
                }
            }
            Act::EndTransfer => drop(world.run(TransferCommand::EndTransfer)),
            Act::Save => drop(world.run(SaveCommand::Save)),
            Act::Close => {
                if is_leaving || world.session.scanning().is_some() {
                    self.target = None;
                }
                let _ = world.run(SaveCommand::Close);
            }
            Act::Leave(answer) => self.leave(world, answer),
            Act::Rescan => drop(world.run(LibraryCommand::Rescan)),
            Act::CancelScan => {
                if world.session.scanning().is_some() {
                    self.target = None;
                }
                let _ = world.run(LibraryCommand::CancelScan);
            }
            Act::MergeCopy => {
                let copies = world.session.article().map(|article| article.copies().to_vec());
                if let Some(copy) = copies.unwrap_or_default().into_iter().next() {
                    let _ = world.run(MergeCommand::MergeCopy(copy));
                }
            }
            Act::SetAside(keep) => drop(world.run(SaveCommand::SetAside { keep })),
            Act::GoTo(n) => {
                let annotation = first_id(place.unwrap_or(Place::One), FILES[n], "ravi", 0);
                let _ = world.run(LibraryCommand::GoTo { file: file(n), annotation, span: None });
            }
            Act::Undo => drop(world.run(AnnotateCommand::Undo)),
            Act::Schema => {
                if let Some(place) = place {
                    self.marks += 1;
                    let mut schema = (**world.session.schema()).clone();
                    schema.name = format!("labels of {} {}", place.name(), self.marks);
                    let _ = world.run(SchemaCommand::ReplaceSchema(Box::new(schema)));
                }
            }
        }
        self.look(world, true);
    }

    fn mark(&mut self, world: &mut World, at: usize) {
        self.marks += 1;
        let label = if self.marks.is_multiple_of(2) { "person" } else { "location" };
        let at = ByteOffset::new(at);
        for command in [
            Command::Select(SelectCommand::SelectSegment { at, granularity: Granularity::Word }),
            Command::Annotate(AnnotateCommand::Tag(label.into())),
            Command::Annotate(AnnotateCommand::SetNote(format!("note {}", self.marks))),
            Command::Annotate(AnnotateCommand::EndTyping),
        ] {
            let _ = world.run(command);
        }
        // Tagging nothing starts tag mode.
        let _ = world.run(AnnotateCommand::SetTagMode(None));
    }

    fn leave(&mut self, world: &mut World, answer: LeaveAnswer) {
        let is_leaving = world.session.leaving().is_some();
        if is_leaving && answer == LeaveAnswer::Cancel {
            self.target = None;
        }
        if is_leaving && answer == LeaveAnswer::Discard {
            let place = world.open();
            for article in world.session.unsaved() {
                let (file, whose) = (article.document().file.clone(), article.set().annotator.to_string());
                if let Some(place) = place {
                    self.last.remove(&(place, whose, file));
                }
            }
        }
        let _ = world.run(SaveCommand::Leave(answer));
    }
}

pub(super) fn export(world: &mut World, place: Place) -> TransferRequest {
    TransferRequest::Export(ExportRequest {
        format: FormatId::JSONL,
        only: None,
        annotators: Vec::new(),
        accepted: false,
        original_labels: false,
        out: world.next_export(place),
    })
}

pub(super) fn import(world: &World, place: Place, annotator: &str) -> TransferRequest {
    TransferRequest::Import(ImportRequest {
        format: FormatId::find("doccano").unwrap(),
        files: vec![world.path(format!("{}.jsonl", place.name()))],
        annotator: who(annotator),
        labels: Vec::new(),
        unit: Some(OffsetUnit::CodePoint),
    })
}

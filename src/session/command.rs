//! Everything an analyst can do to what is open.

use std::path::PathBuf;
use std::sync::Arc;

use super::LeaveAnswer;
use crate::analysis::QueueOrder;
use crate::jobs::TransferRequest;
use crate::model::{AnnotationId, Annotator, AttributeValue, Schema, State, Verdict};
use crate::text::{ByteOffset, Granularity, Span};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// On, down, later.
    Next,
    /// Back, up, earlier.
    Previous,
}

/// Which edge of a span, in text order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first place.
    Start,
    /// The place after its last character.
    End,
}

/// One thing the analyst does. All places are byte offsets of the open article's text.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Says who annotates from now on.
    SetAnnotator(Annotator),
    /// Opens a folder, or the folder of a file with that article.
    OpenWorkspace(PathBuf),
    /// Looks at the folder again.
    Rescan,
    /// Stops looking at the folder; what was open stays.
    CancelScan,
    /// Shows an article of the workspace.
    OpenArticle(Arc<str>),
    /// Shows the next or previous article of the list.
    StepArticle(Step),
    /// Puts another schema in force and writes it to the workspace file.
    ReplaceSchema(Box<Schema>),
    /// Takes the last change of the schema back.
    UndoSchema,
    /// Renames a sidecar that cannot be used, so that annotating can begin; nothing is deleted.
    SetAside {
        /// Whether to go on with what could be read of it.
        keep: bool,
    },
    /// Writes everything not on disk yet.
    Save,
    /// Closes the window, once all work is on disk or in a recovery copy; asks where that cannot be.
    Close,
    /// Answers the question whether work that could not be kept may be lost.
    Leave(LeaveAnswer),
    /// Says how far the annotator has come with the article.
    SetState(State),
    /// Looks for words in the article; empty words end the search.
    Search(String),
    /// Goes to the next or previous place found.
    StepSearch(Step),
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Tags the selection; with nothing selected, starts or ends tag mode.
    Tag(Arc<str>),
    /// Starts tag mode with a label, or ends it.
    SetTagMode(Option<Arc<str>>),
    /// Gives the focused annotation another label.
    Relabel(Arc<str>),
    /// Removes the focused annotation and the relations that touch it.
    Delete,
    /// Sets or clears an attribute of the focused annotation.
    SetAttribute {
        /// Its identifier.
        attribute: Arc<str>,
        /// The new value; nothing clears it.
        value: Option<AttributeValue>,
    },
    /// The same, letter by letter: one step of undo until the field is left.
    TypeAttribute {
        /// Its identifier.
        attribute: Arc<str>,
        /// The new value; nothing clears it.
        value: Option<AttributeValue>,
    },
    /// A text field was entered or left.
    EndTyping,
    /// Makes the selection the evidence of an attribute of the focused annotation.
    AttachEvidence(Arc<str>),
    /// Sets the note of the focused annotation, letter by letter: one step of undo until the field is left.
    SetNote(String),
    /// Gives a part of an annotation another extent: an edge was dragged.
    SetSpan {
        /// The annotation.
        id: AnnotationId,
        /// Index of the part.
        part: usize,
        /// Where it is to stand.
        span: Span,
    },
    /// Adds the selection to the focused annotation as a further part.
    AddPart,
    /// Takes a part away from the focused annotation.
    RemovePart(usize),
    /// Moves an edge of the selection, or else of the focused annotation, by one cluster.
    MoveEdge {
        /// Which edge.
        edge: Edge,
        /// Which way, in text order.
        step: Step,
    },
    /// Selects between two places, or puts the caret where they are one.
    Select {
        /// Where the selection began.
        anchor: ByteOffset,
        /// Where the caret is.
        head: ByteOffset,
    },
    /// Ends a drag: snaps the selection outward and peels it; in tag mode, tags it.
    FinishSelection(Granularity),
    /// Selects the word, sentence or paragraph at a place; in tag mode, tags it.
    SelectSegment {
        /// Where.
        at: ByteOffset,
        /// What.
        granularity: Granularity,
    },
    /// Selects nothing; the caret stays.
    ClearSelection,
    /// Focuses an annotation, or none.
    Focus(Option<AnnotationId>),
    /// Focuses the next or previous annotation of the article.
    StepFocus(Step),
    /// Focuses the shortest annotation at a place; again there, the next longer one.
    FocusAt(ByteOffset),
    /// Exports or imports.
    Transfer(Box<TransferRequest>),
    /// Asks for the first rows of an export or import.
    Preview(Box<TransferRequest>),
    /// Stops an export or import, or puts away what came of it.
    EndTransfer,
    /// Shows these annotators' marks beside the own.
    LookAt(Vec<Annotator>),
    /// Hides names and others' marks, or shows them again.
    SetBlind(bool),
    /// Begins to review what these annotators did.
    StartReview {
        /// Whose annotations.
        whom: Vec<Annotator>,
        /// In which articles; in all when nothing.
        only: Option<Vec<Arc<str>>>,
        /// Only where the first has this label and the second that; nothing stands for no such annotation.
        labels: Option<[Option<Arc<str>>; 2]>,
    },
    /// Merges another copy of the annotator's own sidecar into the open article.
    MergeCopy(PathBuf),
    /// Counts who has done what.
    AskProgress,
    /// Works out how far these annotators agree; everybody when there are none.
    AskAgreement(Vec<Annotator>),
    /// Leaves the review; verdicts stay.
    EndReview,
    /// Puts the queue in another order.
    OrderReview(QueueOrder),
    /// Looks at the next or previous item.
    StepReview(Step),
    /// Looks at the item of this number.
    ReviewItem(usize),
    /// Looks at this annotator's annotation of the item, by number.
    ReviewMember(usize),
    /// Looks at the next annotator's annotation of the item.
    StepMember,
    /// Accepts, rejects or questions the annotation that is looked at.
    Decide(Verdict),
    /// Accepts every annotation of the item.
    AcceptAll,
    /// Takes a copy of the annotation that is looked at, to be changed.
    EditItem,
    /// Says why, of the annotation that is looked at, letter by letter: one step of undo until the field is left.
    Comment(String),
    /// Takes everything in the article that all who are looked at agree about.
    TakeAgreed,
    /// Opens an article and shows an annotation of it, whoever's it is.
    GoTo {
        /// The article.
        file: Arc<str>,
        /// The annotation.
        annotation: AnnotationId,
        /// Where it stands, where that is known.
        span: Option<Span>,
    },
}

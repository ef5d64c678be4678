//! The one table of what can be done: menus, palette, keys, tooltips and the help sheet are made from it.

use super::{Command, Edge, Session, Step};
use crate::model::Verdict;
use crate::text::Granularity;

/// Which menu an action stands in, and which part of the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Workspaces, articles, saving.
    File,
    /// Undo, find, the schema.
    Edit,
    /// Making and changing annotations.
    Annotate,
    /// Looking at what others annotated.
    Review,
    /// Moving about.
    Go,
    /// How it looks.
    View,
    /// Keys and words about the program.
    Help,
}

impl Menu {
    /// All, from left to right.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::Annotate, Self::Review, Self::Go, Self::View, Self::Help];

    /// Its title.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Annotate => "Annotate",
            Self::Review => "Review",
            Self::Go => "Go",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct ActionSpec {
    /// What it does.
    pub action: Action,
    /// Its name in menus: sentence case, `…` when a dialog follows.
    pub name: &'static str,
    /// Keys such as `Ctrl+Shift+P`, the first of which is shown; empty for none.
    pub keys: &'static [&'static str],
    /// Where it stands.
    pub menu: Menu,
    /// One sentence more, for the tooltip and the palette.
    pub description: &'static str,
}

macro_rules! actions {
    ($($action:ident, $menu:ident, $name:literal, [$($key:literal),*], $description:literal;)*) => {
        /// One thing that can be done without saying more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $description] $action,)*
        }

        /// Every action, in the order of the menus.
        pub const ACTIONS: &[ActionSpec] = &[
            $(ActionSpec {
                action: Action::$action,
                name: $name,
                keys: &[$($key),*],
                menu: Menu::$menu,
                description: $description,
            },)*
        ];
    };
}

actions! {
    OpenFolder, File, "Open folder…", ["Ctrl+O"], "Open a folder of articles";
    OpenPath, File, "Open path…", ["Ctrl+Shift+O"], "Type the path of a folder or article to open";
    Rescan, File, "Look at the folder again", ["F5"], "Find articles that were added or removed";
    ChooseAnnotator, File, "Annotator…", [], "Say who annotates; each annotator has a file of their own";
    Save, File, "Save now", ["Ctrl+S"], "Write everything at once; it is saved within a second anyway";
    SetAside, File, "Set unusable annotations aside…", [], "Rename a sidecar that cannot be used and begin anew";
    Import, File, "Import…", ["Ctrl+Shift+M"], "Bring in annotations of other tools and models, as a set of their own";
    Export, File, "Export…", ["Ctrl+Shift+E"], "Write a labelled dataset or a report in any of the formats";
    Quit, File, "Quit", ["Ctrl+Q"], "Save and close the window";
    Undo, Edit, "Undo", ["Ctrl+Z"], "Take the last change back";
    Redo, Edit, "Redo", ["Ctrl+Shift+Z", "Ctrl+Y"], "Do the change again that was taken back";
    Copy, Edit, "Copy", ["Ctrl+C"], "Copy the selected text";
    Find, Edit, "Find…", ["Ctrl+F"], "Find words in the article, however they are encoded";
    FindNext, Edit, "Find next", ["F3", "Ctrl+G"], "Go to the next place found";
    FindPrevious, Edit, "Find previous", ["Shift+F3", "Ctrl+Shift+G"], "Go to the place found before";
    EditSchema, Edit, "Labels and attributes…", ["Ctrl+,"], "Change what can be annotated in this workspace";
    UndoSchema, Edit, "Undo change of labels", [], "Take the last change of labels and attributes back";
    ChooseLabel, Annotate, "Tag or change label…", ["Enter"], "Choose a label for the selection or the annotation";
    LeaveTagMode, Annotate, "Leave tag mode", ["Escape"], "Stop tagging every selection; close what is open";
    Delete, Annotate, "Delete annotation", ["Delete", "Backspace"], "Remove the focused annotation";
    NearBack, Annotate, "Near edge back", ["Alt+ArrowLeft"], "Move the end of the selection or annotation back by a cluster";
    NearForward, Annotate, "Near edge forward", ["Alt+ArrowRight"], "Move the end of the selection or annotation on by a cluster";
    FarBack, Annotate, "Far edge back", ["Alt+Shift+ArrowLeft"], "Move the start of the selection or annotation back by a cluster";
    FarForward, Annotate, "Far edge forward", ["Alt+Shift+ArrowRight"], "Move the start of the selection or annotation on by a cluster";
    AddPart, Annotate, "Add selection as a part", ["Ctrl+Enter"], "Make the annotation discontinuous";
    EditNote, Annotate, "Edit note", ["Ctrl+E"], "Write a remark on the focused annotation";
    StateTodo, Annotate, "Mark as to do", ["Ctrl+1"], "The article is not begun";
    StateInProgress, Annotate, "Mark as in progress", ["Ctrl+2"], "The article is begun";
    StateDone, Annotate, "Mark as done", ["Ctrl+3"], "The article is finished";
    StartReview, Review, "Review all articles", ["Ctrl+R"], "Go through what others annotated, in all articles";
    ReviewArticle, Review, "Review this article", ["Ctrl+Shift+R"], "Go through what others annotated here";
    LeaveReview, Review, "Leave the review", [], "Verdicts stay; it goes on where it stopped";
    Accept, Review, "Accept", ["A"], "It is right; what others have instead is not";
    AcceptAll, Review, "Accept all", ["B"], "Every version of it is right";
    Reject, Review, "Reject", ["R"], "It is wrong";
    Question, Review, "Question", ["Q"], "To be talked over";
    EditItem, Review, "Edit a copy", ["E"], "Take it into your own annotations and change it there";
    Comment, Review, "Comment", ["C"], "Say why";
    OtherVersion, Review, "Another’s version", ["V"], "Look at what another annotator has here";
    NextItem, Review, "Next in the queue", ["N"], "Leave it for later";
    PreviousItem, Review, "Previous in the queue", ["P"], "Go back to it";
    Agreement, Review, "Agreement…", ["Ctrl+Shift+A"], "How far annotators agree, and where they do not";
    Progress, Review, "Who has done what…", [], "Who has done which article, and how many are annotated twice";
    TakeAgreed, Review, "Take what all agree about…", [], "Copy what all who are shown agree about in this article into your own annotations";
    Blind, Review, "Blind", [], "Hide names, and others’ marks while you annotate";
    NextAnnotation, Go, "Next annotation", ["Tab"], "Focus the annotation after this one";
    PreviousAnnotation, Go, "Previous annotation", ["Shift+Tab"], "Focus the annotation before this one";
    NextArticle, Go, "Next article", ["Ctrl+PageDown", "Alt+ArrowDown"], "Open the article below";
    PreviousArticle, Go, "Previous article", ["Ctrl+PageUp", "Alt+ArrowUp"], "Open the article above";
    FilterArticles, Go, "Filter articles…", ["Ctrl+P"], "Find an article by its name";
    SelectWord, Go, "Select word", ["Ctrl+D"], "Select the word at the caret";
    SelectSentence, Go, "Select sentence", ["Ctrl+Shift+D"], "Select the sentence at the caret";
    Guidelines, View, "Read the guidelines", ["F2"], "Read how to annotate here; with an annotation in focus, what is said of its label";
    CommandPalette, View, "Command palette…", ["Ctrl+Shift+P"], "Find anything that can be done by its name";
    ZoomTextIn, View, "Larger text", ["Ctrl+Plus", "Ctrl+="], "Zoom in: make the article text larger";
    ZoomTextOut, View, "Smaller text", ["Ctrl+-"], "Zoom out: make the article text smaller";
    ZoomTextReset, View, "Text as usual", ["Ctrl+0"], "No zoom: set the article text to 18 points";
    ZoomInterfaceIn, View, "Larger interface", ["Ctrl+Shift+Plus"], "Zoom in: make the whole window larger";
    ZoomInterfaceOut, View, "Smaller interface", ["Ctrl+Shift+-"], "Zoom out: make the whole window smaller";
    ShowInvisibles, View, "Show invisible characters", ["Ctrl+Shift+I"], "Show joiners, special spaces and controls";
    ToggleLibrary, View, "Library", ["Ctrl+B"], "Show or hide the list of articles";
    ToggleInspector, View, "Inspector", ["Ctrl+Shift+B"], "Show or hide the annotations";
    ThemeSystem, View, "Theme of the system", [], "Light or dark as the system is";
    ThemeLight, View, "Light theme", [], "Dark text on light ground";
    ThemeDark, View, "Dark theme", [], "Light text on dark ground";
    KeyboardHelp, Help, "Keyboard shortcuts", ["F1"], "Every key on one sheet";
    About, Help, "About Tippani", [], "Version and licences";
}

impl Action {
    /// Its line of the table.
    #[must_use]
    pub fn spec(self) -> &'static ActionSpec {
        &ACTIONS[self as usize]
    }

    /// The command it stands for now; nothing when it belongs to the window or cannot be done.
    pub(super) fn command(self, session: &Session) -> Option<Command> {
        let article = session.article();
        let caret = article.map(|a| a.selection().head);
        let focused = article.and_then(super::OpenArticle::focused);
        let selected = article.and_then(|a| a.selection().span(&a.document().text));
        let item = session.review().and_then(super::Review::item);
        let edge = |edge, step| {
            (focused.is_some() || selected.is_some()).then_some(Command::MoveEdge { edge, step })
        };
        let state = |state| article.filter(|a| a.set().state() != state).map(|_| Command::SetState(state));
        let segment = |granularity| caret.map(|at| Command::SelectSegment { at, granularity });
        match self {
            Self::Rescan => session.library().map(|_| Command::Rescan),
            Self::Save => session.is_dirty().then_some(Command::Save),
            Self::Undo => session.undo_name().map(|_| Command::Undo),
            Self::Redo => article.and_then(|a| a.history().redo_name()).map(|_| Command::Redo),
            Self::FindNext => {
                article.filter(|a| !a.search().found().is_empty()).map(|_| Command::StepSearch(Step::Next))
            }
            Self::FindPrevious => article
                .filter(|a| !a.search().found().is_empty())
                .map(|_| Command::StepSearch(Step::Previous)),
            Self::UndoSchema => session.can_undo_schema().then_some(Command::UndoSchema),
            Self::LeaveTagMode => session.tag_mode().map(|_| Command::SetTagMode(None)),
            Self::Delete => focused.map(|_| Command::Delete),
            Self::NearBack => edge(Edge::End, Step::Previous),
            Self::NearForward => edge(Edge::End, Step::Next),
            Self::FarBack => edge(Edge::Start, Step::Previous),
            Self::FarForward => edge(Edge::Start, Step::Next),
            Self::AddPart => focused.and(selected).map(|_| Command::AddPart),
            Self::StateTodo => state(crate::model::State::Todo),
            Self::StateInProgress => state(crate::model::State::InProgress),
            Self::StateDone => state(crate::model::State::Done),
            Self::NextAnnotation => {
                article.filter(|a| !a.set().annotations().is_empty()).map(|_| Command::StepFocus(Step::Next))
            }
            Self::PreviousAnnotation => article
                .filter(|a| !a.set().annotations().is_empty())
                .map(|_| Command::StepFocus(Step::Previous)),
            Self::StartReview => session
                .library()
                .filter(|_| !session.whom().is_empty())
                .map(|_| Command::StartReview { whom: session.whom(), only: None, labels: None }),
            Self::ReviewArticle => article.filter(|_| !session.whom().is_empty()).map(|article| {
                let only = Some(vec![article.document().file.clone()]);
                Command::StartReview { whom: session.whom(), only, labels: None }
            }),
            Self::LeaveReview => session.review().map(|_| Command::EndReview),
            Self::Accept => item.map(|_| Command::Decide(Verdict::Accepted)),
            Self::AcceptAll => item.map(|_| Command::AcceptAll),
            Self::Reject => item.map(|_| Command::Decide(Verdict::Rejected)),
            Self::Question => item.map(|_| Command::Decide(Verdict::Question)),
            Self::EditItem => item.map(|_| Command::EditItem),
            Self::OtherVersion => item.filter(|item| item.present().count() > 1).map(|_| Command::StepMember),
            Self::NextItem => item.map(|_| Command::StepReview(Step::Next)),
            Self::PreviousItem => item.map(|_| Command::StepReview(Step::Previous)),
            Self::Blind => session.library().map(|_| Command::SetBlind(!session.is_blind())),
            Self::NextArticle => session.library().map(|_| Command::StepArticle(Step::Next)),
            Self::PreviousArticle => session.library().map(|_| Command::StepArticle(Step::Previous)),
            Self::SelectWord => segment(Granularity::Word),
            Self::SelectSentence => segment(Granularity::Sentence),
            _ => None,
        }
    }

    /// Whether it is done on the item of a review; its key is a label's otherwise.
    #[must_use]
    pub const fn is_of_item(self) -> bool {
        matches!(
            self,
            Self::Accept
                | Self::AcceptAll
                | Self::Reject
                | Self::Question
                | Self::EditItem
                | Self::Comment
                | Self::OtherVersion
                | Self::NextItem
                | Self::PreviousItem
        )
    }

    /// Whether the window itself carries it out, rather than the session.
    #[must_use]
    pub const fn is_of_window(self) -> bool {
        matches!(
            self,
            Self::OpenFolder
                | Self::OpenPath
                | Self::SetAside
                | Self::ChooseAnnotator
                | Self::Import
                | Self::Export
                | Self::Quit
                | Self::Copy
                | Self::Find
                | Self::EditSchema
                | Self::ChooseLabel
                | Self::EditNote
                | Self::Comment
                | Self::TakeAgreed
                | Self::Agreement
                | Self::Progress
                | Self::Guidelines
                | Self::FilterArticles
                | Self::CommandPalette
                | Self::ZoomTextIn
                | Self::ZoomTextOut
                | Self::ZoomTextReset
                | Self::ZoomInterfaceIn
                | Self::ZoomInterfaceOut
                | Self::ShowInvisibles
                | Self::ToggleLibrary
                | Self::ToggleInspector
                | Self::ThemeSystem
                | Self::ThemeLight
                | Self::ThemeDark
                | Self::KeyboardHelp
                | Self::About
        )
    }
}

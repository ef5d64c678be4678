//! Making and changing annotations.

use super::{Action, Menu, Run, WindowAction, always, has_article, has_focus, has_selection};
use crate::model::{AnnotationKind, State};
use crate::session::{
    AnnotateCommand, Command, Edge, FrameCommand, LinkCommand, OpenArticle, ReanchorCommand, Session, Step,
};
use crate::text::{Script, dominant_script};
use crate::ui::floating::Floating;
use crate::ui::links::{LinkEndPalette, SuggestedPalette};
use crate::ui::palette::LabelPalette;
use crate::ui::panels::NARROW;

const ROW: Action = Action::of(Menu::Annotate);

rows! {
    CHOOSE_LABEL = Action {
        name: "Tag or change label…",
        keys: &["Enter"],
        description: "Choose a label for the selection or the annotation",
        run: Run::Window(WindowAction {
            possible: |session| has_selection(session) || has_focus(session),
            run: |panels, drawing| {
                if drawing.session.linking().is_some() {
                    drawing.out.run(LinkCommand::ToFocused);
                    return;
                }
                if drawing.session.pointing().is_some() {
                    drawing.out.run(FrameCommand::Next);
                    return;
                }
                let near = panels.reader.selection_rect().or_else(|| panels.reader.caret_rect());
                if let Some(palette) = LabelPalette::open(drawing.session, near) {
                    panels.floating = Floating::Labels(palette);
                }
            },
            hint: Some("Select text first, or press a label key to start tag mode"),
        }),
        ..ROW
    };
    CONTEXT_MENU = Action {
        name: "Context menu",
        keys: &["Shift+F10", "Menu"],
        description: "Open the menu of the annotation or the selection, as the right button does",
        run: Run::window(has_article, |panels, _| panels.reader.open_menu()),
        ..ROW
    };
    LEAVE_TAG_MODE = Action {
        name: "Leave tag mode",
        keys: &["Escape"],
        description: "Stop tagging every selection, making a link or filling a field; close what is open",
        run: Run::Session(leave_tag_mode),
        ..ROW
    };
    DELETE = Action {
        name: "Delete annotation",
        keys: &["Delete", "Backspace"],
        description: "Remove the focused annotation",
        run: Run::Session(|session| has_focus(session).then_some(Command::Annotate(AnnotateCommand::Delete))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    LINK = Action {
        name: "Link to another annotation…",
        keys: &["Ctrl+L"],
        description: "Begin a link here: click the other end, or walk there and press Enter; again to find it by its words",
        run: Run::Window(WindowAction {
            possible: |session| has_focus(session) || session.linking().is_some(),
            run: |panels, drawing| {
                if drawing.session.linking().is_some() {
                    panels.floating = Floating::LinkEnd(LinkEndPalette::default());
                } else {
                    drawing.out.run(LinkCommand::Begin);
                }
            },
            hint: Some("Go to an annotation first: a link starts at one"),
        }),
        begins_group: true,
        ..ROW
    };
    FOLLOW_LINK = Action {
        name: "Follow link",
        keys: &["Ctrl+]"],
        description: "Go to the other end of the annotation’s next link, in whatever article it is",
        run: Run::Session(|session| {
            let here = session.focused_key()?;
            (!session.links_of(&here).is_empty()).then_some(Command::Link(LinkCommand::FollowNext))
        }),
        repeats: true,
        ..ROW
    };
    SUGGESTED_LINKS = Action {
        name: "Suggested links…",
        keys: &["Ctrl+Alt+S"],
        description: "Claims of other articles that may speak of the same thing, with the reasons: link or reject them",
        run: Run::Window(WindowAction {
            possible: has_claim,
            run: |panels, _| panels.floating = Floating::Suggested(SuggestedPalette::default()),
            hint: Some("Go to a claim first: links are suggested for one"),
        }),
        ..ROW
    };
    LINK_NESTED = Action {
        name: "Link the claim within",
        keys: &["Ctrl+Alt+L"],
        description: "Of two claims one within the other: say that the outer one quotes the inner one",
        run: Run::Session(|session| session.nested().map(|_| Command::Frame(FrameCommand::LinkNested))),
        ..ROW
    };
    NEAR_BACK = Action {
        name: "Move end left",
        keys: &["Alt+ArrowLeft"],
        description: "Move the end of the selection or annotation back by a cluster",
        run: Run::Session(|session| move_edge(session, Edge::End, Step::Previous)),
        on_key: Some(|session| move_edge(session, Edge::End, leftward(session))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    NEAR_FORWARD = Action {
        name: "Move end right",
        keys: &["Alt+ArrowRight"],
        description: "Move the end of the selection or annotation on by a cluster",
        run: Run::Session(|session| move_edge(session, Edge::End, Step::Next)),
        on_key: Some(|session| move_edge(session, Edge::End, rightward(session))),
        repeats: true,
        ..ROW
    };
    FAR_BACK = Action {
        name: "Move start left",
        keys: &["Alt+Shift+ArrowLeft"],
        description: "Move the start of the selection or annotation back by a cluster",
        run: Run::Session(|session| move_edge(session, Edge::Start, Step::Previous)),
        on_key: Some(|session| move_edge(session, Edge::Start, leftward(session))),
        repeats: true,
        ..ROW
    };
    FAR_FORWARD = Action {
        name: "Move start right",
        keys: &["Alt+Shift+ArrowRight"],
        description: "Move the start of the selection or annotation on by a cluster",
        run: Run::Session(|session| move_edge(session, Edge::Start, Step::Next)),
        on_key: Some(|session| move_edge(session, Edge::Start, rightward(session))),
        repeats: true,
        ..ROW
    };
    ADD_PART = Action {
        name: "Add selection as another segment",
        keys: &["Ctrl+Enter"],
        description: "Make the annotation discontinuous",
        run: Run::Session(|session| {
            (has_selection(session) && has_focus(session)).then_some(Command::Annotate(AnnotateCommand::AddPart))
        }),
        repeats: true,
        edits_text: true,
        begins_group: true,
        ..ROW
    };
    EDIT_NOTE = Action {
        name: "Edit note",
        keys: &["Ctrl+E"],
        description: "Write a remark on the focused annotation",
        begins_group: true,
        run: Run::window(has_focus, |panels, drawing| {
            drawing.look.inspector = true;
            drawing.look.library &= drawing.ctx.content_rect().width() >= NARROW;
            panels.inspector.focus_note();
        }),
        ..ROW
    };
    STATE_TODO = Action {
        name: "Mark as to do",
        keys: &["Ctrl+1"],
        description: "The article is not begun",
        run: Run::Session(|session| set_state(session, State::Todo)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    STATE_IN_PROGRESS = Action {
        name: "Mark as in progress",
        keys: &["Ctrl+2"],
        description: "The article is begun",
        run: Run::Session(|session| set_state(session, State::InProgress)),
        repeats: true,
        ..ROW
    };
    STATE_DONE = Action {
        name: "Mark as done",
        keys: &["Ctrl+3"],
        description: "The article is finished",
        run: Run::window(
            |session| set_state(session, State::Done).is_some(),
            |panels, drawing| {
                if let Some(done) = set_state(drawing.session, State::Done) {
                    drawing.out.run(done);
                }
                if drawing.look.goes_on {
                    panels.library.step(drawing, Step::Next);
                }
            },
        ),
        ..ROW
    };
    GO_ON_WHEN_DONE = Action {
        name: "Go on when done",
        description: "Marking an article as done opens the next one of the list",
        run: Run::window(always, |_, drawing| drawing.look.goes_on = !drawing.look.goes_on),
        is_on: Some(|_, look| look.goes_on),
        ..ROW
    };
    ORPHANS = Action {
        name: "Annotations without a place",
        keys: &["Ctrl+J"],
        description: "Show the annotations that lost their place when the article was changed",
        run: Run::window(has_orphan, |panels, drawing| {
            drawing.look.inspector = true;
            panels.inspector.show_orphans();
        }),
        begins_group: true,
        ..ROW
    };
    ORPHAN_NEXT = Action {
        name: "Next annotation without a place",
        keys: &["Ctrl+Shift+L"],
        description: "Leave this one for later and look at the next that lost its place",
        run: Run::Session(|session| on_orphan(session, ReanchorCommand::Step(Step::Next))),
        repeats: true,
        ..ROW
    };
    ORPHAN_PLACE = Action {
        name: "Next place for it",
        keys: &["Ctrl+Shift+K"],
        description: "Look at the next place where the annotation without a place may stand",
        run: Run::Session(|session| on_place(session, ReanchorCommand::NextPlace)),
        repeats: true,
        ..ROW
    };
    ORPHAN_HERE = Action {
        name: "Move it here",
        keys: &["Ctrl+Shift+H"],
        description: "Give the annotation without a place the one that is looked at",
        run: Run::Session(|session| {
            let place = session.article()?.waiting().place();
            on_place(session, ReanchorCommand::MoveTo(place))
        }),
        ..ROW
    };
    ORPHAN_SELECTION = Action {
        name: "Move it to the selected words",
        keys: &["Ctrl+Shift+Enter"],
        description: "Give the annotation without a place the words that are selected",
        run: Run::Session(|session| {
            let command = on_orphan(session, ReanchorCommand::MoveToSelection);
            command.filter(|_| has_selection(session))
        }),
        ..ROW
    };
    ORPHAN_DELETE = Action {
        name: "Delete the annotation without a place",
        keys: &["Ctrl+Shift+Delete"],
        description: "Remove the annotation that lost its place, with its relations",
        run: Run::Session(|session| on_orphan(session, ReanchorCommand::Delete)),
        ..ROW
    };
}

/// Ends what a click or a selection would go on with: a link that is being made, a field that is being filled, or else tag mode.
pub(in crate::ui) fn leave_tag_mode(session: &Session) -> Option<Command> {
    if session.linking().is_some() {
        return Some(Command::Link(LinkCommand::Cancel));
    }
    if session.pointing().is_some() {
        return Some(Command::Frame(FrameCommand::Leave));
    }
    session.tag_mode().map(|_| Command::Annotate(AnnotateCommand::SetTagMode(None)))
}

fn set_state(session: &Session, state: State) -> Option<Command> {
    let known = session.article()?.set().state();
    (known != state).then_some(Command::Annotate(AnnotateCommand::SetState(state)))
}

fn move_edge(session: &Session, edge: Edge, step: Step) -> Option<Command> {
    (has_selection(session) || has_focus(session))
        .then_some(Command::Annotate(AnnotateCommand::MoveEdge { edge, step }))
}

/// Where the left arrow goes in the text: on, in a paragraph that runs from right to left.
fn leftward(session: &Session) -> Step {
    if is_right_to_left(session) { Step::Next } else { Step::Previous }
}

fn rightward(session: &Session) -> Step {
    if is_right_to_left(session) { Step::Previous } else { Step::Next }
}

/// Whether the paragraph of the selection, or else of the focused annotation, runs from right to left.
fn is_right_to_left(session: &Session) -> bool {
    let Some(article) = session.article() else { return false };
    let text = &article.document().text;
    let selection = article.selection();
    let at = match article.focused() {
        Some(focused) if selection.anchor == selection.head => focused.spans.first().start(),
        _ => selection.anchor.min(selection.head),
    };
    let (before, after) = text.as_str().split_at(at.get().min(text.as_str().len()));
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let end = before.len() + after.find('\n').unwrap_or(after.len());
    let paragraph = text.as_str().get(start..end).unwrap_or_default();
    let rtl = [
        Script::Arabic,
        Script::Hebrew,
        Script::Syriac,
        Script::Thaana,
        Script::Nko,
        Script::Adlam,
        Script::Samaritan,
        Script::Mandaic,
        Script::Hanifi_Rohingya,
    ];
    dominant_script(paragraph).is_some_and(|script| rtl.contains(&script))
}

fn has_orphan(session: &Session) -> bool {
    session.article().and_then(OpenArticle::orphan).is_some()
}

fn on_orphan(session: &Session, command: ReanchorCommand) -> Option<Command> {
    has_orphan(session).then_some(Command::Reanchor(command))
}

/// The command where the annotation without a place may have one.
fn on_place(session: &Session, command: ReanchorCommand) -> Option<Command> {
    let article = session.article()?;
    let places = article.waiting().places(&article.orphan()?.id);
    (!places.is_empty()).then_some(Command::Reanchor(command))
}

/// Whether a claim has the focus that can be linked.
fn has_claim(session: &Session) -> bool {
    let focused = session.article().and_then(OpenArticle::focused);
    focused.is_some_and(|a| a.kind == AnnotationKind::Claim && session.schema().can_be_linked(&a.label))
}

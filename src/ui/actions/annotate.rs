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
        keys: &["Enter"],
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
            hint: Some("CHOOSE_LABEL.hint"),
        }),
        ..ROW
    };
    CONTEXT_MENU = Action {
        keys: &["Shift+F10", "Menu"],
        run: Run::window(has_article, |panels, _| panels.reader.open_menu()),
        ..ROW
    };
    LEAVE_TAG_MODE = Action {
        keys: &["Escape"],
        run: Run::Session(leave_tag_mode),
        ..ROW
    };
    DELETE = Action {
        keys: &["Delete", "Backspace"],
        run: Run::Session(|session| has_focus(session).then_some(Command::Annotate(AnnotateCommand::Delete))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    LINK = Action {
        keys: &["Ctrl+L"],
        run: Run::Window(WindowAction {
            possible: |session| has_focus(session) || session.linking().is_some(),
            run: |panels, drawing| {
                if drawing.session.linking().is_some() {
                    panels.floating = Floating::LinkEnd(LinkEndPalette::default());
                } else {
                    drawing.out.run(LinkCommand::Begin);
                }
            },
            hint: Some("LINK.hint"),
        }),
        begins_group: true,
        ..ROW
    };
    FOLLOW_LINK = Action {
        keys: &["Ctrl+]"],
        run: Run::Session(|session| {
            let here = session.focused_key()?;
            (!session.links_of(&here).is_empty()).then_some(Command::Link(LinkCommand::FollowNext))
        }),
        repeats: true,
        ..ROW
    };
    SUGGESTED_LINKS = Action {
        keys: &["Ctrl+Alt+S"],
        run: Run::Window(WindowAction {
            possible: has_claim,
            run: |panels, _| panels.floating = Floating::Suggested(SuggestedPalette::default()),
            hint: Some("SUGGESTED_LINKS.hint"),
        }),
        ..ROW
    };
    LINK_NESTED = Action {
        keys: &["Ctrl+Alt+L"],
        run: Run::Session(|session| session.nested().map(|_| Command::Frame(FrameCommand::LinkNested))),
        ..ROW
    };
    NEAR_BACK = Action {
        keys: &["Alt+ArrowLeft"],
        run: Run::Session(|session| move_edge(session, Edge::End, Step::Previous)),
        on_key: Some(|session| move_edge(session, Edge::End, leftward(session))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    NEAR_FORWARD = Action {
        keys: &["Alt+ArrowRight"],
        run: Run::Session(|session| move_edge(session, Edge::End, Step::Next)),
        on_key: Some(|session| move_edge(session, Edge::End, rightward(session))),
        repeats: true,
        ..ROW
    };
    FAR_BACK = Action {
        keys: &["Alt+Shift+ArrowLeft"],
        run: Run::Session(|session| move_edge(session, Edge::Start, Step::Previous)),
        on_key: Some(|session| move_edge(session, Edge::Start, leftward(session))),
        repeats: true,
        ..ROW
    };
    FAR_FORWARD = Action {
        keys: &["Alt+Shift+ArrowRight"],
        run: Run::Session(|session| move_edge(session, Edge::Start, Step::Next)),
        on_key: Some(|session| move_edge(session, Edge::Start, rightward(session))),
        repeats: true,
        ..ROW
    };
    ADD_PART = Action {
        keys: &["Ctrl+Enter"],
        run: Run::Session(|session| {
            (has_selection(session) && has_focus(session)).then_some(Command::Annotate(AnnotateCommand::AddPart))
        }),
        repeats: true,
        edits_text: true,
        begins_group: true,
        ..ROW
    };
    EDIT_NOTE = Action {
        keys: &["Ctrl+E"],
        begins_group: true,
        run: Run::window(has_focus, |panels, drawing| {
            drawing.look.inspector = true;
            drawing.look.library &= drawing.ctx.content_rect().width() >= NARROW;
            panels.inspector.focus_note();
        }),
        ..ROW
    };
    STATE_TODO = Action {
        keys: &["Ctrl+1"],
        run: Run::Session(|session| set_state(session, State::Todo)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    STATE_IN_PROGRESS = Action {
        keys: &["Ctrl+2"],
        run: Run::Session(|session| set_state(session, State::InProgress)),
        repeats: true,
        ..ROW
    };
    STATE_DONE = Action {
        keys: &["Ctrl+3"],
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
        run: Run::window(always, |_, drawing| drawing.look.goes_on = !drawing.look.goes_on),
        is_on: Some(|_, look| look.goes_on),
        ..ROW
    };
    ORPHANS = Action {
        keys: &["Ctrl+J"],
        run: Run::window(has_orphan, |panels, drawing| {
            drawing.look.inspector = true;
            panels.inspector.show_orphans();
        }),
        begins_group: true,
        ..ROW
    };
    ORPHAN_NEXT = Action {
        keys: &["Ctrl+Shift+L"],
        run: Run::Session(|session| on_orphan(session, ReanchorCommand::Step(Step::Next))),
        repeats: true,
        ..ROW
    };
    ORPHAN_PLACE = Action {
        keys: &["Ctrl+Shift+K"],
        run: Run::Session(|session| on_place(session, ReanchorCommand::NextPlace)),
        repeats: true,
        ..ROW
    };
    ORPHAN_HERE = Action {
        keys: &["Ctrl+Shift+H"],
        run: Run::Session(|session| {
            let place = session.article()?.waiting().place();
            on_place(session, ReanchorCommand::MoveTo(place))
        }),
        ..ROW
    };
    ORPHAN_SELECTION = Action {
        keys: &["Ctrl+Shift+Enter"],
        run: Run::Session(|session| {
            let command = on_orphan(session, ReanchorCommand::MoveToSelection);
            command.filter(|_| has_selection(session))
        }),
        ..ROW
    };
    ORPHAN_DELETE = Action {
        keys: &["Ctrl+Shift+Delete"],
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

//! How it looks.

use super::review::leave_review;
use super::{Action, Menu, Run, always, has_library};
use crate::model::EntityRef;
use crate::session::{Command, LibraryCommand, OpenArticle, ReviewCommand, Session};
use crate::ui::floating::Floating;
use crate::ui::palette::CommandPalette;
use crate::ui::panels::{Page, Panels};
use crate::ui::{Look, ThemeChoice};

const ROW: Action = Action::of(Menu::View);

rows! {
    SIDE_BY_SIDE = Action {
        name: "Two articles side by side",
        keys: &["Ctrl+\\"],
        description: "Keep this article and open the one before it beside; again to show one alone",
        run: Run::Session(|session| {
            if session.beside().is_some() {
                return Some(Command::Library(LibraryCommand::CloseBeside));
            }
            let other = session.article_to_compare()?;
            Some(Command::Library(LibraryCommand::OpenBeside(other.clone())))
        }),
        ..ROW
    };
    SWITCH_SIDES = Action {
        name: "To the article beside",
        keys: &["Ctrl+Shift+\\"],
        description: "Work on the article beside this one",
        run: Run::Session(|session| {
            session.beside().map(|_| Command::Library(LibraryCommand::SwitchSides))
        }),
        ..ROW
    };
    GUIDELINES = Action {
        name: "Read the guidelines",
        keys: &["F2"],
        description: "Read how to annotate here; with an annotation in focus, what is said of its label",
        run: Run::window(always, |panels, drawing| {
            if drawing.session.feedback().is_some() {
                panels.feedback.toggle_guidelines(drawing.session);
                return;
            }
            drawing.look.inspector = true;
            panels.inspector.show_guidelines(drawing.session);
        }),
        ..ROW
    };
    COMMAND_PALETTE = Action {
        name: "Command palette…",
        keys: &["Ctrl+Shift+P"],
        description: "Find anything that can be done by its name",
        run: Run::window(always, |panels, _| {
            panels.floating = Floating::Commands(CommandPalette::default());
        }),
        ..ROW
    };
    ZOOM_TEXT_IN = Action {
        name: "Larger text",
        // Plus stands with Shift on many keyboards.
        keys: &["Ctrl+Plus", "Ctrl+=", "Ctrl+Shift+Plus", "Ctrl+Shift+="],
        description: "Zoom in: make the article text larger",
        run: Run::window(always, |_, drawing| drawing.look.resize_text(1.1)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    ZOOM_TEXT_OUT = Action {
        name: "Smaller text",
        keys: &["Ctrl+-"],
        description: "Zoom out: make the article text smaller",
        run: Run::window(always, |_, drawing| drawing.look.resize_text(1.0 / 1.1)),
        repeats: true,
        ..ROW
    };
    ZOOM_TEXT_RESET = Action {
        name: "Reset text size",
        keys: &["Ctrl+0"],
        description: "No zoom: set the article text to 18 points",
        run: Run::window(always, |_, drawing| drawing.look.text_size = Look::default().text_size),
        ..ROW
    };
    ZOOM_INTERFACE_IN = Action {
        name: "Larger interface",
        keys: &["Ctrl+Alt+Plus", "Ctrl+Alt+=", "Ctrl+Shift+Alt+Plus"],
        description: "Zoom in: make the whole window larger",
        run: Run::window(always, |_, drawing| drawing.look.zoom_by(0.125)),
        repeats: true,
        ..ROW
    };
    ZOOM_INTERFACE_OUT = Action {
        name: "Smaller interface",
        keys: &["Ctrl+Alt+-"],
        description: "Zoom out: make the whole window smaller",
        run: Run::window(always, |_, drawing| drawing.look.zoom_by(-0.125)),
        repeats: true,
        ..ROW
    };
    ZOOM_INTERFACE_RESET = Action {
        name: "Interface as usual",
        keys: &["Ctrl+Alt+0"],
        description: "No zoom: set the window to its usual size",
        run: Run::window(always, |_, drawing| drawing.look.zoom = Look::default().zoom),
        ..ROW
    };
    SHOW_INVISIBLES = Action {
        name: "Show invisible characters",
        keys: &["Ctrl+Shift+I"],
        description: "Show joiners, special spaces and controls",
        run: Run::window(always, |_, drawing| drawing.look.invisibles = !drawing.look.invisibles),
        is_on: Some(|_, look| look.invisibles),
        begins_group: true,
        ..ROW
    };
    SHOW_ARTICLES = Action {
        name: "Show articles",
        keys: &["Ctrl+Shift+1"],
        description: "Show the articles and their annotations; a review ends, and goes on where it stopped",
        run: Run::window(always, |panels, drawing| {
            panels.show_articles();
            if let Some(command) = leave_review(drawing.session) {
                drawing.out.run(command);
            }
        }),
        begins_group: true,
        ..ROW
    };
    SHOW_ENTITIES = Action {
        name: "Show entities",
        keys: &["Ctrl+Shift+3"],
        description: "Show all entities: their names, what may be the same, and where they are mentioned",
        run: Run::window(has_library, |panels, drawing| {
            let article = drawing.session.article();
            let focused = article.and_then(OpenArticle::focused).and_then(|mention| mention.entity.clone());
            let chosen = match focused {
                Some(EntityRef::Entity(id)) => Some(id),
                _ => None,
            };
            panels.page = Page::Entities;
            panels.entities.open(chosen);
        }),
        ..ROW
    };
    SHOW_REVIEW = Action {
        name: "Show review",
        keys: &["Ctrl+Shift+5"],
        description: "Go on with the review, or begin one of what others annotated in all articles",
        run: Run::window(can_review, |panels, drawing| {
            panels.show_articles();
            if drawing.session.review().is_none() {
                let annotators = drawing.session.annotators_to_review();
                drawing.out.run(ReviewCommand::StartReview { annotators, only: None, labels: None });
            }
        }),
        ..ROW
    };
    SHOW_OVERVIEW = Action {
        name: "Show overview",
        keys: &["Ctrl+Shift+6"],
        description: "Show who has done which article, and how far annotators agree",
        run: Run::window(has_library, |panels, drawing| panels.show_overview(None, drawing)),
        ..ROW
    };
    TOGGLE_LIBRARY = Action {
        name: "Library",
        keys: &["Ctrl+B"],
        description: "Show or hide the list of articles",
        run: Run::window(always, Panels::toggle_library),
        is_on: Some(|_, look| look.library),
        ..ROW
    };
    TOGGLE_INSPECTOR = Action {
        name: "Inspector",
        keys: &["Ctrl+Shift+B"],
        description: "Show or hide the annotations",
        run: Run::window(always, |_, drawing| drawing.look.inspector = !drawing.look.inspector),
        is_on: Some(|_, look| look.inspector),
        ..ROW
    };
    THEME_SYSTEM = Action {
        name: "Use system theme",
        description: "Light or dark as the system is",
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::System),
        is_on: Some(|_, look| look.theme == ThemeChoice::System),
        begins_group: true,
        ..ROW
    };
    THEME_LIGHT = Action {
        name: "Light theme",
        description: "Dark text on light ground",
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::Light),
        is_on: Some(|_, look| look.theme == ThemeChoice::Light),
        ..ROW
    };
    THEME_DARK = Action {
        name: "Dark theme",
        description: "Light text on dark ground",
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::Dark),
        is_on: Some(|_, look| look.theme == ThemeChoice::Dark),
        ..ROW
    };
}

/// Whether there is a review, or somebody's annotations to begin one with.
fn can_review(session: &Session) -> bool {
    session.library().is_some() && (session.review().is_some() || !session.annotators_to_review().is_empty())
}

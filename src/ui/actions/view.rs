//! How it looks.

use super::review::leave_review;
use super::{Action, Menu, Run, always, has_library};
use crate::model::EntityRef;
use crate::session::{Command, LibraryCommand, OpenArticle, ReviewCommand, Session};
use crate::ui::floating::Floating;
use crate::ui::palette::CommandPalette;
use crate::ui::panels::{Page, Panels};
use crate::ui::{Look, ThemeChoice};
use crate::words::Language;

const ROW: Action = Action::of(Menu::View);

/// A row that chooses the language of the interface.
macro_rules! language {
    ($language:expr) => {
        Action {
            run: Run::window(always, |_, drawing| drawing.look.language = $language),
            is_on: Some(|_, look| look.language == $language),
            ..ROW
        }
    };
}

rows! {
    SIDE_BY_SIDE = Action {
        keys: &["Ctrl+\\"],
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
        keys: &["Ctrl+Shift+\\"],
        run: Run::Session(|session| {
            session.beside().map(|_| Command::Library(LibraryCommand::SwitchSides))
        }),
        ..ROW
    };
    GUIDELINES = Action {
        keys: &["F2"],
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
        keys: &["Ctrl+Shift+P"],
        run: Run::window(always, |panels, _| {
            panels.floating = Floating::Commands(CommandPalette::default());
        }),
        ..ROW
    };
    ZOOM_TEXT_IN = Action {
        // Plus stands with Shift on many keyboards.
        keys: &["Ctrl+Plus", "Ctrl+=", "Ctrl+Shift+Plus", "Ctrl+Shift+="],
        run: Run::window(always, |_, drawing| drawing.look.resize_text(1.1)),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    ZOOM_TEXT_OUT = Action {
        keys: &["Ctrl+-"],
        run: Run::window(always, |_, drawing| drawing.look.resize_text(1.0 / 1.1)),
        repeats: true,
        ..ROW
    };
    ZOOM_TEXT_RESET = Action {
        keys: &["Ctrl+0"],
        run: Run::window(always, |_, drawing| drawing.look.text_size = Look::default().text_size),
        ..ROW
    };
    ZOOM_INTERFACE_IN = Action {
        keys: &["Ctrl+Alt+Plus", "Ctrl+Alt+=", "Ctrl+Shift+Alt+Plus"],
        run: Run::window(always, |_, drawing| drawing.look.zoom_by(0.125)),
        repeats: true,
        ..ROW
    };
    ZOOM_INTERFACE_OUT = Action {
        keys: &["Ctrl+Alt+-"],
        run: Run::window(always, |_, drawing| drawing.look.zoom_by(-0.125)),
        repeats: true,
        ..ROW
    };
    ZOOM_INTERFACE_RESET = Action {
        keys: &["Ctrl+Alt+0"],
        run: Run::window(always, |_, drawing| drawing.look.zoom = Look::default().zoom),
        ..ROW
    };
    SHOW_INVISIBLES = Action {
        keys: &["Ctrl+Shift+I"],
        run: Run::window(always, |_, drawing| drawing.look.invisibles = !drawing.look.invisibles),
        is_on: Some(|_, look| look.invisibles),
        begins_group: true,
        ..ROW
    };
    SHOW_ARTICLES = Action {
        keys: &["Ctrl+Shift+1"],
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
        keys: &["Ctrl+Shift+3"],
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
        keys: &["Ctrl+Shift+5"],
        run: Run::window(can_review, |panels, drawing| {
            panels.show_articles();
            if drawing.session.review().is_none() {
                let annotators = drawing.session.annotators_to_review();
                drawing.out.run(ReviewCommand::StartReview { annotators, only: None, cases: None });
            }
        }),
        ..ROW
    };
    SHOW_OVERVIEW = Action {
        keys: &["Ctrl+Shift+6"],
        run: Run::window(has_library, |panels, drawing| panels.show_overview(None, drawing)),
        ..ROW
    };
    TOGGLE_LIBRARY = Action {
        keys: &["Ctrl+B"],
        run: Run::window(always, Panels::toggle_library),
        is_on: Some(|_, look| look.library),
        ..ROW
    };
    TOGGLE_INSPECTOR = Action {
        keys: &["Ctrl+Shift+B"],
        run: Run::window(always, |_, drawing| drawing.look.inspector = !drawing.look.inspector),
        is_on: Some(|_, look| look.inspector),
        ..ROW
    };
    THEME_SYSTEM = Action {
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::System),
        is_on: Some(|_, look| look.theme == ThemeChoice::System),
        begins_group: true,
        ..ROW
    };
    THEME_LIGHT = Action {
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::Light),
        is_on: Some(|_, look| look.theme == ThemeChoice::Light),
        ..ROW
    };
    THEME_DARK = Action {
        run: Run::window(always, |_, drawing| drawing.look.theme = ThemeChoice::Dark),
        is_on: Some(|_, look| look.theme == ThemeChoice::Dark),
        ..ROW
    };
    HIGH_CONTRAST = Action {
        run: Run::window(always, |_, drawing| drawing.look.toggle_contrast()),
        is_on: Some(|_, look| look.has_high_contrast()),
        begins_group: true,
        ..ROW
    };
    LESS_MOTION = Action {
        run: Run::window(always, |_, drawing| drawing.look.toggle_motion()),
        is_on: Some(|_, look| look.has_less_motion()),
        ..ROW
    };
    LANGUAGE_SYSTEM = Action { begins_group: true, ..language!(None) };
    LANGUAGE_ENGLISH = language!(Some(Language::English));
    LANGUAGE_HINDI = language!(Some(Language::Hindi));
    LANGUAGE_GUJARATI = language!(Some(Language::Gujarati));
}

/// Whether there is a review, or somebody's annotations to begin one with.
fn can_review(session: &Session) -> bool {
    session.library().is_some() && (session.review().is_some() || !session.annotators_to_review().is_empty())
}

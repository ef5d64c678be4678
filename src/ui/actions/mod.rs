//! The one table of what can be done: menus, palette, keys, tooltips and the help sheet are made from it.
//!
//! A row says everything about an action but its words: keys and place, when it is possible, what it runs. There is a file
//! for each menu, and its rows stand in the order of the menu. What it is called stands in `crates/words/src/*/actions.ftl`, by the
//! name of the row.
//!
//! Adding an action is adding a row. For *Select paragraph* on Ctrl+Alt+D, this goes into `go.rs`:
//!
//! ```text
//! SELECT_PARAGRAPH = Action {
//!     keys: &["Ctrl+Alt+D"],
//!     run: Run::Session(|session| select(session, Granularity::Paragraph)),
//!     repeats: true,
//!     ..ROW
//! };
//! ```
//!
//! and this, in each language, into `actions.ftl`:
//!
//! ```text
//! SELECT_PARAGRAPH = Select paragraph
//!     .description = Select the paragraph at the caret
//! ```
//!
//! It is then in the menu *Go*, in the palette and on the sheet of keys; its key works, and it is grey where no article is
//! open, since there is no command for it then. What the window does by itself names the two apart instead:
//!
//! ```text
//!     run: Run::window(has_article, |panels, drawing| …),
//! ```

/// Defines the rows of a menu: a static for each, and all of them in order.
macro_rules! rows {
    ($($name:ident = $row:expr;)+) => {
        $(pub(in crate::ui) static $name: Action = Action {
            id: stringify!($name),
            description: concat!(stringify!($name), ".description"),
            ..$row
        };)+

        /// All of them, in the order of the menu.
        pub(super) static ROWS: &[&Action] = &[$(&$name),+];
    };
}

pub(in crate::ui) mod annotate;
pub(in crate::ui) mod edit;
pub(in crate::ui) mod entities;
pub(in crate::ui) mod feedback;
pub(in crate::ui) mod fields;
pub(in crate::ui) mod file;
pub(in crate::ui) mod go;
pub(in crate::ui) mod help;
pub(in crate::ui) mod review;
pub(in crate::ui) mod view;

use super::panels::Panels;
use super::{Drawing, Look};
use crate::session::{Command, OpenArticle, Session};
use crate::words::{Language, language, text, text_in};

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
    pub fn name(self) -> &'static str {
        text(match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Annotate => "menu-annotate",
            Self::Review => "menu-review",
            Self::Go => "menu-go",
            Self::View => "menu-view",
            Self::Help => "menu-help",
        })
    }

    /// Its actions, from the top.
    pub(super) fn actions(self) -> impl Iterator<Item = &'static Action> {
        let more: [&[&Action]; 2] = match self {
            Self::Annotate => [entities::ROWS, fields::ROWS],
            Self::Review => [feedback::ROWS, &[]],
            Self::File | Self::Edit | Self::Go | Self::View | Self::Help => [&[], &[]],
        };
        self.rows().iter().chain(more.into_iter().flatten()).copied()
    }

    const fn rows(self) -> &'static [&'static Action] {
        match self {
            Self::File => file::ROWS,
            Self::Edit => edit::ROWS,
            Self::Annotate => annotate::ROWS,
            Self::Review => review::ROWS,
            Self::Go => go::ROWS,
            Self::View => view::ROWS,
            Self::Help => help::ROWS,
        }
    }
}

/// Every action, in the order of the menus.
pub fn all() -> impl Iterator<Item = &'static Action> {
    Menu::ALL.into_iter().flat_map(Menu::actions)
}

/// The command that an action stands for as things are; nothing where it cannot be done.
pub(super) type FindCommand = fn(&Session) -> Option<Command>;

/// What an action runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Run {
    /// A command of the session, found when its turn has come; the action is possible where there is one.
    Session(FindCommand),
    /// Something that the window does itself.
    Window(WindowAction),
}

impl Run {
    /// Something that the window does itself, where it is possible.
    const fn window(possible: fn(&Session) -> bool, run: fn(&mut Panels, &mut Drawing<'_>)) -> Self {
        Self::Window(WindowAction { possible, run, hint: None })
    }
}

/// What the window does itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct WindowAction {
    /// Whether it would do anything.
    pub possible: fn(&Session) -> bool,
    /// Does it.
    pub run: fn(&mut Panels, &mut Drawing<'_>),
    /// The message of what to do first, told where it is asked for in an article and is not possible.
    hint: Option<&'static str>,
}

impl WindowAction {
    /// What to do first, where there is a word on it.
    pub(super) fn hint(&self) -> Option<&'static str> {
        self.hint.map(text)
    }
}

/// One row of the table: one thing that can be done without saying more.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// What the preferences call it, where other keys were chosen for it, and the message of its name: the name of its row.
    pub(super) id: &'static str,
    /// The message of its description.
    description: &'static str,
    /// Where it stands.
    pub menu: Menu,
    /// Keys such as `Ctrl+Shift+P`, until others are chosen ([`super::shortcuts::Shortcuts`]); empty for none.
    pub(super) keys: &'static [&'static str],
    /// What it runs, and so when it is possible.
    pub(super) run: Run,
    /// What its keys run where that is something else: arrows go by the screen, names by the text.
    pub(super) on_key: Option<FindCommand>,
    /// Whether holding its keys does it again and again; a toggle would flicker.
    pub(super) repeats: bool,
    /// Whether it is done on the item of a review, or on feedback; its key is a label's otherwise.
    pub(super) is_of_item: bool,
    /// Whether a text field has a use of its own for its keys.
    pub(super) edits_text: bool,
    /// Whether a line stands before it in its menu.
    pub(super) begins_group: bool,
    /// Of what can be on or off, whether it is on.
    pub(super) is_on: Option<fn(&Session, &Look) -> bool>,
    /// What its name in the menu goes on with, such as what would be undone.
    pub(super) object: Option<fn(&Session) -> Option<&str>>,
}

impl Action {
    /// A row of this menu with nothing in it, for others to begin with.
    const fn of(menu: Menu) -> Self {
        Self {
            id: "",
            description: "",
            menu,
            keys: &[],
            run: Run::Session(|_| None),
            on_key: None,
            repeats: false,
            is_of_item: false,
            edits_text: false,
            begins_group: false,
            is_on: None,
            object: None,
        }
    }

    /// Its name in menus: sentence case, `…` when a dialog follows.
    #[must_use]
    pub fn name(&self) -> &'static str {
        text(self.id)
    }

    /// Its keys as the table has them, such as `Ctrl+Shift+P`; none for what has no key.
    #[must_use]
    pub const fn keys(&self) -> &'static [&'static str] {
        self.keys
    }

    /// Its names in the other languages of the interface: who knows the program in one finds it in all.
    pub(super) fn names_elsewhere(&self) -> impl Iterator<Item = &'static str> {
        let others = Language::ALL.into_iter().filter(|other| *other != language());
        others.map(|other| text_in(other, self.id))
    }

    /// One sentence more, for the tooltip and the palette.
    pub(super) fn description(&self) -> &'static str {
        text(self.description)
    }

    /// Whether doing it now would do anything.
    pub(super) fn is_possible(&self, session: &Session) -> bool {
        match self.run {
            Run::Session(find) => find(session).is_some(),
            Run::Window(action) => (action.possible)(session),
        }
    }

    /// Whether the window itself carries it out, rather than the session.
    pub(super) const fn is_of_window(&self) -> bool {
        matches!(self.run, Run::Window(_))
    }
}

/// Rows are told apart by where they stand.
impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

const fn always(_: &Session) -> bool {
    true
}

fn has_library(session: &Session) -> bool {
    session.library().is_some()
}

fn has_article(session: &Session) -> bool {
    session.article().is_some()
}

fn has_focus(session: &Session) -> bool {
    session.article().and_then(OpenArticle::focused).is_some()
}

fn has_selection(session: &Session) -> bool {
    session.article().is_some_and(|article| article.selection().span(&article.document().text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_it_is() {
        let (mut names, mut ids) = (std::collections::HashSet::new(), std::collections::HashSet::new());
        for menu in Menu::ALL {
            for action in menu.actions() {
                assert_eq!(action.menu, menu, "{}", action.name());
                assert!(!action.name().is_empty() && !action.description().is_empty(), "{action:?}");
                assert!(names.insert(action.name()), "two rows are called {}", action.name());
                assert!(ids.insert(action.id), "two rows are {}", action.id);
            }
        }
    }
}

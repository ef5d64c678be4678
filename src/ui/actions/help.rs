//! Keys and words about the program.

use super::{Action, Menu, Run, always};
use crate::ui::floating::Floating;
use crate::ui::help::Help;
use crate::ui::shortcut_editor::ShortcutEditor;

const ROW: Action = Action::of(Menu::Help);

rows! {
    KEYBOARD_HELP = Action {
        name: "Keyboard shortcuts",
        keys: &["F1"],
        description: "Every key on one sheet",
        run: Run::window(always, |panels, _| panels.help = Help::Keys),
        ..ROW
    };
    CHANGE_SHORTCUTS = Action {
        name: "Change shortcuts…",
        description: "Choose other keys for what is done often",
        run: Run::window(always, |panels, _| panels.floating = Floating::Shortcuts(ShortcutEditor::default())),
        ..ROW
    };
    DISMISS = Action {
        name: "Dismiss notices",
        keys: &["Ctrl+Backspace"],
        description: "Takes the notices off the screen",
        run: Run::window(always, |panels, _| panels.notices.dismiss()),
        ..ROW
    };
    LICENCES = Action {
        name: "Licences",
        description: "The licences of the packages and fonts that the program is made with",
        run: Run::window(always, |panels, _| panels.help = Help::Licences),
        begins_group: true,
        ..ROW
    };
    ABOUT = Action {
        name: "About Tippani",
        description: "Version and licences",
        run: Run::window(always, |panels, _| panels.help = Help::About),
        ..ROW
    };
}

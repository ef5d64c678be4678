//! Keys and words about the program.

use super::{Action, Menu, Run, always};
use crate::ui::floating::Floating;
use crate::ui::help::Help;
use crate::ui::shortcut_editor::ShortcutEditor;

const ROW: Action = Action::of(Menu::Help);

rows! {
    KEYBOARD_HELP = Action {
        keys: &["F1"],
        run: Run::window(always, |panels, _| panels.help = Help::Keys),
        ..ROW
    };
    CHANGE_SHORTCUTS = Action {
        run: Run::window(always, |panels, _| panels.floating = Floating::Shortcuts(ShortcutEditor::default())),
        ..ROW
    };
    DISMISS = Action {
        keys: &["Ctrl+Backspace"],
        run: Run::window(always, |panels, _| panels.notices.dismiss()),
        ..ROW
    };
    LICENCES = Action {
        run: Run::window(always, |panels, _| panels.help = Help::Licences),
        begins_group: true,
        ..ROW
    };
    ABOUT = Action {
        run: Run::window(always, |panels, _| panels.help = Help::About),
        ..ROW
    };
}

//! What many tests of the window do.

use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

/// Does an action by its name in the palette.
pub(super) fn run(window: &mut Window, name: &str) {
    window.press("Ctrl+Shift+P");
    window.type_text(name);
    window.press("Enter");
    window.settle();
}

/// Saves, and waits until all of it is on disk.
pub(super) fn saved(window: &mut Window) {
    window.press("Ctrl+S");
    window.wait("the saves", |w| {
        let session = w.harness.state().session();
        !session.is_dirty() && !session.is_saving()
    });
}

/// Whether these words are part of a name.
pub(super) fn has(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

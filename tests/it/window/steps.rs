//! What many tests of the window do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// A folder or file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("it is opened by its path".to_owned())
    }
}

/// Lets another folder go over the window, and waits until it is open.
pub(super) fn open_folder(window: &mut Window, folder: &Path) {
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(folder.to_owned())));
    let folder = folder.to_owned();
    window.wait("the other folder", move |w| {
        let library = w.harness.state().session().library();
        library.is_some_and(|library| library.root() == folder) && w.is_opened()
    });
}

/// Chooses what the queue of a review shows.
pub(super) fn show(window: &mut Window, filter: &str) {
    window.harness.get_by_label("What the queue shows").click();
    window.settle();
    window.harness.get_by_label(filter).click();
    window.settle();
    assert_eq!(window.harness.state().session().queue_filter().name(), filter);
}

/// A sidecar of `one two three four` with these labels on its first words; none for an empty one.
pub(super) fn sidecar(name: &str, labels: &[&str]) -> Vec<u8> {
    let words = [(0, 3, "one"), (4, 7, "two"), (8, 13, "three")];
    let mark = |(n, label): (usize, &&str)| {
        let (start, end, quote) = words[n];
        serde_json::json!({
            "id": format!("01K9C70Z3A1WB9XSCQ570D1V0{n}"), "kind": "entity", "label": label,
            "spans": [{ "start": start, "end": end, "quote": quote }],
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        })
    };
    let marks = labels.iter().enumerate().filter(|(_, label)| !label.is_empty()).map(mark);
    let file = serde_json::json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": "a.txt", "characters": 18, "unit": "code-point",
            "sha256": "113f69ccf08f80a63beba2f49218eaa72a183f374065e6cb56ebe9bd68eb79cc",
        },
        "annotator": name, "state": "done",
        "annotations": marks.collect::<Vec<_>>(),
    });
    file.to_string().into_bytes()
}

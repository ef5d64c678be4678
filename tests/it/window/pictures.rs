//! The window as it looks: sample articles of every script, in both themes.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test pictures` draws them anew; look at each before it is committed.

use std::path::Path;

use egui_kittest::{SnapshotOptions, SnapshotResults};
use tippani::format::preferences::Theme;

use super::driver::Window;

/// Copies the samples, so that nothing is written into the project.
pub(super) fn samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for entry in walkdir::WalkDir::new(&from).sort_by_file_name() {
        let entry = entry.unwrap();
        let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

/// Opens a sample, presses `keys` and compares the picture; `results` fail when they are dropped.
fn check(
    (name, file, theme): (&str, &str, Theme),
    size: [f32; 2],
    keys: &str,
    results: &mut SnapshotResults,
) {
    let samples = samples();
    let mut window = Window::open(&samples.path().join(file), theme, size);
    window.wait("the article", Window::is_opened);
    window.wait("the counts", |w| {
        let library = w.harness.state().session().library().unwrap();
        library.articles().iter().all(|a| a.language.is_some())
    });
    window.press(keys);
    // What is looked for is found, and the article is looked at for links.
    window.wait("the answers", |w| {
        let session = w.harness.state().session();
        let is_found = session.candidates().is_none_or(|candidates| candidates.found().is_some());
        let is_listed = session.entity_list().is_some() || !keys.contains("Ctrl+Shift+3");
        let is_counted = session.mentions().is_some() || !keys.contains("Ctrl");
        // The page of entities shows no article that links could be suggested for.
        let is_suggested =
            keys.contains("Ctrl+Shift+3") || (!session.are_suggestions_old() && !session.is_suggesting());
        // A folder within the samples has no registry of its own.
        let is_read = session.registry().has_entities() || file.contains('/');
        is_read && is_found && is_listed && is_counted && is_suggested
    });
    // A rasteriser of another version may round a pixel of an edge otherwise.
    let options = SnapshotOptions::new().threshold(1.2).max_failed_pixels(60);
    window.harness.snapshot_options(name, &options);
    results.extend_harness(&mut window.harness);
}

#[test]
fn articles_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for picture in [
        ("hindi-light", "bridge-hi.txt", Theme::Light),
        ("hindi-dark", "bridge-hi.txt", Theme::Dark),
        ("gujarati-light", "bridge-gu.txt", Theme::Light),
        ("gujarati-dark", "visit-gu.txt", Theme::Dark),
        ("english-dark", "bridge-en.txt", Theme::Dark),
        ("urdu-light", "bridge-ur.txt", Theme::Light),
        ("bengali-dark", "east/bridge-bn.txt", Theme::Dark),
        ("tamil-light", "sensor-ta.txt", Theme::Light),
    ] {
        check(picture, [1040.0, 640.0], "", &mut results);
    }
    // Who it is, in three scripts, with the reasons; and all entities.
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        for (what, file, keys) in
            [("picker", "bridge-gu.txt", "Tab Ctrl+K"), ("entities", "bridge-gu.txt", "Tab Ctrl+Shift+3")]
        {
            check((&format!("{what}-{name}"), file, theme), [1200.0, 800.0], keys, &mut results);
        }
    }
    // The smallest window, with an annotation in the inspector.
    check(("focused-light", "bridge-gu.txt", Theme::Light), [1024.0, 640.0], "Tab Tab Tab", &mut results);
}

//! What the program is told when it is started, and what it knows of the last time.

use std::fs;
use std::process::Command;

use super::desktop::{Corpus, Display, Window};
use crate::tools;

/// Red, green and blue at a place in the window.
fn colour(window: &Window<'_>, (x, y): (u32, u32)) -> Vec<u8> {
    let mut import = Command::new("import");
    import.args(["-window", window.id(), "-crop", &format!("1x1+{x}+{y}"), "-depth", "8", "rgb:-"]);
    let output = import.env("DISPLAY", window.display.name()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn without_a_path_the_last_folder_opens_in_the_theme_that_is_asked_for() {
    if tools::lacks(&["import"]) {
        return;
    }
    let Some(corpus) = Corpus::new() else { return };
    let preferences = corpus.folder.path().join("config/tippani/preferences.json");
    fs::create_dir_all(preferences.parent().unwrap()).unwrap();
    let kept = serde_json::json!({ "recent": [corpus.root], "theme": "light" });
    fs::write(&preferences, kept.to_string()).unwrap();
    // Holes take no room.
    let guidelines = fs::File::create(corpus.root.join("guidelines.md")).unwrap();
    guidelines.set_len((64 << 20) + 1).unwrap();

    let display = Display::open(corpus.folder.path());
    let window = display.start_with(&[], &["--annotator", "asha", "--theme", "dark"]);
    assert!(window.title().starts_with("a.txt"), "{}", window.title());
    let ground = colour(&window, (700, 600));
    assert!(ground.len() == 3 && ground.iter().all(|part| *part < 0x40), "{ground:?} is below the text");
    window.logged("the guidelines cannot be read (it is larger than 64 MiB");
    window.quit();
    let left: serde_json::Value = serde_json::from_slice(&fs::read(&preferences).unwrap()).unwrap();
    assert_eq!((&left["recent"][0], &left["theme"]), (&kept["recent"][0], &"light".into()), "for this run");
}

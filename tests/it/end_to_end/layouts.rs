//! The same keys on the keyboards of seven layouts, as the display has them.

use std::fs;
use std::process::Command;

use egui::Key;

use super::desktop::{ARTICLE, Corpus, Display, json, quotes, saved, until};
use crate::layouts::{Layout, keycode, layouts};
use crate::tools;

/// A colleague's one annotation of the first word.
fn sidecar(corpus: &Corpus) -> Vec<u8> {
    let output = Command::new("sha256sum").arg(&corpus.article).output().unwrap();
    let hash = String::from_utf8(output.stdout).unwrap();
    let word = "प्रधानमंत्री";
    let file = serde_json::json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": "a.txt", "characters": ARTICLE.chars().count(), "unit": "code-point",
            "sha256": hash.split(' ').next(),
        },
        "annotator": "ravi", "state": "done",
        "annotations": [{
            "id": "01K9C70Z3A1WB9XSCQ570D1V00", "kind": "entity", "label": "event",
            "spans": [{ "start": 0, "end": word.chars().count(), "quote": word }],
            "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
        }],
    });
    file.to_string().into_bytes()
}

/// The key that somebody who uses a layout presses for a letter or a digit.
fn key(layout: &Layout, name: &str) -> usize {
    keycode(layout.place(Key::from_name(name).unwrap()))
}

#[test]
fn labels_reviews_and_shortcuts_have_the_same_keys_on_every_layout() {
    if tools::lacks(&["setxkbmap"]) {
        return;
    }
    for layout in layouts() {
        let Some(corpus) = Corpus::new() else { return };
        fs::write(corpus.root.join("a.txt.ravi.annotations.json"), sidecar(&corpus)).unwrap();
        let display = Display::open(corpus.folder.path());
        let (name, variant) = match layout.name {
            "dvorak" => ("us", "dvorak"),
            name => name.split_once(' ').unwrap_or((name, "")),
        };
        let set = Command::new("setxkbmap")
            .args(["-layout", name, "-variant", variant])
            .env("DISPLAY", display.name())
            .output()
            .unwrap();
        assert!(set.status.success(), "{}", String::from_utf8_lossy(&set.stderr));
        let key = |name: &str| key(&layout, name);
        let window = display.start(&corpus.article);
        window.press(&format!("ctrl+Home ctrl+{} {}", key("D"), key("1")));
        window.changed(1);
        window.press(&format!("Escape Escape ctrl+shift+{} {}", key("S"), key("C")));
        let all = saved(&corpus.sidecar, 2);
        let expected = [("person", "प्रधानमंत्री"), ("statement", "प्रधानमंत्री ने कहा कि पुल सुरक्षित है")];
        let mut found = quotes(&all);
        found.sort_unstable();
        assert_eq!(found, expected, "{}", layout.name);
        window.press(&format!("ctrl+{}", key("R")));
        window.logged("ended: Queue");
        window.press(&key("A").to_string());
        let verdict = until(&format!("a verdict on {}", layout.name), || {
            let json = json(&corpus.sidecar)?;
            Some(json["reviews"].as_array()?.first()?["verdict"].clone())
        });
        assert_eq!(verdict, "accepted", "{}", layout.name);
        window.press(&format!("ctrl+{}", key("Q")));
        window.ended();
    }
}

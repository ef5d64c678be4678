//! Export and import through their dialogs.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tippani::session::{OffsetUnit, Outcome};

use super::driver::Window;

const GOLDEN: &str = "प्रधानमंत्री नरेंद्र मोदी ने दिल्ली में कहा 🔴 GST Council met.\n";

/// Waits for the transfer to end and gives what came of it.
fn outcome(window: &mut Window) -> Outcome {
    let of = |w: &Window| w.harness.state().session().transfer().and_then(|t| t.outcome.clone());
    window.wait("the end of the transfer", |w| of(w).is_some());
    of(window).unwrap()
}

/// Clicks the button of that name.
fn click(window: &mut Window, label: &str) {
    window.harness.get_by_role_and_label(Role::Button, label).click();
    window.settle();
}

/// Chooses a format of the list.
fn choose(window: &mut Window, format: &str) {
    window.harness.get_by_label(format).click();
    window.settle();
}

/// Types into the field of that name, in place of what is there.
fn fill(window: &mut Window, label: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, label).focus();
    window.settle();
    window.press("Ctrl+A");
    window.type_text(text);
}

#[test]
fn an_export_says_what_is_lost_and_jumps_to_it() {
    let mut window = Window::on(&[("a.txt", "one two three four")]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.press("Ctrl+E");
    window.type_text("a remark");
    window.press("Escape Escape Ctrl+Shift+E");
    choose(&mut window, "doccano JSONL");
    let elsewhere = tempfile::tempdir().unwrap();
    let out = elsewhere.path().join("out");
    fill(&mut window, "Folder of the dataset", out.to_str().unwrap());
    window.wait("the first rows", |w| {
        w.harness.state().session().preview().is_some_and(|p| p.rows.as_ref().is_some_and(Result::is_ok))
    });
    click(&mut window, "Export");
    let Outcome::Finished { summary, losses, .. } = outcome(&mut window) else { panic!("it was not done") };
    assert!(summary.starts_with("Exported 1 annotation from 1 article "), "{summary}");
    assert_eq!((losses.len(), losses[0].quote.as_str()), (1, "one"));
    assert!(fs::read_to_string(out.join("doccano.jsonl")).unwrap().contains("[[0,3,\"person\"]]"));
    let label = format!("{}, {}, {}", losses[0].quote, losses[0].file, losses[0].reason);
    click(&mut window, &label);
    let session = window.harness.state().session();
    assert_eq!(
        session.article().unwrap().focused().map(|a| a.id.clone()),
        Some(losses[0].annotation.clone())
    );
    assert!(session.transfer().is_none());
}

#[test]
fn an_import_of_undeclared_offsets_finds_the_unit_or_asks() {
    let mut window = Window::on(&[("a.txt", GOLDEN), ("b.txt", "🔴🔴 a b c d e")]);
    let import = |window: &mut Window, text: &str, label: &str| {
        let line = format!("{{\"text\":{},\"label\":[{label}]}}", serde_json::json!(text));
        let path = window.folder().join("in.jsonl");
        fs::write(&path, line).unwrap();
        window.press("Ctrl+Shift+M");
        choose(window, "doccano JSONL");
        fill(window, "File, or folder of files", path.to_str().unwrap());
        click(window, "Import");
        outcome(window)
    };
    let Outcome::Finished { summary, .. } = import(&mut window, GOLDEN, "[47,58,\"ORG\"]") else {
        panic!("not done")
    };
    assert!(summary.contains("1 new annotation in 1 article,") && summary.contains("UTF-16"), "{summary}");
    let sidecar = fs::read_to_string(window.folder().join("a.txt.model.annotations.json")).unwrap();
    assert!(sidecar.contains("GST Council") && sidecar.contains("\"import\""), "{sidecar}");
    click(&mut window, "Close");
    let asked = import(&mut window, "🔴🔴 a b c d e", "[5,6,\"PER\"]");
    assert!(
        matches!(asked, Outcome::Asks { units: [OffsetUnit::CodePoint, OffsetUnit::Utf16], .. }),
        "{asked:?}"
    );
    click(&mut window, "They count UTF-16 code units");
    let Outcome::Finished { summary, .. } = outcome(&mut window) else { panic!("not done") };
    assert!(summary.contains("as asked for"), "{summary}");
    // A set of its own: nothing of the analyst's was touched.
    assert!(!window.folder().join("b.txt.asha.annotations.json").exists());
}

#[test]
fn an_export_that_cannot_be_says_why() {
    let mut window = Window::on(&[("a.txt", "one two three four")]);
    window.press("Ctrl+Home Ctrl+D 1 Ctrl+S");
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("file");
    fs::write(&file, "in the way").unwrap();
    for (folder, words) in [
        (file.join("x"), "cannot be written"),
        (window.folder().join("out"), "choose a folder outside the workspace"),
    ] {
        window.press("Ctrl+Shift+E");
        fill(&mut window, "Folder of the dataset", folder.to_str().unwrap());
        click(&mut window, "Export");
        let Outcome::Failed(why) = outcome(&mut window) else { panic!("it was done") };
        assert!(why.contains(words), "{why}");
        click(&mut window, "Back");
        click(&mut window, "Cancel");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "in the way");
}

#[test]
fn formats_are_one_stop_of_the_keyboard() {
    let mut window = Window::on(&[("a.txt", GOLDEN)]);
    window.press("Ctrl+Shift+M");
    window.press("ArrowDown ArrowDown Tab");
    let path = window.folder().join("in.jsonl");
    fs::write(
        &path,
        format!("{{\"text\":{},\"label\":[[46,57,\"organization\"]]}}", serde_json::json!(GOLDEN)),
    )
    .unwrap();
    window.type_text(path.to_str().unwrap());
    click(&mut window, "Import");
    let Outcome::Finished { summary, .. } = outcome(&mut window) else { panic!("it was not done") };
    assert!(summary.starts_with("1 new annotation"), "{summary}");
}

#[test]
fn labels_of_an_import_become_what_is_said() {
    let mut window = Window::on(&[("a.txt", GOLDEN)]);
    let path = window.folder().join("in.jsonl");
    let line = serde_json::json!({"text": GOLDEN, "label": [[46, 57, "ORG"], [29, 35, "GPE"]]});
    fs::write(&path, line.to_string()).unwrap();
    window.press("Ctrl+Shift+M");
    choose(&mut window, "doccano JSONL");
    fill(&mut window, "File, or folder of files", path.to_str().unwrap());
    fill(&mut window, "Label mapping", "ORG=product");
    let shows = |window: &Window| {
        let rows = window.harness.state().session().preview().and_then(|p| p.rows.clone());
        rows.and_then(Result::ok).unwrap_or_default()
    };
    window.wait("the first rows", |w| shows(w).iter().any(|row| row == "ORG → product: GST Council"));
    assert!(shows(&window).iter().any(|row| row == "GPE → location: दिल्ली"), "{:?}", shows(&window));
    click(&mut window, "Import");
    let Outcome::Finished { summary, .. } = outcome(&mut window) else { panic!("it was not done") };
    assert!(summary.contains("ORG → product (1)") && summary.contains("GPE → location (1)"), "{summary}");
}

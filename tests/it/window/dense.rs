//! More marks over a text than can be drawn: the window shows the text and their number, and each can be gone to.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;

/// A sidecar with marks over these ranges of `text`, all of one label.
fn sidecar(text: &str, kind: &str, label: &str, ranges: impl Iterator<Item = (usize, usize)>) -> String {
    let annotations: Vec<serde_json::Value> = ranges
        .enumerate()
        .map(|(n, (start, end))| {
            serde_json::json!({
                "id": format!("{n:08}"), "kind": kind, "label": label,
                "spans": [{ "start": start, "end": end, "quote": &text[start..end] }],
                "attributes": {}, "note": format!("number {n}"), "origin": { "by": "hand" },
                "created": "2026-01-02T03:04:05Z", "modified": "2026-01-02T03:04:05Z",
            })
        })
        .collect();
    serde_json::json!({
        "format": "tippani/annotations", "version": 1,
        "source": {
            "file": "a.txt", "sha256": tippani::format::encoding::sha256(text.as_bytes()),
            "characters": text.len(), "unit": "code-point",
        },
        "annotator": "asha", "state": "in-progress", "annotations": annotations, "relations": [], "reviews": [],
    })
    .to_string()
}

/// The window on a text with these marks; `told` is what stands in for those that are not drawn.
#[track_caller]
fn check(text: &str, kind: &str, label: &str, ranges: impl Iterator<Item = (usize, usize)>, told: &str) {
    let sidecar = sidecar(text, kind, label, ranges);
    let mut window = Window::on(&[("a.txt", text), ("a.txt.asha.annotations.json", &sidecar)]);
    window.press("Ctrl+Home");
    let said = format!("{told} more here than are drawn; Tab goes to each, and the list has them");
    window.harness.get_by_label(&said);
    // The focused one is among those that are drawn, whichever it is.
    for _ in 0..8 {
        window.press("Tab");
        let focused = window.harness.state().session().article().unwrap().focused().map(|a| a.id.to_string());
        assert!(focused.is_some());
    }
}

#[test]
fn nested_marks_are_drawn_up_to_a_limit_and_counted() {
    let text = format!("{}\n\nThe paragraph after it.\n", "word ".repeat(800));
    check(&text, "entity", "person", (0..2_004).map(|n| (n, 4_000 - n.min(1_900))), "1,998");
}

#[test]
fn many_marks_over_one_paragraph_leave_the_next_one_alone() {
    let text = format!("{}\n\nThe paragraph after it.\n", "word ".repeat(60));
    check(&text, "claim", "statement", (0..5_003).map(|_| (0, 299)), "5,000");
}

#[test]
fn a_hundred_thousand_marks_on_a_short_text_are_shown() {
    let text = "A short text.\n";
    check(text, "entity", "person", (0..100_006).map(|_| (2, 7)), "100,000");
}

#[test]
fn the_number_opens_a_list_that_is_walked() {
    let text = format!("{}\n\nThe paragraph after it.\n", "word ".repeat(60));
    let sidecar = sidecar(&text, "claim", "statement", (0..5_000).map(|_| (0, 299)));
    let mut window = Window::on(&[("a.txt", &text), ("a.txt.asha.annotations.json", &sidecar)]);
    let focused = |window: &Window| {
        let article = window.harness.state().session().article().unwrap();
        article.focused().map(|annotation| annotation.note.clone())
    };
    let said = "4,997 more here than are drawn; Tab goes to each, and the list has them";
    window.harness.get_by_role_and_label(Role::Button, said).click();
    window.settle();
    window.harness.get_by_label("5,000 annotations here");
    assert_eq!(focused(&window), None, "a press on the number is none on the text");
    window.press("ArrowDown ArrowDown ArrowDown Enter");
    assert_eq!(focused(&window).as_deref(), Some("number 3"));
    assert!(window.harness.query_by_label("5,000 annotations here").is_none());

    window.press("Ctrl+Shift+J ArrowUp");
    assert!(window.harness.query_by_label_contains("number 4999").is_some(), "the last line is in sight");
    window.type_text("4321");
    window.harness.get_by_label("1 of 5,000 annotations here");
    window.press("Enter");
    assert_eq!(focused(&window).as_deref(), Some("number 4321"));
    window.press("Ctrl+Shift+J Escape");
    assert_eq!(focused(&window).as_deref(), Some("number 4321"), "Escape closes the list alone");
}

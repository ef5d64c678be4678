//! The five minutes of the README over a copy of the samples: each of its steps by keys and pointer, and the files they leave.

use std::fs;
use std::path::Path;

use egui::Pos2;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use serde_json::Value as Json;
use tippani::format::preferences::Theme;

use super::driver::Window;
use super::pictures::samples;
use super::steps::saved;

/// Where a word in sight begins and ends on the screen, a few points within it.
fn ends(window: &Window, word: &str) -> (Pos2, Pos2) {
    let of_run = |run: egui_kittest::Node<'_>| {
        let data = run.accesskit_node().data().clone();
        let at = data.value()?.find(word)?;
        let (mut starts, mut start) = (Vec::new(), 0);
        for length in data.character_lengths() {
            starts.push(start);
            start += usize::from(*length);
        }
        let first = starts.iter().position(|start| *start == at)?;
        let last = starts.iter().rposition(|start| *start < at + word.len())?;
        let (positions, widths) = (data.character_positions()?, data.character_widths()?);
        let left = run.rect().left_center();
        let to = positions.get(last)? + widths.get(last)?;
        Some((left + egui::vec2(positions.get(first)? + 4.0, 0.0), left + egui::vec2(to - 4.0, 0.0)))
    };
    window.harness.get_all_by_role(Role::TextRun).find_map(of_run).unwrap_or_else(|| panic!("no {word}"))
}

/// Rests for so long that the next click is the first of its kind.
fn pause(window: &mut Window) {
    window.harness.run_steps(40);
}

fn double_click(window: &mut Window, word: &str) {
    pause(window);
    let (at, _) = ends(window, word);
    window.double_click(at);
}

fn triple_click(window: &mut Window, word: &str) {
    pause(window);
    let (at, _) = ends(window, word);
    window.double_click(at);
    window.drag(at, at, 0);
}

/// Opens an article by its name in the list.
fn open(window: &mut Window, name: &str, file: &str) {
    let is_named = |row: &egui_kittest::Node<'_>| {
        row.accesskit_node().label().is_some_and(|label| label.starts_with(name))
    };
    let rows: Vec<_> = window.harness.get_all_by_role(Role::ListBoxOption).filter(is_named).collect();
    rows[0].click();
    drop(rows);
    window.wait("the article", |w| w.is_opened() && w.file() == file);
}

/// Steps 1 and 2: a person, and a location, by somebody who is asked for a name once.
fn tags(window: &mut Window) {
    open(window, "visit-hi.html", "east/visit-hi.html");
    double_click(window, "अम्बरकर");
    assert_eq!(window.selected(), "अम्बरकर");
    window.press("1");
    assert!(window.has("Your annotator name"));
    window.type_text("priya");
    window.press("Enter");
    window.wait("the mark", |w| w.is_opened() && w.marked().contains("[person: अम्बरकर]"));
    pause(window);
    let (from, to) = ends(window, "झुमरी");
    window.drag(from, to, 1);
    assert_eq!(window.selected(), "झुमरी", "a drag within a word is all of it");
    window.press("3");
    assert!(window.marked().contains("[location: झुमरी]"), "{}", window.marked());
    window.assert_saved_by("priya", "east/visit-hi.html");
}

/// Step 3: an edge moves by one cluster, of a selection and of an annotation.
fn edges(window: &mut Window) {
    open(window, "bridge-gu.txt", "bridge-gu.txt");
    double_click(window, "વિશ્રુત");
    assert_eq!(window.selected(), "વિશ્રુત");
    window.press("Alt+ArrowLeft");
    assert_eq!(window.selected(), "વિશ્રુ");
    window.press("Alt+ArrowLeft");
    assert_eq!(window.selected(), "વિ", "never into a cluster");
    window.press("Alt+ArrowRight Alt+ArrowRight 1");
    assert!(window.marked().contains("[person: વિશ્રુત]"), "{}", window.marked());
    window.press("Alt+ArrowLeft");
    assert!(window.marked().contains("[person: વિશ્રુ]"), "{}", window.marked());
    window.press("Alt+ArrowRight");
}

/// Step 4: two claims, the fields of the first, and a link of the second to it.
fn claims(window: &mut Window) {
    triple_click(window, "કચેરીએ");
    assert!(window.selected().starts_with("રાહત કમિશનરની"), "{}", window.selected());
    window.press("c Alt+1");
    double_click(window, "કમિશનરની");
    window.press("Enter u");
    window.press("Alt+3 1 Escape");
    triple_click(window, "સપાટી");
    window.press("c");
    assert_eq!(window.marked().matches("[statement: ").count(), 2, "{}", window.marked());
    window.press("Ctrl+L Shift+Tab Enter");
    window.type_text("1");
}

/// Step 5: a label by its name, and tag mode until Escape.
fn labels(window: &mut Window) {
    double_click(window, "ડેમનો");
    window.press("Enter");
    window.type_text("org");
    window.press("Enter");
    assert!(window.marked().contains("[organization: ડેમનો]"), "{}", window.marked());
    window.press("Escape Escape");
    assert!(window.focused().is_none() && window.selected().is_empty());
    window.press("5");
    double_click(window, "આજે");
    assert!(window.marked().contains("[date-time: આજે]"), "{}", window.marked());
    window.press("Escape Escape Escape");
    let before = window.marked();
    double_click(window, "અંબરકર");
    assert_eq!((window.selected(), window.marked()), ("અંબરકર".to_owned(), before), "tag mode is left");
}

/// Step 6: annotations are walked, one is deleted and comes back, and the article is done.
fn end(window: &mut Window) {
    window.press("Escape Escape Tab");
    let marked = window.marked();
    assert!(window.focused().is_some());
    window.press("Delete");
    assert_ne!(window.marked(), marked);
    window.press("Ctrl+Z");
    assert_eq!(window.marked(), marked);
    window.press("Ctrl+3");
    window.wait("the next article", |w| w.is_opened() && w.file() != "bridge-gu.txt");
    saved(window);
}

fn json(path: &Path) -> Json {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Label and words of each annotation, in the order of the file.
fn quotes(sidecar: &Json) -> Vec<(&str, &str)> {
    let all = sidecar["annotations"].as_array().unwrap().iter();
    all.map(|one| (one["label"].as_str().unwrap(), one["spans"][0]["quote"].as_str().unwrap())).collect()
}

#[test]
fn five_minutes_over_the_samples_leave_what_the_readme_says() {
    let (folder, journals) = (samples(), tempfile::tempdir().unwrap());
    let first = folder.path().join("bridge-en.txt");
    let mut window = Window::open_as(None, &first, Theme::Light, [1200.0, 800.0], Some(journals.path()));
    window.wait("the samples", Window::is_opened);
    tags(&mut window);
    edges(&mut window);
    claims(&mut window);
    labels(&mut window);
    end(&mut window);
    drop(window);

    let visit = json(&folder.path().join("east/visit-hi.html.priya.annotations.json"));
    assert_eq!(quotes(&visit), [("person", "अम्बरकर"), ("location", "झुमरी")]);
    assert_eq!((&visit["annotator"], &visit["state"]), (&"priya".into(), &"in-progress".into()));
    let bridge = json(&folder.path().join("bridge-gu.txt.priya.annotations.json"));
    assert_eq!(bridge["state"], "done");
    let labels: Vec<&str> = quotes(&bridge).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["person", "date-time", "organization", "statement", "statement"]);
    let fields = &bridge["annotations"][3]["attributes"];
    assert_eq!(fields["claimer"]["evidence"]["quote"], "કમિશનરની", "{fields}");
    assert_eq!(fields["affiliation"], serde_json::json!({ "entity": "unknown" }), "{fields}");
    assert_eq!(fields["epistemic"]["value"], "true-certain", "{fields}");
    let links = bridge["relations"].as_array().unwrap();
    assert_eq!((links.len(), &links[0]["label"]), (1, &"identical".into()));
    let ends = (&links[0]["from"], &links[0]["to"]);
    assert_eq!(ends, (&bridge["annotations"][4]["id"], &bridge["annotations"][3]["id"]));
}

//! How it looks to those who see better in high contrast or without motion, and to those who read it as tables.

use std::collections::BTreeMap;

use egui::accesskit::{NodeId, Role};
use egui_kittest::kittest::NodeT as _;
use tippani::format::preferences::Theme;

use super::driver::Window;
use super::steps::{run, sidecar};
use super::tree::samples;

#[test]
fn contrast_and_motion_are_chosen_in_the_window() {
    let mut window = Window::on(&[("a.txt", "one two")]);
    let looks = |window: &Window| {
        let style = window.harness.ctx.global_style();
        (style.visuals.panel_fill == egui::Color32::WHITE, !style.visuals.text_cursor.blink)
    };
    // Whatever is changed, the harness has held everything still till then.
    assert!(!looks(&window).0);
    run(&mut window, "High contrast");
    assert_eq!(looks(&window), (true, false));
    run(&mut window, "Less motion");
    assert_eq!(looks(&window), (true, true));
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    run(&mut window, "High contrast");
    assert_eq!(looks(&window), (false, true));
    run(&mut window, "Less motion");
    assert_eq!(looks(&window), (false, false));
}

/// What a table says of itself: rows of cells by their columns; what is wrong with it.
fn tables(window: &Window) -> (BTreeMap<String, usize>, Vec<String>) {
    let (mut tables, mut wrong) = (BTreeMap::<String, usize>::new(), Vec::new());
    let root = window.harness.root();
    let all: BTreeMap<NodeId, _> = std::iter::once(root)
        .chain(root.children_recursive())
        .map(|node| (node.accesskit_node().locate().0, node.accesskit_node().data().clone()))
        .collect();
    let is_cell = |role| matches!(role, Role::Cell | Role::RowHeader | Role::ColumnHeader);
    let parent = |id: NodeId| all.iter().find(|(_, node)| node.children().contains(&id)).map(|(id, _)| *id);
    for (id, node) in &all {
        if node.role() == Role::Table {
            tables.entry(node.label().unwrap_or_default().to_owned()).or_default();
        }
        if !is_cell(node.role()) {
            continue;
        }
        let above: Vec<_> =
            std::iter::successors(parent(*id), |id| parent(*id)).map(|id| &all[&id]).collect();
        let row = above.iter().find(|node| node.role() == Role::Row);
        let table = above.iter().find(|node| node.role() == Role::Table);
        let (Some(row), Some(table)) = (row, table) else {
            wrong.push(format!("a cell in no row or table: {:?} {:?}", node.role(), node.label()));
            continue;
        };
        if row.row_index() != node.row_index() || node.row_index() >= table.row_count() {
            wrong.push(format!(
                "{:?} at row {:?} of {:?}",
                node.label(),
                node.row_index(),
                table.row_count()
            ));
        }
        if node.column_index() >= table.column_count() {
            wrong.push(format!("{:?} at column {:?}", node.label(), node.column_index()));
        }
        *tables.entry(table.label().unwrap_or_default().to_owned()).or_default() += 1;
    }
    (tables, wrong)
}

#[test]
fn tables_are_heard_as_tables() {
    let samples = samples();
    let mut window = Window::open(&samples.path().join("bridge-en.txt"), Theme::Light, [1200.0, 2600.0]);
    window.wait("the article", Window::is_opened);
    let check = |window: &Window, expected: &[&str]| {
        let (tables, wrong) = tables(window);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for name in expected {
            let cells = tables.get(*name).copied().unwrap_or_default();
            assert!(cells >= 4, "{name} has {cells} cells: {tables:?}");
        }
    };
    run(&mut window, "Progress by annotator");
    window.wait("the counts", |w| w.harness.state().session().progress().is_some());
    check(&window, &["Progress"]);
    run(&mut window, "Agreement");
    window.wait("the figures", |w| {
        w.harness.state().session().agreement().is_some_and(|agreement| agreement.answer().is_some())
    });
    window.harness.run_steps(8);
    check(&window, &["Agreement", "By label", "Pairwise agreement", "Articles by agreement, lowest first"]);
}

#[test]
fn progress_is_heard_in_words() {
    let ravi = sidecar("ravi", &["person", "location", "event"]);
    let mut window =
        Window::on_bytes(&[("a.txt", b"one two three four"), ("a.txt.ravi.annotations.json", &ravi)]);
    window.press("Ctrl+R");
    window.wait("the review", |w| {
        w.harness.state().session().review().is_some_and(|review| review.building().is_none())
    });
    window.press("a");
    let root = window.harness.root();
    let bars: Vec<_> = root
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == Role::ProgressIndicator)
        .map(|node| {
            let data = node.accesskit_node().data().clone();
            (data.label().map(str::to_owned), data.value().map(str::to_owned), data.numeric_value())
        })
        .collect();
    let told = || Some("1 of 3 decided".to_owned());
    assert_eq!(bars, [(told(), told(), Some(33.0))]);
}

#[test]
fn a_list_in_sight_says_which_of_how_many() {
    let files: Vec<(String, Vec<u8>)> = (0..200).map(|n| (format!("{n:03}.txt"), b"one".to_vec())).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &**bytes)).collect();
    let window = Window::on_bytes(&files);
    let root = window.harness.root();
    let places: Vec<(Option<usize>, Option<usize>)> = root
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == Role::ListBoxOption)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(".txt")))
        .map(|node| {
            let data = node.accesskit_node().data().clone();
            (data.position_in_set(), data.size_of_set())
        })
        .collect();
    assert!(places.len() > 8 && places.len() < 100, "{}", places.len());
    for (at, place) in places.iter().enumerate() {
        assert_eq!(*place, (Some(at), Some(200)));
    }
}

#[test]
fn a_narrow_window_has_all_of_every_page_in_it() {
    let samples = samples();
    let mut window = Window::open(&samples.path().join("bridge-en.txt"), Theme::Light, [800.0, 500.0]);
    window.wait("the article", Window::is_opened);
    for keys in ["Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+6", "Ctrl+Shift+A", "Ctrl+Shift+1"] {
        window.press(keys);
        window.settle();
        window.wait("the page", |w| w.harness.state().session().progress().is_some() || !keys.ends_with('6'));
        window.settle();
        let root = window.harness.root();
        let is_control =
            |role: Role| matches!(role, Role::ColumnHeader | Role::Button | Role::ComboBox | Role::Tab);
        let out: Vec<String> = root
            .children_recursive()
            .filter(|node| is_control(node.accesskit_node().role()) && node.rect().max.x > 800.0)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert_eq!(out, Vec::<String>::new(), "{keys}");
    }
}

//! How good everybody is: each figure leads to the items that it stands for.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::driver::Window;
use super::steps::{has, run, sidecar};

/// What Ravi did otherwise than Mira, who is the first that has annotated.
fn window() -> Window {
    let (mira, ravi) = (["person", "location", "person"], ["person", "event", ""]);
    Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        ("a.txt.mira.annotations.json", &sidecar("mira", &mira)),
        ("a.txt.ravi.annotations.json", &sidecar("ravi", &ravi)),
    ])
}

/// The words of the items that a figure leads to, and how many more of them all agree about.
#[track_caller]
fn check(figure: &str, words: &[&str], agreed: usize) {
    let mut window = window();
    run(&mut window, "How good everybody is…");
    window.wait("the figures", |w| has(w, "1 missed"));
    // The dialog grows with its figures.
    window.settle();
    // The bar of labels, behind the dialog, has buttons of the same names.
    window.harness.get_all_by_role_and_label(Role::Button, figure).last().unwrap().click();
    window.settle();
    window.wait("the review", |w| {
        w.harness.state().session().review().is_some_and(|review| review.building().is_none())
    });
    let review = window.harness.state().session().review().unwrap();
    let quotes: Vec<String> =
        review.items().filter_map(|item| Some(item.first_version()?.quote.clone())).collect();
    assert_eq!(
        (quotes, review.agreed()),
        (words.iter().map(ToString::to_string).collect(), agreed),
        "{figure}"
    );
    assert_eq!(
        review.annotators().iter().map(tippani::model::Annotator::as_str).collect::<Vec<_>>(),
        ["ravi", "mira"]
    );
}

#[test]
fn each_figure_leads_to_its_cases() {
    check("Cases of ravi", &["two", "three"], 1);
    check("1 missed", &["three"], 0);
    check("1 label", &["two"], 0);
    check("Location", &["two"], 0);
    check("Person", &["three"], 1);
    check("All labels", &["two", "three"], 1);
}

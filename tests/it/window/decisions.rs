//! A review by keys alone where several say the same, with names hidden, and what it leaves in the list.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tippani::ui::actions::{self, Menu};

use super::driver::Window;
use super::steps::{has, run, sidecar};

const NAMES: [&str; 3] = ["quentin", "xenia", "zubeida"];

fn window() -> Window {
    let files = [
        sidecar(NAMES[0], &["person", "location"]),
        sidecar(NAMES[1], &["organization", "location"]),
        sidecar(NAMES[2], &["person", "location", "event"]),
    ];
    let names = NAMES.map(|name| format!("a.txt.{name}.annotations.json"));
    Window::on_bytes(&[
        ("a.txt", b"one two three four"),
        (&names[0], &files[0]),
        (&names[1], &files[1]),
        (&names[2], &files[2]),
    ])
}

fn begin(window: &mut Window) {
    window.press("Ctrl+R");
    window.wait("the item", |w| {
        let session = w.harness.state().session();
        let is_found = session.review().is_some_and(|r| r.building().is_none() && !r.is_empty());
        is_found && session.article().is_some_and(|article| article.others().len() == 3)
    });
}

fn verdicts(window: &Window) -> Vec<String> {
    let reviews = window.harness.state().session().article().unwrap().set().reviews();
    reviews.map(|r| format!("{} {:?}", r.of.annotator, r.verdict)).collect()
}

#[test]
fn versions_are_decided_by_key() {
    let mut window = window();
    begin(&mut window);
    assert!(window.harness.query_by_label("quentin, zubeida: Person, one").is_some(), "one row a version");
    window.press("a");
    assert_eq!(verdicts(&window), ["quentin Accepted", "xenia Rejected", "zubeida Accepted"]);
    window.press("x");
    assert_eq!(verdicts(&window).len(), 4, "nothing belongs at the other");
    let done = "Everything in the queue is decided";
    let is_told = |w: &Window| w.harness.query_all_by_label(done).next().is_some();
    window.wait("the notice", is_told);
    window.press("Ctrl+Backspace");
    window.settle();
    assert!(!is_told(&window), "notices go by key");
    window.press("Escape Escape");
    let line = |w: &Window| w.harness.query_by_label_contains("a.txt, ").is_some();
    assert!(line(&window));
    assert!(
        window.harness.query_by_label_contains("4 verdicts").is_some(),
        "the list tells a reviewer's work"
    );
}

#[test]
fn enter_presses_the_main_button() {
    let mut window = window();
    begin(&mut window);
    run(&mut window, "Accept all unanimous");
    assert!(window.harness.query_by_label("Take").is_some(), "the Enter of the palette presses nothing here");
    let own = |w: &Window| w.harness.state().session().article().unwrap().set().annotations().len();
    assert_eq!(own(&window), 0);
    window.press("Enter");
    window.settle();
    assert_eq!(own(&window), 1);
    assert!(window.harness.query_by_label("Take").is_none());
}

#[test]
fn no_page_tells_a_name_where_names_are_hidden() {
    let mut window = window();
    begin(&mut window);
    let told = |w: &Window| -> Vec<&str> {
        let is_told = |name: &&str| w.harness.query_all_by_label_contains(name).next().is_some();
        NAMES.into_iter().filter(is_told).collect()
    };
    assert_eq!(told(&window), NAMES, "before they are hidden");
    run(&mut window, "Blind");
    window.settle();
    assert_eq!(told(&window), Vec::<&str>::new(), "in a review");
    for page in ["Agreement", "Progress by annotator", "Accept all unanimous", "Export"] {
        run(&mut window, page);
        window.wait("the figures", |w| {
            let session = w.harness.state().session();
            session.agreement().is_none_or(|agreement| agreement.answer().is_some())
        });
        window.settle();
        assert_eq!(told(&window), Vec::<&str>::new(), "{page}");
        window.press("Escape");
    }
    let mut letters: Vec<String> = {
        let session = window.harness.state().session();
        session.others().iter().map(|other| session.called(other)).collect()
    };
    letters.sort();
    assert_eq!(letters, ["A", "B", "C"]);
}

/// What would leave the window, or ask the system.
const OUTSIDE: [&str; 3] = ["Open folder…", "Open the samples", "Quit"];

#[test]
fn no_action_tells_a_name_where_names_are_hidden() {
    for annotator in ["asha", "gold"] {
        let mut window = window();
        if annotator == "gold" {
            window.annotate_as(annotator);
        }
        begin(&mut window);
        run(&mut window, "Blind");
        let told = |w: &Window| -> Vec<&str> {
            let is_told = |name: &&str| w.harness.query_all_by_label_contains(name).next().is_some();
            NAMES.into_iter().filter(is_told).collect()
        };
        let is_safe = |action: &&actions::Action| {
            !OUTSIDE.contains(&action.name()) && (action.menu != Menu::File || action.name().contains("port"))
        };
        for action in actions::all().filter(is_safe).filter(|action| !action.name().starts_with("Blind")) {
            if window.harness.state().session().review().is_none() {
                window.press("Ctrl+R");
                window.wait("the queue", |w| {
                    w.harness.state().session().review().is_none_or(|review| review.building().is_none())
                });
            }
            run(&mut window, action.name());
            window.wait("the figures", |w| {
                let session = w.harness.state().session();
                session.agreement().is_none_or(|agreement| agreement.answer().is_some())
            });
            window.settle();
            assert!(window.harness.state().session().is_blind());
            assert_eq!(told(&window), Vec::<&str>::new(), "{} as {annotator}", action.name());
            window.press("Escape Escape Escape");
        }
    }
}

#[test]
fn digits_choose_versions() {
    let mut window = window();
    begin(&mut window);
    let label = |w: &Window| {
        let review = w.harness.state().session().review().unwrap();
        review.member().unwrap().1.label.to_string()
    };
    assert_eq!(label(&window), "person", "what most say is first");
    window.press("2");
    assert_eq!(label(&window), "organization");
    window.press("3");
    assert_eq!(label(&window), "organization", "there is no third");
    window.press("1 2 a");
    assert_eq!(verdicts(&window), ["quentin Rejected", "xenia Accepted", "zubeida Rejected"]);
}

/// Opens something that says these words about the first article, and then another article behind it.
fn check_closes(sidecars: &[(&str, &[u8])], open: fn(&mut Window), words: &str) {
    let articles: [(&str, &[u8]); 2] = [("a.txt", b"one two three four"), ("b.txt", b"another report")];
    let mut window = Window::on_bytes(&[&articles[..], sidecars].concat());
    window.wait("the list", Window::is_opened);
    open(&mut window);
    assert!(has(&window, words), "{words}");
    {
        let mut rows = window.harness.query_all_by_role(Role::ListBoxOption);
        let is_other = |name: String| name.starts_with("b.txt");
        let row = rows.find(|row| row.accesskit_node().label().is_some_and(is_other));
        row.unwrap().click_accesskit();
    }
    window.wait("the other article", |w| w.file() == "b.txt");
    window.settle();
    assert!(!has(&window, words), "{words}");
}

#[test]
fn what_is_asked_about_one_article_is_not_done_to_another() {
    let theirs = sidecar("ravi", &["person"]);
    let ravi: &[(&str, &[u8])] = &[("a.txt.ravi.annotations.json", &theirs)];
    let unreadable: &[(&str, &[u8])] = &[("a.txt.asha.annotations.json", b"[]")];
    check_closes(ravi, |w| run(w, "Return this article"), "Why it is returned");
    check_closes(ravi, |w| w.press("Ctrl+Home Ctrl+D Enter"), "Tag as");
    check_closes(unreadable, |w| run(w, "Quarantine unreadable"), "Set the annotations aside?");
}

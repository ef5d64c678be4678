//! How an article is read, chosen in the window: how much of a web page, in which encoding.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::Value;

use super::driver::Window;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Bridge collapses | Daily</title>
    <meta property="og:site_name" content="Daily"><meta name="author" content="Asha Rao">
    <meta property="article:published_time" content="2025-01-31T10:00:00+05:30"></head>
    <body><nav><p>Home and sport</p></nav><article><h1>Bridge collapses</h1><p>The bridge fell on Monday.</p>
    <p>Three people died.</p></article><div class="comments"><p>Ravi: so sad</p></div></body></html>"#;
const ARTICLE: &str = "Bridge collapses\n\nThe bridge fell on Monday.\n\nThree people died.\n";

fn source(window: &Window, file: &str) -> Value {
    let path = window.folder().join(format!("{file}.asha.annotations.json"));
    let json: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    json["source"].clone()
}

fn click(window: &mut Window, label: &str) {
    window.harness.get_by_label(label).click();
    window.settle();
}

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).count() > 0
}

fn is_saved(window: &Window) -> bool {
    let session = window.harness.state().session();
    !session.is_dirty() && !session.is_saving() && session.why_reading_is_fixed().is_none()
}

#[test]
fn how_much_of_a_page_is_chosen_again_and_again_until_it_is_annotated() {
    let mut window = Window::on(&[("a.html", PAGE)]);
    assert_eq!(window.text(), ARTICLE);
    assert!(says(&window, "26 characters of the page were left out"), "Home and sport, Ravi: so sad");
    assert!(!window.folder().join("a.html.txt").exists(), "looking writes nothing");
    for (label, text, extent) in [
        ("Whole page", format!("Home and sport\n\n{ARTICLE}\nRavi: so sad\n"), "whole"),
        ("Article", ARTICLE.to_owned(), "article"),
    ] {
        click(&mut window, label);
        window.wait(label, |w| w.text() == text && is_saved(w));
        assert_eq!(fs::read_to_string(window.folder().join("a.html.txt")).unwrap(), text);
        assert_eq!(source(&window, "a.html")["extent"], extent);
    }
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.html");
    let session = window.harness.state().session();
    assert_eq!(session.why_reading_is_fixed(), Some("The text is annotated, and stays as it is"));
    click(&mut window, "Whole page");
    assert_eq!(window.text(), ARTICLE);
    let window = window.reopened();
    let article = window.harness.state().session().article().unwrap();
    assert_eq!(
        article.document().text.origin().extent,
        Some("article"),
        "it is known whatever the page is by then"
    );
    assert_eq!(source(&window, "a.html")["extent"], "article");
}

#[test]
fn what_a_page_says_of_itself_stands_over_the_text() {
    let window = Window::on(&[("a.html", PAGE)]);
    assert!(says(&window, "Daily  ·  Asha Rao  ·  2025-01-31"));
}

#[test]
fn a_text_that_a_colleague_annotated_is_not_read_otherwise() {
    let mut window = Window::on(&[("a.html", PAGE)]);
    window.press("Ctrl+Home Ctrl+D 1");
    window.assert_saved("a.html");
    window.annotate_as("ravi");
    click(&mut window, "Whole page");
    window.wait("the refusal", |w| says(w, "asha has annotated the article as it is read now"));
    assert_eq!(window.text(), ARTICLE);
    assert_eq!(fs::read_to_string(window.folder().join("a.html.txt")).unwrap(), ARTICLE);
}

#[test]
fn a_frozen_text_that_is_not_of_the_page_is_never_replaced() {
    let mut window = Window::on(&[("a.html", PAGE), ("a.html.txt", "Mended by hand.\n")]);
    assert_eq!(window.text(), "Mended by hand.\n");
    click(&mut window, "Whole page");
    window.wait("the refusal", |w| says(w, "was not made from it as it is now"));
    assert_eq!(fs::read_to_string(window.folder().join("a.html.txt")).unwrap(), "Mended by hand.\n");
}

#[test]
fn an_encoding_is_chosen_by_how_the_article_begins_and_remembered() {
    let text = "Премьер-министр заявил, что мост обрушился после дождя.\n";
    let bytes = encoding_rs(text);
    let mut window = Window::on_bytes(&[("a.txt", &bytes)]);
    assert_eq!(window.text(), text);
    window.press("Ctrl+Shift+P");
    window.type_text("Encoding of the article…");
    window.press("Enter");
    window.wait("the encodings", |w| w.harness.query_by_label("windows-1252").is_some());
    assert!(says(&window, "Премьер-министр заявил"), "as it begins in the encoding that it is in");
    click(&mut window, "windows-1252");
    assert!(says(&window, "Ïðåìüåð"), "and in the one that is looked at");
    click(&mut window, "Read as windows-1252");
    window.wait("the other reading", |w| w.text().starts_with("Ïðåìüåð") && is_saved(w));
    assert_eq!(source(&window, "a.txt")["encoding"], "windows-1252");
    let window = window.reopened();
    assert!(window.text().starts_with("Ïðåìüåð"));
}

/// Windows-1251, whose Cyrillic letters stand in the order of Unicode.
fn encoding_rs(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - u32::from('А') + 0xc0).unwrap(),
        c => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn what_is_no_text_is_not_shown_as_if_it_were() {
    let mut window = Window::on_bytes(&[("a.txt", b"PK\x03\x04 some \0\0 bytes that \0 are no text")]);
    assert!(says(&window, "This may not be the text as it was written"));
    assert!(says(&window, "3 NUL characters"));
    click(&mut window, "Choose its encoding…");
    window.wait("the encodings", |w| w.harness.query_by_label("windows-1252").is_some());
}

#[test]
fn the_language_that_is_typed_is_that_of_the_article() {
    let mut window = Window::on(&[("a.txt", "Delhi 1947\n")]);
    let language =
        |w: &Window| w.harness.state().session().article().and_then(tippani::session::OpenArticle::language);
    assert_eq!(language(&window), None, "two words tell none");
    window.press("Ctrl+Shift+T");
    window.harness.get_by_role_and_label(Role::TextInput, "Language").focus();
    window.settle();
    window.type_text("hi");
    click(&mut window, "Keep");
    assert_eq!(language(&window).as_deref(), Some("hi"));
    window.assert_saved("a.txt");
    assert_eq!(source(&window, "a.txt")["details"]["language"], "hi");
    let asha = tippani::model::Annotator::new("asha").unwrap();
    let sets = tippani::store::load_sets(window.folder(), "a.txt", &[asha]).unwrap();
    assert_eq!(sets.document.language.as_deref(), Some("hi"), "for exports, too");
    let window = window.reopened();
    assert_eq!(language(&window).as_deref(), Some("hi"));
}

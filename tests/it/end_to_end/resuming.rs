//! The program begins where it was left.

use std::fs;

use super::desktop::{Corpus, Display, quotes, saved, until};

#[test]
fn the_last_article_and_its_place_are_there_again() {
    let Some(corpus) = Corpus::new() else { return };
    fs::create_dir(corpus.root.join("north")).unwrap();
    fs::write(corpus.root.join("north/b.txt"), "A paragraph of the report\n".repeat(400)).unwrap();
    let display = Display::open(corpus.folder.path());

    let window = display.start(&corpus.article);
    window.press("ctrl+Page_Down");
    until("the next article", || window.title().starts_with("north/b.txt").then_some(()));
    // The end is shown, and the list put away.
    window.press("ctrl+End ctrl+b");
    window.quit();
    let preferences = corpus.folder.path().join("config/tippani/preferences.json");
    let read = || -> serde_json::Value { serde_json::from_slice(&fs::read(&preferences).unwrap()).unwrap() };
    let left = read();
    assert_eq!((&left["article"], &left["library"]), (&"north/b.txt".into(), &false.into()));
    assert!(left["paragraph"].as_u64().unwrap() > 300, "{left}");

    let window = display.start(&corpus.root);
    until("the article it was left at", || window.title().starts_with("north/b.txt").then_some(()));
    window.quit();
    assert_eq!(read(), left, "it is shown at the same place");

    // An article that is gone is no hindrance.
    fs::remove_file(corpus.root.join("north/b.txt")).unwrap();
    let window = display.start(&corpus.root);
    until("the first article", || window.title().starts_with("a.txt").then_some(()));
    window.quit();
}

#[test]
fn keys_that_were_chosen_are_those_of_the_next_start() {
    let Some(corpus) = Corpus::new() else { return };
    let preferences = corpus.folder.path().join("config/tippani/preferences.json");
    fs::create_dir_all(preferences.parent().unwrap()).unwrap();
    let chosen = serde_json::json!({ "SELECT_WORD": ["Ctrl+J"], "OF_A_LATER_VERSION": ["F12"] });
    fs::write(&preferences, serde_json::json!({ "shortcuts": chosen }).to_string()).unwrap();
    let display = Display::open(corpus.folder.path());
    let window = display.start(&corpus.article);
    window.press("ctrl+Home ctrl+j 1");
    let all = saved(&corpus.sidecar, 1);
    assert_eq!(quotes(&all), [("person", "प्रधानमंत्री")]);
    window.quit();
    let left: serde_json::Value = serde_json::from_slice(&fs::read(&preferences).unwrap()).unwrap();
    assert_eq!(left["shortcuts"], chosen, "what is not known is kept");
}

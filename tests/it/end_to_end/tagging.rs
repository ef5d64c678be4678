//! A session's work: tagged by pointer and keys, closed, opened again.

use std::fs;

use super::desktop::{ARTICLE, Corpus, Display, quotes, saved};

#[test]
fn an_analyst_tags_by_pointer_and_by_keys_and_finds_it_all_again() {
    let Some(corpus) = Corpus::new() else { return };
    let Corpus { folder, root: corpus, article, sidecar } = &corpus;
    let display = Display::open(folder.path());

    let window = display.start(article);
    // The column stands in the middle of what rail, list and inspector leave; lines are 31 points high, with 9 between paragraphs.
    let (left, first, step) = (395, 128, 40);
    window.point(left + 40, first);
    display.xdotool("click --repeat 2 --delay 80 1");
    window.press("1");
    let all = saved(sidecar, 1);
    assert_eq!(quotes(&all), [("person", "प्रधानमंत्री")], "a double click takes the word, conjuncts and all");

    // A drag snaps to words.
    window.point(left + 6, first + 2 * step);
    display.xdotool("mousedown 1");
    for x in [20, 50, 80] {
        window.point(left + x, first + 2 * step);
    }
    display.xdotool("mouseup 1");
    window.press("3");
    let all = saved(sidecar, 2);
    let dragged = all[1].1.clone();
    assert!(dragged.starts_with("The bridge") && ARTICLE.contains(&format!("{dragged} ")), "{dragged:?}");

    // The same by keys: a claim, taken back and done again; then a word that runs to the left.
    window.press("Escape Escape ctrl+Home Down Down End ctrl+shift+Left c");
    let all = saved(sidecar, 3);
    assert_eq!(quotes(&all)[2], ("statement", "Friday"));
    window.press("ctrl+z");
    saved(sidecar, 2);
    window.press("ctrl+shift+z Escape Escape ctrl+End ctrl+d 3");
    let before = saved(sidecar, 4);
    assert_eq!(quotes(&before)[3], ("location", "ہے"));
    window.quit();

    let window = display.start(article);
    window.press("ctrl+Home Down ctrl+Right ctrl+d alt+Left 2");
    let after = saved(sidecar, 5);
    let new: Vec<_> = after.iter().filter(|annotation| !before.contains(annotation)).collect();
    assert_eq!(after.len() - new.len(), 4, "what was there is as it was, identifiers too");
    // By a word to the right, then the edge back by one cluster: the case ending is left off.
    assert_eq!((new[0].0.as_str(), new[0].1.as_str()), ("organization", "અંબરક"));
    // As the cross in the corner does.
    window.press("alt+F4");
    window.ended();

    let mut names: Vec<_> = fs::read_dir(corpus).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.txt", "a.txt.asha.annotations.json"], "nothing else was written");
    assert_eq!(fs::read_to_string(article).unwrap(), ARTICLE);
}
